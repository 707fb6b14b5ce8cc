#include "engine/severity_decision.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/names.h"

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

// What an answer says of questions that were not asked: a product that is entirely down hits every core function and
// all who use it.
struct Implication {
  Keyed<std::string_view> answer;
  Keyed<std::string_view> implied;
};
constexpr Implication kImplications[] = {
    {{"availability", "down"}, {"affected", "all"}},
    {{"availability", "down"}, {"core_function", "yes"}},
};

bool is_implied(const Impact& impact, std::string_view facet) {
  return !has_answer(impact, facet) &&
         std::any_of(std::begin(kImplications), std::end(kImplications), [&](const Implication& each) {
           return each.implied.key == facet && answer_for(impact, each.answer.key) == each.answer.value;
         });
}

// The impact with what its answers imply and the policy presumes of facets that were left out.
Impact completed(const Policy& policy, const Impact& impact) {
  Impact complete = impact;
  for (const auto& [answer, implied] : kImplications) {
    if (is_implied(impact, implied.key)) {
      complete.push_back(implied);
    }
  }
  for (const auto& presumed : policy.presumed) {
    if (!has_answer(complete, presumed.facet)) {
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

// `impact` is as given: what it implies may change with an answer.
std::vector<Move> moves_from(const Policy& policy, const std::vector<Level>& levels, const Impact& impact,
                             const Severity* current) {
  std::vector<Move> moves;
  const Impact complete = completed(policy, impact);
  for (const auto& id : facets_asked(policy, levels)) {
    const std::string_view answer = answer_for(complete, id);
    Impact changed = impact;
    changed.erase(std::remove_if(changed.begin(), changed.end(), [&](const auto& e) { return e.key == id; }),
                  changed.end());
    changed.push_back({id, {}});
    for (const auto& value : policy.facet(id)->values) {
      if (value.id == answer) {
        continue;
      }
      changed.back().value = value.id;
      const Severity* other = sole_fit(levels, completed(policy, changed));
      if (other != nullptr && other != current) {
        moves.push_back({id, value.id, other, current != nullptr && other < current});
      }
    }
  }
  return moves;
}

// The levels that a completed impact leaves possible, and why there are several.
struct Possible {
  std::vector<const Severity*> levels;
  SeverityReason reason = SeverityReason::OneFits;
};

Possible possible_for(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                      const Impact& complete) {
  if (const Severity* sole = sole_fit(levels, complete)) {
    return {{sole}, SeverityReason::OneFits};
  }
  const Fits fits = fitting(levels, complete);
  Possible possible{in_order(levels, fits), SeverityReason::UnknownDecides};
  if (!fits.unknown.empty()) {
    return possible;
  }
  possible.reason = fits.yes.empty() ? SeverityReason::NoneFits : SeverityReason::SeveralFit;
  const auto named = named_candidates(policy, lineage, levels, complete);
  if (!named.empty()) {
    possible.levels = named;
  } else if (fits.yes.empty()) {
    for (const auto& level : levels) {
      possible.levels.push_back(level.severity);
    }
  }
  return possible;
}

template <class Items>
std::string known_ids(const Items& items) {
  Names ids;
  for (const auto& item : items) {
    ids.push_back(item.id);
  }
  return list_names(ids);
}

Diagnostic unknown_id(Code code, const std::string& key, std::string_view id, std::string known) {
  return {code, "/" + key, {{"id", excerpt(id)}, {"known", std::move(known)}}};
}

Diagnostics problems_of(const Policy& policy, const Impact& impact) {
  Diagnostics problems;
  for (const auto& [id, value] : impact) {
    const Facet* facet = policy.facet(id);
    if (facet == nullptr) {
      add(problems, unknown_id(Code::RequestFacetUnknown, "impact" + pointer_step(id), id,
                               known_ids(common_facets()) +
                                   (policy.questions.empty() ? "" : ", " + known_ids(policy.questions))));
    } else if (value != "unknown" && find_by_id(facet->values, value) == nullptr) {
      add(problems, unknown_id(Code::RequestFacetValue, "impact" + pointer_step(id), value,
                               known_ids(facet->values) + ", unknown"));
    }
  }
  return problems;
}

}  // namespace

Impact with_presumed(Impact impact, const SeverityDecision& decision) {
  for (const auto& facet : decision.facets) {
    if (facet.presumed || facet.implied) {
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

Result<SeverityDecision> decide(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                const Ticket& ticket) {
  const auto is_open = [&levels](const Severity* severity) {
    return std::any_of(levels.begin(), levels.end(),
                       [severity](const Level& level) { return level.severity == severity; });
  };
  Diagnostics problems = problems_of(policy, ticket.impact);
  SeverityDecision decision;
  if (!ticket.severity.empty()) {
    // A level picked by hand leaves no question about it open; others, such as a score, may still be answered.
    const auto asked = facets_asked(policy, levels);
    const bool both = std::any_of(ticket.impact.begin(), ticket.impact.end(), [&asked](const auto& answer) {
      return std::find(asked.begin(), asked.end(), answer.key) != asked.end();
    });
    if (both) {
      problems.push_back({Code::RequestSeverityAndImpact, "/impact", {}});
    }
    decision = {
        SeverityStatus::Given, SeverityReason::Given, find_by_id(policy.severities, ticket.severity), {}, {}, {}};
    if (decision.severity == nullptr) {
      problems.push_back(
          unknown_id(Code::RequestSeverityUnknown, "severity", ticket.severity, known_ids(policy.severities)));
    } else if (!is_open(decision.severity)) {
      problems.push_back({Code::RequestSeverityNotInPlan,
                          "/severity",
                          {{"id", decision.severity->id}, {"plan", lineage.front()->id}}});
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  if (decision.severity != nullptr || levels.empty()) {
    return decision;
  }
  if (ticket.has_impact) {
    return decide_severity(policy, lineage, levels, ticket.impact);
  }
  const Severity* by_default = find_by_id(policy.severities, policy.default_severity);
  if (by_default != nullptr && is_open(by_default)) {
    return SeverityDecision{SeverityStatus::Decided, SeverityReason::Default, by_default, {}, {}, {}};
  }
  decision.status = SeverityStatus::Unclear;
  decision.reason = SeverityReason::NothingGiven;
  for (const auto& level : levels) {
    decision.candidates.push_back(level.severity);
  }
  return decision;
}

std::vector<const Severity*> possible_levels(const Policy& policy, const Lineage& lineage,
                                             const std::vector<Level>& levels, const Impact& impact) {
  return possible_for(policy, lineage, levels, completed(policy, impact)).levels;
}

SeverityDecision decide_severity(const Policy& policy, const Lineage& lineage, const std::vector<Level>& levels,
                                 const Impact& impact) {
  SeverityDecision decision;
  if (levels.empty()) {
    return decision;
  }
  const Impact complete = completed(policy, impact);
  for (const auto& id : facets_asked(policy, levels)) {
    if (const auto answer = answer_for(complete, id); !answer.empty()) {
      const bool implied = is_implied(impact, id);
      decision.facets.push_back({id, answer, !implied && !has_answer(impact, id), implied});
    }
  }
  auto possible = possible_for(policy, lineage, levels, complete);
  decision.reason = possible.reason;
  if (possible.reason == SeverityReason::OneFits) {
    decision.status = SeverityStatus::Decided;
    decision.severity = possible.levels.front();
  } else {
    decision.status = SeverityStatus::Unclear;
    decision.candidates = std::move(possible.levels);
  }
  decision.moves = moves_from(policy, levels, impact, decision.severity);
  return decision;
}

}  // namespace supportcalc
