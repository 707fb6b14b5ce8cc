#include "engine/hours_dates.h"

#include <algorithm>
#include <variant>

#include "base/sort.h"

namespace supportcalc {
namespace {

using Dates = std::vector<local_days>;

bool has(const Dates& sorted, local_days day) { return std::binary_search(sorted.begin(), sorted.end(), day); }

void append(Dates& dates, List<Holiday> holidays) {
  for (const auto& holiday : holidays) {
    dates.push_back(holiday.date);
  }
}

// What decides where openings meet: the date itself, a rule of days, a range.
enum class Reach : std::uint8_t { Date, Days, Range };

Reach reach_of(const Opening& opening) {
  if (opening.rules.empty()) {
    return Reach::Date;
  }
  return std::holds_alternative<DayRange>(opening.rules.front().day) ? Reach::Range : Reach::Days;
}

bool opens_on(const Opening& opening, const std::vector<WeeklyWindow>& weekly, local_days day) {
  const date::weekday weekday{day};
  if (!opening.days.empty()) {
    return std::find(opening.days.begin(), opening.days.end(), weekday) != opening.days.end();
  }
  return std::any_of(weekly.begin(), weekly.end(), [&](const WeeklyWindow& window) { return window.day == weekday; });
}

}  // namespace

HoursDates dates_of(const HoursDefinition& hours, List<const HolidayCalendar*> calendars,
                    const std::vector<WeeklyWindow>& weekly, Arena& arena) {
  HoursDates result;
  // What the hours' own rules may refer to.
  List<HolidayRule> others;
  for (const HolidayCalendar* calendar : calendars) {
    others = arena.joined(others, calendar->rules);
    append(result.holidays, calendar->holidays);
  }
  if (calendars.size() > 1 || !hours.extra_holidays.empty()) {
    others = arena.joined(hours.extra_holidays, others);
    append(result.holidays, expand(others, hours.extra_holidays.size(), kFirstClockYear, kLastClockYear));
    sort_unique(result.holidays);
  }

  Dates decided;
  for (const Reach reach : {Reach::Date, Reach::Days, Reach::Range}) {
    Dates now;
    for (const auto& opening : hours.openings) {
      if (reach_of(opening) != reach) {
        continue;
      }
      Dates dates;
      if (opening.date) {
        dates.push_back(*opening.date);
      }
      append(dates, expand(arena.joined(opening.rules, others), opening.rules.size(), kFirstClockYear, kLastClockYear));
      for (const local_days day : dates) {
        const bool applies = reach == Reach::Date || (opens_on(opening, weekly, day) && !has(decided, day) &&
                                                      !(reach == Reach::Range && has(result.holidays, day)));
        if (applies) {
          result.dated.push_back({day, opening.open, opening.close});
          now.push_back(day);
        }
      }
    }
    decided.insert(decided.end(), now.begin(), now.end());
    sort_unique(decided);
  }
  return result;
}

}  // namespace supportcalc
