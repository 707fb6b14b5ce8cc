// Many tickets: JSON Lines in, JSON Lines out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { binary, conformanceCases, pathOf, supportcalc } from './supportcalc.mjs';

const request = JSON.stringify({
  policy: 'zitadel@2023-10-06',
  plan: 'extended-sla',
  severity: 'severity-1',
  submitted_at: '2026-04-02T14:30:00Z',
});
const linesOf = (text) => text.split('\n').slice(0, -1);

test('the 400 conformance cases', () => {
  const cases = conformanceCases();
  const { code, out } = supportcalc(['batch'], { input: cases.map((each) => JSON.stringify(each.request) + '\n').join('') });
  assert.equal(code, 0);
  const results = linesOf(out).map((line) => JSON.parse(line));
  assert.equal(results.length, 400);
  for (const [index, { expect }] of cases.entries()) {
    const { kind, due } = results[index].targets[0];
    const { at, earliest, latest } = due;
    assert.deepEqual({ kind, at, earliest, latest }, expect, `line ${index + 1}`);
  }
});

test('gives what evaluate --json gives, byte for byte', () => {
  const one = supportcalc(['evaluate', '--request', '-', '--json'], { input: request });
  assert.equal(supportcalc(['batch'], { input: request + '\n' }).out, one.out);
});

test('a bad line gives an error in its place, and exit code 1', () => {
  const { code, out, err } = supportcalc(['batch'], { input: `${request}\n{"policy":\n${request}\n` });
  assert.equal(code, 1);
  assert.deepEqual(linesOf(out).map((line) => JSON.parse(line).ok), [true, false, true]);
  assert.equal(JSON.parse(linesOf(out)[1]).diagnostics[0].code, 'json.syntax');
  assert.match(err, /^supportcalc: 1 of 3 requests could not be answered/);
});

test('an empty line gives an empty line, so that line n answers line n', () => {
  const { code, out } = supportcalc(['batch'], { input: `\n${request}\n  \r\n${request}` });
  assert.equal(code, 0);
  const lines = linesOf(out);
  assert.equal(lines.length, 4);
  assert.deepEqual([lines[0], lines[2]], ['', '']);
  assert.equal(lines[1], lines[3]);
});

test('no lines at all', () => {
  assert.deepEqual(supportcalc(['batch']), { code: 0, out: '', err: '' });
});

test('lines end with CR LF too, and the last one needs no end', () => {
  const { code, out } = supportcalc(['batch'], { input: `${request}\r\n${request}` });
  assert.equal(code, 0);
  assert.equal(linesOf(out).length, 2);
});

test('huge lines, NUL bytes and text that is no UTF-8 give error results', () => {
  const huge = `{"policy": "${'x'.repeat(3_000_000)}"}`;
  const input = Buffer.concat([
    Buffer.from(`${huge}\n${' '.repeat(70_000)}{}\n{"policy": "a\0b"}\n{"policy": "`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(`"}\n${request}\n${huge}`),
  ]);
  const { code, out } = supportcalc(['batch'], { input });
  assert.equal(code, 1);
  const results = linesOf(out).map((line) => JSON.parse(line));
  assert.deepEqual(results.map(({ ok }) => ok), [false, false, false, false, true, false]);
  assert.deepEqual(results.map(({ diagnostics }) => diagnostics?.[0].code), [
    'json.too_large', 'json.too_large', 'json.syntax', 'json.syntax', undefined, 'json.too_large',
  ]);
  assert.match(results[0].diagnostics[0].message, /3000014 bytes/);
});

test('from a file; a folder or a missing file is an error', () => {
  const answered = supportcalc(['batch', pathOf('tests/cli/data/requests.jsonl')]);
  assert.equal(answered.code, 0);
  assert.equal(linesOf(answered.out).length, 2);
  for (const [path, why] of [[pathOf('tests/cli/data'), /It is a folder\. Name a file in it\./], [pathOf('tests/cli/none'), /No such file/]]) {
    const { code, out, err } = supportcalc(['batch', path]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, why);
    assert.ok(err.includes(path));
  }
});

test('each answer comes before the next line is waited for', async () => {
  const child = spawn(binary, ['batch']);
  for (let i = 0; i < 3; ++i) {
    child.stdin.write(request + '\n');
    const [chunk] = await once(child.stdout, 'data');
    assert.match(String(chunk), /^{"ok":true/);
  }
  child.stdin.end();
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('a reader that goes away ends it quietly', async () => {
  const child = spawn(binary, ['batch']);
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.on('error', () => {
    // The command no longer reads.
  });
  const exit = once(child, 'exit');
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.write((request + '\n').repeat(2000));
  child.stdin.end();
  const [code, signal] = await exit;
  assert.deepEqual([code, signal, err], [0, null, '']);
});

test('--fields writes only what is asked for', () => {
  const good = JSON.stringify({ policy: 'zitadel@2023-10-06', plan: 'extended-sla', severity: 'severity-1', submitted_at: '2026-04-02T14:30:00Z' });
  const { out } = supportcalc(['batch', '--fields', 'severity.id,targets.due.at', '--fields', 'scope'], { input: `${good}\n{}\n` });
  const [first, second] = out.trimEnd().split('\n');
  const { ok, severity, scope, targets, ...rest } = JSON.parse(first);
  assert.deepEqual([ok, severity, scope.verdict, targets[0], rest], [true, { id: 'severity-1' }, 'not-asked', { due: { at: '2026-04-07T06:30:00Z' } }, {}]);
  assert.equal(JSON.parse(second).ok, false);
  assert.ok(first.length < 300);
});
