// The engine as an object: text in and text out of the module, values on this side. Browser and Node differ only in how they
// get the module's bytes.
import createModule from './supportcalc.mjs';

/** What was given cannot be used; `diagnostics` says why, all at once. */
export class PolicyError extends Error {
  name = 'PolicyError';

  constructor(diagnostics) {
    super(diagnostics.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`).join('\n'));
    this.diagnostics = diagnostics;
  }
}

class Calculator {
  #module;

  constructor(module) {
    this.#module = module;
  }

  evaluate(request) {
    return JSON.parse(this.#module.evaluate(JSON.stringify(request)));
  }

  wallTime(request) {
    return JSON.parse(this.#module.wall_time(JSON.stringify(request)));
  }

  zones() {
    return JSON.parse(this.#module.zones());
  }

  versions() {
    return JSON.parse(this.#module.versions());
  }
}

/** `bytes` gets the module's bytes. */
export function creator(bytes) {
  return async function createCalculator({ policies, wasm }) {
    const module = await createModule({ wasm: await WebAssembly.compile(wasm ?? (await bytes())) });
    const loaded = JSON.parse(module.load(JSON.stringify(policies)));
    if (!loaded.ok) throw new PolicyError(loaded.diagnostics);
    return new Calculator(module);
  };
}
