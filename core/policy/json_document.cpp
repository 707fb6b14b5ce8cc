#include "policy/json_document.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/codes.h"
#include "base/excerpt.h"

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

// Builds the values as nlohmann/json finds them and stops at the first thing that is not acceptable.
class JsonBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonBuilder(std::string_view text, const JsonLimits& limits, Arena& arena)
      : text_(text), limits_(limits), arena_(arena) {}

  bool null() override { return add(JsonValue::Type::Null, 0) != nullptr; }
  bool boolean(bool value) override { return add(JsonValue::Type::Boolean, value ? 1 : 0) != nullptr; }
  bool number_integer(number_integer_t value) override { return add(JsonValue::Type::Integer, value) != nullptr; }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMost = static_cast<number_unsigned_t>(INT64_MAX);
    return add(JsonValue::Type::Integer, static_cast<std::int64_t>(value > kMost ? kMost : value)) != nullptr;
  }
  bool number_float(number_float_t, const string_t&) override { return add(JsonValue::Type::Fraction, 0) != nullptr; }
  bool string(string_t& value) override {
    JsonValue* added = add(JsonValue::Type::String, 0);
    if (added != nullptr) {
      added->text_ = arena_.copy(value);
    }
    return added != nullptr;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Type::Object); }
  bool start_array(std::size_t) override { return open(JsonValue::Type::Array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
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

  bool parse_error(std::size_t offset, const std::string&, const nlohmann::detail::exception&) override {
    problem_ = syntax_problem(text_, offset > 0 ? offset - 1 : 0);
    return false;
  }

  const Diagnostic& problem() const { return problem_; }
  const JsonValue* root() const { return root_; }

 private:
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

  bool close() {
    open_.pop_back();
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
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
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
