// `load` for documents that were checked when they were published: nothing refers to the checks and their words, so
// that they are not in the module.
#include <emscripten/bind.h>

#include "bindings.h"

namespace supportcalc {
namespace {

std::string load(const std::string& documents) { return load_documents(documents, Checks{}, explain_ticket); }

}  // namespace
}  // namespace supportcalc

EMSCRIPTEN_BINDINGS(supportcalc_load_checked_before) { emscripten::function("load", &supportcalc::load); }
