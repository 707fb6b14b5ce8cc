// The start of a text for showing in a diagnostic.
#ifndef SUPPORTCALC_BASE_EXCERPT_H_
#define SUPPORTCALC_BASE_EXCERPT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace supportcalc {

inline constexpr std::size_t kMaxExcerpt = 64;  // bytes

// At most the first kMaxExcerpt bytes of `text`, so that a hostile input is not echoed back whole. Never
// cuts a UTF-8 sequence in two.
inline std::string excerpt(std::string_view text) {
  std::size_t size = text.size();
  if (size > kMaxExcerpt) {
    size = kMaxExcerpt;
    // 10xxxxxx continues a sequence: step back to where it began.
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
      --size;
    }
  }
  return std::string(text.substr(0, size));
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_EXCERPT_H_
