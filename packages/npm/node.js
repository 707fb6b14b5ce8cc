import { readFile } from 'node:fs/promises';

import { creator } from './calculator.js';

export { PolicyError } from './calculator.js';

export const createCalculator = creator(() => readFile(new URL('./supportcalc.wasm', import.meta.url)));
