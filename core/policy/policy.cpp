#include "policy/policy.h"

#include <algorithm>
#include <array>

namespace supportcalc {
namespace {

constexpr std::size_t kAnswerCount = [] {
  std::size_t count = 0;
  for (const auto& facet : kFacetWords) {
    count += facet.answers.size();
  }
  return count;
}();

// The answers of all common facets, one after another.
constexpr auto kCommonAnswers = [] {
  std::array<FacetValue, kAnswerCount> answers;
  std::size_t i = 0;
  for (const auto& facet : kFacetWords) {
    for (const auto& answer : facet.answers) {
      answers[i++].id = answer;
    }
  }
  return answers;
}();

constexpr auto kCommonFacets = [] {
  std::array<Facet, kFacetWords.size()> facets;
  List<FacetValue> rest = kCommonAnswers;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const std::size_t count = kFacetWords[i].answers.size();
    facets[i].id = kFacetWords[i].id;
    facets[i].values = rest.first(count);
    rest = rest.subspan(count);
  }
  return facets;
}();

}  // namespace

std::string_view Text::in(std::string_view language) const {
  for (const auto& [name, text] : by_language) {
    if (name == language) {
      return text;
    }
  }
  return by_language.empty() ? std::string_view() : by_language.front().value;
}

bool Selector::covers_plan(std::string_view plan) const { return plans.empty() || contains(plans, plan); }

bool Selector::covers_severity(std::string_view severity) const {
  return severities.empty() || contains(severities, severity);
}

List<Facet> common_facets() { return kCommonFacets; }

const SeverityDefinition& Severity::for_plan(std::string_view plan) const {
  const auto found = std::find_if(definitions.begin(), definitions.end(),
                                  [plan](const SeverityDefinition& each) { return contains(each.plans, plan); });
  return found == definitions.end() ? definition : *found;
}

std::string_view Channel::availability_for(std::string_view plan) const {
  for (const auto& [id_of_plan, value] : availability) {
    if (id_of_plan == plan) {
      return value;
    }
  }
  return {};
}

std::vector<const Plan*> lineage_of(const Policy& policy, const Plan& plan) {
  std::vector<const Plan*> lineage = {&plan};
  const Plan* base = find_by_id(policy.plans, plan.builds_on);
  while (base != nullptr && std::find(lineage.begin(), lineage.end(), base) == lineage.end()) {
    lineage.push_back(base);
    base = find_by_id(policy.plans, base->builds_on);
  }
  return lineage;
}

bool open_to(Ids plans, const std::vector<const Plan*>& lineage) {
  return plans.empty() ||
         std::any_of(lineage.begin(), lineage.end(), [&plans](const Plan* plan) { return contains(plans, plan->id); });
}

const Facet* Policy::facet(std::string_view facet_id) const {
  const Facet* own = find_by_id(questions, facet_id);
  return own != nullptr ? own : find_by_id(common_facets(), facet_id);
}

}  // namespace supportcalc
