// A diagnostic as JSON: the one place that says which members it has.
#ifndef SUPPORTCALC_API_DIAGNOSTIC_JSON_H_
#define SUPPORTCALC_API_DIAGNOSTIC_JSON_H_

#include "api/explain.h"
#include "api/json_writer.h"
#include "base/diagnostic.h"

namespace supportcalc {

// Adds code, pointer, message, hint (by `words_of`) and parameters to the object that is open.
//
// Example: `"code":"zone.unknown","pointer":"/time_zone","message":"There is no time zone \"Europe/Wien\".","hint":"Use
// …", "parameters":{"name":"Europe/Wien","nearest":"Europe/Kiev"}`.
void write_diagnostic(const Diagnostic& diagnostic, JsonWriter& json,
                      Explanation (&words_of)(const Diagnostic&) = explain);

// Adds a list of them, each an object, as the next value.
void write_diagnostics(const Diagnostics& diagnostics, JsonWriter& json,
                       Explanation (&words_of)(const Diagnostic&) = explain);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_DIAGNOSTIC_JSON_H_
