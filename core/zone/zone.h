// Time zones: what a zone's clocks show at an instant, and which instant a wall time means.
//
// Every IANA name and alias, from 2015 on, out of a table generated from tzdata (tools/zone_table);
// after the last listed change a zone follows its POSIX rule for ever. No files, no environment.
#ifndef SUPPORTCALC_ZONE_ZONE_H_
#define SUPPORTCALC_ZONE_ZONE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "civil/civil.h"

namespace supportcalc {

// Where a zone's first span begins and its last one ends: far outside every supported instant, and far
// enough from the ends of the clock's range for any arithmetic a caller does.
inline constexpr sys_seconds kFirstSpanBegin = sys_days{date::year{0} / 1 / 1};
inline constexpr sys_seconds kLastSpanEnd = sys_days{date::year{9999} / 12 / 31};

// A stretch of time with one offset: [begin, end).
struct ZoneSpan {
  sys_seconds begin;
  sys_seconds end;
  seconds offset{};  // east of UTC

  bool operator==(const ZoneSpan&) const = default;
};

// How a wall time maps to instants.
struct LocalTime {
  enum class Kind : std::uint8_t { Unique, Gap, Overlap };
  Kind kind = Kind::Unique;
  // Unique: the instant. Gap: the instant of the transition. Overlap: the first occurrence.
  sys_seconds instant;
  // Overlap: the second occurrence; otherwise equal to `instant`.
  sys_seconds second;

  bool operator==(const LocalTime&) const = default;
};

// A cheap handle to a row of the built-in table; copy it freely, it is valid for ever.
class Zone {
 public:
  // The name it was asked for ("Asia/Calcutta" stays "Asia/Calcutta").
  std::string_view name() const;

  // The span `t` falls in.
  //
  //  - Spans before 2015 are merged into the first one, which begins at kFirstSpanBegin.
  //  - Of a zone that changes no more, the last span ends at kLastSpanEnd.
  //  - An instant outside these two counts as the nearest one inside.
  //
  // Example: Europe/Zurich at 2026-03-29T01:00Z begins a span with offset 2 h.
  ZoneSpan span_at(sys_seconds t) const;

  // The instant of a wall time, by the rule of the design: in a gap the instant of the transition, for a
  // wall time that occurs twice its first occurrence.
  //
  // Example, Europe/Zurich: 2026-03-29T02:30 is a Gap at 2026-03-29T01:00Z; 2026-10-25T02:30 is an Overlap,
  // 2026-10-25T00:30Z and 2026-10-25T01:30Z.
  LocalTime resolve(local_seconds wall) const;
  sys_seconds to_instant(local_seconds wall) const { return resolve(wall).instant; }

  local_seconds to_local(sys_seconds t) const { return local_seconds{t.time_since_epoch() + span_at(t).offset}; }

  // Same name; aliases of one zone differ.
  bool operator==(const Zone&) const = default;

 private:
  friend Result<Zone> find_zone(std::string_view name, std::string_view pointer);
  Zone(std::uint16_t name, std::uint8_t history) : name_(name), history_(history) {}

  std::uint16_t name_;    // where the name begins in the table's names
  std::uint8_t history_;  // which of the table's histories the name has
};

// Looks a name up, exactly as IANA spells it, letter case included: "Europe/Zurich", "UTC".
//
// Errors: zone.unknown (name; nearest, the closest name by spelling, left out when none is close or the text
// is longer than any name).
Result<Zone> find_zone(std::string_view name, std::string_view pointer);

// Every name and alias, sorted.
std::vector<std::string_view> zone_names();

// The tzdata release the table was made from: "2026f".
std::string_view zone_release();

}  // namespace supportcalc

#endif  // SUPPORTCALC_ZONE_ZONE_H_
