// Measures the built page on localhost in headless Chromium: from navigation to the first result, cold and with warm caches,
// and from an entry to the updated result. Prints medians beside the budgets; exit code 1 when one is exceeded.
//
//   node tools/bench_page.mjs [FOLDER]     FOLDER is dist, as script/build made it
import { setTimeout } from 'node:timers/promises';

import puppeteer from 'puppeteer-core';

import { chromiumFlags, chromiumPath } from './browser.mjs';
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

// In the page: tells `tellBench` when the first result has been painted, counted from the navigation; and when a picture has.
function tellFirstResult() {
  let told = false;
  const painted = () => {
    if (told) return;
    told = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.tellBench(JSON.stringify({ page: location.pathname + location.search, time: performance.now() })); };
    requestAnimationFrame(() => { port2.postMessage(null); }); // comes after the frame
  };
  if (location.pathname.endsWith('.svg')) painted();
  document.addEventListener('support-calculator-change', ({ target, detail }) => {
    if (!detail.result) return;
    // There is an answer; now it is drawn, unless the words for it are still on their way.
    const look = () => {
      if (!target.shadowRoot.querySelector('.due, .no-due, .candidate')) return;
      observer.disconnect();
      painted();
    };
    const observer = new MutationObserver(look);
    observer.observe(target.shadowRoot, { childList: true, subtree: true });
    look();
  });
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
    times.push(performance.now() - start);
    await new Promise((resolve) => { requestIdleCallback(resolve); });
  }
  return times;
}

// A browser that knows nothing yet. Puppeteer starts it, carries the messages of the DevTools protocol, and follows no page: it
// otherwise asks about every request and every frame, which here takes as long as the page does.
function startChromium() {
  return puppeteer.launch({
    executablePath: chromiumPath, args: chromiumFlags, ignoreDefaultArgs: true, pipe: true, targetFilter: () => false, waitForInitialPage: false,
  });
}

// Until the browser has nothing more to do: neither for the page, nor for itself, which goes on for seconds after its start.
async function atRest(session) {
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((seconds, { cpuTime }) => seconds + cpuTime, 0);
  };
  const interval = 0.3; // seconds
  let before = -Infinity;
  for (let now = await used(); now - before > interval * 0.05; now = await used()) {
    before = now;
    await setTimeout(interval * 1000);
  }
}

// A page of a browser: `visit` gives the time until there is something to see, `run` what a function there comes to.
async function openPage(session) {
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: true });
  const own = session.connection().session(sessionId);
  await own.send('Page.enable');
  await own.send('Runtime.enable');
  await own.send('Runtime.addBinding', { name: 'tellBench' });
  // A copy for offline use is made behind the answer; here it would be made beside the next visit.
  const source = `(${tellFirstResult})(); delete Navigator.prototype.serviceWorker;`;
  await own.send('Page.addScriptToEvaluateOnNewDocument', { source });
  return {
    async visit(url) {
      const { pathname, search } = new URL(url);
      const told = new Promise((resolve, reject) => {
        const tooLong = globalThis.setTimeout(() => { reject(new Error(`${url}: nothing to see within 30 seconds`)); }, 30_000);
        const hear = ({ payload }) => {
          const { page, time } = JSON.parse(payload);
          if (page !== pathname + search) return;
          own.off('Runtime.bindingCalled', hear);
          clearTimeout(tooLong);
          resolve(time);
        };
        own.on('Runtime.bindingCalled', hear);
      });
      await own.send('Page.navigate', { url });
      return told;
    },
    async run(work, ...parameters) {
      const expression = `(${work})(${parameters.map((value) => JSON.stringify(value)).join(', ')})`;
      const { result } = await own.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return result.value;
    },
  };
}

const server = await serve({ folder: process.argv[2] ?? 'dist' });
const result = `${server.url}#${link}`;
const picture = `${server.url}favicon.svg`;
const pictures = [];
const cold = [];
const warm = [];
const entries = [];
let browser = null;
try {
  for (let run = 0; run < runs; run++) {
    // A browser of its own each time: nothing compiled, nothing cached.
    browser = await startChromium();
    const session = await browser.target().createCDPSession();
    const page = await openPage(session);
    await page.visit(picture); // the browser itself has started, and its process for the site
    await atRest(session);
    pictures.push(await page.visit(`${picture}?again`));
    cold.push(await page.visit(result));
    await atRest(session);
    // Chromium keeps compiled scripts from the second visit on.
    for (const visits of [[], warm]) {
      await page.visit(picture);
      visits.push(await page.visit(result));
      await atRest(session);
    }
    entries.push(...(await page.run(entryTimes, 5)));
    await browser.close();
    browser = null;
  }
} finally {
  await browser?.close();
  await server.close();
}
console.log(`      a picture, for comparison                    ${median(pictures).toFixed(0).padStart(8)} ms`);
report('page: navigation to first result, cold', cold, 200);
report('page: navigation to first result, warm caches', warm, 100);
report('page: entry to updated result', entries, 16);

process.exitCode = exceeded === 0 ? 0 : 1;
