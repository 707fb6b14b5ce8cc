#include "cli/problems.h"

#include <charconv>

#include "api/api.h"
#include "base/codes.h"

namespace supportcalc {
namespace {

std::size_t number(const Diagnostic& problem, std::string_view name) {
  std::size_t value = 1;
  for (const auto& parameter : problem.parameters) {
    if (parameter.name == name) {
      std::from_chars(parameter.value.data(), parameter.value.data() + parameter.value.size(), value);
    }
  }
  return value;
}

}  // namespace

TextPosition position_in(std::string_view text, const Diagnostic& problem) {
  switch (problem.code) {
    case Code::JsonSyntax:
      return {number(problem, "line"), number(problem, "column")};
    // These concern the document as a whole, which may be anything.
    case Code::JsonTooLarge:
    case Code::JsonTooDeep:
    case Code::JsonTooManyValues:
      return {};
    default:
      return locate(text, problem.pointer);
  }
}

std::string place_in(std::string_view name, std::string_view text, const Diagnostic& problem) {
  const auto position = position_in(text, problem);
  return std::string(name) + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string words_of(const Diagnostic& problem) {
  const auto words = explain(problem);
  return words.message + (words.hint.empty() ? "" : " ") + words.hint;
}

void complain_in_text(Console& console, std::string_view name, std::string_view text, const Diagnostics& problems) {
  for (const auto& problem : problems) {
    console.complain(place_in(name, text, problem) + ": " + words_of(problem));
  }
}

}  // namespace supportcalc
