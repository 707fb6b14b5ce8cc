// Business-time arithmetic over one set of hours: "8 open hours after this instant", "2 business days later".
//
// Knows nothing about severities or policies. Instants are UTC seconds, spans are half-open. The rules are
// those of docs/decisions/0002-business-time.md; the vectors are tests/data/conformance/clock.jsonl.
//
// How it works: the open time since a fixed moment is a rising function of the instant. Its weekly pattern is
// periodic, so whole weeks are multiplied; holidays and clock changes are lists of corrections with running
// sums. Adding an amount inverts the function. Both directions cost a few binary searches, whatever the
// amount. Business days are counted by a table with a row per week and a running sum.
#ifndef SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_
#define SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_

#include <array>
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

  // `days` business days by the reading `received`: the last closing of the n-th business day after the date of the
  // first open instant at or after `start`. No days is `start` itself. Errors as for `add`.
  //
  // Example, Mon-Fri 09:00-17:00 Europe/Zurich: Sat 2026-01-10 12:00 + 1 == Tue 2026-01-13 17:00, where `end-of-day`
  // gives Mon 2026-01-12 17:00.
  Result<sys_seconds> add_days_received(sys_seconds start, std::int64_t days) const;

  // The n-th business day after the local date of `start`, open or not; nothing beyond the supported range.
  //
  // Example, Mon-Fri 20:00-04:00 Europe/Zurich: Mon 2026-01-05 12:00, 1 == Tue 2026-01-06, though its window closes on
  // Wednesday.
  std::optional<local_days> business_day_after(sys_seconds start, std::int64_t days) const;

  // The most common length of a day's windows in wall-clock time; of several, the longest.
  seconds common_day_length() const { return common_day_length_; }

  // The open spans that belong to a date: of its windows, what holidays and clock changes leave. A window
  // belongs to the date it opens on; what continues behind a holiday belongs to the date it continues on.
  std::vector<OpenSpan> spans_of(local_days day) const;

  // Whether a holiday closes this date; one with windows of its own is none.
  bool is_holiday(local_days day) const;

  // Whether this date has windows, its own or those of its weekday, holidays left aside.
  bool opens_on(local_days day) const;

  // The end of the open time that runs at `t`, which must be open: the next instant at which the clock stops.
  // Nothing when it does not stop within the supported range.
  std::optional<sys_seconds> next_pause(sys_seconds t) const;

 private:
  explicit BusinessClock(Hours hours);

  // What is looked up of each week, Monday first, from the epoch to the end of the supported range.
  struct Week {
    std::int32_t days_before = 0;    // business days of all weeks before
    std::uint8_t business_days = 0;  // a bit for each weekday
    std::uint8_t holidays = 0;       // likewise
    std::uint16_t zone_span = 0;     // the last of `zone_spans_` that begins before any zone's clocks show this Monday
  };

  void fill_weeks();

  // Whether a date has other open time than its weekday: none, or windows of its own.
  bool leaves_the_week(local_days day) const;

  // The first window of a date that has its own, or the end.
  std::vector<DatedWindow>::const_iterator dated_on(local_days day) const;

  // What looks at spans, by reference: one `visit_spans` for all of them is a fifth of the code of one for each.
  class SpanVisitor {
   public:
    template <class Visit>
    SpanVisitor(const Visit& visit)  // NOLINT(google-explicit-constructor): made where a lambda is passed
        : visit_(&visit), call_([](const void* the_visit, const OpenSpan& span) {
            return (*static_cast<const Visit*>(the_visit))(span);
          }) {}
    bool operator()(const OpenSpan& span) const { return call_(visit_, span); }

   private:
    const void* visit_;
    bool (*call_)(const void* visit, const OpenSpan& span);
  };

  // Calls `visit` with the open spans of a date, in order, until it returns false.
  void visit_spans(local_days day, const SpanVisitor& visit) const;

  // When the clock starts to run on a date for a ticket filed at `start`, if its windows are not over by then.
  struct Opening {
    local_days day;
    sys_seconds begin;
    bool is_first = false;  // begins with the date's first opening
  };
  std::optional<Opening> opening_on(local_days day, sys_seconds start) const;

  // The row of a date; of a date outside the table, where no answer lies, the nearest one.
  const Week& week_of(local_days day) const;
  local_seconds to_local(sys_seconds t) const;
  sys_seconds to_instant(local_seconds wall) const;

  bool is_business_day(local_days day) const;
  std::int64_t business_days_until(local_days day) const;  // from the epoch up to and with `day`

  // Closings of the n-th business day counted from the epoch. Errors: instant.out_of_range.
  Result<sys_seconds> last_closing(std::int64_t nth_day) const;
  std::optional<local_days> business_day(std::int64_t nth_day) const;

  Hours hours_;
  std::vector<WeeklyWindow> windows_;            // by opening, those of one date that touch made one
  std::array<std::uint16_t, 8> first_window_{};  // of each weekday, Monday first, in `windows_`; then their number
  seconds longest_reach_{};                      // how far the longest window runs past the midnight it began on
  unsigned weekday_mask_ = 0;
  seconds common_day_length_{};
  OpenTime open_time_;
  std::vector<ZoneSpan> zone_spans_;
  std::vector<Week> weeks_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CALENDAR_BUSINESS_CLOCK_H_
