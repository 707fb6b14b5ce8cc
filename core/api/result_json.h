// Results as JSON, in the order docs/api.md shows them.
#ifndef SUPPORTCALC_API_RESULT_JSON_H_
#define SUPPORTCALC_API_RESULT_JSON_H_

#include <optional>
#include <string>

#include "api/json_writer.h"
#include "engine/evaluator.h"

namespace supportcalc {

// Writes the members of a result into the object that is open.
//
// Example: for the ticket of docs/api.md the object begins {"ok":true,"policy":{"id":"zitadel","revision":"2023-10-06",
void write_result(const Evaluation& evaluation, const Evaluator& evaluator, const Ticket& ticket, JsonWriter& json);

// Writes the member `offer` likewise: what the plan has beside the answer.
void write_offer(const Evaluation& evaluation, const Evaluator& evaluator, const Ticket& ticket, JsonWriter& json);

// "2026-05-07"; "" for no day.
std::string day_text(const std::optional<local_days>& day);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_RESULT_JSON_H_
