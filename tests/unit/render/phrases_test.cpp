// tests/data/phrases: what the command says and what the page says are the same words. tests/words runs the same
// rows over web/src.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "policy/names.h"
#include "render/message_words.h"
#include "render/plural.h"
#include "render/policy_words.h"
#include "render/time_words.h"
#include "support/test_data.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

using nlohmann::json;

sys_seconds instant(const json& text) { return *parse_instant(text.get<std::string>(), ""); }

// "08:30" after midnight.
seconds clock(const json& value) {
  const auto text = value.get<std::string>();
  return std::chrono::hours{std::stoi(text.substr(0, 2))} + std::chrono::minutes{std::stoi(text.substr(3))};
}

date::weekday weekday(const json& id) {
  unsigned day = 0;
  while (weekday_id(date::weekday{day}) != id.get<std::string>()) {
    ++day;
  }
  return date::weekday{day};
}

std::string hours(const PolicyWords& words, const json& in) {
  std::vector<date::weekday> days;
  for (const auto& day : in.at("days")) {
    days.push_back(weekday(day));
  }
  if (!in.contains("open")) {
    return days_words(words.catalogue(), days);
  }
  SaidWindow window{days, clock(in.at("open")), clock(in.at("close")), std::nullopt};
  if (in.contains("close_day")) {
    window.close_day = weekday(in.at("close_day"));
  }
  return window_words(words.catalogue(), window);
}

using Say = std::function<std::string(const PolicyWords&, const json&)>;

// A way to say it for each rule, the names of the tables.
const std::map<std::string, Say>& rules() {
  static const std::map<std::string, Say> kRules = {
      {"amount",
       [](const PolicyWords& words, const json& in) {
         const auto value = in.value("value", std::int64_t{0});
         return amount_words(words.catalogue(), in.value("min", value), in.value("max", value),
                             in.at("unit").get<std::string>());
       }},
      {"number",
       [](const PolicyWords& words, const json& in) {
         return words.say("number", {{"count", in.at("value").get<std::int64_t>()}});
       }},
      {"percent", [](const PolicyWords& words,
                     const json& in) { return percent_words(words.catalogue(), in.at("digits").get<std::string>()); }},
      {"part",
       [](const PolicyWords& words, const json& in) {
         return part_words(words.catalogue(), in.at("part").get<std::size_t>(), in.at("whole").get<std::size_t>());
       }},
      {"share",
       [](const PolicyWords& words, const json& in) {
         Target target;
         const auto per = in.at("per").get<std::string>();
         target.share_percent = in.at("percent").get<int>();
         target.share_per = per;
         const Policy policy;
         return MessageWords(words.catalogue(), policy).say(PolicyPhrases::share(target));
       }},
      {"quantity",
       [](const PolicyWords& words, const json& in) {
         const auto unit = in.at("unit").get<std::string>();
         const auto per = in.value("per", std::string());
         return words.quantity({in.at("value").get<std::int64_t>(), unit, per});
       }},
      {"either", [](const PolicyWords& words,
                    const json& in) { return either_words(words.catalogue(), in.at("of").get<Phrases>()); }},
      {"duration",
       [](const PolicyWords& words, const json& in) {
         const Span span{seconds{in.at("seconds").get<std::int64_t>()}, in.value("open", false)};
         return span_words(words.catalogue(), span, in.value("form", std::string()));
       }},
      {"relative",
       [](const PolicyWords& words, const json& in) {
         return relative_words(words.catalogue(), instant(in.at("at")), instant(in.at("now")));
       }},
      {"date", [](const PolicyWords& words, const json& in) { return words.date(in.at("date").get<std::string>()); }},
      {"moment",
       [](const PolicyWords& words, const json& in) {
         const auto zone = find_zone(in.at("zone").get<std::string>(), "");
         return moment_words(words.catalogue(), instant(in.at("at")), *zone);
       }},
      {"offset", [](const PolicyWords&,
                    const json& in) { return offset_words(std::chrono::minutes{in.at("minutes").get<int>()}); }},
      {"zone", [](const PolicyWords&, const json& in) { return zone_words(in.at("name").get<std::string>()); }},
      {"days", hours},
      {"window", hours},
  };
  return kRules;
}

void check(const std::string& file) {
  const Policy policy;
  const Catalogue english("en");
  const Catalogue german("de");
  for (const auto& line : test::lines_of(test::read_data("phrases/" + file))) {
    const auto row = json::parse(line);
    const auto rule = rules().find(row.at("rule").get<std::string>());
    ASSERT_NE(rule, rules().end()) << line;
    EXPECT_EQ(rule->second(PolicyWords(english, policy), row.at("in")), row.at("en").get<std::string>()) << line;
    EXPECT_EQ(rule->second(PolicyWords(german, policy), row.at("in")), row.at("de").get<std::string>()) << line;
  }
}

TEST(Phrases, Amounts) { check("amounts.jsonl"); }

TEST(Phrases, Times) { check("times.jsonl"); }

// Every column but rule and in is a language.
TEST(Phrases, PluralCategories) {
  for (const auto& line : test::lines_of(test::read_data("phrases/plural.jsonl"))) {
    const auto row = json::parse(line);
    const auto count = row.at("in").at("count").get<std::int64_t>();
    for (const auto& [language, category] : row.items()) {
      if (language != "rule" && language != "in") {
        EXPECT_EQ(name_of(plural_category(language, count)), category.get<std::string>()) << language << " " << count;
      }
    }
  }
}

}  // namespace
}  // namespace supportcalc
