// Whole days out of iCalendar files, and what differs from a calendar's.
#include "report/ics.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/concat.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

std::string calendar_of(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

// "2026-01-01 New Year"
std::vector<std::string> days_of(const std::string& text) {
  std::vector<std::string> result;
  for (const auto& day : read_ics_days(text).days) {
    result.push_back(concat({format_date(date::year_month_day{day.date}), " ", day.summary}));
  }
  return result;
}

TEST(Ics, ReadsDatesInWhateverFormTheyCome) {
  const std::vector<std::string> expected = {"2026-01-01 New Year"};
  EXPECT_EQ(days_of(calendar_of(event("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\r\n"))), expected);
  EXPECT_EQ(days_of(calendar_of(event("SUMMARY;LANGUAGE=en:New Year\r\nDTSTART:20260101\r\n"))), expected);
  EXPECT_EQ(
      days_of("begin:vcalendar\nbegin:vevent\ndtstart;X=\"a:b\";value=date:20260101\nsummary:New Year\nend:vevent\n"),
      expected);
  EXPECT_EQ(days_of("\xEF\xBB\xBF" + calendar_of(event("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New\r\n  Year\r\n"))),
            expected);
  EXPECT_EQ(days_of(calendar_of(event("DTSTART;VALUE=DA\r\n\tTE:202601\r\n 01\r\nSUMMARY:New Year\r\n"))), expected);
}

TEST(Ics, AnEventOfSeveralDaysIsEachOfThemAndEndsBeforeItsEnd) {
  const std::vector<std::string> expected = {"2026-12-24 Closed\\", "2026-12-25 Closed\\"};
  EXPECT_EQ(
      days_of(calendar_of(event("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261226\r\nSUMMARY:Closed\\\\\r\n"))),
      expected);
  EXPECT_EQ(
      days_of(calendar_of(event("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261224\r\nSUMMARY:a\\, b\r\n"))),
      std::vector<std::string>{"2026-12-24 a, b"});
}

TEST(Ics, WhatIsNoWholeDayOfItsOwnIsLeftOutAndCounted) {
  const auto found = read_ics_days(calendar_of(event("DTSTART:20260101T090000Z\r\n") +
                                               event("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY\r\n") +
                                               event("DTSTART;VALUE=DATE:20260230\r\n") + event("SUMMARY:When?\r\n") +
                                               event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20290101\r\n") +
                                               event("DTSTART;VALUE=DATE:20260102\r\nSTATUS:CANCELLED\r\n")));
  EXPECT_TRUE(found.is_calendar);
  EXPECT_TRUE(found.days.empty());
  EXPECT_EQ(found.left_out, 5U);
}

TEST(Ics, AnythingElseIsNoCalendarAndDoesNoHarm) {
  for (const std::string& text : {std::string(), std::string("\n\n"), std::string("{\"id\": 1}"),
                                  std::string("BEGIN:VEVENT\n"), std::string(1000, ':'), std::string(1000, '\0')}) {
    EXPECT_FALSE(read_ics_days(text).is_calendar) << text;
  }
  EXPECT_TRUE(read_ics_days("BEGIN:VCALENDAR").is_calendar);
  EXPECT_TRUE(read_ics_days("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n").days.empty());
}

TEST(Ics, ComparesTheYearsOfTheFile) {
  const auto policies = test::shipped_policies();
  const auto* calendar = policies.calendar("gb-eng");
  ASSERT_NE(calendar, nullptr);
  const auto days = read_ics_days(calendar_of(event("DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\r\n") +
                                              event("DTSTART;VALUE=DATE:20260102\r\nSUMMARY:Not one\r\n") +
                                              event("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:New Year\r\n")))
                        .days;
  const auto both = compare_calendar(*calendar, days, std::nullopt);
  EXPECT_EQ(both.years, (std::vector<int>{2026, 2027}));
  EXPECT_EQ(both.only_calendar.size(), 17U);  // eight in 2026, with the substitute of Boxing Day; nine in 2027
  ASSERT_EQ(both.only_file.size(), 1U);
  EXPECT_EQ(both.only_file.front()->summary, "Not one");
  const auto in_lieu = read_ics_days(calendar_of(event("DTSTART;VALUE=DATE:20261228\r\n"))).days;
  for (const auto* holiday : compare_calendar(*calendar, in_lieu, std::nullopt).only_calendar) {
    EXPECT_NE(holiday->date, local_days{date::year{2026} / 12 / 26});
  }
  const auto one = compare_calendar(*calendar, days, 2027);
  EXPECT_EQ(one.years, std::vector<int>{2027});
  EXPECT_TRUE(one.only_file.empty());
  EXPECT_TRUE(compare_calendar(*calendar, days, 2030).years.empty());
}

}  // namespace
}  // namespace supportcalc
