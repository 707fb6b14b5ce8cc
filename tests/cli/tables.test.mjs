// Exports of ticket systems (tests/data/tickets/): with a mapping that says what a person would say, each gives what a person
// would get; without one, what is missing is named, and nothing is guessed.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { fittingFile } from '../support/results.mjs';
import { pathOf, read, supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-tables-'));
after(() => rmSync(folder, { recursive: true }));

const names = readdirSync(new URL('../data/tickets/', import.meta.url))
  .filter((name) => name.endsWith('.expect.json'))
  .map((name) => name.replace('.expect.json', ''));

const expected = (name) => JSON.parse(read(`tests/data/tickets/${name}.expect.json`));
const table = (name) => pathOf(`tests/data/tickets/${name}.csv`);

function mappingFile(name, { policy, plan, mapping }) {
  const path = join(folder, `${name}.mapping.json`);
  const document = { $schema: 'urn:supportcalc:schema:mapping:1', version: 1, ...mapping, policy, plan };
  writeFileSync(path, JSON.stringify(fittingFile(document, 'mapping')));
  return path;
}

// The rows of a CSV text, as objects.
function rowsOf(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (quoted || (c !== ',' && c !== '\n')) cell += c;
    else {
      rows.at(-1).push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    }
  }
  const [head, ...rest] = rows.slice(0, -1);
  return rest.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]]).reverse()));
}

// What became of each row, in the shape of the expectations.
function found(row) {
  const verdict = { met: true, missed: false }[row.verdict] ?? null;
  const ticket = {
    row: Number(row.row),
    id: row.id,
    submitted_at: row.submitted_at,
    responded_at: row.responded_at === '' ? null : row.responded_at,
    severity: row.severity,
    due_at: row.due_at,
    met: verdict,
  };
  if (verdict === null) ticket.overdue = row.verdict === 'overdue';
  return ticket;
}

for (const name of names) {
  test(`${name}: counts and verdicts`, () => {
    const expect = expected(name);
    const out = join(folder, `${name}.out.csv`);
    const words = ['audit', table(name), '--mapping', mappingFile(name, expect), '--now', expect.now, '--json', '--out', out];
    const { out: json, err } = supportcalc(words);
    const report = JSON.parse(json);
    assert.deepEqual(report.counts, { ...expect.counts, disputed: 0 }, err);
    const rows = rowsOf(readFileSync(out, 'utf8'));
    assert.equal(rows.length, expect.counts.rows);
    const judged = rows.filter(({ verdict }) => verdict !== 'duplicate' && verdict !== 'unjudged');
    assert.deepEqual(
      judged.map(found),
      expect.tickets.map((ticket) => Object.fromEntries(Object.entries(ticket).filter(([key]) => key !== 'due_latest'))),
    );
    for (const { row, due_latest } of expect.tickets.filter((ticket) => ticket.due_latest)) {
      assert.equal(judged.find((each) => Number(each.row) === row).due_latest, due_latest);
    }
    assert.deepEqual(
      report.duplicates.map(({ row, id, first_row }) => ({ row, id, first_row })),
      expect.duplicates,
    );
    assert.deepEqual(
      report.unjudged.map(({ row, id }) => ({ row, id })),
      expect.unjudged.map(({ row, id }) => ({ row, id })),
    );
    assert.ok(report.unjudged.every(({ why }) => why !== ''));
  });
}

// What a person adds as flags gives the same as a mapping file does.
function flagsOf({ mapping, policy, plan, now }) {
  const flags = ['--policy', policy, '--plan', plan, '--now', now];
  const add = (flag, value) => value !== undefined && value !== null && flags.push(`--${flag}`, value);
  for (const [role, name] of Object.entries(mapping.columns)) add('column', `${role}=${name}`);
  for (const [word, level] of Object.entries(mapping.severity_map ?? {})) add('map', `severity=${word}=${level}`);
  add('severity', mapping.severity_for_all);
  add('date-order', mapping.date_order);
  if (mapping.zone !== null && typeof mapping.zone === 'object') for (const [role, zone] of Object.entries(mapping.zone)) add('zone', `${role}=${zone}`);
  else add('zone', mapping.zone);
  for (const mark of mapping.no_value) if (mark !== '') add('no-value', mark);
  if (mapping.responded_after) add('responded-after', `${mapping.responded_after.column}:${mapping.responded_after.unit}`);
  add('repeated-ids', mapping.repeated_ids?.split(' ')[0]);
  return flags;
}

for (const name of names) {
  test(`${name}: flags, a saved mapping, several threads and a pipe`, () => {
    const expect = expected(name);
    const saved = join(folder, `${name}.saved.json`);
    const counts = (words, input) => JSON.parse(supportcalc(['audit', ...words, '--json'], { input }).out).counts;
    assert.deepEqual(counts([table(name), ...flagsOf(expect), '--save-mapping', saved]), { ...expect.counts, disputed: 0 });
    fittingFile(JSON.parse(readFileSync(saved, 'utf8')), 'mapping');
    assert.deepEqual(counts([table(name), '--mapping', saved, '--now', expect.now, '--jobs', '3']), { ...expect.counts, disputed: 0 });
    const bytes = readFileSync(table(name));
    assert.deepEqual(counts(['-', '--mapping', saved, '--now', expect.now], bytes), { ...expect.counts, disputed: 0 });
    const packed = join(folder, `${name}.csv.gz`);
    writeFileSync(packed, gzipSync(bytes));
    assert.deepEqual(counts([packed, '--mapping', saved, '--now', expect.now]), { ...expect.counts, disputed: 0 });
  });

  test(`${name}: what a person has to add is named`, () => {
    const expect = expected(name);
    const { code, out } = supportcalc(['audit', table(name), '--policy', expect.policy, '--plan', expect.plan, '--explain', '--json']);
    assert.equal(code, 0);
    const seen = JSON.parse(out);
    const { columns } = expect.mapping;
    for (const [role, column] of Object.entries(columns)) {
      const taken = seen.mapping.columns[role];
      const offered = Object.values(seen.offered).flat();
      // Nothing else is taken for it; what is not taken is offered.
      assert.ok(taken === column || (taken === undefined && offered.includes(column)) || role === 'severity' || role === 'id', `${role}: ${taken}`);
    }
    if (expect.mapping.zone !== null) assert.equal(seen.needs_zone, seen.mapping.columns.submitted_at !== undefined);
    if (seen.mapping.columns.severity === columns.severity && columns.severity !== undefined) {
      for (const word of Object.keys(expect.mapping.severity_map)) assert.ok(seen.words.includes(word), word);
    }
  });
}
