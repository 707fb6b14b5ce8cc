// The codes of all errors and warnings.
#ifndef SUPPORTCALC_TESTS_SUPPORT_CODES_H_
#define SUPPORTCALC_TESTS_SUPPORT_CODES_H_

#include <string>
#include <vector>

#include "base/codes.h"
#include "base/warning.h"

namespace supportcalc::test {

// The ids of the errors, in the order of the enumeration.
inline std::vector<std::string> error_ids() {
  return {
#define SUPPORTCALC_CODE(name, id) std::string(code_id(Code::name)),
#include "base/codes.def"
  };
}

inline std::vector<WarningCode> all_warnings() {
  return {
#define SUPPORTCALC_WARNING(name, id) WarningCode::name,
#include "base/warnings.def"
  };
}

// The ids of errors and warnings.
inline std::vector<std::string> all_ids() {
  auto ids = error_ids();
  for (const auto code : all_warnings()) {
    ids.emplace_back(warning_id(code));
  }
  return ids;
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_CODES_H_
