// Every code of an error or a warning: an input that triggers it and nothing else, complete words, and a section in
// docs/diagnostics.md that shows them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "api/audit.h"
#include "api/json.h"
#include "api/warning_words.h"
#include "base/codes.h"
#include "calendar/business_clock.h"
#include "calendar/holidays.h"
#include "policy/check.h"
#include "policy/load.h"
#include "policy/warnings.h"
#include "report/compare.h"
#include "support/codes.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

// One problem as it is printed.
struct Printed {
  std::string code;
  std::string pointer;
  std::string message;
  std::string hint;
};

Printed printed(const Diagnostic& diagnostic) {
  const auto words = explain(diagnostic);
  return {std::string(code_id(diagnostic.code)), diagnostic.pointer, words.message, words.hint};
}

Printed printed(const Warning& warning) {
  const auto words = explain(warning);
  return {std::string(warning_id(warning.code)), warning.pointer, words.message, words.hint};
}

template <class List>
std::vector<Printed> printed(const List& found) {
  std::vector<Printed> result;
  for (const auto& each : found) {
    result.push_back(printed(each));
  }
  return result;
}

template <class T>
Diagnostics problems_of(const Result<T>& result) {
  return result ? Diagnostics() : result.diagnostics();
}

const Json& table() {
  static const Json json = Json::parse(test::read_data("diagnostics/cases.json"));
  return json;
}

// A value that would be too long to write down.
void expand_placeholders(Json& patch) {
  for (auto& step : patch) {
    if (step.contains("value") && step.at("value") == "$long") {
      step["value"] = std::string(kLongestText + 1, 'x');
    } else if (step.contains("value") && step.at("value") == "$list") {
      step["value"] = Json::array();
      for (std::size_t i = 0; i <= kLongestList; ++i) {
        step["value"].push_back({{"id", "r" + std::to_string(i)}, {"month", 1}, {"day", 1}});
      }
    } else if (step.contains("value") && step.at("value") == "$fill") {
      step["value"] = Json::array();
      for (std::size_t i = 0; i < kLongestList; ++i) {
        const std::string n = std::to_string(i);
        step["value"].push_back(
            {{"id", "t" + n}, {"label", "FILL: " + n}, {"note", "FILL: " + n}, {"cite", {{"source", "page"}}}});
      }
    }
  }
}

Json patched(const char* document, const Json& test, const char* key) {
  Json patch = test.value(key, Json::array());
  expand_placeholders(patch);
  return table().at(document).patch(patch);
}

std::string text_of(const char* document, const Json& test) {
  if (test.contains("text")) {
    return test.at("text").get<std::string>();
  }
  if (!test.contains("repeat")) {
    return patched(document, test, "patch").dump();
  }
  const auto& repeat = test.at("repeat");
  auto text = repeat.at("before").get<std::string>();
  for (int i = 0; i < repeat.at("times").get<int>(); ++i) {
    text += repeat.at("what").get<std::string>();
  }
  return text + repeat.at("after").get<std::string>();
}

// The few problems no document can have.
Diagnostics from_function(std::string_view code) {
  if (code == code_id(Code::AmountNegative)) {
    const Hours hours{*find_zone("UTC", ""), {{date::Monday, std::chrono::hours{9}, std::chrono::hours{17}}}, {}};
    return BusinessClock::make(hours)->add(kFirstInstant, seconds{-1}).diagnostics();
  }
  if (code == code_id(Code::CalendarRulesTooMany)) {
    return check_holiday_rules(std::vector<HolidayRule>(kMaxHolidayRules + 1), "/rules");
  }
  Json other = table().at("policy");
  other["id"] = "other";
  const auto set = PolicySet::load({{"calendar", table().at("calendar").dump()},
                                    {"policy", table().at("policy").dump()},
                                    {"other", other.dump()}},
                                   all_checks())
                       .policies;
  if (code == code_id(Code::RequestCompareSeverity)) {
    std::vector<CompareSubject> subjects;
    for (const auto& policy : set.policies()) {
      subjects.push_back({{&policy, Revision::Fit::InForce}, false});
    }
    Ticket ticket;
    ticket.submitted_at = kFirstInstant;
    ticket.severity = "urgent";
    return compare(set, subjects, ticket, {}, Kind::FirstResponse).diagnostics();
  }
  ADD_FAILURE() << "no function gives " << code;
  return {};
}

// What a table of tickets under acme's gold plan has.
std::vector<Printed> problems_of_table(const Json& test) {
  const Calculator calculator(
      PolicySet::load({{"calendar", table().at("calendar").dump()}, {"policy", table().at("policy").dump()}},
                      all_checks())
          .policies);
  const Json options = {{"policy", "acme"}, {"plan", "gold"}, {"mapping", test.value("mapping", Json::object())}};
  AuditSession session(calculator, options.dump());
  session.add(test.at("example").get<std::string>());
  const auto answer = Json::parse(session.end());
  Json found = answer.value("diagnostics", Json::array());
  for (const auto& row : answer.value("rows", Json::array())) {
    for (const auto& problem : row.value("problems", Json::array())) {
      found.push_back(problem);
    }
  }
  std::vector<Printed> problems;
  for (const auto& each : found) {
    problems.push_back({each.at("code").get<std::string>(), each.at("pointer").get<std::string>(),
                        each.at("message").get<std::string>(), each.at("hint").get<std::string>()});
  }
  return problems;
}

Warnings warnings_in(const std::string& text) {
  const auto loaded = load_policy(text, all_checks());
  EXPECT_TRUE(loaded.ok()) << text;
  Warnings warnings = loaded ? warnings_of(loaded->value) : Warnings();
  if (const auto json = parse_json(text, kPolicyLimits)) {
    warn_of_texts(**json, warnings);
  }
  return warnings;
}

Warning from_command(const Json& test) {
  for (const auto code : test::all_warnings()) {
    if (warning_id(code) == test.at("code").get<std::string>()) {
      Warning warning{code, test.at("pointer").get<std::string>(), {}};
      for (const auto& [name, value] : test.at("parameters").items()) {
        warning.parameters.push_back({name, value.get<std::string>()});
      }
      return warning;
    }
  }
  ADD_FAILURE() << test.dump();
  return {};
}

std::vector<Printed> problems_of(const Json& test) {
  const auto kind = test.at("in").get<std::string>();
  if (kind == "function") {
    return printed(from_function(test.at("code").get<std::string>()));
  }
  if (kind == "table") {
    return problems_of_table(test);
  }
  if (kind == "calendar") {
    return printed(problems_of(load_calendar(text_of("calendar", test), all_checks())));
  }
  if (kind == "extending") {  // the calendar of the table
    const auto base = *load_calendar(table().at("calendar").dump(), all_checks());
    return printed(problems_of(
        load_calendar(*parse_json(text_of("calendar", test), kPolicyLimits), all_checks(), {&base.value, 1})));
  }
  if (kind == "policy") {
    return printed(problems_of(load_policy(text_of("policy", test), all_checks())));
  }
  if (kind == "warnings") {
    return printed(warnings_in(text_of("policy", test)));
  }
  if (kind == "command") {  // which shows beside other files: tests/cli/policies.test.mjs triggers these
    return printed(Warnings{from_command(test)});
  }
  std::vector<Document> documents = {{"calendar", table().at("calendar").dump()},
                                     {"policy", patched("policy", test, "policy_patch").dump()}};
  if (kind == "policies") {
    documents.push_back({"other", text_of("policy", test)});
  }
  auto [policies, rejected] = PolicySet::load(documents, all_checks());
  if (kind == "policies") {
    return rejected.empty() ? std::vector<Printed>() : printed(rejected.back().problems);
  }
  EXPECT_TRUE(rejected.empty()) << test.dump();
  Calculator calculator(std::move(policies), test.value("without_messages", false) ? nullptr : messages_of);
  const auto result = Json::parse(calculator.evaluate(text_of("request", test)));
  std::vector<Printed> problems;
  for (const auto& each : result.value("diagnostics", Json::array())) {
    problems.push_back({each.at("code").get<std::string>(), each.at("pointer").get<std::string>(),
                        each.at("message").get<std::string>(), each.at("hint").get<std::string>()});
  }
  return problems;
}

TEST(Diagnostics, TheDocumentsOfTheTableAreSound) {
  auto [policies, rejected] = PolicySet::load(
      {{"calendar", table().at("calendar").dump()}, {"policy", table().at("policy").dump()}}, all_checks());
  for (const auto& document : rejected) {
    for (const auto& problem : printed(document.problems)) {
      ADD_FAILURE() << problem.code << " " << problem.pointer << " " << problem.message;
    }
  }
  for (const auto& warning : printed(warnings_in(table().at("policy").dump()))) {
    ADD_FAILURE() << warning.code << " " << warning.pointer << " " << warning.message;
  }
  const auto result = Json::parse(Calculator(std::move(policies)).evaluate(table().at("request").dump()));
  EXPECT_TRUE(result.at("ok").get<bool>()) << result.dump();
}

TEST(Diagnostics, EveryCaseTriggersItsCodeAndNoOther) {
  for (const auto& test : table().at("cases")) {
    const auto code = test.at("code").get<std::string>();
    const auto also = test.value("also", std::vector<std::string>());
    int found = 0;
    for (const auto& problem : problems_of(test)) {
      if (problem.code != code) {
        EXPECT_NE(std::find(also.begin(), also.end(), problem.code), also.end())
            << code << " came with " << problem.code << " " << problem.pointer << ": " << problem.message;
        continue;
      }
      if (test.contains("pointer") && found == 0) {
        EXPECT_EQ(problem.pointer, test.at("pointer").get<std::string>()) << code;
      }
      ++found;
    }
    EXPECT_TRUE(found == 1 || (found > 1 && !also.empty())) << code << " was found " << found << " times";
  }
}

TEST(Diagnostics, EveryCodeHasACase) {
  std::set<std::string> tested;
  for (const auto& test : table().at("cases")) {
    tested.insert(test.at("code").get<std::string>());
  }
  for (const auto& id : test::all_ids()) {
    EXPECT_EQ(tested.count(id), 1U) << id << " has no case in tests/data/diagnostics/cases.json";
  }
  EXPECT_EQ(tested.size(), test::all_ids().size());
}

// Each `{parameter}` of a message is given, so none is left empty.
TEST(Diagnostics, WordsAreComplete) {
  for (const auto& test : table().at("cases")) {
    for (const auto& problem : problems_of(test)) {
      for (const auto& text : {problem.message, problem.hint}) {
        EXPECT_FALSE(text.empty()) << problem.code;
        for (const char* gap : {"{", "}", "\"\"", "  ", ": .", " .", ", ."}) {
          EXPECT_EQ(text.find(gap), std::string::npos) << problem.code << ": " << text;
        }
      }
    }
  }
}

// One section per code, headed by the code, with the message and the hint of its case as they are printed.
TEST(Diagnostics, DocumentationShowsWhatIsPrinted) {
  const std::string page = test::read_policy("../docs/diagnostics.md");
  std::map<std::string, std::string> sections;
  std::string code;
  for (const auto& line : test::lines_of(page)) {
    if (line.rfind("### `", 0) == 0) {
      code = line.substr(5, line.size() - 6);
      EXPECT_TRUE(sections.emplace(code, "").second) << code << " has two sections";
    } else if (!code.empty()) {
      sections[code] += line + "\n";
    }
  }
  for (const auto& id : test::all_ids()) {
    EXPECT_EQ(sections.count(id), 1U) << "docs/diagnostics.md has no section for " << id;
    EXPECT_NE(page.find("<a id=\"" + id + "\"></a>"), std::string::npos) << id << " has no anchor";
  }
  EXPECT_EQ(sections.size(), test::all_ids().size());
  for (const auto& test : table().at("cases")) {
    const auto id = test.at("code").get<std::string>();
    for (const auto& problem : problems_of(test)) {
      if (problem.code == id) {
        const std::string shown = "> " + problem.message + "\n> " + problem.hint + "\n";
        EXPECT_NE(sections[id].find(shown), std::string::npos) << id << " should show\n" << shown;
        break;
      }
    }
  }
}

}  // namespace
}  // namespace supportcalc
