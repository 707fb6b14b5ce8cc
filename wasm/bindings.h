// What the bindings of one module share.
#ifndef SUPPORTCALC_WASM_BINDINGS_H_
#define SUPPORTCALC_WASM_BINDINGS_H_

#include "api/api.h"

namespace supportcalc {

// The one of the module, over the documents that were loaded last.
Calculator& module_calculator();

}  // namespace supportcalc

#endif  // SUPPORTCALC_WASM_BINDINGS_H_
