#include "engine/severity_decision.h"

#include <algorithm>

namespace supportcalc {
namespace {

struct Fits {
  std::vector<const Severity*> yes;
  std::vector<const Severity*> unknown;
};

Fits fitting(const std::vector<const Severity*>& levels, std::string_view plan, const Impact& impact) {
  Fits fits;
  for (const auto* level : levels) {
    const auto& rule = level->for_plan(plan).rule;
    const Truth truth = rule ? evaluate(*rule, impact) : Truth::No;
    if (truth == Truth::Yes) {
      fits.yes.push_back(level);
    } else if (truth == Truth::Unknown) {
      fits.unknown.push_back(level);
    }
  }
  return fits;
}

bool has_answer(const Impact& impact, std::string_view facet) {
  return std::any_of(impact.begin(), impact.end(), [facet](const auto& entry) { return entry.first == facet; });
}

// The impact with what the policy presumes of facets that were left out.
Impact with_presumptions(const Policy& policy, const Impact& impact) {
  Impact complete = impact;
  for (const auto& presumed : policy.presumed) {
    if (!has_answer(impact, presumed.facet)) {
      complete.emplace_back(presumed.facet, presumed.value);
    }
  }
  return complete;
}

// The levels that the policy's own account of a gap names for this impact.
std::vector<const Severity*> named_candidates(const Policy& policy, std::string_view plan,
                                              const std::vector<const Severity*>& levels, const Impact& impact) {
  std::vector<const Severity*> named;
  for (const auto& ambiguity : policy.ambiguities) {
    const auto& conditions = ambiguity.where.when.impact;
    const bool matches = !ambiguity.candidates.empty() && ambiguity.where.covers_plan(plan) &&
                         std::all_of(conditions.begin(), conditions.end(), [&](const auto& condition) {
                           return contains(condition.second, answer_for(impact, condition.first));
                         });
    if (!matches) {
      continue;
    }
    for (const auto* level : levels) {
      if (contains(ambiguity.candidates, level->id) && std::find(named.begin(), named.end(), level) == named.end()) {
        named.push_back(level);
      }
    }
  }
  return named;
}

std::vector<const Severity*> in_order(const std::vector<const Severity*>& levels, const Fits& fits) {
  std::vector<const Severity*> result;
  for (const auto* level : levels) {
    const auto among = [level](const auto& list) { return std::find(list.begin(), list.end(), level) != list.end(); };
    if (among(fits.yes) || among(fits.unknown)) {
      result.push_back(level);
    }
  }
  return result;
}

// The level an impact decides by itself, or null.
const Severity* sole_fit(const Fits& fits) {
  return fits.yes.size() == 1 && fits.unknown.empty() ? fits.yes.front() : nullptr;
}

std::vector<Move> moves_from(const Policy& policy, std::string_view plan, const std::vector<const Severity*>& levels,
                             const Impact& impact, const Severity* current) {
  std::vector<Move> moves;
  for (const auto& id : facets_asked(policy, plan)) {
    const std::string_view answer = answer_for(impact, id);
    for (const auto& value : policy.facet(id)->values) {
      if (value.id == answer) {
        continue;
      }
      Impact changed = impact;
      changed.erase(std::remove_if(changed.begin(), changed.end(), [&](const auto& e) { return e.first == id; }),
                    changed.end());
      changed.emplace_back(id, value.id);
      const Severity* other = sole_fit(fitting(levels, plan, changed));
      if (other != nullptr && other != current) {
        moves.push_back({id, value.id, other, current != nullptr && other < current});
      }
    }
  }
  return moves;
}

}  // namespace

std::vector<const Severity*> levels_of(const Policy& policy, std::string_view plan) {
  std::vector<const Severity*> levels;
  for (const auto& severity : policy.severities) {
    if (severity.plans.empty() || contains(severity.plans, plan)) {
      levels.push_back(&severity);
    }
  }
  return levels;
}

std::vector<std::string_view> facets_asked(const Policy& policy, std::string_view plan) {
  std::vector<std::string_view> used;
  for (const auto* level : levels_of(policy, plan)) {
    if (const auto& rule = level->for_plan(plan).rule) {
      collect_facets(*rule, used);
    }
  }
  std::vector<std::string_view> ordered;
  const auto take = [&](const std::vector<Facet>& facets) {
    for (const auto& facet : facets) {
      if (std::find(used.begin(), used.end(), facet.id) != used.end()) {
        ordered.emplace_back(facet.id);
      }
    }
  };
  take(common_facets());
  take(policy.questions);
  return ordered;
}

SeverityDecision decide_severity(const Policy& policy, std::string_view plan, const Impact& impact) {
  SeverityDecision decision;
  const auto levels = levels_of(policy, plan);
  if (levels.empty()) {
    return decision;
  }
  const Impact complete = with_presumptions(policy, impact);
  for (const auto& id : facets_asked(policy, plan)) {
    if (const auto answer = answer_for(complete, id); !answer.empty()) {
      decision.facets.push_back({id, answer, !has_answer(impact, id)});
    }
  }
  const Fits fits = fitting(levels, plan, complete);
  decision.severity = sole_fit(fits);
  decision.moves = moves_from(policy, plan, levels, complete, decision.severity);
  if (decision.severity != nullptr) {
    decision.status = SeverityStatus::Decided;
    decision.reason = SeverityReason::OneFits;
    return decision;
  }
  decision.status = SeverityStatus::Unclear;
  decision.candidates = in_order(levels, fits);
  if (!fits.unknown.empty()) {
    decision.reason = SeverityReason::UnknownDecides;
    return decision;
  }
  decision.reason = fits.yes.empty() ? SeverityReason::NoneFits : SeverityReason::SeveralFit;
  const auto named = named_candidates(policy, plan, levels, complete);
  if (!named.empty()) {
    decision.candidates = named;
  } else if (fits.yes.empty()) {
    decision.candidates = levels;
  }
  return decision;
}

}  // namespace supportcalc
