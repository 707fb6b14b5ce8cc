// What to do now, by the cases of tests/data/next.jsonl: all five policies, worked out by hand from docs/api.md,
// "Next".
#include "engine/next.h"

#include <gtest/gtest.h>

#include "api/json.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

TEST(Next, EveryCaseOfTheTable) {
  Calculator calculator(test::shipped_policies());
  const auto lines = test::lines_of(test::read_data("next.jsonl"));
  for (const auto& line : lines) {
    const auto test = nlohmann::json::parse(line);
    const nlohmann::json result = nlohmann::json::parse(calculator.evaluate(test.at("request").dump()));
    ASSERT_TRUE(result.at("ok").get<bool>()) << line << "\n" << result.dump();
    auto expected = test.at("next");
    if (expected.is_object()) {
      for (const char* key : {"channel", "step", "remedy", "question", "by"}) {
        expected.emplace(key, nullptr);
      }
    }
    EXPECT_EQ(result.at("next"), expected) << line;
  }
  EXPECT_GE(lines.size(), 25U);
}

}  // namespace
}  // namespace supportcalc
