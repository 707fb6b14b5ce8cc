#include "engine/promise_result.h"

#include <algorithm>

namespace supportcalc {
namespace {

// Problems found while computing a due are the ticket's: it lies too near the end of what can be computed.
Diagnostics at_submission(Diagnostics problems) {
  for (auto& problem : problems) {
    if (problem.pointer.empty()) {
      problem.pointer = "/submitted_at";
    }
  }
  return problems;
}

Outcome outcome_of(const PreparedReading& reading, sys_seconds start, sys_seconds due, sys_seconds responded,
                   List<Pause> pauses) {
  Outcome outcome;
  outcome.met = responded <= due;
  outcome.elapsed = reading.elapsed(start, responded, pauses);
  outcome.late_by = outcome.met ? seconds{0} : reading.elapsed(due, responded, pauses);
  return outcome;
}

}  // namespace

Result<PromiseResult> compute_promise(const PreparedPromise& promise, sys_seconds start, List<Pause> pauses,
                                      const std::optional<sys_seconds>& responded_at, Arena& arena) {
  PromiseResult result;
  result.promise = &promise;
  result.starts_at = start;
  if (promise.readings.empty()) {
    result.no_due = promise.missing_option.empty() ? NoDue::NoFigure : NoDue::OptionMissing;
    return result;
  }
  const auto readings = arena.make<ReadingResult>(promise.readings.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto& reading = promise.readings[i];
    const auto at = reading.due(start, pauses);
    if (!at) {
      return at_submission(at.diagnostics());
    }
    readings[i] = {&reading, *at, {}};
    if (responded_at) {
      readings[i].outcome = outcome_of(reading, start, *at, *responded_at, pauses);
    }
  }
  result.readings = readings;
  const auto by_instant = [](const ReadingResult& a, const ReadingResult& b) { return a.at < b.at; };
  const auto [earliest, latest] = std::minmax_element(result.readings.begin(), result.readings.end(), by_instant);
  const auto& main = result.readings.front();
  result.due = Due{main.at, earliest->at, latest->at};
  result.outcome = main.outcome;
  result.outcome_disputed =
      responded_at && std::any_of(result.readings.begin(), result.readings.end(), [&main](const ReadingResult& each) {
        return each.outcome->met != main.outcome->met;
      });
  return result;
}

bool is_overdue(const PromiseResult& result, sys_seconds now) {
  return result.due && std::all_of(result.readings.begin(), result.readings.end(), [now](const ReadingResult& each) {
           return each.reading->elapsed(each.at, now, {}) > seconds{0};
         });
}

bool was_late(const PromiseResult& result) {
  return result.outcome && !result.outcome->met && !result.outcome_disputed;
}

}  // namespace supportcalc
