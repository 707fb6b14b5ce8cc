// The parts of a result that a request asks for by `include`.
#ifndef SUPPORTCALC_API_REPORT_JSON_H_
#define SUPPORTCALC_API_REPORT_JSON_H_

#include "api/request.h"
#include "engine/evaluator.h"
#include "policy/json_document.h"

namespace supportcalc {

// Adds `timeline`, `week_map`, `cliff` and `trace` to `json`, as far as they were asked for. The first target
// with a due is the one they are about; without one they are null, and `trace` is empty.
Diagnostics add_reports(const Evaluation& evaluation, const Evaluator& evaluator, const Request& request,
                        Json& json);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_REPORT_JSON_H_
