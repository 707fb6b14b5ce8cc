#include "render/rests_on_words.h"

#include "policy/names.h"

namespace supportcalc {

std::string rests_on_count(const Catalogue& catalogue, const RestsOn& rests_on) {
  Phrases parts;
  const auto count = [&](std::string_view key, std::size_t number) {
    if (number > 0) {
      parts.push_back(catalogue.say(key, {{"count", number}}));
    }
  };
  count("rests-on.assumptions", rests_on.assumptions.size());
  count("rests-on.ambiguities", rests_on.ambiguities.size());
  return parts.empty() ? std::string() : catalogue.say("rests-on.beside", {{"parts", PolicyWords::joined(parts)}});
}

std::string rests_on_words(const PolicyWords& words, const RestsOn& rests_on) {
  const Policy& policy = words.policy();
  Phrases lines;
  if (rests_on.draft) {
    lines.push_back(words.word("policy-status", name_of(Status::Draft)));
  }
  Phrases assumed;
  for (const auto& [id, value] : rests_on.assumptions) {
    if (const auto* assumption = find_by_id(policy.assumptions, id)) {
      assumed.push_back(
          concat({words.assumption_label(*assumption), ": ", words.assumption_value(*assumption, value)}));
    }
  }
  if (!assumed.empty()) {
    lines.push_back(concat({words.say("open.assumed"), ": ", PolicyWords::joined(assumed, "; ")}));
  }
  Phrases open;
  for (const auto* ambiguity : rests_on.ambiguities) {
    open.push_back(words.text(ambiguity->text));
  }
  if (!open.empty()) {
    lines.push_back(
        concat({words.say("open.unclear", {{"count", open.size()}}), ": ", PolicyWords::joined(open, " ")}));
  }
  return PolicyWords::joined(lines, "\n");
}

}  // namespace supportcalc
