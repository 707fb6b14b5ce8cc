// When a promise runs out: every reading of it, and the range they span.
#ifndef SUPPORTCALC_ENGINE_DUE_H_
#define SUPPORTCALC_ENGINE_DUE_H_

#include <optional>
#include <string_view>

#include "base/result.h"
#include "engine/clock.h"
#include "engine/ticket.h"
#include "policy/policy.h"

namespace supportcalc {

// One way to understand a promise, ready to be computed.
struct PreparedReading {
  enum class Method : std::uint8_t {
    Elapsed,   // day and night
    OpenTime,  // the time the clock runs
    SameTime,  // business days
    EndOfDay,
  };
  std::string_view id;  // of several sources, joined with "+"; "" when there is only one way
  Method method = Method::Elapsed;
  seconds amount{};
  std::int64_t days = 0;
  const BusinessClock* clock = nullptr;  // null for Elapsed
  const HoursDefinition* hours = nullptr;
  const HolidayCalendar* calendar = nullptr;

  // Errors: amount.too_large, instant.out_of_range.
  Result<sys_seconds> due(sys_seconds start, List<Pause> pauses) const;

  // Time that counted in [from, to), pauses left out.
  seconds elapsed(sys_seconds from, sys_seconds to, List<Pause> pauses) const;
};

// An amount with its figure settled.
struct Figure {
  std::int64_t min = 0;
  std::int64_t max = 0;
  Unit unit = Unit::Hours;
};

// A policy's promise with everything settled but the ticket.
struct PreparedPromise {
  const Promise* promise = nullptr;
  std::optional<Figure> amount;
  std::optional<Figure> best_case;
  List<PreparedReading> readings;   // empty where there is no due; the first is the main one
  std::string_view missing_option;  // what the user would have to set for a due, if that is why
  const HoursDefinition* hours = nullptr;
  std::optional<Zone> zone;  // of the main reading's hours
  Ids assumptions;           // those the readings needed

  // Its lists are in the shop's arena. Errors: amount.too_large; calendar.never_opens.
  static Result<PreparedPromise> make(const Promise& promise, const ResolvedTerms& terms, ClockShop& shop);
};

struct Due {
  sys_seconds at;
  sys_seconds earliest;
  sys_seconds latest;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_DUE_H_
