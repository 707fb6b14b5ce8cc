// What every part of a policy is made of: ids, texts in several languages, and where a fact comes from.
//
// All of it are views into the arena of the document that was read; copying is cheap, and nothing outlives the
// document.
//
// Example: {"en": "Severity 1", "de": "Schweregrad 1"} is a Text whose in("de") is "Schweregrad 1" and whose in("fr")
// is "Severity 1".
#ifndef SUPPORTCALC_POLICY_TEXT_H_
#define SUPPORTCALC_POLICY_TEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "policy/vocabulary.h"

namespace supportcalc {

using Ids = List<std::string_view>;
using Names = std::vector<std::string_view>;  // ids that are being collected

// What an object of a document says under a key that is an id.
template <class T>
struct Keyed {
  std::string_view key;
  T value;

  bool operator==(const Keyed&) const = default;
};

// A text in one or more languages, English first. Empty when the policy gives none.
struct Text {
  List<Keyed<std::string_view>> by_language;

  bool empty() const { return by_language.empty(); }
  // The text in `language`, else in English, else "".
  std::string_view in(std::string_view language) const;
};

// Where a fact comes from, and whether the policy says it, implies it, or we assume it.
struct Cite {
  std::string_view source;
  std::string_view section;
  Basis basis = Basis::Stated;
  Text note;
};

struct Source {
  std::string_view id;
  std::string_view title;
  std::string_view url;
  std::string_view repository;
  std::string_view path;
  std::string_view commit;
  std::string_view date;
  Text note;
};

// The element of `items` with that id, or null.
template <class Items>
const typename Items::value_type* find_by_id(const Items& items, std::string_view id) {
  for (const auto& item : items) {
    if (item.id == id) {
      return &item;
    }
  }
  return nullptr;
}

// What `list` says under `key`; "" when it says nothing.
inline std::string_view value_of(List<Keyed<std::string_view>> list, std::string_view key) {
  for (const auto& each : list) {
    if (each.key == key) {
      return each.value;
    }
  }
  return {};
}

inline bool contains(Ids ids, std::string_view id) {
  for (const auto& each : ids) {
    if (each == id) {
      return true;
    }
  }
  return false;
}

// The ids with one more, unless it is among them already.
inline Ids with_name(Ids ids, std::string_view id, Arena& arena) {
  return contains(ids, id) ? ids : arena.appended(ids, id);
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_TEXT_H_
