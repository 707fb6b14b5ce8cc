// The words of module policy: their enumerations and their names, in the same order.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
// clang-format off
#ifndef SUPPORTCALC_POLICY_VOCABULARY_H_
#define SUPPORTCALC_POLICY_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace supportcalc {

// How the source carries a fact.
enum class Basis : std::uint8_t {
  Stated,   // the source says it
  Implied,  // it follows from what the source says
  Assumed,  // the source is silent and we filled it in
};
inline constexpr std::array<std::string_view, 3> kBasisNames = {
    "stated",
    "implied",
    "assumed",
};
constexpr std::string_view name_of(Basis value) { return kBasisNames[static_cast<std::size_t>(value)]; }

// Whether a revision was published.
enum class Status : std::uint8_t {
  Published,   // the vendor's terms
  Draft,       // never published; used only when named or when there is nothing else
  Superseded,  // replaced by a later one
};
inline constexpr std::array<std::string_view, 3> kStatusNames = {
    "published",
    "draft",
    "superseded",
};
constexpr std::string_view name_of(Status value) { return kStatusNames[static_cast<std::size_t>(value)]; }

// What a time is for.
enum class Kind : std::uint8_t {
  FirstResponse,           // the first answer of a person
  Update,                  // the next report while a ticket is open
  Workaround,              // a way around the fault
  Resolution,              // the fault removed
  ResolutionOrWorkaround,  // either of the two
  IncidentReport,          // an account of what happened
  VulnerabilityFix,        // a release without a known vulnerability
};
inline constexpr std::array<std::string_view, 7> kKindNames = {
    "first-response",
    "update",
    "workaround",
    "resolution",
    "resolution-or-workaround",
    "incident-report",
    "vulnerability-fix",
};
constexpr std::string_view name_of(Kind value) { return kKindNames[static_cast<std::size_t>(value)]; }

// How strong a promise is, from the firmest.
enum class Commitment : std::uint8_t {
  Guarantee,      // promised, with a remedy
  Objective,      // a service level objective
  Target,         // a published figure, no stronger word
  Aspiration,     // what the vendor tries for
  BestEffort,     // effort and no figure
  Bespoke,        // left to the contract
  None,           // the policy says there is no such promise
  NotOffered,     // not part of the plan
  NotApplicable,  // makes no sense for the plan or the level
  NotStated,      // the policy is silent
};
inline constexpr std::array<std::string_view, 10> kCommitmentNames = {
    "guarantee",
    "objective",
    "target",
    "aspiration",
    "best-effort",
    "bespoke",
    "none",
    "not-offered",
    "not-applicable",
    "not-stated",
};
constexpr std::string_view name_of(Commitment value) { return kCommitmentNames[static_cast<std::size_t>(value)]; }
struct CommitmentTraits {
  bool binds = false;         // the vendor is held to it; it needs a figure or a word instead
  bool takes_figure = false;  // may come with a figure
  bool offers = false;        // the vendor does something, however little it promises
};
inline constexpr std::array<CommitmentTraits, 10> kCommitmentTraits = {{
    {true, true, true},     // guarantee
    {true, true, true},     // objective
    {true, true, true},     // target
    {false, true, true},    // aspiration
    {false, false, true},   // best-effort
    {false, false, true},   // bespoke
    {false, false, false},  // none
    {false, false, false},  // not-offered
    {false, false, false},  // not-applicable
    {false, false, false},  // not-stated
}};
constexpr const CommitmentTraits& traits_of(Commitment value) { return kCommitmentTraits[static_cast<std::size_t>(value)]; }

// What an amount of time is counted in.
enum class Unit : std::uint8_t {
  Minutes,           // day and night
  Hours,             // day and night
  CalendarDays,      // day and night
  Weeks,             // day and night
  Months,            // day and night, to the same date and time of day; to the last of a month that has no such date
  BusinessMinutes,   // open time of the hours
  BusinessHours,     // open time of the hours
  BusinessDays,      // local dates with open time
  HalfBusinessDays,  // half the open time of the commonest day
  WeekdayHours,      // day and night, stopping on days the hours do not open
};
inline constexpr std::array<std::string_view, 10> kUnitNames = {
    "minutes",
    "hours",
    "calendar-days",
    "weeks",
    "months",
    "business-minutes",
    "business-hours",
    "business-days",
    "half-business-days",
    "weekday-hours",
};
constexpr std::string_view name_of(Unit value) { return kUnitNames[static_cast<std::size_t>(value)]; }

// What a remedy grants.
inline constexpr std::array<std::string_view, 5> kGrantUnitNames = {
    "days",
    "weeks",
    "months",
    "percent",
    "currency",
};

// How business days are counted, where the policy says so; otherwise every way is computed.
enum class DayCount : std::uint8_t {
  SameTime,      // the same time of day, so many business days later; received outside hours, so many days' closings
  EndOfDay,      // when so many business days after the day of filing have closed
  Received,      // the same, but what is filed outside hours counts from the next opening
  BusinessTime,  // so many times the open time of a day; where days differ, of the commonest
};
inline constexpr std::array<std::string_view, 4> kDayCountNames = {
    "same-time",
    "end-of-day",
    "received",
    "business-time",
};
constexpr std::string_view name_of(DayCount value) { return kDayCountNames[static_cast<std::size_t>(value)]; }

// How the text qualifies a figure.
inline constexpr std::array<std::string_view, 3> kBoundNames = {
    "up-to",
    "at-least",
    "about",
};

// What a clock starts from.
inline constexpr std::array<std::string_view, 10> kClockStartNames = {
    "submission",
    "proper-submission",
    "acknowledgement",
    "priority-set",
    "identification",
    "patch-available",
    "customer-message",
    "last-update",
    "first-response",
    "resolution",
};

// What stops a clock.
inline constexpr std::array<std::string_view, 2> kClockPauseNames = {
    "customer",
    "third-party",
};

// What a share, a quantity or a count of misses is measured over.
inline constexpr std::array<std::string_view, 7> kPeriodNames = {
    "ticket",
    "day",
    "week",
    "calendar-month",
    "quarter",
    "year",
    "term",
};

// What support a plan has.
inline constexpr std::array<std::string_view, 3> kSupportNames = {
    "full",
    "community",
    "none",
};

// Where the vendor's product runs.
inline constexpr std::array<std::string_view, 3> kDeploymentNames = {
    "saas",
    "self-hosted",
    "managed",
};

// How far a plan has a channel or a feature.
inline constexpr std::array<std::string_view, 8> kAvailabilityNames = {
    "yes",
    "no",
    "optional",
    "limited",
    "on-request",
    "if-agreed",
    "not-stated",
    "not-applicable",
};

// Whether the policy speaks of a subject at all.
inline constexpr std::array<std::string_view, 3> kStatedNames = {
    "stated",
    "not-stated",
    "none",
};

// What an option without choices takes.
inline constexpr std::array<std::string_view, 3> kOptionTypeNames = {
    "time-zone",
    "calendar",
    "window",
};

// What an assumption takes.
enum class AssumptionType : std::uint8_t {
  TimeZone,  // an IANA name
  Calendar,  // the id of a holiday calendar
  Window,    // times of day: 09:00-17:00
  Hours,     // the id of hours
};
inline constexpr std::array<std::string_view, 4> kAssumptionTypeNames = {
    "time-zone",
    "calendar",
    "window",
    "hours",
};
constexpr std::string_view name_of(AssumptionType value) { return kAssumptionTypeNames[static_cast<std::size_t>(value)]; }

// What a channel is.
inline constexpr std::array<std::string_view, 12> kChannelKindNames = {
    "email",
    "phone",
    "chat",
    "portal",
    "slack",
    "video",
    "community",
    "documentation",
    "status-page",
    "issue-tracker",
    "widget",
    "account-manager",
};

// What a channel is for beside others.
inline constexpr std::array<std::string_view, 7> kChannelRoleNames = {
    "preferred",
    "primary",
    "fallback",
    "emergency",
    "first-stop",
    "status",
    "routing",
};

// Whether a channel's address is known.
inline constexpr std::array<std::string_view, 3> kAddressStatusNames = {
    "published",
    "on-contract",
    "not-stated",
};

// Whether something is covered.
inline constexpr std::array<std::string_view, 5> kVerdictNames = {
    "in",
    "out",
    "conditional",
    "courtesy",
    "not-stated",
};

// Whether what a ticket is about is covered.
enum class Verdict : std::uint8_t {
  In,
  Out,
  Conditional,  // under a condition
  Courtesy,     // helped with, and not owed
  NotStated,    // the policy is silent
  NotAsked,     // no topic was given
};
inline constexpr std::array<std::string_view, 6> kScopeVerdictNames = {
    "in",
    "out",
    "conditional",
    "courtesy",
    "not-stated",
    "not-asked",
};
constexpr std::string_view name_of(Verdict value) { return kScopeVerdictNames[static_cast<std::size_t>(value)]; }

// Who has a duty.
inline constexpr std::array<std::string_view, 3> kSideNames = {
    "vendor",
    "customer",
    "third-party",
};

// What a late answer or an outage gives.
inline constexpr std::array<std::string_view, 5> kRemedyKindNames = {
    "term-extension",
    "uptime-credit",
    "miss-count",
    "aim",
    "contract",
};

// What a remedy applies to.
inline constexpr std::array<std::string_view, 8> kRemedySubjectNames = {
    "first-response",
    "update",
    "workaround",
    "resolution",
    "resolution-or-workaround",
    "incident-report",
    "vulnerability-fix",
    "escalation",
};

// Which blocks of delay count.
inline constexpr std::array<std::string_view, 2> kRemedyBlocksNames = {
    "whole",
    "part",
};

// What a delay is measured in.
inline constexpr std::array<std::string_view, 2> kRemedyClockNames = {
    "target",
    "elapsed",
};

// How a rule tells which versions are supported.
inline constexpr std::array<std::string_view, 4> kLifecycleKindNames = {
    "max-age",
    "latest-count",
    "major-overlap",
    "text",
};

// What is wrong with a clause.
inline constexpr std::array<std::string_view, 4> kAmbiguityKindNames = {
    "gap",
    "conflict",
    "change",
    "wording",
};

// Which part of an answer an ambiguity touches.
inline constexpr std::array<std::string_view, 17> kTouchedNames = {
    "first-response",
    "update",
    "workaround",
    "resolution",
    "resolution-or-workaround",
    "incident-report",
    "vulnerability-fix",
    "severity",
    "escalation",
    "scope",
    "remedies",
    "channels",
    "hours",
    "plans",
    "ticket",
    "maintenance",
    "lifecycle",
};

// What a further fact is about.
inline constexpr std::array<std::string_view, 12> kFactTopicNames = {
    "response-means",
    "resolution",
    "languages",
    "support-hours",
    "contacts",
    "quota",
    "services",
    "precedence",
    "ticket",
    "skills",
    "security",
    "other",
};

// A common facet and its answers.
struct FacetWords {
  std::string_view id;
  std::span<const std::string_view> answers;
};
inline constexpr std::array<std::string_view, 6> kRequestAnswers = {
    "incident",
    "question",
    "feature-request",
    "documentation",
    "security-report",
    "billing",
};
inline constexpr std::array<std::string_view, 2> kEnvironmentAnswers = {
    "production",
    "non-production",
};
inline constexpr std::array<std::string_view, 5> kAvailabilityAnswers = {
    "down",
    "severely-degraded",
    "degraded",
    "minor",
    "unaffected",
};
inline constexpr std::array<std::string_view, 3> kAffectedAnswers = {
    "all",
    "some",
    "one",
};
inline constexpr std::array<std::string_view, 2> kCoreFunctionAnswers = {
    "yes",
    "no",
};
inline constexpr std::array<std::string_view, 3> kWorkaroundAnswers = {
    "none",
    "costly",
    "acceptable",
};
inline constexpr std::array<std::string_view, 2> kBusinessCriticalAnswers = {
    "yes",
    "no",
};
// In the order they are asked.
inline constexpr std::array<FacetWords, 7> kFacetWords = {{
    {"request", kRequestAnswers},
    {"environment", kEnvironmentAnswers},
    {"availability", kAvailabilityAnswers},
    {"affected", kAffectedAnswers},
    {"core_function", kCoreFunctionAnswers},
    {"workaround", kWorkaroundAnswers},
    {"business_critical", kBusinessCriticalAnswers},
}};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_VOCABULARY_H_
