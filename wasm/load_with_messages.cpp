// `load` for documents that nobody has checked, and for answers that hold what is said of them.
#include <emscripten/bind.h>

#include "api/messages_json.h"
#include "bindings.h"

namespace supportcalc {
namespace {

std::string load(const std::string& documents) { return load_documents(documents, all_checks(), explain, messages_of); }

}  // namespace
}  // namespace supportcalc

EMSCRIPTEN_BINDINGS(supportcalc_load_with_messages) { emscripten::function("load", &supportcalc::load); }
