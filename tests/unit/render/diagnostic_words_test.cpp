// The catalogues by which the page shows diagnostics in other languages than English, which the core has.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "api/api.h"
#include "render/catalogue.h"
#include "support/codes.h"
#include "support/test_data.h"

namespace supportcalc {
namespace {

std::set<std::string> parameters_of(const std::string& pattern) {
  std::set<std::string> names;
  for (auto open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', open + 1)) {
    names.insert(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
  }
  return names;
}

TEST(DiagnosticWords, EveryLanguageSaysEveryCodeWithTheParametersOfTheEnglish) {
  const auto ids = test::error_ids();
  for (const auto language : Catalogue::languages()) {
    if (language == "en") {
      continue;
    }
    const auto name = "../web/strings/diagnostics/" + std::string(language) + ".json";
    const auto catalogue = nlohmann::json::parse(test::read_policy(name));
    EXPECT_EQ(catalogue.size(), ids.size()) << name;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto& id = ids[i];
      ASSERT_TRUE(catalogue.contains(id)) << name << " " << id;
      const auto english = wording(static_cast<Code>(i));
      const auto message = catalogue.at(id).at("message").get<std::string>();
      const auto hint = catalogue.at(id).at("hint").get<std::string>();
      EXPECT_EQ(parameters_of(message), parameters_of(english.message)) << name << " " << id;
      EXPECT_EQ(parameters_of(hint), parameters_of(english.hint)) << name << " " << id;
      EXPECT_FALSE(message.empty() || hint.empty()) << name << " " << id;
    }
  }
}

}  // namespace
}  // namespace supportcalc
