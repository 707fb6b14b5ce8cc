// The words of module report: their enumerations and their names, in the same order.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
// clang-format off
#ifndef SUPPORTCALC_REPORT_VOCABULARY_H_
#define SUPPORTCALC_REPORT_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace supportcalc {

// What happens on the clock.
enum class TimelineEventKind : std::uint8_t {
  Filed,
  Now,
  Responded,
  Escalated,  // a step was taken
  Due,
  DueEarliest,
  DueLatest,
  Escalation,  // the reply to a step is due
  EscalationEarliest,
  EscalationLatest,
};
inline constexpr std::array<std::string_view, 10> kTimelineEventKindNames = {
    "filed",
    "now",
    "responded",
    "escalated",
    "due",
    "due-earliest",
    "due-latest",
    "escalation",
    "escalation-earliest",
    "escalation-latest",
};
constexpr std::string_view name_of(TimelineEventKind value) { return kTimelineEventKindNames[static_cast<std::size_t>(value)]; }

// How far the figure of a compared plan binds, from the firmest.
enum class RankGroup : std::uint8_t {
  Promised,    // a due, whichever level it is
  Aspired,     // a due the vendor only tries for
  Partial,     // a due for some of the levels it may be
  Open,        // a due that depends on what the request leaves open
  Unpromised,  // best effort, or left to the contract
  Absent,      // nothing, or out of scope
};
inline constexpr std::array<std::string_view, 6> kRankGroupNames = {
    "promised",
    "aspired",
    "partial",
    "open",
    "unpromised",
    "absent",
};
constexpr std::string_view name_of(RankGroup value) { return kRankGroupNames[static_cast<std::size_t>(value)]; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_VOCABULARY_H_
