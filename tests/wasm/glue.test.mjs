// What the shipped glue must be for pages with a strict policy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { glueUrl, loadModule, modules, wasmUrl } from './module.mjs';

for (const name of modules) {
  test(`${name}: the glue evaluates no text as code`, async () => {
    const glue = await readFile(glueUrl(name), 'utf8');
    assert.equal(glue.match(/\beval\(/), null);
    assert.equal(glue.match(/new Function\b/), null);
  });

  test(`${name}: the glue holds no Node code that a bundler would trip over`, async () => {
    const glue = await readFile(glueUrl(name), 'utf8');
    assert.equal(glue.match(/\brequire\(/), null);
    assert.equal(glue.includes('__dirname'), false);
  });

  test(`${name} starts and says its version`, async () => {
    const module = await loadModule(name);
    assert.match(module.version(), /^\d+\.\d+\.\d+$/);
    assert.match(JSON.parse(module.versions()).tzdata, /^20\d\d[a-z]$/);
    assert.ok(JSON.parse(module.zones()).includes('Europe/Zurich'));
  });

  test(`${name} starts from its bytes, too`, async () => {
    const { default: create } = await import(glueUrl(name));
    const module = await create({ wasmBinary: await readFile(wasmUrl(name)) });
    assert.match(module.version(), /^\d+\.\d+\.\d+$/);
  });

  test(`${name} throws to its caller when it traps, and starts again`, async () => {
    const { default: create } = await import(glueUrl(name));
    const compiled = await WebAssembly.compile(await readFile(wasmUrl(name)));
    let trapping = false;
    // Every function that the module imports fails, among them the one that asks for more memory.
    const failing = (call) => (...values) => {
      if (trapping) throw new WebAssembly.RuntimeError('out of memory');
      return call(...values);
    };
    const module = await create({
      instantiateWasm(imports, receive) {
        for (const group of Object.values(imports)) {
          for (const [key, value] of Object.entries(group)) if (typeof value === 'function') group[key] = failing(value);
        }
        WebAssembly.instantiate(compiled, imports).then(receive);
        return {};
      },
    });
    trapping = true;
    const text = JSON.stringify([{ path: 'large.json', text: ' '.repeat(4_000_000) }]);
    assert.throws(() => module.load(text), WebAssembly.RuntimeError);
    assert.match((await loadModule(name)).version(), /^\d+\.\d+\.\d+$/);
  });

  test(`${name} says so when it cannot be started`, async () => {
    const { default: create } = await import(glueUrl(name));
    // A module that imports what nobody gives: (module (import "z" "z" (func))).
    const other = await WebAssembly.compile(
      new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, 0x7a, 1, 0x7a, 0, 0]),
    );
    await assert.rejects(create({ wasm: other }));
  });

  test(`${name} says so when it stops while it starts`, async () => {
    const { default: create } = await import(glueUrl(name));
    // A module that has nothing of what is needed to go on.
    const empty = await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    await assert.rejects(create({ wasm: empty }));
  });
}
