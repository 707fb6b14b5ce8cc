// What the command says of a shipped policy is what the policy's text says: sentences that were once wrong or missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { supportcalc } from './supportcalc.mjs';

const at = '2026-04-02T14:30:00Z';

// The sentences on one line, whatever the width of the terminal breaks. Of tables, `show --html` keeps them whole.
function said(words) {
  const { code, out, err } = supportcalc(words);
  assert.deepEqual([code, err], [0, '']);
  return out.replaceAll(/\s+/g, ' ');
}

const evaluate = (policy, plan, ...more) => ['evaluate', '--policy', policy, '--plan', plan, '--at', at, ...more];

const cases = [
  {
    text: 'Scalr keeps the preceding major release for up to 12 months, no longer',
    of: evaluate('scalr', 'business', '--severity', 'p0'),
    says: ['its predecessor for up to 12 months from the day the newest came out'],
  },
  {
    text: 'Scalr says what its updates bring, and on which days',
    of: ['show', 'scalr', '--html'],
    says: ['bring new features, enhancements and bug fixes', 'Tuesday, Thursday'],
  },
  {
    text: 'best effort is not called full support',
    of: ['show', 'scalr'],
    says: ['Support By the vendor'],
    never: ['Full support'],
  },
  {
    text: 'on Free a blocker has no time, and the best efforts of the plan are told beside it',
    of: evaluate('scalr', 'free', '--severity', 'p0'),
    says: ['The table has a cross: no response time. Free as a whole is answered on best efforts'],
  },
  {
    text: 'the draft of ControlPlane asks for nothing that it only would like to have',
    of: evaluate('controlplane-flux@2024-06-19', 'enterprise', '--severity', 'level-1'),
    says: ['- Impact statement Should be given; it helps the support team set the level.'],
    never: ['(required)'],
  },
  {
    text: 'security bulletins are under embargo until the vulnerability is public',
    of: evaluate('controlplane-flux@2024-06-19', 'enterprise', '--severity', 'level-1'),
    says: ['must be kept confidential until the vulnerability is public'],
  },
  {
    text: 'no region changes the holidays that are taken off',
    of: evaluate('controlplane-flux', 'cpef-1', '--severity', 'severity-2', '--option', 'region=amer'),
    says: ['Choosing a region sets the time zone, not the holidays.'],
  },
  {
    text: 'help by the maintainers of Flux is an engagement of its own, no part of every plan',
    of: ['show', 'controlplane-flux', '--html'],
    says: ['Work with the Flux experts'],
    never: ['Direct access to Flux maintainers'],
  },
  {
    text: 'continuous effort for Severity 1 of ZITADEL is effort, and not nothing',
    of: evaluate('zitadel@2023-10-06', 'extended-sla', '--severity', 'severity-1'),
    says: ['Workaround continuous Best effort.', 'and takes feedback', 'an annex of the Framework Agreement and of the Support Service Terms'],
    never: ['Workaround continuous Nothing promised'],
  },
  {
    text: 'a plan of ZITADEL without a step of escalation earns nothing by one',
    of: evaluate('zitadel@2023-11-15', 'free', '--severity', 'severity-1'),
    says: ['The policy names no step for this plan and level.'],
    never: ['A late answer earns'],
  },
  {
    text: 'all who ship backend features of Spacelift carry a pager, there is no turn',
    of: ['show', 'spacelift@2022-07-06', '--html'],
    says: ['All product engineers who ship backend features carry a pager.', 'You should not depend on it', 'breaking changes may come'],
    never: ['take turns'],
  },
  {
    text: 'the page of the same day gave times, so nobody says that nobody promised any',
    of: evaluate('spacelift@2022-07-06', 'cloud'),
    says: ['The support page of the same day does, from 60 minutes for Critical'],
    never: ['Nobody has promised'],
  },
  {
    text: 'where Spacelift may limit its support, support does not end',
    of: evaluate('spacelift', 'self-hosted-gold', '--severity', 'severity-1', '--version-released', '2025-09-01'),
    says: ['Spacelift may limit its support. (limited support)'],
    never: ['no longer supported'],
  },
  {
    text: 'the levels of Spacelift rest on impact, of which the customers hit are an example',
    of: evaluate('spacelift', 'gold', '--impact', 'availability=down', '--impact', 'affected=some', '--impact', 'spread=some-customers'),
    says: ['the criterion is very high or significant impact, the rest an example'],
  },
  {
    text: 'Stakater takes public holidays off, and nobody knows whose',
    of: evaluate('stakater', 'standard', '--severity', 'p1'),
    says: ['Until you choose whose, none are taken off', 'Incident Response Management Framework', 'Update frequent Published target. The policy states this.'],
    never: ['open on public holidays too', 'production or staging (required)', 'wait for an upgrade'],
  },
  {
    text: 'an answer has what the plan brings, the days of maintenance and the duties of either side',
    of: evaluate('scalr', 'business', '--severity', 'p0'),
    says: ['Support response By priority, 24x7', 'Maintenance - Tuesday, Thursday Regular updates bring', 'You Set ticket priorities correctly.'],
  },
];

for (const { text, of, says, never = [] } of cases) {
  test(text, () => {
    const out = said(of);
    for (const sentence of says) assert.ok(out.includes(sentence), `${sentence}\n${out}`);
    for (const sentence of never) assert.ok(!out.includes(sentence), `never: ${sentence}\n${out}`);
  });
}
