// What no level of a policy fits, or several, as JSON: what `supportcalc holes --json` prints.
#ifndef SUPPORTCALC_API_HOLES_JSON_H_
#define SUPPORTCALC_API_HOLES_JSON_H_

#include <string>
#include <vector>

#include "report/holes.h"

namespace supportcalc {

// `found` is what find_holes says of `policy`. One line, without its end:
// {"ok":true,"policy":{"id","revision"},"levels":[{"plans","ask","combinations","decided","holes"}]}; `combinations` is
// null where there are too many to try, the value of an option null where it is not set.
std::string holes_json(const Policy& policy, const std::vector<LevelHoles>& found);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_HOLES_JSON_H_
