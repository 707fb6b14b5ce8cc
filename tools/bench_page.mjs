// Measures the built page on localhost in headless Chromium: from navigation to the first result, cold and with a warm cache,
// and from an entry to the updated result. Prints medians beside the budgets; exit code 1 when one is exceeded.
//
//   node tools/bench_page.mjs [FOLDER]     FOLDER is dist, as script/build made it
import { chromium } from '@playwright/test';

import { serve } from './serve.mjs';

const runs = 9;
const link = 'policy=zitadel@2023-10-06&plan=extended-sla&severity=severity-1';

// The middle one of an odd number.
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

let exceeded = 0;

function report(what, values, budget) {
  const middle = median(values);
  if (middle > budget) exceeded++;
  const spread = `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
  console.log(
    `${middle > budget ? 'OVER' : 'ok  '}  ${what.padEnd(44)} ${middle.toFixed(0).padStart(8)} ms` +
      `  (at most ${budget}; ${values.length} runs, ${spread})`,
  );
}

// In the page: says when the first result has been drawn, counted from the navigation; and when an empty page has.
function tellFirstResult() {
  const drawn = () => { requestAnimationFrame(() => { console.log(`drawn ${location.pathname + location.search} ${performance.now()}`); }); };
  if (location.pathname.endsWith('.svg')) drawn();
  let told = false;
  document.addEventListener('support-calculator-change', async ({ target, detail }) => {
    if (!detail.result || told) return;
    told = true;
    await target.updateComplete;
    drawn();
  });
}

// Asking the page again and again would slow down what is measured, so it tells.
async function drawn(page, url) {
  const { pathname, search } = new URL(url);
  const said = `drawn ${pathname + search} `;
  const told = page.waitForEvent('console', (message) => message.text().startsWith(said));
  await page.goto(url);
  return Number((await told).text().slice(said.length));
}

// In the page: changes the level to and fro, and takes the time until the answer stands.
async function entryTimes(count) {
  const calculator = document.querySelector('support-calculator');
  const times = [];
  for (let i = 0; i < count; i++) {
    const inputs = [...calculator.shadowRoot.querySelectorAll('input[name=severity]')];
    const answered = new Promise((resolve) => {
      calculator.addEventListener('support-calculator-change', resolve, { once: true });
    });
    const start = performance.now();
    inputs[i % 2 === 0 ? 1 : 0].click();
    await answered;
    await calculator.updateComplete;
    times.push(performance.now() - start);
    await new Promise((resolve) => { requestIdleCallback(resolve); });
  }
  return times;
}

const server = await serve({ folder: process.argv[2] ?? 'dist' });
const url = `${server.url}#${link}`;
const empty = [];
const cold = [];
const warm = [];
const entries = [];
try {
  for (let run = 0; run < runs; run++) {
    // A browser of its own each time: nothing compiled, nothing cached.
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.addInitScript(tellFirstResult);
    const page = await context.newPage();
    await drawn(page, `${server.url}favicon.svg`); // the browser itself has started, and its process for the site
    empty.push(await drawn(page, `${server.url}favicon.svg?again`));
    cold.push(await drawn(page, url));
    await page.waitForLoadState('networkidle');
    const again = await context.newPage();
    await again.goto(`${server.url}favicon.svg`);
    warm.push(await drawn(again, url));
    await again.waitForLoadState('networkidle');
    entries.push(...(await again.evaluate(entryTimes, 5)));
    await browser.close();
  }
} finally {
  await server.close();
}
console.log(`      a picture, for comparison                    ${median(empty).toFixed(0).padStart(8)} ms`);
report('page: navigation to first result, cold', cold, 200);
report('page: navigation to first result, warm cache', warm, 100);
report('page: entry to updated result', entries, 16);

process.exitCode = exceeded === 0 ? 0 : 1;
