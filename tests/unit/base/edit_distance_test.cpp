// How far apart names are.
#include "base/edit_distance.h"

#include <gtest/gtest.h>

#include <string>

namespace supportcalc {
namespace {

TEST(EditDistance, CountsLettersAddedTakenAwayAndChanged) {
  EXPECT_EQ(edit_distance("zitadel", "zitadel", 3), 0U);
  EXPECT_EQ(edit_distance("zitadl", "zitadel", 3), 1U);
  EXPECT_EQ(edit_distance("zitaddel", "zitadel", 3), 1U);
  EXPECT_EQ(edit_distance("zitodel", "zitadel", 3), 1U);
  EXPECT_EQ(edit_distance("evalaute", "evaluate", 3), 2U);
  EXPECT_EQ(edit_distance("", "ab", 3), 2U);
}

TEST(EditDistance, TakesCapitalsForSmallLetters) { EXPECT_EQ(edit_distance("Europe/PARIS", "europe/paris", 3), 0U); }

TEST(EditDistance, EndsAtTheBound) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 10), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 2U);
  EXPECT_EQ(edit_distance("a", "abcdef", 4), 4U);
  EXPECT_EQ(edit_distance(std::string(65, 'a'), std::string(65, 'a'), 4), 4U);
}

}  // namespace
}  // namespace supportcalc
