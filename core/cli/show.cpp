// A policy as the tables a person would check against the vendor's page, or as its document.
#include "cli/commands.h"
#include "cli/policies.h"
#include "policy/json_document.h"
#include "render/policy_text.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {kJsonFlag, kLanguageFlag, kPoliciesFlag};

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
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const std::string& name = arguments.operands().front();
  const Policy* policy = find_policy(library->policies, name, console);
  if (policy == nullptr) {
    return kInputWrong;
  }
  if (!arguments.has(kJsonFlag.name)) {
    console.out.write(policy_text(*policy, {*language, console.styled()}));
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
    "points, sources. Without a revision, the one in force today. With --json, the document itself.",
    kFlags,
    "  supportcalc show zitadel\n"
    "  supportcalc show zitadel@2023-10-06 --lang de | less\n"
    "  supportcalc show scalr --json > scalr.json\n",
    run};

}  // namespace supportcalc
