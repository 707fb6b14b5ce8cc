// The cases of tests/data/conformance/due.jsonl, whose answers an independent program computed.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/shipped.h"

namespace supportcalc {
namespace {

TEST(DueConformance, EveryCaseOfTheIndependentProgram) {
  Calculator calculator(test::shipped_policies());
  const auto lines = test::lines_of(test::read_data("conformance/due.jsonl"));
  for (const auto& line : lines) {
    const auto test = nlohmann::json::parse(line);
    const auto result = nlohmann::json::parse(calculator.evaluate(test.at("request").dump()));
    ASSERT_TRUE(result.at("ok").get<bool>()) << line << "\n" << result.dump();
    const auto& expected = test.at("expect");
    const auto& target = result.at("targets").at(0);
    EXPECT_EQ(target.at("kind"), expected.at("kind"));
    for (const char* key : {"at", "earliest", "latest"}) {
      EXPECT_EQ(target.at("due").at(key), expected.at(key)) << key << " of " << line << "\n" << target.dump();
    }
  }
  EXPECT_EQ(lines.size(), 400U);
}

}  // namespace
}  // namespace supportcalc
