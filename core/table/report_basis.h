// What the figures of an audit rest on, beside what each promise says.
#ifndef SUPPORTCALC_TABLE_REPORT_BASIS_H_
#define SUPPORTCALC_TABLE_REPORT_BASIS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "table/mapping.h"

namespace supportcalc {

struct ReportBasis {
  Mapping mapping;  // with policy, plan, options and assumptions
  std::optional<sys_seconds> now;
  std::vector<std::pair<std::string, std::string>> filters;  // "from", "to" and names of columns, with what was wanted
  bool complete = true;                                      // the whole table was read
  std::size_t parts = 1;  // reports that were added up; the rows of several are each counted in its own table
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_REPORT_BASIS_H_
