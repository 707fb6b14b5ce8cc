#include "report/compare.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/excerpt.h"
#include "report/fitting.h"

namespace supportcalc {
namespace {

// The targets that decide a row: where a level has one that holds for sure, its conditional ones do not count.
std::vector<const TargetResult*> deciding(const std::vector<TargetResult>& targets) {
  std::vector<const TargetResult*> result;
  for (const auto& target : targets) {
    const bool outdone = target.conditional && std::any_of(targets.begin(), targets.end(), [&](const auto& other) {
                           return other.severity == target.severity && !other.conditional;
                         });
    if (!outdone) {
      result.push_back(&target);
    }
  }
  return result;
}

Standing standing_of(const std::vector<const TargetResult*>& targets) {
  std::size_t dues = 0;
  std::size_t binding = 0;
  bool open = false;
  bool unpromised = false;
  for (const auto* target : targets) {
    const CommitmentTraits& commitment = traits_of(target->target->promise.commitment);
    const auto& result = target->result;
    dues += result.due && !target->conditional ? 1U : 0U;
    binding += result.due && !target->conditional && commitment.binds ? 1U : 0U;
    open = open || (result.due ? target->conditional : result.no_due != NoDue::NoFigure);
    unpromised = unpromised || commitment.offers;
  }
  if (dues > 0 && dues == targets.size()) {
    return binding == dues ? Standing::Promised : Standing::Aspired;
  }
  if (dues > 0) {
    return Standing::Partial;
  }
  return open ? Standing::Open : unpromised ? Standing::Unpromised : Standing::Absent;
}

// The most that a plan's figures can be worth for what the ticket is about.
Standing most_in(const ScopeResult& scope) {
  if (scope.verdict == Verdict::Out) {
    return Standing::Absent;
  }
  const auto unpromised = [](const ScopeItem* item) {
    return item != nullptr && item->commitment && !traits_of(*item->commitment).takes_figure;
  };
  if (scope.verdict == Verdict::Courtesy || unpromised(scope.topic) || unpromised(scope.maturity)) {
    return Standing::Unpromised;
  }
  return scope.verdict == Verdict::Conditional ? Standing::Open : Standing::Promised;
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
    span->latest = std::max(span->latest, due->latest);
    span->at = span->at == due->at ? due->at : span->latest;
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
  evaluation.notices.clear();
}

// Sorted together by time, and first.
bool is_before(const CompareRow& a, const CompareRow& b) {
  if (a.standing != b.standing || !a.due || !b.due) {
    return a.standing < b.standing;
  }
  return std::tie(a.due->latest, a.due->earliest, a.due->at) < std::tie(b.due->latest, b.due->earliest, b.due->at);
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
    for (const auto& plan : subject.revision.policy->plans) {
      CompareRow row;
      row.subject = subject;
      auto fitted = fitting.fit(set, *subject.revision.policy, plan, row.notes);
      row.ticket = std::move(fitted.ticket);
      auto evaluator = Evaluator::make(set, *subject.revision.policy, plan.id, fitted.terms());
      if (!evaluator) {
        return evaluator.diagnostics();
      }
      row.evaluator = *std::move(evaluator);
      fitting.drop_answers(*row.evaluator, row.ticket, row.notes);
      auto problems = row.evaluator->evaluate(row.ticket, row.evaluation);
      const bool level_is_closed = problems.size() == 1 && problems.front().code == Code::RequestSeverityNotInPlan;
      if (!problems.empty() && !level_is_closed) {
        return problems;
      }
      if (level_is_closed) {
        row.notes.push_back({CompareNote::Kind::Severity, ticket.severity});
        row.evaluation.targets.clear();
      }
      keep_only(kind, row.evaluation);
      const auto targets = deciding(row.evaluation.targets);
      row.standing = std::max(standing_of(targets), most_in(row.evaluation.scope));
      row.due = row.standing > Standing::Open ? std::nullopt : span_of(targets);
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
  std::optional<Commitment> strength;
  for (auto& row : rows) {
    if (row.standing != Standing::Promised) {
      continue;
    }
    row.rank = 1 + static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&row](const CompareRow& other) {
                 return other.standing == Standing::Promised && other.due->latest < row.due->earliest;
               }));
    for (const auto& target : row.evaluation.targets) {
      if (target.result.due && !target.conditional) {
        const auto commitment = target.target->promise.commitment;
        comparison.strengths_differ = comparison.strengths_differ || (strength && *strength != commitment);
        strength = commitment;
      }
    }
  }
  return comparison;
}

}  // namespace supportcalc
