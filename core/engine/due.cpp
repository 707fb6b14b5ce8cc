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
      return date::days{1};
    case Unit::Weeks:
      break;
  }
  return date::weeks{1};
}

bool runs_on_hours(Unit unit) {
  return unit == Unit::BusinessMinutes || unit == Unit::BusinessHours || unit == Unit::BusinessDays ||
         unit == Unit::WeekdayHours;
}

// The figure an amount stands for; nothing when an option that gives it is not set.
std::optional<Figure> figure(const Amount& amount, const ResolvedTerms& terms) {
  if (amount.option.empty()) {
    return Figure{amount.min, amount.max, amount.unit};
  }
  const auto value = whole_number(terms.option(amount.option));
  return value ? std::optional(Figure{*value, *value, amount.unit}) : std::nullopt;
}

std::string_view joined(std::string_view a, std::string_view b, Arena& arena) {
  if (a.empty() || b.empty()) {
    return a.empty() ? b : a;
  }
  return arena.copy(std::string(a).append("+").append(b));
}

constexpr std::array kDayCounts = {DayCount::SameTime, DayCount::EndOfDay, DayCount::BusinessTime};

Method method_of(DayCount count) {
  switch (count) {
    case DayCount::SameTime:
      return Method::SameTime;
    case DayCount::EndOfDay:
      return Method::EndOfDay;
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

}  // namespace

Result<sys_seconds> PreparedReading::due(sys_seconds start, List<Pause> pauses) const {
  if (method == Method::SameTime || method == Method::EndOfDay) {
    auto due =
        method == Method::SameTime ? clock->add_days_same_time(start, days) : clock->add_days_end_of_day(start, days);
    // What the customer kept the vendor waiting is added in open time.
    for (const auto& pause : pauses) {
      if (due.ok() && pause.from < *due) {
        due = clock->add(*due, clock->between(std::max(pause.from, start), pause.to));
      }
    }
    return due;
  }
  sys_seconds from = start;
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
  return advance(clock, from, rest);
}

seconds PreparedReading::elapsed(sys_seconds from, sys_seconds to, List<Pause> pauses) const {
  seconds total = counted(clock, from, to);
  for (const auto& pause : pauses) {
    total -= counted(clock, std::max(from, pause.from), std::min(to, pause.to));
  }
  return total;
}

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

  std::vector<PreparedReading> readings;
  static constexpr Reading kPlain;
  for (const auto& clause : promise.readings.empty() ? List<Reading>(&kPlain, 1) : promise.readings) {
    Figure amount = *prepared.amount;
    if (clause.amount) {
      const auto own = figure(*clause.amount, terms);
      if (!own) {
        prepared.missing_option = clause.amount->option;
        return prepared;
      }
      amount = *own;
    }
    amount.unit = clause.unit.value_or(amount.unit);

    ResolvedHours hours;
    const auto& chosen = clause.hours ? clause.hours : promise.hours;
    if (chosen) {
      auto resolved = shop.resolve(*chosen, amount.unit == Unit::WeekdayHours);
      if (!resolved) {
        return resolved.diagnostics();
      }
      hours = *std::move(resolved);
    }
    if (runs_on_hours(amount.unit) && !hours.ok()) {
      prepared.missing_option = hours.missing_option;
      return prepared;
    }
    const BusinessClock* clock = runs_on_hours(amount.unit) ? hours.clock : nullptr;
    if (runs_on_hours(amount.unit)) {
      for (const auto& id : hours.assumptions) {
        prepared.assumptions = with_name(prepared.assumptions, id, shop.arena());
      }
    }
    if (readings.empty()) {
      prepared.hours = hours.definition;
      prepared.zone = hours.zone;
    }

    // A range runs out at its far end; the near one is the earliest.
    const bool is_range = amount.min != amount.max;
    for (const bool far : {true, false}) {
      if (!far && !is_range) {
        break;
      }
      const std::int64_t value = far ? amount.max : amount.min;
      const std::string_view end = !is_range ? "" : (far ? "range-end" : "range-start");
      PreparedReading reading;
      reading.id = joined(clause.id, end, shop.arena());
      reading.clock = clock;
      reading.hours = hours.definition;
      reading.calendar = hours.calendar;
      reading.amount = value * length_of(amount.unit);
      reading.days = value;
      if (amount.unit != Unit::BusinessDays || clock == nullptr) {
        reading.method = clock == nullptr ? Method::Elapsed : Method::OpenTime;
        readings.push_back(reading);
        continue;
      }
      reading.amount = value * clock->common_day_length();
      const std::string_view clause_id = reading.id;
      for (const DayCount count : kDayCounts) {
        if (!promise.day_count) {
          reading.id = joined(clause_id, name_of(count), shop.arena());
        } else if (count != *promise.day_count) {
          continue;
        }
        reading.method = method_of(count);
        readings.push_back(reading);
      }
    }
  }
  prepared.readings = shop.arena().copy(List<PreparedReading>(readings));
  return prepared;
}

}  // namespace supportcalc
