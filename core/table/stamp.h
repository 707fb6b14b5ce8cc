// Dates and times as tables hold them: what a cell says, before any zone.
//
// Fractions of a second are dropped. Nothing is guessed: where a cell can be read day first and month first, only the
// order given decides.
#ifndef SUPPORTCALC_TABLE_STAMP_H_
#define SUPPORTCALC_TABLE_STAMP_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "civil/civil.h"

namespace supportcalc {

// How the numbers of a date follow each other, where the cell itself does not say.
enum class DateOrder : std::uint8_t { Unknown, DayFirst, MonthFirst, YearFirst };

inline constexpr std::array<std::string_view, 4> kDateOrderNames = {"", "dmy", "mdy", "ymd"};

struct Stamp {
  local_seconds wall;             // UTC where `offset` is zero
  std::optional<seconds> offset;  // east of UTC, where the cell gives it
  bool has_time = false;          // else `wall` is midnight, and the time of day is open
};

// What the cells of a column say about the order of their numbers.
struct DateEvidence {
  std::size_t either = 0;       // can be read day first and month first, and are another day then
  std::size_t day_first = 0;    // only day first
  std::size_t month_first = 0;  // only month first
  std::size_t plain = 0;        // say their order: year first with four digits, names of months, numbers of seconds
  std::size_t unreadable = 0;

  std::size_t settled() const { return day_first + month_first; }
  DateEvidence& operator+=(const DateEvidence& other);
  // The order that all cells agree on; nothing where some say this and some that, or where none says anything and some
  // could be read both ways.
  std::optional<DateOrder> order() const;
};

// Reads a cell without spaces around it:
//
//  - RFC 3339 and its relatives: "2026-04-02T14:30:00Z", "2024-11-30 18:11:00.18", "2024-03-11T06:23:00.000+0000";
//  - numbers by `order`: "29/2/2016 01:16", "05.09.2025 14:10", "3/17/2025 6:04", "06-11-2024 11:35", "3/1/24";
//  - names of months, English, German, French, Spanish, Portuguese, Italian: "28/Nov/25 5:03 PM", "Nov 28, 2025 17:03";
//  - dates alone: no time of day;
//  - numbers: eight digits are yyyymmdd, fourteen yyyymmddhhmmss; 20000 to 80000 are days since 1899-12-30, as
//    spreadsheets count, without a fraction a date alone; of nine to ten digits seconds since 1970-01-01Z, of twelve to
//    thirteen milliseconds;
//  - times may end in "AM", "PM", "Uhr", "UTC", "GMT", "Z", an offset or a short name of a zone, which says nothing;
//  - a year of two digits is 1970 to 2069.
//
// Nothing for any other text, for a day that does not exist, and for numbers that `order` does not fit. `evidence`
// counts what the cell says of the order, whatever `order` is; it may be null.
//
// Examples: "3/17/2025 6:04" with Unknown is 17 March 2025, 06:04; "3/4/2025" with Unknown is nothing.
std::optional<Stamp> read_stamp(std::string_view text, DateOrder order, DateEvidence* evidence);

// What a cell looks like: digits as 9, letters as a, each run of them once. Example: "29/2/2016 01:16" is "9/9/9 9:9".
// At most so many bytes of it.
std::string shape_of(std::string_view text);

// Reads a length of time: "7.283420780050803" or "7,28" in `unit` seconds, "1:30" and "1:30:00" as hours. Fractions of
// a second are dropped. Nothing for any other text.
std::optional<seconds> read_duration(std::string_view text, seconds unit);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_STAMP_H_
