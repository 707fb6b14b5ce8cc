#include "policy/policy.h"

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

List<Facet> common_facets() { return kCommonFacets; }

const Facet* Policy::facet(std::string_view facet_id) const {
  const Facet* own = find_by_id(questions, facet_id);
  return own != nullptr ? own : find_by_id(common_facets(), facet_id);
}

}  // namespace supportcalc
