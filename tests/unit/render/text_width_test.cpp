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

// Widths after Unicode's East Asian Width and UTS #51; the clusters after UAX #29.
TEST(TextWidth, CountsWhatAReaderTakesForOneCharacter) {
  EXPECT_EQ(width_of("👩\u200D👩\u200D👧"), 2U);     // a family, of three pictures and two joiners
  EXPECT_EQ(width_of("👍🏽"), 2U);            // a thumb and its skin
  EXPECT_EQ(width_of("🇨🇭"), 2U);                  // a flag, of two letters
  EXPECT_EQ(width_of("❤\uFE0F"), 2U);             // a heart as a picture
  EXPECT_EQ(width_of("❤\uFE0E"), 1U);             // as text
  EXPECT_EQ(width_of("1\uFE0F\u20E3"), 2U);       // a key
  EXPECT_EQ(width_of("\u1112\u1161\u11AB"), 2U);  // 한, letter by letter
  EXPECT_EQ(width_of("한국"), 4U);
  EXPECT_EQ(width_of("a\u0308\u0323\u0301"), 1U);  // a letter with three marks
  EXPECT_EQ(width_of("\u0928\u093F"), 1U);         // Devanagari ni: the vowel sign takes no column of its own
  EXPECT_EQ(width_of("⌚⚡🚀"), 6U);                  // pictures outside the blocks of pictures
  EXPECT_EQ(width_of("a\u200Bb\u2060c"), 3U);
  EXPECT_EQ(width_of("\u0378"), 1U);  // not assigned: terminals draw a box
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

TEST(Wrap, CutsBetweenWhatAReaderTakesForOneCharacter) {
  EXPECT_EQ(wrap("e\u0301e\u0301e\u0301", 2), (Lines{"e\u0301e\u0301", "e\u0301"}));
  EXPECT_EQ(wrap("👩\u200D👧👩\u200D👧", 3), (Lines{"👩\u200D👧", "👩\u200D👧"}));
  EXPECT_EQ(wrap("\u1112\u1161\u11AB\u1112\u1161", 2), (Lines{"\u1112\u1161\u11AB", "\u1112\u1161"}));
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
