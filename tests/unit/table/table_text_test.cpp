#include "table/table_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "table/encoding.h"
#include "table/names.h"
#include "table/seen_ids.h"

namespace supportcalc {
namespace {

using Rows = std::vector<std::string>;

std::string line_of(const std::vector<std::string_view>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : "|") + std::string(cells[i]);
  }
  return line;
}

// The header, then the rows with their numbers.
Rows read_in(std::string_view text, const KnownShape& known, std::size_t piece) {
  TableText table(known);
  for (std::size_t i = 0; i < text.size(); i += piece) {
    table.add(text.substr(i, piece));
  }
  table.finish();
  if (!table.header()) {
    return {"no table " + std::to_string(static_cast<int>(table.no_table()))};
  }
  const auto& names = table.header()->names;
  Rows rows{line_of({names.begin(), names.end()})};
  BlockReader reader(*table.header());
  std::size_t number = table.header()->rows_before;
  std::string block;
  while (table.take_block(block)) {
    reader.read(block, number, [&rows](const TableRow& row) {
      rows.push_back((row.flaw == TableRow::Flaw::None ? "" : "flaw ") + std::to_string(row.number) + ": " +
                     line_of(row.cells));
    });
  }
  return rows;
}

Rows read(std::string_view text, const KnownShape& known = {}) {
  const auto rows = read_in(text, known, text.size() + 1);
  for (const std::size_t piece : {1U, 2U, 7U}) {
    EXPECT_EQ(read_in(text, known, piece), rows) << "in pieces of " << piece;
  }
  return rows;
}

TEST(TableText, RecognisesWhatPartsTheValues) {
  EXPECT_EQ(read("a,b\n1,2\n"), (Rows{"a|b", "2: 1|2"}));
  EXPECT_EQ(read("a;b\n1,5;2\n"), (Rows{"a|b", "2: 1,5|2"}));
  EXPECT_EQ(read("a\tb\n1;5\t2\n"), (Rows{"a|b", "2: 1;5|2"}));
  EXPECT_EQ(read("a|b\n1,5|2\n"), (Rows{"a|b", "2: 1,5|2"}));
  EXPECT_EQ(read("\"a;x\",b\n1;5,2\n"), (Rows{"a;x|b", "2: 1;5|2"}));
  EXPECT_EQ(read("a:b\n1:2\n", {':', {}}), (Rows{"a|b", "2: 1|2"}));
  EXPECT_EQ(read("a,b\r1,2\r"), (Rows{"a|b", "2: 1|2"}));
}

TEST(TableText, SkipsWhatIsNoHeader) {
  EXPECT_EQ(read("\xEF\xBB\xBF\"a\";b\n1;2\n"), (Rows{"a|b", "2: 1|2"}));
  EXPECT_EQ(read("sep=;\na;b\n1;2\n"), (Rows{"a|b", "3: 1|2"}));
  EXPECT_EQ(read("#TYPE Selected.Object\r\na;b\r\n1;2\r\n\r\n"), (Rows{"a|b", "3: 1|2"}));
  EXPECT_EQ(read("Tickets of May\n\na,b,c\n1,2,3\n"), (Rows{"a|b|c", "3: 1|2|3"}));
  EXPECT_EQ(read("Tickets of May,,\na,b,c\n1,2,3\n"), (Rows{"a|b|c", "3: 1|2|3"}));
  EXPECT_EQ(read("x,y\na,b\n1,2\n", {{}, 1}), (Rows{"a|b", "3: 1|2"}));
}

TEST(TableText, CountsRowsNotLines) {
  EXPECT_EQ(read("a,b\n\n\"1\n1\",2\n\r\n3,4"), (Rows{"a|b", "2: 1\n1|2", "3: 3|4"}));
  EXPECT_EQ(read("a;b;\n1;2;\n"), (Rows{"a|b|", "2: 1|2|"}));
}

TEST(TableText, ReadsJson) {
  const Rows rows{"id|at|labels|user|user.login", "1: 1|2026-01-01|a, b|x|x", "2: 2||||"};
  const std::string one = R"({"id": 1, "at": "2026-01-01", "labels": [{"name": "a"}, "b"], "user": {"login": "x"}})";
  EXPECT_EQ(read(one + "\n{\"id\": 2, \"at\": null}\n"), rows);
  EXPECT_EQ(read("[" + one + ",\n {\"id\": 2}]"), rows);
  EXPECT_EQ(read("{\"total\": 2, \"result\": [" + one + ", {\"id\": 2}], \"next\": [3]}"), rows);
  EXPECT_EQ(read("[{\"id\": 7.25, \"b\": true}]"), (Rows{"id|b", "1: 7.25|true"}));
  EXPECT_EQ(read(one + "\n{\"id\": \n").back().substr(0, 7), "flaw 2:");
}

TEST(TableText, KnowsWhatIsNoTable) {
  EXPECT_EQ(read(""), Rows{"no table 1"});
  EXPECT_EQ(read("\n \n"), Rows{"no table 1"});
  EXPECT_EQ(read("\"a\n"), Rows{"no table 4"});
  EXPECT_EQ(read_in(std::string(kLongestRow * 3, 'x'), {}, 100'000), Rows{"no table 3"});
}

TEST(TableText, FindsColumns) {
  TableText text({});
  text.add("Última atualização,b,b,\n1,2,3,4\n");
  text.finish();
  const auto& header = *text.header();
  EXPECT_EQ(header.find("Última atualização"), 0U);
  EXPECT_EQ(header.find("ultima  atualizacao"), 0U);
  EXPECT_EQ(header.find("B"), 1U);
  EXPECT_EQ(header.find("#4"), 3U);
  EXPECT_EQ(header.find("#5"), std::nullopt);
  EXPECT_EQ(header.find(""), 3U);
  EXPECT_TRUE(header.is_repeated("b"));
}

std::string_view encoding_of(std::string_view bytes) {
  EncodingSniffer sniffer;
  for (const char byte : bytes) {
    sniffer.add({&byte, 1});
  }
  EncodingSniffer whole;
  whole.add(bytes);
  EXPECT_EQ(sniffer.encoding(), whole.encoding()) << bytes;
  return whole.encoding();
}

TEST(Encoding, IsRecognised) {
  EXPECT_EQ(encoding_of("plain"), "utf-8");
  EXPECT_EQ(encoding_of("Situa\xC3\xA7\xC3\xA3o"), "utf-8");
  EXPECT_EQ(encoding_of("Situa\xE7\xE3o"), "windows-1252");
  EXPECT_EQ(encoding_of("Fa\xE7"
                        "ade, \xC9l\xE9phant"),
            "windows-1252");
  EXPECT_EQ(encoding_of("\x80 and \x93quotes\x94"), "windows-1252");
  EXPECT_EQ(encoding_of("\xCA\xB1\xD6\xD3\xC2\xFD\xC1\xCB, lamp"), "gbk");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF"
                        "a"),
            "utf-8");
  EXPECT_EQ(encoding_of(std::string_view("\xFF\xFE"
                                         "a\0",
                                         4)),
            "utf-16le");
  EXPECT_EQ(encoding_of(std::string_view("\0a\0,\0b", 6)), "utf-16be");
  EXPECT_EQ(encoding_of("\xED\xA0\x80"), "windows-1252");  // half of a pair of UTF-16 is no UTF-8
  EXPECT_EQ(encoding_named("UTF-16-LE"), "utf-16le");
  EXPECT_EQ(encoding_named("Latin-1"), "windows-1252");
  EXPECT_EQ(encoding_named("klingon"), "");
}

TEST(Encoding, KnowsFilesThatAreNoText) {
  EXPECT_EQ(kind_of_file(std::string_view("PK\x03\x04", 4)), "xlsx");
  EXPECT_EQ(kind_of_file("\x89PNG\r\n"), "png");
  EXPECT_EQ(kind_of_file("\x1F\x8B\x08"), "gzip");
  EXPECT_EQ(kind_of_file("id,b\n"), "");
  EXPECT_EQ(kind_of_file(std::string_view("i\0d\0,\0b\0", 8)), "");
}

TEST(Names, AreFolded) {
  EXPECT_EQ(folded_name("Última  atualização"), "ultima atualizacao");
  EXPECT_EQ(folded_name("sys_created_on"), "sys created on");
  EXPECT_EQ(folded_name("Ticket#"), "ticket");
  EXPECT_EQ(folded_name("Custom field ([CHART] Date of First Response)"), "custom field chart date of first response");
  EXPECT_EQ(trimmed("\xC2\xA0 a b\t\r"), "a b");
}

TEST(SeenIds, KnowsTheFirstAndTheLastRow) {
  SeenIds first;
  SeenIds last;
  for (std::size_t row = 1; row <= 50'000; ++row) {
    const std::size_t number = row % 20'000;
    const std::string id = "T-" + std::to_string(number);
    const std::size_t first_row = number == 0 ? 20'000 : number;
    EXPECT_EQ(first.add(id, row), row <= 20'000 ? std::nullopt : std::optional(first_row)) << row;
    last.replace(id, row);
  }
  EXPECT_EQ(first.size(), 20'000U);
  EXPECT_EQ(last.row_of("T-7"), 40'007U);
  EXPECT_EQ(last.row_of("T-19999"), 39'999U);
  EXPECT_EQ(last.row_of("T-20000"), std::nullopt);
}

}  // namespace
}  // namespace supportcalc
