#include "table/mapping.h"

#include <algorithm>

namespace supportcalc {

std::optional<Role> role_named(std::string_view name) {
  const auto* const found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  return found == kRoleNames.end() ? std::nullopt : std::optional(static_cast<Role>(found - kRoleNames.begin()));
}

}  // namespace supportcalc
