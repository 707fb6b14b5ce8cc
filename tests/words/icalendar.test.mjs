// Calendar files as RFC 5545 wants them, read by the pickiest reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import './typescript.mjs';

const root = new URL('../../', import.meta.url);
const { iCalendar } = await import(new URL('web/src/components/icalendar.ts', root));
const { parseCalendar, textOf, valueOf } = await import(new URL('tests/web/calendar-parser.ts', root));

const event = (own) => ({
  uid: 'zitadel.1@supportcalc', at: '2026-04-07T06:30:00Z', summary: 'ZITADEL: First response due', description: 'A line', url: null, alarm: true, ...own,
});
const written = (own) => {
  const [only, ...others] = parseCalendar(iCalendar([event(own)], '2026-04-02T15:00:00Z')).parts;
  assert.deepEqual(others, []);
  return only;
};

test('an event is an instant in UTC, made at another', () => {
  const found = written({});
  assert.equal(valueOf(found, 'DTSTART'), '20260407T063000Z');
  assert.equal(valueOf(found, 'DTSTAMP'), '20260402T150000Z');
});

test('a long German text comes back as it was, over lines of at most 75 octets', () => {
  const long = 'Rückmeldung fällig; größtmögliche Mühe, „höchstens“ 48 Stunden \\ Geschäftszeiten\n'.repeat(12);
  const found = written({ summary: long, description: long });
  assert.equal(textOf(found, 'SUMMARY'), long);
  assert.equal(textOf(found, 'DESCRIPTION'), long);
});

test('no character is cut in two, wherever the line ends', () => {
  for (let lead = 0; lead < 8; ++lead) {
    const text = `${'x'.repeat(lead)}${'🚀ü'.repeat(40)}`;
    assert.equal(textOf(written({ summary: text }), 'SUMMARY'), text);
  }
});

test('what no text may hold is left out, and a line break of Windows is one', () => {
  assert.equal(textOf(written({ description: 'a\u0007b\r\nc\td' }), 'DESCRIPTION'), 'ab\ncd');
});

test('an address stands as it is, commas and semicolons included', () => {
  const url = 'https://example.com/#at=2026-04-02T14:30:00Z&pauses=a/b,c/d;e';
  assert.equal(valueOf(written({ url }), 'URL'), url);
});

test('an alarm rings at the instant, and only where it is wanted', () => {
  const [alarm, ...others] = written({}).parts;
  assert.deepEqual(others, []);
  assert.equal(valueOf(alarm, 'TRIGGER'), 'PT0S');
  assert.deepEqual(written({ alarm: false }).parts, []);
});
