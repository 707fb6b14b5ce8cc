// The enumerators of `Code`, for the files that report or tell problems apart.
//
// Whoever only hands diagnostics on needs base/diagnostic.h alone, where `Code` is opaque: a new code then compiles
// again the files that include this header, and no others.
//
//   if (diagnostic.code == Code::InstantMalformed) ...
#ifndef SUPPORTCALC_BASE_CODES_H_
#define SUPPORTCALC_BASE_CODES_H_

#include <cstdint>

#include "base/diagnostic.h"

namespace supportcalc {

enum class Code : std::uint8_t {
#define SUPPORTCALC_CODE(name, id) name,
#include "base/codes.def"
};

// How many there are.
inline constexpr int kCodeCount = 0
#define SUPPORTCALC_CODE(name, id) +1  // NOLINT(bugprone-macro-parentheses): what stands before it is added to
#include "base/codes.def"
    ;

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_CODES_H_
