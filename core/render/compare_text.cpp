#include "render/compare_text.h"

#include <algorithm>
#include <array>

#include "policy/names.h"
#include "render/message_words.h"
#include "render/plans_by_sentence.h"
#include "render/policy_words.h"
#include "render/rests_on_words.h"
#include "render/time_words.h"
#include "wording/message_ids.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 8> kNotes = {"facet", "question", "option",  "assumption",
                                                    "topic", "maturity", "channel", "severity"};

class RowWords {
 public:
  RowWords(const Catalogue& catalogue, const CompareRow& row)
      : catalogue_(catalogue),
        row_(row),
        words_(catalogue, row.evaluator->policy()),
        message_words_(catalogue, row.evaluator->policy()),
        phrases_(row.evaluator->policy(), row.evaluator->terms()) {}

  std::string name() const {
    const Policy& policy = row_.evaluator->policy();
    return concat({policy.id, "@", policy.revision, "\n", words_.plan_label(row_.evaluator->plan().id)});
  }

  std::string level() const {
    const auto& decision = row_.evaluation.severity;
    if (decision.severity != nullptr) {
      return words_.level_label(decision.severity->id);
    }
    Phrases labels;
    for (const auto* candidate : decision.candidates) {
      labels.emplace_back(words_.level_label(candidate->id));
    }
    return labels.empty() ? words_.say("reason.no-levels")
                          : words_.say("compare.unclear") + "\n" + PolicyWords::joined(labels);
  }

  // With how much it rests on, which stands below the tables in full.
  std::string due() const {
    if (!row_.due) {
      return PolicyWords::joined({draft(), why()}, "\n");
    }
    return PolicyWords::joined({draft(), span(*row_.due), rests_on_count(catalogue_, row_.rests_on)}, "\n");
  }

  std::string span(const Due& due) const {
    const auto first = moment(due.earliest);
    if (!due.from.empty()) {
      return words_.say("due.not-before", {{"at", first}, {"from", words_.say(concat({"awaited.", due.from}))}});
    }
    if (due.latest == due.earliest) {
      return first;
    }
    const auto last = due.latest ? words_.say("range.to") + " " + moment(*due.latest) : words_.say("due.no-latest");
    return words_.say("range.from") + " " + first + "\n" + last;
  }

  // What the scope says, where it was asked, and each different promise once.
  std::string promise() const {
    Phrases lines;
    const auto& scope = row_.evaluation.scope;
    if (scope.verdict != Verdict::NotAsked) {
      lines.emplace_back(words_.word("verdict", name_of(scope.verdict)));
    }
    for (const auto* item : {scope.topic, scope.maturity}) {
      if (item != nullptr && item->commitment) {
        lines.emplace_back(words_.word("commitment", name_of(*item->commitment)));
      }
    }
    if (has_unowed_due()) {
      return PolicyWords::joined(lines, "\n");
    }
    for (const auto& target : row_.evaluation.targets) {
      const auto& prepared = *target.result.promise;
      const auto amount =
          prepared.amount ? words_.bounded(prepared.promise->bound, words_.figure(*prepared.amount)) : "";
      auto line = PolicyWords::joined(
          {amount, words_.say(commitment_message(words_.policy(), prepared.promise->commitment))}, " · ");
      const auto condition = message_words_.say(phrases_.only_if(target, true));
      if (!condition.empty()) {
        line += concat({" (", words_.say("text.only-if"), ": ", condition, ")"});
      }
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.emplace_back(std::move(line));
      }
    }
    return lines.empty() ? words_.say("compare.nothing") : PolicyWords::joined(lines, "\n");
  }

  std::string rests_on() const { return rests_on_words(words_, row_.rests_on); }

  std::string dropped() const {
    Phrases parts;
    for (const auto& note : row_.notes) {
      parts.emplace_back(words_.say("compare.dropped-" + std::string(name_in(kNotes, note.kind)), {{"id", note.id}}));
    }
    return PolicyWords::joined(parts, "; ");
  }

 private:
  // Figures the plan has, and not for this topic or maturity, or for no ticket without support.
  bool has_unowed_due() const {
    const auto& targets = row_.evaluation.targets;
    return !row_.due && std::any_of(targets.begin(), targets.end(), [](const TargetResult& target) {
      return target.result.due || target.result.no_due == NoDue::OutOfScope;
    });
  }

  std::string moment(sys_seconds at) const {
    if (row_.ticket.visitor_zone) {
      return moment_words(catalogue_, at, *row_.ticket.visitor_zone);
    }
    for (const auto& target : row_.evaluation.targets) {
      if (target.result.due && target.result.promise->zone) {
        return moment_words(catalogue_, at, *target.result.promise->zone);
      }
    }
    const auto& vendor = row_.evaluator->vendor_zone();
    return vendor ? moment_words(catalogue_, at, *vendor) : utc_words(catalogue_, at);
  }

  std::string draft() const {
    return row_.rests_on.draft ? words_.word("policy-status", name_of(Status::Draft)) : std::string();
  }

  // What is true of this plan, each reason once.
  std::string why() const {
    if (has_unowed_due()) {
      const auto verdict = row_.evaluation.scope.verdict;
      return verdict == Verdict::NotAsked ? words_.word("support", row_.evaluator->plan().support)
                                          : words_.word("verdict", name_of(verdict));
    }
    Phrases reasons;
    for (const auto& target : row_.evaluation.targets) {
      auto reason = why_none(target.result);
      if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
        reasons.push_back(std::move(reason));
      }
    }
    return reasons.empty() ? words_.word("commitment-note", name_of(Commitment::NotStated))
                           : PolicyWords::joined(reasons, "\n");
  }

  std::string why_none(const PromiseResult& result) const {
    switch (result.no_due) {
      case NoDue::OptionMissing:
        return concat({words_.say("reason.option-missing"), " ", result.promise->missing_option});
      case NoDue::OutOfScope:
        return words_.say("reason.out-of-scope");
      case NoDue::NoFigure:
        break;
    }
    return words_.word("commitment-note", name_of(result.promise->promise->commitment));
  }

  const Catalogue& catalogue_;
  const CompareRow& row_;
  PolicyWords words_;
  MessageWords message_words_;
  PolicyPhrases phrases_;
};

}  // namespace

std::string compare_text(const Comparison& comparison, const PageStyle& style) {
  const Catalogue catalogue(style.language);
  TextPage page(style.bold);
  page.heading(catalogue.word("kind", name_of(comparison.kind)));
  for (std::size_t s = 0; s < kRankGroupNames.size(); ++s) {
    TableRows table{{"", catalogue.say("show.policy"), catalogue.say("show.level"), catalogue.say("text.due"),
                     catalogue.say("compare.promise")}};
    for (const auto& row : comparison.rows) {
      if (static_cast<std::size_t>(row.group) == s) {
        const RowWords words(catalogue, row);
        table.push_back({row.rank == 0 ? "" : std::to_string(row.rank) + ".", words.name(), words.level(), words.due(),
                         words.promise()});
      }
    }
    if (table.size() > 1) {
      page.subheading(catalogue.say("compare." + std::string(kRankGroupNames[s])));
      page.table(table);
    }
  }
  if (comparison.strengths_differ) {
    page.blank();
    page.paragraph(catalogue.say("compare.strengths-differ"));
  }
  PlansBySentence rests_on;
  PlansBySentence dropped;
  for (const auto& row : comparison.rows) {
    const RowWords words(catalogue, row);
    rests_on.add(row.evaluator->policy(), row.evaluator->plan(), words.rests_on());
    dropped.add(row.evaluator->policy(), row.evaluator->plan(), words.dropped());
  }
  rests_on.write(catalogue.say("rests-on.heading"), "\n", catalogue, page);
  dropped.write(catalogue.say("compare.dropped"), ": ", catalogue, page);
  return page.text();
}

}  // namespace supportcalc
