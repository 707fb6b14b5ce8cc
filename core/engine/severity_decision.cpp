#include "engine/severity_decision.h"

#include <algorithm>

namespace supportcalc {
namespace {

struct Fits {
  std::vector<const Severity*> yes;
  std::vector<const Severity*> unknown;
};

Truth fits_level(const Level& level, const Impact& impact) {
  const auto& rule = level.definition->rule;
  return rule ? evaluate(*rule, impact) : Truth::No;
}

Fits fitting(const std::vector<Level>& levels, const Impact& impact) {
  Fits fits;
  for (const auto& level : levels) {
    const Truth truth = fits_level(level, impact);
    if (truth == Truth::Yes) {
      fits.yes.push_back(level.severity);
    } else if (truth == Truth::Unknown) {
      fits.unknown.push_back(level.severity);
    }
  }
  return fits;
}

bool has_answer(const Impact& impact, std::string_view facet) {
  return std::any_of(impact.begin(), impact.end(), [facet](const auto& entry) { return entry.key == facet; });
}

// The impact with what the policy presumes of facets that were left out.
Impact with_presumptions(const Policy& policy, const Impact& impact) {
  Impact complete = impact;
  for (const auto& presumed : policy.presumed) {
    if (!has_answer(impact, presumed.facet)) {
      complete.push_back({presumed.facet, presumed.value});
    }
  }
  return complete;
}

// The levels that the policy's own account of a gap names for this impact.
std::vector<const Severity*> named_candidates(const Policy& policy, const Lineage& lineage,
                                              const std::vector<Level>& levels, const Impact& impact) {
  std::vector<const Severity*> named;
  for (const auto& ambiguity : policy.ambiguities) {
    if (!names_candidates(ambiguity, lineage, impact)) {
      continue;
    }
    for (const auto& level : levels) {
      if (contains(ambiguity.candidates, level.severity->id) &&
          std::find(named.begin(), named.end(), level.severity) == named.end()) {
        named.push_back(level.severity);
      }
    }
  }
  return named;
}

std::vector<const Severity*> in_order(const std::vector<Level>& levels, const Fits& fits) {
  std::vector<const Severity*> result;
  for (const auto& level : levels) {
    const auto among = [&level](const auto& list) {
      return std::find(list.begin(), list.end(), level.severity) != list.end();
    };
    if (among(fits.yes) || among(fits.unknown)) {
      result.push_back(level.severity);
    }
  }
  return result;
}

// The level an impact decides by itself, or null.
const Severity* sole_fit(const std::vector<Level>& levels, const Impact& impact) {
  const Severity* sole = nullptr;
  for (const auto& level : levels) {
    const Truth truth = fits_level(level, impact);
    if (truth == Truth::Unknown || (truth == Truth::Yes && sole != nullptr)) {
      return nullptr;
    }
    if (truth == Truth::Yes) {
      sole = level.severity;
    }
  }
  return sole;
}

std::vector<Move> moves_from(const Policy& policy, const std::vector<Level>& levels, const Impact& impact,
                             const Severity* current) {
  std::vector<Move> moves;
  Impact changed;
  for (const auto& id : facets_asked(policy, levels)) {
    const std::string_view answer = answer_for(impact, id);
    changed = impact;
    changed.erase(std::remove_if(changed.begin(), changed.end(), [&](const auto& e) { return e.key == id; }),
                  changed.end());
    changed.push_back({id, {}});
    for (const auto& value : policy.facet(id)->values) {
      if (value.id == answer) {
        continue;
      }
      changed.back().value = value.id;
      const Severity* other = sole_fit(levels, changed);
      if (other != nullptr && other != current) {
        moves.push_back({id, value.id, other, current != nullptr && other < current});
      }
    }
  }
  return moves;
}

}  // namespace

Impact with_presumed(Impact impact, const SeverityDecision& decision) {
  for (const auto& facet : decision.facets) {
    if (facet.presumed) {
      impact.push_back({facet.facet, facet.value});
    }
  }
  return impact;
}

bool names_candidates(const Ambiguity& ambiguity, const Lineage& lineage, const Impact& impact) {
  const auto& conditions = ambiguity.where.when.impact;
  return !ambiguity.candidates.empty() && covers(ambiguity.where, lineage) &&
         std::all_of(conditions.begin(), conditions.end(), [&impact](const auto& condition) {
           return matches(condition.value, answer_for(impact, condition.key)) == Truth::Yes;
         });
}

std::vector<std::string_view> facets_asked(const Policy& policy, const std::vector<Level>& levels) {
  std::vector<std::string_view> used;
  for (const auto& level : levels) {
    if (level.definition->rule) {
      collect_facets(*level.definition->rule, used);
    }
  }
  std::vector<std::string_view> ordered;
  const auto take = [&](List<Facet> facets) {
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

SeverityDecision decide_severity(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                 const Impact& impact) {
  SeverityDecision decision;
  if (levels.empty()) {
    return decision;
  }
  const Impact complete = with_presumptions(policy, impact);
  for (const auto& id : facets_asked(policy, levels)) {
    if (const auto answer = answer_for(complete, id); !answer.empty()) {
      decision.facets.push_back({id, answer, !has_answer(impact, id)});
    }
  }
  decision.severity = sole_fit(levels, complete);
  decision.moves = moves_from(policy, levels, complete, decision.severity);
  if (decision.severity != nullptr) {
    decision.status = SeverityStatus::Decided;
    decision.reason = SeverityReason::OneFits;
    return decision;
  }
  decision.status = SeverityStatus::Unclear;
  const Fits fits = fitting(levels, complete);
  decision.candidates = in_order(levels, fits);
  if (!fits.unknown.empty()) {
    decision.reason = SeverityReason::UnknownDecides;
    return decision;
  }
  decision.reason = fits.yes.empty() ? SeverityReason::NoneFits : SeverityReason::SeveralFit;
  const auto named = named_candidates(policy, lineage, levels, complete);
  if (!named.empty()) {
    decision.candidates = named;
  } else if (fits.yes.empty()) {
    for (const auto& level : levels) {
      decision.candidates.push_back(level.severity);
    }
  }
  return decision;
}

}  // namespace supportcalc
