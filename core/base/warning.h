// What is odd about a document that can be used all the same: a stable id, a place and parameters.
//
// A type of its own beside Diagnostic, because nothing refuses a document for a warning, and because a program that
// never looks for warnings (the wasm modules) has neither their ids nor their words in it.
//
// Every warning is documented in docs/diagnostics.md and has a test that triggers it.
#ifndef SUPPORTCALC_BASE_WARNING_H_
#define SUPPORTCALC_BASE_WARNING_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/place.h"

namespace supportcalc {

enum class WarningCode : std::uint8_t {
#define SUPPORTCALC_WARNING(name, id) name,
#include "base/warnings.def"
};

// The stable dotted id: `warning_id(WarningCode::PolicyHoursUnused) == "policy.hours.unused"`.
std::string_view warning_id(WarningCode code);

struct Warning {
  WarningCode code{};
  std::string pointer;  // RFC 6901 JSON Pointer into the document; "" is the whole document
  std::vector<Parameter> parameters;
};

using Warnings = std::vector<Warning>;

// Adds a warning, unless there are kMostDiagnostics; the first that is left out leaves warnings.too_many (limit) as the
// last. One that is there already, at the same place with the same parameters, is not added again.
void warn(Warnings& warnings, WarningCode code, const Place& place, std::initializer_list<ParameterView> values = {});

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_WARNING_H_
