#include "civil/civil.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace supportcalc {
namespace {

using date::year;
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

struct InstantCase {
  std::string_view text;
  std::string_view utc;
};

TEST(Instant, ReadsEveryRfc3339Form) {
  const InstantCase cases[] = {
      {"2026-04-02T14:30:00Z", "2026-04-02T14:30:00Z"},
      {"2026-04-02t14:30:00z", "2026-04-02T14:30:00Z"},
      {"2026-04-02 14:30:00Z", "2026-04-02T14:30:00Z"},
      {"2026-04-02T16:30:00+02:00", "2026-04-02T14:30:00Z"},
      {"2026-04-03T04:30:00+14:00", "2026-04-02T14:30:00Z"},
      {"2026-04-02T02:30:00-12:00", "2026-04-02T14:30:00Z"},
      {"2026-04-02T14:30:00-00:00", "2026-04-02T14:30:00Z"},
      {"2026-04-02T20:15:00+05:45", "2026-04-02T14:30:00Z"},
      {"2026-04-02T23:59:59.999999999Z", "2026-04-02T23:59:59Z"},
      {"2026-04-02T14:30:00.5+02:00", "2026-04-02T12:30:00Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
      {"2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"},
      {"2026-03-31T23:59:00-23:59", "2026-04-01T23:58:00Z"},
      // The borders belong to the instant, not to the year that is written.
      {"2015-01-01T00:00:00Z", "2015-01-01T00:00:00Z"},
      {"2014-12-31T23:00:00-01:00", "2015-01-01T00:00:00Z"},
      {"2099-12-31T23:59:59Z", "2099-12-31T23:59:59Z"},
      {"2100-01-01T00:59:59+01:00", "2099-12-31T23:59:59Z"},
  };
  for (const InstantCase& c : cases) {
    const Result<sys_seconds> t = parse_instant(c.text, "/submitted_at");
    ASSERT_TRUE(t.ok()) << c.text;
    EXPECT_EQ(format_instant(*t), c.utc) << c.text;
  }
}

TEST(Instant, RefusesWhatIsNotRfc3339) {
  const std::string_view cases[] = {
      "",
      " ",
      "now",
      "2026-04-02",
      "2026-04-02T14:30Z",
      "2026-04-02T14:30:00",       // no offset
      "2026-04-02T14:30:00+02",    // no offset minutes
      "2026-04-02T14:30:00+0200",  // basic form
      "2026-04-02T14:30:00+24:00",
      "2026-04-02T14:30:00+02:60",
      "2026-04-02T14:30:00\u221202:00",  // a minus sign that is not a hyphen
      "2026-04-02T14:30:60Z",            // leap seconds are refused
      "2026-04-02T14:60:00Z",
      "2026-04-02T24:00:00Z",
      "2026-02-31T00:00:00Z",
      "2025-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z",
      "2026-01-00T00:00:00Z",
      "2026-01-32T00:00:00Z",
      "26-04-02T14:30:00Z",
      "+2026-04-02T14:30:00Z",
      "-026-04-02T14:30:00Z",
      "2026-4-2T14:30:00Z",
      "2026-04-02T14:30:00.Z",
      "2026-04-02T14:30:00,5Z",
      "2026-04-02T14:30:00ZZ",
      "2026-04-02T14:30:00Z ",
      " 2026-04-02T14:30:00Z",
      "2026-04-02T14:30:00Z\n",
      "2026-04-02_14:30:00Z",
      "2026-04-02T-4:30:00Z",
      "2026-04-02T14:30:+5Z",
      "2026/04/02T14:30:00Z",
      "\u0662\u0660\u0662\u0666-04-02T14:30:00Z",  // digits, but not ASCII ones
      std::string_view("2026-04-02T14:30:00Z\0", 21),
      std::string_view("2026-04-02T14:30:00\0Z", 21),
      "\xff\xfe",
  };
  for (const std::string_view text : cases) {
    const Result<sys_seconds> t = parse_instant(text, "/submitted_at");
    ASSERT_FALSE(t.ok()) << text;
    ASSERT_EQ(t.diagnostics().size(), 1U);
    EXPECT_EQ(code_id(t.diagnostics()[0].code), "instant.malformed") << text;
    EXPECT_EQ(t.diagnostics()[0].pointer, "/submitted_at");
    EXPECT_EQ(t.diagnostics()[0].parameters, (std::vector<Parameter>{{"text", std::string(text)}}));
  }
}

TEST(Instant, RefusesInstantsOutsideTheSupportedYears) {
  const std::string_view cases[] = {
      "2014-12-31T23:59:59Z",      "2015-01-01T00:59:59+01:00", "2100-01-01T00:00:00Z", "2099-12-31T23:00:00-01:00",
      "9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00+23:59", "1970-01-01T00:00:00Z",
  };
  for (const std::string_view text : cases) {
    const Result<sys_seconds> t = parse_instant(text, "/now");
    ASSERT_FALSE(t.ok()) << text;
    EXPECT_EQ(code_id(t.diagnostics()[0].code), "instant.out_of_range") << text;
    EXPECT_EQ(t.diagnostics()[0].parameters,
              (std::vector<Parameter>{
                  {"text", std::string(text)}, {"from", "2015-01-01T00:00:00Z"}, {"until", "2100-01-01T00:00:00Z"}}));
  }
}

TEST(Instant, DoesNotEchoAHugeTextBack) {
  const std::string digits(10'000'000, '9');
  EXPECT_EQ(parse_instant(digits, "").diagnostics()[0].parameters[0].value, std::string(64, '9'));
  const std::string fraction = "2026-04-02T14:30:00." + std::string(100, '1') + "Z";
  EXPECT_FALSE(parse_instant(fraction, "").ok());
  // 21 three-byte characters are 63 bytes; the next one does not fit and is not cut in two.
  std::string euros;
  for (int i = 0; i < 40; ++i) {
    euros += "\u20ac";
  }
  EXPECT_EQ(parse_instant(euros, "").diagnostics()[0].parameters[0].value, euros.substr(0, 63));
}

TEST(Date, ReadsAndRefuses) {
  EXPECT_EQ(*parse_date("2026-04-02", ""), year{2026} / 4 / 2);
  EXPECT_EQ(*parse_date("2024-02-29", ""), year{2024} / 2 / 29);
  EXPECT_EQ(*parse_date("9999-12-31", ""), year{9999} / 12 / 31);
  for (const std::string_view text :
       {"", "2026-02-31", "2100-02-29", "2026-4-2", "2026-04-02Z", "20260402", "2026-04-00", "2026-00-02",
        "12026-04-02", "-026-04-02", "2026-04-02 ", "2026-04-0x"}) {
    const Result<date::year_month_day> day = parse_date(text, "/from");
    ASSERT_FALSE(day.ok()) << text;
    EXPECT_EQ(code_id(day.diagnostics()[0].code), "date.malformed");
    EXPECT_EQ(day.diagnostics()[0].pointer, "/from");
  }
}

TEST(TimeOfDay, ReadsMidnightToMidnight) {
  EXPECT_EQ(*parse_time_of_day("00:00", ""), 0s);
  EXPECT_EQ(*parse_time_of_day("09:30", ""), 9h + 30min);
  EXPECT_EQ(*parse_time_of_day("23:59", ""), 23h + 59min);
  EXPECT_EQ(*parse_time_of_day("24:00", ""), 24h);
}

TEST(TimeOfDay, RefusesOtherTexts) {
  for (const std::string_view text : {"", "9:30", "24:01", "25:00", "12:60", "12", "12:", "12:3", "12:300", "12:30:00",
                                      "-1:30", "12.30", "12:30 ", " 12:30", "9 am", "+9:30"}) {
    const Result<seconds> time = parse_time_of_day(text, "/open");
    ASSERT_FALSE(time.ok()) << text;
    EXPECT_EQ(code_id(time.diagnostics()[0].code), "time_of_day.malformed");
    EXPECT_EQ(time.diagnostics()[0].pointer, "/open");
  }
}

TEST(Weekday, KnowsSevenLowerCaseWords) {
  EXPECT_EQ(parse_weekday("mon"), date::Monday);
  EXPECT_EQ(parse_weekday("sat"), date::Saturday);
  EXPECT_EQ(parse_weekday("sun"), date::Sunday);
  for (const std::string_view text : {"", "Mon", "monday", "mo", "mon "}) {
    EXPECT_EQ(parse_weekday(text), std::nullopt) << text;
  }
}

TEST(Format, WritesInstantsAndWallTimes) {
  const sys_seconds t = sys_days{year{2026} / 4 / 7} + 6h + 30min;
  EXPECT_EQ(format_instant(t), "2026-04-07T06:30:00Z");
  EXPECT_EQ(format_instant(t + 1s), "2026-04-07T06:30:01Z");
  EXPECT_EQ(format_local(t, 2h), "2026-04-07T08:30:00+02:00");
  EXPECT_EQ(format_local(t, 0s), "2026-04-07T06:30:00+00:00");
  EXPECT_EQ(format_local(t, -(9h + 30min)), "2026-04-06T21:00:00-09:30");
  EXPECT_EQ(format_local(t, -30min), "2026-04-07T06:00:00-00:30");
  EXPECT_EQ(format_local(t, 14h), "2026-04-07T20:30:00+14:00");
  EXPECT_EQ(format_date(year{2026} / 4 / 2), "2026-04-02");
  EXPECT_EQ(format_instant(sys_days{year{1969} / 12 / 31} + 23h), "1969-12-31T23:00:00Z");
}

}  // namespace
}  // namespace supportcalc
