#include "report/holes.h"

#include "base/concat.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/severity_decision.h"
#include "policy/load.h"
#include "support/loaded.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

Owned<Policy> policy_with(const std::string& severities, const std::string& rest = "") {
  return test::sound(load_policy(R"({
    "id": "p", "revision": "r", "title": "t", "vendor": {"name": "v"}, "read_on": "2026-01-01",
    "sources": [{"id": "s", "title": "t"}], "plans": [{"id": "a", "label": "A", "cite": {"source": "s"}},
    {"id": "b", "label": "B", "cite": {"source": "s"}}],
    "escalation": {"status": "none", "cite": {"source": "s"}}, "severities": [)" +
                                     severities + "]" + rest + "}",
                                 all_checks()));
}

std::string level(const std::string& id, const std::string& rule, const std::string& rest = "") {
  return R"({"id": ")" + id + R"(", "label": "x", "rule": )" + rule + rest + R"(, "cite": {"source": "s"}})";
}

// "environment=production workaround=none,costly: high low [ambiguity]"
std::string text(const Hole& hole) {
  std::string result;
  for (const auto& [facet, values] : hole.when) {
    result += (result.empty() ? "" : " ") + std::string(facet) + "=";
    for (const auto& value : values) {
      result += (result.back() == '=' ? "" : ",") + std::string(value);
    }
  }
  result += ":";
  for (const auto* severity : hole.fits) {
    result += concat({" ", severity->id});
  }
  for (const auto* ambiguity : hole.named) {
    result += concat({" [", ambiguity->id, "]"});
  }
  return result;
}

std::vector<std::string> texts(const LevelHoles& found) {
  std::vector<std::string> result;
  for (const auto& hole : found.holes) {
    result.push_back(text(hole));
  }
  return result;
}

TEST(Holes, NoneWhereEveryImpactHasOneLevel) {
  const auto loaded = policy_with(level("high", R"({"availability": ["down"]})") + "," +
                                  level("low", R"({"not": {"availability": ["down"]}})"));
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].variants.size(), 2U);  // both plans have the same levels
  EXPECT_EQ(found[0].combinations, 5U);
  EXPECT_EQ(found[0].decided, 5U);
  EXPECT_TRUE(found[0].holes.empty());
}

TEST(Holes, AsWideAsTheyCanBe) {
  const auto loaded =
      policy_with(level("high", R"({"all": [{"environment": ["production"]}, {"availability": ["down"]}]})") + "," +
                  level("low", R"({"availability": ["minor", "unaffected"]})"));
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "a");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].combinations, 10U);
  EXPECT_EQ(found[0].decided, 5U);
  EXPECT_EQ(texts(found[0]),
            (std::vector<std::string>{"availability=severely-degraded,degraded:",
                                      "environment=non-production availability=down,severely-degraded,degraded:"}));
}

TEST(Holes, LevelsThatFitTogether) {
  const auto loaded = policy_with(level("high", R"({"business_critical": ["yes"]})") + "," +
                                  level("low", R"({"workaround": ["acceptable"]})"));
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "a");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(texts(found[0]), (std::vector<std::string>{"workaround=none,costly business_critical=no:",
                                                       "workaround=acceptable business_critical=yes: high low"}));
}

TEST(Holes, AmbiguitiesThatNameThemAreTold) {
  const auto loaded = policy_with(
      level("high", R"({"availability": ["down"]})") + "," + level("low", R"({"availability": ["minor"]})"),
      R"(, "ambiguities": [{"id": "between", "text": "t", "kind": "gap", "candidates": ["high", "low"], "plans": ["a"],
          "when": {"impact": {"availability": ["degraded"]}}, "cite": {"source": "s"}}])");
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "");
  ASSERT_EQ(found.size(), 2U);  // the ambiguity is plan a's alone
  EXPECT_EQ(texts(found[0]), (std::vector<std::string>{"availability=severely-degraded,unaffected:",
                                                       "availability=degraded: [between]"}));
  EXPECT_EQ(texts(found[1]), (std::vector<std::string>{"availability=severely-degraded,degraded,unaffected:"}));
}

TEST(Holes, DefinitionsByOptionAreTriedEach) {
  const auto loaded = policy_with(
      level(
          "high", R"({"availability": ["down"]})",
          R"(, "definitions": [{"when": {"options": {"product": ["x"]}}, "rule": {"affected": ["all"]}, "cite": {"source": "s"}}])"),
      R"(, "options": [{"id": "product", "label": "P", "choices": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}],
          "cite": {"source": "s"}}])");
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "a");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].variants[0].options, (std::vector<Keyed<std::string_view>>{{"product", "x"}}));
  EXPECT_EQ(texts(found[0]), std::vector<std::string>{"affected=some,one:"});
  EXPECT_EQ(found[1].variants.size(), 2U);  // y, and not set
  EXPECT_EQ(texts(found[1]), std::vector<std::string>{"availability=severely-degraded,degraded,minor,unaffected:"});
}

TEST(Holes, NothingForAPolicyWithoutLevels) { EXPECT_TRUE(find_holes(policy_with("").value, "").empty()); }

TEST(Holes, TooManyCombinationsAreNotTried) {
  std::string questions;
  std::string rule;
  for (int i = 0; i < 20; ++i) {
    const std::string id = "q" + std::to_string(i);
    questions +=
        (i == 0 ? "" : ",") + (R"({"id": ")" + id) +
        R"(", "label": "Q", "values": [{"id": "yes", "label": "Y"}, {"id": "no", "label": "N"}], "cite": {"source": "s"}})";
    rule += (i == 0 ? "" : ",") + (R"({")" + id) + R"(": ["yes"]})";
  }
  const auto loaded = policy_with(level("high", R"({"all": [)" + rule + "]}"), R"(, "questions": [)" + questions + "]");
  const Policy& policy = loaded.value;
  const auto found = find_holes(policy, "a");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].combinations, 0U);
  EXPECT_TRUE(found[0].holes.empty());
}

// Calls `visit(impact)` for every combination of answers.
template <class Visit>
void each_impact(const Policy& policy, const std::vector<std::string_view>& asked, Impact& impact, const Visit& visit) {
  if (impact.size() == asked.size()) {
    visit();
    return;
  }
  const auto facet = asked[impact.size()];
  for (const auto& value : policy.facet(facet)->values) {
    impact.push_back({facet, value.id});
    each_impact(policy, asked, impact, visit);
    impact.pop_back();
  }
}

bool in(const Hole& hole, const Impact& impact) {
  return std::all_of(hole.when.begin(), hole.when.end(), [&impact](const auto& condition) {
    const auto& values = condition.second;
    return std::find(values.begin(), values.end(), answer_for(impact, condition.first)) != values.end();
  });
}

// Whatever the calculator answers is told: an impact lies in a hole exactly when its level is unclear.
TEST(Holes, OfTheShippedPoliciesAreThoseOfTheCalculator) {
  const auto set = test::shipped_policies();
  for (const auto& policy : set.policies()) {
    for (const auto& found : find_holes(policy, "")) {
      const auto& variant = found.variants.front();
      std::vector<Keyed<std::string_view>> options;
      for (const auto& option : variant.options) {
        if (!option.value.empty()) {
          options.push_back(option);
        }
      }
      Arena arena;
      const auto resolved = ResolvedTerms::make(set, policy, variant.plan->id, {options, {}}, arena);
      ASSERT_TRUE(resolved);
      const Lineage lineage = lineage_of(policy, *variant.plan);
      const auto levels = levels_of(policy, lineage, resolved->options());
      std::size_t decided = 0;
      Impact impact;
      each_impact(policy, found.asked, impact, [&] {
        const auto decision = decide_severity(policy, lineage, levels, impact);
        const bool is_decided = decision.status == SeverityStatus::Decided;
        decided += is_decided ? 1U : 0U;
        const auto holes = std::count_if(found.holes.begin(), found.holes.end(), [&](const Hole& hole) {
          const auto reason = hole.fits.empty() ? SeverityReason::NoneFits : SeverityReason::SeveralFit;
          return in(hole, impact) && (is_decided || decision.reason == reason);
        });
        EXPECT_EQ(holes > 0, !is_decided) << policy.id << "@" << policy.revision;
      });
      EXPECT_EQ(decided, found.decided);
    }
  }
}

TEST(Holes, KeepIncidentsAndQuestionsApartAndNameWhatStaysOpen) {
  const auto loaded = policy_with(level("high", R"({"all": [{"request": ["incident"]}, {"workaround": ["none"]}]})") +
                                  R"(, {"id": "crisis", "label": "x", "cite": {"source": "s"}})");
  const auto found = find_holes(loaded.value, "a");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].by_hand.size(), 1U);
  EXPECT_EQ(found[0].by_hand[0]->id, "crisis");
  const std::vector<std::string> expected = {
      "request=incident,security-report workaround=costly,acceptable:", "request=security-report:",
      "request=question,feature-request,documentation,billing:"};
  EXPECT_EQ(texts(found[0]), expected);
  for (const auto& hole : found[0].holes) {
    ASSERT_EQ(hole.candidates.size(), 2U);
    EXPECT_EQ(hole.candidates[0]->id, "high");
  }
}

}  // namespace
}  // namespace supportcalc
