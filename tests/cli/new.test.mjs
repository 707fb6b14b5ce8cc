// `supportcalc new`: a starting point whose problems name what is to be filled, and that validates once it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { supportcalc } from './supportcalc.mjs';

function validate(policy) {
  return JSON.parse(supportcalc(['validate', '--json', '-'], { input: policy }).out).files[0];
}

// The places of texts that begin with FILL.
function toFill(value, pointer = '') {
  if (typeof value === 'string') return value.startsWith('FILL') ? [pointer] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => toFill(each, `${pointer}/${key}`));
}

test('every place that is not filled yet is named, once, and nothing else', () => {
  for (const words of [[], ['--id', 'acme'], ['--levels', '0'], ['--id', 'acme', '--levels', '9']]) {
    const { code, out, err } = supportcalc(['new', ...words]);
    assert.deepEqual([code, err], [0, '']);
    const places = toFill(JSON.parse(out));
    assert.ok(places.length > 15);
    assert.deepEqual(validate(out).problems.map(({ pointer }) => pointer).toSorted(), places.toSorted(), words.join(' '));
    assert.equal(places.includes('/id'), !words.includes('--id'));
  }
});

test('once it is filled it validates without a warning', () => {
  for (const levels of [0, 1, 5]) {
    const policy = JSON.parse(supportcalc(['new', '--id', 'acme', '--levels', String(levels)]).out);
    assert.equal(policy.severities?.length ?? 0, levels);
    policy.revision = '2026-01-31';
    policy.title = 'Acme support';
    policy.vendor = { name: 'Acme', url: 'https://acme.example' };
    policy.in_force_from = null;
    policy.read_on = '2026-02-01';
    Object.assign(policy.sources[0], { title: 'Support', url: 'https://acme.example/support' });
    Object.assign(policy.hours[0], { time_zone: 'Europe/Berlin', holidays: 'none' });
    Object.assign(policy.hours[0].windows[0], { open: '09:00', close: '17:00' });
    policy.plans[0].label = 'Standard';
    const answers = ['down', 'severely-degraded', 'degraded', 'minor', 'unaffected'];
    policy.severities?.forEach((level, i) => Object.assign(level, { rule: { availability: [answers[i]] }, description: 'As the page says.' }));
    for (const target of policy.targets) target.amount.value = 4;
    const filled = JSON.stringify(policy).replaceAll(/FILL: (heading of the section|where you looked[^"]*)/g, 'Support');
    assert.deepEqual(validate(filled).problems, []);
  }
});

test('flags', () => {
  for (const levels of ['-1', '10', 'many', '']) {
    assert.equal(supportcalc(['new', `--levels=${levels}`]).code, 2);
  }
  assert.equal(supportcalc(['new', 'acme']).code, 2);
});
