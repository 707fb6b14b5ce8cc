#include "engine/evaluator.h"

#include "base/excerpt.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/codes.h"
#include "engine/questions.h"
#include "engine/remedy.h"
#include "engine/ticket_clock.h"
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

void note_assumptions(const PreparedPromise& promise, Evaluation& evaluation) {
  for (const auto& id : promise.assumptions) {
    evaluation.used_assumptions = with_name(evaluation.used_assumptions, id, evaluation.arena);
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

// The most that anything is owed for what the ticket is about.
Standing most_in(const ScopeResult& scope) {
  const auto unpromised = [](const ScopeItem* item) {
    return item != nullptr && item->commitment && *item->commitment > Commitment::Aspiration;
  };
  if (scope.verdict == Verdict::Out) {
    return Standing::NotOwed;
  }
  return scope.verdict == Verdict::Courtesy || unpromised(scope.topic) || unpromised(scope.maturity)
             ? Standing::NotPromised
             : Standing::Owed;
}

// A credit is owed once it is earned; that readings disagree leaves it open.
Standing standing_of_credit(const RemedyResult& result) {
  switch (result.status) {
    case RemedyStatus::Earned:
      return result.conditions.empty() ? Standing::Owed : Standing::Conditional;
    case RemedyStatus::Disputed:
      return Standing::Conditional;
    case RemedyStatus::Rule:
    case RemedyStatus::NotEarned:
    case RemedyStatus::None:
      break;
  }
  return Standing::NotOwed;
}

// What a rule about versions says of one; not decided where it needs more than is given.
LifecycleVerdict verdict_of(const LifecycleRule& rule, const std::optional<Version>& version, local_days filed) {
  if (!version) {
    return LifecycleVerdict::NotAsked;
  }
  if (rule.rule == "latest-count" && version->behind) {
    return *version->behind >= rule.count ? LifecycleVerdict::Beyond : LifecycleVerdict::Within;
  }
  if (rule.rule != "max-age" || !version->released_on) {
    return LifecycleVerdict::NotDecided;
  }
  const date::year_month_day released{*version->released_on};
  local_days until = local_days{released} + date::days{rule.days};
  if (rule.months > 0) {
    auto end = released + date::months{rule.months};
    end = end.ok() ? end : end.year() / end.month() / date::last;
    until = local_days{end} + date::days{rule.days};
  }
  return filed > until ? LifecycleVerdict::Beyond : LifecycleVerdict::Within;
}

// What came before it could.
Diagnostics problems_of_instants(const Ticket& ticket) {
  Diagnostics problems;
  if (ticket.responded_at && *ticket.responded_at < ticket.submitted_at) {
    problems.push_back({Code::RequestRespondedBefore, "/responded_at", {}});
  }
  if (ticket.resolved_at && *ticket.resolved_at < ticket.submitted_at) {
    problems.push_back({Code::RequestEventBefore, "/resolved_at", {}});
  }
  for (const auto& [event, at] : ticket.events) {
    if (at < ticket.submitted_at) {
      problems.push_back({Code::RequestEventBefore, "/events/" + std::string(event), {}});
    }
  }
  if (ticket.escalated_at && *ticket.escalated_at < ticket.submitted_at) {
    problems.push_back({Code::RequestEscalatedBefore, "/escalated_at", {}});
  }
  if (ticket.escalation_responded_at &&
      (!ticket.escalated_at || *ticket.escalation_responded_at < *ticket.escalated_at)) {
    problems.push_back({Code::RequestEscalationRespondedBefore, "/escalation_responded_at", {}});
  }
  return problems;
}

// Whose fault it is that a time cannot be computed: the policy's, or the figure's that the contract gave, where no
// ticket would get one; else the ticket's, which is filed too near the end of what can be computed.
Diagnostics blamed(Diagnostics problems, const PreparedPromise& promise, std::string place, Arena& arena) {
  if (compute_promise(promise, {kFirstInstant, {}, {}}, {}, {}, arena)) {
    return problems;
  }
  if (promise.promise->amount && !promise.promise->amount->option.empty()) {
    problems.front().pointer = "/options" + pointer_step(promise.promise->amount->option);
    return problems;
  }
  return {{Code::RequestPolicyNoDue, "/policy", {{"place", std::move(place)}}}};
}

// The channel through which a ticket counts as filed that does not say; "" where there is none.
std::string_view channel_counted(const std::vector<ChannelResult>& channels, const Ticket& ticket) {
  const auto right = right_channel(channels, answer_for(ticket.impact, "request"));
  return right ? channels[*right].channel->id : std::string_view();
}

}  // namespace

Result<std::unique_ptr<Evaluator>> Evaluator::make(const PolicySet& set, const Policy& policy, std::string_view plan,
                                                   const Terms& terms) {
  const Plan* found = find_by_id(policy.plans, plan);
  if (found == nullptr) {
    return unknown_id(Code::RequestPlanUnknown, "plan", plan, known_ids(policy.plans));
  }
  Arena arena;
  const Terms kept{copied(terms.options, arena), copied(terms.assumptions, arena)};
  auto resolved = ResolvedTerms::make(set, policy, plan, kept, arena);
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
    std::ptrdiff_t first_responses = 0;
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
      // Updates follow first responses.
      auto& rows = rows_.back();
      const bool is_first = prepared->target->kind == Kind::FirstResponse;
      rows.insert(is_first ? rows.begin() + first_responses++ : rows.end(),
                  static_cast<std::size_t>(prepared - targets_.begin()));
    }
  }
  for (std::size_t row = 0; row < policy_.escalation.steps.size(); ++row) {
    const EscalationStep& step = policy_.escalation.steps[row];
    if (!covers(step.where, lineage_)) {
      continue;
    }
    auto promise = PreparedPromise::make(step.promise, terms_, shop_);
    if (!promise) {
      return promise.diagnostics();
    }
    steps_.push_back({&step, row, *std::move(promise)});
  }
  return prepare_channels();
}

Diagnostics Evaluator::prepare_channels() {
  for (const auto& channel : policy_.channels) {
    channel_clocks_.emplace_back();
    if (channel.hours.empty()) {
      continue;
    }
    auto hours = shop_.resolve({{}, {}, ChoiceValue{channel.hours, false}}, false);
    if (!hours) {
      return hours.diagnostics();
    }
    if (hours->ok() && (hours->definition->always || hours->clock != nullptr)) {
      channel_clocks_.back() = *std::move(hours);
    }
  }
  for (const auto& level : levels_) {
    required_.emplace_back();
    for (const auto& channel : policy_.channels) {
      if (contains(channel.required_for, level.severity->id) && !contains(required_.back(), channel.id) &&
          availability_of(channel, lineage_, level.severity) != "no") {
        required_.back().push_back(channel.id);
      }
    }
  }
  return {};
}

Result<Evaluation> Evaluator::evaluate(const Ticket& ticket, const Asked& asked) const {
  Diagnostics problems = problems_of_instants(ticket);
  if (!ticket.channel.empty() && find_by_id(policy_.channels, ticket.channel) == nullptr) {
    problems.push_back(unknown_id(Code::RequestChannelUnknown, "channel", ticket.channel, known_ids(policy_.channels)));
  }
  Evaluation evaluation;
  auto decided = decide(policy_, lineage_, levels_, ticket);
  if (decided) {
    evaluation.severity = *std::move(decided);
  } else {
    add(problems, decided.diagnostics());
  }
  const Severity* level = evaluation.severity.severity;
  const Impact impact = with_presumed(ticket.impact, evaluation.severity);
  Given given{terms_.options(), ticket.channel, impact};
  add(problems, add_scope(ticket, given, evaluation));
  if (!problems.empty()) {
    return problems;
  }
  for (const auto& each : levels_) {
    evaluation.definition = each.severity == level ? each.definition : evaluation.definition;
  }
  evaluation.channels = channels_for(level, ticket, given, evaluation.arena);
  const auto candidates = candidates_of(ticket, given, evaluation);
  if (ticket.channel.empty()) {
    given.channel = channel_counted(evaluation.channels, ticket);
  }
  add(problems, add_targets(ticket, candidates, evaluation));
  add(problems, add_escalation(ticket, given, evaluation));
  if (!problems.empty()) {
    return problems;
  }
  add_remedies(ticket, given, evaluation);
  add_facts(ticket, given, evaluation);
  add_notices(ticket, asked, given, evaluation);
  add_next(ticket, evaluation);
  return evaluation;
}

std::vector<ChannelResult> Evaluator::channels_for(const Severity* level, const Ticket& ticket, const Given& given,
                                                   Arena& arena) const {
  auto channels = channels_at(policy_, lineage_, level, given, channel_clocks_,
                              std::max(ticket.now.value_or(ticket.submitted_at), ticket.submitted_at), arena);
  for (auto& each : channels) {
    each.conditions = with_common(each.conditions, each.channel->where, level, arena);
    each.standing = each.conditions.empty() ? each.standing : std::min(each.standing, Standing::Conditional);
  }
  return channels;
}

OpenConditions Evaluator::with_common(OpenConditions conditions, const Selector& where, const Severity* level,
                                      Arena& arena) const {
  if (level == nullptr && !where.severities.empty()) {
    conditions =
        arena.appended(conditions, {OpenCondition::Kind::Severity, {}, where.severities, OpenCondition::State::Open});
  }
  if (policy_.status == Status::Draft) {
    conditions =
        arena.appended(conditions, {OpenCondition::Kind::Draft, policy_.revision, {}, OpenCondition::State::Open});
  }
  return conditions;
}

OpenConditions Evaluator::conditions_of(const Selector& where, const Severity* level, const Given& given,
                                        Arena& arena) const {
  return with_common(left_open(where.when, given, arena), where, level, arena);
}

std::vector<Evaluator::Candidate> Evaluator::candidates_of(const Ticket& ticket, const Given& given,
                                                           Evaluation& evaluation) const {
  Arena& arena = evaluation.arena;
  const SeverityDecision& decision = evaluation.severity;
  std::vector<Candidate> candidates;
  for (const auto* level : levels_in_question(decision)) {
    Candidate candidate{level, given, {}};
    const bool is_open = level != nullptr && decision.severity == nullptr;
    if (ticket.channel.empty()) {
      candidate.given.channel =
          channel_counted(is_open ? channels_for(level, ticket, given, arena) : evaluation.channels, ticket);
    }
    if (is_open) {
      candidate.conditions = arena.appended(
          candidate.conditions, {OpenCondition::Kind::Severity, {}, Ids(&level->id, 1), OpenCondition::State::Open});
    }
    const Ids required = required_for(level);
    if (!ticket.channel.empty() && !required.empty() && !contains(required, ticket.channel)) {
      candidate.conditions = arena.appended(candidate.conditions,
                                            {OpenCondition::Kind::Channel, {}, required, OpenCondition::State::NotMet});
    }
    const ScopeResult& scope = evaluation.scope;
    for (const auto* item : {scope.topic, scope.maturity, scope.beyond}) {
      if (item != nullptr && item->verdict == Verdict::Conditional) {
        const auto id = item == scope.beyond ? ticket.topic : item->id;
        candidate.conditions =
            arena.appended(candidate.conditions, {OpenCondition::Kind::Topic, id, {}, OpenCondition::State::Open});
      }
    }
    candidates.push_back(candidate);
  }
  return candidates;
}

Ids Evaluator::required_for(const Severity* level) const {
  return level == nullptr ? Ids() : Ids(required_[position_of(level)]);
}

std::size_t Evaluator::position_of(const Severity* level) const {
  const auto found =
      std::find_if(levels_.begin(), levels_.end(), [level](const Level& each) { return each.severity == level; });
  return found == levels_.end() ? 0 : static_cast<std::size_t>(found - levels_.begin());
}

bool Evaluator::is_supported(const Selector& where) const {
  return plan_->support.empty() || plan_->support == "full" || !where.when.options.empty();
}

Diagnostics Evaluator::add_targets(const Ticket& ticket, const std::vector<Candidate>& candidates,
                                   Evaluation& evaluation) const {
  const bool is_out = evaluation.scope.verdict == Verdict::Out;
  const Standing most = most_in(evaluation.scope);
  Arena& arena = evaluation.arena;
  std::vector<TargetResult> conditional;
  for (const auto& candidate : candidates) {
    std::array<bool, kKindNames.size()> settled{};
    std::optional<Due> first_response;
    for (const std::size_t position : rows_[position_of(candidate.severity)]) {
      const PreparedTarget& prepared = targets_[position];
      const Target& target = *prepared.target;
      bool& done = settled[static_cast<std::size_t>(target.kind)];
      const Truth truth = holds(target.where.when, candidate.given);
      if (done || truth == Truth::No) {
        continue;
      }
      done = truth == Truth::Yes;
      TargetResult result;
      result.target = &target;
      result.row = prepared.row;
      result.severity = candidate.severity;
      if (is_out) {
        result.result.promise = &prepared.promise;
        result.result.starts_at = ticket.submitted_at;
        result.result.no_due = NoDue::OutOfScope;
      } else {
        const auto pauses = pauses_of(target.clock, ticket, arena);
        const auto start = start_of(target, ticket, first_response ? &*first_response : nullptr);
        const auto computed = compute_promise(prepared.promise, start, pauses, answer_to(target.kind, ticket), arena);
        if (!computed) {
          return blamed(computed.diagnostics(), prepared.promise, "/targets/" + std::to_string(prepared.row), arena);
        }
        result.pauses = pauses.spans;
        result.result = *computed;
        result.ignores_pauses = computed->due && !ticket.pauses.empty() && !stops_for(target.clock, ticket);
      }
      if (target.kind == Kind::FirstResponse && !first_response) {
        first_response = result.result.due;
      }
      result.conditions = left_open(target.where.when, candidate.given, arena);
      if (result.result.no_due == NoDue::OptionMissing && !result.result.due) {
        result.conditions = arena.appended(
            result.conditions,
            {OpenCondition::Kind::Option, prepared.promise.missing_option, {}, OpenCondition::State::Open});
      }
      for (const auto& each : candidate.conditions) {
        result.conditions = arena.appended(result.conditions, each);
      }
      result.conditions = with_common(result.conditions, target.where, candidate.severity, arena);
      result.standing =
          standing_of(prepared.promise, result.conditions, is_supported(target.where) ? most : Standing::NotOwed);
      if (result.result.due && ticket.channel.empty()) {
        result.required_channels = required_for(candidate.severity);
      }
      note_assumptions(prepared.promise, evaluation);
      (truth == Truth::Unknown ? conditional : evaluation.targets).push_back(result);
    }
  }
  evaluation.targets.insert(evaluation.targets.end(), conditional.begin(), conditional.end());
  return {};
}

Diagnostics Evaluator::add_escalation(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  EscalationStart start = EscalationStart::SubmittedAt;
  sys_seconds starts_at = ticket.submitted_at;
  if (ticket.escalated_at) {
    start = EscalationStart::EscalatedAt;
    starts_at = *ticket.escalated_at;
  } else if (ticket.now && *ticket.now > ticket.submitted_at) {
    start = EscalationStart::Now;
    starts_at = *ticket.now;
  }
  const Severity* level = evaluation.severity.severity;
  const Standing most = ticket.escalated_at ? most_in(evaluation.scope) : Standing::NotOwed;
  Names settled;
  for (const auto& prepared : steps_) {
    const EscalationStep& step = *prepared.step;
    const Truth truth = holds(step.where, lineage_, level, given);
    if (truth == Truth::No || contains(settled, step.id)) {
      continue;
    }
    auto computed =
        compute_promise(prepared.promise, {starts_at, {}, {}}, {}, ticket.escalation_responded_at, evaluation.arena);
    if (!computed) {
      return blamed(computed.diagnostics(), prepared.promise, "/escalation/steps/" + std::to_string(prepared.row),
                    evaluation.arena);
    }
    StepResult result;
    result.step = &step;
    result.row = prepared.row;
    result.start = start;
    result.result = *computed;
    result.conditions = conditions_of(step.where, level, given, evaluation.arena);
    result.standing =
        standing_of(prepared.promise, result.conditions, is_supported(step.where) ? most : Standing::NotOwed);
    note_assumptions(prepared.promise, evaluation);
    if (truth == Truth::Yes) {
      settled.push_back(step.id);
    }
    evaluation.escalation.push_back(result);
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
  const Severity* level = evaluation.severity.severity;
  for (std::size_t row = 0; row < policy_.remedies.size(); ++row) {
    const Remedy& remedy = policy_.remedies[row];
    if (holds(remedy.where, lineage_, level, given) == Truth::No) {
      continue;
    }
    const auto conditions = conditions_of(remedy.where, level, given, evaluation.arena);
    const auto add = [&](RemedyResult result, const PromiseResult* promise) {
      if (promise != nullptr) {
        const auto zone = promise->promise->zone ? promise->promise->zone : vendor_zone_;
        set_claim_by(result, *promise, zone ? zone : ticket.visitor_zone);
      }
      result.remedy = &remedy;
      result.row = row;
      result.conditions = conditions;
      result.standing = standing_of_credit(result);
      evaluation.remedies.push_back(result);
    };
    bool used = false;
    for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
      const auto& target = evaluation.targets[i];
      if (contains(remedy.applies_to, name_of(target.target->kind)) && is_for(remedy.where, target.severity)) {
        auto result = value_remedy(remedy, target.result, answer_to(target.target->kind, ticket), evaluation.arena);
        result.target = i;
        add(result, &target.result);
        used = true;
      }
    }
    const bool for_escalation = contains(remedy.applies_to, "escalation");
    const bool was_answered = for_escalation && ticket.escalation_responded_at;
    for (std::size_t i = 0; was_answered && i < evaluation.escalation.size(); ++i) {
      auto result =
          value_remedy(remedy, evaluation.escalation[i].result, ticket.escalation_responded_at, evaluation.arena);
      result.step = i;
      add(result, &evaluation.escalation[i].result);
    }
    // Rules that no target in the answer calls for are shown as rules.
    if (!used || (for_escalation && !was_answered)) {
      add(RemedyResult(), nullptr);
    }
  }
}

Offer Evaluator::offer(const Ticket& ticket, const Evaluation& evaluation, Arena& arena) const {
  const Severity* level = evaluation.severity.severity;
  const Impact impact = with_presumed(ticket.impact, evaluation.severity);
  const Given given{terms_.options(), ticket.channel, impact};
  const Scope& scope = policy_.scope;
  Offer offer;
  offer.features = features_of(lineage_);
  const auto add = [&](std::vector<OfferedRow>& rows, std::size_t row, const Selector& where) {
    if (holds(where, lineage_, level, given) != Truth::No) {
      rows.push_back({row, conditions_of(where, level, given, arena)});
    }
  };
  for (const auto row : rows_of(scope.topics, lineage_, given)) {
    add(offer.topics, row, scope.topics[row].where);
  }
  for (const auto row : rows_of(scope.maturities, lineage_, given)) {
    add(offer.maturities, row, scope.maturities[row].where);
  }
  for (std::size_t row = 0; row < scope.responsibilities.size(); ++row) {
    add(offer.responsibilities, row, scope.responsibilities[row].where);
  }
  for (std::size_t row = 0; row < policy_.maintenance.size(); ++row) {
    add(offer.maintenance, row, policy_.maintenance[row].where);
  }
  return offer;
}

void Evaluator::add_facts(const Ticket& ticket, const Given& given, Evaluation& evaluation) const {
  const Severity* level = evaluation.severity.severity;
  for (std::size_t row = 0; row < policy_.facts.size(); ++row) {
    const Fact& fact = policy_.facts[row];
    if (holds(fact.where, lineage_, level, given) == Truth::No) {
      continue;
    }
    FactResult result{&fact, row, Standing::Owed, conditions_of(fact.where, level, given, evaluation.arena)};
    result.standing = result.conditions.empty() ? Standing::Owed : Standing::Conditional;
    evaluation.facts.push_back(result);
  }
  const local_days filed{date::floor<date::days>(ticket.submitted_at).time_since_epoch()};
  for (std::size_t row = 0; row < policy_.lifecycle.size(); ++row) {
    const LifecycleRule& rule = policy_.lifecycle[row];
    if (holds(rule.where, lineage_, nullptr, given) == Truth::No) {
      continue;
    }
    evaluation.lifecycle.push_back(
        {&rule, row, left_open(rule.where.when, given, evaluation.arena), verdict_of(rule, ticket.version, filed)});
  }
}

void Evaluator::add_incomplete_calendars(Evaluation& evaluation) {
  for (const auto& target : evaluation.targets) {
    for (const auto& way : target.result.readings) {
      if (!way.at || !way.reading->zone) {
        continue;
      }
      const date::year_month_day last{date::floor<date::days>(way.reading->zone->to_local(*way.at))};
      for (const HolidayCalendar* calendar : way.reading->calendars) {
        const bool is_told = std::any_of(evaluation.notices.begin(), evaluation.notices.end(),
                                         [calendar](const Notice& notice) { return notice.calendar == calendar; });
        if (calendar->complete_until != 0 && static_cast<int>(last.year()) > calendar->complete_until && !is_told) {
          evaluation.notices.push_back({NoticeKind::HolidaysIncomplete, nullptr, calendar});
        }
      }
    }
  }
}

void Evaluator::add_notices(const Ticket& ticket, const Asked& asked, const Given& given,
                            Evaluation& evaluation) const {
  if (asked.fit == Revision::Fit::BeforeFirst) {
    evaluation.notices.push_back({NoticeKind::RevisionBeforeFirst, nullptr, nullptr});
  } else if (asked.fit == Revision::Fit::Lapsed) {
    evaluation.notices.push_back({NoticeKind::RevisionNearest, nullptr, nullptr});
  }
  const local_days filed{date::floor<date::days>(ticket.submitted_at).time_since_epoch()};
  if (asked.named_revision && !holds_on(policy_, filed)) {
    evaluation.notices.push_back({NoticeKind::RevisionOutside, nullptr, nullptr});
  }
  if (policy_.status == Status::Draft) {
    evaluation.notices.push_back({NoticeKind::RevisionDraft, nullptr, nullptr});
  }
  if (!ticket.pauses.empty() &&
      std::none_of(evaluation.targets.begin(), evaluation.targets.end(),
                   [&ticket](const TargetResult& target) { return stops_for(target.target->clock, ticket); })) {
    evaluation.notices.push_back({NoticeKind::PausesNotCounted, nullptr, nullptr});
  }
  add_incomplete_calendars(evaluation);
  const auto levels = levels_in_question(evaluation.severity);
  for (const auto& ambiguity : policy_.ambiguities) {
    if (ambiguity.kind == "wording" || holds(ambiguity.where, lineage_, nullptr, given) != Truth::Yes) {
      continue;
    }
    const bool touches_level = std::any_of(
        levels.begin(), levels.end(), [&ambiguity](const Severity* level) { return is_for(ambiguity.where, level); });
    if (touches_level) {
      evaluation.notices.push_back({NoticeKind::Ambiguity, &ambiguity, nullptr});
    }
  }
}

void Evaluator::add_next(const Ticket& ticket, Evaluation& evaluation) const {
  const bool is_lifted =
      std::any_of(evaluation.targets.begin(), evaluation.targets.end(), [](const TargetResult& each) {
        return !each.target->where.when.options.empty() && each.standing > Standing::NotPromised;
      });
  const auto questions = open_questions(policy_, lineage_, levels_, ticket.impact, evaluation.severity);
  const auto question =
      std::find_if(questions.begin(), questions.end(), [](const Question& each) { return each.narrows; });
  evaluation.next =
      next_of(evaluation, ticket, question == questions.end() ? nullptr : &*question, is_supported({}) || is_lifted);
}

}  // namespace supportcalc
