// What the shipped glue must be for pages with a strict policy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { glueUrl, loadModule, wasmUrl } from './module.mjs';

test('the glue evaluates no text as code', async () => {
  const glue = await readFile(glueUrl, 'utf8');
  assert.equal(glue.match(/\beval\(/), null);
  assert.equal(glue.match(/new Function\b/), null);
});

test('the glue holds no Node code that a bundler would trip over', async () => {
  const glue = await readFile(glueUrl, 'utf8');
  assert.equal(glue.match(/\brequire\(/), null);
  assert.equal(glue.includes('__dirname'), false);
});

test('the module starts and says its version', async () => {
  const module = await loadModule();
  assert.match(module.version(), /^\d+\.\d+\.\d+$/);
  assert.match(JSON.parse(module.versions()).tzdata, /^20\d\d[a-z]$/);
  assert.ok(JSON.parse(module.zones()).includes('Europe/Zurich'));
});

test('the module asks its surroundings for nothing', async () => {
  assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(await readFile(wasmUrl))), []);
});

test('without bytes the module is fetched from beside the script, whatever its type is called', async (context) => {
  const bytes = await readFile(wasmUrl);
  for (const type of ['application/wasm', 'application/octet-stream']) {
    const fetched = context.mock.method(globalThis, 'fetch',
      async () => new Response(bytes, { headers: { 'Content-Type': type } }));
    const { default: createSupportcalc } = await import(glueUrl);
    const module = await createSupportcalc();
    assert.match(module.version(), /^\d/);
    assert.equal(String(fetched.mock.calls[0].arguments[0]), String(wasmUrl));
  }
  context.mock.method(globalThis, 'fetch', async () => new Response('not here', { status: 404 }));
  const { default: createSupportcalc } = await import(glueUrl);
  await assert.rejects(createSupportcalc(), /404/);
});

test('a text that needs more memory than there is at first is answered', async () => {
  const module = await loadModule();
  const text = 'é'.repeat(2_000_000);
  const answer = JSON.parse(module.load(JSON.stringify([{ path: 'a.json', text }])));
  assert.equal(answer.diagnostics[0].code, 'json.too_large');
  assert.equal(JSON.parse(module.evaluate(JSON.stringify({ policy: 'é' }))).ok, false);
});
