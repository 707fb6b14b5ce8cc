#include "report/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supportcalc {
namespace {

// "3: a|b" for each row; a flaw stands in front.
std::vector<std::string> read_in(std::string_view text, std::size_t piece) {
  std::vector<std::string> rows;
  CsvReader reader([&rows](const CsvRow& row) {
    constexpr const char* kFlaws[] = {"", "too long ", "unclosed "};
    std::string line = kFlaws[static_cast<std::size_t>(row.flaw)] + std::to_string(row.number) + ": ";
    for (std::size_t i = 0; i < row.cells.size() && row.flaw != CsvRow::Flaw::TooLong; ++i) {
      line += (i == 0 ? "" : "|") + std::string(row.cells[i]);
    }
    rows.push_back(line);
  });
  for (std::size_t i = 0; i < text.size(); i += piece) {
    reader.add(text.substr(i, piece));
  }
  reader.finish();
  return rows;
}

using Rows = std::vector<std::string>;

// The same however the text is cut.
Rows read(std::string_view text) {
  const auto rows = read_in(text, text.size() + 1);
  for (const std::size_t piece : {1U, 2U, 3U, 7U}) {
    EXPECT_EQ(read_in(text, piece), rows) << "in pieces of " << piece;
  }
  return rows;
}

TEST(Csv, ReadsCellsAndRows) {
  EXPECT_EQ(read("a,b,c\n1,2,3\n"), (Rows{"1: a|b|c", "2: 1|2|3"}));
  EXPECT_EQ(read("a,b\r\n1,2\r\n"), (Rows{"1: a|b", "2: 1|2"}));
  EXPECT_EQ(read("a,b\n1,2"), (Rows{"1: a|b", "2: 1|2"}));
  EXPECT_EQ(read("a,b\n,\n1,"), (Rows{"1: a|b", "2: |", "3: 1|"}));
}

TEST(Csv, ReadsQuotes) {
  EXPECT_EQ(read("a,b\n\"x,\"\"y\"\"\nz\",2\n"), (Rows{"1: a|b", "2: x,\"y\"\nz|2"}));
  EXPECT_EQ(read("\"a\",\"\"\n\"\",b\n"), (Rows{"1: a|", "2: |b"}));
  // Not RFC 4180, but seen.
  EXPECT_EQ(read("a,b\n5\" disk,2\n\"x\"y,3\n"), (Rows{"1: a|b", "2: 5\" disk|2", "3: xy|3"}));
}

TEST(Csv, SkipsAMarkAndEmptyRowsButCountsThem) {
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "a,b\n\n1,2\n\r\n3,4\n"),
            (Rows{"1: a|b", "3: 1|2", "5: 3|4"}));
  EXPECT_EQ(read("\xEF\xBB"
                 "a,b\n"),
            (Rows{"1: \xEF\xBB"
                  "a|b"}));
  EXPECT_EQ(read("\xEF"), (Rows{"1: \xEF"}));
}

TEST(Csv, TakesTheSeparatorOfTheHeader) {
  EXPECT_EQ(read("a;b\n1,5;2\n"), (Rows{"1: a|b", "2: 1,5|2"}));
  EXPECT_EQ(read("a\tb\n1;5\t2\n"), (Rows{"1: a|b", "2: 1;5|2"}));
  EXPECT_EQ(read("\"a;x\",b\n1;5,2\n"), (Rows{"1: a;x|b", "2: 1;5|2"}));
  EXPECT_EQ(read("a\n1;5,2\n"), (Rows{"1: a", "2: 1;5|2"}));
}

TEST(Csv, KeepsHostileBytes) {
  EXPECT_EQ(read(std::string_view("a,b\n\0,\0x\n", 9)), (Rows{"1: a|b", std::string("2: \0|\0x", 7)}));
  EXPECT_EQ(read(""), Rows{});
  EXPECT_EQ(read("\n\n\n"), Rows{});
}

TEST(Csv, TellsAQuoteThatNeverEnds) {
  EXPECT_EQ(read("a,b\n1,\"x\n2,y\n"), (Rows{"1: a|b", "unclosed 2: 1|x\n2,y\n"}));
}

TEST(Csv, GoesOnAfterARowThatIsTooLong) {
  const std::string longest(kLongestCsvRow, 'x');
  EXPECT_EQ(read_in("a,b\n" + longest + longest + "\n1,2\n", 1000), (Rows{"1: a|b", "too long 2: ", "3: 1|2"}));
  // An unclosed quote far from the end costs the row it would have swallowed the file with.
  std::string text = "a,b\n1,\"oops\n";
  while (text.size() < kLongestCsvRow + 100) {
    text += "2,fine\n";
  }
  const auto rows = read_in(text + "3,last\n", 1000);
  ASSERT_GT(rows.size(), 2U);
  EXPECT_EQ(rows[1].substr(0, 9), "too long ");
  EXPECT_EQ(rows.back().substr(rows.back().find(' ')), " 3|last");
}

}  // namespace
}  // namespace supportcalc
