// Added to the glue: the functions of index.d.ts over those of bindings.cpp.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

['version', 'load', 'evaluate', 'zones', 'versions', 'wall_time'].forEach((name, index) => {
  Module[name] = (text = '') => {
    const bytes = encoder.encode(text);
    const address = _malloc(bytes.length || 1);
    HEAPU8.set(bytes, address);
    const result = _supportcalc_call(index, address, bytes.length);
    _free(address);
    return decoder.decode(HEAPU8.subarray(result, result + _supportcalc_result_size()));
  };
});
