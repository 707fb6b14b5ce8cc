#include "policy/policy.h"

#include <algorithm>

namespace supportcalc {
namespace {

Facet common_facet(std::string id, std::initializer_list<const char*> values) {
  Facet facet{std::move(id), {}, {}};
  for (const char* value : values) {
    facet.values.push_back({value, {}});
  }
  return facet;
}

}  // namespace

std::string_view Text::in(std::string_view language) const {
  for (const auto& [name, text] : by_language) {
    if (name == language) {
      return text;
    }
  }
  return by_language.empty() ? std::string_view() : std::string_view(by_language.front().second);
}

bool Selector::covers_plan(std::string_view plan) const { return plans.empty() || contains(plans, plan); }

bool Selector::covers_severity(std::string_view severity) const {
  return severities.empty() || contains(severities, severity);
}

const std::vector<Facet>& common_facets() {
  static const std::vector<Facet> kFacets = {
      common_facet("request",
                   {"incident", "question", "feature-request", "documentation", "security-report", "billing"}),
      common_facet("environment", {"production", "non-production"}),
      common_facet("availability", {"down", "severely-degraded", "degraded", "minor", "unaffected"}),
      common_facet("affected", {"all", "some", "one"}),
      common_facet("core_function", {"yes", "no"}),
      common_facet("workaround", {"none", "costly", "acceptable"}),
      common_facet("business_critical", {"yes", "no"}),
  };
  return kFacets;
}

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

bool open_to(const Ids& plans, const std::vector<const Plan*>& lineage) {
  return plans.empty() ||
         std::any_of(lineage.begin(), lineage.end(), [&plans](const Plan* plan) { return contains(plans, plan->id); });
}

const Facet* Policy::facet(std::string_view facet_id) const {
  const Facet* own = find_by_id(questions, facet_id);
  return own != nullptr ? own : find_by_id(common_facets(), facet_id);
}

}  // namespace supportcalc
