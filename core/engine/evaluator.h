// One plan of one policy under given terms, prepared to answer tickets.
#ifndef SUPPORTCALC_ENGINE_EVALUATOR_H_
#define SUPPORTCALC_ENGINE_EVALUATOR_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/clock.h"
#include "engine/evaluation.h"
#include "engine/ticket.h"
#include "policy/policy_set.h"

namespace supportcalc {

class Evaluator {
 public:
  // Options, assumptions, zones and holidays are settled here, once. `set` must outlive the evaluator.
  // Errors: request.plan.unknown, and those of ResolvedTerms.
  static Result<std::unique_ptr<Evaluator>> make(const PolicySet& set, const Policy& policy, std::string_view plan,
                                                 const Terms& terms);

  const Policy& policy() const { return policy_; }
  const Plan& plan() const { return *plan_; }
  const ResolvedTerms& terms() const { return terms_; }
  // The terms it was made for.
  const Terms& given_terms() const { return given_terms_; }
  const std::vector<Level>& levels() const { return levels_; }

  // Answers a ticket. `evaluation` is a new one, and of no use when the diagnostics returned are not empty. Their
  // pointers are into a request.
  //
  // Problems: request.severity.*, request.facet.*, request.topic.unknown, request.maturity.unknown,
  // request.channel.unknown, request.responded_before_submitted, instant.out_of_range, amount.too_large.
  Diagnostics evaluate(const Ticket& ticket, Evaluation& evaluation) const;

  // How far this plan has a channel for a level: "no" where it is for others, else the plan's own word, else that of
  // the plan it builds on, else "yes". Null is an open level.
  std::string_view availability(const Channel& channel, const Severity* severity) const;

  // Whether a condition holds; unknown where the request leaves open what it asks.
  Truth holds(const Condition& condition, const Ticket& ticket, const Impact& impact) const;

  // The zone in which the vendor's wall times are shown where a promise has none of its own.
  const std::optional<Zone>& vendor_zone() const { return vendor_zone_; }

 private:
  struct PreparedTarget {
    const Target* target;
    std::size_t row;
    PreparedPromise promise;
  };
  struct PreparedStep {
    const EscalationStep* step;
    PreparedPromise promise;
  };

  Evaluator(const PolicySet& set, const Policy& policy, const Plan& plan, Arena arena, const Terms& given,
            ResolvedTerms terms);
  Diagnostics prepare();

  bool shown(const Selector& where, const Ticket& ticket, const Impact& impact) const;

  Diagnostics decide(const Ticket& ticket, SeverityDecision& decision) const;
  Diagnostics add_targets(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;
  Diagnostics add_escalation(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;
  Diagnostics add_scope(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;
  void add_remedies(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;
  void add_facts(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;
  void add_notices(const Ticket& ticket, const Impact& impact, Evaluation& evaluation) const;

  const Policy& policy_;
  const Plan* plan_;
  Lineage lineage_;
  Arena arena_;
  Terms given_terms_;
  ResolvedTerms terms_;
  ClockShop shop_;
  std::vector<Level> levels_;
  std::optional<Zone> vendor_zone_;
  std::vector<PreparedTarget> targets_;
  std::vector<PreparedStep> steps_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_EVALUATOR_H_
