// The first sheet of an Excel workbook (.xlsx) as text with separators, so that it is a table like any other.
#ifndef SUPPORTCALC_CLI_WORKBOOK_H_
#define SUPPORTCALC_CLI_WORKBOOK_H_

#include <string>
#include <string_view>

namespace supportcalc {

// What the parts of a workbook may unpack to, all together. A workbook is held in memory, unlike other tables.
inline constexpr std::size_t kMostUnpacked = std::size_t{1024} * 1024 * 1024;

struct WorkbookText {
  std::string csv;      // commas and quotes; instants are days since 1899-12-30, as the sheet has them
  std::string problem;  // why there is none; "" where there is
};

// `bytes` is the whole file. Formulas count as what they last gave; hidden sheets, styles and all else are left out.
WorkbookText read_workbook(std::string_view bytes);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_WORKBOOK_H_
