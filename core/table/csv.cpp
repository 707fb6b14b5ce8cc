#include "table/csv.h"

#include <algorithm>
#include <cstring>

namespace supportcalc {
namespace {

// Where a character stands in `text` from `at` on; its size when nowhere.
std::size_t find(std::string_view text, char c, std::size_t at) { return std::min(text.find(c, at), text.size()); }

}  // namespace

CsvParser::CsvParser(CsvShape shape) : shape_(shape) {
  ends_cell_[static_cast<unsigned char>(shape.separator)] = true;
  ends_cell_[static_cast<unsigned char>(shape.line_end)] = true;
}

// The first line of a row that cannot be read, split without regard for quotes.
std::size_t CsvParser::take_flawed(std::string_view text, TableRow::Flaw flaw, TableRow& row) const {
  row.flaw = flaw;
  row.cells.clear();
  const std::size_t end = find(text, shape_.line_end, 0);
  std::string_view line = text.substr(0, std::min(end, kLongestRow));
  while (row.cells.size() < kMostCells) {
    const std::size_t cell = line.find(shape_.separator);
    row.cells.push_back(line.substr(0, cell));
    if (cell == std::string_view::npos) {
      break;
    }
    line.remove_prefix(cell + 1);
  }
  return std::min(end + 1, text.size());
}

std::size_t CsvParser::take(std::string_view text, bool is_last, TableRow& row) const {
  row.flaw = TableRow::Flaw::None;
  row.cells.clear();
  row.unquoted_.clear();
  std::size_t at = 0;
  while (true) {
    std::string_view cell;
    if (at < text.size() && text[at] == '"') {
      ++at;
      std::size_t begin = at;
      bool is_pieced = false;
      std::size_t pieced_begin = row.unquoted_.size();
      const auto add_piece = [&](std::string_view piece) {
        // As much as may be needed: growing would move what cells look at.
        row.unquoted_.reserve(kLongestRow + 1);
        is_pieced = true;
        row.unquoted_.append(piece);
      };
      while (true) {
        const std::size_t quote = find(text.substr(0, std::min(text.size(), kLongestRow + 1)), '"', at);
        if (quote > kLongestRow) {
          return take_flawed(text, TableRow::Flaw::QuoteUnclosed, row);
        }
        if (quote >= text.size() || (quote + 1 == text.size() && !is_last)) {
          // A quote at the very end may be the first of two.
          return is_last ? take_flawed(text, TableRow::Flaw::QuoteUnclosed, row) : 0;
        }
        if (quote + 1 < text.size() && text[quote + 1] == '"') {
          add_piece(text.substr(begin, quote + 1 - begin));
          at = begin = quote + 2;
          continue;
        }
        at = quote + 1;
        break;
      }
      std::size_t end = at;
      while (end < text.size() && !ends_cell_[static_cast<unsigned char>(text[end])]) {
        ++end;
      }
      if (end <= kLongestRow && (is_pieced || (end > at && text.substr(at, end - at) != "\r"))) {
        add_piece(text.substr(begin, at - 1 - begin));
        add_piece(text.substr(at, end - at));
        cell = std::string_view(row.unquoted_).substr(pieced_begin);
      } else {
        cell = text.substr(begin, at - 1 - begin);
      }
      at = end;
    } else {
      const std::size_t begin = at;
      const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
      while (at < text.size() && !ends_cell_[bytes[at]]) {
        ++at;
      }
      cell = text.substr(begin, at - begin);
    }
    if (at > kLongestRow || row.cells.size() + 1 >= kMostCells) {
      // The whole line is needed to step over it.
      const bool has_line = find(text, shape_.line_end, 0) < text.size();
      return has_line || is_last ? take_flawed(text, TableRow::Flaw::TooLong, row) : 0;
    }
    const bool at_end = at >= text.size();
    if (at_end && !is_last) {
      return 0;
    }
    if (at_end || text[at] == shape_.line_end) {
      if (shape_.line_end == '\n' && cell.ends_with('\r')) {
        cell.remove_suffix(1);
      }
      row.cells.push_back(cell);
      return at_end ? text.size() : at + 1;
    }
    row.cells.push_back(cell);
    ++at;
  }
}

}  // namespace supportcalc
