// script/test as a command: what its help names is what there is, and what it does not know it refuses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { sourcesToCheck } from '../../tools/changed_sources.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Without what tells a test runner that it was started by another: it would run nothing.
const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
const script = (...parts) => spawnSync('script/test', parts, { cwd: root, env, encoding: 'utf8' });

// What the help lists, in its own words: indented, with what it is.
const listed = (text) => [...text.matchAll(/^ {2}(\S+) {2,}\S/gm)].map(([, name]) => name);

test('the help lists every suite and every lane, and nothing else', async () => {
  const { status, stdout } = script('--help');
  assert.equal(status, 0);
  const suites = await readFile(`${root}script/suites.sh`, 'utf8');
  const functions = [...suites.matchAll(/^suite_(\w+)\(\)/gm)].map(([, name]) => name.replaceAll('_', '-'));
  assert.deepEqual(listed(stdout).sort(), functions.sort());
  for (const lane of ['hosts', 'sanitizers', 'clang-current', 'emscripten-current', 'tidy-all']) {
    assert.ok(listed(stdout.slice(stdout.indexOf('Lanes:'))).includes(lane), lane);
  }
});

test('every folder of tests belongs to a suite', async () => {
  const suites = await readFile(`${root}script/suites.sh`, 'utf8');
  const ofSuites = new Set([...suites.matchAll(/ tests\/(\w+) /g)].map(([, name]) => name));
  const folders = (await readdir(`${root}tests`, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const withoutTests = ['data', 'support'];
  assert.deepEqual(folders.filter((name) => !ofSuites.has(name)).sort(), withoutTests);
});

test('what is not known is refused before anything is built, with the list of what is', () => {
  for (const unknown of ['nosuch', '--nosuch', 'tests/cli/nosuch.test.mjs', 'core/base/diagnostic.h']) {
    const { status, stdout, stderr } = script('layers', unknown);
    assert.equal(status, 2, unknown);
    assert.equal(stdout, '');
    assert.ok(stderr.includes(unknown), stderr);
    assert.ok(listed(stderr).includes('unit'));
  }
});

test('one suite runs alone, and the last line is the total', () => {
  const { status, stdout } = script('tests/layering/layering.test.mjs');
  assert.equal(status, 0, stdout);
  assert.match(stdout, /\n[1-9]\d* passed, 0 failed\n$/);
  assert.doesNotMatch(stdout, /Native build/);
});

test('clang-tidy looks at what differs and at what includes it', () => {
  const files = new Map([
    ['base/a.h', ''],
    ['base/a.cpp', '#include "base/a.h"\n'],
    ['engine/b.h', '#include <vector>\n#include "base/a.h"\n'],
    ['engine/b.cpp', '#include "engine/b.h"\n'],
    ['cli/c.cpp', '#include "cli/other.h"\n'],
  ]);
  assert.deepEqual(sourcesToCheck(files, new Set(['cli/c.cpp'])), ['cli/c.cpp']);
  assert.deepEqual(sourcesToCheck(files, new Set(['base/a.h'])), ['base/a.cpp', 'engine/b.cpp']);
  assert.deepEqual(sourcesToCheck(files, new Set(['base/gone.h'])), []);
});
