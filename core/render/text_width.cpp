#include "render/text_width.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace supportcalc {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr char32_t kPictureSelector = 0xFE0F;
constexpr std::size_t kWidest = 2;

// Takes one character off the front of `text`. What is no UTF-8 comes byte by byte, as U+FFFD.
char32_t next_character(std::string_view& text) {
  utf8proc_int32_t character = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &character);
  text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
  return length > 0 ? static_cast<char32_t>(character) : kReplacement;
}

struct Cluster {
  std::string_view text;
  std::size_t width;
};

// Takes one grapheme cluster off the front of `text`.
Cluster next_cluster(std::string_view& text) {
  const auto columns = [](char32_t c) {
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
  };
  const std::string_view whole = text;
  utf8proc_int32_t state = 0;
  char32_t last = next_character(text);
  std::size_t width = columns(last);
  while (!text.empty()) {
    std::string_view rest = text;
    const char32_t next = next_character(rest);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last), static_cast<utf8proc_int32_t>(next),
                                         &state)) {
      break;
    }
    width += next == kPictureSelector ? kWidest : columns(next);
    last = next;
    text = rest;
  }
  return {whole.substr(0, whole.size() - text.size()), std::min(width, kWidest)};
}

// What would move the cursor, colour the screen or reverse the line.
bool is_control(char32_t c) {
  return c < 0x20 || (0x7F <= c && c < 0xA0) || (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069) ||
         c == 0x200E || c == 0x200F || c == 0x061C;
}

void append(std::string& text, char32_t c) {
  std::array<utf8proc_uint8_t, 4> bytes;
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  text.append(bytes.begin(), bytes.begin() + length);
}

// Moves the first `columns` of `word` to `line`; at least one cluster, so that cutting ends.
void cut(std::string_view& word, std::size_t columns, std::string& line) {
  std::size_t used = 0;
  while (!word.empty()) {
    std::string_view rest = word;
    const auto cluster = next_cluster(rest);
    if (used > 0 && used + cluster.width > columns) {
      break;
    }
    used += cluster.width;
    line += cluster.text;
    word = rest;
  }
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    width += next_cluster(text).width;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const char32_t character = next_character(text);
    if (character == '\n' || character == '\t' || character == '\r') {
      result += ' ';
    } else {
      append(result, is_control(character) ? kReplacement : character);
    }
  }
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (true) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) {
      return lines;
    }
    text.remove_prefix(begin);
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    std::size_t width = width_of(word);
    if (used > 0 && used + 1 + width > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (width > columns) {
      cut(word, columns, lines.back());
      width = width_of(word);
      if (word.empty()) {
        used = columns;
        break;
      }
      lines.emplace_back();
    }
    lines.back() += word;
    used += width;
  }
}

}  // namespace supportcalc
