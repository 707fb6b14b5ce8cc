// How many tickets were answered in time, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_AUDIT_TEXT_H_
#define SUPPORTCALC_RENDER_AUDIT_TEXT_H_

#include <string>

#include "policy/policy_set.h"
#include "render/page.h"
#include "report/audit_report.h"
#include "table/report_basis.h"

namespace supportcalc {

// Ends with a line break. What `policies` does not hold is called by its id.
std::string audit_text(const AuditReport& report, const ReportBasis& basis, const PolicySet& policies,
                       const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_AUDIT_TEXT_H_
