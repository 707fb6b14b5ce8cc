// `supportcalc new`: a starting point whose problems name what is to be filled, and that validates once it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { supportcalc } from './supportcalc.mjs';

function validate(policy) {
  return JSON.parse(supportcalc(['validate', '--json', '-'], { input: policy }).out).files[0];
}

test('what is not filled yet is named, place by place', () => {
  const { code, out, err } = supportcalc(['new', '--id', 'acme', '--levels', '2']);
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual(
    validate(out).problems.map(({ code, pointer }) => `${code} ${pointer}`).toSorted(),
    [
      'date.malformed /read_on',
      'id.malformed /revision',
      'policy.amount.missing /targets/0',
      'policy.amount.missing /targets/1',
      'policy.hours.holidays_missing /hours/0',
      'policy.url.scheme /sources/0/url',
      'policy.url.scheme /vendor/url',
      'time_of_day.malformed /hours/0/windows/0/close',
      'time_of_day.malformed /hours/0/windows/0/open',
      'value.missing /vendor',
      'zone.unknown /hours/0/time_zone',
    ].toSorted(),
  );
  assert.ok(validate(supportcalc(['new']).out).problems.some(({ pointer }) => pointer === '/id'));
});

test('once it is filled it validates', () => {
  for (const levels of [0, 1, 5]) {
    const policy = JSON.parse(supportcalc(['new', '--id', 'acme', '--levels', String(levels)]).out);
    assert.equal(policy.severities.length, levels);
    policy.revision = '2026-01-31';
    policy.title = 'Acme support';
    policy.vendor = { name: 'Acme', url: 'https://acme.example' };
    policy.read_on = '2026-02-01';
    policy.sources[0].url = 'https://acme.example/support';
    Object.assign(policy.hours[0], { time_zone: 'Europe/Berlin', holidays: 'none' });
    Object.assign(policy.hours[0].windows[0], { open: '09:00', close: '17:00' });
    const answers = ['down', 'severely-degraded', 'degraded', 'minor', 'unaffected'];
    policy.severities.forEach((level, i) => (level.rule = { availability: [answers[i]] }));
    for (const target of policy.targets) target.amount = { value: 4, unit: 'business-hours' };
    assert.deepEqual(validate(JSON.stringify(policy)).problems, []);
  }
});

test('flags', () => {
  for (const levels of ['-1', '10', 'many', '']) {
    assert.equal(supportcalc(['new', `--levels=${levels}`]).code, 2);
  }
  assert.equal(supportcalc(['new', 'acme']).code, 2);
});
