// Writes the TypeScript types of results out of policies/schema/result.schema.json: into wasm/index.d.ts those that every module
// answers with, into wasm/reports.d.ts those of comparison and audit. Without options it writes; with --check it says what differs.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { typeOf, vocabularies } from './vocabulary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(path.join(root, name), 'utf8');
const schema = JSON.parse(read('policies/schema/result.schema.json'));

const begin = '// --- written by tools/result_types.mjs';
const end = '// --- to here';

const nameOf = (definition) => (definition in vocabularies ? typeOf(definition) : schema.$defs[definition].title);

// The definitions that one needs, itself included.
function reached(definition, found = new Set()) {
  if (!found.has(definition)) {
    found.add(definition);
    for (const [, next] of JSON.stringify(schema.$defs[definition]).matchAll(/"#\/\$defs\/(\w+)"/g)) reached(next, found);
  }
  return found;
}

// As the generator understands it: a reference with a description beside it would become a type of its own, as would forms that
// differ in what they require; examples are for readers of the schema.
function prepared(value, isProperty = false) {
  if (Array.isArray(value)) return value.map((each) => prepared(each));
  if (value === null || typeof value !== 'object') return value;
  const { $ref, ...rest } = value;
  delete rest.title;
  if (Array.isArray(rest.examples)) delete rest.examples;
  if ($ref) return { ...(isProperty && rest.description ? { description: rest.description } : {}), allOf: [{ $ref }] };
  if (rest.type === 'object') delete rest.oneOf;
  return Object.fromEntries(
    Object.entries(rest).map(([key, each]) => [
      key,
      key === 'properties' ? Object.fromEntries(Object.entries(each).map(([name, property]) => [name, prepared(property, true)])) : prepared(each),
    ]),
  );
}

async function declarations() {
  const $defs = Object.fromEntries(Object.keys(schema.$defs).map((name) => [nameOf(name), { ...prepared(schema.$defs[name]), description: vocabularies[name]?.says ?? schema.$defs[name].description }]));
  const text = JSON.stringify({ $defs }).replaceAll(/"#\/\$defs\/(\w+)"/g, (_, name) => `"#/$defs/${nameOf(name)}"`);
  const code = await compile({ ...JSON.parse(text), type: 'object', additionalProperties: false }, 'Whole', {
    additionalProperties: false, bannerComment: '', unreachableDefinitions: true, format: true, style: { printWidth: 120 },
  });
  return code
    .split(/^(?=\/\*\*|export )/m)
    .reduce((parts, piece) => (parts.at(-1)?.startsWith('/**') && !parts.at(-1).includes('export ') ? [...parts.slice(0, -1), parts.at(-1) + piece] : [...parts, piece]), [])
    .map((piece) => ({
      name: /^export (?:interface|type) (\w+)/m.exec(piece)?.[1],
      piece: piece.replaceAll(/^ \* This interface was referenced by .*\n(?: \* via the `definition` .*\n)?/gm, '').replaceAll(/^( *)\/\*\*\n \1\* (.*)\n(?: *\*\n)?( *\*\/)/gm, '$1/** $2 */').trim(),
    }))
    .filter(({ name }) => name && name !== 'Whole');
}

function between(text, inner) {
  const at = text.indexOf(`${begin}\n`);
  const to = text.indexOf(end);
  if (at < 0 || to < at) throw new Error(`no place between "${begin}" and "${end}"`);
  return `${text.slice(0, at)}${begin}\n\n${inner}\n\n${text.slice(to)}`;
}

/** Both files, by their path: the text they have to have. */
export async function files() {
  const everywhere = new Set(['result', 'entries_result', 'load_answer', 'wall_time_answer'].flatMap((name) => [...reached(name)]).map(nameOf));
  const all = await declarations();
  const shared = all.filter(({ name }) => everywhere.has(name));
  const reports = all.filter(({ name }) => !everywhere.has(name)).map(({ piece }) => piece).join('\n\n');
  const code = reports.replaceAll(/\/\*\*[^]*?\*\/|"[^"]*"/g, '');
  const imported = shared.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return new Map([
    ['wasm/index.d.ts', between(read('wasm/index.d.ts'), shared.map(({ piece }) => piece).join('\n\n'))],
    ['wasm/reports.d.ts', between(read('wasm/reports.d.ts'), `import type { ${imported.join(', ')} } from "./index.js";\n\n${reports}`)],
  ]);
}

/** The paths of files that differ from what they have to be. */
export const stale = async () => [...(await files())].filter(([name, text]) => read(name) !== text).map(([name]) => name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = await files();
  const names = await stale();
  if (process.argv.includes('--check')) {
    for (const name of names) console.error(`${name} differs from the schema of results; run "node tools/result_types.mjs".`);
    process.exitCode = names.length > 0 ? 1 : 0;
  } else {
    for (const name of names) writeFileSync(path.join(root, name), all.get(name));
  }
}
