// A policy as the tables a person would check against the vendor's page.
#ifndef SUPPORTCALC_RENDER_POLICY_TEXT_H_
#define SUPPORTCALC_RENDER_POLICY_TEXT_H_

#include <string>

#include "policy/policy.h"
#include "render/page.h"

namespace supportcalc {

// Every fact of the policy, each with the section it comes from. Ends with a line break.
std::string policy_text(const Policy& policy, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_POLICY_TEXT_H_
