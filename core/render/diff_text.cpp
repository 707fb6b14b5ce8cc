#include "render/diff_text.h"

#include <array>

#include "policy/names.h"
#include "render/policy_words.h"

namespace supportcalc {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 10> kHeadings = {
    "show.plans",    "show.levels", "show.targets", "show.hours",  "show.escalation",
    "show.channels", "show.scope",  "show.credits", "show.ticket", "show.lifecycle"};

// Puts the parts of one revision into words.
class Side {
 public:
  Side(const Catalogue& catalogue, const Policy& policy) : words_(catalogue, policy) {}

  const PolicyWords& words() const { return words_; }

  std::string shown(std::string_view what, const DiffValue& value) const {
    if (value.text.empty()) {
      return words_.say("show.none-stated");
    }
    const auto text =
        std::visit([&](const auto& piece) { return std::string(this->piece(what, value, piece)); }, value.shown);
    return text.empty() ? value.text : text;
  }

 private:
  static std::string piece(std::string_view, const DiffValue& value, const std::monostate&) { return value.text; }
  std::string piece(std::string_view what, const DiffValue&, const CatalogueWord& word) const {
    return what == "bound" ? words_.bounded(word.id, "…") : words_.word(word.family, word.id);
  }
  std::string piece(std::string_view, const DiffValue&, const Text* text) const { return words_.text(*text); }
  std::string piece(std::string_view, const DiffValue&, const Amount* amount) const { return words_.amount(*amount); }
  std::string piece(std::string_view, const DiffValue&, const Predicate* rule) const { return words_.rule(*rule); }
  std::string piece(std::string_view, const DiffValue&, const Selector* where) const { return words_.selector(*where); }
  std::string piece(std::string_view what, const DiffValue&, const HoursDefinition* hours) const {
    if (what != "windows") {
      return words_.hours(*hours);
    }
    HoursDefinition windows;
    windows.windows = hours->windows;
    return hours->always ? words_.say("diff.always") : words_.hours(windows);
  }
  std::string piece(std::string_view what, const DiffValue&, const Choice* choice) const {
    const auto text = what == "hours" ? words_.hours_choice(*choice) : words_.value(*choice);
    return what == "holidays" ? words_.word("calendar", text) : text;
  }
  std::string piece(std::string_view, const DiffValue& value, const Promise* promise) const {
    const auto amount = promise->amount ? words_.bounded(promise->bound, words_.amount(*promise->amount)) : "";
    const auto text = PolicyWords::joined({amount, words_.word("commitment", name_of(promise->commitment))}, " · ");
    return text.empty() ? value.text : text;
  }

  PolicyWords words_;
};

// What a change is about: "Gold, Severity 1, First response: amount".
std::string subject(const Change& change, const Side& side) {
  const PolicyWords& words = side.words();
  Phrases parts;
  if (change.label != nullptr) {
    parts.emplace_back(words.text(*change.label));
  }
  if (change.section != Section::Plans || change.label == nullptr || change.id.find('/') != std::string::npos) {
    parts.emplace_back(change.plan.empty() ? "" : words.plan_label(change.plan));
  }
  if (change.section == Section::Targets) {
    parts.emplace_back(change.severity.empty() ? "" : words.level_label(change.severity));
    parts.emplace_back(words.word("kind", change.target));
    parts.emplace_back(change.where == nullptr ? "" : words.condition(change.where->when));
  }
  auto text = PolicyWords::joined(parts);
  text = text.empty() ? change.id : text;
  return change.what.empty() ? text : text + ": " + words.word("part", change.what);
}

}  // namespace

std::string diff_text(const Policy& before, const Policy& after, const std::vector<Change>& changes,
                      const PageStyle& style) {
  const Catalogue catalogue(style.language);
  const Side old(catalogue, before);
  const Side now(catalogue, after);
  TextPage page(style.bold);
  page.heading(concat({before.id, "@", before.revision, " → ", after.id, "@", after.revision}));
  page.paragraph(changes.empty() ? catalogue.say("diff.none")
                                 : catalogue.say("diff.changes", {{"count", changes.size()}}));
  TableRows rows;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Change& change = changes[i];
    if (rows.empty()) {
      page.heading(catalogue.say(kHeadings[static_cast<std::size_t>(change.section)]));
      rows.push_back({catalogue.say("diff.what"), catalogue.say("diff.before"), catalogue.say("diff.after")});
    }
    const bool removed = change.kind == ChangeKind::Removed;
    rows.push_back(
        {subject(change, removed ? old : now),
         change.kind == ChangeKind::Added ? catalogue.say("diff.new") : old.shown(change.what, change.before),
         removed ? catalogue.say("diff.gone") : now.shown(change.what, change.after)});
    if (i + 1 == changes.size() || changes[i + 1].section != change.section) {
      page.table(rows);
      rows.clear();
    }
  }
  return page.text();
}

}  // namespace supportcalc
