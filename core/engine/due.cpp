#include "engine/due.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/codes.h"
#include "base/whole_number.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

using Method = PreparedReading::Method;

seconds length_of(Unit unit) {
  switch (unit) {
    case Unit::Minutes:
    case Unit::BusinessMinutes:
      return std::chrono::minutes{1};
    case Unit::Hours:
    case Unit::BusinessHours:
    case Unit::WeekdayHours:
      return std::chrono::hours{1};
    case Unit::CalendarDays:
    case Unit::BusinessDays:
    case Unit::HalfBusinessDays:
      return date::days{1};
    case Unit::Weeks:
    case Unit::Months:
      break;
  }
  return date::weeks{1};
}

bool runs_on_hours(Unit unit) {
  return unit == Unit::BusinessMinutes || unit == Unit::BusinessHours || unit == Unit::BusinessDays ||
         unit == Unit::HalfBusinessDays || unit == Unit::WeekdayHours;
}

// The figure an amount stands for; nothing when an option that gives it is not set.
std::optional<Figure> figure(const Amount& amount, const ResolvedTerms& terms) {
  if (amount.option.empty()) {
    return Figure{amount.min, amount.max, amount.unit};
  }
  const auto value = whole_number(terms.option(amount.option));
  return value ? std::optional(Figure{*value, *value, amount.unit}) : std::nullopt;
}

// A century of them is more than can be computed.
constexpr std::int64_t kMostMonths = 1200;

constexpr std::array kDayCounts = {DayCount::SameTime, DayCount::EndOfDay, DayCount::Received, DayCount::BusinessTime};

Method method_of(DayCount count) {
  switch (count) {
    case DayCount::SameTime:
      return Method::SameTime;
    case DayCount::EndOfDay:
      return Method::EndOfDay;
    case DayCount::Received:
      return Method::Received;
    case DayCount::BusinessTime:
      break;
  }
  return Method::OpenTime;
}

// Time counted between two instants on a reading's clock, pauses included.
seconds counted(const BusinessClock* clock, sys_seconds from, sys_seconds to) {
  if (to <= from) {
    return seconds{0};
  }
  return clock == nullptr ? to - from : clock->between(from, to);
}

Result<sys_seconds> advance(const BusinessClock* clock, sys_seconds from, seconds amount) {
  if (clock != nullptr) {
    return clock->add(from, amount);
  }
  if (amount > kLargestAmount) {
    return Diagnostic{Code::AmountTooLarge, "", {{"amount", std::to_string(amount.count())}}};
  }
  const sys_seconds due = from + amount;
  if (!in_supported_range(due)) {
    return Diagnostic{Code::InstantOutOfRange, "", {}};
  }
  return due;
}

// The wall time of an instant, without a zone that of UTC.
local_seconds wall_time(sys_seconds at, const std::optional<Zone>& zone) {
  return local_seconds{(at + (zone ? zone->span_at(at).offset : seconds{0})).time_since_epoch()};
}

sys_seconds instant_at(local_seconds wall, const std::optional<Zone>& zone) {
  return zone ? zone->to_instant(wall) : sys_seconds{wall.time_since_epoch()};
}

// The same time of day so many months later; the last day of a month that has no such date.
Result<sys_seconds> add_months(sys_seconds from, std::int64_t months, const std::optional<Zone>& zone) {
  if (months > kMostMonths) {
    return Diagnostic{Code::AmountTooLarge, "", {{"amount", std::to_string(months)}}};
  }
  const local_seconds wall = wall_time(from, zone);
  const auto day = date::floor<date::days>(wall);
  auto date = date::year_month_day{day} + date::months{static_cast<int>(months)};
  date = date.ok() ? date : date.year() / date.month() / date::last;
  const sys_seconds due = instant_at(local_days{date} + (wall - day), zone);
  return in_supported_range(due) ? Result<sys_seconds>(due) : Diagnostic{Code::InstantOutOfRange, "", {}};
}

}  // namespace

sys_seconds PreparedReading::received(sys_seconds filed) const {
  const local_seconds wall = wall_time(filed, zone);
  const auto day = date::floor<date::days>(wall);
  return cut_off && wall - day >= *cut_off ? instant_at(day + date::days{1}, zone) : filed;
}

Result<sys_seconds> PreparedReading::by_date(sys_seconds start, List<Pause> pauses) const {
  auto due = method == Method::Months     ? add_months(start, count, zone)
             : method == Method::SameTime ? clock->add_days_same_time(start, count)
             : method == Method::EndOfDay ? clock->add_days_end_of_day(start, count)
                                          : clock->add_days_received(start, count);
  if (due && by && count > 0) {
    const auto counted_from = method == Method::Received ? clock->next_open(start) : start;
    const auto day = counted_from ? clock->business_day_after(*counted_from, count) : std::nullopt;
    due = day ? Result<sys_seconds>(instant_at(*day + *by, zone)) : Diagnostic{Code::InstantOutOfRange, "", {}};
  }
  // What the vendor was kept waiting is added on the same clock.
  for (const auto& pause : pauses) {
    if (due && pause.from < *due) {
      due = advance(clock, *due, counted(clock, std::max(pause.from, start), pause.to));
    }
  }
  return due;
}

Result<sys_seconds> PreparedReading::due(sys_seconds start, List<Pause> pauses) const {
  sys_seconds from = received(start);
  if (is_by_date()) {
    return by_date(from, pauses);
  }
  seconds rest = amount;
  for (const auto& pause : pauses) {
    if (pause.to <= from) {
      continue;
    }
    const seconds before = counted(clock, from, pause.from);
    if (before >= rest) {
      break;
    }
    rest -= before;
    from = pause.to;
  }
  auto due = advance(clock, from, rest);
  // A closing counts as open here.
  if (due && opens != nullptr && opens->between(*due - seconds{1}, *due) == seconds{0}) {
    due = opens->next_open(*due);
  }
  return due;
}

seconds PreparedReading::elapsed(sys_seconds from, sys_seconds to, List<Pause> pauses) const {
  seconds total = counted(clock, from, to);
  for (const auto& pause : pauses) {
    total -= counted(clock, std::max(from, pause.from), std::min(to, pause.to));
  }
  return total;
}

namespace {

// The readings of a promise, made clause by clause.
class ReadingMaker {
 public:
  ReadingMaker(const Promise& promise, const ResolvedTerms& terms, ClockShop& shop, PreparedPromise& prepared)
      : promise_(promise), terms_(terms), shop_(shop), prepared_(prepared) {}

  // False where an option is missing, which is then noted. Those without a time come last.
  Result<bool> make() {
    static constexpr Reading kPlain;
    for (const auto& clause : promise_.readings.empty() ? List<Reading>(&kPlain, 1) : promise_.readings) {
      if (clause.commitment) {
        PreparedReading reading;
        reading.id = clause.id;
        reading.method = Method::NoTime;
        reading.commitment = *clause.commitment;
        without_time_ = shop_.arena().appended(without_time_, reading);
        continue;
      }
      const auto made = make(clause);
      if (!made || !*made) {
        return made;
      }
    }
    for (const auto& reading : without_time_) {
      add(reading);
    }
    return true;
  }

 private:
  Result<bool> make(const Reading& clause) {
    Figure amount = *prepared_.amount;
    if (clause.amount) {
      const auto own = figure(*clause.amount, terms_);
      if (!own) {
        prepared_.missing_option = clause.amount->option;
        return false;
      }
      amount = *own;
    }
    amount.unit = clause.unit.value_or(amount.unit);
    const bool on_hours = runs_on_hours(amount.unit) || promise_.next_opening || promise_.cut_off;
    const auto& chosen = clause.hours ? clause.hours : promise_.hours;
    if (!chosen) {
      add(clause, amount, {});
      return true;
    }
    const auto ways = shop_.ways(*chosen, amount.unit == Unit::WeekdayHours, on_hours);
    if (!ways) {
      return ways.diagnostics();
    }
    for (const auto& way : *ways) {
      if (on_hours && !way.hours.ok()) {
        prepared_.missing_option = way.hours.missing_option;
        return false;
      }
      for (const auto& id : on_hours ? way.hours.assumptions : Ids()) {
        prepared_.assumptions = with_name(prepared_.assumptions, id, shop_.arena());
      }
      prepared_.open_option = way.id.empty() ? prepared_.open_option : std::string_view(chosen->option);
      add(clause, amount, way);
    }
    return true;
  }

  void add(const Reading& clause, const Figure& amount, const HoursWay& way) {
    const ResolvedHours& hours = way.hours;
    if (prepared_.readings.empty()) {
      prepared_.hours = hours.definition;
      prepared_.zone = hours.zone;
    }
    const BusinessClock* clock = runs_on_hours(amount.unit) ? hours.clock : nullptr;
    PreparedReading reading;
    reading.clock = clock;
    reading.hours = hours.definition;
    reading.calendars = hours.calendars;
    reading.zone = hours.zone ? hours.zone : shop_.vendor_zone();
    reading.by = promise_.by;
    reading.cut_off = promise_.cut_off;
    reading.opens = promise_.next_opening ? hours.clock : nullptr;
    // A range runs out at its far end; the near one is the earliest.
    const bool is_range = amount.min != amount.max;
    for (const bool far : {true, false}) {
      if (!far && !is_range) {
        break;
      }
      const std::string_view end = !is_range ? "" : (far ? "range-end" : "range-start");
      reading.id = joined(joined(clause.id, way.id), end);
      reading.count = far ? amount.max : amount.min;
      reading.amount = reading.count * length_of(amount.unit);
      if (clock != nullptr && amount.unit == Unit::HalfBusinessDays) {
        reading.amount = reading.count * (clock->common_day_length() / 2);
      }
      if (amount.unit == Unit::BusinessDays && clock != nullptr) {
        add_day_counts(reading);
        continue;
      }
      reading.method = amount.unit == Unit::Months ? Method::Months
                       : clock == nullptr          ? Method::Elapsed
                                                   : Method::OpenTime;
      add(reading);
    }
  }

  // Every way to count business days, unless the policy says which; only those by the day where it names a time of it.
  void add_day_counts(PreparedReading reading) {
    const std::string_view id = reading.id;
    reading.amount = reading.count * reading.clock->common_day_length();
    for (const DayCount count : kDayCounts) {
      const bool by_day = count == DayCount::EndOfDay || count == DayCount::Received;
      if (promise_.day_count ? count != *promise_.day_count : reading.by && !by_day) {
        continue;
      }
      reading.id = promise_.day_count ? id : joined(id, name_of(count));
      reading.method = method_of(count);
      add(reading);
    }
  }

  void add(const PreparedReading& reading) { prepared_.readings = shop_.arena().appended(prepared_.readings, reading); }

  std::string_view joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) {
      return a.empty() ? b : a;
    }
    return shop_.arena().copy(std::string(a).append("+").append(b));
  }

  const Promise& promise_;
  const ResolvedTerms& terms_;
  ClockShop& shop_;
  PreparedPromise& prepared_;
  List<PreparedReading> without_time_;
};

}  // namespace

Result<PreparedPromise> PreparedPromise::make(const Promise& promise, const ResolvedTerms& terms, ClockShop& shop) {
  PreparedPromise prepared;
  prepared.promise = &promise;
  if (promise.best_case) {
    prepared.best_case = figure(*promise.best_case, terms);
  }
  if (!promise.amount) {
    return prepared;
  }
  prepared.amount = figure(*promise.amount, terms);
  if (!prepared.amount) {
    prepared.missing_option = promise.amount->option;
    return prepared;
  }
  const auto made = ReadingMaker(promise, terms, shop, prepared).make();
  if (!made) {
    return made.diagnostics();
  }
  if (!*made) {
    prepared.readings = {};
  }
  return prepared;
}

}  // namespace supportcalc
