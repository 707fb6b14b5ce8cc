#include "policy/members.h"

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
  const Json* json = reader.find(key);
  if (json == nullptr) {
    return;
  }
  JsonReader inner(*json, reader.place().to(key), reader.problems());
  read_members(inner, members, object);
  inner.finish();
}

void read_list(JsonReader& reader, std::string_view key, ListOf list, Members members) {
  const Json* array = reader.find_array(key);
  if (array == nullptr) {
    return;
  }
  std::byte* element = list.resize(list.list, array->size());
  for (std::size_t i = 0; i < array->size(); ++i, element += list.stride) {
    JsonReader item((*array)[i], reader.place().to(key, i), reader.problems());
    read_members(item, members, element);
    item.finish();
  }
}

}  // namespace supportcalc
