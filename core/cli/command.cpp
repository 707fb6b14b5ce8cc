#include "cli/command.h"

#include <algorithm>
#include <numeric>

#include "render/catalogue.h"
#include "render/text_width.h"

namespace supportcalc {
namespace {

// How many letters have to be added, taken away, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    before_last = last;
    last = row;
  }
  return last.back();
}

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kHelpColumn = 28;

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  if (word.size() > kLongestWord) {
    return best;
  }
  for (const auto name : names) {
    // What a name begins with is near to it, however much is missing.
    const std::size_t distance = word.size() >= 3 && name.starts_with(word) ? 1 : edit_distance(word, name);
    if (distance < best_distance && distance < name.size()) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

bool Arguments::has(std::string_view flag) const {
  return std::any_of(flags_.begin(), flags_.end(), [flag](const auto& each) { return each.first == flag; });
}

std::string_view Arguments::value(std::string_view flag) const {
  std::string_view result;
  for (const auto& [name, value] : flags_) {
    if (name == flag) {
      result = value;
    }
  }
  return result;
}

std::vector<std::string_view> Arguments::values(std::string_view flag) const {
  std::vector<std::string_view> result;
  for (const auto& [name, value] : flags_) {
    if (name == flag) {
      result.emplace_back(value);
    }
  }
  return result;
}

struct ArgumentParser {
  const Command& command;
  std::span<const std::string> words;
  ParsedArguments parsed{};

  const Flag* find(std::string_view name) const {
    if (name == kHelpFlag.name) {
      return &kHelpFlag;
    }
    const auto found = std::find_if(command.flags.begin(), command.flags.end(),
                                    [name](const Flag& flag) { return flag.name == name; });
    return found == command.flags.end() ? nullptr : &*found;
  }

  std::string unknown(std::string_view name) const {
    std::vector<std::string_view> names{kHelpFlag.name};
    for (const auto& flag : command.flags) {
      names.push_back(flag.name);
    }
    std::string message = "There is no flag --" + std::string(name) + ".";
    if (const auto near = nearest(name, names); !near.empty()) {
      message += " Did you mean --" + std::string(near) + "?";
    }
    return message;
  }

  // Takes the flag at `index` and its value; gives the index of the word after them.
  std::size_t take_flag(std::size_t index) {
    std::string_view name = std::string_view(words[index]).substr(2);
    const auto equals = name.find('=');
    const bool attached = equals != std::string_view::npos;
    const std::string_view value = attached ? name.substr(equals + 1) : std::string_view();
    name = name.substr(0, equals);
    const Flag* flag = find(name);
    if (flag == nullptr) {
      parsed.problem = unknown(name);
    } else if (flag->value.empty() && attached) {
      parsed.problem = "--" + std::string(name) + " takes no value.";
    } else if (!flag->repeats && parsed.arguments.has(name) && !flag->value.empty()) {
      parsed.problem = "--" + std::string(name) + " is given twice. Keep one of them.";
    } else if (flag->value.empty() || attached) {
      parsed.arguments.flags_.emplace_back(flag->name, value);
    } else if (index + 1 == words.size() || (words[index + 1].starts_with("--") && words[index + 1].size() > 2)) {
      parsed.problem =
          "--" + std::string(name) + " needs a value: --" + std::string(name) + " " + std::string(flag->value) + ".";
    } else {
      parsed.arguments.flags_.emplace_back(flag->name, words[++index]);
    }
    return index + 1;
  }

  void run() {
    auto& operands = parsed.arguments.operands_;
    for (std::size_t i = 0; i < words.size() && parsed.problem.empty();) {
      const std::string& word = words[i];
      if (word == "--") {
        operands.insert(operands.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
        break;
      }
      if (word.starts_with("--")) {
        i = take_flag(i);
      } else if (word == "-h") {
        parsed.arguments.flags_.emplace_back(kHelpFlag.name, "");
        ++i;
      } else if (word.size() > 1 && word.starts_with("-")) {
        parsed.problem = "There is no flag " + word + ". Flags begin with two dashes.";
      } else {
        operands.push_back(word);
        ++i;
      }
    }
    if (!parsed.problem.empty() || parsed.arguments.has(kHelpFlag.name)) {
      return;
    }
    if (operands.size() > command.most_operands) {
      parsed.problem = "\"" + operands[command.most_operands] + "\" is one word too many.";
    } else if (operands.size() < command.least_operands) {
      parsed.problem = std::string(command.operands) + " is missing.";
    }
  }
};

ParsedArguments parse_arguments(const Command& command, std::span<const std::string> words) {
  ArgumentParser parser{command, words};
  parser.run();
  return std::move(parser.parsed);
}

std::string help_text(const Command& command) {
  std::string text = "Usage: supportcalc " + std::string(command.name);
  text += command.operands.empty() ? "" : " " + std::string(command.operands);
  text += " [FLAGS]\n\n";
  text += std::string(command.about) + "\n\nFlags:\n";
  const auto add = [&text](const Flag& flag) {
    std::string left = "  --" + std::string(flag.name) + (flag.value.empty() ? "" : " " + std::string(flag.value));
    left.resize(std::max(kHelpColumn, left.size() + 2), ' ');
    std::string help = std::string(flag.help) + (flag.repeats ? " (may be repeated)" : "");
    const auto lines = wrap(help, kTextColumns - kHelpColumn);
    for (const auto& line : lines) {
      text += left + line + "\n";
      left = std::string(kHelpColumn, ' ');
    }
  };
  for (const auto& flag : command.flags) {
    add(flag);
  }
  add(kHelpFlag);
  text += "\nExamples:\n" + std::string(command.examples);
  return text;
}

std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    return std::nullopt;
  }
  return std::pair{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

int usage_problem(Console& console, std::string_view command, std::string_view message) {
  const std::string name = command.empty() ? "" : " " + std::string(command);
  console.complain(std::string(message) + " See \"supportcalc" + name + " --help\".");
  return kUsageWrong;
}

std::optional<std::string> language_of(const Arguments& arguments, std::string_view command, Console& console) {
  if (!arguments.has(kLanguageFlag.name)) {
    return "en";
  }
  const std::string language(arguments.value(kLanguageFlag.name));
  if (Catalogue::speaks(language)) {
    return language;
  }
  usage_problem(console, command, "There is no text in the language \"" + language + "\". There is en and de.");
  return std::nullopt;
}

}  // namespace supportcalc
