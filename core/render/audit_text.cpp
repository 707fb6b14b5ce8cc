#include "render/audit_text.h"

#include <algorithm>

#include "policy/names.h"
#include "render/message_words.h"
#include "render/plans_by_sentence.h"
#include "render/policy_words.h"
#include "render/rests_on_words.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

std::string number_text(const Catalogue& words, std::size_t number) { return words.say("number", {{"count", number}}); }

// The share kept, and both ends where it depends on how a clause is read: "95.2 % to 97.0 %".
std::string met_text(const Catalogue& words, const AuditCounts& counts) {
  const std::size_t met = counts.of(AuditVerdict::Met);
  const std::size_t disputed = counts.of(AuditVerdict::Disputed);
  const std::size_t judged = met + disputed + counts.of(AuditVerdict::Missed);
  const auto least = part_words(words, met, judged);
  return disputed == 0
             ? least
             : words.say("amount.range", {{"min", least}, {"max", part_words(words, met + disputed, judged)}});
}

std::string group_name(const AuditGroup& group, const PolicyWords& words) {
  return PolicyWords::joined({concat({group.policy->id, "@", group.policy->revision}), words.plan_label(group.plan->id),
                              group.severity == nullptr ? "" : words.level_label(group.severity->id)});
}

}  // namespace

std::string audit_text(const Auditor& auditor, const PageStyle& style) {
  const Catalogue catalogue(style.language);
  const AuditSummary& summary = auditor.summary();
  TextPage page(style.bold);
  page.heading(catalogue.say("audit.tickets", {{"count", summary.tickets}}));
  for (std::size_t i = 0; i < kAuditVerdictNames.size(); ++i) {
    if (summary.counts.verdicts[i] > 0) {
      page.pair(catalogue.word("audit", kAuditVerdictNames[i]), number_text(catalogue, summary.counts.verdicts[i]));
    }
  }
  if (summary.counts.overdue > 0) {
    page.pair(catalogue.say("audit.overdue"), number_text(catalogue, summary.counts.overdue));
  }
  page.strong_pair(catalogue.say("audit.share"), met_text(catalogue, summary.counts));
  for (const auto& [unit, sum] : summary.credits) {
    page.pair(catalogue.say("show.credits"), worth_words(catalogue, sum.first, sum.second, unit));
  }

  page.heading(catalogue.say("audit.used"));
  constexpr std::size_t kBarColumns = 40;
  const std::size_t most = *std::max_element(summary.counts.buckets.begin(), summary.counts.buckets.end());
  for (std::size_t i = 0; i < summary.counts.buckets.size(); ++i) {
    const std::size_t count = summary.counts.buckets[i];
    const bool last = i == kAuditBuckets.size();
    const std::string label =
        catalogue.say(last ? "audit.over" : "audit.up-to", {{"percent", kAuditBuckets[last ? i - 1 : i]}});
    // Whatever there is shows.
    const std::size_t columns = most == 0 ? 0 : (count * kBarColumns + most - 1) / most;
    page.pair(label, std::string(columns, '#') + (columns == 0 ? "" : " ") + number_text(catalogue, count));
  }

  TableRows rows{{catalogue.say("audit.promise"), catalogue.say("audit.met"), catalogue.say("audit.missed"),
                  catalogue.say("audit.disputed"), catalogue.say("audit.open"), catalogue.say("audit.share")}};
  std::vector<std::pair<const AuditGroup*, RestsOn>> rests_on;  // of each plan, whatever the level
  for (const auto& group : auditor.groups()) {
    const PolicyWords words(catalogue, *group.policy);
    const auto same = std::find_if(rests_on.begin(), rests_on.end(),
                                   [&group](const auto& each) { return each.first->plan == group.plan; });
    if (same == rests_on.end()) {
      rests_on.emplace_back(&group, group.rests_on);
    } else {
      same->second = either(std::move(same->second), group.rests_on);
    }
    if (group.promise == nullptr) {
      const auto tickets = group.counts.of(AuditVerdict::NoFigure);
      const std::string key = "reason." + std::string(group.reason);
      rows.push_back({group_name(group, words) + " (" + number_text(catalogue, tickets) + ")", "", "", "", "",
                      catalogue.has(key) ? catalogue.say(key) : catalogue.word("commitment", group.reason)});
      continue;
    }
    auto share = met_text(catalogue, group.counts);
    share += group.target->share_percent == 0
                 ? ""
                 : "\n" + MessageWords(catalogue, *group.policy).say(PolicyPhrases::share(*group.target));
    rows.push_back({group_name(group, words), number_text(catalogue, group.counts.of(AuditVerdict::Met)),
                    number_text(catalogue, group.counts.of(AuditVerdict::Missed)),
                    number_text(catalogue, group.counts.of(AuditVerdict::Disputed)),
                    number_text(catalogue, group.counts.of(AuditVerdict::Open)), share});
  }
  if (rows.size() > 1) {
    page.heading(catalogue.say("audit.by-promise"));
    page.table(rows);
    PlansBySentence sentences;
    for (const auto& [group, all] : rests_on) {
      sentences.add(*group->policy, *group->plan, rests_on_words(PolicyWords(catalogue, *group->policy), all));
    }
    sentences.write(catalogue.say("rests-on.heading"), "\n", catalogue, page);
  }
  return page.text();
}

}  // namespace supportcalc
