#include "civil/civil.h"

#include <array>
#include <cstddef>
#include <utility>

#include "base/codes.h"
#include "base/excerpt.h"

namespace supportcalc {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// No form of an instant that people or programs write is longer; nanoseconds take 35 characters.
constexpr std::size_t kMaxInstantLength = 64;

constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Takes fixed pieces off the front of a text; after the first mismatch everything fails.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }

  // Exactly `count` digits, no sign, at most `max`.
  int number(std::size_t count, int max) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = next();
      ok_ = ok_ && is_digit(c);
      value = value * 10 + (c - '0');
    }
    ok_ = ok_ && value <= max;
    return ok_ ? value : 0;
  }

  // One of the characters in `choices`; gives which.
  char one_of(std::string_view choices) {
    const char c = next();
    ok_ = ok_ && choices.find(c) != std::string_view::npos;
    return ok_ ? c : '\0';
  }

  void skip_fraction() {
    if (!rest_.empty() && rest_.front() == '.') {
      rest_.remove_prefix(1);
      ok_ = ok_ && !rest_.empty() && is_digit(rest_.front());
      while (!rest_.empty() && is_digit(rest_.front())) {
        rest_.remove_prefix(1);
      }
    }
  }

 private:
  char next() {
    if (rest_.empty()) {
      ok_ = false;
      return '0';
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string_view rest_;
  bool ok_ = true;
};

date::year_month_day read_date(Reader& reader) {
  const int year = reader.number(4, 9999);
  reader.one_of("-");
  const int month = reader.number(2, 12);
  reader.one_of("-");
  const int day = reader.number(2, 31);
  return date::year{year} / month / day;
}

Diagnostic malformed(Code code, std::string_view text, std::string_view pointer) {
  return {code, std::string(pointer), {{"text", excerpt(text)}}};
}

void append_number(std::string& out, unsigned value, unsigned first_unit) {
  for (unsigned unit = first_unit; unit > 0; unit /= 10) {
    out += static_cast<char>('0' + value / unit % 10);
  }
}

void append_date(std::string& out, date::year_month_day day) {
  append_number(out, static_cast<unsigned>(int{day.year()}), 1000);
  out += '-';
  append_number(out, unsigned{day.month()}, 10);
  out += '-';
  append_number(out, unsigned{day.day()}, 10);
}

void append_hours_minutes(std::string& out, seconds time) {
  const auto count = static_cast<unsigned>(time.count());
  append_number(out, count / 3600, 10);
  out += ':';
  append_number(out, count / 60 % 60, 10);
}

// "2026-04-02T14:30:00", without a zone.
std::string format_wall(local_seconds wall) {
  const local_days day = date::floor<date::days>(wall);
  const seconds time = wall - day;
  std::string out;
  out.reserve(25);
  append_date(out, date::year_month_day{day});
  out += 'T';
  append_hours_minutes(out, time);
  out += ':';
  append_number(out, static_cast<unsigned>(time.count() % 60), 10);
  return out;
}

}  // namespace

Result<sys_seconds> parse_instant(std::string_view text, std::string_view pointer) {
  if (text.size() > kMaxInstantLength) {
    return malformed(Code::InstantMalformed, text, pointer);
  }
  Reader reader(text);
  const date::year_month_day day = read_date(reader);
  reader.one_of("Tt ");
  const hours hour{reader.number(2, 23)};
  reader.one_of(":");
  const minutes minute{reader.number(2, 59)};
  reader.one_of(":");
  const seconds second{reader.number(2, 59)};
  reader.skip_fraction();
  const char sign = reader.one_of("Zz+-");
  minutes offset{0};
  if (sign == '+' || sign == '-') {
    const hours offset_hours{reader.number(2, 23)};
    reader.one_of(":");
    offset = offset_hours + minutes{reader.number(2, 59)};
    if (sign == '-') {
      offset = -offset;
    }
  }
  if (!reader.done() || !day.ok()) {
    return malformed(Code::InstantMalformed, text, pointer);
  }
  const sys_seconds instant = sys_days{day} + hour + minute + second - offset;
  if (!in_supported_range(instant)) {
    return Diagnostic{
        Code::InstantOutOfRange,
        std::string(pointer),
        {{"text", excerpt(text)}, {"from", format_instant(kFirstInstant)}, {"until", format_instant(kLastInstant)}}};
  }
  return instant;
}

Result<date::year_month_day> parse_date(std::string_view text, std::string_view pointer) {
  Reader reader(text);
  const date::year_month_day day = read_date(reader);
  if (!reader.done() || !day.ok()) {
    return malformed(Code::DateMalformed, text, pointer);
  }
  return day;
}

Result<seconds> parse_time_of_day(std::string_view text, std::string_view pointer) {
  Reader reader(text);
  const hours hour{reader.number(2, 24)};
  reader.one_of(":");
  const seconds time = hour + minutes{reader.number(2, 59)};
  if (!reader.done() || time > hours{24}) {
    return malformed(Code::TimeOfDayMalformed, text, pointer);
  }
  return time;
}

std::optional<date::weekday> parse_weekday(std::string_view text) {
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (kWeekdays[i] == text) {
      return date::weekday{static_cast<unsigned>(i)};
    }
  }
  return std::nullopt;
}

std::string format_instant(sys_seconds t) { return format_wall(local_seconds{t.time_since_epoch()}) + 'Z'; }

std::string format_local(sys_seconds t, seconds offset) {
  std::string out = format_wall(local_seconds{t.time_since_epoch() + offset});
  out += offset < seconds{0} ? '-' : '+';
  append_hours_minutes(out, offset < seconds{0} ? -offset : offset);
  return out;
}

std::string format_date(date::year_month_day day) {
  std::string out;
  append_date(out, day);
  return out;
}

}  // namespace supportcalc
