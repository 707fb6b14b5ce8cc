// Compares what is transferred with the budgets of the design; exit code 1 when one is exceeded.
//
//   node tools/size.mjs [FOLDER]     FOLDER is dist, as script/build made it
//
// The pages are opened in Chromium without a cache; counted are the bodies of all answers, compressed as served.
// 1 KB is 1000 bytes.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath } from './browser.mjs';
import { serve } from './serve.mjs';

const folder = process.argv[2] ?? 'dist';

// The budgets of the design, in KB (docs/decisions/0008-sizes.md).
const budgets = {
  'wasm module, with the checks': 95,
  'page, until the first result': 130,
  'widget, added to a host page': 125,
  'widget, before it is near': 4,
};

let exceeded = 0;

function report(what, bytes, files) {
  const most = budgets[what];
  const kilobytes = bytes / 1000;
  const verdict = kilobytes > most ? 'OVER' : 'ok';
  if (kilobytes > most) exceeded++;
  console.log(`${verdict.padEnd(5)} ${what.padEnd(30)} ${kilobytes.toFixed(1).padStart(6)} KB brotli (at most ${most})`);
  for (const [name, size] of files) console.log(`        ${String(size).padStart(7)}  ${name}`);
}

// A due, in words: the first thing a visitor came for. Locators look into shadow roots too.
const result = '.due, .no-due, .candidate';

// The bodies a page asks for until there is a result. `host` is put in place of the file at `url`, uncounted.
async function transferred(browser, locale, url, host) {
  const context = await browser.newContext({ locale, serviceWorkers: 'block' });
  const page = await context.newPage();
  if (host) await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: host }));
  const finished = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.addInitScript(() => {
    document.addEventListener('support-calculator-change', ({ detail }) => {
      if (detail.result) window.resultAt ??= performance.timeOrigin + performance.now();
    });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator(result).first().waitFor();
  // What is asked for after the result, such as the sections below it, keeps nobody waiting.
  const resultAt = await page.evaluate(() => window.resultAt);
  const before = finished.filter((request) => request.timing().startTime <= resultAt);
  const files = [];
  for (const request of before.filter((request) => !host || request.url() !== url)) {
    const { responseBodySize } = await request.sizes();
    files.push([new URL(request.url()).pathname, responseBodySize]);
  }
  await context.close();
  return files;
}

const sum = (files) => files.reduce((total, [, size]) => total + size, 0);

const names = await readdir(folder, { recursive: true });

const compressed = async (name) => brotliCompressSync(await readFile(path.join(folder, name))).length;

// The one file of a module in the folder, whose name ends with a hash, compressed.
async function moduleSize(name) {
  const form = new RegExp(`(^|[\\\\/])${name}-[\\w-]{8}\\.wasm$`);
  const found = names.filter((file) => form.test(file));
  if (found.length !== 1) throw new Error(`${folder} holds ${found.length} files of the module ${name} instead of one`);
  return compressed(found[0]);
}

function tell(what, bytes, when) {
  console.log(`      ${what.padEnd(30)} ${(bytes / 1000).toFixed(1).padStart(6)} KB brotli (${when})`);
}

report('wasm module, with the checks', await moduleSize('supportcalc'), []);
tell('module without the checks', await moduleSize('supportcalc-page'), 'of page and widget, counted below');
tell('module of compare and audit', await moduleSize('supportcalc-reports'), 'loaded by these views alone');

// The language and the revision whose words and documents are the largest: the budgets hold for any.
async function dearest() {
  const all = [];
  for (const name of names.map((file) => file.replaceAll(path.sep, '/'))) {
    const [, language, revision] = /^first\/(\w+)\/(.+)\.json$/.exec(name) ?? [];
    if (revision === undefined) continue;
    const words = names.find((file) => new RegExp(`(^|[\\\\/])${language}-first-[\\w-]{8}\\.js$`).test(file));
    const documents = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    const [plan] = documents[`${revision}.json`].plans;
    all.push({ language, policy: revision.replace('/', '@'), plan: plan.id, size: (await compressed(name)) + (await compressed(words)) });
  }
  return all.sort((a, b) => b.size - a.size)[0];
}

const server = await serve({ folder });
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: chromiumFlags,
});
try {
  const { language, policy, plan } = await dearest();
  console.log(`      Of all languages and policies, ${language} and ${policy} are the largest:`);
  const page = await transferred(browser, language, `${server.url}#policy=${policy}&plan=${plan}`);
  report('page, until the first result', sum(page), page);
  if (existsSync(path.join(folder, 'widget.js'))) {
    const host = `<!doctype html><script type="module" src="widget.js"></script>
      <support-calculator policy="${policy}" plan="${plan}" language="${language}"></support-calculator>`;
    const widget = await transferred(browser, language, `${server.url}host.html`, host);
    report('widget, added to a host page', sum(widget), widget);
    report('widget, before it is near', await compressed('widget.js'), []);
  } else {
    console.log('      there is no widget.js in the folder');
  }
} finally {
  await browser.close();
  await server.close();
}

process.exitCode = exceeded === 0 ? 0 : 1;
