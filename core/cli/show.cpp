// A policy as the tables a person would check against the vendor's page, or as its document.
#include "base/concat.h"
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

// Why nothing can be shown under this name.
std::string unknown_policy(const PolicySet& policies, const std::string& id) {
  std::vector<std::string_view> names;
  std::string revisions;
  for (const auto& policy : policies.policies()) {
    if (names.empty() || names.back() != policy.id) {
      names.push_back(policy.id);
    }
    if (policy.id == id) {
      revisions += concat({revisions.empty() ? "" : ", ", policy.revision});
    }
  }
  if (!revisions.empty()) {
    return "There is no such revision of \"" + id + "\". Known are: " + revisions + ".";
  }
  std::string message = "There is no policy \"" + id + "\".";
  if (const auto near = nearest(id, names); !near.empty()) {
    return message + " Did you mean \"" + std::string(near) + "\"?";
  }
  return message + " \"supportcalc list\" shows which there are.";
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
  const auto at = name.find('@');
  const std::string id = name.substr(0, at);
  const local_days today{date::floor<date::days>(read_clock()).time_since_epoch()};
  const Policy* policy = at == std::string::npos ? library->policies.in_force(id, today).policy
                                                 : library->policies.find(id, name.substr(at + 1));
  if (policy == nullptr) {
    console.complain(unknown_policy(library->policies, id));
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
