#include "report/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/api.h"
#include "api/json.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

// Two vendors: one that promises by level, one that has no levels and promises nothing but to some.
constexpr const char* kAcme = R"({
  "id": "acme", "revision": "2024", "title": "Acme", "vendor": {"name": "Acme", "url": "https://acme.example"},
  "status": "published", "in_force_from": "2024-01-01", "read_on": "2026-01-01",
  "sources": [{"id": "page", "title": "Support"}],
  "options": [{"id": "hours", "label": "Hours", "plans": ["gold"],
               "integer": {"min": 1, "max": 99, "unit": "hours"}, "cite": {"source": "page"}}],
  "plans": [{"id": "basic", "label": "Basic", "support": "full", "cite": {"source": "page"}},
            {"id": "gold", "label": "Gold", "support": "full", "cite": {"source": "page"}},
            {"id": "open", "label": "Open", "support": "full", "cite": {"source": "page"}}],
  "severities": [
    {"id": "high", "label": "High", "description": "Down.", "rule": {"availability": ["down"]},
     "cite": {"source": "page"}},
    {"id": "low", "label": "Low", "description": "Not down.", "rule": {"not": {"availability": ["down"]}},
     "plans": ["basic", "gold"], "cite": {"source": "page"}}],
  "targets": [
    {"kind": "first-response", "plans": ["basic"], "severities": ["high"], "commitment": "target",
     "amount": {"value": 8, "unit": "hours"}, "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["basic"], "severities": ["low"], "commitment": "best-effort",
     "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["gold"], "severities": ["high"], "commitment": "guarantee",
     "amount": {"min": 1, "max": 10, "unit": "hours"}, "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["gold"], "severities": ["low"], "commitment": "objective",
     "amount": {"value": 24, "unit": "hours"}, "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["open"], "commitment": "objective",
     "amount": {"value": 2, "unit": "hours"}, "cite": {"source": "page"}}],
  "escalation": {"status": "none", "steps": [], "cite": {"source": "page"}}, "channels": [], "scope": {},
  "remedies": [], "remedies_status": {"status": "not-stated", "cite": {"source": "page"}}})";

constexpr const char* kBolt = R"({
  "id": "bolt", "revision": "1", "title": "Bolt", "vendor": {"name": "Bolt", "url": "https://bolt.example"},
  "status": "published", "in_force_from": "2024-01-01", "read_on": "2026-01-01",
  "sources": [{"id": "page", "title": "Support"}],
  "plans": [{"id": "free", "label": "Free", "support": "community", "cite": {"source": "page"}},
            {"id": "hopeful", "label": "Hopeful", "support": "full", "cite": {"source": "page"}},
            {"id": "none", "label": "None", "support": "none", "cite": {"source": "page"}},
            {"id": "pro", "label": "Pro", "support": "full", "cite": {"source": "page"}}],
  "severities": [],
  "targets": [
    {"kind": "first-response", "plans": ["free"], "commitment": "best-effort", "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["hopeful"], "commitment": "aspiration",
     "amount": {"value": 1, "unit": "minutes"}, "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["none"], "commitment": "not-offered", "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["pro"], "commitment": "target",
     "amount": {"value": 12, "unit": "hours"}, "cite": {"source": "page"}}],
  "escalation": {"status": "none", "steps": [], "cite": {"source": "page"}}, "channels": [], "scope": {},
  "remedies": [], "remedies_status": {"status": "not-stated", "cite": {"source": "page"}}})";

Json compare(const Json& request, const std::vector<Document>& documents = {{"acme", kAcme}, {"bolt", kBolt}}) {
  auto [policies, rejected] = PolicySet::load(documents, all_checks());
  for (const auto& document : rejected) {
    for (const auto& problem : document.problems) {
      ADD_FAILURE() << document.name << " " << code_id(problem.code) << " " << problem.pointer;
    }
  }
  return Json::parse(Calculator(std::move(policies)).compare(request.dump()));
}

Json request(const Json& more) {
  Json json = {{"policy", "*"}, {"submitted_at", "2026-04-02T12:00:00Z"}};
  json.update(more);
  return json;
}

// "1 promised acme/gold 13:00-22:00", one line for each row; "-" for a single moment, "?" for none.
std::vector<std::string> lines(const Json& result) {
  std::vector<std::string> lines;
  for (const auto& row : result.value("rows", Json::array())) {
    std::string line = row.at("rank").is_null() ? "-" : row.at("rank").dump();
    line += " " + row.at("rank_group").get<std::string>() + " ";
    line += row.at("result").at("policy").at("id").get<std::string>() + "/";
    line += row.at("result").at("plan").at("id").get<std::string>();
    if (!row.at("due").is_null()) {
      const auto day_and_time = [&row](const char* key) {
        return row.at("due").at(key).get<std::string>().substr(8, 8);
      };
      line += " " + day_and_time("earliest");
      line += row.at("due").at("earliest") == row.at("due").at("latest") ? "" : "-" + day_and_time("latest");
    }
    lines.push_back(line);
  }
  return lines;
}

Json column(const Json& result, const char* key) {
  Json values;
  for (const auto& row : result.at("rows")) {
    values.push_back(row.at(key));
  }
  return values;
}

std::string code_of(const Json& result) {
  return result.at("ok").get<bool>() ? "ok" : result.at("diagnostics").at(0).at("code").get<std::string>();
}

using Lines = std::vector<std::string>;

TEST(Compare, SortsWhatIsPromisedByTheLatestMomentAndTheRestBehind) {
  const auto result = compare(request({{"impact", {{"availability", "down"}}}}));
  EXPECT_EQ(lines(result), (Lines{"1 promised acme/open 02T14:00", "2 promised acme/basic 02T20:00",
                                  "3 promised acme/gold 02T13:00-02T22:00", "4 promised bolt/pro 03T00:00",
                                  "- aspired bolt/hopeful 02T12:01", "- unpromised bolt/free", "- absent bolt/none"}));
  EXPECT_TRUE(result.at("strengths_differ").get<bool>());
  // Gold may be sooner than all others, or later than two.
  EXPECT_EQ(column(result, "surely_sooner"), (Json{0, 1, 0, 3, nullptr, nullptr, nullptr}));
}

TEST(Compare, RanksPromisesByHowFirmTheyAreAndNotByTime) {
  const auto result = compare(request({{"impact", {{"availability", "down"}}}}));
  // An objective, a target, a guarantee and a target; an aspiration, best effort, nothing.
  EXPECT_EQ(column(result, "promise_rank"), (Json{2, 3, 1, 3, 5, 6, 7}));
}

TEST(Compare, ShowsTheSpanOverAllLevelsItMayBe) {
  const auto result = compare(request({{"policy", "acme"}, {"impact", {{"availability", "unknown"}}}}));
  EXPECT_EQ(lines(result), (Lines{"1 promised acme/open 02T14:00", "2 promised acme/gold 02T13:00-03T12:00",
                                  "- partial acme/basic 02T20:00"}));
  const auto& gold = result.at("rows").at(1);
  EXPECT_TRUE(gold.at("due").at("at").is_null());
  EXPECT_EQ(gold.at("result").at("severity").at("status"), "unclear");
  EXPECT_EQ(gold.at("result").at("severity").at("candidates"), (Json{"high", "low"}));
}

TEST(Compare, TakesALevelWithinOnePolicy) {
  const auto result = compare(request({{"policy", {"acme@2024"}}, {"severity", "low"}}));
  EXPECT_EQ(lines(result), (Lines{"1 promised acme/gold 03T12:00", "- unpromised acme/basic", "- absent acme/open"}));
  EXPECT_EQ(result.at("rows").at(2).at("dropped"), (Json{{{"what", "severity"}, {"id", "low"}}}));
}

TEST(Compare, RefusesALevelAcrossPolicies) {
  EXPECT_EQ(code_of(compare(request({{"severity", "high"}}))), "request.compare.severity");
}

TEST(Compare, LeavesOutWhatAPolicyHasNoPlaceForAndSaysSo) {
  const auto result =
      compare(request({{"impact", {{"availability", "down"}, {"workaround", "none"}}}, {"options", {{"hours", 3}}}}));
  for (const auto& row : result.at("rows")) {
    Json expected = Json::array();
    const auto plan = row.at("result").at("plan").at("id").get<std::string>();
    if (plan != "gold") {
      expected.push_back({{"what", "option"}, {"id", "hours"}});
    }
    if (row.at("result").at("policy").at("id") == "bolt") {
      expected.push_back({{"what", "facet.not-asked"}, {"id", "availability"}});
    }
    expected.push_back({{"what", "facet.not-asked"}, {"id", "workaround"}});
    EXPECT_EQ(row.at("dropped"), expected) << plan;
  }
}

// Acme with a list of what it covers.
std::vector<Document> with_scope() {
  auto acme = Json::parse(kAcme);
  const Json page = {{"source", "page"}};
  const auto topic = [&page](const char* id, const char* verdict) {
    return Json{{"id", id}, {"label", id}, {"verdict", verdict}, {"cite", page}};
  };
  auto forbidden = topic("forbidden", "out");
  forbidden["plans"] = Json::array({"basic"});
  auto elsewhere = topic("forbidden", "in");
  elsewhere["plans"] = Json::array({"gold", "open"});
  auto alpha = topic("alpha", "in");
  alpha["commitment"] = "best-effort";
  acme["scope"] = {{"topics", {forbidden, elsewhere, topic("favour", "courtesy"), topic("if-agreed", "conditional")}},
                   {"maturities", {alpha, topic("stable", "in")}}};
  return {{"acme", acme.dump()}, {"bolt", kBolt}};
}

Lines scoped(const Json& more) {
  auto json = request({{"policy", "acme"}, {"impact", {{"availability", "down"}}}});
  json.update(more);
  return lines(compare(json, with_scope()));
}

TEST(Compare, RanksNoPlanThatDoesNotCoverTheTopic) {
  EXPECT_EQ(scoped({{"topic", "forbidden"}}),
            (Lines{"1 promised acme/open 02T14:00", "2 promised acme/gold 02T13:00-02T22:00", "- absent acme/basic"}));
}

TEST(Compare, CallsNothingPromisedThatIsACourtesyOrBestEffort) {
  const Lines unpromised{"- unpromised acme/basic", "- unpromised acme/gold", "- unpromised acme/open"};
  EXPECT_EQ(scoped({{"topic", "favour"}}), unpromised);
  EXPECT_EQ(scoped({{"maturity", "alpha"}}), unpromised);
}

TEST(Compare, KeepsTheTimeOfWhatIsCoveredOnACondition) {
  EXPECT_EQ(scoped({{"topic", "if-agreed"}, {"maturity", "stable"}}),
            (Lines{"- open acme/open 02T14:00", "- open acme/basic 02T20:00", "- open acme/gold 02T13:00-02T22:00"}));
}

TEST(Compare, LeavesOutATopicThatOnlyOthersKnow) {
  const auto result = compare(request({{"topic", "favour"}, {"maturity", "alpha"}}), with_scope());
  for (const auto& row : result.at("rows")) {
    const bool knows = row.at("result").at("policy").at("id") == "acme";
    const Json left_out = {{{"what", "topic"}, {"id", "favour"}}, {{"what", "maturity"}, {"id", "alpha"}}};
    EXPECT_EQ(row.at("result").at("scope").at("verdict"), knows ? "courtesy" : "not-asked");
    EXPECT_EQ(row.at("dropped"), knows ? Json::array() : left_out);
  }
}

TEST(Compare, RefusesWhatNoPolicyKnows) {
  EXPECT_EQ(code_of(compare(request({{"impact", {{"mood", "bad"}}}}))), "request.facet.unknown");
  EXPECT_EQ(code_of(compare(request({{"impact", {{"availability", "purple"}}}}))), "request.facet.value");
  EXPECT_EQ(code_of(compare(request({{"options", {{"colour", "red"}}}}))), "request.option.unknown");
  EXPECT_EQ(code_of(compare(request({{"options", {{"hours", 100}}}}))), "request.option.value");
  EXPECT_EQ(code_of(compare(request({{"assumptions", {{"time_zone", "UTC"}}}}))), "request.assumption.unknown");
  EXPECT_EQ(code_of(compare(request({{"policy", "nobody"}}))), "request.policy.unknown");
  EXPECT_EQ(code_of(compare(request({{"policy", "acme@1999"}}))), "request.revision.unknown");
  EXPECT_EQ(code_of(compare(request({{"policy", "acme"}, {"severity", "p9"}}))), "request.severity.unknown");
  EXPECT_EQ(code_of(compare(request({{"topic", "tea"}}))), "request.topic.unknown");
  EXPECT_EQ(code_of(compare(request({{"maturity", "ripe"}}))), "request.maturity.unknown");
  EXPECT_EQ(code_of(compare(request({{"kind", "tea"}}))), "value.not_allowed");
  EXPECT_EQ(code_of(compare(request({{"plan", "gold"}}))), "value.unknown_key");
  EXPECT_EQ(code_of(compare(Json::array())), "value.wrong_type");
}

TEST(Compare, RefusesWhatOnlyASingleTicketCanAskFor) {
  EXPECT_EQ(code_of(compare(request({{"include", Json::array({"trace"})}}))), "value.unknown_key");
  EXPECT_EQ(code_of(compare(request({{"target", 0}}))), "value.unknown_key");
}

TEST(Compare, ComparesOtherKinds) {
  const auto result = compare(request({{"kind", "resolution"}}));
  EXPECT_EQ(result.at("rows").size(), 7U);
  for (const auto& row : result.at("rows")) {
    EXPECT_EQ(row.at("rank_group"), "absent");
    EXPECT_TRUE(row.at("result").at("targets").empty());
  }
}

TEST(Compare, SaysWhatFiguresRestOn) {
  // Standard is counted in business hours of which the pages say next to nothing; Premium runs around the clock.
  const auto stakater = compare(
      request(
          {{"policy", "stakater@2026-02-23"}, {"severity", "p2"}, {"assumptions", {{"working_hours", "10:00-18:00"}}}}),
      test::shipped_documents());
  EXPECT_EQ(column(stakater, "rests_on").at(0),
            (Json{{"assumptions", Json::array()}, {"ambiguities", {"st-1", "st-7", "st-11"}}, {"draft", false}}));
  EXPECT_EQ(column(stakater, "rests_on").at(1), (Json{{"assumptions",
                                                       {{{"id", "time_zone"}, {"value", "Europe/Stockholm"}},
                                                        {{"id", "holidays"}, {"value", "none"}},
                                                        {{"id", "working_hours"}, {"value", "10:00-18:00"}}}},
                                                      {"ambiguities", {"st-1", "st-2", "st-5", "st-7", "st-11"}},
                                                      {"draft", false}}));
  // Nothing is said of a fix for vulnerabilities, so nothing is rested on.
  const auto none = compare(request({{"policy", "stakater@2026-02-23"}, {"severity", "p2"}, {"kind", "workaround"}}),
                            test::shipped_documents());
  EXPECT_EQ(column(none, "rests_on").at(0),
            (Json{{"assumptions", Json::array()}, {"ambiguities", Json::array()}, {"draft", false}}));
}

TEST(Compare, RanksNoDraft) {
  const auto result = compare(request({{"policy", "controlplane-flux@2024-06-19"}, {"severity", "level-1"}}),
                              test::shipped_documents());
  EXPECT_EQ(lines(result), (Lines{"- open controlplane-flux/enterprise 02T16:00"}));
  EXPECT_TRUE(column(result, "rests_on").at(0).at("draft").get<bool>());
}

TEST(Compare, AnswersLikeASingleTicketForEveryShippedPlan) {
  const auto documents = test::shipped_documents();
  const Json impact = {{"availability", "down"}, {"environment", "production"}, {"workaround", "none"}};
  const auto result = compare(request({{"impact", impact}}), documents);
  Calculator calculator(PolicySet::load(documents, all_checks()).policies);
  ASSERT_GT(result.at("rows").size(), 10U);
  for (const auto& row : result.at("rows")) {
    const auto& of = row.at("result");
    Json single = {{"policy", of.at("policy").at("id")},
                   {"plan", of.at("plan").at("id")},
                   {"submitted_at", "2026-04-02T12:00:00Z"},
                   {"impact", impact}};
    auto expected = Json::parse(calculator.evaluate(single.dump()));
    Json targets = Json::array();
    for (const auto& target : expected.at("targets")) {
      if (target.at("kind") == "first-response") {
        targets.push_back(target);
      }
    }
    EXPECT_EQ(of.at("targets"), targets) << single.dump();
    EXPECT_EQ(of.at("severity"), expected.at("severity")) << single.dump();
  }
}

}  // namespace
}  // namespace supportcalc
