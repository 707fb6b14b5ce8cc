// `load` for documents that nobody has checked: those of a host or an author.
#include <emscripten/bind.h>

#include "bindings.h"

namespace supportcalc {
namespace {

std::string load(const std::string& documents) { return load_documents(documents, all_checks(), explain); }

}  // namespace
}  // namespace supportcalc

EMSCRIPTEN_BINDINGS(supportcalc_load_checked) { emscripten::function("load", &supportcalc::load); }
