// Headings, pairs, lists and tables within a hundred columns.
#include "render/page.h"

#include <gtest/gtest.h>

#include "render/text_width.h"

namespace supportcalc {
namespace {

TEST(Page, PutsLabelsBesideValues) {
  TextPage page(false);
  page.heading("Head");
  page.pair("Label", "first\nsecond");
  page.pair("Nothing", "");
  page.pair("A label that is too wide for its column", "value");
  EXPECT_EQ(page.text(),
            "Head\n"
            "  Label                   first\n"
            "                          second\n"
            "  A label that is too wide for its column\n"
            "                          value\n");
}

TEST(Page, SeparatesSectionsByOneEmptyLine) {
  TextPage page(false);
  page.heading("One");
  page.paragraph("text");
  page.blank();
  page.heading("Two");
  EXPECT_EQ(page.text(), "One\n  text\n\nTwo\n");
}

TEST(Page, IndentsWhatFollowsABullet) {
  TextPage page(false);
  page.bullet("one\ntwo");
  page.item("[1]", "one\ntwo");
  EXPECT_EQ(page.text(), "  - one\n    two\n  [1] one\n      two\n");
}

TEST(Page, WritesBoldOnlyWhereItIsAskedTo) {
  TextPage bold(true);
  bold.heading("Head");
  bold.strong_pair("Due", "today\nat noon");
  EXPECT_EQ(bold.text(),
            "\x1b[1mHead\x1b[0m\n"
            "  Due                     \x1b[1mtoday\x1b[0m\n"
            "                          at noon\n");
}

TEST(Page, ShowsNothingATerminalWouldObey) {
  TextPage page(false);
  page.heading("\x1b[31m");
  page.pair("\x1b[31m", "\x1b[31m");
  page.table({{"\x1b[31m"}, {"\x1b[31m"}});
  EXPECT_EQ(page.text().find('\x1b'), std::string::npos);
}

TEST(Page, AlignsTablesByColumns) {
  TextPage page(false);
  page.table({{"Plan", "Übung"}, {"東京", "a"}, {"b", "c\nd"}}, 0);
  EXPECT_EQ(page.text(),
            "Plan  Übung\n"
            "----  -----\n"
            "東京  a\n"
            "b     c\n"
            "      d\n");
}

TEST(Page, KeepsTablesWithinTheWidth) {
  const std::string text = "some words that go on and on until the line is full and then some more words that go on";
  TextPage page(false);
  page.table({{"A", "B", "C"}, {text, "short", text}, {"x", std::string(150, 'y'), ""}});
  std::string_view rest = page.text();
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    EXPECT_LE(width_of(rest.substr(0, end)), kTextColumns) << rest.substr(0, end);
    rest.remove_prefix(end + 1);
  }
}

TEST(Page, KeepsFiguresWithTheirUnitAndWritesPlainSpaces) {
  TextPage page(false);
  page.paragraph(std::string(93, 'a') + " 66.6\u00a0%");
  EXPECT_EQ(page.text(), "  " + std::string(93, 'a') + "\n  66.6 %\n");
}

// Six plans whose names are long words: three fit beside the levels, and the rest goes on below.
TEST(TextPage, AWideTableOfManyColumnsGoesOnBelowInsteadOfCuttingWords) {
  const std::string plan(25, 'p');
  TextPage page(false);
  page.table({{"Level", plan, plan, plan, plan, plan}, {"High", "a", "b", "c", "d", "e"}}, 0);
  const std::string rule(25, '-');
  const std::string gap(26, ' ');
  EXPECT_EQ(page.text(), "Level  " + plan + "  " + plan + "  " + plan + "\n-----  " + rule + "  " + rule + "  " + rule +
                             "\nHigh   a" + gap + "b" + gap + "c\n\nLevel  " + plan + "  " + plan + "\n-----  " + rule +
                             "  " + rule + "\nHigh   d" + gap + "e\n");
}

}  // namespace
}  // namespace supportcalc
