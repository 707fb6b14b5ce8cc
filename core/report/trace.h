// How a due came about: every stretch from start to due, whether it counted and why not.
#ifndef SUPPORTCALC_REPORT_TRACE_H_
#define SUPPORTCALC_REPORT_TRACE_H_

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

struct Stretch {
  sys_seconds from;
  sys_seconds to;
  StretchReason reason = StretchReason::Open;
  const HolidayRule* holiday = nullptr;  // of Holiday, where a calendar names it

  bool counted() const { return reason == StretchReason::Elapsed || reason == StretchReason::Open; }
};

// A change of the zone's offset.
struct ClockChange {
  sys_seconds at;
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
Trace trace(const PreparedReading& reading, sys_seconds from, sys_seconds to, const std::vector<Pause>& pauses);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_TRACE_H_
