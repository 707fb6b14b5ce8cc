// The supportcalc command: finds the command that is asked for and runs it.
#include <array>
#include <csignal>

#include "cli/commands.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

// In the order of the help.
constexpr std::array kCommands = {
    &kEvaluateCommand, &kBatchCommand,    &kCompareCommand, &kAuditCommand, &kListCommand,
    &kShowCommand,     &kValidateCommand, &kNewCommand,     &kDiffCommand,  &kHolesCommand,
};

std::string version_text() {
  return "supportcalc " SUPPORTCALC_VERSION " (time zones of tzdata " + std::string(zone_release()) + ")";
}

std::string overview() {
  std::string text =
      "supportcalc reads a vendor's support policy as data and says how severe a ticket is, when the vendor "
      "must\n"
      "answer, and what to do if they do not.\n"
      "\n"
      "Usage: supportcalc COMMAND [FLAGS]\n"
      "\n"
      "Commands:\n";
  for (const auto* command : kCommands) {
    std::string name = "  " + std::string(command->name);
    name.resize(12, ' ');
    text += name + std::string(command->summary) + "\n";
  }
  text +=
      "\n"
      "  --version prints the release, and that of the time zones\n"
      "  COMMAND --help shows the flags of a command, with examples\n"
      "\n"
      "Exit codes: 0 done, 1 the input is wrong, 2 the command line is wrong.\n"
      "\n"
      "For example, what there is, and when ZITADEL must answer:\n"
      "  supportcalc list\n"
      "  supportcalc evaluate --policy zitadel --plan enterprise-cloud --severity severity-1\n";
  return text;
}

int run_command(const Command& command, std::span<const std::string> words, Console& console) {
  const auto parsed = parse_arguments(command, words);
  if (!parsed.problem.empty()) {
    return usage_problem(console, command.name, parsed.problem);
  }
  if (parsed.arguments.has(kHelpFlag.name)) {
    console.out.write(help_text(command));
    return kDone;
  }
  return command.run(parsed.arguments, console);
}

int dispatch(std::span<const std::string> words, Console& console) {
  if (words.empty()) {
    console.err.write(overview());
    return kUsageWrong;
  }
  const std::string& name = words.front();
  std::vector<std::string_view> names;
  for (const auto* command : kCommands) {
    if (command->name == name) {
      return run_command(*command, words.subspan(1), console);
    }
    names.push_back(command->name);
  }
  if (name == "--version") {
    console.out.line(version_text());
    return kDone;
  }
  if (name == "--help" || name == "-h" || name == "help") {
    console.out.write(overview());
    return kDone;
  }
  if (name.starts_with("-")) {
    return usage_problem(console, "", "The command comes first, flags after it; \"" + name + "\" is no command.");
  }
  const auto near = nearest(name, names);
  return usage_problem(
      console, "",
      "There is no command \"" + name + "\"." + (near.empty() ? "" : " Did you mean \"" + std::string(near) + "\"?"));
}

int run(std::span<const std::string> words) {
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
