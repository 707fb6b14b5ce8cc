// A starting point for a policy: what every policy needs, with a word on how to fill each part.
#include <charconv>

#include "api/json.h"
#include "cli/commands.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {
    Flag{"id", "ID", "the id of the policy, as requests will name it (default: to be filled)"},
    Flag{"levels", "N", "how many severity levels the page has, 0 to 9 (default: 3)"},
};

constexpr const char* kSection = "FILL: heading of the section";

Json cite(const char* section = kSection) { return {{"source", "page"}, {"section", section}}; }

// Every place to fill begins with FILL, whatever belongs there: validate names each, by the problem it is, or else as
// text.to_fill.
Json level(int number) {
  const std::string n = std::to_string(number);
  return {{"id", "severity-" + n},
          {"label", "Severity " + n},
          {"description", "FILL: what the page says of this level, in your own words."},
          {"rule", {{"availability", Json::array({"FILL: down"})}}},
          {"cite", cite()}};
}

Json target(int number) {
  Json row = {{"kind", "first-response"}};
  if (number > 0) {
    row["severities"] = {"severity-" + std::to_string(number)};
  }
  row["commitment"] = "target";
  row["amount"] = {{"value", "FILL: 4"}, {"unit", "business-hours"}};
  row["hours"] = "business";
  row["cite"] = cite();
  return row;
}

std::string starting_point(std::string_view id, int levels) {
  Json json = {
      {"id", id.empty() ? "FILL: acme" : id},
      {"revision", "FILL: 2026-01-31, or undated"},
      {"title", "FILL: the title of the page"},
      {"vendor", {{"name", "FILL: the vendor's name"}, {"url", "FILL: https://..."}}},
      {"status", "published"},
      {"in_force_from", "FILL: 2026-01-31, or null where it is not known"},
      {"in_force_until", nullptr},
      {"read_on", "FILL: the day you read the page, 2026-01-31"},
      {"sources", {{{"id", "page"}, {"title", "FILL: the title of the page"}, {"url", "FILL: https://..."}}}},
      {"hours",
       {{{"id", "business"},
         {"label", "Business hours"},
         {"time_zone", "FILL: Europe/Berlin"},
         {"holidays", "FILL: none"},
         {"windows",
          {{{"days", {"mon", "tue", "wed", "thu", "fri"}}, {"open", "FILL: 09:00"}, {"close", "FILL: 17:00"}}}},
         {"cite", cite()}}}},
      {"plans", {{{"id", "standard"}, {"label", "FILL: the plan's name; one entry for each plan"}, {"cite", cite()}}}},
      {"severities", Json::array()},
      {"targets", Json::array()},
      {"escalation", {{"status", "not-stated"}, {"cite", cite("FILL: where you looked, such as the whole page")}}},
      {"remedies", Json::array()},
      {"remedies_status",
       {{"status", "not-stated"}, {"cite", cite("FILL: where you looked, such as the whole page")}}}};
  for (int number = 1; number <= levels; ++number) {
    json["severities"].push_back(level(number));
    json["targets"].push_back(target(number));
  }
  if (levels == 0) {
    json.erase("severities");
    json["targets"].push_back(target(0));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

int run(const Arguments& arguments, Console& console) {
  int levels = 3;
  if (arguments.has("levels")) {
    const auto text = arguments.value("levels");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), levels);
    constexpr int kMostLevels = 9;
    if (error != std::errc() || end != text.data() + text.size() || levels < 0 || levels > kMostLevels) {
      return usage_problem(console, "new", "--levels " + std::string(text) + ": Give a whole number from 0 to 9.");
    }
  }
  console.out.line(starting_point(arguments.value("id"), levels));
  return kDone;
}

}  // namespace

const Command kNewCommand = {
    "new",
    "",
    0,
    0,
    "a starting point for a policy of your own",
    "Prints a policy with the parts every policy needs. What is to be filled begins with FILL and says how; until it\n"
    "is filled, \"supportcalc validate\" names each place. What a policy may say beside it is told step by step in\n"
    "docs/policy-authoring.md.",
    kFlags,
    "  supportcalc new --id acme --levels 4 > policies/acme/2026-01-31.json\n"
    "  supportcalc new | supportcalc validate -\n",
    run};

}  // namespace supportcalc
