// Parts that are loaded when they are needed. A widget checks each before it is imported: the page it is in may have asked
// for its scripts by their hashes, and `import()` cannot say one.
type Check = (part: string) => Promise<unknown>;

let check: Check = () => Promise.resolve();

export function checkPartsBy(by: Check): void {
  check = by;
}

/** Imports a part; `name` is that of its file without the extension. */
export async function importPart<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  await check(name);
  return load();
}
