#include "calendar/business_clock.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>

#include "base/codes.h"
#include "base/sort.h"

namespace supportcalc {
namespace {

constexpr date::days kDay{1};
constexpr date::days kWeek{7};
constexpr local_days kEpoch = local_days{date::year{2014} / 12 / 22};  // a Monday

// A Monday after every instant a clock answers for, in any zone.
constexpr local_days kTableEnd = local_days{date::year{2100} / 2 / 1};

// Wall times differ from UTC by less.
constexpr date::days kOffsetBound{1};

Diagnostic out_of_range() { return {Code::InstantOutOfRange, "", {}}; }

Result<sys_seconds> in_range(sys_seconds t) {
  if (!in_supported_range(t)) {
    return out_of_range();
  }
  return t;
}

// What `advance` comes to, for an amount that a clock takes: nothing is due at the start itself.
template <class Advance>
Result<sys_seconds> from_start(sys_seconds start, std::int64_t amount, std::int64_t largest, Advance advance) {
  if (amount < 0 || amount > largest) {
    return Diagnostic{
        amount < 0 ? Code::AmountNegative : Code::AmountTooLarge, "", {{"amount", std::to_string(amount)}}};
  }
  return amount == 0 ? start : advance();
}

local_days date_of(local_seconds wall) { return date::floor<date::days>(wall); }

// Monday is 0.
unsigned weekday_index(date::weekday day) { return static_cast<unsigned>((day - date::Monday).count()); }
unsigned weekday_index(local_days day) { return weekday_index(date::weekday{day}); }

struct OpensBefore {
  bool operator()(const WeeklyWindow& a, const WeeklyWindow& b) const {
    return a.day != b.day ? weekday_index(a.day) < weekday_index(b.day) : a.open < b.open;
  }
};

struct DatedBefore {
  bool operator()(const DatedWindow& a, const DatedWindow& b) const {
    return a.date != b.date ? a.date < b.date : a.open < b.open;
  }
};

// In order, with those that touch made one, and their dates among the holidays.
Hours in_order(Hours hours) {
  std::vector<DatedWindow> dated;
  sort(hours.dated, DatedBefore());
  for (const auto& window : hours.dated) {
    if (!dated.empty() && dated.back().date == window.date && window.open <= dated.back().close) {
      dated.back().close = std::max(dated.back().close, window.close);
    } else {
      dated.push_back(window);
    }
    hours.holidays.push_back(window.date);
  }
  hours.dated = std::move(dated);
  sort_unique(hours.holidays);
  return hours;
}

bool bit(unsigned bits, unsigned index) { return (bits >> index & 1U) != 0; }

}  // namespace

Result<BusinessClock> BusinessClock::make(Hours hours) {
  const bool opens =
      std::any_of(hours.windows.begin(), hours.windows.end(), [](const WeeklyWindow& w) { return w.open < w.close; });
  if (!opens) {
    return Diagnostic{Code::CalendarNeverOpens, "", {}};
  }
  return BusinessClock(hours.dated.empty() ? std::move(hours) : in_order(std::move(hours)));
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
    const unsigned weekday = weekday_index(window.day);
    weekday_mask_ |= 1U << weekday;
    lengths[weekday] += window.close - window.open;
    longest_reach_ = std::max(longest_reach_, window.close);
    ++first_window_[weekday + 1];
  }
  std::partial_sum(first_window_.begin(), first_window_.end(), first_window_.begin());
  std::ptrdiff_t most = 0;
  for (const seconds length : lengths) {
    const auto times = length.count() == 0 ? 0 : std::count(lengths.begin(), lengths.end(), length);
    if (times > most || (times == most && length > common_day_length_)) {
      most = times;
      common_day_length_ = length;
    }
  }

  zone_spans_.push_back(hours_.zone.span_at(kFirstInstant - kWeek));
  while (zone_spans_.back().end < sys_days{kTableEnd.time_since_epoch()}) {
    zone_spans_.push_back(hours_.zone.span_at(zone_spans_.back().end));
  }
  fill_weeks();
}

void BusinessClock::fill_weeks() {
  weeks_.resize(static_cast<std::size_t>((kTableEnd - kEpoch) / kWeek));
  std::uint16_t span = 0;
  sys_seconds before_monday = sys_days{kEpoch.time_since_epoch()} - kOffsetBound;
  for (auto& week : weeks_) {
    while (zone_spans_[span].end <= before_monday) {
      ++span;
    }
    week.zone_span = span;
    week.business_days = static_cast<std::uint8_t>(weekday_mask_);
    before_monday += kWeek;
  }
  const auto week_with = [this](local_days day) -> Week* {
    return kEpoch <= day && day < kTableEnd ? &weeks_[static_cast<std::size_t>((day - kEpoch) / kWeek)] : nullptr;
  };
  for (const local_days day : hours_.holidays) {
    if (Week* week = week_with(day)) {
      week->holidays |= static_cast<std::uint8_t>(1U << weekday_index(day));
    }
  }

  // Only holidays, what follows them and clock changes can make a date count other than its weekday says.
  const auto correct = [&](local_days day) {
    if (Week* week = week_with(day)) {
      const unsigned mask = 1U << weekday_index(day);
      week->business_days =
          static_cast<std::uint8_t>(is_business_day(day) ? week->business_days | mask : week->business_days & ~mask);
    }
  };
  for (const local_days day : hours_.holidays) {
    correct(day);
    if (longest_reach_ > kDay) {
      correct(day + kDay);
    }
  }
  for (std::size_t i = 1; i < zone_spans_.size(); ++i) {
    const auto since = zone_spans_[i].begin.time_since_epoch();
    const local_days last = date_of(local_seconds{since + zone_spans_[i].offset});
    for (auto day = date_of(local_seconds{since + zone_spans_[i - 1].offset}); day <= last; day += kDay) {
      correct(day);
    }
  }
  std::int32_t days = 0;
  for (auto& week : weeks_) {
    week.days_before = days;
    days += std::popcount(week.business_days);
  }
}

Result<sys_seconds> BusinessClock::add(sys_seconds start, seconds amount) const {
  return from_start(start, amount.count(), kLargestAmount.count(),
                    [&] { return in_range(open_time_.reaching(open_time_.until(start) + amount.count())); });
}

seconds BusinessClock::between(sys_seconds from, sys_seconds to) const {
  return from < to ? seconds{open_time_.until(to) - open_time_.until(from)} : seconds{0};
}

Result<sys_seconds> BusinessClock::next_open(sys_seconds t) const {
  // The clock runs in the second before it has gained one.
  return in_range(open_time_.reaching(open_time_.until(t) + 1) - seconds{1});
}

Result<sys_seconds> BusinessClock::add_days_same_time(sys_seconds start, std::int64_t days) const {
  return from_start(start, days, kLargestDayCount, [&]() -> Result<sys_seconds> {
    const local_days filed = date_of(to_local(start));
    auto opening = opening_on(filed, start);
    // The window that runs may be an earlier date's that reaches over midnight.
    const auto runs = [&] { return opening && opening->begin == start; };
    for (local_days day = filed - kDay; longest_reach_ > kDay && !runs() && day >= filed - kWeek; day -= kDay) {
      if (const auto earlier = opening_on(day, start); earlier && earlier->begin == start) {
        opening = earlier;
      }
    }
    if (!opening) {
      return last_closing(business_days_until(filed) + days);  // the clock starts when the next date opens
    }
    const std::int64_t count = business_days_until(opening->day);
    if (opening->is_first) {
      return last_closing(count + days - 1);
    }

    const auto due_day = business_day(count + days);
    if (!due_day) {
      return out_of_range();
    }
    const sys_seconds same_time = to_instant(*due_day + (to_local(opening->begin) - local_seconds{opening->day}));
    sys_seconds due;
    visit_spans(*due_day, [&](const OpenSpan& span) {
      due = std::clamp(same_time, span.open, span.close);
      return same_time >= span.close;
    });
    return in_range(due);
  });
}

std::optional<BusinessClock::Opening> BusinessClock::opening_on(local_days day, sys_seconds start) const {
  std::optional<Opening> opening;
  bool is_first = true;
  visit_spans(day, [&](const OpenSpan& span) {
    if (start < span.close) {
      opening = {day, std::max(start, span.open), is_first && start <= span.open};
    }
    is_first = false;
    return !opening;
  });
  return opening;
}

Result<sys_seconds> BusinessClock::add_days_end_of_day(sys_seconds start, std::int64_t days) const {
  return from_start(start, days, kLargestDayCount,
                    [&] { return last_closing(business_days_until(date_of(to_local(start))) + days); });
}

std::optional<local_days> BusinessClock::business_day_after(sys_seconds start, std::int64_t days) const {
  return business_day(business_days_until(date_of(to_local(start))) + days);
}

Result<sys_seconds> BusinessClock::add_days_received(sys_seconds start, std::int64_t days) const {
  const auto received = days == 0 ? start : next_open(start);
  return received ? add_days_end_of_day(*received, days) : received;
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
  std::vector<OpenSpan> spans;
  visit_spans(day, [&spans](const OpenSpan& span) {
    spans.push_back(span);
    return true;
  });
  return spans;
}

const BusinessClock::Week& BusinessClock::week_of(local_days day) const {
  const auto last = static_cast<std::int64_t>(weeks_.size()) - 1;
  return weeks_[static_cast<std::size_t>(std::clamp<std::int64_t>((day - kEpoch) / kWeek, 0, last))];
}

bool BusinessClock::opens_on(local_days day) const {
  const auto dated = dated_on(day);
  return dated == hours_.dated.end() ? bit(weekday_mask_, weekday_index(day)) : dated->open < dated->close;
}

bool BusinessClock::is_holiday(local_days day) const {
  return leaves_the_week(day) && dated_on(day) == hours_.dated.end();
}

bool BusinessClock::leaves_the_week(local_days day) const { return bit(week_of(day).holidays, weekday_index(day)); }

std::vector<DatedWindow>::const_iterator BusinessClock::dated_on(local_days day) const {
  const auto found = std::partition_point(hours_.dated.begin(), hours_.dated.end(),
                                          [day](const DatedWindow& window) { return window.date < day; });
  return found != hours_.dated.end() && found->date == day ? found : hours_.dated.end();
}

local_seconds BusinessClock::to_local(sys_seconds t) const {
  auto span = zone_spans_.begin() + week_of(date_of(local_seconds{t.time_since_epoch()})).zone_span;
  while (span->end <= t && std::next(span) != zone_spans_.end()) {
    ++span;
  }
  return local_seconds{t.time_since_epoch() + span->offset};
}

sys_seconds BusinessClock::to_instant(local_seconds wall) const {
  auto span = zone_spans_.begin() + week_of(date_of(wall)).zone_span;
  sys_seconds t{wall.time_since_epoch() - span->offset};
  while (span->end <= t && std::next(span) != zone_spans_.end()) {
    ++span;
    // A time that occurs twice was met in the span before; one that is left out means the change itself.
    t = std::max(sys_seconds{wall.time_since_epoch() - span->offset}, span->begin);
  }
  return t;
}

void BusinessClock::visit_spans(local_days day, const SpanVisitor& visit) const {
  const local_seconds midnight{day};
  if (leaves_the_week(day)) {
    for (auto window = dated_on(day); window != hours_.dated.end() && window->date == day; ++window) {
      const OpenSpan span{to_instant(midnight + window->open), to_instant(midnight + window->close)};
      if (span.open < span.close && !visit(span)) {
        return;
      }
    }
    return;
  }
  local_seconds covered = midnight;  // windows of one date that touch are one
  const auto show = [&](local_seconds open, local_seconds close) {
    open = std::max(open, covered);
    for (local_days next = day + kDay; local_seconds{next} < close; next += kDay) {
      if (leaves_the_week(next)) {
        close = local_seconds{next};
      }
    }
    if (open >= close) {
      return true;
    }
    covered = close;
    const OpenSpan span{to_instant(open), to_instant(close)};
    return span.open >= span.close || visit(span);
  };
  const auto windows_of = [this](local_days date) {
    const unsigned weekday = weekday_index(date);
    return std::pair(windows_.begin() + first_window_[weekday], windows_.begin() + first_window_[weekday + 1]);
  };

  // What an earlier window leaves on the date after a holiday opens there.
  if (longest_reach_ > kDay && leaves_the_week(day - kDay)) {
    for (local_days earlier = day - kWeek; earlier < day; earlier += kDay) {
      const auto [begin, end] = windows_of(earlier);
      for (auto window = begin; window != end; ++window) {
        if (earlier + window->close > midnight && !show(midnight, earlier + window->close)) {
          return;
        }
      }
    }
  }
  const auto [begin, end] = windows_of(day);
  for (auto window = begin; window != end; ++window) {
    if (!show(midnight + window->open, midnight + window->close)) {
      return;
    }
  }
}

bool BusinessClock::is_business_day(local_days day) const {
  bool opens = false;
  visit_spans(day, [&opens](const OpenSpan&) {
    opens = true;
    return false;
  });
  return opens;
}

std::int64_t BusinessClock::business_days_until(local_days day) const {
  const Week& week = week_of(day);
  const unsigned through = (2U << weekday_index(day)) - 1U;  // the weekdays up to and with this one
  return week.days_before + std::popcount(week.business_days & through);
}

std::optional<local_days> BusinessClock::business_day(std::int64_t nth_day) const {
  const auto next = std::partition_point(weeks_.begin(), weeks_.end(),
                                         [nth_day](const Week& week) { return week.days_before < nth_day; });
  const auto week = std::prev(next);
  std::int64_t rest = nth_day - week->days_before;
  for (unsigned weekday = 0; weekday < 7; ++weekday) {
    rest -= static_cast<int>(bit(week->business_days, weekday));
    if (rest == 0) {
      return kEpoch + kWeek * (week - weeks_.begin()) + date::days{weekday};
    }
  }
  return std::nullopt;
}

Result<sys_seconds> BusinessClock::last_closing(std::int64_t nth_day) const {
  const auto day = business_day(nth_day);
  if (!day) {
    return out_of_range();
  }
  sys_seconds closing;
  visit_spans(*day, [&closing](const OpenSpan& span) {
    closing = std::max(closing, span.close);
    return true;
  });
  return in_range(closing);
}

}  // namespace supportcalc
