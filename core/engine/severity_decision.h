// From an impact to a level of the policy, or to the levels it may be.
//
// A level is never invented: what the answers given, what they imply and what the policy presumes leave open, is
// unclear.
//
// Example: ZITADEL 2023-10-06, {"availability": "down"}: decided, "severity-1", by availability, core_function
// (implied) and request (presumed).
#ifndef SUPPORTCALC_ENGINE_SEVERITY_DECISION_H_
#define SUPPORTCALC_ENGINE_SEVERITY_DECISION_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/ticket.h"
#include "engine/vocabulary.h"
#include "policy/policy.h"
#include "policy/predicate.h"
#include "policy/selection.h"

namespace supportcalc {

// One changed answer that would decide another level.
struct Move {
  std::string_view facet;
  std::string_view value;
  const Severity* severity = nullptr;
  bool up = false;  // towards the first level of the policy's list
};

struct UsedFacet {
  std::string_view facet;
  std::string_view value;
  bool presumed = false;  // by the policy, of what was left out
  bool implied = false;   // by another answer
};

struct SeverityDecision {
  SeverityStatus status = SeverityStatus::NotDefined;
  SeverityReason reason = SeverityReason::NoLevels;
  const Severity* severity = nullptr;       // null unless decided or given
  std::vector<const Severity*> candidates;  // when unclear, in the policy's order
  std::vector<UsedFacet> facets;            // the answers the decision rests on
  std::vector<Move> moves;
};

// An impact and what was implied and presumed of it: what the conditions of everything else are decided by.
Impact with_presumed(Impact impact, const SeverityDecision& decision);

// Whether the policy's own account of a gap names the levels that this impact may be.
bool names_candidates(const Ambiguity& ambiguity, const Lineage& lineage, const Impact& impact);

// The facets that levels ask about, in the order of the common facets, then of the policy's questions.
std::vector<std::string_view> facets_asked(const Policy& policy, const std::vector<Level>& levels);

// The level a ticket gives, or that its impact decides; without either the policy's default, else all levels of the
// plan as candidates. Errors: request.severity.unknown, .not_in_plan, .and_impact; request.facet.unknown, .value.
Result<SeverityDecision> decide(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                const Ticket& ticket);

// The levels an impact leaves possible, in the policy's order: one where it decides.
std::vector<const Severity*> possible_levels(const Policy& policy, const Lineage& lineage,
                                             const std::vector<Level>& levels, const Impact& impact);

// Decides the level for an impact. Levels are not ordered: where two fit, none, or one that an unanswered
// question would decide, the answer is unclear and names the candidates. Never invents a level.
SeverityDecision decide_severity(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                 const Impact& impact);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_SEVERITY_DECISION_H_
