// An audit as text in and text out: pieces of a table, then what became of the tickets in them.
#ifndef SUPPORTCALC_API_AUDIT_H_
#define SUPPORTCALC_API_AUDIT_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "table/recognition.h"
#include "table/table_audit.h"

namespace supportcalc {

// What a mapping and the clock give an auditor.
AuditOptions audit_options(const Mapping& mapping, std::optional<sys_seconds> now);

// Why a text is no table, for what `TableText` found and what its first bytes are; nothing for a table. `has_mapping`
// says that columns are named, so that a table of one column is no surprise.
std::optional<Diagnostic> table_problem(const TableText& text, std::string_view head);

// A table with a row for each ticket: what was found, then the cells that the row has itself.
class AuditTable {
 public:
  // `header` must outlive it. `separator` parts the cells; with `kept`, those of the input are kept.
  AuditTable(const TableHeader& header, char separator, bool kept);

  // With a line break, as all that follow.
  std::string head() const;
  // A cell that a spreadsheet would take for a formula, because it begins with =, +, -, @ or a control character, gets
  // an apostrophe in front.
  void append(const AuditedTicket& ticket, List<std::string_view> cells, std::string& to) const;

 private:
  void cell(std::string_view text, std::string& to) const;

  const TableHeader& header_;
  char separator_;
  bool kept_;
};

// What was recognised of a table, as JSON: "columns" with what each holds, the mapping so far, what is missing.
std::string recognition_json(const TableHeader& header, const TableScan& scan, const Recognition& recognition);

// Looks at a whole table in pieces, as a page reads a file, before it is judged.
class TableScanSession {
 public:
  // `options` is JSON, that of AuditSession; `calculator` must outlive the session.
  TableScanSession(const Calculator& calculator, std::string_view options);

  std::string begin() const;
  void add(std::string_view piece);
  // What was recognised, with a mapping that AuditSession takes; {"ok": false, ...} for a text that is no table.
  std::string end();

 private:
  void scan();

  const PolicySet& set_;
  Diagnostics problems_;
  Mapping mapping_;
  std::string head_;
  TableText text_;
  std::unique_ptr<BlockReader> reader_;
  std::unique_ptr<TableScan> scan_;
  std::size_t row_ = 0;
};

// Takes a table in pieces, as a page reads a file, and answers each with JSON (docs/api.md). What the mapping leaves
// open is recognised from the first rows.
class AuditSession {
 public:
  // `options` is JSON; `calculator` must outlive the session.
  AuditSession(const Calculator& calculator, std::string_view options);

  // Problems of the options or of the header give {"ok": false, ...}, at every call.
  std::string begin() const;
  std::string add(std::string_view piece);
  std::string end();

 private:
  void judge(bool at_end);
  bool prepare();
  std::string answer();

  const PolicySet& set_;
  Diagnostics problems_;
  Mapping mapping_;
  std::optional<sys_seconds> now_;
  std::vector<std::string> by_;
  TableFilter filter_;
  bool wants_csv_ = false;
  std::string head_;
  std::size_t seen_ = 0;  // bytes
  TableText text_;
  std::unique_ptr<TableAuditor> auditor_;
  std::optional<AuditTable> table_;
  TableProgress progress_;
  std::string rows_;  // of JSON, of tickets that were not met
  std::string csv_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_AUDIT_H_
