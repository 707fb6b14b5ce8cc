// What a late answer is worth, and until when it can be claimed.
#ifndef SUPPORTCALC_ENGINE_REMEDY_H_
#define SUPPORTCALC_ENGINE_REMEDY_H_

#include "engine/evaluation.h"

namespace supportcalc {

// What a remedy gives for a promise that was or was not kept by an answer at `responded_at`. Its own readings (is a
// begun block counted, does the delay run at night) and those of the due both widen the answer; it is earned when every
// one of them grants something. Without an answer it is a rule. Its list is in `arena`.
//
// Example: a day of extension for each begun business hour, an answer 2 h 30 of open time late: earned, 3 days; where
// the policy does not say whether a begun hour counts: 2 to 3.
RemedyResult value_remedy(const Remedy& remedy, const PromiseResult& promise,
                          const std::optional<sys_seconds>& responded_at, Arena& arena);

// Fills in the last day of the claim of what is or may be earned, where the policy says in how many days to claim. The
// days count from the earliest due, on the dates of `zone`; UTC without one.
//
// Example: due 2026-04-07 06:30Z, within 30 days: 2026-05-07.
void set_claim_by(RemedyResult& result, const PromiseResult& missed, const std::optional<Zone>& zone);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_REMEDY_H_
