#include "policy/predicate.h"

#include <algorithm>

namespace supportcalc {

std::string_view answer_for(List<Keyed<std::string_view>> impact, std::string_view facet) {
  const auto value = value_of(impact, facet);
  return value == "unknown" ? std::string_view() : value;
}

Truth evaluate(const Predicate& predicate, const Impact& impact) {
  switch (predicate.kind) {
    case Predicate::Kind::Is: {
      const auto answer = answer_for(impact, predicate.facet);
      if (answer.empty()) {
        return Truth::Unknown;
      }
      return contains(predicate.values, answer) ? Truth::Yes : Truth::No;
    }
    case Predicate::Kind::All: {
      Truth all = Truth::Yes;
      for (const auto& part : predicate.parts) {
        all = std::min(all, evaluate(part, impact));
      }
      return all;
    }
    case Predicate::Kind::Any: {
      Truth any = Truth::No;
      for (const auto& part : predicate.parts) {
        any = std::max(any, evaluate(part, impact));
      }
      return any;
    }
    case Predicate::Kind::Not:
      break;
  }
  const Truth part = predicate.parts.empty() ? Truth::Unknown : evaluate(predicate.parts.front(), impact);
  return part == Truth::Unknown ? part : (part == Truth::Yes ? Truth::No : Truth::Yes);
}

void collect_facets(const Predicate& predicate, std::vector<std::string_view>& facets) {
  if (predicate.kind == Predicate::Kind::Is &&
      std::find(facets.begin(), facets.end(), predicate.facet) == facets.end()) {
    facets.push_back(predicate.facet);
  }
  for (const auto& part : predicate.parts) {
    collect_facets(part, facets);
  }
}

}  // namespace supportcalc
