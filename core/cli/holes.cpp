// The combinations of answers that no level of a policy fits, or several: for its author, by the ids of the format.
#include "report/holes.h"

#include <algorithm>

#include "api/json.h"
#include "base/concat.h"
#include "cli/commands.h"
#include "cli/policies.h"
#include "render/page.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {Flag{"plan", "PLAN", "this plan only"}, kJsonFlag, kPoliciesFlag};

constexpr std::size_t kMostShown = 40;  // holes of one kind, as text

template <class List, class Name>
std::string joined(const List& items, std::string_view between, const Name& name) {
  std::string text;
  for (const auto& item : items) {
    text += (text.empty() ? "" : std::string(between)) + std::string(name(item));
  }
  return text;
}

// "availability down or degraded", or by what it leaves out where that is shorter.
std::string answers_text(const Policy& policy, std::string_view facet, const std::vector<std::string_view>& values) {
  const auto& all = policy.facet(facet)->values;
  const auto name = [](std::string_view value) { return value; };
  if (values.size() <= 2 || values.size() * 2 <= all.size()) {
    return std::string(facet) + " " + joined(values, " or ", name);
  }
  std::vector<std::string_view> others;
  for (const auto& value : all) {
    if (std::find(values.begin(), values.end(), value.id) == values.end()) {
      others.push_back(value.id);
    }
  }
  return std::string(facet) + " not " + joined(others, " or ", name);
}

std::string hole_text(const Policy& policy, const Hole& hole) {
  std::string text = joined(hole.when, ", ", [&policy](const auto& condition) {
    return answers_text(policy, condition.first, condition.second);
  });
  text = text.empty() ? "whatever the answers" : text;
  if (!hole.named.empty()) {
    Names candidates;
    for (const auto* ambiguity : hole.named) {
      std::copy_if(ambiguity->candidates.begin(), ambiguity->candidates.end(), std::back_inserter(candidates),
                   [&candidates](std::string_view id) { return !contains(candidates, id); });
    }
    text += " (" + joined(hole.named, ", ", [](const Ambiguity* ambiguity) { return ambiguity->id; }) + ": " +
            joined(candidates, " or ", [](std::string_view id) { return id; }) + ")";
  }
  return text;
}

std::string variant_text(const LevelsVariant& variant) {
  const auto option = [](const auto& each) {
    return concat({each.key, " ", each.value.empty() ? "not set" : each.value});
  };
  return variant.options.empty() ? std::string(variant.plan->id)
                                 : concat({variant.plan->id, " (", joined(variant.options, ", ", option), ")"});
}

std::string holes_text(const Policy& policy, const std::vector<LevelHoles>& found, bool styled) {
  Page page(styled);
  page.heading(concat({policy.id, "@", policy.revision}));
  if (found.empty()) {
    page.paragraph("No plan has levels.");
  }
  for (const auto& each : found) {
    page.subheading("Plans: " + joined(each.variants, ", ", variant_text));
    if (each.combinations == 0) {
      page.paragraph("Too many combinations of answers to try them all.");
      continue;
    }
    page.paragraph(std::to_string(each.combinations) + " combinations of answers to " +
                   joined(each.asked, ", ", [](std::string_view facet) { return facet; }) + ". " +
                   std::to_string(each.decided) + " of them lead to one level.");
    std::size_t shown = 0;
    for (std::size_t i = 0; i < each.holes.size(); ++i) {
      const auto& hole = each.holes[i];
      if (i == 0 || hole.fits != each.holes[i - 1].fits) {
        const auto names = joined(hole.fits, " and ", [](const Severity* level) { return level->id; });
        page.blank();
        page.paragraph(hole.fits.empty() ? "No level fits:" : "More than one level fits, " + names + ":");
        shown = 0;
      }
      if (++shown <= kMostShown) {
        page.bullet(hole_text(policy, hole));
      } else if (shown == kMostShown + 1) {
        page.bullet("and more; --json has them all");
      }
    }
  }
  return page.text();
}

Json hole_json(const Hole& hole) {
  Json json = {{"reason", hole.fits.empty() ? "none-fits" : "several-fit"},
               {"fits", Json::array()},
               {"when", Json::object()},
               {"combinations", hole.combinations},
               {"ambiguities", Json::array()}};
  for (const auto* level : hole.fits) {
    json["fits"].push_back(level->id);
  }
  for (const auto& [facet, values] : hole.when) {
    json["when"][std::string(facet)] = values;
  }
  for (const auto* ambiguity : hole.named) {
    json["ambiguities"].push_back(ambiguity->id);
  }
  return json;
}

std::string holes_json(const Policy& policy, const std::vector<LevelHoles>& found) {
  Json json = {{"ok", true}, {"policy", {{"id", policy.id}, {"revision", policy.revision}}}, {"levels", Json::array()}};
  for (const auto& each : found) {
    Json levels = {{"plans", Json::array()},
                   {"ask", each.asked},
                   {"combinations", each.combinations == 0 ? Json(nullptr) : Json(each.combinations)},
                   {"decided", each.decided},
                   {"holes", Json::array()}};
    for (const auto& variant : each.variants) {
      Json plan = {{"id", variant.plan->id}, {"options", Json::object()}};
      for (const auto& [option, value] : variant.options) {
        plan["options"][option] = value.empty() ? Json(nullptr) : Json(value);
      }
      levels["plans"].push_back(std::move(plan));
    }
    for (const auto& hole : each.holes) {
      levels["holes"].push_back(hole_json(hole));
    }
    json["levels"].push_back(std::move(levels));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run(const Arguments& arguments, Console& console) {
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const std::string& name = arguments.operands().front();
  const auto at = name.find('@');
  const local_days today{date::floor<date::days>(read_clock()).time_since_epoch()};
  const Policy* policy = at == std::string::npos ? library->policies.in_force(name, today).policy
                                                 : library->policies.find(name.substr(0, at), name.substr(at + 1));
  if (policy == nullptr) {
    console.complain("There is no policy \"" + name + "\". \"supportcalc list\" shows which there are.");
    return kInputWrong;
  }
  const auto plan = arguments.value("plan");
  if (arguments.has("plan") && find_by_id(policy->plans, plan) == nullptr) {
    console.complain("The policy has no plan \"" + std::string(plan) + "\". Its plans are: " +
                     joined(policy->plans, ", ", [](const Plan& each) { return each.id; }) + ".");
    return kInputWrong;
  }
  const auto found = find_holes(*policy, plan);
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(holes_json(*policy, found));
  } else {
    console.out.write(holes_text(*policy, found, console.styled()));
  }
  return kDone;
}

}  // namespace

const Command kHolesCommand = {
    "holes",
    "POLICY[@REVISION]",
    1,
    1,
    "which impacts no level of a policy fits, or several",
    "Tries every combination of answers to the questions that a policy's levels ask, and lists those that no\n"
    "level fits and those that several fit, grouped. Such an impact is answered \"unclear\". Where the policy\n"
    "names the gap itself and the levels it lies between, these stand in brackets. For authors: is it the text\n"
    "that leaves this open, or the rules? Without a revision, the one in force today.",
    kFlags,
    "  supportcalc holes zitadel\n"
    "  supportcalc holes scalr@undated --plan business --json\n"
    "  supportcalc holes acme --policies my-policies\n",
    run};

}  // namespace supportcalc
