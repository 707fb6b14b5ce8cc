#include "base/warning.h"

#include <algorithm>
#include <array>
#include <utility>

namespace supportcalc {
namespace {

constexpr std::array kWarningIds = {
#define SUPPORTCALC_WARNING(name, id) std::string_view(id),
#include "base/warnings.def"
};

}  // namespace

std::string_view warning_id(WarningCode code) { return kWarningIds[static_cast<std::size_t>(code)]; }

void warn(Warnings& warnings, WarningCode code, const Place& place, std::initializer_list<ParameterView> values) {
  if (warnings.size() > kMostDiagnostics) {
    return;
  }
  Warning warning{code, place.pointer(), {}};
  for (const auto& value : values) {
    warning.parameters.push_back({std::string(value.name), std::string(value.value)});
  }
  const bool there = std::any_of(warnings.begin(), warnings.end(), [&warning](const Warning& other) {
    return other.code == warning.code && other.pointer == warning.pointer && other.parameters == warning.parameters;
  });
  if (there) {
    return;
  }
  if (warnings.size() == kMostDiagnostics) {
    warning = {WarningCode::WarningsTooMany, "", {{"limit", std::to_string(kMostDiagnostics)}}};
  }
  warnings.push_back(std::move(warning));
}

}  // namespace supportcalc
