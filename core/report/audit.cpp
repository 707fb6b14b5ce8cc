#include "report/audit.h"

#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "engine/remedy.h"
#include "engine/ticket_clock.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostNames = 10'000;  // remembered, of ways to write policy, plan and level

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

// The entry a cell names: by id, else by label or another name it has, whatever the case.
template <class Entry>
const Entry* find_named(List<Entry> entries, std::string_view name) {
  if (const Entry* entry = find_by_id(entries, name)) {
    return entry;
  }
  const std::string wanted = lower(name);
  for (const auto& entry : entries) {
    const auto is_wanted = [&wanted](std::string_view other) { return lower(other) == wanted; };
    if (is_wanted(entry.id) || is_wanted(entry.label.in("en")) ||
        std::any_of(entry.also_known_as.begin(), entry.also_known_as.end(), is_wanted)) {
      return &entry;
    }
  }
  return nullptr;
}

template <class Entry>
Diagnostic unknown(Code code, const char* pointer, std::string_view name, List<Entry> entries) {
  Names ids;
  for (const auto& entry : entries) {
    ids.push_back(entry.id);
  }
  return {code, pointer, {{"id", excerpt(name)}, {"known", ids.empty() ? "none" : list_names(ids)}}};
}

// The kinds of promise that a table may judge, those by which tickets are counted first.
constexpr std::array kKinds = {Kind::FirstResponse, Kind::Resolution, Kind::ResolutionOrWorkaround, Kind::Workaround,
                               Kind::Update};

bool is_told(Kind kind, const AuditOptions& options) {
  return kind == Kind::FirstResponse ? options.tells_response
         : kind == Kind::Update      ? options.tells_update
                                     : options.tells_resolution;
}

int percent_of(seconds part, seconds whole) {
  constexpr std::int64_t kMost = 1'000'000;
  if (whole <= seconds{0}) {
    return part > seconds{0} ? static_cast<int>(kMost) : 0;
  }
  const std::int64_t hundredfold = part.count() * 100;
  return static_cast<int>(std::min((hundredfold + whole.count() - 1) / whole.count(), kMost));
}

// What differs between the two is open.
bool is_same(const AuditedTarget& one, const AuditedTarget& other) {
  return one.verdict == other.verdict && one.overdue == other.overdue;
}

local_days day_in(const std::optional<Zone>& zone, sys_seconds at) {
  const auto day = date::floor<date::days>(at + (zone ? zone->span_at(at).offset : seconds{0}));
  return local_days{day.time_since_epoch()};
}

}  // namespace

const Severity* severity_named(const Policy& policy, std::string_view word) {
  return find_named(policy.severities, word);
}

Auditor::Auditor(const PolicySet& set, AuditOptions options) : set_(set), options_(std::move(options)) {}

const Evaluator* Auditor::evaluator_of(const Policy& policy, const Plan& plan) {
  auto& evaluator = evaluators_[{&policy, &plan}];
  if (evaluator != nullptr) {
    return evaluator.get();
  }
  // What the options set counts where the policy has a place for it.
  const auto known = [&](List<Keyed<std::string_view>> Terms::*list) {
    std::vector<Keyed<std::string_view>> result;
    for (const auto& term : options_.terms.*list) {
      Terms alone;
      alone.*list = {&term, 1};
      if (ResolvedTerms::make(set_, policy, plan.id, alone, arena_).ok()) {
        result.push_back(term);
      }
    }
    return result;
  };
  const auto options = known(&Terms::options);
  const auto assumptions = known(&Terms::assumptions);
  auto made = Evaluator::make(set_, policy, plan.id, {options, assumptions});
  if (!made) {
    add(audited_.problems, made.diagnostics());
    return nullptr;
  }
  evaluator = *std::move(made);
  return evaluator.get();
}

AuditGroup* Auditor::make_group(const Evaluator& evaluator, const Evaluation& evaluation, const Severity* severity,
                                Kind kind) {
  AuditGroup group;
  group.index = groups_.size();
  group.kind = kind;
  group.kind_rank = static_cast<std::size_t>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin());
  group.policy = &evaluator.policy();
  group.plan = &evaluator.plan();
  group.severity = severity;
  group.reason = "not-stated";
  group.rests_on = rests_on(evaluator, evaluation, kind);
  group.zone = evaluator.vendor_zone();
  for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
    const auto& target = evaluation.targets[i];
    if (target.target->kind != kind) {
      continue;
    }
    group.target = target.target;
    // A clock that an instant of the table starts waits here, where there is no ticket yet.
    const bool is_started = target.result.due && (target.result.due->at || target.result.due->from == "first-response");
    if (is_started && target.standing == Standing::Conditional) {
      group.reason = "conditional";
    } else if (is_started && target.standing != Standing::NotOwed) {
      group.promise = target.result.promise;
      group.reason = "clock-start-unknown";
      for (const auto& remedy : evaluation.remedies) {
        if (remedy.target == i && (remedy.remedy->kind == "term-extension" || remedy.remedy->kind == "miss-count")) {
          group.remedies.push_back(remedy.remedy);
        }
      }
    } else {
      group.reason = target.result.due                              ? "clock-start-unknown"
                     : target.result.no_due == NoDue::OptionMissing ? "option-missing"
                                                                    : name_of(target.target->promise.commitment);
    }
    break;  // those that hold come before those that may
  }
  if (group.target == nullptr && kind != Kind::FirstResponse) {
    return nullptr;
  }
  groups_.push_back(std::move(group));
  return &groups_.back();
}

std::optional<Auditor::Known> Auditor::make_groups(const Policy& policy, std::string_view plan_name,
                                                   std::string_view severity_name, sys_seconds filed) {
  const Plan* plan = find_named(policy.plans, plan_name);
  if (plan == nullptr) {
    audited_.problems.push_back(unknown(Code::RequestPlanUnknown, "/plan", plan_name, policy.plans));
    return std::nullopt;
  }
  Known known;
  known.policy = &policy;
  const Severity* severity = nullptr;
  if (!policy.severities.empty()) {
    known.default_severity = severity_name.empty() && !policy.default_severity.empty();
    severity = severity_named(policy, known.default_severity ? policy.default_severity : severity_name);
    if (severity == nullptr && severity_name.empty()) {
      audited_.problems.push_back({Code::TableSeverityMissing, "/severity", {}});
      return std::nullopt;
    }
    if (severity == nullptr) {
      audited_.problems.push_back(unknown(Code::RequestSeverityUnknown, "/severity", severity_name, policy.severities));
      return std::nullopt;
    }
  }
  const Evaluator* evaluator = evaluator_of(policy, *plan);
  if (evaluator == nullptr) {
    return std::nullopt;
  }
  for (auto& group : groups_) {
    if (group.policy == &policy && group.plan == plan && group.severity == severity) {
      known.groups.push_back(&group);
    }
  }
  if (!known.groups.empty()) {
    return known;
  }
  Ticket ticket;
  ticket.submitted_at = filed;
  ticket.severity = severity == nullptr ? std::string_view() : std::string_view(severity->id);
  const auto evaluation = evaluator->evaluate(ticket);
  if (!evaluation) {
    add(audited_.problems, evaluation.diagnostics());
    return std::nullopt;
  }
  for (const Kind kind : kKinds) {
    if (!is_told(kind, options_)) {
      continue;
    }
    if (auto* group = make_group(*evaluator, *evaluation, severity, kind)) {
      known.groups.push_back(group);
    }
  }
  if (known.groups.empty()) {
    // Nothing is promised of what the table tells: the tickets count, without a figure.
    known.groups.push_back(make_group(*evaluator, *evaluation, severity, Kind::FirstResponse));
  }
  return known;
}

const Auditor::Known* Auditor::known_of(const AuditTicket& ticket, sys_seconds filed) {
  const local_days day = day_in(std::nullopt, filed);
  if (!revision_ || revision_day_ != day || revision_name_ != ticket.policy) {
    const auto revision = set_.named(ticket.policy, day);
    if (!revision) {
      add(audited_.problems, revision.diagnostics());
      return nullptr;
    }
    revision_ = *revision;
    revision_day_ = day;
    revision_name_ = ticket.policy;
    if (names_revision(ticket.policy) && !holds_on(*revision->policy, day)) {
      const auto& from = revision->policy->in_force_from;
      revision_->fit = from && day < *from ? Revision::Fit::BeforeFirst : Revision::Fit::Lapsed;
    }
  }
  audited_.fit = revision_->fit;
  const Policy* policy = revision_->policy;
  name_.assign(ticket.policy).append(1, '\0').append(ticket.plan).append(1, '\0').append(ticket.severity);
  const auto found = by_name_.find(name_);
  if (found != by_name_.end()) {
    for (const auto& known : found->second) {
      if (known.policy == policy) {
        return &known;
      }
    }
  }
  auto made = make_groups(*policy, ticket.plan, ticket.severity, filed);
  if (!made) {
    return nullptr;
  }
  if (by_name_.size() >= kMostNames) {
    unkept_ = *std::move(made);
    return &unkept_;
  }
  auto& kept = by_name_[name_];
  kept.push_back(*std::move(made));
  return &kept.back();
}

void Auditor::check_order(const AuditTicket& ticket) {
  const auto lies_before = [&ticket](const std::optional<TicketMoment>& at) {
    return at && at->latest < ticket.submitted_at->earliest;
  };
  if (lies_before(ticket.responded_at) || (ticket.responded_after && *ticket.responded_after < seconds{0})) {
    audited_.problems.push_back({Code::RequestRespondedBefore, "/responded_at", {}});
  }
  if (lies_before(ticket.resolved_at)) {
    audited_.problems.push_back({Code::RequestEventBefore, "/resolved_at", {}});
  }
  if (lies_before(ticket.updated_at)) {
    audited_.problems.push_back({Code::RequestEventBefore, "/updated_at", {}});
  }
}

// What the spans of a ticket come to: the strictest first, filed as early and answered as late as can be, then the
// laxest. Between them a verdict does not change more than once, but where an answer moves with the filing.
std::vector<Auditor::Instants> Auditor::instants_of(const AuditTicket& ticket) const {
  const TicketMoment& filed = *ticket.submitted_at;
  const auto at = [&ticket](sys_seconds submitted, bool late) {
    const auto one = [submitted, late](const std::optional<TicketMoment>& moment) {
      return moment ? std::optional(std::max(late ? moment->latest : moment->earliest, submitted)) : std::nullopt;
    };
    Instants instants{submitted, one(ticket.responded_at), one(ticket.resolved_at), one(ticket.updated_at)};
    if (ticket.responded_after) {
      instants.responded_at = submitted + *ticket.responded_after;
    }
    return instants;
  };
  std::vector<Instants> all{at(filed.earliest, true)};
  if (filed.doubt == Doubt::NoTimeOfDay && ticket.responded_after) {
    constexpr seconds kStep{5 * 60};
    for (sys_seconds each = filed.earliest + kStep; each < filed.latest; each += kStep) {
      all.push_back(at(each, true));
    }
  }
  const auto is_exact = [](const std::optional<TicketMoment>& moment) { return !moment || moment->is_exact(); };
  if (!filed.is_exact() || !is_exact(ticket.responded_at) || !is_exact(ticket.resolved_at) ||
      !is_exact(ticket.updated_at)) {
    all.push_back(at(filed.latest, false));
  }
  return all;
}

void Auditor::value_credits(const AuditGroup& group, const PromiseResult& result, AuditedTarget& target) {
  for (const auto* remedy : group.remedies) {
    auto value = value_remedy(*remedy, result, ticket_.responded_at, arena_);
    if (value.most <= 0) {
      continue;
    }
    set_claim_by(value, result, group.zone);
    const bool is_lapsed = value.claim_by && options_.now && day_in(value.claim_zone, *options_.now) > *value.claim_by;
    target.credits.push_back({remedy, value.least, value.most, value.claim_by, is_lapsed});
  }
}

AuditedTarget Auditor::judge_at(const AuditGroup& group, const Instants& at, const AuditTicket& ticket) {
  AuditedTarget judged;
  judged.group = &group;
  if (group.promise == nullptr) {
    judged.verdict = AuditVerdict::NoFigure;
    return judged;
  }
  arena_.clear();
  ticket_ = {};
  ticket_.submitted_at = at.submitted_at;
  ticket_.responded_at = at.responded_at;
  ticket_.resolved_at = at.resolved_at;
  ticket_.now = options_.now;
  ticket_.pauses = ticket.pauses;
  Keyed<sys_seconds> update{"last-update", at.updated_at.value_or(at.submitted_at)};
  if (at.updated_at) {
    ticket_.events = {&update, 1};
  }
  const auto answer = answer_to(group.kind, ticket_);
  // What is open is measured until now.
  const auto until = answer ? answer : options_.now;
  const ClockStart start = start_of(*group.target, ticket_, nullptr);
  const ClockPauses pauses = ticket.pauses.empty() ? ClockPauses() : pauses_of(group.target->clock, ticket_, arena_);
  const auto answered = until && *until >= start.at ? until : std::nullopt;
  auto computed = compute_promise(*group.promise, start, pauses, answered, arena_);
  if (!computed) {
    add(audited_.problems, computed.diagnostics());
    return judged;
  }
  const PromiseResult& result = *computed;
  judged.due = result.due;
  if (result.outcome) {
    judged.elapsed = result.outcome->elapsed;
    judged.late_by = result.outcome->late_by;
  }
  if (!answer) {
    judged.verdict = AuditVerdict::Open;
    judged.overdue = result.outcome && !result.outcome->met && !result.outcome_disputed;
    return judged;
  }
  if (!result.outcome) {
    judged.verdict = AuditVerdict::NoFigure;
    return judged;
  }
  const auto& main = *result.readings.front().reading;
  const seconds allowed = main.is_by_date() ? main.elapsed(start.at, *result.due->at, pauses.spans) : main.amount;
  judged.used_percent = percent_of(*judged.elapsed, allowed);
  if (!result.outcome->met || result.outcome_disputed) {
    ticket_.responded_at = answer;
    value_credits(group, result, judged);
  }
  judged.verdict = result.outcome_disputed ? AuditVerdict::Disputed
                   : result.outcome->met   ? AuditVerdict::Met
                                           : AuditVerdict::Missed;
  return judged;
}

AuditedTarget Auditor::judge_span(const AuditGroup& group, const std::vector<Instants>& instants,
                                  const AuditTicket& ticket) {
  AuditedTarget judged = judge_at(group, instants.front(), ticket);
  if (instants.size() == 1 || judged.verdict == AuditVerdict::Unjudged) {
    return judged;
  }
  for (std::size_t i = 1; i < instants.size(); ++i) {
    const AuditedTarget other = judge_at(group, instants[i], ticket);
    if (judged.due && other.due) {
      judged.due->latest = judged.due->latest && other.due->latest
                               ? std::optional(std::max(*judged.due->latest, *other.due->latest))
                               : std::nullopt;
    }
    if (!is_same(judged, other) && !judged.either) {
      judged.either = {judged.verdict, other.verdict};
    }
  }
  for (const auto* moment : {&ticket.submitted_at, &ticket.responded_at, &ticket.resolved_at, &ticket.updated_at}) {
    if (*moment && (*moment)->doubt != Doubt::None) {
      judged.doubt = (*moment)->doubt;
    }
  }
  if (judged.either) {
    judged.verdict = AuditVerdict::Unjudged;
    judged.overdue = false;
    judged.credits.clear();
    judged.elapsed.reset();
    judged.used_percent.reset();
    judged.late_by = seconds{0};
  }
  return judged;
}

const AuditedTicket& Auditor::judge(const AuditTicket& ticket) {
  audited_ = {};
  audited_.ticket = &ticket;
  if (ticket.first_row) {
    audited_.main.verdict = AuditVerdict::Duplicate;
    return audited_;
  }
  audited_.problems = ticket.problems;
  if (!ticket.submitted_at) {
    return audited_;
  }
  check_order(ticket);
  const Known* known = known_of(ticket, ticket.submitted_at->earliest);
  if (known == nullptr || !audited_.problems.empty()) {
    audited_.main.group = known == nullptr ? nullptr : known->groups.front();
    return audited_;
  }
  audited_.default_severity = known->default_severity;
  const auto instants = instants_of(ticket);
  for (const auto* group : known->groups) {
    // What is solved is owed no update.
    if (group->kind == Kind::Update && ticket.resolved_at) {
      continue;
    }
    AuditedTarget judged = judge_span(*group, instants, ticket);
    if (group == known->groups.front()) {
      audited_.main = std::move(judged);
    } else {
      audited_.others.push_back(std::move(judged));
    }
  }
  if (!audited_.problems.empty()) {
    audited_.main.verdict = AuditVerdict::Unjudged;
    audited_.others.clear();
  }
  return audited_;
}

}  // namespace supportcalc
