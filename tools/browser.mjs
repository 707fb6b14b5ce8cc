// The Chromium that tests and measurements open pages in.
import { existsSync } from 'node:fs';

// The headless shell is the same engine without the windows of a browser, whose own pages would load and run beside ours.
const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** `CHROMIUM`, or the first of those that are known; none need be there. */
export const chromiumPath = process.env.CHROMIUM ?? known.find((path) => existsSync(path)) ?? '/usr/bin/chromium';

/** Without a screen, and without anything it would ask the network for by itself. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
