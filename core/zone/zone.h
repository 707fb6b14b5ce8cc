// Time zones: what a zone's clocks show at an instant, and which instant a wall time means.
//
// Every IANA name and alias, from 2015 on, out of a table generated from tzdata (tools/make_zone_table);
// after the last listed change a zone follows its POSIX rule for ever. No files, no environment.
#ifndef SUPPORTCALC_ZONE_ZONE_H_
#define SUPPORTCALC_ZONE_ZONE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "civil/civil.h"

namespace supportcalc {

// A stretch of time with one offset: [begin, end).
struct ZoneSpan {
  sys_seconds begin;
  sys_seconds end;
  seconds offset{};  // east of UTC
};

// How a wall time maps to instants.
struct LocalTime {
  enum class Kind : std::uint8_t { Unique, Gap, Overlap };
  Kind kind = Kind::Unique;
  // Unique: the instant. Gap: the instant of the transition. Overlap: the first occurrence.
  sys_seconds instant;
  // Overlap: the second occurrence; otherwise equal to `instant`.
  sys_seconds second;
};

// A cheap handle to a row of the built-in table; copy it freely, it is valid for ever.
class Zone {
 public:
  // The name it was asked for ("Asia/Calcutta" stays "Asia/Calcutta").
  std::string_view name() const;

  // The span `t` falls in. Spans before 2015 are merged into the first one.
  //
  // Example: Europe/Zurich at 2026-03-29T01:00Z begins a span with offset 2 h.
  ZoneSpan span_at(sys_seconds t) const;

  // The instant of a wall time, by the rule of the design: in a gap the instant of the transition, for a
  // wall time that occurs twice its first occurrence.
  LocalTime resolve(local_seconds wall) const;
  sys_seconds to_instant(local_seconds wall) const { return resolve(wall).instant; }

  local_seconds to_local(sys_seconds t) const {
    return local_seconds{t.time_since_epoch() + span_at(t).offset};
  }

 private:
  friend Result<Zone> find_zone(std::string_view name, std::string_view pointer);
  explicit Zone(std::size_t row) : row_(row) {}
  std::size_t row_;
};

// Looks a name up, exactly as IANA spells it. Errors: zone.unknown, with the nearest name as a hint.
Result<Zone> find_zone(std::string_view name, std::string_view pointer);

// Every name and alias, sorted.
std::vector<std::string_view> zone_names();

// The tzdata release the table was made from: "2026f".
std::string_view zone_release();

}  // namespace supportcalc

#endif  // SUPPORTCALC_ZONE_ZONE_H_
