// Reads the whole number that a text is.
#ifndef SUPPORTCALC_BASE_WHOLE_NUMBER_H_
#define SUPPORTCALC_BASE_WHOLE_NUMBER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace supportcalc {

// Digits of ASCII, at most 18, with "-" before them for less than zero: "-7" is -7. Nothing for any other text, such as
// "", "+7", "7 h" or a number of 19 digits. (std::from_chars is four times the code in a wasm module.)
constexpr std::optional<std::int64_t> whole_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 18;  // no more of them exceed an int64_t
  const bool negative = !text.empty() && text.front() == '-';
  const auto digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > kMostDigits) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_WHOLE_NUMBER_H_
