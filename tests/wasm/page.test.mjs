// The module of the page leaves out what finds mistakes in policies. It must not leave out anything else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';

import { loadModule, readLines, shippedDocuments, wasmUrl } from './module.mjs';

let page;
let whole;

before(async () => {
  [page, whole] = await Promise.all(['supportcalc-page', 'supportcalc'].map((name) => loadModule(name)));
});

test('it answers every ticket with the same bytes', async () => {
  const documents = JSON.stringify(await shippedDocuments());
  for (const module of [page, whole]) assert.equal(module.load(documents), '{"ok":true}');
  const cases = await readLines('conformance/due.jsonl');
  for (const { request } of cases) {
    const text = JSON.stringify({ ...request, include: ['timeline', 'week_map', 'cliff', 'trace'] });
    assert.equal(page.evaluate(text), whole.evaluate(text));
  }
  assert.equal(cases.length, 400);
});

// The patches of the table, as far as they go: members are set or taken away, lists made longer.
function patched(document, patch = []) {
  const copy = structuredClone(document);
  for (const { op, path, value } of patch) {
    const steps = path.slice(1).split('/');
    const last = steps.pop();
    const place = steps.reduce((at, step) => at[step], copy);
    if (last === '-') place.push(value);
    else if (op === 'remove') place[last] = undefined;
    else place[last] = value;
  }
  return copy;
}

test('it has the words for everything that a ticket can have wrong', async () => {
  const table = JSON.parse(await readFile(new URL('../data/diagnostics/cases.json', import.meta.url), 'utf8'));
  const cases = table.cases.filter((each) => each.in === 'request');
  for (const { code, text, repeat, patch, policy_patch: policyPatch } of cases) {
    const documents = JSON.stringify([
      { path: 'calendar', text: JSON.stringify(table.calendar) },
      { path: 'policy', text: JSON.stringify(patched(table.policy, policyPatch)) },
    ]);
    for (const module of [page, whole]) assert.equal(module.load(documents), '{"ok":true}');
    const request = text ?? (repeat ? repeat.before + repeat.what.repeat(repeat.times) + repeat.after : JSON.stringify(patched(table.request, patch)));
    const answer = page.evaluate(request);
    assert.equal(answer, whole.evaluate(request));
    const problem = JSON.parse(answer).diagnostics.find((each) => each.code === code);
    assert.ok(problem, `${code}: ${answer}`);
    assert.notEqual(problem.message, '');
    assert.notEqual(problem.hint, '');
  }
  assert.ok(cases.length > 20);
});

test('what is no policy at all it refuses, too', () => {
  for (const text of ['', '{', '[]', '7', '{"id": "acorn", "plans": 7}']) {
    const answer = JSON.parse(page.load(JSON.stringify([{ path: 'a/b.json', text }])));
    assert.equal(answer.ok, false, text);
    for (const { message } of answer.diagnostics) assert.notEqual(message, '');
  }
});

test('it holds neither the checks nor what they say', async () => {
  const said = 'Let one of them build on none.';
  const held = await Promise.all(['supportcalc-page', 'supportcalc'].map(async (name) => (await readFile(wasmUrl(name))).includes(said)));
  assert.deepEqual(held, [false, true]);
});
