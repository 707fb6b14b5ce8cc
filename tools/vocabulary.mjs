// Writes every vocabulary of core/vocabulary.json where it is needed: C++ enumerations and name tables, definitions of the schemas,
// the tables of the docs, and what the page has to know of words. Without options it writes; with --check it says what differs.
//
// An entry of "vocabularies":
//   says      what the words tell apart
//   words     each word in order, with its meaning ("" where the word says it all)
//   extends   the vocabulary whose words come before these
//   header    the module of core/ whose vocabulary.h holds the table; none where no C++ reads it
//   enum      the name of the enumeration that goes with the table, where C++ decides by the words
//   traits    what holds of some of the words, for C++ and page to ask instead of comparing words
//   shown_as  the families of catalogue keys a word is looked up in: "kind" for kind.first-response
//   unshown   words of it that no reader sees
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(path.join(root, name), 'utf8');

const source = JSON.parse(read('core/vocabulary.json'));
export const facets = source.facets;

const wordsOf = (name) => ({ ...(source.vocabularies[name].extends ? wordsOf(source.vocabularies[name].extends) : {}), ...source.vocabularies[name].words });

/** By name, each with all of its words. */
export const vocabularies = Object.fromEntries(Object.entries(source.vocabularies).map(([name, entry]) => [name, { ...entry, words: wordsOf(name) }]));

/** "first-response" or "day_count" as a type or an enumerator is called. */
const pascal = (word) => word.split(/[-_.]/).map((part) => part[0].toUpperCase() + part.slice(1)).join('');

/** What TypeScript calls a vocabulary. */
export const typeOf = (name) => vocabularies[name].type ?? pascal(name);

// --- C++

const notice = 'Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.';

// Lines with comments behind them, in one column as far as they follow each other.
function withComments(lines) {
  const result = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && lines[end].comment) end++;
    const width = Math.max(0, ...lines.slice(i, end).map(({ text }) => text.length));
    for (; i < end; i++) result.push(`${lines[i].text.padEnd(width)}  // ${lines[i].comment}`);
    if (i < lines.length) result.push(lines[i++].text);
  }
  return result;
}

const table = (name, words) => [
  `inline constexpr std::array<std::string_view, ${words.length}> ${name} = {`,
  ...words.map((word) => `    "${word}",`),
  '};',
];

function enumeration(name, { enum: type, words, traits }) {
  const all = Object.entries(words);
  const lines = [
    `enum class ${type} : std::uint8_t {`,
    ...withComments(all.map(([word, comment]) => ({ text: `  ${pascal(word)},`, comment }))),
    '};',
    ...table(`k${pascal(name)}Names`, Object.keys(words)),
    `constexpr std::string_view name_of(${type} value) { return k${pascal(name)}Names[static_cast<std::size_t>(value)]; }`,
  ];
  if (traits) {
    const members = Object.entries(traits);
    lines.push(
      `struct ${type}Traits {`,
      ...withComments(members.map(([trait, { says }]) => ({ text: `  bool ${trait} = false;`, comment: says }))),
      '};',
      `inline constexpr std::array<${type}Traits, ${all.length}> k${type}Traits = {{`,
      ...withComments(all.map(([word]) => ({ text: `    {${members.map(([, { words: have }]) => have.includes(word)).join(', ')}},`, comment: word }))),
      '}};',
      `constexpr const ${type}Traits& traits_of(${type} value) { return k${type}Traits[static_cast<std::size_t>(value)]; }`,
    );
  }
  return lines;
}

const facetTable = () => [
  '// A common facet and its answers.',
  'struct FacetWords {',
  '  std::string_view id;',
  '  std::span<const std::string_view> answers;',
  '};',
  ...Object.entries(facets).flatMap(([name, { words }]) => table(`k${pascal(name)}Answers`, Object.keys(words))),
  '// In the order they are asked.',
  `inline constexpr std::array<FacetWords, ${Object.keys(facets).length}> kFacetWords = {{`,
  ...Object.keys(facets).map((name) => `    {"${name}", k${pascal(name)}Answers},`),
  '}};',
];

function header(module) {
  const guard = `SUPPORTCALC_${module.toUpperCase()}_VOCABULARY_H_`;
  const parts = Object.entries(vocabularies)
    .filter(([, entry]) => entry.header === module)
    .map(([name, entry]) => [`// ${entry.says}`, ...(entry.enum ? enumeration(name, entry) : table(`k${pascal(name)}Names`, Object.keys(entry.words)))]);
  if (module === 'policy') parts.push(facetTable());
  return [
    `// The words of module ${module}: their enumerations and their names, in the same order.`,
    '//',
    `// ${notice}`,
    '// clang-format off',
    `#ifndef ${guard}`, `#define ${guard}`, '',
    '#include <array>', '#include <cstddef>', '#include <cstdint>', ...(module === 'policy' ? ['#include <span>'] : []), '#include <string_view>', '',
    'namespace supportcalc {', '',
    parts.map((part) => part.join('\n')).join('\n\n'), '',
    '}  // namespace supportcalc', '',
    `#endif  // ${guard}`, '',
  ].join('\n');
}

// --- schemas

const widest = 118;
const oneLine = (value) => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`).join(', ')}}`;
};

/** JSON as the schemas are written: a value on one line where it fits. */
export function jsonText(value, indent = '', taken = 0) {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || line.length + taken + indent.length <= widest) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((each) => inner + jsonText(each, inner)).join(',\n')}\n${indent}]`;
  const members = Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${jsonText(each, inner, key.length + 4)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

// "stated: the source says it; ..." for editors, which show it beside the list.
const meanings = (words) => Object.entries(words).filter(([, meaning]) => meaning).map(([word, meaning]) => `${word}: ${meaning}`).join('; ');

function definitionOf(name) {
  const { says, words } = vocabularies[name];
  const text = meanings(words);
  const ids = Object.keys(words);
  return { title: pascal(name), description: text ? `${says} ${text[0].toUpperCase()}${text.slice(1)}.` : says, enum: ids, examples: [ids[0]] };
}

const facetDefinition = ({ says, words }) => ({
  title: says,
  description: `Any of these answers: ${Object.keys(words).join(', ')}.`,
  type: 'array',
  maxItems: 500,
  items: { anyOf: [{ enum: Object.keys(words) }, { type: 'string', minLength: 1, maxLength: 2000 }] },
  examples: [[Object.keys(words)[0]]],
});

const facetProperties = () =>
  Object.fromEntries(
    Object.entries(facets).map(([name, entry]) => {
      const { title, description, examples } = facetDefinition(entry);
      return [name, { title, description, $ref: `#/$defs/facet_${name}`, examples }];
    }),
  );

function schema(text) {
  const document = JSON.parse(text);
  const own = Object.entries(document.$defs).filter(([name]) => !(name in vocabularies) && !name.startsWith('facet_'));
  document.$defs = Object.fromEntries(own);
  // What holds facets, beside keys of its own.
  for (const holder of [document.$defs.rule, document.$defs.answers]) {
    if (holder) {
      const keys = Object.entries(holder.properties).filter(([, { $ref }]) => !$ref?.startsWith('#/$defs/facet_'));
      holder.properties = { ...Object.fromEntries(keys), ...facetProperties() };
    }
  }
  const used = new Set([...JSON.stringify(document).matchAll(/"#\/\$defs\/(\w+)"/g)].map((match) => match[1]));
  for (const name of used) {
    if (name in vocabularies) document.$defs[name] = definitionOf(name);
    if (name.startsWith('facet_')) document.$defs[name] = facetDefinition(facets[name.slice('facet_'.length)]);
  }
  document.$defs = sorted(document.$defs);
  return `${jsonText(document)}\n`;
}

// --- the page

const listOf = (name) => {
  const camel = name.replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase());
  return `export const ${camel}Words: readonly ${typeOf(name)}[] = ${oneLine(Object.keys(vocabularies[name].words))};`;
};

function pageTable() {
  return [
    '// What the page has to know of words beside what the catalogues say.',
    '//',
    `// ${notice}`,
    `import type { ${typeOf('kind')} } from "#wasm";`,
    `import type { ${typeOf('rank_group')} } from "#wasm-reports";`,
    '',
    `/** ${vocabularies.kind.says} */`,
    listOf('kind'),
    '',
    `/** ${vocabularies.rank_group.says} */`,
    listOf('rank_group'),
    '',
    '/** The common facets in the order they are asked, each with its answers. */',
    'export const facetWords: readonly (readonly [facet: string, answers: readonly string[]])[] = [',
    ...Object.entries(facets).map(([name, { words: answers }]) => `  ["${name}", ${oneLine(Object.keys(answers))}],`),
    '];',
    '',
  ].join('\n');
}

// --- docs

const listed = (words) => Object.entries(words).map(([word, meaning]) => `\`${word}\`${meaning ? ` (${meaning})` : ''}`).join(', ');

function docsTable() {
  const inPolicies = read('policies/schema/policy.schema.json');
  return [
    '| vocabulary | tells | words |',
    '| --- | --- | --- |',
    ...Object.entries(source.vocabularies)
      .filter(([name]) => inPolicies.includes(`"#/$defs/${name}"`))
      .map(([name, { says, words, extends: base }]) => `| <a id="${name}"></a>${name} | ${says} | ${base ? `those of ${base}, and ` : ''}${listed(words)} |`),
    '',
    'The common facets, in the order they are asked:',
    '',
    '| facet | asks | answers |',
    '| --- | --- | --- |',
    ...Object.entries(facets).map(([name, { says, words }]) => `| \`${name}\` | ${says} | ${listed(words)} |`),
  ].join('\n');
}

const begin = '<!-- written by tools/vocabulary.mjs -->';
const end = '<!-- to here -->';

function between(text, inner) {
  const [head, rest] = text.split(begin);
  const tail = rest?.slice(rest.indexOf(end));
  if (!tail?.startsWith(end)) throw new Error(`no place between ${begin} and ${end}`);
  return `${head}${begin}\n${inner}\n${tail}`;
}

// --- all of it

const modules = [...new Set(Object.values(vocabularies).map(({ header: module }) => module))].filter(Boolean);

/** Every file that is written, by its path: the text it has to have. */
export function files() {
  return new Map([
    ...modules.map((module) => [`core/${module}/vocabulary.h`, header(module)]),
    ...['policy', 'calendar', 'index', 'result'].map((name) => `policies/schema/${name}.schema.json`)
      .filter((name) => existsSync(path.join(root, name)))
      .map((name) => [name, schema(read(name))]),
    ['web/src/words/vocabulary.ts', pageTable()],
    ['docs/policy-format.md', between(read('docs/policy-format.md'), docsTable())],
  ]);
}

/** The paths of files that differ from what they have to be. */
export const stale = () => [...files()].filter(([name, text]) => !existsSync(path.join(root, name)) || read(name) !== text).map(([name]) => name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = stale();
  if (process.argv.includes('--check')) {
    for (const name of names) console.error(`${name} differs from core/vocabulary.json; run "node tools/vocabulary.mjs".`);
    process.exitCode = names.length > 0 ? 1 : 0;
  } else {
    const all = files();
    for (const name of names) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), all.get(name));
    }
  }
}
