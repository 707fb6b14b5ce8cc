// Follows a guide: takes its snippets out of docs/embedding.md as they stand, lets the generator build a site of two pages with them,
// and goes through it in a browser.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';

// Within this folder, where Node finds the generators.
const here = fileURLToPath(new URL('./', import.meta.url));
const root = path.join(here, '../..');

/** Runs a generator and is quiet unless it fails. */
export function run(folder, command, ...parts) {
  try {
    return execFileSync(command, parts, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error.code === 'ENOENT') assert.fail(`${command} is not installed; script/test --hosts installs it`);
    return assert.fail(`${command}: ${error.stdout}${error.stderr}`);
  }
}

async function snippetsOf(guide) {
  const text = await readFile(path.join(root, 'docs/embedding.md'), 'utf8');
  const found = [...text.matchAll(/<!-- snippet: (\S+) -->\n```\w+\n(.*?)\n```\n/gs)];
  return found.filter(([, name]) => name.startsWith(`${guide}/`)).map(([, name, code]) => [name.slice(guide.length + 1), `${code}\n`]);
}

// What the generator itself writes into its pages is allowed by hash, and so nothing else that stands there.
async function hashesOf(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html') && !name.startsWith('calculator'));
  const hashes = new Set();
  for (const name of names) {
    const html = await readFile(path.join(folder, name), 'utf8');
    for (const [, attributes, code] of html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)) {
      if (/\ssrc=|application\/(ld\+)?json/.test(attributes)) continue;
      hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
    }
  }
  return [...hashes].join(' ');
}

/**
 * Builds a site by a guide and opens a browser.
 *
 * @param {object} plan
 * @param {string} plan.guide the first part of its snippets' names
 * @param {Record<string, string | ((code: string) => string)>} plan.files the site: texts, and what is made of each snippet
 * @param {string} plan.calculator where the guide says to copy dist to
 * @param {string} plan.output where the generator puts the site
 * @param {string} plan.policy what the generator's own pages need, beside scripts from their origin
 * @param {(folder: string, url: string) => unknown} plan.build
 */
export async function follow({ guide, files, calculator, output, policy, build }) {
  const folder = await mkdtemp(path.join(here, `${guide}-`));
  const closing = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const each of closing.reverse()) await each();
  };
  try {
    const snippets = await snippetsOf(guide);
    const wanted = Object.keys(files).filter((name) => typeof files[name] === 'function');
    assert.deepEqual(snippets.map(([name]) => name).sort(), wanted.sort());
    const texts = Object.entries(files).filter(([, text]) => typeof text === 'string');
    for (const [name, text] of [...texts, ...snippets.map(([name, code]) => [name, files[name](code)])]) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    await cp(path.join(root, 'dist'), path.join(folder, calculator), { recursive: true });
    // Served before it is built, because some generators want to know their address.
    const site = path.join(folder, output);
    await mkdir(site, { recursive: true });
    const headers = {};
    const server = await serve({ folder: site, headers });
    closing.push(() => server.close());
    await build(folder, server.url);
    headers['content-security-policy'] =
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${await hashesOf(site)}; connect-src 'self'; img-src 'self' data:; ${policy}`;
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: chromiumFlags,
    });
    closing.push(() => browser.close());
    return { site, url: server.url, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The page as it is written out has the element, its fallback and the script: it says something before any script runs. */
export async function assertWritten(site) {
  const html = await readFile(path.join(site, 'index.html'), 'utf8');
  assert.match(html, /<support-calculator[^>]*policy="?spacelift"?[^>]*>\s*(<p>)?<a href="?https:\/\/docs\.spacelift\.io/);
  assert.match(html, /<script[^>]* src="?[^" ]*calculator\/widget\.js/);
}

/**
 * The calculator shows the level and a due; goes with its page, comes back with it. `spa`: the browser never loads a second page.
 * Nothing complains on the way.
 */
export async function walk({ url, browser }, { spa, page: options = {}, look = () => undefined }) {
  const page = await browser.newPage(options);
  const problems = [];
  const loads = [];
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    loads.push(request);
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  const answer = page.locator('support-calculator .answer');
  const answered = async () => {
    await answer.locator('.level-label').filter({ hasText: 'Severity 1' }).waitFor();
    await answer.locator('time').first().waitFor();
  };
  try {
    await page.goto(url);
    await answered();
    await look(page);
    await page.getByRole('link', { name: 'To the other page' }).click();
    await page.getByRole('heading', { name: 'Other' }).waitFor();
    assert.equal(await page.locator('support-calculator').count(), 0);
    await page.getByRole('link', { name: 'Back to support' }).click();
    await answered();
    await look(page);
    if (spa) {
      const documents = loads.filter((request) => request.isNavigationRequest());
      assert.deepEqual(documents.map((request) => request.url()), [url]);
      assert.equal(loads.filter((request) => request.url().endsWith('.wasm')).length, 1);
    }
  } catch (error) {
    error.message += `\n${problems.join('\n')}`;
    throw error;
  } finally {
    await page.close();
  }
  assert.deepEqual(problems, []);
}
