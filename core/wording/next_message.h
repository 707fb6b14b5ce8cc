// What is said of the next step: the id of its message alone.
//
// It is in every result, also of modules that hold no other choice of words.
#ifndef SUPPORTCALC_WORDING_NEXT_MESSAGE_H_
#define SUPPORTCALC_WORDING_NEXT_MESSAGE_H_

#include <string>

#include "engine/evaluation.h"

namespace supportcalc {

// A key of the catalogues; "" where there is nothing to do. Its sentence has places for `by`, `channel`, `step`,
// `remedy`, `date` and `question`, as far as the step has them.
//
// Example: "next.file" where there is a channel and a due, "next.call-on-condition" where a due hangs on something that
// is open, "next.file-anywhere-no-time" where no channel and no time is named.
std::string next_message(const Evaluation& evaluation);

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_NEXT_MESSAGE_H_
