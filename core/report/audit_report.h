// What many tickets come to: counts, shares, response times and credits, by period and by whatever they are broken
// down.
//
// Reports of parts of a table add up to the report of the whole, in any order. Everything in a report is a number or a
// text, so that one that was written down can be read again and added to.
#ifndef SUPPORTCALC_REPORT_AUDIT_REPORT_H_
#define SUPPORTCALC_REPORT_AUDIT_REPORT_H_

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/audit.h"

namespace supportcalc {

// Tickets by what became of them. What is overdue is open, too.
struct AuditTotals {
  std::uint64_t met = 0;
  std::uint64_t missed = 0;
  std::uint64_t disputed = 0;
  std::uint64_t open = 0;
  std::uint64_t overdue = 0;
  std::uint64_t no_figure = 0;

  void add(AuditVerdict verdict, bool is_overdue);
  AuditTotals& operator+=(const AuditTotals& other);
  std::uint64_t tickets() const { return met + missed + disputed + open + no_figure; }
  // By which shares are taken: what was answered, and what should have been by now.
  std::uint64_t judged() const { return met + missed + disputed + overdue; }
  // Whether `percent` of them were met; nothing where disputed tickets decide, or where there are none.
  //
  // Example: 95 %, of 20 tickets 18 met, 1 missed, 1 disputed: 90 to 95 %, so nothing.
  std::optional<bool> keeps(int percent) const;

  bool operator==(const AuditTotals&) const = default;
};

// Upper bounds, in percent of the time allowed; what is over the last comes into a bucket of its own.
inline constexpr std::array<int, 10> kAuditBuckets = {10, 25, 50, 75, 90, 100, 125, 150, 200, 400};

// How long answers took, in whole minutes of the promise's clock, rounded up.
class AuditMinutes {
 public:
  void add(std::int64_t minutes, std::uint64_t count = 1);
  AuditMinutes& operator+=(const AuditMinutes& other);
  std::uint64_t count() const;
  // The smallest so that `percent` of all are no longer; nothing without any.
  std::optional<std::int64_t> percentile(int percent) const;
  // How many took more than `from` and at most `to` minutes.
  std::uint64_t between(std::int64_t from, std::int64_t to) const;
  // Each length that occurred, and how often.
  std::map<std::int64_t, std::uint64_t> counts() const;

 private:
  std::vector<std::uint32_t> short_;              // by minutes
  std::map<std::int64_t, std::uint64_t> longer_;  // than a month
};

// Credits of one remedy for misses of one month.
struct AuditCreditSum {
  std::uint64_t tickets = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t lapsed_least = 0;  // of these: can no longer be claimed
  std::int64_t lapsed_most = 0;
  std::optional<local_days> claim_by;  // the first day on which some of what can still be claimed lapses

  AuditCreditSum& operator+=(const AuditCreditSum& other);
};

// Tickets under one promise.
struct AuditReportGroup {
  // What tells it from others.
  std::string policy;
  std::string revision;
  std::string plan;
  std::string severity;  // "" for a policy without levels
  std::string kind;
  // Where it stands among others: kinds by which tickets are counted first, then the policy's order of levels.
  std::size_t kind_rank = 0;
  std::size_t severity_rank = 0;
  // What it is.
  std::string commitment;  // "" where there is no due
  std::string reason;      // why there is none
  int share_percent = 0;   // promised; 0 for none
  std::string share_per;
  std::vector<std::pair<std::string, std::string>> assumptions;
  std::vector<std::string> ambiguities;
  bool draft = false;
  // What adds up.
  AuditTotals totals;
  std::uint64_t unjudged = 0;
  std::array<std::uint64_t, kAuditBuckets.size() + 1> buckets{};
  AuditMinutes minutes;
  std::map<std::string, AuditTotals> periods;  // of filing, where a share or a count of misses is per period
  std::map<std::array<std::string, 3>, AuditCreditSum> credits;             // by month of the due, remedy and unit
  std::map<std::string, std::pair<std::int64_t, std::string>> miss_counts;  // by remedy: so many in which period

  bool is_same(const AuditReportGroup& other) const;
};

// Problems alike.
struct AuditProblem {
  std::string code;
  std::string pointer;
  std::string shape;  // what the texts look like
  std::uint64_t count = 0;
  std::size_t row = 0;  // the first
  std::string id;
  Diagnostic first;
};

// A row that has no verdict of its own.
struct AuditListed {
  std::size_t row = 0;
  std::string id;
  std::string why;  // a code, or the name of a doubt
  std::string one;  // both verdicts, where it is one or the other
  std::string other;
  std::size_t first_row = 0;  // of a duplicate
};

// An open ticket.
struct AuditWaiting {
  sys_seconds due;
  std::size_t row = 0;
  std::string id;
  std::size_t group = 0;

  bool operator<(const AuditWaiting& other) const { return std::pair(due, row) < std::pair(other.due, other.row); }
};

struct AuditReport {
  static constexpr std::size_t kMostListed = 1000;
  static constexpr std::size_t kMostWaiting = 100;
  static constexpr std::size_t kMostValues = 100'000;  // of a column; what comes later counts under "…"
  static constexpr std::size_t kMostProblems = 500;

  std::uint64_t rows = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t unjudged = 0;
  std::uint64_t repeated_headers = 0;
  std::uint64_t either_order = 0;  // dates that can be read day first and month first
  std::uint64_t order_settled = 0;
  std::uint64_t default_severity = 0;  // tickets whose level is the policy's default
  std::uint64_t not_covered = 0;       // filed when the revision they are judged by was not in force
  std::uint64_t doubtful = 0;          // have a verdict although an instant is a span
  AuditTotals totals;
  std::map<std::string, AuditTotals> by_month;  // of filing, in the policy's zone: "2026-04"
  std::map<std::string, AuditTotals> by_week;   // ISO 8601: "2026-W14"
  std::array<AuditTotals, 7> by_weekday{};      // from Monday
  std::array<AuditTotals, 24> by_hour{};
  std::vector<std::pair<std::string, std::map<std::string, AuditTotals>>> by_column;
  std::vector<AuditReportGroup> groups;
  std::vector<AuditProblem> problems;
  std::vector<AuditListed> unjudged_rows;
  std::vector<AuditListed> duplicate_rows;
  std::vector<AuditWaiting> overdue;   // longest first
  std::vector<AuditWaiting> due_next;  // soonest first
  std::vector<std::uint64_t> ids;      // what stands for each id, sorted; only in reports that are to be merged

  std::uint64_t tickets() const { return totals.tickets(); }
  // Puts the promises in their order.
  void arrange();
  // Adds what another part of the table comes to, in order.
  AuditReport& operator+=(const AuditReport& other);
};

// Makes a report ticket by ticket. Memory does not grow with the number of tickets.
class AuditTally {
 public:
  // `by` are the names of the columns that tickets carry values of.
  explicit AuditTally(const std::vector<std::string>& by);

  void add(const AuditedTicket& audited);
  // The report so far.
  AuditReport report() const;

 private:
  AuditReportGroup& group_of(const AuditGroup& group);
  void add_target(const AuditedTarget& target, const AuditedTicket& audited, AuditReportGroup& group);
  void add_unjudged(const AuditedTicket& audited);
  void add_waiting(const AuditedTicket& audited, std::size_t group);
  void add_time(const AuditedTicket& audited);

  AuditReport report_;
  std::vector<std::size_t> positions_;  // of groups, by their index
  std::vector<AuditTotals> months_;     // from January 2015
  std::vector<AuditTotals> weeks_;      // from the one that 2015-01-01 is in
  std::optional<Zone> zone_;            // of the latest group
  ZoneSpan span_{sys_seconds::max(), sys_seconds::max(), seconds{0}};
};

// "2026-04", "2026-W14", "2026-Q2", "2026" or "2026-04-02" for the period of kPeriodNames that a day is in; "all" for
// those that a calendar does not tell.
std::string period_of(std::string_view per, local_days day);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_AUDIT_REPORT_H_
