#include "policy/json_document.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "base/excerpt.h"
#include "base/place.h"

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& into, std::uint32_t character) {
  const auto add = [&into](std::uint32_t byte) { into += static_cast<char>(byte); };
  const auto rest = [&add, character](unsigned shift) { add(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0U | (character >> 6U));
    rest(0);
  } else if (character < 0x1'0000) {
    add(0xE0U | (character >> 12U));
    rest(6);
    rest(0);
  } else {
    add(0xF0U | (character >> 18U));
    rest(12);
    rest(6);
    rest(0);
  }
}

// Builds the value and stops at the first thing that is not acceptable. Each function reads what begins at `at_` and
// leaves `at_` behind it; false means that the problem has been reported.
class Parser {
 public:
  Parser(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

  bool document(Json& into) {
    skip_space();
    return value(into, Place(), 0) && (at_ == text_.size() || syntax());
  }

  const Diagnostics& problems() const { return problems_; }

 private:
  // '\0' at the end, where no part of JSON may stand.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      ++at_;
    }
  }

  bool take(char expected) {
    if (peek() != expected) {
      return false;
    }
    ++at_;
    return true;
  }

  bool syntax() {
    const auto place = position_of(text_, at_);
    report(problems_, Code::JsonSyntax, Place(),
           {{"line", std::to_string(place.line)}, {"column", std::to_string(place.column)}});
    return false;
  }

  bool too_much(Code code, std::size_t limit) {
    report(problems_, code, Place(), {{"limit", std::to_string(limit)}});
    return false;
  }

  // With the space behind it.
  bool value(Json& into, const Place& place, std::size_t depth) {
    const char first = peek();
    const bool container = first == '{' || first == '[';
    if (container && depth >= limits_.depth) {
      return too_much(Code::JsonTooDeep, limits_.depth);
    }
    if (++count_ > limits_.values) {
      return too_much(Code::JsonTooManyValues, limits_.values);
    }
    bool ok = false;
    if (first == '{') {
      into = Json::object();
      ok = members(into.get_ref<Json::object_t&>(), place, depth + 1);
    } else if (first == '[') {
      into = Json::array();
      ok = elements(into.get_ref<Json::array_t&>(), place, depth + 1);
    } else if (first == '"') {
      into = std::string();
      ok = string(into.get_ref<std::string&>());
    } else if (is_digit(first) || first == '-') {
      ok = number(into);
    } else {
      ok = literal("null", into, nullptr) || literal("true", into, true) || literal("false", into, false) || syntax();
    }
    skip_space();
    return ok;
  }

  bool literal(std::string_view name, Json& into, const Json& meaning) {
    if (text_.substr(at_, name.size()) != name) {
      return false;
    }
    at_ += name.size();
    into = meaning;
    return true;
  }

  bool members(Json::object_t& object, const Place& place, std::size_t depth) {
    ++at_;
    skip_space();
    if (take('}')) {
      return true;
    }
    do {
      skip_space();
      std::string key;
      if (peek() != '"') {
        return syntax();
      }
      if (!string(key)) {
        return false;
      }
      if (object.find(key) != object.end()) {
        report(problems_, Code::JsonDuplicateKey, place.to(key), {{"key", excerpt(key)}});
        return false;
      }
      skip_space();
      if (!take(':')) {
        return syntax();
      }
      skip_space();
      auto& member = object.emplace_back(std::move(key), nullptr);
      if (!value(member.second, place.to(member.first), depth)) {
        return false;
      }
    } while (take(','));
    return take('}') || syntax();
  }

  bool elements(Json::array_t& array, const Place& place, std::size_t depth) {
    ++at_;
    skip_space();
    if (take(']')) {
      return true;
    }
    do {
      skip_space();
      array.emplace_back();
      if (!value(array.back(), place.to(array.size() - 1), depth)) {
        return false;
      }
    } while (take(','));
    return take(']') || syntax();
  }

  bool digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) {
      ++at_;
    }
    return at_ > begin || syntax();
  }

  bool number(Json& into) {
    const std::size_t begin = at_;
    const bool negative = take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    const std::size_t whole = at_;
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      if (!digits()) {
        return false;
      }
    }
    const char* const first = text_.data() + begin;
    const char* const last = text_.data() + at_;
    std::int64_t integer = 0;
    std::uint64_t natural = 0;
    if (at_ == whole && negative && std::from_chars(first, last, integer).ec == std::errc()) {
      into = integer;
    } else if (at_ == whole && !negative && std::from_chars(first, last, natural).ec == std::errc()) {
      into = natural;
    } else {
      into = 0.5;  // no document or request may hold such a number; its type is all that is looked at
    }
    return true;
  }

  bool string(std::string& into) {
    ++at_;
    while (!take('"')) {
      if (peek() == '\\') {
        if (!escape(into)) {
          return false;
        }
        continue;
      }
      const std::size_t size = character_size();
      if (size == 0) {
        return syntax();
      }
      into.append(text_, at_, size);
      at_ += size;
    }
    return true;
  }

  // The bytes of the UTF-8 character here; 0 when it is none, or may not stand in a string.
  std::size_t character_size() const {
    const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(i < text_.size() ? text_[i] : '\0'); };
    const unsigned first = byte(at_);
    if (first < 0x80) {
      return first < 0x20 ? 0 : 1;
    }
    // The second byte's bounds rule out longer forms than needed, surrogates and what is beyond U+10FFFF.
    const unsigned second = byte(at_ + 1);
    const std::size_t size = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (std::size_t i = 2; i < size; ++i) {
      if ((byte(at_ + i) & 0xC0U) != 0x80U) {
        return 0;
      }
    }
    return size;
  }

  bool escape(std::string& into) {
    ++at_;
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const auto known = kNames.find(peek());
    if (known != std::string_view::npos) {
      into += kMeanings[known];
      ++at_;
      return true;
    }
    std::uint32_t character = 0;
    if (!code_unit(character)) {
      return false;
    }
    if (character >= 0xD800 && character < 0xE000) {
      std::uint32_t low = 0;
      if (character >= 0xDC00 || !take('\\') || !code_unit(low) || low < 0xDC00 || low >= 0xE000) {
        return problems_.empty() && syntax();
      }
      character = 0x1'0000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
    }
    append_utf8(into, character);
    return true;
  }

  // "u20AC"
  bool code_unit(std::uint32_t& into) {
    if (!take('u')) {
      return syntax();
    }
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const char lower = static_cast<char>(c | 0x20);
      if (!is_digit(c) && (lower < 'a' || lower > 'f')) {
        return syntax();
      }
      into = into * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
    }
    return true;
  }

  std::string_view text_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  Diagnostics problems_;
};

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

Result<Json> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return Diagnostic{
        Code::JsonTooLarge, "", {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(limits.bytes)}}};
  }
  Parser parser(text, limits);
  Json json;
  if (!parser.document(json)) {
    return parser.problems();
  }
  return json;
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
