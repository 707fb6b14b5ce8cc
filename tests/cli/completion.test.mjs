// What shells offer for what is typed: the command's answers, and the scripts that ask for them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { binary, pathOf, supportcalc } from './supportcalc.mjs';

const offered = (...words) => supportcalc(['__complete', ...words]).out.split('\n').slice(0, -1);
const own = ['--policies', pathOf('tests/cli/data/own')];

test('commands, and what stands for one', () => {
  assert.deepEqual(offered('co'), ['compare', 'completion']);
  const listed = [...supportcalc(['--help']).out.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
  assert.deepEqual(offered(''), [...listed, 'help', '--help', '--version']);
});

test('every flag of every command', () => {
  for (const command of offered('').filter((word) => /^[a-z]+$/.test(word) && word !== 'help')) {
    const { out } = supportcalc([command, '--help']);
    const flags = [...out.matchAll(/^ {2}(?:-h,)?(--[\w-]+)/gm)].map(([, name]) => name);
    assert.deepEqual(offered(command, '--'), flags, command);
  }
});

test('values: policies, plans, levels, answers, options, languages, shells', () => {
  for (const [words, expected] of [
    [['show', 'zit'], ['zitadel', 'zitadel@2023-10-06', 'zitadel@2023-11-15']],
    [['diff', 'scalr', 'scalr@'], ['scalr@undated']],
    [['evaluate', '--policy', 'sc'], ['scalr', 'scalr@undated']],
    [['evaluate', '--policy=sc'], ['--policy=scalr', '--policy=scalr@undated']],
    [['evaluate', '--policy', 'scalr', '--plan', ''], ['free', 'business']],
    [['evaluate', '--policy=scalr', '--severity', ''], ['p0', 'p1', 'p2', 'p3', 'p4']],
    [['evaluate', '--policy', 'scalr', '--option', ''], ['deployment=saas', 'deployment=self-hosted']],
    [['evaluate', '--impact', 'availability=d'], ['availability=down', 'availability=degraded']],
    [['holes', 'scalr', '--plan', 'b'], ['business']],
    [['calendar', 'g'], ['gb-eng']],
    [['calendar', ...own, 'acme'], ['acme-days']],
    [['list', '--lang', 'd'], ['de']],
    [['completion', ''], ['bash', 'zsh', 'fish']],
    [['evaluate', ...own, '--policy', 'ac'], ['acme', 'acme@2026-01-31']],
  ]) {
    assert.deepEqual(offered(...words), expected, words.join(' '));
  }
});

test('nothing where only the user knows, where nothing fits, and for nonsense', () => {
  for (const words of [[], ['nothing', ''], ['evaluate', '--at', ''], ['evaluate', '--request', ''], ['validate', ''], ['list', '--json='],
    ['evaluate', '--policy', 'nobody', '--plan', ''], ['evaluate', '--nothing=', ''], ['list', 'x', '']]) {
    assert.deepEqual(supportcalc(['__complete', ...words]), { code: 0, out: '', err: '' }, words.join(' '));
  }
});

const inPath = { ...process.env, PATH: `${dirname(binary)}:${process.env.PATH}` };
const runIn = (shell, ...words) => spawnSync(shell, words, { env: inPath, encoding: 'utf8' });

// What Tab offers in bash at the end of a line.
function inBash(line) {
  const script = `${supportcalc(['completion', 'bash']).out}
    COMP_LINE=$1 COMP_POINT=\${#1}; _supportcalc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = runIn('bash', '--norc', '-euc', script, 'bash', line);
  assert.deepEqual([status, stderr], [0, '']);
  return stdout.trim().split('\n');
}

test('bash completes words around "=" too, which it takes for words of their own', () => {
  assert.deepEqual(inBash('supportcalc ho'), ['holes']);
  assert.deepEqual(inBash('supportcalc show sc'), ['scalr', 'scalr@undated']);
  assert.deepEqual(inBash('supportcalc evaluate --policy scalr --plan '), ['free', 'business']);
  assert.deepEqual(inBash('supportcalc evaluate --impact availability=d'), ['down', 'degraded']);
  assert.deepEqual(inBash('supportcalc evaluate --policy=sc'), ['scalr', 'scalr@undated']);
  assert.deepEqual(inBash('supportcalc evaluate --impact=availability=do'), ['down']);
  assert.deepEqual(inBash('supportcalc validate '), ['']);
});

// Other shells are asked where they are installed.
const folder = mkdtempSync(join(tmpdir(), 'supportcalc-'));
after(() => rmSync(folder, { recursive: true }));
const installed = (shell) => !runIn(shell, '-c', 'true').error;
const scriptOf = (shell) => supportcalc(['completion', shell]).out;

for (const shell of ['bash', 'zsh', 'fish'].filter(installed)) {
  test(`${shell} can read its script`, () => {
    const file = join(folder, shell);
    writeFileSync(file, scriptOf(shell));
    const { status, stderr } = runIn(shell, '-n', file);
    assert.deepEqual([status, stderr], [0, '']);
  });
}

if (installed('fish')) {
  test('fish offers what the command answers', () => {
    const ask = (line) => runIn('fish', '--no-config', '-c', `${scriptOf('fish')}\ncomplete -C '${line}'`).stdout.trim().split('\n');
    assert.deepEqual(ask('supportcalc ho'), ['holes']);
    assert.deepEqual(ask('supportcalc evaluate --policy scalr --plan ').sort(), ['business', 'free']);
  });
}

test('an unknown shell', () => {
  const { code, out, err } = supportcalc(['completion', 'cmd']);
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /Unknown shell "cmd"; choose bash, zsh or fish\./);
});
