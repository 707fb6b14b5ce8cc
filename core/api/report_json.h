// The parts of a result that a request asks for by `include`.
#ifndef SUPPORTCALC_API_REPORT_JSON_H_
#define SUPPORTCALC_API_REPORT_JSON_H_

#include "api/json_writer.h"
#include "api/request.h"
#include "engine/evaluator.h"

namespace supportcalc {

// Adds `timeline`, `week_map`, `cliff` and `trace` to the object that is open, as far as they were asked for. The first
// target with a due is the one they are about; without one they are null, and `trace` is empty.
Diagnostics write_reports(const Evaluation& evaluation, const Evaluator& evaluator, const Request& request,
                          JsonWriter& json);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_REPORT_JSON_H_
