// What targets and escalation steps have in common: when they are due, how firm they are, how they were kept.
#ifndef SUPPORTCALC_WORDING_PROMISE_WORDING_H_
#define SUPPORTCALC_WORDING_PROMISE_WORDING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluation.h"
#include "wording/policy_phrases.h"

namespace supportcalc {

class PromiseWording {
 public:
  PromiseWording(const Policy& policy, const PolicyPhrases& phrases, std::optional<Zone> vendor)
      : policy_(policy), phrases_(phrases), vendor_(vendor) {}

  // What a promise came to, and where it stands.
  struct Place {
    const PromiseResult& result;
    std::string about;             // in the result: "/targets/0"
    std::string row;               // in the policy: "/targets/3"
    std::string_view starts_from;  // of an escalation step: "now", "escalated_at", "submitted_at"; "" for a target
  };

  // The due, or both ends of a range with why it is one and every reading; without a due, the reason.
  void due(const Place& place, std::vector<Line>& lines) const;

  // Amount, commitment, hours and what else qualifies them.
  Message terms(const PromiseResult& result, Message share) const;

  // Whether the answer kept the promise; nothing where there was none.
  void outcome(const Place& place, std::vector<Line>& lines) const;

 private:
  Moment moment(sys_seconds at, const PromiseResult& result) const;
  void readings(const Place& place, std::vector<Line>& lines) const;
  // Why there is none, or several, as far as it is no text of the policy.
  Message about_due(const PromiseResult& result) const;
  void no_due(const Place& place, std::vector<Line>& lines) const;
  Message why_range(const PromiseResult& result) const;

  const Policy& policy_;
  const PolicyPhrases& phrases_;
  std::optional<Zone> vendor_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_PROMISE_WORDING_H_
