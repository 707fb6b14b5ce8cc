// Judges a whole table, in one or several threads.
#ifndef SUPPORTCALC_CLI_AUDIT_RUN_H_
#define SUPPORTCALC_CLI_AUDIT_RUN_H_

#include <memory>
#include <string>

#include "cli/audit_flags.h"
#include "cli/console.h"
#include "cli/table_source.h"
#include "policy/policy_set.h"

namespace supportcalc {

// What a table came to. `problems` say why it could not be judged.
struct AuditRun {
  AuditReport report;
  Diagnostics problems;
  bool interrupted = false;
};

// Reads the source from where it is. `last` knows the last row of each id, where that is the ticket. With `out`, a row
// for each ticket goes there, in the order of the table.
//
// The report does not depend on the number of threads.
AuditRun run_audit(const PolicySet& set, const AuditWishes& wishes, const SeenIds* last, TableSource& source,
                   Output* out, Console& console);

// Looks at the whole table, in so many threads; with `knows_ids` in one. Nothing for a text that is no table, with
// problems.
struct ScannedTable {
  std::unique_ptr<TableHeader> header;
  std::unique_ptr<TableScan> scan;
  Diagnostics problems;
};
ScannedTable scan_table(const Mapping& mapping, bool knows_ids, std::size_t jobs, TableSource& source);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_AUDIT_RUN_H_
