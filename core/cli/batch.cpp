// Requests as JSON Lines in, results as JSON Lines out, in the same order and in constant memory.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "api/api.h"
#include "api/fields.h"
#include "base/codes.h"
#include "cli/commands.h"
#include "cli/line_reader.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/json_document.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {
    Flag{"fields", "PATHS", "write only these members of each result, with commas between: severity.id,targets.due.at",
         true},
    kPoliciesFlag,
};

// The paths of --fields, one by one.
std::vector<std::string> fields_of(const Arguments& arguments) {
  std::vector<std::string> fields;
  for (std::string_view rest : arguments.values("fields")) {
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      fields.emplace_back(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
  return fields;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string too_large(std::size_t bytes) {
  return diagnostics_json(
      {{Code::JsonTooLarge, "", {{"bytes", std::to_string(bytes)}, {"limit", std::to_string(kRequestLimits.bytes)}}}});
}

int run(const Arguments& arguments, Console& console) {
  auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const std::string path = arguments.operands().empty() ? "-" : arguments.operands().front();
  LineReader reader(path);
  Calculator calculator(std::move(library->policies));
  const auto fields = fields_of(arguments);
  std::size_t answered = 0;
  std::size_t failed = 0;
  while (!console.out.failed()) {
    // Whoever feeds line by line gets each answer before the next line is waited for.
    if (!reader.has_buffered_line()) {
      console.out.flush();
    }
    const auto line = reader.next();
    if (!line) {
      break;
    }
    if (!line->whole()) {
      ++failed;
      console.out.line(too_large(line->bytes));
    } else if (blank(line->text)) {
      console.out.line("");
    } else {
      const auto result = calculator.evaluate(line->text);
      ++(is_answer(result) ? answered : failed);
      console.out.line(fields.empty() ? result : selected_fields(result, fields));
    }
  }
  console.out.flush();
  if (!reader.problem().empty()) {
    console.complain(reader.problem());
  }
  if (failed > 0) {
    console.complain(std::to_string(failed) + " of " + std::to_string(answered + failed) +
                     " requests could not be answered; the results in their place say why.");
  }
  return failed == 0 && reader.problem().empty() ? kDone : kInputWrong;
}

}  // namespace

const Command kBatchCommand = {
    "batch",
    "[FILE]",
    0,
    1,
    "many tickets: JSON Lines in, JSON Lines out",
    "Reads one request a line (docs/api.md) from FILE or standard input and prints one result a line, in "
    "the\n"
    "same order. A line that cannot be answered gives an error result in its place, and exit code 1 at the\n"
    "end; an empty line gives an empty line, so that line n always answers line n. Memory does not grow "
    "with\n"
    "the number of lines; a request over 64 KiB gives an error result, however long it is.",
    kFlags,
    "  supportcalc batch tickets.jsonl > results.jsonl\n"
    "  generate-requests | supportcalc batch --fields severity.id,targets.due.at\n",
    run};

}  // namespace supportcalc
