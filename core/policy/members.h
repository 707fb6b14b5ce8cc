// Tables that say how a struct is read from a JSON object: one row for each member, one loop for all tables.
//
//   constexpr MembersOf kFact({
//       id<&Fact::id>("id", kRequired),
//       text<&Fact::text>("text", kRequired),
//       list<&Fact::parts, kPart>("parts"),
//   });
//   read_members(reader, kFact, fact);
//
// A table knows whose it is: rows of two structs in one table do not compile, nor does a table of another struct than
// the one that is read by it (tests/compile_fail). The loop behind it does not know, which is why it is one loop: a
// function for each struct instead, with its lists and optional parts, was a fifth of the wasm module
// (docs/decisions/0008-sizes.md).
#ifndef SUPPORTCALC_POLICY_MEMBERS_H_
#define SUPPORTCALC_POLICY_MEMBERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "policy/json_reader.h"

namespace supportcalc {

inline constexpr bool kRequired = true;

// A row whose struct is no longer known.
struct Member {
  std::string_view key;  // "" for a row that stands for several members, or for none
  void (*read)(JsonReader& reader, std::string_view key, void* object) = nullptr;
  bool required = false;
};

using Members = std::span<const Member>;

// A row of a table of `Owner`.
template <class Owner>
struct MemberOf {
  Member row;
};

// A table of `T`, deduced from its rows.
template <class T, std::size_t N>
class MembersOf {
 public:
  using Owner = T;

  explicit constexpr MembersOf(const MemberOf<T> (&rows)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
      rows_[i] = rows[i].row;
    }
  }

  constexpr Members rows() const { return rows_; }

 private:
  std::array<Member, N> rows_;
};

namespace members {

// What the functions below are made of. `object` must be of the struct that `rows` were made for.
void read_rows(JsonReader& reader, Members rows, void* object);
void read_rows_at(JsonReader& reader, std::string_view key, Members rows, void* object);

// Objects in a row, of a type that is known where the row is made.
struct Objects {
  void* first = nullptr;
  std::size_t size = 0;

  template <class T>
  List<T> as() const {
    return {static_cast<const T*>(first), size};
  }
};

// Each object of the list at `key` begins as a copy of the `size` bytes at `empty`.
Objects read_rows_of_each(JsonReader& reader, std::string_view key, const void* empty, std::size_t size, Members rows);

}  // namespace members

// Reads the members of `object` in the order of the table. What the table does not name is left for
// `JsonReader::finish` to report.
template <class T, std::size_t N>
void read_members(JsonReader& reader, const MembersOf<T, N>& table, T& object) {
  members::read_rows(reader, table.rows(), &object);
}

// Reads the object at `key`, when there is one.
template <class T, std::size_t N>
void read_object(JsonReader& reader, std::string_view key, const MembersOf<T, N>& table, T& object) {
  members::read_rows_at(reader, key, table.rows(), &object);
}

// Reads the list at `key`; empty when there is none.
template <class T, std::size_t N>
List<T> read_list(JsonReader& reader, std::string_view key, const MembersOf<T, N>& table) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  static constexpr T kEmpty{};
  return members::read_rows_of_each(reader, key, &kEmpty, sizeof(T), table.rows()).template as<T>();
}

namespace members {

template <class Owner, class Value>
Owner owner_of(Value Owner::*field);

template <class Owner>
Owner owner_of(void (*check)(JsonReader& reader, Owner& object));

template <class Owner, class Value>
Value value_of(Value Owner::*field);

template <auto Field>
using OwnerOf = decltype(owner_of(Field));

template <auto Field>
using ValueOf = decltype(value_of(Field));

// The struct whose table this is.
template <const auto& kTable>
using TableOwner = typename std::remove_cvref_t<decltype(kTable)>::Owner;

template <auto Field>
auto& field_of(void* object) {
  return static_cast<OwnerOf<Field>*>(object)->*Field;
}

// --- values

// Read by `Read(reader, key, field)`.
template <auto Field, auto Read>
constexpr MemberOf<OwnerOf<Field>> by(std::string_view key, bool required = false) {
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) { Read(reader, name, field_of<Field>(object)); },
           required}};
}

template <auto Field>
constexpr MemberOf<OwnerOf<Field>> id(std::string_view key, bool required = false) {
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.id(name); },
           required}};
}

template <auto Field>
constexpr MemberOf<OwnerOf<Field>> ids(std::string_view key, bool required = false) {
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.ids(name); },
           required}};
}

template <auto Field>
constexpr MemberOf<OwnerOf<Field>> string(std::string_view key) {
  return {{key, [](JsonReader& reader, std::string_view name, void* object) {
             field_of<Field>(object) = reader.string(name);
           }}};
}

// A string that has to be there and not to be empty.
template <auto Field>
constexpr MemberOf<OwnerOf<Field>> filled(std::string_view key) {
  return {{key, [](JsonReader& reader, std::string_view name, void* object) {
             field_of<Field>(object) = reader.required_string(name);
           }}};
}

template <auto Field>
constexpr MemberOf<OwnerOf<Field>> text(std::string_view key, bool required = false) {
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) { field_of<Field>(object) = reader.text(name); },
           required}};
}

// A bool, or an optional one that stays empty where there is no such member.
template <auto Field>
constexpr MemberOf<OwnerOf<Field>> flag(std::string_view key) {
  return {{key, [](JsonReader& reader, std::string_view name, void* object) {
             if (reader.find(name) != nullptr) {
               field_of<Field>(object) = reader.boolean(name);
             }
           }}};
}

template <auto Field, std::int64_t Min, std::int64_t Max>
constexpr MemberOf<OwnerOf<Field>> figure(std::string_view key, bool required = false) {
  return {{key,
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
           required}};
}

// One of some names: kept as a string, or as the enumerator, of an optional too, at the same position.
template <auto Field, const auto& kNames>
constexpr MemberOf<OwnerOf<Field>> word(std::string_view key, bool required = false) {
  return {{key,
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
           required}};
}

// --- objects and lists

template <auto Field, const auto& kTable>
constexpr MemberOf<OwnerOf<Field>> object(std::string_view key, bool required = false) {
  static_assert(std::is_same_v<TableOwner<kTable>, ValueOf<Field>>, "a table of another struct");
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) {
             read_object(reader, name, kTable, field_of<Field>(object));
           },
           required}};
}

template <auto Field, const auto& kTable>
constexpr MemberOf<OwnerOf<Field>> optional_object(std::string_view key) {
  static_assert(std::is_same_v<TableOwner<kTable>, typename ValueOf<Field>::value_type>, "a table of another struct");
  return {{key, [](JsonReader& reader, std::string_view name, void* object) {
             if (reader.find(name) != nullptr) {
               read_object(reader, name, kTable, field_of<Field>(object).emplace());
             }
           }}};
}

template <auto Field, const auto& kTable>
constexpr MemberOf<OwnerOf<Field>> list(std::string_view key, bool required = false) {
  static_assert(std::is_same_v<List<TableOwner<kTable>>, ValueOf<Field>>, "a table of another struct");
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) {
             field_of<Field>(object) = read_list(reader, name, kTable);
           },
           required}};
}

// An object in the document whose members belong to the struct itself.
template <const auto& kTable>
constexpr MemberOf<TableOwner<kTable>> nested(std::string_view key, bool required = false) {
  return {{key,
           [](JsonReader& reader, std::string_view name, void* object) {
             read_rows_at(reader, name, kTable.rows(), object);
           },
           required}};
}

// The reverse: a struct within whose members stand in the object itself.
template <auto Field, const auto& kTable>
constexpr MemberOf<OwnerOf<Field>> part() {
  static_assert(std::is_same_v<TableOwner<kTable>, ValueOf<Field>>, "a table of another struct");
  return {{"", [](JsonReader& reader, std::string_view /*key*/, void* object) {
             read_members(reader, kTable, field_of<Field>(object));
           }}};
}

// The members of another table of the same struct.
template <const auto& kTable>
constexpr MemberOf<TableOwner<kTable>> all_of() {
  return {{"", [](JsonReader& reader, std::string_view /*key*/, void* object) {
             read_rows(reader, kTable.rows(), object);
           }}};
}

// What no row can say: `Read(reader, object)`.
template <auto Read>
constexpr MemberOf<OwnerOf<Read>> also() {
  return {{"", [](JsonReader& reader, std::string_view /*key*/, void* object) {
             Read(reader, *static_cast<OwnerOf<Read>*>(object));
           }}};
}

}  // namespace members
}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_MEMBERS_H_
