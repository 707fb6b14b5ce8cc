// Starts supportcalc.wasm and hands texts to it; index.d.ts says what each function takes and returns.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function compiled({ wasmBinary, locateFile }) {
  if (wasmBinary) return WebAssembly.compile(wasmBinary);
  const beside = new URL('supportcalc.wasm', import.meta.url);
  const response = await fetch(locateFile ? locateFile('supportcalc.wasm', '') : beside, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // A server that does not call it application/wasm costs the streaming, not the answer.
  const streams = response.headers.get('Content-Type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

export default async function createSupportcalc(options = {}) {
  const { exports: core } = await WebAssembly.instantiate(await compiled(options));
  core._initialize();

  // The memory may have grown in any call, and its buffer is another one then.
  const bytes = (at, size) => new Uint8Array(core.memory.buffer, at, size);

  const call = (name) => (text = '') => {
    const given = encoder.encode(text);
    bytes(core.text_in(given.length), given.length).set(given);
    const at = core[name]();
    return decoder.decode(bytes(at, core.text_out_size()));
  };

  return {
    version: call('version'),
    load: call('load'),
    evaluate: call('evaluate'),
    zones: call('zones'),
    versions: call('versions'),
    wall_time: call('wall_time'),
  };
}
