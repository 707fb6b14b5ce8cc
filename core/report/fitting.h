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

  Terms terms() const { return {options, assumptions}; }
};

class Fitting {
 public:
  Fitting(const Ticket& ticket, const Terms& terms) : ticket_(ticket), terms_(terms) {}

  // The request without what the plan has no place for; each thing left out is noted.
  FittedRequest fit(const PolicySet& set, const Policy& policy, const Plan& plan, std::vector<CompareNote>& notes);

  // Takes out of `ticket` the answers to questions the policy does not have, and notes those no level of the plan asks.
  void drop_answers(const Policy& policy, const std::vector<Level>& levels, Ticket& ticket,
                    std::vector<CompareNote>& notes);

  // Takes out of `ticket` a level of the policy that the plan does not have, and notes it.
  static void drop_level(const Policy& policy, const std::vector<Level>& levels, Ticket& ticket,
                         std::vector<CompareNote>& notes);

  // A problem for each thing that no plan so far could make use of.
  Diagnostics fits_nowhere() const;

 private:
  using Settings = std::vector<Keyed<std::string_view>>;

  Settings fit_terms(const PolicySet& set, const Policy& policy, const Plan& plan,
                     List<Keyed<std::string_view>> Terms::*list, CompareNote::Kind kind,
                     std::vector<CompareNote>& notes);
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
