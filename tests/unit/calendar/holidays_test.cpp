#include "calendar/holidays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace supportcalc {
namespace {

using date::Friday;
using date::Monday;
using date::Thursday;
using date::year;
using Day = decltype(HolidayRule::day);

HolidayRule rule(std::string_view id, const Day& day) {
  static Arena ids;
  HolidayRule r;
  r.id = ids.copy(id);
  r.day = day;
  return r;
}

HolidayRule next_free(HolidayRule r) {
  r.observed.next_free = {true, false, false, false, false, false, true};
  return r;
}

// Saturday to Friday, Sunday to Monday.
HolidayRule in_lieu(HolidayRule r) {
  r.observed.shift = {1, 0, 0, 0, 0, 0, -1};
  return r;
}

HolidayRule in_years(HolidayRule r, int first, int last) {
  r.first_year = first;
  r.last_year = last;
  return r;
}

local_days day(int y, int m, int d) { return local_days{year{y} / m / d}; }

// "2021-06-18 juneteenth observed" and so on.
std::vector<std::string> written(const std::vector<HolidayRule>& rules, int first_year, int last_year) {
  std::vector<std::string> lines;
  for (const Holiday& holiday : expand(rules, first_year, last_year)) {
    lines.push_back(format_date(date::year_month_day{holiday.date}) + " " + std::string(rules[holiday.rule].id) +
                    (holiday.observed ? " observed" : ""));
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::vector<HolidayRule> christmas() {
  return {next_free(rule("christmas", FixedDay{12, 25})), next_free(rule("boxing-day", FromRule{"christmas", 1}))};
}

// --- Easter -----------------------------------------------------------------------------------------------

TEST(Easter, FallsWhereTheTablesSay) {
  const local_days western[] = {day(1818, 3, 22), day(1943, 4, 25), day(1954, 4, 18), day(1981, 4, 19),
                                day(2008, 3, 23), day(2015, 4, 5),  day(2019, 4, 21), day(2024, 3, 31),
                                day(2025, 4, 20), day(2026, 4, 5),  day(2038, 4, 25), day(2049, 4, 18),
                                day(2076, 4, 19), day(2100, 3, 28), day(2200, 4, 6)};
  for (const local_days sunday : western) {
    EXPECT_EQ(easter(int{date::year_month_day{sunday}.year()}), sunday) << format_date(date::year_month_day{sunday});
  }
  const local_days eastern[] = {day(2015, 4, 12), day(2016, 5, 1),  day(2021, 5, 2), day(2024, 5, 5),
                                day(2025, 4, 20), day(2026, 4, 12), day(2027, 5, 2)};
  for (const local_days sunday : eastern) {
    EXPECT_EQ(orthodox_easter(int{date::year_month_day{sunday}.year()}), sunday)
        << format_date(date::year_month_day{sunday});
  }
}

TEST(Easter, IsASundayBetween22MarchAnd25April) {
  for (int y = 1583; y <= 4000; ++y) {
    const local_days sunday = easter(y);
    ASSERT_EQ(date::weekday{sunday}, date::Sunday) << y;
    ASSERT_GE(sunday, local_days{year{y} / 3 / 22}) << y;
    ASSERT_LE(sunday, local_days{year{y} / 4 / 25}) << y;
    ASSERT_EQ(date::weekday{orthodox_easter(y)}, date::Sunday) << y;
  }
}

// --- each form of rule ------------------------------------------------------------------------------------

TEST(Holidays, FixedDays) {
  EXPECT_EQ(written({rule("national-day", FixedDay{8, 1})}, 2026, 2027),
            (Lines{"2026-08-01 national-day", "2027-08-01 national-day"}));
  EXPECT_EQ(written({rule("leap-day", FixedDay{2, 29})}, 2023, 2029),
            (Lines{"2024-02-29 leap-day", "2028-02-29 leap-day"}));
}

TEST(Holidays, NthAndLastWeekdays) {
  EXPECT_EQ(written({rule("early-may", NthWeekday{5, Monday, 1}), rule("spring", NthWeekday{5, Monday, -1}),
                     rule("thanksgiving", NthWeekday{11, Thursday, 4})},
                    2026, 2026),
            (Lines{"2026-05-04 early-may", "2026-05-25 spring", "2026-11-26 thanksgiving"}));
  // May 2027 has a fifth Monday, May 2026 has not.
  EXPECT_EQ(written({rule("fifth", NthWeekday{5, Monday, 5})}, 2026, 2027), (Lines{"2027-05-31 fifth"}));
}

TEST(Holidays, WeekdaysOnOrAfterAndOnOrBeforeADay) {
  EXPECT_EQ(written({rule("after", WeekdayFrom{6, 20, date::Saturday, false}),
                     rule("before", WeekdayFrom{5, 24, Monday, true})},
                    2026, 2027),
            (Lines{"2026-05-18 before", "2026-06-20 after", "2027-05-24 before", "2027-06-26 after"}));
}

TEST(Holidays, DaysFromEaster) {
  EXPECT_EQ(written({rule("good-friday", FromEaster{-2, false}), rule("whit-monday", FromEaster{50, false}),
                     rule("orthodox-friday", FromEaster{-2, true})},
                    2026, 2026),
            (Lines{"2026-04-03 good-friday", "2026-04-10 orthodox-friday", "2026-05-25 whit-monday"}));
}

TEST(Holidays, DaysFromAnotherRule) {
  EXPECT_EQ(written({rule("eve-of-eve", FromRule{"eve", -1}), rule("eve", FromRule{"new-year", -1}),
                     rule("new-year", FixedDay{1, 1})},
                    2026, 2026),
            (Lines{"2026-01-01 new-year", "2026-12-30 eve-of-eve", "2026-12-31 eve"}));
  // Nothing to count from in a year the other rule leaves out.
  HolidayRule feast = rule("feast", FixedDay{6, 1});
  constexpr int kLeftOut[] = {2026};
  feast.except_years = kLeftOut;
  EXPECT_EQ(written({feast, rule("morrow", FromRule{"feast", 1})}, 2026, 2027),
            (Lines{"2027-06-01 feast", "2027-06-02 morrow"}));
}

TEST(Holidays, ListedDays) {
  const local_days dates[] = {day(2022, 6, 3), day(2012, 6, 5)};
  EXPECT_EQ(written({rule("jubilee", ListedDays{dates})}, 2015, 2030), (Lines{"2022-06-03 jubilee"}));
}

TEST(Holidays, RangesAcrossNewYear) {
  EXPECT_EQ(written({in_years(rule("closed", DayRange{12, 30, 1, 2}), 2025, 2025)}, 2020, 2030),
            (Lines{"2025-12-30 closed", "2025-12-31 closed", "2026-01-01 closed", "2026-01-02 closed"}));
  // The part before New Year is found when only the part after it is asked for, and the other way round.
  EXPECT_EQ(written({rule("closed", DayRange{12, 31, 1, 1})}, 2026, 2026),
            (Lines{"2026-01-01 closed", "2026-12-31 closed"}));
  EXPECT_EQ(written({rule("one", DayRange{3, 1, 3, 1})}, 2026, 2026), (Lines{"2026-03-01 one"}));
}

TEST(Holidays, RangesToTheEndOfFebruary) {
  const std::vector<HolidayRule> to = {rule("to", DayRange{2, 28, 2, 29})};
  EXPECT_EQ(written(to, 2023, 2024), (Lines{"2023-02-28 to", "2024-02-28 to", "2024-02-29 to"}));
  const std::vector<HolidayRule> from = {rule("from", DayRange{2, 29, 3, 1})};
  EXPECT_EQ(written(from, 2023, 2024), (Lines{"2023-03-01 from", "2024-02-29 from", "2024-03-01 from"}));
}

TEST(Holidays, YearsBoundAndExceptRules) {
  HolidayRule feast = in_years(rule("feast", FixedDay{6, 1}), 2021, 2024);
  constexpr int kLeftOut[] = {2022, 2023};
  feast.except_years = kLeftOut;
  EXPECT_EQ(written({feast}, 2015, 2030), (Lines{"2021-06-01 feast", "2024-06-01 feast"}));
}

// --- observed days ----------------------------------------------------------------------------------------

TEST(Observed, InLieuDaysReachIntoTheYearBefore) {
  const std::vector<HolidayRule> rules = {in_lieu(rule("new-year", FixedDay{1, 1}))};
  EXPECT_EQ(written(rules, 2021, 2021), (Lines{"2021-01-01 new-year", "2021-12-31 new-year observed"}));
  EXPECT_EQ(written(rules, 2022, 2022), (Lines{"2022-01-01 new-year"}));
  EXPECT_EQ(written(rules, 2023, 2023), (Lines{"2023-01-01 new-year", "2023-01-02 new-year observed"}));
  // The year that counts is that of the day itself.
  EXPECT_EQ(written({in_years(rules[0], 2022, 2022)}, 2015, 2030),
            (Lines{"2021-12-31 new-year observed", "2022-01-01 new-year"}));
}

TEST(Observed, JuneteenthBeganOnAFriday) {
  EXPECT_EQ(written({in_years(in_lieu(rule("juneteenth", FixedDay{6, 19})), 2021, 9999)}, 2019, 2022),
            (Lines{"2021-06-18 juneteenth observed", "2021-06-19 juneteenth", "2022-06-19 juneteenth",
                   "2022-06-20 juneteenth observed"}));
}

TEST(Observed, TheOriginalMayGiveItsDayUp) {
  HolidayRule moved = in_lieu(rule("new-year", FixedDay{1, 1}));
  moved.observed.original_stays = false;
  EXPECT_EQ(written({moved}, 2021, 2023),
            (Lines{"2021-01-01 new-year", "2021-12-31 new-year observed", "2023-01-02 new-year observed"}));
}

TEST(Observed, SubstitutesTakeTheNextFreeWeekdays) {
  // Friday and Saturday; Saturday and Sunday; Sunday and Monday; Monday and Tuesday.
  EXPECT_EQ(written(christmas(), 2020, 2020),
            (Lines{"2020-12-25 christmas", "2020-12-26 boxing-day", "2020-12-28 boxing-day observed"}));
  EXPECT_EQ(written(christmas(), 2021, 2021),
            (Lines{"2021-12-25 christmas", "2021-12-26 boxing-day", "2021-12-27 christmas observed",
                   "2021-12-28 boxing-day observed"}));
  EXPECT_EQ(written(christmas(), 2022, 2022),
            (Lines{"2022-12-25 christmas", "2022-12-26 boxing-day", "2022-12-27 christmas observed"}));
  EXPECT_EQ(written(christmas(), 2023, 2023), (Lines{"2023-12-25 christmas", "2023-12-26 boxing-day"}));
}

TEST(Observed, ARuleThatLeavesNoWeekdayFreeGetsNoSubstitute) {
  const std::vector<HolidayRule> rules = {rule("always", DayRange{1, 1, 12, 31}),
                                          next_free(rule("christmas", FixedDay{12, 25}))};
  const std::vector<Holiday> holidays = expand(rules, 2021, 2021);
  EXPECT_EQ(holidays.size(), 365U);
  EXPECT_TRUE(std::none_of(holidays.begin(), holidays.end(), [](const Holiday& h) { return h.observed; }));
}

TEST(Observed, AnOriginalDayHidesAnObservedOneAndAnEarlierRuleALaterOne) {
  // New Year's Day 2023 is a Sunday; 2 January is a holiday of its own and named twice.
  EXPECT_EQ(written({in_lieu(rule("new-year", FixedDay{1, 1})), rule("second", FixedDay{1, 2}),
                     rule("also-second", FixedDay{1, 2})},
                    2023, 2023),
            (Lines{"2023-01-01 new-year", "2023-01-02 second"}));
}

// --- a list as a whole ------------------------------------------------------------------------------------

TEST(Holidays, AreSortedAndUniqueAndDoNotDependOnTheYearsAsked) {
  const std::vector<HolidayRule> rules = {in_lieu(rule("new-year", FixedDay{1, 1})),
                                          rule("break", DayRange{12, 23, 1, 3}),
                                          rule("good-friday", FromEaster{-2, false}),
                                          next_free(rule("christmas", FixedDay{12, 25})),
                                          next_free(rule("boxing", FromRule{"christmas", 1})),
                                          rule("far", FromRule{"new-year", -366}),
                                          next_free(rule("far-too", FromRule{"christmas", 366}))};
  const std::vector<Holiday> all = expand(rules, 2014, 2101);
  EXPECT_TRUE(
      std::is_sorted(all.begin(), all.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; }));
  std::vector<Holiday> by_year;
  for (int y = 2014; y <= 2101; ++y) {
    const std::vector<Holiday> one = expand(rules, y, y);
    by_year.insert(by_year.end(), one.begin(), one.end());
  }
  EXPECT_EQ(by_year, all);
}

TEST(Holidays, OutsideTheYearsThereAreNone) {
  const std::vector<HolidayRule> rules = {rule("new-year", FixedDay{1, 1})};
  EXPECT_TRUE(expand(rules, 2027, 2026).empty());
  EXPECT_TRUE(expand(rules, -2147483647, 1899).empty());
  EXPECT_TRUE(expand(rules, 2201, 2147483647).empty());
  EXPECT_EQ(expand(rules, -2147483647, 2147483647).size(), 301U);
  EXPECT_TRUE(expand({}, 2015, 2100).empty());
}

// --- problems ---------------------------------------------------------------------------------------------

struct Problem {
  std::string_view code;
  std::string_view pointer;
  std::vector<Parameter> parameters;
};

void expect_problem(const std::vector<HolidayRule>& rules, const Problem& expected) {
  const Diagnostics problems = check_holiday_rules(rules, "/rules");
  ASSERT_EQ(problems.size(), 1U) << expected.code;
  EXPECT_EQ(code_id(problems[0].code), expected.code);
  EXPECT_EQ(problems[0].pointer, expected.pointer);
  EXPECT_EQ(problems[0].parameters, expected.parameters);
  // A rule with a problem has no days, or its usual ones; it never does harm.
  for (const Holiday& holiday : expand(rules, 2015, 2100)) {
    EXPECT_LT(holiday.rule, rules.size());
  }
}

TEST(HolidayRules, SoundOnesHaveNoProblems) {
  EXPECT_TRUE(check_holiday_rules(christmas(), "/rules").empty());
  EXPECT_TRUE(check_holiday_rules({}, "/rules").empty());
  EXPECT_TRUE(
      check_holiday_rules(std::vector{rule("leap", FixedDay{2, 29}), rule("last", NthWeekday{5, Monday, -1})}, "")
          .empty());
}

TEST(HolidayRules, DaysThatDoNotExist) {
  const std::pair<int, int> days[] = {{2, 31}, {2, 30}, {4, 31}, {13, 1}, {0, 1}, {1, 0}, {1, 32}, {-1, -1}};
  for (const auto& [m, d] : days) {
    const std::vector<Parameter> parameters = {{"month", std::to_string(m)}, {"day", std::to_string(d)}};
    expect_problem({rule("x", FixedDay{m, d})}, {"calendar.rule.no_such_day", "/rules/0/day", parameters});
    expect_problem({rule("x", WeekdayFrom{m, d, Friday, false})},
                   {"calendar.rule.no_such_day", "/rules/0/on_or_after", parameters});
    expect_problem({rule("x", WeekdayFrom{m, d, Friday, true})},
                   {"calendar.rule.no_such_day", "/rules/0/on_or_before", parameters});
    expect_problem({rule("x", DayRange{m, d, 12, 31})},
                   {"calendar.rule.no_such_day", "/rules/0/range/from", parameters});
    expect_problem({rule("x", DayRange{1, 1, m, d})}, {"calendar.rule.no_such_day", "/rules/0/range/to", parameters});
    EXPECT_TRUE(expand(std::vector{rule("x", FixedDay{m, d})}, 2015, 2100).empty());
  }
  expect_problem({rule("x", NthWeekday{13, Monday, 1})},
                 {"calendar.rule.no_such_day", "/rules/0/month", {{"month", "13"}, {"day", "1"}}});
}

TEST(HolidayRules, NthOutOfRange) {
  for (const int nth : {0, 6, -2, 1000}) {
    expect_problem({rule("x", NthWeekday{5, Monday, nth})},
                   {"calendar.rule.nth_out_of_range", "/rules/0/nth", {{"nth", std::to_string(nth)}}});
  }
}

TEST(HolidayRules, ReferencesToNoRule) {
  expect_problem({rule("ok", FixedDay{1, 1}), rule("x", FromRule{"nobody", 1}), rule("y", FromRule{"x", 1})},
                 {"calendar.rule.unknown_reference", "/rules/1/relative_to", {{"rule", "x"}, {"reference", "nobody"}}});
}

TEST(HolidayRules, ReferencesInACircle) {
  expect_problem({rule("x", FromRule{"x", 1})}, {"calendar.rule.circular", "/rules/0/relative_to", {{"rule", "x"}}});
  const std::vector<HolidayRule> circle = {rule("a", FromRule{"b", 1}), rule("b", FromRule{"c", -1}),
                                           rule("c", FromRule{"a", 0}), rule("into-it", FromRule{"a", 0})};
  const Diagnostics problems = check_holiday_rules(circle, "");
  ASSERT_EQ(problems.size(), 4U);
  for (const Diagnostic& problem : problems) {
    EXPECT_EQ(code_id(problem.code), "calendar.rule.circular");
  }
  EXPECT_TRUE(expand(circle, 2015, 2100).empty());
}

TEST(HolidayRules, DaysTooFarAway) {
  expect_problem({rule("x", FromEaster{367, false})},
                 {"calendar.rule.too_far", "/rules/0/easter", {{"days", "367"}, {"limit", "366"}}});
  expect_problem({rule("x", FixedDay{1, 1}), rule("y", FromRule{"x", -2147483647 - 1})},
                 {"calendar.rule.too_far", "/rules/1/days", {{"days", "-2147483648"}, {"limit", "366"}}});
  // Each step is near, the whole chain is not.
  expect_problem({rule("x", FixedDay{1, 1}), rule("y", FromRule{"x", 300}), rule("z", FromRule{"y", 100})},
                 {"calendar.rule.too_far", "/rules/2/relative_to", {{"days", "400"}, {"limit", "366"}}});
  HolidayRule shifted = in_lieu(rule("x", FixedDay{1, 1}));
  shifted.observed.shift[3] = 7;
  expect_problem({shifted}, {"calendar.rule.too_far", "/rules/0/observed", {{"days", "7"}, {"limit", "6"}}});
}

TEST(HolidayRules, YearsOutOfOrder) {
  expect_problem({in_years(rule("x", FixedDay{1, 1}), 2027, 2026)},
                 {"calendar.rule.years_out_of_order", "/rules/0/years", {{"from", "2027"}, {"until", "2026"}}});
}

TEST(HolidayRules, EmptyLists) {
  expect_problem({rule("x", ListedDays{})}, {"calendar.rule.no_dates", "/rules/0/dates", {{"rule", "x"}}});
}

TEST(HolidayRules, TheSameIdTwice) {
  expect_problem({rule("x", FixedDay{1, 1}), rule("x", FixedDay{1, 2})},
                 {"id.duplicate", "/rules/1/id", {{"id", "x"}}});
}

TEST(HolidayRules, TooMany) {
  std::vector<HolidayRule> rules;
  for (std::size_t i = 0; i <= kMaxHolidayRules; ++i) {
    rules.push_back(rule(std::to_string(i), FixedDay{1, 1}));
  }
  expect_problem(rules, {"calendar.rules.too_many", "/rules", {{"count", "501"}, {"limit", "500"}}});
  EXPECT_TRUE(expand(rules, 2015, 2100).empty());
}

TEST(HolidayRules, EveryProblemIsReported) {
  const Diagnostics problems = check_holiday_rules(
      std::vector{in_years(rule("x", FixedDay{2, 31}), 2, 1), rule("x", NthWeekday{13, Monday, 9})}, "");
  EXPECT_EQ(problems.size(), 5U);
}

}  // namespace
}  // namespace supportcalc
