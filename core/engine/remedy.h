// What a late answer is worth.
#ifndef SUPPORTCALC_ENGINE_REMEDY_H_
#define SUPPORTCALC_ENGINE_REMEDY_H_

#include "engine/evaluation.h"

namespace supportcalc {

// What a remedy gives for a promise that was or was not kept. Its own readings (is a begun block counted,
// does the delay run at night) and those of the due both widen the answer.
RemedyResult value_remedy(const Remedy& remedy, const PromiseResult& promise, const Ticket& ticket);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_REMEDY_H_
