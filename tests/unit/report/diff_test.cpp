#include "report/diff.h"
#include "api/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "policy/load.h"
#include "support/loaded.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

// A small policy; a test patches one side of it (RFC 6902).
const Json& base() {
  static const Json json = Json::parse(R"({
    "id": "acme", "revision": "1", "title": "Acme", "vendor": {"name": "Acme", "url": "https://acme.example"},
    "status": "published", "in_force_from": "2024-01-01", "in_force_until": null, "read_on": "2026-01-01",
    "sources": [{"id": "page", "title": "Support"}],
    "hours": [{"id": "office", "label": "Office hours", "time_zone": "Europe/Berlin", "holidays": "none",
               "windows": [{"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "17:00"}],
               "cite": {"source": "page"}}],
    "plans": [{"id": "basic", "label": "Basic", "support": "full", "cite": {"source": "page"}},
              {"id": "gold", "label": "Gold", "support": "full", "builds_on": "basic", "cite": {"source": "page"}}],
    "severities": [
      {"id": "high", "label": "High", "description": "Nothing works.", "rule": {"availability": ["down"]},
       "cite": {"source": "page"}},
      {"id": "low", "label": "Low", "description": "All else.", "rule": {"not": {"availability": ["down"]}},
       "cite": {"source": "page"}}],
    "targets": [
      {"kind": "first-response", "severities": ["high"], "plans": ["basic"], "commitment": "target",
       "amount": {"value": 4, "unit": "business-hours"}, "hours": "office", "cite": {"source": "page"}},
      {"kind": "first-response", "severities": ["low"], "plans": ["basic"], "commitment": "best-effort",
       "cite": {"source": "page"}}],
    "escalation": {"status": "none", "steps": [], "cite": {"source": "page"}},
    "channels": [{"id": "mail", "kind": "email", "label": "Mail", "address": "mailto:help@acme.example",
                  "role": "primary", "availability": {"gold": "optional"}, "address_status": "published",
                  "cite": {"source": "page"}}],
    "scope": {"topics": [{"id": "setup", "label": "Setup", "verdict": "in", "cite": {"source": "page"}}],
              "maturities": [], "responsibilities": []},
    "remedies": [], "remedies_status": {"status": "not-stated", "cite": {"source": "page"}},
    "ticket": [], "lifecycle": [], "facts": [], "ambiguities": []})");
  return json;
}

Owned<Policy> load(const Json& json) { return test::sound(load_policy(json.dump(), all_checks())); }

// "targets changed gold/high/first-response amount: 4 business-hours -> 2 hours", one line for each change.
std::vector<std::string> lines(const std::vector<Change>& changes) {
  constexpr const char* kSections[] = {"plans",    "levels", "targets",  "hours",  "escalation",
                                       "channels", "scope",  "remedies", "ticket", "lifecycle"};
  constexpr const char* kKinds[] = {"added", "removed", "changed"};
  std::vector<std::string> result;
  for (const auto& change : changes) {
    std::string line = kSections[static_cast<std::size_t>(change.section)];
    line += std::string(" ") + kKinds[static_cast<std::size_t>(change.kind)] + " " + change.id;
    line += (change.what.empty() ? "" : " " + std::string(change.what)) + ": " + change.before.text + " -> ";
    result.push_back(line + change.after.text);
  }
  return result;
}

std::vector<std::string> diff(const char* patch) {
  const auto before = load(base());
  const auto after = load(base().patch(Json::parse(patch)));
  return lines(diff_policies(before.value, after.value));
}

using Lines = std::vector<std::string>;

TEST(Diff, FindsNothingBetweenEqualPolicies) { EXPECT_EQ(diff("[]"), Lines{}); }

TEST(Diff, TellsATargetOnceForEachPlanItHoldsFor) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/targets/0/amount", "value": {"value": 2, "unit": "hours"}}])"),
            (Lines{"targets changed basic/high/first-response amount: 4 business-hours -> 2 hours",
                   "targets changed gold/high/first-response amount: 4 business-hours -> 2 hours"}));
}

TEST(Diff, SeesWhichRowHoldsNotHowRowsAreWritten) {
  // The same promise in a row of its own for each plan.
  EXPECT_EQ(diff(R"([{"op": "add", "path": "/targets/0",
                      "value": {"kind": "first-response", "severities": ["high"], "plans": ["gold"],
                                "commitment": "target", "amount": {"value": 4, "unit": "business-hours"},
                                "hours": "office", "cite": {"source": "page"}}}])"),
            Lines{});
}

TEST(Diff, TellsCommitmentAndFigureThatComeTogether) {
  EXPECT_EQ(diff(R"([{"op": "add", "path": "/targets/-",
                      "value": {"kind": "first-response", "severities": ["low"], "plans": ["gold"],
                                "commitment": "objective", "amount": {"min": 1, "max": 2, "unit": "calendar-days"},
                                "cite": {"source": "page"}}}])"),
            (Lines{"targets changed gold/low/first-response commitment: best-effort -> objective",
                   "targets changed gold/low/first-response amount:  -> 1-2 calendar-days"}));
}

TEST(Diff, TellsNewKindsOfTargets) {
  EXPECT_EQ(diff(R"([{"op": "add", "path": "/targets/-",
                      "value": {"kind": "update", "severities": ["high"], "plans": ["gold"], "commitment": "target",
                                "amount": {"value": 1, "unit": "hours"}, "cite": {"source": "page"}}}])"),
            (Lines{"targets added gold/high/update:  -> 1 hours, target"}));
}

TEST(Diff, FollowsAPlanThatIsRenamed) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/plans/1/id", "value": "premium"},
                     {"op": "replace", "path": "/channels/0/availability", "value": {"premium": "optional"}}])"),
            (Lines{"plans changed premium id: gold -> premium"}));
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/plans/1/id", "value": "premium"},
                     {"op": "replace", "path": "/plans/1/label", "value": "Premium"},
                     {"op": "add", "path": "/plans/1/also_known_as", "value": ["Gold"]},
                     {"op": "replace", "path": "/channels/0/availability", "value": {"premium": "yes"}}])"),
            (Lines{"plans changed premium id: gold -> premium", "plans changed premium label: Gold -> Premium",
                   "channels changed mail/premium availability: optional -> yes"}));
}

TEST(Diff, TellsAPlanThatIsGoneWithItsTargets) {
  EXPECT_EQ(
      diff(R"([{"op": "remove", "path": "/plans/1"}, {"op": "remove", "path": "/channels/0/availability"}])"),
      (Lines{"plans removed gold: Gold -> ", "targets removed gold/high/first-response: 4 business-hours, target -> ",
             "targets removed gold/low/first-response: best-effort -> "}));
}

TEST(Diff, TellsLevelsThatAreRewordedOrRuledAnew) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/severities/0/description", "value": "Production is down."},
                     {"op": "replace", "path": "/severities/0/rule",
                      "value": {"all": [{"availability": ["down"]}, {"environment": ["production"]}]}}])"),
            (Lines{"levels changed high description: Nothing works. -> Production is down.",
                   "levels changed high rule: availability=down -> all(availability=down, environment=production)"}));
}

TEST(Diff, TellsHours) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/hours/0/windows/0/close", "value": "18:00"},
                     {"op": "replace", "path": "/hours/0/time_zone", "value": "Europe/London"},
                     {"op": "replace", "path": "/hours/0/holidays", "value": "gb-eng"}])"),
            (Lines{"hours changed office windows: mon,tue,wed,thu,fri 09:00-17:00 -> mon,tue,wed,thu,fri 09:00-18:00",
                   "hours changed office time-zone: Europe/Berlin -> Europe/London",
                   "hours changed office holidays: none -> gb-eng"}));
}

TEST(Diff, TellsChannelsStepsScopeTicketAndVersions) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/channels/0/address", "value": "mailto:support@acme.example"},
               {"op": "replace", "path": "/scope/topics/0/verdict", "value": "courtesy"},
               {"op": "replace", "path": "/escalation/status", "value": "stated"},
               {"op": "add", "path": "/escalation/steps/-",
                "value": {"id": "manager", "label": "Manager", "commitment": "not-stated", "cite": {"source": "page"}}},
               {"op": "add", "path": "/ticket/-",
                "value": {"id": "logs", "label": "Logs", "required": true, "cite": {"source": "page"}}},
               {"op": "add", "path": "/lifecycle/-",
                "value": {"id": "half-a-year", "rule": "max-age", "months": 6, "effect": "not-supported",
                          "text": "Half a year.", "cite": {"source": "page"}}}])"),
            (Lines{"escalation changed escalation status: none -> stated", "escalation added manager:  -> Manager",
                   "channels changed mail address: mailto:help@acme.example -> mailto:support@acme.example",
                   "scope changed setup verdict: in -> courtesy", "ticket added logs:  -> Logs",
                   "lifecycle added half-a-year:  -> Half a year."}));
}

TEST(Diff, IgnoresTranslationsAndWhatOnlyWeSay) {
  EXPECT_EQ(diff(R"([{"op": "replace", "path": "/severities/0/description",
                      "value": {"en": "Nothing works.", "de": "Nichts geht."}},
                     {"op": "replace", "path": "/targets/0/cite", "value": {"source": "page", "basis": "implied"}},
                     {"op": "replace", "path": "/read_on", "value": "2026-02-02"}])"),
            Lines{});
}

TEST(Diff, ReversesWhenTheSidesAreSwapped) {
  const auto set = test::shipped_policies();
  const auto* before = set.find("zitadel", "2023-10-06");
  const auto* after = set.find("zitadel", "2023-11-15");
  ASSERT_TRUE(before != nullptr && after != nullptr);
  const auto count = [](const std::vector<Change>& changes, ChangeKind kind) {
    return std::count_if(changes.begin(), changes.end(), [kind](const Change& change) { return change.kind == kind; });
  };
  const auto forth = diff_policies(*before, *after);
  const auto back = diff_policies(*after, *before);
  EXPECT_GT(forth.size(), 10U);
  EXPECT_EQ(forth.size(), back.size());
  EXPECT_EQ(count(forth, ChangeKind::Added), count(back, ChangeKind::Removed));
  EXPECT_EQ(count(forth, ChangeKind::Changed), count(back, ChangeKind::Changed));
}

}  // namespace
}  // namespace supportcalc
