// How wide texts are, where they break, and what a terminal must not see.
#include "render/text_width.h"

#include <gtest/gtest.h>

namespace supportcalc {
namespace {

using Lines = std::vector<std::string>;

TEST(TextWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(width_of("Übung"), 5U);
  EXPECT_EQ(width_of("東京"), 4U);
  EXPECT_EQ(width_of("e\u0301"), 1U);  // an accent sits on the letter before it
  EXPECT_EQ(width_of("UTC−3:30"), 8U);
  EXPECT_EQ(width_of("🙂"), 2U);
  EXPECT_EQ(width_of(""), 0U);
}

TEST(TextWidth, TakesWhatIsNoUtf8ByteByByte) {
  EXPECT_EQ(printable("a\xFF\xC3"), "a\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xC0\x80"), "\uFFFD\uFFFD");                      // an overlong form
  EXPECT_EQ(printable("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");            // half a surrogate pair
  EXPECT_EQ(printable("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");  // beyond U+10FFFF
}

TEST(Printable, TakesTheTeethOutOfControlCharacters) {
  EXPECT_EQ(printable("a\x1B[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(printable("a\u009B31m"), "a\uFFFD31m");  // the one-character form of ESC [
  EXPECT_EQ(printable("a\u202Eb"), "a\uFFFDb");      // writes backwards from here
  EXPECT_EQ(printable("a\nb\tc\rd"), "a b c d");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(printable("Größe, 東京"), "Größe, 東京");
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one two", 7), (Lines{"one two"}));
  EXPECT_EQ(wrap("  one   two ", 20), (Lines{"one two"}));
  EXPECT_EQ(wrap("", 10), (Lines{""}));
}

TEST(Wrap, CountsColumns) {
  EXPECT_EQ(wrap("ää öö", 5), (Lines{"ää öö"}));
  EXPECT_EQ(wrap("東京 大阪", 8), (Lines{"東京", "大阪"}));
}

TEST(Wrap, CutsWordsLongerThanALine) {
  EXPECT_EQ(wrap("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(wrap("a abcdefgh b", 3), (Lines{"a", "abc", "def", "gh", "b"}));
  EXPECT_EQ(wrap("東京", 1), (Lines{"東", "京"}));  // does not fit, and must end all the same
}

TEST(Wrap, NoLineIsWider) {
  const std::string text = "Ein Text mit Umlauten äöü und einem sehrsehrlangenWortohneLeerzeichen darin, 東京 auch.";
  for (std::size_t columns = 2; columns < 60; ++columns) {
    for (const auto& line : wrap(text, columns)) {
      EXPECT_LE(width_of(line), columns) << line;
    }
  }
}

}  // namespace
}  // namespace supportcalc
