import { creator } from './calculator.js';

export { PolicyError } from './calculator.js';

// Written out like this, bundlers see the file and take it along.
const address = new URL('./supportcalc.wasm', import.meta.url);

export const createCalculator = creator(async () => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
});
