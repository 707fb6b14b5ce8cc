// The holiday calendars in policies/calendars, against the dates of single years written out.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/holidays.h"
#include "policy/load.h"
#include "support/loaded.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

Owned<HolidayCalendar> calendar(const std::string& id) {
  auto loaded = test::sound(load_calendar(test::read_policy("calendars/" + id + ".json"), all_checks()));
  EXPECT_EQ(loaded.value.id, id);
  return loaded;
}

// "01-01 05-08": the holidays of a year that fall on Monday to Friday.
std::string weekdays(const Owned<HolidayCalendar>& calendar, int year) {
  std::string days;
  for (const Holiday& holiday : expand(calendar.value.rules, year, year)) {
    const date::weekday weekday{holiday.date};
    if (weekday != date::Saturday && weekday != date::Sunday) {
      days += (days.empty() ? "" : " ") + format_date(date::year_month_day{holiday.date}).substr(5);
    }
  }
  return days;
}

bool is_holiday(const Owned<HolidayCalendar>& calendar, std::string_view text) {
  const local_days day{*parse_date(text, "")};
  return std::any_of(calendar.value.holidays.begin(), calendar.value.holidays.end(),
                     [&](const Holiday& holiday) { return holiday.date == day; });
}

TEST(ShippedCalendars, StGallen) {
  const auto sg = calendar("ch-sg");
  EXPECT_EQ(weekdays(sg, 2024), "01-01 03-29 04-01 05-09 05-20 08-01 11-01 12-25 12-26");
  EXPECT_EQ(weekdays(sg, 2026), "01-01 04-03 04-06 05-14 05-25 12-25");  // three fall on weekends
  EXPECT_TRUE(is_holiday(sg, "2026-12-26"));
  EXPECT_FALSE(is_holiday(sg, "2026-12-28"));  // nothing is made up for
  EXPECT_FALSE(is_holiday(sg, "2026-01-02"));  // Berchtold's day is not one here
}

TEST(ShippedCalendars, EnglandAndWales) {
  const auto eng = calendar("gb-eng");
  EXPECT_EQ(weekdays(eng, 2015), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
  EXPECT_EQ(weekdays(eng, 2016), "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27");
  EXPECT_EQ(weekdays(eng, 2017), "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2018), "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2019), "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2020), "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
  EXPECT_EQ(weekdays(eng, 2021), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
  EXPECT_EQ(weekdays(eng, 2022), "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27");
  EXPECT_EQ(weekdays(eng, 2023), "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2024), "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2025), "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
  EXPECT_EQ(weekdays(eng, 2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
  EXPECT_EQ(weekdays(eng, 2027), "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
}

TEST(ShippedCalendars, UnitedStates) {
  const auto us = calendar("us-federal");
  EXPECT_EQ(weekdays(us, 2015), "01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25");
  EXPECT_EQ(weekdays(us, 2016), "01-01 01-18 02-15 05-30 07-04 09-05 10-10 11-11 11-24 12-26");
  EXPECT_EQ(weekdays(us, 2017), "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25");
  EXPECT_EQ(weekdays(us, 2020), "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25");
  // Juneteenth became law on a Thursday and was observed on the Friday; New Year 2022 fell on a Saturday.
  EXPECT_EQ(weekdays(us, 2021), "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31");
  EXPECT_EQ(weekdays(us, 2022), "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26");
  EXPECT_EQ(weekdays(us, 2023), "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25");
  EXPECT_EQ(weekdays(us, 2026), "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25");
  EXPECT_EQ(weekdays(us, 2027), "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31");
}

TEST(ShippedCalendars, NameEveryRuleInBothLanguagesAndSayWhereItIsFrom) {
  for (const std::string id : {"ch-sg", "gb-eng", "us-federal"}) {
    const auto shipped = calendar(id);
    EXPECT_FALSE(shipped.value.sources.empty()) << id;
    EXPECT_EQ(shipped.value.rule_names.size(), shipped.value.rules.size()) << id;
    for (const Text& name : shipped.value.rule_names) {
      EXPECT_NE(name.in("en"), "") << id;
      EXPECT_EQ(name.by_language.size(), 2U) << id;
    }
  }
}

}  // namespace
}  // namespace supportcalc
