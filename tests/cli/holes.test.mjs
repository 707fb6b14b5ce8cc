// Impacts without an answer: what the command says of them, and what it refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf, supportcalc } from './supportcalc.mjs';

test('holes by plan and option, as JSON', () => {
  const { code, out } = supportcalc(['holes', 'quarry', '--policies', pathOf('tests/data/examples/levels-by-product'), '--json']);
  assert.equal(code, 0);
  const { ok, policy, levels } = JSON.parse(out);
  assert.equal(ok, true);
  assert.deepEqual(policy, { id: 'quarry', revision: '2026-01-01' });
  assert.deepEqual(
    levels.map(({ plans, ask, combinations, decided }) => ({ plans, ask, combinations, decided })),
    [
      { plans: [{ id: 'hosted', options: { product: 'store' } }], ask: ['availability', 'data_loss'], combinations: 10, decided: 10 },
      { plans: [{ id: 'hosted', options: { product: 'search' } }], ask: ['environment', 'share'], combinations: 6, decided: 6 },
      { plans: [{ id: 'own-servers', options: { product: 'store' } }], ask: ['data_loss'], combinations: 2, decided: 2 },
      { plans: [{ id: 'own-servers', options: { product: 'search' } }], ask: ['environment', 'share'], combinations: 6, decided: 6 },
    ],
  );
});

test('what no level fits, what several fit, and the gap that the policy names', () => {
  const { out } = supportcalc(['holes', 'gannet', '--plan', 'all', '--policies', pathOf('tests/data/examples/no-level-fits'), '--json']);
  const [{ holes }] = JSON.parse(out).levels;
  assert.deepEqual(holes.find(({ ambiguities }) => ambiguities.length > 0), {
    reason: 'none-fits',
    fits: [],
    when: { environment: ['production'], availability: ['down'], core_function: ['no'], workaround: ['costly', 'acceptable'] },
    combinations: 2,
    ambiguities: ['down-with-a-way-round'],
    candidates: ['critical', 'major'],
  });
  assert.deepEqual(holes.at(-1), {
    reason: 'several-fit',
    fits: ['major', 'minor'],
    when: { environment: ['production'], availability: ['minor', 'unaffected'], core_function: ['yes'] },
    combinations: 6,
    ambiguities: [],
    candidates: ['major', 'minor'],
  });
});

test('a policy without levels has no holes', () => {
  const { code, out } = supportcalc(['holes', 'spacelift@2022-07-06', '--json']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out).levels, []);
});

test('as text, in both languages', () => {
  const words = ['holes', 'gannet', '--policies', pathOf('tests/data/examples/no-level-fits')];
  const english = supportcalc(words).out;
  assert.match(english, /^gannet@[\d-]+\n\n {2}Plans: all\n {2}\d+ combinations of answers to environment, availability, core_function,\s+workaround\./);
  assert.match(english, /\n {2}No level fits\. Every level stays open, or those in brackets:\n {2}- .*\n {2}More than one level fits, major and minor:\n/s);
  const german = supportcalc([...words, '--lang', 'de']).out;
  assert.match(german, /\n {2}Pläne: all\n {2}\d+ Kombinationen von Antworten auf /);
  assert.match(german, /\n {2}Kein Schweregrad passt\. Offen bleiben alle, oder die in Klammern:\n {2}- .*\n {2}Mehr als ein Schweregrad passt, major und minor:\n/s);
  assert.doesNotMatch(german, /holes\.| or | not /);
});

test('an unknown policy and an unknown plan are refused', () => {
  const policy = supportcalc(['holes', 'nobody']);
  assert.equal(policy.code, 1);
  assert.match(policy.err, /There is no policy "nobody"/);
  const plan = supportcalc(['holes', 'scalr', '--plan', 'gold']);
  assert.equal(plan.code, 1);
  assert.match(plan.err, /no plan "gold"\. Its plans are: free, business\./);
});
