// The answer to one ticket, as structs: ids and instants, no sentences.
//
// Ids and texts are views into the policy and the ticket it was made from, which must outlive it, as must the
// evaluator. Everything that comes from a row of the policy says which, how far it is owed and what must hold for it.
//
// Example: a ticket of Severity 1 under ZITADEL's "extended-sla", filed Thu 2026-04-02 14:30Z, has as `targets[0]` the
// first response: row 1, standing Owed, due 2026-04-07 06:30Z.
#ifndef SUPPORTCALC_ENGINE_EVALUATION_H_
#define SUPPORTCALC_ENGINE_EVALUATION_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "engine/channels.h"
#include "engine/next.h"
#include "engine/promise_result.h"
#include "engine/severity_decision.h"
#include "engine/standing.h"
#include "engine/vocabulary.h"
#include "policy/policy.h"

namespace supportcalc {

struct TargetResult {
  const Target* target = nullptr;
  std::size_t row = 0;  // in the policy's targets
  const Severity* severity = nullptr;
  Standing standing = Standing::Owed;
  OpenConditions conditions;
  // The channels that its level has to be filed through: whoever reads the due has to know them. Views into the
  // evaluator; empty where there is no due, or where a condition says so.
  Ids required_channels;
  List<Pause> pauses;           // that stopped its clock, in order
  bool ignores_pauses = false;  // it has a due, and none of the ticket's pauses stops its clock
  PromiseResult result;
};

// Only a step that was taken is owed an answer; the due of any other is "if taken now".
struct StepResult {
  const EscalationStep* step = nullptr;
  std::size_t row = 0;  // in the policy's escalation steps
  EscalationStart start = EscalationStart::SubmittedAt;
  Standing standing = Standing::NotOwed;
  OpenConditions conditions;
  PromiseResult result;
};

struct RemedyValue {
  const RemedyReading* reading = nullptr;
  std::int64_t value = 0;
};

struct RemedyResult {
  const Remedy* remedy = nullptr;
  std::size_t row = 0;                // in the policy's remedies
  std::optional<std::size_t> target;  // in `targets`: the promise it is for
  std::optional<std::size_t> step;    // in `escalation`, likewise
  Standing standing = Standing::NotOwed;
  OpenConditions conditions;
  RemedyStatus status = RemedyStatus::Rule;
  List<RemedyValue> values;  // by the main reading of the due
  std::int64_t least = 0;    // over all readings of both
  std::int64_t most = 0;
  // The last day on which it can be claimed, wherever the days are counted from: no miss is before the earliest due. In
  // `claim_zone`, the vendor's, else the visitor's, else UTC.
  std::optional<local_days> claim_by;
  std::optional<Zone> claim_zone;
};

// A fact or a rule about versions.
struct FactResult {
  const Fact* fact = nullptr;
  std::size_t row = 0;  // in the policy's facts
  Standing standing = Standing::Owed;
  OpenConditions conditions;
};

struct ScopeResult {
  Verdict verdict = Verdict::NotAsked;
  const ScopeItem* topic = nullptr;
  const ScopeItem* maturity = nullptr;
  const ScopeItem* beyond = nullptr;  // what holds for a topic the lists do not name
};

struct Notice {
  NoticeKind kind = NoticeKind::Ambiguity;
  const Ambiguity* ambiguity = nullptr;
  const HolidayCalendar* calendar = nullptr;  // of HolidaysIncomplete
};

struct LifecycleResult {
  const LifecycleRule* rule = nullptr;
  std::size_t row = 0;  // in the policy's lifecycle rules
  OpenConditions conditions;
  LifecycleVerdict verdict = LifecycleVerdict::NotAsked;
};

// Of what a policy says whatever is wrong, a row that may hold.
struct OfferedRow {
  std::size_t row = 0;  // in the policy's list
  OpenConditions conditions;
};

// What a plan has beside the answer to a ticket: what a ticket can be about, and what is so whatever it is about.
struct Offer {
  std::vector<OfferedRow> topics;
  std::vector<OfferedRow> maturities;
  std::vector<OfferedRow> responsibilities;
  std::vector<OfferedRow> maintenance;
  std::vector<PlanFeature> features;
};

struct Evaluation {
  Arena arena;  // of the lists within its parts
  SeverityDecision severity;
  const SeverityDefinition* definition = nullptr;  // of the level; null where it is open
  ScopeResult scope;
  std::vector<TargetResult> targets;  // those without open conditions of their own come first
  std::vector<StepResult> escalation;
  std::vector<RemedyResult> remedies;
  std::vector<ChannelResult> channels;
  std::vector<FactResult> facts;
  std::vector<LifecycleResult> lifecycle;
  std::optional<Next> next;  // nothing where nothing fits
  std::vector<Notice> notices;
  Ids used_assumptions;
};

// What a credit is for: the kind of the target, or "escalation"; "" where no promise of this answer calls for it.
// Example: "first-response" for ZITADEL's longer term after a late first answer.
inline std::string_view applies_to(const Evaluation& evaluation, const RemedyResult& result) {
  if (result.target) {
    return name_of(evaluation.targets[*result.target].target->kind);
  }
  return contains(result.remedy->applies_to, "escalation") ? std::string_view("escalation") : std::string_view();
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_EVALUATION_H_
