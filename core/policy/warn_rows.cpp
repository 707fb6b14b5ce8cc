// Rows that hold for no ticket.
#include <algorithm>

#include "policy/check_parts.h"
#include "policy/selection.h"
#include "policy/warnings.h"

namespace supportcalc {
namespace {

bool within(Ids values, Ids others) {
  return is_any(others) || std::all_of(values.begin(), values.end(),
                                       [&others](std::string_view value) { return contains(others, value); });
}

bool within(List<Keyed<Ids>> answers, List<Keyed<Ids>> others) {
  return std::all_of(others.begin(), others.end(), [&answers](const Keyed<Ids>& other) {
    return std::any_of(answers.begin(), answers.end(), [&other](const Keyed<Ids>& each) {
      return each.key == other.key && within(each.value, other.value);
    });
  });
}

// Whether `other` is met wherever `condition` is.
bool within(const Condition& condition, const Condition& other) {
  return within(condition.options, other.options) && within(condition.impact, other.impact) &&
         (other.channels.empty() || (!condition.channels.empty() && within(condition.channels, other.channels)));
}

class Rows {
 public:
  Rows(const Policy& policy, Warnings& warnings) : policy_(policy), warnings_(warnings) {
    for (const auto& plan : policy.plans) {
      lineages_.push_back(lineage_of(policy, plan));
    }
  }

  void warn_of_all() {
    hidden_targets();
    plans_without_target();
    rows(policy_.targets, kDocumentPlace.to("targets"), WarningCode::PolicyTargetNoLevel);
    const Place escalation = kDocumentPlace.to("escalation");
    const Place steps = escalation.to("steps");
    rows(policy_.escalation.steps, steps);
    shadowed(policy_.escalation.steps, steps);
    const Place channels = kDocumentPlace.to("channels");
    rows(policy_.channels, channels);
    shadowed(policy_.channels, channels);
    const Place scope = kDocumentPlace.to("scope");
    const Place topics = scope.to("topics");
    rows(policy_.scope.topics, topics);
    shadowed(policy_.scope.topics, topics);
    rows(policy_.scope.maturities, scope.to("maturities"));
    rows(policy_.scope.responsibilities, scope.to("responsibilities"));
    const Place remedies = kDocumentPlace.to("remedies");
    rows(policy_.remedies, remedies);
    shadowed(policy_.remedies, remedies);
    rows(policy_.lifecycle, kDocumentPlace.to("lifecycle"));
    rows(policy_.maintenance, kDocumentPlace.to("maintenance"));
    rows(policy_.facts, kDocumentPlace.to("facts"));
    rows(policy_.ambiguities, kDocumentPlace.to("ambiguities"));
  }

 private:
  // The levels a plan has; one null for a plan without levels.
  std::vector<const Severity*> levels_of(const Lineage& lineage) const {
    std::vector<const Severity*> levels;
    for (const auto& level : policy_.severities) {
      if (covers(level.plans, lineage)) {
        levels.push_back(&level);
      }
    }
    return levels.empty() ? std::vector<const Severity*>{nullptr} : levels;
  }

  // Whether `is_so` for a plan that a row is about, and a level of that plan that it is about.
  template <class IsSo>
  bool for_some_plan(const Selector& where, const IsSo& is_so) const {
    return std::any_of(lineages_.begin(), lineages_.end(),
                       [&](const Lineage& lineage) { return covers(where, lineage) && is_so(lineage); });
  }

  // --- what the plans of a row lack

  template <class List>
  void rows(const List& items, const Place& list, WarningCode no_level = WarningCode::PolicyRowNotInPlan) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      row(items[i].where, list.to(i), no_level);
    }
  }

  void row(const Selector& where, const Place& place, WarningCode no_level) {
    const Place levels = place.to("severities");
    for (std::size_t k = 0; k < where.severities.size(); ++k) {
      const Severity* level = find_by_id(policy_.severities, where.severities[k]);
      if (level != nullptr &&
          !for_some_plan(where, [&](const Lineage& lineage) { return covers(level->plans, lineage); })) {
        warn(warnings_, no_level, levels.to(k), {{"kind", "level"}, {"id", level->id}, {"level", level->id}});
      }
    }
    const Place when = place.to("when");
    const Place options = when.to("options");
    for (const auto& [id, values] : where.when.options) {
      const Option* option = find_by_id(policy_.options, id);
      if (option != nullptr &&
          !for_some_plan(where, [&](const Lineage& lineage) { return covers(option->plans, lineage); })) {
        warn(warnings_, WarningCode::PolicyRowNotInPlan, options.to(id), {{"kind", "option"}, {"id", id}});
      }
    }
    const Place channels = when.to("channels");
    for (std::size_t k = 0; k < where.when.channels.size(); ++k) {
      const auto id = where.when.channels[k];
      if (!for_some_plan(where, [&](const Lineage& lineage) { return has_channel(where, id, lineage); })) {
        warn(warnings_, WarningCode::PolicyRowNotInPlan, channels.to(k), {{"kind", "channel"}, {"id", id}});
      }
    }
  }

  bool has_channel(const Selector& where, std::string_view id, const Lineage& lineage) const {
    const auto levels = levels_of(lineage);
    return std::any_of(policy_.channels.begin(), policy_.channels.end(), [&](const Channel& channel) {
      return channel.id == id && std::any_of(levels.begin(), levels.end(), [&](const Severity* level) {
               return is_for(where, level) && availability_of(channel, lineage, level) != "no";
             });
    });
  }

  // --- what an earlier row takes

  // Of the rows that are tried for a plan and a level, those that some ticket gets to, and for each other the row that
  // takes its tickets.
  void hidden_targets() {
    const auto& targets = policy_.targets;
    std::vector<bool> reached(targets.size(), false);
    std::vector<std::size_t> hider(targets.size(), targets.size());
    for (const auto& lineage : lineages_) {
      for (const auto* level : levels_of(lineage)) {
        std::vector<std::size_t> before;
        for (const std::size_t row : order(lineage, level)) {
          const auto taken = std::find_if(before.begin(), before.end(), [&](std::size_t earlier) {
            return targets[earlier].kind == targets[row].kind &&
                   within(targets[row].where.when, targets[earlier].where.when);
          });
          if (taken == before.end()) {
            reached[row] = true;
            before.push_back(row);
          } else {
            hider[row] = *taken;
          }
        }
      }
    }
    for (std::size_t row = 0; row < targets.size(); ++row) {
      if (!reached[row] && hider[row] < targets.size()) {
        warn(warnings_, WarningCode::PolicyTargetUnreachable, at("targets", row),
             {{"by", at("targets", hider[row]).pointer()}});
      }
    }
  }

  // Every row for a plan and a level in the order in which rows are tried, those behind the last that is tried, too.
  std::vector<std::size_t> order(const Lineage& lineage, const Severity* level) const {
    auto rows = rows_of(policy_.targets, lineage, level);
    for (std::size_t row = 0; row < policy_.targets.size(); ++row) {
      const auto& where = policy_.targets[row].where;
      const bool fits = level == nullptr ? where.severities.empty() : is_for(where, level);
      if (fits && covers(where, lineage) && std::find(rows.begin(), rows.end(), row) == rows.end()) {
        rows.push_back(row);
      }
    }
    return rows;
  }

  // Of entries that share an id the first that fits holds.
  template <class List>
  void shadowed(const List& items, const Place& list) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (items[i].id == items[k].id && takes(items[k].where, items[i].where)) {
          warn(warnings_, WarningCode::PolicyRowShadowed, list.to(i), {{"by", list.to(k).pointer()}});
          break;
        }
      }
    }
  }

  // Whether every ticket that `later` is about is one of `earlier`.
  bool takes(const Selector& earlier, const Selector& later) const {
    return within(later.when, earlier.when) &&
           std::all_of(lineages_.begin(), lineages_.end(),
                       [&](const Lineage& lineage) { return !covers(later, lineage) || covers(earlier, lineage); }) &&
           std::all_of(policy_.severities.begin(), policy_.severities.end(),
                       [&](const Severity& level) { return !is_for(later, &level) || is_for(earlier, &level); });
  }

  void plans_without_target() {
    for (std::size_t i = 0; i < policy_.plans.size() && !policy_.targets.empty(); ++i) {
      const auto& plan = policy_.plans[i];
      const bool has_target = std::any_of(policy_.targets.begin(), policy_.targets.end(),
                                          [&](const Target& target) { return covers(target.where, lineages_[i]); });
      if (!has_target && (plan.support.empty() || plan.support == "full")) {
        warn(warnings_, WarningCode::PolicyPlanNoTarget, at("plans", i), {{"id", plan.id}});
      }
    }
  }

  const Policy& policy_;
  Warnings& warnings_;
  std::vector<Lineage> lineages_;  // of each plan
};

}  // namespace

void warn_of_rows(const Policy& policy, Warnings& warnings) { Rows(policy, warnings).warn_of_all(); }

}  // namespace supportcalc
