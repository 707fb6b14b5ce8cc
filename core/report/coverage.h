// How filing at another time would change a due: the map of a week, and the next cliff.
#ifndef SUPPORTCALC_REPORT_COVERAGE_H_
#define SUPPORTCALC_REPORT_COVERAGE_H_

#include <optional>
#include <vector>

#include "base/result.h"
#include "engine/evaluation.h"

namespace supportcalc {

// How long a ticket filed at `at` really waits, by the main reading and by the ends of the range.
struct WeekCell {
  sys_seconds at;
  seconds wait{};
  seconds shortest{};
  seconds longest{};
};

// One cell for each hour of the week that `around` falls in, from Monday 00:00 in `zone`. A week with a clock
// change has an hour more or less. Errors: instant.out_of_range.
Result<std::vector<WeekCell>> week_map(const PreparedPromise& promise, sys_seconds around, const Zone& zone);

// The last moment of filing whose due is not after the next stop of the clock, and what a minute costs then.
struct Cliff {
  sys_seconds file_by;
  sys_seconds due;
  sys_seconds due_a_minute_later;
};

// Nothing when a ticket filed at `from` is due later than the clock's next stop anyway, or the clock never
// stops.
std::optional<Cliff> next_cliff(const PreparedReading& reading, sys_seconds from);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_COVERAGE_H_
