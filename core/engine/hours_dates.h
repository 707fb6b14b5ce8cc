// The dates on which hours differ from their week: holidays, half days, seasons, single dates.
#ifndef SUPPORTCALC_ENGINE_HOURS_DATES_H_
#define SUPPORTCALC_ENGINE_HOURS_DATES_H_

#include <vector>

#include "calendar/hours.h"
#include "policy/policy.h"

namespace supportcalc {

struct HoursDates {
  std::vector<local_days> holidays;  // sorted, unique
  std::vector<DatedWindow> dated;    // one without length closes its date, which is no holiday
};

// From kFirstClockYear to kLastClockYear. Where several openings name a date, those for the date itself decide, else
// those by a rule of days, else those by a range (policy/opening_hours.h). `weekly` are the hours' own
// windows; lists that are needed on the way are in `arena`.
//
// Example: Monday to Friday 09:00-17:00 with {"rule": {"month": 12, "day": 24}, "open": "09:00", "close": "12:00"} has
// {2026-12-24, 9h, 12h} among `dated`, a Thursday, and nothing for 2028-12-24, a Sunday.
HoursDates dates_of(const HoursDefinition& hours, List<const HolidayCalendar*> calendars,
                    const std::vector<WeeklyWindow>& weekly, Arena& arena);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_HOURS_DATES_H_
