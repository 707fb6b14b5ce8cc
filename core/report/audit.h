// Many tickets of a table: which answers came in time, by how much not, and what that is worth.
//
// Example: "id,submitted_at,responded_at,severity\n1,2026-04-02T14:30:00Z,2026-04-07T07:30:00Z,severity-1\n" with
// policy zitadel@2023-10-06 and plan extended-sla: Missed, late by an hour.
#ifndef SUPPORTCALC_REPORT_AUDIT_H_
#define SUPPORTCALC_REPORT_AUDIT_H_

#include <array>
#include <deque>
#include <functional>
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
#include "report/csv.h"
#include "report/rests_on.h"

namespace supportcalc {

struct AuditOptions {
  std::string policy;  // instead of a column; may name a revision
  std::string plan;    // instead of a column
  Arena arena;         // where the texts of `terms` are
  Terms terms;
  std::optional<sys_seconds> now;  // until when tickets without an answer have waited
  std::optional<Zone> zone;        // of times that are written without an offset
};

enum class AuditVerdict : std::uint8_t {
  Met,
  Missed,
  Disputed,  // the readings of a clause disagree
  Open,      // not answered yet
  NoFigure,  // nothing was promised that could be missed
  Error,     // the row cannot be judged
};

inline constexpr std::array<std::string_view, 6> kAuditVerdictNames = {"met",  "missed",    "disputed",
                                                                       "open", "no-figure", "error"};

// Upper bounds, in percent of the time allowed; what is over the last comes into a bucket of its own.
inline constexpr std::array<int, 10> kAuditBuckets = {10, 25, 50, 75, 90, 100, 125, 150, 200, 400};

struct AuditCounts {
  std::array<std::size_t, kAuditVerdictNames.size()> verdicts{};
  std::size_t overdue = 0;  // of the open ones: past due on every reading
  std::array<std::size_t, kAuditBuckets.size() + 1> buckets{};

  std::size_t of(AuditVerdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

// Tickets under the same promise.
struct AuditGroup {
  const Policy* policy = nullptr;
  const Plan* plan = nullptr;
  const Severity* severity = nullptr;  // null for a policy without levels
  const Target* target = nullptr;      // null when the policy names none
  const PreparedPromise* promise = nullptr;
  std::string_view reason;  // why there is no due
  std::vector<const Remedy*> remedies;
  RestsOn rests_on;
  AuditCounts counts;

  // Whether the share of tickets that the target promises was kept; nothing where the readings of a clause decide. Only
  // for a target with a share.
  //
  // Example: 95 % promised, of 20 tickets 18 met, 1 missed, 1 disputed: 90 to 95 %, so nothing.
  std::optional<bool> share_kept() const;
};

struct AuditedTicket {
  std::size_t row = 0;
  std::string_view id;
  std::string_view submitted_at;  // as written
  std::string_view responded_at;
  AuditVerdict verdict = AuditVerdict::Error;
  const AuditGroup* group = nullptr;  // null for most errors
  std::optional<Due> due;
  std::optional<seconds> elapsed;  // of an answer, and of what is open until now; on the promise's clock
  seconds late_by{};
  bool overdue = false;
  std::int64_t credit_least = 0;
  std::int64_t credit_most = 0;
  std::string_view credit_unit;  // "" when there is no credit
  Diagnostics problems;          // of an error; pointers name columns
};

struct AuditSummary {
  std::size_t tickets = 0;
  AuditCounts counts;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>, std::less<>> credits;  // least and most, by unit
};

// Takes a CSV text in pieces and tells each ticket as soon as its row is complete. Columns, in any order and beside
// others: id, submitted_at, responded_at, severity, and policy and plan unless the options name them. Plans and levels
// may be written by id or by label, whatever the case. Without `@` a policy is the revision in force at filing.
//
// Memory does not grow with the number of tickets.
class Auditor {
 public:
  using OnTicket = std::function<void(const AuditedTicket&)>;

  // `set` must outlive the auditor.
  Auditor(const PolicySet& set, AuditOptions options, OnTicket on_ticket);
  Auditor(const Auditor&) = delete;
  Auditor& operator=(const Auditor&) = delete;

  void add(std::string_view piece) { reader_.add(piece); }
  // No more comes. A text without a header has problems.
  void finish();

  // Why nothing is judged: a column is missing (value.missing) or there twice (id.duplicate).
  const Diagnostics& problems() const { return problems_; }
  const AuditSummary& summary() const { return summary_; }
  // In the order in which they first occurred.
  const std::deque<AuditGroup>& groups() const { return groups_; }

 private:
  enum Column : std::uint8_t { Id, SubmittedAt, RespondedAt, SeverityColumn, PolicyColumn, PlanColumn };
  static constexpr std::size_t kColumnCount = PlanColumn + 1;

  void row(const CsvRow& row);
  void header(const CsvRow& row);
  void judge(const CsvRow& row);
  std::string_view cell(const CsvRow& row, Column column) const;
  std::optional<sys_seconds> instant(std::string_view text, const char* pointer);
  AuditGroup* group_of(const CsvRow& row, sys_seconds filed);
  AuditGroup* make_group(const Policy& policy, std::string_view plan, std::string_view severity, sys_seconds filed);
  const Evaluator* evaluator_of(const Policy& policy, const Plan& plan);
  void add_problems(const Diagnostics& problems);
  void value_credits(const AuditGroup& group, const PromiseResult& result);
  void tell(AuditVerdict verdict, AuditGroup* group);

  const PolicySet& set_;
  AuditOptions options_;
  OnTicket on_ticket_;
  CsvReader reader_;
  bool has_header_ = false;
  std::size_t cells_ = 0;  // of the header
  std::array<std::size_t, kColumnCount> columns_{};
  Diagnostics problems_;
  AuditSummary summary_;
  std::deque<AuditGroup> groups_;
  std::unordered_map<std::string, std::vector<AuditGroup*>> by_name_;  // as written; one group for each revision
  std::map<std::pair<const Policy*, const Plan*>, std::unique_ptr<Evaluator>> evaluators_;
  // Kept from row to row.
  std::string name_;
  Ticket ticket_;
  Arena arena_;  // of the list in `result_`
  PromiseResult result_;
  AuditedTicket audited_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_AUDIT_H_
