// One problem under every plan of one policy or of several, soonest answer first.
//
// Example: {"availability": "down", ...} under Stakater: premium, due in one hour, before standard, due in two business
// hours; both Promised, ranks 1 and 2.
#ifndef SUPPORTCALC_REPORT_COMPARE_H_
#define SUPPORTCALC_REPORT_COMPARE_H_

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evaluator.h"
#include "policy/policy_set.h"
#include "report/rests_on.h"
#include "report/vocabulary.h"

namespace supportcalc {

// A policy to be compared, in the revision that answers.
struct CompareSubject {
  Revision revision;
  bool named_revision = false;  // the request asked for it
};

// Something of the request that was left out for a plan, because the policy has no place for it.
struct CompareNote {
  enum class Kind : std::uint8_t {
    Facet,     // no level asks for this answer
    Question,  // the policy has no such question, or not this answer
    Option,
    Assumption,
    Topic,
    Maturity,
    Channel,
    Severity,  // the level is not open to the plan
  };
  Kind kind = Kind::Facet;
  std::string_view id;
};

inline constexpr std::array<std::string_view, 8> kCompareNoteNames = {
    "facet.not-asked", "facet.unknown", "option", "assumption", "topic", "maturity", "channel", "severity"};

struct CompareRow {
  CompareSubject subject;
  std::unique_ptr<Evaluator> evaluator;
  Ticket ticket;          // what of the request fits this plan
  Evaluation evaluation;  // of targets, those of the kind; nothing of escalation, credits, channels, facts, notices
  RankGroup group = RankGroup::Absent;
  std::optional<Due> due;  // over all levels it may be; `at` is the latest when they differ; none behind Open
  bool is_span = false;    // several levels are possible, so `at` is no single promise
  // Of what is promised, in the order of the rows: 1 more than the promised rows whose latest moment is sooner; else 0.
  std::size_t rank = 0;
  std::size_t surely_sooner = 0;  // promised rows whose latest moment is before this one's earliest
  std::size_t promise_rank = 0;   // from 1, the firmest; the same for what is equally firm, whenever it is due
  RestsOn rests_on;
  std::vector<CompareNote> notes;
};

struct Comparison {
  Kind kind = Kind::FirstResponse;
  std::vector<CompareRow> rows;
  bool strengths_differ = false;  // figures that are sorted together are promised with different commitments
};

// Each plan answers the same ticket. What its policy does not know is left out for it and noted; what no plan knows is
// a problem, as for a single ticket. Rows are sorted by group, then by the latest moment the answer may be due.
//
// The ids of `ticket` and `terms` must outlive the result, as must `set`.
// Problems: request.compare.severity, and those of Evaluator.
Result<Comparison> compare(const PolicySet& set, const std::vector<CompareSubject>& subjects, const Ticket& ticket,
                           const Terms& terms, Kind kind);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_COMPARE_H_
