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

Json cite(const char* section) { return {{"source", "page"}, {"section", section}}; }

Json level(int number) {
  const std::string n = std::to_string(number);
  return {{"id", "severity-" + n},
          {"label", "Severity " + n},
          {"description", "FILL: what the page says of this level, in your own words."},
          {"rule", Json::object()},
          {"cite", cite("FILL: heading of the section")}};
}

Json target(int number) {
  Json row = {{"kind", "first-response"}};
  if (number > 0) {
    row["severities"] = {"severity-" + std::to_string(number)};
  }
  row["commitment"] = "target";
  row["hours"] = "business";
  row["note"] =
      "FILL: add \"amount\": {\"value\": 4, \"unit\": \"business-hours\"}; or, where the page names no time, "
      "set commitment to best-effort, none or not-stated and remove hours.";
  row["cite"] = cite("FILL: heading of the section");
  return row;
}

std::string starting_point(std::string_view id, int levels) {
  Json json = {
      {"id", id},
      {"revision", ""},
      {"title", "FILL: the title of the page"},
      {"vendor", {{"name", ""}, {"url", "FILL: https://..."}}},
      {"status", "published"},
      {"read_on", "FILL: the day you read the page, 2026-01-31"},
      {"sources", {{{"id", "page"}, {"title", "FILL: the title of the page"}, {"url", "FILL: https://..."}}}},
      {"hours",
       {{{"id", "business"},
         {"label", "Business hours"},
         {"time_zone", "FILL: Europe/Berlin"},
         {"windows",
          {{{"days", {"mon", "tue", "wed", "thu", "fri"}}, {"open", "FILL: 09:00"}, {"close", "FILL: 17:00"}}}},
         {"cite", cite("FILL: heading of the section")}}}},
      {"plans",
       {{{"id", "standard"},
         {"label", "Standard"},
         {"description", "FILL: the plans of the page, each with its name as the label; or keep one."},
         {"support", "full"},
         {"cite", cite("FILL: heading of the section")}}}},
      {"severities", Json::array()},
      {"targets", Json::array()},
      {"escalation",
       {{"status", "not-stated"},
        {"note", "FILL: stated, with steps, where the page says how to escalate."},
        {"steps", Json::array()},
        {"cite", cite("")}}},
      {"channels", Json::array()},
      {"scope", {{"topics", Json::array()}}},
      {"remedies", Json::array()},
      {"remedies_status", {{"status", "not-stated"}, {"cite", cite("")}}},
      {"ticket", Json::array()},
      {"lifecycle", Json::array()},
      {"facts", Json::array()},
      {"ambiguities", Json::array()}};
  for (int number = 1; number <= levels; ++number) {
    json["severities"].push_back(level(number));
    json["targets"].push_back(target(number));
  }
  if (levels == 0) {
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
    "Prints a policy with the parts every policy needs. What is to be filled is empty, or says FILL and how; until it\n"
    "is, \"supportcalc validate\" names each place. docs/policy-authoring.md goes through it step by step.",
    kFlags,
    "  supportcalc new --id acme --levels 4 > policies/acme/2026-01-31.json\n"
    "  supportcalc new | supportcalc validate -\n",
    run};

}  // namespace supportcalc
