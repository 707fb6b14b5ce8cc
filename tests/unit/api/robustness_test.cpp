// Whatever comes in, a JSON answer comes out: seeded mutations of requests and of the shipped policies.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "api/json.h"
#include "base/concat.h"
#include "policy/check.h"
#include "policy/load.h"
#include "support/random.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

constexpr std::uint64_t kSeed = 404;

constexpr std::string_view kFragments[] = {
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999",
    "0",
    "\\u0000",
    "\xff",
    "\xed\xa0\x80",
    "\"\"",
    "\"*\"",
    "\"unknown\"",
    "\"2026-02-30\"",
    "\"24:00\"",
    "{}",
    "[]",
    "\"always\"",
    "\"not\"",
    "\"2099-12-31T23:59:59Z\"",
    "\"business-days\"",
    "9223372036854775807",
    "-9223372036854775808",
};

// Changes a few bytes or puts something in their place.
std::string mangled(std::string text, test::Random& random) {
  for (std::int64_t i = random.between(1, 4); i > 0 && !text.empty(); --i) {
    const std::size_t at = random.below(text.size());
    switch (random.below(5)) {
      case 0:
        text[at] = static_cast<char>(random.between(0, 255));
        break;
      case 1:
        text.erase(at, random.below(20));
        break;
      case 2:
        text.insert(at, random.pick(kFragments));
        break;
      case 3:
        text.insert(at, text.substr(random.below(text.size()), random.below(60)));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

// Replaces, removes or copies a value somewhere in the tree, so that the text still parses.
void mutate(Json& json, test::Random& random) {
  Json* at = &json;
  while (at->is_structured() && !at->empty() && !random.once_in(5)) {
    auto child = at->begin();
    std::advance(child, static_cast<std::ptrdiff_t>(random.below(at->size())));
    at = &*child;
  }
  switch (random.below(5)) {
    case 0:
      *at = Json::parse(random.pick(kFragments), nullptr, false);
      break;
    case 1:
      *at = random.between(-5, 2'000'000);
      break;
    case 2:
      *at = Json::array({*at, *at});
      break;
    case 3:
      if (at->is_array() && !at->empty()) {
        at->push_back(at->front());
      } else if (at->is_object() && !at->empty()) {
        at->erase(at->begin());
      }
      break;
    default:
      *at = at->is_string() ? Json(at->get<std::string>() + "x") : Json(nullptr);
      break;
  }
  if (at->is_discarded()) {
    *at = nullptr;
  }
}

void expect_answer(const std::string& answer, const std::string& request) {
  const auto json = Json::parse(answer, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << answer << "\nfor " << request;
  ASSERT_TRUE(json.is_object() && json.contains("ok")) << answer;
  if (!json.at("ok").get<bool>()) {
    EXPECT_FALSE(json.at("diagnostics").empty()) << request;
  }
}

TEST(Robustness, RequestsOfAnyShapeAreAnswered) {
  Calculator calculator(test::shipped_policies());
  const auto lines = test::lines_of(test::read_data("conformance/due.jsonl"));
  test::Random random(kSeed);
  for (int i = 0; i < 800 && !HasFailure(); ++i) {
    auto request = Json::parse(random.pick(lines)).at("request");
    if (random.once_in(2)) {
      request["impact"] = {{"availability", "down"}, {"workaround", "unknown"}};
      request["responded_at"] = "2027-01-01T00:00:00Z";
      request["include"] = {"timeline", "cliff", "trace", "week_map"};
    }
    for (std::int64_t k = random.between(0, 3); k > 0; --k) {
      mutate(request, random);
    }
    const auto text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto asked = random.once_in(2) ? text : mangled(text, random);
    SCOPED_TRACE("round " + std::to_string(i) + " of seed " + std::to_string(kSeed));
    expect_answer(calculator.evaluate(asked), asked);
  }
}

TEST(Robustness, PoliciesOfAnyShapeAreLoadedOrRefused) {
  test::Random random(kSeed);
  const auto documents = test::shipped_documents();
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    SCOPED_TRACE("round " + std::to_string(i) + " of seed " + std::to_string(kSeed));
    const auto& original = random.pick(documents);
    Json json = Json::parse(original.text);
    for (std::int64_t k = random.between(1, 4); k > 0; --k) {
      mutate(json, random);
    }
    auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (random.once_in(4)) {
      text = mangled(text, random);
    }
    // The calendars, so that policies can refer to them.
    std::vector<Document> set = {documents[0], documents[1], documents[2], {"mutant", text}};
    auto [policies, rejected] = PolicySet::load(set, all_checks());
    Calculator calculator(std::move(policies));
    for (const auto& document : rejected) {
      EXPECT_FALSE(document.problems.empty());
      EXPECT_FALSE(Json::parse(diagnostics_json(document.problems), nullptr, false).is_discarded());
    }
    for (const auto& policy : calculator.policies().policies()) {
      for (const auto& plan : policy.plans) {
        const Json request = {{"policy", concat({policy.id, "@", policy.revision})},
                              {"plan", plan.id},
                              {"submitted_at", "2026-06-05T15:30:00Z"},
                              {"responded_at", "2026-07-01T00:00:00Z"},
                              {"impact", {{"availability", "down"}}},
                              {"include", {"timeline", "cliff", "trace", "week_map"}}};
        expect_answer(calculator.evaluate(request.dump()), text);
      }
    }
  }
}

}  // namespace
}  // namespace supportcalc
