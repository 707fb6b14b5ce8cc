// The wasm module `supportcalc.mjs`. Every function takes and returns text.

export interface SupportcalcModule {
  /** The version of the package, "0.1.0". */
  version(): string;
}

export interface SupportcalcModuleOptions {
  /** The bytes of supportcalc.wasm; Node needs them, a browser fetches them itself. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** Where a file of the module is; the default is beside supportcalc.mjs. */
  locateFile?(path: string, prefix: string): string;
  /** Compiles and instantiates the module instead of the default. */
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ): object;
  /** Called when the module traps; throw the instance away then. */
  onAbort?(reason: unknown): void;
}

export default function createSupportcalc(options?: SupportcalcModuleOptions): Promise<SupportcalcModule>;
