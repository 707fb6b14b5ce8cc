// One request put to plans of many policies: what each can make use of, and what none can.
#ifndef SUPPORTCALC_REPORT_FITTING_H_
#define SUPPORTCALC_REPORT_FITTING_H_

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "report/compare.h"

namespace supportcalc {

struct FittedRequest {
  Ticket ticket;
  std::vector<Keyed<std::string_view>> options;
  std::vector<Keyed<std::string_view>> assumptions;
  std::vector<CompareNote> notes;  // what was left out

  Terms terms() const { return {options, assumptions}; }
};

class Fitting {
 public:
  Fitting(const Ticket& ticket, const Terms& terms) : ticket_(ticket), terms_(terms) {}

  // The request without what the plan has no place for. Answers and level are still all there: which levels the plan
  // has may depend on options.
  FittedRequest fit(const PolicySet& set, const Policy& policy, const Plan& plan);

  // Without answers to questions the policy does not have; those that no level of the plan asks for stay, and are
  // noted.
  FittedRequest fit_answers(const Policy& policy, const std::vector<Level>& levels, FittedRequest fitted);

  // Without a level of the policy that the plan does not have.
  static FittedRequest fit_level(const Policy& policy, const std::vector<Level>& levels, FittedRequest fitted);

  // A problem for each thing that no plan so far could make use of.
  Diagnostics fits_nowhere() const;

 private:
  // Whether the plan has a place for an option or an assumption with this value.
  bool fits_term(const PolicySet& set, const Policy& policy, const Plan& plan,
                 List<Keyed<std::string_view>> Terms::*list, const Keyed<std::string_view>& term,
                 CompareNote::Kind kind);
  // Remembers whether something was of use; `problem` is what to say if it never is.
  void tell(CompareNote::Kind kind, std::string_view id, bool fits, Diagnostics problems);

  struct Fate {
    bool fits = false;
    Diagnostics problems;
  };
  const Ticket& ticket_;
  const Terms& terms_;
  std::map<std::pair<CompareNote::Kind, std::string_view>, Fate> fates_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_FITTING_H_
