// The open time since a fixed moment, as a function of the instant, and its inverse.
//
// Both are O(log holidays + log clock changes), whatever the span. Integer seconds throughout.
#ifndef SUPPORTCALC_CALENDAR_OPEN_TIME_H_
#define SUPPORTCALC_CALENDAR_OPEN_TIME_H_

#include <cstdint>
#include <vector>

#include "calendar/hours.h"

namespace supportcalc {

// A week as merged open intervals, counted from Monday 00:00 wall time.
class WeekPattern {
 public:
  explicit WeekPattern(const std::vector<WeeklyWindow>& windows);

  std::int64_t total() const { return total_; }  // open seconds in a week

  // Open seconds in [0, x), over any number of weeks; x >= 0.
  std::int64_t until(std::int64_t x) const;

  // The least x with until(x) >= work; work > 0 and total() > 0.
  std::int64_t reaching(std::int64_t work) const;

 private:
  struct Interval {
    std::int64_t open;
    std::int64_t close;
    std::int64_t before;  // open seconds of the week before `open`
  };
  std::vector<Interval> intervals_;
  std::int64_t total_ = 0;
};

class OpenTime {
 public:
  // `hours.windows` must have some length.
  explicit OpenTime(const Hours& hours);

  // Open seconds since the epoch of this function. Never falls; t not before 2015.
  std::int64_t until(sys_seconds t) const;

  // The least instant with until(t) >= work. Any work is answered; callers check the range.
  sys_seconds reaching(std::int64_t work) const;

 private:
  // Wall time without clock changes: the weekly pattern less holidays, with the windows of single dates.
  std::int64_t wall_until(local_seconds wall) const;
  local_seconds wall_reaching(std::int64_t work) const;

  enum class Run : std::uint8_t { Pattern, Open, Closed };

  // Between clock changes `until` follows the wall time; the second pass of a repeated hour is wholly open or
  // wholly closed, because a window's edges mean their first occurrence.
  struct Segment {
    sys_seconds start;
    std::int64_t work;   // until(start)
    std::int64_t shift;  // what to add to wall_until
    seconds offset;
    Run run;
  };

  WeekPattern week_;
  // Open seconds of a date with windows of its own, up to a wall time on it, and the reverse.
  std::int64_t dated_until(local_seconds start, local_seconds wall) const;
  local_seconds dated_reaching(local_seconds start, std::int64_t work) const;

  std::vector<local_seconds> holiday_starts_;  // of dates whose open time is not that of the week
  std::vector<std::int64_t> holiday_work_;     // wall_until at each start
  std::vector<std::int64_t> holiday_opened_;   // open seconds of each: 0, but for a date with windows of its own
  std::vector<std::int64_t> holiday_removed_;  // removed by all before each, one more than there are; may be negative
  std::vector<DatedWindow> dated_;
  std::vector<Segment> segments_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CALENDAR_OPEN_TIME_H_
