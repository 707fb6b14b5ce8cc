// How far apart two names are, for "did you mean".
#ifndef SUPPORTCALC_BASE_EDIT_DISTANCE_H_
#define SUPPORTCALC_BASE_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>

namespace supportcalc {

// Longer texts are no misspelt names.
inline constexpr std::size_t kLongestMisspelling = 64;

// How many letters have to be added, taken away or changed to turn one text into the other, the case of ASCII letters
// aside; `bound` when at least that many, or when a text is longer than kLongestMisspelling bytes. Counts bytes.
//
// Examples: edit_distance("zitadl", "ZITADEL", 3) == 1, edit_distance("scalr", "zitadel", 3) == 3.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_EDIT_DISTANCE_H_
