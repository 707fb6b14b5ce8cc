// The module of compare and audit: byte-equality with the command.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { command } from '../support/command.mjs';
import { loadModule, readLines, shippedDocuments } from './module.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-reports-'));
after(() => rmSync(folder, { recursive: true }));

let module;
before(async () => {
  module = await loadModule('supportcalc-reports');
  assert.deepEqual(JSON.parse(module.load(JSON.stringify(await shippedDocuments()))), { ok: true });
});

// What the command prints; `code` is the exit code it must have.
function run(code, parameters, input = '') {
  const { stdout, status } = spawnSync(command, parameters, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, code, parameters.join(' '));
  return stdout;
}

test('messages', async () => {
  const cases = await readLines('conformance/due.jsonl');
  const requests = cases.map(({ request }) => JSON.stringify({ ...request, include: ['messages'] }));
  assert.ok(requests.length >= 400);
  const answers = run(0, ['batch'], `${requests.join('\n')}\n`).trimEnd().split('\n');
  assert.deepEqual(answers, requests.map((request) => module.evaluate(request)));
});

const friday = '2026-11-20T15:30:00Z';
const comparisons = {
  'all vendors, nothing known': { policy: '*', submitted_at: friday },
  'all vendors, an outage': {
    policy: '*', submitted_at: friday, visitor_time_zone: 'Asia/Tokyo',
    impact: { environment: 'production', availability: 'down', workaround: 'none' },
  },
  'all vendors, another target': { policy: '*', submitted_at: friday, kind: 'resolution' },
  'one vendor, a level': { policy: 'spacelift', submitted_at: friday, severity: 'severity-3' },
  'one revision, an option': {
    policy: ['zitadel@2023-10-06'], submitted_at: friday, severity: 'severity-1', options: { support_hours: '24x7' },
  },
  'a policy without levels': { policy: 'spacelift@2022-07-06', submitted_at: '2022-08-01T10:00:00Z' },
  'a level across vendors': { policy: '*', submitted_at: friday, severity: 'severity-1' },
  'a policy nobody knows': { policy: 'nobody', submitted_at: friday },
  'what no plan can use': { policy: 'scalr', submitted_at: friday, options: { colour: 'red' } },
  'no time of filing': { policy: '*' },
};

for (const [name, request] of Object.entries(comparisons)) {
  test(`compare, ${name}: module and command give equal bytes`, () => {
    const text = JSON.stringify(request);
    const answer = module.compare(text);
    const { ok } = JSON.parse(answer);
    assert.equal(run(ok ? 0 : 1, ['compare', '--request', '-', '--json'], text), `${answer}\n`);
  });
}

// Tickets of every vendor and every verdict, with the flaws that real tables have.
function tickets() {
  const rows = ['\uFEFFid;submitted_at;responded_at;severity;policy;plan;owner'];
  const kinds = [
    ['severity-1', 'zitadel@2023-10-06', 'extended-sla'],
    ['Severity 3', 'zitadel', 'enterprise-cloud'],
    ['p4', 'stakater', 'premium'],
    ['Priority 1', 'scalr', 'Business'],
    ['severity-2', 'spacelift', 'gold'],
    ['severity-1', 'zitadel@2023-10-06', 'default'],
    ['p9', 'scalr', 'business'],
  ];
  for (let i = 0; i < 700; i++) {
    const filed = new Date(Date.UTC(2026, 0, 1, 8) + i * 37 * 60_000 * 60);
    const answered = new Date(filed.getTime() + ((i * 7919) % 4000) * 60_000);
    const written = i % 10 === 0 ? '' : i % 11 === 0 ? answered.toISOString().slice(0, 16) : answered.toISOString();
    rows.push([i % 50 === 0 ? '"=SUM(1;2) ""ü"""' : `T-${i}`, filed.toISOString(), written, ...kinds[i % kinds.length], 'Zoë'].join(';'));
  }
  rows.splice(20, 0, 'T-x;yesterday;;p1;scalr;business;me', 'T-y;2026-01-01T00:00:00Z', '', '"T-z;2026-01-02T00:00:00Z;;p1');
  return `${rows.join('\r\n')}\r\n`;
}

// The whole of an audit: the report as it was written, the result table, and the rows that were told.
function audit(options, pieces) {
  assert.deepEqual(JSON.parse(module.audit_begin(JSON.stringify(options))), { ok: true });
  let table = '';
  const rows = [];
  for (const piece of pieces) {
    const answer = JSON.parse(module.audit_add(piece));
    table += answer.csv;
    rows.push(...answer.rows);
  }
  const end = module.audit_end();
  const { ok, csv, rows: last, summary, report } = JSON.parse(end);
  assert.equal(ok, true);
  rows.push(...last);
  return { report: end.slice(end.indexOf('"report":') + '"report":'.length, -1), counts: summary, tickets: report.counts.tickets, table: table + csv, rows };
}

const now = '2026-12-24T12:00:00Z';

test('audit: module and command give equal bytes, however the table is cut', () => {
  const text = tickets();
  const file = path.join(folder, 'tickets.csv');
  const out = path.join(folder, 'judged.csv');
  writeFileSync(file, text);
  const flags = ['audit', file, '--now', now, '--zone', 'Europe/Berlin'];
  const report = run(1, [...flags, '--json']);
  run(1, [...flags, '--out', out]);

  const options = { now, time_zone: 'Europe/Berlin', csv: true };
  const bytes = new TextEncoder().encode(text);
  const cut = (size) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  for (const pieces of [[text], cut(1000), cut(7)]) {
    const found = audit(options, pieces);
    assert.equal(`${found.report}\n`, report);
    assert.equal(found.table, readFileSync(out, 'utf8'));
    for (const verdict of ['missed', 'disputed', 'open', 'unjudged']) {
      assert.ok(found.counts[verdict] > 0, verdict);
      assert.equal(found.rows.filter((row) => row.verdict === verdict).length, found.counts[verdict], verdict);
    }
  }
});

test('audit: a table is looked at before it is judged', () => {
  assert.deepEqual(JSON.parse(module.table_begin('{"policy":"zitadel@2023-10-06","plan":"extended-sla","time_zone":"UTC"}')), { ok: true });
  module.table_add('number;opened;first response;prio\nA;13/04/2026 08:00;14/04/2026 09:00;severity-1\n');
  module.table_add('B;01/04/2026 08:00;;severity-1\n');
  const seen = JSON.parse(module.table_end());
  assert.deepEqual([seen.ok, seen.rows, seen.missing], [true, 2, []]);
  const { columns, date_order } = seen.mapping;
  assert.deepEqual([columns, date_order], [{ id: 'number', submitted_at: 'opened', responded_at: 'first response', severity: 'prio' }, 'dmy']);
  const found = audit({ now, mapping: seen.mapping, csv: true }, ['number;opened;first response;prio\n', 'A;01/04/2026 08:00;02/04/2026 09:00;severity-1\n']);
  assert.equal(found.rows[0].submitted_at, '2026-04-01T08:00:00Z');
  assert.equal(JSON.parse(module.table_end()).diagnostics[0].code, 'table.empty');
});

test('audit: policy and plan instead of columns', () => {
  const text = 'id,submitted_at,responded_at,severity\nA,2026-04-02T14:30:00Z,2026-04-07T07:00:00Z,severity-1\n';
  const report = run(0, ['audit', '-', '--policy', 'zitadel@2023-10-06', '--plan', 'extended-sla', '--now', now, '--json'], text);
  const found = audit({ policy: 'zitadel@2023-10-06', plan: 'extended-sla', now, csv: true }, [text]);
  assert.equal(`${found.report}\n`, report);
  assert.equal(found.rows[0].late_by_seconds, 1800);
});

test('audit: what is wrong with the options or the header is told, and the next audit is a fresh one', () => {
  assert.equal(JSON.parse(module.audit_begin('{"time_zone":"Middle/Earth"}')).ok, false);
  assert.equal(JSON.parse(module.audit_begin('{}')).ok, true);
  // What the columns hold may be told by the rows, so the header is refused at the end.
  assert.equal(JSON.parse(module.audit_add('id,severity\nA,p1\n')).ok, true);
  assert.equal(JSON.parse(module.audit_end()).ok, false);
  assert.equal(JSON.parse(module.audit_end()).ok, false);
  assert.equal(audit({ csv: true }, ['id,submitted_at,responded_at,severity,policy,plan\n']).tickets, 0);
});

test('audit: other documents in the middle of one end it', async () => {
  assert.equal(JSON.parse(module.audit_begin('{"policy":"scalr","plan":"business"}')).ok, true);
  assert.equal(JSON.parse(module.audit_add('id,submitted_at,responded_at,severity\n')).ok, true);
  assert.equal(JSON.parse(module.load(JSON.stringify(await shippedDocuments()))).ok, true);
  const row = 'A,2026-04-02T14:30:00Z,2026-04-02T14:40:00Z,p1\n';
  module.audit_add(row);
  const { ok, diagnostics } = JSON.parse(module.audit_end());
  assert.equal(ok, false);
  assert.equal(diagnostics[0].code, 'table.column.missing'); // the row is no header
});

test('a form is offered what the cases say', async () => {
  for (const { why, request, expect } of await readLines('entries.jsonl')) {
    const entries = JSON.parse(module.entries(JSON.stringify(request)));
    for (const [key, value] of Object.entries(expect)) assert.deepEqual(entries[key], value, `${key}: ${why}`);
  }
});
