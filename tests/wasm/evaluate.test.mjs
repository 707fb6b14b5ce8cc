// The shipped module over the shipped policies: the independent cases, and byte-equality with the command.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, test } from 'node:test';

import { command } from '../support/command.mjs';
import { loadModule, readLines, shippedDocuments } from './module.mjs';

let module;
let cases;

before(async () => {
  module = await loadModule();
  cases = await readLines('conformance/due.jsonl');
});

test('the shipped policies and calendars load', async () => {
  assert.deepEqual(JSON.parse(module.load(JSON.stringify(await shippedDocuments()))), { ok: true });
});

test('due instants are those of the independent program', () => {
  const wrong = [];
  for (const { request, expect } of cases) {
    const result = JSON.parse(module.evaluate(JSON.stringify(request)));
    const due = result.targets?.find(({ kind }) => kind === expect.kind)?.due;
    const found = { kind: expect.kind, at: due?.at, earliest: due?.earliest, latest: due?.latest };
    try {
      assert.deepEqual(found, expect);
    } catch {
      wrong.push({ request, expect, found, diagnostics: result.diagnostics });
    }
  }
  assert.deepEqual(wrong.slice(0, 3), []);
  assert.equal(cases.length, 400);
});

// What the command answers to these requests, each a line; `exit` is 1 where some are wrong.
function answersOfCommand(requests, exit) {
  const { stdout, status } = spawnSync(command, ['batch'], {
    input: `${requests.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 30,
  });
  assert.equal(status, exit);
  return stdout.trimEnd().split('\n');
}

test('module and command give equal bytes', () => {
  const requests = cases.map(({ request }) => JSON.stringify({ ...request, include: ['timeline', 'week_map', 'cliff', 'trace'] }));
  assert.deepEqual(answersOfCommand(requests, 0), requests.map((request) => module.evaluate(request)));
});

test('so they do for numbers of every kind, where a whole one belongs and where none does', () => {
  const numbers = ['1', '-0', '0.5', '30.5', '1e3', '1E-3', '1e400', '-1e400', '9007199254740993', '9223372036854775808',
    '123456789012345678901234567890', '0.1e', '01', '.5', '1.', '-', '+1', 'NaN', 'Infinity'];
  const requests = numbers.flatMap((number) => [
    `{"policy":"zitadel@2023-10-06","plan":"custom","severity":"severity-1","submitted_at":"2026-04-02T14:30:00Z","options":{"severity_1_minutes":${number}}}`,
    `{"policy":"zitadel@2023-10-06","plan":"extended-sla","severity":"severity-1","submitted_at":${number}}`,
    `{"policy":${number}}`,
  ]);
  assert.deepEqual(answersOfCommand(requests, 1), requests.map((request) => module.evaluate(request)));
});

test('a bad request is answered, not thrown', () => {
  for (const request of ['', '{', '[]', 'null', '{"policy":"nobody"}', '\u0000', '['.repeat(100_000)]) {
    const result = JSON.parse(module.evaluate(request));
    assert.equal(result.ok, false, request);
    assert.ok(result.diagnostics.length > 0);
    for (const { code, message } of result.diagnostics) {
      assert.match(code, /^[a-z_]+(\.[a-z_]+)+$/);
      assert.notEqual(message, '');
    }
  }
});

test('a bad document is refused with every problem, and leaves the module alive', async () => {
  for (const documents of ['', '{}', '[1]', '[{"path":"a.json"}]', '[{"path":"a.json","text":"{"}]']) {
    assert.equal(JSON.parse(module.load(documents)).ok, false, documents);
  }
  assert.equal(JSON.parse(module.load(JSON.stringify(await shippedDocuments()))).ok, true);
});

test('wall times: unique, in a gap, and twice', () => {
  const ask = (request) => JSON.parse(module.wall_time(JSON.stringify({ time_zone: 'Europe/Zurich', ...request })));
  assert.deepEqual(ask({ at: '2026-07-01T12:00:00Z' }),
    { ok: true, kind: 'unique', at: '2026-07-01T12:00:00Z', local: '2026-07-01T14:00:00+02:00' });
  assert.deepEqual(ask({ local: '2026-07-01T14:00' }),
    { ok: true, kind: 'unique', at: '2026-07-01T12:00:00Z', local: '2026-07-01T14:00:00+02:00' });
  assert.deepEqual(ask({ local: '2026-03-29T02:30' }),
    { ok: true, kind: 'gap', at: '2026-03-29T01:00:00Z', local: '2026-03-29T03:00:00+02:00' });
  assert.deepEqual(ask({ local: '2026-10-25T02:30:00' }), {
    ok: true, kind: 'overlap', at: '2026-10-25T00:30:00Z', local: '2026-10-25T02:30:00+02:00',
    second: { at: '2026-10-25T01:30:00Z', local: '2026-10-25T02:30:00+01:00' },
  });
  assert.equal(ask({ local: 'tomorrow' }).ok, false);
  assert.equal(ask({ time_zone: 'Europe/Zürich', at: '2026-07-01T12:00:00Z' }).ok, false);
});
