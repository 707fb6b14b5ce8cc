#include "policy/json_document.h"

#include <string>
#include <utility>
#include <vector>

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

// Builds the value and stops at the first thing that is not acceptable.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

  bool null() override { return add(Json(nullptr)) != nullptr; }
  bool boolean(bool value) override { return add(Json(value)) != nullptr; }
  bool number_integer(number_integer_t value) override { return add(Json(value)) != nullptr; }
  bool number_unsigned(number_unsigned_t value) override { return add(Json(value)) != nullptr; }
  bool number_float(number_float_t value, const string_t&) override { return add(Json(value)) != nullptr; }
  bool string(string_t& value) override { return add(Json(std::move(value))) != nullptr; }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (name.size() > limits_.key) {
      problem_ = {
          Code::ValueTooLong, pointer() + pointer_step(excerpt(name)), {{"limit", std::to_string(limits_.key)}}};
      return false;
    }
    if (open_.back()->find(name) != open_.back()->end()) {
      problem_ = {Code::JsonDuplicateKey, pointer() + pointer_step(name), {{"key", excerpt(name)}}};
      return false;
    }
    key_ = name;
    return true;
  }

  bool parse_error(std::size_t offset, const std::string&, const nlohmann::detail::exception&) override {
    problem_ = syntax_problem(text_, offset > 0 ? offset - 1 : 0);
    return false;
  }

  const Diagnostic& problem() const { return problem_; }
  Json take() { return std::move(root_); }

 private:
  Json* add(Json value) {
    if (++count_ > limits_.values) {
      problem_ = {Code::JsonTooManyValues, "", {{"limit", std::to_string(limits_.values)}}};
      return nullptr;
    }
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    // Keys are known to be new, so the object need not be searched again.
    auto& members = parent.get_ref<Json::object_t&>();
    members.push_back({key_, std::move(value)});
    return &members.back().second;
  }

  bool open(Json container) {
    if (open_.size() >= limits_.depth) {
      problem_ = {Code::JsonTooDeep, "", {{"limit", std::to_string(limits_.depth)}}};
      return false;
    }
    Json* added = add(std::move(container));
    if (added == nullptr) {
      return false;
    }
    // Only the innermost container grows, so the addresses of those around it stay.
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
      const Json& container = *open_[i];
      if (container.is_array()) {
        result += "/" + std::to_string(container.size() - 1);
      } else {
        result += pointer_step(container.get_ref<const Json::object_t&>().back().first);
      }
    }
    return result;
  }

  std::string_view text_;
  JsonLimits limits_;
  Json root_;
  std::vector<Json*> open_;
  std::string key_;
  std::size_t count_ = 0;
  Diagnostic problem_{Code::JsonSyntax, "", {}};
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
  Builder builder(text, limits);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
    return builder.problem();
  }
  // The parser takes a zero byte for the end.
  const auto zero = text.find('\0');
  if (zero != std::string_view::npos) {
    return syntax_problem(text, zero);
  }
  return builder.take();
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
