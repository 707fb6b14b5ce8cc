// The schemas and the loader, side by side: both are asked about the same documents.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../support/command.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const readText = (name) => readFileSync(path.join(root, name), 'utf8');
export const readJson = (name) => JSON.parse(readText(name));

// Every *.json below a folder of the repository, by its path from the root.
export function jsonFiles(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

export const schemas = {
  policy: readJson('policies/schema/policy.schema.json'),
  calendar: readJson('policies/schema/calendar.schema.json'),
};

// Which schema a document is for; the loader tells them apart the same way.
export const kindOf = (document) => ('rules' in document ? 'calendar' : 'policy');

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const validators = { policy: ajv.compile(schemas.policy), calendar: ajv.compile(schemas.calendar) };

// What the schema has against a document.
export function schemaProblems(kind, document) {
  const validate = validators[kind];
  return validate(document) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

// Calls `visit(schema, pointer)` for every subschema.
export function walkSchema(schema, visit, pointer = '') {
  if (typeof schema !== 'object') return;
  visit(schema, pointer);
  for (const key of ['properties', 'patternProperties', '$defs']) {
    for (const [name, each] of Object.entries(schema[key] ?? {})) walkSchema(each, visit, `${pointer}/${key}/${name}`);
  }
  for (const key of ['items', 'additionalProperties', 'not', 'if', 'then', 'else']) {
    if (key in schema) walkSchema(schema[key], visit, `${pointer}/${key}`);
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    (schema[key] ?? []).forEach((each, i) => walkSchema(each, visit, `${pointer}/${key}/${i}`));
  }
}

// Whether a value fits the part of a schema that a JSON Pointer names.
export function fits(kind, pointer, value) {
  const fragment = pointer.split('/').map(encodeURIComponent).join('/');
  return ajv.validate({ $ref: `${schemas[kind].$id}#${fragment}` }, value);
}

// What the loader has against each document, in order: lists of { code, pointer }.
export function loaderProblems(documents) {
  const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-schema-'));
  try {
    return inBatches(documents, 200).flatMap((batch) => {
      const names = batch.map((document, i) => {
        const name = path.join(folder, `${i}.json`);
        writeFileSync(name, JSON.stringify(document));
        return name;
      });
      return validate(names).map(({ problems }) => problems);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// `supportcalc validate --json` on files, whatever it answers.
export function validate(names) {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 };
  try {
    return JSON.parse(execFileSync(command, ['validate', '--json', ...names], options)).files;
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout).files;
  }
}

function inBatches(list, size) {
  const batches = [];
  for (let i = 0; i < list.length; i += size) batches.push(list.slice(i, i + size));
  return batches;
}
