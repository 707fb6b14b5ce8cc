#include "table/names.h"

#include <algorithm>

namespace supportcalc {
namespace {

// The letters U+00C0 to U+00FF without their accents; "." for what is none.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiii"
    "dnooooo.ouuuuyts"
    "aaaaaaaceeeeiiii"
    "dnooooo.ouuuuyty";

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && (is_space(text.front()) || text.starts_with(kNoBreak))) {
    text.remove_prefix(is_space(text.front()) ? 1 : kNoBreak.size());
  }
  while (!text.empty() && (is_space(text.back()) || text.ends_with(kNoBreak))) {
    text.remove_suffix(is_space(text.back()) ? 1 : kNoBreak.size());
  }
  return text;
}

std::string folded_name(std::string_view text) {
  std::string result;
  const auto add = [&result](char c) {
    if (c != ' ' || (!result.empty() && result.back() != ' ')) {
      result += c;
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      add(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      add(static_cast<char>(c));
    } else if (c == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[++i]);
      const char letter = second >= 0x80 && second <= 0xBF ? kLatin[second - 0x80U] : '.';
      add(letter == '.' ? ' ' : letter);
    } else if (c < 0x80) {
      add(' ');
    } else {
      result += text[i];  // other scripts stay what they are
    }
  }
  while (result.ends_with(' ')) {
    result.pop_back();
  }
  return result;
}

}  // namespace supportcalc
