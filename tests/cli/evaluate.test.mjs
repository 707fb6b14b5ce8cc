// One ticket by flags or by file; exit codes; what is said about a wrong request.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { binary, conformanceCases, pathOf, supportcalc } from './supportcalc.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportcalc-'));
after(() => rmSync(folder, { recursive: true }));

const flagsOf = { policy: 'policy', plan: 'plan', severity: 'severity', submitted_at: 'at', visitor_time_zone: 'zone' };
const known = ['--policy', 'zitadel@2023-10-06', '--plan', 'extended-sla', '--severity', 'severity-1', '--at', '2026-04-02T14:30:00Z'];

function byFlags(request) {
  const words = ['evaluate', '--json'];
  for (const [key, value] of Object.entries(request)) {
    if (key in flagsOf) words.push(`--${flagsOf[key]}`, value);
    const repeated = { impact: '--impact', options: '--option', assumptions: '--assume' }[key];
    if (repeated) for (const [name, text] of Object.entries(value)) words.push(repeated, `${name}=${text}`);
    else assert.ok(key in flagsOf, key);
  }
  return supportcalc(words);
}

function byFile(request, ...more) {
  const file = join(folder, 'request.json');
  writeFileSync(file, JSON.stringify(request, null, 2));
  return supportcalc(['evaluate', '--request', file, '--json', ...more]);
}

test('flags and a file give the same bytes', () => {
  for (const { request } of conformanceCases().slice(0, 40)) {
    const { code, out } = byFlags(request);
    assert.equal(code, 0);
    assert.equal(out, byFile(request).out);
  }
});

test('every key of a request has a flag', () => {
  const request = {
    policy: 'controlplane-flux@2026-07-24',
    plan: 'cpef-10',
    impact: { availability: 'down', environment: 'production' },
    options: { region: 'apac' },
    assumptions: { holidays: 'none' },
    submitted_at: '2026-10-02T14:30:00Z',
    visitor_time_zone: 'Asia/Tokyo',
    topic: 'other',
    version: { released_on: '2026-01-31', behind: 1 },
    channel: 'phone',
    pauses: [{ from: '2026-10-02T15:00:00Z', to: '2026-10-02T15:10:00Z' }],
    responded_at: '2026-10-02T16:00:00Z',
    escalated_at: '2026-10-02T16:30:00Z',
    now: '2026-10-02T17:00:00Z',
    include: ['timeline', 'trace'],
    target: 0,
  };
  const flags = supportcalc([
    'evaluate', '--json', '--policy', request.policy, '--plan=cpef-10', '--impact', 'availability=down', '--impact',
    'environment=production', '--option', 'region=apac', '--assume', 'holidays=none', '--at', request.submitted_at,
    '--zone', 'Asia/Tokyo', '--topic', 'other', '--version-released', '2026-01-31', '--version-behind', '1', '--channel',
    'phone', '--pause', '2026-10-02T15:00:00Z/2026-10-02T15:10:00Z', '--responded-at', request.responded_at,
    '--escalated-at', request.escalated_at, '--now', request.now, '--include', 'timeline', '--include', 'trace',
    '--target', '0',
  ]);
  assert.equal(flags.code, 0, flags.err);
  assert.equal(flags.out, byFile(request).out);
});

test('without --at the ticket is filed now', () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const { out } = supportcalc(['evaluate', '--json', '--policy', 'scalr', '--plan', 'business', '--severity', 'p0']);
  const startsAt = Date.parse(JSON.parse(out).targets[0].starts_at);
  assert.ok(before <= startsAt && startsAt <= Date.now());
  const named = supportcalc(['evaluate', '--json', '--policy', 'scalr', '--plan', 'business', '--severity', 'p0', '--at', 'now']);
  assert.ok(Date.parse(JSON.parse(named.out).targets[0].starts_at) >= startsAt);
});

test('a wrong request: exit code 1; flags are named, files have places', () => {
  const flags = supportcalc(['evaluate', '--policy', 'zitadel', '--plan', 'gold', '--zone', 'Europa/Berlin', '--at', '2026-01-01']);
  assert.deepEqual([flags.code, flags.out], [1, '']);
  assert.match(flags.err, /^supportcalc: --at: "2026-01-01" is not an instant\. Give an existing day and time with an offset/m);
  assert.match(flags.err, /^supportcalc: --zone: There is no time zone .* "Europe\/Berlin"\.$/m);
  assert.match(flags.err, /^supportcalc: --plan: The policy has no plan "gold"\. Its plans are: free/m);

  const file = join(folder, 'wrong.json');
  writeFileSync(file, '{"policy": "zitadel",\n "plan": "gold",\n "submitted_at": "2026-04-02T14:30:00Z"}');
  const { code, out, err } = supportcalc(['evaluate', '--request', file]);
  assert.deepEqual([code, out], [1, '']);
  assert.ok(err.startsWith(`supportcalc: ${file}:2:10: The policy has no plan "gold".`), err);

  const json = supportcalc(['evaluate', '--request', file, '--json']);
  assert.deepEqual([json.code, json.err], [1, '']);
  assert.deepEqual(JSON.parse(json.out).diagnostics.map(({ code: id, pointer }) => [id, pointer]), [['request.plan.unknown', '/plan']]);
});

test('empty names are unknown', () => {
  for (const request of [{ policy: '@x' }, { policy: '' }, { policy: 'zitadel', plan: '' }]) {
    const { code, out } = byFile({ plan: 'free', submitted_at: '2026-04-02T14:30:00Z', ...request });
    assert.equal(code, 1);
    assert.notEqual(JSON.parse(out).diagnostics.length, 0);
  }
});

test('a wrong command line: exit code 2, and what to do', () => {
  const cases = [
    [[], /^Usage: supportcalc COMMAND \[FLAGS\]\n\nsupportcalc reads a vendor's support policy/],
    [['evalaute'], /There is no command "evalaute"\. Did you mean "evaluate"\?/],
    [['--json', 'list'], /The command comes first/],
    [['evaluate'], /--policy is missing\. "supportcalc list" shows which there are\./],
    [['evaluate', '--policy', 'scalr'], /--plan is missing\. Plans of scalr: free, business\./],
    [['evaluate', '--policy', 'nobody'], /--plan is missing\./],
    [['evaluate', '--sevrity', 'x'], /There is no flag --sevrity\. Did you mean --severity\?/],
    [['evaluate', '--json=yes'], /--json takes no value\./],
    [['evaluate', '--policy'], /--policy needs a value: --policy POLICY\./],
    [['evaluate', '--policy', '--plan', 'x'], /--policy needs a value/],
    [['evaluate', '--policy', 'a', '--policy', 'b'], /--policy is given twice/],
    [['evaluate', '--impact', 'availability=down', '--impact'], /--impact needs a value: --impact FACET=VALUE\./],
    [['evaluate', '--policy', '--', 'x'], /--policy needs a value/],
    [['evaluate', '--json='], /"" is one word too many\./],
    [['list', '--lang='], /Unknown language ""; choose one of de, en\b/],
    [['list', '--lang', 'en', '--lang', 'de'], /--lang is given twice/],
    [['list', '--', '--json'], /"--json" is one word too many\./],
    [['show', 'scalr', '--', 'list'], /"list" is one word too many\./],
    [['show', '++'], /is missing/],
    [['help', 'nothing'], /There is no command "nothing"\./],
    [['evalaute', '--help'], /Did you mean "evaluate"\?/],
    [['validate', '--jsn', 'x'], /There is no flag --jsn\. Did you mean --json\?/],
    [['list', '--lang', 'x'.repeat(100_000)], /Unknown language "x/],
    [['x'.repeat(100_000)], /There is no command "x/],
    [['evaluate', '-p', 'a'], /There is no flag -p\./],
    [['evaluate', 'zitadel'], /"zitadel" is one word too many\./],
    [['evaluate', ...known, '--impact', 'down'], /--impact down: Write a name, "=" and a value\./],
    [['evaluate', ...known, '--option', 'a=1', '--option', 'a=2'], /"a" is given twice/],
    [['evaluate', ...known, '--pause', 'monday'], /two instants with "\/" between them/],
    [['evaluate', ...known, '--version-behind', 'two'], /--version-behind two: Give a whole number\./],
    [['evaluate', ...known, '--lang', 'fr'], /Unknown language "fr"; choose one of de, en\b/],
    [['evaluate', ...known, '--request', 'x.json'], /--request and --policy do not go together/],
    [['validate'], /FILE\.\.\. is missing; or name a folder with --policies\./],
  ];
  for (const [words, message] of cases) {
    const { code, out, err } = supportcalc(words);
    assert.deepEqual([code, out], [2, ''], words.join(' '));
    assert.match(err, message);
  }
});

test('operands and values as they were written', () => {
  // What a library for command lines may take for something else: its own marks, lists in brackets, names of commands.
  for (const name of ['list', '[a,b]', '{a}', '-', '%%', 'a b', '"a"', "'a'"]) {
    const { code, err } = supportcalc(['show', name]);
    assert.deepEqual([code, err], [1, `supportcalc: There is no policy "${name}". "supportcalc list" shows which there are.\n`]);
  }
  assert.match(supportcalc(['show', '--', '--json']).err, /There is no policy "--json"/);
  assert.equal(supportcalc(['show', '--', 'scalr']).code, 0);
  assert.match(supportcalc(['evaluate', '--policy', 'scalr', '--plan=[a,b]']).err, /has no plan "\[a,b\]"/);
  assert.match(supportcalc(['evaluate', '--policy', 'scalr', '--plan', 'free', '--target', '-1']).err, /--target: The number is out of range/);
  assert.match(supportcalc(['evaluate', '--policy', 'scalr', '--plan', 'free', '--option', 'deployment==x']).err, /"=x" is not a value/);
  assert.match(supportcalc(['evaluate', '--policy', 'scalr', '--plan', 'free', '--option=deployment=saas', '--json', '--json']).out, /^{"ok":true/);
  assert.match(supportcalc(['evaluate', '--policy', 'scalr', '--plan=']).err, /"plan" is missing/);
});

test('help by word, and of a command', () => {
  assert.deepEqual(supportcalc(['help']), supportcalc(['--help']));
  assert.deepEqual(supportcalc(['help', 'show']), supportcalc(['show', '--help']));
  assert.deepEqual(supportcalc(['show', '-h']), supportcalc(['show', '--help']));
});

test('words that are no UTF-8 are shown as such', () => {
  const words = "supportcalc=$1; shift; \"$supportcalc\" list --lang=$'\\xff'; \"$supportcalc\" $'\\xfe'";
  const { status, stderr } = spawnSync('bash', ['-c', words, 'bash', binary], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /Unknown language "\uFFFD"[^]*There is no command "\uFFFD"/);
});

test('standard output that is closed', () => {
  const { status, stderr } = spawnSync('bash', ['-c', '"$1" list >&-', 'bash', binary], { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [1, 'supportcalc: Standard output cannot be written to: Bad file descriptor.\n']);
});

test('files that cannot be read', () => {
  for (const [path, message] of [[folder, /It is a folder/], [join(folder, 'none'), /No such file/]]) {
    const { code, err } = supportcalc(['evaluate', '--request', path]);
    assert.equal(code, 1);
    assert.ok(err.includes(path));
    assert.match(err, message);
  }
});

test('own policies beside the built-in ones; a terminal is safe from what they say', () => {
  const own = ['--policies', pathOf('tests/cli/data/own')];
  const { code, out, err } = supportcalc(['evaluate', '--policy', 'acme', '--plan', 'basic', '--at', '2026-12-31T15:00:00Z', ...own]);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /Monday, 4 January 2027, 12:00 \(Europe\/Vienna, UTC\+1\), Acme/);
  assert.ok(!out.includes('\x1b'));
  assert.equal(supportcalc(['evaluate', ...known, '--json', ...own]).code, 0);
});

test('a policy that cannot be used says why, and the others keep working', () => {
  const { code, out, err } = supportcalc(['list', '--policies', pathOf('tests/cli/data')]);
  assert.equal(code, 0);
  assert.match(out, /^acme@2026-01-31|acme@2026-01-31/m);
  assert.match(err, /broken\.json:6:13: "publisht" is not a value that belongs here\./);
});

test('a folder without policies, or none at all, is an error', () => {
  for (const [path, message] of [[folder + '/none', /./], [pathOf('tests/cli/examples'), /It holds no policy/], [pathOf('LICENSE'), /It is no folder/]]) {
    const { code, out, err } = supportcalc(['list', '--policies', path]);
    assert.deepEqual([code, out], [1, '']);
    assert.ok(err.startsWith(`supportcalc: --policies ${path}: `), err);
    assert.match(err, message);
  }
});

test('no colours and no bold type where there is no terminal', () => {
  assert.ok(!supportcalc(['evaluate', ...known]).out.includes('\x1b'));
});

test('the language of the machine changes nothing', () => {
  const { out } = supportcalc(['evaluate', ...known, '--now', '2026-04-02T14:30:00Z'], { env: { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' } });
  assert.match(out, /^First response$/m);
});

test('help of every command, with examples; the version names the time zones', () => {
  for (const command of ['evaluate', 'batch', 'list', 'show', 'validate']) {
    const { code, out, err } = supportcalc([command, '--help']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, new RegExp(`^Usage: supportcalc ${command}`));
    assert.match(out, /\nExamples:\n {2}/);
    assert.deepEqual(out.split('\n').filter((line) => line.length > 110), []);
    assert.ok(supportcalc(['--help']).out.includes(`\n  ${command} `));
  }
  assert.match(supportcalc(['--version']).out, /^supportcalc \d+\.\d+\.\d+ \(time zones of tzdata \d{4}[a-z]\)\n$/);
});

test('a credit for repeated misses is told with its amount, its count and its level', () => {
  const own = ['--policies', pathOf('tests/data/examples/channel-decides-clock')];
  const ticket = ['--policy', 'larkspur', '--plan', 'company', '--at', '2026-05-22T08:00:00Z'];
  const told = (level) => supportcalc(['evaluate', ...own, ...ticket, '--severity', level]).out;
  assert.match(told('outage'), /for Outage only/);
  assert.match(told('outage'), /10\s?% for 2 misses in a calendar month/);
  assert.equal(told('outage').match(/The rule, should an answer come late/g).length, 1);
  assert.doesNotMatch(told('other'), /misses/);
});

test('days off of the hours are told by their name', () => {
  const own = ['--policies', pathOf('tests/data/examples/holiday-rules')];
  const { policies } = JSON.parse(supportcalc(['list', '--json', ...own]).out);
  const [{ plans }] = policies.find(({ id }) => id === 'fernfield').revisions;
  const { out } = supportcalc(['evaluate', ...own, '--policy', 'fernfield', '--plan', plans[0].id, '--at', '2026-06-01T08:00:00Z']);
  assert.match(out, /also closed:\s+Works\s+outing/);
});

// What holds under a condition that the request leaves open is shown with it; what is settled is shown without.
const granite = ['evaluate', '--policies', pathOf('tests/data/open_conditions'), '--policy', 'granite', '--at', '2026-06-01T10:00:00Z'];
const paid = [...granite, '--plan', 'paid', '--severity', 'outage'];

test('facts, channels, credits and steps name the condition that the request leaves open', () => {
  const open = supportcalc(paid).out;
  assert.equal(open.match(/Only if/g)?.length, 6, open);
  assert.match(open, /1\. The duty engineer\n +Only if +Where does it run\? In our cloud\n/);
  assert.match(open, /1\. The account manager\n +Only if +Where does it run\? On your machines\n/);
  assert.match(open, /2\. The director\n/);
  assert.match(open, /We keep backups\.\n +Only if: Where does it run\? In our cloud\n/);
  const settled = supportcalc([...paid, '--option', 'place=ours', '--impact', 'environment=production']).out;
  assert.doesNotMatch(settled, /Only if|account manager/);
  assert.match(settled, /1\. The duty engineer\n[^]*2\. The director\n[^]*We keep backups/);
  assert.doesNotMatch(supportcalc([...paid, '--option', 'place=yours']).out, /duty engineer|backups|Phone|As agreed/);
});

test('a step names its row in the policy', () => {
  const rows = (words) => JSON.parse(supportcalc([...words, '--json']).out).escalation.map(({ id, row, conditional = false }) => [id, row, conditional]);
  assert.deepEqual(rows(paid), [['duty', 0, true], ['duty', 1, true], ['director', 2, false]]);
  assert.deepEqual(rows([...paid, '--option', 'place=yours']), [['duty', 1, false], ['director', 2, false]]);
});

test('a plan without support of its own says so first', () => {
  assert.match(supportcalc([...granite, '--plan', 'free']).out, /plan Free\n  Filed .*\n  - Community support only\n/);
});
