// What a policy leaves to the contract (options) or forgets (assumptions), and values that depend on one.
//
// Example: {"option": "support_hours", "cases": {"24x7": "always"}, "otherwise": {"assumption": "hours"}} is a Choice
// by an option: hours "always" for 24x7, what is assumed for every other value and for none.
#ifndef SUPPORTCALC_POLICY_TERMS_H_
#define SUPPORTCALC_POLICY_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/text.h"
#include "policy/vocabulary.h"

namespace supportcalc {

// A value, or the assumption that gives it.
struct ChoiceValue {
  std::string_view text;  // the value, or the assumption's id
  bool is_assumed = false;

  bool operator==(const ChoiceValue&) const = default;
};

// A value, or one that an option decides.
struct Choice {
  std::string_view option;           // "" where none decides
  List<Keyed<ChoiceValue>> cases;    // by the option's values; none where its own value is taken
  std::optional<ChoiceValue> value;  // the value, or `otherwise` where no case fits
};

// What the contract settles and the user knows.
struct Option {
  enum class Type : std::uint8_t { Choice, Integer, TimeZone, Calendar, Window };
  // From here on a policy names the type, by kOptionTypeNames; the others have keys of their own.
  static constexpr std::size_t kFirstNamedType = 2;
  std::string_view id;
  Type type = Type::Choice;
  Text label;
  Ids plans;
  struct Value {
    std::string_view id;
    Text label;
  };
  List<Value> choices;  // of Type::Choice
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::string_view unit;
  std::string_view default_value;  // "" when there is none
  Cite cite;
};

// What the policy forgets and the calculation needs.
struct Assumption {
  using Type = AssumptionType;
  std::string_view id;
  Type type = Type::TimeZone;
  Text label;
  std::string_view default_value;
  Ids choices;
  Text why;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_TERMS_H_
