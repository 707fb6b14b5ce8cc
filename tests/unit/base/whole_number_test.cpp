#include "base/whole_number.h"

#include <gtest/gtest.h>

namespace supportcalc {
namespace {

TEST(WholeNumber, IsReadFromDigits) {
  EXPECT_EQ(whole_number("0"), 0);
  EXPECT_EQ(whole_number("007"), 7);
  EXPECT_EQ(whole_number("-12"), -12);
  EXPECT_EQ(whole_number("999999999999999999"), 999'999'999'999'999'999);
}

TEST(WholeNumber, IsNothingElse) {
  for (const auto* text : {"", "-", "+7", "--7", "7h", " 7", "7 ", "7.0", "1e3", "0x10", "٣", "1000000000000000000"}) {
    EXPECT_EQ(whole_number(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace supportcalc
