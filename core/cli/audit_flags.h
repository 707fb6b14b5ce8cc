// The flags of `audit`: what they say of the table, and what is wanted.
#ifndef SUPPORTCALC_CLI_AUDIT_FLAGS_H_
#define SUPPORTCALC_CLI_AUDIT_FLAGS_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "table/report_basis.h"
#include "table/table_audit.h"

namespace supportcalc {

extern const std::span<const Flag> kAuditFlags;

struct AuditWishes {
  ReportBasis basis;            // the mapping as far as it was said
  std::vector<std::string> by;  // columns to break down by
  TableFilter filter;
  std::string against;  // a plan to compare with
  std::string out;
  std::string save_mapping;
  std::string language;
  std::size_t jobs = 1;
  bool explain = false;
  bool json = false;
  bool mergeable = false;
  bool merge = false;
  bool for_excel = false;
};

// The wishes of a command line; nothing, after a complaint, when a flag is wrong. A mapping file comes first, flags are
// laid over it.
std::optional<AuditWishes> audit_wishes(const Arguments& arguments, Console& console);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_AUDIT_FLAGS_H_
