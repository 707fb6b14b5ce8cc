#include "calendar/business_clock.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/sort.h"

namespace supportcalc {
namespace {

constexpr date::days kDay{1};
constexpr date::days kWeek{7};
constexpr local_days kEpoch = local_days{date::year{2014} / 12 / 22};  // a Monday

Diagnostic amount_problem(Code code, std::int64_t amount) { return {code, "", {{"amount", std::to_string(amount)}}}; }

Result<sys_seconds> in_range(sys_seconds t) {
  if (!in_supported_range(t)) {
    return Diagnostic{Code::InstantOutOfRange, "", {}};
  }
  return t;
}

local_days date_of(local_seconds wall) { return date::floor<date::days>(wall); }

struct OpensBefore {
  bool operator()(const WeeklyWindow& a, const WeeklyWindow& b) const {
    const auto day = [](const WeeklyWindow& w) { return (w.day - date::Monday).count(); };
    return day(a) != day(b) ? day(a) < day(b) : a.open < b.open;
  }
};

}  // namespace

// Ordinary hours have at most a few spans a date; the rest of a longer list is left to the vector.
struct BusinessClock::DaySpans {
  static constexpr std::size_t kInline = 16;
  std::array<OpenSpan, kInline> first;
  std::vector<OpenSpan> rest;
  std::size_t size = 0;

  void push(OpenSpan span) {
    if (size < kInline) {
      first[size] = span;
    } else {
      rest.push_back(span);
    }
    ++size;
  }
  const OpenSpan& operator[](std::size_t i) const { return i < kInline ? first[i] : rest[i - kInline]; }
};

Result<BusinessClock> BusinessClock::make(Hours hours) {
  const bool opens =
      std::any_of(hours.windows.begin(), hours.windows.end(), [](const WeeklyWindow& w) { return w.open < w.close; });
  if (!opens) {
    return Diagnostic{Code::CalendarNeverOpens, "", {}};
  }
  return BusinessClock(std::move(hours));
}

BusinessClock::BusinessClock(Hours hours) : hours_(std::move(hours)), open_time_(hours_) {
  auto sorted = hours_.windows;
  sort(sorted, OpensBefore());
  for (const auto& window : sorted) {
    if (window.open >= window.close) {
      continue;
    }
    if (!windows_.empty() && windows_.back().day == window.day && window.open <= windows_.back().close) {
      windows_.back().close = std::max(windows_.back().close, window.close);
    } else {
      windows_.push_back(window);
    }
  }

  std::array<seconds, 7> lengths{};
  for (const auto& window : windows_) {
    const auto index = static_cast<std::size_t>((window.day - date::Monday).count());
    weekday_mask_ |= 1U << index;
    lengths[index] += window.close - window.open;
    longest_reach_ = std::max(longest_reach_, window.close);
  }
  std::ptrdiff_t most = 0;
  for (const seconds length : lengths) {
    const auto times = length.count() == 0 ? 0 : std::count(lengths.begin(), lengths.end(), length);
    if (times > most || (times == most && length > common_day_length_)) {
      most = times;
      common_day_length_ = length;
    }
  }

  // Only holidays, what follows them and clock changes can make a date count other than its weekday says.
  std::vector<local_days> candidates;
  for (const local_days day : hours_.holidays) {
    candidates.push_back(day);
    if (longest_reach_ > kDay) {
      candidates.push_back(day + kDay);
    }
  }
  ZoneSpan span = hours_.zone.span_at(kFirstInstant);
  while (span.end < kLastInstant) {
    const seconds before = span.offset;
    const sys_seconds change = span.end;
    span = hours_.zone.span_at(change);
    const local_days last = date_of(local_seconds{change.time_since_epoch() + std::max(before, span.offset)});
    for (auto day = date_of(local_seconds{change.time_since_epoch() + std::min(before, span.offset)});
         before < span.offset && day <= last; day += kDay) {
      candidates.push_back(day);
    }
  }
  sort_unique(candidates);
  std::int64_t sum = 0;
  for (const local_days day : candidates) {
    const int difference = static_cast<int>(is_business_day(day)) - static_cast<int>(opens_weekly(day));
    if (difference != 0 && day >= kEpoch) {
      sum += difference;
      exceptions_.push_back(day);
      exception_sums_.push_back(sum);
    }
  }
}

Result<sys_seconds> BusinessClock::add(sys_seconds start, seconds amount) const {
  if (amount < seconds{0}) {
    return amount_problem(Code::AmountNegative, amount.count());
  }
  if (amount > kLargestAmount) {
    return amount_problem(Code::AmountTooLarge, amount.count());
  }
  if (amount == seconds{0}) {
    return start;
  }
  return in_range(open_time_.reaching(open_time_.until(start) + amount.count()));
}

seconds BusinessClock::between(sys_seconds from, sys_seconds to) const {
  return from < to ? seconds{open_time_.until(to) - open_time_.until(from)} : seconds{0};
}

Result<sys_seconds> BusinessClock::next_open(sys_seconds t) const {
  // The clock runs in the second before it has gained one.
  return in_range(open_time_.reaching(open_time_.until(t) + 1) - seconds{1});
}

Result<sys_seconds> BusinessClock::add_days_same_time(sys_seconds start, std::int64_t days) const {
  if (days < 0) {
    return amount_problem(Code::AmountNegative, days);
  }
  if (days > kLargestDayCount) {
    return amount_problem(Code::AmountTooLarge, days);
  }
  if (days == 0) {
    return start;
  }
  const auto opened = next_open(start);
  if (!opened) {
    return opened;
  }
  const sys_seconds begin = *opened;

  // The date whose window is running: today's, or an earlier one's that reaches over midnight.
  const local_seconds wall = hours_.zone.to_local(begin);
  local_days day = date_of(wall);
  DaySpans spans;
  const auto runs_on = [&](local_days candidate) {
    spans = {};
    collect(candidate, spans);
    for (std::size_t i = 0; i < spans.size; ++i) {
      if (spans[i].open <= begin && begin < spans[i].close) {
        return true;
      }
    }
    return false;
  };
  for (const local_days earliest = day - kWeek; !runs_on(day) && earliest < day;) {
    day -= kDay;
  }
  if (begin == spans[0].open) {
    return last_closing(nth_business_day(business_days_until(day) + days - 1));
  }

  const local_days due_day = nth_business_day(business_days_until(day) + days);
  const sys_seconds same_time = hours_.zone.to_instant(due_day + (wall - local_seconds{day}));
  spans = {};
  collect(due_day, spans);
  for (std::size_t i = 0; i < spans.size; ++i) {
    if (same_time < spans[i].close) {
      return in_range(std::max(same_time, spans[i].open));
    }
  }
  return last_closing(due_day);
}

Result<sys_seconds> BusinessClock::add_days_end_of_day(sys_seconds start, std::int64_t days) const {
  if (days < 0) {
    return amount_problem(Code::AmountNegative, days);
  }
  if (days > kLargestDayCount) {
    return amount_problem(Code::AmountTooLarge, days);
  }
  if (days == 0) {
    return start;
  }
  const local_days filed = date_of(hours_.zone.to_local(start));
  return last_closing(nth_business_day(business_days_until(filed) + days));
}

std::optional<sys_seconds> BusinessClock::next_pause(sys_seconds t) const {
  // Open time keeps pace with the clock on the wall exactly until it stops.
  const auto runs_until = [this, t](sys_seconds end) { return between(t, end) == end - t; };
  seconds step = std::chrono::hours{1};
  while (runs_until(t + step)) {
    step *= 2;
    if (!in_supported_range(t + step)) {
      return std::nullopt;
    }
  }
  sys_seconds low = t;
  sys_seconds high = t + step;
  while (high - low > seconds{1}) {
    const sys_seconds middle = low + (high - low) / 2;
    (runs_until(middle) ? low : high) = middle;
  }
  return low;
}

std::vector<OpenSpan> BusinessClock::spans_of(local_days day) const {
  DaySpans spans;
  collect(day, spans);
  std::vector<OpenSpan> result;
  for (std::size_t i = 0; i < spans.size; ++i) {
    result.push_back(spans[i]);
  }
  return result;
}

bool BusinessClock::is_holiday(local_days day) const {
  return std::binary_search(hours_.holidays.begin(), hours_.holidays.end(), day);
}

void BusinessClock::collect(local_days day, DaySpans& spans) const {
  if (is_holiday(day)) {
    return;
  }
  const local_seconds midnight{day};
  local_seconds covered = midnight;  // windows of one date that touch are one
  const auto push = [&](local_seconds open, local_seconds close) {
    open = std::max(open, covered);
    for (local_days next = day + kDay; local_seconds{next} < close; next += kDay) {
      if (is_holiday(next)) {
        close = local_seconds{next};
      }
    }
    if (open >= close) {
      return;
    }
    covered = close;
    const OpenSpan span{hours_.zone.to_instant(open), hours_.zone.to_instant(close)};
    if (span.open < span.close) {
      spans.push(span);
    }
  };

  // What an earlier window leaves on the date after a holiday opens there.
  if (longest_reach_ > kDay && is_holiday(day - kDay)) {
    for (local_days earlier = day - kWeek; earlier < day; earlier += kDay) {
      for (const auto& window : windows_) {
        const local_seconds close = earlier + window.close;
        if (window.day == date::weekday{earlier} && close > midnight) {
          push(midnight, close);
        }
      }
    }
  }
  for (const auto& window : windows_) {
    if (window.day == date::weekday{day}) {
      push(midnight + window.open, midnight + window.close);
    }
  }
}

bool BusinessClock::is_business_day(local_days day) const {
  DaySpans spans;
  collect(day, spans);
  return spans.size > 0;
}

std::int64_t BusinessClock::weekly_days_until(local_days day) const {
  static constexpr auto kBits = [] {
    std::array<std::uint8_t, 128> bits{};
    for (std::size_t mask = 0; mask < bits.size(); ++mask) {
      for (std::size_t rest = mask; rest != 0; rest >>= 1U) {
        bits[mask] = static_cast<std::uint8_t>(bits[mask] + (rest & 1U));
      }
    }
    return bits;
  }();
  const std::int64_t since = (day - kEpoch).count();
  const auto through = (2U << (since % 7)) - 1U;  // the weekdays up to and with this one
  return since / 7 * kBits[weekday_mask_] + kBits[weekday_mask_ & through];
}

std::int64_t BusinessClock::business_days_until(local_days day) const {
  const auto next = std::upper_bound(exceptions_.begin(), exceptions_.end(), day);
  const auto count = next - exceptions_.begin();
  return weekly_days_until(day) + (count == 0 ? 0 : exception_sums_[static_cast<std::size_t>(count - 1)]);
}

local_days BusinessClock::nth_business_day(std::int64_t count) const {
  // The first exception by which the count is reached bounds the answer from above.
  std::size_t low = 0;
  std::size_t high = exceptions_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (weekly_days_until(exceptions_[middle]) + exception_sums_[middle] < count) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const std::int64_t weekly = count - (low == 0 ? 0 : exception_sums_[low - 1]);
  const std::int64_t per_week = weekly_days_until(kEpoch + date::days{6});
  local_days day = kEpoch + kWeek * ((weekly - 1) / std::max<std::int64_t>(per_week, 1));
  while (weekly_days_until(day) < weekly) {
    day += kDay;
  }
  return low < exceptions_.size() ? std::min(day, exceptions_[low]) : day;
}

Result<sys_seconds> BusinessClock::last_closing(local_days day) const {
  DaySpans spans;
  collect(day, spans);
  if (spans.size == 0) {
    return Diagnostic{Code::InstantOutOfRange, "", {}};
  }
  sys_seconds closing = spans[0].close;
  for (std::size_t i = 1; i < spans.size; ++i) {
    closing = std::max(closing, spans[i].close);
  }
  return in_range(closing);
}

}  // namespace supportcalc
