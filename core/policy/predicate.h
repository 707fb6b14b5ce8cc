// Three-valued answers to "does this level fit?": yes, no, or not known.
#ifndef SUPPORTCALC_POLICY_PREDICATE_H_
#define SUPPORTCALC_POLICY_PREDICATE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "policy/severity.h"

namespace supportcalc {

enum class Truth : std::uint8_t { No, Unknown, Yes };

// What a customer observes: one value for each facet that was answered. "unknown" is the same as no answer.
using Impact = std::vector<Keyed<std::string_view>>;

// The answer for a facet, "" when there is none.
std::string_view answer_for(List<Keyed<std::string_view>> impact, std::string_view facet);

// Kleene's logic: a part that is not known leaves the whole unknown only where it would decide it.
//
// Example: {"any": [{"a": ["x"]}, {"b": ["y"]}]} for a = x and no b is Yes; for neither it is Unknown.
Truth evaluate(const Predicate& predicate, const Impact& impact);

// Adds the facets a predicate asks about to `facets`, each once.
void collect_facets(const Predicate& predicate, std::vector<std::string_view>& facets);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_PREDICATE_H_
