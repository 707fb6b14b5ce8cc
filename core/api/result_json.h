// Results as JSON, in the order docs/api.md shows them.
#ifndef SUPPORTCALC_API_RESULT_JSON_H_
#define SUPPORTCALC_API_RESULT_JSON_H_

#include "api/json_writer.h"
#include "engine/evaluator.h"
#include "policy/policy_set.h"

namespace supportcalc {

struct ResultContext {
  const Evaluator& evaluator;
  const Ticket& ticket;
  Revision::Fit fit = Revision::Fit::InForce;
  bool named_revision = false;  // the request asked for it
};

// Writes the members of a result into the object that is open.
void write_result(const Evaluation& evaluation, const ResultContext& context, JsonWriter& json);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_RESULT_JSON_H_
