// The policies and calendars a command works with: those that are built in, and those of --policies.
#ifndef SUPPORTCALC_CLI_POLICIES_H_
#define SUPPORTCALC_CLI_POLICIES_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "policy/policy_set.h"

namespace supportcalc {

struct Library {
  std::vector<Document> documents;  // the built-in ones first
  PolicySet policies;
};

// Complains about every document of --policies that cannot be used; the others keep working. Nothing when a
// folder cannot be used at all.
std::optional<Library> load_library(const Arguments& arguments, Console& console);

// The policy of that name, "zitadel@2023-10-06", or "zitadel" for the revision in force today; null when there is none.
const Policy* policy_named(const PolicySet& policies, const std::string& name);

// The same; complains when there is none.
const Policy* find_policy(const PolicySet& policies, const std::string& name, Console& console);

// The plans of a policy by id, for messages: "free, business".
std::string known_plans(const Policy& policy);

// The plan that a flag --plan names; says on standard error why there is none, and gives null.
const Plan* find_plan(const Policy& policy, std::string_view id, Console& console);

// The documents that are built in.
std::vector<Document> built_in_documents();

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_POLICIES_H_
