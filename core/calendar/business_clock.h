// Business-time arithmetic over one set of hours: "8 open hours after this instant", "2 business days later".
//
// Knows nothing about severities or policies. Instants are UTC seconds, spans are half-open. The rules are
// those of docs/decisions/0002-business-time.md; the vectors are tests/data/conformance/clock.jsonl.
//
// How it works: the open time since a fixed moment is a rising function of the instant. Its weekly pattern is
// periodic, so whole weeks are multiplied; holidays and clock changes are lists of corrections with running
// sums. Adding an amount inverts the function. Both directions cost a few binary searches, whatever the
// amount.
#ifndef SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_
#define SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "calendar/hours.h"
#include "calendar/open_time.h"

namespace supportcalc {

// A stretch of open time, [open, close).
struct OpenSpan {
  sys_seconds open;
  sys_seconds close;

  bool operator==(const OpenSpan&) const = default;
};

// The largest amount a clock takes: a hundred years of open time, or of business days.
inline constexpr seconds kLargestAmount = std::chrono::hours{24 * 36525};
inline constexpr std::int64_t kLargestDayCount = 36525;

// Immutable once made; answers never allocate, save for `spans_of`.
class BusinessClock {
 public:
  // Errors: calendar.never_opens when no window has any length.
  static Result<BusinessClock> make(Hours hours);

  const Hours& hours() const { return hours_; }

  // The earliest instant at which `amount` of open time has passed since `start`.
  //
  //  - amount 0 gives `start` itself, open or not;
  //  - time used up exactly at closing gives that closing, not the next opening;
  //  - a larger amount never gives an earlier instant.
  //
  // Errors: amount.negative; amount.too_large; instant.out_of_range when the answer is not before 2100.
  //
  // Example, Mon-Fri 09:00-17:00 Europe/Paris over the clock change of March 2026:
  //   add(2026-03-27T15:00Z, 2h) == 2026-03-30T08:00Z   // Fri 16:00 -> Mon 10:00 local
  Result<sys_seconds> add(sys_seconds start, seconds amount) const;

  // Open time inside [from, to); zero when to <= from.
  seconds between(sys_seconds from, sys_seconds to) const;

  // The first instant at or after `t` at which the clock runs. Errors: instant.out_of_range.
  Result<sys_seconds> next_open(sys_seconds t) const;

  // `days` business days by the reading `same-time`: the clock starts at the first open instant at or after
  // `start`. If that is its day's first opening, due is the last closing of the n-th business day counting
  // that day; otherwise the same wall time n business days later, or, where that is closed, that day's next
  // opening, or its last closing when none follows. No days is `start` itself. Errors as for `add`.
  //
  // Example, Mon-Fri 09:00-17:00 Europe/Zurich: Thu 2026-01-08 16:00 + 1 == Fri 2026-01-09 16:00;
  // Thu 2026-01-08 20:00 + 1 == Fri 2026-01-09 17:00.
  Result<sys_seconds> add_days_same_time(sys_seconds start, std::int64_t days) const;

  // `days` business days by the reading `end-of-day`: the last closing of the n-th business day after the
  // local date of `start`, open or not. No days is `start` itself. Errors as for `add`.
  Result<sys_seconds> add_days_end_of_day(sys_seconds start, std::int64_t days) const;

  // The most common length of a day's windows in wall-clock time; of several, the longest.
  seconds common_day_length() const { return common_day_length_; }

  // The open spans that belong to a date: of its windows, what holidays and clock changes leave. A window
  // belongs to the date it opens on; what continues behind a holiday belongs to the date it continues on.
  std::vector<OpenSpan> spans_of(local_days day) const;

  bool is_holiday(local_days day) const;

  // Whether the weekly pattern opens a window on this date, holidays left aside.
  bool opens_weekly(local_days day) const { return (weekday_mask_ >> weekday_index(day) & 1U) != 0; }

  // The end of the open time that runs at `t`, which must be open: the next instant at which the clock stops.
  // Nothing when it does not stop within the supported range.
  std::optional<sys_seconds> next_pause(sys_seconds t) const;

 private:
  explicit BusinessClock(Hours hours);

  // The spans of one date, in a buffer that needs no allocation for ordinary hours.
  struct DaySpans;
  void collect(local_days day, DaySpans& spans) const;
  bool is_business_day(local_days day) const;
  static unsigned weekday_index(local_days day) { return (date::weekday{day} - date::Monday).count() & 7; }

  std::int64_t weekly_days_until(local_days day) const;  // pattern days in [epoch, day]
  std::int64_t business_days_until(local_days day) const;
  local_days nth_business_day(std::int64_t count) const;  // the first day with business_days_until(day) >= count
  Result<sys_seconds> last_closing(local_days day) const;

  Hours hours_;
  std::vector<WeeklyWindow> windows_;  // by opening, those of one date that touch made one
  seconds longest_reach_{};            // how far the longest window runs past the midnight it began on
  unsigned weekday_mask_ = 0;
  seconds common_day_length_{};
  OpenTime open_time_;

  // Dates that count other than their weekday says, and the sum of the differences up to and with each.
  std::vector<local_days> exceptions_;
  std::vector<std::int64_t> exception_sums_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_
