// Every answer fits policies/schema/result.schema.json: all conformance requests and worked examples, with all that `include` adds,
// through the command's batch.
import assert from 'node:assert/strict';
import test from 'node:test';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { command } from '../support/command.mjs';
import { answerProblems, fitsAt, schema } from '../support/results.mjs';
import { readText, root, walkSchema } from './support.mjs';

const lines = (name) => readText(name).split('\n').filter(Boolean).map((line) => JSON.parse(line));
const include = ['timeline', 'week_map', 'cliff', 'trace', 'messages', 'offer'];

// A definition behind a reference.
const resolved = (each) => (each.$ref ? resolved(schema.$defs[each.$ref.slice('#/$defs/'.length)]) : each);

test('every member of a result is described, and has an example that fits where it is not an object of members that have', () => {
  const bare = [];
  walkSchema(schema, (each, pointer) => {
    for (const [name, member] of Object.entries(each.properties ?? {})) {
      const place = `${pointer}/properties/${name}`;
      if (!('description' in member)) bare.push(`${place} description`);
      if (!('examples' in member) && !('properties' in resolved(member))) bare.push(`${place} examples`);
      for (const example of member.examples ?? []) {
        if (!fitsAt(place, example)) bare.push(`${place} example ${JSON.stringify(example)}`);
      }
    }
    if (each.type === 'object' && !('additionalProperties' in each)) bare.push(`${pointer} additionalProperties`);
  });
  assert.deepEqual(bare, []);
});

function answersOf(requests, flags = []) {
  const input = requests.map((request) => JSON.stringify(request)).join('\n');
  const { stdout, stderr } = spawnSync(command, ['batch', ...flags], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  const answers = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  assert.equal(answers.length, requests.length, stderr);
  return answers;
}

// What a result says of its parts by ids alone is what the messages, which command and page show, say of them.
function saidOf({ messages, targets, escalation, remedies, escalation_message: noStep, remedies_message: noRemedy }) {
  const line = (about, part) => messages.find((each) => each.about === about && each.part === part);
  const wrong = [];
  const expect = (place, id, message) => {
    if (id !== undefined && id !== message) wrong.push(`${place}: ${id}, said is ${message}`);
  };
  const promise = (place, { due, message, commitment_message: commitment, amount }) => {
    const none = line(place, 'no-due');
    expect(place, message, due === null ? (none?.params.note?.value[0].id ?? none?.id) : line(place, 'range')?.id);
    const terms = JSON.stringify(line(place, 'terms') ?? {});
    if (amount !== null && !terms.includes(`"${commitment}"`)) wrong.push(`${place}: ${commitment} is not in ${terms}`);
  };
  targets.forEach((target, i) => promise(`/targets/${i}`, target));
  escalation.forEach((step, i) => promise(`/escalation/${i}`, step));
  expect('/escalation', noStep, line('/escalation', 'detail')?.id);
  expect('/remedies', noRemedy, line('/remedies', 'detail')?.id);
  // What would be said twice is said once.
  remedies.forEach(({ message }, i) => {
    const worth = line(`/remedies/${i}`, 'worth')?.id;
    if (worth !== undefined && worth !== message) wrong.push(`/remedies/${i}: ${message}, said is ${worth}`);
  });
  return wrong;
}

function check(requests, flags) {
  const answers = answersOf(requests, flags);
  answers.forEach((answer, i) => {
    assert.deepEqual(answerProblems(answer), [], `${JSON.stringify(requests[i])}\n${JSON.stringify(answer).slice(0, 2000)}`);
    if (answer.ok && answer.messages) assert.deepEqual(saidOf(answer), [], JSON.stringify(requests[i]));
  });
  return answers;
}

test('the answers to all conformance requests fit the schema', () => {
  const requests = lines('tests/data/conformance/due.jsonl').map(({ request }) => request);
  assert.ok(requests.length >= 400);
  check(requests);
});

// The same tickets told in other ways, so that every member appears: unclear levels, answers, topics, versions, pauses.
test('with all that may be included, answered late, undecided and escalated', () => {
  const requests = lines('tests/data/conformance/due.jsonl').map(({ request }, i) => ({
    ...request,
    include,
    visitor_time_zone: 'Asia/Tokyo',
    ...(i % 3 === 0 ? { severity: undefined, impact: { availability: 'down' } } : {}),
    ...(i % 2 === 0 ? { responded_at: '2040-01-01T00:00:00Z', pauses: [{ from: request.submitted_at, to: '2040-01-01T00:00:00Z' }] } : {}),
    ...(i % 5 === 0 ? { now: '2040-01-02T00:00:00Z', escalated_at: '2040-01-01T12:00:00Z', version: { released_on: '2020-01-01', behind: 9 } } : {}),
    ...(i % 7 === 0 ? { topic: 'no-such-topic', maturity: 'alpha' } : {}),
    ...(i % 11 === 0 ? { submitted_at: '2019-01-01T00:00:00Z' } : {}),
    ...(i % 13 === 0 ? { plan: 'no-such-plan' } : {}),
  }));
  const answers = check(requests);
  const seen = new Set(answers.flatMap((answer) => Object.keys(answer)));
  for (const key of [...include, 'diagnostics']) assert.ok(seen.has(key), key);
});

for (const folder of readdirSync(path.join(root, 'tests/data/examples'))) {
  test(`the answers to example ${folder} fit the schema`, () => {
    const place = `tests/data/examples/${folder}`;
    const requests = lines(`${place}/cases.jsonl`).map(({ request }) => request);
    check([...requests, ...requests.map((request) => ({ ...request, include }))], ['--policies', path.join(root, place)]);
  });
}
