// Holiday calendars: their rules, and whether those that a policy names are there.
#include "base/codes.h"
#include "policy/check.h"
#include "policy/check_parts.h"
#include "policy/names.h"

namespace supportcalc {

void check_calendar(const HolidayCalendar& calendar, Diagnostics& problems) {
  add(problems, check_holiday_rules(calendar.rules, "/rules"));
}

void check_calendars(const Policy& policy, List<HolidayCalendar> calendars, Diagnostics& problems) {
  Names known = ids_of(calendars);
  known.emplace_back("none");
  const auto check = [&](std::string_view id, const Place& place) {
    if (!id.empty() && !listed(known, id)) {
      report(problems, Code::PolicyCalendarUnknown, place, {{"id", id}, {"known", list_names(known)}});
    }
  };
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& holidays = policy.hours[i].holidays;
    const Place hours = at("hours", i);
    const Place place = hours.to("holidays");
    const Place cases = place.to("cases");
    for (const auto& [name, id] : holidays.cases) {
      check(id, cases.to(name));
    }
    if (holidays.value) {
      check(*holidays.value, place);
    }
  }
  for (std::size_t i = 0; i < policy.assumptions.size(); ++i) {
    const auto& assumption = policy.assumptions[i];
    if (assumption.type == Assumption::Type::Calendar) {
      const Place place = at("assumptions", i);
      check(assumption.default_value, place.to("default"));
      const Place choices = place.to("choices");
      for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
        check(assumption.choices[k], choices.to(k));
      }
    }
  }
}

Checks all_checks() { return {check_references, check_calendar, check_calendars}; }

}  // namespace supportcalc
