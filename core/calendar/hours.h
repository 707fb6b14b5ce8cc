// Hours: the weekly windows in which a clock runs, in a zone, less holidays.
#ifndef SUPPORTCALC_CALENDAR_HOURS_H_
#define SUPPORTCALC_CALENDAR_HOURS_H_

#include <vector>

#include "civil/civil.h"
#include "zone/zone.h"

namespace supportcalc {

// One weekly window, half-open in local wall time, from `open` after midnight of `day` to `close` after that
// same midnight. A window across midnight has `close` beyond 24 h, one over several days beyond 48 h and so
// on.
//
// Example: Sunday 17:00 to Friday 17:00 is {date::Sunday, 17h, 137h}.
struct WeeklyWindow {
  date::weekday day;
  seconds open{};
  seconds close{};

  bool operator==(const WeeklyWindow&) const = default;
};

// What one date has instead of its weekday's windows: [open, close) after its midnight, at most to the next. One
// without length closes the date, which is no holiday then.
//
// Example: 24 December 2026 from nine to noon is {2026-12-24, 9h, 12h}.
struct DatedWindow {
  local_days date;
  seconds open{};
  seconds close{};

  bool operator==(const DatedWindow&) const = default;
};

struct Hours {
  Zone zone;
  std::vector<WeeklyWindow> windows;  // in any order
  std::vector<local_days> holidays;   // sorted, unique; each closes its whole local date
  std::vector<DatedWindow> dated{};   // in any order; a date that has any is closed otherwise, as a holiday is
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CALENDAR_HOURS_H_
