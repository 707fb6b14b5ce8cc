// An answer as text for a terminal.
#ifndef SUPPORTCALC_RENDER_EVALUATION_TEXT_H_
#define SUPPORTCALC_RENDER_EVALUATION_TEXT_H_

#include <string>

#include "engine/evaluator.h"
#include "policy/policy_set.h"
#include "render/page.h"

namespace supportcalc {

// Everything an answer consists of.
struct AnswerView {
  const Evaluator& evaluator;
  const Ticket& ticket;
  const Evaluation& evaluation;
  sys_seconds now;  // what "in 3 hours" is counted from
};

// Ends with a line break.
std::string evaluation_text(const AnswerView& answer, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_EVALUATION_TEXT_H_
