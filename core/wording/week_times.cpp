#include "wording/week_times.h"

#include <array>

namespace supportcalc {

std::string_view weekday_id(date::weekday day) {
  constexpr std::array<std::string_view, 7> kIds = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  return kIds[day.c_encoding()];
}

std::string clock_words(seconds after_midnight) {
  constexpr std::int64_t kMinutesOfDay = 1440;
  const auto minutes = after_midnight.count() / 60;
  const auto of_day = minutes > kMinutesOfDay ? minutes % kMinutesOfDay : minutes;
  const auto two_digits = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two_digits(of_day / 60) + ":" + two_digits(of_day % 60);
}

}  // namespace supportcalc
