#include "api/diagnostic_json.h"

namespace supportcalc {

void write_diagnostic(const Diagnostic& diagnostic, JsonWriter& json, Explanation (&words_of)(const Diagnostic&)) {
  const auto words = words_of(diagnostic);
  json.member("code", code_id(diagnostic.code)).member("pointer", diagnostic.pointer);
  json.member("message", words.message).member("hint", words.hint).key("parameters").begin_object();
  for (const auto& parameter : diagnostic.parameters) {
    json.member(parameter.name, parameter.value);
  }
  json.end_object();
}

void write_diagnostics(const Diagnostics& diagnostics, JsonWriter& json, Explanation (&words_of)(const Diagnostic&)) {
  json.begin_array();
  for (const auto& diagnostic : diagnostics) {
    json.begin_object();
    write_diagnostic(diagnostic, json, words_of);
    json.end_object();
  }
  json.end_array();
}

}  // namespace supportcalc
