// Rows of a text of separated values (RFC 4180, and what is found beside it).
//
// Cells are views: into the text, or into the row where quotes had to be undone. Neither the number of rows nor their
// width costs memory beyond one row.
#ifndef SUPPORTCALC_TABLE_CSV_H_
#define SUPPORTCALC_TABLE_CSV_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

inline constexpr std::size_t kLongestRow = std::size_t{1024} * 1024;  // bytes
inline constexpr std::size_t kMostCells = 16'384;                     // of a row: as many as a spreadsheet has columns

struct TableRow {
  enum class Flaw : std::uint8_t {
    None,
    TooLong,        // more bytes than kLongestRow, or more cells than kMostCells
    QuoteUnclosed,  // the cells are those of its first line
    NotAnObject,    // of JSON: what stands there is no object, or is none at all
  };
  std::size_t number = 0;  // from 1; empty lines and line breaks within cells do not count
  Flaw flaw = Flaw::None;
  std::vector<std::string_view> cells;  // valid until the next row

  bool is_empty() const { return cells.empty() || (cells.size() == 1 && cells.front().empty()); }

 private:
  friend class CsvParser;
  std::string unquoted_;  // of the cells whose quotes were undone
};

// How the values of a text are parted.
struct CsvShape {
  char separator = ',';
  char line_end = '\n';  // '\r' for a text that has no other; of "\r\n" the first is dropped
};

class CsvParser {
 public:
  explicit CsvParser(CsvShape shape = {});

  // Reads the row at the front of `text` into `row`, and gives how many bytes it took with its line end; 0 when the
  // text ends before the row does. `is_last` says that nothing comes behind `text`, whose end then ends the row.
  //
  //  - a quote inside an unquoted cell is a character, and so is a NUL; behind a closing quote too: `"x"y` is xy;
  //  - a quote that is not closed within kLongestRow costs its own line and no more: `row` is flawed, and the next row
  //    begins on the next line;
  //  - the number of `row` is left alone: empty rows do not count, which is for the caller to see.
  //
  // Example, separator ';': "a;\"b\"\"\";c\n1;2" gives {a, b", c} and takes 12 bytes.
  std::size_t take(std::string_view text, bool is_last, TableRow& row) const;

  const CsvShape& shape() const { return shape_; }

 private:
  std::size_t take_flawed(std::string_view text, TableRow::Flaw flaw, TableRow& row) const;

  CsvShape shape_;
  bool ends_cell_[256] = {};  // of an unquoted cell
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_CSV_H_
