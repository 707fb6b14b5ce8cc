#include "cli/policies.h"

#include <algorithm>
#include <string_view>

#include "base/codes.h"
#include "base/concat.h"
#include "cli/embedded.h"
#include "cli/files.h"
#include "cli/problems.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

// A copy of the shipped policies may lie beside one's own, and is no second policy of the same name.
bool is_there(const std::vector<Document>& documents, std::string_view text) {
  return std::any_of(documents.begin(), documents.end(), [text](const Document& each) { return each.text == text; });
}

// Why there is no policy of this name.
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

}  // namespace

const Policy* policy_named(const PolicySet& policies, const std::string& name) {
  const auto at = name.find('@');
  const local_days today{date::floor<date::days>(read_clock()).time_since_epoch()};
  return at == std::string::npos ? policies.in_force(name, today).policy
                                 : policies.find(name.substr(0, at), name.substr(at + 1));
}

const Policy* find_policy(const PolicySet& policies, const std::string& name, Console& console) {
  const Policy* policy = policy_named(policies, name);
  if (policy == nullptr) {
    console.complain(unknown_policy(policies, name.substr(0, name.find('@'))));
  }
  return policy;
}

std::string known_plans(const Policy& policy) {
  std::vector<std::string_view> ids;
  for (const auto& plan : policy.plans) {
    ids.push_back(plan.id);
  }
  return list_names(ids);
}

const Plan* find_plan(const Policy& policy, std::string_view id, Console& console) {
  const Plan* plan = find_by_id(policy.plans, id);
  if (plan == nullptr) {
    console.complain(
        "--plan: " +
        words_of({Code::RequestPlanUnknown, "", {{"id", std::string(id)}, {"known", known_plans(policy)}}}));
  }
  return plan;
}

std::vector<Document> built_in_documents() {
  std::vector<Document> documents;
  for (const auto& file : embedded_policies()) {
    documents.push_back({std::string(file.path), std::string(file.text)});
  }
  return documents;
}

std::optional<Library> load_library(const Arguments& arguments, Console& console) {
  Library library{built_in_documents(), {}};
  for (const auto& folder : arguments.values(kPoliciesFlag.name)) {
    const auto listing = list_json_files(folder);
    if (!listing.problem.empty()) {
      console.complain("--policies " + folder + ": " + listing.problem);
      return std::nullopt;
    }
    for (const auto& path : listing.paths) {
      auto file = read_file(path);
      if (!file.ok()) {
        console.complain(path + ": " + file.problem);
      } else if (!is_there(library.documents, file.text)) {
        library.documents.push_back({path, std::move(file.text)});
      }
    }
  }
  auto [policies, rejected] = PolicySet::load(library.documents, all_checks());
  library.policies = std::move(policies);
  for (const auto& document : rejected) {
    for (const auto& source : library.documents) {
      if (source.name == document.name) {
        complain_in_text(console, document.name, source.text, document.problems);
        break;
      }
    }
  }
  return library;
}

}  // namespace supportcalc
