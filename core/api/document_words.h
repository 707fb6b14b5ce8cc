// The English of problems that only policies, calendars and comparisons have. It stands apart so that a program
// which answers single tickets, from documents that were checked before, can do without.
#ifndef SUPPORTCALC_API_DOCUMENT_WORDS_H_
#define SUPPORTCALC_API_DOCUMENT_WORDS_H_

#include <string_view>
#include <vector>

#include "api/explain.h"
#include "base/diagnostic.h"

namespace supportcalc {

// `{name}` stands for the parameter of that name.
struct DiagnosticWords {
  std::string_view message;
  std::string_view hint;
};

// The words with the parameters put in. A list of names that is empty reads "none".
Explanation filled(const DiagnosticWords& words, const std::vector<Parameter>& parameters);

// Empty for all other codes, whose words are in explain.cpp and table_words.cpp.
DiagnosticWords document_words(Code code);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_DOCUMENT_WORDS_H_
