// Levels that no impact leads to, definitions that hold for nobody, and gaps that name too few levels.
#include <algorithm>

#include "policy/check_parts.h"
#include "policy/predicate.h"
#include "policy/selection.h"
#include "policy/warnings.h"

namespace supportcalc {
namespace {

// Answers to try for a facet.
struct Tried {
  std::string_view facet;
  std::vector<std::string_view> values;
};

// Counts through every combination of the answers tried.
class Combinations {
 public:
  explicit Combinations(const std::vector<Tried>& facets) : facets_(facets), positions_(facets.size(), 0) {
    for (const auto& facet : facets) {
      impact_.push_back({facet.facet, facet.values.front()});
    }
  }

  const Impact& impact() const { return impact_; }

  bool next() {
    for (std::size_t i = 0; i < facets_.size(); ++i) {
      positions_[i] = (positions_[i] + 1) % facets_[i].values.size();
      impact_[i].value = facets_[i].values[positions_[i]];
      if (positions_[i] != 0) {
        return true;
      }
    }
    return false;
  }

 private:
  const std::vector<Tried>& facets_;
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

// The levels a plan has under some of its options, and how they are defined then.
class LevelSet {
 public:
  LevelSet(const Policy& policy, std::vector<Level> levels) : policy_(policy), levels_(std::move(levels)) {
    for (const auto& level : levels_) {
      if (level.definition->rule) {
        collect_facets(*level.definition->rule, facets_);
        parts_ += parts_of(*level.definition->rule);
      }
    }
  }

  const std::vector<Level>& levels() const { return levels_; }

  // Calls `visit` with the levels that fit, for every combination of answers that `when` takes. False, and not all are
  // visited, when that would be too much of what is `left`.
  template <class Visit>
  bool each_combination(List<Keyed<Ids>> when, std::size_t& left, const Visit& visit) const {
    std::vector<Tried> tried;
    auto facets = facets_;
    for (const auto& each : when) {
      if (std::find(facets.begin(), facets.end(), each.key) == facets.end()) {
        facets.push_back(each.key);
      }
    }
    for (const auto& id : facets) {
      const Facet* facet = policy_.facet(id);
      tried.push_back({id, {}});
      for (std::size_t i = 0; facet != nullptr && i < facet->values.size(); ++i) {
        if (takes(when, id, facet->values[i].id)) {
          tried.back().values.push_back(facet->values[i].id);
        }
      }
      if (tried.back().values.empty()) {
        return true;
      }
    }
    Combinations combinations(tried);
    do {
      if (left < parts_) {
        return false;
      }
      left -= parts_;
      visit(combinations.impact(), fitting(combinations.impact()));
    } while (combinations.next());
    return true;
  }

 private:
  static bool takes(List<Keyed<Ids>> when, std::string_view facet, std::string_view value) {
    return std::all_of(when.begin(), when.end(), [&](const Keyed<Ids>& each) {
      return each.key != facet || matches(each.value, value) == Truth::Yes;
    });
  }

  std::vector<const Severity*> fitting(const Impact& impact) const {
    std::vector<const Severity*> fits;
    for (const auto& level : levels_) {
      if (level.definition->rule && evaluate(*level.definition->rule, impact) == Truth::Yes) {
        fits.push_back(level.severity);
      }
    }
    return fits;
  }

  const Policy& policy_;
  std::vector<Level> levels_;
  std::vector<std::string_view> facets_;
  std::size_t parts_ = 0;
};

class Levels {
 public:
  Levels(const Policy& policy, Warnings& warnings)
      : policy_(policy), warnings_(warnings), reachable_(policy.severities.size(), false) {}

  void warn_of_all() {
    for (const auto& plan : policy_.plans) {
      const Lineage lineage = lineage_of(policy_, plan);
      for (const auto& setting : level_settings(policy_, lineage)) {
        const LevelSet set(policy_, levels_of(policy_, lineage, options_of(policy_, lineage, setting)));
        mark(set);
        candidates(set, lineage);
      }
    }
    for (std::size_t i = 0; i < reachable_.size(); ++i) {
      const auto& severity = policy_.severities[i];
      const Place place = at("severities", i);
      if (!reachable_[i]) {
        warn(warnings_, WarningCode::PolicySeverityUnreachable, place, {{"id", severity.id}});
      }
      for (const auto& definition : severity.definitions) {
        if (std::find(used_.begin(), used_.end(), &definition) == used_.end()) {
          warn(warnings_, WarningCode::PolicyDefinitionUnreachable,
               place.to("definitions", *index_of(severity, definition)), {{"level", severity.id}});
        }
      }
    }
  }

 private:
  std::size_t index(const Severity* severity) const {
    return static_cast<std::size_t>(severity - policy_.severities.data());
  }

  // A level without a rule is set by hand. Where there is too much to try, all count as reachable.
  void mark(const LevelSet& set) {
    for (const auto& level : set.levels()) {
      used_.push_back(level.definition);
      reachable_[index(level.severity)] = reachable_[index(level.severity)] || !level.definition->rule;
    }
    const bool all = set.each_combination({}, left_, [this](const Impact&, const auto& fits) {
      if (fits.size() == 1) {
        reachable_[index(fits.front())] = true;
      }
    });
    if (!all) {
      std::fill(reachable_.begin(), reachable_.end(), true);
    }
  }

  // Candidates are the answer where no level or more than one fits: one that fits and that no account of the gap names
  // is then lost.
  void candidates(const LevelSet& set, const Lineage& lineage) {
    for (std::size_t i = 0; i < policy_.ambiguities.size(); ++i) {
      const auto& ambiguity = policy_.ambiguities[i];
      if (ambiguity.candidates.empty() || !covers(ambiguity.where, lineage)) {
        continue;
      }
      set.each_combination(ambiguity.where.when.impact, left_, [&](const Impact& impact, const auto& fits) {
        for (const auto* level : fits) {
          if (fits.size() > 1 && !named(lineage, impact, level->id)) {
            const Place place = at("ambiguities", i);
            warn(warnings_, WarningCode::PolicyCandidatesIncomplete, place.to("candidates"), {{"level", level->id}});
          }
        }
      });
    }
  }

  bool named(const Lineage& lineage, const Impact& impact, std::string_view level) const {
    return std::any_of(policy_.ambiguities.begin(), policy_.ambiguities.end(), [&](const Ambiguity& ambiguity) {
      Condition condition;
      condition.impact = ambiguity.where.when.impact;
      return contains(ambiguity.candidates, level) && covers(ambiguity.where, lineage) &&
             holds(condition, {{}, {}, impact}) == Truth::Yes;
    });
  }

  const Policy& policy_;
  Warnings& warnings_;
  std::vector<bool> reachable_;
  std::vector<const SeverityDefinition*> used_;
  std::size_t left_ = kMostTried;
};

}  // namespace

void warn_of_levels(const Policy& policy, Warnings& warnings) { Levels(policy, warnings).warn_of_all(); }

Warnings warnings_of(const Policy& policy) {
  Warnings warnings;
  warn_of_levels(policy, warnings);
  warn_of_rows(policy, warnings);
  warn_of_unused(policy, warnings);
  warn_of_values(policy, warnings);
  return warnings;
}

}  // namespace supportcalc
