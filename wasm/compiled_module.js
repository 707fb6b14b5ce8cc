// Who has compiled the module hands it over as `wasm`: the page and the widget learn so whether WebAssembly may run at all. Bytes
// go to `wasmBinary`, as in every module made with Emscripten.
if (Module['wasm']) {
  Module['instantiateWasm'] = (imports, receive) => {
    WebAssembly.instantiate(Module['wasm'], imports).then(receive).catch(readyPromiseReject);  // also of one that stops while it starts
    return {};  // not there yet
  };
}
