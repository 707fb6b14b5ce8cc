// The business clock against a walk: time is tried minute by minute, days one by one.
//
// Nothing of the clock is used but its zones, which have oracles of their own (zone_oracle_test.cpp). The
// walk knows open time only by its definition in DESIGN section 5: windows in wall time, less the dates of
// holidays, edges resolved one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "calendar/business_clock.h"
#include "support/random.h"

namespace supportcalc {
namespace {

using std::chrono::minutes;

constexpr date::days kDay{1};

// A stretch of open time and the date it belongs to.
struct Stretch {
  sys_seconds open;
  sys_seconds close;
  local_days day;
};

// Every window that opens on a date from `first` to `last`, cut where holidays lie, in order of opening.
std::vector<Stretch> stretches(const Hours& hours, local_days first, local_days last) {
  const auto is_holiday = [&hours](local_days day) {
    return std::find(hours.holidays.begin(), hours.holidays.end(), day) != hours.holidays.end() ||
           std::any_of(hours.dated.begin(), hours.dated.end(),
                       [day](const DatedWindow& window) { return window.date == day; });
  };
  std::vector<Stretch> result;
  for (const auto& window : hours.dated) {
    if (first <= window.date && window.date <= last) {
      result.push_back({hours.zone.to_instant(window.date + window.open),
                        hours.zone.to_instant(window.date + window.close), window.date});
    }
  }
  for (local_days day = first; day <= last; day += kDay) {
    for (const auto& window : hours.windows) {
      if (window.day != date::weekday{day}) {
        continue;
      }
      // Date by date: what lies on an open date after a closed one is a stretch of its own, of that date.
      bool runs = false;
      for (local_days date = day; local_seconds{date} < day + window.close; date += kDay) {
        const local_seconds open = std::max(local_seconds{date}, day + window.open);
        const local_seconds close = std::min(local_seconds{date + kDay}, day + window.close);
        if (is_holiday(date) || open >= close) {
          runs = false;
          continue;
        }
        const sys_seconds until = hours.zone.to_instant(close);
        if (runs) {
          result.back().close = until;
        } else {
          result.push_back({hours.zone.to_instant(open), until, open == day + window.open ? day : date});
          runs = true;
        }
      }
    }
  }
  // A gap may have swallowed a window.
  result.erase(std::remove_if(result.begin(), result.end(), [](const Stretch& s) { return s.open >= s.close; }),
               result.end());
  std::sort(result.begin(), result.end(), [](const Stretch& a, const Stretch& b) { return a.open < b.open; });
  return result;
}

// Open time by looking at every minute. All edges and all clock changes since 2015 lie on whole minutes.
class Walk {
 public:
  Walk(const Hours& hours, local_days first, local_days last)
      : zone_(hours.zone),
        stretches_(stretches(hours, first - date::days{8}, last)),
        begin_(hours.zone.to_instant(local_seconds{first})) {
    const auto count = (hours.zone.to_instant(local_seconds{last}) - begin_) / minutes{1};
    open_.assign(static_cast<std::size_t>(count), 0);
    for (const auto& stretch : stretches_) {
      const std::int64_t close = std::min<std::int64_t>((stretch.close - begin_) / minutes{1}, count);
      for (std::int64_t minute = std::max(stretch.open - begin_, seconds{0}) / minutes{1}; minute < close; ++minute) {
        open_[static_cast<std::size_t>(minute)] = 1;
      }
      days_[stretch.day].push_back(stretch);
    }
    days_.erase(days_.begin(), days_.lower_bound(first));
  }

  sys_seconds add(sys_seconds start, seconds amount) const {
    std::int64_t t = (start - begin_).count();
    for (std::int64_t left = amount.count(); left > 0;) {
      const std::int64_t step = 60 - t % 60;
      if (open_.at(static_cast<std::size_t>(t / 60))) {
        t += std::min(step, left);
        left -= std::min(step, left);
      } else {
        t += step;
      }
    }
    return begin_ + seconds{t};
  }

  seconds between(sys_seconds from, sys_seconds to) const {
    const std::int64_t end = (to - begin_).count();
    std::int64_t sum = 0;
    for (std::int64_t t = (from - begin_).count(); t < end;) {
      const std::int64_t step = std::min(60 - t % 60, end - t);
      sum += open_.at(static_cast<std::size_t>(t / 60)) ? step : 0;
      t += step;
    }
    return seconds{sum};
  }

  sys_seconds next_open(sys_seconds start) const {
    std::int64_t t = (start - begin_).count();
    while (!open_.at(static_cast<std::size_t>(t / 60))) {
      t += 60 - t % 60;
    }
    return begin_ + seconds{t};
  }

  sys_seconds same_time(sys_seconds start, int count) const {
    const sys_seconds begin = next_open(start);
    local_days day;
    for (const auto& stretch : stretches_) {
      if (stretch.open <= begin && begin < stretch.close) {
        day = stretch.day;  // of two that touch in a repeated hour, the later
      }
    }
    auto at = days_.find(day);
    if (begin == at->second.front().open) {
      std::advance(at, count - 1);
      return at->second.back().close;
    }
    const seconds time = zone_.to_local(begin) - local_seconds{day};
    std::advance(at, count);
    const sys_seconds same = zone_.to_instant(at->first + time);
    for (const auto& stretch : at->second) {
      if (same < stretch.close) {
        return std::max(same, stretch.open);
      }
    }
    return at->second.back().close;
  }

  sys_seconds end_of_day(sys_seconds start, int count) const {
    auto at = days_.upper_bound(date::floor<date::days>(zone_.to_local(start)));
    std::advance(at, count - 1);
    return at->second.back().close;
  }

  const std::map<local_days, std::vector<Stretch>>& days() const { return days_; }

 private:
  Zone zone_;
  std::vector<Stretch> stretches_;
  std::map<local_days, std::vector<Stretch>> days_;
  sys_seconds begin_;
  std::vector<char> open_;  // by minute since `begin_`
};

std::string describe(const Hours& hours) {
  std::string text(hours.zone.name());
  for (const auto& window : hours.windows) {
    text += " " + std::to_string(window.day.iso_encoding()) + ":" + std::to_string(window.open / minutes{1}) + "-" +
            std::to_string(window.close / minutes{1});
  }
  for (const local_days day : hours.holidays) {
    text += " " + format_date(date::year_month_day{day});
  }
  for (const auto& window : hours.dated) {
    text += " " + format_date(date::year_month_day{window.date}) + ":" + std::to_string(window.open / minutes{1}) +
            "-" + std::to_string(window.close / minutes{1});
  }
  return text;
}

// A date near a clock change of the zone, or any date where it has none.
local_days interesting_date(const Zone& zone, test::Random& random) {
  const sys_seconds somewhere = kFirstInstant + date::days{random.between(30, 29'000)};
  const ZoneSpan span = zone.span_at(somewhere);
  const sys_seconds change = span.end < kLastInstant - date::days{200} ? span.end : span.begin;
  const sys_seconds near = change > kFirstInstant + date::days{30} ? change : somewhere;
  return date::floor<date::days>(zone.to_local(near));
}

Hours random_hours(test::Random& random, local_days& middle) {
  const Zone zone = *find_zone(random.pick(test::kAwkwardZones), "");
  middle = interesting_date(zone, random);
  Hours hours{zone, test::random_week(random), {}};
  for (std::int64_t i = random.between(0, 6); i > 0; --i) {
    hours.holidays.push_back(middle + date::days{random.between(-6, 12)});
  }
  std::sort(hours.holidays.begin(), hours.holidays.end());
  hours.holidays.erase(std::unique(hours.holidays.begin(), hours.holidays.end()), hours.holidays.end());
  hours.dated = test::random_dated(random, middle);
  return hours;
}

TEST(ClockWalk, AgreesMinuteByMinuteOnRandomCalendarsAroundClockChanges) {
  constexpr std::uint64_t kSeed = 20261121;
  constexpr int kCalendars = 400;
  constexpr int kQuestions = 8;
  test::Random random(kSeed);
  int asked = 0;
  for (int i = 0; i < kCalendars && !HasFailure(); ++i) {
    local_days middle;
    const Hours hours = random_hours(random, middle);
    const auto clock = BusinessClock::make(hours);
    ASSERT_TRUE(clock.ok()) << describe(hours);
    const Walk walk(hours, middle - date::days{10}, middle + date::days{75});
    for (local_days day = middle - date::days{9}; day < middle + date::days{20}; day += kDay) {
      const auto found = walk.days().find(day);
      const auto spans = clock->spans_of(day);
      ASSERT_EQ(spans.empty(), found == walk.days().end())
          << format_date(date::year_month_day{day}) << " " << describe(hours);
    }
    for (int k = 0; k < kQuestions; ++k, ++asked) {
      const sys_seconds start =
          hours.zone.to_instant(local_seconds{middle}) + seconds{random.between(-3 * 86400, 3 * 86400)};
      const seconds amount{random.between(0, random.once_in(3) ? 3600 : 2 * 86400)};
      const int days = static_cast<int>(random.between(1, 5));
      const std::string where = "calendar " + std::to_string(i) + " of seed " + std::to_string(kSeed) + ": " +
                                describe(hours) + " from " + format_instant(start);
      // A week with a minute of open time takes years to give two days of it; the walk ends earlier.
      const seconds there_is = walk.between(start, hours.zone.to_instant(local_seconds{middle + date::days{30}}));
      const seconds wanted = std::min(amount, there_is);
      EXPECT_EQ(format_instant(*clock->add(start, wanted)), format_instant(walk.add(start, wanted)))
          << where << " + " << wanted.count();
      const sys_seconds to = start + seconds{random.between(0, 5 * 86400)};
      EXPECT_EQ(clock->between(start, to), walk.between(start, to)) << where << " to " << format_instant(to);
      EXPECT_EQ(format_instant(*clock->next_open(start)), format_instant(walk.next_open(start))) << where;
      EXPECT_EQ(format_instant(*clock->add_days_same_time(start, days)), format_instant(walk.same_time(start, days)))
          << where << " + " << days << " days";
      EXPECT_EQ(format_instant(*clock->add_days_end_of_day(start, days)), format_instant(walk.end_of_day(start, days)))
          << where << " + " << days << " days";
    }
  }
  std::cout << asked << " questions over " << kCalendars << " calendars, seed " << kSeed << "\n";
}

}  // namespace
}  // namespace supportcalc
