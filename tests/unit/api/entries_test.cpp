// What a form offers before there is a ticket, by the cases of tests/data/entries.jsonl: the members named are equal.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/shipped.h"

namespace supportcalc {
namespace {

using nlohmann::json;

TEST(Entries, EveryCaseOfTheTable) {
  Calculator calculator(test::shipped_policies());
  const auto lines = test::lines_of(test::read_data("entries.jsonl"));
  for (const auto& line : lines) {
    const auto test = json::parse(line);
    const auto result = json::parse(calculator.entries(test.at("request").dump()));
    ASSERT_TRUE(result.at("ok").get<bool>()) << line << "\n" << result.dump();
    for (const auto& [key, value] : test.at("expect").items()) {
      EXPECT_EQ(result.at(key).dump(), value.dump()) << key << ": " << test.at("why").dump();
    }
  }
  EXPECT_GE(lines.size(), 8U);
}

// A plan has what the plan beneath it has, unless a row of its own says otherwise.
TEST(Entries, OfAPlanThatBuildsOnAnother) {
  const std::string folder = "examples/one-plan-on-another/";
  auto [policies, rejected] = PolicySet::load({{"policy.json", test::read_data(folder + "policy.json")}}, all_checks());
  ASSERT_TRUE(rejected.empty());
  Calculator calculator(std::move(policies));
  const auto levels = [&](std::string_view plan) {
    const json request = {{"policy", "gable"}, {"plan", plan}, {"submitted_at", "2026-04-02T14:30:00Z"}};
    return json::parse(calculator.entries(request.dump())).at("levels").dump();
  };
  EXPECT_EQ(levels("ground"), R"([{"definition":0,"id":"outage","row":0},{"definition":0,"id":"fault","row":1}])");
  // Its own definition of the first, that of the plan beneath of the second, and a level of its own.
  EXPECT_EQ(levels("upper"), R"([{"definition":1,"id":"outage","row":0},{"definition":0,"id":"fault","row":1},)"
                             R"({"definition":null,"id":"advice","row":2}])");
  EXPECT_EQ(levels("shed"), R"([{"definition":null,"id":"fault","row":1}])");
}

TEST(Entries, SayWhatIsMissing) {
  Calculator calculator(test::shipped_policies());
  const auto result = json::parse(calculator.entries(R"({"policy": "acme", "submitted_at": "2026-04-02T14:30:00Z"})"));
  EXPECT_EQ(result.at("diagnostics").at(0).at("code"), "request.policy.unknown");
}

}  // namespace
}  // namespace supportcalc
