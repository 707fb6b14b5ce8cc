// Loads a shipped module in Node.
import { readdir, readFile } from 'node:fs/promises';
import { fitting } from '../support/results.mjs';

const root = new URL('../../', import.meta.url);
const folder = new URL(`${process.env.SUPPORTCALC_WASM_DIR ?? 'build/wasm'}/`, root);

export const modules = ['supportcalc', 'supportcalc-page', 'supportcalc-reports'];

export const glueUrl = (name) => new URL(`${name}.mjs`, folder);
export const wasmUrl = (name) => new URL(`${name}.wasm`, folder);

// What each call answers with, by the definitions of the schema of results.
const answers = {
  load: 'load_answer', evaluate: 'result', entries: 'entries_result', wall_time: 'wall_time_answer', compare: 'compare_result',
  audit_begin: 'audit_begun', audit_add: 'audit_progress', audit_end: 'audit_end',
};

// A fresh instance, whose every answer is held to the schema.
export async function loadModule(name = 'supportcalc') {
  const { default: create } = await import(glueUrl(name));
  const module = await create({ wasm: await WebAssembly.compile(await readFile(wasmUrl(name))) });
  for (const [call, definition] of Object.entries(answers)) {
    const own = module[call];
    if (own) {
      module[call] = (...values) => {
        const text = own(...values);
        fitting(JSON.parse(text), definition);
        return text;
      };
    }
  }
  return module;
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
