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

// A span in which a clock stands still.
struct Pause {
  sys_seconds from;
  sys_seconds to;
};

// One way to understand a promise, ready to be computed.
struct PreparedReading {
  enum class Method : std::uint8_t {
    Elapsed,   // day and night
    OpenTime,  // the time the clock runs
    Months,    // day and night, by the calendar
    SameTime,  // business days
    EndOfDay,
    Received,
    NoTime,  // promises none
  };
  std::string_view id;  // of several sources, joined with "+"; "" when there is only one way
  Method method = Method::Elapsed;
  seconds amount{};
  std::int64_t count = 0;                // of days or months
  const BusinessClock* clock = nullptr;  // null for what runs day and night
  const HoursDefinition* hours = nullptr;
  List<const HolidayCalendar*> calendars;

  std::optional<Zone> zone;                       // of the hours, else the vendor's
  std::optional<seconds> by;                      // wall time on the last day
  std::optional<seconds> cut_off;                 // wall time from which a ticket counts as the next day's
  const BusinessClock* opens = nullptr;           // what runs out outside of these hours is due when they begin again
  Commitment commitment = Commitment::NotStated;  // of NoTime

  // Whether the amount is days or months rather than a length of time.
  bool is_by_date() const { return method > Method::OpenTime; }

  // When it runs out; not for NoTime. Errors: amount.too_large, instant.out_of_range.
  Result<sys_seconds> due(sys_seconds start, List<Pause> pauses) const;

  // Time that counted in [from, to), pauses left out.
  seconds elapsed(sys_seconds from, sys_seconds to, List<Pause> pauses) const;

 private:
  // When a ticket counts as filed: what comes after the cut-off, at the beginning of the next day.
  sys_seconds received(sys_seconds filed) const;
  Result<sys_seconds> by_date(sys_seconds start, List<Pause> pauses) const;
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
  std::string_view open_option;     // the option, not given, for each value of which there are readings
  std::string_view missing_option;  // what the user would have to set for a due, if that is why
  const HoursDefinition* hours = nullptr;
  std::optional<Zone> zone;  // of the main reading's hours
  Ids assumptions;           // those the readings needed

  // Its lists are in the shop's arena. Errors: amount.too_large; calendar.never_opens.
  static Result<PreparedPromise> make(const Promise& promise, const ResolvedTerms& terms, ClockShop& shop);
};

// The range that the readings of a promise span.
struct Due {
  std::optional<sys_seconds> at;  // by the main reading; nothing while the clock waits for an event
  sys_seconds earliest;
  std::optional<sys_seconds> latest;  // nothing where it waits, or where one reading promises no time
  std::string_view from;              // the event it waits for
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_DUE_H_
