#include "render/audit_text.h"

#include <algorithm>

#include "base/concat.h"
#include "policy/names.h"
#include "render/message_words.h"
#include "render/plans_by_sentence.h"
#include "render/policy_words.h"
#include "render/rests_on_words.h"
#include "render/time_words.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostWaitingShown = 10;
constexpr std::size_t kMostMonthsShown = 24;

std::string number_text(const Catalogue& words, std::uint64_t number) {
  return words.say("number", {{"count", number}});
}

// The share kept, and both ends where it depends on how a clause is read: "95.2 % to 97.0 %".
std::string met_text(const Catalogue& words, const AuditTotals& totals) {
  const auto least = part_words(words, totals.met, totals.judged());
  return totals.disputed == 0
             ? least
             : words.say("amount.range",
                         {{"min", least}, {"max", part_words(words, totals.met + totals.disputed, totals.judged())}});
}

// What a group is about, as far as the policies know it.
struct Named {
  const Policy* policy = nullptr;
  const Plan* plan = nullptr;
  const Target* target = nullptr;
};

class AuditPage {
 public:
  AuditPage(const AuditReport& report, const ReportBasis& basis, const PolicySet& policies, const PageStyle& style)
      : report_(report), basis_(basis), policies_(policies), catalogue_(style.language), page_(style.bold) {}

  std::string text() {
    write_counts();
    write_used();
    write_promises();
    write_months();
    for (const auto& [name, values] : report_.by_column) {
      write_values(name, values);
    }
    write_waiting("audit.overdue-now", report_.overdue);
    write_waiting("audit.due-next", report_.due_next);
    return page_.text();
  }

 private:
  std::string say(std::string_view key, WordParameters parameters = {}) const {
    return catalogue_.say(key, parameters);
  }

  void count(std::string_view key, std::uint64_t number) {
    if (number > 0) {
      page_.pair(say(key), number_text(catalogue_, number));
    }
  }

  // What was given, beside the table.
  void write_terms(std::string_view key, const Mapping::Pairs& pairs) {
    Phrases phrases;
    for (const auto& [name, value] : pairs) {
      phrases.push_back(concat({name, "=", value}));
    }
    if (!phrases.empty()) {
      page_.pair(say(key), PolicyWords::joined(phrases));
    }
  }

  void write_counts() {
    const AuditTotals& totals = report_.totals;
    page_.heading(say("audit.tickets", {{"count", report_.tickets()}}));
    write_terms("text.only-if", basis_.filters);
    write_terms("text.terms", basis_.mapping.options);
    write_terms("text.terms", basis_.mapping.assumptions);
    count("audit.met", totals.met);
    count("audit.missed", totals.missed);
    count("audit.disputed", totals.disputed);
    count("audit.open", totals.open);
    count("audit.overdue", totals.overdue);
    count("audit.no-figure", totals.no_figure);
    page_.strong_pair(say("audit.share"), met_text(catalogue_, totals));
    write_response_time();
    write_credits();
    if (report_.rows != report_.tickets()) {
      count("audit.unjudged", report_.unjudged);
      const RepeatedIds rule = basis_.mapping.repeated_ids.value_or(RepeatedIds::First);
      count("audit.duplicates." + std::string(name_in(kRepeatedIdsNames, rule)), report_.duplicates);
    }
    count("audit.default-level", report_.default_severity);
    count("audit.not-in-force", report_.not_covered);
    if (!basis_.complete) {
      page_.paragraph(say("audit.incomplete"));
    }
  }

  bool is_main(const AuditReportGroup& group) const { return group.kind == report_.groups.front().kind; }

  void write_response_time() {
    AuditMinutes minutes;
    bool is_open_time = false;
    for (const auto& group : report_.groups) {
      if (is_main(group)) {
        minutes += group.minutes;
        const Named named = named_of(group);
        is_open_time = is_open_time || (named.target != nullptr && named.target->promise.hours);
      }
    }
    const auto median = minutes.percentile(50);
    const auto p90 = minutes.percentile(90);
    if (median && p90) {
      const auto span = [is_open_time](std::int64_t count) { return Span{seconds{count * 60}, is_open_time}; };
      page_.pair(say("audit.response-time"),
                 say("audit.response-spread", {{"median", span(*median)}, {"p90", span(*p90)}}));
    }
  }

  void write_credits() {
    std::map<std::string, AuditCreditSum> by_unit;
    for (const auto& group : report_.groups) {
      for (const auto& [key, sum] : group.credits) {
        by_unit[key[2]] += sum;
      }
    }
    for (const auto& [unit, sum] : by_unit) {
      page_.pair(say("show.credits"), worth_words(catalogue_, sum.least, sum.most, unit));
      if (sum.lapsed_most > 0) {
        page_.pair(say("audit.lapsed"), worth_words(catalogue_, sum.lapsed_least, sum.lapsed_most, unit));
      }
      if (sum.claim_by) {
        page_.pair(say("audit.claim-by"), date_words(catalogue_, *sum.claim_by));
      }
    }
    // A cap is in words; what is above is without it.
    std::vector<std::string> caps;
    for (const auto& group : report_.groups) {
      const Named named = named_of(group);
      for (const auto& [key, sum] : group.credits) {
        const Remedy* remedy = named.policy == nullptr ? nullptr : find_by_id(named.policy->remedies, key[1]);
        if (remedy != nullptr && remedy->claim && !remedy->claim->cap.empty()) {
          const std::string cap = catalogue_.text(remedy->claim->cap);
          if (std::find(caps.begin(), caps.end(), cap) == caps.end()) {
            page_.pair(say("audit.cap"), cap);
            caps.push_back(cap);
          }
        }
      }
    }
  }

  void write_used() {
    std::array<std::uint64_t, kAuditBuckets.size() + 1> buckets{};
    for (const auto& group : report_.groups) {
      for (std::size_t i = 0; is_main(group) && i < buckets.size(); ++i) {
        buckets[i] += group.buckets[i];
      }
    }
    page_.heading(say("audit.used"));
    constexpr std::size_t kBarColumns = 40;
    const std::uint64_t most = *std::max_element(buckets.begin(), buckets.end());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      const bool last = i == kAuditBuckets.size();
      const std::string label =
          say(last ? "audit.over" : "audit.up-to", {{"percent", kAuditBuckets[last ? i - 1 : i]}});
      // Whatever there is shows.
      const std::size_t columns = most == 0 ? 0 : (buckets[i] * kBarColumns + most - 1) / most;
      page_.pair(label, std::string(columns, '#') + (columns == 0 ? "" : " ") + number_text(catalogue_, buckets[i]));
    }
  }

  Named named_of(const AuditReportGroup& group) const {
    Named named;
    named.policy = policies_.find(group.policy, group.revision);
    if (named.policy == nullptr) {
      return named;
    }
    named.plan = find_by_id(named.policy->plans, group.plan);
    const auto* severity = find_by_id(named.policy->severities, group.severity);
    if (named.plan != nullptr) {
      for (const std::size_t row : rows_of(named.policy->targets, lineage_of(*named.policy, *named.plan), severity)) {
        const Target& target = named.policy->targets[row];
        if (name_of(target.kind) == group.kind) {
          named.target = &target;
          break;
        }
      }
    }
    return named;
  }

  std::string name_text(const AuditReportGroup& group, const Named& named) const {
    const std::string policy = group.policy + "@" + group.revision;
    const std::string kind = is_main(group) ? "" : catalogue_.word("kind", group.kind);
    if (named.policy == nullptr) {
      return PolicyWords::joined({policy, group.plan, group.severity, kind});
    }
    const PolicyWords words(catalogue_, *named.policy);
    return PolicyWords::joined(
        {policy, words.plan_label(group.plan), group.severity.empty() ? "" : words.level_label(group.severity), kind});
  }

  std::string promised_text(const AuditReportGroup& group, const Named& named) const {
    if (group.share_percent == 0 || named.target == nullptr) {
      return {};
    }
    std::string text = "\n" + MessageWords(catalogue_, *named.policy).say(PolicyPhrases::share(*named.target));
    std::uint64_t kept = 0;
    std::uint64_t open = 0;
    for (const auto& [period, totals] : group.periods) {
      const auto keeps = totals.keeps(group.share_percent);
      kept += keeps == true ? 1U : 0U;
      open += keeps ? 0U : 1U;
    }
    text += "\n" + say("audit.periods-kept", {{"count", kept}, {"all", group.periods.size()}});
    return open == 0 ? text : text + "\n" + say("audit.periods-open", {{"count", open}});
  }

  void write_promises() {
    TableRows rows{{say("audit.promise"), say("audit.met"), say("audit.missed"), say("audit.disputed"),
                    say("audit.open"), say("audit.overdue-short"), say("audit.share")}};
    std::vector<std::pair<Named, RestsOn>> rests_on;  // of each plan, whatever the level
    for (const auto& group : report_.groups) {
      const Named named = named_of(group);
      collect(group, named, rests_on);
      if (group.commitment.empty()) {
        const std::string key = "reason." + group.reason;
        rows.push_back({name_text(group, named) + " (" + number_text(catalogue_, group.totals.no_figure) + ")", "", "",
                        "", "", "", catalogue_.has(key) ? say(key) : catalogue_.word("commitment", group.reason)});
        continue;
      }
      rows.push_back({name_text(group, named), number_text(catalogue_, group.totals.met),
                      number_text(catalogue_, group.totals.missed), number_text(catalogue_, group.totals.disputed),
                      number_text(catalogue_, group.totals.open), number_text(catalogue_, group.totals.overdue),
                      met_text(catalogue_, group.totals) + promised_text(group, named)});
    }
    if (rows.size() == 1) {
      return;
    }
    page_.heading(say("audit.by-promise"));
    page_.table(rows);
    PlansBySentence sentences;
    for (const auto& [named, all] : rests_on) {
      sentences.add(*named.policy, *named.plan, rests_on_words(PolicyWords(catalogue_, *named.policy), all));
    }
    sentences.write(say("rests-on.heading"), "\n", catalogue_, page_);
  }

  static void collect(const AuditReportGroup& group, const Named& named, std::vector<std::pair<Named, RestsOn>>& all) {
    if (named.policy == nullptr || named.plan == nullptr) {
      return;
    }
    RestsOn own;
    for (const auto& [id, value] : group.assumptions) {
      own.assumptions.push_back({id, value});
    }
    for (const auto& id : group.ambiguities) {
      if (const auto* ambiguity = find_by_id(named.policy->ambiguities, id)) {
        own.ambiguities.push_back(ambiguity);
      }
    }
    own.draft = group.draft;
    const auto same =
        std::find_if(all.begin(), all.end(), [&named](const auto& each) { return each.first.plan == named.plan; });
    if (same == all.end()) {
      all.emplace_back(named, own);
    } else {
      same->second = either(std::move(same->second), own);
    }
  }

  void write_values(std::string_view heading, const std::map<std::string, AuditTotals>& values) {
    TableRows rows{{std::string(heading), say("audit.met"), say("audit.missed"), say("audit.disputed"),
                    say("audit.open"), say("audit.overdue-short"), say("audit.share")}};
    for (const auto& [value, totals] : values) {
      rows.push_back({value.empty() ? "–" : value, number_text(catalogue_, totals.met),
                      number_text(catalogue_, totals.missed), number_text(catalogue_, totals.disputed),
                      number_text(catalogue_, totals.open), number_text(catalogue_, totals.overdue),
                      met_text(catalogue_, totals)});
    }
    if (rows.size() > 1) {
      page_.heading(say("audit.by-column", {{"column", heading}}));
      page_.table(rows);
    }
  }

  // Months say something where there are several.
  void write_months() {
    if (report_.by_month.size() < 2) {
      return;
    }
    auto months = report_.by_month;
    while (months.size() > kMostMonthsShown) {
      months.erase(months.begin());
    }
    write_values(say("audit.month"), months);
  }

  void write_waiting(std::string_view heading, const std::vector<AuditWaiting>& list) {
    if (list.empty()) {
      return;
    }
    page_.heading(say(heading));
    for (std::size_t i = 0; i < std::min(list.size(), kMostWaitingShown); ++i) {
      const auto& each = list[i];
      const std::string at = utc_words(catalogue_, each.due);
      page_.pair(each.id.empty() ? "–" : each.id,
                 basis_.parts > 1 ? at : say("audit.waiting", {{"at", at}, {"row", std::to_string(each.row)}}));
    }
    const std::size_t more = list.size() - std::min(list.size(), kMostWaitingShown);
    if (more > 0) {
      page_.paragraph(say("audit.more", {{"count", more}}));
    }
  }

  const AuditReport& report_;
  const ReportBasis& basis_;
  const PolicySet& policies_;
  Catalogue catalogue_;
  TextPage page_;
};

}  // namespace

std::string audit_text(const AuditReport& report, const ReportBasis& basis, const PolicySet& policies,
                       const PageStyle& style) {
  return AuditPage(report, basis, policies, style).text();
}

}  // namespace supportcalc
