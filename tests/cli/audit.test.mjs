// `supportcalc audit`: a table of tickets in, a summary and a table of verdicts out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { command } from '../support/command.mjs';
import { supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-audit-'));
after(() => rmSync(folder, { recursive: true }));

// Thursday 2 April 2026, 16:30 in Zurich; the next business hour ends on Tuesday after Easter, 08:30.
const tickets = `id,submitted_at,responded_at,severity
A,2026-04-02T14:30:00Z,2026-04-07T06:30:00Z,severity-1
B,2026-04-02T14:30:00Z,2026-04-07T07:00:00Z,Severity 1
"=C()",2026-04-02T14:30:00Z,,severity-1
`;
const flags = ['--policy', 'zitadel@2023-10-06', '--plan', 'extended-sla', '--now', '2026-04-08T12:00:00Z'];

test('a summary for people', () => {
  const { code, out, err } = supportcalc(['audit', '-', ...flags], { input: tickets });
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `3 tickets
  Met                     1
  Missed                  1
  Open                    1
  Open and overdue        1
  Met in time             33.3 %
  Time to answer          half within 1 hour of open time, nine of ten within 1 hour 30 minutes of
                          open time
  Credits                 2 days
  Next claim ends         7 May 2026
  Revision not in force   3

Share of the allowed time that was used
  up to 10\u00a0%              0
  up to 25\u00a0%              0
  up to 50\u00a0%              0
  up to 75\u00a0%              0
  up to 90\u00a0%              0
  up to 100\u00a0%             ######################################## 1
  up to 125\u00a0%             0
  up to 150\u00a0%             ######################################## 1
  up to 200\u00a0%             0
  up to 400\u00a0%             0
  over 400\u00a0%              0

By promise
  Promise                            Met  Missed  Depends on the reading  Open  Overdue  Met in time
  ---------------------------------  ---  ------  ----------------------  ----  -------  -----------
  zitadel@2023-10-06, Extended SLA,  1    1       0                       1     1        33.3 %
  Severity 1

  What these figures rest on
  - zitadel@2023-10-06, Extended SLA
    3 points the policy leaves open: Extended hours are defined, but no Cloud plan has them;
    Extended SLA has Business hours. The plan table gives support hours without saying for which
    severities; only self-hosting speaks of hours per severity. Public holidays of Switzerland /
    Canton St. Gallen: all Swiss ones together, or the canton's list.

Overdue now
  =C()                    Tuesday, 7 April 2026, 06:30 (UTC), row 4
`,
  );
});

test('German, and JSON', () => {
  assert.match(supportcalc(['audit', '-', ...flags, '--lang', 'de'], { input: tickets }).out, /^3 Tickets\n {2}Eingehalten/);
  const { code, out } = supportcalc(['audit', '-', ...flags, '--json'], { input: tickets });
  assert.equal(code, 0);
  const summary = JSON.parse(out);
  const counts = { rows: 3, tickets: 3, met: 1, missed: 1, disputed: 0, open: 1, overdue: 1, duplicates: 0, unjudged: 0 };
  assert.deepEqual([summary.ok, summary.counts, summary.share], [true, counts, { least: 0.3333, most: 0.3333 }]);
  assert.deepEqual(summary.promises.map(({ policy, plan, severity, commitment }) => [policy, plan, severity, commitment]), [
    ['zitadel', 'extended-sla', 'severity-1', 'objective'],
  ]);
});

test('a table of verdicts, safe to open in a spreadsheet', () => {
  const path = join(folder, 'out.csv');
  const { code, err } = supportcalc(['audit', '-', ...flags, '--out', path], { input: tickets });
  assert.deepEqual([code, err], [0, '']);
  const rows = readFileSync(path, 'utf8').trimEnd().split('\n');
  assert.equal(rows.length, 4);
  assert.match(rows[0], /^row,id,submitted_at,/);
  assert.match(rows[2], /^3,B,.*,2026-04-07T06:30:00Z,missed,5400,1800,2,2,days,2026-05-07,,not-in-force,.*,B,2026-04-02T14:30:00Z,2026-04-07T07:00:00Z,Severity 1$/);
  assert.match(rows[3], /^4,"'=C\(\)",/);
  const { out } = supportcalc(['audit', '-', ...flags, '--out', '-'], { input: tickets });
  assert.equal(out, readFileSync(path, 'utf8'));
});

test('--out never takes what is read, and replaces what is there only by something whole', async () => {
  const input = join(folder, 'input.csv');
  const link = join(folder, 'link.csv');
  writeFileSync(input, tickets);
  symlinkSync('input.csv', link);
  for (const [read, out] of [[input, input], [input, link], [link, input]]) {
    const { code, err } = supportcalc(['audit', read, ...flags, '--out', out]);
    assert.equal(code, 1);
    assert.match(err, /It is the file that is read\. Name another one\./);
  }
  assert.equal(readFileSync(input, 'utf8'), tickets);

  const before = join(folder, 'before.csv');
  writeFileSync(before, 'mine');
  chmodSync(before, 0o640);
  assert.equal(supportcalc(['audit', '-', ...flags, '--out', before], { input: 'id\n' }).code, 1);
  assert.equal(readFileSync(before, 'utf8'), 'mine');

  // Interrupted before the end of its input. With a mapping that leaves nothing open, rows are judged as they come.
  const complete = ['id', 'submitted_at', 'responded_at', 'severity'].flatMap((name) => ['--column', `${name}=${name}`]);
  const words = ['audit', '-', ...flags, ...complete, '--date-order', 'ymd', '--repeated-ids', 'all', '--out', before];
  const child = spawn(command, words, { stdio: 'pipe' });
  let err = '';
  let out = '';
  child.stderr.on('data', (text) => (err += text));
  child.stdout.on('data', (text) => (out += text));
  const [head, ...rows] = tickets.trimEnd().split('\n');
  child.stdin.write(`${head}\n${`${rows.join('\n')}\n`.repeat(4000)}`);
  const beside = () => readdirSync(folder).find((name) => /^before\.csv\../.test(name));
  for (let i = 0; i < 500 && !(beside() && statSync(join(folder, beside())).size > 0); i++) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGINT');
  const code = await new Promise((done) => child.on('close', done));
  assert.equal(code, 130);
  assert.match(err, /Interrupted: this is incomplete, .* --out .*before\.csv was left as it was\./);
  assert.match(out, /^[1-9][0-9,]* tickets/);
  assert.match(out, /Incomplete: the table was not read to its end/);
  assert.equal(readFileSync(before, 'utf8'), 'mine');
  assert.deepEqual(readdirSync(folder).filter((name) => /^before/.test(name)), ['before.csv']);

  const through = join(folder, 'through.csv');
  symlinkSync('before.csv', through);
  assert.equal(supportcalc(['audit', '-', ...flags, '--out', through], { input: tickets }).code, 0);
  assert.match(readFileSync(before, 'utf8'), /^row,id,/);
  assert.equal(statSync(before).mode & 0o777, 0o640);
  assert.ok(lstatSync(through).isSymbolicLink());
});

test('rows that cannot be judged are named, and the rest counts', () => {
  const { code, out, err } = supportcalc(['audit', '-', ...flags, '--json'], {
    input: tickets + 'D,soon,,severity-1\nE,2026-04-02T14:30:00Z,,p9\nF,1\n',
  });
  assert.equal(code, 1);
  assert.match(err, /standard input:5: D: table\.time\.unreadable: submitted_at: "soon" is no date or time/);
  assert.match(err, /standard input:6: E: request\.severity\.unknown: severity: .*--map severity="p9=LEVEL"/);
  assert.match(err, /standard input:7: csv\.cell_count: .*2 instead of 4/);
  assert.deepEqual([JSON.parse(out).counts.met, JSON.parse(out).counts.unjudged], [1, 3]);
});

test('tables that cannot be read', () => {
  for (const [input, message] of [
    ['', /There is no table in it: it is empty/],
    ['id,submitted_at\n', /No column is known to be "severity"/],
    ['id,id,submitted_at,responded_at,severity\n', /"id" is used twice/],
    ['\0\0\0', /This file is no text/],
    ['x'.repeat(2_200_000), /too long/],
    ['PK\u0003\u0004', /packed, and damaged/],
    ['"id', /never ends/],
  ]) {
    const { code, out, err } = supportcalc(['audit', '-', ...flags], { input });
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, message);
  }
  assert.equal(supportcalc(['audit', join(folder, 'absent.csv')]).code, 1);
  assert.equal(supportcalc(['audit', folder, ...flags]).code, 1);
  assert.equal(supportcalc(['audit']).code, 2);
  assert.equal(supportcalc(['audit', '-', '--now', 'soon']).code, 2);
  assert.equal(supportcalc(['audit', '-', '--zone', 'Mars/Olympus']).code, 2);
});

test('a quote that is never closed costs one row, not the file', () => {
  const row = 'A,2026-04-02T14:30:00Z,2026-04-07T06:30:00Z,severity-1\n';
  const path = join(folder, 'quote.csv');
  writeFileSync(path, `id,submitted_at,responded_at,severity\n"oops,x,y,z\n${row.repeat(5000)}`);
  const { code, out } = supportcalc(['audit', path, ...flags, '--json']);
  assert.equal(code, 1);
  const { unjudged, met, duplicates } = JSON.parse(out).counts;
  assert.deepEqual([unjudged, met, duplicates], [1, 1, 4999]);
});

const report = (words, input) => JSON.parse(supportcalc(['audit', '-', ...flags, '--json', ...words], { input }).out);

test('what is wanted: days, values, a breakdown, another plan', () => {
  const table = `id,submitted_at,responded_at,severity,Team
A,2026-04-02T14:30:00Z,2026-04-07T06:30:00Z,severity-1,blue
B,2026-04-03T14:30:00Z,2026-04-08T07:00:00Z,severity-1,green
C,2026-03-31T22:30:00Z,,severity-1,green
`;
  // Filed on 1 April in Zurich.
  assert.equal(report(['--from', '2026-04-01', '--to', '2026-04-02'], table).counts.tickets, 2);
  assert.equal(report(['--to', '2026-03-31'], table).counts.tickets, 0);
  assert.equal(report(['--where', 'Team=green'], table).counts.tickets, 2);
  assert.equal(report(['--where', 'Team=green', '--where', 'team=blue'], table).counts.rows, 0);
  assert.equal(report(['--where', 'Team=green', '--where', 'Team=blue'], table).counts.rows, 3);
  assert.deepEqual(report(['--by', 'Team'], table).by.columns[0].values.map(({ value, met, missed, overdue }) => [value, met, missed, overdue]), [
    ['blue', 1, 0, 0],
    ['green', 0, 1, 1],
  ]);
  assert.deepEqual(report(['--from', '2026-04-01'], table).basis.filters, { from: '2026-04-01' });
  assert.match(supportcalc(['audit', '-', ...flags, '--from', '2026-04-01', '--where', 'Team=green'], { input: table }).out, /Only if {17}from=2026-04-01, Team=green/);
  const against = report(['--against', 'default', '--where', 'Team=green'], table).against;
  assert.deepEqual([against.basis.plan, against.notes.no_figure, against.counts.tickets], ['default', 2, 2]);
  assert.match(supportcalc(['audit', '-', ...flags, '--where', 'Crew=green'], { input: table }).err, /There is no column "Crew"/);
  const { err } = supportcalc(['audit', '-', ...flags, '--column', 'severity=severty'], { input: table });
  assert.match(err, /There is no column "severty"\. The columns are: .*Did you mean "severity"\?/);
});

test('JSON, JSON Lines and standard input', () => {
  const rows = [
    { key: 'A', fields: { created: '2026-04-02T14:30:00.000+0000', priority: { name: 'High' } }, answer: '2026-04-07T06:30:00Z' },
    { key: 'B', fields: { created: '2026-04-02T14:30:00.000+0000', priority: { name: 'High' } }, answer: null },
  ];
  const words = ['--column', 'responded_at=answer', '--map', 'severity=High=severity-1'];
  const counts = { rows: 2, tickets: 2, met: 1, missed: 0, disputed: 0, open: 1, overdue: 1, duplicates: 0, unjudged: 0 };
  for (const text of [JSON.stringify(rows), JSON.stringify({ issues: rows }, null, 2), rows.map((row) => JSON.stringify(row)).join('\n')]) {
    assert.deepEqual(report(words, text).counts, counts);
  }
});

test('what is open is said, not decided', () => {
  const zurich = ['--zone', 'Europe/Zurich'];
  const one = (filed, answered, level = 'severity-1') => `id,submitted_at,responded_at,severity\nA,${filed},${answered},${level}\n`;
  // The clocks showed 02:30 twice on 26 October 2025 and never on 29 March 2026; both nights lie outside the hours.
  const twice = report(zurich, one('2025-10-26 02:30', '2025-10-27 08:30'));
  assert.deepEqual([twice.counts.met, twice.notes.doubtful], [1, 1]);
  const never = report(zurich, one('2026-03-29 02:30', '2026-03-30 09:00:01'));
  assert.deepEqual([never.counts.missed, never.notes.doubtful], [1, 1]);
  // An answer of the day on which it was due.
  const day = report(zurich, one('2026-04-07 09:00', '2026-04-07'));
  assert.deepEqual(day.unjudged, [{ row: 2, id: 'A', why: 'no-time-of-day', either: ['missed', 'met'] }]);
  assert.deepEqual(report(zurich, one('2026-04-07 09:00', '2026-04-08')).counts.missed, 1);
  // A level that the policy does not have by default.
  assert.deepEqual(report([], one('2026-04-07T09:00:00Z', '', '')).unjudged.map(({ why }) => why), ['table.severity.missing']);
  assert.equal(report(['--map', 'severity==severity-2'], one('2026-04-07T09:00:00Z', '', '')).counts.open, 1);
  // Day and month.
  const { code, out, err } = supportcalc(['audit', '-', ...flags, ...zurich], { input: one('04/07/2026 09:00', '') });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /0 dates can only be read day first, 0 only month first, 1 both ways, such as 04\/07\/2026 09:00/);
});

test('a few dates of another form cost their rows, not the table', () => {
  const { counts, unjudged } = report([], `${tickets}D,04/07/2026 09:00,,severity-1\n`);
  assert.deepEqual([counts.tickets, counts.unjudged, unjudged[0].why], [3, 1, 'table.time.unreadable']);
});

test('which row of an id counts', () => {
  const table = `${tickets}A,2026-04-02T14:30:00Z,2026-04-07T09:30:00Z,severity-1\n`;
  const of = (rule) => {
    const { counts, duplicates } = report(['--repeated-ids', rule], table);
    return [counts.met, counts.missed, counts.duplicates, duplicates];
  };
  assert.deepEqual(of('first'), [1, 1, 1, [{ row: 5, id: 'A', first_row: 2 }]]);
  assert.deepEqual(of('last'), [0, 2, 1, [{ row: 2, id: 'A', first_row: 5 }]]);
  assert.deepEqual(of('all'), [1, 2, 0, []]);
});

test('a table for Excel', () => {
  const path = join(folder, 'excel.csv');
  supportcalc(['audit', '-', ...flags, '--out', path, '--for-excel', '--lang', 'de'], { input: tickets });
  assert.match(readFileSync(path, 'utf8'), /^\uFEFFrow;id;submitted_at;/);
});

test('--explain says what has to be added, and judges nothing', () => {
  const table = 'Key;Opened;Last update;Priority\nA;03/04/2026 08:00;-;High\nA;05/04/2026 08:00;06/04/2026 09:00;Low\n';
  const { code, out, err } = supportcalc(['audit', '-', '--policy', 'zitadel', '--plan', 'extended-sla', '--explain'], { input: table });
  assert.deepEqual([code, err], [0, '']);
  for (const flag of ['--column responded_at="Last update"', '--date-order dmy|mdy', '--zone ZONE', '--map severity="High=LEVEL"', '--map severity="Low=LEVEL"', '--repeated-ids first|last|all']) {
    assert.ok(out.includes(flag), flag);
  }
  assert.match(supportcalc(['audit', '-', '--policy', 'zitadel', '--plan', 'extended-sla', '--explain', '--lang', 'de'], { input: table }).out, /Was noch zu sagen ist/);
});
