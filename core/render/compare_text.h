// One problem under many plans, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_COMPARE_TEXT_H_
#define SUPPORTCALC_RENDER_COMPARE_TEXT_H_

#include <string>

#include "render/page.h"
#include "report/compare.h"

namespace supportcalc {

// A table for each standing. Ends with a line break.
std::string compare_text(const Comparison& comparison, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_COMPARE_TEXT_H_
