// The examples of the documentation, with the text they really print.
//
// Each file of examples/ is a command after "$ ", and below it what it prints. UPDATE_EXAMPLES=1 writes them anew.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { supportcalc } from './supportcalc.mjs';

const folder = new URL('examples/', import.meta.url);

for (const name of readdirSync(folder).sort()) {
  test(name, () => {
    const file = new URL(name, folder);
    const [command, ...expected] = readFileSync(file, 'utf8').split('\n');
    assert.match(command, /^\$ supportcalc /);
    const { code, out, err } = supportcalc(command.split(' ').slice(2));
    if (process.env.UPDATE_EXAMPLES) writeFileSync(file, `${command}\n${out}${err}`);
    else assert.equal(out + err, expected.join('\n'));
    assert.equal(code, err === '' ? 0 : 1);
    for (const line of out.split('\n')) {
      if (!line.startsWith('{')) assert.ok([...line].length <= 100, `too wide: ${line}`);
    }
  });
}
