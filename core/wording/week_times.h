// Days of the week and times of day by the names that catalogues and policies use.
#ifndef SUPPORTCALC_WORDING_WEEK_TIMES_H_
#define SUPPORTCALC_WORDING_WEEK_TIMES_H_

#include <string>
#include <string_view>

#include "civil/civil.h"

namespace supportcalc {

// "mon" .. "sun".
std::string_view weekday_id(date::weekday day);

// A time after midnight as a clock shows it, "09:30". The end of a day is "24:00"; 26 hours are "02:00", on the next
// day.
std::string clock_words(seconds after_midnight);

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_WEEK_TIMES_H_
