// Random numbers that are the same on every platform, and random hours made of them.
#ifndef SUPPORTCALC_TESTS_SUPPORT_RANDOM_H_
#define SUPPORTCALC_TESTS_SUPPORT_RANDOM_H_

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <random>
#include <string_view>
#include <vector>

#include "calendar/hours.h"

namespace supportcalc::test {

// The standard fixes what std::mt19937_64 yields, but not what its distributions make of it.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // A whole number from `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  bool once_in(std::size_t count) { return below(count) == 0; }

  template <class List>
  auto& pick(List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

// Zones whose clocks change in every way there is.
inline constexpr std::string_view kAwkwardZones[] = {
    "Africa/Cairo",        "Africa/Casablanca",  "America/Asuncion", "America/Caracas",   "America/Havana",
    "America/New_York",    "America/Nuuk",       "America/Santiago", "America/Sao_Paulo", "America/Scoresbysund",
    "America/St_Johns",    "Antarctica/Troll",   "Asia/Almaty",      "Asia/Amman",        "Asia/Beirut",
    "Asia/Gaza",           "Asia/Kathmandu",     "Asia/Pyongyang",   "Asia/Tehran",       "Atlantic/Azores",
    "Australia/Lord_Howe", "Europe/Dublin",      "Europe/Istanbul",  "Europe/London",     "Europe/Volgograd",
    "Europe/Zurich",       "Pacific/Apia",       "Pacific/Auckland", "Pacific/Chatham",   "Pacific/Easter",
    "Pacific/Fiji",        "Pacific/Kiritimati", "Pacific/Norfolk",  "Pacific/Tongatapu", "UTC",
};

// A time of day on the quarter hour, seldom on another minute.
inline seconds random_time(Random& random) {
  return random.once_in(8) ? std::chrono::minutes{random.between(0, 1439)}
                           : std::chrono::minutes{15 * random.between(0, 95)};
}

// Windows of all kinds: several a day, whole days, over midnight, over several days. None overlaps another.
inline std::vector<WeeklyWindow> random_week(Random& random) {
  constexpr seconds kDay{24 * 3600};
  constexpr seconds kWeek = 7 * kDay;
  std::vector<WeeklyWindow> windows;
  const bool office = random.once_in(3);  // the same each day, as most are
  const seconds usual_open = random_time(random);
  const seconds usual_length = std::chrono::minutes{15 * random.between(1, 96)};
  seconds free_from{0};        // since Monday 00:00, behind the last window
  seconds first_open = kWeek;  // since Monday 00:00
  for (unsigned day = 0; day < 7; ++day) {
    if (random.once_in(office ? 6 : 3)) {
      continue;
    }
    const std::int64_t count = office ? 1 : random.between(1, 3);
    seconds from = std::max(free_from - day * kDay, seconds{0});
    for (std::int64_t i = 0; i < count && from < kDay; ++i) {
      seconds open = office ? usual_open : random_time(random);
      seconds length = office ? usual_length : std::chrono::minutes{random.between(1, 600)};
      if (!office && random.once_in(6)) {
        open = from;  // touches the one before
      }
      if (!office && random.once_in(10)) {
        open = seconds{0};
        length = kDay;
      } else if (!office && random.once_in(12)) {
        length = std::chrono::hours{random.between(20, 110)};
      }
      if (open < from) {
        continue;
      }
      // The last window of the week must not reach the first one of the next.
      length = std::min(length, first_open + kWeek - (day * kDay + open));
      if (length <= seconds{0}) {
        continue;
      }
      windows.push_back({date::weekday{day + 1}, open, open + length});
      first_open = std::min(first_open, day * kDay + open);
      from = open + length;
      free_from = day * kDay + from;
    }
  }
  if (windows.empty()) {
    windows.push_back(
        {date::weekday{static_cast<unsigned>(random.between(0, 6))}, usual_open, usual_open + usual_length});
  }
  return windows;
}

// Dates near `middle` with times of their own, one or two windows each that do not touch.
inline std::vector<DatedWindow> random_dated(Random& random, local_days middle) {
  std::vector<DatedWindow> dated;
  for (int day = -6; day <= 12; ++day) {
    seconds from{0};
    for (std::int64_t i = random.once_in(6) ? random.between(1, 2) : 0; i > 0; --i) {
      const seconds open = std::max(from, random_time(random));
      const seconds close =
          std::min<seconds>(open + std::chrono::minutes{random.between(1, 600)}, std::chrono::hours{24});
      if (open < close) {
        dated.push_back({middle + date::days{day}, open, close});
      }
      from = close + std::chrono::minutes{1};
    }
  }
  return dated;
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_RANDOM_H_
