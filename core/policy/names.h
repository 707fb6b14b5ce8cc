// The written names of the enumerations of a policy, one table each.
#ifndef SUPPORTCALC_POLICY_NAMES_H_
#define SUPPORTCALC_POLICY_NAMES_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "policy/policy.h"

namespace supportcalc {

// In the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kBasisNames = {"stated", "implied", "assumed"};
inline constexpr std::array<std::string_view, 3> kStatusNames = {"published", "draft", "superseded"};
inline constexpr std::array<std::string_view, 6> kKindNames = {
    "first-response", "update", "workaround", "resolution", "incident-report", "vulnerability-fix"};
inline constexpr std::array<std::string_view, 10> kCommitmentNames = {
    "guarantee", "objective", "target",      "aspiration",     "best-effort",
    "bespoke",   "none",      "not-offered", "not-applicable", "not-stated"};
inline constexpr std::array<std::string_view, 8> kUnitNames = {
    "minutes",          "hours",          "calendar-days", "weeks",
    "business-minutes", "business-hours", "business-days", "weekday-hours"};
inline constexpr std::array<std::string_view, 3> kDayCountNames = {"same-time", "end-of-day", "business-time"};
inline constexpr std::array<std::string_view, 6> kVerdictNames = {"in",       "out",        "conditional",
                                                                  "courtesy", "not-stated", "not-asked"};
inline constexpr std::array<std::string_view, 4> kAssumptionTypeNames = {"time-zone", "calendar", "window", "hours"};
inline constexpr std::array<std::string_view, 5> kOptionTypeNames = {"choice", "integer", "time-zone", "calendar",
                                                                     "window"};

template <class Enum, std::size_t N>
constexpr std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::string_view name_of(Basis value) { return name_in(kBasisNames, value); }
constexpr std::string_view name_of(Status value) { return name_in(kStatusNames, value); }
constexpr std::string_view name_of(Kind value) { return name_in(kKindNames, value); }
constexpr std::string_view name_of(Commitment value) { return name_in(kCommitmentNames, value); }
constexpr std::string_view name_of(Unit value) { return name_in(kUnitNames, value); }
constexpr std::string_view name_of(DayCount value) { return name_in(kDayCountNames, value); }
constexpr std::string_view name_of(Verdict value) { return name_in(kVerdictNames, value); }

// So many names are enough for a hint; a hostile policy may have hundreds, and as many problems that list them.
inline constexpr std::size_t kMostNamesListed = 40;

// "first-response, update, ...", for hints.
template <class Names>
std::string list_names(const Names& names) {
  std::string result;
  std::size_t count = 0;
  for (const auto& name : names) {
    if (++count > kMostNamesListed) {
      result += ", …";
      break;
    }
    result += result.empty() ? "" : ", ";
    result += name;
  }
  return result;
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_NAMES_H_
