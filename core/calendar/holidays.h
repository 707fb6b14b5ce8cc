// Holidays: rules such as "the last Monday of May" and the dates they fall on.
//
// Pure dates, no zones and no hours: what a holiday closes is the clock's affair (business_clock.h). A
// calendar is a list of rules; policies/calendars/ holds those shipped.
#ifndef SUPPORTCALC_CALENDAR_HOLIDAYS_H_
#define SUPPORTCALC_CALENDAR_HOLIDAYS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "civil/civil.h"

namespace supportcalc {

// "1 August". 29 February falls in leap years only.
struct FixedDay {
  int month = 0;
  int day = 0;
};

// "The first Monday of May"; nth -1 is the last. A fifth one falls only in the years that have it.
struct NthWeekday {
  int month = 0;
  date::weekday weekday;
  int nth = 0;  // 1..5, or -1
};

// "The Monday on or after 20 May", or on or before.
struct WeekdayFrom {
  int month = 0;
  int day = 0;
  date::weekday weekday;
  bool before = false;
};

// "Two days before Easter Sunday": days -2. Easter by the Gregorian reckoning, or the Orthodox one by the
// Julian, given as a Gregorian date.
struct FromEaster {
  int days = 0;
  bool orthodox = false;
};

// "The day after Christmas": so many days from each day another rule names, before that one's observed days.
struct FromRule {
  std::string_view rule;
  int days = 0;
};

struct ListedDays {
  List<local_days> dates;
};

// "24 December to 2 January", both included. A range that ends before it begins runs across New Year and
// belongs to the year it begins in. 29 February in another year means the day beside it inside the range.
struct DayRange {
  int from_month = 0;
  int from_day = 0;
  int to_month = 0;
  int to_day = 0;
};

// When a holiday is observed if it falls on an unfortunate weekday. By weekday, Sunday first.
//
// Example: Sundays moved to the next free weekday, as in Japan, is next_free {true, false, ...}: with holidays on
// Sunday 3 and Monday 4 May 2026, 3 May is observed on 5 May or, where that is one, too, on 6 May.
struct Observance {
  std::array<int, 7> shift{};       // moved by so many days; 0 leaves it where it is
  std::array<bool, 7> next_free{};  // to the next Monday to Friday that is no holiday itself
  bool original_stays = true;       // whether the day itself is a holiday also when another is observed for it
};

struct HolidayRule {
  std::string_view id;
  std::variant<FixedDay, NthWeekday, WeekdayFrom, FromEaster, FromRule, ListedDays, DayRange> day;
  Observance observed;
  // The years it holds, both included. An observed day counts for the year of the day it stands for.
  int first_year = 1;
  int last_year = 9999;
  List<int> except_years;
};

struct Holiday {
  local_days date;
  std::size_t rule = 0;   // position in the list of rules
  bool observed = false;  // the day stands for another

  bool operator==(const Holiday&) const = default;
};

// The years holidays are expanded for; more than any supported instant needs.
inline constexpr int kFirstHolidayYear = 1900;
inline constexpr int kLastHolidayYear = 2200;

inline constexpr std::size_t kMaxHolidayRules = 500;
// How far a rule may lie from Easter or, along the whole chain of references, from another rule.
inline constexpr int kMaxHolidayDays = 366;

// Every problem of `rules`, at `pointer` and the rule's key in a calendar document, as in "/rules/3/nth".
//
//  - calendar.rules.too_many (count, limit)
//  - id.duplicate (id)
//  - calendar.rule.no_such_day (month, day): month 13, 31 February
//  - calendar.rule.nth_out_of_range (nth)
//  - calendar.rule.unknown_reference (rule, reference)
//  - calendar.rule.circular (rule)
//  - calendar.rule.too_far (days, limit), also for an observance that shifts by more than six days
//  - calendar.rule.years_out_of_order (from, until)
//  - calendar.rule.no_dates (rule): an empty list
//
// With `others_may_be_meant`, a reference that is none of `rules` is no problem: it may be a rule of the calendar that
// these are added to.
Diagnostics check_holiday_rules(List<HolidayRule> rules, std::string_view pointer, bool others_may_be_meant = false);

// The problems of one rule by itself, at `pointer` and the rule's key; what it refers to is left aside.
Diagnostics check_holiday_rule(const HolidayRule& rule, std::string_view pointer);

// The id of the rule that this one counts from; "" when it counts from none.
std::string_view reference_of(const HolidayRule& rule);

// The holidays of the years first_year to last_year, both included, sorted, each date once. With `count`, only those of
// the first so many rules, which may refer to the others and come before one of the same id.
//
//  - A date that is a holiday by several rules is the first one's, one that is an original day before one
//    that is merely observed.
//  - Observed days are found across the edges: 31 December 2021, observed for New Year 2022, is in 2021.
//  - Substitutes (`next_free`) are given out in the order of the days they stand for.
//  - Years outside [kFirstHolidayYear, kLastHolidayYear] have none; neither has a rule with a problem.
//
// Example, gb-eng: Christmas 2021 is a Saturday, so 2021 ends with 25, 26, 27 and 28 December.
std::vector<Holiday> expand(List<HolidayRule> rules, int first_year, int last_year);
std::vector<Holiday> expand(List<HolidayRule> rules, std::size_t count, int first_year, int last_year);

// Easter Sunday. Gregorian dates both; the years from 1583 on.
local_days easter(int year);
local_days orthodox_easter(int year);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CALENDAR_HOLIDAYS_H_
