// What there is: policies with their revisions, plans and levels.
#include <algorithm>

#include "api/json.h"
#include "cli/commands.h"
#include "cli/policies.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "render/list_text.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {kJsonFlag, kLanguageFlag, kPoliciesFlag};

Json text_or_null(const std::optional<local_days>& day) {
  return day ? Json(format_date(date::year_month_day{*day})) : Json(nullptr);
}

template <class List>
Json labelled(const List& items, std::string_view language) {
  Json list = Json::array();
  for (const auto& item : items) {
    list.push_back({{"id", item.id}, {"label", item.label.in(language)}});
  }
  return list;
}

Json answering_json(const PolicySet& policies, std::string_view id) {
  Json list = Json::array();
  for (const auto& [from, policy] : answering_of(policies.policies(), id)) {
    list.push_back({{"from", text_or_null(from)}, {"revision", policy->revision}});
  }
  return list;
}

Json revision_json(const Policy& policy, std::string_view language) {
  return {{"revision", policy.revision},
          {"title", policy.title.in(language)},
          {"status", name_of(policy.status)},
          {"in_force_from", text_or_null(policy.in_force_from)},
          {"in_force_until", text_or_null(policy.in_force_until)},
          {"read_on", policy.read_on},
          {"plans", labelled(policy.plans, language)},
          {"severities", labelled(policy.severities, language)}};
}

std::string list_json(const PolicySet& policies, std::string_view language) {
  Json json = {{"policies", Json::array()}, {"calendars", Json::array()}, {"tzdata", zone_release()}};
  Json& list = json["policies"];
  for (const auto& policy : policies.policies()) {
    if (list.empty() || list.back()["id"] != policy.id) {
      list.push_back({{"id", policy.id},
                      {"vendor", policy.vendor_name},
                      {"answering", answering_json(policies, policy.id)},
                      {"revisions", Json::array()}});
    }
    list.back()["revisions"].push_back(revision_json(policy, language));
  }
  for (const auto& calendar : policies.calendars()) {
    json["calendars"].push_back(
        {{"id", calendar.id}, {"name", calendar.name.in(language)}, {"read_on", calendar.read_on}});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "list", console);
  if (!language) {
    return kUsageWrong;
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(list_json(library->policies, *language));
  } else {
    console.out.write(list_text(library->policies, {*language, console.styled()}));
  }
  return kDone;
}

}  // namespace

const Command kListCommand = {
    "list",
    "",
    0,
    0,
    "which policies, revisions, plans and levels there are",
    "Lists the policies with their revisions, plans and levels, by the ids that requests name, and the\n"
    "holiday calendars.",
    kFlags,
    "  supportcalc list\n"
    "  supportcalc list --json\n"
    "  supportcalc list --policies my-policies\n",
    run};

}  // namespace supportcalc
