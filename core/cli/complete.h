// What could stand next on a command line, for the shells whose scripts `supportcalc completion` prints.
#ifndef SUPPORTCALC_CLI_COMPLETE_H_
#define SUPPORTCALC_CLI_COMPLETE_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace supportcalc {

// The scripts call the command with this word, which no help lists, and the words up to the cursor behind it.
inline constexpr std::string_view kCompleteWord = "__complete";

// Prints each word that the last of `words` may become on a line of its own: commands, flags, and values where they are
// ids. Nothing where a file belongs, or anything else that only the user knows.
//
// Example: {"show", "zit"} prints zitadel, zitadel@2023-10-06 and zitadel@2023-11-15.
void complete(Commands commands, const std::vector<std::string>& words, Console& console);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_COMPLETE_H_
