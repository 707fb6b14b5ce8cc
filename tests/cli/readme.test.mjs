// The README's example prints what the README says, up to where it breaks off.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { supportcalc } from './supportcalc.mjs';

test('the example of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, block] = /```console\n\$ (supportcalc [^`]*)```/.exec(readme);
  const [command, shown] = block.replace(/ \\\n\s+/g, ' ').split(/\n([^]*)/);
  const { code, out } = supportcalc(command.split(' ').slice(1));
  assert.equal(code, 0);
  assert.ok(shown.endsWith('\n…\n'), 'the example says that it breaks off');
  assert.equal(out.slice(0, shown.length - 3), shown.slice(0, -3));
});
