// What is said of an answer, as JSON: `[{"about", "part", "id", "params"}]`, in reading order; docs/api.md has the
// types of parameters.
#ifndef SUPPORTCALC_API_MESSAGES_JSON_H_
#define SUPPORTCALC_API_MESSAGES_JSON_H_

#include <string>
#include <string_view>

#include "wording/wording.h"

namespace supportcalc {

struct Messages {
  std::string json;  // an array
  std::string next;  // the id of the one about the next step; "" where there is none
};

// Instants carry the wall time of the vendor's zone, and of the visitor's where the ticket names it. Never fails.
//
// Example: for the ticket of docs/api.md, `next` is "next.file", and `json` begins [{"about":"","part":"title",
Messages messages_of(const AnswerView& answer);

// A calculator is handed the function, so that a module which says nothing does not hold it
// (docs/decisions/0017-wording.md).
using MessagesOf = Messages (*)(const AnswerView&);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_MESSAGES_JSON_H_
