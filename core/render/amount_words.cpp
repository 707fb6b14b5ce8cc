#include "render/amount_words.h"

#include "base/concat.h"

namespace supportcalc {

std::string amount_words(const Catalogue& words, std::int64_t min, std::int64_t max, std::string_view unit) {
  const std::string key = concat({"unit.", unit});
  const std::string most = words.has(key) ? words.say(key, {{"count", max}}) : concat({words.number(max), " ", unit});
  return min == max ? most : words.say("amount.range", {{"min", min}, {"max", most}});
}

std::string worth_words(const Catalogue& words, std::int64_t least, std::int64_t most, std::string_view unit) {
  const std::string amount = amount_words(words, least, most, unit);
  return least == most ? amount : words.say("remedy.between", {{"amount", amount}});
}

std::string percent_words(const Catalogue& words, std::string_view digits) {
  return words.say("unit.percent", {{"count", words.decimal(digits)}});
}

std::string part_words(const Catalogue& words, std::size_t part, std::size_t whole) {
  if (whole == 0) {
    return "–";
  }
  const std::size_t tenths = part * 1000 / whole;
  return percent_words(words, concat({std::to_string(tenths / 10), ".", std::to_string(tenths % 10)}));
}

std::string either_words(const Catalogue& words, const Phrases& phrases) {
  if (phrases.empty()) {
    return {};
  }
  std::string first = phrases.front();
  for (std::size_t i = 1; i + 1 < phrases.size(); ++i) {
    first += ", " + phrases[i];
  }
  return phrases.size() == 1 ? first : words.say("list.either", {{"first", first}, {"last", phrases.back()}});
}

}  // namespace supportcalc
