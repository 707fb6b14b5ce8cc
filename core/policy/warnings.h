// What an author should look at in a policy that can be used: it is evaluated as it stands, and most of what is found
// here is a slip.
//
// Not among the `Checks` of check.h: nothing here makes a document unusable, and programs that only evaluate have none
// of it in them. `supportcalc validate` calls these, and so may a C++ program that shows policies to their authors.
//
//   const auto policy = load_policy(text, all_checks());
//   if (policy) show(warnings_of(policy->value));
#ifndef SUPPORTCALC_POLICY_WARNINGS_H_
#define SUPPORTCALC_POLICY_WARNINGS_H_

#include "base/warning.h"
#include "policy/json_document.h"
#include "policy/policy.h"

namespace supportcalc {

// Everything below but the last, in the order of these declarations. Costs milliseconds, because it tries
// every combination of answers.
//
// Example: for docs/examples/acorn.json nothing; with "close": "23:59" in its window policy.hours.minute_short at
// /hours/0/windows/0/close.
Warnings warnings_of(const Policy& policy);

// Levels no impact leads to, definitions that hold for nobody, gaps whose candidates leave out a level that fits.
// policy.severity.unreachable, policy.definition.unreachable, policy.candidates.incomplete.
void warn_of_levels(const Policy& policy, Warnings& warnings);

// Rows that hold for no ticket, because others come first or because their plans lack what they ask for, and plans
// without any target. policy.target.*, policy.row.*, policy.plan.no_target.
void warn_of_rows(const Policy& policy, Warnings& warnings);

// What is declared and never named. policy.assumption.unused, policy.hours.unused, policy.option.unused,
// policy.question.unused.
void warn_of_unused(const Policy& policy, Warnings& warnings);

// Zones that are no places, windows that end a minute early or run over several days, labels that two share, tables of
// uptime that do not add up. zone.*, policy.hours.*, policy.label.twice, policy.uptime.*.
void warn_of_values(const Policy& policy, Warnings& warnings);

// Texts of any document that still begin with FILL, as `supportcalc new` leaves them. text.to_fill.
void warn_of_texts(const JsonValue& document, Warnings& warnings);

// The holiday calendars that a policy names, "none" included; each once.
Names calendars_named(const Policy& policy);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_WARNINGS_H_
