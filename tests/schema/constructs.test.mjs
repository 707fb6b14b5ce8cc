// docs/constructs.md: every field it names is in a schema, and used by a file it points to.
import assert from 'node:assert/strict';
import test from 'node:test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { jsonFiles, readJson, readText, root, schemas } from './support.mjs';

const rows = [...readText('docs/constructs.md').matchAll(/^\| ([A-M]\d+) \| (.*) \| (.*) \| (.*) \|$/gm)].map(
  ([, number, , fields, files]) => ({
    number,
    fields: [...fields.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    files: [...files.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map((match) => match[1]),
  }),
);

// How many constructs each group has.
const GROUPS = { A: 7, B: 11, C: 12, D: 24, E: 25, F: 10, G: 7, H: 7, I: 10, J: 5, K: 4, L: 6, M: 2 };

test('every construct has a row with a field and a file', () => {
  const expected = Object.entries(GROUPS).flatMap(([letter, count]) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`));
  assert.deepEqual(rows.map(({ number }) => number), expected);
  for (const { number, fields, files } of rows) {
    assert.ok(fields.length > 0 && files.length > 0, number);
  }
});

// "hours[].windows[].close" as keys: ["hours", "[]", "windows", "[]", "close"].
const keysOf = (field) => field.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));

// Every subschema that `keys` may lead to.
function subschemas(schema, keys, root_) {
  const forms = (each) => {
    const target = each.$ref ? root_.$defs[each.$ref.slice('#/$defs/'.length)] : null;
    return [each, ...[target, ...(each.oneOf ?? []), ...(each.anyOf ?? [])].filter((form) => form && typeof form === 'object').flatMap(forms)];
  };
  let found = forms(schema);
  for (const key of keys) {
    found = found
      .map((each) => (key === '[]' ? each.items : each.properties?.[key]))
      .filter((each) => each && typeof each === 'object')
      .flatMap(forms);
  }
  return found;
}

// Whether a document has a value at `keys`, in any entry of its lists.
function has(value, [key, ...rest]) {
  if (key === undefined) return true;
  if (key === '[]') return Array.isArray(value) && value.some((each) => has(each, rest));
  if (Array.isArray(value) && key !== '[]') return false;
  return typeof value === 'object' && value !== null && key in value && has(value[key], rest);
}

// The keys of a rule may stand at any depth of it.
function mentions(value, key) {
  if (Array.isArray(value)) return value.some((each) => mentions(each, key));
  return typeof value === 'object' && value !== null && (key in value || Object.values(value).some((each) => mentions(each, key)));
}

test('every field is in the schema', () => {
  for (const { number, fields } of rows) {
    for (const field of fields) {
      const kind = field.startsWith('calendar:') ? 'calendar' : 'policy';
      const keys = keysOf(field.replace('calendar:', ''));
      assert.notEqual(subschemas(schemas[kind], keys, schemas[kind]).length, 0, `${number} ${field}`);
    }
  }
});

test('every field is used by a file of its row', () => {
  const unused = [];
  for (const { number, fields, files } of rows) {
    for (const name of files) assert.ok(existsSync(path.join(root, name)), `${number} ${name}`);
    const documents = files.filter((name) => name.endsWith('.json')).map(readJson);
    for (const field of fields) {
      const keys = keysOf(field.replace('calendar:', ''));
      const rule = keys[0] === 'severities' ? keys.indexOf('rule') : -1;
      const used = documents.some((document) =>
        rule >= 0 && rule < keys.length - 1 ? mentions(document.severities, keys.at(-1)) : has(document, keys),
      );
      if (!used) unused.push(`${number} ${field} in ${files.join(', ')}`);
    }
  }
  assert.deepEqual(unused, []);
});

test('every example is run', () => {
  const code = readText('tests/unit/api/examples_test.cpp');
  for (const name of jsonFiles('tests/data/examples')) {
    const [folder, file] = name.split('/').slice(-2);
    assert.ok(code.includes(`"${folder}"`) && code.includes(`"${file}"`), `${name} is not in examples_test.cpp`);
  }
});
