// The contract of DESIGN section 7, on its own example.
#include <gtest/gtest.h>

#include <string>

#include "api/json.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

constexpr const char* kRequest =
    R"({"policy": "zitadel@2023-10-06", "plan": "extended-sla", "severity": "severity-1",
        "submitted_at": "2026-04-02T14:30:00Z", "visitor_time_zone": "Asia/Tokyo"})";

// "management urgent ": the ids of a list, in order.
std::string ids_of(const Json& list) {
  std::string ids;
  for (const auto& each : list) {
    ids += each.at("id").get<std::string>() + " ";
  }
  return ids;
}

TEST(Contract, TheDocumentedRequestHasTheDocumentedResult) {
  Calculator calculator(test::shipped_policies());
  const auto result = Json::parse(calculator.evaluate(kRequest));
  EXPECT_EQ(result.at("ok"), true);
  EXPECT_EQ(result.at("policy").at("id"), "zitadel");
  EXPECT_EQ(result.at("policy").at("revision"), "2023-10-06");
  EXPECT_EQ(result.at("plan"), Json::parse(R"({"id": "extended-sla"})"));
  EXPECT_EQ(result.at("severity").at("id"), "severity-1");
  EXPECT_EQ(result.at("severity").at("status"), "given");
  EXPECT_EQ(result.at("severity").at("candidates"), Json::array());
  EXPECT_EQ(result.at("scope").at("verdict"), "not-asked");
  std::string kinds;
  for (const auto& each : result.at("targets")) {
    kinds += each.at("kind").get<std::string>() + " ";
  }
  ASSERT_EQ(kinds, "first-response update workaround resolution ");
  const auto& target = result.at("targets").at(0);
  EXPECT_EQ(target.at("severity"), "severity-1");
  EXPECT_EQ(target.at("kind"), "first-response");
  EXPECT_EQ(target.at("commitment"), "objective");
  EXPECT_EQ(target.at("amount"), Json::parse(R"({"value": 1, "unit": "business-hours"})"));
  EXPECT_EQ(target.at("starts_at"), "2026-04-02T14:30:00Z");
  EXPECT_EQ(target.at("due"), Json::parse(R"({"at": "2026-04-07T06:30:00Z", "earliest": "2026-04-07T06:30:00Z",
      "latest": "2026-04-07T06:30:00Z", "vendor_local": "2026-04-07T08:30:00+02:00",
      "visitor_local": "2026-04-07T15:30:00+09:00", "vendor_time_zone": "Europe/Zurich"})"));
  EXPECT_EQ(target.at("readings"), Json::array());
  EXPECT_EQ(ids_of(result.at("escalation")), "management urgent ");
  EXPECT_EQ(ids_of(result.at("remedies")), "term-extension term-extension uptime-credit ");
  EXPECT_EQ(ids_of(result.at("channels")), "documentation community email chat phone portal status billing security ");
  EXPECT_EQ(result.at("assumptions"), Json::array());
  EXPECT_EQ(result.at("notices").at(0).at("id"), "revision.outside");
  EXPECT_EQ(result.at("sources"), Json::parse(R"(["seed", "s3", "s5", "s7", "s8"])"));
}

TEST(Contract, EqualRequestsGiveEqualBytesWhateverWasAskedBetween) {
  Calculator calculator(test::shipped_policies());
  const auto first = calculator.evaluate(kRequest);
  const auto lines = test::lines_of(test::read_data("conformance/due.jsonl"));
  for (std::size_t i = 0; i < 100; ++i) {
    calculator.evaluate(Json::parse(lines.at(i)).at("request").dump());
  }
  EXPECT_EQ(calculator.evaluate(kRequest), first);
  EXPECT_EQ(Calculator(test::shipped_policies()).evaluate(kRequest), first);
}

TEST(Contract, EveryProblemOfARequestIsNamedAtOnce) {
  Calculator calculator(test::shipped_policies());
  const auto result = Json::parse(calculator.evaluate(
      R"({"policy": "zitadel@2023-10-06", "plan": "custom", "severity": "p1", "submitted_at": "today", "topik": "x"})"));
  EXPECT_EQ(result.at("ok"), false);
  std::string codes;
  for (const auto& each : result.at("diagnostics")) {
    codes += each.at("code").get<std::string>() + each.at("pointer").get<std::string>() + " ";
  }
  EXPECT_EQ(codes, "instant.malformed/submitted_at value.unknown_key/topik request.severity.unknown/severity ");
}

}  // namespace
}  // namespace supportcalc
