// Loads the shipped module in Node: the glue is for browsers, so it is handed the bytes.
import { readFile } from 'node:fs/promises';

const folder = new URL(`../../${process.env.SUPPORTCALC_WASM_DIR ?? 'build/wasm'}/`, import.meta.url);

export const glueUrl = new URL('supportcalc.mjs', folder);
export const wasmUrl = new URL('supportcalc.wasm', folder);

export async function loadModule() {
  const { default: createSupportcalc } = await import(glueUrl);
  return createSupportcalc({ wasmBinary: await readFile(wasmUrl) });
}
