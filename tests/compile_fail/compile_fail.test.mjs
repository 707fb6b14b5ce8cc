// Misuse that must not compile. Each file compiles as it stands, and fails with the error named for each value of MISUSE.
//
// $CXX is the compiler, c++ unless it is set.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const compiler = process.env.CXX ?? 'c++';
const options = ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-fsyntax-only', '-DONLY_C_LOCALE=1',
  '-I', fileURLToPath(new URL('../../core', import.meta.url))];

// What the compiler says; "" when it has nothing to say.
const compile = (file, misuse) =>
  new Promise((resolve) => {
    const source = fileURLToPath(new URL(file, folder));
    execFile(compiler, [...options, `-DMISUSE=${misuse}`, source], { env: { ...process.env, LC_ALL: 'C' } }, (error, _, said) =>
      resolve(error ? said || String(error) : ''));
  });

for (const file of (await readdir(folder)).filter((name) => name.endsWith('.cpp')).sort()) {
  const text = await readFile(new URL(file, folder), 'utf8');
  const misuses = [...text.matchAll(/MISUSE == (\d+) +\/\/ error: (.+)$/gm)];

  test(`${file} compiles without misuse`, async () => {
    assert.equal(await compile(file, 0), '');
    assert.notEqual(misuses.length, 0);
  });

  for (const [, misuse, error] of misuses) {
    test(`${file}: misuse ${misuse} does not compile`, async () => {
      assert.match(await compile(file, misuse), new RegExp(`error: .*(${error})`));
    });
  }
}
