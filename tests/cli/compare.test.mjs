// `supportcalc compare`: one problem under every plan, in words and as JSON.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { languages, supportcalc } from './supportcalc.mjs';

const at = ['--at', '2026-04-02T14:30:00Z', '--zone', 'Europe/Zurich'];

test('a level under every plan of one policy', () => {
  const { code, out, err } = supportcalc(['compare', '--policy', 'spacelift@2023-05-15', '--severity', 'severity-1', ...at]);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /^First response\n\n {2}Promised, soonest first\n/);
  assert.ok(out.indexOf('Cloud') < out.indexOf('No time promised'));
  assert.ok(out.indexOf('No time promised') < out.indexOf('Free'));
  assert.match(out, /1\. +spacelift@2023-05-15 +Severity 1 +Thursday, 2 April 2026, 17:30/);
});

test('an impact across all vendors: only the newest revisions, sorted, and nothing promised behind what is not', () => {
  const { code, out } = supportcalc(['compare', '--impact', 'availability=down', '--impact', 'environment=production', ...at, '--json']);
  assert.equal(code, 0);
  const { rows } = JSON.parse(out);
  const order = ['promised', 'aspired', 'partial', 'open', 'unpromised', 'absent'];
  const groups = rows.map((row) => order.indexOf(row.rank_group));
  assert.deepEqual(groups, groups.toSorted((a, b) => a - b));
  const promised = rows.filter((row) => row.rank_group === 'promised');
  assert.ok(promised.length > 1);
  assert.deepEqual(promised.map((row) => row.due.latest), promised.map((row) => row.due.latest).toSorted());
  assert.ok(rows.every((row) => (row.rank === null) === (row.rank_group !== 'promised')));
  assert.equal(new Set(rows.map(({ result }) => result.policy.id)).size, 5);
});

test('a topic and a maturity: what is out of scope is no promise, and the verdict is said', () => {
  const scoped = (...words) => supportcalc(['compare', '--policy', 'zitadel@2023-10-06', '--severity', 'severity-1', ...words, ...at]);
  const covered = scoped('--topic', 'errors', '--maturity', 'ga');
  assert.equal(covered.code, 0, covered.err);
  assert.match(covered.out, /Promised, soonest first[^]*In scope/);
  const alpha = scoped('--topic', 'errors', '--maturity', 'alpha');
  assert.doesNotMatch(alpha.out, /Promised, soonest first|business hour/);
  assert.match(alpha.out, /Nothing offered or stated[^]*Out of scope/);
  const german = scoped('--maturity', 'alpha', '--lang', 'de');
  assert.match(german.out, /Nicht abgedeckt/);
});

test('a figure comes with what it depends on: the call it takes, an option that is open, one of several levels', () => {
  const compared = (...words) => supportcalc(['compare', '--policy', 'controlplane-flux@2026-07-24', ...words, ...at]).out.replace(/\s+/g, ' ');
  assert.equal(compared('--severity', 'severity-1').match(/Filed through:/g)?.length, 4); // one for each plan
  const open = compared('--impact', 'environment=production');
  assert.match(open, /Phone/);
  assert.match(open, /once you give/);
  assert.doesNotMatch(open, /: ;|: \)/);
});

test('what figures rest on is counted beside each, and said once for the plans of which it is true', () => {
  const { out } = supportcalc(['compare', '--policy', 'stakater', '--severity', 'p2', ...at]);
  const text = out.replace(/\s+/g, ' ');
  assert.match(text, /Rests on 3 assumptions, 5 points/); // Standard, in the table
  assert.match(text, /What these figures rest on - stakater@2026-02-23, Premium 3 points/);
  assert.match(text, /stakater@2026-02-23, Standard Assumed by us: Time zone of the vendor: Europe\/Stockholm; Public holidays: No public holidays; Working hours: 09:00-17:00 5 points/);
});

test('each plan without a time says why, and each thing left out of which plans', () => {
  const { out } = supportcalc(['compare', '--policy', 'zitadel', '--severity', 'severity-3', '--option', 'support_hours=24x7', ...at]);
  const text = out.replace(/\s+/g, ' ');
  assert.match(text, /Left out where a policy has no place for it - zitadel@2023-11-15, Production, Free: no such option “support_hours”/);
  assert.match(text, /The vendor will try/);
  assert.match(text, /This plan does not include it\./);
});

test('a draft is no promise, and is nowhere called published or in force', () => {
  const { out } = supportcalc(['compare', '--policy', 'controlplane-flux@2024-06-19', '--severity', 'level-1', ...at]);
  assert.match(out, /^First response\n\n {2}Depends on what is not given\n/);
  assert.match(out, /Draft, never/);
  assert.match(out, /Target in a draft/);
  assert.doesNotMatch(out, /Published|In force/);
  assert.match(supportcalc(['list']).out, /In force {16}never; dated 2024-06-19 · Draft, never published/);
});

test('ranks follow the order shown', () => {
  const { rows } = JSON.parse(supportcalc(['compare', '--impact', 'availability=down', ...at, '--json']).out);
  const ranks = rows.flatMap(({ rank }) => rank ?? []);
  assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b));
  assert.ok(ranks.length > 5);
});

test('every language without a key left unworded', () => {
  for (const language of languages) {
    for (const kind of ['first-response', 'resolution']) {
      const { code, out, err } = supportcalc(['compare', '--impact', 'availability=down', '--option', 'support_hours=24x7', '--kind', kind, ...at, '--lang', language]);
      assert.deepEqual([code, err], [0, '']);
      assert.doesNotMatch(out, /\b(compare|show|text|kind|reason)\.[a-z]/);
    }
  }
});

test('what cannot be compared', () => {
  for (const [words, message] of [
    [['--severity', 'severity-1'], /--severity: The level "severity-1" means something else to each policy\./],
    [['--impact', 'mood=bad'], /--impact mood: There is no question "mood"\./],
    [['--option', 'colour=red'], /--option colour: /],
    [['--topic', 'tea'], /--topic: /],
    [['--maturity', 'ripe'], /--maturity: /],
    [['--policy', 'nobody'], /--policy: There is no policy "nobody"\./],
    [['--kind', 'tea'], /--kind: /],
  ]) {
    const { code, out, err } = supportcalc(['compare', ...words, ...at]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, message);
  }
  assert.equal(supportcalc(['compare', '--plan', 'gold']).code, 2);
});
