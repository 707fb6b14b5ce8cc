// Every command there is; main.cpp lists them.
#ifndef SUPPORTCALC_CLI_COMMANDS_H_
#define SUPPORTCALC_CLI_COMMANDS_H_

#include "cli/command.h"

namespace supportcalc {

extern const Command kEvaluateCommand;
extern const Command kBatchCommand;
extern const Command kListCommand;
extern const Command kShowCommand;
extern const Command kCalendarCommand;
extern const Command kValidateCommand;
extern const Command kDiffCommand;
extern const Command kCompareCommand;
extern const Command kAuditCommand;
extern const Command kNewCommand;
extern const Command kHolesCommand;
extern const Command kCompletionCommand;

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_COMMANDS_H_
