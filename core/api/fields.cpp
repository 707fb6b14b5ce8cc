#include "api/fields.h"

#include "api/json_writer.h"
#include "policy/json_document.h"

namespace supportcalc {
namespace {

constexpr JsonLimits kAnswerLimits{
    .bytes = std::size_t{64} * 1024 * 1024, .depth = 64, .key = 2000, .values = 5'000'000, .members = 100'000};

using Paths = std::vector<std::string_view>;

void write(const JsonValue& value, const Paths& paths, JsonWriter& json);

// Those within a member; an empty one asks for all of it.
Paths within(const Paths& paths, std::string_view key) {
  Paths rest;
  for (const std::string_view path : paths) {
    if (path == key) {
      rest.emplace_back();
    } else if (path.size() > key.size() && path.starts_with(key) && path[key.size()] == '.') {
      rest.push_back(path.substr(key.size() + 1));
    }
  }
  return rest;
}

bool takes_all(const Paths& paths) {
  for (const std::string_view path : paths) {
    if (path.empty()) {
      return true;
    }
  }
  return false;
}

void write_members(const JsonValue& object, const Paths& paths, JsonWriter& json) {
  json.begin_object();
  for (const JsonValue& member : object) {
    const Paths rest = takes_all(paths) ? paths : within(paths, member.key());
    if (!rest.empty()) {
      json.key(member.key());
      write(member, rest, json);
    }
  }
  json.end_object();
}

void write(const JsonValue& value, const Paths& paths, JsonWriter& json) {
  switch (value.type()) {
    case JsonValue::Type::Null:
      json.null();
      return;
    case JsonValue::Type::Boolean:
      json.boolean(value.boolean());
      return;
    case JsonValue::Type::Integer:
      json.value(value.integer());
      return;
    case JsonValue::Type::Fraction:
      json.raw(value.string());
      return;
    case JsonValue::Type::String:
      json.value(value.string());
      return;
    case JsonValue::Type::Array:
      json.begin_array();
      for (const JsonValue& element : value) {
        write(element, paths, json);
      }
      json.end_array();
      return;
    case JsonValue::Type::Object:
      write_members(value, paths, json);
      return;
  }
}

}  // namespace

std::string selected_fields(std::string_view answer, const std::vector<std::string>& fields) {
  const auto document = parse_json(answer, kAnswerLimits);
  const auto* ok = document ? document->root->find("ok") : nullptr;
  if (ok == nullptr || !ok->boolean()) {
    return std::string(answer);
  }
  Paths paths(fields.begin(), fields.end());
  paths.emplace_back("ok");
  JsonWriter json;
  write(*document->root, paths, json);
  return json.take();
}

}  // namespace supportcalc
