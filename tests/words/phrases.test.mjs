// tests/data/phrases: what the page says and what the command says are the same words. GoogleTest runs the same rows over core/render.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

import './typescript.mjs';

const root = new URL('../../', import.meta.url);
const web = (name) => import(new URL(`web/src/${name}`, root));

const { Catalog } = await web('words/catalog.ts');
const words = await web('words/format.ts');
const { formatQuantity } = await web('words/quantities.ts');
const { formatDays, formatWindow } = await web('components/hours.ts');

const folder = new URL('tests/data/phrases/', root);

async function catalog(language, locale) {
  const text = await readFile(new URL(`web/strings/${language}.json`, root), 'utf8');
  return new Catalog(language, locale, new Map(Object.entries(JSON.parse(text))));
}

// Dates and numbers as the language itself writes them, without a visitor's region.
const catalogs = { en: await catalog('en', 'en-GB'), de: await catalog('de', 'de') };

const wall = (minutes) => ({ shifted: new Date(0), offsetMinutes: minutes, text: '' });

// A way to say it for each rule, the names of the tables.
const rules = {
  amount: (catalog, amount) => words.formatAmount(catalog, amount),
  number: (catalog, { value }) => catalog.say('number', { count: value }),
  percent: (catalog, { digits }) => words.formatPercent(catalog, digits),
  part: (catalog, { part, whole }) => words.formatPart(catalog, part, whole),
  share: (catalog, { percent, per }) => catalog.say('share', { percent, period: catalog.word('period', per) }),
  quantity: (catalog, quantity) => formatQuantity(catalog, quantity),
  either: (catalog, { of }) => words.formatEither(catalog, of),
  duration: (catalog, { form, ...span }) => catalog.duration(span, form),
  relative: (catalog, { at, now }) => words.formatRelative(catalog, at, now),
  date: (catalog, { date }) => words.formatDate(catalog, date),
  moment: (catalog, { local, zone }) => words.formatMoment(catalog, words.parseWall(local), zone),
  offset: (_, { minutes }) => words.formatOffset(wall(minutes)),
  zone: (_, { name }) => words.zoneName(name),
  days: (catalog, { days }) => formatDays(catalog, days),
  window: (catalog, window) => formatWindow(catalog, window),
};

const rowsOf = async (name) =>
  (await readFile(new URL(name, folder), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

for (const name of (await readdir(folder)).filter((name) => name !== 'plural.jsonl')) {
  test(name, async () => {
    for (const { rule, in: given, en, de } of await rowsOf(name)) {
      const said = Object.fromEntries(Object.entries(catalogs).map(([language, catalog]) => [language, rules[rule](catalog, given)]));
      assert.deepEqual(said, { en, de }, `${rule} ${JSON.stringify(given)}`);
    }
  });
}

test('plural.jsonl', async () => {
  for (const { in: given, ...columns } of await rowsOf('plural.jsonl')) {
    const languages = Object.entries(columns).filter(([name]) => name !== 'rule');
    for (const [language, category] of languages) {
      assert.equal(new Intl.PluralRules(language).select(given.count), category, `${language} ${given.count}`);
    }
  }
});

test('a text for each plural category, and `other` where one is missing', () => {
  const forms = { one: '{count} godzina', few: '{count} godziny', many: '{count} godzin', other: '{count} godziny' };
  const polish = new Catalog('pl', 'pl', new Map(Object.entries({ hours: forms, short: { one: 'godz.', other: 'h' } })));
  assert.deepEqual([1, 24, 12, 1.5].map((count) => polish.say('hours', { count })), ['1 godzina', '24 godziny', '12 godzin', '1,5 godziny']);
  assert.equal(polish.say('short', { count: 24 }), 'h');
});

test('a sentence chooses the case of a length of time', () => {
  const duration = { seconds: 172_800 };
  assert.equal(catalogs.de.say('relative.ago', { duration }), 'vor 2 Tagen');
  assert.equal(catalogs.de.say('audit.late-by', { duration }), '2 Tage zu spät');
  assert.equal(catalogs.en.say('relative.ago', { duration }), '2 days ago');
});
