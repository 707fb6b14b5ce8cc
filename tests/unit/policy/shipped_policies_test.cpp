// Every shipped policy is sound, its levels answer the impacts as its table expects, and what was once said wrongly
// of a text is said rightly.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/concat.h"
#include "policy/warnings.h"
#include "support/expectation.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

TEST(ShippedPolicies, HaveNoProblemsAndNoWarnings) {
  const auto set = test::shipped_policies();
  EXPECT_EQ(set.policies().size() + set.calendars().size(), test::shipped_paths().size());
  for (const auto& policy : set.policies()) {
    for (const auto& warning : warnings_of(policy)) {
      ADD_FAILURE() << policy.id << "@" << policy.revision << " " << warning_id(warning.code) << " " << warning.pointer;
    }
  }
}

TEST(ShippedPolicies, ImpactTablesAnswerAsExpected) {
  Calculator calculator(test::shipped_policies());
  for (const auto& policy : calculator.policies().policies()) {
    if (policy.severities.empty()) {
      continue;
    }
    const std::string name = concat({policy.id, "@", policy.revision});
    const auto lines = test::lines_of(test::read_data("impacts/" + name + ".jsonl"));
    EXPECT_GE(lines.size(), 15U) << name;
    for (const auto& line : lines) {
      const auto row = nlohmann::json::parse(line);
      const nlohmann::json request = {{"policy", name},
                                      {"plan", row.at("plan")},
                                      {"impact", row.at("impact")},
                                      {"submitted_at", "2026-02-03T10:00:00Z"}};
      const auto result = nlohmann::json::parse(calculator.evaluate(request.dump()));
      ASSERT_TRUE(result.at("ok").get<bool>()) << line << "\n" << result.dump();
      for (const auto& [key, value] : row.at("expect").items()) {
        EXPECT_EQ(result.at("severity").at(key), value) << name << " " << line << "\n" << result.at("severity").dump();
      }
    }
  }
}

TEST(ShippedPolicies, AnswerAsTheirTextsSay) {
  Calculator calculator(test::shipped_policies());
  for (const auto& line : test::lines_of(test::read_data("texts.jsonl"))) {
    const auto row = nlohmann::json::parse(line);
    const auto result = nlohmann::json::parse(calculator.evaluate(row.at("request").dump()));
    EXPECT_TRUE(test::holds(row.at("expect"), result))
        << row.at("why").dump() << "\nexpected " << row.at("expect").dump() << "\nactual " << result.dump();
  }
}

}  // namespace
}  // namespace supportcalc
