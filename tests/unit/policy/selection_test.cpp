// The rules of policy/selection.h, by the cases of tests/data/selection.jsonl.
#include "policy/selection.h"

#include <gtest/gtest.h>

#include <list>
#include <map>
#include <string>

#include "api/json.h"
#include "policy/load.h"
#include "support/loaded.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 3> kTruths = {"no", "unknown", "yes"};
constexpr std::array<std::string_view, 3> kFits = {"in-force", "before-first", "lapsed"};

template <std::size_t Size, class Enum>
Json word(const std::array<std::string_view, Size>& names, Enum value) {
  return std::string(names.at(static_cast<std::size_t>(value)));
}

// A list of ids or settings of a case, as views into it.
std::vector<std::string_view> ids_in(const Json& list) {
  std::vector<std::string_view> ids;
  for (const auto& each : list) {
    ids.emplace_back(each.get_ref<const std::string&>());
  }
  return ids;
}

std::vector<Keyed<std::string_view>> settings_in(const Json& object) {
  std::vector<Keyed<std::string_view>> settings;
  for (const auto& [key, value] : object.items()) {
    settings.push_back({key, value.get_ref<const std::string&>()});
  }
  return settings;
}

Json object_of(const std::vector<Keyed<std::string_view>>& settings) {
  Json object = Json::object();
  for (const auto& [key, value] : settings) {
    object[std::string(key)] = std::string(value);
  }
  return object;
}

std::optional<local_days> day_in(const Json& text) {
  return text.is_null() ? std::nullopt : std::optional(local_days{*parse_date(text.get<std::string>(), "")});
}

Json revision_by(const Json& test) {
  std::list<Policy> policies;
  for (const auto& [id, dates] : test.at("revisions").items()) {
    Policy policy;
    policy.id = "acme";
    policy.revision = id;
    policy.in_force_from = day_in(dates.at(0));
    policy.in_force_until = day_in(dates.at(1));
    policy.status = dates.at(2) == "draft"        ? Status::Draft
                    : dates.at(2) == "superseded" ? Status::Superseded
                                                  : Status::Published;
    policies.push_back(policy);
  }
  EXPECT_EQ(revision_on(policies, "other", *day_in(test.at("day"))).policy, nullptr);
  const auto day = *day_in(test.at("day"));
  const auto revision = revision_on(policies, "acme", day);
  // Who looks it up finds the same.
  const auto answering = answering_of(policies, "acme");
  const auto later = std::find_if(answering.begin() + 1, answering.end(),
                                  [day](const AnsweringFrom& each) { return *each.from > day; });
  EXPECT_EQ((later - 1)->policy, revision.policy) << test.dump();
  return Json::array({std::string(revision.policy->revision), word(kFits, revision.fit)});
}

Json answer_of(const Policy& policy, const Json& test) {
  const auto rule = test.at("rule").get<std::string>();
  if (rule == "revision") {
    return revision_by(test);
  }
  if (rule == "matches") {
    return word(kTruths, matches(ids_in(test.at("values")), test.at("answer").get_ref<const std::string&>()));
  }
  const Lineage lineage = lineage_of(policy, *find_by_id(policy.plans, test.at("plan").get<std::string>()));
  const Json& level_id = test.contains("level") ? test.at("level") : Json();
  const Severity* level = level_id.is_null() ? nullptr : find_by_id(policy.severities, level_id.get<std::string>());
  const Json given = test.value("given", Json::object());
  const auto options = settings_in(given);
  Json answer = Json::array();
  if (rule == "covers") {
    return covers(ids_in(test.at("plans")), lineage);
  }
  if (rule == "options") {
    return object_of(options_of(policy, lineage, options));
  }
  if (rule == "availability") {
    const auto* channel = find_by_id(policy.channels, test.at("channel").get<std::string>());
    return std::string(availability_of(*channel, lineage, level));
  }
  if (rule == "uptime") {
    return std::string(uptime_of(policy.remedies.front(), lineage)->percent);
  }
  if (rule == "lineage") {
    for (const auto* plan : lineage) {
      answer.push_back(std::string(plan->id));
    }
  } else if (rule == "settings") {
    for (const auto& setting : level_settings(policy, lineage)) {
      answer.push_back(object_of(setting));
    }
  } else if (rule == "rows") {
    for (const std::size_t row : rows_of(policy.targets, lineage, level)) {
      answer.push_back(row);
    }
  } else if (rule == "features") {
    for (const auto& feature : features_of(lineage)) {
      answer.push_back(std::string(feature.plan->id) + "/" + std::to_string(feature.row));
    }
  } else if (rule == "topics") {
    const auto all = options_of(policy, lineage, options);
    for (const std::size_t row : rows_of(policy.scope.topics, lineage, Given{all, {}, {}})) {
      answer.push_back(row);
    }
  } else if (rule == "steps") {
    const Remedy& remedy = policy.remedies.front();
    for (const std::size_t row : steps_of(remedy, uptime_of(remedy, lineage))) {
      answer.push_back(row);
    }
  } else if (rule == "levels") {
    answer = Json::object();
    for (const auto& each : levels_of(policy, lineage, options_of(policy, lineage, options))) {
      const auto index = index_of(*each.severity, *each.definition);
      answer[std::string(each.severity->id)] = index ? Json(*index) : Json();
    }
  } else {
    ADD_FAILURE() << "no such rule: " << rule;
  }
  return answer;
}

TEST(Selection, EveryRuleByItsCases) {
  const auto lines = test::lines_of(test::read_data("selection.jsonl"));
  const auto loaded = test::sound(load_policy(Json::parse(lines.at(0)).at("policy").dump(), all_checks()));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Json test = Json::parse(lines[i]);
    EXPECT_EQ(answer_of(loaded.value, test), test.at("gives")) << lines[i];
  }
  EXPECT_EQ(lines.size(), 52U);
}

}  // namespace
}  // namespace supportcalc
