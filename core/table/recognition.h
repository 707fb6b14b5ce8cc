// What the columns of a table hold: by their names, by what is in them, by what the mapping says.
//
// Only what is sure is taken; the rest is offered to a person, with what would settle it.
#ifndef SUPPORTCALC_TABLE_RECOGNITION_H_
#define SUPPORTCALC_TABLE_RECOGNITION_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/column_names.h"
#include "table/mapping.h"
#include "table/seen_ids.h"
#include "table/table_text.h"

namespace supportcalc {

// What was seen in a column.
struct ColumnFacts {
  std::size_t filled = 0;   // cells with something in them
  DateEvidence dates;       // of all of them, where the column may hold instants; else of the first rows
  std::size_t offsets = 0;  // dates that say their offset from UTC
  std::size_t without_time = 0;
  std::string either;  // the first date that can be read both ways
  // What is no date in a column of dates, and how often; the commonest ways of saying nothing among them.
  std::map<std::string, std::size_t> no_dates;
  // The different values, of a column that has few; each with the number of cells.
  std::map<std::string, std::size_t> values;
  bool has_many_values = false;

  std::size_t read() const { return dates.either + dates.settled() + dates.plain; }
};

// Looks at a whole table once, before it is read.
class TableScan {
 public:
  // `header` and `mapping` must outlive the scan. Columns that the mapping names are looked at in every row. With
  // `knows_ids`, which rows an id is in last is known afterwards.
  TableScan(const TableHeader& header, const Mapping& mapping, bool knows_ids);

  void add(const TableRow& row);

  // Whether it was settled which columns are looked at; from then on parts of a table may be looked at apart.
  bool has_chosen() const { return has_chosen_; }
  // A scan of another part of the same table, that looks at the same columns.
  TableScan part() const;
  // Adds what a scan of another part saw; not what it knows of ids.
  void add(const TableScan& part);

  const std::vector<ColumnFacts>& columns() const { return facts_; }
  std::size_t rows() const { return rows_; }
  // Rows whose id was in an earlier row.
  std::size_t repeated_ids() const { return repeated_ids_; }
  // The last row of each id, where it is wanted.
  const SeenIds& ids() const { return ids_; }

 private:
  void choose_columns();
  void look_at_date(ColumnFacts& facts, std::string_view cell) const;

  const TableHeader& header_;
  const Mapping& mapping_;
  std::vector<ColumnFacts> facts_;
  std::vector<bool> is_date_;   // every row is looked at
  std::vector<bool> is_words_;  // likewise
  std::optional<std::size_t> id_;
  bool has_chosen_ = false;
  std::size_t rows_ = 0;
  std::size_t repeated_ids_ = 0;
  SeenIds ids_;
};

// How a role came by its column.
struct RoleFinding {
  enum class By : std::uint8_t { Nothing, Mapping, Name, Content };
  By by = By::Nothing;
  std::optional<std::size_t> column;
  std::vector<std::size_t> offered;  // may be meant
};

struct Recognition {
  Mapping mapping;  // completed
  Mapping::ByRole<RoleFinding> roles;
  std::vector<std::size_t> durations;  // columns that may say how long the answer took
  std::vector<std::string> words;      // of the column of levels, that stand for none that is known
  bool needs_zone = false;             // there are times without an offset, and no zone
  std::vector<std::string> marks;      // that may stand for no value in columns of dates
  Diagnostics problems;                // why the table cannot be judged yet
};

// What is known of the levels that a table may name, from policy and plan.
struct KnownLevels {
  bool has_levels = true;
  std::function<bool(std::string_view)> is_level;  // by id, label or another name
  bool has_default = false;
};

// Completes `mapping` from what was seen. Policy and plan are columns only where the mapping does not give them. The
// order of day and month is what every date that tells it says; a few dates that do not, among more that need no order,
// stay unread.
//
// Errors: table.column.missing, table.column.unknown, id.duplicate, table.date_order.unclear.
Recognition recognise(const TableHeader& header, const TableScan& scan, const Mapping& mapping,
                      const KnownLevels& levels);

// Whether a mapping leaves nothing to be recognised from the rows, so that they may be judged as they come.
bool is_complete(const Mapping& mapping);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_RECOGNITION_H_
