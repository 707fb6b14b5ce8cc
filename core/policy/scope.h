// What support covers: topics, how mature a feature is, and who has to do what.
//
// Example: {"id": "third-party", "verdict": "out", "instead": "Ask its vendor"} is a topic that is not covered.
#ifndef SUPPORTCALC_POLICY_SCOPE_H_
#define SUPPORTCALC_POLICY_SCOPE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/promise.h"
#include "policy/selector.h"
#include "policy/text.h"
#include "policy/vocabulary.h"

namespace supportcalc {

struct ScopeItem {
  std::string_view id;
  Text label;
  Verdict verdict = Verdict::NotStated;
  Text condition;
  Text example;
  Text instead;
  Text effort;
  Text note;
  std::optional<Commitment> commitment;
  Selector where;
  Cite cite;
};

struct Responsibility {
  std::string_view side;
  Text text;
  Selector where;
  Cite cite;
};

struct Scope {
  List<ScopeItem> topics;
  List<ScopeItem> maturities;
  std::optional<ScopeItem> beyond;
  List<Responsibility> responsibilities;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_SCOPE_H_
