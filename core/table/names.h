// Names as people write them, made comparable.
#ifndef SUPPORTCALC_TABLE_NAMES_H_
#define SUPPORTCALC_TABLE_NAMES_H_

#include <string>
#include <string_view>

namespace supportcalc {

// Without the spaces, tabs and carriage returns around it; no-break spaces are spaces.
std::string_view trimmed(std::string_view text);

// Lower case, Latin letters without accents, everything else but letters and digits one space, none around.
//
// Examples: "Última  atualização" is "ultima atualizacao", "sys_created_on" is "sys created on", "Ticket#" is "ticket",
// "createdAt" is "createdat".
std::string folded_name(std::string_view text);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_NAMES_H_
