// Due dates against the bare minimum: a weekly pattern in UTC as prefix sums, less a sorted list of holidays,
// with one hour shift per clock change. The design allows three times what that takes, for any amount.
//
// The reference knows one zone, whole-hour shifts and no edge cases; it is here to be fast, not right.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "calendar/business_clock.h"

namespace supportcalc {
namespace {

using std::chrono::hours;

constexpr std::int64_t kWeekSeconds = 7 * 86400;
const sys_seconds kEpoch = sys_days{date::year{2015} / 1 / 5};  // a Monday

// Twelve dates a year, on weekdays.
std::vector<local_days> holidays() {
  std::vector<local_days> days;
  for (int year = 2015; year < 2100; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      local_days day{date::year{year} / date::month{month} / 15};
      while (date::weekday{day} == date::Saturday || date::weekday{day} == date::Sunday) day += date::days{1};
      days.push_back(day);
    }
  }
  return days;
}

BusinessClock clock() {
  Hours made{find_zone("Europe/Zurich", "").value(), {}, holidays()};
  for (unsigned day = 1; day <= 5; ++day) made.windows.push_back({date::weekday{day}, hours{9}, hours{17}});
  return BusinessClock::make(std::move(made)).value();
}

class Reference {
 public:
  Reference() {
    for (int day = 0; day < 5; ++day) opens_.push_back(day * 86400 + 9 * 3600);
    // Each entry: the instant a correction begins, and the open time done by then.
    std::int64_t removed = 0;
    for (const local_days day : holidays()) {
      const std::int64_t start =
          day.time_since_epoch().count() * 86400LL - kEpoch.time_since_epoch().count() + 9 * 3600;
      if (start < 0) continue;
      work_.push_back(pattern_until(start) - removed);
      removed += 8 * 3600;
      removed_.push_back(removed);
    }
    for (sys_seconds t = kEpoch; t < kLastInstant;) {
      const ZoneSpan span = find_zone("Europe/Zurich", "").value().span_at(t);
      changes_.push_back(span.begin.time_since_epoch().count());
      offsets_.push_back(span.offset.count());
      t = span.end;
    }
  }

  std::int64_t add(std::int64_t start, std::int64_t amount) const {
    const std::int64_t wall = start + offset_at(start) - kEpoch.time_since_epoch().count();
    const std::int64_t work = until(wall) + amount;
    const auto after = std::lower_bound(work_.begin(), work_.end(), work) - work_.begin();
    const std::int64_t total = work + (after == 0 ? 0 : removed_[static_cast<std::size_t>(after) - 1]);
    const std::int64_t week = (total - 1) / kWeekWork;
    const std::int64_t rest = total - week * kWeekWork;
    const std::int64_t day = (rest - 1) / kDayWork;
    const std::int64_t due = week * kWeekSeconds + opens_[static_cast<std::size_t>(day)] + rest - day * kDayWork +
                             kEpoch.time_since_epoch().count();
    return due - offset_at(due);
  }

 private:
  static constexpr std::int64_t kDayWork = 8 * 3600;
  static constexpr std::int64_t kWeekWork = 5 * kDayWork;

  std::int64_t offset_at(std::int64_t t) const {
    const auto after = std::upper_bound(changes_.begin(), changes_.end(), t) - changes_.begin();
    return offsets_[static_cast<std::size_t>(after) - 1];
  }

  std::int64_t pattern_until(std::int64_t wall) const {
    const std::int64_t week = wall / kWeekSeconds;
    const std::int64_t in_week = wall % kWeekSeconds;
    const std::int64_t day = std::min<std::int64_t>(in_week / 86400, 5);
    const std::int64_t today =
        day == 5 ? 0 : std::clamp<std::int64_t>(in_week - opens_[static_cast<std::size_t>(day)], 0, kDayWork);
    return week * kWeekWork + day * kDayWork + today;
  }

  std::int64_t until(std::int64_t wall) const {
    const std::int64_t work = pattern_until(wall);
    const auto after = std::lower_bound(work_.begin(), work_.end(), work) - work_.begin();
    return work - (after == 0 ? 0 : removed_[static_cast<std::size_t>(after) - 1]);
  }

  std::vector<std::int64_t> opens_, work_, removed_, changes_, offsets_;
};

// Starts spread over 2026, so that branch predictors and caches do no more than in real use.
std::vector<sys_seconds> starts() {
  std::vector<sys_seconds> made;
  std::uint64_t state = 20261121;
  for (int i = 0; i < 4096; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    made.push_back(sys_days{date::year{2026} / 1 / 1} +
                   seconds{static_cast<std::int64_t>((state >> 33) % (365 * 86400))});
  }
  return made;
}

void due_reference(benchmark::State& state) {
  const Reference reference;
  const std::vector<sys_seconds> from = starts();
  const std::int64_t amount = state.range(0) * 3600;
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(reference.add(from[i++ % from.size()].time_since_epoch().count(), amount));
  }
}

void due(benchmark::State& state) {
  const BusinessClock made = clock();
  const std::vector<sys_seconds> from = starts();
  const seconds amount = hours{state.range(0)};
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(made.add(from[i++ % from.size()], amount));
}

void due_in_days(benchmark::State& state) {
  const BusinessClock made = clock();
  const std::vector<sys_seconds> from = starts();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(made.add_days_same_time(from[i++ % from.size()], state.range(0)));
}

// Hours: one, forty, a year and ten years of open time.
BENCHMARK(due_reference)->Arg(1)->Arg(40)->Arg(2000)->Arg(20000);
BENCHMARK(due)->Arg(1)->Arg(40)->Arg(2000)->Arg(20000);
BENCHMARK(due_in_days)->Arg(1)->Arg(250)->Arg(2500);

}  // namespace
}  // namespace supportcalc
