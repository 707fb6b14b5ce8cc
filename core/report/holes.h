// Where a policy's levels leave an impact without an answer, or with several: the holes an author should see.
#ifndef SUPPORTCALC_REPORT_HOLES_H_
#define SUPPORTCALC_REPORT_HOLES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/policy.h"

namespace supportcalc {

// Impacts that no level fits, or that the same several levels fit. Everything in it points into the policy.
struct Hole {
  std::vector<const Severity*> fits;  // none, or at least two
  // The answers it takes, in the order they are asked. A facet that is not there may have any answer.
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> when;
  std::size_t combinations = 0;             // how many combinations of answers it holds
  std::vector<const Ambiguity*> named;      // the policy's own accounts of it, which narrow the candidates
  std::vector<const Severity*> candidates;  // what the answer names: those of `named`, else `fits`, else every level
};

// Under which plan and options levels are defined in some way.
struct LevelsVariant {
  const Plan* plan = nullptr;
  std::vector<Keyed<std::string_view>> options;  // those that decide a definition; "" is not set
};

struct LevelHoles {
  std::vector<LevelsVariant> variants;   // all those with the same definitions
  std::vector<std::string_view> asked;   // the facets the levels ask about
  std::vector<const Severity*> by_hand;  // levels without a rule
  std::size_t combinations = 0;          // of answers to them; 0 when there are too many to try
  std::size_t decided = 0;               // combinations that exactly one level fits
  std::vector<Hole> holes;
};

// So many combinations of answers are tried for each set of definitions.
inline constexpr std::size_t kMostAnswers = 200'000;

// The holes of a plan, or of every plan when `plan` is "". Combinations are grouped: each hole is as wide as it can be
// without taking in a combination that has another answer, holes may overlap, and together they hold every combination
// that no level or more than one fits. Where levels ask for the request, none holds both faults (incidents and security
// reports) and what is asked for. Those that no level fits come first, faults before the others, of each kind the
// largest. Plans and options with the same definitions are answered once; a policy or a plan without levels is left
// out.
std::vector<LevelHoles> find_holes(const Policy& policy, std::string_view plan);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_HOLES_H_
