// The words of module engine: their enumerations and their names, in the same order.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
// clang-format off
#ifndef SUPPORTCALC_ENGINE_VOCABULARY_H_
#define SUPPORTCALC_ENGINE_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace supportcalc {

// Whether the policy's rules decided the level.
enum class SeverityStatus : std::uint8_t {
  Decided,     // by the impact
  Given,       // by the request
  Unclear,     // more than one is possible, or none fits
  NotDefined,  // the plan has no levels
};
inline constexpr std::array<std::string_view, 4> kSeverityStatusNames = {
    "decided",
    "given",
    "unclear",
    "not-defined",
};
constexpr std::string_view name_of(SeverityStatus value) { return kSeverityStatusNames[static_cast<std::size_t>(value)]; }

// Why the level is what it is.
enum class SeverityReason : std::uint8_t {
  OneFits,
  SeveralFit,
  NoneFits,
  UnknownDecides,  // an answer that was not given would decide
  NothingGiven,    // neither a level nor an impact
  Default,         // the policy's level of a ticket that says nothing
  Given,           // the request names it
  NoLevels,
};
inline constexpr std::array<std::string_view, 8> kSeverityReasonNames = {
    "one-fits",
    "several-fit",
    "none-fits",
    "unknown-decides",
    "nothing-given",
    "default",
    "given",
    "no-levels",
};
constexpr std::string_view name_of(SeverityReason value) { return kSeverityReasonNames[static_cast<std::size_t>(value)]; }

// How far something is owed for the ticket as it stands; of two, the first holds for both.
enum class Standing : std::uint8_t {
  NotOwed,      // not offered, not applicable, out of scope, a plan without support; a step nobody took
  NotPromised,  // an aspiration, best effort, a bespoke figure that is not given, nothing stated, none
  Conditional,  // a condition is open or not met
  Owed,         // in force, unconditional, its clock running or about to
};
inline constexpr std::array<std::string_view, 4> kStandingNames = {
    "not-owed",
    "not-promised",
    "conditional",
    "owed",
};
constexpr std::string_view name_of(Standing value) { return kStandingNames[static_cast<std::size_t>(value)]; }

// What a condition is about.
enum class ConditionKind : std::uint8_t {
  Option,    // a value of the contract
  Channel,   // how the ticket is filed
  Facet,     // an answer about the impact
  Topic,     // a condition of the scope
  Severity,  // the level, which is open
  Draft,     // the revision, which was never published
};
inline constexpr std::array<std::string_view, 6> kConditionKindNames = {
    "option",
    "channel",
    "facet",
    "topic",
    "severity",
    "draft",
};
constexpr std::string_view name_of(ConditionKind value) { return kConditionKindNames[static_cast<std::size_t>(value)]; }

// Whether the ticket leaves a condition open.
enum class ConditionState : std::uint8_t {
  Open,
  NotMet,  // shown for a channel that the level requires alone
};
inline constexpr std::array<std::string_view, 2> kConditionStateNames = {
    "open",
    "not-met",
};
constexpr std::string_view name_of(ConditionState value) { return kConditionStateNames[static_cast<std::size_t>(value)]; }

// What to do now; the first that fits.
enum class Do : std::uint8_t {
  Claim,      // a credit for a late answer
  Escalate,   // something owed is overdue
  Wait,       // something owed is ahead
  FollowUp,   // ask again
  Community,  // ask other users
  Settle,     // answer the question that decides the level
  Call,       // file by phone
  File,       // file in writing
};
inline constexpr std::array<std::string_view, 8> kNextDoNames = {
    "claim",
    "escalate",
    "wait",
    "follow-up",
    "community",
    "settle",
    "call",
    "file",
};
constexpr std::string_view name_of(Do value) { return kNextDoNames[static_cast<std::size_t>(value)]; }

// How a revision came to answer for a day.
inline constexpr std::array<std::string_view, 3> kRevisionFitNames = {
    "in-force",
    "before-first",
    "lapsed",
};

// Which instant the clock of an escalation starts from.
enum class EscalationStart : std::uint8_t {
  EscalatedAt,  // the step was taken
  Now,          // if it is taken now
  SubmittedAt,  // if it is taken with the ticket
};
inline constexpr std::array<std::string_view, 3> kEscalationStartNames = {
    "escalated_at",
    "now",
    "submitted_at",
};
constexpr std::string_view name_of(EscalationStart value) { return kEscalationStartNames[static_cast<std::size_t>(value)]; }

// Whether a remedy is earned.
enum class RemedyStatus : std::uint8_t {
  Rule,      // what it would be worth
  Earned,    // under every reading
  Disputed,  // under some readings
  NotEarned,
  None,  // nothing was promised that could be missed
};
inline constexpr std::array<std::string_view, 5> kRemedyStatusNames = {
    "rule",
    "earned",
    "disputed",
    "not-earned",
    "none",
};
constexpr std::string_view name_of(RemedyStatus value) { return kRemedyStatusNames[static_cast<std::size_t>(value)]; }

// What a notice is about.
enum class NoticeKind : std::uint8_t {
  Ambiguity,            // a gap or a conflict that touches the answer
  RevisionBeforeFirst,  // filed before the oldest revision began
  RevisionNearest,      // no revision held that day
  RevisionOutside,      // the revision named did not hold that day
  RevisionDraft,        // the revision was never published
  PausesNotCounted,     // the policy does not stop its clock
  HolidaysIncomplete,   // a due lies after the last year that a holiday calendar is complete for
};
inline constexpr std::array<std::string_view, 7> kNoticeKindNames = {
    "ambiguity",
    "revision.before-first",
    "revision.nearest",
    "revision.outside",
    "revision.draft",
    "pauses.not-counted",
    "holidays.incomplete",
};
constexpr std::string_view name_of(NoticeKind value) { return kNoticeKindNames[static_cast<std::size_t>(value)]; }

// What a rule says of the version.
enum class LifecycleVerdict : std::uint8_t {
  NotAsked,    // no version was given
  Within,      // supported
  Beyond,      // no longer supported
  NotDecided,  // the request cannot say
};
inline constexpr std::array<std::string_view, 4> kLifecycleVerdictNames = {
    "not-asked",
    "within",
    "beyond",
    "not-decided",
};
constexpr std::string_view name_of(LifecycleVerdict value) { return kLifecycleVerdictNames[static_cast<std::size_t>(value)]; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_VOCABULARY_H_
