// The worked examples of tests/data/examples: small policies of invented vendors, one folder for each construct that
// breaks simple formats, and some for outcomes, remedies and the fine print. Each line of a cases.jsonl is a request
// and what its result has to contain, worked out by hand or by walking minute by minute, not by the core.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/shipped.h"

namespace supportcalc {
namespace {

using nlohmann::json;

struct Example {
  std::string folder;
  std::vector<std::string> documents;
};

const std::vector<Example>& examples() {
  static const std::vector<Example> list = {
      {"channel-decides-clock", {"policy.json"}},
      {"hours-by-severity-and-region", {"policy.json"}},
      {"windows-over-midnight", {"policy.json"}},
      {"weekends-stop-the-clock", {"policy.json"}},
      {"zone-not-stated", {"policy.json"}},
      {"contract-settles-hours", {"policy.json"}},
      {"words-and-ranges", {"policy.json"}},
      {"levels-by-product", {"no-levels.json", "two-levels.json", "by-product.json"}},
      {"no-level-fits", {"policy.json"}},
      {"two-revisions", {"2025-03-01.json", "2026-02-01.json"}},
      {"holiday-rules", {"policy.json", "calendar.json"}},
      {"late-answers", {"policy.json"}},
      {"single-dates", {"policy.json"}},
      {"one-plan-on-another", {"policy.json"}},
      {"fine-print", {"policy.json"}},
  };
  return list;
}

// Whether `actual` holds everything `expected` says: the keys of objects, and the elements of lists in that order,
// perhaps with others between them; of targets there are no others. An empty list means an empty one.
bool holds(const json& expected, const json& actual) {
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

TEST(Examples, EveryCaseOfEveryExample) {
  for (const auto& example : examples()) {
    const std::string folder = "examples/" + example.folder + "/";
    auto documents = test::shipped_documents();
    for (const auto& name : example.documents) {
      documents.push_back({name, test::read_data(folder + name)});
    }
    auto [policies, rejected] = PolicySet::load(documents, all_checks());
    Calculator calculator(std::move(policies));
    for (const auto& document : rejected) {
      ADD_FAILURE() << folder << document.name << ": " << diagnostics_json(document.problems);
    }
    const auto lines = test::lines_of(test::read_data(folder + "cases.jsonl"));
    EXPECT_GE(lines.size(), 4U) << folder;
    for (const auto& line : lines) {
      const auto test = json::parse(line);
      const auto result = json::parse(calculator.evaluate(test.at("request").dump()));
      EXPECT_TRUE(holds(test.at("expect"), result)) << example.folder << ": " << test.at("why").dump() << "\nexpected "
                                                    << test.at("expect").dump() << "\nactual " << result.dump();
    }
  }
}

}  // namespace
}  // namespace supportcalc
