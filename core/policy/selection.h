// Which row of a policy holds: for a plan, a level, and what is known of a ticket.
//
// A policy states most facts in rows that name plans, levels and conditions. Everybody who needs the row that holds
// asks here: engine, reports, texts, checks. This is the only reader of `builds_on`, of empty lists of plans, of "*"
// and of the dates of revisions; tests/layering holds it so, and tests/data/selection.jsonl says what each rule gives.
#ifndef SUPPORTCALC_POLICY_SELECTION_H_
#define SUPPORTCALC_POLICY_SELECTION_H_

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string_view>
#include <vector>

#include "civil/civil.h"
#include "policy/policy.h"
#include "policy/predicate.h"

namespace supportcalc {

// --- plans

// A plan and those it builds on, itself first.
using Lineage = std::vector<const Plan*>;

// Ends before a plan that is there already, or that does not exist. Never empty.
//
// Example: "gold" builds on "silver", "silver" on "bronze": {gold, silver, bronze}.
Lineage lineage_of(const Policy& policy, const Plan& plan);

// The id of the plan this one builds on, as written; "" for none.
std::string_view base_of(const Plan& plan);

// Whether the plans that this one builds on lead back to one of them.
bool builds_on_itself(const Policy& policy, const Plan& plan);

// Whether a list of plans is about a plan, by its own name or that of one it builds on. An empty list is about all.
//
// Example: {"bronze"} covers gold, which builds on bronze; {"gold"} does not cover bronze; {} covers both.
bool covers(Ids plans, const Lineage& lineage);
bool covers(const Selector& where, const Lineage& lineage);

// --- levels

// Whether a fact is about a level; with null, an open level, whether it may be. No levels named means all.
bool is_for(const Selector& where, const Severity* level);

// --- conditions

// The options open to a plan, in the policy's order, each with what is given for it, else the policy's default, else
// "".
//
// Example: {} for a plan of ZITADEL's 2023-11-15 "free" gives {"extended_support", "no"}, which is the default.
std::vector<Keyed<std::string_view>> options_of(const Policy& policy, const Lineage& lineage,
                                                List<Keyed<std::string_view>> given);

// What is known of a ticket. Views; what they look at must outlive it.
struct Given {
  List<Keyed<std::string_view>> options;  // as `options_of` gives them
  std::string_view channel;               // "" when it is not said
  List<Keyed<std::string_view>> impact;   // with what is presumed
};

// Whether values take any answer: "*" is among them.
bool is_any(Ids values);

// Whether an answer is one of the values; unknown where there is no answer. "*" takes any answer and no lack of one: an
// option that the contract leaves out is not set, which is known.
//
// Example: {"email"}: Yes for "email", No for "phone", Unknown for "". {"*"}: Yes for "30", No for "".
Truth matches(Ids values, std::string_view answer);

// Whether everything a condition asks for is so. No where one thing is not, else Unknown where one is not known. An
// empty condition holds.
Truth holds(const Condition& condition, const Given& given);

// Whether a fact holds for a plan, a level (null: an open one) and a ticket: No for other plans and levels.
Truth holds(const Selector& where, const Lineage& lineage, const Severity* level, const Given& given);

// --- rows

// A level as a plan knows it.
struct Level {
  const Severity* severity = nullptr;
  const SeverityDefinition* definition = nullptr;
};

// The definition that holds: the first of `definitions` for the plan itself, then for those it builds on, whose
// condition is met; else the common one. Only options decide, and one that is not set meets no condition.
const SeverityDefinition& definition_of(const Severity& severity, const Lineage& lineage,
                                        List<Keyed<std::string_view>> options);

// Where in the level's `definitions` a definition is; nothing for the common one.
std::optional<std::size_t> index_of(const Severity& severity, const SeverityDefinition& definition);

// The levels open to a plan, in the policy's order, each with the definition that holds.
std::vector<Level> levels_of(const Policy& policy, const Lineage& lineage, List<Keyed<std::string_view>> options);

// Every combination of the options that decide which definitions hold for a plan: a value for each, "" for not set
// where there is no default. Options that are no choice are left out, and so are the last of those that would make more
// than kMostSettings combinations. At least one.
inline constexpr std::size_t kMostSettings = 256;
std::vector<std::vector<Keyed<std::string_view>>> level_settings(const Policy& policy, const Lineage& lineage);

// The rows of `targets` that may hold for a level, in the order in which they are tried: what a plan says itself comes
// before what it takes over; of each kind, up to the first without conditions, behind which none is reached. Null is a
// plan without levels, which has only what names none.
//
// Example: of rows {0: when email}, {1}, {2} of one kind, all for the plan: 0 and 1.
std::vector<std::size_t> rows_of(List<Target> targets, const Lineage& lineage, const Severity* level);

// How far a plan has a channel for a level (null: an open one): "no" where it is for other plans or levels, else what
// is said for the plan, else for a plan it builds on, else "yes".
std::string_view availability_of(const Channel& channel, const Lineage& lineage, const Severity* level);

// How far a plan has the channel of an id, whose rows differ by plan and level: what the first row for the plan says;
// "no" where there is none.
std::string_view availability_of(List<Channel> channels, std::string_view id, const Lineage& lineage);

// The rows of topics or maturities that may hold for a plan, of those with one id the first.
//
// Example: of {"upgrades", plans: bronze}, {"upgrades"}, {"training"}: 0 and 2 for bronze, 1 and 2 for the others.
std::vector<std::size_t> rows_of(List<ScopeItem> items, const Lineage& lineage, const Given& given);

// A feature a plan has, its own or of one it builds on.
struct PlanFeature {
  const Plan* plan = nullptr;
  std::size_t row = 0;  // in the plan's features
};

// What a plan brings: its own features, then those of the plans it builds on that it does not have itself.
std::vector<PlanFeature> features_of(const Lineage& lineage);

// The share of uptime promised to a plan, itself before those it builds on; null for none.
const UptimePromise* uptime_of(const Remedy& remedy, const Lineage& lineage);

// The rows of a credit's table that are for that share, or for any.
std::vector<std::size_t> steps_of(const Remedy& remedy, const UptimePromise* promise);

// --- revisions

// Which revision answers for a day, and how sure that is.
struct Revision {
  enum class Fit : std::uint8_t {
    InForce,
    BeforeFirst,  // the day is before every revision; the oldest is used
    Lapsed,       // the day is in none; the one that ended last before it is used
  };
  const Policy* policy = nullptr;
  Fit fit = Fit::InForce;
};

// Whether a revision holds on `day`: from `in_force_from` on, before `in_force_until`. An unknown end is open.
bool holds_on(const Policy& policy, local_days day);

// Of the revisions of `id` that hold on `day` and are no drafts, the one begun last; else the one that ended last
// before that day; before any, the oldest. Drafts count only where there is nothing else, then by the same rule. The
// policy is null when none has this id. `policies` are in the order of PolicySet: by id, then by when they began.
//
// Example: one from 2020 without an end, one from 2021 that ended in 2022: both years' tickets but 2021's get the
// first.
Revision revision_on(const std::list<Policy>& policies, std::string_view id, local_days day);

// A revision and the day from which on it answers.
struct AnsweringFrom {
  std::optional<local_days> from;  // nothing for the first, which answers for all days before the second
  const Policy* policy = nullptr;
};

// Which revision `revision_on` gives when, in order, for those who look it up before they can ask. Empty when none has
// this id.
//
// Example: one from 2020 that ended in 2021, one from 2022: {nothing, first}, {2022, second}.
std::vector<AnsweringFrom> answering_of(const std::list<Policy>& policies, std::string_view id);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_SELECTION_H_
