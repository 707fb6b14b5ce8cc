// A policy as the tables a person would check against the vendor's page, as HTML for a page, or as its document.
#include "base/concat.h"
#include "cli/commands.h"
#include "cli/policies.h"
#include "policy/json_document.h"
#include "render/policy_text.h"

namespace supportcalc {
namespace {

constexpr Flag kHtmlFlag{"html", "", "print a fragment of HTML, to be put into a page"};
constexpr Flag kPlanFlag{"plan", "PLAN", "what is said of this plan only"};
constexpr std::array kFlags = {kJsonFlag, kHtmlFlag, kPlanFlag, kLanguageFlag, kPoliciesFlag};

bool is_document_of(const Document& document, const Policy& policy) {
  const auto json = parse_json(document.text, kPolicyLimits);
  if (!json.ok()) {
    return false;
  }
  const JsonValue* id = (*json)->find("id");
  const JsonValue* revision = (*json)->find("revision");
  return id != nullptr && id->string() == policy.id && revision != nullptr && revision->string() == policy.revision;
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "show", console);
  if (!language) {
    return kUsageWrong;
  }
  const bool json = arguments.has(kJsonFlag.name);
  const bool html = arguments.has(kHtmlFlag.name);
  if (json && (html || arguments.has(kPlanFlag.name))) {
    return usage_problem(console, "show",
                         concat({"--json prints the whole document; --", html ? kHtmlFlag.name : kPlanFlag.name,
                                 " cannot stand beside it."}));
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const std::string& name = arguments.operands().front();
  const Policy* policy = find_policy(library->policies, name, console);
  if (policy == nullptr) {
    return kInputWrong;
  }
  const Plan* plan = nullptr;
  if (arguments.has(kPlanFlag.name)) {
    plan = find_plan(*policy, arguments.value(kPlanFlag.name), console);
    if (plan == nullptr) {
      return kInputWrong;
    }
  }
  if (!json) {
    const auto& calendars = library->policies.calendars();
    console.out.write(html ? policy_html(*policy, calendars, *language, plan)
                           : policy_text(*policy, calendars, {*language, console.styled()}, plan));
    return kDone;
  }
  for (const auto& document : library->documents) {
    if (is_document_of(document, *policy)) {
      console.out.write(document.text);
      break;
    }
  }
  return kDone;
}

}  // namespace

const Command kShowCommand = {
    "show",
    "POLICY[@REVISION]",
    1,
    1,
    "a policy as tables, to check against the vendor's page",
    "Prints a policy as the tables a person would check against the vendor's page, each fact with the "
    "section\n"
    "it comes from: plans, levels, targets, hours, channels, escalation, scope, credits, ticket, facts, "
    "open\n"
    "points, sources. Without a revision, the one in force today. With --json, the document itself. With\n"
    "--html, the tables for a page: what <support-calculator> shows where it cannot calculate.",
    kFlags,
    "  supportcalc show zitadel\n"
    "  supportcalc show zitadel@2023-10-06 --lang de | less\n"
    "  supportcalc show acme --policies my-policies --html > support-terms.html\n"
    "  supportcalc show scalr --json > scalr.json\n",
    run};

}  // namespace supportcalc
