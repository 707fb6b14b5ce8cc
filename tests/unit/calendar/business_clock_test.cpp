// The rules of DESIGN section 5 by name, with values worked out by hand.
#include "calendar/business_clock.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "base/codes.h"
#include "support/clocks.h"

namespace supportcalc {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using test::add;
using test::between;
using test::clock;
using test::end_of_day;
using test::hours;
using test::instant;
using test::next_open;
using test::same_time;
using test::spans;

// 1 June 2026 is a Monday; Zurich is two hours ahead of UTC all that month.
BusinessClock office() { return clock("Europe/Zurich", "mon-fri 09:00-17:00"); }
BusinessClock with_lunch() { return clock("Europe/Zurich", "mon-fri 09:00-12:00 13:00-17:00"); }

// --- hours: the boundary matrix ---------------------------------------------------------------------------

struct Addition {
  const char* start;
  seconds amount;
  const char* due;
};

TEST(BusinessClockAdd, FromEveryPlaceAgainstTwoWindows) {
  const BusinessClock lunch = with_lunch();
  const Addition cases[] = {
      {"2026-06-01T07:00:00+02:00", 1h, "2026-06-01T10:00:00+02:00"},       // before the first window
      {"2026-06-01T09:00:00+02:00", 1h, "2026-06-01T10:00:00+02:00"},       // at its start
      {"2026-06-01T10:30:00+02:00", 1h, "2026-06-01T11:30:00+02:00"},       // inside
      {"2026-06-01T11:00:00+02:00", 1h, "2026-06-01T12:00:00+02:00"},       // used up at its end
      {"2026-06-01T11:30:00+02:00", 1h, "2026-06-01T13:30:00+02:00"},       // over the break
      {"2026-06-01T12:00:00+02:00", 1h, "2026-06-01T14:00:00+02:00"},       // at its end
      {"2026-06-01T12:30:00+02:00", 1h, "2026-06-01T14:00:00+02:00"},       // between the windows
      {"2026-06-01T13:00:00+02:00", 1h, "2026-06-01T14:00:00+02:00"},       // at the second's start
      {"2026-06-01T16:00:00+02:00", 1h, "2026-06-01T17:00:00+02:00"},       // used up at closing
      {"2026-06-01T16:59:59+02:00", 1s, "2026-06-01T17:00:00+02:00"},       // the last second
      {"2026-06-01T16:59:59+02:00", 2s, "2026-06-02T09:00:01+02:00"},       // and one more
      {"2026-06-01T17:00:00+02:00", 1s, "2026-06-02T09:00:01+02:00"},       // at closing
      {"2026-06-01T20:00:00+02:00", 1h, "2026-06-02T10:00:00+02:00"},       // after closing
      {"2026-06-05T16:00:00+02:00", 2h, "2026-06-08T10:00:00+02:00"},       // over a weekend
      {"2026-06-06T12:00:00+02:00", 7h, "2026-06-08T17:00:00+02:00"},       // a whole day, from the weekend
      {"2026-06-01T09:00:00+02:00", 7h, "2026-06-01T17:00:00+02:00"},       // a whole day
      {"2026-06-01T09:00:00+02:00", 7h + 1s, "2026-06-02T09:00:01+02:00"},  // and a second
      {"2026-06-01T09:00:00+02:00", 35h, "2026-06-05T17:00:00+02:00"},      // a whole week
      {"2026-06-01T09:00:00+02:00", 35h + 1s, "2026-06-08T09:00:01+02:00"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(add(lunch, each.start, each.amount), each.due) << each.start << " + " << each.amount.count();
  }
}

TEST(BusinessClockAdd, NothingIsDueAtTheStartOpenOrNot) {
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", 0s), "2026-06-01T10:00:00+02:00");
  EXPECT_EQ(add(office(), "2026-06-01T17:00:00+02:00", 0s), "2026-06-01T17:00:00+02:00");
  EXPECT_EQ(add(office(), "2026-06-06T03:04:05+02:00", 0s), "2026-06-06T03:04:05+02:00");
}

TEST(BusinessClockAdd, RefusesNegativeAndHugeAmounts) {
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", -1s), "amount.negative");
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", kLargestAmount + 1s), "amount.too_large");
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", seconds::max()), "amount.too_large");
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", seconds::min()), "amount.negative");
  EXPECT_EQ(same_time(office(), "2026-06-01T10:00:00+02:00", -1), "amount.negative");
  EXPECT_EQ(same_time(office(), "2026-06-01T10:00:00+02:00", kLargestDayCount + 1), "amount.too_large");
  EXPECT_EQ(end_of_day(office(), "2026-06-01T10:00:00+02:00", -1), "amount.negative");
  EXPECT_EQ(end_of_day(office(), "2026-06-01T10:00:00+02:00", kLargestDayCount + 1), "amount.too_large");
}

TEST(BusinessClockAdd, RefusesAnswersBehindTheLastSupportedInstant) {
  const BusinessClock always = clock("UTC", "mon-sun 00:00-24:00");
  EXPECT_EQ(add(always, "2099-12-31T22:59:59Z", 1h), "2099-12-31T23:59:59+00:00");
  EXPECT_EQ(add(always, "2099-12-31T23:00:00Z", 1h), "instant.out_of_range");
  EXPECT_EQ(add(office(), "2026-06-01T10:00:00+02:00", kLargestAmount), "instant.out_of_range");
  EXPECT_EQ(same_time(office(), "2099-12-30T10:00:00Z", 5), "instant.out_of_range");
  EXPECT_EQ(end_of_day(office(), "2099-12-30T10:00:00Z", 5), "instant.out_of_range");
  EXPECT_EQ(same_time(office(), "2026-06-01T10:00:00+02:00", kLargestDayCount), "instant.out_of_range");
  EXPECT_EQ(next_open(clock("UTC", "mon 09:00-10:00"), "2099-12-31T00:00:00Z"), "instant.out_of_range");
}

TEST(BusinessClockAdd, WorksFromTheFirstSupportedInstantOn) {
  EXPECT_EQ(add(office(), "2015-01-01T00:00:00Z", 1h), "2015-01-01T10:00:00+01:00");
  const BusinessClock far_east = clock("Pacific/Kiritimati", "mon-fri 09:00-17:00");
  EXPECT_EQ(add(far_east, "2015-01-01T00:00:00Z", 1h), "2015-01-01T15:00:00+14:00");
  const BusinessClock far_west = clock("Pacific/Pago_Pago", "mon-fri 09:00-17:00");
  EXPECT_EQ(add(far_west, "2015-01-01T00:00:00Z", 1h), "2014-12-31T14:00:00-11:00");
}

// peers 6: a window that ends late in the evening must not swallow an hour.
TEST(BusinessClockAdd, LateClosing) {
  const BusinessClock late = clock("Europe/Zurich", "mon-fri 14:00-23:00");
  EXPECT_EQ(add(late, "2026-06-01T21:00:00+02:00", 4h), "2026-06-02T16:00:00+02:00");
  EXPECT_EQ(between(late, "2026-06-01T21:00:00+02:00", "2026-06-02T16:00:00+02:00"), 4h);
}

// peers 2 and 9: no rounding anywhere.
TEST(BusinessClockAdd, KeepsSeconds) {
  EXPECT_EQ(add(office(), "2026-06-01T16:20:37+02:00", 3600s), "2026-06-02T09:20:37+02:00");
  EXPECT_EQ(between(office(), "2026-06-01T16:20:37+02:00", "2026-06-02T09:20:37+02:00"), 3600s);
  EXPECT_EQ(add(office(), "2026-06-01T16:59:59+02:00", 8h), "2026-06-02T16:59:59+02:00");
}

// peers 13: what the zone's offset is when the question is asked plays no part.
TEST(BusinessClockAdd, UsesTheOffsetOfTheDateAskedAbout) {
  EXPECT_EQ(add(office(), "2026-01-05T08:30:00+01:00", 1h), "2026-01-05T10:00:00+01:00");
  EXPECT_EQ(add(office(), "2026-07-06T08:30:00+02:00", 1h), "2026-07-06T10:00:00+02:00");
  EXPECT_EQ(add(office(), "2026-03-27T16:00:00+01:00", 2h), "2026-03-30T10:00:00+02:00");
}

TEST(BusinessClockAdd, ExampleOfTheHeader) {
  EXPECT_EQ(add(clock("Europe/Paris", "mon-fri 09:00-17:00"), "2026-03-27T15:00:00Z", 2h), "2026-03-30T10:00:00+02:00");
}

// --- between ----------------------------------------------------------------------------------------------

TEST(BusinessClockBetween, CountsOpenTimeOnly) {
  const BusinessClock lunch = with_lunch();
  EXPECT_EQ(between(lunch, "2026-06-01T00:00:00+02:00", "2026-06-02T00:00:00+02:00"), 7h);
  EXPECT_EQ(between(lunch, "2026-06-01T11:30:00+02:00", "2026-06-01T13:30:00+02:00"), 1h);
  EXPECT_EQ(between(lunch, "2026-06-01T00:00:00+02:00", "2026-06-08T00:00:00+02:00"), 35h);
  EXPECT_EQ(between(lunch, "2026-06-01T10:00:00+02:00", "2026-06-01T10:00:01+02:00"), 1s);
}

// peers 3 and 17: nothing open in between is no time, not an error.
TEST(BusinessClockBetween, IsZeroWhereNothingIsOpen) {
  const BusinessClock lunch = with_lunch();
  EXPECT_EQ(between(lunch, "2026-06-01T12:10:00+02:00", "2026-06-01T12:50:00+02:00"),
            0s);                                                                            // both in the break
  EXPECT_EQ(between(lunch, "2026-06-01T12:00:00+02:00", "2026-06-01T13:00:00+02:00"), 0s);  // its very ends
  EXPECT_EQ(between(lunch, "2026-06-01T18:00:00+02:00", "2026-06-02T08:00:00+02:00"), 0s);
  EXPECT_EQ(between(lunch, "2026-06-05T17:00:00+02:00", "2026-06-08T09:00:00+02:00"), 0s);
}

TEST(BusinessClockBetween, IsZeroBackwards) {
  EXPECT_EQ(between(office(), "2026-06-02T10:00:00+02:00", "2026-06-01T10:00:00+02:00"), 0s);
  EXPECT_EQ(between(office(), "2026-06-01T10:00:00+02:00", "2026-06-01T10:00:00+02:00"), 0s);
}

// peers 7: half-open, so the closing instant is out and the opening one is in.
TEST(BusinessClockNextOpen, TakesOpeningsInAndClosingsOut) {
  EXPECT_EQ(next_open(office(), "2026-06-01T09:00:00+02:00"), "2026-06-01T09:00:00+02:00");
  EXPECT_EQ(next_open(office(), "2026-06-01T16:59:59+02:00"), "2026-06-01T16:59:59+02:00");
  EXPECT_EQ(next_open(office(), "2026-06-01T17:00:00+02:00"), "2026-06-02T09:00:00+02:00");
  EXPECT_EQ(next_open(office(), "2026-06-05T17:00:00+02:00"), "2026-06-08T09:00:00+02:00");
  EXPECT_EQ(next_open(with_lunch(), "2026-06-01T12:00:00+02:00"), "2026-06-01T13:00:00+02:00");
}

// --- shapes of weeks --------------------------------------------------------------------------------------

// peers 5: refused, and never a loop.
TEST(BusinessClockMake, RefusesHoursThatNeverOpen) {
  EXPECT_FALSE(BusinessClock::make(hours("UTC", "")).ok());
  Hours empty_window{*find_zone("UTC", ""), {{date::Monday, 9h, 9h}, {date::Tuesday, 10h, 9h}}, {}};
  const auto made = BusinessClock::make(empty_window);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.diagnostics().front().code, Code::CalendarNeverOpens);
}

TEST(BusinessClockMake, IgnoresEmptyWindowsBesideOthers) {
  Hours some{*find_zone("UTC", ""), {{date::Monday, 9h, 9h}, {date::Tuesday, 9h, 10h}}, {}};
  EXPECT_EQ(add(*BusinessClock::make(some), "2026-06-01T09:00:00Z", 1h), "2026-06-02T10:00:00+00:00");
}

// peers 17: a week with a single day.
TEST(BusinessClockWeek, OneDayOnly) {
  const BusinessClock tuesdays = clock("Europe/Zurich", "tue 09:00-17:00");
  EXPECT_EQ(add(tuesdays, "2026-06-03T10:00:00+02:00", 1h), "2026-06-09T10:00:00+02:00");
  EXPECT_EQ(add(tuesdays, "2026-06-02T09:00:00+02:00", 8h), "2026-06-02T17:00:00+02:00");
  EXPECT_EQ(add(tuesdays, "2026-06-02T09:00:00+02:00", 8h + 1s), "2026-06-09T09:00:01+02:00");
  EXPECT_EQ(same_time(tuesdays, "2026-06-02T12:00:00+02:00", 2), "2026-06-16T12:00:00+02:00");
  EXPECT_EQ(end_of_day(tuesdays, "2026-06-02T12:00:00+02:00", 1), "2026-06-09T17:00:00+02:00");
}

// peers 4: the whole day, without a minute missing.
TEST(BusinessClockWeek, WholeDaysHaveEveryMinute) {
  const BusinessClock always = clock("UTC", "mon-sun 00:00-24:00");
  EXPECT_EQ(between(always, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), 365 * 24h);
  EXPECT_EQ(add(always, "2026-06-01T23:59:30Z", 1min), "2026-06-02T00:00:30+00:00");
  EXPECT_EQ(next_open(always, "2026-06-01T23:59:30Z"), "2026-06-01T23:59:30+00:00");
  const BusinessClock short_of_a_minute = clock("UTC", "mon-sun 00:00-23:59");
  EXPECT_EQ(add(short_of_a_minute, "2026-06-01T23:58:30Z", 1min), "2026-06-02T00:00:30+00:00");
}

// Days that touch at midnight are one stretch of time, but as many business days as there are dates.
TEST(BusinessClockWeek, WholeWeekdaysCountAsDays) {
  const BusinessClock weekdays = clock("UTC", "mon-fri 00:00-24:00");
  EXPECT_EQ(same_time(weekdays, "2026-06-01T10:00:00Z", 1), "2026-06-02T10:00:00+00:00");
  EXPECT_EQ(same_time(weekdays, "2026-06-01T00:00:00Z", 1),
            "2026-06-02T00:00:00+00:00");  // from its first opening
  EXPECT_EQ(same_time(weekdays, "2026-06-05T10:00:00Z", 1), "2026-06-08T10:00:00+00:00");
  EXPECT_EQ(end_of_day(weekdays, "2026-06-05T10:00:00Z", 1), "2026-06-09T00:00:00+00:00");
  EXPECT_EQ(weekdays.common_day_length(), 24h);
}

TEST(BusinessClockWeek, TouchingWindowsOfADateAreOne) {
  const BusinessClock split = clock("Europe/Zurich", "mon-fri 09:00-12:00 12:00-17:00");
  EXPECT_EQ(spans(split, "2026-06-01"), "2026-06-01T09:00:00+02:00/2026-06-01T17:00:00+02:00");
  EXPECT_EQ(add(split, "2026-06-01T11:00:00+02:00", 1h), "2026-06-01T12:00:00+02:00");
  EXPECT_EQ(add(split, "2026-06-01T11:00:00+02:00", 2h), "2026-06-01T13:00:00+02:00");
  // Twelve o'clock is no opening of that day, so it is not "from the first opening".
  EXPECT_EQ(same_time(split, "2026-06-01T12:00:00+02:00", 1), "2026-06-02T12:00:00+02:00");
  EXPECT_EQ(split.common_day_length(), 8h);
}

TEST(BusinessClockWeek, WindowsThatOverlapCountOnce) {
  const BusinessClock twice = clock("UTC", "mon 09:00-13:00 12:00-17:00, tue 09:00-17:00 10:00-11:00");
  EXPECT_EQ(between(twice, "2026-06-01T00:00:00Z", "2026-06-08T00:00:00Z"), 16h);
  EXPECT_EQ(spans(twice, "2026-06-02"), "2026-06-02T09:00:00+00:00/2026-06-02T17:00:00+00:00");
}

TEST(BusinessClockWeek, ManyWindowsADay) {
  std::string text = "mon-fri";
  for (int i = 0; i < 23; ++i) {
    const std::string hour = std::to_string(100 + i).substr(1);
    text += " " + hour + ":00-" + hour + ":30";
  }
  const BusinessClock many = clock("UTC", text);
  EXPECT_EQ(many.spans_of(test::day("2026-06-01")).size(), 23U);
  EXPECT_EQ(add(many, "2026-06-01T00:00:00Z", 11h + 30min), "2026-06-01T22:30:00+00:00");
  EXPECT_EQ(end_of_day(many, "2026-06-01T00:00:00Z", 1), "2026-06-02T22:30:00+00:00");
  EXPECT_EQ(same_time(many, "2026-06-01T21:10:00Z", 1), "2026-06-02T21:10:00+00:00");
  EXPECT_EQ(same_time(many, "2026-06-01T21:40:00Z", 1), "2026-06-02T22:00:00+00:00");  // starts at 22:00
}

// --- overnight and over several days ----------------------------------------------------------------------

// peers 11: a shift belongs to the day it begins on.
TEST(BusinessClockOvernight, AShiftBelongsToTheDayItBeginsOn) {
  const BusinessClock nights = clock("Europe/Zurich", "mon-fri 22:00-06:00");
  EXPECT_EQ(spans(nights, "2026-06-05"), "2026-06-05T22:00:00+02:00/2026-06-06T06:00:00+02:00");
  EXPECT_EQ(spans(nights, "2026-06-06"), "");
  EXPECT_EQ(add(nights, "2026-06-06T03:00:00+02:00", 1h), "2026-06-06T04:00:00+02:00");  // inside Friday's
  EXPECT_EQ(add(nights, "2026-06-06T05:00:00+02:00", 2h), "2026-06-08T23:00:00+02:00");
  EXPECT_EQ(add(nights, "2026-06-01T12:00:00+02:00", 8h), "2026-06-02T06:00:00+02:00");
  // A business day later, at 03:00: that is inside Monday's shift, on Tuesday's date.
  EXPECT_EQ(same_time(nights, "2026-06-06T03:00:00+02:00", 1), "2026-06-09T03:00:00+02:00");
  EXPECT_EQ(same_time(nights, "2026-06-05T22:00:00+02:00", 1), "2026-06-06T06:00:00+02:00");
  EXPECT_EQ(end_of_day(nights, "2026-06-04T23:00:00+02:00", 1), "2026-06-06T06:00:00+02:00");
  EXPECT_EQ(nights.common_day_length(), 8h);
}

TEST(BusinessClockOvernight, AHolidayCutsAtMidnight) {
  const BusinessClock nights = clock("Europe/Zurich", "mon-fri 22:00-06:00", {"2026-06-03"});
  // Tuesday's shift ends at midnight; what Wednesday's shift leaves on Thursday opens there.
  EXPECT_EQ(spans(nights, "2026-06-02"), "2026-06-02T22:00:00+02:00/2026-06-03T00:00:00+02:00");
  EXPECT_EQ(spans(nights, "2026-06-03"), "");
  EXPECT_EQ(spans(nights, "2026-06-04"),
            "2026-06-04T00:00:00+02:00/2026-06-04T06:00:00+02:00 "
            "2026-06-04T22:00:00+02:00/2026-06-05T06:00:00+02:00");
  EXPECT_EQ(add(nights, "2026-06-02T22:00:00+02:00", 2h), "2026-06-03T00:00:00+02:00");
  EXPECT_EQ(add(nights, "2026-06-02T22:00:00+02:00", 3h), "2026-06-04T01:00:00+02:00");
  EXPECT_EQ(between(nights, "2026-06-02T12:00:00+02:00", "2026-06-04T12:00:00+02:00"), 8h);
}

TEST(BusinessClockOvernight, ADayMayOwnNothingButTheRestOfAShift) {
  const BusinessClock fridays = clock("Europe/Zurich", "fri 22:00-06:00", {"2026-06-05"});
  EXPECT_EQ(spans(fridays, "2026-06-05"), "");
  EXPECT_EQ(spans(fridays, "2026-06-06"), "2026-06-06T00:00:00+02:00/2026-06-06T06:00:00+02:00");
  EXPECT_EQ(end_of_day(fridays, "2026-06-04T12:00:00+02:00", 1), "2026-06-06T06:00:00+02:00");
  EXPECT_EQ(same_time(fridays, "2026-06-04T12:00:00+02:00", 1), "2026-06-06T06:00:00+02:00");
}

TEST(BusinessClockOvernight, OverSeveralDays) {
  // Sunday 17:00 to Friday 17:00, one window: a single business day each week, Sunday.
  const BusinessClock five_days = clock("America/New_York", "sun 17:00-17:00+5");
  EXPECT_EQ(between(five_days, "2026-06-07T00:00:00-04:00", "2026-06-14T00:00:00-04:00"), 120h);
  EXPECT_EQ(add(five_days, "2026-06-05T16:00:00-04:00", 2h), "2026-06-07T18:00:00-04:00");
  EXPECT_EQ(add(five_days, "2026-06-10T03:00:00-04:00", 24h), "2026-06-11T03:00:00-04:00");
  EXPECT_EQ(end_of_day(five_days, "2026-06-10T03:00:00-04:00", 1), "2026-06-19T17:00:00-04:00");
  // Wednesday 03:00 lies 75 hours after the midnight of its Sunday; a week later it is the same wall time.
  EXPECT_EQ(same_time(five_days, "2026-06-10T03:00:00-04:00", 1), "2026-06-17T03:00:00-04:00");
}

TEST(BusinessClockOvernight, AHolidayInTheMiddleOfALongWindow) {
  const BusinessClock five_days = clock("America/New_York", "sun 17:00-17:00+5", {"2026-06-10"});
  EXPECT_EQ(spans(five_days, "2026-06-07"), "2026-06-07T17:00:00-04:00/2026-06-10T00:00:00-04:00");
  EXPECT_EQ(spans(five_days, "2026-06-10"), "");
  EXPECT_EQ(spans(five_days, "2026-06-11"), "2026-06-11T00:00:00-04:00/2026-06-12T17:00:00-04:00");
  EXPECT_EQ(add(five_days, "2026-06-09T23:00:00-04:00", 2h), "2026-06-11T01:00:00-04:00");
  EXPECT_EQ(end_of_day(five_days, "2026-06-08T12:00:00-04:00", 1), "2026-06-12T17:00:00-04:00");
}

TEST(BusinessClockOvernight, AWholeWeekIsOneWindow) {
  const BusinessClock week = clock("UTC", "mon 00:00-00:00+7");
  EXPECT_EQ(add(week, "2026-06-07T23:00:00Z", 2h), "2026-06-08T01:00:00+00:00");
  EXPECT_EQ(between(week, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), 365 * 24h);
}

// --- holidays ---------------------------------------------------------------------------------------------

TEST(BusinessClockHolidays, CloseTheirDate) {
  const BusinessClock easter = clock("Europe/Zurich", "mon-fri 08:00-17:00", {"2026-04-03", "2026-04-06"});
  EXPECT_EQ(add(easter, "2026-04-02T16:30:00+02:00", 1h), "2026-04-07T08:30:00+02:00");
  EXPECT_EQ(add(easter, "2026-04-02T16:00:00+02:00", 1h), "2026-04-02T17:00:00+02:00");
  EXPECT_EQ(between(easter, "2026-04-03T00:00:00+02:00", "2026-04-07T00:00:00+02:00"), 0s);
  EXPECT_TRUE(easter.is_holiday(test::day("2026-04-03")));
  EXPECT_FALSE(easter.is_holiday(test::day("2026-04-04")));
}

TEST(BusinessClockHolidays, OnAWeekendChangeNothing) {
  const BusinessClock sunday = clock("Europe/Zurich", "mon-fri 09:00-17:00", {"2026-06-06", "2026-06-07"});
  EXPECT_EQ(add(sunday, "2026-06-05T16:00:00+02:00", 2h), "2026-06-08T10:00:00+02:00");
  EXPECT_EQ(same_time(sunday, "2026-06-05T12:00:00+02:00", 1), "2026-06-08T12:00:00+02:00");
}

// peers 14: a holiday is a local date, wherever UTC's date is.
TEST(BusinessClockHolidays, AreLocalDates) {
  const BusinessClock auckland = clock("Pacific/Auckland", "mon-fri 09:00-17:00", {"2026-02-06"});
  EXPECT_EQ(add(auckland, "2026-02-05T16:00:00+13:00", 2h), "2026-02-09T10:00:00+13:00");
  EXPECT_EQ(between(auckland, "2026-02-05T20:00:00Z", "2026-02-06T11:00:00Z"), 0s);  // all of the local 6th
  const BusinessClock honolulu = clock("Pacific/Honolulu", "mon-fri 09:00-17:00", {"2026-06-11"});
  EXPECT_EQ(add(honolulu, "2026-06-11T00:30:00Z", 3h), "2026-06-12T09:30:00-10:00");  // Wed 14:30 there
  const BusinessClock santiago = clock("America/Santiago", "mon-fri 09:00-24:00", {"2026-09-18"});
  EXPECT_EQ(add(santiago, "2026-09-18T02:00:00Z", 2h), "2026-09-21T10:00:00-03:00");  // Thu 23:00 there
}

// peers 12: a closed year is skipped in one step.
TEST(BusinessClockHolidays, AClosedRunOf400Days) {
  Hours hours = test::hours("Europe/Zurich", "mon-fri 09:00-17:00");
  for (int i = 0; i < 400; ++i) {
    hours.holidays.push_back(test::day("2026-06-02") + date::days{i});
  }
  const BusinessClock closed = *BusinessClock::make(hours);
  EXPECT_EQ(add(closed, "2026-06-01T16:00:00+02:00", 2h), "2027-07-07T10:00:00+02:00");
  EXPECT_EQ(same_time(closed, "2026-06-01T12:00:00+02:00", 1), "2027-07-07T12:00:00+02:00");
  EXPECT_EQ(end_of_day(closed, "2026-06-01T12:00:00+02:00", 1), "2027-07-07T17:00:00+02:00");
  EXPECT_EQ(next_open(closed, "2026-09-01T12:00:00+02:00"), "2027-07-07T09:00:00+02:00");
  EXPECT_EQ(between(closed, "2026-06-02T00:00:00+02:00", "2027-07-07T00:00:00+02:00"), 0s);
}

// Every opening of the week is a holiday for ever: no answer, and no endless search for one.
TEST(BusinessClockHolidays, MayCloseEveryOpeningThereIs) {
  Hours hours = test::hours("UTC", "mon 09:00-17:00");
  for (local_days day = test::day("2014-12-29"); day < test::day("2102-01-01"); day += date::days{7}) {
    hours.holidays.push_back(day);
  }
  const BusinessClock never = *BusinessClock::make(hours);
  EXPECT_EQ(add(never, "2026-06-01T10:00:00Z", 1s), "instant.out_of_range");
  EXPECT_EQ(next_open(never, "2026-06-01T10:00:00Z"), "instant.out_of_range");
  EXPECT_EQ(same_time(never, "2026-06-01T10:00:00Z", 1), "instant.out_of_range");
  EXPECT_EQ(end_of_day(never, "2026-06-01T10:00:00Z", 1), "instant.out_of_range");
}

// peers 8: holidays by the thousand, spans by the century.
TEST(BusinessClockHolidays, TenThousand) {
  Hours hours = test::hours("UTC", "mon-sun 00:00-24:00");
  for (int i = 0; i < 10'000; ++i) {
    hours.holidays.push_back(test::day("2016-01-01") + date::days{2 * i});
  }
  const BusinessClock every_other = *BusinessClock::make(hours);
  // 2 January 2016 is open, the 1st and the 3rd are not, and so on for 20,000 days.
  EXPECT_EQ(add(every_other, "2016-01-01T00:00:00Z", 24h), "2016-01-03T00:00:00+00:00");
  EXPECT_EQ(add(every_other, "2016-01-01T00:00:00Z", 24h + 1s), "2016-01-04T00:00:01+00:00");
  EXPECT_EQ(between(every_other, "2016-01-01T00:00:00Z", "2070-10-04T00:00:00Z"), 10'000 * 24h);
  EXPECT_EQ(same_time(every_other, "2016-01-02T12:00:00Z", 9'999), "2070-10-03T12:00:00+00:00");
  EXPECT_EQ(end_of_day(every_other, "2016-01-01T12:00:00Z", 10'000), "2070-10-04T00:00:00+00:00");
}

// --- business days ----------------------------------------------------------------------------------------

struct Days {
  const char* start;
  std::int64_t count;
  const char* same_time;
  const char* end_of_day;
};

// peers 20: what is "1 day"? Each reading by its own definition.
TEST(BusinessClockDays, FromEveryPlace) {
  const BusinessClock lunch = with_lunch();
  const Days cases[] = {
      // Before the day's first opening, and at it: that day counts.
      {"2026-06-01T07:00:00+02:00", 1, "2026-06-01T17:00:00+02:00", "2026-06-02T17:00:00+02:00"},
      {"2026-06-01T09:00:00+02:00", 1, "2026-06-01T17:00:00+02:00", "2026-06-02T17:00:00+02:00"},
      {"2026-06-01T09:00:00+02:00", 3, "2026-06-03T17:00:00+02:00", "2026-06-04T17:00:00+02:00"},
      // A second later it does not.
      {"2026-06-01T09:00:01+02:00", 1, "2026-06-02T09:00:01+02:00", "2026-06-02T17:00:00+02:00"},
      {"2026-06-01T16:00:00+02:00", 1, "2026-06-02T16:00:00+02:00", "2026-06-02T17:00:00+02:00"},
      // In the break: the clock starts at 13:00, which is not the day's first opening.
      {"2026-06-01T12:30:00+02:00", 1, "2026-06-02T13:00:00+02:00", "2026-06-02T17:00:00+02:00"},
      // After closing: from the next opening, but counted from the date of filing for the end of day.
      {"2026-06-01T17:00:00+02:00", 1, "2026-06-02T17:00:00+02:00", "2026-06-02T17:00:00+02:00"},
      {"2026-06-05T18:00:00+02:00", 1, "2026-06-08T17:00:00+02:00", "2026-06-08T17:00:00+02:00"},
      {"2026-06-05T16:00:00+02:00", 5, "2026-06-12T16:00:00+02:00", "2026-06-12T17:00:00+02:00"},
      // On the weekend.
      {"2026-06-06T12:00:00+02:00", 1, "2026-06-08T17:00:00+02:00", "2026-06-08T17:00:00+02:00"},
      {"2026-06-06T12:00:00+02:00", 2, "2026-06-09T17:00:00+02:00", "2026-06-09T17:00:00+02:00"},
      {"2026-06-01T12:34:56+02:00", 0, "2026-06-01T12:34:56+02:00", "2026-06-01T12:34:56+02:00"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(same_time(lunch, each.start, each.count), each.same_time) << each.start << " + " << each.count;
    EXPECT_EQ(end_of_day(lunch, each.start, each.count), each.end_of_day) << each.start << " + " << each.count;
  }
}

TEST(BusinessClockDays, TheSameWallTimeMayBeClosedOnTheDueDay) {
  const BusinessClock uneven = clock("Europe/Zurich", "mon-thu 08:00-18:00, fri 09:00-11:00 14:00-16:00");
  EXPECT_EQ(same_time(uneven, "2026-06-04T08:30:00+02:00", 1),
            "2026-06-05T09:00:00+02:00");                                                     // before: opening
  EXPECT_EQ(same_time(uneven, "2026-06-04T12:00:00+02:00", 1), "2026-06-05T14:00:00+02:00");  // in between
  EXPECT_EQ(same_time(uneven, "2026-06-04T11:00:00+02:00", 1), "2026-06-05T14:00:00+02:00");  // at a closing
  EXPECT_EQ(same_time(uneven, "2026-06-04T16:00:00+02:00", 1), "2026-06-05T16:00:00+02:00");  // none follows
  EXPECT_EQ(same_time(uneven, "2026-06-04T17:30:00+02:00", 1), "2026-06-05T16:00:00+02:00");
  EXPECT_EQ(same_time(uneven, "2026-06-05T10:00:00+02:00", 1), "2026-06-08T10:00:00+02:00");
}

TEST(BusinessClockDays, ExamplesOfTheHeader) {
  EXPECT_EQ(same_time(office(), "2026-01-08T16:00:00+01:00", 1), "2026-01-09T16:00:00+01:00");
  EXPECT_EQ(same_time(office(), "2026-01-08T20:00:00+01:00", 1), "2026-01-09T17:00:00+01:00");
}

TEST(BusinessClockDays, CommonLengthIsTheMostFrequentThenTheLongest) {
  EXPECT_EQ(clock("UTC", "mon-thu 09:00-17:00, fri 09:00-13:00").common_day_length(), 8h);
  EXPECT_EQ(clock("UTC", "mon 09:00-17:00, tue-wed 09:00-12:00").common_day_length(), 3h);
  EXPECT_EQ(clock("UTC", "mon 09:00-17:00, tue 09:00-18:00").common_day_length(), 9h);  // a tie
  EXPECT_EQ(clock("UTC", "mon-fri 09:00-12:00 13:00-17:00").common_day_length(), 7h);
}

TEST(BusinessClockDays, SkipHolidays) {
  const BusinessClock easter = clock("Europe/Zurich", "mon-fri 08:00-17:00", {"2026-04-03", "2026-04-06"});
  EXPECT_EQ(same_time(easter, "2026-04-02T10:00:00+02:00", 1), "2026-04-07T10:00:00+02:00");
  EXPECT_EQ(end_of_day(easter, "2026-04-02T10:00:00+02:00", 1), "2026-04-07T17:00:00+02:00");
  EXPECT_EQ(same_time(easter, "2026-04-04T10:00:00+02:00", 1), "2026-04-07T17:00:00+02:00");
  EXPECT_EQ(end_of_day(easter, "2026-04-03T10:00:00+02:00", 2), "2026-04-08T17:00:00+02:00");
}

// The date of filing is the clock's local one.
TEST(BusinessClockDays, CountFromTheLocalDate) {
  const BusinessClock auckland = clock("Pacific/Auckland", "mon-fri 09:00-17:00");
  // Sunday 20:00 in UTC is Monday 08:00 there: Monday counts for same-time, Tuesday is the first day after
  // it.
  EXPECT_EQ(same_time(auckland, "2026-06-07T20:00:00Z", 1), "2026-06-08T17:00:00+12:00");
  EXPECT_EQ(end_of_day(auckland, "2026-06-07T20:00:00Z", 1), "2026-06-09T17:00:00+12:00");
}

// --- clock changes ----------------------------------------------------------------------------------------

TEST(BusinessClockZones, ANightWithAGapIsShorter) {
  // Zurich, 29 March 2026: 02:00 to 03:00 does not happen.
  const BusinessClock nights = clock("Europe/Zurich", "sat 22:00-06:00");
  EXPECT_EQ(between(nights, "2026-03-28T22:00:00+01:00", "2026-03-29T06:00:00+02:00"), 7h);
  EXPECT_EQ(add(nights, "2026-03-29T01:30:00+01:00", 1h), "2026-03-29T03:30:00+02:00");
  EXPECT_EQ(add(nights, "2026-03-28T22:00:00+01:00", 7h), "2026-03-29T06:00:00+02:00");
}

TEST(BusinessClockZones, AnEdgeInAGapIsTheInstantOfTheChange) {
  const BusinessClock opens_in_it = clock("Europe/Zurich", "sun 02:30-05:00");
  EXPECT_EQ(spans(opens_in_it, "2026-03-29"), "2026-03-29T03:00:00+02:00/2026-03-29T05:00:00+02:00");
  EXPECT_EQ(add(opens_in_it, "2026-03-29T00:00:00+01:00", 30min), "2026-03-29T03:30:00+02:00");
  const BusinessClock closes_in_it = clock("Europe/Zurich", "sun 01:00-02:30");
  EXPECT_EQ(spans(closes_in_it, "2026-03-29"), "2026-03-29T01:00:00+01:00/2026-03-29T03:00:00+02:00");
  EXPECT_EQ(between(closes_in_it, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"), 1h);
  EXPECT_EQ(end_of_day(closes_in_it, "2026-03-28T12:00:00+01:00", 1), "2026-03-29T03:00:00+02:00");
}

TEST(BusinessClockZones, AWindowLostInAGapIsNoBusinessDay) {
  const BusinessClock lost = clock("Europe/Zurich", "sun 02:00-03:00");
  EXPECT_EQ(spans(lost, "2026-03-29"), "");
  EXPECT_EQ(add(lost, "2026-03-28T00:00:00+01:00", 1h), "2026-04-05T03:00:00+02:00");
  EXPECT_EQ(end_of_day(lost, "2026-03-28T00:00:00+01:00", 1), "2026-04-05T03:00:00+02:00");
  EXPECT_EQ(same_time(lost, "2026-03-28T00:00:00+01:00", 1), "2026-04-05T03:00:00+02:00");
  EXPECT_EQ(same_time(lost, "2026-03-22T02:30:00+01:00", 1), "2026-04-05T02:30:00+02:00");
}

TEST(BusinessClockZones, ANightWithARepeatedHourIsLonger) {
  // Zurich, 25 October 2026: 02:00 to 03:00 happens twice.
  const BusinessClock nights = clock("Europe/Zurich", "sat 22:00-06:00");
  EXPECT_EQ(between(nights, "2026-10-24T22:00:00+02:00", "2026-10-25T06:00:00+01:00"), 9h);
  // peers 1: an hour from the first 02:30 is the second, and an hour from there is 03:30.
  EXPECT_EQ(add(nights, "2026-10-25T02:30:00+02:00", 1h), "2026-10-25T02:30:00+01:00");
  EXPECT_EQ(add(nights, "2026-10-25T02:30:00+01:00", 1h), "2026-10-25T03:30:00+01:00");
}

TEST(BusinessClockZones, AnEdgeInARepeatedHourIsItsFirstOccurrence) {
  const BusinessClock opens = clock("Europe/Zurich", "sun 02:30-05:00");
  EXPECT_EQ(spans(opens, "2026-10-25"), "2026-10-25T02:30:00+02:00/2026-10-25T05:00:00+01:00");
  EXPECT_EQ(between(opens, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"), 3h + 30min);
  const BusinessClock closes = clock("Europe/Zurich", "sun 01:00-02:30");
  EXPECT_EQ(spans(closes, "2026-10-25"), "2026-10-25T01:00:00+02:00/2026-10-25T02:30:00+02:00");
  EXPECT_EQ(between(closes, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"), 1h + 30min);
  EXPECT_EQ(add(closes, "2026-10-25T02:15:00+01:00", 1s),
            "2026-11-01T01:00:01+01:00");  // second pass: closed
  const BusinessClock inside = clock("Europe/Zurich", "sun 02:15-02:45");
  EXPECT_EQ(spans(inside, "2026-10-25"), "2026-10-25T02:15:00+02:00/2026-10-25T02:45:00+02:00");
  const BusinessClock up_to_it = clock("Europe/Zurich", "sun 02:00-03:00");
  EXPECT_EQ(between(up_to_it, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"), 2h);
}

TEST(BusinessClockZones, SameTimeLandsInAGapOrAnOverlap) {
  const BusinessClock whole_days = clock("Europe/Zurich", "mon-sun 00:00-24:00");
  EXPECT_EQ(same_time(whole_days, "2026-03-28T02:30:00+01:00", 1), "2026-03-29T03:00:00+02:00");
  EXPECT_EQ(same_time(whole_days, "2026-10-24T02:30:00+02:00", 1), "2026-10-25T02:30:00+02:00");
  EXPECT_EQ(same_time(whole_days, "2026-10-25T02:30:00+01:00", 1), "2026-10-26T02:30:00+01:00");
}

// Havana changes at midnight: the first hour of a date is missing in spring and doubled in autumn.
TEST(BusinessClockZones, Havana) {
  const BusinessClock havana = clock("America/Havana", "mon-sun 00:00-08:00");
  EXPECT_EQ(spans(havana, "2026-03-08"), "2026-03-08T01:00:00-04:00/2026-03-08T08:00:00-04:00");
  EXPECT_EQ(spans(havana, "2025-11-02"), "2025-11-02T00:00:00-04:00/2025-11-02T08:00:00-05:00");
  EXPECT_EQ(between(havana, "2025-11-02T00:00:00-04:00", "2025-11-02T08:00:00-05:00"), 9h);
  // A holiday takes the date with both its first hours, the day before ends at the first midnight.
  const BusinessClock holiday = clock("America/Havana", "mon-sun 00:00-24:00", {"2025-11-02"});
  EXPECT_EQ(spans(holiday, "2025-11-01"), "2025-11-01T00:00:00-04:00/2025-11-02T00:00:00-04:00");
  EXPECT_EQ(add(holiday, "2025-11-01T23:00:00-04:00", 2h), "2025-11-03T01:00:00-05:00");
  const BusinessClock the_day_before = clock("America/Havana", "mon-sun 00:00-24:00", {"2025-11-01"});
  EXPECT_EQ(spans(the_day_before, "2025-11-02"), "2025-11-02T00:00:00-04:00/2025-11-03T00:00:00-05:00");
  EXPECT_EQ(next_open(the_day_before, "2025-11-01T12:00:00-04:00"), "2025-11-02T00:00:00-04:00");
}

// Until 2019 Sao Paulo lost its midnight, and gave the last hour of a Saturday back.
TEST(BusinessClockZones, SaoPaulo) {
  const BusinessClock whole_days = clock("America/Sao_Paulo", "mon-sun 00:00-24:00");
  EXPECT_EQ(spans(whole_days, "2018-11-03"), "2018-11-03T00:00:00-03:00/2018-11-04T01:00:00-02:00");
  EXPECT_EQ(spans(whole_days, "2018-11-04"), "2018-11-04T01:00:00-02:00/2018-11-05T00:00:00-02:00");
  EXPECT_EQ(spans(whole_days, "2019-02-16"), "2019-02-16T00:00:00-02:00/2019-02-17T00:00:00-03:00");
  EXPECT_EQ(between(whole_days, "2019-02-16T00:00:00-02:00", "2019-02-17T00:00:00-03:00"), 25h);
  // 24:00 of that Saturday comes after both passes of its last hour; a window to 23:30 ends in the first.
  const BusinessClock evenings = clock("America/Sao_Paulo", "sat 22:00-23:30");
  EXPECT_EQ(spans(evenings, "2019-02-16"), "2019-02-16T22:00:00-02:00/2019-02-16T23:30:00-02:00");
  const BusinessClock holiday = clock("America/Sao_Paulo", "mon-sun 00:00-24:00", {"2019-02-16"});
  EXPECT_EQ(next_open(holiday, "2019-02-16T23:30:00-02:00"), "2019-02-17T00:00:00-03:00");
  EXPECT_EQ(next_open(holiday, "2019-02-16T23:30:00-03:00"), "2019-02-17T00:00:00-03:00");
}

TEST(BusinessClockZones, LordHowesHalfHour) {
  const BusinessClock nights = clock("Australia/Lord_Howe", "sat 22:00-06:00");
  EXPECT_EQ(between(nights, "2026-04-04T22:00:00+11:00", "2026-04-05T06:00:00+10:30"), 8h + 30min);
  EXPECT_EQ(between(nights, "2026-10-03T22:00:00+10:30", "2026-10-04T06:00:00+11:00"), 7h + 30min);
  EXPECT_EQ(add(nights, "2026-04-05T01:45:00+11:00", 30min), "2026-04-05T01:45:00+10:30");
  const BusinessClock edge = clock("Australia/Lord_Howe", "sun 02:15-05:00");
  EXPECT_EQ(spans(edge, "2026-10-04"), "2026-10-04T02:30:00+11:00/2026-10-04T05:00:00+11:00");
}

TEST(BusinessClockZones, Apia) {
  const BusinessClock nights = clock("Pacific/Apia", "mon-sun 20:00-06:00");
  EXPECT_EQ(between(nights, "2020-09-26T20:00:00+13:00", "2020-09-27T06:00:00+14:00"), 9h);
  EXPECT_EQ(between(nights, "2021-04-03T20:00:00+14:00", "2021-04-04T06:00:00+13:00"), 11h);
  EXPECT_EQ(add(nights, "2021-04-04T03:30:00+14:00", 1h), "2021-04-04T03:30:00+13:00");
}

// Casablanca turns its clocks back for Ramadan, so its changes follow no rule of the year.
TEST(BusinessClockZones, Casablanca) {
  const BusinessClock nights = clock("Africa/Casablanca", "sat 22:00-06:00");
  EXPECT_EQ(between(nights, "2026-02-14T22:00:00+01:00", "2026-02-15T06:00:00+00:00"), 9h);
  EXPECT_EQ(between(nights, "2026-03-21T22:00:00+00:00", "2026-03-22T06:00:00+01:00"), 7h);
}

// Kazakhstan, 1 March 2024: at midnight it was 23:00 of 29 February again, for good.
TEST(BusinessClockZones, ADateThatComesBack) {
  const BusinessClock weekdays = clock("Asia/Almaty", "mon-fri 00:00-24:00");
  EXPECT_EQ(spans(weekdays, "2024-02-29"), "2024-02-29T00:00:00+06:00/2024-03-01T00:00:00+05:00");
  EXPECT_EQ(add(weekdays, "2024-02-29T23:30:00+06:00", 1h), "2024-02-29T23:30:00+05:00");
  const BusinessClock holiday = clock("Asia/Almaty", "mon-fri 00:00-24:00", {"2024-03-01"});
  EXPECT_EQ(add(holiday, "2024-02-29T23:30:00+06:00", 90min), "2024-03-01T00:00:00+05:00");
  EXPECT_EQ(add(holiday, "2024-02-29T23:30:00+06:00", 91min), "2024-03-04T00:01:00+05:00");
  EXPECT_EQ(end_of_day(holiday, "2024-02-29T23:30:00+05:00", 1), "2024-03-05T00:00:00+05:00");
}

TEST(BusinessClockZones, RulesHoldToTheEndOfTheRange) {
  EXPECT_EQ(add(office(), "2099-06-01T16:30:00+02:00", 1h), "2099-06-02T09:30:00+02:00");
  EXPECT_EQ(add(office(), "2099-12-01T16:30:00+01:00", 1h), "2099-12-02T09:30:00+01:00");
}

// --- cost -------------------------------------------------------------------------------------------------

// The answers are exact over ten years as over an hour; the benchmark measures that they cost the same.
TEST(BusinessClockCost, TenYearsAreExact) {
  // 2,610 weekdays of 8 hours from 2026-06-01 to 2036-05-30: 522 weeks of five days.
  EXPECT_EQ(add(office(), "2026-06-01T09:00:00+02:00", 2610 * 8h), "2036-05-30T17:00:00+02:00");
  EXPECT_EQ(same_time(office(), "2026-06-01T10:00:00+02:00", 2610), "2036-06-02T10:00:00+02:00");
  EXPECT_EQ(end_of_day(office(), "2026-06-01T10:00:00+02:00", 2610), "2036-06-02T17:00:00+02:00");
}

}  // namespace
}  // namespace supportcalc
