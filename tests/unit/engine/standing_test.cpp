// How far each target and step is owed, and on what it depends, by the cases of tests/data/standing.jsonl: all five
// policies, worked out by hand from docs/api.md, "Standing".
#include "engine/standing.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/shipped.h"

namespace supportcalc {
namespace {

using nlohmann::json;

// [[kind, level, standing, [[kind, id, values, state], ...]], ...]
json targets_of(const json& result) {
  json targets = json::array();
  for (const auto& target : result.at("targets")) {
    json conditions = json::array();
    for (const auto& each : target.at("conditions")) {
      conditions.push_back({each.at("kind"), each.at("id"), each.at("values"), each.at("state")});
    }
    targets.push_back({target.at("kind"), target.at("severity"), target.at("standing"), conditions});
  }
  return targets;
}

// [[id, standing], ...]
json steps_of(const json& result) {
  json steps = json::array();
  for (const auto& step : result.at("escalation")) {
    steps.push_back(json::array({step.at("id"), step.at("standing")}));
  }
  return steps;
}

TEST(Standing, EveryCaseOfTheTable) {
  Calculator calculator(test::shipped_policies());
  const auto lines = test::lines_of(test::read_data("standing.jsonl"));
  for (const auto& line : lines) {
    const auto test = json::parse(line);
    const auto result = json::parse(calculator.evaluate(test.at("request").dump()));
    ASSERT_TRUE(result.at("ok").get<bool>()) << line << "\n" << result.dump();
    EXPECT_EQ(targets_of(result).dump(), test.at("targets").dump()) << test.at("why").dump();
    if (test.contains("escalation")) {
      EXPECT_EQ(steps_of(result).dump(), test.at("escalation").dump()) << test.at("why").dump();
    }
  }
  EXPECT_GE(lines.size(), 15U);
}

TEST(Standing, OutOfScopeKeepsTheAmountAndSaysWhyThereIsNoDue) {
  Calculator calculator(test::shipped_policies());
  const json request = {{"policy", "zitadel@2023-10-06"},
                        {"plan", "extended-sla"},
                        {"severity", "severity-1"},
                        {"topic", "consulting"},
                        {"submitted_at", "2026-04-02T14:30:00Z"}};
  const auto result = json::parse(calculator.evaluate(request.dump()));
  const auto& target = result.at("targets").at(0);
  EXPECT_EQ(target.at("amount"), (json{{"value", 1}, {"unit", "business-hours"}}));
  EXPECT_TRUE(target.at("due").is_null());
  EXPECT_EQ(target.at("reason"), "out-of-scope");
}

// ControlPlane opens a Severity 1 by phone alone: whoever reads its hour has to know so, also while the level is open.
TEST(Standing, ADueNamesTheChannelItTakes) {
  Calculator calculator(test::shipped_policies());
  const auto first_responses = [&calculator](json request) {
    request.update({{"policy", "controlplane-flux@2026-07-24"},
                    {"plan", "cpef-10"},
                    {"submitted_at", "2026-11-23T15:30:00Z"},
                    {"options", {{"region", "emea-gmt"}}}});
    json found = json::object();
    const auto result = json::parse(calculator.evaluate(request.dump()));
    for (const auto& target : result.at("targets")) {
      if (target.at("kind") == "first-response") {
        found[target.at("severity").get<std::string>()] = target.value("required_channels", json::array());
      }
    }
    return found;
  };
  const json phone = {"phone"};
  const json any = json::array();
  EXPECT_EQ(first_responses({{"severity", "severity-1"}}).dump(), json({{"severity-1", phone}}).dump());
  EXPECT_EQ(first_responses({{"severity", "severity-2"}}).dump(), json({{"severity-2", any}}).dump());
  EXPECT_EQ(first_responses({{"impact", {{"environment", "production"}}}}).at("severity-1").dump(), phone.dump());
  // By email the condition says that it is not met.
  EXPECT_EQ(first_responses({{"severity", "severity-1"}, {"channel", "email"}}).dump(),
            json({{"severity-1", any}}).dump());
}

}  // namespace
}  // namespace supportcalc
