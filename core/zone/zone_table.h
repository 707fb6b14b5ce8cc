// The table of zones and the functions that read it.
//
// Internal to `zone` and to the generator, which builds a table of its own from the installed tzdata; others
// use zone.h. The built-in table is zone_table.cpp, written by tools/zone_table.
//
// Everything is in whole minutes: since 2015 no zone has had a finer offset, and the generator refuses one.
#ifndef SUPPORTCALC_ZONE_ZONE_TABLE_H_
#define SUPPORTCALC_ZONE_ZONE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "civil/civil.h"
#include "zone/zone.h"

namespace supportcalc {

// A day of every year, as POSIX TZ strings write it, in 16 bits:
//
//  - "Mm.w.d" is m << 8 | w << 4 | d: weekday d (0 is Sunday), the w-th of month m, 5 being the last;
//  - "Jn" is kJulianDay | n: day 1..365, 29 February never counted;
//  - "n" is kZeroBasedDay | n: day 0..365, 29 February counted.
using PosixDay = std::uint16_t;
inline constexpr PosixDay kJulianDay = 0x1000;
inline constexpr PosixDay kZeroBasedDay = 0x2000;

// What a zone does for ever: its POSIX TZ string without the abbreviations.
struct ZoneRule {
  std::int16_t standard = 0;    // offset east of UTC
  std::int16_t daylight = 0;    // equal to `standard`: no change ever; below it in Ireland's winter
  PosixDay start_day = 0;       // to `daylight`
  PosixDay end_day = 0;         // back to `standard`
  std::int16_t start_time = 0;  // wall time before the change, -167 h .. 167 h from that day's midnight
  std::int16_t end_time = 0;

  bool operator==(const ZoneRule&) const = default;
};

// What a zone did and does: an offset, listed changes, and from the last of these on a rule.
struct ZoneHistory {
  std::int16_t initial = 0;        // the offset before the first listed change
  std::uint16_t first_change = 0;  // into ZoneTable::change_gaps and change_offsets
  std::uint8_t change_count = 0;
  std::uint8_t rule = 0;

  bool operator==(const ZoneHistory&) const = default;
};

// The instant minutes are counted from, and from which on histories are kept.
inline constexpr sys_seconds kTableEpoch = kFirstInstant;

// A search bisects the landmarks and then walks: a list of all positions would cost more than it is worth.
inline constexpr std::size_t kLandmarkDistance = 16;

// A view of a table's parts.
struct ZoneTable {
  std::string_view release;
  std::string_view names;                        // sorted, each followed by NUL
  std::span<const std::uint16_t> landmarks;      // where every kLandmarkDistance-th name begins, from the first on
  std::span<const std::uint8_t> name_histories;  // by position of the name
  std::span<const ZoneHistory> histories;
  // Minutes since the change before; a history's first one since kTableEpoch. Gaps repeat where times do not,
  // and so compress to a third; no history but Gaza's and Hebron's is long enough to miss a binary search.
  std::span<const std::uint32_t> change_gaps;
  std::span<const std::int16_t> change_offsets;  // in force from that time on
  std::span<const ZoneRule> rules;
};

extern const ZoneTable kBuiltInZones;

// A row of the table.
struct ZoneRow {
  std::uint16_t name = 0;  // where the name begins in ZoneTable::names
  std::uint8_t history = 0;
};

// The row with exactly this name.
std::optional<ZoneRow> find_row(const ZoneTable& table, std::string_view name);

// The name that begins at `at` of the table's names.
std::string_view name_at(const ZoneTable& table, std::size_t at);

// As the members of Zone, for a history of any table.
ZoneSpan span_at(const ZoneTable& table, std::uint8_t history, sys_seconds t);
LocalTime resolve(const ZoneTable& table, std::uint8_t history, local_seconds wall);

// The span of a rule alone, as if it had always been in force.
ZoneSpan span_at(const ZoneRule& rule, sys_seconds t);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ZONE_ZONE_TABLE_H_
