// What a table of cases expects of a result.
#ifndef SUPPORTCALC_TESTS_SUPPORT_EXPECTATION_H_
#define SUPPORTCALC_TESTS_SUPPORT_EXPECTATION_H_

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

namespace supportcalc::test {

// Whether `actual` holds everything `expected` says: the keys of objects, and the elements of lists in that order,
// perhaps with others between them; of targets there are no others. An empty list means an empty one.
inline bool holds(const nlohmann::json& expected, const nlohmann::json& actual) {
  if (expected.is_object()) {
    return actual.is_object() && std::all_of(expected.items().begin(), expected.items().end(), [&](const auto& item) {
             return actual.contains(item.key()) && holds(item.value(), actual.at(item.key())) &&
                    (item.key() != "targets" || item.value().size() == actual.at(item.key()).size());
           });
  }
  if (expected.is_array() && actual.is_array()) {
    std::size_t found = 0;
    for (const auto& each : actual) {
      if (found < expected.size() && holds(expected[found], each)) {
        ++found;
      }
    }
    return found == expected.size() && (found > 0 || actual.empty());
  }
  return expected == actual;
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_EXPECTATION_H_
