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
}
