// What a command of supportcalc is: a name, flags, help and a function.
//
// The rows of main.cpp are the one source of flags: reading a command line, help, completion and docs/cli.md follow
// from them. To add a command: write a file that defines a Command, and give it a row in main.cpp.
#ifndef SUPPORTCALC_CLI_COMMAND_H_
#define SUPPORTCALC_CLI_COMMAND_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/console.h"

namespace supportcalc {

struct Flag {
  std::string_view name;   // without the dashes
  std::string_view value;  // how the value is called in the help; "" for a flag without one
  std::string_view help;
  bool repeats = false;
};

// Flags that several commands take.
inline constexpr Flag kJsonFlag{"json", "", "print JSON instead of text"};
inline constexpr Flag kLanguageFlag{"lang", "LANG", "code of the language of the text (default: en)"};
inline constexpr Flag kPoliciesFlag{
    "policies", "DIR", "use the policies and calendars in DIR and below, beside those that are built in", true};
inline constexpr Flag kRequestFlag{"request", "FILE", "take the request from a JSON file instead; - is standard input"};

// The flags and operands of a command line, as they were written.
class Arguments {
 public:
  Arguments() = default;
  // `flags` holds those that were given, each with its values in order; "" for a flag that takes none.
  Arguments(std::vector<std::pair<std::string_view, std::vector<std::string>>> flags, std::vector<std::string> operands)
      : flags_(std::move(flags)), operands_(std::move(operands)) {}

  bool has(std::string_view flag) const { return !values(flag).empty(); }
  // The value given last, "" when the flag was not given.
  std::string_view value(std::string_view flag) const;
  // In the order they were given; valid as long as this.
  std::span<const std::string> values(std::string_view flag) const;
  const std::vector<std::string>& operands() const { return operands_; }

 private:
  std::vector<std::pair<std::string_view, std::vector<std::string>>> flags_;
  std::vector<std::string> operands_;
};

struct Command {
  std::string_view name;
  std::string_view operands;  // as the usage line shows them: "[FILE]"
  std::size_t least_operands;
  std::size_t most_operands;
  std::string_view summary;  // one line
  std::string_view about;    // paragraphs
  std::span<const Flag> flags;
  std::string_view examples;
  int (*run)(const Arguments& arguments, Console& console);
};

// The name most like `word`, "" when none is. What a name begins with is near to it, however much is missing.
//
// Example: nearest("evalaute", {"evaluate", "list"}) == "evaluate".
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names);

// Splits "key=value"; nothing when there is no "=" or no key.
std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text);

// Says on standard error what is wrong with the command line, and returns the exit code for that.
int usage_problem(Console& console, std::string_view command, std::string_view message);

// The language of --lang; complains and gives nothing when it is not one of ours.
std::optional<std::string> language_of(const Arguments& arguments, std::string_view command, Console& console);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_COMMAND_H_
