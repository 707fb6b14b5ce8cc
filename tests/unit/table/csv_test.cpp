#include "table/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supportcalc {
namespace {

// "3: a|b" for each row; a flaw stands in front. The text comes in pieces.
std::vector<std::string> read_in(std::string_view text, std::size_t piece, char separator) {
  std::vector<std::string> rows;
  const CsvParser parser({separator, '\n'});
  TableRow row;
  std::string waiting;
  for (std::size_t i = 0; i <= text.size(); i += piece) {
    const bool is_last = i + piece > text.size();
    waiting += text.substr(i, piece);
    while (!waiting.empty()) {
      const std::size_t taken = parser.take(waiting, is_last, row);
      if (taken == 0) {
        break;
      }
      constexpr const char* kFlaws[] = {"", "too long ", "unclosed "};
      std::string line = kFlaws[static_cast<std::size_t>(row.flaw)] + std::to_string(rows.size() + 1) + ": ";
      for (std::size_t cell = 0; cell < row.cells.size() && row.flaw != TableRow::Flaw::TooLong; ++cell) {
        line += (cell == 0 ? "" : "|") + std::string(row.cells[cell]);
      }
      rows.push_back(line);
      waiting.erase(0, taken);
    }
  }
  return rows;
}

using Rows = std::vector<std::string>;

// The same however the text is cut.
Rows read(std::string_view text, char separator = ',') {
  const auto rows = read_in(text, text.size() + 1, separator);
  for (const std::size_t piece : {1U, 2U, 3U, 7U}) {
    EXPECT_EQ(read_in(text, piece, separator), rows) << "in pieces of " << piece;
  }
  return rows;
}

TEST(Csv, ReadsCellsAndRows) {
  EXPECT_EQ(read("a,b,c\n1,2,3\n"), (Rows{"1: a|b|c", "2: 1|2|3"}));
  EXPECT_EQ(read("a,b\r\n1,2\r\n"), (Rows{"1: a|b", "2: 1|2"}));
  EXPECT_EQ(read("a,b\n1,2"), (Rows{"1: a|b", "2: 1|2"}));
  EXPECT_EQ(read("a,b\n,\n1,"), (Rows{"1: a|b", "2: |", "3: 1|"}));
  EXPECT_EQ(read("a;b\n1,5;2\n", ';'), (Rows{"1: a|b", "2: 1,5|2"}));
}

TEST(Csv, ReadsQuotes) {
  EXPECT_EQ(read("a,b\n\"x,\"\"y\"\"\nz\",2\n"), (Rows{"1: a|b", "2: x,\"y\"\nz|2"}));
  EXPECT_EQ(read("\"a\",\"\"\n\"\",b\n"), (Rows{"1: a|", "2: |b"}));
  EXPECT_EQ(read("\"a\"\r\n\"\"\"\"\r\n"), (Rows{"1: a", "2: \""}));
  EXPECT_EQ(read("\"a\"\"\",\"\"\"b\"\n"), (Rows{"1: a\"|\"b"}));
  // Not RFC 4180, but seen.
  EXPECT_EQ(read("a,b\n5\" disk,2\n\"x\"y,3\n"), (Rows{"1: a|b", "2: 5\" disk|2", "3: xy|3"}));
}

TEST(Csv, KeepsHostileBytes) {
  EXPECT_EQ(read(std::string_view("a,b\n\0,\0x\n", 9)), (Rows{"1: a|b", std::string("2: \0|\0x", 7)}));
  EXPECT_EQ(read("\n\n"), (Rows{"1: ", "2: "}));
}

TEST(Csv, LosesOneLineToAQuoteThatNeverEnds) {
  EXPECT_EQ(read("a,b\n1,\"x\n2,y\n3,z\n"), (Rows{"1: a|b", "unclosed 2: 1|\"x", "3: 2|y", "4: 3|z"}));
  // Also where the end of the file is far away.
  std::string text = "a,b\n1,\"oops\n";
  while (text.size() < kLongestRow + 100) {
    text += "2,fine\n";
  }
  const auto rows = read_in(text + "3,last\n", 100'000, ',');
  ASSERT_GT(rows.size(), 2U);
  EXPECT_EQ(rows[1], "unclosed 2: 1|\"oops");
  EXPECT_EQ(rows[2], "3: 2|fine");
  EXPECT_EQ(rows.back().substr(rows.back().find(' ')), " 3|last");
}

TEST(Csv, GoesOnAfterARowThatIsTooLong) {
  const std::string longest(kLongestRow, 'x');
  EXPECT_EQ(read_in("a,b\n" + longest + longest + "\n1,2\n", 100'000, ','), (Rows{"1: a|b", "too long 2: ", "3: 1|2"}));
  EXPECT_EQ(read_in(std::string(kMostCells + 1, ',') + "\n1,2\n", 100'000, ','), (Rows{"too long 1: ", "2: 1|2"}));
}

}  // namespace
}  // namespace supportcalc
