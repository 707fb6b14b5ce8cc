#include "engine/questions.h"

#include <algorithm>

namespace supportcalc {
namespace {

bool answered(const SeverityDecision& decision, const Impact& impact, std::string_view facet) {
  return std::any_of(impact.begin(), impact.end(), [facet](const auto& answer) { return answer.key == facet; }) ||
         std::any_of(decision.facets.begin(), decision.facets.end(),
                     [facet](const UsedFacet& used) { return used.facet == facet && used.implied; });
}

// What the question would bring; nothing where every answer leaves the same levels.
bool weigh(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels, const Impact& impact,
           const std::vector<const Severity*>& now, Question& question) {
  bool matters = false;
  Impact asked = impact;
  asked.push_back({question.facet->id, {}});
  for (const auto& value : question.facet->values) {
    asked.back().value = value.id;
    const auto left = possible_levels(policy, lineage, levels, asked);
    question.remaining += left.size();
    question.narrows = question.narrows || left.size() < now.size();
    matters = matters || left != now;
  }
  return matters;
}

bool presumes(const Policy& policy, std::string_view facet) {
  return std::any_of(policy.presumed.begin(), policy.presumed.end(),
                     [facet](const Presumption& each) { return each.facet == facet; });
}

// Whether `a` leaves fewer levels possible than `b`, over all answers to each on average.
bool decides_more(const Question& a, const Question& b) {
  if (a.presumed != b.presumed) {
    return b.presumed;
  }
  return a.remaining * b.facet->values.size() < b.remaining * a.facet->values.size();
}

}  // namespace

std::vector<Question> open_questions(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                     const Impact& impact, const SeverityDecision& decision) {
  std::vector<Question> questions;
  if (decision.status != SeverityStatus::Unclear) {
    return questions;
  }
  for (const auto& id : facets_asked(policy, levels)) {
    Question question{policy.facet(id), !impact.empty() && presumes(policy, id), false, 0};
    if (!answered(decision, impact, id) && weigh(policy, lineage, levels, impact, decision.candidates, question)) {
      questions.insert(std::upper_bound(questions.begin(), questions.end(), question, decides_more), question);
    }
  }
  return questions;
}

}  // namespace supportcalc
