// `supportcalc diff`: words and JSON of what changed, on two small files and on the shipped policies.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { languages, supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-diff-'));
after(() => rmSync(folder, { recursive: true }));

const cite = { source: 'page' };
const week = ['mon', 'tue', 'wed', 'thu', 'fri'];

function policy(revision, { amount, close, verdict, plans }) {
  return {
    id: 'acme',
    revision,
    title: 'Acme support',
    vendor: { name: 'Acme', url: 'https://acme.example' },
    status: 'published',
    read_on: '2026-01-01',
    sources: [{ id: 'page', title: 'Support page' }],
    hours: [
      {
        id: 'office',
        label: 'Office hours',
        time_zone: 'Europe/Berlin',
        holidays: 'none',
        windows: [{ days: week, open: '09:00', close }],
        cite,
      },
    ],
    plans: plans.map((id) => ({ id, label: id[0].toUpperCase() + id.slice(1), support: 'full', cite })),
    severities: [{ id: 'high', label: 'High', description: 'Nothing works.', rule: { availability: ['down'] }, cite }],
    targets: [{ kind: 'first-response', commitment: 'target', amount, hours: 'office', cite }],
    escalation: { status: 'none', steps: [], cite },
    channels: [],
    scope: { topics: [{ id: 'setup', label: 'Setup', verdict, cite }] },
    remedies: [],
    remedies_status: { status: 'not-stated', cite },
  };
}

function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const before = write(
  'before.json',
  policy('2024', { amount: { value: 4, unit: 'business-hours' }, close: '17:00', verdict: 'in', plans: ['basic', 'gold'] }),
);
const later = write(
  'after.json',
  policy('2025', { amount: { min: 1, max: 2, unit: 'hours' }, close: '18:00', verdict: 'out', plans: ['basic'] }),
);

test('words, in a table for each part of the policy', () => {
  const { code, out, err } = supportcalc(['diff', before, later]);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `acme@2024 → acme@2025
  5 changes for a customer.

Plans
  What  Before  After
  ----  ------  ------
  Gold  Gold    (gone)

Targets
  What                                 Before                               After
  -----------------------------------  -----------------------------------  ------------
  Gold, High, First response           4 business hours · Published target  (gone)
  Basic, High, First response: amount  4 business hours                     1 to 2 hours

Hours
  What                 Before                        After
  -------------------  ----------------------------  ----------------------------
  Office hours: times  Monday to Friday 09:00–17:00  Monday to Friday 09:00–18:00

Scope
  What            Before    After
  --------------  --------  ------------
  Setup: verdict  In scope  Out of scope
`,
  );
});

test('German', () => {
  const { out } = supportcalc(['diff', before, later, '--lang', 'de']);
  assert.match(out, /5 Änderungen für Kunden\./);
  assert.match(out, /Office hours: Zeiten +Montag bis Freitag 09:00–17:00 +Montag bis Freitag 09:00–18:00/);
});

test('JSON: ids, and texts that are equal where nothing changed', () => {
  const { code, out } = supportcalc(['diff', before, later, '--json']);
  assert.equal(code, 0);
  const { ok, changes, ...sides } = JSON.parse(out);
  assert.equal(ok, true);
  assert.deepEqual(sides, { before: { id: 'acme', revision: '2024' }, after: { id: 'acme', revision: '2025' } });
  assert.deepEqual(changes.slice(0, 3), [
    { section: 'plans', kind: 'removed', id: 'gold', plan: 'gold', before: 'Gold', after: null },
    {
      section: 'targets',
      kind: 'removed',
      id: 'gold/high/first-response',
      plan: 'gold',
      severity: 'high',
      target: 'first-response',
      before: '4 business-hours, target',
      after: null,
    },
    {
      section: 'targets',
      kind: 'changed',
      id: 'basic/high/first-response',
      plan: 'basic',
      severity: 'high',
      target: 'first-response',
      what: 'amount',
      before: '4 business-hours',
      after: '1-2 hours',
    },
  ]);
});

test('a policy against itself', () => {
  const { code, out } = supportcalc(['diff', 'scalr', 'scalr@undated']);
  assert.equal(code, 0);
  assert.match(out, /Nothing changed for a customer\./);
});

test('shipped revisions, in both languages without a key left unworded', () => {
  for (const [a, b] of [
    ['zitadel@2023-10-06', 'zitadel@2023-11-15'],
    ['controlplane-flux@2024-06-19', 'controlplane-flux@2026-07-24'],
    ['spacelift@2022-07-06', 'spacelift@2023-05-15'],
    ['spacelift@2023-05-15', 'spacelift@2024-11-20'],
  ]) {
    for (const language of languages) {
      const { code, out, err } = supportcalc(['diff', a, b, '--lang', language]);
      assert.deepEqual([code, err], [0, '']);
      assert.doesNotMatch(out, /\b(part|diff|show|kind)\.[a-z]/);
      assert.doesNotMatch(out, /: [a-z]+(-[a-z]+)+ {2}/);
    }
  }
});

test('what cannot be compared', () => {
  const broken = write('broken.json', { id: 'acme' });
  const { code, out, err } = supportcalc(['diff', broken, 'nobody@1']);
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /broken\.json:1:1: .*"revision" is missing/);
  assert.match(err, /There is no policy "nobody"\./);
  assert.equal(supportcalc(['diff', before]).code, 2);
  assert.equal(supportcalc(['diff', before, join(folder, 'absent.json')]).code, 1);
});
