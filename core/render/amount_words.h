// Amounts, shares and lists in words: "24 to 48 hours", "66.6 %", "A, B or C".
//
// What is said here the page says in web/src; tests/data/phrases/ holds both together.
#ifndef SUPPORTCALC_RENDER_AMOUNT_WORDS_H_
#define SUPPORTCALC_RENDER_AMOUNT_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/catalogue.h"

namespace supportcalc {

using Phrases = std::vector<std::string>;

// So many of a unit, or a range of them: "4 business hours", "24 to 48 hours". A unit without a word keeps its
// id: "3 vouchers".
std::string amount_words(const Catalogue& words, std::int64_t min, std::int64_t max, std::string_view unit);

// What a credit comes to, where the clause can be read in several ways: "1 to 2 days, depending on how the
// clause is read".
std::string worth_words(const Catalogue& words, std::int64_t least, std::int64_t most, std::string_view unit);

// A percentage as a document writes it, "99.50": "99.50 %", in German "99,50 %".
std::string percent_words(const Catalogue& words, std::string_view digits);

// `part` of `whole` in per cent, with one decimal place and rounded down, so that nothing short of all is 100 %:
// 2 of 3 is "66.6 %". "–" of nothing.
std::string part_words(const Catalogue& words, std::size_t part, std::size_t whole);

// Of which one holds: "A", "A or B", "A, B or C".
std::string either_words(const Catalogue& words, const Phrases& phrases);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_AMOUNT_WORDS_H_
