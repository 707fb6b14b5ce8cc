// The guide for VitePress, followed: its snippets are taken out of docs/embedding.md, built, and gone through in a browser.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import { build } from 'vitepress';

import { serve } from '../../tools/serve.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = path.join(here, '../..');

async function snippets(host) {
  const text = await readFile(path.join(root, 'docs/embedding.md'), 'utf8');
  const found = [...text.matchAll(/<!-- snippet: (\S+) -->\n```\w+\n(.*?)\n```/gs)];
  return found.filter(([, name]) => name.startsWith(`${host}/`)).map(([, name, code]) => [name.slice(host.length + 1), code]);
}

let folder;
let server;
let browser;

before(async () => {
  folder = await mkdtemp(path.join(here, 'vitepress-'));
  const files = await snippets('vitepress');
  assert.deepEqual(files.map(([name]) => name), ['.vitepress/config.mjs', 'index.md']);
  await mkdir(path.join(folder, '.vitepress'));
  for (const [name, code] of files) await writeFile(path.join(folder, name), `${code}\n`);
  await writeFile(path.join(folder, 'other.md'), '# Other\n\n[Back to support](./index.md)\n');
  await writeFile(path.join(folder, 'index.md'), `${files[1][1]}\n\n[To the other page](./other.md)\n`);
  await cp(path.join(root, 'dist'), path.join(folder, 'public/calculator'), { recursive: true });
  await writeFile(path.join(folder, 'public/favicon.ico'), ''); // browsers ask for one
  await build(folder);
  server = await serve({
    folder: path.join(folder, '.vitepress/dist'),
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self'",
    },
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the page is written out with the element and its fallback', async () => {
  const html = await readFile(path.join(folder, '.vitepress/dist/index.html'), 'utf8');
  assert.match(html, /<support-calculator[^>]*policy="spacelift"[^>]*>\s*<a href="https:\/\/docs\.spacelift\.io/);
  assert.match(html, /<script type="module" src="\/calculator\/widget\.js">/);
});

test('it runs, follows the colour scheme, and survives client navigation', async () => {
  const page = await browser.newPage({ colorScheme: 'dark' });
  const problems = [];
  const loads = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => loads.push(request.url()));
  const level = page.locator('support-calculator .answer .level-label');
  await page.goto(server.url);
  await level.filter({ hasText: 'Severity 1' }).waitFor();
  await page.getByRole('link', { name: 'To the other page' }).click();
  await page.getByRole('heading', { name: 'Other' }).waitFor();
  assert.equal(await level.count(), 0);
  await page.getByRole('link', { name: 'Back to support' }).click();
  await level.filter({ hasText: 'Severity 1' }).waitFor();
  assert.equal(await page.locator('support-calculator .answer').evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(23, 32, 36)');
  assert.equal(loads.filter((url) => url.endsWith('.wasm')).length, 1);
  assert.equal(loads.filter((url) => url === server.url).length, 1); // never loaded anew
  assert.deepEqual(problems, []);
  await page.close();
});
