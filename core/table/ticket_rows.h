// Rows of a table into tickets, by a mapping.
#ifndef SUPPORTCALC_TABLE_TICKET_ROWS_H_
#define SUPPORTCALC_TABLE_TICKET_ROWS_H_

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "report/audit_ticket.h"
#include "table/mapping.h"
#include "table/table_text.h"
#include "zone/zone.h"

namespace supportcalc {

// A zone that remembers the span it looked at last: most times of a table lie near each other.
class ZoneMemory {
 public:
  explicit ZoneMemory(Zone zone) : zone_(zone), span_{sys_seconds::max(), sys_seconds::max(), seconds{0}} {}

  // The instant of a wall time; a span with a reason where the clocks showed it twice, or never.
  TicketMoment resolve(local_seconds wall);
  // The whole of a day.
  TicketMoment resolve(local_days day);

 private:
  Zone zone_;
  ZoneSpan span_;
};

class TicketRows {
 public:
  // `header` and `mapping` must outlive it, as must what `by` names. `by` are further columns that tickets carry.
  //
  // Errors: table.column.unknown, zone.unknown.
  static Result<std::unique_ptr<TicketRows>> make(const TableHeader& header, const Mapping& mapping,
                                                  const std::vector<std::string>& by);

  // The ticket of a row; valid until the next row, and as long as the row is.
  //
  // Errors, of the ticket: csv.cell_count, csv.quote_unclosed, value.too_long, json.syntax; table.time.unreadable,
  // table.time.no_zone, table.duration.unreadable, instant.out_of_range. Their texts are those of the file.
  AuditTicket& read(const TableRow& row);

  // Whether a row repeats the header, as in exports put one behind the other.
  bool is_header(const TableRow& row) const;

  const DateEvidence& evidence() const { return evidence_; }
  // Where a role's column is; nothing where it has none.
  std::optional<std::size_t> column(Role role) const { return columns_[static_cast<std::size_t>(role)]; }

 private:
  TicketRows(const TableHeader& header, const Mapping& mapping) : header_(header), mapping_(mapping) {}

  std::string_view cell(const TableRow& row, Role role) const;
  bool is_no_value(std::string_view text) const;
  std::optional<TicketMoment> moment(const TableRow& row, Role role);
  std::string_view level(std::string_view text);

  const TableHeader& header_;
  const Mapping& mapping_;
  Mapping::ByRole<std::optional<std::size_t>> columns_;
  Mapping::ByRole<std::optional<ZoneMemory>> zones_;
  std::optional<std::size_t> after_;
  std::vector<std::size_t> by_;
  std::unordered_map<std::string, std::string_view> levels_;  // by the words of the table
  DateEvidence evidence_;
  AuditTicket ticket_;
  std::string word_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_TICKET_ROWS_H_
