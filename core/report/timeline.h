// What is owed for a ticket, or would be under a condition, along one clock: what the picture of a page shows, and the
// list beside it.
#ifndef SUPPORTCALC_REPORT_TIMELINE_H_
#define SUPPORTCALC_REPORT_TIMELINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evaluation.h"
#include "report/trace.h"
#include "report/vocabulary.h"

namespace supportcalc {

struct TimelineEvent {
  sys_seconds at;
  TimelineEventKind kind = TimelineEventKind::Filed;
  std::optional<std::size_t> target;  // of a due, in the evaluation's targets
  std::string_view step;              // of an escalation
  bool conditional = false;           // of a due: what it is of is not owed as it stands
};

struct Timeline {
  std::vector<TimelineEvent> events;  // in order of time, at least one
  Trace trace;                        // from the first event to the last, cut at every event; without clock changes

  sys_seconds from() const { return events.front().at; }
  sys_seconds to() const { return events.back().at; }
};

// The ticket's events and the dues of what is owed, on the clock of `target`, which is one of the evaluation's, is owed
// or conditional and has a due. What is conditional says so; what is not promised or not taken is in no timeline. Of a
// level that is open, each candidate has a picture of its own, that of a target `wanted`; without one all are shown.
//
// Example: ZITADEL 2023-10-06, extended-sla, Severity 1, filed 2026-04-02T14:30:00Z: Filed, then Due at
// 2026-04-07T06:30:00Z; the steps nobody took are not there.
Timeline timeline_of(const Evaluation& evaluation, const Ticket& ticket, const TargetResult& target, bool wanted);

// The target that a picture is about: the one wanted, else the first that is owed or conditional and has a due. Null
// where there is none.
const TargetResult* timeline_target(const Evaluation& evaluation, const std::optional<std::int64_t>& wanted);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_TIMELINE_H_
