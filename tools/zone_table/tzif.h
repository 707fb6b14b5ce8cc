// Reads compiled zone files: TZif (RFC 9636) from version 2 on, and the POSIX TZ string at their end.
//
// Native only, for the generator and the oracle test. Leap seconds and abbreviations are left out.
#ifndef SUPPORTCALC_TOOLS_ZONE_TABLE_TZIF_H_
#define SUPPORTCALC_TOOLS_ZONE_TABLE_TZIF_H_

#include <string>
#include <string_view>
#include <vector>

#include "civil/civil.h"
#include "zone/zone_table.h"

namespace supportcalc::zone_table {

struct TzifChange {
  sys_seconds at;
  seconds offset{};  // in force from `at` on
};

struct Tzif {
  seconds initial{};  // before the first change
  std::vector<TzifChange> changes;
  std::string rule;  // the POSIX TZ string that holds after the last change
};

// Throws std::runtime_error when the bytes are not TZif of version 2 or later, are cut short, or carry leap
// seconds.
Tzif read_tzif(std::string_view bytes);

// "CET-1CEST,M3.5.0,M10.5.0/3", with the hours up to 167 and the signs that RFC 9636 allows.
// Throws std::runtime_error for another text or for an offset or time that is not in whole minutes.
ZoneRule parse_posix_rule(std::string_view text);

}  // namespace supportcalc::zone_table

#endif  // SUPPORTCALC_TOOLS_ZONE_TABLE_TZIF_H_
