// What was recognised of a table, what is missing, and the flags that say it, as text for a terminal.
#ifndef SUPPORTCALC_RENDER_RECOGNITION_TEXT_H_
#define SUPPORTCALC_RENDER_RECOGNITION_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "render/page.h"
#include "table/recognition.h"

namespace supportcalc {

struct RecognisedTable {
  const TableHeader& header;
  const TableScan& scan;
  const Recognition& recognition;
  std::string_view encoding;
};

// What a person has to add, as flags: "--date-order dmy", "--map severity=\"High=LEVEL\"". What has to be filled in is
// in capitals. Example: for a table of one unknown word, without zones: {"--map severity=\"High=LEVEL\"", "--zone
// ZONE"}.
std::vector<std::string> missing_flags(const RecognisedTable& table);

// Ends with a line break.
std::string recognition_text(const RecognisedTable& table, const PageStyle& style);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_RECOGNITION_TEXT_H_
