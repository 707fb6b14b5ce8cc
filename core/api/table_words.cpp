#include "api/table_words.h"

#include "base/codes.h"

namespace supportcalc {

DiagnosticWords table_words(Code code) {
  switch (code) {
    case Code::CsvQuoteUnclosed:
      return {"A quoted cell never ends.", "Close it with a quote; write a quote in a cell as two."};
    case Code::CsvCellCount:
      return {"The row has another number of cells than the header: {cells} instead of {expected}.",
              "Put cells that hold a comma or a line break into quotes."};
    case Code::TableWorkbook:
      return {"This is an Excel workbook or another packed file, no text.", "Save it as CSV (UTF-8)."};
    case Code::TableNotText:
      return {"This file is no text.", "Export the tickets as CSV, JSON or JSON Lines."};
    case Code::TableEmpty:
      return {"There is no table in it: it is empty.", "Give a table with a header and a row for each ticket."};
    case Code::TableOneColumn:
      return {"It has one column only, and begins with \"{line}\".",
              "Say with --delimiter what parts the columns, and with --encoding how it is written."};
    case Code::TableColumnMissing:
      return {"No column is known to be \"{column}\".",
              "Name it with --column {column}=\"...\". The columns are: {columns}."};
    case Code::TableColumnUnknown:
      return {"There is no column \"{name}\".", "The columns are: {columns}."};
    case Code::TableDateOrderUnclear:
      return {
          "Day and month cannot be told apart in \"{column}\": {day_first} dates can only be read day first, "
          "{month_first} "
          "only month first, {either} both ways, such as {example}.",
          "Say it with --date-order dmy or mdy."};
    case Code::TableTimeUnreadable:
      return {"\"{text}\" is no date or time that can be read here.",
              "Where it stands for no value, say --no-value \"{text}\"; where day and month are another way round, "
              "--date-order."};
    case Code::TableTimeNoZone:
      return {"\"{text}\" does not say in which time zone.", "Say it with --zone, such as --zone Europe/Berlin."};
    case Code::TableDurationUnreadable:
      return {"\"{text}\" is no length of time.", "Write a number or hours:minutes:seconds."};
    case Code::TableSeverityMissing:
      return {"The row has no level, and the policy states none for such tickets.",
              "Say what an empty cell stands for: --map severity=\"=LEVEL\"."};
    default:
      return {};
  }
}

Explanation explain_table(const Diagnostic& diagnostic) {
  const DiagnosticWords words = table_words(diagnostic.code);
  return words.message.empty() ? explain(diagnostic) : filled(words, diagnostic.parameters);
}

}  // namespace supportcalc
