#include "table/table_text.h"

#include <algorithm>
#include <array>

#include "policy/json_document.h"
#include "table/names.h"

namespace supportcalc {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::size_t kHead = std::size_t{64} * 1024;  // so much is looked at to recognise the shape
constexpr std::size_t kHeadRows = 60;
constexpr std::array kSeparators = {',', ';', '\t', '|'};

constexpr JsonLimits kRowLimits{.bytes = kLongestRow, .depth = 32, .key = 500, .values = 20'000, .members = 2'000};

// The cells of the first rows that are not empty, by one separator.
std::vector<std::size_t> cell_counts(std::string_view text, bool is_last, CsvShape shape) {
  const CsvParser parser(shape);
  TableRow row;
  std::vector<std::size_t> counts;
  while (!text.empty() && counts.size() < kHeadRows) {
    const std::size_t taken = parser.take(text, is_last, row);
    if (taken == 0) {
      break;
    }
    text.remove_prefix(taken);
    if (!row.is_empty()) {
      counts.push_back(row.flaw == TableRow::Flaw::None ? row.cells.size() : 1);
    }
  }
  return counts;
}

// The number of cells that most rows have; of two, the larger one.
std::pair<std::size_t, std::size_t> most_frequent(const std::vector<std::size_t>& counts) {
  std::pair<std::size_t, std::size_t> best{1, 0};
  for (const std::size_t count : counts) {
    const auto rows = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), count));
    best = std::max(best, {count, rows}, [](const auto& a, const auto& b) {
      return std::pair(a.second, a.first) < std::pair(b.second, b.first);
    });
  }
  return best;
}

// What parts the cells: with which separator most rows have the same number of cells, more than one.
char sniff_separator(std::string_view text, bool is_last, char line_end) {
  char best = ',';
  double best_score = 0;
  for (const char separator : kSeparators) {
    const auto counts = cell_counts(text, is_last, {separator, line_end});
    const auto [cells, rows] = most_frequent(counts);
    if (cells < 2) {
      continue;
    }
    // Rows that agree weigh most; that there are more columns decides between separators that agree as well.
    const double agree = static_cast<double>(rows) / static_cast<double>(counts.size());
    const double score = agree * agree + 0.001 * static_cast<double>(std::min<std::size_t>(cells, 100));
    if (score > best_score) {
      best_score = score;
      best = separator;
    }
  }
  return best;
}

std::string_view first_line_of(std::string_view text, char line_end) {
  auto line = text.substr(0, text.find(line_end));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::size_t filled(const TableRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); }));
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void append_json(std::string& cell, const JsonValue& value) {
  switch (value.type()) {
    case JsonValue::Type::Null:
      return;
    case JsonValue::Type::Boolean:
      cell += value.boolean() ? "true" : "false";
      return;
    case JsonValue::Type::Integer:
      cell += std::to_string(value.integer());
      return;
    case JsonValue::Type::Fraction:
    case JsonValue::Type::String:
      cell += value.string();
      return;
    case JsonValue::Type::Array:
      for (const auto& element : value) {
        cell += cell.empty() || cell.ends_with('\0') ? "" : ", ";
        append_json(cell, element);
      }
      return;
    case JsonValue::Type::Object:
      // Of an object only what it is called: {"id": 7, "name": "bug"}.
      for (const std::string_view key : {"name", "displayName", "value", "login", "title", "key", "id"}) {
        if (const auto* member = value.find(key)) {
          append_json(cell, *member);
          return;
        }
      }
      return;
  }
}

// A member of an object and of those within it: "fields.created".
const JsonValue* member_at(const JsonValue& object, std::string_view path) {
  if (const auto* direct = object.find(path)) {
    return direct;
  }
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
    const auto* within = object.find(path.substr(0, dot));
    if (within != nullptr && within->is_object()) {
      return member_at(*within, path.substr(dot + 1));
    }
  }
  return nullptr;
}

// The names of an object's members, and of those of the objects within.
void add_names(const JsonValue& object, const std::string& before, std::vector<std::string>& names, std::size_t depth) {
  constexpr std::size_t kDeepestName = 3;
  for (const auto& member : object) {
    const std::string name = before + std::string(member.key());
    if (std::find(names.begin(), names.end(), name) == names.end() && names.size() < kMostCells) {
      names.push_back(name);
    }
    if (member.is_object() && depth < kDeepestName) {
      add_names(member, name + ".", names, depth + 1);
    }
  }
}

}  // namespace

std::optional<std::size_t> TableHeader::find(std::string_view name) const {
  const std::string_view wanted = trimmed(name);
  auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end() && !wanted.empty()) {
    const std::string folded = folded_name(wanted);
    found = std::find_if(names.begin(), names.end(),
                         [&folded](const std::string& each) { return !folded.empty() && folded_name(each) == folded; });
  }
  if (found != names.end()) {
    return static_cast<std::size_t>(found - names.begin());
  }
  if (wanted.starts_with('#') && wanted.size() > 1 && wanted.size() < 7) {
    std::size_t position = 0;
    for (const char c : wanted.substr(1)) {
      if (c < '0' || c > '9') {
        return std::nullopt;
      }
      position = position * 10 + static_cast<std::size_t>(c - '0');
    }
    if (position >= 1 && position <= names.size()) {
      return position - 1;
    }
  }
  return std::nullopt;
}

bool TableHeader::is_repeated(std::string_view name) const {
  return std::count(names.begin(), names.end(), trimmed(name)) > 1;
}

TableText::TableText(KnownShape known, std::size_t block_size) : known_(known), block_size_(block_size) {}

void TableText::add(std::string_view piece) {
  if (is_skipping_) {
    const std::size_t end = piece.find(header_->shape.line_end);
    if (end == std::string_view::npos) {
      return;
    }
    piece.remove_prefix(end);
    is_skipping_ = false;
  }
  text_ += piece;
  if (!header_ && no_table_ == NoTable::None && text_.size() >= kHead) {
    recognise();
  }
  if (header_ && text_.size() + ready_.size() >= block_size_) {
    cut();
  }
}

void TableText::finish() {
  at_end_ = true;
  if (!header_ && no_table_ == NoTable::None) {
    recognise();
  }
  if (header_) {
    cut();
  }
}

bool TableText::take_block(std::string& block) {
  if (ready_.empty() || (ready_.size() < block_size_ && !at_end_)) {
    return false;
  }
  block.swap(ready_);
  ready_.clear();
  return true;
}

void TableText::recognise() {
  std::string_view text = text_;
  if (text.starts_with(kMark)) {
    text.remove_prefix(kMark.size());
  }
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) {
    ++first;
  }
  if (first == text.size()) {
    if (at_end_ || text.size() > kLongestRow) {
      no_table_ = NoTable::Empty;
    }
    return;
  }
  if ((text[first] == '[' || text[first] == '{') && !known_.separator) {
    recognise_json(text.substr(first));
    return;
  }
  TableHeader header;
  header.shape.line_end =
      text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos ? '\r' : '\n';
  const char line_end = header.shape.line_end;
  const auto skip_line = [&] {
    const auto line = first_line_of(text, line_end);
    header.lines_before += line.empty() ? 0U : 1U;
    text.remove_prefix(std::min(text.find(line_end), text.size() - 1) + 1);
  };
  std::optional<char> separator = known_.separator;
  if (known_.lines_before_header) {
    for (std::size_t i = 0; i < *known_.lines_before_header && !text.empty(); ++i) {
      skip_line();
    }
  } else {
    while (!text.empty()) {
      const auto line = first_line_of(text, line_end);
      const bool names_separator = line.size() == 5 && folded_name(line.substr(0, 3)) == "sep" && line[3] == '=';
      if (names_separator && !separator) {
        separator = line[4];
      }
      if (!line.empty() && !names_separator && !line.starts_with("#TYPE") && !line.starts_with("\"sep=")) {
        break;
      }
      skip_line();
    }
  }
  header.shape.separator = separator ? *separator : sniff_separator(text, at_end_, line_end);
  const auto cells = most_frequent(cell_counts(text, at_end_, header.shape)).first;
  const CsvParser parser(header.shape);
  TableRow row;
  constexpr std::size_t kMostTitles = 20;
  for (std::size_t titles = 0; !text.empty(); ++titles) {
    const std::size_t taken = parser.take(text, at_end_, row);
    if (taken == 0) {
      if (text.size() > kLongestRow || at_end_) {
        no_table_ = NoTable::HeaderTooLong;
      }
      return;
    }
    if (first_line_.empty()) {
      first_line_ = std::string(first_line_of(text, line_end));
    }
    text.remove_prefix(taken);
    if (row.is_empty()) {
      continue;
    }
    if (row.flaw != TableRow::Flaw::None) {
      no_table_ = row.flaw == TableRow::Flaw::TooLong ? NoTable::HeaderTooLong : NoTable::HeaderUnclosed;
      return;
    }
    // A title fills few of the columns that the table has.
    const bool is_title = !known_.lines_before_header && titles < kMostTitles && cells > 1 && filled(row) * 2 < cells &&
                          (filled(row) < 2 || row.cells.size() < cells);
    if (is_title) {
      ++header.lines_before;
      continue;
    }
    for (const auto& cell : row.cells) {
      header.names.emplace_back(trimmed(cell));
    }
    break;
  }
  if (header.names.empty()) {
    no_table_ = NoTable::Empty;
    return;
  }
  if (header.names.size() == 1) {
    no_table_ = NoTable::OneColumn;
  }
  header.rows_before = header.lines_before + 1;
  header_ = std::move(header);
  text_.erase(0, text_.size() - text.size());
}

void TableText::recognise_json(std::string_view text) {
  // Where the objects lie: one behind the other, in a list, or in a list that is a member of the only object.
  std::size_t depth = 0;
  bool in_string = false;
  std::optional<std::size_t> list_in_object;
  std::size_t first_end = std::string_view::npos;
  for (std::size_t i = 0; i < text.size() && first_end == std::string_view::npos; ++i) {
    const char c = text[i];
    if (in_string) {
      i += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
      if (c == '[' && depth == 2 && !list_in_object) {
        std::size_t next = i + 1;
        while (next < text.size() && is_space(text[next])) {
          ++next;
        }
        list_in_object = next < text.size() && text[next] == '{' ? std::optional(i) : std::nullopt;
      }
    } else if (c == '}' || c == ']') {
      first_end = --depth == 0 ? i : first_end;
    }
  }
  std::size_t skipped = 0;
  if (text.front() == '[') {
    row_depth_ = 1;
    skipped = 0;
  } else {
    std::size_t after = first_end == std::string_view::npos ? text.size() : first_end + 1;
    while (after < text.size() && is_space(text[after])) {
      ++after;
    }
    const bool is_only = first_end == std::string_view::npos || (after == text.size() && at_end_);
    if (is_only && list_in_object) {
      row_depth_ = 1;
      skipped = *list_in_object;
    }
  }
  first_line_ = std::string(first_line_of(text, '\n'));
  TableHeader header;
  header.is_json = true;
  header_ = header;
  text_.erase(0, text_.size() - text.size() + skipped);
  cut_objects();
  std::string_view objects = ready_;
  std::vector<std::string>& names = header_->names;
  for (std::size_t i = 0; i < kHeadRows && !objects.empty(); ++i) {
    const std::size_t end = objects.find('\0');
    if (const auto object = parse_json(objects.substr(0, end), kRowLimits); object && object->root->is_object()) {
      add_names(*object->root, "", names, 0);
    }
    objects.remove_prefix(end + 1);
  }
  if (names.size() < 2) {
    no_table_ = names.empty() ? NoTable::Empty : NoTable::OneColumn;
  }
}

void TableText::cut() {
  if (header_->is_json) {
    cut_objects();
  } else {
    cut_rows();
  }
}

void TableText::cut_rows() {
  const char line_end = header_->shape.line_end;
  if (at_end_) {
    ready_ += text_;
    text_.clear();
    return;
  }
  std::size_t end = 0;
  if (text_.find('"') == std::string::npos) {
    const std::size_t last = text_.rfind(line_end);
    end = last == std::string::npos ? 0 : last + 1;
  } else {
    const CsvParser parser(header_->shape);
    TableRow row;
    while (end < text_.size()) {
      const std::size_t taken = parser.take(std::string_view(text_).substr(end), false, row);
      if (taken == 0) {
        break;
      }
      end += taken;
    }
  }
  ready_.append(text_, 0, end);
  text_.erase(0, end);
  if (text_.size() > kLongestRow + kHead) {
    // No row ends in it. What is left of it says that it was too long.
    text_.resize(kLongestRow + 1);
    is_skipping_ = true;
  }
}

void TableText::cut_objects() {
  for (; looked_at_ < text_.size(); ++looked_at_) {
    const char c = text_[looked_at_];
    if (in_string_) {
      in_string_ = is_escaped_ || c != '"';
      is_escaped_ = !is_escaped_ && c == '\\';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      if (depth_++ == row_depth_) {
        object_begin_ = looked_at_;
      }
    } else if ((c == '}' || c == ']') && depth_ > 0) {
      if (--depth_ == row_depth_ && skips_object_) {
        skips_object_ = false;
      } else if (depth_ == row_depth_) {
        ready_.append(text_, object_begin_, looked_at_ + 1 - object_begin_).push_back('\0');
      } else if (depth_ < row_depth_) {
        row_depth_ = kMostCells;  // behind the list nothing is a row
      }
    }
  }
  if (depth_ <= row_depth_) {
    text_.clear();
    looked_at_ = 0;
  } else if (at_end_ || skips_object_ || text_.size() - object_begin_ > kLongestRow) {
    if (!skips_object_) {
      ready_.append(text_, object_begin_, kLongestRow).push_back('\0');
      skips_object_ = true;
    }
    text_.clear();
    looked_at_ = 0;
    object_begin_ = 0;
  } else {
    text_.erase(0, object_begin_);
    looked_at_ -= object_begin_;
    object_begin_ = 0;
  }
}

void BlockReader::read(std::string_view block, std::size_t& number,
                       const std::function<void(const TableRow&)>& on_row) {
  while (!block.empty()) {
    if (header_.is_json) {
      const std::size_t end = block.find('\0');
      read_object(block.substr(0, end));
      block.remove_prefix(std::min(end, block.size() - 1) + 1);
    } else {
      block.remove_prefix(parser_.take(block, true, row_));
      if (row_.is_empty()) {
        continue;
      }
    }
    row_.number = ++number;
    on_row(row_);
  }
}

void BlockReader::read_object(std::string_view text) {
  row_.cells.clear();
  row_.flaw = TableRow::Flaw::None;
  const auto object = parse_json(text, kRowLimits);
  if (!object || !object->root->is_object()) {
    row_.flaw = text.size() >= kLongestRow ? TableRow::Flaw::TooLong : TableRow::Flaw::NotAnObject;
    row_.cells.push_back(text);
    return;
  }
  cells_.clear();
  for (const auto& name : header_.names) {
    if (const auto* value = member_at(*object->root, name)) {
      append_json(cells_, *value);
    }
    cells_ += '\0';
  }
  std::string_view rest = cells_;
  for (std::size_t i = 0; i < header_.names.size(); ++i) {
    const std::size_t end = rest.find('\0');
    row_.cells.push_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
}

}  // namespace supportcalc
