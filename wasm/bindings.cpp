// The functions JavaScript sees: text in, text out, so that nothing has to be freed on the other side.
//
// Types for TypeScript are in index.d.ts.
#include <emscripten/bind.h>

#include <string>

namespace {

std::string version() { return SUPPORTCALC_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(supportcalc) { emscripten::function("version", &version); }
