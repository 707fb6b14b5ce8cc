// `supportcalc calendar`: the dates by rule, and what differs from a published list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf, read, supportcalc } from './supportcalc.mjs';

const file = pathOf('docs/examples/bank-holidays.ics');
const spoken = (...words) => supportcalc(['calendar', ...words]).out.replaceAll(/\s+/g, ' ');

test('each date with its name and the rule that made it', () => {
  const out = spoken('gb-eng', '--year', '2026');
  for (const part of [
    'England and Wales (gb-eng)',
    "Thursday, 1 January 2026 New Year's Day new-year: 1 January",
    'Friday, 3 April 2026 Good Friday good-friday: 2 days before Easter Sunday',
    'Monday, 4 May 2026 Early May bank holiday early-may: first Monday of May',
    'Monday, 25 May 2026 Spring bank holiday spring: last Monday of May',
    'Monday, 28 December 2026 Boxing Day boxing-day: 1 day after christmas, in lieu',
  ]) assert.ok(out.includes(part), `${part} in ${out}`);
  assert.match(spoken('gb-eng', '--year', '2023'), /coronation: listed by date/);
  assert.match(spoken('gb-eng', '--year', '2026', '--lang', 'de'), /2 Tage vor Ostersonntag/);
});

test('as JSON', () => {
  const { code, out } = supportcalc(['calendar', 'us-federal', '--year', '2026', '--json']);
  assert.equal(code, 0);
  const { ok, calendar, year, dates } = JSON.parse(out);
  assert.deepEqual([ok, calendar.id, year, dates.length], [true, 'us-federal', 2026, 12]);
  assert.deepEqual(dates.find(({ date }) => date === '2026-07-03'), {
    date: '2026-07-03', name: 'Independence Day', rule: 'independence', observed: true,
  });
});

test('without a year, the year of the clock', () => {
  const { year } = JSON.parse(supportcalc(['calendar', 'ch-sg', '--json']).out);
  assert.ok(Math.abs(year - new Date().getUTCFullYear()) <= 1);
});

test('what differs from an iCalendar file', () => {
  const { code, out } = supportcalc(['calendar', 'gb-eng', '--against', file, '--json']);
  assert.equal(code, 0);
  const { years, left_out: leftOut, only_in_calendar: here, only_in_file: there } = JSON.parse(out);
  assert.deepEqual([years, leftOut], [[2026], 0]);
  assert.deepEqual(here.map(({ date }) => date), ['2026-05-04']);
  assert.deepEqual(there, [{ date: '2026-06-15', name: 'A bank holiday that somebody made up, to show a line that is folded' }]);
  assert.match(spoken('gb-eng', '--against', file, '--year', '2030'), /The file has no whole day to compare\./);
  const piped = supportcalc(['calendar', 'gb-eng', '--against', '-'], { input: read('docs/examples/bank-holidays.ics') });
  assert.match(piped.out, /Only in standard input\n/);
});

test('equal dates are said to be equal', () => {
  const { dates } = JSON.parse(supportcalc(['calendar', 'ch-sg', '--year', '2026', '--json']).out);
  const events = dates.map(({ date }) => `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${date.replaceAll('-', '')}\nEND:VEVENT\n`).join('');
  const { out } = supportcalc(['calendar', 'ch-sg', '--against', '-'], { input: `BEGIN:VCALENDAR\n${events}END:VCALENDAR\n` });
  assert.match(out, /Both have the same dates\./);
});

test('what is refused', () => {
  for (const [words, code, message] of [
    [['gb-en'], 1, /There is no holiday calendar "gb-en"\. Did you mean "gb-eng"\?/],
    [['atlantis'], 1, /"supportcalc list" shows which there are\./],
    [['gb-eng', '--against', pathOf('docs/cli.md')], 1, /cli\.md: It is no iCalendar file/],
    [['gb-eng', '--against', pathOf('docs')], 1, /It is a folder/],
    [['gb-eng', '--against', pathOf('docs/none.ics')], 1, /It cannot be opened/],
    [['gb-eng', '--year', '2013'], 2, /--year 2013: Give a year from 2014 to 2101\./],
    [['gb-eng', '--year', 'next'], 2, /Give a year from/],
    [[], 2, /CALENDAR is missing/],
  ]) {
    const result = supportcalc(['calendar', ...words]);
    assert.deepEqual([result.code, result.out], [code, ''], words.join(' '));
    assert.match(result.err, message);
  }
});
