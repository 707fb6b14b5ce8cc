// JSON values to build texts from, for whoever writes more than results: the command, and tests.
#ifndef SUPPORTCALC_API_JSON_H_
#define SUPPORTCALC_API_JSON_H_

#include <nlohmann/json.hpp>

namespace supportcalc {

// Keys keep their order, so that texts print as documented.
using Json = nlohmann::ordered_json;

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_JSON_H_
