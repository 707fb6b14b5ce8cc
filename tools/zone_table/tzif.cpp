#include "zone_table/tzif.h"

#include <cstdint>
#include <stdexcept>

namespace supportcalc::zone_table {
namespace {

// Takes big-endian numbers off the front of a file.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t count) {
    if (count > rest_.size()) {
      throw std::runtime_error("cut short");
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::uint64_t number(std::size_t width) {
    std::uint64_t value = 0;
    for (const char c : take(width)) {
      value = value << 8U | static_cast<unsigned char>(c);
    }
    return value;
  }

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct Header {
  char version;
  std::size_t ut_flags, standard_flags, leap_seconds, changes, types, letters;

  std::size_t body_size(std::size_t time_width) const {
    return changes * (time_width + 1) + types * 6 + letters + leap_seconds * (time_width + 4) + standard_flags +
           ut_flags;
  }
};

Header read_header(Bytes& in) {
  if (in.take(4) != "TZif") {
    throw std::runtime_error("not TZif");
  }
  Header header{};
  header.version = in.take(1)[0];
  in.take(15);
  for (std::size_t* count : {&header.ut_flags, &header.standard_flags, &header.leap_seconds, &header.changes,
                             &header.types, &header.letters}) {
    *count = static_cast<std::size_t>(in.number(4));
  }
  return header;
}

seconds read_offset(std::string_view types, std::size_t type) {
  Bytes in(types);
  in.take(type * 6);
  return seconds{static_cast<std::int32_t>(static_cast<std::uint32_t>(in.number(4)))};
}

// Takes the parts of a POSIX TZ string off its front.
class PosixReader {
 public:
  explicit PosixReader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool next_is(char c) const { return !rest_.empty() && rest_.front() == c; }

  bool skip(char c) {
    const bool is = next_is(c);
    if (is) {
      rest_.remove_prefix(1);
    }
    return is;
  }

  void expect(char c) {
    if (!skip(c)) {
      fail();
    }
  }

  void skip_abbreviation() {
    std::size_t size = 0;
    if (next_is('<')) {
      size = rest_.find('>');
      size = size == std::string_view::npos ? 0 : size + 1;
    } else {
      while (size < rest_.size() && is_letter(rest_[size])) {
        ++size;
      }
    }
    if (size < 3) {
      fail();
    }
    rest_.remove_prefix(size);
  }

  int number(int max) {
    if (rest_.empty() || !is_digit(rest_.front())) {
      fail();
    }
    int value = 0;
    while (!rest_.empty() && is_digit(rest_.front())) {
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
      if (value > max) {
        fail();
      }
    }
    return value;
  }

  // "-1", "5:30", "50", in minutes.
  int time() {
    const bool negative = next_is('-');
    if (!skip('-')) {
      skip('+');
    }
    int total = number(167) * 60;
    if (skip(':')) {
      total += number(59);
      if (skip(':') && number(59) != 0) {
        fail();
      }
    }
    return negative ? -total : total;
  }

  PosixDay day() {
    if (skip('J')) {
      const int day = number(365);
      if (day == 0) {
        fail();
      }
      return static_cast<PosixDay>(kJulianDay | day);
    }
    if (!skip('M')) {
      return static_cast<PosixDay>(kZeroBasedDay | number(365));
    }
    const int month = number(12);
    expect('.');
    const int week = number(5);
    expect('.');
    const int weekday = number(6);
    if (month == 0 || week == 0) {
      fail();
    }
    return static_cast<PosixDay>(month << 8 | week << 4 | weekday);
  }

  [[noreturn]] static void fail() { throw std::runtime_error("not a POSIX TZ string in whole minutes"); }

 private:
  static bool is_digit(char c) { return '0' <= c && c <= '9'; }
  static bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

  std::string_view rest_;
};

}  // namespace

Tzif read_tzif(std::string_view bytes) {
  Bytes in(bytes);
  // The first block repeats the data with 32-bit times, or is empty.
  const Header narrow = read_header(in);
  if (narrow.version < '2') {
    throw std::runtime_error("TZif of version 1");
  }
  in.take(narrow.body_size(4));
  const Header header = read_header(in);
  if (header.leap_seconds != 0) {
    throw std::runtime_error("carries leap seconds");
  }
  Bytes times(in.take(header.changes * 8));
  Bytes type_of_change(in.take(header.changes));
  const std::string_view types = in.take(header.types * 6);
  in.take(header.letters + header.standard_flags + header.ut_flags);

  Tzif zone;
  zone.initial = read_offset(types, 0);
  for (std::size_t i = 0; i < header.changes; ++i) {
    const sys_seconds at{seconds{static_cast<std::int64_t>(times.number(8))}};
    zone.changes.push_back({at, read_offset(types, static_cast<std::size_t>(type_of_change.number(1)))});
  }
  const std::string_view footer = in.rest();
  const std::size_t end = footer.find('\n', 1);
  if (footer.empty() || footer.front() != '\n' || end == std::string_view::npos) {
    throw std::runtime_error("has no footer");
  }
  zone.rule = std::string(footer.substr(1, end - 1));
  return zone;
}

ZoneRule parse_posix_rule(std::string_view text) {
  PosixReader in(text);
  ZoneRule rule;
  in.skip_abbreviation();
  // POSIX counts offsets westwards.
  rule.standard = static_cast<std::int16_t>(-in.time());
  rule.daylight = rule.standard;
  if (in.done()) {
    return rule;
  }
  in.skip_abbreviation();
  rule.daylight = static_cast<std::int16_t>(in.next_is(',') ? rule.standard + 60 : -in.time());
  constexpr std::int16_t kTwoOClock = 120;
  in.expect(',');
  rule.start_day = in.day();
  rule.start_time = in.skip('/') ? static_cast<std::int16_t>(in.time()) : kTwoOClock;
  in.expect(',');
  rule.end_day = in.day();
  rule.end_time = in.skip('/') ? static_cast<std::int16_t>(in.time()) : kTwoOClock;
  if (!in.done()) {
    PosixReader::fail();
  }
  return rule;
}

}  // namespace supportcalc::zone_table
