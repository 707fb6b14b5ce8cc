// What is JSON and what is not, by the parser of nlohmann/json, and where a problem is.
#include "policy/json_document.h"
#include "api/json.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/codes.h"
#include "support/random.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

constexpr JsonLimits kLimits{.bytes = 100'000};

// "3:7" for a syntax error in line 3, column 7; "" for none.
std::string error_at(std::string_view text) {
  const auto json = parse_json(text, kLimits);
  if (json) {
    return "";
  }
  const auto& problem = json.diagnostics().front();
  EXPECT_EQ(problem.code, Code::JsonSyntax) << text;
  return problem.parameters.at(0).value + ":" + problem.parameters.at(1).value;
}

// As the reference would hold it; of a fraction only that it is one, and of a number that is too large the largest.
bool same(const JsonValue& value, const Json& expected) {
  switch (value.type()) {
    case JsonValue::Type::Null:
      return expected.is_null();
    case JsonValue::Type::Boolean:
      return expected == value.boolean();
    case JsonValue::Type::Fraction:
      return expected.is_number_float();
    case JsonValue::Type::Integer:
      return expected.is_number_unsigned() && expected.get<std::uint64_t>() > INT64_MAX
                 ? value.integer() == INT64_MAX
                 : expected.is_number_integer() && expected == value.integer();
    case JsonValue::Type::String:
      return expected == value.string();
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
      break;
  }
  if (value.is_array() != expected.is_array() || value.size() != expected.size()) {
    return false;
  }
  auto other = expected.begin();
  for (const JsonValue& each : value) {
    if ((value.is_object() && other.key() != each.key()) || !same(each, *other)) {
      return false;
    }
    ++other;
  }
  return true;
}

void expect_same_as_reference(const std::string& text) {
  const Json expected = Json::parse(text, nullptr, false);
  const auto json = parse_json(text, kLimits);
  ASSERT_EQ(json.ok(), !expected.is_discarded()) << text;
  if (json) {
    EXPECT_TRUE(same(**json, expected)) << text;
  }
}

TEST(JsonDocument, TakesWhatIsJson) {
  for (const char* text : {"null",
                           " true ",
                           "false",
                           "0",
                           "-0",
                           "12",
                           "-12",
                           "9223372036854775807",
                           "18446744073709551615",
                           "-9223372036854775808",
                           R"("")",
                           R"("a\"\\\/\b\f\n\r\tz")",
                           R"("\u0041\u00e9\u20AC\ud83d\ude00")",
                           "\"\x7F \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF\"",
                           "[]",
                           "[ ]",
                           "[1, [2], {\"a\":[]}]",
                           "{}",
                           "{ }",
                           "{\"a\" : 1 ,\n\t\"b\":{\"c\":null}}\r\n"}) {
    expect_same_as_reference(text);
    EXPECT_EQ(error_at(text), "") << text;
  }
}

TEST(JsonDocument, RefusesWhatIsNot) {
  for (const char* text : {"",
                           " ",
                           "nul",
                           "nulll",
                           "True",
                           "01",
                           "-",
                           "+1",
                           ".5",
                           "1.",
                           "1e",
                           "1e+",
                           "'a'",
                           "\"",
                           "\"a",
                           "\"\\\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12G4\"",
                           "\"\\ud800\"",
                           "\"\\ud800x\"",
                           "\"\\ud800\\n\"",
                           "\"\\ud800\\u0041\"",
                           "\"\\udc00\"",
                           "\"\n\"",
                           "\"\x01\"",
                           "\"\x80\"",
                           "\"\xC0\x80\"",
                           "\"\xC1\xBF\"",
                           "\"\xE0\x80\x80\"",
                           "\"\xED\xA0\x80\"",
                           "\"\xF0\x80\x80\x80\"",
                           "\"\xF4\x90\x80\x80\"",
                           "\"\xF5\x80\x80\x80\"",
                           "\"\xE2\x82\"",
                           "[",
                           "[1",
                           "[1,",
                           "[1,]",
                           "[,]",
                           "[1 2]",
                           "]",
                           "{",
                           "{\"a\"",
                           "{\"a\":",
                           "{\"a\":1",
                           "{\"a\":1,}",
                           "{\"a\" 1}",
                           "{a:1}",
                           "{1:1}",
                           "1 2",
                           "[] x"}) {
    expect_same_as_reference(text);
  }
}

TEST(JsonDocument, ANumberWithAFractionIsNoWholeNumber) {
  for (const char* text : {"0.5", "-1.0", "1e3", "1E-3", "18446744073709551616", "-9223372036854775809"}) {
    const auto json = parse_json(text, kLimits);
    ASSERT_TRUE(json.ok()) << text;
    EXPECT_EQ((*json)->type(), JsonValue::Type::Fraction) << text;
  }
}

TEST(JsonDocument, NothingMayFollow) {
  using namespace std::string_view_literals;
  EXPECT_EQ(error_at("{}\0"sv), "1:3");
  EXPECT_EQ(error_at("{}\n\0{}"sv), "2:1");
  EXPECT_EQ(error_at("\"\0\""sv), "1:2");
}

TEST(JsonDocument, ASyntaxErrorIsWhereItIsNoticed) {
  EXPECT_EQ(error_at("{\"a\": 1,\n \"b\" 2}"), "2:6");
  EXPECT_EQ(error_at("[1,\n"), "2:1");
  EXPECT_EQ(error_at("{\"a\": tru}"), "1:10");
  EXPECT_EQ(error_at("[1] 2"), "1:5");
}

TEST(JsonDocument, DamagedPoliciesAreReadAsTheReferenceReadsThem) {
  test::Random random(20'261'121);
  for (const auto& document : test::shipped_documents()) {
    for (int i = 0; i < 40; ++i) {
      std::string text = document.text;
      text[random.below(text.size())] = static_cast<char>(random.between(0, 255));
      const auto json = parse_json(text, {.bytes = 1'000'000});
      const bool refused = !json && json.diagnostics().front().code == Code::JsonSyntax;
      EXPECT_EQ(refused, Json::parse(text, nullptr, false).is_discarded()) << text;
    }
  }
}

}  // namespace
}  // namespace supportcalc
