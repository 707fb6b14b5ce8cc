// The cases of tests/data/conformance/clock.jsonl, whose answers an independent program computed.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "api/json.h"
#include "calendar/business_clock.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

using Json = nlohmann::json;

Hours read_hours(const Json& test) {
  Hours hours{*find_zone(test.at("time_zone").get<std::string>(), ""), {}, {}};
  for (const auto& [day, windows] : test.at("hours").items()) {
    for (const auto& window : windows) {
      const seconds open = *parse_time_of_day(window.at(0).get<std::string>(), "");
      seconds close = *parse_time_of_day(window.at(1).get<std::string>(), "");
      if (close <= open) {
        close += std::chrono::hours{24};
      }
      hours.windows.push_back({*parse_weekday(day), open, close});
    }
  }
  for (const auto& holiday : test.at("holidays")) {
    hours.holidays.emplace_back(local_days{*parse_date(holiday.get<std::string>(), "")});
  }
  std::sort(hours.holidays.begin(), hours.holidays.end());
  return hours;
}

std::string answer(const BusinessClock& clock, const Json& test) {
  const sys_seconds from = *parse_instant(test.at("from").get<std::string>(), "");
  const auto op = test.at("op").get<std::string>();
  if (op == "add") {
    return format_instant(*clock.add(from, seconds{test.at("seconds").get<std::int64_t>()}));
  }
  const auto days = test.at("days").get<std::int64_t>();
  return format_instant(
      *(op == "same-time" ? clock.add_days_same_time(from, days) : clock.add_days_end_of_day(from, days)));
}

TEST(ClockConformance, EveryCaseOfTheIndependentProgram) {
  const auto lines = test::lines_of(test::read_data("conformance/clock.jsonl"));
  for (const auto& line : lines) {
    const Json test = Json::parse(line);
    const auto clock = BusinessClock::make(read_hours(test));
    ASSERT_TRUE(clock.ok()) << line;
    if (test.at("op") == "between") {
      EXPECT_EQ(clock->between(*parse_instant(test.at("from").get<std::string>(), ""),
                               *parse_instant(test.at("to").get<std::string>(), "")),
                seconds{test.at("expect_seconds").get<std::int64_t>()})
          << line;
    } else {
      EXPECT_EQ(answer(*clock, test), test.at("expect").get<std::string>()) << line;
    }
  }
  EXPECT_EQ(lines.size(), 800U);
}

}  // namespace
}  // namespace supportcalc
