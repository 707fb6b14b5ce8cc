// Everything else a policy says: what a ticket needs, versions, maintenance, facts, and its own gaps.
//
// Example: {"id": "zi-2", "kind": "gap", "candidates": ["severity-1", "severity-2"], "when": {"impact":
// {"availability":
// ["degraded"]}}} names the levels an impact may be that no rule fits.
#ifndef SUPPORTCALC_POLICY_FACTS_H_
#define SUPPORTCALC_POLICY_FACTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "civil/civil.h"
#include "policy/plan.h"
#include "policy/promise.h"
#include "policy/scope.h"
#include "policy/selector.h"
#include "policy/text.h"

namespace supportcalc {

// A thing the vendor wants to see in a ticket.
struct TicketItem {
  std::string_view id;
  Text label;
  bool required = false;
  bool rule = false;  // to be kept to rather than written down: "one problem per ticket"
  Text note;
  Cite cite;
};

struct LifecycleRule {
  std::string_view id;
  std::string_view rule;  // "max-age", "latest-count", "major-overlap", "text"
  int months = 0;
  int days = 0;
  int count = 0;
  std::string_view of;
  Verdict effect = Verdict::NotStated;
  std::string_view effect_name;
  Text text;
  Selector where;
  Cite cite;
};

// Anything else a customer should know.
struct Fact {
  std::string_view id;
  std::string_view topic;
  Text text;
  std::optional<Quantity> quantity;
  Selector where;
  Cite cite;
};

// Times after midnight.
struct TimeSpan {
  seconds open{};
  seconds close{};
};

// When the vendor works on its own systems.
struct Maintenance {
  std::string_view id;
  Text text;
  List<date::weekday> days;
  int nth = 0;  // of the month: 1..5, -1 for the last, 0 for every week
  std::optional<TimeSpan> window;
  std::string_view time_zone;
  int typical_minutes = 0;
  std::optional<Amount> notice;
  std::optional<Quantity> cap;
  std::string_view announced_on;  // a channel
  Selector where;
  Cite cite;
};

struct Ambiguity {
  std::string_view id;
  Text text;
  Text resolution;
  std::string_view kind;  // "gap", "conflict", "change", "wording"
  Ids touches;
  Ids candidates;  // the severities an impact that matches may be
  Selector where;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_FACTS_H_
