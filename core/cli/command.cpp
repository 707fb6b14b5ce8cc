#include "cli/command.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "render/catalogue.h"

namespace supportcalc {

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  if (word.size() > kLongestMisspelling) {
    return best;
  }
  for (const auto name : names) {
    const bool begun = word.size() >= 3 && name.starts_with(word);
    const std::size_t distance = begun ? 1 : edit_distance(word, name, best_distance);
    if (distance < best_distance && distance < name.size()) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

std::span<const std::string> Arguments::values(std::string_view flag) const {
  const auto found =
      std::find_if(flags_.begin(), flags_.end(), [flag](const auto& each) { return each.first == flag; });
  return found == flags_.end() ? std::span<const std::string>() : found->second;
}

std::string_view Arguments::value(std::string_view flag) const {
  const auto given = values(flag);
  return given.empty() ? std::string_view() : given.back();
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
  std::string known;
  for (const auto each : Catalogue::languages()) {
    known += (known.empty() ? "" : ", ") + std::string(each);
  }
  usage_problem(console, command, "Unknown language \"" + language + "\"; choose one of " + known + ".");
  return std::nullopt;
}

}  // namespace supportcalc
