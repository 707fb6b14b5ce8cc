#include "table/stamp.h"

#include <algorithm>
#include <array>
#include <string>

namespace supportcalc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// What is left of a cell.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char peek(std::size_t i = 0) const { return i < rest_.size() ? rest_[i] : '\0'; }
  void skip(std::size_t count = 1) { rest_.remove_prefix(std::min(count, rest_.size())); }
  void skip_spaces() {
    while (peek() == ' ' || rest_.starts_with("\xC2\xA0") || rest_.starts_with("\xE2\x80\xAF")) {
      skip(peek() == ' ' ? 1 : peek() == '\xC2' ? 2 : 3);
    }
  }
  bool take(char c) {
    if (peek() != c) {
      return false;
    }
    skip();
    return true;
  }
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) {
      return false;
    }
    skip(text.size());
    return true;
  }
  std::size_t count_digits() const {
    std::size_t count = 0;
    while (is_digit(peek(count))) {
      ++count;
    }
    return count;
  }
  // The number at the front, of at most `most` digits; -1 where there is none.
  int number(std::size_t most) {
    const std::size_t digits = count_digits();
    if (digits == 0 || digits > most) {
      return -1;
    }
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      value = value * 10 + (rest_[i] - '0');
    }
    skip(digits);
    return value;
  }
  // Exactly so many digits.
  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(peek(i))) {
        return -1;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    skip(count);
    return value;
  }
  std::string_view word() const {
    std::size_t size = 0;
    while (size < rest_.size() && is_letter(rest_[size])) {
      ++size;
    }
    return rest_.substr(0, size);
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// --- months

struct MonthName {
  std::string_view begins;  // in lower case, without accents
  int month;
};
// The beginnings that tell months apart, in the six languages. A name is one that begins so; "mar" and "mai" are whole
// or go on in a month's name.
constexpr std::array kMonths = {
    MonthName{"jan", 1},  MonthName{"jän", 1},  MonthName{"janv", 1}, MonthName{"ene", 1},  MonthName{"gen", 1},
    MonthName{"feb", 2},  MonthName{"fev", 2},  MonthName{"fév", 2},  MonthName{"mar", 3},  MonthName{"mär", 3},
    MonthName{"mae", 3},  MonthName{"mrz", 3},  MonthName{"apr", 4},  MonthName{"avr", 4},  MonthName{"abr", 4},
    MonthName{"may", 5},  MonthName{"mai", 5},  MonthName{"mag", 5},  MonthName{"jun", 6},  MonthName{"juin", 6},
    MonthName{"giu", 6},  MonthName{"jul", 7},  MonthName{"juil", 7}, MonthName{"lug", 7},  MonthName{"aug", 8},
    MonthName{"aoû", 8},  MonthName{"aou", 8},  MonthName{"ago", 8},  MonthName{"sep", 9},  MonthName{"set", 9},
    MonthName{"oct", 10}, MonthName{"okt", 10}, MonthName{"out", 10}, MonthName{"ott", 10}, MonthName{"nov", 11},
    MonthName{"dec", 12}, MonthName{"dez", 12}, MonthName{"déc", 12}, MonthName{"dic", 12},
};
constexpr std::array<std::string_view, 16> kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo",
                                                        "di",  "mi",  "do",  "fr",  "sa",  "so",  "die", "don"};

std::string lower(std::string_view text) {
  std::string result(text.substr(0, 24));
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

int month_of(std::string_view word) {
  if (word.size() < 3) {
    return -1;
  }
  const std::string name = lower(word);
  for (const auto& [begins, month] : kMonths) {
    if (name.starts_with(begins)) {
      return month;
    }
  }
  return -1;
}

bool is_weekday(std::string_view word) {
  const std::string name = lower(word);
  return month_of(word) < 0 && std::any_of(kWeekdays.begin(), kWeekdays.end(), [&name](std::string_view day) {
           return name == day || (day.size() == 3 && name.starts_with(day) && name.size() > 5) ||
                  (name.ends_with("tag") && name.starts_with(day)) || name == "mittwoch";
         });
}

// --- parts

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

int full_year(int year, std::size_t digits) {
  constexpr int kFirstOfTwoDigits = 70;
  return digits == 2 ? year + (year < kFirstOfTwoDigits ? 2000 : 1900) : year;
}

std::optional<local_days> to_days(const Day& day) {
  const auto date = date::year{day.year} / day.month / day.day;
  if (day.year < 1900 || day.year > 2999 || day.month < 1 || day.month > 12 || day.day < 1 || !date.ok()) {
    return std::nullopt;
  }
  return local_days{date};
}

// Three numbers whose order the text leaves open.
std::optional<Day> ordered(std::array<int, 3> numbers, std::size_t last_digits, DateOrder order,
                           DateEvidence& evidence) {
  const bool day_first = numbers[0] <= 31 && numbers[1] >= 1 && numbers[1] <= 12 && numbers[0] >= 1;
  const bool month_first = numbers[1] <= 31 && numbers[0] >= 1 && numbers[0] <= 12 && numbers[1] >= 1;
  if (last_digits == 2 && order == DateOrder::YearFirst) {
    return Day{full_year(numbers[0], 2), numbers[1], numbers[2]};
  }
  const int year = full_year(numbers[2], last_digits);
  if (day_first && month_first && numbers[0] == numbers[1]) {
    ++evidence.plain;  // the same day either way
    return Day{year, numbers[0], numbers[0]};
  }
  if (day_first && month_first) {
    ++evidence.either;
  } else if (day_first) {
    ++evidence.day_first;
  } else if (month_first) {
    ++evidence.month_first;
  }
  if (order == DateOrder::DayFirst || (order == DateOrder::Unknown && day_first && !month_first)) {
    return day_first ? std::optional(Day{year, numbers[1], numbers[0]}) : std::nullopt;
  }
  if (order == DateOrder::MonthFirst || (order == DateOrder::Unknown && month_first && !day_first)) {
    return month_first ? std::optional(Day{year, numbers[0], numbers[1]}) : std::nullopt;
  }
  return std::nullopt;
}

bool is_date_separator(char c) { return c == '/' || c == '-' || c == '.' || c == ' '; }

// "28/Nov/25", "5. März 2025", "Nov 28, 2025", "2025-Nov-28"; a year may come behind the time.
std::optional<Day> named_month(Reader& reader, bool& year_follows) {
  const auto skip_separators = [&reader] {
    while (is_date_separator(reader.peek()) || reader.peek() == ',') {
      reader.skip();
    }
    reader.take(std::string_view("de "));  // "28 de noviembre de 2025"
  };
  int first = -1;
  std::size_t first_digits = 0;
  if (is_digit(reader.peek())) {
    first_digits = reader.count_digits();
    first = reader.number(4);
    skip_separators();
  }
  const int month = month_of(reader.word());
  if (month < 0) {
    return std::nullopt;
  }
  reader.skip(reader.word().size());
  skip_separators();
  const std::size_t second_digits = reader.count_digits();
  const int second = reader.number(4);
  if (second < 0) {
    return std::nullopt;
  }
  if (first_digits == 4) {
    return Day{first, month, second};
  }
  if (first >= 0) {
    return second_digits == 2 || second_digits == 4 ? std::optional(Day{full_year(second, second_digits), month, first})
                                                    : std::nullopt;
  }
  const auto ordinal = lower(reader.word());
  if (ordinal == "st" || ordinal == "nd" || ordinal == "rd" || ordinal == "th") {
    reader.skip(2);
  }
  skip_separators();
  // "Mar 11 06:23:00 2024"
  if (reader.peek(1) == ':' || reader.peek(2) == ':') {
    year_follows = true;
    return Day{0, month, second};
  }
  const std::size_t year_digits = reader.count_digits();
  const int year = reader.number(4);
  return year_digits == 2 || year_digits == 4 ? std::optional(Day{full_year(year, year_digits), month, second})
                                              : std::nullopt;
}

std::optional<Day> read_day(Reader& reader, DateOrder order, DateEvidence& evidence, bool& year_follows) {
  const std::size_t first_digits = reader.count_digits();
  if (first_digits == 0 || first_digits > 4) {
    return first_digits == 0 ? named_month(reader, year_follows) : std::nullopt;
  }
  Reader ahead = reader;
  std::array<int, 3> numbers{};
  numbers[0] = ahead.number(4);
  const char separator = ahead.peek();
  const bool is_chinese = ahead.take(std::string_view("年"));
  if (!is_chinese) {
    if (!is_date_separator(separator) || !is_digit(ahead.peek(1))) {
      return named_month(reader, year_follows);
    }
    ahead.skip();
  }
  numbers[1] = ahead.number(2);
  if (numbers[1] < 0 || !(is_chinese ? ahead.take(std::string_view("月")) : ahead.take(separator))) {
    return std::nullopt;
  }
  const std::size_t last_digits = ahead.count_digits();
  numbers[2] = ahead.number(4);
  if (numbers[2] < 0 || (is_chinese && !ahead.take(std::string_view("日")))) {
    return std::nullopt;
  }
  reader = ahead;
  if (first_digits == 4) {
    ++evidence.plain;
    return last_digits <= 2 ? std::optional(Day{numbers[0], numbers[1], numbers[2]}) : std::nullopt;
  }
  if (first_digits == 3 || (last_digits != 4 && last_digits != 2)) {
    return std::nullopt;
  }
  return ordered(numbers, last_digits, order, evidence);
}

// "14:10", "6:04 PM", "18:11:00.18", "14.10 Uhr", "14h10".
std::optional<seconds> read_time(Reader& reader) {
  int hour = reader.number(2);
  const char separator = reader.peek();
  if (hour < 0 || hour > 23 || (separator != ':' && separator != '.' && separator != 'h')) {
    return std::nullopt;
  }
  reader.skip();
  const int minute = reader.digits(2);
  int second = 0;
  if (minute < 0 || minute > 59) {
    return std::nullopt;
  }
  if (separator != 'h' && reader.peek() == separator && is_digit(reader.peek(1))) {
    reader.skip();
    second = reader.digits(2);
    if (second < 0 || second > 59) {
      return std::nullopt;
    }
    if ((reader.peek() == '.' || reader.peek() == ',' || reader.peek() == ':') && is_digit(reader.peek(1))) {
      reader.skip();
      reader.skip(reader.count_digits());
    }
  }
  reader.skip_spaces();
  const std::string half = lower(reader.rest().substr(0, 4));
  const bool dotted = half.starts_with("a.m.") || half.starts_with("p.m.");
  const bool whole_word = half.size() < 3 || !is_letter(half[2]);
  if (dotted || ((half.starts_with("am") || half.starts_with("pm")) && whole_word)) {
    if (hour < 1 || hour > 12) {
      return std::nullopt;
    }
    hour = hour % 12 + (half.front() == 'p' ? 12 : 0);
    reader.skip(dotted ? 4 : 2);
  } else if (half.starts_with("uhr")) {
    reader.skip(3);
  }
  return seconds{hour * 3600 + minute * 60 + second};
}

// What stands behind a time; false when that is no zone.
bool read_zone(Reader& reader, std::optional<seconds>& offset) {
  reader.skip_spaces();
  if (reader.at_end()) {
    return true;
  }
  const std::string_view word = reader.word();
  if (!word.empty()) {
    const std::string name = lower(word);
    reader.skip(word.size());
    const bool is_utc = name == "z" || name == "utc" || name == "gmt" || name == "ut";
    if (!is_utc && (name.size() < 2 || name.size() > 5)) {
      return false;
    }
    if (is_utc && reader.at_end()) {
      offset = seconds{0};
      return true;
    }
    if (!is_utc) {
      return reader.at_end();  // "CET": it says no more than the column's zone does
    }
  }
  reader.skip_spaces();
  const char sign = reader.peek();
  if (sign == '+' || sign == '-') {
    reader.skip();
    const int hours = reader.digits(2);
    if (hours < 0 || hours > 23) {
      return false;
    }
    reader.take(':');
    const int minutes = reader.at_end() || reader.peek() == ' ' ? 0 : reader.digits(2);
    if (minutes < 0 || minutes > 59) {
      return false;
    }
    offset = seconds{(sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60)};
  } else if (!word.empty()) {
    offset = seconds{0};
  }
  reader.skip_spaces();
  if (reader.peek() == '(') {  // "(Central European Time)"
    return offset && reader.rest().ends_with(')');
  }
  return reader.at_end();
}

// A cell that is one number.
std::optional<Stamp> read_number(std::string_view text, DateEvidence& evidence) {
  constexpr local_days kSpreadsheetEpoch = local_days{date::year{1899} / 12 / 30};
  constexpr std::size_t kFewestEpochDigits = 9;
  Reader reader(text);
  const std::size_t digits = reader.count_digits();
  const std::string_view whole = text.substr(0, digits);
  std::string_view fraction = text.substr(digits);
  if (digits == 0 || digits > 16 || (!fraction.empty() && fraction.front() != '.' && fraction.front() != ',')) {
    return std::nullopt;
  }
  if (!fraction.empty()) {
    fraction.remove_prefix(1);
    if (fraction.empty() || fraction.size() > 18 || !std::all_of(fraction.begin(), fraction.end(), is_digit)) {
      return std::nullopt;
    }
  }
  std::int64_t value = 0;
  for (const char c : whole) {
    value = value * 10 + (c - '0');
  }
  ++evidence.plain;
  if (digits == 5 && value >= 20'000 && value < 80'000) {
    double part = 0;
    for (std::size_t i = fraction.size(); i > 0; --i) {
      part = (part + (fraction[i - 1] - '0')) / 10;
    }
    constexpr double kDay = 86'400;
    // A spreadsheet keeps some fifteen digits: what is within a thousandth below a second is that second.
    const auto second = static_cast<std::int64_t>(part * kDay + 0.001);
    return Stamp{kSpreadsheetEpoch + date::days{value} + seconds{second}, std::nullopt, !fraction.empty()};
  }
  if ((digits == 8 || digits == 12 || digits == 14) && fraction.empty() && value >= 0) {
    const auto two = [whole](std::size_t at) { return (whole[at] - '0') * 10 + (whole[at + 1] - '0'); };
    const auto day = to_days({two(0) * 100 + two(2), two(4), two(6)});
    const bool has_time = digits > 8;
    const seconds time = has_time ? seconds{two(8) * 3600 + two(10) * 60 + (digits == 14 ? two(12) : 0)} : seconds{0};
    if (day && (digits != 12 || two(0) >= 19) && (!has_time || (two(8) < 24 && two(10) < 60))) {
      return Stamp{*day + time, std::nullopt, has_time};
    }
  }
  const auto utc = [](std::int64_t second) { return Stamp{local_seconds{seconds{second}}, seconds{0}, true}; };
  if (digits == kFewestEpochDigits || digits == 10) {
    return utc(value);
  }
  if (digits == 12 || digits == 13) {
    return utc(value / 1000);
  }
  if (digits == 16) {
    return utc(value / 1'000'000);
  }
  --evidence.plain;
  return std::nullopt;
}

std::optional<Stamp> read(std::string_view text, DateOrder order, DateEvidence& evidence) {
  if (const auto number = read_number(text, evidence)) {
    return number;
  }
  Reader reader(text);
  if (is_weekday(reader.word())) {
    reader.skip(reader.word().size());
    while (reader.peek() == ',' || reader.peek() == '.' || reader.peek() == ' ') {
      reader.skip();
    }
  }
  bool year_follows = false;
  const DateEvidence before = evidence;
  auto day = read_day(reader, order, evidence, year_follows);
  Stamp stamp;
  // An order that is not known yet leaves the rest to be looked at: is this a date at all?
  const bool is_open = !day && evidence.either != before.either;
  if (!day && !is_open) {
    return std::nullopt;
  }
  reader.take(',');
  if ((reader.take('T') || reader.take('t') || reader.take('_')) && reader.at_end()) {
    return std::nullopt;
  }
  reader.skip_spaces();
  for (const std::string_view word : {"at ", "um ", "à ", "- ", "@ "}) {
    if (reader.take(word)) {
      break;
    }
  }
  seconds time{0};
  if (!reader.at_end()) {
    const auto found = read_time(reader);
    if (!found) {
      evidence = before;
      return std::nullopt;
    }
    time = *found;
    stamp.has_time = true;
    if (year_follows) {
      reader.skip_spaces();
      if (day) {
        day->year = reader.digits(4);
      }
    }
    if (!read_zone(reader, stamp.offset)) {
      evidence = before;
      return std::nullopt;
    }
  }
  const auto date = day ? to_days(*day) : std::nullopt;
  if (!date) {
    if (!is_open) {
      evidence = before;
    }
    return std::nullopt;
  }
  if (evidence.either == before.either && evidence.settled() == before.settled() && evidence.plain == before.plain) {
    ++evidence.plain;  // a name of a month
  }
  stamp.wall = *date + time;
  return stamp;
}

}  // namespace

DateEvidence& DateEvidence::operator+=(const DateEvidence& other) {
  either += other.either;
  day_first += other.day_first;
  month_first += other.month_first;
  plain += other.plain;
  unreadable += other.unreadable;
  return *this;
}

std::optional<DateOrder> DateEvidence::order() const {
  if (day_first > 0 && month_first > 0) {
    return std::nullopt;
  }
  if (day_first > 0) {
    return DateOrder::DayFirst;
  }
  if (month_first > 0) {
    return DateOrder::MonthFirst;
  }
  return either > 0 ? std::nullopt : std::optional(DateOrder::YearFirst);
}

std::optional<Stamp> read_stamp(std::string_view text, DateOrder order, DateEvidence* evidence) {
  constexpr std::size_t kLongestStamp = 80;
  DateEvidence own;
  DateEvidence& counted = evidence != nullptr ? *evidence : own;
  const std::size_t either = counted.either;
  const auto stamp = text.size() > kLongestStamp ? std::nullopt : read(text, order, counted);
  counted.unreadable += !stamp && (counted.either == either || order != DateOrder::Unknown) ? 1U : 0U;
  return stamp;
}

std::string shape_of(std::string_view text) {
  constexpr std::size_t kLongestShape = 40;
  std::string shape;
  for (const char c : text) {
    const char kind = is_digit(c) ? '9' : is_letter(c) ? 'a' : c;
    if ((kind == '9' || kind == 'a') && shape.ends_with(kind)) {
      continue;
    }
    if (shape.size() == kLongestShape) {
      break;
    }
    shape += kind;
  }
  return shape;
}

std::optional<seconds> read_duration(std::string_view text, seconds unit) {
  Reader reader(text);
  const bool negative = reader.take('-');
  const std::size_t digits = reader.count_digits();
  if (digits == 0 || digits > 12) {
    return std::nullopt;
  }
  std::int64_t whole = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    whole = whole * 10 + (reader.peek(i) - '0');
  }
  reader.skip(digits);
  std::int64_t total = 0;
  if (reader.peek() == ':' && whole <= 1'000'000) {
    reader.skip();
    const int minutes = reader.digits(2);
    const bool has_seconds = reader.take(':');
    const int second = has_seconds ? reader.digits(2) : 0;
    if (reader.take('.')) {
      reader.skip(reader.count_digits());
    }
    if (minutes < 0 || minutes > 59 || second < 0 || second > 59 || !reader.at_end()) {
      return std::nullopt;
    }
    total = whole * 3600 + std::int64_t{minutes} * 60 + second;
  } else {
    double part = 0;
    if (!reader.at_end()) {
      if (reader.peek() != '.' && reader.peek() != ',') {
        return std::nullopt;
      }
      reader.skip();
      const std::string_view fraction = reader.rest();
      if (fraction.empty() || fraction.size() > 30 || !std::all_of(fraction.begin(), fraction.end(), is_digit)) {
        return std::nullopt;
      }
      for (std::size_t i = fraction.size(); i > 0; --i) {
        part = (part + (fraction[i - 1] - '0')) / 10;
      }
    }
    // What was computed in floating point may lie a hair below a second.
    constexpr double kHair = 1e-6;
    total = whole * unit.count() + static_cast<std::int64_t>(part * static_cast<double>(unit.count()) + kHair);
  }
  constexpr std::int64_t kLongest = std::int64_t{100} * 366 * 86'400;
  if (total > kLongest) {
    return std::nullopt;
  }
  return seconds{negative ? -total : total};
}

}  // namespace supportcalc
