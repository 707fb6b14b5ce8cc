// What went wrong, where, and with which values: a stable code, a place and parameters.
//
// Holds no sentences: `api` turns a code and its parameters into English, catalogues into other languages.
// Every code is documented in docs/diagnostics.md and has a test that triggers it.
#ifndef SUPPORTCALC_BASE_DIAGNOSTIC_H_
#define SUPPORTCALC_BASE_DIAGNOSTIC_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace supportcalc {

// What went wrong. Opaque here, so that a new code leaves alone the files that only hand diagnostics on; the
// enumerators are in base/codes.h.
enum class Code : std::uint8_t;

// The stable dotted id of a code: `code_id(Code::InstantMalformed) == "instant.malformed"`.
std::string_view code_id(Code code);

struct Parameter {
  std::string name;
  std::string value;

  bool operator==(const Parameter&) const = default;
};

// A parameter as it is given: a diagnostic copies it. Building strings at every place that may report would cost more
// code than the checks themselves.
struct ParameterView {
  std::string_view name;
  std::string_view value;
};

struct Diagnostic {
  Diagnostic() = default;
  Diagnostic(Code the_code, std::string_view place, std::initializer_list<ParameterView> values = {});

  Code code{};
  std::string pointer;  // RFC 6901 JSON Pointer into the document at fault; "" is the whole document
  std::vector<Parameter> parameters;

  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// A document or request with more problems than this is told of so many: a hostile one may have a problem for every
// few bytes.
inline constexpr std::size_t kMostDiagnostics = 500;

// Adds a problem, unless there are enough; the first that is left out leaves diagnostics.too_many (limit) as the last.
void add(Diagnostics& problems, Diagnostic problem);
void add(Diagnostics& problems, const Diagnostics& more);

// One step of a JSON Pointer, escaped: `pointer_step("a/b~") == "/a~1b~0"`.
inline std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_DIAGNOSTIC_H_
