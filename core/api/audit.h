// An audit as text in and text out: pieces of a table, then what became of the tickets in them.
#ifndef SUPPORTCALC_API_AUDIT_H_
#define SUPPORTCALC_API_AUDIT_H_

#include <memory>
#include <string>
#include <string_view>

#include "api/api.h"
#include "report/audit.h"

namespace supportcalc {

// The columns of the table that `append_audit_row` writes, with a line break.
std::string_view audit_columns();

// A ticket as a row of CSV, with a line break. A cell that a spreadsheet would take for a formula, because it begins
// with
// =, +, -, @ or a control character, gets an apostrophe in front.
void append_audit_row(const AuditedTicket& ticket, std::string& csv);

// The counts, the promises and the credits of an audit, as JSON (docs/api.md).
std::string audit_summary_json(const Auditor& auditor);

// Takes a table in pieces, as a page reads a file, and answers each with JSON (docs/api.md).
class AuditSession {
 public:
  // `options` is JSON; `calculator` must outlive the session.
  AuditSession(const Calculator& calculator, std::string_view options);

  // Problems of the options or of the header give {"ok": false, ...}, at every call.
  std::string begin() const;
  std::string add(std::string_view piece);
  std::string end();

 private:
  std::string answer();

  Diagnostics problems_;
  bool wants_csv_ = false;
  std::string rows_;  // of JSON, of tickets that were not met
  std::string csv_;
  std::unique_ptr<Auditor> auditor_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_AUDIT_H_
