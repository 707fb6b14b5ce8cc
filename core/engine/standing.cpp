#include "engine/standing.h"

#include <algorithm>

namespace supportcalc {

OpenConditions left_open(const Condition& condition, const Given& given, Arena& arena) {
  OpenConditions conditions;
  const auto add = [&](OpenCondition::Kind kind, std::string_view id, Ids values, std::string_view answer) {
    if (matches(values, answer) == Truth::Unknown) {
      conditions = arena.appended(conditions, {kind, id, values, OpenCondition::State::Open});
    }
  };
  for (const auto& [id, values] : condition.options) {
    add(OpenCondition::Kind::Option, id, values, value_of(given.options, id));
  }
  if (!condition.channels.empty()) {
    add(OpenCondition::Kind::Channel, {}, condition.channels, given.channel);
  }
  for (const auto& [id, values] : condition.impact) {
    add(OpenCondition::Kind::Facet, id, values, answer_for(given.impact, id));
  }
  return conditions;
}

bool is_open(OpenConditions conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const OpenCondition& each) {
    return each.kind <= OpenCondition::Kind::Facet && each.state == OpenCondition::State::Open && !each.values.empty();
  });
}

Standing standing_of(const PreparedPromise& promise, OpenConditions conditions, Standing most) {
  switch (promise.promise->commitment) {
    case Commitment::NotOffered:
    case Commitment::NotApplicable:
      return Standing::NotOwed;
    case Commitment::Aspiration:
    case Commitment::BestEffort:
    case Commitment::None:
    case Commitment::NotStated:
      return std::min(Standing::NotPromised, most);
    case Commitment::Bespoke:
      if (!promise.amount) {
        return std::min(Standing::NotPromised, most);
      }
      break;
    case Commitment::Guarantee:
    case Commitment::Objective:
    case Commitment::Target:
      break;
  }
  return std::min(conditions.empty() ? Standing::Owed : Standing::Conditional, most);
}

}  // namespace supportcalc
