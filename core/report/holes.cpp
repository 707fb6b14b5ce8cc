#include "report/holes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "engine/severity_decision.h"
#include "policy/selection.h"

namespace supportcalc {
namespace {

// Every combination of answers to the facets asked, numbered so that the first facet changes fastest.
class Answers {
 public:
  Answers(const Policy& policy, const std::vector<std::string_view>& asked) {
    for (const auto& id : asked) {
      facets_.push_back(policy.facet(id));
      steps_.push_back(count_);
      count_ = count_ > kMostAnswers ? count_ : count_ * facets_.back()->values.size();
    }
  }

  std::size_t count() const { return count_; }
  std::size_t facets() const { return facets_.size(); }
  std::size_t values(std::size_t facet) const { return facets_[facet]->values.size(); }
  std::size_t step(std::size_t facet) const { return steps_[facet]; }
  std::size_t value_in(std::size_t cell, std::size_t facet) const { return cell / steps_[facet] % values(facet); }
  std::string_view name(std::size_t facet, std::size_t value) const { return facets_[facet]->values[value].id; }
  std::string_view id(std::size_t facet) const { return facets_[facet]->id; }

  Impact impact(std::size_t cell) const {
    Impact impact;
    for (std::size_t i = 0; i < facets_.size(); ++i) {
      impact.push_back({id(i), name(i, value_in(cell, i))});
    }
    return impact;
  }

 private:
  std::vector<const Facet*> facets_;
  std::vector<std::size_t> steps_;
  std::size_t count_ = 1;
};

// For each facet, which of its values are in.
using Box = std::vector<std::vector<std::size_t>>;

// Calls `visit(cell)` for the cells of a box until it returns false; whether it never did.
template <class Visit>
bool all_cells(const Answers& answers, const Box& box, const Visit& visit) {
  std::vector<std::size_t> positions(box.size(), 0);
  while (true) {
    std::size_t cell = 0;
    for (std::size_t i = 0; i < box.size(); ++i) {
      cell += box[i][positions[i]] * answers.step(i);
    }
    if (!visit(cell)) {
      return false;
    }
    std::size_t i = 0;
    while (i < box.size() && ++positions[i] == box[i].size()) {
      positions[i++] = 0;
    }
    if (i == box.size()) {
      return true;
    }
  }
}

std::size_t size_of(const Box& box) {
  return std::accumulate(box.begin(), box.end(), std::size_t{1},
                         [](std::size_t product, const auto& values) { return product * values.size(); });
}

// The cells of one kind, and the boxes that cover them.
class Region {
 public:
  Region(const Answers& answers, const std::vector<std::size_t>& kinds, std::size_t kind)
      : answers_(answers), kinds_(kinds), kind_(kind) {}

  // Each box is as wide as it can be; of several ways to widen one, that with most cells is taken.
  std::vector<Box> boxes() const {
    std::vector<Box> result;
    std::vector<bool> covered(answers_.count(), false);
    for (std::size_t cell = 0; cell < answers_.count(); ++cell) {
      if (kinds_[cell] != kind_ || covered[cell]) {
        continue;
      }
      Box box = widest(cell);
      all_cells(answers_, box, [&covered](std::size_t each) {
        covered[each] = true;
        return true;
      });
      result.push_back(std::move(box));
    }
    return needed(result);
  }

 private:
  Box widest(std::size_t cell) const {
    std::vector<std::size_t> order(answers_.facets());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Box best;
    for (std::size_t turn = 0; turn < std::max<std::size_t>(order.size(), 1); ++turn) {
      for (const bool backwards : {false, true}) {
        auto tried = order;
        if (backwards) {
          std::reverse(tried.begin(), tried.end());
        }
        Box box = widened(cell, tried);
        if (best.empty() || size_of(box) > size_of(best)) {
          best = std::move(box);
        }
      }
      if (!order.empty()) {
        std::rotate(order.begin(), order.begin() + 1, order.end());
      }
    }
    return best;
  }

  Box widened(std::size_t cell, const std::vector<std::size_t>& order) const {
    Box box;
    for (std::size_t i = 0; i < answers_.facets(); ++i) {
      box.push_back({answers_.value_in(cell, i)});
    }
    for (const std::size_t facet : order) {
      std::vector<std::size_t> values;
      for (std::size_t value = 0; value < answers_.values(facet); ++value) {
        Box slice = box;
        slice[facet] = {value};
        if (all_cells(answers_, slice, [this](std::size_t each) { return kinds_[each] == kind_; })) {
          values.push_back(value);
        }
      }
      box[facet] = std::move(values);
    }
    return box;
  }

  // Without the boxes whose cells the others hold as well.
  std::vector<Box> needed(const std::vector<Box>& boxes) const {
    std::vector<std::size_t> times(answers_.count(), 0);
    const auto count = [&](const Box& box) {
      all_cells(answers_, box, [&times](std::size_t each) {
        ++times[each];
        return true;
      });
    };
    std::for_each(boxes.begin(), boxes.end(), count);
    std::vector<Box> result;
    for (const auto& box : boxes) {
      if (all_cells(answers_, box, [&times](std::size_t each) { return times[each] > 1; })) {
        all_cells(answers_, box, [&times](std::size_t each) {
          --times[each];
          return true;
        });
      } else {
        result.push_back(box);
      }
    }
    return result;
  }

  const Answers& answers_;
  const std::vector<std::size_t>& kinds_;
  std::size_t kind_;
};

// Whether a combination of answers is about something that is broken, or about something that is asked for: who has one
// looks for other levels than who has the other.
enum class Matter : std::uint8_t { Fault, Request };

Matter matter_of(const Impact& impact) {
  const auto request = answer_for(impact, "request");
  return request.empty() || request == "incident" || request == "security-report" ? Matter::Fault : Matter::Request;
}

// What a combination of answers leads to. Equal ones make one region.
struct Outcome {
  std::vector<std::size_t> fits;  // positions in the levels
  Matter matter = Matter::Fault;
  std::vector<std::size_t> named;  // positions in the policy's ambiguities
  bool operator<(const Outcome& other) const {
    return std::tie(fits, matter, named) < std::tie(other.fits, other.matter, other.named);
  }
};

Outcome outcome_of(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                   const Impact& impact) {
  Outcome outcome;
  outcome.matter = matter_of(impact);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto& rule = levels[i].definition->rule;
    if (rule && evaluate(*rule, impact) == Truth::Yes) {
      outcome.fits.push_back(i);
    }
  }
  for (std::size_t i = 0; outcome.fits.size() != 1 && i < policy.ambiguities.size(); ++i) {
    if (names_candidates(policy.ambiguities[i], lineage, impact)) {
      outcome.named.push_back(i);
    }
  }
  return outcome;
}

Hole hole_of(const Policy& policy, const std::vector<Level>& levels, const Answers& answers, const Outcome& outcome,
             const Box& box) {
  Hole hole;
  hole.combinations = size_of(box);
  for (const auto i : outcome.fits) {
    hole.fits.push_back(levels[i].severity);
  }
  for (const auto i : outcome.named) {
    hole.named.push_back(&policy.ambiguities[i]);
  }
  for (const auto& level : levels) {
    const auto is_named = [&level](const Ambiguity* each) { return contains(each->candidates, level.severity->id); };
    const auto& fits = hole.fits;
    if (hole.named.empty() ? fits.empty() || std::find(fits.begin(), fits.end(), level.severity) != fits.end()
                           : std::any_of(hole.named.begin(), hole.named.end(), is_named)) {
      hole.candidates.push_back(level.severity);
    }
  }
  for (std::size_t facet = 0; facet < box.size(); ++facet) {
    if (box[facet].size() == answers.values(facet)) {
      continue;
    }
    hole.when.emplace_back(answers.id(facet), std::vector<std::string_view>());
    for (const auto value : box[facet]) {
      hole.when.back().second.push_back(answers.name(facet, value));
    }
  }
  return hole;
}

void fill(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels, LevelHoles& result) {
  result.asked = facets_asked(policy, levels);
  for (const auto& level : levels) {
    if (!level.definition->rule) {
      result.by_hand.push_back(level.severity);
    }
  }
  const Answers answers(policy, result.asked);
  if (answers.count() > kMostAnswers) {
    return;
  }
  result.combinations = answers.count();
  std::map<Outcome, std::size_t> outcomes;  // in an order that shows what no level fits first
  std::vector<std::size_t> kinds;
  for (std::size_t cell = 0; cell < answers.count(); ++cell) {
    const Outcome outcome = outcome_of(policy, lineage, levels, answers.impact(cell));
    if (outcome.fits.size() == 1) {
      ++result.decided;
    }
    kinds.push_back(outcomes.emplace(outcome, outcomes.size()).first->second);
  }
  for (const auto& [outcome, kind] : outcomes) {
    if (outcome.fits.size() == 1) {
      continue;
    }
    auto boxes = Region(answers, kinds, kind).boxes();
    std::stable_sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return size_of(a) > size_of(b); });
    for (const auto& box : boxes) {
      result.holes.push_back(hole_of(policy, levels, answers, outcome, box));
    }
  }
}

}  // namespace

std::vector<LevelHoles> find_holes(const Policy& policy, std::string_view plan) {
  struct Found {
    std::vector<const SeverityDefinition*> definitions;
    std::vector<std::size_t> named;  // the ambiguities that hold for the plan
    LevelHoles holes;
  };
  std::vector<Found> found;
  for (const auto& each : policy.plans) {
    if (!plan.empty() && each.id != plan) {
      continue;
    }
    const Lineage lineage = lineage_of(policy, each);
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < policy.ambiguities.size(); ++i) {
      if (!policy.ambiguities[i].candidates.empty() && covers(policy.ambiguities[i].where, lineage)) {
        named.push_back(i);
      }
    }
    for (auto& setting : level_settings(policy, lineage)) {
      const auto levels = levels_of(policy, lineage, options_of(policy, lineage, setting));
      std::vector<const SeverityDefinition*> definitions;
      for (const auto& level : levels) {
        definitions.push_back(level.definition);
      }
      if (definitions.empty()) {
        continue;
      }
      const auto same = std::find_if(found.begin(), found.end(), [&](const Found& other) {
        return other.definitions == definitions && other.named == named;
      });
      if (same != found.end()) {
        same->holes.variants.push_back({&each, std::move(setting)});
        continue;
      }
      found.push_back({std::move(definitions), named, {}});
      found.back().holes.variants.push_back({&each, std::move(setting)});
      fill(policy, lineage, levels, found.back().holes);
    }
  }
  std::vector<LevelHoles> result;
  for (auto& each : found) {
    result.push_back(std::move(each.holes));
  }
  return result;
}

}  // namespace supportcalc
