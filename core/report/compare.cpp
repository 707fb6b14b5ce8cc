#include "report/compare.h"

#include <algorithm>
#include <tuple>

#include "base/codes.h"
#include "base/excerpt.h"
#include "report/fitting.h"

namespace supportcalc {
namespace {

// Whether a figure holds for its level, whichever of the candidates that is.
bool is_sure(const TargetResult& target) {
  const auto& conditions = target.conditions;
  return std::all_of(conditions.begin(), conditions.end(),
                     [](const OpenCondition& each) { return each.kind == OpenCondition::Kind::Severity; });
}

// The targets that decide a row: where a level has one that holds for sure, its conditional ones do not count.
std::vector<const TargetResult*> deciding(const std::vector<TargetResult>& targets) {
  std::vector<const TargetResult*> result;
  for (const auto& target : targets) {
    const bool outdone =
        is_open(target.conditions) && std::any_of(targets.begin(), targets.end(), [&](const auto& other) {
          return other.severity == target.severity && !is_open(other.conditions);
        });
    if (!outdone) {
      result.push_back(&target);
    }
  }
  return result;
}

// Best effort and the like; also of a plan without support, which is owed nothing, but of no figure there.
bool offers_more_than_owed(const TargetResult& target) {
  const auto& traits = traits_of(target.target->promise.commitment);
  return traits.offers && (target.standing == Standing::NotPromised || !traits.binds);
}

RankGroup group_of(const std::vector<const TargetResult*>& targets) {
  std::size_t dues = 0;
  std::size_t binding = 0;
  RankGroup without_due = RankGroup::Absent;
  for (const auto* target : targets) {
    const bool is_owed = target->standing >= Standing::Conditional;
    if (target->result.due && is_sure(*target) && target->standing > Standing::NotOwed) {
      ++dues;
      binding += is_owed ? 1U : 0U;
    } else if (is_owed) {
      without_due = std::min(without_due, RankGroup::Open);
    } else if (offers_more_than_owed(*target)) {
      without_due = std::min(without_due, RankGroup::Unpromised);
    }
  }
  if (dues == 0) {
    return without_due;
  }
  return dues < targets.size() ? RankGroup::Partial : binding == dues ? RankGroup::Promised : RankGroup::Aspired;
}

// The most that a plan's figures can be worth for what the ticket is about.
RankGroup most_in(const ScopeResult& scope) {
  const auto unpromised = [](const ScopeItem* item) {
    return item != nullptr && item->commitment && !traits_of(*item->commitment).takes_figure;
  };
  if (scope.verdict == Verdict::Out) {
    return RankGroup::Absent;
  }
  if (scope.verdict == Verdict::Courtesy || unpromised(scope.topic) || unpromised(scope.maturity)) {
    return RankGroup::Unpromised;
  }
  return scope.verdict == Verdict::Conditional ? RankGroup::Open : RankGroup::Promised;
}

// The span of all dues.
std::optional<Due> span_of(const std::vector<const TargetResult*>& targets) {
  std::optional<Due> span;
  for (const auto* target : targets) {
    const auto& due = target->result.due;
    if (!due) {
      continue;
    }
    if (!span) {
      span = due;
      continue;
    }
    span->earliest = std::min(span->earliest, due->earliest);
    span->latest = span->latest && due->latest ? std::max(span->latest, due->latest) : std::nullopt;
    span->at = span->at == due->at ? due->at : span->latest;
    span->from = span->from.empty() ? due->from : span->from;
  }
  return span;
}

void keep_only(Kind kind, Evaluation& evaluation) {
  auto& targets = evaluation.targets;
  targets.erase(std::remove_if(targets.begin(), targets.end(),
                               [kind](const TargetResult& target) { return target.target->kind != kind; }),
                targets.end());
  evaluation.escalation.clear();
  evaluation.remedies.clear();
  evaluation.channels.clear();
  evaluation.facts.clear();
  evaluation.lifecycle.clear();
  evaluation.next.reset();
  auto& notices = evaluation.notices;
  notices.erase(std::remove_if(notices.begin(), notices.end(),
                               [](const Notice& notice) {
                                 return notice.kind == NoticeKind::Ambiguity ||
                                        notice.kind == NoticeKind::PausesNotCounted;
                               }),
                notices.end());
}

// The answer under a plan that does not have the level asked for: the scope alone.
Result<Evaluation> without_level(const Evaluator& evaluator, Ticket ticket, const Asked& asked) {
  const auto id = ticket.severity;
  ticket.severity = {};
  auto evaluation = evaluator.evaluate(ticket, asked);
  if (evaluation) {
    evaluation->targets.clear();
    evaluation->severity = {
        SeverityStatus::Given, SeverityReason::Given, find_by_id(evaluator.policy().severities, id), {}, {}, {}};
    evaluation->definition = nullptr;
  }
  return evaluation;
}

// Sorted together by time, and first.
bool is_before(const CompareRow& a, const CompareRow& b) {
  if (a.group != b.group || !a.due || !b.due) {
    return a.group < b.group;
  }
  // Nothing known of the end is behind every end.
  const auto key = [](const Due& due) { return std::tuple(!due.latest, due.latest, due.earliest, due.at); };
  return key(*a.due) < key(*b.due);
}

// How firm a row is: how far its figure binds, then the weakest that it may come down to.
std::pair<RankGroup, std::size_t> firmness_of(const CompareRow& row) {
  std::size_t weakest = row.evaluation.targets.empty() ? kCommitmentNames.size() : 0;
  for (const auto& target : row.evaluation.targets) {
    weakest = std::max(weakest, static_cast<std::size_t>(target.target->promise.commitment));
  }
  return {row.group, weakest};
}

void rank_promises(std::vector<CompareRow>& rows) {
  for (auto& row : rows) {
    const auto firmness = firmness_of(row);
    row.promise_rank =
        1 + static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&firmness](const CompareRow& other) {
          return firmness_of(other) < firmness;
        }));
  }
}

}  // namespace

Result<Comparison> compare(const PolicySet& set, const std::vector<CompareSubject>& subjects, const Ticket& ticket,
                           const Terms& terms, Kind kind) {
  Comparison comparison;
  comparison.kind = kind;
  if (!ticket.severity.empty()) {
    for (const auto& subject : subjects) {
      if (subject.revision.policy->id != subjects.front().revision.policy->id) {
        return Diagnostic{Code::RequestCompareSeverity, "/severity", {{"id", excerpt(ticket.severity)}}};
      }
    }
  }
  Fitting fitting(ticket, terms);
  for (const auto& subject : subjects) {
    const Policy& policy = *subject.revision.policy;
    for (const auto& plan : policy.plans) {
      CompareRow row;
      row.subject = subject;
      auto fitted = fitting.fit(set, policy, plan);
      auto evaluator = Evaluator::make(set, policy, plan.id, fitted.terms());
      if (!evaluator) {
        return evaluator.diagnostics();
      }
      row.evaluator = *std::move(evaluator);
      const auto& levels = row.evaluator->levels();
      fitted = fitting.fit_answers(policy, levels, std::move(fitted));
      row.ticket = fitted.ticket;
      fitted = Fitting::fit_level(policy, levels, std::move(fitted));
      row.notes = std::move(fitted.notes);
      const bool level_is_closed = fitted.ticket.severity != row.ticket.severity;
      const Asked asked{subject.revision.fit, subject.named_revision};
      auto evaluation = level_is_closed ? without_level(*row.evaluator, row.ticket, asked)
                                        : row.evaluator->evaluate(row.ticket, asked);
      if (!evaluation) {
        return evaluation.diagnostics();
      }
      row.evaluation = *std::move(evaluation);
      row.rests_on = rests_on(*row.evaluator, row.evaluation, kind);
      keep_only(kind, row.evaluation);
      const auto targets = deciding(row.evaluation.targets);
      row.group = std::max(group_of(targets), most_in(row.evaluation.scope));
      row.due = row.group > RankGroup::Open ? std::nullopt : span_of(targets);
      row.is_span = targets.size() > 1;
      comparison.rows.push_back(std::move(row));
    }
  }
  auto unknown = fitting.fits_nowhere();
  if (!unknown.empty()) {
    return unknown;
  }

  auto& rows = comparison.rows;
  std::stable_sort(rows.begin(), rows.end(), is_before);
  rank_promises(rows);
  std::optional<Commitment> strength;
  for (auto& row : rows) {
    if (row.group != RankGroup::Promised) {
      continue;
    }
    // Of those without an end that is known, all are before.
    const auto promised_before = [&rows](const std::optional<sys_seconds>& at) {
      return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&at](const CompareRow& other) {
        return other.group == RankGroup::Promised && other.due->latest && (!at || *other.due->latest < *at);
      }));
    };
    row.rank = 1 + promised_before(row.due->latest);
    row.surely_sooner = promised_before(row.due->earliest);
    for (const auto& target : row.evaluation.targets) {
      if (target.result.due && is_sure(target)) {
        const auto commitment = target.target->promise.commitment;
        comparison.strengths_differ = comparison.strengths_differ || (strength && *strength != commitment);
        strength = commitment;
      }
    }
  }
  return comparison;
}

}  // namespace supportcalc
