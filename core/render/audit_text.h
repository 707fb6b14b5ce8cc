// How many tickets were answered in time, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_AUDIT_TEXT_H_
#define SUPPORTCALC_RENDER_AUDIT_TEXT_H_

#include <string>

#include "render/page.h"
#include "report/audit.h"

namespace supportcalc {

// Ends with a line break.
std::string audit_text(const Auditor& auditor, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_AUDIT_TEXT_H_
