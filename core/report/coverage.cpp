#include "report/coverage.h"

#include <algorithm>

namespace supportcalc {

Result<std::vector<WeekCell>> week_map(const PreparedPromise& promise, sys_seconds around, const Zone& zone) {
  static const std::vector<Pause> kNoPauses;
  const local_days today = date::floor<date::days>(zone.to_local(around));
  const local_days monday = today - (date::weekday{today} - date::Monday);
  const sys_seconds begin = zone.to_instant(local_seconds{monday});
  const sys_seconds end = zone.to_instant(local_seconds{monday + date::days{7}});
  std::vector<WeekCell> cells;
  for (sys_seconds at = begin; at < end; at += std::chrono::hours{1}) {
    WeekCell cell{at, {}, seconds::max(), {}};
    for (const auto& reading : promise.readings) {
      if (reading.method == PreparedReading::Method::NoTime) {
        continue;
      }
      const auto due = reading.due(at, kNoPauses);
      if (!due) {
        return due.diagnostics();
      }
      const seconds wait = *due - at;
      if (&reading == &promise.readings.front()) {
        cell.wait = wait;
      }
      cell.shortest = std::min(cell.shortest, wait);
      cell.longest = std::max(cell.longest, wait);
    }
    cells.push_back(cell);
  }
  return cells;
}

std::optional<Cliff> next_cliff(const PreparedReading& reading, sys_seconds from) {
  static const std::vector<Pause> kNoPauses;
  constexpr std::chrono::minutes kMinute{1};
  if (reading.clock == nullptr) {
    return std::nullopt;
  }
  const auto opened = reading.clock->next_open(from);
  const auto stop = opened ? reading.clock->next_pause(*opened) : std::nullopt;
  if (!stop) {
    return std::nullopt;
  }
  const auto in_time = [&](sys_seconds filed) {
    const auto due = reading.due(filed, kNoPauses);
    return due.ok() && *due <= *stop;
  };
  if (!in_time(from)) {
    return std::nullopt;
  }
  // A later ticket is never due earlier, so the last one in time is found by halving.
  sys_seconds low = from;
  sys_seconds high = *stop + seconds{1};
  while (high - low > seconds{1}) {
    const sys_seconds middle = low + (high - low) / 2;
    (in_time(middle) ? low : high) = middle;
  }
  const auto due = reading.due(low, kNoPauses);
  const auto later = reading.due(low + kMinute, kNoPauses);
  if (!due || !later || *later == *due) {
    return std::nullopt;
  }
  return Cliff{low, *due, *later};
}

}  // namespace supportcalc
