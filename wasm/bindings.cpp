// The functions JavaScript sees: text in, text out, so that nothing has to be freed on the other side.
//
// Types for TypeScript are in index.d.ts.
#include <emscripten/bind.h>

#include <string>

#include "zone/zone.h"

namespace {

std::string version() { return SUPPORTCALC_VERSION; }

// Zone names need no escaping: tests/unit/zone checks them.
std::string zones() {
  std::string json = "[";
  for (const std::string_view name : supportcalc::zone_names()) {
    if (json.size() > 1) json += ',';
    json.append("\"").append(name).append("\"");
  }
  return json + "]";
}

std::string versions() {
  return std::string(R"({"tzdata":")").append(supportcalc::zone_release()).append("\"}");
}

}  // namespace

EMSCRIPTEN_BINDINGS(supportcalc) {
  emscripten::function("version", &version);
  emscripten::function("zones", &zones);
  emscripten::function("versions", &versions);
}
