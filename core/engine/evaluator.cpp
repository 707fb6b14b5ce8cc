#include "engine/evaluator.h"

#include "base/excerpt.h"

#include <algorithm>

#include "engine/remedy.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

template <class Items>
std::string known_ids(const Items& items) {
  Names ids;
  for (const auto& item : items) {
    if (!contains(ids, item.id)) {
      ids.push_back(item.id);
    }
  }
  return list_names(ids);
}

Diagnostic unknown_id(Code code, std::string_view key, std::string_view id, std::string known) {
  return {code, "/" + std::string(key), {{"id", excerpt(id)}, {"known", std::move(known)}}};
}

// Settings that outlive the request they were given in.
List<Keyed<std::string_view>> copied(List<Keyed<std::string_view>> settings, Arena& arena) {
  const auto kept = arena.make<Keyed<std::string_view>>(settings.size());
  for (std::size_t i = 0; i < settings.size(); ++i) {
    kept[i] = {arena.copy(settings[i].key), arena.copy(settings[i].value)};
  }
  return kept;
}

// Problems found while computing a due are the ticket's: it lies too near the end of what can be computed.
Diagnostics at_submission(Diagnostics problems) {
  for (auto& problem : problems) {
    if (problem.pointer.empty()) {
      problem.pointer = "/submitted_at";
    }
  }
  return problems;
}

// Whether the clock of a promise starts when the ticket is filed.
bool starts_at_filing(const ClockTerms& clock) {
  return clock.starts.empty() || clock.starts == "submission" || clock.starts == "proper-submission";
}

// Whether an answer is what this kind of target asks for.
bool answered_by_response(Kind kind) { return kind == Kind::FirstResponse || kind == Kind::Update; }

Outcome outcome_of(const PreparedReading& reading, sys_seconds start, sys_seconds due, sys_seconds responded,
                   List<Pause> pauses) {
  Outcome outcome;
  outcome.met = responded <= due;
  outcome.elapsed = reading.elapsed(start, responded, pauses);
  outcome.late_by = outcome.met ? seconds{0} : reading.elapsed(due, responded, pauses);
  return outcome;
}

void note_assumptions(const PreparedPromise& promise, Evaluation& evaluation) {
  for (const auto& id : promise.assumptions) {
    if (!contains(evaluation.used_assumptions, id)) {
      evaluation.used_assumptions.push_back(id);
    }
  }
}

// The level, else those it may be; null alone where a plan has none.
std::vector<const Severity*> levels_in_question(const SeverityDecision& decision) {
  if (decision.severity != nullptr) {
    return {decision.severity};
  }
  return decision.candidates.empty() ? std::vector<const Severity*>{nullptr} : decision.candidates;
}

Verdict stricter(Verdict a, Verdict b) {
  constexpr std::array kStrictness = {Verdict::Out, Verdict::NotStated, Verdict::Conditional, Verdict::Courtesy,
                                      Verdict::In};
  for (const Verdict verdict : kStrictness) {
    if (a == verdict || b == verdict) {
      return verdict;
    }
  }
  return Verdict::NotAsked;
}

}  // namespace

Diagnostics compute_promise(const PreparedPromise& promise, sys_seconds start, List<Pause> pauses,
                            const std::optional<sys_seconds>& responded_at, PromiseResult& result) {
  result.promise = &promise;
  result.starts_at = start;
  if (promise.readings.empty()) {
    result.no_due = promise.missing_option.empty() ? NoDue::NoFigure : NoDue::OptionMissing;
    return {};
  }
  for (const auto& reading : promise.readings) {
    const auto at = reading.due(start, pauses);
    if (!at) {
      return at_submission(at.diagnostics());
    }
    ReadingResult each{&reading, *at, {}};
    if (responded_at) {
      each.outcome = outcome_of(reading, start, *at, *responded_at, pauses);
    }
    result.readings.push_back(each);
  }
  const auto by_instant = [](const ReadingResult& a, const ReadingResult& b) { return a.at < b.at; };
  const auto [earliest, latest] = std::minmax_element(result.readings.begin(), result.readings.end(), by_instant);
  const auto& main = result.readings.front();
  result.due = Due{main.at, earliest->at, latest->at};
  result.outcome = main.outcome;
  result.outcome_disputed =
      responded_at && std::any_of(result.readings.begin(), result.readings.end(), [&main](const ReadingResult& each) {
        return each.outcome->met != main.outcome->met;
      });
  return {};
}

Result<std::unique_ptr<Evaluator>> Evaluator::make(const PolicySet& set, const Policy& policy, std::string_view plan,
                                                   const Terms& terms) {
  const Plan* found = find_by_id(policy.plans, plan);
  if (found == nullptr) {
    return unknown_id(Code::RequestPlanUnknown, "plan", plan, known_ids(policy.plans));
  }
  Arena arena;
  const Terms kept{copied(terms.options, arena), copied(terms.assumptions, arena)};
  auto resolved = ResolvedTerms::make(set, policy, plan, kept);
  if (!resolved) {
    return resolved.diagnostics();
  }
  std::unique_ptr<Evaluator> evaluator(
      new Evaluator(set, policy, *found, std::move(arena), kept, *std::move(resolved)));
  auto problems = evaluator->prepare();
  if (!problems.empty()) {
    return problems;
  }
  return evaluator;
}

Evaluator::Evaluator(const PolicySet& set, const Policy& policy, const Plan& plan, Arena arena, const Terms& given,
                     ResolvedTerms terms)
    : policy_(policy),
      plan_(&plan),
      lineage_(lineage_of(policy, plan)),
      arena_(std::move(arena)),
      given_terms_(given),
      terms_(std::move(terms)),
      shop_(set, policy, terms_, arena_) {}

Diagnostics Evaluator::prepare() {
  levels_ = levels_of(policy_, lineage_, terms_.options());
  vendor_zone_ = shop_.zone(policy_.time_zone);
  std::vector<const Severity*> levels;
  for (const auto& level : levels_) {
    levels.push_back(level.severity);
  }
  if (levels.empty()) {
    levels = {nullptr};
  }
  for (const auto* level : levels) {
    rows_.emplace_back();
    for (const std::size_t row : rows_of(policy_.targets, lineage_, level)) {
      auto prepared = std::find_if(targets_.begin(), targets_.end(),
                                   [row](const PreparedTarget& target) { return target.row == row; });
      if (prepared == targets_.end()) {
        const Target& target = policy_.targets[row];
        auto promise = PreparedPromise::make(target.promise, terms_, shop_);
        if (!promise) {
          return promise.diagnostics();
        }
        prepared = targets_.insert(targets_.end(), {&target, row, *std::move(promise)});
      }
      rows_.back().push_back(static_cast<std::size_t>(prepared - targets_.begin()));
    }
  }
  for (const auto& step : policy_.escalation.steps) {
    if (!covers(step.where, lineage_)) {
      continue;
    }
    auto promise = PreparedPromise::make(step.promise, terms_, shop_);
    if (!promise) {
      return promise.diagnostics();
    }
    steps_.push_back({&step, *std::move(promise)});
  }
  return {};
}

Diagnostics Evaluator::evaluate(const Ticket& ticket, Evaluation& evaluation) const {
  Diagnostics problems;
  const auto add = [&problems](const Diagnostics& more) { supportcalc::add(problems, more); };
  if (ticket.responded_at && *ticket.responded_at < ticket.submitted_at) {
    problems.push_back({Code::RequestRespondedBefore, "/responded_at", {}});
  }
  if (!ticket.channel.empty() && find_by_id(policy_.channels, ticket.channel) == nullptr) {
    problems.push_back(unknown_id(Code::RequestChannelUnknown, "channel", ticket.channel, known_ids(policy_.channels)));
  }
  add(decide(ticket, evaluation.severity));
  const Impact impact = with_presumed(ticket.impact, evaluation.severity);
  const Given given{terms_.options(), ticket.channel, impact};
  add(add_scope(ticket, given, evaluation));
  if (!problems.empty()) {
    return problems;
  }
  add(add_targets(ticket, given, evaluation));
  add(add_escalation(ticket, given, evaluation));
  if (!problems.empty()) {
    return problems;
  }
  add_remedies(ticket, given, evaluation);
  add_facts(ticket, given, evaluation);
  add_notices(ticket, given, evaluation);
  return problems;
}

Diagnostics Evaluator::decide(const Ticket& ticket, SeverityDecision& decision) const {
  const auto is_open = [this](const Severity* severity) {
    return std::any_of(levels_.begin(), levels_.end(),
                       [severity](const Level& level) { return level.severity == severity; });
  };
  Diagnostics problems;
  for (const auto& [id, value] : ticket.impact) {
    const Facet* facet = policy_.facet(id);
    if (facet == nullptr) {
      add(problems, unknown_id(Code::RequestFacetUnknown, "impact", id,
                               known_ids(common_facets()) +
                                   (policy_.questions.empty() ? "" : ", " + known_ids(policy_.questions))));
    } else if (value != "unknown" && find_by_id(facet->values, value) == nullptr) {
      add(problems, unknown_id(Code::RequestFacetValue, "impact" + pointer_step(id), value,
                               known_ids(facet->values) + ", unknown"));
    }
  }
  // A level picked by hand leaves no question about it open; others, such as a score, may still be answered.
  const auto asked = facets_asked(policy_, levels_);
  const bool both =
      !ticket.severity.empty() && std::any_of(ticket.impact.begin(), ticket.impact.end(), [&asked](const auto& answer) {
        return std::find(asked.begin(), asked.end(), answer.key) != asked.end();
      });
  if (both) {
    problems.push_back({Code::RequestSeverityAndImpact, "/impact", {}});
  }
  if (!ticket.severity.empty()) {
    const Severity* severity = find_by_id(policy_.severities, ticket.severity);
    if (severity == nullptr) {
      problems.push_back(
          unknown_id(Code::RequestSeverityUnknown, "severity", ticket.severity, known_ids(policy_.severities)));
    } else if (!is_open(severity)) {
      problems.push_back({Code::RequestSeverityNotInPlan, "/severity", {{"id", severity->id}, {"plan", plan_->id}}});
    }
    decision.status = SeverityStatus::Given;
    decision.reason = SeverityReason::Given;
    decision.severity = severity;
    return problems;
  }
  if (!problems.empty() || levels_.empty()) {
    return problems;
  }
  if (ticket.has_impact) {
    decision = decide_severity(policy_, lineage_, levels_, ticket.impact);
    return problems;
  }
  const Severity* by_default = find_by_id(policy_.severities, policy_.default_severity);
  if (by_default != nullptr && is_open(by_default)) {
    decision.status = SeverityStatus::Decided;
    decision.reason = SeverityReason::Default;
    decision.severity = by_default;
    return problems;
  }
  decision.status = SeverityStatus::Unclear;
  decision.reason = SeverityReason::NothingGiven;
  for (const auto& level : levels_) {
    decision.candidates.push_back(level.severity);
  }
  return problems;
}

const std::vector<std::size_t>& Evaluator::rows_for(const Severity* severity) const {
  const auto level =
      std::find_if(levels_.begin(), levels_.end(), [severity](const Level& each) { return each.severity == severity; });
  return rows_[level == levels_.end() ? 0 : static_cast<std::size_t>(level - levels_.begin())];
}

Diagnostics Evaluator::add_targets(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  std::vector<TargetResult> conditional;
  for (const auto* severity : levels_in_question(evaluation.severity)) {
    std::array<bool, kKindNames.size()> settled{};
    for (const std::size_t position : rows_for(severity)) {
      const PreparedTarget& prepared = targets_[position];
      const Target& target = *prepared.target;
      bool& done = settled[static_cast<std::size_t>(target.kind)];
      const Truth truth = holds(target.where.when, given);
      if (done || truth == Truth::No) {
        continue;
      }
      TargetResult result;
      result.target = &target;
      result.row = prepared.row;
      result.severity = severity;
      result.conditional = truth == Truth::Unknown;
      if (starts_at_filing(target.clock)) {
        const auto problems =
            compute_promise(prepared.promise, ticket.submitted_at, target.clock.pauses ? ticket.pauses : List<Pause>(),
                            answered_by_response(target.kind) ? ticket.responded_at : std::nullopt, result.result);
        if (!problems.empty()) {
          return problems;
        }
      } else {
        result.result.promise = &prepared.promise;
        result.result.starts_at = ticket.submitted_at;
        result.result.no_due = prepared.promise.amount ? NoDue::ClockStartUnknown : NoDue::NoFigure;
      }
      note_assumptions(prepared.promise, evaluation);
      done = truth == Truth::Yes;
      (result.conditional ? conditional : evaluation.targets).push_back(std::move(result));
    }
  }
  for (auto& result : conditional) {
    evaluation.targets.push_back(std::move(result));
  }
  return {};
}

Diagnostics Evaluator::add_escalation(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  EscalationStart start = EscalationStart::SubmittedAt;
  sys_seconds starts_at = ticket.submitted_at;
  if (ticket.escalated_at) {
    start = EscalationStart::EscalatedAt;
    starts_at = *ticket.escalated_at;
  } else if (ticket.now) {
    start = EscalationStart::Now;
    starts_at = *ticket.now;
  }
  Names settled;
  for (const auto& prepared : steps_) {
    const EscalationStep& step = *prepared.step;
    const Truth truth = holds(step.where, lineage_, evaluation.severity.severity, given);
    if (truth == Truth::No || contains(settled, step.id)) {
      continue;
    }
    StepResult result;
    result.step = &step;
    result.start = start;
    result.conditional = truth == Truth::Unknown;
    auto problems = compute_promise(prepared.promise, starts_at, {}, std::nullopt, result.result);
    if (!problems.empty()) {
      return problems;
    }
    note_assumptions(prepared.promise, evaluation);
    if (truth == Truth::Yes) {
      settled.push_back(step.id);
    }
    evaluation.escalation.push_back(std::move(result));
  }
  return {};
}

Diagnostics Evaluator::add_scope(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  ScopeResult& scope = evaluation.scope;
  const auto find = [&](List<ScopeItem> items, std::string_view id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const ScopeItem& item) {
      return item.id == id && holds(item.where, lineage_, nullptr, given) != Truth::No;
    });
    return found == items.end() ? nullptr : &*found;
  };
  Diagnostics problems;
  if (!ticket.topic.empty()) {
    scope.topic = find(policy_.scope.topics, ticket.topic);
    if (scope.topic != nullptr) {
      scope.verdict = stricter(scope.verdict, scope.topic->verdict);
    } else if (ticket.topic == "other" || find_by_id(policy_.scope.topics, ticket.topic) != nullptr) {
      // A topic the lists do not name, or name for other plans only.
      scope.beyond = policy_.scope.beyond ? &*policy_.scope.beyond : nullptr;
      scope.verdict = stricter(scope.verdict, scope.beyond != nullptr ? scope.beyond->verdict : Verdict::NotStated);
    } else {
      problems.push_back(
          unknown_id(Code::RequestTopicUnknown, "topic", ticket.topic, known_ids(policy_.scope.topics) + ", other"));
    }
  }
  if (!ticket.maturity.empty()) {
    scope.maturity = find(policy_.scope.maturities, ticket.maturity);
    if (scope.maturity != nullptr) {
      scope.verdict = stricter(scope.verdict, scope.maturity->verdict);
    } else if (find_by_id(policy_.scope.maturities, ticket.maturity) != nullptr) {
      scope.verdict = stricter(scope.verdict, Verdict::NotStated);  // the lists name it for other plans only
    } else {
      problems.push_back(
          unknown_id(Code::RequestMaturityUnknown, "maturity", ticket.maturity, known_ids(policy_.scope.maturities)));
    }
  }
  return problems;
}

void Evaluator::add_remedies(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  for (const auto& remedy : policy_.remedies) {
    if (holds(remedy.where, lineage_, evaluation.severity.severity, given) == Truth::No) {
      continue;
    }
    bool used = false;
    for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
      const auto& target = evaluation.targets[i];
      if (contains(remedy.applies_to, name_of(target.target->kind)) && is_for(remedy.where, target.severity)) {
        auto result = value_remedy(remedy, target.result, ticket);
        result.target = i;
        result.has_target = true;
        evaluation.remedies.push_back(std::move(result));
        used = true;
      }
    }
    // Rules that no target in the answer calls for are shown as rules.
    if (!used || contains(remedy.applies_to, "escalation")) {
      RemedyResult result;
      result.remedy = &remedy;
      evaluation.remedies.push_back(std::move(result));
    }
  }
}

void Evaluator::add_facts(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  const Severity* severity = evaluation.severity.severity;
  Names seen;
  // Of rows with the same id the first for this level holds; one for other levels says that this has none.
  for (const bool is_for_level : {true, false}) {
    for (const auto& channel : policy_.channels) {
      if (is_for(channel.where, severity) == is_for_level && !contains(seen, channel.id) &&
          holds(channel.where, lineage_, is_for_level ? severity : nullptr, given) != Truth::No) {
        seen.push_back(channel.id);
        evaluation.channels.push_back(&channel);
      }
    }
  }
  for (const auto& fact : policy_.facts) {
    if (holds(fact.where, lineage_, severity, given) != Truth::No) {
      evaluation.facts.push_back(&fact);
    }
  }
  const auto filed = date::floor<date::days>(ticket.submitted_at);
  for (const auto& rule : policy_.lifecycle) {
    if (holds(rule.where, lineage_, nullptr, given) == Truth::No) {
      continue;
    }
    LifecycleResult result{&rule, LifecycleVerdict::NotAsked};
    if (ticket.version) {
      result.verdict = LifecycleVerdict::NotDecided;
      if (rule.rule == "max-age" && ticket.version->released_on) {
        const date::year_month_day released{*ticket.version->released_on};
        local_days until = local_days{released} + date::days{rule.days};
        if (rule.months > 0) {
          auto end = released + date::months{rule.months};
          end = end.ok() ? end : end.year() / end.month() / date::last;
          until = local_days{end} + date::days{rule.days};
        }
        const bool beyond = local_days{filed.time_since_epoch()} > until;
        result.verdict = beyond ? LifecycleVerdict::Beyond : LifecycleVerdict::Within;
      } else if (rule.rule == "latest-count" && ticket.version->behind) {
        result.verdict = *ticket.version->behind >= rule.count ? LifecycleVerdict::Beyond : LifecycleVerdict::Within;
      }
    }
    evaluation.lifecycle.push_back(result);
  }
}

void Evaluator::add_notices(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  if (policy_.status == Status::Draft) {
    evaluation.notices.push_back({NoticeKind::RevisionDraft, nullptr});
  }
  if (!ticket.pauses.empty() && std::none_of(evaluation.targets.begin(), evaluation.targets.end(),
                                             [](const TargetResult& target) { return target.target->clock.pauses; })) {
    evaluation.notices.push_back({NoticeKind::PausesNotCounted, nullptr});
  }
  const auto levels = levels_in_question(evaluation.severity);
  for (const auto& ambiguity : policy_.ambiguities) {
    if (ambiguity.kind == "wording" || holds(ambiguity.where, lineage_, nullptr, given) != Truth::Yes) {
      continue;
    }
    const bool touches_level = std::any_of(
        levels.begin(), levels.end(), [&ambiguity](const Severity* level) { return is_for(ambiguity.where, level); });
    if (touches_level) {
      evaluation.notices.push_back({NoticeKind::Ambiguity, &ambiguity});
    }
  }
}

}  // namespace supportcalc
