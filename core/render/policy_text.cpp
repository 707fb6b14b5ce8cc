#include "render/policy_text.h"

namespace supportcalc {

std::string policy_text(const Policy& policy, const PageStyle& style) {
  Page page(style.bold);
  page.heading(policy.id);
  return page.text();
}

}  // namespace supportcalc
