// list, show and validate.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { binary, languages, pathOf, read, supportcalc } from './supportcalc.mjs';

const vendors = readdirSync(pathOf('policies/'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['calendars', 'schema'].includes(entry.name))
  .map(({ name }) => name);
const files = vendors.flatMap((vendor) => readdirSync(pathOf(`policies/${vendor}`)).map((file) => `policies/${vendor}/${file}`));
const nameOf = (file) => file.replace(/^policies\/(.*)\/(.*)\.json$/, '$1@$2');

test('list --json names every policy, revision, plan and level', () => {
  const { policies, calendars, tzdata } = JSON.parse(supportcalc(['list', '--json']).out);
  const names = policies.flatMap(({ id, revisions }) => revisions.map(({ revision }) => `${id}@${revision}`));
  assert.deepEqual(names.sort(), files.map(nameOf).sort());
  const zitadel = policies.find(({ id }) => id === 'zitadel').revisions[0];
  assert.deepEqual(zitadel.plans.map(({ id }) => id), ['default', 'extended-sla', 'custom', 'self-hosted']);
  assert.deepEqual(zitadel.severities.map(({ label }) => label), ['Severity 1', 'Severity 2', 'Severity 3', 'Severity 4']);
  assert.deepEqual(calendars.map(({ id }) => id).sort(), ['ch-sg', 'gb-eng', 'us-federal']);
  assert.match(tzdata, /^\d{4}[a-z]$/);
});

test('a copy of the shipped policies beside them changes nothing', () => {
  const own = ['--policies', pathOf('policies'), '--policies', pathOf('policies')];
  assert.deepEqual(supportcalc(['list', '--json', ...own]), supportcalc(['list', '--json']));
});

test('show tells maintenance with its day, times, zone, channel, notice, limit and length', () => {
  const { out } = supportcalc(['show', 'quayside', '--policies', pathOf('tests/data/examples/contract-settles-hours')]);
  const words = out.slice(out.indexOf('Maintenance')).replaceAll(/[\s│]+/g, ' ');
  for (const part of [
    'first Tuesday of the month', '20:00–22:00', 'Europe/London', 'announced here: Portal', 'announced 24 hours ahead', 'at most 4 hours per quarter',
    'usually 30 minutes',
  ]) assert.ok(words.includes(part), `${part} in ${words}`);
});

test('show tells until when a credit has to be used', () => {
  const { out } = supportcalc(['show', 'cobalt', '--policies', pathOf('tests/data/examples/fine-print')]);
  assert.match(out, /To be used within 365 days\./);
});

test('show prints every policy whole, in every language', () => {
  // Tables break texts over lines, so ids are looked for, which are cut only when they are long.
  const lists = ['plans', 'severities', 'hours', 'channels', 'options', 'assumptions', 'ticket', 'lifecycle', 'facts', 'ambiguities', 'sources'];
  for (const list of lists) assert.ok(files.some((file) => JSON.parse(read(file))[list]?.length > 0), `no policy has ${list}`);
  for (const file of files) {
    const policy = JSON.parse(read(file));
    for (const language of languages) {
      const { code, out, err } = supportcalc(['show', nameOf(file), '--lang', language]);
      assert.deepEqual([code, err], [0, '']);
      const wide = out.split('\n').filter((line) => [...line].length > 100);
      assert.deepEqual(wide, [], file);
      assert.doesNotMatch(out, /\b(show|text|unit|kind|commitment)\.[a-z]/, 'a key without words');
      assert.doesNotMatch(out, /\{\w+\}/, 'a parameter without a value');
      const ids = lists.flatMap((list) => (policy[list] ?? []).map(({ id }) => id));
      const scope = [...(policy.scope?.topics ?? []), ...(policy.scope?.maturities ?? [])].map(({ id }) => id);
      for (const id of [...ids, ...scope]) assert.ok(out.includes(id.slice(0, 24)), `${file} ${language}: ${id}`);
      for (const step of policy.escalation?.steps ?? []) assert.ok(out.includes(`(${step.id})`));
    }
  }
});

test('show has rows of plans without levels, defaults, choices, cases and names of own calendars', () => {
  const { out } = supportcalc(['show', 'tern', '--policies', pathOf('tests/cli/data/every-row')]);
  const words = out.replaceAll(/\s+/g, ' ');
  for (const part of [
    'plans without – 3 business days', // Starter has no levels
    'Rule none: it is picked by hand',
    'Plans Business, Enterprise International', // which builds on Business
    'Default: Not bought',
    'No public holidays,', // a choice of an assumption
    'holidays (Days off at Tern)',
    'Coverage (Office hours; Around the clock:',
    'phone · +13125550100 · 24x7 · Holds for: Urgent',
    'Escalation desk · at best 30 minutes',
  ]) assert.ok(words.includes(part), part);
});

test('show --json prints the document as it is', () => {
  assert.equal(supportcalc(['show', 'scalr@undated', '--json']).out, read('policies/scalr/undated.json'));
});

test('show without a revision takes the one in force', () => {
  assert.match(supportcalc(['show', 'zitadel']).out, / zitadel@2023-11-15\n/);
});

test('show of what does not exist', () => {
  for (const [name, message] of [
    ['zitadl', /There is no policy "zitadl"\. Did you mean "zitadel"\?/],
    ['zitadel@1', /no such revision of "zitadel"\. Known are: 2023-10-06, 2023-11-15\./],
    ['something', /"supportcalc list" shows which there are\./],
  ]) {
    const { code, out, err } = supportcalc(['show', name]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, message);
  }
});

test('every shipped policy and calendar is valid', () => {
  const calendars = readdirSync(pathOf('policies/calendars')).map((name) => `policies/calendars/${name}`);
  const { code, out } = supportcalc(['validate', ...[...files, ...calendars].map(pathOf)]);
  assert.equal(code, 0, out);
  assert.equal(out.trim().split('\n').filter((line) => / ok \(.+\)$/.test(line)).length, files.length + calendars.length);
});

test('validate prints every problem with its place', () => {
  const broken = pathOf('tests/cli/data/broken.json');
  const { code, out, err } = supportcalc(['validate', broken]);
  assert.deepEqual([code, err], [1, '']);
  const places = out.trim().split('\n').map((line) => /^(.*): error: ([a-z_.]+): .+\. .+\.$/.exec(line).slice(1));
  assert.deepEqual(places, [
    [`${broken}:6:13`, 'value.not_allowed'],
    [`${broken}:15:61`, 'zone.unknown'],
    [`${broken}:15:88`, 'policy.calendar.unknown'],
    [`${broken}:25:45`, 'id.unknown'],
  ]);
});

test('validate --json has the same, with pointers', () => {
  const { code, out } = supportcalc(['validate', '--json', pathOf('tests/cli/data/broken.json'), pathOf('policies/scalr/undated.json')]);
  assert.equal(code, 1);
  const { ok, files: checked } = JSON.parse(out);
  assert.equal(ok, false);
  assert.deepEqual(checked.map(({ ok: fine, policy }) => [fine, policy]), [[false, 'acme@2026-01-31'], [true, 'scalr@undated']]);
  const [first] = checked[0].problems;
  assert.deepEqual(first, {
    severity: 'error',
    code: 'value.not_allowed',
    pointer: '/status',
    message: '"publisht" is not a value that belongs here.',
    hint: 'Use one of: published, draft, superseded.',
    parameters: { value: 'publisht', allowed: 'published, draft, superseded' },
    line: 6,
    column: 13,
  });
});

// A policy in a folder of its own, with what `change` makes of it; the other files by name.
function inFolder(context, files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'supportcalc-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, document] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof document === 'string' ? document : JSON.stringify(document));
  }
  return folder;
}

const own = JSON.parse(read('tests/cli/data/own/acme.json'));
const ownCalendar = JSON.parse(read('tests/cli/data/own/acme-days.json'));

test('validate finds calendars beside a file by itself', (t) => {
  for (const place of ['acme-days.json', 'calendars/days-off.json', '../calendars/acme.json']) {
    const folder = inFolder(t, { 'acme/acme.json': own, [path.join('acme', place)]: ownCalendar });
    assert.match(supportcalc(['validate', path.join(folder, 'acme/acme.json')]).out, /: ok \(acme@2026-01-31\)\n$/, place);
    assert.equal(supportcalc(['validate', 'acme.json'], { cwd: path.join(folder, 'acme') }).code, 0, place);
  }
  const folder = inFolder(t, { 'acme.json': own, 'elsewhere/acme-days.json': ownCalendar });
  assert.match(supportcalc(['validate', path.join(folder, 'acme.json')]).out, /policy\.calendar\.unknown/);
  assert.equal(supportcalc(['validate', path.join(folder, 'acme.json'), '--policies', path.join(folder, 'elsewhere')]).code, 0);
});

test('validate --policies without a file checks all that is there', () => {
  const { code, out } = supportcalc(['validate', '--policies', pathOf('policies')]);
  assert.equal(code, 0);
  assert.equal(out.trim().split('\n').filter((line) => / ok \(.+\)$/.test(line)).length, files.length + 3);
  assert.equal(supportcalc(['validate']).code, 2);
  assert.equal(supportcalc(['validate', '--policies', pathOf('tests/none')]).code, 1);
});

test('warnings leave the exit code at 0, and --strict makes them errors', (t) => {
  const policy = JSON.parse(read('docs/examples/acorn.json'));
  policy.hours[0].windows[0].close = '23:59';
  policy.title = 'FILL: the title';
  const file = path.join(inFolder(t, { 'acorn.json': policy }), 'acorn.json');
  const lenient = supportcalc(['validate', file]);
  assert.equal(lenient.code, 0);
  assert.match(lenient.out, /^.*:1:\d+: warning: text\.to_fill: .*\n.*:1:\d+: warning: policy\.hours\.minute_short: .*\n.*: ok \(acorn@2026-01-31\), 2 warnings\n$/);
  const strict = supportcalc(['validate', '--strict', file]);
  assert.equal(strict.code, 1);
  assert.match(strict.out, /^.*: error: text\.to_fill: .*\n.*: error: policy\.hours\.minute_short: .*\n$/);
  const json = (...flags) => JSON.parse(supportcalc(['validate', '--json', ...flags, file]).out);
  assert.deepEqual([json().ok, json().files[0].problems.map(({ severity }) => severity)], [true, ['warning', 'warning']]);
  assert.deepEqual([json('--strict').ok, json('--strict').files[0].problems.map(({ severity }) => severity)], [false, ['error', 'error']]);
});

test('what has an error has no warning at the same place', (t) => {
  const policy = JSON.parse(read('docs/examples/acorn.json'));
  policy.assumptions[0].default = 'FILL: Europe/Dublin';
  const { files: [{ problems }] } = JSON.parse(supportcalc(['validate', '--json', path.join(inFolder(t, { 'acorn.json': policy }), 'acorn.json')]).out);
  assert.deepEqual(problems.map(({ code, pointer }) => [code, pointer]), [['zone.unknown', '/assumptions/0/default']]);
});

// The two warnings that show beside other files only; their words are those of tests/data/diagnostics.
test('a file named by another date, and a calendar that no policy names', (t) => {
  const cases = JSON.parse(read('tests/data/diagnostics/cases.json')).cases.filter((each) => each.in === 'command');
  assert.deepEqual(cases.map(({ code }) => code), ['calendar.unused', 'policy.file_name']);
  const folder = inFolder(t, { '2026-01-31.json': { ...own, revision: '2026-01-01' }, 'undated.json': { ...own, hours: [] } });
  const warnings = (...words) => JSON.parse(supportcalc(['validate', '--json', ...words]).out).files.map(({ problems }) =>
    problems.filter(({ severity }) => severity === 'warning').map(({ code, pointer, parameters }) => ({ code, pointer, parameters })));
  const dated = path.join(folder, '2026-01-31.json');
  const calendar = pathOf('tests/cli/data/own/acme-days.json');
  const [unused, named] = cases.map(({ code, pointer, parameters }) => ({ code, pointer, parameters }));
  assert.deepEqual(warnings(dated, calendar), [[named], []]);
  assert.deepEqual(warnings(pathOf('docs/examples/acorn.json'), calendar), [[], [unused]]);
  assert.deepEqual(warnings(calendar), [[]]);
});

test('a file that is not UTF-8 is told as that', (t) => {
  const text = read('docs/examples/acorn.json').replace('Acorn Hosting: support', 'Hosting f\u00fcr alle');
  const folder = inFolder(t, { 'utf8.json': `\uFEFF${text}` });
  writeFileSync(path.join(folder, 'latin1.json'), Buffer.from(text, 'latin1'));
  writeFileSync(path.join(folder, 'utf16.json'), Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const said = (name) => supportcalc(['validate', path.join(folder, name)]).out;
  assert.match(said('latin1.json'), /latin1\.json: error: file\.unreadable: It is not UTF-8: line 5 has a byte that is no character\. Save it as UTF-8\.\n$/);
  assert.match(said('utf16.json'), /file\.unreadable: It is UTF-16\. Save it as UTF-8\.\n$/);
  assert.match(said('utf8.json'), /: ok \(acorn@2026-01-31\)\n$/); // with a mark at its beginning
  const { err } = supportcalc(['list', '--policies', folder]);
  assert.match(err, /latin1\.json: It is not UTF-8: line 5/);
});

test('what never ends or is no file is refused, and a pipe of the shell is read', (t) => {
  const folder = inFolder(t, { 'acorn.json': read('docs/examples/acorn.json') });
  spawnSync('mkfifo', [path.join(folder, 'pipe.json')]);
  for (const name of ['/dev/zero', '/dev/null', path.join(folder, 'pipe.json')]) {
    for (const words of [['validate', name], ['evaluate', '--request', name], ['batch', name], ['audit', name], ['diff', 'scalr', name]]) {
      const { code, out, err } = supportcalc(words);
      assert.equal(code, 1, words.join(' '));
      assert.match(out + err, /It is no file, and may never end\. Lead it to standard input, which is named -\./, words.join(' '));
    }
  }
  assert.equal(supportcalc(['list', '--policies', folder]).code, 0); // looks at files alone
  const shell = spawnSync('bash', ['-c', '"$0" validate <(cat "$1")', binary, path.join(folder, 'acorn.json')], { encoding: 'utf8' });
  assert.match(shell.stdout, /^\/dev\/fd\/\d+: ok \(acorn@2026-01-31\)\n$/);
});

test('validate finds what stands twice', () => {
  const policy = pathOf('policies/scalr/undated.json');
  const { code, out } = supportcalc(['validate', policy, policy]);
  assert.equal(code, 1);
  assert.match(out, /: ok \(scalr@undated\)\n.*policy\.revision\.duplicate/);
});

test('validate reads anything without harm', () => {
  for (const [input, problem] of [
    ['', 'json.syntax'],
    ['[]', 'value.wrong_type'],
    ['{"a": 1,\n "a": 2}', 'json.duplicate_key'],
    ['{"a": 1,\n', 'json.syntax'],
    ['['.repeat(100_000), 'json.too_deep'],
    [' '.repeat(2_000_000), 'json.too_large'],
    ['{"id": "a\0b"}', 'json.syntax'],
    ['{"rules": 1}', 'value.wrong_type'],
  ]) {
    const { code, out, err } = supportcalc(['validate', '-'], { input });
    assert.deepEqual([code, err], [1, '']);
    assert.ok(out.includes(`: ${problem}: `), `${input.slice(0, 20)}: ${out}`);
    if (input === '[]') assert.equal(out.split('\n').length, 2, out); // nor what such a document lacks
  }
  for (const path of [pathOf('tests'), pathOf('tests/none')]) {
    const { code, out } = supportcalc(['validate', path]);
    assert.equal(code, 1);
    assert.match(out, /: file\.unreadable: It (is a folder|cannot be opened)/);
  }
});
