#include "render/plural.h"

#include <algorithm>
#include <array>

namespace supportcalc {
namespace {

using Category = PluralCategory;

constexpr std::uint64_t kMillion = 1'000'000;

constexpr bool within(std::uint64_t n, std::uint64_t first, std::uint64_t last) { return first <= n && n <= last; }

// 2, 3, 4, 22, 23, 24, ..., but not 12, 13, 14.
constexpr bool few_of_slavic(std::uint64_t n) { return within(n % 10, 2, 4) && !within(n % 100, 12, 14); }

constexpr bool round_million(std::uint64_t n) { return n != 0 && n % kMillion == 0; }

// The rules of CLDR 48 for whole numbers; each is named for a language that has it.
Category japanese(std::uint64_t) { return Category::Other; }

Category english(std::uint64_t n) { return n == 1 ? Category::One : Category::Other; }

Category spanish(std::uint64_t n) {
  return n == 1 ? Category::One : round_million(n) ? Category::Many : Category::Other;
}

Category french(std::uint64_t n) {
  return n <= 1 ? Category::One : round_million(n) ? Category::Many : Category::Other;
}

Category czech(std::uint64_t n) { return n == 1 ? Category::One : within(n, 2, 4) ? Category::Few : Category::Other; }

Category polish(std::uint64_t n) { return n == 1 ? Category::One : few_of_slavic(n) ? Category::Few : Category::Many; }

Category russian(std::uint64_t n) {
  if (n % 10 == 1 && n % 100 != 11) {
    return Category::One;
  }
  return few_of_slavic(n) ? Category::Few : Category::Many;
}

Category romanian(std::uint64_t n) {
  return n == 1 ? Category::One : n == 0 || within(n % 100, 1, 19) ? Category::Few : Category::Other;
}

Category arabic(std::uint64_t n) {
  if (n <= 2) {
    return n == 0 ? Category::Zero : n == 1 ? Category::One : Category::Two;
  }
  return within(n % 100, 3, 10) ? Category::Few : within(n % 100, 11, 99) ? Category::Many : Category::Other;
}

struct Rule {
  std::string_view language;
  Category (*of)(std::uint64_t n);
};

// Those that are not here follow the rule of English.
constexpr std::array kRules = {
    Rule{"ar", arabic},   Rule{"ca", spanish},  Rule{"cs", czech},    Rule{"es", spanish}, Rule{"fr", french},
    Rule{"it", spanish},  Rule{"ja", japanese}, Rule{"ko", japanese}, Rule{"pl", polish},  Rule{"pt", french},
    Rule{"ro", romanian}, Rule{"ru", russian},  Rule{"sk", czech},    Rule{"uk", russian}, Rule{"zh", japanese},
};

}  // namespace

std::string_view name_of(PluralCategory category) {
  constexpr std::array<std::string_view, 6> kNames = {"zero", "one", "two", "few", "many", "other"};
  return kNames[static_cast<std::size_t>(category)];
}

PluralCategory plural_category(std::string_view language, std::int64_t count) {
  const auto size = static_cast<std::uint64_t>(count);
  const std::uint64_t n = count < 0 ? 0 - size : size;
  const auto* const rule =
      std::find_if(kRules.begin(), kRules.end(), [language](const Rule& each) { return each.language == language; });
  return rule == kRules.end() ? english(n) : rule->of(n);
}

}  // namespace supportcalc
