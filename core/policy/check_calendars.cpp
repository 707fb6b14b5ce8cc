// Holiday calendars: their rules, and whether those that a policy names are there.
#include <algorithm>

#include "base/codes.h"
#include "policy/check.h"
#include "policy/check_parts.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

// The calendars that a choice may come to; all of them where a contract may settle on any.
std::vector<const HolidayCalendar*> calendars_of(const Policy& policy, const Choice& choice,
                                                 List<HolidayCalendar> calendars) {
  Names named;
  const auto add = [&](const ChoiceValue& value) {
    if (!value.is_assumed) {
      named.push_back(value.text);
    } else if (const Assumption* assumption = find_by_id(policy.assumptions, value.text)) {
      named.push_back(assumption->default_value);
      named.insert(named.end(), assumption->choices.begin(), assumption->choices.end());
    }
  };
  for (const auto& [name, value] : choice.cases) {
    add(value);
  }
  if (choice.value) {
    add(*choice.value);
  }
  std::vector<const HolidayCalendar*> found;
  for (const auto& calendar : calendars) {
    if (listed(named, calendar.id) || named.empty()) {
      found.push_back(&calendar);
    }
  }
  return found;
}

// Whether the rules that days of these hours may count from have one of this id.
bool has_rule(const Policy& policy, const HoursDefinition& hours, List<HolidayCalendar> calendars,
              std::string_view id) {
  return find_by_id(hours.extra_holidays, id) != nullptr ||
         std::any_of(hours.holidays.begin(), hours.holidays.end(), [&](const Choice& choice) {
           const auto found = calendars_of(policy, choice, calendars);
           return std::any_of(found.begin(), found.end(), [id](const HolidayCalendar* calendar) {
             return find_by_id(calendar->rules, id) != nullptr;
           });
         });
}

}  // namespace

void check_calendar(const HolidayCalendar& calendar, Diagnostics& problems) {
  add(problems, check_holiday_rules(calendar.rules, "/rules"));
}

void check_calendars(const Policy& policy, List<HolidayCalendar> calendars, Diagnostics& problems) {
  Names known = ids_of(calendars);
  known.emplace_back("none");
  const auto check_value = [&](const ChoiceValue& value, const Place& place) {
    if (!value.is_assumed && !value.text.empty() && !listed(known, value.text)) {
      report(problems, Code::PolicyCalendarUnknown, place, {{"id", value.text}, {"known", list_names(known)}});
    }
  };
  const auto check = [&](std::string_view id, const Place& place) {
    if (!id.empty() && !listed(known, id)) {
      report(problems, Code::PolicyCalendarUnknown, place, {{"id", id}, {"known", list_names(known)}});
    }
  };
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& hours = policy.hours[i];
    const Place place_of_hours = at("hours", i);
    for (std::size_t k = 0; k < hours.holidays.size(); ++k) {
      const Place place = holidays_place(hours, place_of_hours, k);
      const Place cases = place.to("cases");
      for (const auto& [name, id] : hours.holidays[k].cases) {
        check_value(id, cases.to(name));
      }
      if (hours.holidays[k].value) {
        check_value(*hours.holidays[k].value, place);
      }
    }
    const auto check_reference = [&](const HolidayRule& rule, const Place& place) {
      const auto id = reference_of(rule);
      if (!id.empty() && !has_rule(policy, hours, calendars, id)) {
        report(problems, Code::CalendarRuleUnknownReference, place.to("relative_to"),
               {{"rule", rule.id}, {"reference", id}});
      }
    };
    for (std::size_t k = 0; k < hours.extra_holidays.size(); ++k) {
      check_reference(hours.extra_holidays[k], place_of_hours.to("extra_holidays", k));
    }
    for (std::size_t k = 0; k < hours.openings.size(); ++k) {
      const Place opening = place_of_hours.to("openings", k);
      for (const auto& rule : hours.openings[k].rules) {
        check_reference(rule, opening.to("rule"));
      }
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
