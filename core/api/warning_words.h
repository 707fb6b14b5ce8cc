// Warnings in English. docs/diagnostics.md has causes and examples.
#ifndef SUPPORTCALC_API_WARNING_WORDS_H_
#define SUPPORTCALC_API_WARNING_WORDS_H_

#include "api/explain.h"
#include "base/warning.h"

namespace supportcalc {

// Never empty, whatever the code.
Explanation explain(const Warning& warning);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_WARNING_WORDS_H_
