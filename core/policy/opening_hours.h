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

// What some dates have instead of their weekday's windows: one date, or those of a rule in every year.
//
// One date has them whatever its weekday, also when it is a holiday. A rule of days ("24 December", "Good Friday, as
// the calendar has it") has them on holidays too, but only on weekdays that have windows, or on those of `days`. A rule
// that is a range is a season: its holidays stay closed.
//
// Example: {"rule": {"id": "summer", "range": {"from": "06-01", "to": "08-31"}}, "days": ["fri"], "open": "08:00",
// "close": "13:00"} ends Fridays at 13:00 from June to August.
struct Opening {
  std::optional<local_days> date;
  List<HolidayRule> rules;  // one where there is no date
  List<Text> rule_names;    // likewise
  List<date::weekday> days;
  seconds open{};
  seconds close{};  // like `open` where the dates are closed
  Text note;
  Cite cite;
};

struct HoursDefinition {
  std::string_view id;
  Text label;
  bool always = false;
  Choice time_zone;
  List<Choice> holidays;  // calendar ids or "none"; a date that is a holiday of any is one
  List<HolidayRule> extra_holidays;
  List<Text> extra_holiday_names;  // in the same order
  List<HoursWindow> windows;
  List<Opening> openings;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_OPENING_HOURS_H_
