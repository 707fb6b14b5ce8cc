#include "report/fitting.h"

#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"

namespace supportcalc {
namespace {

Diagnostics unknown(Code code, std::string_view key, std::string_view id) {
  return {{code, "/" + std::string(key), {{"id", excerpt(id)}, {"known", "those of the policies compared"}}}};
}

}  // namespace

void Fitting::tell(CompareNote::Kind kind, std::string_view id, bool fits, Diagnostics problems) {
  Fate& fate = fates_[{kind, id}];
  fate.fits = fate.fits || fits;
  // A policy that knows the thing but not its value says more than one that does not know it.
  const bool says_more =
      fate.problems.empty() || (!problems.empty() && fate.problems.front().code < problems.front().code);
  if (!fits && says_more) {
    fate.problems = std::move(problems);
  }
}

bool Fitting::fits_term(const PolicySet& set, const Policy& policy, const Plan& plan,
                        List<Keyed<std::string_view>> Terms::*list, const Keyed<std::string_view>& term,
                        CompareNote::Kind kind) {
  Terms alone;
  alone.*list = {&term, 1};
  Arena arena;
  const auto resolved = ResolvedTerms::make(set, policy, plan.id, alone, arena);
  tell(kind, term.key, resolved.ok(), resolved.ok() ? Diagnostics{} : resolved.diagnostics());
  return resolved.ok();
}

FittedRequest Fitting::fit(const PolicySet& set, const Policy& policy, const Plan& plan) {
  FittedRequest fitted{ticket_, {}, {}, {}};
  const auto fit_terms = [&](List<Keyed<std::string_view>> Terms::*list, CompareNote::Kind kind, auto& kept) {
    for (const auto& term : terms_.*list) {
      if (fits_term(set, policy, plan, list, term, kind)) {
        kept.push_back(term);
      } else {
        fitted.notes.push_back({kind, term.key});
      }
    }
  };
  fit_terms(&Terms::options, CompareNote::Kind::Option, fitted.options);
  fit_terms(&Terms::assumptions, CompareNote::Kind::Assumption, fitted.assumptions);
  const auto fit_id = [&](std::string_view& id, bool fits, CompareNote::Kind kind, Code code, std::string_view key) {
    if (id.empty()) {
      return;
    }
    tell(kind, id, fits, fits ? Diagnostics{} : unknown(code, key, id));
    if (!fits) {
      fitted.notes.push_back({kind, id});
      id = {};
    }
  };
  Ticket& ticket = fitted.ticket;
  fit_id(ticket.topic, ticket.topic == "other" || find_by_id(policy.scope.topics, ticket.topic) != nullptr,
         CompareNote::Kind::Topic, Code::RequestTopicUnknown, "topic");
  fit_id(ticket.maturity, find_by_id(policy.scope.maturities, ticket.maturity) != nullptr, CompareNote::Kind::Maturity,
         Code::RequestMaturityUnknown, "maturity");
  fit_id(ticket.channel, find_by_id(policy.channels, ticket.channel) != nullptr, CompareNote::Kind::Channel,
         Code::RequestChannelUnknown, "channel");
  return fitted;
}

FittedRequest Fitting::fit_level(const Policy& policy, const std::vector<Level>& levels, FittedRequest fitted) {
  Ticket& ticket = fitted.ticket;
  const Severity* level = find_by_id(policy.severities, ticket.severity);
  const bool is_open =
      std::any_of(levels.begin(), levels.end(), [level](const Level& each) { return each.severity == level; });
  if (level != nullptr && !is_open) {
    fitted.notes.push_back({CompareNote::Kind::Severity, ticket.severity});
    ticket.severity = {};
  }
  return fitted;
}

FittedRequest Fitting::fit_answers(const Policy& policy, const std::vector<Level>& levels, FittedRequest fitted) {
  const auto asked = facets_asked(policy, levels);
  Impact kept;
  for (const auto& answer : fitted.ticket.impact) {
    const auto& [id, value] = answer;
    const Facet* facet = policy.facet(id);
    const bool fits = facet != nullptr && (value == "unknown" || find_by_id(facet->values, value) != nullptr);
    tell(CompareNote::Kind::Question, id, fits,
         fits               ? Diagnostics{}
         : facet == nullptr ? unknown(Code::RequestFacetUnknown, "impact" + pointer_step(id), id)
                            : unknown(Code::RequestFacetValue, "impact" + pointer_step(id), value));
    if (!fits) {
      fitted.notes.push_back({CompareNote::Kind::Question, id});
      continue;
    }
    kept.push_back(answer);
    if (std::find(asked.begin(), asked.end(), id) == asked.end()) {
      fitted.notes.push_back({CompareNote::Kind::Facet, id});
    }
  }
  fitted.ticket.impact = std::move(kept);
  return fitted;
}

Diagnostics Fitting::fits_nowhere() const {
  Diagnostics problems;
  for (const auto& [what, fate] : fates_) {
    if (!fate.fits) {
      add(problems, fate.problems);
    }
  }
  return problems;
}

}  // namespace supportcalc
