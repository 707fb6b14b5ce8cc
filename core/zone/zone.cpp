#include "zone/zone.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/codes.h"
#include "base/edit_distance.h"
#include "base/excerpt.h"
#include "zone/zone_table.h"

namespace supportcalc {
namespace {

using date::days;
using std::chrono::minutes;

// More than any offset from UTC; the clocks of two spans differ by less than twice this.
constexpr days kOffsetBound{1};

// The day a rule names in a year.
sys_days day_in_year(PosixDay day, date::year year) {
  if (day >= kZeroBasedDay) {
    return sys_days{year / 1 / 1} + days{day - kZeroBasedDay};
  }
  if (day >= kJulianDay) {
    // Day 59 is 28 February and day 60 is 1 March in every year.
    const int count = day - kJulianDay;
    return sys_days{year / 1 / 1} + days{count - 1 + (year.is_leap() && count >= 60 ? 1 : 0)};
  }
  const date::year_month month = year / static_cast<int>(day >> 8U);
  const date::weekday weekday{day & 0xFU};
  const unsigned nth = (day >> 4U) & 0xFU;
  return nth == 5 ? sys_days{month / weekday[date::last]} : sys_days{month / weekday[nth]};
}

// The name spelt most like `text`; empty when none is close. What follows the last slash counts too, if a
// little less: "tokio" finds Asia/Tokyo, and "utc" UTC rather than Etc/UTC.
std::string_view nearest_name(const ZoneTable& table, std::string_view text) {
  // "GMT+1" is near to Etc/GMT+1, which is an hour on the other side of UTC.
  if (text.empty() || text.size() > kLongestMisspelling || text.find_first_of("0123456789") != text.npos) {
    return {};
  }
  std::string_view nearest;
  // A letter in six: "PST" and "Wien" are no slips for EST and Kiev.
  constexpr std::size_t kShortest = 5;
  const std::size_t edits = text.size() < kShortest ? 0 : std::max<std::size_t>(text.size() / 6, 1);
  // Twice the edits, and one more for the part after the slash; the least so far.
  std::size_t least = 2 * edits + 2;
  for (std::size_t at = 0; at < table.names.size() && least > 0;) {
    const std::string_view name = name_at(table, at);
    at += name.size() + 1;
    const std::size_t slash = name.rfind('/');
    std::size_t cost = 2 * edit_distance(text, name, (least + 1) / 2);
    if (slash != std::string_view::npos) {
      cost = std::min(cost, 2 * edit_distance(text, name.substr(slash + 1), least / 2) + 1);
    }
    if (cost < least) {
      least = cost;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace

std::string_view name_at(const ZoneTable& table, std::size_t at) {
  return table.names.substr(at, table.names.find('\0', at) - at);
}

std::optional<ZoneRow> find_row(const ZoneTable& table, std::string_view name) {
  std::size_t low = 0;
  std::size_t high = table.landmarks.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (name_at(table, table.landmarks[middle]) <= name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) {
    return std::nullopt;
  }
  // From the last landmark that is not behind the name.
  std::size_t position = (low - 1) * kLandmarkDistance;
  for (std::size_t at = table.landmarks[low - 1]; at < table.names.size(); ++position) {
    const std::string_view candidate = name_at(table, at);
    if (candidate >= name) {
      return candidate == name ? std::optional(ZoneRow{static_cast<std::uint16_t>(at), table.name_histories[position]})
                               : std::nullopt;
    }
    at += candidate.size() + 1;
  }
  return std::nullopt;
}

ZoneSpan span_at(const ZoneRule& rule, sys_seconds t) {
  ZoneSpan span{kFirstSpanBegin, kLastSpanEnd, minutes{rule.standard}};
  if (rule.standard == rule.daylight) {
    return span;
  }
  const auto consider = [&](PosixDay day, std::int16_t time, std::int16_t before, std::int16_t after, date::year year) {
    const sys_seconds change = day_in_year(day, year) + minutes{time - before};
    if (change > t) {
      span.end = std::min(span.end, change);
    } else if (change >= span.begin) {
      span.begin = change;
      span.offset = minutes{after};
    }
  };
  // A change may fall outside the year it is written for, by its time or by the offset.
  const date::year year = date::year_month_day{date::floor<days>(t)}.year();
  for (int neighbour = -1; neighbour <= 1; ++neighbour) {
    const date::year y = year + date::years{neighbour};
    consider(rule.start_day, rule.start_time, rule.standard, rule.daylight, y);
    consider(rule.end_day, rule.end_time, rule.daylight, rule.standard, y);
  }
  return span;
}

ZoneSpan span_at(const ZoneTable& table, std::uint8_t history, sys_seconds t) {
  const ZoneHistory& h = table.histories[history];
  t = std::clamp(t, kTableEpoch, kLastSpanEnd - seconds{1});
  sys_seconds before = kTableEpoch;
  for (std::size_t i = 0; i < h.change_count; ++i) {
    const sys_seconds change = before + minutes{table.change_gaps[h.first_change + i]};
    if (t < change) {
      return i == 0 ? ZoneSpan{kFirstSpanBegin, change, minutes{h.initial}}
                    : ZoneSpan{before, change, minutes{table.change_offsets[h.first_change + i - 1U]}};
    }
    before = change;
  }
  ZoneSpan span = span_at(table.rules[h.rule], t);
  if (span.begin <= before) {
    span.begin = h.change_count > 0 ? before : kFirstSpanBegin;
  }
  return span;
}

LocalTime resolve(const ZoneTable& table, std::uint8_t history, local_seconds wall) {
  const sys_seconds as_utc = std::clamp(sys_seconds{wall.time_since_epoch()}, kFirstSpanBegin + 4 * kOffsetBound,
                                        kLastSpanEnd - 4 * kOffsetBound);
  std::optional<sys_seconds> first;
  for (ZoneSpan span = span_at(table, history, as_utc - kOffsetBound);; span = span_at(table, history, span.end)) {
    const sys_seconds t = as_utc - span.offset;
    if (t < span.begin) {
      // Already past here on the clocks of this span, not yet reached on those of the span before.
      return first ? LocalTime{LocalTime::Kind::Unique, *first, *first}
                   : LocalTime{LocalTime::Kind::Gap, span.begin, span.begin};
    }
    if (t < span.end) {
      if (first) {
        return {LocalTime::Kind::Overlap, *first, t};
      }
      first = t;
      if (span.end - t > 2 * kOffsetBound) {
        return {LocalTime::Kind::Unique, t, t};
      }
    }
  }
}

std::string_view Zone::name() const { return name_at(kBuiltInZones, name_); }

ZoneSpan Zone::span_at(sys_seconds t) const { return supportcalc::span_at(kBuiltInZones, history_, t); }

LocalTime Zone::resolve(local_seconds wall) const { return supportcalc::resolve(kBuiltInZones, history_, wall); }

Result<Zone> find_zone(std::string_view name, std::string_view pointer) {
  if (const std::optional<ZoneRow> row = find_row(kBuiltInZones, name)) {
    return Zone(row->name, row->history);
  }
  Diagnostic unknown{Code::ZoneUnknown, std::string(pointer), {{"name", excerpt(name)}}};
  if (const std::string_view nearest = nearest_name(kBuiltInZones, name); !nearest.empty()) {
    unknown.parameters.push_back({"nearest", std::string(nearest)});
  }
  return unknown;
}

std::vector<std::string_view> zone_names() {
  std::vector<std::string_view> names;
  names.reserve(kBuiltInZones.name_histories.size());
  for (std::size_t at = 0; at < kBuiltInZones.names.size(); at += names.back().size() + 1) {
    names.push_back(name_at(kBuiltInZones, at));
  }
  return names;
}

std::string_view zone_release() { return kBuiltInZones.release; }

}  // namespace supportcalc
