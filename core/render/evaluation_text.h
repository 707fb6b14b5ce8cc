// An answer as text for a terminal: lays out what `wording` chose to say.
#ifndef SUPPORTCALC_RENDER_EVALUATION_TEXT_H_
#define SUPPORTCALC_RENDER_EVALUATION_TEXT_H_

#include <string>

#include "render/page.h"
#include "wording/wording.h"

namespace supportcalc {

// Ends with a line break. "in 3 hours" is counted from `now`.
std::string evaluation_text(const AnswerView& answer, sys_seconds now, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_EVALUATION_TEXT_H_
