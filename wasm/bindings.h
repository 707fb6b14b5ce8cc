// What the bindings of one module share.
#ifndef SUPPORTCALC_WASM_BINDINGS_H_
#define SUPPORTCALC_WASM_BINDINGS_H_

#include <cstddef>

#include "api/api.h"

namespace supportcalc {

// The one of the module, over the documents that were loaded last.
Calculator& module_calculator();

// How often documents were loaded. What was made from earlier ones must not be used any more.
std::size_t module_loads();

}  // namespace supportcalc

#endif  // SUPPORTCALC_WASM_BINDINGS_H_
