// What is said of an answer: which messages, with which parameters, and that both faces have words for them.
#include "wording/wording.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/shipped.h"

namespace supportcalc {
namespace {

using nlohmann::json;

// The messages of an answer.
json messages(Calculator& calculator, json request) {
  request["include"] = {"messages"};
  const auto result = json::parse(calculator.evaluate(request.dump()));
  EXPECT_EQ(result.at("ok"), true) << request.dump() << result.dump();
  return result.value("messages", json::array());
}

json zitadel() {
  return {{"policy", "zitadel@2023-10-06"},
          {"plan", "extended-sla"},
          {"severity", "severity-1"},
          {"submitted_at", "2026-04-02T14:30:00Z"}};
}

// The messages about one thing, of one part.
std::vector<json> said(const json& messages, const std::string& about, const std::string& part) {
  std::vector<json> found;
  for (const auto& message : messages) {
    if (message.at("about") == about && message.at("part") == part) {
      found.push_back(message);
    }
  }
  return found;
}

std::vector<std::string> ids(const std::vector<json>& messages) {
  std::vector<std::string> found;
  for (const auto& message : messages) {
    found.push_back(message.at("id").get<std::string>());
  }
  return found;
}

using Ids = std::vector<std::string>;

TEST(Wording, SaysWhenATargetIsDue) {
  Calculator calculator(test::shipped_policies());
  const auto due = said(messages(calculator, zitadel()), "/targets/0", "due");
  ASSERT_EQ(ids(due), Ids{"due.at"});
  EXPECT_EQ(due.front().at("params"), json::parse(R"({"at": {
      "type": "instant", "value": "2026-04-07T06:30:00Z",
      "vendor_local": "2026-04-07T08:30:00+02:00", "vendor_time_zone": "Europe/Zurich"}})"));
}

TEST(Wording, AnEscalationThatNobodyTookIsDueIfItIsTakenNow) {
  Calculator calculator(test::shipped_policies());
  auto request = zitadel();
  request["now"] = "2026-04-02T15:00:00Z";
  const auto all = messages(calculator, request);
  Ids taken;
  for (const auto& message : all) {
    if (message.at("id") == "due.if-taken") {
      taken.push_back(message.at("params").at("from").at("value").at("id").get<std::string>());
    }
    EXPECT_FALSE(message.at("about").get<std::string>().starts_with("/escalation") && message.at("id") == "due.at");
  }
  ASSERT_FALSE(taken.empty());
  EXPECT_EQ(taken.front(), "now");
}

// 26 h 30 of open time is no day and 2 hours.
TEST(Wording, CountsOpenTimeInHours) {
  Calculator calculator(test::shipped_policies());
  auto request = zitadel();
  request["responded_at"] = "2026-04-10T09:00:00Z";
  const auto outcome = said(messages(calculator, request), "/targets/0", "outcome");
  ASSERT_EQ(ids(outcome), Ids{"outcome.missed"});
  EXPECT_EQ(outcome.front().at("params").at("late").at("open"), true);
}

TEST(Wording, UptimeOfAPlanOneBuildsOnCounts) {
  Calculator calculator(test::shipped_policies());
  const auto all = messages(calculator, zitadel());
  bool promised = false;
  for (const auto& message : all) {
    promised = promised || message.at("id") == "remedy.promise";
  }
  EXPECT_TRUE(promised);
}

// One level is possible, and still it is open: the title says which.
TEST(Wording, NamesTheLevelOfADueWhileItIsOpen) {
  Calculator calculator(test::shipped_policies());
  const auto all = messages(calculator, {{"policy", "controlplane-flux@2026-07-24"},
                                         {"plan", "cpef-10"},
                                         {"impact", {{"environment", "production"}, {"availability", "down"}}},
                                         {"submitted_at", "2026-11-23T15:30:00Z"}});
  EXPECT_EQ(ids(said(all, "/targets/0", "title")), Ids{"target.for-level"});
  const auto condition = said(all, "/targets/0", "condition");
  ASSERT_EQ(condition.size(), 1U);
  EXPECT_NE(condition.front().dump().find("condition.channel"), std::string::npos) << condition.front().dump();
  EXPECT_EQ(condition.front().dump().find("condition.level"), std::string::npos) << condition.front().dump();
}

// Every place of a text is one of the policy's document, and every id has words in every language.
class Checked {
 public:
  explicit Checked(const json& policy) : policy_(policy) {}

  void message(const json& message) {
    const auto id = message.at("id").get<std::string>();
    EXPECT_TRUE(english_.contains(id)) << id;
    EXPECT_TRUE(german_.contains(id)) << id;
    for (const auto& [name, parameter] : message.at("params").items()) {
      this->parameter(parameter);
    }
  }

 private:
  void parameter(const json& parameter) {
    const auto type = parameter.at("type").get<std::string>();
    const auto& value = parameter.at("value");
    if (type == "text") {
      const json::json_pointer pointer(value.get<std::string>());
      ASSERT_TRUE(policy_.contains(pointer)) << value.dump();
      EXPECT_TRUE(policy_.at(pointer).is_string() || policy_.at(pointer).contains("en")) << value.dump();
    } else if (type == "cite") {
      EXPECT_TRUE(policy_.contains(json::json_pointer(value.get<std::string>()))) << value.dump();
    } else if (type == "id") {
      const auto key = value.at("family").get<std::string>() + "." + value.at("id").get<std::string>();
      EXPECT_TRUE(german_.contains(key)) << key;
    } else if (type == "amount") {
      EXPECT_TRUE(german_.contains("unit." + value.at("unit").get<std::string>())) << value.dump();
    } else if (type == "list") {
      for (const auto& part : value) {
        message(part);
      }
    }
  }

  const json& policy_;
  json english_ = json::parse(test::read_policy("../web/strings/en.json"));
  json german_ = json::parse(test::read_policy("../web/strings/de.json"));
};

TEST(Wording, OfEveryShippedPlanAndLevelHasWordsAndPlaces) {
  Calculator calculator(test::shipped_policies());
  for (const auto& path : test::shipped_paths()) {
    const auto policy = json::parse(test::read_policy(path));
    if (!policy.contains("plans")) {
      continue;
    }
    Checked checked(policy);
    const auto name = policy.at("id").get<std::string>() + "@" + policy.at("revision").get<std::string>();
    for (const auto& plan : policy.at("plans")) {
      json request{{"policy", name}, {"plan", plan.at("id")}, {"submitted_at", "2026-04-02T14:30:00Z"}};
      for (const auto& message : messages(calculator, request)) {
        checked.message(message);
      }
      for (const auto& level : policy.value("severities", json::array())) {
        if (level.contains("plans") && level.at("plans") != json::array({plan.at("id")})) {
          continue;
        }
        request["severity"] = level.at("id");
        request["responded_at"] = "2026-04-09T14:30:00Z";
        for (const auto& message : messages(calculator, request)) {
          checked.message(message);
        }
      }
    }
  }
}

}  // namespace
}  // namespace supportcalc
