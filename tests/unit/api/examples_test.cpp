// The worked examples of tests/data/examples: small policies of invented vendors, one folder for each construct that
// breaks simple formats, and some for outcomes, remedies and the fine print. Each line of a cases.jsonl is a request
// and what its result has to contain, worked out by hand or by walking minute by minute, not by the core.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/expectation.h"
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
      {"hours-through-the-year", {"policy.json", "wrenland-north.json", "wrenland.json", "guild.json"}},
      {"events-and-updates", {"policy.json"}},
      {"late-answers", {"policy.json"}},
      {"single-dates", {"policy.json"}},
      {"one-plan-on-another", {"policy.json"}},
      {"fine-print", {"policy.json"}},
  };
  return list;
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
      const auto row = json::parse(line);
      const auto result = json::parse(calculator.evaluate(row.at("request").dump()));
      EXPECT_TRUE(test::holds(row.at("expect"), result))
          << example.folder << ": " << row.at("why").dump() << "\nexpected " << row.at("expect").dump() << "\nactual "
          << result.dump();
    }
  }
}

}  // namespace
}  // namespace supportcalc
