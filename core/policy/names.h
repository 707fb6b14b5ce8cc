// Names out of the tables of vocabulary.h, one or all.
#ifndef SUPPORTCALC_POLICY_NAMES_H_
#define SUPPORTCALC_POLICY_NAMES_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "policy/vocabulary.h"

namespace supportcalc {

// The name of an enumerator in a table that has their order.
template <class Enum, std::size_t N>
constexpr std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

// So many names are enough for a hint; a hostile policy may have hundreds, and as many problems that list them.
inline constexpr std::size_t kMostNamesListed = 40;

// "first-response, update, ...", for hints.
template <class Names>
std::string list_names(const Names& names) {
  std::string result;
  std::size_t count = 0;
  for (const auto& name : names) {
    if (++count > kMostNamesListed) {
      result += ", …";
      break;
    }
    result += result.empty() ? "" : ", ";
    result += name;
  }
  return result;
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_NAMES_H_
