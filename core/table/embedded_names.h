// The names that ticket systems give their columns (column_names.json), built into the library.
#ifndef SUPPORTCALC_TABLE_EMBEDDED_NAMES_H_
#define SUPPORTCALC_TABLE_EMBEDDED_NAMES_H_

#include <span>

#include "base/embedded_file.h"

namespace supportcalc {

// One file: "column_names.json". Names are written as `folded_name` gives them; the first of a list is the surest.
// `taken` names mean what they stand for and nothing else; `offered` ones are shown to a person, never taken.
std::span<const EmbeddedFile> embedded_column_names();

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_EMBEDDED_NAMES_H_
