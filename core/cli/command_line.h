// Reads a command line and writes its help, by CLI11 and the table of commands.
//
// Flags are `--name value` or `--name=value`, operands stand between them, `--` before operands that begin with a dash;
// `-` alone is an operand. No value begins with two dashes. A flag that does not repeat is given once.
#ifndef SUPPORTCALC_CLI_COMMAND_LINE_H_
#define SUPPORTCALC_CLI_COMMAND_LINE_H_

#include <span>
#include <string>
#include <vector>

#include "cli/command.h"

namespace supportcalc {

using Commands = std::span<const Command* const>;

// What a command line asks for. At most one of `text` and `problem` says something; when neither does, `command` is to
// be run with `arguments`.
struct CommandLine {
  const Command* command = nullptr;  // the one that is named; null when none is
  Arguments arguments;
  std::string text;     // help or version, for standard output
  std::string problem;  // what is wrong, as a sentence or two
};

// Never throws, whatever the words.
//
// Example: {"list", "--lang=de"} gives the command `list`, whose arguments have "de" for "lang";
// {"list", "--long", "de"} the problem `There is no flag --long. Did you mean --lang?`.
CommandLine read_command_line(Commands commands, std::vector<std::string> words);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_COMMAND_LINE_H_
