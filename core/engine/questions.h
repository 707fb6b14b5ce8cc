// Which questions about the impact still decide the level, and which of them would decide most.
#ifndef SUPPORTCALC_ENGINE_QUESTIONS_H_
#define SUPPORTCALC_ENGINE_QUESTIONS_H_

#include <cstddef>
#include <vector>

#include "engine/severity_decision.h"
#include "policy/policy.h"
#include "policy/selection.h"

namespace supportcalc {

struct Question {
  const Facet* facet = nullptr;
  bool presumed = false;      // the policy says what a description without this answer means
  bool narrows = false;       // some answer leaves fewer levels than are possible now
  std::size_t remaining = 0;  // levels left possible, summed over the answers
};

// The facets without an answer for which the answer matters: some value leaves other levels possible than those of
// `decision`. What is implied by an answer, or was answered "unknown", is not asked. That which leaves the fewest
// levels on average comes first, of equal ones that which the policy asks first; what the policy presumes of whoever
// describes something comes last. None once the level is decided.
//
// Example: ZITADEL 2023-10-06, request = incident, availability = degraded: `core_function` before `workaround`.
std::vector<Question> open_questions(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                     const Impact& impact, const SeverityDecision& decision);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_QUESTIONS_H_
