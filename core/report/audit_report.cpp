#include "report/audit_report.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr local_days kFirstDay = local_days{date::year{2015} / 1 / 1};
constexpr std::int64_t kShort = std::int64_t{31} * 24 * 60;  // minutes that are counted by a list

// The Monday of a week.
local_days monday_of(local_days day) { return day - date::days{(date::weekday{day}.iso_encoding() - 1U)}; }

std::string month_text(date::year_month_day day) { return format_date(day).substr(0, 7); }

// By ISO 8601 a week belongs to the year of its Thursday.
std::string week_text(local_days day) {
  const local_days thursday = monday_of(day) + date::days{3};
  const auto year = date::year_month_day{thursday}.year();
  const auto week = (thursday - local_days{year / 1 / 1}).count() / 7 + 1;
  return format_date(year / date::January / 1).substr(0, 4) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

template <class Key>
void add_all(std::map<Key, AuditTotals>& to, const std::map<Key, AuditTotals>& from) {
  for (const auto& [key, totals] : from) {
    to[key] += totals;
  }
}

// Keeps the `most` that come first, in their order.
void keep_first(std::vector<AuditWaiting>& list, AuditWaiting waiting) {
  if (list.size() == AuditReport::kMostWaiting && !(waiting < list.back())) {
    return;
  }
  list.insert(std::upper_bound(list.begin(), list.end(), waiting), std::move(waiting));
  if (list.size() > AuditReport::kMostWaiting) {
    list.pop_back();
  }
}

void merge_listed(std::vector<AuditListed>& to, const std::vector<AuditListed>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::stable_sort(to.begin(), to.end(), [](const AuditListed& a, const AuditListed& b) { return a.row < b.row; });
  if (to.size() > AuditReport::kMostListed) {
    to.resize(AuditReport::kMostListed);
  }
}

void add_problem(std::vector<AuditProblem>& problems, AuditProblem problem) {
  const auto same = std::find_if(problems.begin(), problems.end(), [&problem](const AuditProblem& each) {
    return each.code == problem.code && each.pointer == problem.pointer && each.shape == problem.shape;
  });
  if (same == problems.end()) {
    if (problems.size() < AuditReport::kMostProblems) {
      problems.push_back(std::move(problem));
    }
    return;
  }
  const std::uint64_t count = same->count + problem.count;
  if (problem.row < same->row) {
    *same = std::move(problem);
  }
  same->count = count;
}

std::string text_of(const Diagnostic& problem) {
  for (const auto& parameter : problem.parameters) {
    if (parameter.name == "text" || parameter.name == "id") {
      return parameter.value;
    }
  }
  return {};
}

// What texts that are wrong alike have in common: of times their form, of names the name.
std::string shape_of_problem(const Diagnostic& problem) {
  std::string shape;
  const std::string text = text_of(problem);
  const bool is_time = code_id(problem.code).starts_with("table.time") || code_id(problem.code).starts_with("instant");
  if (!is_time) {
    return text;
  }
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const char kind = digit ? '9' : c;
    if (!(digit && shape.ends_with('9'))) {
      shape += kind;
    }
  }
  return shape;
}

}  // namespace

void AuditTotals::add(AuditVerdict verdict, bool is_overdue) {
  switch (verdict) {
    case AuditVerdict::Met:
      ++met;
      break;
    case AuditVerdict::Missed:
      ++missed;
      break;
    case AuditVerdict::Disputed:
      ++disputed;
      break;
    case AuditVerdict::Open:
      ++open;
      overdue += is_overdue ? 1U : 0U;
      break;
    case AuditVerdict::NoFigure:
      ++no_figure;
      break;
    case AuditVerdict::Unjudged:
    case AuditVerdict::Duplicate:
      break;
  }
}

AuditTotals& AuditTotals::operator+=(const AuditTotals& other) {
  met += other.met;
  missed += other.missed;
  disputed += other.disputed;
  open += other.open;
  overdue += other.overdue;
  no_figure += other.no_figure;
  return *this;
}

std::optional<bool> AuditTotals::keeps(int percent) const {
  const std::uint64_t promised = static_cast<std::uint64_t>(percent) * judged();
  if (judged() == 0) {
    return std::nullopt;
  }
  if (met * 100 >= promised) {
    return true;
  }
  return (met + disputed) * 100 < promised ? std::optional(false) : std::nullopt;
}

void AuditMinutes::add(std::int64_t minutes, std::uint64_t count) {
  if (minutes >= kShort || count > UINT32_MAX / 2) {
    longer_[minutes] += count;
    return;
  }
  const auto at = static_cast<std::size_t>(std::max<std::int64_t>(minutes, 0));
  if (at >= short_.size()) {
    short_.resize(std::min(static_cast<std::size_t>(kShort), std::max(at + 1, short_.size() * 2)));
  }
  short_[at] += static_cast<std::uint32_t>(count);
}

std::map<std::int64_t, std::uint64_t> AuditMinutes::counts() const {
  auto all = longer_;
  for (std::size_t i = 0; i < short_.size(); ++i) {
    if (short_[i] > 0) {
      all[static_cast<std::int64_t>(i)] += short_[i];
    }
  }
  return all;
}

AuditMinutes& AuditMinutes::operator+=(const AuditMinutes& other) {
  for (const auto& [minutes, count] : other.counts()) {
    add(minutes, count);
  }
  return *this;
}

std::uint64_t AuditMinutes::count() const {
  std::uint64_t all = 0;
  for (const auto& [minutes, count] : counts()) {
    all += count;
  }
  return all;
}

std::optional<std::int64_t> AuditMinutes::percentile(int percent) const {
  const std::uint64_t wanted = count() * static_cast<std::uint64_t>(percent);
  std::uint64_t below = 0;
  for (const auto& [minutes, count] : counts()) {
    below += count;
    if (below * 100 >= wanted) {
      return minutes;
    }
  }
  return std::nullopt;
}

std::uint64_t AuditMinutes::between(std::int64_t from, std::int64_t to) const {
  std::uint64_t sum = 0;
  for (const auto& [minutes, count] : counts()) {
    sum += minutes > from && minutes <= to ? count : 0;
  }
  return sum;
}

AuditCreditSum& AuditCreditSum::operator+=(const AuditCreditSum& other) {
  tickets += other.tickets;
  least += other.least;
  most += other.most;
  lapsed_least += other.lapsed_least;
  lapsed_most += other.lapsed_most;
  if (other.claim_by) {
    claim_by = claim_by ? std::min(*claim_by, *other.claim_by) : *other.claim_by;
  }
  return *this;
}

bool AuditReportGroup::is_same(const AuditReportGroup& other) const {
  return policy == other.policy && revision == other.revision && plan == other.plan && severity == other.severity &&
         kind == other.kind;
}

AuditReport& AuditReport::operator+=(const AuditReport& other) {
  rows += other.rows;
  duplicates += other.duplicates;
  unjudged += other.unjudged;
  repeated_headers += other.repeated_headers;
  either_order += other.either_order;
  order_settled += other.order_settled;
  default_severity += other.default_severity;
  not_covered += other.not_covered;
  doubtful += other.doubtful;
  totals += other.totals;
  add_all(by_month, other.by_month);
  add_all(by_week, other.by_week);
  for (std::size_t i = 0; i < by_weekday.size(); ++i) {
    by_weekday[i] += other.by_weekday[i];
  }
  for (std::size_t i = 0; i < by_hour.size(); ++i) {
    by_hour[i] += other.by_hour[i];
  }
  for (const auto& [name, values] : other.by_column) {
    const auto same = std::find_if(by_column.begin(), by_column.end(),
                                   [&name = name](const auto& each) { return each.first == name; });
    add_all(same == by_column.end() ? by_column.emplace_back(name, std::map<std::string, AuditTotals>()).second
                                    : same->second,
            values);
  }
  std::vector<std::size_t> positions;
  for (const auto& group : other.groups) {
    auto same = std::find_if(groups.begin(), groups.end(), [&group](const auto& each) { return each.is_same(group); });
    positions.push_back(static_cast<std::size_t>(same - groups.begin()));
    if (same == groups.end()) {
      groups.push_back(group);
      continue;
    }
    same->totals += group.totals;
    same->unjudged += group.unjudged;
    for (std::size_t i = 0; i < same->buckets.size(); ++i) {
      same->buckets[i] += group.buckets[i];
    }
    same->minutes += group.minutes;
    add_all(same->periods, group.periods);
    for (const auto& [key, sum] : group.credits) {
      same->credits[key] += sum;
    }
  }
  for (const auto& problem : other.problems) {
    add_problem(problems, problem);
  }
  std::vector<std::uint64_t> all_ids;
  std::merge(ids.begin(), ids.end(), other.ids.begin(), other.ids.end(), std::back_inserter(all_ids));
  ids = std::move(all_ids);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const AuditProblem& a, const AuditProblem& b) { return a.row < b.row; });
  merge_listed(unjudged_rows, other.unjudged_rows);
  merge_listed(duplicate_rows, other.duplicate_rows);
  for (const auto& [from, to] : {std::pair{&other.overdue, &overdue}, {&other.due_next, &due_next}}) {
    for (AuditWaiting waiting : *from) {
      waiting.group = positions[waiting.group];
      keep_first(*to, std::move(waiting));
    }
  }
  arrange();
  return *this;
}

void AuditReport::arrange() {
  std::vector<std::size_t> order(groups.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  const auto key = [this](std::size_t i) {
    const AuditReportGroup& group = groups[i];
    return std::tie(group.kind_rank, group.policy, group.revision, group.plan, group.severity_rank, group.severity);
  };
  std::stable_sort(order.begin(), order.end(), [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<std::size_t> places(order.size());
  std::vector<AuditReportGroup> arranged;
  for (std::size_t i = 0; i < order.size(); ++i) {
    places[order[i]] = i;
    arranged.push_back(std::move(groups[order[i]]));
  }
  groups = std::move(arranged);
  for (auto* const list : {&overdue, &due_next}) {
    for (auto& waiting : *list) {
      waiting.group = places[waiting.group];
    }
  }
}

AuditTally::AuditTally(const std::vector<std::string>& by) {
  for (const auto& name : by) {
    report_.by_column.emplace_back(name, std::map<std::string, AuditTotals>());
  }
}

AuditReportGroup& AuditTally::group_of(const AuditGroup& group) {
  if (group.index >= positions_.size()) {
    positions_.resize(group.index + 1, static_cast<std::size_t>(-1));
  }
  std::size_t& position = positions_[group.index];
  if (position == static_cast<std::size_t>(-1)) {
    position = report_.groups.size();
    AuditReportGroup added;
    added.policy = group.policy->id;
    added.revision = group.policy->revision;
    added.plan = group.plan->id;
    added.severity = group.severity == nullptr ? std::string_view() : group.severity->id;
    added.kind = name_of(group.kind);
    added.kind_rank = group.kind_rank;
    if (group.severity != nullptr) {
      added.severity_rank = static_cast<std::size_t>(group.severity - group.policy->severities.data());
    }
    if (group.promise == nullptr) {
      added.reason = group.reason;
    } else {
      added.commitment = name_of(group.target->promise.commitment);
    }
    if (group.target != nullptr) {
      added.share_percent = group.target->share_percent;
      added.share_per = group.target->share_per;
    }
    for (const auto& assumption : group.rests_on.assumptions) {
      added.assumptions.emplace_back(assumption.key, assumption.value);
    }
    for (const auto* ambiguity : group.rests_on.ambiguities) {
      added.ambiguities.emplace_back(ambiguity->id);
    }
    added.draft = group.rests_on.draft;
    for (const auto* remedy : group.remedies) {
      if (remedy->kind == "miss-count") {
        added.miss_counts[std::string(remedy->id)] = {remedy->misses, std::string(remedy->misses_per)};
        added.share_per = added.share_per.empty() ? std::string(remedy->misses_per) : added.share_per;
      }
    }
    report_.groups.push_back(std::move(added));
  }
  return report_.groups[position];
}

void AuditTally::add_target(const AuditedTarget& target, const AuditedTicket& audited, AuditReportGroup& group) {
  if (target.verdict == AuditVerdict::Unjudged) {
    ++group.unjudged;
    return;
  }
  group.totals.add(target.verdict, target.overdue);
  if (target.used_percent) {
    std::size_t bucket = 0;
    while (bucket < kAuditBuckets.size() && *target.used_percent > kAuditBuckets[bucket]) {
      ++bucket;
    }
    ++group.buckets[bucket];
    group.minutes.add((target.elapsed->count() + 59) / 60);
  }
  if (!group.share_per.empty()) {
    const sys_seconds filed = audited.ticket->submitted_at->earliest;
    const auto& zone = target.group->zone;
    const auto day = date::floor<date::days>(filed + (zone ? zone->span_at(filed).offset : seconds{0}));
    group.periods[period_of(group.share_per, local_days{day.time_since_epoch()})].add(target.verdict, target.overdue);
  }
  for (const auto& credit : target.credits) {
    const sys_seconds due = target.due->earliest;
    const auto& zone = target.group->zone;
    const auto day = date::floor<date::days>(due + (zone ? zone->span_at(due).offset : seconds{0}));
    AuditCreditSum sum{1,
                       credit.least,
                       credit.most,
                       credit.is_lapsed ? credit.least : 0,
                       credit.is_lapsed ? credit.most : 0,
                       credit.is_lapsed ? std::nullopt : credit.claim_by};
    group.credits[{month_text(date::year_month_day{day}), std::string(credit.remedy->id),
                   std::string(credit.remedy->grants_unit)}] += sum;
  }
}

void AuditTally::add_unjudged(const AuditedTicket& audited) {
  const AuditTicket& ticket = *audited.ticket;
  ++report_.unjudged;
  AuditListed listed{ticket.row, std::string(ticket.id), {}, {}, {}, 0};
  if (audited.problems.empty()) {
    listed.why = name_in(kDoubtNames, audited.main.doubt);
    if (audited.main.either) {
      const auto name = [](AuditVerdict verdict) { return std::string(name_in(kAuditVerdictNames, verdict)); };
      listed.one = name(audited.main.either->first);
      listed.other = name(audited.main.either->second);
      if (listed.one == listed.other) {
        listed.one = "overdue";
      }
    }
  } else {
    listed.why = code_id(audited.problems.front().code);
  }
  for (const auto& problem : audited.problems) {
    add_problem(report_.problems, {std::string(code_id(problem.code)), problem.pointer, shape_of_problem(problem), 1,
                                   ticket.row, std::string(ticket.id), problem});
  }
  if (report_.unjudged_rows.size() < AuditReport::kMostListed) {
    report_.unjudged_rows.push_back(std::move(listed));
  }
}

void AuditTally::add_waiting(const AuditedTicket& audited, std::size_t group) {
  const AuditedTarget& main = audited.main;
  if (main.verdict != AuditVerdict::Open || !main.due || !main.due->at) {
    return;
  }
  auto& list = main.overdue ? report_.overdue : report_.due_next;
  const sys_seconds due = main.due->latest.value_or(*main.due->at);
  if (list.size() == AuditReport::kMostWaiting && !(due < list.back().due)) {
    return;
  }
  keep_first(list, {due, audited.ticket->row, std::string(audited.ticket->id), group});
}

void AuditTally::add_time(const AuditedTicket& audited) {
  const AuditedTarget& main = audited.main;
  const sys_seconds filed = audited.ticket->submitted_at->earliest;
  const auto& zone = main.group->zone;
  if (zone && (zone_ != zone || filed < span_.begin || filed >= span_.end)) {
    span_ = zone->span_at(filed);
    zone_ = zone;
  }
  const local_seconds wall{filed.time_since_epoch() + (zone ? span_.offset : seconds{0})};
  const auto day = date::floor<date::days>(wall);
  const date::year_month_day date{day};
  const auto add = [&main](std::vector<AuditTotals>& list, std::int64_t at) {
    const auto place = static_cast<std::size_t>(std::max<std::int64_t>(at, 0));
    if (place >= list.size()) {
      list.resize(place + 1);
    }
    list[place].add(main.verdict, main.overdue);
  };
  add(months_, (static_cast<int>(date.year()) - 2015) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1);
  add(weeks_, (day - monday_of(kFirstDay)).count() / 7);
  report_.by_weekday[(date::weekday{day}.iso_encoding() - 1U)].add(main.verdict, main.overdue);
  report_.by_hour[static_cast<std::size_t>((wall - day) / std::chrono::hours{1})].add(main.verdict, main.overdue);
}

void AuditTally::add(const AuditedTicket& audited) {
  const AuditTicket& ticket = *audited.ticket;
  ++report_.rows;
  if (audited.main.verdict == AuditVerdict::Duplicate) {
    ++report_.duplicates;
    if (report_.duplicate_rows.size() < AuditReport::kMostListed) {
      report_.duplicate_rows.push_back({ticket.row, std::string(ticket.id), {}, {}, {}, *ticket.first_row});
    }
    return;
  }
  if (audited.main.verdict == AuditVerdict::Unjudged) {
    add_unjudged(audited);
    if (audited.main.group != nullptr) {
      ++group_of(*audited.main.group).unjudged;
    }
    return;
  }
  report_.totals.add(audited.main.verdict, audited.main.overdue);
  report_.default_severity += audited.default_severity ? 1U : 0U;
  report_.not_covered += audited.fit != Revision::Fit::InForce ? 1U : 0U;
  report_.doubtful += audited.main.doubt != Doubt::None ? 1U : 0U;
  AuditReportGroup& group = group_of(*audited.main.group);
  add_target(audited.main, audited, group);
  add_waiting(audited, static_cast<std::size_t>(&group - report_.groups.data()));
  for (const auto& other : audited.others) {
    add_target(other, audited, group_of(*other.group));
  }
  add_time(audited);
  for (std::size_t i = 0; i < ticket.by.size() && i < report_.by_column.size(); ++i) {
    auto& values = report_.by_column[i].second;
    auto found = values.find(std::string(ticket.by[i]));
    if (found == values.end()) {
      found = values.emplace(values.size() < AuditReport::kMostValues ? std::string(ticket.by[i]) : "…", AuditTotals())
                  .first;
    }
    found->second.add(audited.main.verdict, audited.main.overdue);
  }
}

AuditReport AuditTally::report() const {
  AuditReport report = report_;
  for (std::size_t i = 0; i < months_.size(); ++i) {
    if (months_[i].tickets() > 0) {
      const auto year = date::year{2015 + static_cast<int>(i / 12)};
      report.by_month[month_text(year / static_cast<int>(i % 12 + 1) / 1)] += months_[i];
    }
  }
  for (std::size_t i = 0; i < weeks_.size(); ++i) {
    if (weeks_[i].tickets() > 0) {
      report.by_week[week_text(monday_of(kFirstDay) + date::days{7 * static_cast<int>(i)})] += weeks_[i];
    }
  }
  report.arrange();
  return report;
}

std::string period_of(std::string_view per, local_days day) {
  const date::year_month_day date{day};
  const std::string text = format_date(date);
  if (per == "day") {
    return text;
  }
  if (per == "week") {
    return week_text(day);
  }
  if (per == "calendar-month") {
    return text.substr(0, 7);
  }
  if (per == "quarter") {
    return text.substr(0, 4) + "-Q" + std::to_string((static_cast<unsigned>(date.month()) + 2) / 3);
  }
  return per == "year" ? text.substr(0, 4) : "all";
}

}  // namespace supportcalc
