#include "policy/policy_set.h"

#include <algorithm>
#include <tuple>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/json_document.h"
#include "policy/load.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

bool comes_before(const Policy& a, const Policy& b) {
  return std::tie(a.id, a.in_force_from, a.revision) < std::tie(b.id, b.in_force_from, b.revision);
}

}  // namespace

LoadedPolicies PolicySet::load(const std::vector<Document>& documents, const Checks& checks) {
  LoadedPolicies result;
  auto& [set, rejected] = result;
  std::vector<std::pair<const Document*, JsonDocument>> policies;
  std::vector<const Document*> calendar_documents;
  std::vector<JsonDocument> calendars;
  for (const auto& document : documents) {
    auto json = parse_json(document.text, kPolicyLimits);
    if (!json) {
      rejected.push_back({document.name, json.diagnostics()});
      continue;
    }
    if (!(*json)->is_object() || (*json)->find("rules") == nullptr) {
      policies.emplace_back(&document, *std::move(json));
      continue;
    }
    calendar_documents.push_back(&document);
    calendars.push_back(*std::move(json));
  }
  for (const std::size_t i : loading_order(calendars)) {
    auto loaded = load_calendar(std::move(calendars[i]), checks, set.calendars_);
    const auto& name = calendar_documents[i]->name;
    if (!loaded) {
      rejected.push_back({name, loaded.diagnostics()});
      continue;
    }
    // Kept also where it is rejected: another may extend it.
    set.arena_.absorb(std::move(loaded->arena));
    if (set.calendar(loaded->value.id) != nullptr) {
      rejected.push_back({name, {{Code::IdDuplicate, "/id", {{"id", loaded->value.id}}}}});
    } else {
      set.calendars_.push_back(loaded->value);
    }
  }
  for (auto& [document, json] : policies) {
    auto loaded = load_policy(std::move(json), checks, set.calendars_);
    if (!loaded) {
      rejected.push_back({document->name, loaded.diagnostics()});
      continue;
    }
    const Policy& policy = loaded->value;
    if (set.find(policy.id, policy.revision) != nullptr) {
      rejected.push_back(
          {document->name,
           {{Code::PolicyRevisionDuplicate, "/revision", {{"policy", policy.id}, {"revision", policy.revision}}}}});
      continue;
    }
    const auto later = std::find_if(set.policies_.begin(), set.policies_.end(),
                                    [&policy](const Policy& other) { return comes_before(policy, other); });
    set.policies_.insert(later, policy);
    set.arena_.absorb(std::move(loaded->arena));
  }
  return result;
}

const Policy* PolicySet::find(std::string_view id, std::string_view revision) const {
  for (const auto& policy : policies_) {
    if (policy.id == id && policy.revision == revision) {
      return &policy;
    }
  }
  return nullptr;
}

Result<Revision> PolicySet::named(std::string_view name, local_days day) const {
  const std::string_view id = name.substr(0, name.find('@'));
  const Revision revision =
      names_revision(name) ? Revision{find(id, name.substr(id.size() + 1)), Revision::Fit::InForce} : in_force(id, day);
  if (revision.policy != nullptr) {
    return revision;
  }
  std::vector<std::string_view> ids;
  std::vector<std::string_view> revisions;
  for (const auto& policy : policies_) {
    if (ids.empty() || ids.back() != policy.id) {
      ids.push_back(policy.id);
    }
    if (policy.id == id) {
      revisions.push_back(policy.revision);
    }
  }
  if (revisions.empty()) {
    return Diagnostic{Code::RequestPolicyUnknown, "/policy", {{"id", excerpt(name)}, {"known", list_names(ids)}}};
  }
  return Diagnostic{
      Code::RequestRevisionUnknown,
      "/policy",
      {{"policy", id}, {"revision", excerpt(name.substr(id.size() + 1))}, {"known", list_names(revisions)}}};
}

Revision PolicySet::in_force(std::string_view id, local_days day) const { return revision_on(policies_, id, day); }

}  // namespace supportcalc
