// The supportcalc command: finds the command that is asked for and runs it.
#include <array>
#include <csignal>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/complete.h"

namespace supportcalc {
namespace {

// In the order of the help.
constexpr std::array kCommands = {
    &kEvaluateCommand, &kBatchCommand, &kCompareCommand, &kAuditCommand, &kListCommand,     &kShowCommand,
    &kValidateCommand, &kNewCommand,   &kDiffCommand,    &kHolesCommand, &kCalendarCommand, &kCompletionCommand,
};

int dispatch(const std::vector<std::string>& words, Console& console) {
  if (words.empty()) {
    console.err.write(read_command_line(kCommands, {"--help"}).text);
    return kUsageWrong;
  }
  if (words.front() == kCompleteWord) {
    complete(kCommands, {words.begin() + 1, words.end()}, console);
    return kDone;
  }
  const auto line = read_command_line(kCommands, words);
  if (!line.problem.empty()) {
    return usage_problem(console, line.command == nullptr ? "" : line.command->name, line.problem);
  }
  if (!line.text.empty()) {
    console.out.write(line.text);
    return kDone;
  }
  return line.command->run(line.arguments, console);
}

int run(const std::vector<std::string>& words) {
  // A reader that goes away, such as head, is noticed by the error of writing to it.
  std::signal(SIGPIPE, SIG_IGN);
  Console console{Output(1), Output(2)};
  const int code = dispatch(words, console);
  console.out.flush();
  if (console.out.failed() && !console.out.closed_by_reader()) {
    console.complain("Standard output cannot be written to: " + console.out.reason() + ".");
    return kInputWrong;
  }
  return code;
}

}  // namespace
}  // namespace supportcalc

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  return supportcalc::run(arguments);
}
