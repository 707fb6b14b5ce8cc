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
  outcome.elapsed = reading.elapsed(start, responded, pauses);
  outcome.late_by = reading.elapsed(due, responded, pauses);
  outcome.met = outcome.late_by == seconds{0};
  outcome.open_time = reading.clock != nullptr;
  return outcome;
}

}  // namespace

Result<PromiseResult> compute_promise(const PreparedPromise& promise, const ClockStart& start,
                                      const ClockPauses& pauses, const std::optional<sys_seconds>& answered_at,
                                      Arena& arena) {
  PromiseResult result;
  result.promise = &promise;
  if (start.awaited.empty()) {
    result.starts_at = start.at;
  }
  if (promise.readings.empty()) {
    result.no_due = promise.missing_option.empty() ? NoDue::NoFigure : NoDue::OptionMissing;
    return result;
  }
  const auto readings = arena.make<ReadingResult>(promise.readings.size());
  Due due{{}, sys_seconds::max(), sys_seconds::min(), start.awaited};
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto& reading = promise.readings[i];
    readings[i].reading = &reading;
    if (reading.method == PreparedReading::Method::NoTime) {
      due.latest = std::nullopt;
      continue;
    }
    const auto computed = reading.due(start.at, pauses.spans);
    if (!computed) {
      return at_submission(computed.diagnostics());
    }
    const sys_seconds at = std::max(*computed, start.not_before.value_or(*computed));
    readings[i].at = at;
    due.earliest = std::min(due.earliest, at);
    due.latest = due.latest ? std::optional(std::max(*due.latest, at)) : std::nullopt;
    if (pauses.open_since && at > *pauses.open_since) {
      due.from = "customer-message";
    }
  }
  if (!due.from.empty()) {
    result.due = Due{std::nullopt, due.earliest, std::nullopt, due.from};
    return result;
  }
  due.at = readings.front().at;
  result.due = due;
  result.readings = readings;
  if (answered_at) {
    for (auto& each : readings) {
      if (each.at) {
        each.outcome = outcome_of(*each.reading, start.at, *each.at, *answered_at, pauses.spans);
      }
    }
    result.outcome = readings.front().outcome;
    const bool met = result.outcome->met;
    // What a reading does not promise is not missed by it.
    result.outcome_disputed = std::any_of(readings.begin(), readings.end(), [met](const ReadingResult& each) {
      return each.outcome ? each.outcome->met != met : !met;
    });
  }
  return result;
}

bool is_overdue(const PromiseResult& result, sys_seconds now) {
  return result.due && result.due->latest &&
         std::all_of(result.readings.begin(), result.readings.end(), [now](const ReadingResult& each) {
           return each.reading->elapsed(*each.at, now, {}) > seconds{0};
         });
}

bool was_late(const PromiseResult& result) {
  return result.outcome && !result.outcome->met && !result.outcome_disputed;
}

}  // namespace supportcalc
