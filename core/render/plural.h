// Which form of a word a count takes: the plural categories of Unicode's CLDR, for whole numbers.
//
// Knows the languages we have words in and their neighbours; a language it does not know has `one` for 1 and
// `other` for the rest. Browsers have `Intl.PluralRules`; tests/data/phrases/plural.jsonl holds both together.
#ifndef SUPPORTCALC_RENDER_PLURAL_H_
#define SUPPORTCALC_RENDER_PLURAL_H_

#include <cstdint>
#include <string_view>

namespace supportcalc {

// In the order and by the names of CLDR. Every language has `other`.
enum class PluralCategory : std::uint8_t { Zero, One, Two, Few, Many, Other };

// "zero", "one", "two", "few", "many", "other".
std::string_view name_of(PluralCategory category);

// The category of `count`, which may be negative: -1 counts as 1. `language` is a code without region.
//
// Examples: ("en", 1) is One; ("en", 0) is Other; ("pl", 22) is Few; ("ar", 2) is Two; ("ja", 1) is Other.
PluralCategory plural_category(std::string_view language, std::int64_t count);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_PLURAL_H_
