// What came from a server, or why it is of no use.

/** A module, compiled as it arrives where its server says what it is. */
export async function compiled(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  if (response.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The text of a file, or an error that names it where something else came. */
export function textOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}
