// Words are written once, in core/vocabulary.json: what is generated from it is up to date, and every word is said in every language.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { stale as staleTypes } from '../../tools/result_types.mjs';
import { facets, stale, vocabularies } from '../../tools/vocabulary.mjs';
import { readJson, readText, root } from './support.mjs';

test('C++ tables, schemas and docs have the words of core/vocabulary.json', () => {
  assert.deepEqual(stale(), [], 'run "node tools/vocabulary.mjs"');
});

test('the types of results have the members of the schema', async () => {
  assert.deepEqual(await staleTypes(), [], 'run "node tools/result_types.mjs"');
});

test('schemas name vocabularies and list no words of their own', () => {
  for (const name of ['policy', 'calendar', 'index', 'result']) {
    const inline = [];
    const visit = (value, place) => {
      if (value === null || typeof value !== 'object') return;
      if ('enum' in value && !/^\/\$defs\/\w+(\/items\/anyOf\/0)?$/.test(place)) inline.push(place);
      for (const [key, each] of Object.entries(value)) if (key !== 'examples') visit(each, `${place}/${key}`);
    };
    visit(readJson(`policies/schema/${name}.schema.json`), '');
    assert.deepEqual(inline, [], name);
  }
});

// --- words for people

const folders = ['web/strings', 'core/render/strings'];
const languages = readdirSync(path.join(root, folders[0])).filter((name) => name.endsWith('.json'));
const catalogue = (language) => folders.map((folder) => readJson(`${folder}/${language}`));

// Every key that a vocabulary or a facet needs.
const wanted = [
  ...Object.values(vocabularies).flatMap(({ shown_as: families = [], unshown = [], words }) =>
    families.flatMap((family) => Object.keys(words).filter((word) => !unshown.includes(word)).map((word) => `${family}.${word}`)),
  ),
  ...Object.entries(facets).flatMap(([facet, { words }]) => [
    `facet.${facet}`, `facet-name.${facet}`, ...Object.keys(words).map((word) => `facet.${facet}.${word}`),
  ]),
];

for (const language of languages) {
  test(`${language} has a word for every word`, () => {
    const [page, command] = catalogue(language);
    const family = (key) => key.slice(0, key.lastIndexOf('.'));
    const ofThePage = new Set(Object.keys(page).map(family));
    // A family the page has must be whole there; the others are the command's alone.
    const missing = wanted.filter((key) => !(key in (ofThePage.has(family(key)) ? page : command)));
    assert.deepEqual(missing, []);
  });
}

test('every language has its three catalogues', () => {
  assert.deepEqual(readdirSync(path.join(root, folders[1])), languages);
  const sentences = readdirSync(path.join(root, 'web/strings/diagnostics'));
  assert.deepEqual(['en.json', ...sentences].sort(), languages); // English sentences are the core's
});

test('the command has the same words of its own in every language', () => {
  const keys = languages.map((language) => Object.keys(catalogue(language)[1]));
  for (const each of keys) assert.deepEqual(each, keys[0]);
});

// Keys of those families that are ids of something else: a policy's own units, readings of a range, what assumptions are called.
const others = [
  'commitment-note.best-case', 'unit.cases', 'unit.calls', 'reading.range-start', 'reading.range-end', 'escalation.not-stated', 'escalation.none',
  'reason.option-missing', 'reason.clock-start-unknown', 'reason.conditional',
];

test('every key of a catalogue is said somewhere', () => {
  const sources = ['web/src', 'web/build', 'core'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|cpp|h)$/.test(name))
      .map((name) => readText(path.join(folder, name))),
  ).join('\n');
  const families = new Set(Object.values(vocabularies).flatMap(({ shown_as: own = [] }) => own));
  // Where code puts a key together: `event.${id}`, "assumption." + id, word("calendar", id).
  const prefixes = new Set([
    ...[...sources.matchAll(/[`"]([a-z][\w-]*[.\w-]*[.-])(?:\$\{|")/g)].map(([, prefix]) => prefix),
    ...[...sources.matchAll(/\bword\(\s*"([\w-]+)"/g)].map(([, family]) => `${family}.`),
  ].filter((prefix) => !families.has(prefix.slice(0, -1))));
  const said = (key) => sources.includes(`"${key}"`) || [...prefixes].some((prefix) => key.startsWith(prefix));
  for (const entries of catalogue('en.json')) {
    const unused = Object.keys(entries).filter((key) => !said(key) && !wanted.includes(key) && !others.includes(key));
    assert.deepEqual(unused, []);
  }
});
