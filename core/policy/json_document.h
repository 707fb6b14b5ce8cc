// Text to JSON values, within bounds: the only way untrusted JSON comes in.
//
// nlohmann/json reads the text; what it finds is kept in an arena, because a document is looked at once and then
// given back whole. Refused is what its parser would let pass: keys given twice, nesting and documents without
// limit. Never throws; a syntax error names line and column.
#ifndef SUPPORTCALC_POLICY_JSON_DOCUMENT_H_
#define SUPPORTCALC_POLICY_JSON_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/arena.h"
#include "base/result.h"

namespace supportcalc {

// A value of a document. Members and elements come in the order they were written, so that problems are reported in
// reading order.
class JsonValue {
 public:
  enum class Type : std::uint8_t { Null, Boolean, Integer, Fraction, String, Array, Object };

  // Over the members of an object or the elements of a list.
  class Iterator {
   public:
    explicit Iterator(const JsonValue* at) : at_(at) {}
    const JsonValue& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ = at_->next_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const JsonValue* at_;
  };

  Type type() const { return type_; }
  bool is_null() const { return type_ == Type::Null; }
  bool is_boolean() const { return type_ == Type::Boolean; }
  bool is_integer() const { return type_ == Type::Integer; }
  bool is_string() const { return type_ == Type::String; }
  bool is_array() const { return type_ == Type::Array; }
  bool is_object() const { return type_ == Type::Object; }

  bool boolean() const { return number_ != 0; }
  std::int64_t integer() const { return number_; }  // the nearest there is, for one that does not fit
  // Of a string, and of a fraction as it is written; "" for what is neither.
  std::string_view string() const { return text_; }
  std::string_view key() const { return key_; }        // of a member; "" for what is none
  std::size_t size() const { return size_; }           // of an object or a list
  Iterator begin() const { return Iterator(first_); }  // nothing to visit in what is neither
  Iterator end() const { return Iterator(nullptr); }
  const JsonValue* find(std::string_view key) const;  // a member, also a null; null when there is none

 private:
  friend class JsonBuilder;

  Type type_ = Type::Null;
  std::string_view key_;
  std::string_view text_;
  std::int64_t number_ = 0;
  std::size_t size_ = 0;
  const JsonValue* next_ = nullptr;
  JsonValue* first_ = nullptr;
  JsonValue* last_ = nullptr;
};

// A value and the memory it lives in.
struct JsonDocument {
  Arena arena;
  const JsonValue* root = nullptr;

  const JsonValue& operator*() const { return *root; }
  const JsonValue* operator->() const { return root; }
};

struct JsonLimits {
  std::size_t bytes;
  std::size_t depth = 32;
  std::size_t key = 200;  // bytes of a key: every problem beneath one repeats it
  std::size_t values = 50'000;
  std::size_t members = 5'000;  // of one object: each key is compared with those before it
};

inline constexpr JsonLimits kPolicyLimits{.bytes = std::size_t{1024} * 1024};
inline constexpr JsonLimits kRequestLimits{.bytes = std::size_t{64} * 1024};

// Errors: json.syntax (with line and column); json.too_large; json.too_deep; json.too_many_values;
// json.duplicate_key; value.too_long for a key.
Result<JsonDocument> parse_json(std::string_view text, const JsonLimits& limits);

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
