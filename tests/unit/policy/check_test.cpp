// What the loader and the validator say of a policy's parts taken together.
#include "policy/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "api/api.h"
#include "api/json.h"
#include "base/codes.h"
#include "policy/load.h"
#include "policy/warnings.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

// "code pointer", in the order found.
std::vector<std::string> found(const Diagnostics& problems) {
  std::vector<std::string> result;
  for (const auto& problem : problems) {
    result.push_back(std::string(code_id(problem.code)) + " " + problem.pointer);
  }
  return result;
}

const Json& complete() {
  static const Json json = Json::parse(test::read_data("complete/policy.json"));
  return json;
}

Diagnostics problems_of(const Json& policy) {
  const auto loaded = load_policy(policy.dump(), all_checks());
  return loaded ? Diagnostics() : loaded.diagnostics();
}

// A policy with one source, and what else `members` says.
Json small_policy(const Json& members) {
  Json policy = Json::parse(R"({
    "id": "small", "revision": "1", "title": "Small", "vendor": {"name": "Small"},
    "in_force_from": null, "in_force_until": null, "read_on": "2026-01-01", "sources": [{"id": "page", "title": "Page"}],
    "plans": [{"id": "basic", "label": "Basic", "cite": {"source": "page"}},
              {"id": "plus", "label": "Plus", "builds_on": "basic", "cite": {"source": "page"}}],
    "targets": [{"kind": "first-response", "plans": ["basic"], "commitment": "best-effort", "cite": {"source": "page"}}],
    "escalation": {"status": "not-stated", "cite": {"source": "page"}}})");
  policy.update(members);
  return policy;
}

std::vector<std::string> sense_of(const Json& policy) {
  const auto loaded = load_policy(policy.dump(), all_checks());
  if (!loaded) {
    ADD_FAILURE() << Json(found(loaded.diagnostics())).dump();
    return {};
  }
  std::vector<std::string> result;
  for (const auto& warning : warnings_of(loaded->value)) {
    result.push_back(std::string(warning_id(warning.code)) + " " + warning.pointer);
  }
  return result;
}

// A level that only some options make reachable is no level without a use, and one that a definition for all plans
// overrides is judged by that.
TEST(Sense, JudgesLevelsByTheDefinitionsThatOptionsMakeHold) {
  const Json cite = {{"source", "page"}};
  const Json rule_down = {{"availability", {"down"}}};
  const Json rule_never = {{"all", {rule_down, {{"not", rule_down}}}}};
  const auto level = [&](const char* id, const Json& rule, const Json& definitions) {
    return Json{{"id", id}, {"label", id}, {"rule", rule}, {"definitions", definitions}, {"cite", cite}};
  };
  const Json with_addon = {{"plans", Json::array()},
                           {"when", {{"options", {{"addon", {"yes"}}}}}},
                           {"description", "d"},
                           {"rule", rule_down},
                           {"cite", cite}};
  const Json for_all = {{"plans", Json::array()}, {"description", "d"}, {"rule", rule_never}, {"cite", cite}};
  const Json option = {
      {"id", "addon"}, {"label", "Add-on"}, {"choices", {{{"id", "yes"}, {"label", "Yes"}}}}, {"cite", cite}};
  EXPECT_EQ(sense_of(small_policy(
                {{"options", {option}}, {"severities", {level("high", rule_never, Json::array({with_addon}))}}})),
            std::vector<std::string>{});
  EXPECT_EQ(sense_of(small_policy({{"severities", {level("high", rule_down, Json::array({for_all}))}}})),
            std::vector<std::string>{"policy.severity.unreachable /severities/0"});
}

TEST(Loading, NamesWhatBelongsInAnObjectWithAnUnknownKeyEachOnce) {
  for (const auto& [list, key] : {std::pair{"targets", "amuont"}, {"plans", "lable"}, {"sources", "adress"}}) {
    Json policy = complete();
    policy[list][0][key] = "x";
    const auto problems = problems_of(policy);
    ASSERT_EQ(problems.size(), 1U) << list;
    std::vector<std::string> known;
    std::string name;
    for (const char c : problems[0].parameters.at(1).value + ",") {
      if (c == ',') {
        known.push_back(name);
        name.clear();
      } else if (c != ' ') {
        name += c;
      }
    }
    EXPECT_GT(known.size(), 3U) << list;
    std::sort(known.begin(), known.end());
    EXPECT_EQ(std::adjacent_find(known.begin(), known.end()), known.end()) << problems[0].parameters[1].value;
  }
}

TEST(Loading, AWrongPeriodOfMissesIsOneProblem) {
  const Json policy = small_policy({{"remedies", Json::array({{{"id", "out"},
                                                               {"kind", "miss-count"},
                                                               {"misses", {{"count", 3}, {"per", "fortnight"}}},
                                                               {"cite", {{"source", "page"}}}}})}});
  EXPECT_EQ(found(problems_of(policy)), std::vector<std::string>{"value.not_allowed /remedies/0/misses/per"});
}

// --- ids ---

// Every list of entries with ids; the first entry is put there a second time.
constexpr const char* kListsWithIds[] = {
    "/sources",
    "/options",
    "/options/0/choices",
    "/assumptions",
    "/hours",
    "/hours/0/extra_holidays",
    "/questions",
    "/questions/0/values",
    "/plans",
    "/plans/1/features",
    "/severities",
    "/targets/0/readings",
    "/escalation/steps",
    "/escalation/steps/0/readings",
    "/channels",
    "/scope/topics",
    "/scope/maturities",
    "/remedies",
    "/remedies/0/readings",
    "/ticket",
    "/lifecycle",
    "/maintenance",
    "/facts",
    "/ambiguities",
};

// "/plans/1/features" has the form "/plans/#/features".
void collect_lists_with_ids(const Json& json, const std::string& form, std::vector<std::string>& forms) {
  if (json.is_array()) {
    if (!json.empty() && json.front().is_object() && json.front().contains("id")) {
      forms.push_back(form);
    }
    for (const auto& each : json) {
      collect_lists_with_ids(each, form + "/#", forms);
    }
  } else if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      collect_lists_with_ids(value, form + "/" + key, forms);
    }
  }
}

TEST(CheckIds, TheSameIdTwiceInAListIsReported) {
  ASSERT_TRUE(problems_of(complete()).empty());
  for (const char* list : kListsWithIds) {
    Json policy = complete();
    Json& entries = policy.at(Json::json_pointer(list));
    const std::size_t position = entries.size();
    const Json first = entries.front();
    entries.push_back(first);
    const auto problems = found(problems_of(policy));
    const auto expected = "id.duplicate " + std::string(list) + "/" + std::to_string(position) + "/id";
    EXPECT_NE(std::find(problems.begin(), problems.end(), expected), problems.end())
        << list << ": " << Json(problems).dump();
  }
}

// The table above leaves no list out: the complete policy has one of each.
TEST(CheckIds, TheTableHasEveryListOfThePolicyFormat) {
  std::vector<std::string> forms;
  collect_lists_with_ids(complete(), "", forms);
  std::vector<std::string> tested;
  for (std::string list : kListsWithIds) {
    std::replace_if(
        list.begin(), list.end(), [](char c) { return c >= '0' && c <= '9'; }, '#');
    tested.push_back(list);
  }
  for (const auto& form : forms) {
    EXPECT_NE(std::find(tested.begin(), tested.end(), form), tested.end()) << form;
  }
}

TEST(CheckIds, EntriesThatHoldForOthersMayShareAnId) {
  for (const char* list : {"/channels", "/scope/topics", "/remedies", "/escalation/steps"}) {
    Json policy = complete();
    Json& entries = policy.at(Json::json_pointer(list));
    Json other = entries.front();
    other["plans"] = Json::array({complete().at("plans").front().at("id")});
    entries.push_back(other);
    EXPECT_TRUE(problems_of(policy).empty()) << list << ": " << Json(found(problems_of(policy))).dump();
  }
}

TEST(CheckIds, AQuestionIsNotOneOfTheCommonOnes) {
  Json policy = complete();
  Json question = policy.at("questions").front();
  question["id"] = "workaround";
  policy["questions"].push_back(question);
  const auto problems = found(problems_of(policy));
  EXPECT_NE(std::find(problems.begin(), problems.end(), "id.duplicate /questions/1/id"), problems.end())
      << Json(problems).dump();
}

TEST(CheckIds, AnAnswerThatARuleNamesIsPointedAtWhereItStands) {
  const Json levels = Json::parse(R"({"severities": [{"id": "high", "label": "High", "cite": {"source": "page"},
    "rule": {"any": [{"availability": ["down"]}, {"not": {"all": [{"environment": ["production", "moon"]}]}},
                     {"mood": ["bad"]}]}}]})");
  const std::vector<std::string> expected = {"id.unknown /severities/0/rule/any/1/not/all/0/environment/1",
                                             "id.unknown /severities/0/rule/any/2/mood"};
  EXPECT_EQ(found(problems_of(small_policy(levels))), expected);
}

// --- plans that build on others ---

TEST(CheckSense, ATargetOfTheBaseIsATargetOfThePlan) {
  EXPECT_TRUE(sense_of(small_policy(Json::object())).empty());
  Json apart = small_policy(Json::object());
  apart["plans"][1].erase("builds_on");
  EXPECT_EQ(sense_of(apart), std::vector<std::string>{"policy.plan.no_target /plans/1"});
}

// "Low" is decided for Plus only, by the level it has from Basic and a definition of its own.
TEST(CheckSense, ALevelOfTheBaseIsReachedByThePlan) {
  const Json levels = Json::parse(R"({"severities": [
    {"id": "high", "label": "High", "plans": ["basic"], "rule": {"availability": ["down"]}, "cite": {"source": "page"}},
    {"id": "low", "label": "Low", "plans": ["basic"], "rule": {"availability": ["down"]},
     "definitions": [{"plans": ["plus"], "rule": {"not": {"availability": ["down"]}}, "cite": {"source": "page"}}],
     "cite": {"source": "page"}}]})");
  EXPECT_TRUE(sense_of(small_policy(levels)).empty());
  Json apart = small_policy(levels);
  apart["plans"][1].erase("builds_on");
  apart["targets"][0].erase("plans");
  const std::vector<std::string> unreachable{"policy.severity.unreachable /severities/0",
                                             "policy.severity.unreachable /severities/1",
                                             "policy.definition.unreachable /severities/1/definitions/0"};
  EXPECT_EQ(sense_of(apart), unreachable);
}

TEST(CheckSense, AnOptionOfTheBaseIsAnOptionOfThePlan) {
  const Json option = Json::parse(R"({
    "options": [{"id": "region", "label": "Region", "plans": ["basic"],
                 "choices": [{"id": "east", "label": "East"}, {"id": "west", "label": "West"}], "cite": {"source": "page"}}],
    "targets": [{"kind": "first-response", "commitment": "target", "amount": {"value": 1, "unit": "business-hours"},
                 "hours": {"option": "region", "cases": {"east": "early", "west": "late"}}, "cite": {"source": "page"}}],
    "hours": [
      {"id": "early", "label": "Early", "time_zone": "UTC", "holidays": "none",
       "windows": [{"days": ["mon"], "open": "06:00", "close": "12:00"}], "cite": {"source": "page"}},
      {"id": "late", "label": "Late", "time_zone": "UTC", "holidays": "none",
       "windows": [{"days": ["mon"], "open": "12:00", "close": "18:00"}], "cite": {"source": "page"}}]})");
  auto [policies, rejected] = PolicySet::load({{"small", small_policy(option).dump()}}, all_checks());
  ASSERT_TRUE(rejected.empty());
  Calculator calculator(std::move(policies));
  const auto result = Json::parse(calculator.evaluate(
      R"({"policy": "small", "plan": "plus", "submitted_at": "2026-11-02T00:00:00Z", "options": {"region": "west"}})"));
  ASSERT_TRUE(result.at("ok").get<bool>()) << result.dump();
  EXPECT_EQ(result.at("targets").at(0).at("due").at("at"), "2026-11-02T13:00:00Z");
  EXPECT_EQ(result.at("options").at(0).at("value"), "west");
}

// Twelve questions have more answers than can be tried: nothing is said of levels that were not reached in time.
TEST(CheckSense, GivesUpOnRulesOfTooManyAnswers) {
  Json policy = small_policy(Json::object());
  Json all = Json::array();
  for (int i = 0; i < 12; ++i) {
    const std::string id = "q" + std::to_string(i);
    Json values = Json::array();
    for (int k = 0; k < 10; ++k) {
      values.push_back({{"id", "v" + std::to_string(k)}, {"label", "V"}});
    }
    policy["questions"].push_back({{"id", id}, {"label", "Q"}, {"values", values}, {"cite", {{"source", "page"}}}});
    all.push_back({{id, {"v9"}}});
  }
  policy["severities"] = {
      {{"id", "rare"}, {"label", "Rare"}, {"rule", {{"all", all}}}, {"cite", {{"source", "page"}}}}};
  EXPECT_TRUE(sense_of(policy).empty());
}

// --- warnings, and what is none ---

TEST(Warnings, ARowBehindOneOfItsBaseThatIsForTheSameNeverHolds) {
  // Plus says itself what it says twice; what Basic says holds for Basic.
  const Json twice = Json::parse(R"({"targets": [
    {"kind": "first-response", "plans": ["plus"], "commitment": "best-effort", "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["basic"], "commitment": "none", "cite": {"source": "page"}},
    {"kind": "first-response", "plans": ["plus"], "commitment": "not-stated", "cite": {"source": "page"}}]})");
  EXPECT_EQ(sense_of(small_policy(twice)), std::vector<std::string>{"policy.target.unreachable /targets/2"});
}

TEST(Warnings, AConditionWithinAnEarlierOneNeverHolds) {
  const Json option = Json::parse(R"([{"id": "region", "label": "Region", "cite": {"source": "page"},
    "choices": [{"id": "east", "label": "East"}, {"id": "west", "label": "West"}]}])");
  const auto row = [](const Json& regions) {
    return Json{{"kind", "first-response"},
                {"when", {{"options", {{"region", regions}}}}},
                {"commitment", "best-effort"},
                {"cite", {{"source", "page"}}}};
  };
  EXPECT_EQ(sense_of(small_policy({{"options", option}, {"targets", {row({"east", "west"}), row({"east"})}}})),
            std::vector<std::string>{"policy.target.unreachable /targets/1"});
  EXPECT_EQ(sense_of(small_policy({{"options", option}, {"targets", {row({"*"}), row({"east"})}}})),
            std::vector<std::string>{"policy.target.unreachable /targets/1"});
  EXPECT_EQ(sense_of(small_policy({{"options", option}, {"targets", {row({"east"}), row({"east", "west"})}}})),
            std::vector<std::string>{});
}

// "Three ways to count days times two ends are six": the ways to count come on top of the policy's own readings.
TEST(Warnings, ReadingsAreCountedWithoutTheWaysToCountDays) {
  Json policy = small_policy(Json::object());
  policy["hours"] =
      Json::parse(R"([{"id": "office", "label": "Office", "time_zone": "Europe/Zurich", "holidays": "none",
    "windows": [{"days": ["mon"], "open": "09:00", "close": "17:00"}], "cite": {"source": "page"}}])");
  Json readings = Json::array();
  for (int i = 0; i < 8; ++i) {
    readings.push_back({{"id", "r" + std::to_string(i)}});
  }
  policy["targets"][0] = {{"kind", "first-response"},
                          {"commitment", "target"},
                          {"amount", {{"min", 1}, {"max", 2}, {"unit", "business-days"}}},
                          {"hours", "office"},
                          {"readings", readings},
                          {"cite", {{"source", "page"}}}};
  EXPECT_EQ(found(problems_of(policy)), std::vector<std::string>{});
  policy["targets"][0]["readings"].push_back({{"id", "r8"}});
  EXPECT_EQ(found(problems_of(policy)),
            std::vector<std::string>{"policy.target.too_many_readings /targets/0/readings"});
}

TEST(Warnings, ZonesAreLookedAtWhereverTheyStand) {
  Json policy = complete();
  for (const auto& [place, zone] :
       {std::pair{"/time_zone", "EST"}, {"/hours/0/time_zone", "Etc/GMT+1"}, {"/maintenance/0/time_zone", "MET"}}) {
    policy[Json::json_pointer(place)] = zone;
  }
  policy["assumptions"].push_back(Json::parse(
      R"({"id": "clock", "type": "time-zone", "default": "HST", "choices": ["HST", "MST", "Asia/Dubai", "UTC"],
          "why": "w", "cite": {"source": "terms"}})"));
  policy["assumptions"].back()["cite"]["source"] = policy["sources"][0]["id"];
  const auto n = std::to_string(policy["assumptions"].size() - 1);
  std::vector<std::string> zones;
  for (const auto& warning : sense_of(policy)) {
    if (warning.starts_with("zone.")) {
      zones.push_back(warning);
    }
  }
  std::vector<std::string> expected = {"zone.fixed_offset /time_zone", "zone.fixed_offset /hours/0/time_zone",
                                       "zone.abbreviation /maintenance/0/time_zone",
                                       "zone.fixed_offset /assumptions/" + n + "/default",
                                       "zone.fixed_offset /assumptions/" + n + "/choices/1"};
  EXPECT_EQ(zones, expected);
}

TEST(Warnings, AMinuteIsShortInOpeningsChoicesAndDefaults) {
  Json policy = small_policy(Json::object());
  policy["assumptions"] = Json::parse(
      R"([{"id": "day", "type": "window", "default": "00:00-23:59", "choices": ["00:00-24:00"], "why": "w", "cite": {"source": "page"}}])");
  policy["hours"] =
      Json::parse(R"([{"id": "office", "label": "Office", "time_zone": "Europe/Zurich", "holidays": "none",
    "windows": [{"days": ["mon"], "times": {"assumption": "day"}}],
    "openings": [{"date": "2026-12-24", "open": "09:00", "close": "23:59", "cite": {"source": "page"}}], "cite": {"source": "page"}}])");
  policy["targets"][0]["hours"] = "office";
  policy["targets"][0]["commitment"] = "target";
  policy["targets"][0]["amount"] = {{"value", 1}, {"unit", "business-hours"}};
  const std::vector<std::string> expected = {"policy.hours.minute_short /hours/0/openings/0/close",
                                             "policy.hours.minute_short /assumptions/0/default"};
  EXPECT_EQ(sense_of(policy), expected);
}

TEST(Warnings, TheSameIsSaidOnce) {
  Warnings warnings;
  const Place whole;
  const Place list = whole.to("hours");
  warn(warnings, WarningCode::PolicyHoursUnused, list, {{"id", "a"}});
  warn(warnings, WarningCode::PolicyHoursUnused, list, {{"id", "a"}});
  warn(warnings, WarningCode::PolicyHoursUnused, list, {{"id", "b"}});
  EXPECT_EQ(warnings.size(), 2U);
}

// --- hostile documents ---

TEST(CheckLimits, ProblemsBeyondTheLimitAreSummedUpInTheLast) {
  Json policy = small_policy(Json::object());
  for (int i = 0; i < 400; ++i) {
    policy["facts"].push_back({{"id", "f"}, {"topic", "gossip"}, {"cite", {{"source", "nowhere"}}}});
  }
  const auto problems = problems_of(policy);
  ASSERT_EQ(problems.size(), kMostDiagnostics + 1);
  EXPECT_EQ(problems.back().code, Code::DiagnosticsTooMany);
  EXPECT_EQ(problems.back().pointer, "");
  EXPECT_EQ(std::count_if(problems.begin(), problems.end(),
                          [](const Diagnostic& each) { return each.code == Code::DiagnosticsTooMany; }),
            1);
}

TEST(CheckLimits, AsManyProblemsAsTheLimitAreAllListed) {
  Json policy = small_policy(Json::object());
  for (std::size_t i = 0; i < kMostDiagnostics; ++i) {
    policy["ticket"].push_back({{"id", "t" + std::to_string(i)}, {"label", "T"}, {"cite", {{"source", "nowhere"}}}});
  }
  const auto problems = problems_of(policy);
  ASSERT_EQ(problems.size(), kMostDiagnostics);
  EXPECT_EQ(problems.back().code, Code::IdUnknown);
}

TEST(CheckLimits, SoAreThoseOfARequest) {
  Calculator calculator(PolicySet::load({{"small", small_policy(Json::object()).dump()}}, all_checks()).policies);
  Json request{{"policy", "small"}, {"plan", "basic"}, {"submitted_at", "2026-01-01T00:00:00Z"}};
  for (int i = 0; i < 1000; ++i) {
    request["impact"]["x" + std::to_string(i)] = "y";
  }
  const auto result = Json::parse(calculator.evaluate(request.dump()));
  EXPECT_EQ(result.at("diagnostics").size(), kMostDiagnostics + 1);
  EXPECT_EQ(result.at("diagnostics").back().at("code"), "diagnostics.too_many");
}

// Every problem beneath a key repeats it.
TEST(CheckLimits, KeysAreShort) {
  Json policy = small_policy(Json::object());
  policy["presumed"][std::string(201, 'x')] = 1;
  EXPECT_EQ(found(problems_of(policy)), std::vector<std::string>{"value.too_long /presumed/" + std::string(64, 'x')});
}

// --- names of policies ---

TEST(PolicyNames, ARevisionThatIsNotThereIsAnsweredWithThoseThatAre) {
  Json second = small_policy(Json::object());
  second["revision"] = "2";
  Calculator calculator(
      PolicySet::load({{"first", small_policy(Json::object()).dump()}, {"second", second.dump()}}, all_checks())
          .policies);
  const std::pair<const char*, const char*> names[] = {
      {"small@", R"(There is no revision "" of "small".)"},
      {"small@3", R"(There is no revision "3" of "small".)"},
  };
  for (const auto& [name, message] : names) {
    const Json comparison{{"policy", name}, {"submitted_at", "2026-01-01T00:00:00Z"}};
    Json request = comparison;
    request["plan"] = "basic";
    for (const auto& answer : {calculator.evaluate(request.dump()), calculator.compare(comparison.dump())}) {
      const auto result = Json::parse(answer);
      ASSERT_FALSE(result.at("ok").get<bool>()) << name;
      const auto& problem = result.at("diagnostics").at(0);
      EXPECT_EQ(problem.at("code"), "request.revision.unknown") << name;
      EXPECT_EQ(problem.at("pointer"), "/policy");
      EXPECT_EQ(problem.at("message"), message);
      EXPECT_EQ(problem.at("hint"), "Known are: 1, 2.");
    }
  }
}

}  // namespace
}  // namespace supportcalc
