// What the bindings of one module share.
#ifndef SUPPORTCALC_WASM_BINDINGS_H_
#define SUPPORTCALC_WASM_BINDINGS_H_

#include <cstddef>
#include <string>

#include "api/api.h"

namespace supportcalc {

// The one of the module, over the documents that were loaded last.
Calculator& module_calculator();

// [{"path": ..., "text": ...}] in, {"ok": true} or {"ok": false, "diagnostics": [...]} out. Documents without problems
// are used whether others have some or not.
// With `messages`, answers hold what is said of them when that is asked for.
std::string load_documents(const std::string& documents_json, const Checks& checks,
                           Explanation (&words)(const Diagnostic&), MessagesOf messages = nullptr);

// How often documents were loaded. What was made from earlier ones must not be used any more.
std::size_t module_loads();

}  // namespace supportcalc

#endif  // SUPPORTCALC_WASM_BINDINGS_H_
