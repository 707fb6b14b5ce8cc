// One plan of one policy under given terms, prepared to answer tickets.
//
// Example: Evaluator::make(set, zitadel, "extended-sla", {}) once, then `evaluate` for each ticket; a ticket of
// Severity 1 filed 2026-04-02T14:30:00Z has its first response due at 2026-04-07T06:30:00Z.
#ifndef SUPPORTCALC_ENGINE_EVALUATOR_H_
#define SUPPORTCALC_ENGINE_EVALUATOR_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/channels.h"
#include "engine/clock.h"
#include "engine/evaluation.h"
#include "engine/ticket.h"
#include "policy/policy_set.h"

namespace supportcalc {

// How the revision was chosen, for the notices about it.
struct Asked {
  Revision::Fit fit = Revision::Fit::InForce;
  bool named_revision = false;  // the request asked for it
};

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

  // Answers a ticket under a revision that was asked for so. Without a channel, the ticket counts as filed through the
  // right one for its level. Pointers of errors are into a request.
  //
  // Errors: request.severity.*, request.facet.*, request.topic.unknown, request.maturity.unknown,
  // request.channel.unknown, request.policy.no_due, request.responded_before_submitted,
  // request.escalated_before_submitted, request.escalation_responded_before_escalated, instant.out_of_range,
  // amount.too_large.
  Result<Evaluation> evaluate(const Ticket& ticket, const Asked& asked = {}) const;

  const Lineage& lineage() const { return lineage_; }

  // What there is beside the answer to a ticket. Lists of conditions are in `arena`.
  Offer offer(const Ticket& ticket, const Evaluation& evaluation, Arena& arena) const;

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
    std::size_t row;
    PreparedPromise promise;
  };

  Evaluator(const PolicySet& set, const Policy& policy, const Plan& plan, Arena arena, const Terms& given,
            ResolvedTerms terms);
  Diagnostics prepare();

  // A level the ticket may have, and what is known of the ticket then.
  struct Candidate {
    const Severity* severity = nullptr;  // null for a plan without levels
    Given given;                         // with the channel it counts as filed through
    OpenConditions conditions;           // of everything under this level
  };

  Diagnostics prepare_channels();
  // Where a level is in `levels_`; 0 for a plan without.
  std::size_t position_of(const Severity* level) const;
  // The channels that a level's tickets have to be filed through.
  Ids required_for(const Severity* level) const;
  std::vector<ChannelResult> channels_for(const Severity* level, const Ticket& ticket, const Given& given,
                                          Arena& arena) const;
  std::vector<Candidate> candidates_of(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  // Those and what everything of a draft, and of a level that is open, depends on.
  OpenConditions with_common(OpenConditions conditions, const Selector& where, const Severity* level,
                             Arena& arena) const;
  // All that a row is left to depend on.
  OpenConditions conditions_of(const Selector& where, const Severity* level, const Given& given, Arena& arena) const;
  // Whether the vendor supports a row of this plan at all: also a plan without support, once an option lifts it.
  bool is_supported(const Selector& where) const;

  Diagnostics add_targets(const Ticket& ticket, const std::vector<Candidate>& candidates, Evaluation& evaluation) const;
  Diagnostics add_escalation(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  Diagnostics add_scope(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  void add_remedies(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  void add_facts(const Ticket& ticket, const Given& given, Evaluation& evaluation) const;
  static void add_incomplete_calendars(Evaluation& evaluation);
  void add_notices(const Ticket& ticket, const Asked& asked, const Given& given, Evaluation& evaluation) const;
  void add_next(const Ticket& ticket, Evaluation& evaluation) const;

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
  ChannelClocks channel_clocks_;
  std::vector<Names> required_;  // of each of `levels_`
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_EVALUATOR_H_
