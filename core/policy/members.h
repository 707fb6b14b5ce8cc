// Tables that say how a struct is read from a JSON object: one row for each member, one loop for all tables.
//
//   constexpr Member kFact[] = {
//       id<&Fact::id>("id", kRequired),
//       text<&Fact::text>("text", kRequired),
//       list<&Fact::parts, kPart>("parts"),
//   };
//
// A function for each struct instead, with its lists and optional parts, was a fifth of the wasm module.
#ifndef SUPPORTCALC_POLICY_MEMBERS_H_
#define SUPPORTCALC_POLICY_MEMBERS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "policy/json_reader.h"

namespace supportcalc {

struct Member {
  std::string_view key;  // "" for a row that stands for several members, or for none
  void (*read)(JsonReader& reader, std::string_view key, void* object);
  bool required = false;
};

using Members = std::span<const Member>;

inline constexpr bool kRequired = true;

// Reads the members of `object` in the order of the table. What the table does not name is left for
// `JsonReader::finish` to report.
void read_members(JsonReader& reader, Members members, void* object);

// Reads the object at `key`, when there is one.
void read_object(JsonReader& reader, std::string_view key, Members members, void* object);

// Objects in a row, of a type that is known where the row is made.
struct Objects {
  void* first = nullptr;
  std::size_t size = 0;

  template <class T>
  List<T> as() const {
    return {static_cast<const T*>(first), size};
  }
};

// Reads the list at `key`; each object begins as a copy of the `size` bytes at `empty`.
Objects read_list(JsonReader& reader, std::string_view key, const void* empty, std::size_t size, Members members);

namespace members {

template <class Owner, class Value>
Owner owner_of(Value Owner::*field);

template <class Owner>
Owner owner_of(void (*check)(JsonReader& reader, Owner& object));

template <auto Field>
auto& field_of(void* object) {
  return static_cast<decltype(owner_of(Field))*>(object)->*Field;
}

template <class T>
inline constexpr T kEmpty{};

template <class T>
List<T> list_of(JsonReader& reader, std::string_view key, Members members) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  return read_list(reader, key, &kEmpty<T>, sizeof(T), members).template as<T>();
}

// --- values

// Read by `Read(reader, key, field)`.
template <auto Field, auto Read>
constexpr Member by(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) { Read(reader, name, field_of<Field>(object)); },
          required};
}

template <auto Field>
constexpr Member id(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.id(name); },
          required};
}

template <auto Field>
constexpr Member ids(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.ids(name); },
          required};
}

template <auto Field>
constexpr Member string(std::string_view key) {
  return {key, [](JsonReader& reader, std::string_view name, void* object) {
            field_of<Field>(object) = reader.string(name);
          }};
}

// A string that has to be there and not to be empty.
template <auto Field>
constexpr Member filled(std::string_view key) {
  return {key, [](JsonReader& reader, std::string_view name, void* object) {
            field_of<Field>(object) = reader.required_string(name);
          }};
}

template <auto Field>
constexpr Member text(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.text(name); },
          required};
}

// A bool, or an optional one that stays empty where there is no such member.
template <auto Field>
constexpr Member flag(std::string_view key) {
  return {key, [](JsonReader& reader, std::string_view name, void* object) {
            if (reader.find(name) != nullptr) {
              field_of<Field>(object) = reader.boolean(name);
            }
          }};
}

template <auto Field, std::int64_t Min, std::int64_t Max>
constexpr Member figure(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) {
            if (const auto value = reader.integer(name, Min, Max)) {
              auto& field = field_of<Field>(object);
              if constexpr (std::is_same_v<std::remove_reference_t<decltype(field)>, int>) {
                field = static_cast<int>(*value);
              } else {
                field = *value;
              }
            }
          },
          required};
}

// One of some names: kept as a string, or as the enumerator, of an optional too, at the same position.
template <auto Field, const auto& kNames>
constexpr Member word(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) {
            auto& field = field_of<Field>(object);
            using Value = std::remove_reference_t<decltype(field)>;
            if constexpr (std::is_same_v<Value, std::string_view>) {
              field = reader.word(name, kNames);
            } else if constexpr (std::is_enum_v<Value>) {
              field = reader.enumerator(name, kNames, field);
            } else if (const auto index = reader.one_of(name, kNames)) {
              field = static_cast<typename Value::value_type>(*index);
            }
          },
          required};
}

// --- objects and lists

template <auto Field, const auto& kMembers>
constexpr Member object(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) {
            read_object(reader, name, kMembers, &field_of<Field>(object));
          },
          required};
}

template <auto Field, const auto& kMembers>
constexpr Member optional_object(std::string_view key) {
  return {key, [](JsonReader& reader, std::string_view name, void* object) {
            if (reader.find(name) != nullptr) {
              read_object(reader, name, kMembers, &field_of<Field>(object).emplace());
            }
          }};
}

template <auto Field, const auto& kMembers>
constexpr Member list(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) {
            auto& field = field_of<Field>(object);
            using T = typename std::remove_reference_t<decltype(field)>::value_type;
            field = list_of<T>(reader, name, kMembers);
          },
          required};
}

// An object in the document whose members belong to the struct itself.
template <const auto& kMembers>
constexpr Member nested(std::string_view key, bool required = false) {
  return {key,
          [](JsonReader& reader, std::string_view name, void* object) { read_object(reader, name, kMembers, object); },
          required};
}

// The reverse: a struct within whose members stand in the object itself.
template <auto Field, const auto& kMembers>
constexpr Member part() {
  return {"", [](JsonReader& reader, std::string_view /*key*/, void* object) {
            read_members(reader, kMembers, &field_of<Field>(object));
          }};
}

// The members of another table of the same struct.
template <const auto& kMembers>
constexpr Member all_of() {
  return {"",
          [](JsonReader& reader, std::string_view /*key*/, void* object) { read_members(reader, kMembers, object); }};
}

// What no row can say: `Read(reader, object)`.
template <auto Read>
constexpr Member also() {
  return {"", [](JsonReader& reader, std::string_view /*key*/, void* object) {
            Read(reader, *static_cast<decltype(owner_of(Read))*>(object));
          }};
}

}  // namespace members
}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_MEMBERS_H_
