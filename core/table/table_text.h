// The text of a table, cut into its header and blocks of whole rows.
//
// Takes UTF-8 in pieces. Recognises what parts the values, which lines stand before the header, and JSON. Blocks can be
// read apart from each other, in any order and by several threads at once.
#ifndef SUPPORTCALC_TABLE_TABLE_TEXT_H_
#define SUPPORTCALC_TABLE_TABLE_TEXT_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "table/csv.h"

namespace supportcalc {

// What is known of the shape of a table before it is read; what is not given is recognised.
struct KnownShape {
  std::optional<char> separator;
  std::optional<std::size_t> lines_before_header;
};

struct TableHeader {
  std::vector<std::string> names;  // without spaces around; "" for a blank one
  CsvShape shape;
  bool is_json = false;
  std::size_t lines_before = 0;  // that are not empty, nor the header
  std::size_t rows_before = 0;   // the number of the header's row; that of the first row is one more

  // Where a column is, by its exact name, else whatever the case of its letters, else "#3" for the third. Nothing where
  // there is none. Of several of one name, the first.
  std::optional<std::size_t> find(std::string_view name) const;
  // Whether several columns have the name.
  bool is_repeated(std::string_view name) const;
};

// Why a text is no table.
enum class NoTable : std::uint8_t { None, Empty, OneColumn, HeaderTooLong, HeaderUnclosed };

class TableText {
 public:
  // A block is handed out when it has `block_size` bytes; 0 for whatever rows are whole.
  explicit TableText(KnownShape known, std::size_t block_size = 0);

  void add(std::string_view piece);
  // No more comes.
  void finish();

  // The header, once enough was added to tell it.
  const std::optional<TableHeader>& header() const { return header_; }
  // Set by `finish`, or as soon as it is sure.
  NoTable no_table() const { return no_table_; }
  // Of the first row, for a text that is no table, or none of tickets: what it says.
  const std::string& first_line() const { return first_line_; }

  // The next block of whole rows; false when there is none yet.
  bool take_block(std::string& block);

 private:
  void recognise();
  void recognise_json(std::string_view text);
  void cut();
  void cut_rows();
  void cut_objects();

  KnownShape known_;
  std::size_t block_size_;
  std::optional<TableHeader> header_;
  NoTable no_table_ = NoTable::None;
  std::string first_line_;
  std::string text_;   // what is not cut yet
  std::string ready_;  // whole rows, of JSON each with a NUL behind it
  bool at_end_ = false;
  bool is_skipping_ = false;  // the rest of a line that is too long
  // Of JSON: how deep the objects that are rows lie, and where in the text we are.
  std::size_t row_depth_ = 0;
  std::size_t depth_ = 0;
  std::size_t object_begin_ = 0;
  std::size_t looked_at_ = 0;
  bool in_string_ = false;
  bool is_escaped_ = false;
  bool skips_object_ = false;  // one that is too long, or does not end
};

// Reads the rows of blocks. Cheap to make; one for each thread.
class BlockReader {
 public:
  // `header` must outlive the reader.
  explicit BlockReader(const TableHeader& header) : header_(header), parser_(header.shape) {}

  // Tells each row of a block that is not empty, with its number counted on from `number`, which is then that of the
  // last. A row of JSON has a cell for each name of the header, of a list its elements with ", " between.
  void read(std::string_view block, std::size_t& number, const std::function<void(const TableRow&)>& on_row);

 private:
  void read_object(std::string_view text);

  const TableHeader& header_;
  CsvParser parser_;
  TableRow row_;
  std::string cells_;  // of JSON
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_TABLE_TEXT_H_
