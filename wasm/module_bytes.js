// Who has the bytes of the module need not compile them: `wasmBinary`, as other modules made with Emscripten take it.
if (Module['wasmBinary']) Module['wasm'] = new WebAssembly.Module(Module['wasmBinary']);
