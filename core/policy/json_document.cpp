#include "policy/json_document.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/codes.h"
#include "base/excerpt.h"

namespace supportcalc {
namespace {

// What the lexer makes of numbers and texts.
struct LexedTypes {
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
};

using LexedText = decltype(nlohmann::detail::input_adapter(std::string_view().begin(), std::string_view().end()));
using Lexer = nlohmann::detail::lexer<LexedTypes, LexedText>;

}  // namespace
}  // namespace supportcalc

// No document has a fraction that is used, so its form is all that is looked at: its value would bring the C library's
// arithmetic of 128 bits, a twentieth of the module (docs/decisions/0008-sizes.md).
template <>
[[gnu::nonnull]] void supportcalc::Lexer::strtof(double& fraction, const char* text, char** end) noexcept {
  fraction = 0;
  *end = const_cast<char*>(text) + std::strlen(text);  // NOLINT(cppcoreguidelines-pro-type-const-cast): as C has it
}

namespace supportcalc {
namespace {

TextPosition position_of(std::string_view text, std::size_t offset) {
  TextPosition position;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else {
      ++position.column;
    }
  }
  return position;
}

Diagnostic syntax_problem(std::string_view text, std::size_t offset) {
  const auto place = position_of(text, offset);
  return {Code::JsonSyntax, "", {{"line", std::to_string(place.line)}, {"column", std::to_string(place.column)}}};
}

}  // namespace

// Builds the values from the tokens that nlohmann/json finds and stops at the first thing that is not acceptable.
//
// The library's own parser is not used: what it says of a mistake, which nobody sees here, brings a printf of floating
// point, a twentieth of the module (docs/decisions/0008-sizes.md). Its lexer is: numbers, escapes, UTF-8.
class JsonBuilder {
 public:
  JsonBuilder(std::string_view text, const JsonLimits& limits, Arena& arena)
      : text_(text),
        limits_(limits),
        arena_(arena),
        lexer_(nlohmann::detail::input_adapter(text.begin(), text.end())),
        token_(lexer_.scan()) {}

  // Reads the text; false when there is a problem.
  bool read() { return value() && (next() == Token::end_of_input || syntax()); }

  const Diagnostic& problem() const { return problem_; }
  const JsonValue* root() const { return root_; }

 private:
  using Token = Lexer::token_type;

  Token next() {
    token_ = lexer_.scan();
    return token_;
  }

  bool syntax() {
    const std::size_t read = lexer_.get_position();
    problem_ = syntax_problem(text_, read > 0 ? read - 1 : 0);
    return false;
  }

  // Each of these begins at the first token of what it reads, and ends at the last.

  bool value() {
    switch (token_) {
      case Token::begin_object:
        return open(JsonValue::Type::Object) && members();
      case Token::begin_array:
        return open(JsonValue::Type::Array) && elements();
      case Token::literal_null:
        return add(JsonValue::Type::Null, 0) != nullptr;
      case Token::literal_true:
      case Token::literal_false:
        return add(JsonValue::Type::Boolean, token_ == Token::literal_true ? 1 : 0) != nullptr;
      case Token::value_integer:
        return add(JsonValue::Type::Integer, lexer_.get_number_integer()) != nullptr;
      case Token::value_unsigned: {
        constexpr std::uint64_t kMost = INT64_MAX;
        return add(JsonValue::Type::Integer,
                   static_cast<std::int64_t>(std::min<std::uint64_t>(lexer_.get_number_unsigned(), kMost))) != nullptr;
      }
      case Token::value_float: {
        JsonValue* const added = add(JsonValue::Type::Fraction, 0);
        if (added != nullptr) {
          added->text_ = arena_.copy(lexer_.get_string());
        }
        return added != nullptr;
      }
      case Token::value_string: {
        JsonValue* const added = add(JsonValue::Type::String, 0);
        if (added != nullptr) {
          added->text_ = arena_.copy(lexer_.get_string());
        }
        return added != nullptr;
      }
      default:
        return syntax();
    }
  }

  bool members() {
    while (next() != Token::end_object) {
      const bool is_first = open_.back()->size_ == 0;
      if (!is_first && (token_ != Token::value_separator || next() == Token::end_object)) {
        return syntax();
      }
      if (token_ != Token::value_string) {
        return syntax();
      }
      if (!key(lexer_.get_string())) {
        return false;
      }
      if (next() != Token::name_separator) {
        return syntax();
      }
      next();
      if (!value()) {
        return false;
      }
    }
    open_.pop_back();
    return true;
  }

  bool elements() {
    while (next() != Token::end_array) {
      const bool is_first = open_.back()->size_ == 0;
      if (!is_first && token_ != Token::value_separator) {
        return syntax();
      }
      if (!is_first) {
        next();
      }
      if (!value()) {
        return false;
      }
    }
    open_.pop_back();
    return true;
  }

  bool key(const std::string& name) {
    if (name.size() > limits_.key) {
      problem_ = {
          Code::ValueTooLong, pointer() + pointer_step(excerpt(name)), {{"limit", std::to_string(limits_.key)}}};
      return false;
    }
    if (open_.back()->find(name) != nullptr) {
      problem_ = {Code::JsonDuplicateKey, pointer() + pointer_step(name), {{"key", excerpt(name)}}};
      return false;
    }
    key_ = arena_.copy(name);
    return true;
  }

  JsonValue* add(JsonValue::Type type, std::int64_t number) {
    JsonValue* const parent = open_.empty() ? nullptr : open_.back();
    const bool member = parent != nullptr && parent->is_object();
    const bool too_wide = member && parent->size_ >= limits_.members;
    if (++count_ > limits_.values || too_wide) {
      problem_ = {
          Code::JsonTooManyValues, "", {{"limit", std::to_string(too_wide ? limits_.members : limits_.values)}}};
      return nullptr;
    }
    JsonValue* const added = arena_.make<JsonValue>(1).data();
    added->type_ = type;
    added->number_ = number;
    if (parent == nullptr) {
      root_ = added;
      return added;
    }
    if (member) {
      added->key_ = key_;
    }
    if (parent->last_ == nullptr) {
      parent->first_ = added;
    } else {
      parent->last_->next_ = added;
    }
    parent->last_ = added;
    ++parent->size_;
    return added;
  }

  bool open(JsonValue::Type type) {
    if (open_.size() >= limits_.depth) {
      problem_ = {Code::JsonTooDeep, "", {{"limit", std::to_string(limits_.depth)}}};
      return false;
    }
    JsonValue* added = add(type, 0);
    if (added == nullptr) {
      return false;
    }
    open_.push_back(added);
    return true;
  }

  std::string pointer() const {
    std::string result;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const JsonValue& container = *open_[i];
      result +=
          container.is_array() ? "/" + std::to_string(container.size() - 1) : pointer_step(container.last_->key());
    }
    return result;
  }

  std::string_view text_;
  JsonLimits limits_;
  Arena& arena_;
  Lexer lexer_;
  Token token_;
  JsonValue* root_ = nullptr;
  std::vector<JsonValue*> open_;
  std::string_view key_;
  std::size_t count_ = 0;
  Diagnostic problem_{Code::JsonSyntax, "", {}};
};

const JsonValue* JsonValue::find(std::string_view key) const {
  for (const JsonValue& member : *this) {
    if (member.key() == key) {
      return &member;
    }
  }
  return nullptr;
}

namespace {

// Walks a text that is known to parse.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  std::size_t offset() const { return at_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
  }
  void step() {
    ++at_;
    skip_space();
  }

  // The raw text of the string that begins here.
  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      at_ += text_[at_] == '\\' ? 2U : 1U;
    }
    const std::string_view raw = text_.substr(begin, at_ - begin);
    step();
    return raw;
  }

  void skip_value() {
    int depth = 0;
    do {
      const char c = peek();
      if (c == '"') {
        string();
        continue;
      }
      if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        --depth;
      }
      if (depth == 0 && c != '}' && c != ']') {
        while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos) {
          ++at_;
        }
        skip_space();
        return;
      }
      step();
    } while (depth > 0 && at_ < text_.size());
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string unescape_step(std::string_view step) {
  std::string result;
  for (std::size_t i = 0; i < step.size(); ++i) {
    if (step[i] == '~' && i + 1 < step.size()) {
      result += step[++i] == '0' ? '~' : '/';
    } else {
      result += step[i];
    }
  }
  return result;
}

// Moves to the member or element `step` of the container that begins here; false when there is none.
bool descend(Walker& walker, const std::string& step) {
  const bool object = walker.peek() == '{';
  if (!object && walker.peek() != '[') {
    return false;
  }
  walker.step();
  for (std::size_t index = 0; walker.peek() != '}' && walker.peek() != ']' && walker.peek() != '\0'; ++index) {
    std::string name = std::to_string(index);
    if (object) {
      name = walker.string();
      walker.step();  // the colon
    }
    if (name == step) {
      return true;
    }
    walker.skip_value();
    if (walker.peek() == ',') {
      walker.step();
    }
  }
  return false;
}

}  // namespace

Result<JsonDocument> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return Diagnostic{
        Code::JsonTooLarge, "", {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(limits.bytes)}}};
  }
  JsonDocument document;
  JsonBuilder builder(text, limits, document.arena);
  if (!builder.read()) {
    return builder.problem();
  }
  // The parser takes a zero byte for the end.
  const auto zero = text.find('\0');
  if (zero != std::string_view::npos) {
    return syntax_problem(text, zero);
  }
  document.root = builder.root();
  return document;
}

TextPosition locate(std::string_view text, std::string_view pointer) {
  Walker walker(text);
  walker.skip_space();
  std::size_t found = walker.offset();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    if (!descend(walker, unescape_step(pointer.substr(0, end)))) {
      break;
    }
    found = walker.offset();
    pointer.remove_prefix(end);
  }
  return position_of(text, found);
}

}  // namespace supportcalc
