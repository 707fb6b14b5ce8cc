#include "policy/members.h"

#include <cstring>

namespace supportcalc {

void read_members(JsonReader& reader, Members members, void* object) {
  for (const auto& member : members) {
    if (member.required) {
      reader.require(member.key);
    }
    member.read(reader, member.key, object);
  }
}

void read_object(JsonReader& reader, std::string_view key, Members members, void* object) {
  const JsonValue* json = reader.find(key);
  if (json == nullptr) {
    return;
  }
  JsonReader inner(*json, reader.place().to(key), reader.destination());
  read_members(inner, members, object);
  inner.finish();
}

Objects read_list(JsonReader& reader, std::string_view key, const void* empty, std::size_t size, Members members) {
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
    read_members(item, members, object);
    item.finish();
    object += size;
    ++i;
  }
  return objects;
}

}  // namespace supportcalc
