#include "render/page.h"

#include <algorithm>

#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr std::size_t kLabelColumns = 24;
constexpr std::size_t kGap = 2;  // between the columns of a table
constexpr std::size_t kNarrowestColumn = 6;
constexpr std::string_view kBoldOn = "\x1b[1m";
constexpr std::string_view kBoldOff = "\x1b[0m";

// The lines of a cell: each of its own lines wrapped.
std::vector<std::string> cell_lines(std::string_view cell, std::size_t columns) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = cell.find('\n');
    for (auto& line : wrap(printable(cell.substr(0, end)), columns)) {
      lines.push_back(std::move(line));
    }
    if (end == std::string_view::npos) {
      return lines;
    }
    cell.remove_prefix(end + 1);
  }
}

std::size_t widest_line(std::string_view cell) {
  std::size_t widest = 0;
  for (const auto& line : cell_lines(cell, kTextColumns)) {
    widest = std::max(widest, width_of(line));
  }
  return widest;
}

// As wide as the contents, and where that is too much, the widest give way first.
std::vector<std::size_t> column_widths(const TableRows& rows, std::size_t room) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], widest_line(row[i]));
    }
  }
  room -= std::min(room, kGap * (widths.size() - 1));
  std::size_t used = 0;
  for (const std::size_t width : widths) {
    used += width;
  }
  while (used > room) {
    auto& widest = *std::max_element(widths.begin(), widths.end());
    if (widest <= kNarrowestColumn) {
      break;
    }
    --widest;
    --used;
  }
  return widths;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = width_of(text);
  text.append(columns > width ? columns - width : 0, ' ');
  return text;
}

}  // namespace

void Page::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) {
    text_ += "\n";
  }
}

void Page::lines(std::string_view text, std::string_view first, std::size_t indent, bool strong) {
  if (text.empty()) {
    return;
  }
  const std::size_t start = indent + width_of(first);
  std::string before = std::string(indent, ' ') + std::string(first);
  for (const auto& line : cell_lines(text, kTextColumns - start)) {
    text_ += before;
    text_ += strong && bold_ ? kBoldOn : "";
    text_ += line;
    text_ += strong && bold_ ? kBoldOff : "";
    text_ += "\n";
    before = std::string(start, ' ');
  }
}

void Page::heading(std::string_view text) {
  blank();
  lines(text, "", 0, true);
}

void Page::subheading(std::string_view text) {
  blank();
  lines(text, "", 2, true);
}

void Page::paragraph(std::string_view text, std::size_t indent) { lines(text, "", indent, false); }

void Page::strong(std::string_view text, std::size_t indent) { lines(text, "", indent, true); }

void Page::bullet(std::string_view text, std::size_t indent) { lines(text, "- ", indent, false); }

void Page::pair(std::string_view label, std::string_view value, std::size_t indent) {
  if (value.empty()) {
    return;
  }
  const std::string shown = printable(label);
  if (width_of(shown) + kGap > kLabelColumns) {
    paragraph(label, indent);
    lines(value, std::string(kLabelColumns, ' '), indent, false);
    return;
  }
  lines(value, padded(shown, kLabelColumns), indent, false);
}

void Page::table(const TableRows& rows, std::size_t indent) {
  if (rows.empty()) {
    return;
  }
  const auto widths = column_widths(rows, kTextColumns - indent);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      cells.push_back(cell_lines(rows[r][i], widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line(indent, ' ');
      for (std::size_t i = 0; i < cells.size(); ++i) {
        line += padded(k < cells[i].size() ? cells[i][k] : "", widths[i]) + std::string(kGap, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      text_ += r == 0 && bold_ ? std::string(kBoldOn) + line + std::string(kBoldOff) : line;
      text_ += "\n";
    }
    if (r == 0) {
      std::string rule(indent, ' ');
      for (const std::size_t width : widths) {
        rule += std::string(width, '-') + std::string(kGap, ' ');
      }
      rule.erase(rule.find_last_not_of(' ') + 1);
      text_ += rule + "\n";
    }
  }
}

}  // namespace supportcalc
