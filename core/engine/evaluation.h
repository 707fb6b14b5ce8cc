// The answer to one ticket, as structs: ids and instants, no sentences.
//
// Ids and texts are views into the policy and the ticket it was made from, which must outlive it.
#ifndef SUPPORTCALC_ENGINE_EVALUATION_H_
#define SUPPORTCALC_ENGINE_EVALUATION_H_

#include <optional>
#include <string_view>
#include <vector>

#include "engine/due.h"
#include "engine/severity_decision.h"
#include "policy/policy.h"

namespace supportcalc {

// How an answer compares with a promise.
struct Outcome {
  bool met = false;
  seconds elapsed{};  // that counted on the promise's clock, from start to answer
  seconds late_by{};  // that counted from due to answer; zero when met
};

struct ReadingResult {
  const PreparedReading* reading = nullptr;
  sys_seconds at;
  std::optional<Outcome> outcome;
};

enum class NoDue : std::uint8_t {
  NoFigure,           // the commitment says why
  OptionMissing,      // the contract's figure or hours are not given
  ClockStartUnknown,  // it counts from something a request cannot know
};

// What targets and escalation steps have in common.
struct PromiseResult {
  const PreparedPromise* promise = nullptr;
  sys_seconds starts_at;
  std::optional<Due> due;
  NoDue no_due = NoDue::NoFigure;       // when there is no due
  std::vector<ReadingResult> readings;  // the first is `due->at`
  std::optional<Outcome> outcome;       // by the main reading, of an answer that was given
  bool outcome_disputed = false;        // the readings disagree whether it was met
};

// What a promise comes to for a ticket whose clock starts at `start`, into a `result` that is new. Problems:
// instant.out_of_range, amount.too_large.
Diagnostics compute_promise(const PreparedPromise& promise, sys_seconds start, List<Pause> pauses,
                            const std::optional<sys_seconds>& responded_at, PromiseResult& result);

struct TargetResult {
  const Target* target = nullptr;
  std::size_t row = 0;  // in the policy's targets
  const Severity* severity = nullptr;
  bool conditional = false;  // holds only under the row's conditions, which the request leaves open
  PromiseResult result;
};

enum class EscalationStart : std::uint8_t { EscalatedAt, Now, SubmittedAt };

struct StepResult {
  const EscalationStep* step = nullptr;
  EscalationStart start = EscalationStart::SubmittedAt;
  bool conditional = false;
  PromiseResult result;
};

enum class RemedyStatus : std::uint8_t {
  Rule,      // what it would be worth
  Earned,    // under every reading
  Disputed,  // under some readings
  NotEarned,
  None,  // nothing was promised that could be missed
};

struct RemedyValue {
  const RemedyReading* reading = nullptr;
  std::int64_t value = 0;
};

struct RemedyResult {
  const Remedy* remedy = nullptr;
  std::size_t target = 0;  // in `targets`, when `has_target`
  bool has_target = false;
  RemedyStatus status = RemedyStatus::Rule;
  std::vector<RemedyValue> values;  // by the main reading of the due
  std::int64_t least = 0;           // over all readings of both
  std::int64_t most = 0;
};

struct ScopeResult {
  Verdict verdict = Verdict::NotAsked;
  const ScopeItem* topic = nullptr;
  const ScopeItem* maturity = nullptr;
  const ScopeItem* beyond = nullptr;  // what holds for a topic the lists do not name
};

enum class NoticeKind : std::uint8_t {
  Ambiguity,
  RevisionBeforeFirst,
  RevisionLapsed,
  RevisionOutside,
  RevisionDraft,
  PausesNotCounted,
};

struct Notice {
  NoticeKind kind = NoticeKind::Ambiguity;
  const Ambiguity* ambiguity = nullptr;
};

enum class LifecycleVerdict : std::uint8_t { NotAsked, Within, Beyond, NotDecided };

struct LifecycleResult {
  const LifecycleRule* rule = nullptr;
  LifecycleVerdict verdict = LifecycleVerdict::NotAsked;
};

struct Evaluation {
  SeverityDecision severity;
  ScopeResult scope;
  std::vector<TargetResult> targets;  // those that hold come before those that may
  std::vector<StepResult> escalation;
  std::vector<RemedyResult> remedies;
  std::vector<const Channel*> channels;
  std::vector<const Fact*> facts;
  std::vector<LifecycleResult> lifecycle;
  std::vector<Notice> notices;
  Names used_assumptions;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_EVALUATION_H_
