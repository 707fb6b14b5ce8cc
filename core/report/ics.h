// Whole days out of an iCalendar file (RFC 5545), and how a holiday calendar differs from them.
//
// Reads what published lists of public holidays hold: events with a date instead of a time. Nothing is repeated: such
// lists name each year's days.
#ifndef SUPPORTCALC_REPORT_ICS_H_
#define SUPPORTCALC_REPORT_ICS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "civil/civil.h"
#include "policy/policy.h"

namespace supportcalc {

struct IcsDay {
  local_days date;
  std::string summary;  // what the event is called; "" when it is not said

  bool operator==(const IcsDay&) const = default;
};

struct IcsDays {
  bool is_calendar = false;  // whether the text is an iCalendar file at all
  std::vector<IcsDay> days;  // sorted; an event of several days gives each of them
  std::size_t left_out = 0;  // events with a time of day, a rule to repeat, or a date there is not
};

// An event of more days than this is no holiday, and is left out; so are events beyond so many days altogether.
inline constexpr int kLongestIcsEvent = 366;
inline constexpr std::size_t kMostIcsDays = 50'000;

// Lines may be folded and end in LF or CR LF. Cancelled events are no events. Never fails; what is no iCalendar file
// has no days.
//
// Example: "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nSUMMARY:New Year\nEND:VEVENT\nEND:VCALENDAR"
// has one day, 2026-01-01, "New Year".
IcsDays read_ics_days(std::string_view text);

struct CalendarDifference {
  std::vector<int> years;                     // those that are compared, sorted
  std::vector<const Holiday*> only_calendar;  // into the calendar's holidays
  std::vector<const IcsDay*> only_file;       // into the days given
};

// Dates that are in one of both alone, in the years for which the file has any day; with `year`, in that one only.
// Names are not compared. A day for which the file has the day in lieu is in both.
//
// Example, gb-eng: for a file with 28 December 2026 and without Saturday the 26th, neither is listed.
CalendarDifference compare_calendar(const HolidayCalendar& calendar, const std::vector<IcsDay>& days,
                                    std::optional<int> year);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_ICS_H_
