// The English of problems that only tables of tickets have. It stands apart so that a program which reads no tables can
// do without.
#ifndef SUPPORTCALC_API_TABLE_WORDS_H_
#define SUPPORTCALC_API_TABLE_WORDS_H_

#include "api/document_words.h"

namespace supportcalc {

// Empty for all other codes.
DiagnosticWords table_words(Code code);

// As `explain`, and for what is wrong with tables.
Explanation explain_table(const Diagnostic& diagnostic);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_TABLE_WORDS_H_
