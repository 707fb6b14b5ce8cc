// Results as JSON, in the order docs/api.md shows them.
#ifndef SUPPORTCALC_API_RESULT_JSON_H_
#define SUPPORTCALC_API_RESULT_JSON_H_

#include "engine/evaluator.h"
#include "policy/json_document.h"
#include "policy/policy_set.h"

namespace supportcalc {

struct ResultContext {
  const Evaluator& evaluator;
  const Ticket& ticket;
  Revision::Fit fit = Revision::Fit::InForce;
  bool named_revision = false;  // the request asked for it
};

Json result_json(const Evaluation& evaluation, const ResultContext& context);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_RESULT_JSON_H_
