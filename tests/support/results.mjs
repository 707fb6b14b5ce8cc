// Holds answers to policies/schema/result.schema.json. Whatever a test makes of a request, it may hand here.
import Ajv2020 from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const schema = JSON.parse(readFileSync(new URL('../../policies/schema/result.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
ajv.addSchema(schema);
const ofFile = (name) => ajv.compile(JSON.parse(readFileSync(new URL(`../../policies/schema/${name}.schema.json`, import.meta.url), 'utf8')));
const files = { report: ofFile('report'), mapping: ofFile('mapping') };

// "evaluation" or "failure" for an answer of `evaluate`, so that a problem names its place and not two alternatives.
function definitionFor(call, answer) {
  const forms = (schema.$defs[call].oneOf ?? []).map(({ $ref }) => $ref.split('/').at(-1));
  if (forms.length === 0) return call;
  return answer?.ok === false ? 'failure' : forms[0];
}

/**
 * What the schema has against an answer: a list of sentences, empty where it fits.
 * `call` is a definition of the schema: "result" (of evaluate), "compare_result", "audit_end", ...
 */
export function answerProblems(answer, call = 'result') {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definitionFor(call, answer)}`);
  return validate(answer) ? [] : validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** Whether a value fits the part of the schema that a JSON Pointer names. */
export function fitsAt(pointer, value) {
  return ajv.validate({ $ref: `${schema.$id}#${pointer}` }, value);
}

/** Returns the answer, or fails with what the schema has against it. */
export function fitting(answer, call = 'result') {
  assert.deepEqual(answerProblems(answer, call), [], JSON.stringify(answer).slice(0, 2000));
  return answer;
}

/** The same for a report of an audit, or a mapping. */
export function fittingFile(document, name) {
  const fits = files[name](document);
  assert.ok(fits, `${JSON.stringify(files[name].errors)} ${JSON.stringify(document).slice(0, 2000)}`);
  return document;
}
