// What a policy leaves to the contract (options) or forgets (assumptions), and values that depend on one.
//
// Example: {"option": "support_hours", "cases": {"24x7": "always"}, "otherwise": "business"} is a Choice by an option:
// hours "always" for 24x7, "business" for every other value and for none.
#ifndef SUPPORTCALC_POLICY_TERMS_H_
#define SUPPORTCALC_POLICY_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/text.h"
#include "policy/vocabulary.h"

namespace supportcalc {

// A value, or one that an option or an assumption decides.
struct Choice {
  enum class By : std::uint8_t { Value, Option, Assumption };
  By by = By::Value;
  std::string_view id;                    // of the option or assumption
  List<Keyed<std::string_view>> cases;    // by option
  std::optional<std::string_view> value;  // the value, or `otherwise` where no case fits
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
