// A table of tickets: which answers came in time, by how much not, and what that is worth.
#include "api/audit.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "api/audit_report_json.h"
#include "api/mapping_json.h"
#include "api/table_words.h"
#include "base/codes.h"
#include "base/concat.h"
#include "cli/audit_flags.h"
#include "cli/audit_run.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/new_file.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/names.h"
#include "render/audit_text.h"
#include "render/recognition_text.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostProblemsShown = 20;
constexpr int kStoppedBySignal = 128;

// Which flag cures what is wrong with rows; "" where none does.
std::string cure_of(const AuditProblem& problem) {
  const auto text = [&problem](std::string_view name) {
    for (const auto& parameter : problem.first.parameters) {
      if (parameter.name == name) {
        return parameter.value;
      }
    }
    return std::string();
  };
  switch (problem.first.code) {
    case Code::TableSeverityMissing:
      return "--map severity=\"=LEVEL\"";
    case Code::RequestSeverityUnknown:
      return "--map severity=\"" + text("id") + "=LEVEL\"";
    case Code::TableTimeNoZone:
      return "--zone " + (problem.pointer.empty() ? "" : problem.pointer.substr(1) + "=") + "ZONE";
    case Code::TableTimeUnreadable:
    case Code::TableDurationUnreadable: {
      // What has digits says something.
      const std::string wrong = text("text");
      const bool has_digits = std::any_of(wrong.begin(), wrong.end(), [](char c) { return c >= '0' && c <= '9'; });
      return wrong.empty() || has_digits ? "" : "--no-value \"" + wrong + "\"";
    }
    default:
      return {};
  }
}

// "t.csv:7: submitted_at: 412 rows like "29/2/2016 01:16": ...": problems that are alike together.
void complain_of_rows(Console& console, const std::string& path, const AuditReport& report) {
  std::size_t shown = 0;
  for (const auto& problem : report.problems) {
    if (++shown > kMostProblemsShown) {
      console.complain(std::to_string(report.problems.size() - kMostProblemsShown) +
                       " more kinds of problem; --out names those of each row.");
      break;
    }
    std::string line = shown_name(path) + ":" + std::to_string(problem.row) + ": ";
    line += problem.id.empty() ? "" : problem.id + ": ";
    line += problem.code + ": ";
    line += problem.pointer.empty() ? "" : problem.pointer.substr(1) + ": ";
    line += problem.count > 1 ? std::to_string(problem.count) + " rows like this: " : "";
    line += explain_table(problem.first).message;
    const std::string cure = cure_of(problem);
    line += " " + (cure.empty() ? explain_table(problem.first).hint : "Say it with " + cure + ".");
    console.complain(line);
  }
}

void complain_of_table(Console& console, const std::string& path, const Diagnostics& problems) {
  for (const auto& problem : problems) {
    std::string line = shown_name(path) + ": " + explain_table(problem).message + " " + explain_table(problem).hint;
    for (const auto& parameter : problem.parameters) {
      if (parameter.name == "nearest") {
        line += " Did you mean \"" + parameter.value + "\"?";
      } else if (parameter.name == "offered" && !parameter.value.empty()) {
        line += " It may be: " + parameter.value + ".";
      }
    }
    console.complain(line);
  }
}

bool save_mapping(const Mapping& mapping, const std::string& path, const std::string& input, Console& console) {
  NewFile file(path, input);
  if (file.problem().empty()) {
    file.out().line(mapping_json(mapping));
    file.keep();
  }
  if (!file.problem().empty()) {
    console.complain("--save-mapping " + path + ": " + file.problem());
    return false;
  }
  return true;
}

int merge(const Arguments& arguments, const AuditWishes& wishes, const PolicySet& policies, Console& console) {
  std::optional<ReadReport> whole;
  std::string first;
  for (const auto& path : arguments.operands()) {
    const auto file = read_file(path);
    if (!file.ok()) {
      console.complain(path + ": " + file.problem);
      return kInputWrong;
    }
    auto part = read_report(file.text);
    if (!part) {
      console.complain(path + ": It is no report that was written with --json --mergeable. " +
                       words_of(part.diagnostics().front()));
      return kInputWrong;
    }
    if (!whole) {
      whole = *std::move(part);
      first = path;
      continue;
    }
    const std::string key = differing_key(whole->basis, part->basis);
    if (!key.empty()) {
      console.complain(
          concat({path, ": It rests on another \"", key, "\" than ", first, ", and cannot be added to it."}));
      return kInputWrong;
    }
    std::vector<std::uint64_t> both;
    std::set_intersection(whole->report.ids.begin(), whole->report.ids.end(), part->report.ids.begin(),
                          part->report.ids.end(), std::back_inserter(both));
    if (!both.empty() && whole->basis.mapping.repeated_ids != RepeatedIds::All) {
      console.complain(
          path + ": " + std::to_string(both.size()) +
          " of its ids are in the parts before it, too, and would count twice. Split the table so that the "
          "rows of an id stay together, or say --repeated-ids all.");
      return kInputWrong;
    }
    whole->basis.complete = whole->basis.complete && part->basis.complete;
    whole->report += part->report;
    ++whole->basis.parts;
  }
  if (wishes.json) {
    console.out.line(audit_report_json(whole->report, whole->basis, wishes.mergeable));
  } else {
    console.out.write(audit_text(whole->report, whole->basis, policies, {wishes.language, console.styled()}));
  }
  return kDone;
}

class AuditCommand {
 public:
  AuditCommand(AuditWishes wishes, const PolicySet& set, std::string path, Console& console)
      : wishes_(std::move(wishes)),
        set_(set),
        path_(std::move(path)),
        console_(console),
        source_(path_, reads_once(wishes_)) {}

  int run() {
    note_interrupts();
    if (!source_.open(mapping().encoding)) {
      console_.complain(shown_name(path_) + ": " + source_.problem());
      return kInputWrong;
    }
    if (const auto problem = table_problem(TableText({}), source_.head())) {
      complain_of_table(console_, path_, {*problem});
      return kInputWrong;
    }
    if (!is_complete(mapping()) || wishes_.explain || !wishes_.save_mapping.empty()) {
      if (const auto code = recognise_table()) {
        return *code;
      }
    }
    return judge();
  }

 private:
  // What needs nothing from the rows that follow is judged as it comes through a pipe.
  static bool reads_once(const AuditWishes& wishes) {
    return is_complete(wishes.basis.mapping) && !wishes.explain && wishes.save_mapping.empty() &&
           wishes.against.empty();
  }

  Mapping& mapping() { return wishes_.basis.mapping; }

  // The exit code where there is nothing left to do.
  std::optional<int> recognise_table() {
    const bool knows_ids = wishes_.explain || mapping().repeated_ids == RepeatedIds::Last;
    scanned_ = scan_table(mapping(), knows_ids, wishes_.jobs, source_);
    if (interrupted() != 0) {
      return finish({});
    }
    if (!source_.problem().empty()) {
      console_.complain(shown_name(path_) + ": " + source_.problem());
      return kInputWrong;
    }
    if (!scanned_.problems.empty()) {
      complain_of_table(console_, path_, scanned_.problems);
      return kInputWrong;
    }
    auto recognition = recognise(*scanned_.header, *scanned_.scan, mapping(), known_levels(set_, mapping().policy));
    mapping().encoding = source_.encoding();
    recognition.mapping.encoding = source_.encoding();
    if (!scanned_.header->is_json) {
      recognition.mapping.delimiter = scanned_.header->shape.separator;
      recognition.mapping.lines_before_header = scanned_.header->lines_before;
    }
    if (!wishes_.save_mapping.empty() && !save_mapping(recognition.mapping, wishes_.save_mapping, path_, console_)) {
      return kInputWrong;
    }
    const RecognisedTable table{*scanned_.header, *scanned_.scan, recognition, source_.encoding()};
    if (wishes_.explain) {
      if (wishes_.json) {
        console_.out.line(recognition_json(*scanned_.header, *scanned_.scan, recognition));
      } else {
        console_.out.write(recognition_text(table, {wishes_.language, console_.styled()}));
      }
      return kDone;
    }
    if (!recognition.problems.empty()) {
      complain_of_table(console_, path_, recognition.problems);
      console_.complain("What has to be said: " + list_names(missing_flags(table)) +
                        ". --explain says what was recognised.");
      return kInputWrong;
    }
    mapping() = std::move(recognition.mapping);
    // How the text is parted was found in it, and is found again.
    if (!source_.rewind()) {
      console_.complain(shown_name(path_) + ": " + source_.problem());
      return kInputWrong;
    }
    return std::nullopt;
  }

  int judge() {
    const bool to_standard = wishes_.out == "-";
    if (!wishes_.out.empty() && !to_standard) {
      file_.emplace(wishes_.out, path_);
      if (!file_->problem().empty()) {
        console_.complain("--out " + wishes_.out + ": " + file_->problem());
        return kInputWrong;
      }
    }
    Output* out = wishes_.out.empty() ? nullptr : to_standard ? &console_.out : &file_->out();
    const SeenIds* last = mapping().repeated_ids == RepeatedIds::Last ? &scanned_.scan->ids() : nullptr;
    AuditRun run = run_audit(set_, wishes_, last, source_, out, console_);
    if (!source_.problem().empty()) {
      console_.complain(shown_name(path_) + ": " + source_.problem());
      return kInputWrong;
    }
    if (!run.problems.empty()) {
      complain_of_table(console_, path_, run.problems);
      return kInputWrong;
    }
    if (out != nullptr) {
      out->flush();
      is_written_ = !out->failed();
    }
    wishes_.basis.complete = !run.interrupted;
    return finish(run.report);
  }

  // What another plan would have come to, in a report of its own.
  std::optional<AuditReport> against(AuditWishes& other) {
    if (wishes_.against.empty() || interrupted() != 0 || !source_.rewind()) {
      return std::nullopt;
    }
    other = {};
    other.basis = wishes_.basis;
    other.basis.mapping.plan = wishes_.against;
    other.basis.mapping.column(Role::Plan).clear();
    other.by = wishes_.by;
    other.filter = wishes_.filter;
    other.jobs = wishes_.jobs;
    const SeenIds* last = mapping().repeated_ids == RepeatedIds::Last ? &scanned_.scan->ids() : nullptr;
    return run_audit(set_, other, last, source_, nullptr, console_).report;
  }

  int finish(const AuditReport& report) {
    wishes_.basis.complete = interrupted() == 0;
    // What is incomplete takes nobody's place.
    const bool kept = !file_ || (interrupted() == 0 && file_->keep());
    if (file_ && !kept && interrupted() == 0) {
      console_.complain("--out " + wishes_.out + ": " + file_->problem());
    }
    complain_of_rows(console_, path_, report);
    AuditWishes other;
    const auto beside = against(other);
    if (wishes_.out != "-") {
      if (wishes_.json) {
        std::string json = audit_report_json(report, wishes_.basis, wishes_.mergeable);
        if (beside) {
          json.pop_back();
          json += ",\"against\":" + audit_report_json(*beside, other.basis) + "}";
        }
        console_.out.line(json);
      } else {
        console_.out.write(audit_text(report, wishes_.basis, set_, {wishes_.language, console_.styled()}));
        if (beside) {
          console_.out.write("\n" + audit_text(*beside, other.basis, set_, {wishes_.language, console_.styled()}));
        }
      }
    }
    if (interrupted() != 0) {
      const bool is_untouched = !wishes_.out.empty() && wishes_.out != "-" && (!file_ || file_->is_beside());
      console_.complain("Interrupted: this is incomplete, it counts the " + std::to_string(report.tickets()) +
                        " tickets that were judged until then." +
                        (is_untouched ? " --out " + wishes_.out + " was left as it was." : ""));
      return kStoppedBySignal + interrupted();
    }
    const bool all_read = report.problems.empty();
    return all_read && kept && is_written_ ? kDone : kInputWrong;
  }

  AuditWishes wishes_;
  const PolicySet& set_;
  std::string path_;
  Console& console_;
  TableSource source_;
  ScannedTable scanned_;
  std::optional<NewFile> file_;
  bool is_written_ = true;
};

int run(const Arguments& arguments, Console& console) {
  auto wishes = audit_wishes(arguments, console);
  if (!wishes) {
    return kUsageWrong;
  }
  if (!wishes->merge && arguments.operands().size() != 1) {
    return usage_problem(console, "audit", "Name one table, or add up reports with --merge.");
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  if (wishes->merge) {
    return merge(arguments, *wishes, library->policies, console);
  }
  return AuditCommand(*std::move(wishes), library->policies, arguments.operands().front(), console).run();
}

constexpr std::size_t kMostReports = 100'000;

}  // namespace

const Command kAuditCommand = {
    "audit",
    "TICKETS...",
    1,
    kMostReports,
    "many tickets of a table: met, missed, credits",
    "Judges a table of tickets as the ticket system wrote it: CSV, TSV, JSON or JSON Lines, packed with gzip or not, "
    "in\n"
    "any encoding. Columns are recognised by their names and by what is in them; where that does not tell, it stops "
    "and\n"
    "says what is missing, and --explain says all of it. Nothing is guessed: not the zone of times without an offset,\n"
    "not the order of day and month, not what a word for the level means. A last update, a closing or a resolution is\n"
    "never taken for the first answer unless you say so.\n"
    "\n"
    "Prints a report: what was met, missed, is open and overdue, how long answers took, credits, by promise and "
    "month.\n"
    "The share met is of what was answered and what is overdue. Rows that cannot be judged stand outside, are named "
    "by\n"
    "what is wrong with them, and the exit code is 1. --out writes a row for each ticket, with the columns of the\n"
    "table kept; an apostrophe stands before a cell that a spreadsheet would take for a formula.\n"
    "Memory does not grow with the width of rows, and by 32 bytes at most for each ticket. - is standard input.",
    kAuditFlags,
    "  supportcalc audit tickets.csv --explain\n"
    "  supportcalc audit tickets.csv --policy zitadel --plan enterprise-cloud --option support_hours=24x7\n"
    "  supportcalc audit export.csv --zone Europe/Berlin --map severity=\"1 - Critical=severity-1\" --out judged.csv\n"
    "  supportcalc audit export.csv --mapping ours.json --json --by Team\n",
    run};

}  // namespace supportcalc
