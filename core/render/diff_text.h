// What changed between two revisions of a policy, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_DIFF_TEXT_H_
#define SUPPORTCALC_RENDER_DIFF_TEXT_H_

#include <string>
#include <vector>

#include "policy/policy.h"
#include "render/page.h"
#include "report/diff.h"

namespace supportcalc {

// A table of before and after for each section. Ends with a line break.
std::string diff_text(const Policy& before, const Policy& after, const std::vector<Change>& changes,
                      const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_DIFF_TEXT_H_
