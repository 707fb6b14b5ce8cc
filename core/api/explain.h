// Diagnostics in English. Other languages have catalogues of their own; docs/diagnostics.md has causes and examples.
#ifndef SUPPORTCALC_API_EXPLAIN_H_
#define SUPPORTCALC_API_EXPLAIN_H_

#include <string>

#include "base/diagnostic.h"

namespace supportcalc {

struct Explanation {
  std::string message;  // what is wrong: "There is no policy \"acme\"."
  std::string hint;     // what to do about it: "Known are: scalr, zitadel."
};

// Never empty, whatever the code, but for what only tables have (api/table_words.h).
Explanation explain(const Diagnostic& diagnostic);

// The same for everything that a request about one ticket can have wrong, and for the syntax of documents. Of all that
// checks find in a document it says no more than that it is not sound: a program that passes no checks (policy/check.h)
// and uses this function has no other words in it.
Explanation explain_ticket(const Diagnostic& diagnostic);

// The English of a code with `{name}` where its parameters go: what catalogues of other languages translate.
Explanation wording(Code code);

// `{"ok": false, "diagnostics": [...]}`, in the words of `explain` or `explain_ticket`.
std::string diagnostics_json(const Diagnostics& diagnostics, Explanation (&words)(const Diagnostic&) = explain);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_EXPLAIN_H_
