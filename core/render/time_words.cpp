#include "render/time_words.h"

#include <algorithm>
#include <array>

#include "base/concat.h"

namespace supportcalc {
namespace {

constexpr std::int64_t kMinutesOfDay = 1440;

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string wall_words(const Catalogue& words, sys_seconds t, seconds offset) {
  const local_seconds wall{t.time_since_epoch() + offset};
  const local_days day = date::floor<date::days>(wall);
  const auto of_day = (wall - local_seconds{day}).count();
  std::string time = two_digits(of_day / 3600) + ":" + two_digits(of_day / 60 % 60);
  if (of_day % 60 != 0) {
    time += ":" + two_digits(of_day % 60);
  }
  const std::string weekday = words.word("weekday", weekday_id(date::weekday{day}));
  return words.say(
      "time.moment",
      {{"day", words.say("time.day", {{"weekday", weekday}, {"date", date_words(words, day)}})}, {"time", time}});
}

}  // namespace

std::string date_words(const Catalogue& words, local_days day) {
  const date::year_month_day date{day};
  return words.say("time.date", {{"day", static_cast<unsigned>(date.day())},
                                 {"month", words.word("month", std::to_string(static_cast<unsigned>(date.month())))},
                                 {"year", std::to_string(static_cast<int>(date.year()))}});
}

std::string offset_words(seconds offset) {
  const auto minutes = offset.count() / 60;
  if (minutes == 0) {
    return "UTC";
  }
  const auto size = minutes < 0 ? -minutes : minutes;
  std::string text = minutes < 0 ? "UTC−" : "UTC+";
  text += std::to_string(size / 60);
  return size % 60 == 0 ? text : text + ":" + two_digits(size % 60);
}

std::string moment_words(const Catalogue& words, sys_seconds t, const Zone& zone) {
  const seconds offset = zone.span_at(t).offset;
  const auto name = zone.name();
  if (name == "UTC" || name == "Etc/UTC") {
    return utc_words(words, t);
  }
  return wall_words(words, t, offset) + " (" + zone_words(name) + ", " + offset_words(offset) + ")";
}

std::string utc_words(const Catalogue& words, sys_seconds t) { return wall_words(words, t, seconds{0}) + " (UTC)"; }

std::string zone_words(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string span_words(const Catalogue& words, Span span, std::string_view form) {
  const std::string family = form.empty() ? "duration." : concat({"duration-", form, "."});
  const auto minutes = span.length.count() / 60;
  const auto days = span.open ? 0 : minutes / kMinutesOfDay;
  const std::array<std::pair<const char*, std::int64_t>, 3> parts = {{
      {"days", days},
      {"hours", minutes / 60 - days * 24},
      {"minutes", minutes % 60},
  }};
  std::size_t first = 0;
  while (first < parts.size() && parts[first].second == 0) {
    ++first;
  }
  std::string text;
  for (std::size_t i = first; i < parts.size() && i < first + 2; ++i) {
    if (parts[i].second > 0) {
      text += (text.empty() ? "" : " ") + words.say(family + parts[i].first, {{"count", parts[i].second}});
    }
  }
  if (text.empty()) {
    text =
        span.length > seconds{0} ? words.say(family + "under-minute") : words.say(family + "minutes", {{"count", 0}});
  }
  return span.open ? words.say("duration.open", {{"duration", text}}) : text;
}

std::string relative_words(const Catalogue& words, sys_seconds t, sys_seconds now) {
  const bool past = t < now;
  const seconds distance = past ? now - t : t - now;
  if (distance < std::chrono::minutes{1}) {
    return words.say("relative.now");
  }
  return words.say(past ? "relative.ago" : "relative.in", {{"duration", Span{distance}}});
}

std::string days_words(const Catalogue& words, List<date::weekday> days) {
  const auto name = [&words](date::weekday day) { return words.word("weekday", weekday_id(day)); };
  bool run = days.size() > 2;
  for (std::size_t i = 1; i < days.size(); ++i) {
    run = run && days[i] - days[i - 1] == date::days{1};
  }
  if (run) {
    return words.say("hours.days", {{"first", name(days.front())}, {"last", name(days.back())}});
  }
  std::string text;
  for (const auto day : days) {
    text += (text.empty() ? "" : ", ") + name(day);
  }
  return text;
}

std::string window_words(const Catalogue& words, const SaidWindow& window) {
  const std::string until = window.close_day ? words.word("weekday", weekday_id(*window.close_day)) + " " : "";
  const std::string times = clock_words(window.open) + "–" + until + clock_words(window.close);
  return window.days.empty() ? times : days_words(words, window.days) + " " + times;
}

}  // namespace supportcalc
