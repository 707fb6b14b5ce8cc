#include "table/stamp.h"

#include <gtest/gtest.h>

#include <string>

namespace supportcalc {
namespace {

// "2025-11-28T17:03:00", with "Z", "+02:00" or "date" behind it; "none" where it cannot be read.
std::string read(std::string_view text, DateOrder order = DateOrder::Unknown) {
  const auto stamp = read_stamp(text, order, nullptr);
  if (!stamp) {
    return "none";
  }
  const sys_seconds as_utc{stamp->wall.time_since_epoch()};
  std::string result = format_instant(as_utc);
  result.pop_back();
  if (!stamp->has_time) {
    return result.substr(0, 10) + " date";
  }
  if (!stamp->offset) {
    return result;
  }
  return stamp->offset == seconds{0} ? result + "Z" : format_local(as_utc - *stamp->offset, *stamp->offset);
}

TEST(Stamp, ReadsRfc3339AndItsRelatives) {
  EXPECT_EQ(read("2026-04-02T14:30:00Z"), "2026-04-02T14:30:00Z");
  EXPECT_EQ(read("2026-04-02 14:30:00+02:00"), "2026-04-02T14:30:00+02:00");
  EXPECT_EQ(read("2024-03-11T06:23:00.000+0000"), "2024-03-11T06:23:00Z");
  EXPECT_EQ(read("2024-11-30 18:11:00.18"), "2024-11-30T18:11:00");
  EXPECT_EQ(read("2026-04-02T14:30"), "2026-04-02T14:30:00");
  EXPECT_EQ(read("2026-04-02 14:30:00 UTC"), "2026-04-02T14:30:00Z");
  EXPECT_EQ(read("2026-04-02 14:30:00 +0530"), "2026-04-02T14:30:00+05:30");
  EXPECT_EQ(read("2026-04-02 14:30:00 -03"), "2026-04-02T14:30:00-03:00");
  EXPECT_EQ(read("2026/4/2 9:05"), "2026-04-02T09:05:00");
  EXPECT_EQ(read("2026-04-02 14:30 CEST"), "2026-04-02T14:30:00");
}

TEST(Stamp, ReadsNumbersByTheOrder) {
  EXPECT_EQ(read("29/2/2016 01:16"), "2016-02-29T01:16:00");
  EXPECT_EQ(read("3/17/2025 6:04"), "2025-03-17T06:04:00");
  EXPECT_EQ(read("05.09.2025 14:10"), "none");
  EXPECT_EQ(read("05.09.2025 14:10", DateOrder::DayFirst), "2025-09-05T14:10:00");
  EXPECT_EQ(read("05/09/2025 14:10", DateOrder::MonthFirst), "2025-05-09T14:10:00");
  EXPECT_EQ(read("05/05/2025 14:10"), "2025-05-05T14:10:00");
  EXPECT_EQ(read("29/2/2016 01:16", DateOrder::MonthFirst), "none");
  EXPECT_EQ(read("25-04-03", DateOrder::YearFirst), "2025-04-03 date");
  EXPECT_EQ(read("3/4/25 1:02 PM", DateOrder::DayFirst), "2025-04-03T13:02:00");
  EXPECT_EQ(read("31/4/2025", DateOrder::DayFirst), "none");
}

TEST(Stamp, ReadsNamesOfMonths) {
  EXPECT_EQ(read("28/Nov/25 5:03 PM"), "2025-11-28T17:03:00");
  EXPECT_EQ(read("28-NOV-2025 17:03:09"), "2025-11-28T17:03:09");
  EXPECT_EQ(read("Nov 28, 2025, 12:03 am"), "2025-11-28T00:03:00");
  EXPECT_EQ(read("November 28th, 2025 at 5:03 p.m."), "2025-11-28T17:03:00");
  EXPECT_EQ(read("5. März 2025 14:10 Uhr"), "2025-03-05T14:10:00");
  EXPECT_EQ(read("28 de noviembre de 2025"), "2025-11-28 date");
  EXPECT_EQ(read("Fri, 28 Nov 2025 17:03:00 GMT"), "2025-11-28T17:03:00Z");
  EXPECT_EQ(read("Fri Nov 28 2025 17:03:00 GMT+0100 (Central European Standard Time)"), "2025-11-28T17:03:00+01:00");
  EXPECT_EQ(read("Fri Nov 28 17:03:00 2025"), "2025-11-28T17:03:00");
  EXPECT_EQ(read("Nov 28, 2025 @ 17:03:00.000"), "2025-11-28T17:03:00");
  EXPECT_EQ(read("28-NOV-25 05.03.00.000000 PM"), "2025-11-28T17:03:00");
}

TEST(Stamp, ReadsDatesAloneAndNumbers) {
  EXPECT_EQ(read("2025-06-17"), "2025-06-17 date");
  EXPECT_EQ(read("20250617"), "2025-06-17 date");
  EXPECT_EQ(read("20250617143000"), "2025-06-17T14:30:00");
  EXPECT_EQ(read("2025年6月17日 14:30"), "2025-06-17T14:30:00");
  EXPECT_EQ(read("1750170600"), "2025-06-17T14:30:00Z");
  EXPECT_EQ(read("1750170600123"), "2025-06-17T14:30:00Z");
  EXPECT_EQ(read("1750170600.5"), "2025-06-17T14:30:00Z");
  EXPECT_EQ(read("45825.6041666667"), "2025-06-17T14:30:00");
  EXPECT_EQ(read("45825,6041666667"), "2025-06-17T14:30:00");
  EXPECT_EQ(read("45825"), "2025-06-17 date");
}

TEST(Stamp, RefusesWhatIsNoTime) {
  for (const char* text : {"",
                           "-",
                           "NA",
                           "soon",
                           "12",
                           "4 879",
                           "14:30",
                           "2026-02-30",
                           "2026-13-01",
                           "2026-04-02 24:30",
                           "2026-04-02 14:60",
                           "2026-04-02 14:30:60",
                           "2026-04-02 14:30 and more",
                           "2026-04",
                           "1/2",
                           "2026-04-02T14:30:00+2:00",
                           "99/99/2025",
                           "Monday",
                           "March",
                           "2026-04-02T",
                           "13 PM 2025-01-01"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

DateEvidence evidence(std::initializer_list<std::string_view> cells) {
  DateEvidence all;
  for (const auto cell : cells) {
    read_stamp(cell, DateOrder::Unknown, &all);
  }
  return all;
}

TEST(Stamp, TellsTheOrderOfAColumn) {
  EXPECT_EQ(evidence({"1/2/2025", "13/2/2025"}).order(), DateOrder::DayFirst);
  EXPECT_EQ(evidence({"1/2/2025", "2/13/2025"}).order(), DateOrder::MonthFirst);
  EXPECT_EQ(evidence({"1/2/2025", "3/4/2025"}).order(), std::nullopt);
  EXPECT_EQ(evidence({"13/2/2025", "2/13/2025"}).order(), std::nullopt);
  EXPECT_EQ(evidence({"2025-02-01", "28/Nov/25 5:03 PM", "5/5/2025"}).order(), DateOrder::YearFirst);
  const auto counted = evidence({"1/2/2025", "13/2/2025 09:00", "5/5/2025", "x", "1/2/2025 soon"});
  EXPECT_EQ(counted.either, 1U);
  EXPECT_EQ(counted.day_first, 1U);
  EXPECT_EQ(counted.unreadable, 2U);
}

TEST(Stamp, ReadsDurations) {
  const auto in = [](std::string_view text, int unit) {
    const auto read = read_duration(text, seconds{unit});
    return read ? read->count() : -1;
  };
  EXPECT_EQ(in("7.283420780050803", 60), 437);
  EXPECT_EQ(in("7,5", 60), 450);
  EXPECT_EQ(in("0.35", 60), 21);
  EXPECT_EQ(in("1:30", 60), 5400);
  EXPECT_EQ(in("26:00:05", 60), 93'605);
  EXPECT_EQ(in("2", 86'400), 172'800);
  EXPECT_EQ(read_duration("-5", seconds{60}), seconds{-300});
  for (const char* text : {"", "x", "1:60", "1 h", "9999999999999", "1.", "1.x"}) {
    EXPECT_EQ(read_duration(text, seconds{60}), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace supportcalc
