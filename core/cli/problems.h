// Diagnostics for people: where in a file or on the command line, what, and what to do.
#ifndef SUPPORTCALC_CLI_PROBLEMS_H_
#define SUPPORTCALC_CLI_PROBLEMS_H_

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "cli/console.h"
#include "policy/json_document.h"

namespace supportcalc {

// Where in its document a problem lies; also for documents that do not parse.
TextPosition position_in(std::string_view text, const Diagnostic& problem);

// "policy.json:3:12".
std::string place_in(std::string_view name, std::string_view text, const Diagnostic& problem);

// Whether a result in JSON is an answer, and no list of problems.
inline bool is_answer(std::string_view result) { return result.starts_with(R"({"ok":true)"); }

// "message hint".
std::string words_of(const Diagnostic& problem);

// Each problem of a document on standard error, with its place.
void complain_in_text(Console& console, std::string_view name, std::string_view text, const Diagnostics& problems);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_PROBLEMS_H_
