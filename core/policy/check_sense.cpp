// What an author should mend although a policy can be evaluated.
#include <algorithm>

#include "base/codes.h"
#include "policy/check.h"
#include "policy/check_parts.h"
#include "policy/predicate.h"
#include "policy/selection.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{24 * 3600};

// Counts through every combination of answers to the facets that a plan's levels ask about.
class Combinations {
 public:
  Combinations(const Policy& policy, const std::vector<std::string_view>& facets) {
    for (const auto& id : facets) {
      facets_.push_back(policy.facet(id));
      impact_.push_back({id, facets_.back()->values.front().id});
      positions_.push_back(0);
    }
  }

  const Impact& impact() const { return impact_; }

  bool next() {
    for (std::size_t i = 0; i < facets_.size(); ++i) {
      positions_[i] = (positions_[i] + 1) % facets_[i]->values.size();
      impact_[i].value = facets_[i]->values[positions_[i]].id;
      if (positions_[i] != 0) {
        return true;
      }
    }
    return false;
  }

 private:
  std::vector<const Facet*> facets_;
  std::vector<std::size_t> positions_;
  Impact impact_;
};

// So many parts of rules are tried at most: a fraction of a second's work.
constexpr std::size_t kMostTried = 5'000'000;

std::size_t parts_of(const Predicate& rule) {
  std::size_t count = 1;
  for (const auto& part : rule.parts) {
    count += parts_of(part);
  }
  return count;
}

// Marks the levels that some impact decides for a plan under some of its options, as far as `left` parts of rules tell.
// Without any left, all count as reachable.
void mark_reachable(const Policy& policy, const std::vector<Level>& levels, std::vector<bool>& reachable,
                    std::size_t& left) {
  struct Rule {
    std::size_t severity;
    const Predicate* predicate;
  };
  std::vector<Rule> open;
  std::vector<std::string_view> facets;
  std::size_t parts = 0;
  for (const auto& level : levels) {
    const auto i = static_cast<std::size_t>(level.severity - policy.severities.data());
    const auto& rule = level.definition->rule;
    if (!rule) {
      reachable[i] = true;  // set by hand
      continue;
    }
    open.push_back({i, &*rule});
    collect_facets(*rule, facets);
    parts += parts_of(*rule);
  }
  for (const auto& id : facets) {
    if (policy.facet(id) == nullptr || policy.facet(id)->values.empty()) {
      return;
    }
  }
  Combinations combinations(policy, facets);
  do {
    if (left < parts) {
      std::fill(reachable.begin(), reachable.end(), true);
      return;
    }
    left -= parts;
    std::size_t fits = 0;
    std::size_t which = 0;
    for (const auto& rule : open) {
      if (evaluate(*rule.predicate, combinations.impact()) == Truth::Yes) {
        ++fits;
        which = rule.severity;
      }
    }
    if (fits == 1) {
      reachable[which] = true;
    }
  } while (combinations.next());
}

bool conditional(const Target& target) { return !target.where.when.empty(); }

// Whether every plan and severity of `later` is taken by `earlier`, whatever the answers.
bool hides(const Target& earlier, const Target& later, const Policy& policy) {
  if (earlier.kind != later.kind || conditional(earlier)) {
    return false;
  }
  return std::all_of(
             policy.plans.begin(), policy.plans.end(),
             [&](const Plan& plan) { return !covers(later.where, {&plan}) || covers(earlier.where, {&plan}); }) &&
         std::all_of(policy.severities.begin(), policy.severities.end(), [&](const Severity& level) {
           return !is_for(later.where, &level) || is_for(earlier.where, &level);
         });
}

}  // namespace

void check_sense(const Policy& policy, Diagnostics& problems) {
  std::vector<bool> reachable(policy.severities.size(), false);
  std::size_t left = kMostTried;
  for (const auto& plan : policy.plans) {
    const Lineage lineage = lineage_of(policy, plan);
    for (const auto& setting : level_settings(policy, lineage)) {
      mark_reachable(policy, levels_of(policy, lineage, options_of(policy, lineage, setting)), reachable, left);
    }
  }
  for (std::size_t i = 0; i < reachable.size(); ++i) {
    if (!reachable[i]) {
      report(problems, Code::PolicySeverityUnreachable, at("severities", i), {{"id", policy.severities[i].id}});
    }
  }
  for (std::size_t i = 0; i < policy.targets.size(); ++i) {
    const auto earlier = policy.targets.begin() + static_cast<std::ptrdiff_t>(i);
    const auto hider = std::find_if(policy.targets.begin(), earlier,
                                    [&](const Target& target) { return hides(target, policy.targets[i], policy); });
    if (hider != earlier) {
      const auto first = static_cast<std::size_t>(hider - policy.targets.begin());
      report(problems, Code::PolicyTargetUnreachable, at("targets", i), {{"by", at("targets", first).pointer()}});
    }
  }
  for (std::size_t i = 0; i < policy.targets.size(); ++i) {
    const auto& where = policy.targets[i].where;
    for (std::size_t k = 0; k < where.severities.size(); ++k) {
      const Severity* level = find_by_id(policy.severities, where.severities[k]);
      const auto has_both = [&](const Plan& plan) {
        const Lineage lineage = lineage_of(policy, plan);
        return covers(where, lineage) && covers(level->plans, lineage);
      };
      if (level != nullptr && std::none_of(policy.plans.begin(), policy.plans.end(), has_both)) {
        const Place row = at("targets", i);
        const Place levels = row.to("severities");
        report(problems, Code::PolicyTargetNoLevel, levels.to(k), {{"level", level->id}});
      }
    }
  }
  for (std::size_t i = 0; i < policy.plans.size() && !policy.targets.empty(); ++i) {
    const auto& plan = policy.plans[i];
    const Lineage lineage = lineage_of(policy, plan);
    const bool has_target = std::any_of(policy.targets.begin(), policy.targets.end(),
                                        [&lineage](const Target& target) { return covers(target.where, lineage); });
    if (!has_target && (plan.support.empty() || plan.support == "full")) {
      report(problems, Code::PolicyPlanNoTarget, at("plans", i), {{"id", plan.id}});
    }
  }
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& windows = policy.hours[i].windows;
    for (std::size_t k = 0; k < windows.size(); ++k) {
      if (windows[k].close == kDay - std::chrono::minutes{1}) {
        const Place hours = at("hours", i);
        const Place window = hours.to("windows", k);
        report(problems, Code::PolicyHoursMinuteShort, window.to("close"));
      }
    }
  }
}

}  // namespace supportcalc
