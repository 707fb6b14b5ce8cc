// What the vendor gives when a promise was not kept, and how to claim it.
//
// `grants` counts `grants_unit` (days of extension, percent, ...) for each `per` of delay; shares and percentages of
// uptime are decimal text as the policy writes them ("99.95").
//
// Example: {"per": {"value": 1, "unit": "business-hours"}, "grants": 1, "grants_unit": "days"}: an answer 2 h 30 of
// open time late earns 2 days, or 3 where a started block counts (engine/remedy.h).
#ifndef SUPPORTCALC_POLICY_REMEDY_H_
#define SUPPORTCALC_POLICY_REMEDY_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/promise.h"
#include "policy/selector.h"
#include "policy/text.h"

namespace supportcalc {

struct RemedyReading {
  std::string_view id;
  bool part_blocks = false;    // a begun block counts
  bool elapsed_clock = false;  // the delay runs day and night
};

struct UptimeStep {
  std::string_view promised;
  std::string_view from;
  std::string_view below;
  std::string_view credit;
};

struct UptimePromise {
  Ids plans;
  std::string_view percent;
};

struct Claim {
  std::optional<std::int64_t> within_days;
  std::optional<std::int64_t> used_within_days;  // after which a credit expires
  std::string_view to;                           // where to send it
  Text proof;
  Text cap;
  Text minimum;
  std::optional<bool> cash;
  Text text;
  Cite cite;
};

struct Remedy {
  std::string_view id;
  std::string_view kind;
  Text text;
  Ids applies_to;  // target kinds, and "escalation"
  Amount per;
  std::int64_t grants = 0;
  std::string_view grants_unit;
  List<RemedyReading> readings;
  std::string_view ambiguity;
  std::int64_t misses = 0;  // of kind "miss-count": so many in a period
  std::string_view misses_per;
  List<UptimePromise> promise;
  List<UptimeStep> table;
  std::optional<Claim> claim;
  Selector where;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_REMEDY_H_
