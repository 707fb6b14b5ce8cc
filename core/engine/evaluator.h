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

  const Lineage& lineage() const { return lineage_; }

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

  Diagnostics decide(const Ticket& ticket, SeverityDecision& decision) const;
  // The rows of a level's targets, or of those a plan without levels has.
  const std::vector<std::size_t>& rows_for(const Severity* severity) const;
  Diagnostics add_targets(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  Diagnostics add_escalation(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  Diagnostics add_scope(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  void add_remedies(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  void add_facts(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  void add_notices(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;

  const Policy& policy_;
  const Plan* plan_;
  Lineage lineage_;
  Arena arena_;
  Terms given_terms_;
  ResolvedTerms terms_;
  ClockShop shop_;
  std::vector<Level> levels_;
  std::optional<Zone> vendor_zone_;
  std::vector<PreparedTarget> targets_;         // those of some level, by row
  std::vector<std::vector<std::size_t>> rows_;  // positions in `targets_`, of each of `levels_`; of a plan without, one
  std::vector<PreparedStep> steps_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_EVALUATOR_H_
