// The policies and calendars an evaluation may use, loaded once and never changed.
#ifndef SUPPORTCALC_POLICY_POLICY_SET_H_
#define SUPPORTCALC_POLICY_POLICY_SET_H_

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "civil/civil.h"
#include "policy/check.h"
#include "policy/policy.h"
#include "policy/selection.h"

namespace supportcalc {

// A document by name; the name is for people, what it holds is read from the text.
struct Document {
  std::string name;
  std::string text;
};

// A document that could not be used, and why.
struct RejectedDocument {
  std::string name;
  Diagnostics problems;
};

struct LoadedPolicies;

class PolicySet {
 public:
  PolicySet() = default;

  // Documents with a member `rules` are calendars, the others policies. One that has problems is rejected and the
  // others keep working. Problems: those of load_policy and load_calendar; id.duplicate, policy.revision.duplicate.
  //
  // Example: PolicySet::load({{"a.json", "{"}}, all_checks()) has no policies, and rejects "a.json" with json.syntax.
  static LoadedPolicies load(const std::vector<Document>& documents, const Checks& checks);

  const std::list<Policy>& policies() const { return policies_; }
  const std::vector<HolidayCalendar>& calendars() const { return calendars_; }

  // Null when there is none.
  const Policy* find(std::string_view id, std::string_view revision) const;
  const HolidayCalendar* calendar(std::string_view id) const { return find_by_id(calendars_, id); }

  // What a request calls a policy: "zitadel@2023-10-06" is that revision whatever the day, "zitadel" the one `in_force`
  // gives. Errors, at `/policy`: request.policy.unknown, request.revision.unknown.
  Result<Revision> named(std::string_view name, local_days day) const;

  // What `revision_on` gives for `day` (a date in UTC).
  Revision in_force(std::string_view id, local_days day) const;

 private:
  Arena arena_;                 // what the policies and calendars say
  std::list<Policy> policies_;  // by id, then by the date they came into force
  std::vector<HolidayCalendar> calendars_;
};

// What became of a list of documents.
struct LoadedPolicies {
  PolicySet policies;
  std::vector<RejectedDocument> rejected;
};

// Whether a request's name of a policy says which revision.
inline bool names_revision(std::string_view name) { return name.find('@') != std::string_view::npos; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_POLICY_SET_H_
