// The page says the same in Firefox as in Chromium, where tests/web holds it against the command line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import puppeteer from 'puppeteer-core';

import { chromiumFlags, chromiumPath } from '../../tools/browser.mjs';
import { serve } from '../../tools/serve.mjs';

const now = '2026-11-20T16:00:00Z';
const at = 'at=2026-11-20T15:30:00Z';
const links = {
  'nothing chosen': '',
  'ZITADEL, decided from answers':
    `${at}&impact.availability=down&impact.core_function=yes&impact.workaround=none&plan=extended-sla&policy=zitadel@2023-10-06`,
  'ZITADEL, a range': `${at}&option.support_hours=24x7&plan=custom&policy=zitadel@2023-10-06&severity=severity-2`,
  'ControlPlane, assumed holidays': `${at}&assume.time_zone=Europe/Paris&plan=enterprise&policy=controlplane-flux@2024-06-19&severity=level-4`,
  'Scalr, first reported level': `${at}&plan=business&policy=scalr@undated&severity=p2`,
  'Spacelift, no levels': `${at}&policy=spacelift@2022-07-06&tz=America/New_York`,
  'Stakater, hours assumed': `${at}&plan=premium&policy=stakater@2026-02-23&severity=p4`,
  'a wrong assumption': 'assume.working_hours=25:00-26:00&plan=premium&policy=stakater&severity=p4',
};

const browsers = {
  chromium: {
    executablePath: chromiumPath,
    args: [...chromiumFlags, '--accept-lang=en-GB'],
  },
  firefox: {
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', 'app.normandy.enabled': false },
  },
};

let server;
const open = {};

before(async () => {
  server = await serve();
  // A home of its own each time: a profile left by somebody else must not matter.
  for (const [name, options] of Object.entries(browsers)) open[name] = await puppeteer.launch({ headless: true, ...options });
});

after(async () => {
  for (const browser of Object.values(open)) await browser.close();
  await server?.close();
});

// Waits for something within the calculator. What changes in a shadow root is no news to the document, so: polled.
async function appears(page, selector) {
  const handle = await page.waitForFunction(
    (wanted) => document.querySelector('support-calculator')?.shadowRoot?.querySelector(wanted),
    { polling: 50 },
    selector,
  );
  return handle.asElement();
}

// A page over a link, the clock standing still, and what the browser complained about.
async function visit(browser, link) {
  const page = await open[browser].newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.evaluateOnNewDocument((fixed) => { Date.now = () => fixed; }, Date.parse(now));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${server.url}#${link}`);
  await appears(page, '.layout[aria-busy=false]');
  return { page, complaints };
}

// What a reader sees, everything unfolded. The choices of a <select> are text in one browser only.
function shown(page) {
  return page.$eval('support-calculator', ({ shadowRoot }) => {
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
    // Browsers do not agree on what is a line in a picture.
    const pictures = [...shadowRoot.querySelectorAll('svg text')].map(({ textContent }) => textContent.trim());
    for (const picture of shadowRoot.querySelectorAll('svg')) picture.remove();
    const entries = [...shadowRoot.querySelectorAll('.entries :is(h2, h3, label, legend, .hint)')];
    return [...entries, shadowRoot.querySelector('.result')]
      .flatMap((element) => element.innerText.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .concat(pictures);
  });
}

for (const language of ['English', 'Deutsch']) {
  for (const [name, link] of Object.entries(links)) {
    test(`${language}: ${name}`, async () => {
      const texts = {};
      for (const browser of Object.keys(browsers)) {
        const { page, complaints } = await visit(browser, link);
        const button = await page.waitForSelector(`::-p-xpath(//nav//button[contains(., '${language}')])`);
        await button.click();
        await appears(page, `.layout[lang=${language === 'English' ? 'en' : 'de'}]`);
        await page.waitForFunction(
          () => !document.querySelector('support-calculator').shadowRoot.querySelector('[aria-busy=true]'),
          { polling: 50 },
        );
        texts[browser] = await shown(page);
        assert.deepEqual(complaints, [], browser);
        await page.close();
      }
      assert.ok(texts.firefox.length > 10);
      assert.deepEqual(texts.firefox, texts.chromium);
    });
  }
}

test('from nothing to a deadline with the keyboard', async () => {
  const { page, complaints } = await visit('firefox', '');
  await (await appears(page, 'select')).focus();
  await page.keyboard.type('Z');
  await (await appears(page, 'input[name=plan]')).focus();
  await page.keyboard.press('ArrowDown');
  await appears(page, '.field-plan :checked');
  await (await appears(page, 'input[name=way]')).focus();
  await page.keyboard.press('ArrowDown');
  await (await appears(page, 'input[name=severity]')).focus();
  await page.keyboard.press(' ');
  const label = await appears(page, '.answer .level-label');
  assert.equal(await label.evaluate(({ textContent }) => textContent), 'Severity 1');
  assert.deepEqual(complaints, []);
  await page.close();
});
