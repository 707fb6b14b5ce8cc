// Loads a shipped module in Node.
import { readdir, readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const folder = new URL(`${process.env.SUPPORTCALC_WASM_DIR ?? 'build/wasm'}/`, root);

export const modules = ['supportcalc', 'supportcalc-page', 'supportcalc-reports'];

export const glueUrl = (name) => new URL(`${name}.mjs`, folder);
export const wasmUrl = (name) => new URL(`${name}.wasm`, folder);

export async function loadModule(name = 'supportcalc') {
  const { default: create } = await import(glueUrl(name));
  return create({ wasm: await WebAssembly.compile(await readFile(wasmUrl(name))) });
}

// Every shipped policy and calendar: [{ path, text }].
export async function shippedDocuments() {
  const policies = new URL('policies/', root);
  const names = (await readdir(policies, { recursive: true })).filter(
    (name) => name.endsWith('.json') && !/^(schema\/|[^/]*schema)/.test(name),
  );
  return Promise.all(
    names.sort().map(async (path) => ({ path, text: await readFile(new URL(path, policies), 'utf8') })),
  );
}

// The values of a file of JSON lines beneath tests/data.
export async function readLines(path) {
  const text = await readFile(new URL(`tests/data/${path}`, root), 'utf8');
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}
