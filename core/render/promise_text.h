// What a target and an escalation step have in common, as text: when it is due, how firm it is, how it was
// kept.
#ifndef SUPPORTCALC_RENDER_PROMISE_TEXT_H_
#define SUPPORTCALC_RENDER_PROMISE_TEXT_H_

#include <optional>
#include <string>

#include "engine/evaluation.h"
#include "render/page.h"
#include "render/policy_words.h"

namespace supportcalc {

class PromiseText {
 public:
  PromiseText(const PolicyWords& words, const Policy& policy, std::optional<Zone> vendor, std::optional<Zone> visitor,
              sys_seconds now)
      : words_(words), policy_(policy), vendor_(vendor), visitor_(visitor), now_(now) {}

  // The due, in a line for each zone and one relative to now; of a range both ends, why it is one, and every
  // reading. Without a due, the reason. `label` stands before it, `remark` after the relative time.
  void due(TextPage& page, const std::string& label, const std::string& remark, const PromiseResult& result,
           const ClockTerms* clock, std::size_t indent) const;

  // Amount, commitment and hours.
  std::string terms(const PromiseResult& result) const;

  // Whether the answer kept the promise; nothing when there was none.
  void outcome(TextPage& page, const PromiseResult& result, std::size_t indent) const;

  // An instant in the visitor's zone and the vendor's, a line each; in UTC where neither is known.
  std::string moment(sys_seconds t, const PromiseResult& result) const;

  // Why there is no due.
  std::string no_due(const PromiseResult& result, const ClockTerms* clock) const;

 private:
  void readings(TextPage& page, const PromiseResult& result, std::size_t indent) const;
  std::string why_range(const PromiseResult& result) const;
  std::string relative(sys_seconds t) const;

  const PolicyWords& words_;
  const Policy& policy_;
  std::optional<Zone> vendor_;
  std::optional<Zone> visitor_;
  sys_seconds now_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_PROMISE_TEXT_H_
