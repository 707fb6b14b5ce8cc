#include "engine/next.h"

#include <algorithm>

#include "engine/evaluation.h"
#include "engine/questions.h"

namespace supportcalc {
namespace {

// The end of a date in a zone; in UTC where there is none.
sys_seconds end_of(local_days day, const std::optional<Zone>& zone) {
  const local_seconds midnight{(day + date::days{1}).time_since_epoch()};
  return zone ? zone->to_instant(midnight) : sys_seconds{midnight.time_since_epoch()};
}

class Chooser {
 public:
  // A ticket that was answered or escalated was filed, also where `now` is not given.
  Chooser(const Evaluation& evaluation, const Ticket& ticket)
      : evaluation_(evaluation),
        ticket_(ticket),
        now_(ticket.now ? *ticket.now
                        : std::max({ticket.submitted_at, ticket.responded_at.value_or(ticket.submitted_at),
                                    ticket.resolved_at.value_or(ticket.submitted_at),
                                    ticket.escalated_at.value_or(ticket.submitted_at)})),
        filed_(now_ > ticket.submitted_at || ticket.responded_at || ticket.escalated_at) {}

  std::optional<Next> choose(const Question* question, bool supported) const {
    if (auto next = claim()) {
      return next;
    }
    if (ticket_.resolved_at) {
      return std::nullopt;
    }
    if (filed_) {
      if (auto next = escalate()) {
        return next;
      }
      if (auto next = wait()) {
        return next;
      }
      if (!ticket_.responded_at) {
        return Next{Do::FollowUp, channel(), {}, {}, {}, {}};
      }
    }
    const auto stop = first_stop(evaluation_.channels);
    if (!supported || (evaluation_.scope.verdict == Verdict::Out && stop)) {
      return Next{Do::Community, stop, {}, {}, {}, {}};
    }
    if (filed_) {
      return std::nullopt;
    }
    if (question != nullptr) {
      return Next{Do::Settle, channel(), {}, {}, question->facet->id, {}};
    }
    const bool phone = channel() && evaluation_.channels[*channel()].channel->kind == "phone";
    return Next{phone ? Do::Call : Do::File, channel(), {}, {}, {}, due()};
  }

 private:
  std::optional<std::size_t> channel() const {
    return right_channel(evaluation_.channels, answer_for(ticket_.impact, "request"));
  }

  // Whether something is owed and nothing was answered that met or missed it: a target or a step.
  template <class Item>
  static bool is_pending(const Item& item) {
    return item.standing == Standing::Owed && item.result.due && !item.result.outcome;
  }

  std::optional<Next> claim() const {
    for (std::size_t i = 0; i < evaluation_.remedies.size(); ++i) {
      const RemedyResult& remedy = evaluation_.remedies[i];
      if (remedy.status != RemedyStatus::Earned) {
        continue;
      }
      const PromiseResult* missed = remedy.target ? &evaluation_.targets[*remedy.target].result
                                    : remedy.step ? &evaluation_.escalation[*remedy.step].result
                                                  : nullptr;
      std::optional<sys_seconds> by;
      if (remedy.claim_by) {
        by = end_of(*remedy.claim_by, remedy.claim_zone);
      }
      const bool in_time = !by || now_ < *by;
      if (missed != nullptr && was_late(*missed) && in_time) {
        return Next{Do::Claim, {}, {}, i, {}, by};
      }
    }
    return std::nullopt;
  }

  std::optional<Next> escalate() const {
    const auto& targets = evaluation_.targets;
    const bool overdue = std::any_of(targets.begin(), targets.end(), [this](const TargetResult& target) {
      return is_pending(target) && is_overdue(target.result, now_);
    });
    const auto step = overdue && !ticket_.escalated_at ? step_to_take() : std::nullopt;
    if (!step) {
      return std::nullopt;
    }
    const auto& due = evaluation_.escalation[*step].result.due;
    return Next{Do::Escalate, {}, step, {}, {}, due ? due->latest : std::nullopt};
  }

  // The first step open to the plan; of several, one marked urgent for a level marked so and one not for others.
  std::optional<std::size_t> step_to_take() const {
    const Severity* level = evaluation_.severity.severity;
    const bool urgent = level != nullptr && level->urgent;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < evaluation_.escalation.size(); ++i) {
      const StepResult& each = evaluation_.escalation[i];
      if (!each.conditions.empty() || each.step->automatic) {
        continue;
      }
      if (each.step->urgent == urgent) {
        return i;
      }
      if (!first) {
        first = i;
      }
    }
    return first;
  }

  std::optional<Next> wait() const {
    const auto is_ahead = [this](const auto& item) { return is_pending(item) && !is_overdue(item.result, now_); };
    if (const TargetResult* target = first_target(is_ahead)) {
      return Next{Do::Wait, {}, {}, {}, {}, end_ahead(*target->result.due)};
    }
    const StepResult* first = nullptr;
    for (const auto& step : evaluation_.escalation) {
      if (is_ahead(step) && (first == nullptr || step.result.due->latest < first->result.due->latest)) {
        first = &step;
      }
    }
    return first == nullptr ? std::nullopt : std::optional(Next{Do::Wait, {}, {}, {}, {}, first->result.due->latest});
  }

  // Until when to wait: the latest; where that is open, the earliest, if it is still to come.
  std::optional<sys_seconds> end_ahead(const Due& due) const {
    return due.latest || due.earliest <= now_ ? due.latest : std::optional(due.earliest);
  }

  // `latest` of the first owed target not yet met, first responses first.
  std::optional<sys_seconds> due() const {
    const auto* target =
        first_target([](const TargetResult& each) { return is_pending(each) && each.result.due->latest; });
    return target == nullptr ? std::nullopt : target->result.due->latest;
  }

  template <class Fits>
  const TargetResult* first_target(const Fits& fits) const {
    for (const bool first_responses : {true, false}) {
      for (const auto& target : evaluation_.targets) {
        if ((target.target->kind == Kind::FirstResponse) == first_responses && fits(target)) {
          return &target;
        }
      }
    }
    return nullptr;
  }

  const Evaluation& evaluation_;
  const Ticket& ticket_;
  sys_seconds now_;
  bool filed_;
};

}  // namespace

std::optional<Next> next_of(const Evaluation& evaluation, const Ticket& ticket, const Question* question,
                            bool supported) {
  return Chooser(evaluation, ticket).choose(question, supported);
}

}  // namespace supportcalc
