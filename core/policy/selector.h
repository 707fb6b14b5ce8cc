// For whom a fact holds: plans, levels, and conditions a ticket has to meet. What they come to for a ticket is decided
// in policy/selection.h alone.
//
// Example: {"plans": ["custom"], "severities": ["severity-1"], "when": {"options": {"severity_1_minutes": ["*"]}}} is a
// row for Severity 1 of the plan custom once the contract's figure is given.
#ifndef SUPPORTCALC_POLICY_SELECTOR_H_
#define SUPPORTCALC_POLICY_SELECTOR_H_

#include "policy/text.h"

namespace supportcalc {

// Under which answers a fact holds. Each entry must match one of its values; "*" is any value at all.
struct Condition {
  List<Keyed<Ids>> options;
  Ids channels;
  List<Keyed<Ids>> impact;

  bool empty() const { return options.empty() && channels.empty() && impact.empty(); }
};

// For which plans and severities a fact holds; an empty list means all.
struct Selector {
  Ids plans;
  Ids severities;
  Condition when;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_SELECTOR_H_
