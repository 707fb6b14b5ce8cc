// How far something of an answer is owed for the ticket as it stands, and what must hold for it.
//
// One rule for targets, escalation steps, channels, credits and facts; docs/api.md, "Standing", has the table.
#ifndef SUPPORTCALC_ENGINE_STANDING_H_
#define SUPPORTCALC_ENGINE_STANDING_H_

#include <string_view>

#include "base/arena.h"
#include "engine/promise_result.h"
#include "engine/vocabulary.h"
#include "policy/selection.h"

namespace supportcalc {

// Something that must hold.
struct OpenCondition {
  using Kind = ConditionKind;
  using State = ConditionState;
  Kind kind = Kind::Option;
  std::string_view id;  // of the option, facet, topic or revision; "" for a channel and a severity
  Ids values;           // one of which it has to be; none for a topic and a draft
  State state = State::Open;
};

using OpenConditions = List<OpenCondition>;

// What a condition leaves open, which are the answers it asks for that are not given. The list is in `arena`.
//
// Example: {"options": {"framework": ["standard"]}, "impact": {"cvss": ["critical"]}} for a ticket that says "cvss" is
// critical leaves {Option, "framework", {"standard"}, Open}.
OpenConditions left_open(const Condition& condition, const Given& given, Arena& arena);

// Whether an answer that the request leaves open decides if the row holds at all: what its own condition asks for.
bool is_open(OpenConditions conditions);

// The standing of a promise of time; the first that fits, from NotOwed to Owed, and at most `most`: what plan and scope
// leave of it.
//
// Example: an objective with a figure is Owed, with an open condition Conditional; best effort with one is NotPromised;
// an objective for a topic that is out of scope, where `most` is NotOwed, is NotOwed.
Standing standing_of(const PreparedPromise& promise, OpenConditions conditions, Standing most);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_STANDING_H_
