// Builds a zone table from installed tzdata and writes it as C++ source.
//
// Native only. The same tzdata always gives the same bytes: nothing depends on time, order of files or place.
#ifndef SUPPORTCALC_TOOLS_ZONE_TABLE_TABLE_BUILDER_H_
#define SUPPORTCALC_TOOLS_ZONE_TABLE_TABLE_BUILDER_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "zone/zone_table.h"

namespace supportcalc::zone_table {

// A ZoneTable that owns its parts.
struct OwnedZoneTable {
  std::string release;
  std::string names;
  std::vector<std::uint16_t> landmarks;
  std::vector<std::uint8_t> name_histories;
  std::vector<ZoneHistory> histories;
  std::vector<std::uint32_t> change_gaps;
  std::vector<std::int16_t> change_offsets;
  std::vector<ZoneRule> rules;

  // Valid as long as this object is neither moved nor changed.
  ZoneTable view() const;
};

// The release in the first line of tzdata.zi in `folder`: "2026f".
std::string read_release(const std::filesystem::path& folder);

// Reads tzdata.zi for the release and the names, zones and links alike, and each name's compiled file, all in
// `folder`. Changes that the zone's POSIX rule repeats anyway are dropped, equal histories, rules and runs of
// changes are kept once.
//
// Throws std::runtime_error, naming the zone, when a file is missing or unreadable, when an offset or a
// change since 2015 is not in whole minutes, or when the table's index types are too small.
OwnedZoneTable build_table(const std::filesystem::path& folder);

// The text of core/zone/zone_table.cpp.
std::string to_source(const ZoneTable& table);

}  // namespace supportcalc::zone_table

#endif  // SUPPORTCALC_TOOLS_ZONE_TABLE_TABLE_BUILDER_H_
