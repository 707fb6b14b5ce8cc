// policies/schema and the loader say the same about the shape of a document, so that an author's editor and
// `supportcalc validate` never contradict each other.
//
// tests/data/complete holds a policy and a calendar that use every key. They are changed in every small way (a key
// removed, a value of another type, a key that does not belong, a word that is none of the list) and shown to both.
import assert from 'node:assert/strict';
import test from 'node:test';
import path from 'node:path';
import {
  fits, jsonFiles, kindOf, loaderProblems, readJson, readText, root, schemaProblems, schemas, validate, walkSchema,
} from './support.mjs';

const shipped = jsonFiles('policies').filter((name) => !name.startsWith('policies/schema/'));
const examples = [...jsonFiles('tests/data/examples'), ...jsonFiles('docs/examples')];
const complete = ['tests/data/complete/policy.json', 'tests/data/complete/calendar.json'];

// --- the schemas themselves

for (const [kind, schema] of Object.entries(schemas)) {
  test(`every property of the ${kind} schema has a title, a description and an example that fits`, () => {
    const bare = [];
    walkSchema(schema, (each, pointer) => {
      if (/\/(if|then|else|oneOf|allOf)(\/\d+)?(\/not)?$/.test(pointer)) return;
      for (const [name, property] of Object.entries(each.properties ?? {})) {
        // What only narrows a property that is described elsewhere.
        if (/\/(if|then|else|oneOf\/\d+|allOf\/\d+)$/.test(pointer) || property === false) continue;
        for (const key of ['title', 'description', 'examples']) {
          if (!(key in property)) bare.push(`${pointer}/properties/${name} ${key}`);
        }
        for (const example of property.examples ?? []) {
          const place = `${pointer}/properties/${name}`;
          if (!fits(kind, place, example)) bare.push(`${place} example ${JSON.stringify(example)}`);
        }
      }
    });
    assert.deepEqual(bare, []);
  });

  test(`every object of the ${kind} schema says which keys it takes`, () => {
    const open = [];
    walkSchema(schema, (each, pointer) => {
      const isObject = each.type === 'object' && !/\/(if|then|else)$/.test(pointer);
      if (isObject && !('additionalProperties' in each)) open.push(pointer);
    });
    assert.deepEqual(open, []);
  });
}

test('what both schemas define is the same', () => {
  for (const [name, definition] of Object.entries(schemas.calendar.$defs)) {
    assert.deepEqual(definition, schemas.policy.$defs[name], name);
  }
});

// --- documents that are right

test('every shipped policy and calendar names its schema and fits it', () => {
  for (const name of shipped) {
    const document = readJson(name);
    assert.equal(document.$schema, `../schema/${kindOf(document)}.schema.json`, name);
    assert.deepEqual(schemaProblems(kindOf(document), document), [], name);
  }
});

test('every worked example fits its schema and the loader', () => {
  const names = [...examples, ...complete];
  for (const name of names) {
    const document = readJson(name);
    const folder = path.posix.relative(path.posix.dirname(name), 'policies/schema');
    assert.equal(document.$schema, `${folder}/${kindOf(document)}.schema.json`, name);
    assert.deepEqual(schemaProblems(kindOf(document), document), [], name);
    const beside = jsonFiles(path.posix.dirname(name)).filter((other) => 'rules' in readJson(other));
    const files = [...new Set([name, ...beside])].map((each) => path.join(root, each));
    assert.deepEqual(validate(files)[0].problems, [], name);
  }
});

// --- what the two say about changes

const SHAPE = [
  /^value\./, /^list\./, /^id\.malformed$/, /^date\./, /^time_of_day\./, /^policy\.amount\.unclear$/,
  /^policy\.option\.choices$/, /^policy\.url\.scheme$/, /^policy\.hours\.(holidays_missing|opening)$/,
  /^policy\.remedy\.incomplete$/, /^policy\.no_plans$/, /^policy\.hours\.opening_dates$/, /^calendar\.(never_opens|rule\.unclear|rule\.no_dates)$/,
];
const isShape = ({ code }) => SHAPE.some((pattern) => pattern.test(code));

// The values in a document with the keys that lead to each.
function* places(value, keys = []) {
  yield { keys, value };
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) yield* places(value[key], [...keys, key]);
  }
}

// A copy of a document in which `change(holder, key)` was made at a place.
function changed(document, keys, change) {
  const copy = structuredClone({ document });
  let holder = copy;
  const all = ['document', ...keys];
  for (const key of all.slice(0, -1)) holder = holder[key];
  change(holder, all.at(-1));
  return copy.document;
}

// What is put in the place of a value of each type.
const OTHERS = {
  // The last is a word of results, which no policy says.
  string: [null, 7, '', 'No such thing!', [], 'not-asked'],
  number: [null, true, '7', -1000000, 1000000000],
  boolean: [null, 7, 'yes'],
  list: [null, 'No such thing!', {}, []],
  object: [null, 'No such thing!', [], {}],
};
const typeOf = (value) => (Array.isArray(value) ? 'list' : typeof value);

// Values that stand in the same place of several entries of a list are changed in one of them.
function* changes(document) {
  const done = new Set();
  for (const { keys, value } of places(document)) {
    const place = `/${keys.join('/')}`;
    const kind = `${keys.map((key) => (isNaN(key) ? key : '*')).join('/')} ${typeOf(value)}`;
    if (keys.length === 0 || done.has(kind)) continue;
    done.add(kind);
    if (isNaN(keys.at(-1))) {
      yield [`${place} removed`, changed(document, keys, (holder, key) => Reflect.deleteProperty(holder, key))];
    }
    for (const other of OTHERS[typeOf(value)]) {
      yield [`${place} = ${JSON.stringify(other)}`, changed(document, keys, (holder, key) => { holder[key] = other; })];
    }
  }
  for (const { keys, value } of places(document)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      yield [`/${keys.join('/')} with an unknown key`, changed({ document }, ['document', ...keys], (holder, key) => {
        holder[key].no_such_key = true;
      }).document];
    }
  }
}

for (const name of complete) {
  test(`${name}: the schema and the loader refuse the same changes`, () => {
    const document = readJson(name);
    const kind = kindOf(document);
    const all = [...changes(document)].filter(([, each]) => kindOf(each) === kind || kind === 'policy');
    const loader = loaderProblems(all.map(([, each]) => each));
    const differences = [];
    all.forEach(([what, each], i) => {
      const bySchema = schemaProblems(kind, each);
      const byLoader = loader[i].filter(isShape);
      if (kindOf(each) === kind && (bySchema.length > 0) !== (byLoader.length > 0)) {
        differences.push({ what, schema: bySchema.slice(0, 2), loader: loader[i].map(({ code, pointer }) => `${code} ${pointer}`) });
      }
    });
    assert.ok(all.length > 150, `${all.length} changes`);
    assert.deepEqual(differences, []);
  });
}

// --- which keys there are

// Which keys the schema knows at each object of a document: [{ keys, known }], objects with free keys left out.
function objectsOf(schema, document) {
  const found = [];
  const resolve = (each) => (each.$ref ? { ...resolve(schema.$defs[each.$ref.slice('#/$defs/'.length)]), ...each, $ref: undefined } : each);
  const fitting = (each, value) => {
    const options = [...(each.oneOf ?? []), ...(each.anyOf ?? [])].map(resolve);
    const type = Array.isArray(value) ? 'array' : typeof value;
    return options.filter((option) => option.type === type && option.properties && !Object.values(option.properties).includes(false))
      .find((option) => Object.keys(value).every((key) => key in option.properties));
  };
  const visit = (each, value, keys) => {
    if (value === null || typeof value !== 'object') return;
    let here = resolve(each);
    let known = [];
    if (!here.properties && !here.items && !here.additionalProperties) {
      const forms = [...(here.oneOf ?? []), ...(here.anyOf ?? [])].map(resolve);
      known = forms.flatMap((form) => Object.keys(form.properties ?? {}));
      here = fitting(here, value) ?? here;
    }
    if (Array.isArray(value)) {
      if (here.items) value.forEach((item, i) => visit(here.items, item, [...keys, i]));
      return;
    }
    if (here.properties && here.additionalProperties === false) {
      found.push({ keys, known: [...known, ...Object.keys(here.properties)], schema: here });
    }
    for (const [key, member] of Object.entries(value)) {
      const next = here.properties?.[key] ?? (typeof here.additionalProperties === 'object' ? here.additionalProperties : null);
      if (next) visit(next, member, [...keys, key]);
    }
  };
  visit(schema, document, []);
  return found;
}

test('the complete documents use every key there is', () => {
  for (const name of complete) {
    const document = readJson(name);
    const schema = schemas[kindOf(document)];
    const used = new Map();
    for (const { keys, schema: object } of objectsOf(schema, document)) {
      const value = keys.reduce((each, key) => each[key], document);
      const id = JSON.stringify(object.properties);
      const all = used.get(id) ?? { keys, unused: new Set(Object.keys(object.properties)) };
      for (const key of Object.keys(value)) all.unused.delete(key);
      used.set(id, all);
    }
    for (const { keys, unused } of used.values()) assert.deepEqual([...unused], [], `${name} at /${keys.join('/')}`);
  }
});

// The keys that the loader's code mentions: string literals that are arguments of its readers.
function keysOfTheLoader() {
  const code = ['load_policy.cpp', 'load_calendar.cpp'].map((name) => readText(`core/policy/${name}`)).join('\n');
  return [...new Set([...code.matchAll(/\(\s*(?:reader,\s*|\w+,\s*)?"([$a-z_]+)"/g)].map((match) => match[1]))];
}

test('the loader knows no key at any object that the schema does not know', () => {
  const keys = keysOfTheLoader();
  assert.ok(keys.length > 120, `${keys.length} keys`);
  for (const name of complete) {
    const document = readJson(name);
    const schema = schemas[kindOf(document)];
    const objects = objectsOf(schema, document);
    const asked = objects.map(({ keys: at, known }) => {
      const unknown = keys.filter((key) => !known.includes(key) && !(at.length === 0 && key === 'rules'));
      const each = changed({ document }, ['document', ...at], (holder, key) => {
        for (const other of unknown) holder[key][other] = 7.5;
      }).document;
      return { at, unknown, each };
    });
    const loader = loaderProblems(asked.map(({ each }) => each));
    asked.forEach(({ at, unknown }, i) => {
      const refused = loader[i].filter(({ code }) => code === 'value.unknown_key').map(({ pointer }) => pointer);
      const missed = unknown.filter((key) => !refused.includes(`/${[...at, key].join('/')}`.replace(/^\/\//, '/')));
      assert.deepEqual(missed, [], `${name} at /${at.join('/')}`);
    });
  }
});

test('every key of the schema is one the loader reads', () => {
  const keys = new Set(keysOfTheLoader());
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const missing = new Set();
  for (const schema of Object.values(schemas)) {
    walkSchema(schema, (each, pointer) => {
      if (pointer.endsWith('/$defs/rule') || pointer.endsWith('/$defs/answers')) return; // facets are data
      for (const key of Object.keys(each.properties ?? {})) {
        if (!keys.has(key) && !days.includes(key)) missing.add(key);
      }
    });
  }
  assert.deepEqual([...missing], []);
});
