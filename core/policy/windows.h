// The opening hours of a policy as times of days.
#ifndef SUPPORTCALC_POLICY_WINDOWS_H_
#define SUPPORTCALC_POLICY_WINDOWS_H_

#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "calendar/business_clock.h"
#include "policy/policy.h"

namespace supportcalc {

// The windows that one definition stands for, one a day, with its times taken as `open` and `close` after midnight.
// A close at or before the opening is on the next day, or, with `close_day`, on the next such day.
std::vector<WeeklyWindow> weekly_windows(const HoursWindow& window, seconds open, seconds close);

// Reads "09:00-17:00" as times after midnight; a close at or before the opening is on the next day.
// Errors: time_of_day.malformed.
Result<std::pair<seconds, seconds>> parse_window(std::string_view text, std::string_view pointer);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_WINDOWS_H_
