#include "report/trace.h"

#include <algorithm>

namespace supportcalc {
namespace {

constexpr date::days kDay{1};
constexpr date::days kWeek{7};

NamedHoliday holiday_on(const PreparedReading& reading, local_days day) {
  for (const HolidayCalendar* calendar : reading.calendars) {
    const auto& holidays = calendar->holidays;
    const auto found = std::lower_bound(holidays.begin(), holidays.end(), day,
                                        [](const Holiday& holiday, local_days date) { return holiday.date < date; });
    if (found != holidays.end() && found->date == day && found->rule < calendar->rules.size()) {
      return {calendar->rule_homes[found->rule], calendar->rules[found->rule].id};
    }
  }
  return {};
}

// Collects stretches in order, joining equal neighbours and leaving out what lies outside the traced span.
class Collector {
 public:
  Collector(sys_seconds from, sys_seconds to, Trace& trace) : from_(from), to_(to), trace_(trace) {}

  void add(Stretch stretch) {
    stretch.from = std::max(stretch.from, from_);
    stretch.to = std::min(stretch.to, to_);
    if (stretch.from >= stretch.to) {
      return;
    }
    auto& list = trace_.stretches;
    if (!list.empty() && list.back().to == stretch.from && list.back().reason == stretch.reason &&
        list.back().holiday == stretch.holiday) {
      list.back().to = stretch.to;
    } else if (list.size() < kMostStretches) {
      list.push_back(stretch);
    } else {
      trace_.truncated = true;
    }
  }

 private:
  sys_seconds from_;
  sys_seconds to_;
  Trace& trace_;
};

// The closed stretch [from, to), date by date: each says why it is closed.
void add_closed(const PreparedReading& reading, sys_seconds from, sys_seconds to, Collector& collector) {
  const BusinessClock& clock = *reading.clock;
  const Zone& zone = clock.hours().zone;
  while (from < to) {
    const local_days day = date::floor<date::days>(zone.to_local(from));
    const sys_seconds midnight = zone.to_instant(local_seconds{day + kDay});
    const sys_seconds end = midnight > from ? std::min(to, midnight) : to;
    Stretch stretch{from, end, StretchReason::Night, {}};
    if (clock.is_holiday(day)) {
      stretch.reason = StretchReason::Holiday;
      stretch.holiday = holiday_on(reading, day);
    } else if (!clock.opens_on(day)) {
      stretch.reason = StretchReason::Weekend;
    }
    collector.add(stretch);
    from = end;
  }
}

void trace_hours(const PreparedReading& reading, sys_seconds from, sys_seconds to, Collector& collector,
                 const Trace& trace) {
  const BusinessClock& clock = *reading.clock;
  const Zone& zone = clock.hours().zone;
  const local_days last = date::floor<date::days>(zone.to_local(to));
  sys_seconds done = from;
  // A window may have begun up to a week before.
  for (local_days day = date::floor<date::days>(zone.to_local(from)) - kWeek; day <= last && !trace.truncated;
       day += kDay) {
    for (const OpenSpan& span : clock.spans_of(day)) {
      if (span.close <= done || span.open >= to) {
        continue;
      }
      add_closed(reading, done, std::max(done, span.open), collector);
      collector.add({std::max(done, span.open), span.close, StretchReason::Open, {}});
      done = std::max(done, span.close);
    }
  }
  if (done < to && !trace.truncated) {
    add_closed(reading, done, to, collector);
  }
}

// Marks what lies within pauses.
void cut_pauses(List<Pause> pauses, Trace& trace) {
  for (const auto& pause : pauses) {
    std::vector<Stretch> cut;
    for (const auto& stretch : trace.stretches) {
      const sys_seconds from = std::max(stretch.from, pause.from);
      const sys_seconds to = std::min(stretch.to, pause.to);
      if (from >= to) {
        cut.push_back(stretch);
        continue;
      }
      if (stretch.from < from) {
        cut.push_back({stretch.from, from, stretch.reason, stretch.holiday});
      }
      cut.push_back({from, to, stretch.counted() ? StretchReason::Pause : stretch.reason, stretch.holiday});
      if (to < stretch.to) {
        cut.push_back({to, stretch.to, stretch.reason, stretch.holiday});
      }
    }
    trace.stretches = std::move(cut);
  }
}

}  // namespace

Trace trace(const PreparedReading& reading, sys_seconds from, sys_seconds to, List<Pause> pauses) {
  Trace result;
  Collector collector(from, to, result);
  if (reading.clock == nullptr) {
    collector.add({from, to, StretchReason::Elapsed, {}});
  } else {
    trace_hours(reading, from, to, collector, result);
    result.changes = clock_changes(reading.clock->hours().zone, from, to);
  }
  cut_pauses(pauses, result);
  return result;
}

std::vector<ClockChange> clock_changes(const Zone& zone, sys_seconds from, sys_seconds to) {
  std::vector<ClockChange> changes;
  ZoneSpan span = zone.span_at(from);
  while (span.end < to && changes.size() < kMostStretches) {
    const seconds before = span.offset;
    const sys_seconds at = span.end;
    span = zone.span_at(at);
    changes.push_back({at, zone, before, span.offset});
  }
  return changes;
}

void cut_at(const std::vector<sys_seconds>& instants, std::vector<Stretch>& stretches) {
  std::vector<Stretch> cut;
  auto next = instants.begin();
  for (Stretch stretch : stretches) {
    next = std::upper_bound(next, instants.end(), stretch.from);
    for (; next != instants.end() && *next < stretch.to; ++next) {
      if (*next == stretch.from) {
        continue;
      }
      Stretch before = stretch;
      before.to = *next;
      cut.push_back(before);
      stretch.from = *next;
    }
    cut.push_back(stretch);
  }
  stretches = std::move(cut);
}

}  // namespace supportcalc
