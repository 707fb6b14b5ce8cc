// Hours as a policy writes them: weekly windows in a zone, less holidays. engine/clock.h turns them into clocks once
// the user's terms are known.
//
// Times are seconds after the local midnight of the day a window opens on; `close` may be 24 h or more.
//
// Example: Monday to Friday 08:00-17:00 Europe/Zurich with the holidays of ch-sg is one window of five days with open 8
// h and close 17 h, time_zone "Europe/Zurich", holidays "ch-sg".
#ifndef SUPPORTCALC_POLICY_OPENING_HOURS_H_
#define SUPPORTCALC_POLICY_OPENING_HOURS_H_

#include <optional>
#include <string_view>

#include "calendar/holidays.h"
#include "civil/civil.h"
#include "policy/terms.h"

namespace supportcalc {

struct HoursWindow {
  List<date::weekday> days;
  seconds open{};
  seconds close{};  // after the midnight of the opening day
  std::optional<date::weekday> close_day;
  std::optional<Choice> times;  // instead of open and close: "09:00-17:00", mostly from an assumption
};

// What one date has instead of its weekday's windows.
struct Opening {
  std::optional<local_days> date;  // always there in a policy without problems
  seconds open{};
  seconds close{};
  Text note;
  Cite cite;
};

struct HoursDefinition {
  std::string_view id;
  Text label;
  bool always = false;
  Choice time_zone;
  Choice holidays;  // calendar id or "none"
  List<HolidayRule> extra_holidays;
  List<Text> extra_holiday_names;  // in the same order
  List<HoursWindow> windows;
  List<Opening> openings;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_OPENING_HOURS_H_
