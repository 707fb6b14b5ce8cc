#include "policy/members.h"

#include <cstring>

namespace supportcalc::members {

void read_rows(JsonReader& reader, Members rows, void* object) {
  for (const auto& member : rows) {
    if (member.required) {
      reader.require(member.key);
    }
    member.read(reader, member.key, object);
  }
}

void read_rows_at(JsonReader& reader, std::string_view key, Members rows, void* object) {
  const JsonValue* json = reader.find(key);
  if (json == nullptr) {
    return;
  }
  JsonReader inner(*json, reader.place().to(key), reader.destination());
  read_rows(inner, rows, object);
  inner.finish();
}

Objects read_rows_of_each(JsonReader& reader, std::string_view key, const void* empty, std::size_t size, Members rows) {
  const JsonValue* array = reader.find_array(key);
  if (array == nullptr) {
    return {};
  }
  const Objects objects{reader.destination().arena.allocate(array->size() * size), array->size()};
  auto* object = static_cast<std::byte*>(objects.first);
  std::size_t i = 0;
  for (const JsonValue& element : *array) {
    std::memcpy(object, empty, size);
    JsonReader item(element, reader.place().to(key, i), reader.destination());
    read_rows(item, rows, object);
    item.finish();
    object += size;
    ++i;
  }
  return objects;
}

}  // namespace supportcalc::members
