// What a customer can buy: a column of the policy.
//
// Example: {"id": "gold", "builds_on": "silver"} says what gold adds; everything else is as for silver
// (policy/selection.h, lineage_of).
#ifndef SUPPORTCALC_POLICY_PLAN_H_
#define SUPPORTCALC_POLICY_PLAN_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/text.h"

namespace supportcalc {

// "8 hours per week", "2 named contacts".
struct Quantity {
  std::int64_t value = 0;
  std::string_view unit;
  std::string_view per;  // "" when it is not by period
};

struct Feature {
  std::string_view id;
  Text label;
  std::string_view value;  // "yes", "no", ... or "" when `text` or `hours` say it
  Text text;
  std::string_view hours;  // hours of coverage, where they are what the plan has: "business"; or ""
  std::optional<Quantity> quantity;
  Cite cite;
};

struct Plan {
  std::string_view id;
  Text label;
  Text description;
  std::string_view support;     // "full", "community", "none"
  std::string_view builds_on;   // "everything in that plan, plus": what this one does not say, that one does
  std::string_view deployment;  // the deployment kind it is tied to, or ""
  Ids also_known_as;
  List<Feature> features;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_PLAN_H_
