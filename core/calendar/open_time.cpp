#include "calendar/open_time.h"

#include <algorithm>

#include "base/sort.h"

namespace supportcalc {
namespace {

constexpr std::int64_t kWeek = std::int64_t{7} * 24 * 3600;

// A Monday before every supported instant, in any zone.
constexpr local_days kEpoch = local_days{date::year{2014} / 12 / 22};

// Rules are followed a little beyond the supported range, so that spans at its end are whole.
constexpr sys_seconds kHorizon = sys_days{date::year{2101} / 1 / 1};

constexpr std::int64_t since_epoch(local_seconds wall) { return (wall - local_seconds{kEpoch}).count(); }

// The first window of the date that begins at `start`, or of a later one.
std::vector<DatedWindow>::const_iterator first_of(const std::vector<DatedWindow>& dated, local_seconds start) {
  return std::partition_point(dated.begin(), dated.end(),
                              [start](const DatedWindow& window) { return local_seconds{window.date} < start; });
}

}  // namespace

WeekPattern::WeekPattern(const std::vector<WeeklyWindow>& windows) {
  struct Part {
    std::int64_t open;
    std::int64_t close;
  };
  std::vector<Part> parts;
  for (const auto& window : windows) {
    const std::int64_t midnight = (window.day - date::Monday).count() * std::int64_t{24} * 3600;
    const std::int64_t open = midnight + window.open.count();
    const std::int64_t close = std::min<std::int64_t>(midnight + window.close.count(), open + kWeek);
    if (open < close) {
      parts.push_back({open, std::min(close, kWeek)});
    }
    if (close > kWeek) {
      parts.push_back({0, close - kWeek});
    }
  }
  sort(parts, [](const Part& a, const Part& b) { return a.open < b.open; });
  for (const auto& [open, close] : parts) {
    if (!intervals_.empty() && open <= intervals_.back().close) {
      auto& last = intervals_.back();
      total_ += std::max<std::int64_t>(0, close - last.close);
      last.close = std::max(last.close, close);
    } else {
      intervals_.push_back({open, close, total_});
      total_ += close - open;
    }
  }
}

std::int64_t WeekPattern::until(std::int64_t x) const {
  const std::int64_t rest = x % kWeek;
  const auto next =
      std::partition_point(intervals_.begin(), intervals_.end(), [rest](const Interval& i) { return i.open < rest; });
  std::int64_t work = x / kWeek * total_;
  if (next != intervals_.begin()) {
    const auto& last = *std::prev(next);
    work += last.before + std::min(rest, last.close) - last.open;
  }
  return work;
}

std::int64_t WeekPattern::reaching(std::int64_t work) const {
  // One second less, so that a week's whole work is reached at its last closing and not in the next week.
  const std::int64_t weeks = (work - 1) / total_;
  const std::int64_t rest = work - weeks * total_;
  const auto next =
      std::partition_point(intervals_.begin(), intervals_.end(), [rest](const Interval& i) { return i.before < rest; });
  const auto& last = *std::prev(next);
  return weeks * kWeek + last.open + (rest - last.before);
}

OpenTime::OpenTime(const Hours& hours) : week_(hours.windows), dated_(hours.dated) {
  constexpr std::int64_t kDay = std::int64_t{24} * 3600;
  holiday_removed_.push_back(0);
  for (const local_days day : hours.holidays) {
    const local_seconds start{day};
    if (day < kEpoch) {
      continue;
    }
    const std::int64_t before = week_.until(since_epoch(start));
    const std::int64_t weekly = week_.until(since_epoch(start) + kDay) - before;
    const std::int64_t opened = dated_until(start, start + date::days{1});
    if (weekly > 0 || opened > 0) {
      holiday_starts_.push_back(start);
      holiday_work_.push_back(before - holiday_removed_.back());
      holiday_opened_.push_back(opened);
      holiday_removed_.push_back(holiday_removed_.back() + weekly - opened);
    }
  }

  ZoneSpan span = hours.zone.span_at(kFirstInstant - date::days{3});
  segments_.push_back({span.begin, 0, 0, span.offset, Run::Pattern});
  while (span.end < kHorizon) {
    const Segment last = segments_.back();
    const sys_seconds change = span.end;
    const seconds before = span.offset;
    span = hours.zone.span_at(change);
    const local_seconds wall_before{change.time_since_epoch() + before};
    const local_seconds wall_after{change.time_since_epoch() + span.offset};
    std::int64_t work = wall_until(wall_before) + last.shift;
    if (wall_after >= wall_before) {
      segments_.push_back({change, work, work - wall_until(wall_after), span.offset, Run::Pattern});
      continue;
    }
    const seconds repeated = wall_before - wall_after;
    const bool open = wall_until(wall_before) > wall_until(wall_before - seconds{1});
    segments_.push_back({change, work, 0, span.offset, open ? Run::Open : Run::Closed});
    if (open) {
      work += repeated.count();
    }
    segments_.push_back({change + repeated, work, work - wall_until(wall_before), span.offset, Run::Pattern});
  }
}

std::int64_t OpenTime::dated_until(local_seconds start, local_seconds wall) const {
  seconds open{0};
  for (auto window = first_of(dated_, start); window != dated_.end() && local_seconds{window->date} == start;
       ++window) {
    open += std::clamp(wall, start + window->open, start + window->close) - (start + window->open);
  }
  return open.count();
}

local_seconds OpenTime::dated_reaching(local_seconds start, std::int64_t work) const {
  seconds left{work};
  auto window = first_of(dated_, start);
  for (; left > window->close - window->open; ++window) {
    left -= window->close - window->open;
  }
  return start + window->open + left;
}

std::int64_t OpenTime::wall_until(local_seconds wall) const {
  const auto next = std::lower_bound(holiday_starts_.begin(), holiday_starts_.end(), wall);
  const auto count = static_cast<std::size_t>(next - holiday_starts_.begin());
  if (count > 0 && wall < holiday_starts_[count - 1] + date::days{1}) {
    const std::int64_t work = holiday_work_[count - 1];
    return holiday_opened_[count - 1] == 0 ? work : work + dated_until(holiday_starts_[count - 1], wall);
  }
  return week_.until(since_epoch(wall)) - holiday_removed_[count];
}

local_seconds OpenTime::wall_reaching(std::int64_t work) const {
  const auto next = std::lower_bound(holiday_work_.begin(), holiday_work_.end(), work);
  const auto count = static_cast<std::size_t>(next - holiday_work_.begin());
  if (count > 0 && work <= holiday_work_[count - 1] + holiday_opened_[count - 1]) {
    return dated_reaching(holiday_starts_[count - 1], work - holiday_work_[count - 1]);
  }
  return local_seconds{kEpoch} + seconds{week_.reaching(work + holiday_removed_[count])};
}

std::int64_t OpenTime::until(sys_seconds t) const {
  const auto next =
      std::partition_point(segments_.begin() + 1, segments_.end(), [t](const Segment& s) { return s.start <= t; });
  const Segment& segment = *std::prev(next);
  switch (segment.run) {
    case Run::Open:
      return segment.work + (t - segment.start).count();
    case Run::Closed:
      return segment.work;
    case Run::Pattern:
      break;
  }
  return wall_until(local_seconds{t.time_since_epoch() + segment.offset}) + segment.shift;
}

sys_seconds OpenTime::reaching(std::int64_t work) const {
  const auto next =
      std::partition_point(segments_.begin() + 1, segments_.end(), [work](const Segment& s) { return s.work < work; });
  const Segment& segment = *std::prev(next);
  if (segment.run == Run::Open) {
    return segment.start + seconds{work - segment.work};
  }
  return sys_seconds{wall_reaching(work - segment.shift).time_since_epoch() - segment.offset};
}

}  // namespace supportcalc
