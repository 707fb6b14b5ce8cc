// What no level of a policy fits, or several, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_HOLES_TEXT_H_
#define SUPPORTCALC_RENDER_HOLES_TEXT_H_

#include <string>
#include <vector>

#include "render/page.h"
#include "report/holes.h"

namespace supportcalc {

// `found` is what find_holes says of `policy`. For authors: facets, answers and levels go by their ids. Of the holes
// that the same levels fit, the first 40. Ends with a line break.
std::string holes_text(const Policy& policy, const std::vector<LevelHoles>& found, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_HOLES_TEXT_H_
