// The package as others get it: packed, installed into an empty project, used from Node, through Vite, and by a page as it is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import { build } from 'vite';

import { chromiumFlags, chromiumPath } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';
import { fitting } from '../support/results.mjs';
import { readLines } from '../wasm/module.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

// The independent program's answer is in tests/data/conformance; this is the README's example.
const use = `
import { createCalculator } from 'supportcalc';
import policies from 'supportcalc/policies';

const calculator = await createCalculator({ policies });
const result = calculator.evaluate({
  policy: 'zitadel@2023-10-06', plan: 'extended-sla', severity: 'severity-1', submitted_at: '2026-04-02T14:30:00Z',
});
const due = result.targets[0].due.at;
`;
const due = '2026-04-07T06:30:00Z';

let project;
let installed;
let browser;

const run = (command, ...parts) => execFileSync(command, parts, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

before(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'supportcalc-npm-'));
  installed = path.join(project, 'node_modules/supportcalc');
  await writeFile(path.join(project, 'package.json'), '{"name": "clean", "private": true, "type": "module"}');
  const [{ filename }] = JSON.parse(run('npm', 'pack', path.join(root, 'build/npm'), '--json'));
  run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`);
  browser = await chromium.launch({
    executablePath: chromiumPath,
    args: chromiumFlags,
  });
});

after(async () => {
  await browser?.close();
  await rm(project, { recursive: true });
});

// What the page writes into its title, under the content security policy of serve.mjs.
async function titleOf(folder, url = '') {
  const server = await serve({ folder });
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  try {
    await page.goto(`${server.url}${url}`);
    await page.waitForFunction(() => document.title !== '', undefined, { timeout: 20_000 }).catch(() => problems.push('no title'));
    assert.deepEqual(problems, []);
    return await page.title();
  } finally {
    await page.close();
    await server.close();
  }
}

test('it has no dependencies, and brings nothing but its files', async () => {
  assert.deepEqual(await readdir(path.join(project, 'node_modules')).then((names) => names.filter((name) => !name.startsWith('.'))), ['supportcalc']);
  const files = await readdir(installed, { recursive: true });
  assert.deepEqual(files.filter((name) => /test|\.ts$|\.map$/.test(name) && !name.endsWith('.d.ts')), []);
});

test('in Node', async () => {
  await writeFile(path.join(project, 'use.js'), `${use}console.log(JSON.stringify({ due, result }));`);
  const found = JSON.parse(run('node', 'use.js'));
  assert.equal(found.due, due);
  fitting(found.result);
});

test('in Node, with one vendor, a policy of ones own, and one that is wrong', async () => {
  await writeFile(path.join(project, 'acorn.json'), await readFile(path.join(root, 'docs/examples/acorn.json'), 'utf8'));
  await writeFile(path.join(project, 'own.js'), `
    import { readFileSync } from 'node:fs';
    import { createCalculator, PolicyError } from 'supportcalc';
    import scalr from 'supportcalc/policies/scalr';
    const own = { path: 'acorn/2026-01-31.json', text: readFileSync('acorn.json', 'utf8') };
    const calculator = await createCalculator({ policies: [...scalr, own] });
    const request = { plan: 'gold', severity: 'outage', submitted_at: '2026-04-02T14:30:00Z' };
    const wrong = await createCalculator({ policies: [{ path: 'x/y.json', text: '{"id": 7}' }] }).catch((error) => error);
    console.log(JSON.stringify([
      calculator.evaluate({ ...request, policy: 'acorn' }),
      calculator.evaluate({ ...request, policy: 'zitadel' }),
      wrong instanceof PolicyError && wrong.diagnostics.length > 3,
      calculator.zones().includes('Europe/Zurich'),
      calculator.wallTime({ time_zone: 'Europe/Zurich', local: '2026-03-29T02:30' }),
    ]));`);
  const [own, unknown, refused, zone, wallTime] = JSON.parse(run('node', 'own.js'));
  assert.equal(fitting(own).ok, true);
  assert.deepEqual(fitting(unknown).diagnostics.map(({ code }) => code), ['request.policy.unknown']);
  assert.deepEqual([refused, zone], [true, true]);
  assert.equal(fitting(wallTime, 'wall_time_answer').kind, 'gap');
});

test('through Vite, in a browser', async () => {
  const site = path.join(project, 'site');
  await mkdir(site);
  await writeFile(path.join(site, 'index.html'), '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>');
  await writeFile(path.join(site, 'main.js'), `${use}document.title = due;`);
  await build({ root: site, configFile: false, logLevel: 'warn', build: { target: 'chrome123', assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
  assert.equal(await titleOf(path.join(site, 'dist')), due);
});

test('in a page without a bundler', async () => {
  const names = use.replace("'supportcalc'", "'./node_modules/supportcalc/browser.js'").replace("'supportcalc/policies'", "'./node_modules/supportcalc/policies/all.js'");
  await writeFile(path.join(project, 'plain.html'), '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./plain.js"></script>');
  await writeFile(path.join(project, 'plain.js'), `${names}document.title = due;`);
  assert.equal(await titleOf(project, 'plain.html'), due);
});

test('the provenance names every policy with its hash', async () => {
  const provenance = JSON.parse(await readFile(path.join(installed, 'provenance.json'), 'utf8'));
  const { default: documents } = await import(path.join(installed, 'policies/all.js'));
  const named = [...provenance.calendars, ...provenance.policies];
  assert.deepEqual(named.map(({ path: name }) => name).sort(), documents.map(({ path: name }) => name).sort());
  for (const { path: name, text } of documents) {
    const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
    assert.equal(named.find((entry) => entry.path === name).integrity, hash);
  }
  assert.match(provenance.tzdata, /^20\d\d[a-z]$/);
  for (const { read_on: readOn, sources } of provenance.policies) {
    assert.match(readOn, /^\d{4}-\d\d-\d\d$/);
    assert.ok(sources.length > 0);
  }
});

// Object literals may not have members their type does not know, so every member of a real result must be in the types.
test('the types fit real requests and results', async () => {
  const { createCalculator } = await import(path.join(installed, 'node.js'));
  const { default: policies } = await import(path.join(installed, 'policies/all.js'));
  const calculator = await createCalculator({ policies });
  const cases = await readLines('conformance/due.jsonl');
  const late = { responded_at: '2026-06-30T12:00:00Z', visitor_time_zone: 'Asia/Tokyo', topic: 'other', now: '2026-07-01T00:00:00Z' };
  const requests = [
    ...cases.filter((_, index) => index % 20 === 0).map(({ request }) => request),
    ...cases.filter((_, index) => index % 40 === 1).map(({ request }) => ({ ...request, severity: undefined, ...late, impact: { request: 'incident', availability: 'down' } })),
    { policy: 'nobody', plan: 'none', submitted_at: 'never' },
  ];
  const results = requests.map((request) => fitting(calculator.evaluate(request)));
  assert.ok(results.some(({ ok }) => !ok) && results.some(({ severity }) => severity?.status === 'unclear'));
  await writeFile(path.join(project, 'check.ts'), `
    import { createCalculator, PolicyError, type Calculator, type Result, type TicketRequest } from 'supportcalc';
    import policies from 'supportcalc/policies';
    import zitadel from 'supportcalc/policies/zitadel';
    export const requests: TicketRequest[] = ${JSON.stringify(requests, null, 1)};
    export const results: Result[] = ${JSON.stringify(results, null, 1)};
    export const calculator: Calculator = await createCalculator({ policies: [...policies, ...zitadel] });
    const result = calculator.evaluate({ policy: 'zitadel', plan: 'free', submitted_at: '2026-04-02T14:30:00Z' });
    export const due: string | null | undefined = result.ok ? result.targets[0]?.due?.at : result.diagnostics[0]?.message;
    export const problems = (error: unknown): string[] => error instanceof PolicyError ? error.diagnostics.map(({ code }) => code) : [];
    // @ts-expect-error a request needs a plan
    calculator.evaluate({ policy: 'zitadel', submitted_at: '2026-04-02T14:30:00Z' });`);
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', 'check.ts'];
  for (const resolution of [['--module', 'nodenext'], ['--module', 'esnext', '--moduleResolution', 'bundler']]) {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    try {
      run('node', tsc, ...options, ...resolution);
    } catch (error) {
      assert.fail(String(error.stdout).slice(0, 3000));
    }
  }
});
