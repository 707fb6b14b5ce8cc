// What a promise comes to for one ticket: when it runs out by every reading, and whether an answer kept it.
//
// Instants are UTC seconds; open time is counted on the promise's own clock. Views and pointers are into the evaluator
// the promise was prepared by.
#ifndef SUPPORTCALC_ENGINE_PROMISE_RESULT_H_
#define SUPPORTCALC_ENGINE_PROMISE_RESULT_H_

#include <cstdint>
#include <optional>

#include "base/arena.h"
#include "base/result.h"
#include "engine/due.h"
#include "engine/ticket.h"

namespace supportcalc {

// How an answer compares with a promise.
struct Outcome {
  bool met = false;
  seconds elapsed{};  // that counted on the promise's clock, from start to answer
  seconds late_by{};  // that counted from due to answer; zero when met
};

struct ReadingResult {
  const PreparedReading* reading = nullptr;
  sys_seconds at;
  std::optional<Outcome> outcome;
};

enum class NoDue : std::uint8_t {
  NoFigure,           // the commitment says why
  OptionMissing,      // the contract's figure or hours are not given
  ClockStartUnknown,  // it counts from something a request cannot know
  OutOfScope,         // it is for other topics than the ticket's
};

// What targets and escalation steps have in common.
struct PromiseResult {
  const PreparedPromise* promise = nullptr;
  sys_seconds starts_at;
  std::optional<Due> due;
  NoDue no_due = NoDue::NoFigure;  // when there is no due
  List<ReadingResult> readings;    // the first is `due->at`
  std::optional<Outcome> outcome;  // by the main reading, of an answer that was given
  bool outcome_disputed = false;   // the readings disagree whether it was met
};

// What a promise comes to for a ticket whose clock starts at `start`, with an answer at `responded_at` if there is one.
// A promise without readings has no due and no outcome. The list of readings is in `arena`.
//
// Errors, at /submitted_at: instant.out_of_range, amount.too_large.
//
// Example: 2 business hours, Monday to Friday 08:00-17:00 Europe/Zurich, started Thu 2026-04-02 14:30Z and answered Tue
// 2026-04-07 08:00Z: due 07:30Z (Good Friday and Easter Monday are closed), late by 30 minutes.
Result<PromiseResult> compute_promise(const PreparedPromise& promise, sys_seconds start, List<Pause> pauses,
                                      const std::optional<sys_seconds>& responded_at, Arena& arena);

// Whether the due of every reading has passed at `now` and nothing was answered.
bool is_overdue(const PromiseResult& result, sys_seconds now);

// Whether an answer was given that was late by every reading.
bool was_late(const PromiseResult& result);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_PROMISE_RESULT_H_
