// {"assumptions":[{"id","value"}],"ambiguities":["st-1"],"draft":false}: what the figures of an answer rest on.
#ifndef SUPPORTCALC_API_RESTS_ON_JSON_H_
#define SUPPORTCALC_API_RESTS_ON_JSON_H_

#include "api/json_writer.h"
#include "report/rests_on.h"

namespace supportcalc {

void write_rests_on(const RestsOn& rests_on, JsonWriter& json);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_RESTS_ON_JSON_H_
