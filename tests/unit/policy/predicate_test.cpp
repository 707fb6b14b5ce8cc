// Kleene's tables, and what counts as an answer.
#include "policy/predicate.h"

#include <gtest/gtest.h>

namespace supportcalc {
namespace {

using Kind = Predicate::Kind;

// Answers "yes", "no" and none give the three truths.
Predicate asks(const char* facet) {
  static constexpr std::string_view kYes[] = {"yes"};
  return {Kind::Is, facet, kYes, {}};
}

constexpr Truth kTruths[] = {Truth::No, Truth::Unknown, Truth::Yes};

Impact impact(Truth a, Truth b) {
  const auto answer = [](Truth truth) { return truth == Truth::Yes ? "yes" : (truth == Truth::No ? "no" : "unknown"); };
  return {{"a", answer(a)}, {"b", answer(b)}};
}

TEST(Predicate, AllAndAnyFollowKleene) {
  const Predicate parts[] = {asks("a"), asks("b")};
  const Predicate all{Kind::All, {}, {}, List<Predicate>(parts)};
  const Predicate any{Kind::Any, {}, {}, List<Predicate>(parts)};
  const Truth expected_all[3][3] = {{Truth::No, Truth::No, Truth::No},
                                    {Truth::No, Truth::Unknown, Truth::Unknown},
                                    {Truth::No, Truth::Unknown, Truth::Yes}};
  const Truth expected_any[3][3] = {{Truth::No, Truth::Unknown, Truth::Yes},
                                    {Truth::Unknown, Truth::Unknown, Truth::Yes},
                                    {Truth::Yes, Truth::Yes, Truth::Yes}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_EQ(evaluate(all, impact(kTruths[i], kTruths[k])), expected_all[i][k]) << i << " and " << k;
      EXPECT_EQ(evaluate(any, impact(kTruths[i], kTruths[k])), expected_any[i][k]) << i << " or " << k;
    }
  }
}

TEST(Predicate, NotTurnsYesAndNoAroundAndLeavesTheUnknown) {
  const Predicate part[] = {asks("a")};
  const Predicate negated{Kind::Not, {}, {}, List<Predicate>(part)};
  EXPECT_EQ(evaluate(negated, impact(Truth::Yes, Truth::No)), Truth::No);
  EXPECT_EQ(evaluate(negated, impact(Truth::No, Truth::No)), Truth::Yes);
  EXPECT_EQ(evaluate(negated, impact(Truth::Unknown, Truth::No)), Truth::Unknown);
}

TEST(Predicate, NothingToHoldHoldsAndNothingToChooseDoesNot) {
  EXPECT_EQ(evaluate({Kind::All, {}, {}, {}}, {}), Truth::Yes);
  EXPECT_EQ(evaluate({Kind::Any, {}, {}, {}}, {}), Truth::No);
}

TEST(Predicate, NoAnswerAndUnknownAreTheSame) {
  EXPECT_EQ(evaluate(asks("a"), {}), Truth::Unknown);
  EXPECT_EQ(evaluate(asks("a"), {{"a", "unknown"}}), Truth::Unknown);
  EXPECT_EQ(evaluate(asks("a"), {{"b", "yes"}}), Truth::Unknown);
}

TEST(Predicate, CollectsEachFacetOnce) {
  const Predicate negated[] = {asks("a")};
  const Predicate parts[] = {asks("b"), {Kind::Not, {}, {}, List<Predicate>(negated)}, asks("b")};
  const Predicate predicate{Kind::Any, {}, {}, List<Predicate>(parts)};
  std::vector<std::string_view> facets;  // views into the predicate
  collect_facets(predicate, facets);
  EXPECT_EQ(facets, (std::vector<std::string_view>{"b", "a"}));
}

}  // namespace
}  // namespace supportcalc
