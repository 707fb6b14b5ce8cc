#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/concat.h"
#include "render/text_width.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr std::size_t kHelpColumn = 28;     // of what a flag does
constexpr std::size_t kSummaryColumn = 14;  // of what a command does
constexpr const char* kOperands = "operands";

constexpr const char* kAbout =
    "supportcalc reads a vendor's support policy as data and says how severe a ticket is, when the vendor must\n"
    "answer, and what to do if they do not.";

constexpr const char* kFooter =
    "\n"
    "Exit codes: 0 done, 1 the input is wrong, 2 the command line is wrong.\n"
    "\n"
    "For example, what there is, and when ZITADEL must answer:\n"
    "  supportcalc list\n"
    "  supportcalc evaluate --policy zitadel --plan enterprise-cloud --severity severity-1";

std::string joined(const std::vector<std::string>& lines) { return CLI::detail::join(lines, "\n"); }

const Command* find_command(Commands commands, std::string_view name) {
  return *std::find_if(commands.begin(), commands.end(), [name](const Command* each) { return each->name == name; });
}

// CLI11 puts the description before the usage, names types and counts in a notation of its own, and wraps nothing.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Commands commands) : commands_(commands) { column_width(kHelpColumn); }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    return make_usage(app, std::move(name)) + "\n" + app->get_description() + "\n" + make_subcommands(app, mode) +
           make_groups(app, mode) + make_footer(app);
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    const CLI::Option* operands = app->get_option_no_throw(kOperands);
    const std::string more = app->get_parent() == nullptr ? " COMMAND"
                             : operands == nullptr        ? ""
                                                          : " " + operands->get_option_text();
    return "Usage: " + name + more + " [FLAGS]\n";
  }

  std::string make_subcommand(const CLI::App* command) const override {
    const auto summary = find_command(commands_, command->get_name())->summary;
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_name(), std::string(summary), kSummaryColumn);
    return out.str();
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const auto type = option->get_type_size() == 0 ? "" : option->get_type_name();
    return type.empty() ? "" : " " + type;
  }

 private:
  Commands commands_;
};

std::string version_text() {
  return "supportcalc " SUPPORTCALC_VERSION " (time zones of tzdata " + std::string(zone_release()) + ")";
}

bool is_flag(const std::string& word) { return word.starts_with("--"); }

void add_flag(CLI::App& app, const Flag& flag) {
  const std::string name = "--" + std::string(flag.name);
  const auto lines =
      wrap(std::string(flag.help) + (flag.repeats ? " (may be repeated)" : ""), kTextColumns - kHelpColumn);
  if (flag.value.empty()) {
    app.add_flag(name)->description(joined(lines))->disable_flag_override();
    return;
  }
  auto* option = app.add_option(name)->description(joined(lines))->type_name(std::string(flag.value));
  option->expected(1)->take_all();
  // CLI11 would take the flag that follows for the value.
  option->check([](const std::string& value) { return std::string(is_flag(value) ? "a flag" : ""); }, "");
}

void add_command(CLI::App& app, const Command& command) {
  auto* added = app.add_subcommand(std::string(command.name), std::string(command.about))->group("Commands");
  for (const auto& flag : command.flags) {
    add_flag(*added, flag);
  }
  if (command.most_operands > 0) {
    added->add_option(kOperands)
        ->option_text(std::string(command.operands))
        ->expected(static_cast<int>(command.most_operands))  // takes no more; too few are noticed below
        ->take_all();
  }
  added->set_help_flag("-h,--help", "show this help");
  added->footer("\nExamples:\n" + std::string(command.examples.substr(0, command.examples.rfind('\n'))));
}

std::string unknown_flag(const std::string& word, const Command& command) {
  const std::string name = word.substr(0, word.find('='));
  if (!is_flag(name)) {
    return "There is no flag " + name + ". Flags begin with two dashes.";
  }
  std::vector<std::string_view> names{"help"};
  for (const auto& flag : command.flags) {
    names.push_back(flag.name);
  }
  const auto near = nearest(std::string_view(name).substr(2), names);
  return "There is no flag " + name + "." + (near.empty() ? "" : " Did you mean --" + std::string(near) + "?");
}

std::string unknown_command(const std::string& word, Commands commands) {
  if (word.starts_with('-')) {
    return "The command comes first, flags after it; \"" + word + "\" is no command.";
  }
  std::vector<std::string_view> names;
  for (const auto* command : commands) {
    names.push_back(command->name);
  }
  const auto near = nearest(word, names);
  return "There is no command \"" + word + "\"." + (near.empty() ? "" : " Did you mean \"" + std::string(near) + "\"?");
}

// What is wrong with a flag that CLI11 knows: a value is missing, one too many, or there twice.
std::string flag_problem(const Command& command, const CLI::App& parsed, const std::vector<std::string>& words,
                         bool mismatch) {
  for (const auto& flag : command.flags) {
    const std::string name = "--" + std::string(flag.name);
    const auto& given = parsed.get_option(name)->results();
    const auto starts = [&name](const std::string& text) { return text.starts_with(name + "="); };
    if (flag.value.empty()) {
      if (mismatch && std::any_of(words.begin(), words.end(), starts)) {
        return name + " takes no value.";
      }
    } else if ((mismatch && words.back() == name) || std::any_of(given.begin(), given.end(), is_flag)) {
      return concat({name, " needs a value: ", name, " ", flag.value, "."});
    } else if (!flag.repeats && given.size() > 1) {
      return name + " is given twice. Keep one of them.";
    }
  }
  return "";
}

// CLI11 takes the next word for the value of "--name=", which is empty.
std::vector<std::string> with_empty_values_apart(const std::vector<std::string>& words) {
  std::vector<std::string> result;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--") {
      result.insert(result.end(), word, words.end());
      break;
    }
    const bool empty = is_flag(*word) && word->find('=') == word->size() - 1;
    result.push_back(empty ? word->substr(0, word->size() - 1) : *word);
    if (empty) {
      result.emplace_back();
    }
  }
  return result;
}

class Reader {
 public:
  explicit Reader(Commands commands) : commands_(commands), app_(kAbout, "supportcalc") {
    app_.formatter(std::make_shared<HelpFormatter>(commands));
    app_.option_defaults()->group("Flags");
    app_.require_subcommand(1);
    for (const auto* command : commands) {
      add_command(app_, *command);
    }
    app_.set_help_flag("-h,--help", "show this help; after a command, its flags with examples");
    app_.set_version_flag("--version", version_text(), "print the release, and that of the time zones");
    app_.footer(kFooter);
  }

  CommandLine read(std::vector<std::string> words) {
    CommandLine line;
    std::string problem;
    bool mismatch = false;  // of a flag and its value
    auto reversed = with_empty_values_apart(words);
    std::reverse(reversed.begin(), reversed.end());
    // The only place of the command where anything throws.
    try {
      app_.parse(reversed);
    } catch (const CLI::CallForHelp&) {
      line.text = app_.help();
    } catch (const CLI::CallForVersion& version) {
      line.text = std::string(version.what()) + "\n";
    } catch (const CLI::ArgumentMismatch& error) {
      mismatch = true;
      problem = error.what();
    } catch (const CLI::ParseError& error) {
      problem = error.what();
    }
    const auto named = app_.get_subcommands();
    if (!named.empty()) {
      line.command = find_command(commands_, named.front()->get_name());
    }
    if (line.command == nullptr) {
      const auto unknown = app_.remaining();
      line.problem = unknown.empty() ? problem : unknown_command(unknown.front(), commands_);
    } else if (line.text.empty() && words.front() != line.command->name) {
      line.problem = unknown_command(words.front(), commands_);
    } else if (line.text.empty()) {
      line.problem = flag_problem(*line.command, *named.front(), words, mismatch);
      line.problem = line.problem.empty() ? operand_problem(*line.command, *named.front(), words) : line.problem;
      line.problem = line.problem.empty() ? problem : line.problem;
      line.arguments = arguments_of(*line.command, *named.front());
    }
    if (!line.problem.empty()) {
      line.text.clear();
    }
    return line;
  }

 private:
  // What is wrong with words that no flag takes.
  static std::string operand_problem(const Command& command, const CLI::App& parsed,
                                     const std::vector<std::string>& words) {
    // What stands behind "--" goes up to the application where the command takes no more.
    auto left = parsed.remaining();
    const auto more = parsed.get_parent()->remaining();
    left.insert(left.end(), more.begin(), more.end());
    left.erase(std::remove(left.begin(), left.end(), "--"), left.end());
    if (!left.empty()) {
      const std::string& word = left.front();
      const auto mark = std::find(words.begin(), words.end(), "--");
      const bool operand = !word.starts_with("-") || std::find(mark, words.end(), word) != words.end();
      return operand ? "\"" + word + "\" is one word too many." : unknown_flag(word, command);
    }
    const auto* operands = parsed.get_option_no_throw(kOperands);
    if (operands != nullptr && operands->count() < command.least_operands) {
      return std::string(command.operands) + " is missing.";
    }
    return "";
  }

  static Arguments arguments_of(const Command& command, const CLI::App& parsed) {
    std::vector<std::pair<std::string_view, std::vector<std::string>>> flags;
    for (const auto& flag : command.flags) {
      const auto* option = parsed.get_option("--" + std::string(flag.name));
      if (option->count() > 0) {
        flags.emplace_back(flag.name, option->results());
      }
    }
    const auto* operands = parsed.get_option_no_throw(kOperands);
    return {std::move(flags), operands == nullptr ? std::vector<std::string>() : operands->results()};
  }

  Commands commands_;
  CLI::App app_;
};

}  // namespace

CommandLine read_command_line(Commands commands, std::vector<std::string> words) {
  // "help evaluate" is "evaluate --help".
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  return Reader(commands).read(std::move(words));
}

}  // namespace supportcalc
