#include "render/page.h"

#include <algorithm>

#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr std::size_t kLabelColumns = 24;
constexpr std::size_t kGap = 2;  // between the columns of a table
constexpr std::size_t kNarrowestColumn = 6;
constexpr std::size_t kLongestUncut = 28;  // columns give way to words up to this width
constexpr std::string_view kBoldOn = "\x1b[1m";
constexpr std::string_view kBoldOff = "\x1b[0m";

// A space that must not be broken at has done its work once the lines are cut; who searches the text types a plain one.
void replace_fixed_spaces(std::string& line) {
  constexpr std::string_view kFixedSpace = "\u00a0";
  for (auto at = line.find(kFixedSpace); at != std::string::npos; at = line.find(kFixedSpace, at)) {
    line.replace(at, kFixedSpace.size(), " ");
  }
}

// The lines of a cell: each of its own lines wrapped.
std::vector<std::string> cell_lines(std::string_view cell, std::size_t columns) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = cell.find('\n');
    for (auto& line : wrap(printable(cell.substr(0, end)), columns)) {
      replace_fixed_spaces(line);
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

// The width of the longest word, within reason: narrower than this, words would be cut.
std::size_t least_width(std::string_view cell) {
  std::size_t least = kNarrowestColumn;
  while (!cell.empty()) {
    const auto end = std::min(cell.find_first_of(" \n"), cell.size());
    const auto width = width_of(printable(cell.substr(0, end)));
    least = std::max(least, std::min(width, kLongestUncut));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return least;
}

// Tables with more columns than this go on below where they are too wide; the others break words instead.
constexpr std::size_t kFewColumns = 4;

// The tables that one is to be shown as, so that none has to be cut within words: each with the first column, and with
// as many of the others as fit.
std::vector<TableRows> parts_of(const TableRows& rows, std::size_t room) {
  std::vector<std::size_t> least;
  for (const auto& row : rows) {
    least.resize(std::max(least.size(), row.size()), kNarrowestColumn);
    for (std::size_t i = 0; i < row.size(); ++i) {
      least[i] = std::max(least[i], least_width(row[i]));
    }
  }
  std::vector<TableRows> parts;
  std::size_t used = room + 1;  // no part is begun
  for (std::size_t column = 1; column < least.size(); ++column) {
    if (used + kGap + least[column] > room && (parts.empty() || least.size() > kFewColumns)) {
      used = least.front();
      parts.emplace_back();
      for (const auto& row : rows) {
        parts.back().push_back({row.front()});
      }
    }
    used += kGap + least[column];
    for (std::size_t r = 0; r < rows.size(); ++r) {
      parts.back()[r].push_back(column < rows[r].size() ? rows[r][column] : "");
    }
  }
  return parts.empty() ? std::vector<TableRows>{rows} : parts;
}

// As wide as the contents, and where that is too much, the widest give way first.
std::vector<std::size_t> column_widths(const TableRows& rows, std::size_t room) {
  std::vector<std::size_t> widths;
  std::vector<std::size_t> least;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    least.resize(widths.size(), kNarrowestColumn);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], widest_line(row[i]));
      least[i] = std::max(least[i], least_width(row[i]));
    }
  }
  room -= std::min(room, kGap * (widths.size() - 1));
  std::size_t used = 0;
  for (const std::size_t width : widths) {
    used += width;
  }
  // First down to the longest words, then, if that is not enough, through them.
  for (const bool cutting : {false, true}) {
    while (used > room) {
      std::size_t widest = widths.size();
      for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool may_shrink = widths[i] > (cutting ? kNarrowestColumn : least[i]);
        if (may_shrink && (widest == widths.size() || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest == widths.size()) {
        break;
      }
      --widths[widest];
      --used;
    }
  }
  return widths;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = width_of(text);
  text.append(columns > width ? columns - width : 0, ' ');
  return text;
}

}  // namespace

void TextPage::blank() {
  if (!text_.empty() && !text_.ends_with("\n\n")) {
    text_ += "\n";
  }
}

void TextPage::lines(std::string_view text, std::string_view first, std::size_t indent, bool strong) {
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

void TextPage::heading(std::string_view text) {
  blank();
  lines(text, "", 0, true);
}

void TextPage::subheading(std::string_view text) {
  blank();
  lines(text, "", 2, true);
}

void TextPage::paragraph(std::string_view text, std::size_t indent) { lines(text, "", indent, false); }

void TextPage::strong(std::string_view text, std::size_t indent) { lines(text, "", indent, true); }

void TextPage::bullet(std::string_view text, std::size_t indent) { lines(text, "- ", indent, false); }

void TextPage::item(std::string_view mark, std::string_view text, std::size_t indent) {
  lines(text, std::string(mark) + " ", indent, false);
}

void TextPage::labelled(std::string_view label, std::string_view value, std::size_t indent, bool strong) {
  if (value.empty()) {
    return;
  }
  std::string first = printable(label);
  if (width_of(first) + kGap > kLabelColumns) {
    paragraph(label, indent);
    first.clear();
  }
  first = padded(first, kLabelColumns);
  const auto end = strong ? std::min(value.find('\n'), value.size()) : 0;
  if (strong) {
    lines(value.substr(0, end), first, indent, true);
    first = std::string(kLabelColumns, ' ');
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  lines(value, first, indent, false);
}

void TextPage::pair(std::string_view label, std::string_view value, std::size_t indent) {
  labelled(label, value, indent, false);
}

void TextPage::strong_pair(std::string_view label, std::string_view value, std::size_t indent) {
  labelled(label, value, indent, true);
}

void TextPage::table(const TableRows& rows, std::size_t indent) {
  if (rows.empty()) {
    return;
  }
  bool first = true;
  for (const auto& part : parts_of(rows, kTextColumns - indent)) {
    if (!first) {
      blank();
    }
    first = false;
    write_table(part, indent);
  }
}

void TextPage::write_table(const TableRows& rows, std::size_t indent) {
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
