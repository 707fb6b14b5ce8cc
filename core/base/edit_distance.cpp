#include "base/edit_distance.h"

#include <algorithm>
#include <array>

namespace supportcalc {
namespace {

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  if (std::max(a.size(), b.size()) > kLongestMisspelling ||
      std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= bound) {
    return bound;
  }
  // row[j]: the distance of the letters of `a` seen so far to the first j letters of `b`.
  std::array<std::size_t, kLongestMisspelling + 1> row;
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    std::size_t least = row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1)});
      diagonal = above;
      least = std::min(least, row[j + 1]);
    }
    if (least >= bound) {
      return bound;
    }
  }
  return std::min(row[b.size()], bound);
}

}  // namespace supportcalc
