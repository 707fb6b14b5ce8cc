#include "policy/policy.h"

#include <algorithm>

namespace supportcalc {
namespace {

constexpr FacetValue kRequests[] = {{"incident", {}},      {"question", {}},        {"feature-request", {}},
                                    {"documentation", {}}, {"security-report", {}}, {"billing", {}}};
constexpr FacetValue kEnvironments[] = {{"production", {}}, {"non-production", {}}};
constexpr FacetValue kAvailabilities[] = {
    {"down", {}}, {"severely-degraded", {}}, {"degraded", {}}, {"minor", {}}, {"unaffected", {}}};
constexpr FacetValue kAffected[] = {{"all", {}}, {"some", {}}, {"one", {}}};
constexpr FacetValue kWorkarounds[] = {{"none", {}}, {"costly", {}}, {"acceptable", {}}};
constexpr FacetValue kYesOrNo[] = {{"yes", {}}, {"no", {}}};

constexpr Facet kCommonFacets[] = {
    {"request", {}, kRequests},          {"environment", {}, kEnvironments}, {"availability", {}, kAvailabilities},
    {"affected", {}, kAffected},         {"core_function", {}, kYesOrNo},    {"workaround", {}, kWorkarounds},
    {"business_critical", {}, kYesOrNo},
};

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
