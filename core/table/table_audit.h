// A table of tickets, judged block by block.
//
// One TableAuditor a thread; what they have in common is a TableProgress, which they use one after the other, in the
// order of the blocks. Their reports add up.
//
// Example: 1,000 blocks read in turn by two threads give the report that one thread gives.
#ifndef SUPPORTCALC_TABLE_TABLE_AUDIT_H_
#define SUPPORTCALC_TABLE_TABLE_AUDIT_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "report/audit_report.h"
#include "table/recognition.h"
#include "table/seen_ids.h"
#include "table/ticket_rows.h"

namespace supportcalc {

// How far a table was read.
struct TableProgress {
  std::size_t row = 0;            // the number of the last
  SeenIds ids;                    // of the rows so far
  const SeenIds* last = nullptr;  // where the last row of an id is the ticket: which one that is
  RepeatedIds repeated = RepeatedIds::First;
};

// Which tickets are wanted; all without anything. Rows whose filing cannot be read are wanted, too: they may be.
struct TableFilter {
  std::optional<local_days> from;  // filed on this day or later, in the policy's zone
  std::optional<local_days> to;    // on this day or before
  // Columns, each with values of which one has to stand there.
  std::vector<std::pair<std::string, std::vector<std::string>>> where;
};

class TableAuditor {
 public:
  using OnTicket = std::function<void(const AuditedTicket&, List<std::string_view> cells)>;

  // All of them must outlive the auditor. `by` are the columns that the report breaks down by.
  //
  // Errors: those of TicketRows; table.column.unknown for one of the filter.
  static Result<std::unique_ptr<TableAuditor>> make(const PolicySet& set, AuditOptions options,
                                                    const TableHeader& header, const Mapping& mapping,
                                                    const std::vector<std::string>& by, const TableFilter& filter);

  // The three steps of a block. The first and the last need nothing from other blocks.
  void parse(std::string block);
  void number(TableProgress& progress);
  // Cells are those of the row, in the table's order.
  void judge(const OnTicket& on_ticket);

  // Of the blocks that it judged.
  AuditReport report() const;
  const Auditor& auditor() const { return auditor_; }

 private:
  struct Row {
    std::size_t number = 0;  // within the block until `number`
    std::size_t cells = 0;   // where they begin in `cells_`
    std::size_t count = 0;
    TableRow::Flaw flaw = TableRow::Flaw::None;
    std::uint64_t id = 0;
    bool has_id = false;
    std::optional<std::size_t> first_row;
  };

  TableAuditor(const PolicySet& set, AuditOptions options, const TableHeader& header,
               const std::vector<std::string>& by, const TableFilter& filter)
      : reader_(header), auditor_(set, std::move(options)), tally_(by), filter_(filter) {}

  bool is_wanted(List<std::string_view> cells) const;
  bool is_wanted(const AuditedTicket& audited) const;

  BlockReader reader_;
  std::unique_ptr<TicketRows> tickets_;
  Auditor auditor_;
  AuditTally tally_;
  const TableFilter& filter_;
  std::vector<std::size_t> where_;  // the columns of the filter
  std::uint64_t repeated_headers_ = 0;
  // Of the block.
  std::string block_;
  std::vector<Row> rows_;
  std::vector<std::string_view> cells_;
  Arena arena_;  // of cells whose quotes were undone
  std::size_t numbered_ = 0;
  TableRow row_;
};

// The levels that a table under a policy may name; of all policies where it names none itself, and a column does.
KnownLevels known_levels(const PolicySet& set, std::string_view policy);

// Sets which instants the table tells.
void set_told(const Mapping& mapping, AuditOptions& options);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_TABLE_AUDIT_H_
