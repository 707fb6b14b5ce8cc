// A table of tickets: which answers came in time, by how much not, and what that is worth.
#include "api/audit.h"

#include <optional>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/new_file.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/names.h"
#include "render/audit_text.h"

namespace supportcalc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;

constexpr std::array kFlags = {
    Flag{"policy", "POLICY", "the policy of all tickets, instead of a column"},
    Flag{"plan", "PLAN", "the plan of all tickets, instead of a column"},
    Flag{"option", "ID=VALUE", "what your contract settles, where the policy has such an option", true},
    Flag{"assume", "ID=VALUE", "what to assume where the policy says nothing", true},
    Flag{"zone", "ZONE", "the time zone of times that are written without an offset"},
    Flag{"now", "INSTANT", "until when tickets without an answer have waited (default: now)"},
    Flag{"out", "FILE", "write a table with a row for each ticket; - is standard output, instead of the summary"},
    kJsonFlag,
    kLanguageFlag,
    kPoliciesFlag,
};

// The options of the flags; nothing, after a complaint, when a flag is wrong.
std::optional<AuditOptions> options_of(const Arguments& arguments, Console& console) {
  AuditOptions options;
  options.policy = arguments.value("policy");
  options.plan = arguments.value("plan");
  for (const auto& [flag, list] : {std::pair{"option", &Terms::options}, {"assume", &Terms::assumptions}}) {
    const auto given = arguments.values(flag);
    const auto settings = options.arena.make<Keyed<std::string_view>>(given.size());
    std::size_t count = 0;
    for (const auto& value : given) {
      auto pair = split_pair(value);
      if (!pair) {
        usage_problem(console, "audit", "--" + std::string(flag) + " " + value + ": Write a name, \"=\" and a value.");
        return std::nullopt;
      }
      settings[count++] = {options.arena.copy(pair->first), options.arena.copy(pair->second)};
    }
    options.terms.*list = settings;
  }
  const auto complain = [&console](const char* flag, const Diagnostics& problems) {
    usage_problem(console, "audit", std::string(flag) + ": " + words_of(problems.front()));
  };
  if (arguments.has("zone")) {
    const auto zone = find_zone(arguments.value("zone"), "");
    if (!zone) {
      complain("--zone", zone.diagnostics());
      return std::nullopt;
    }
    options.zone = *zone;
  }
  options.now = read_clock();
  if (arguments.has("now") && arguments.value("now") != "now") {
    const auto now = parse_instant(arguments.value("now"), "");
    if (!now) {
      complain("--now", now.diagnostics());
      return std::nullopt;
    }
    options.now = *now;
  }
  return options;
}

// Feeds a file to the auditor piece by piece; gives what went wrong, "" when nothing.
std::string feed(const std::string& path, Auditor& auditor, const Output* out) {
  FileReader reader(path);
  std::string chunk(kChunk, '\0');
  while (auditor.problems().empty() && (out == nullptr || !out->failed()) && interrupted() == 0) {
    const std::size_t count = reader.read(chunk.data(), chunk.size());
    if (count == 0) {
      break;
    }
    auditor.add(std::string_view(chunk).substr(0, count));
  }
  if (interrupted() != 0) {
    return {};  // half a row is no row
  }
  auditor.finish();
  return reader.problem();
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "audit", console);
  if (!language) {
    return kUsageWrong;
  }
  auto options = options_of(arguments, console);
  if (!options) {
    return kUsageWrong;
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const std::string out_path(arguments.value("out"));
  const bool to_standard = out_path == "-";
  const std::string& path = arguments.operands().front();
  std::optional<NewFile> file;
  if (!out_path.empty() && !to_standard) {
    file.emplace(out_path, path);
    if (!file->problem().empty()) {
      console.complain("--out " + out_path + ": " + file->problem());
      return kInputWrong;
    }
  }
  note_interrupts();
  Output* table = out_path.empty() ? nullptr : to_standard ? &console.out : &file->out();
  if (table != nullptr) {
    table->write(audit_columns());
  }
  std::vector<std::string> failed;  // the first rows that could not be judged
  constexpr std::size_t kMostShown = 10;
  std::string row;
  Auditor auditor(library->policies, *std::move(options), [&](const AuditedTicket& ticket) {
    if (table != nullptr) {
      row.clear();
      append_audit_row(ticket, row);
      table->write(row);
    }
    if (ticket.verdict == AuditVerdict::Error && failed.size() < kMostShown) {
      const auto& problem = ticket.problems.front();
      failed.push_back(shown_name(path) + ":" + std::to_string(ticket.row) + ": " + std::string(code_id(problem.code)) +
                       ": " + words_of(problem));
    }
  });
  const auto unreadable = feed(path, auditor, table);
  if (!unreadable.empty()) {
    console.complain(shown_name(path) + ": " + unreadable);
    return kInputWrong;
  }
  for (const auto& problem : auditor.problems()) {
    console.complain(shown_name(path) + ":1: " + words_of(problem));
  }
  if (!auditor.problems().empty()) {
    return kInputWrong;
  }
  for (const auto& line : failed) {
    console.complain(line);
  }
  if (table != nullptr) {
    table->flush();
  }
  // What is incomplete takes nobody's place.
  const bool kept = !file || (interrupted() == 0 && file->keep());
  if (file && !kept && interrupted() == 0) {
    console.complain("--out " + out_path + ": " + file->problem());
  }
  const std::size_t errors = auditor.summary().counts.of(AuditVerdict::Error);
  if (errors > failed.size()) {
    console.complain(std::to_string(errors - failed.size()) + " more rows could not be judged; --out names each.");
  }
  if (!to_standard && arguments.has(kJsonFlag.name)) {
    console.out.line(audit_summary_json(auditor));
  } else if (!to_standard) {
    console.out.write(audit_text(auditor, {*language, console.styled()}));
  }
  if (interrupted() != 0) {
    constexpr int kStoppedBySignal = 128;
    console.complain("Interrupted: this is incomplete, it counts the " + std::to_string(auditor.summary().tickets) +
                     " tickets that were judged until then." +
                     (file && file->is_beside() ? " --out " + out_path + " was left as it was." : ""));
    return kStoppedBySignal + interrupted();
  }
  return errors == 0 && kept && !(table != nullptr && table->failed()) ? kDone : kInputWrong;
}

}  // namespace

const Command kAuditCommand = {
    "audit",
    "TICKETS.csv",
    1,
    1,
    "many tickets of a table: met, missed, credits",
    "Reads a CSV table with the columns id, submitted_at, responded_at, severity and, unless given as flags, policy\n"
    "and plan; in any order, beside others. No responded_at means not answered yet. Plans and levels go by id or by\n"
    "label. Prints a summary: what was met, how much of the time allowed was used, credits; --out writes a row for\n"
    "each ticket. In that table an apostrophe stands before a cell that a spreadsheet would take for a formula.\n"
    "Rows that cannot be judged are named, the others count, and the exit code is 1. Memory does not grow with the\n"
    "number of rows. - is standard input.",
    kFlags,
    "  supportcalc audit tickets.csv\n"
    "  supportcalc audit tickets.csv --policy zitadel --plan enterprise-cloud --option support_hours=24x7\n"
    "  supportcalc audit export.csv --zone Europe/Berlin --out judged.csv --json\n",
    run};

}  // namespace supportcalc
