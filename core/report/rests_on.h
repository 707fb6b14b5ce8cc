// What the figures of an answer rest on beside the words of the policy: what we assumed, what the text leaves open, and
// that it was never published.
#ifndef SUPPORTCALC_REPORT_RESTS_ON_H_
#define SUPPORTCALC_REPORT_RESTS_ON_H_

#include <vector>

#include "engine/evaluator.h"
#include "policy/policy.h"

namespace supportcalc {

struct RestsOn {
  std::vector<Keyed<std::string_view>> assumptions;  // ids and values, in the policy's order
  std::vector<const Ambiguity*>
      ambiguities;     // gaps and conflicts that bear on the kind, or on the hours it is counted in
  bool draft = false;  // the revision was never published; whether or not there is a figure
};

// What the dues of one kind rest on; without one, nothing. What is given back points into the evaluator and its policy.
//
// Example: Stakater, plan standard, P2, first response: time_zone, holidays and working_hours are assumed; st-1, st-2,
// st-5, st-7 and st-11 are open. Plan premium runs around the clock: nothing is assumed.
RestsOn rests_on(const Evaluator& evaluator, const Evaluation& evaluation, Kind kind);

// What one or the other rests on, of two levels of one plan.
RestsOn either(RestsOn one, const RestsOn& other);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_RESTS_ON_H_
