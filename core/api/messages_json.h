// What is said of an answer, as JSON: `[{"about", "part", "id", "params"}]`, in reading order; docs/api.md has the
// types of parameters.
#ifndef SUPPORTCALC_API_MESSAGES_JSON_H_
#define SUPPORTCALC_API_MESSAGES_JSON_H_

#include <string>
#include <string_view>

#include "wording/wording.h"

namespace supportcalc {

// Instants carry the wall time of the vendor's zone, and of the visitor's where the ticket names it. Never fails.
//
// Example: for the ticket of docs/api.md it begins [{"about":"","part":"title",
std::string messages_of(const AnswerView& answer);

// A calculator is handed the function, so that a module which says nothing does not hold it
// (docs/decisions/0017-wording.md).
using MessagesOf = std::string (*)(const AnswerView&);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_MESSAGES_JSON_H_
