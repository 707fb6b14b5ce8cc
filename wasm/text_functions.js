// The part of embind's JavaScript that functions from texts to a text need: what EMSCRIPTEN_BINDINGS registers becomes a function
// of the module. Conversions of all other types, overloads and classes are left out; they were a sixth of what the page loads
// as script.
mergeInto(LibraryManager.library, {
  // Emscripten 3.1.6 assigns this name without declaring it, which a module does not allow.
  $asm: '{}',

  _embind_register_function__deps: ['malloc', 'free', '$asm'],
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    var decoder = new TextDecoder();
    Module[decoder.decode(HEAPU8.subarray(name, HEAPU8.indexOf(0, name)))] = function (...texts) {
      // A std::string crosses as its length and its bytes.
      var passed = texts.map(function (text) {
        var bytes = typeof text == 'string' ? new TextEncoder().encode(text) : text;
        var at = _malloc(4 + bytes.length);
        HEAPU32[at >> 2] = bytes.length;
        HEAPU8.set(bytes, at + 4);
        return at;
      });
      var answer = wasmTable.get(invoker)(target, ...passed);
      passed.forEach(_free);
      var text = decoder.decode(HEAPU8.subarray(answer + 4, answer + 4 + HEAPU32[answer >> 2]));
      _free(answer);
      return text;
    };
  },
});

['bigint', 'bool', 'emval', 'float', 'integer', 'memory_view', 'std_string', 'std_wstring', 'void'].forEach(function (type) {
  LibraryManager.library['_embind_register_' + type + '__deps'] = [];
  LibraryManager.library['_embind_register_' + type] = function () {};
});
