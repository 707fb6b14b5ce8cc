// A holiday calendar for a person who checks it: the dates of a year with the rule that made each, and how they differ
// from a published list.
#ifndef SUPPORTCALC_RENDER_CALENDAR_TEXT_H_
#define SUPPORTCALC_RENDER_CALENDAR_TEXT_H_

#include <string>

#include "policy/policy.h"
#include "render/page.h"
#include "report/ics.h"

namespace supportcalc {

// Ends with a line break.
std::string calendar_text(const HolidayCalendar& calendar, int year, const PageStyle& style);

// `file` is what the list is called. Ends with a line break.
std::string calendar_difference_text(const HolidayCalendar& calendar, const std::string& file, const IcsDays& days,
                                     const CalendarDifference& difference, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_CALENDAR_TEXT_H_
