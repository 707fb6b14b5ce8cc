// Message ids and parameters to sentences.
#include "render/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include <nlohmann/json.hpp>

#include "render/embedded_catalogues.h"

namespace supportcalc {
namespace {

TEST(Catalogue, SpeaksEnglishAndGerman) {
  EXPECT_TRUE(Catalogue::speaks("en"));
  EXPECT_TRUE(Catalogue::speaks("de"));
  EXPECT_FALSE(Catalogue::speaks("fr"));
  EXPECT_FALSE(Catalogue::speaks(""));
  EXPECT_EQ(Catalogue("fr").language(), "en");
  for (const auto language : Catalogue::languages()) {
    EXPECT_EQ(Catalogue(language).language(), language);
  }
}

TEST(Catalogue, PutsParametersIn) {
  const Catalogue english("en");
  EXPECT_EQ(english.say("relative.in", {{"duration", "2 hours"}}), "in 2 hours");
  EXPECT_EQ(english.say("relative.in"), "in {duration}");
  EXPECT_EQ(Catalogue("de").say("relative.in", {{"duration", "2 Stunden"}}), "in 2 Stunden");
}

TEST(Catalogue, ChoosesThePluralByCount) {
  const Catalogue english("en");
  EXPECT_EQ(english.say("unit.hours", {{"count", 1}}), "1 hour");
  EXPECT_EQ(english.say("unit.hours", {{"count", 0}}), "0 hours");
  EXPECT_EQ(english.say("unit.hours", {{"count", 11}}), "11 hours");
}

// https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html
TEST(Catalogue, HasAFormForEachCategoryOfALanguage) {
  const Catalogue polish("pl", R"({"unit.hours":
      {"one": "{count} godzina", "few": "{count} godziny", "many": "{count} godzin", "other": "{count} godziny"}})");
  EXPECT_EQ(polish.say("unit.hours", {{"count", 1}}), "1 godzina");
  EXPECT_EQ(polish.say("unit.hours", {{"count", 24}}), "24 godziny");
  EXPECT_EQ(polish.say("unit.hours", {{"count", 12}}), "12 godzin");
  EXPECT_EQ(polish.say("unit.hours", {{"count", "1,5"}}), "1,5 godziny");
  // A form that is not there is said as `other`.
  const Catalogue short_polish("pl", R"({"unit.hours": {"one": "{count} godzina", "other": "{count} godz."}})");
  EXPECT_EQ(short_polish.say("unit.hours", {{"count", 24}}), "24 godz.");
}

// "vor 2 Tagen", but "2 Tage zu spät": the sentence knows its case.
TEST(Catalogue, ASentenceChoosesTheCaseOfALengthOfTime) {
  const Catalogue german("de");
  const Span two_days{date::days{2}};
  EXPECT_EQ(german.say("relative.ago", {{"duration", two_days}}), "vor 2 Tagen");
  EXPECT_EQ(german.say("audit.late-by", {{"duration", two_days}}), "2 Tage zu spät");
  EXPECT_EQ(Catalogue("en").say("relative.ago", {{"duration", two_days}}), "2 days ago");
}

TEST(Catalogue, AKeyWithoutWordsIsItsOwn) {
  const Catalogue english("en");
  EXPECT_EQ(english.say("no.such.key"), "no.such.key");
  EXPECT_EQ(english.word("kind", "update"), "Update");
  EXPECT_EQ(english.word("kind", "of-its-own"), "of-its-own");
}

// The parameters of an entry, both forms together.
std::set<std::string> parameters(const nlohmann::json& entry) {
  std::set<std::string> names;
  const std::string text = entry.dump();
  for (auto open = text.find('{', 1); open != std::string::npos; open = text.find('{', open + 1)) {
    names.insert(text.substr(open, text.find_first_of(":}", open) - open));
  }
  return names;
}

TEST(Catalogue, TerminalWordsAreTheSameInEveryLanguage) {
  ASSERT_EQ(embedded_terminal_words().size(), embedded_catalogues().size());
  const auto first = nlohmann::json::parse(embedded_terminal_words().front().text);
  for (const auto& file : embedded_terminal_words()) {
    const auto other = nlohmann::json::parse(file.text);
    EXPECT_EQ(first.size(), other.size()) << file.path;
    for (const auto& [key, entry] : first.items()) {
      ASSERT_TRUE(other.contains(key)) << file.path << " " << key;
      EXPECT_EQ(parameters(entry), parameters(other.at(key))) << file.path << " " << key;
    }
  }
}

}  // namespace
}  // namespace supportcalc
