#include "policy/json_reader.h"

#include <algorithm>

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

void find_nulls(const Json& json, const Place& place, const std::vector<std::string_view>& allowed,
                Diagnostics& problems) {
  if (json.is_null() && std::find(allowed.begin(), allowed.end(), place.pointer()) == allowed.end()) {
    report(problems, Code::ValueNotAllowed, place, {{"value", "null"}, {"allowed", "a value, or no such key"}});
  }
  if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) {
      find_nulls(json[i], place.to(i), allowed, problems);
    }
  } else if (json.is_object()) {
    for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
      find_nulls(value, place.to(key), allowed, problems);
    }
  }
}

}  // namespace

void report_nulls(const Json& json, const std::vector<std::string_view>& allowed, Diagnostics& problems) {
  find_nulls(json, Place(), allowed, problems);
}

std::string read_string(const Json& json, const Place& place, Diagnostics& problems) {
  const auto* value = json.get_ptr<const std::string*>();
  if (value == nullptr) {
    wrong_type(problems, place, "string");
    return {};
  }
  if (value->size() > kLongestText) {
    report(problems, Code::ValueTooLong, place, {{"limit", std::to_string(kLongestText)}});
    return {};
  }
  return *value;
}

std::string read_name(const Json& json, const Place& place, Diagnostics& problems) {
  const std::size_t before = problems.size();
  std::string value = read_string(json, place, problems);
  if (value.empty() && problems.size() == before) {
    report(problems, Code::IdMalformed, place, {{"id", ""}});
  }
  return value;
}

std::string read_id(const Json& json, const Place& place, Diagnostics& problems) {
  constexpr std::size_t kLongestId = 64;
  const std::size_t before = problems.size();
  std::string value = read_string(json, place, problems);
  if (problems.size() != before) {
    return {};
  }
  if (value.empty() || value.size() > kLongestId || !std::all_of(value.begin(), value.end(), is_id_character)) {
    report(problems, Code::IdMalformed, place, {{"id", excerpt(value)}});
    return {};
  }
  return value;
}

Text read_text(const Json& json, const Place& place, Diagnostics& problems) {
  Text text;
  if (json.is_string()) {
    text.by_language.emplace_back("en", read_string(json, place, problems));
    return text;
  }
  if (!json.is_object()) {
    wrong_type(problems, place, "string or object of languages");
    return text;
  }
  for (const auto& [language, value] : json.items()) {
    if (!is_language(language)) {
      report(problems, Code::ValueUnknownKey, place.to(language), {{"key", excerpt(language)}});
      continue;
    }
    text.by_language.emplace_back(language, read_string(value, place.to(language), problems));
  }
  const auto english = std::find_if(text.by_language.begin(), text.by_language.end(),
                                    [](const auto& entry) { return entry.first == "en"; });
  if (english == text.by_language.end()) {
    report(problems, Code::ValueMissing, place, {{"key", "en"}});
  } else {
    std::rotate(text.by_language.begin(), english, std::next(english));
  }
  return text;
}

JsonReader::JsonReader(const Json& json, const Place& place, Diagnostics& problems)
    : place_(place), problems_(problems) {
  if (json.is_object()) {
    json_ = &json;
  } else {
    wrong_type(problems_, place_, "object");
  }
}

const Json* JsonReader::find(std::string_view key) {
  known_.push_back(key);
  if (json_ == nullptr) {
    return nullptr;
  }
  for (const auto& [name, value] : json_->get_ref<const Json::object_t&>()) {
    if (name == key) {
      return value.is_null() ? nullptr : &value;
    }
  }
  return nullptr;
}

bool JsonReader::has(std::string_view key) const {
  if (json_ == nullptr) {
    return false;
  }
  const auto& members = json_->get_ref<const Json::object_t&>();
  return std::any_of(members.begin(), members.end(), [key](const auto& member) { return member.first == key; });
}

void JsonReader::report(Code code, std::string_view key, std::initializer_list<ParameterView> parameters) {
  supportcalc::report(problems_, code, key.empty() ? place_ : place_.to(key), parameters);
}

void JsonReader::require(std::string_view key) {
  if (find(key) == nullptr && json_ != nullptr) {
    supportcalc::report(problems_, Code::ValueMissing, place_, {{"key", key}});
  }
}

std::string JsonReader::required_string(std::string_view key) {
  require(key);
  const std::size_t before = problems_.size();
  std::string value = string(key);
  if (value.empty() && find(key) != nullptr && problems_.size() == before) {
    supportcalc::report(problems_, Code::ValueMissing, place_, {{"key", key}});
  }
  return value;
}

std::string JsonReader::string(std::string_view key) {
  const Json* value = find(key);
  return value == nullptr ? std::string() : read_string(*value, place_.to(key), problems_);
}

std::string JsonReader::id(std::string_view key) {
  const Json* value = find(key);
  return value == nullptr ? std::string() : read_id(*value, place_.to(key), problems_);
}

Ids JsonReader::ids(std::string_view key) {
  return list<std::string>(key, [this](const Json& value, const Place& at) { return read_name(value, at, problems_); });
}

bool JsonReader::boolean(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) {
    return false;
  }
  if (!value->is_boolean()) {
    wrong_type(problems_, place_.to(key), "true or false");
    return false;
  }
  return value->get<bool>();
}

std::optional<std::int64_t> JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max) {
  const Json* value = find(key);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_number_integer()) {
    wrong_type(problems_, place_.to(key), "whole number");
    return std::nullopt;
  }
  const bool huge = value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  const std::int64_t number = huge ? INT64_MAX : value->get<std::int64_t>();
  if (number < min || number > max) {
    supportcalc::report(problems_, Code::ValueOutOfRange, place_.to(key),
                        {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
    return std::nullopt;
  }
  return number;
}

std::optional<local_days> JsonReader::day(std::string_view key) {
  const std::size_t before = problems_.size();
  const std::string written = string(key);
  if (find(key) == nullptr || problems_.size() != before) {
    return std::nullopt;
  }
  const auto date = parse_date(written, "");
  if (!date) {
    supportcalc::report(problems_, date.diagnostics(), place_.to(key));
    return std::nullopt;
  }
  return local_days{*date};
}

Text JsonReader::text(std::string_view key) {
  const Json* value = find(key);
  return value == nullptr ? Text{} : read_text(*value, place_.to(key), problems_);
}

std::vector<std::pair<std::string, const Json*>> JsonReader::members(std::string_view key) {
  std::vector<std::pair<std::string, const Json*>> result;
  const Json* object = find(key);
  if (object == nullptr) {
    return result;
  }
  if (!object->is_object()) {
    wrong_type(problems_, place_.to(key), "object");
    return result;
  }
  for (const auto& [name, value] : object->get_ref<const Json::object_t&>()) {
    result.emplace_back(name, &value);
  }
  return result;
}

std::optional<std::size_t> JsonReader::one_of(std::string_view key, std::span<const std::string_view> names) {
  const std::size_t before = problems_.size();
  const std::string value = string(key);
  if (find(key) == nullptr || problems_.size() != before) {
    return std::nullopt;
  }
  const auto found = std::find(names.begin(), names.end(), value);
  if (found == names.end()) {
    report(Code::ValueNotAllowed, key, {{"value", value}, {"allowed", list_names(names)}});
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names.begin());
}

std::string JsonReader::word(std::string_view key, std::span<const std::string_view> names) {
  const auto index = one_of(key, names);
  return index ? std::string(names[*index]) : std::string();
}

const Json* JsonReader::find_array(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) {
    return nullptr;
  }
  if (!value->is_array()) {
    wrong_type(problems_, place_.to(key), "list");
    return nullptr;
  }
  if (value->size() > kLongestList) {
    supportcalc::report(problems_, Code::ListTooLong, place_.to(key), {{"limit", std::to_string(kLongestList)}});
    return nullptr;
  }
  return value;
}

void JsonReader::finish() {
  if (json_ == nullptr) {
    return;
  }
  for (const auto& [name, value] : json_->get_ref<const Json::object_t&>()) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
      supportcalc::report(problems_, Code::ValueUnknownKey, place_.to(name), {{"key", excerpt(name)}});
    }
  }
}

}  // namespace supportcalc
