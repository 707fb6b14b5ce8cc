// The ids of all diagnostic codes, in the order of the enumeration.
#ifndef SUPPORTCALC_TESTS_SUPPORT_CODES_H_
#define SUPPORTCALC_TESTS_SUPPORT_CODES_H_

#include <string>
#include <vector>

#include "base/codes.h"

namespace supportcalc::test {

inline std::vector<std::string> code_ids() {
  return {
#define SUPPORTCALC_CODE(name, id) std::string(code_id(Code::name)),
#include "base/codes.def"
  };
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_CODES_H_
