// Parts of an answer, for whoever reads many of them and needs little.
#ifndef SUPPORTCALC_API_FIELDS_H_
#define SUPPORTCALC_API_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

// An answer with "ok" and the members that `fields` name, each a path of keys; of a list, those of each element.
// Members that are not there are left out. What is no answer ({"ok": false, ...}) stays whole.
//
// Example: {"ok":true,"targets":[{"kind":"update","due":{"at":"T","latest":"U"}}],"next":null} by {"targets.due.at"} is
// {"ok":true,"targets":[{"due":{"at":"T"}}]}.
std::string selected_fields(std::string_view answer, const std::vector<std::string>& fields);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_FIELDS_H_
