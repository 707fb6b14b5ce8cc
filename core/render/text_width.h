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

// Takes one character off the front of `text`. What is no UTF-8 comes byte by byte, as U+FFFD.
char32_t next_character(std::string_view& text);

// Columns of a character: 0 for marks that sit on another, 2 for wide East Asian ones and pictures, else 1.
std::size_t width_of(char32_t character);

// Columns of a text of one line: width_of("Übung") is 5, width_of("東京") is 4.
std::size_t width_of(std::string_view text);

// The text as a terminal may show it: control characters (escape sequences among them), marks that reverse
// the direction of writing and bytes that are no UTF-8 become U+FFFD; line breaks and tabs become spaces.
std::string printable(std::string_view text);

// The text in lines of at most `columns`, broken at spaces; a word that is longer than a line is cut. Spaces
// in a row count as one. At least one line, which may be empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_TEXT_WIDTH_H_
