// Text to a JSON value, within bounds: the only way untrusted JSON comes in.
//
// Refuses what the parser of nlohmann/json would let pass: keys given twice, nesting and documents without
// limit. Never throws; a syntax error names line and column.
#ifndef SUPPORTCALC_POLICY_JSON_DOCUMENT_H_
#define SUPPORTCALC_POLICY_JSON_DOCUMENT_H_

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace supportcalc {

// Keys keep their order, so that results print as documented and problems come in reading order.
using Json = nlohmann::ordered_json;

struct JsonLimits {
  std::size_t bytes;
  std::size_t depth = 32;
  std::size_t key = 200;  // bytes of a key: every problem beneath one repeats it
  std::size_t values = 50'000;
};

inline constexpr JsonLimits kPolicyLimits{.bytes = std::size_t{1024} * 1024};
inline constexpr JsonLimits kRequestLimits{.bytes = std::size_t{64} * 1024};

// Errors: json.syntax (with line and column); json.too_large; json.too_deep; json.too_many_values;
// json.duplicate_key; value.too_long for a key.
Result<Json> parse_json(std::string_view text, const JsonLimits& limits);

// A place in a text; lines and columns (in bytes) count from 1.
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;
};

// Where the value a JSON Pointer names begins; for a key that is not there, where its object begins. `text`
// must parse. Example: locate("{\n  \"a\": 1}", "/a") is line 2, column 8.
TextPosition locate(std::string_view text, std::string_view pointer);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_JSON_DOCUMENT_H_
