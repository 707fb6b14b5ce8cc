#include "render/evaluation_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/concat.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "render/message_words.h"
#include "render/policy_words.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

constexpr std::size_t kOuter = 2;  // indent within a section
constexpr std::size_t kInner = 4;  // within a step, a topic, a credit

// What stands before a line of a block.
struct Label {
  Part part;
  std::string_view key;
};
constexpr std::array kLabels = {
    Label{Part::Filed, "text.filed"},
    Label{Part::Condition, "text.only-if"},
    Label{Part::Why, "text.why"},
    Label{Part::SetBy, "severity.set-by"},
    Label{Part::MayChange, "severity.may-change"},
    Label{Part::FollowUp, "text.follow-up"},
    Label{Part::Trigger, "escalation.when"},
    Label{Part::WhoActs, "escalation.who-acts"},
    Label{Part::How, "escalation.how"},
    Label{Part::Roles, "escalation.roles"},
    Label{Part::Word, "text.terms"},
    Label{Part::Due, "text.due"},
    Label{Part::Earliest, "range.earliest"},
    Label{Part::Latest, "range.latest"},
    Label{Part::NoDue, "text.due"},
    Label{Part::Terms, "text.terms"},
    Label{Part::Outcome, "text.outcome"},
    Label{Part::Clock, "text.clock"},
    Label{Part::Effort, "scope.effort"},
    Label{Part::Instead, "scope.instead"},
    Label{Part::Example, "scope.example"},
    Label{Part::Claim, "show.claim"},
    Label{Part::Note, "text.note"},
    Label{Part::Source, "text.source"},
};

// The lines about one thing: a target with its readings, a channel.
using Lines = std::span<const Line>;

// "/targets/0" of "/targets/0/readings/1"; what is about the severity is one.
std::string_view item_of(std::string_view about) {
  const auto second = about.find('/', 1);
  if (second == std::string_view::npos || about.starts_with("/severity/")) {
    return about.substr(0, second);
  }
  return about.starts_with("/scope/") ? about : about.substr(0, about.find('/', second + 1));
}

std::string_view section_of(const Line& line) {
  const std::string_view about = line.about;
  return about.substr(0, about.find('/', 1));
}

std::vector<Lines> items_of(Lines lines) {
  std::vector<Lines> items;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && item_of(lines[end].about) == item_of(lines[first].about)) {
      ++end;
    }
    items.push_back(lines.subspan(first, end - first));
    first = end;
  }
  return items;
}

// A target that names no time, only a word.
bool is_word_only(Lines item) {
  const auto has = [item](Part part) {
    return std::any_of(item.begin(), item.end(), [part](const Line& line) { return line.part == part; });
  };
  const auto no_dues =
      std::count_if(item.begin(), item.end(), [](const Line& line) { return line.part == Part::NoDue; });
  const bool by_word =
      std::any_of(item.begin(), item.end(), [](const Line& line) { return line.message.id == "due.none"; });
  return by_word && no_dues == 1 && !has(Part::Condition);
}

class EvaluationText {
 public:
  EvaluationText(const AnswerView& answer, sys_seconds now, const PageStyle& style)
      : policy_(answer.evaluator.policy()),
        plan_(answer.evaluator.plan()),
        phrases_(policy_, answer.evaluator.terms()),
        offer_(answer.evaluator.offer(answer.ticket, answer.evaluation, arena_)),
        all_(wording_of(answer)),
        catalogue_(style.language),
        words_(catalogue_, policy_, answer.ticket.visitor_zone, now),
        page_(style.bold) {}

  std::string write() {
    for (std::size_t first = 0; first < all_.size();) {
      std::size_t end = first + 1;
      while (end < all_.size() && section_of(all_[end]) == section_of(all_[first])) {
        ++end;
      }
      section(section_of(all_[first]), Lines(all_).subspan(first, end - first));
      first = end;
    }
    plan();
    maintenance();
    responsibilities();
    sources();
    return page_.text();
  }

 private:
  std::string say(std::string_view key, WordParameters parameters = {}) const {
    return catalogue_.say(key, parameters);
  }

  void section(std::string_view name, Lines lines) {
    if (name.empty()) {
      head(lines);
    } else if (name == "/plan" || (name == "/notices" && lines.front().part == Part::Warning)) {
      bullets(lines);
    } else if (name == "/next") {
      page_.strong_pair(say("text.next"), words_.say(lines.front().message));
    } else if (name == "/severity") {
      severity(lines);
    } else if (name == "/targets") {
      targets(lines);
    } else if (name == "/escalation") {
      page_.heading(say("section.escalation"));
      escalation(lines);
    } else if (name == "/scope") {
      page_.heading(say("section.scope"));
      block(lines, kOuter, "");
    } else if (name == "/channels") {
      page_.heading(say("section.channels"));
      rows(lines);
    } else if (name == "/ticket") {
      page_.heading(say("section.ticket"));
      bullets(lines);
    } else if (name == "/remedies") {
      page_.heading(say("section.remedies"));
      remedies(lines);
    } else if (name == "/lifecycle") {
      page_.heading(say("facts.versions"));
      bullets(lines);
    } else if (name == "/facts") {
      page_.heading(say("section.facts"));
      rows(lines);
    } else {
      open(name, lines);
    }
  }

  void head(Lines lines) {
    for (const auto& line : lines) {
      if (line.part == Part::Title) {
        page_.heading(words_.say(line.message));
      } else {
        page_.pair(label(line.part), words_.say(line.message));
      }
    }
  }

  std::string label(Part part) const {
    const auto* const found =
        std::find_if(kLabels.begin(), kLabels.end(), [part](const Label& each) { return each.part == part; });
    return found == kLabels.end() ? std::string() : say(found->key);
  }

  void severity(Lines lines) {
    Part last = Part::Title;
    for (const auto& line : lines) {
      const auto text = words_.say(line.message);
      if (line.part == Part::Title) {
        page_.heading(text);
      } else if (line.part == Part::Because || line.part == Part::Move) {
        if (line.part != last) {
          page_.paragraph(line.part == Part::Move ? say("severity.moves") + ":" : say("severity.because"));
        }
        page_.bullet(text);
      } else if (line.part == Part::Definition && line.about == "/severity") {
        page_.paragraph(text);
      } else if (line.part == Part::Definition) {
        page_.bullet(text);
      } else {
        page_.pair(label(line.part), text);
      }
      last = line.part;
    }
  }

  void targets(Lines lines) {
    std::vector<Lines> words_only;
    for (const auto item : items_of(lines)) {
      if (is_word_only(item)) {
        words_only.push_back(item);
      } else {
        page_.heading(words_.say(item.front().message));
        block(item.subspan(1), kOuter, "text.due");
      }
    }
    if (words_only.empty()) {
      return;
    }
    page_.heading(say("text.no-time"));
    for (const auto item : words_only) {
      row(item);
    }
  }

  void escalation(Lines lines) {
    for (const auto item : items_of(lines)) {
      if (item.front().part != Part::Title) {
        block(item, kOuter, "");
        continue;
      }
      page_.blank();
      page_.strong(words_.say(item.front().message));
      block(item.subspan(1), kInner, "escalation.reply");
    }
  }

  void remedies(Lines lines) {
    for (const auto item : items_of(lines)) {
      const bool titled = item.front().part == Part::Title;
      if (titled) {
        page_.blank();
        page_.strong(words_.say(item.front().message));
      }
      block(item.subspan(titled ? 1 : 0), item.front().about == "/remedies" ? kOuter : kInner, "");
    }
  }

  // Lines below each other, with labels. `due` is the label of an instant that is not an end of a range.
  void block(Lines lines, std::size_t indent, std::string_view due) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Line& line = lines[i];
      auto text = words_.say(line.message);
      const bool of_reading = line.about.find("/readings/") != std::string::npos;
      switch (line.part) {
        case Part::Title:
          page_.paragraph(text, kOuter);
          indent = kInner;
          break;
        case Part::Verdict:
          page_.strong(text, indent);
          break;
        case Part::Detail:
          page_.paragraph(text, indent);
          break;
        case Part::Range:
          page_.paragraph(say("range.why") + " " + text, indent);
          break;
        case Part::Reading:
        case Part::Step:
        case Part::Worth:
          page_.bullet(text, indent);
          break;
        case Part::ClaimBy:
          page_.paragraph(text, indent + 2);
          break;
        case Part::Contact:
        case Part::ContactAll: {
          std::size_t count = 1;
          while (i + 1 < lines.size() && lines[i + 1].part == line.part) {
            text += "\n" + words_.say(lines[++i].message);
            ++count;
          }
          page_.pair(
              say(line.part == Part::Contact ? "escalation.contact" : "escalation.contact-all", {{"count", count}}),
              text, indent);
          break;
        }
        case Part::Outcome:
          if (of_reading) {
            page_.bullet(text, indent);
          } else {
            page_.strong_pair(label(line.part), text, indent);
          }
          break;
        case Part::Due:
          page_.strong_pair(say(due), text, indent);
          break;
        case Part::Earliest:
        case Part::Latest:
          page_.strong_pair(label(line.part), text, indent);
          break;
        case Part::NoDue:
          while (i + 1 < lines.size() && lines[i + 1].part == line.part) {
            text += "\n" + words_.say(lines[++i].message);
          }
          page_.pair(due.empty() ? label(line.part) : say(due), text, indent);
          break;
        default:
          page_.pair(label(line.part), text, indent);
      }
    }
  }

  // The title as a label, and the rest beside it.
  void row(Lines item) {
    Phrases values;
    for (const auto& line : item.subspan(1)) {
      const auto text = words_.say(line.message);
      values.push_back(line.part == Part::Condition ? label(line.part) + ": " + text : text);
    }
    page_.pair(words_.say(item.front().message), PolicyWords::joined(values, "\n"));
  }

  void rows(Lines lines) {
    for (const auto item : items_of(lines)) {
      row(item);
    }
  }

  void bullets(Lines lines) {
    for (const auto item : items_of(lines)) {
      Phrases values;
      for (const auto& line : item) {
        const auto text = words_.say(line.message);
        values.push_back(line.part == Part::Condition ? label(line.part) + ": " + text : text);
      }
      page_.bullet(PolicyWords::joined(values, "\n"));
    }
  }

  // What was assumed, what is left to the contract and what the policy leaves open stand under one heading.
  void open(std::string_view name, Lines lines) {
    if (!opened_) {
      page_.heading(say("section.open"));
      opened_ = true;
    }
    if (name == "/notices") {
      bullets(lines);
    } else {
      rows(lines);
    }
  }

  // What the plan has, whatever the ticket is about.
  void plan() {
    const PolicyWords words(catalogue_, policy_);
    page_.heading(words.text(plan_.label));
    page_.paragraph(words.text(plan_.description));
    for (const auto& each : offer_.features) {
      const Feature& feature = each.plan->features[each.row];
      page_.pair(words.text(feature.label), words.feature_value(feature));
    }
  }

  void maintenance() {
    const PolicyWords words(catalogue_, policy_);
    if (!offer_.maintenance.empty()) {
      page_.heading(say("show.maintenance"));
    }
    for (const auto& [row, conditions] : offer_.maintenance) {
      const Maintenance& each = policy_.maintenance[row];
      page_.bullet(PolicyWords::joined({PolicyWords::joined(words.maintenance(each)), words.text(each.text),
                                        only_if(conditions), words.cite(each.cite, true)},
                                       "\n"));
    }
  }

  void responsibilities() {
    const PolicyWords words(catalogue_, policy_);
    if (!offer_.responsibilities.empty()) {
      page_.heading(say("scope.responsibilities"));
    }
    for (const auto& [row, conditions] : offer_.responsibilities) {
      const Responsibility& each = policy_.scope.responsibilities[row];
      page_.pair(catalogue_.word("side", each.side),
                 PolicyWords::joined({words.text(each.text), only_if(conditions), words.cite(each.cite, true)}, "\n"));
    }
  }

  // What is open, after its label.
  std::string only_if(OpenConditions conditions) const {
    const auto open = phrases_.conditions(conditions);
    return open.empty() ? std::string() : label(Part::Condition) + ": " + words_.say(open);
  }

  void sources() {
    const PolicyWords policy_words(catalogue_, policy_);
    page_.heading(say("section.sources"));
    page_.pair(say("sources.policy"),
               say("text.revision", {{"policy", policy_.id},
                                     {"revision", policy_.revision},
                                     {"status", catalogue_.word("policy-status", name_of(policy_.status))}}));
    page_.pair(say("sources.in-force"), policy_words.in_force());
    page_.pair(say("sources.read-on"), policy_words.date(policy_.read_on));
    page_.pair(say("sources.tzdata"), std::string(zone_release()));
    if (policy_.yields_to) {
      page_.pair(say("sources.yields-to"), policy_words.text(policy_.yields_to->text));
    }
    for (const auto& source : policy_.sources) {
      page_.bullet(PolicyWords::joined({source.title, source.date, source.url}, ", "));
    }
    page_.blank();
    page_.paragraph(say("text.more", {{"policy", concat({policy_.id, "@", policy_.revision})}}), 0);
    page_.paragraph(say("page.not-affiliated"), 0);
  }

  const Policy& policy_;
  const Plan& plan_;
  const PolicyPhrases phrases_;
  Arena arena_;
  const Offer offer_;
  std::vector<Line> all_;
  Catalogue catalogue_;
  MessageWords words_;
  TextPage page_;
  bool opened_ = false;
};

}  // namespace

std::string evaluation_text(const AnswerView& answer, sys_seconds now, const PageStyle& style) {
  return EvaluationText(answer, now, style).write();
}

}  // namespace supportcalc
