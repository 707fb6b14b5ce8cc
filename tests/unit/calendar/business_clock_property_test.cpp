// What must hold for every clock: seeded random hours, zones and holidays. A failure prints seed and round.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "calendar/business_clock.h"
#include "support/random.h"

namespace supportcalc {
namespace {

constexpr std::uint64_t kSeed = 8601;
constexpr int kRounds = 250;
constexpr date::days kDay{1};
constexpr date::days kWeek{7};

std::vector<local_days> random_holidays(test::Random& random, local_days around) {
  std::vector<local_days> days;
  for (std::int64_t i = random.between(0, 8); i > 0; --i) {
    days.push_back(around + date::days{random.between(-10, 40)});
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

struct Round {
  test::Random random;
  std::optional<BusinessClock> clock;
  sys_seconds start;
  std::string name;

  explicit Round(int i) : random(kSeed + static_cast<std::uint64_t>(i)) {
    const Zone zone = *find_zone(random.pick(test::kAwkwardZones), "");
    start = kFirstInstant + seconds{random.between(40 * 86400, std::int64_t{70} * 365 * 86400)};
    const local_days around = date::floor<date::days>(zone.to_local(start));
    auto week = test::random_week(random);
    auto holidays = random_holidays(random, around);
    clock = *BusinessClock::make({zone, std::move(week), std::move(holidays), test::random_dated(random, around)});
    name = "round " + std::to_string(i) + " of seed " + std::to_string(kSeed) + ", " + std::string(zone.name()) +
           " from " + format_instant(start);
  }

  seconds amount() { return seconds{random.between(1, random.once_in(4) ? 400 * 3600 : 20 * 3600)}; }
};

// Calls `check(round)` with hours of all kinds until one fails.
template <class Check>
void for_random_clocks(const Check& check) {
  for (int i = 0; i < kRounds && !testing::Test::HasFailure(); ++i) {
    Round round(i);
    SCOPED_TRACE(round.name);
    check(round);
  }
}

TEST(BusinessClockProperty, WhatWasAddedLiesBetween) {
  for_random_clocks([](Round& round) {
    const seconds amount = round.amount();
    EXPECT_EQ(round.clock->between(round.start, *round.clock->add(round.start, amount)), amount);
  });
}

TEST(BusinessClockProperty, TheResultEndsASecondOfOpenTime) {
  for_random_clocks([](Round& round) {
    const sys_seconds due = *round.clock->add(round.start, round.amount());
    EXPECT_EQ(round.clock->between(due - seconds{1}, due), seconds{1});
    EXPECT_EQ(*round.clock->next_open(due - seconds{1}), due - seconds{1});
  });
}

TEST(BusinessClockProperty, MoreAmountIsNeverEarlier) {
  for_random_clocks([](Round& round) {
    const seconds amount = round.amount();
    const seconds more{round.random.between(1, 7200)};
    EXPECT_GE(*round.clock->add(round.start, amount + more), *round.clock->add(round.start, amount) + more);
    const std::int64_t days = round.random.between(1, 20);
    EXPECT_GT(*round.clock->add_days_same_time(round.start, days + 1),
              *round.clock->add_days_same_time(round.start, days));
    EXPECT_GT(*round.clock->add_days_end_of_day(round.start, days + 1),
              *round.clock->add_days_end_of_day(round.start, days));
  });
}

TEST(BusinessClockProperty, ALaterStartIsNeverDueEarlier) {
  for_random_clocks([](Round& round) {
    const seconds amount = round.amount();
    const sys_seconds later = round.start + seconds{round.random.between(1, 3 * 86400)};
    EXPECT_GE(*round.clock->add(later, amount), *round.clock->add(round.start, amount));
    const std::int64_t days = round.random.between(1, 20);
    EXPECT_GE(*round.clock->add_days_end_of_day(later, days), *round.clock->add_days_end_of_day(round.start, days));
  });
}

TEST(BusinessClockProperty, AnAmountMayBeSplit) {
  for_random_clocks([](Round& round) {
    const seconds first = round.amount();
    const seconds second = round.amount();
    EXPECT_EQ(*round.clock->add(*round.clock->add(round.start, first), second),
              *round.clock->add(round.start, first + second));
  });
}

TEST(BusinessClockProperty, SpansMayBeSplit) {
  for_random_clocks([](Round& round) {
    const sys_seconds middle = round.start + seconds{round.random.between(0, 10 * 86400)};
    const sys_seconds end = middle + seconds{round.random.between(0, 10 * 86400)};
    EXPECT_EQ(round.clock->between(round.start, middle) + round.clock->between(middle, end),
              round.clock->between(round.start, end));
    EXPECT_LE(round.clock->between(round.start, end), end - round.start);
  });
}

TEST(BusinessClockProperty, AWeekLaterIsAWeekLaterWhereNothingElseChanges) {
  for (int i = 0; i < kRounds && !HasFailure(); ++i) {
    test::Random random(kSeed + static_cast<std::uint64_t>(i));
    const auto clock = *BusinessClock::make({*find_zone("Asia/Kathmandu", ""), test::random_week(random), {}});
    const sys_seconds start = kFirstInstant + seconds{random.between(86400, std::int64_t{70} * 365 * 86400)};
    const seconds amount{random.between(0, 100 * 3600)};
    const std::int64_t days = random.between(1, 20);
    SCOPED_TRACE("round " + std::to_string(i) + " of seed " + std::to_string(kSeed));
    EXPECT_EQ(*clock.add(start + kWeek, amount), *clock.add(start, amount) + kWeek);
    EXPECT_EQ(*clock.add_days_same_time(start + kWeek, days), *clock.add_days_same_time(start, days) + kWeek);
    EXPECT_EQ(*clock.add_days_end_of_day(start + kWeek, days), *clock.add_days_end_of_day(start, days) + kWeek);
  }
}

// The n-th date after that of filing that has open spans is the one whose last closing the end of day is.
TEST(BusinessClockProperty, DaysAreTheDatesThatHaveSpans) {
  for_random_clocks([](Round& round) {
    const std::int64_t days = round.random.between(1, 12);
    local_days day = date::floor<date::days>(round.clock->hours().zone.to_local(round.start));
    std::vector<OpenSpan> spans;
    for (std::int64_t left = days; left > 0;) {
      day += kDay;
      spans = round.clock->spans_of(day);
      left -= spans.empty() ? 0 : 1;
    }
    sys_seconds last = spans.front().close;
    for (const auto& span : spans) {
      EXPECT_LT(span.open, span.close);
      last = std::max(last, span.close);
    }
    EXPECT_EQ(*round.clock->add_days_end_of_day(round.start, days), last);
  });
}

// Both end inside or at the end of open time; n days from the clock's start are no earlier than n - 1 ends of day.
TEST(BusinessClockProperty, TheReadingsOfADayKeepTheirOrder) {
  for_random_clocks([](Round& round) {
    const BusinessClock& clock = *round.clock;
    const sys_seconds begin = *clock.next_open(round.start);
    const std::int64_t days = round.random.between(1, 12);
    EXPECT_GT(*clock.add_days_same_time(round.start, days), begin);
    EXPECT_EQ(*clock.add_days_same_time(round.start, days), *clock.add_days_same_time(begin, days));
    EXPECT_GT(*clock.add_days_end_of_day(round.start, days), round.start);
  });
}

}  // namespace
}  // namespace supportcalc
