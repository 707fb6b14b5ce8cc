// How wide a text is on a terminal, where it may be broken, and what of it a terminal must not see.
#ifndef SUPPORTCALC_RENDER_TEXT_WIDTH_H_
#define SUPPORTCALC_RENDER_TEXT_WIDTH_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

// Texts are broken so that no line is wider.
inline constexpr std::size_t kTextColumns = 100;

// Columns of a text of one line, by Unicode's widths (utf8proc). A grapheme cluster, which is what a reader takes for
// one character, has 0 to 2 columns: the sum of its parts, at most 2; with the variation selector for pictures, 2.
//
// Examples: width_of("Übung") is 5, width_of("東京") is 4, a family of three joined by U+200D is 2.
std::size_t width_of(std::string_view text);

// The text as a terminal may show it: control characters (escape sequences among them), marks that reverse
// the direction of writing and bytes that are no UTF-8 become U+FFFD; line breaks and tabs become spaces.
std::string printable(std::string_view text);

// The text in lines of at most `columns`, broken at spaces; a word that is longer than a line is cut between
// grapheme clusters. Spaces in a row count as one. At least one line, which may be empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_TEXT_WIDTH_H_
