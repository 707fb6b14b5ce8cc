// Typed reading of a JSON object: every problem is collected with its place, and unknown keys are problems.
//
// Reading goes on after a problem with an empty value, so that one pass finds them all.
#ifndef SUPPORTCALC_POLICY_JSON_READER_H_
#define SUPPORTCALC_POLICY_JSON_READER_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "policy/json_document.h"
#include "policy/policy.h"

namespace supportcalc {

inline constexpr std::size_t kLongestText = 2000;  // bytes
inline constexpr std::size_t kLongestList = 500;

// Where what is read goes: what it holds lives in `arena`, or in that of the document.
struct Destination {
  Arena& arena;
  Diagnostics& problems;
};

class JsonReader {
 public:
  // `json` must outlive what is read. A value that is no object is a problem (value.wrong_type) and reads as {}.
  JsonReader(const JsonValue& json, const Place& place, const Destination& to);
  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  const Place& place() const { return place_; }
  const Destination& destination() const { return to_; }
  Diagnostics& problems() const { return to_.problems; }

  // The raw member, marked as known; null when absent or JSON null.
  const JsonValue* find(std::string_view key);
  bool has(std::string_view key) const;

  void report(Code code, std::string_view key, std::initializer_list<ParameterView> parameters = {});

  // A member that must be there is value.missing when it is not, or is empty; an optional one reads as "" or the
  // default.
  std::string_view required_string(std::string_view key);
  std::string_view string(std::string_view key);
  std::string_view id(std::string_view key);
  Ids ids(std::string_view key);
  bool boolean(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t min, std::int64_t max);
  std::optional<local_days> day(std::string_view key);
  Text text(std::string_view key);

  // The position of the member's value in `names`; value.not_allowed when it is none of them.
  std::optional<std::size_t> one_of(std::string_view key, std::span<const std::string_view> names);
  template <class Enum, std::size_t N>
  Enum enumerator(std::string_view key, const std::array<std::string_view, N>& names, Enum otherwise) {
    const auto index = one_of(key, names);
    return index ? static_cast<Enum>(*index) : otherwise;
  }
  std::string_view word(std::string_view key, std::span<const std::string_view> names);

  // Reports value.missing when there is no such member.
  void require(std::string_view key);

  // The member as a list of values read by `read(json, place)`; absent reads as empty.
  template <class T, class Read>
  List<T> list(std::string_view key, const Read& read) {
    const JsonValue* array = find_array(key);
    if (array == nullptr) {
      return {};
    }
    const auto result = to_.arena.make<T>(array->size());
    std::size_t i = 0;
    for (const JsonValue& element : *array) {
      result[i] = read(element, place_.to(key, i));
      ++i;
    }
    return result;
  }

  // The member when it is a list of acceptable length; null when it is absent or was reported.
  const JsonValue* find_array(std::string_view key);

  // The object at `key`, to go over its members; an empty value when it is absent or was reported.
  const JsonValue& members(std::string_view key);

  // Reports members that were never asked for. Call once all known ones were.
  void finish();

 private:
  const JsonValue* json_ = nullptr;  // null when there is no object
  Place place_;
  Destination to_;
  std::vector<std::string_view> known_;
};

// Free-standing readings, for values that are not members. Each reports at `place`.
std::string_view read_string(const JsonValue& json, const Place& place, Diagnostics& problems);
std::string_view read_name(const JsonValue& json, const Place& place, Diagnostics& problems);  // not empty
std::string_view read_id(const JsonValue& json, const Place& place, Diagnostics& problems);
Text read_text(const JsonValue& json, const Place& place, const Destination& to);

// Reports each null of a document but those at `allowed`, each value.not_allowed. To a reader a null is as good as
// absent, which is right for requests that programs write; in a document a person wrote it hides a mistake.
void report_nulls(const JsonValue& json, List<std::string_view> allowed, Diagnostics& problems);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_JSON_READER_H_
