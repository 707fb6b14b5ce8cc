// A server that writes pages out imports what it is told to: nothing may happen then.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const dist = new URL('../../dist/', import.meta.url);

test('the entries can be imported where there is no page', async () => {
  const before = Object.keys(globalThis);
  await import(new URL('widget.js', dist));
  const { SupportCalculator, define } = await import(new URL('element.js', dist));
  define();
  assert.equal(typeof SupportCalculator, 'function');
  assert.ok(SupportCalculator.observedAttributes.includes('policy-src'));
  assert.deepEqual(Object.keys(globalThis), before);
});

test('what a page pays before anybody scrolls to the calculator', async () => {
  for (const file of ['widget.js', 'element.js']) {
    const bytes = brotliCompressSync(await readFile(new URL(file, dist))).length;
    assert.ok(bytes <= 15_000, `${file}: ${bytes} bytes`);
  }
});
