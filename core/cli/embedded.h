// The shipped policies and holiday calendars, built into the command.
#ifndef SUPPORTCALC_CLI_EMBEDDED_H_
#define SUPPORTCALC_CLI_EMBEDDED_H_

#include <span>

#include "base/embedded_file.h"

namespace supportcalc {

// Every document under policies/ but the schema, sorted by path: "calendars/ch-sg.json", ...
std::span<const EmbeddedFile> embedded_policies();

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_EMBEDDED_H_
