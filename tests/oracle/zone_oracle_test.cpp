// The zone engine against another one: date/tz, reading the installed tzdata.
//
// A table is built from the same installed tzdata, so the comparison holds for every release; the checked-in
// table is compared when its release is the installed one. To 2037 only: date/tz as packaged reads the listed
// changes of a file and not the rule that follows them.
#include <date/tz.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "zone/zone.h"
#include "zone/zone_table.h"
#include "zone_table/table_builder.h"

namespace supportcalc {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using date::year;

const std::filesystem::path kFolder = "/usr/share/zoneinfo";
constexpr sys_seconds kFrom = sys_days{year{2015} / 1 / 1};
constexpr sys_seconds kTo = sys_days{year{2037} / 1 / 1};

struct Stretch {
  sys_seconds begin;
  seconds offset{};

  bool operator==(const Stretch&) const = default;
};

void PrintTo(const Stretch& stretch, std::ostream* out) {
  *out << format_instant(stretch.begin) << " " << stretch.offset.count();
}

// Offsets of a zone from kFrom to kTo, the first stretch beginning at kFrom.
std::vector<Stretch> stretches(const date::time_zone& zone) {
  std::vector<Stretch> list;
  for (sys_seconds t = kFrom; t < kTo;) {
    const date::sys_info info = zone.get_info(t);
    if (list.empty() || list.back().offset != info.offset) {
      list.push_back({t, info.offset});
    }
    t = info.end;
  }
  return list;
}

std::vector<Stretch> stretches(const ZoneTable& table, std::uint8_t history) {
  std::vector<Stretch> list;
  for (sys_seconds t = kFrom; t < kTo;) {
    const ZoneSpan span = span_at(table, history, t);
    list.push_back({t, span.offset});
    t = span.end;
  }
  return list;
}

LocalTime resolve_by_date(const date::time_zone& zone, local_seconds wall) {
  const date::local_info info = zone.get_info(wall);
  const sys_seconds first{wall.time_since_epoch() - info.first.offset};
  switch (info.result) {
    case date::local_info::nonexistent:
      return {LocalTime::Kind::Gap, info.first.end, info.first.end};
    case date::local_info::ambiguous:
      return {LocalTime::Kind::Overlap, first, sys_seconds{wall.time_since_epoch() - info.second.offset}};
    default:
      return {LocalTime::Kind::Unique, first, first};
  }
}

void compare_with_date(const ZoneTable& table) {
  int names = 0;
  for (std::size_t at = 0; at < table.names.size(); ++names) {
    const std::string_view name = name_at(table, at);
    at += name.size() + 1;
    if (name == "Factory") {  // a placeholder without time; date leaves it out
      continue;
    }
    SCOPED_TRACE(name);
    const std::uint8_t history = find_row(table, name)->history;
    const date::time_zone* zone = date::locate_zone(std::string(name));
    const std::vector<Stretch> expected = stretches(*zone);
    ASSERT_EQ(stretches(table, history), expected);

    for (std::size_t i = 0; i < expected.size(); ++i) {
      const sys_seconds begin = expected[i].begin;
      const sys_seconds end = i + 1 < expected.size() ? expected[i + 1].begin : kTo;
      // Every instant of a stretch gives the same span, wherever one enters it.
      const ZoneSpan span = span_at(table, history, begin);
      ASSERT_TRUE(i == 0 ? span.begin == kFirstSpanBegin : span.begin == begin);
      ASSERT_TRUE(i + 1 == expected.size() ? span.end >= end : span.end == end);
      for (sys_seconds t = begin; t < end; t += 251h) {
        ASSERT_EQ(span_at(table, history, t), span) << format_instant(t);
      }
      ASSERT_EQ(span_at(table, history, end - 1s), span);
      // Wall times around each change, and at its very edges.
      if (i > 0) {
        for (const seconds offset : {expected[i - 1].offset, expected[i].offset}) {
          const local_seconds edge{begin.time_since_epoch() + offset};
          for (const seconds shift : {-48h - 0s, -3h - 0s, -1h - 0s, -30min - 0s, -1s, 0s, 1s, 900s, 1799s, 1800s,
                                      3599s, 3600s, 7200s, 86400s}) {
            ASSERT_EQ(resolve(table, history, edge + shift), resolve_by_date(*zone, edge + shift))
                << format_instant(begin) << " shifted by " << shift.count();
          }
        }
      }
    }
  }
  EXPECT_GT(names, 590);
}

TEST(ZoneOracle, TableFromTheInstalledTzdataAgreesWithDate) {
  const zone_table::OwnedZoneTable built = zone_table::build_table(kFolder);
  compare_with_date(built.view());
}

TEST(ZoneOracle, CheckedInTableIsTheOneBuiltFromItsRelease) {
  const std::string installed = zone_table::read_release(kFolder);
  if (installed != zone_release()) {
    std::cout << "note: the built-in zones are of tzdata " << zone_release() << ", installed is " << installed
              << "; script/zone-table renews them\n";
    return;
  }
  const zone_table::OwnedZoneTable built = zone_table::build_table(kFolder);
  compare_with_date(kBuiltInZones);
  std::ifstream in(SUPPORTCALC_ZONE_TABLE_SOURCE, std::ios::binary);
  ASSERT_TRUE(in);
  const std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(source == zone_table::to_source(built.view())) << "core/zone/zone_table.cpp is out of date";
}

TEST(ZoneOracle, KnowsEveryNameOfDate) {
  std::set<std::string_view> names;
  for (const std::string_view name : zone_names()) {
    names.insert(name);
  }
  if (zone_table::read_release(kFolder) != zone_release()) {
    return;
  }
  for (const date::time_zone& zone : date::get_tzdb().zones) {
    // Two files that are no zones: the machine's own choice, and a default for POSIX strings.
    if (zone.name() != "localtime" && zone.name() != "posixrules") {
      EXPECT_TRUE(names.contains(zone.name())) << zone.name();
    }
  }
}

}  // namespace
}  // namespace supportcalc
