// Messages as JSON: `[{"about", "part", "id", "params"}]`, in reading order; docs/api.md has the types of parameters.
#ifndef SUPPORTCALC_API_MESSAGES_JSON_H_
#define SUPPORTCALC_API_MESSAGES_JSON_H_

#include <optional>
#include <vector>

#include "api/json_writer.h"
#include "wording/message.h"

namespace supportcalc {

// The id of the first message about that place of the result; "" where nothing is said about it.
std::string_view message_about(const std::vector<Line>& lines, std::string_view about);

// Writes the lines as an array. With `visitor`, instants carry the wall time there.
void write_messages(const std::vector<Line>& lines, const std::optional<Zone>& visitor, JsonWriter& json);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_MESSAGES_JSON_H_
