// A policy as the tables a person would check against the vendor's page: for a terminal, and as HTML for a page that
// cannot calculate. Both are written by the same lines of code, so that they cannot say different things.
#ifndef SUPPORTCALC_RENDER_POLICY_TEXT_H_
#define SUPPORTCALC_RENDER_POLICY_TEXT_H_

#include <string>
#include <string_view>

#include "policy/policy.h"
#include "render/page.h"

namespace supportcalc {

// Every fact of the policy, each with the section it comes from; with `plan`, one of the policy's, only what is said of
// that one. `calendars` have the names of the vendor's own. Ends with a line break.
std::string policy_text(const Policy& policy, List<HolidayCalendar> calendars, const PageStyle& style,
                        const Plan* plan = nullptr);

// The same as a fragment of HTML (html_page.h), targets first, and with the condition of a figure beside it. Without
// the ids of the document.
//
// Example: a cell of ZITADEL's 2023-11-15 for "free" and Severity 1 begins "1 business hour, if Extended support
// booked: yes [1]", and goes on with "Not applicable [5]".
std::string policy_html(const Policy& policy, List<HolidayCalendar> calendars, std::string_view language,
                        const Plan* plan = nullptr);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_POLICY_TEXT_H_
