// The report of an audit as JSON (policies/schema/report.schema.json), and back.
#ifndef SUPPORTCALC_API_AUDIT_REPORT_JSON_H_
#define SUPPORTCALC_API_AUDIT_REPORT_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "report/audit_report.h"
#include "table/report_basis.h"

namespace supportcalc {

// With `mergeable`, everything that adds up is in "parts", so that `read_report` gives the same report.
std::string audit_report_json(const AuditReport& report, const ReportBasis& basis, bool mergeable = false);

// The counts, the promises and the credits of an audit, for the page (docs/api.md).
std::string audit_summary_json(const AuditReport& report);

// A report that was written to be merged.
struct ReadReport {
  AuditReport report;
  ReportBasis basis;
};

// Errors: json.*, value.missing ("parts") for a report that was not written to be merged.
Result<ReadReport> read_report(std::string_view text);

// The first key of two bases in which they differ: "now"; "" when they are the same.
std::string differing_key(const ReportBasis& one, const ReportBasis& other);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_AUDIT_REPORT_JSON_H_
