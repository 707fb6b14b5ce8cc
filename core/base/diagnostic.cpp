#include "base/diagnostic.h"

#include "base/codes.h"

namespace supportcalc {

Diagnostic::Diagnostic(Code the_code, std::string_view place, std::initializer_list<ParameterView> values)
    : code(the_code), pointer(place) {
  parameters.reserve(values.size());
  for (const auto& value : values) {
    parameters.push_back({std::string(value.name), std::string(value.value)});
  }
}

void add(Diagnostics& problems, Diagnostic problem) {
  if (problems.size() < kMostDiagnostics) {
    problems.push_back(std::move(problem));
  } else if (problems.size() == kMostDiagnostics) {
    problems.emplace_back(Code::DiagnosticsTooMany, "",
                          std::initializer_list<ParameterView>{{"limit", std::to_string(kMostDiagnostics)}});
  }
}

void add(Diagnostics& problems, const Diagnostics& more) {
  for (const auto& each : more) {
    add(problems, each);
  }
}

}  // namespace supportcalc
