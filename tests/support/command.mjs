// The native command that tests run.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = ['debug', 'asan', 'release']
  .map((preset) => fileURLToPath(new URL(`../../build/${preset}/supportcalc`, import.meta.url)))
  .filter((file) => existsSync(file))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Path of the command: the one that SUPPORTCALC names, as script/test does, or else the one that was built last. */
export const command = process.env.SUPPORTCALC ?? built[0];

if (command === undefined) throw new Error('No supportcalc command is built; script/test builds it.');
