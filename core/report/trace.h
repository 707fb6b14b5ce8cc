// How a due came about: every stretch from start to due, whether it counted and why not.
#ifndef SUPPORTCALC_REPORT_TRACE_H_
#define SUPPORTCALC_REPORT_TRACE_H_

#include <string_view>
#include <vector>

#include "engine/evaluation.h"

namespace supportcalc {

enum class StretchReason : std::uint8_t {
  Elapsed,  // counted: the clock runs day and night
  Open,     // counted: within hours
  Night,    // outside hours on a day that has some
  Weekend,  // a day of the week without hours
  Holiday,
  Pause,  // the vendor waited for the customer
};

// The rule that makes a date a holiday, by id, and the calendar that has it. Example: {"ch-sg", "good-friday"}.
struct NamedHoliday {
  std::string_view calendar;
  std::string_view rule;

  bool operator==(const NamedHoliday&) const = default;
};

struct Stretch {
  sys_seconds from;
  sys_seconds to;
  StretchReason reason = StretchReason::Open;
  NamedHoliday holiday;  // of Holiday, where a calendar names it

  bool counted() const { return reason == StretchReason::Elapsed || reason == StretchReason::Open; }
};

// A change of a zone's offset.
struct ClockChange {
  sys_seconds at;
  Zone zone;
  seconds before{};
  seconds after{};
};

struct Trace {
  std::vector<Stretch> stretches;  // adjoining, in order
  std::vector<ClockChange> changes;
  bool truncated = false;  // there are more stretches than are listed
};

// No more stretches than this are listed.
inline constexpr std::size_t kMostStretches = 1000;

// The stretches of [from, to) on a reading's clock. `pauses` are those that stop it, in order.
Trace trace(const PreparedReading& reading, sys_seconds from, sys_seconds to, List<Pause> pauses);

// The changes of a zone's offset in (from, to), in order, no more than kMostStretches.
std::vector<ClockChange> clock_changes(const Zone& zone, sys_seconds from, sys_seconds to);

// Cuts stretches in two at each of `instants`, which are in order: "open until the due, and open behind it".
void cut_at(const std::vector<sys_seconds>& instants, std::vector<Stretch>& stretches);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_TRACE_H_
