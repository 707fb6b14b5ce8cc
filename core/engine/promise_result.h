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

// How an answer compares with a promise, in time that counted on the promise's clock.
struct Outcome {
  bool met = false;        // nothing counted between due and answer
  seconds elapsed{};       // from start to answer
  seconds late_by{};       // from due to answer; zero when met
  bool open_time = false;  // that clock stands still outside its hours
};

struct ReadingResult {
  const PreparedReading* reading = nullptr;
  std::optional<sys_seconds> at;  // nothing where it promises no time
  std::optional<Outcome> outcome;
};

enum class NoDue : std::uint8_t {
  NoFigure,       // the commitment says why
  OptionMissing,  // the contract's figure or hours are not given
  OutOfScope,     // it is for other topics than the ticket's
};

// What targets and escalation steps have in common.
struct PromiseResult {
  const PreparedPromise* promise = nullptr;
  std::optional<sys_seconds> starts_at;  // nothing while its clock waits for an event
  std::optional<Due> due;
  NoDue no_due = NoDue::NoFigure;  // when there is no due
  List<ReadingResult> readings;    // the first is `due->at`; none while the clock waits
  std::optional<Outcome> outcome;  // by the main reading, of an answer that was given
  bool outcome_disputed = false;   // the readings disagree whether it was met
};

// When a promise's clock starts.
struct ClockStart {
  sys_seconds at;
  std::string_view awaited;               // the event it waits for; `at` is then the earliest it may start
  std::optional<sys_seconds> not_before;  // nothing is due before this, which it follows
};

// The spans that stop a promise's clock, in order, none overlapping.
struct ClockPauses {
  List<Pause> spans;
  std::optional<sys_seconds> open_since;  // when the last began, if it still lasts
};

// What a promise comes to for a ticket whose clock starts so, with an answer at `answered_at` if there is one. A
// promise without readings has no due and no outcome; neither has one whose clock waits for an event an outcome. The
// list of readings is in `arena`.
//
// Errors, at /submitted_at: instant.out_of_range, amount.too_large.
//
// Example: 2 business hours, Monday to Friday 08:00-17:00 Europe/Zurich, started Thu 2026-04-02 14:30Z and answered Tue
// 2026-04-07 08:00Z: due 07:30Z (Good Friday and Easter Monday are closed), late by 30 minutes.
Result<PromiseResult> compute_promise(const PreparedPromise& promise, const ClockStart& start,
                                      const ClockPauses& pauses, const std::optional<sys_seconds>& answered_at,
                                      Arena& arena);

// Whether the due of every reading has passed at `now` and nothing was answered.
bool is_overdue(const PromiseResult& result, sys_seconds now);

// Whether an answer was given that was late by every reading.
bool was_late(const PromiseResult& result);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_PROMISE_RESULT_H_
