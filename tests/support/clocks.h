// Clocks and instants for tests, in few words.
#ifndef SUPPORTCALC_TESTS_SUPPORT_CLOCKS_H_
#define SUPPORTCALC_TESTS_SUPPORT_CLOCKS_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/business_clock.h"

namespace supportcalc::test {

// A week in writing: "mon-fri 09:00-12:00 13:00-17:00, sat 10:00-14:00". A close at or before the opening is
// on the next day; "+2" behind a close puts it that many days after the opening day: "sun 17:00-17:00+5".
inline std::vector<WeeklyWindow> week(std::string_view text) {
  constexpr std::string_view kDays = "mon tue wed thu fri sat sun";
  const auto day_index = [&](std::string_view name) { return static_cast<unsigned>(kDays.find(name) / 4); };
  std::vector<WeeklyWindow> windows;
  std::vector<unsigned> days;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" ,"), text.size());
    const std::string_view word = text.substr(0, end);
    if (!word.empty() && word[0] >= 'a') {
      days.clear();
      const unsigned last = day_index(word.substr(word.size() - 3));
      for (unsigned day = day_index(word.substr(0, 3)); day <= last; ++day) {
        days.push_back(day);
      }
    } else if (!word.empty()) {
      const seconds open = *parse_time_of_day(word.substr(0, 5), "");
      seconds close = *parse_time_of_day(word.substr(6, 5), "");
      if (word.size() > 11) {
        close += date::days{word[12] - '0'};
      } else if (close <= open) {
        close += date::days{1};
      }
      for (const unsigned day : days) {
        windows.push_back({date::weekday{day + 1}, open, close});
      }
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return windows;
}

inline local_days day(std::string_view text) { return local_days{*parse_date(text, "")}; }

inline Hours hours(std::string_view zone, std::string_view windows,
                   std::initializer_list<std::string_view> holidays = {}) {
  Hours result{*find_zone(zone, ""), week(windows), {}};
  for (const auto holiday : holidays) {
    result.holidays.push_back(day(holiday));
  }
  std::sort(result.holidays.begin(), result.holidays.end());
  return result;
}

inline BusinessClock clock(std::string_view zone, std::string_view windows,
                           std::initializer_list<std::string_view> holidays = {}) {
  auto made = BusinessClock::make(hours(zone, windows, holidays));
  EXPECT_TRUE(made.ok()) << windows;
  return *std::move(made);
}

inline sys_seconds instant(std::string_view text) { return *parse_instant(text, ""); }

// The instant on the wall of the clock's zone, with its offset; the code of the first problem where there is
// none.
inline std::string written(const BusinessClock& clock, const Result<sys_seconds>& result) {
  if (!result) {
    return std::string(code_id(result.diagnostics().front().code));
  }
  return format_local(*result, clock.hours().zone.span_at(*result).offset);
}

inline std::string add(const BusinessClock& clock, std::string_view start, seconds amount) {
  return written(clock, clock.add(instant(start), amount));
}
inline std::string same_time(const BusinessClock& clock, std::string_view start, std::int64_t days) {
  return written(clock, clock.add_days_same_time(instant(start), days));
}
inline std::string end_of_day(const BusinessClock& clock, std::string_view start, std::int64_t days) {
  return written(clock, clock.add_days_end_of_day(instant(start), days));
}
inline std::string next_open(const BusinessClock& clock, std::string_view t) {
  return written(clock, clock.next_open(instant(t)));
}
inline seconds between(const BusinessClock& clock, std::string_view from, std::string_view to) {
  return clock.between(instant(from), instant(to));
}

// "2026-06-01T09:00:00+02:00/2026-06-01T17:00:00+02:00 ...".
inline std::string spans(const BusinessClock& clock, std::string_view date) {
  std::string text;
  for (const auto& span : clock.spans_of(day(date))) {
    text += (text.empty() ? "" : " ") + written(clock, span.open) + "/" + written(clock, span.close);
  }
  return text;
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_CLOCKS_H_
