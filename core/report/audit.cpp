#include "report/audit.h"

#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "engine/remedy.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostNames = 10'000;  // remembered, of ways to write policy, plan and level
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr std::array<std::string_view, 6> kColumnNames = {"id",       "submitted_at", "responded_at",
                                                          "severity", "policy",       "plan"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t\r"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
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

// Whether a text is a wall time: nothing behind the minutes or seconds.
bool lacks_offset(std::string_view text) {
  return text.size() == std::string_view("2026-04-02T14:30").size() ||
         text.size() == std::string_view("2026-04-02T14:30:00").size();
}

std::size_t bucket_of(seconds elapsed, seconds allowed) {
  std::size_t bucket = 0;
  while (bucket < kAuditBuckets.size() && elapsed.count() * 100 > allowed.count() * kAuditBuckets[bucket]) {
    ++bucket;
  }
  return bucket;
}

}  // namespace

Auditor::Auditor(const PolicySet& set, AuditOptions options, OnTicket on_ticket)
    : set_(set),
      options_(std::move(options)),
      on_ticket_(std::move(on_ticket)),
      reader_([this](const CsvRow& row) { this->row(row); }) {}

void Auditor::finish() {
  reader_.finish();
  if (!has_header_) {
    header({});
  }
}

void Auditor::row(const CsvRow& row) {
  if (!has_header_) {
    header(row);
  } else if (problems_.empty()) {
    judge(row);
  }
}

void Auditor::header(const CsvRow& row) {
  has_header_ = true;
  cells_ = row.cells.size();
  columns_.fill(kNoColumn);
  if (row.flaw == CsvRow::Flaw::QuoteUnclosed) {
    problems_.push_back({Code::CsvQuoteUnclosed, "", {}});
  } else if (row.flaw == CsvRow::Flaw::TooLong) {
    problems_.push_back({Code::ValueTooLong, "", {{"limit", std::to_string(kLongestCsvRow)}}});
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string name = lower(trimmed(row.cells[i]));
    const auto found = std::find(kColumnNames.begin(), kColumnNames.end(), name);
    if (found == kColumnNames.end()) {
      continue;
    }
    auto& column = columns_[static_cast<std::size_t>(found - kColumnNames.begin())];
    if (column != kNoColumn) {
      problems_.push_back({Code::IdDuplicate, "/" + name, {{"id", name}}});
    }
    column = i;
  }
  for (std::size_t i = 0; i < kColumnNames.size(); ++i) {
    const bool given = (i == PolicyColumn && !options_.policy.empty()) || (i == PlanColumn && !options_.plan.empty());
    if (given) {
      columns_[i] = kNoColumn;
    } else if (columns_[i] == kNoColumn) {
      problems_.push_back({Code::ValueMissing, "", {{"key", std::string(kColumnNames[i])}}});
    }
  }
}

void Auditor::add_problems(const Diagnostics& problems) {
  audited_.problems.insert(audited_.problems.end(), problems.begin(), problems.end());
}

std::string_view Auditor::cell(const CsvRow& row, Column column) const {
  if (columns_[column] == kNoColumn) {
    return column == PolicyColumn ? options_.policy : column == PlanColumn ? options_.plan : std::string_view();
  }
  return trimmed(row.cells[columns_[column]]);
}

std::optional<sys_seconds> Auditor::instant(std::string_view text, const char* pointer) {
  const bool local = options_.zone && lacks_offset(text);
  std::string zoned;
  if (local) {
    zoned = std::string(text) + (text.size() == std::string_view("2026-04-02T14:30").size() ? ":00Z" : "Z");
  }
  const auto parsed = parse_instant(local ? std::string_view(zoned) : text, pointer);
  if (!parsed) {
    add_problems(parsed.diagnostics());
    return std::nullopt;
  }
  return local ? options_.zone->resolve(local_seconds{parsed->time_since_epoch()}).instant : *parsed;
}

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
    add_problems(made.diagnostics());
    return nullptr;
  }
  evaluator = *std::move(made);
  return evaluator.get();
}

AuditGroup* Auditor::make_group(const Policy& policy, std::string_view plan_name, std::string_view severity_name,
                                sys_seconds filed) {
  const Plan* plan = find_named(policy.plans, plan_name);
  if (plan == nullptr) {
    audited_.problems.push_back(unknown(Code::RequestPlanUnknown, "/plan", plan_name, policy.plans));
    return nullptr;
  }
  const Severity* severity = nullptr;
  if (!policy.severities.empty()) {
    severity = find_named(policy.severities, severity_name);
    if (severity == nullptr) {
      audited_.problems.push_back(unknown(Code::RequestSeverityUnknown, "/severity", severity_name, policy.severities));
      return nullptr;
    }
  }
  const Evaluator* evaluator = evaluator_of(policy, *plan);
  if (evaluator == nullptr) {
    return nullptr;
  }
  for (auto& group : groups_) {
    if (group.policy == &policy && group.plan == plan && group.severity == severity) {
      return &group;
    }
  }
  Ticket ticket;
  ticket.submitted_at = filed;
  ticket.severity = severity == nullptr ? std::string_view() : std::string_view(severity->id);
  const auto evaluation = evaluator->evaluate(ticket);
  if (!evaluation) {
    add_problems(evaluation.diagnostics());
    return nullptr;
  }
  AuditGroup group;
  group.policy = &policy;
  group.plan = plan;
  group.severity = severity;
  group.reason = "not-stated";
  group.rests_on = rests_on(*evaluator, *evaluation, Kind::FirstResponse);
  for (std::size_t i = 0; i < evaluation->targets.size(); ++i) {
    const auto& target = evaluation->targets[i];
    if (target.target->kind != Kind::FirstResponse) {
      continue;
    }
    group.target = target.target;
    const bool has_due = target.result.due && target.result.due->at;
    if (has_due && target.standing == Standing::Conditional) {
      group.reason = "conditional";
    } else if (has_due && target.standing != Standing::NotOwed) {
      group.promise = target.result.promise;
      for (const auto& remedy : evaluation->remedies) {
        if (remedy.target == i && remedy.remedy->kind == "term-extension") {
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
  groups_.push_back(std::move(group));
  return &groups_.back();
}

AuditGroup* Auditor::group_of(const CsvRow& row, sys_seconds filed) {
  const auto name = cell(row, PolicyColumn);
  const local_days day{date::floor<date::days>(filed).time_since_epoch()};
  const auto revision = set_.named(name, day);
  if (!revision) {
    supportcalc::add(audited_.problems, revision.diagnostics());
    return nullptr;
  }
  const Policy* policy = revision->policy;
  const auto plan = cell(row, PlanColumn);
  const auto severity = cell(row, SeverityColumn);
  name_.assign(name).append(1, '\0').append(plan).append(1, '\0').append(severity);
  const auto known = by_name_.find(name_);
  if (known != by_name_.end()) {
    for (auto* group : known->second) {
      if (group->policy == policy) {
        return group;
      }
    }
  }
  AuditGroup* group = make_group(*policy, plan, severity, filed);
  if (group != nullptr && by_name_.size() < kMostNames) {
    by_name_[name_].push_back(group);
  }
  return group;
}

void Auditor::value_credits(const AuditGroup& group, const PromiseResult& result) {
  for (const auto* remedy : group.remedies) {
    const auto value = value_remedy(*remedy, result, ticket_.responded_at, arena_);
    if (value.most > 0) {
      audited_.credit_least += value.least;
      audited_.credit_most += value.most;
      audited_.credit_unit = remedy->grants_unit;
      auto& sum = summary_.credits[std::string(remedy->grants_unit)];
      sum.first += value.least;
      sum.second += value.most;
    }
  }
}

void Auditor::tell(AuditVerdict verdict, AuditGroup* group) {
  audited_.verdict = verdict;
  audited_.group = group;
  ++summary_.tickets;
  ++summary_.counts.verdicts[static_cast<std::size_t>(verdict)];
  summary_.counts.overdue += audited_.overdue ? 1U : 0U;
  if (group != nullptr) {
    ++group->counts.verdicts[static_cast<std::size_t>(verdict)];
    group->counts.overdue += audited_.overdue ? 1U : 0U;
  }
  on_ticket_(audited_);
}

void Auditor::judge(const CsvRow& row) {
  audited_ = {};
  audited_.row = row.number;
  if (row.flaw != CsvRow::Flaw::None || row.cells.size() != cells_) {
    if (row.flaw == CsvRow::Flaw::TooLong) {
      audited_.problems.push_back({Code::ValueTooLong, "", {{"limit", std::to_string(kLongestCsvRow)}}});
    } else if (row.flaw == CsvRow::Flaw::QuoteUnclosed) {
      audited_.problems.push_back({Code::CsvQuoteUnclosed, "", {}});
    } else {
      audited_.problems.push_back(
          {Code::CsvCellCount,
           "",
           {{"cells", std::to_string(row.cells.size())}, {"expected", std::to_string(cells_)}}});
    }
    tell(AuditVerdict::Error, nullptr);
    return;
  }
  audited_.id = cell(row, Id);
  audited_.submitted_at = cell(row, SubmittedAt);
  audited_.responded_at = cell(row, RespondedAt);
  const auto filed = instant(audited_.submitted_at, "/submitted_at");
  const auto answered = audited_.responded_at.empty() ? std::nullopt : instant(audited_.responded_at, "/responded_at");
  if (filed && answered && *answered < *filed) {
    audited_.problems.push_back({Code::RequestRespondedBefore, "/responded_at", {}});
  }
  AuditGroup* group = filed ? group_of(row, *filed) : nullptr;
  if (!audited_.problems.empty() || group == nullptr) {
    tell(AuditVerdict::Error, group);
    return;
  }
  if (group->promise == nullptr) {
    tell(AuditVerdict::NoFigure, group);
    return;
  }

  // What is open is measured until now.
  const bool open = !answered;
  const auto until = open ? options_.now : answered;
  ticket_.submitted_at = *filed;
  ticket_.responded_at = until && *until >= *filed ? until : std::nullopt;
  arena_.clear();
  auto computed = compute_promise(*group->promise, {*filed, {}, {}}, {}, ticket_.responded_at, arena_);
  if (!computed) {
    audited_.problems = computed.diagnostics();
    tell(AuditVerdict::Error, group);
    return;
  }
  result_ = *computed;
  audited_.due = result_.due;
  if (result_.outcome) {
    audited_.elapsed = result_.outcome->elapsed;
    audited_.late_by = result_.outcome->late_by;
  }
  if (open) {
    audited_.overdue = result_.outcome && !result_.outcome->met && !result_.outcome_disputed;
    tell(AuditVerdict::Open, group);
    return;
  }
  const auto& main = *result_.readings.front().reading;
  const seconds allowed = main.is_by_date() ? main.elapsed(*filed, *result_.due->at, {}) : main.amount;
  const std::size_t bucket = bucket_of(*audited_.elapsed, allowed);
  ++summary_.counts.buckets[bucket];
  ++group->counts.buckets[bucket];
  if (!result_.outcome->met || result_.outcome_disputed) {
    value_credits(*group, result_);
  }
  tell(result_.outcome_disputed ? AuditVerdict::Disputed
       : result_.outcome->met   ? AuditVerdict::Met
                                : AuditVerdict::Missed,
       group);
}

std::optional<bool> AuditGroup::share_kept() const {
  const std::size_t met = counts.of(AuditVerdict::Met);
  const std::size_t disputed = counts.of(AuditVerdict::Disputed);
  const std::size_t judged = met + disputed + counts.of(AuditVerdict::Missed);
  const std::size_t promised = static_cast<std::size_t>(target->share_percent) * judged;
  if (met * 100 >= promised) {
    return true;
  }
  return (met + disputed) * 100 < promised ? std::optional(false) : std::nullopt;
}

}  // namespace supportcalc
