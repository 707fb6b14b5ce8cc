// Mappings of tables as JSON: files that people keep and share (policies/schema/mapping.schema.json).
#ifndef SUPPORTCALC_API_MAPPING_JSON_H_
#define SUPPORTCALC_API_MAPPING_JSON_H_

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "table/mapping.h"

namespace supportcalc {

// Reads a mapping. Keys it does not need are left alone: files say more than a program needs.
//
//  - "zone" is one zone or an object with one for each column; null where each cell has its own;
//  - "repeated_ids" begins with "first", "last" or "all";
//  - a level null in "severity_map" stands for no level.
//
// Errors: json.*, value.wrong_type, value.not_allowed, zone.unknown.
//
// Example: {"columns": {"id": "number", "submitted_at": "opened_at"}, "date_order": "dmy", "no_value": ["?"]}.
Result<Mapping> read_mapping(std::string_view text);
Mapping read_mapping(const JsonValue& json, const Place& place, Diagnostics& problems);

// The same as a text that `read_mapping` reads, with "$schema" and "version".
std::string mapping_json(const Mapping& mapping);

// What tells mappings of the same meaning from others, however the text is encoded and parted: 16 hexadecimal digits.
// Not for safety.
std::string mapping_hash(const Mapping& mapping);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_MAPPING_JSON_H_
