// Rows of a CSV text that comes in pieces, in constant memory (RFC 4180).
#ifndef SUPPORTCALC_REPORT_CSV_H_
#define SUPPORTCALC_REPORT_CSV_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace supportcalc {

inline constexpr std::size_t kLongestCsvRow = std::size_t{64} * 1024;  // bytes

struct CsvRow {
  enum class Flaw { None, TooLong, QuoteUnclosed };
  std::size_t number = 0;  // as a spreadsheet counts: from 1, empty rows too
  Flaw flaw = Flaw::None;
  std::vector<std::string_view> cells;  // valid until the next row; what was read of a flawed one
};

// Lines end with LF or CRLF, a byte-order mark is skipped, empty rows are left out. Cells are parted by the first of
// comma, semicolon and tab that the first row has outside quotes. A quote inside an unquoted cell is a character; so is
// a NUL. A row that is too long ends at the next line break, so that one unclosed quote does not swallow the file.
class CsvReader {
 public:
  using OnRow = std::function<void(const CsvRow&)>;

  explicit CsvReader(OnRow on_row) : on_row_(std::move(on_row)) {}

  void add(std::string_view piece);
  void finish();

 private:
  enum class State { CellStart, Plain, Quoted, QuoteInQuoted, Skipping };

  void take(char c);
  void end_cell();
  void end_row(CsvRow::Flaw flaw);

  OnRow on_row_;
  CsvRow row_;
  std::string text_;               // of the row's cells, one behind the other
  std::vector<std::size_t> ends_;  // of cells in `text_`
  State state_ = State::CellStart;
  char separator_ = '\0';  // not known yet
  std::size_t bytes_ = 0;  // of the row
  std::size_t mark_ = 0;   // bytes of a byte-order mark that were seen at the start
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_CSV_H_
