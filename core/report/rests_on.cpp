#include "report/rests_on.h"

#include <algorithm>

namespace supportcalc {

RestsOn rests_on(const Evaluator& evaluator, const Evaluation& evaluation, Kind kind) {
  const Policy& policy = evaluator.policy();
  RestsOn result;
  result.draft = policy.status == Status::Draft;
  Names assumed;
  bool has_due = false;
  bool counts_hours = false;
  for (const auto& target : evaluation.targets) {
    if (target.target->kind != kind || !target.result.due) {
      continue;
    }
    const PreparedPromise& promise = *target.result.promise;
    has_due = true;
    counts_hours = counts_hours || promise.readings.front().clock != nullptr;
    assumed.insert(assumed.end(), promise.assumptions.begin(), promise.assumptions.end());
  }
  if (!has_due) {
    return result;
  }
  for (const auto& assumption : policy.assumptions) {
    if (contains(assumed, assumption.id)) {
      result.assumptions.push_back({assumption.id, evaluator.terms().assumption(assumption.id)});
    }
  }
  for (const auto& notice : evaluation.notices) {
    if (notice.kind != NoticeKind::Ambiguity || notice.ambiguity->kind == "change") {
      continue;
    }
    const Ids& touches = notice.ambiguity->touches;
    if (contains(touches, name_of(kind)) || (counts_hours && contains(touches, "hours"))) {
      result.ambiguities.push_back(notice.ambiguity);
    }
  }
  return result;
}

RestsOn either(RestsOn one, const RestsOn& other) {
  for (const auto& assumption : other.assumptions) {
    const bool known = std::any_of(one.assumptions.begin(), one.assumptions.end(),
                                   [&assumption](const auto& each) { return each.key == assumption.key; });
    if (!known) {
      one.assumptions.push_back(assumption);
    }
  }
  for (const auto* ambiguity : other.ambiguities) {
    if (std::find(one.ambiguities.begin(), one.ambiguities.end(), ambiguity) == one.ambiguities.end()) {
      one.ambiguities.push_back(ambiguity);
    }
  }
  one.draft = one.draft || other.draft;
  return one;
}

}  // namespace supportcalc
