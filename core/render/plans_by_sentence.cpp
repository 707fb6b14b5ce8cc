#include "render/plans_by_sentence.h"

#include <algorithm>

#include "render/policy_words.h"

namespace supportcalc {

void PlansBySentence::add(const Policy& policy, const Plan& plan, std::string sentence) {
  if (sentence.empty()) {
    return;
  }
  const auto same = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) {
    return group.policy == &policy && group.sentence == sentence;
  });
  Group& group = same == groups_.end() ? groups_.emplace_back(Group{&policy, {}, std::move(sentence)}) : *same;
  if (std::find(group.plans.begin(), group.plans.end(), &plan) == group.plans.end()) {
    group.plans.push_back(&plan);
  }
}

void PlansBySentence::write(std::string_view heading, std::string_view between, const Catalogue& catalogue,
                            TextPage& page) const {
  if (!groups_.empty()) {
    page.subheading(heading);
  }
  for (const auto& group : groups_) {
    const PolicyWords words(catalogue, *group.policy);
    Phrases names{concat({group.policy->id, "@", group.policy->revision})};
    for (const auto* plan : group.plans) {
      names.push_back(words.plan_label(plan->id));
    }
    page.bullet(concat({PolicyWords::joined(names), between, group.sentence}));
  }
}

}  // namespace supportcalc
