#include "policy/json_reader.h"

#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// "en", "gsw", "de-CH".
bool is_language(std::string_view name) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto language = name.substr(0, name.find('-'));
  const bool has_region = language.size() != name.size();
  const auto region = has_region ? name.substr(language.size() + 1) : std::string_view("CH");
  return (language.size() == 2 || language.size() == 3) && std::all_of(language.begin(), language.end(), lower) &&
         region.size() >= 2 && region.size() <= 4 && std::all_of(region.begin(), region.end(), letter);
}

void wrong_type(Diagnostics& problems, const Place& place, std::string_view expected) {
  report(problems, Code::ValueWrongType, place, {{"expected", expected}});
}

void find_nulls(const JsonValue& json, const Place& place, List<std::string_view> allowed, Diagnostics& problems) {
  if (json.is_null() && std::find(allowed.begin(), allowed.end(), place.pointer()) == allowed.end()) {
    report(problems, Code::ValueNotAllowed, place, {{"value", "null"}, {"allowed", "a value, or no such key"}});
  }
  if (json.is_array()) {
    std::size_t i = 0;
    for (const JsonValue& element : json) {
      find_nulls(element, place.to(i), allowed, problems);
      ++i;
    }
  } else if (json.is_object()) {
    for (const JsonValue& member : json) {
      find_nulls(member, place.to(member.key()), allowed, problems);
    }
  }
}

}  // namespace

void report_nulls(const JsonValue& json, List<std::string_view> allowed, Diagnostics& problems) {
  find_nulls(json, Place(), allowed, problems);
}

std::string_view read_string(const JsonValue& json, const Place& place, Diagnostics& problems) {
  if (!json.is_string()) {
    wrong_type(problems, place, "string");
    return {};
  }
  if (json.string().size() > kLongestText) {
    report(problems, Code::ValueTooLong, place, {{"limit", std::to_string(kLongestText)}});
    return {};
  }
  return json.string();
}

std::string_view read_name(const JsonValue& json, const Place& place, Diagnostics& problems) {
  const std::size_t before = problems.size();
  const auto value = read_string(json, place, problems);
  if (value.empty() && problems.size() == before) {
    report(problems, Code::IdMalformed, place, {{"id", ""}});
  }
  return value;
}

std::string_view read_id(const JsonValue& json, const Place& place, Diagnostics& problems) {
  constexpr std::size_t kLongestId = 64;
  const std::size_t before = problems.size();
  const auto value = read_string(json, place, problems);
  if (problems.size() != before) {
    return {};
  }
  if (value.empty() || value.size() > kLongestId || !std::all_of(value.begin(), value.end(), is_id_character)) {
    report(problems, Code::IdMalformed, place, {{"id", excerpt(value)}});
    return {};
  }
  return value;
}

Text read_text(const JsonValue& json, const Place& place, const Destination& to) {
  if (json.is_string()) {
    const auto text = to.arena.make<Keyed<std::string_view>>(1);
    text[0] = {"en", read_string(json, place, to.problems)};
    return {text};
  }
  if (!json.is_object()) {
    wrong_type(to.problems, place, "string or object of languages");
    return {};
  }
  const auto texts = to.arena.make<Keyed<std::string_view>>(json.size());
  std::size_t size = 0;
  std::size_t english = texts.size();
  for (const JsonValue& member : json) {
    const auto language = member.key();
    if (!is_language(language)) {
      report(to.problems, Code::ValueUnknownKey, place.to(language),
             {{"key", excerpt(language)}, {"known", "en, de and other languages"}});
      continue;
    }
    if (language == "en") {
      english = size;
    }
    texts[size++] = {language, read_string(member, place.to(language), to.problems)};
  }
  if (english == texts.size()) {
    report(to.problems, Code::ValueMissing, place, {{"key", "en"}});
  } else {
    for (; english > 0; --english) {
      std::swap(texts[english], texts[english - 1]);
    }
  }
  return {texts.first(size)};
}

JsonReader::JsonReader(const JsonValue& json, const Place& place, const Destination& to) : place_(place), to_(to) {
  if (json.is_object()) {
    json_ = &json;
  } else {
    wrong_type(to_.problems, place_, "object");
  }
}

const JsonValue* JsonReader::find(std::string_view key) {
  if (known_.empty() || known_.back() != key) {  // some are asked for twice in a row
    known_.push_back(key);
  }
  if (json_ == nullptr) {
    return nullptr;
  }
  const JsonValue* member = json_->find(key);
  return member == nullptr || member->is_null() ? nullptr : member;
}

bool JsonReader::has(std::string_view key) const { return json_ != nullptr && json_->find(key) != nullptr; }

void JsonReader::report(Code code, std::string_view key, std::initializer_list<ParameterView> parameters) {
  supportcalc::report(to_.problems, code, key.empty() ? place_ : place_.to(key), parameters);
}

void JsonReader::require(std::string_view key) {
  if (find(key) == nullptr && json_ != nullptr) {
    supportcalc::report(to_.problems, Code::ValueMissing, place_, {{"key", key}});
  }
}

std::string_view JsonReader::required_string(std::string_view key) {
  require(key);
  const std::size_t before = to_.problems.size();
  const auto value = string(key);
  if (value.empty() && find(key) != nullptr && to_.problems.size() == before) {
    supportcalc::report(to_.problems, Code::ValueMissing, place_, {{"key", key}});
  }
  return value;
}

std::string_view JsonReader::string(std::string_view key) {
  const JsonValue* value = find(key);
  return value == nullptr ? std::string_view() : read_string(*value, place_.to(key), to_.problems);
}

std::string_view JsonReader::id(std::string_view key) {
  const JsonValue* value = find(key);
  return value == nullptr ? std::string_view() : read_id(*value, place_.to(key), to_.problems);
}

Ids JsonReader::ids(std::string_view key) {
  return list<std::string_view>(
      key, [this](const JsonValue& value, const Place& at) { return read_name(value, at, to_.problems); });
}

bool JsonReader::boolean(std::string_view key) {
  const JsonValue* value = find(key);
  if (value == nullptr) {
    return false;
  }
  if (!value->is_boolean()) {
    wrong_type(to_.problems, place_.to(key), "true or false");
    return false;
  }
  return value->boolean();
}

std::optional<std::int64_t> JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max) {
  const JsonValue* value = find(key);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_integer()) {
    wrong_type(to_.problems, place_.to(key), "whole number");
    return std::nullopt;
  }
  const std::int64_t number = value->integer();
  if (number < min || number > max) {
    supportcalc::report(to_.problems, Code::ValueOutOfRange, place_.to(key),
                        {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
    return std::nullopt;
  }
  return number;
}

std::optional<local_days> JsonReader::day(std::string_view key) {
  const std::size_t before = to_.problems.size();
  const auto written = string(key);
  if (find(key) == nullptr || to_.problems.size() != before) {
    return std::nullopt;
  }
  const auto date = parse_date(written, "");
  if (!date) {
    supportcalc::report(to_.problems, date.diagnostics(), place_.to(key));
    return std::nullopt;
  }
  return local_days{*date};
}

Text JsonReader::text(std::string_view key) {
  const JsonValue* value = find(key);
  return value == nullptr ? Text{} : read_text(*value, place_.to(key), to_);
}

const JsonValue& JsonReader::members(std::string_view key) {
  static constexpr JsonValue kNone;
  const JsonValue* object = find(key);
  if (object == nullptr) {
    return kNone;
  }
  if (!object->is_object()) {
    wrong_type(to_.problems, place_.to(key), "object");
    return kNone;
  }
  return *object;
}

std::optional<std::size_t> JsonReader::one_of(std::string_view key, std::span<const std::string_view> names) {
  const std::size_t before = to_.problems.size();
  const auto value = string(key);
  if (find(key) == nullptr || to_.problems.size() != before) {
    return std::nullopt;
  }
  const auto found = std::find(names.begin(), names.end(), value);
  if (found == names.end()) {
    report(Code::ValueNotAllowed, key, {{"value", value}, {"allowed", list_names(names)}});
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names.begin());
}

std::string_view JsonReader::word(std::string_view key, std::span<const std::string_view> names) {
  const auto index = one_of(key, names);
  return index ? names[*index] : std::string_view();
}

const JsonValue* JsonReader::find_array(std::string_view key) {
  const JsonValue* value = find(key);
  if (value == nullptr) {
    return nullptr;
  }
  if (!value->is_array()) {
    wrong_type(to_.problems, place_.to(key), "list");
    return nullptr;
  }
  if (value->size() > kLongestList) {
    supportcalc::report(to_.problems, Code::ListTooLong, place_.to(key), {{"limit", std::to_string(kLongestList)}});
    return nullptr;
  }
  return value;
}

void JsonReader::finish() {
  if (json_ == nullptr) {
    return;
  }
  for (const JsonValue& member : *json_) {
    if (std::find(known_.begin(), known_.end(), member.key()) == known_.end()) {
      supportcalc::report(to_.problems, Code::ValueUnknownKey, place_.to(member.key()),
                          {{"key", excerpt(member.key())}, {"known", list_names(known_)}});
    }
  }
}

}  // namespace supportcalc
