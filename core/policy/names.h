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

// The words that stay words in the structs of a policy.
inline constexpr std::array<std::string_view, 3> kSupportNames = {"full", "community", "none"};
inline constexpr std::array<std::string_view, 8> kAvailabilityNames = {
    "yes", "no", "optional", "limited", "on-request", "if-agreed", "not-stated", "not-applicable"};
inline constexpr std::array<std::string_view, 3> kBoundNames = {"up-to", "at-least", "about"};
inline constexpr std::array<std::string_view, 7> kClockStartNames = {
    "submission",     "proper-submission", "acknowledgement", "priority-set",
    "identification", "patch-available",   "resolution"};
inline constexpr std::array<std::string_view, 3> kStatedNames = {"stated", "not-stated", "none"};
inline constexpr std::array<std::string_view, 12> kChannelKinds = {
    "email",     "phone",         "chat",        "portal",        "slack",  "video",
    "community", "documentation", "status-page", "issue-tracker", "widget", "account-manager"};
inline constexpr std::array<std::string_view, 7> kChannelRoles = {"preferred",  "primary", "fallback", "emergency",
                                                                  "first-stop", "status",  "routing"};
inline constexpr std::array<std::string_view, 3> kAddressNames = {"published", "on-contract", "not-stated"};
inline constexpr std::array<std::string_view, 1> kPauseNames = {"customer"};
inline constexpr std::array<std::string_view, 1> kEscalationName = {"escalation"};
inline constexpr std::array<std::string_view, 3> kSideNames = {"vendor", "customer", "third-party"};
inline constexpr std::array<std::string_view, 5> kRemedyKinds = {"term-extension", "uptime-credit", "miss-count", "aim",
                                                                 "contract"};
inline constexpr std::array<std::string_view, 7> kPeriodNames = {"ticket",  "day",  "week", "calendar-month",
                                                                 "quarter", "year", "term"};
inline constexpr std::array<std::string_view, 3> kDeploymentNames = {"saas", "self-hosted", "managed"};
inline constexpr std::array<std::string_view, 2> kBlockNames = {"whole", "part"};
inline constexpr std::array<std::string_view, 2> kRemedyClockNames = {"target", "elapsed"};
inline constexpr std::array<std::string_view, 5> kGrantUnits = {"days", "weeks", "months", "percent", "currency"};
inline constexpr std::array<std::string_view, 4> kLifecycleRules = {"max-age", "latest-count", "major-overlap", "text"};
inline constexpr std::array<std::string_view, 4> kAmbiguityKinds = {"gap", "conflict", "change", "wording"};
inline constexpr std::array<std::string_view, 10> kTouchNames = {
    "severity", "escalation", "scope", "remedies", "channels", "hours", "plans", "ticket", "maintenance", "lifecycle"};
inline constexpr std::array<std::string_view, 12> kTopicNames = {
    "response-means", "resolution", "languages", "support-hours", "contacts", "quota",
    "services",       "precedence", "ticket",    "skills",        "security", "other"};

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
