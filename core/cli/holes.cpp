// The combinations of answers that no level of a policy fits, or several: for its author.
#include "report/holes.h"

#include "api/holes_json.h"
#include "base/codes.h"
#include "cli/commands.h"
#include "cli/policies.h"
#include "render/holes_text.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {Flag{"plan", "PLAN", "this plan only"}, kJsonFlag, kLanguageFlag, kPoliciesFlag};

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "holes", console);
  if (!language) {
    return kUsageWrong;
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const Policy* policy = find_policy(library->policies, arguments.operands().front(), console);
  if (policy == nullptr) {
    return kInputWrong;
  }
  const auto plan = arguments.value("plan");
  if (arguments.has("plan") && find_plan(*policy, plan, console) == nullptr) {
    return kInputWrong;
  }
  const auto found = find_holes(*policy, plan);
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(holes_json(*policy, found));
  } else {
    console.out.write(holes_text(*policy, found, {*language, console.styled()}));
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
    "level fits and those that several fit, grouped, incidents apart from questions. Such an impact is answered\n"
    "\"unclear\". Where the policy names the gap itself and the levels it lies between, these stand in brackets.\n"
    "Levels without a rule are listed: only a person picks them. For authors: is it the text that leaves this\n"
    "open, or the rules? Without a revision, the one in force today.",
    kFlags,
    "  supportcalc holes zitadel\n"
    "  supportcalc holes scalr@undated --plan business --json\n"
    "  supportcalc holes acme --policies my-policies\n",
    run};

}  // namespace supportcalc
