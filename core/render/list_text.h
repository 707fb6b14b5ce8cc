// Which policies there are, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_LIST_TEXT_H_
#define SUPPORTCALC_RENDER_LIST_TEXT_H_

#include <string>

#include "policy/policy_set.h"
#include "render/page.h"

namespace supportcalc {

// Policies with revisions, plans and levels by the ids that requests name, and calendars. Ends with a line
// break.
std::string list_text(const PolicySet& policies, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_LIST_TEXT_H_
