// Writes JSON text in one pass, keys in the order they are given.
//
// Results are only ever written, never looked into, so no tree of values is built for them: in the wasm module that
// tree would cost more bytes than everything else in this folder (docs/decisions/0008-sizes.md).
#ifndef SUPPORTCALC_API_JSON_WRITER_H_
#define SUPPORTCALC_API_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "policy/policy.h"

namespace supportcalc {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& end_array() { return close(']'); }

  // Text is UTF-8; a byte that is not becomes U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::int64_t number);
  JsonWriter& boolean(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // `json` is a whole value.
  JsonWriter& raw(std::string_view json);

  JsonWriter& key(std::string_view name);
  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).value(text); }
  JsonWriter& member(std::string_view name, std::int64_t number) { return key(name).value(number); }
  JsonWriter& flag(std::string_view name, bool truth) { return key(name).boolean(truth); }
  JsonWriter& null(std::string_view name) { return key(name).null(); }
  // The text, or null when it is empty.
  JsonWriter& text_or_null(std::string_view name, std::string_view text);
  JsonWriter& texts(std::string_view name, Ids texts);

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string out_;
  bool first_ = true;  // nothing stands before the next value in its container
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_JSON_WRITER_H_
