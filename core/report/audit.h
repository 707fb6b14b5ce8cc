// Judges tickets one by one: was the answer in time, by how much not, and what is that worth?
//
// Example: a ticket filed 2026-04-02T14:30:00Z, answered 2026-04-07T07:30:00Z, severity-1 of zitadel@2023-10-06, plan
// extended-sla: Missed, late by an hour. report/audit_report.h adds tickets up.
#ifndef SUPPORTCALC_REPORT_AUDIT_H_
#define SUPPORTCALC_REPORT_AUDIT_H_

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/evaluator.h"
#include "policy/policy_set.h"
#include "report/audit_ticket.h"
#include "report/rests_on.h"

namespace supportcalc {

struct AuditOptions {
  Arena arena;  // where the texts of `terms` are
  Terms terms;
  std::optional<sys_seconds> now;  // until when tickets without an answer have waited
  // Which instants the table tells: what it does not tell is not judged, rather than taken for missing.
  bool tells_response = true;
  bool tells_resolution = false;
  bool tells_update = false;
};

enum class AuditVerdict : std::uint8_t {
  Met,
  Missed,
  Disputed,   // the readings of a clause disagree
  Open,       // not answered yet
  NoFigure,   // nothing was promised that could be missed
  Unjudged,   // the table leaves the verdict open
  Duplicate,  // another row is the ticket
};

inline constexpr std::array<std::string_view, 7> kAuditVerdictNames = {"met",       "missed",   "disputed", "open",
                                                                       "no-figure", "unjudged", "duplicate"};

// Tickets under the same promise.
struct AuditGroup {
  std::size_t index = 0;  // in the order in which they first occurred
  Kind kind = Kind::FirstResponse;
  std::size_t kind_rank = 0;  // tickets are counted by the kind of rank 0, else the lowest the table tells
  const Policy* policy = nullptr;
  const Plan* plan = nullptr;
  const Severity* severity = nullptr;  // null for a policy without levels
  const Target* target = nullptr;      // null when the policy names none
  const PreparedPromise* promise = nullptr;
  std::string_view reason;  // why there is no due
  std::vector<const Remedy*> remedies;
  RestsOn rests_on;
  std::optional<Zone> zone;  // of the policy's wall times
};

struct AuditCredit {
  const Remedy* remedy = nullptr;
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::optional<local_days> claim_by;  // the last day it can be claimed; nothing where the policy says none
  bool is_lapsed = false;              // that day is over
};

// What became of one promise to a ticket.
struct AuditedTarget {
  AuditVerdict verdict = AuditVerdict::Unjudged;
  const AuditGroup* group = nullptr;  // null for most that are not judged
  std::optional<Due> due;             // from the earliest filing to the latest, where that is not known to the second
  std::optional<seconds> elapsed;     // of an answer, and of what is open until now; on the promise's clock
  seconds late_by{};
  std::optional<int> used_percent;  // of the time allowed, by an answer; rounded up
  bool overdue = false;             // open, and past due on every reading
  std::vector<AuditCredit> credits;
  // Why the verdict is open: it is one or the other, by when in the span of an instant the ticket was filed or
  // answered.
  Doubt doubt = Doubt::None;
  std::optional<std::pair<AuditVerdict, AuditVerdict>> either;
};

struct AuditedTicket {
  const AuditTicket* ticket = nullptr;
  // Of the first of the promises that the table can judge; the first response, where it tells that.
  AuditedTarget main;
  std::vector<AuditedTarget> others;
  Revision::Fit fit = Revision::Fit::InForce;  // of the revision that was used
  bool default_severity = false;               // the level is the policy's default
  Diagnostics problems;                        // why it could not be judged; pointers name columns

  AuditVerdict verdict() const { return main.verdict; }
};

// The level a word means: by id, label or another name, whatever the case; null where none.
//
// Example: "severity 1", "SEVERITY-1" and "severity-1" are the level severity-1 of zitadel.
const Severity* severity_named(const Policy& policy, std::string_view word);

class Auditor {
 public:
  // `set` must outlive the auditor.
  Auditor(const PolicySet& set, AuditOptions options);
  Auditor(const Auditor&) = delete;
  Auditor& operator=(const Auditor&) = delete;

  // The answer looks at `ticket`, and is valid until the next one.
  //
  //  - plans and levels go by id, label or another name they have, whatever the case; an empty level is the policy's
  //    default where it states one, and not judged (table.severity.missing) where it does not;
  //  - an instant that is a span gives a verdict where every second of it gives the same; otherwise the ticket is
  //    Unjudged, with both verdicts;
  //  - pauses stop the clocks that the policy stops for customers.
  //
  // Errors, of the ticket: those of its own; request.responded_before_submitted, request.event_before_submitted,
  // request.policy.unknown, request.revision.unknown, request.plan.unknown, request.severity.unknown,
  // table.severity.missing, and those of Evaluator.
  const AuditedTicket& judge(const AuditTicket& ticket);

  // In the order in which they first occurred.
  const std::deque<AuditGroup>& groups() const { return groups_; }
  const AuditOptions& options() const { return options_; }

 private:
  // What is promised to tickets of a level, first that by which they are counted.
  using LevelGroups = std::vector<AuditGroup*>;
  struct Known {
    const Policy* policy = nullptr;
    LevelGroups groups;
    bool default_severity = false;
  };
  // Instants without doubt.
  struct Instants {
    sys_seconds submitted_at;
    std::optional<sys_seconds> responded_at;
    std::optional<sys_seconds> resolved_at;
    std::optional<sys_seconds> updated_at;
  };

  const Known* known_of(const AuditTicket& ticket, sys_seconds filed);
  std::optional<Known> make_groups(const Policy& policy, std::string_view plan, std::string_view severity,
                                   sys_seconds filed);
  AuditGroup* make_group(const Evaluator& evaluator, const Evaluation& evaluation, const Severity* severity, Kind kind);
  const Evaluator* evaluator_of(const Policy& policy, const Plan& plan);
  std::vector<Instants> instants_of(const AuditTicket& ticket) const;
  void check_order(const AuditTicket& ticket);
  AuditedTarget judge_span(const AuditGroup& group, const std::vector<Instants>& instants, const AuditTicket& ticket);
  AuditedTarget judge_at(const AuditGroup& group, const Instants& at, const AuditTicket& ticket);
  void value_credits(const AuditGroup& group, const PromiseResult& result, AuditedTarget& target);

  const PolicySet& set_;
  AuditOptions options_;
  std::deque<AuditGroup> groups_;
  std::unordered_map<std::string, std::vector<Known>> by_name_;  // as written; one for each revision
  std::map<std::pair<const Policy*, const Plan*>, std::unique_ptr<Evaluator>> evaluators_;
  // The revision found last.
  std::string revision_name_;
  local_days revision_day_{};
  std::optional<Revision> revision_;
  // Kept from ticket to ticket.
  std::string name_;
  Known unkept_;
  Ticket ticket_;
  Arena arena_;
  AuditedTicket audited_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_AUDIT_H_
