#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/codes.h"

namespace supportcalc {
namespace {

TEST(PointerStep, EscapesTildeAndSlash) {
  EXPECT_EQ(pointer_step("plans"), "/plans");
  EXPECT_EQ(pointer_step("a/b~"), "/a~1b~0");
  EXPECT_EQ(pointer_step(""), "/");
}

TEST(CodeId, IsDottedAndUnique) {
  auto ids = test::all_ids();
  for (const auto& id : ids) EXPECT_NE(id.find('.'), std::string::npos) << id;
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

}  // namespace
}  // namespace supportcalc
