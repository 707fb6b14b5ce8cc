// Every problem of a policy or a holiday calendar, with its place and what to do about it.
#include <algorithm>
#include <filesystem>

#include "api/api.h"
#include "api/diagnostic_json.h"
#include "api/json_writer.h"
#include "api/warning_words.h"
#include "base/codes.h"
#include "base/concat.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/check.h"
#include "policy/load.h"
#include "policy/warnings.h"
#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr Flag kStrictFlag{"strict", "", "take warnings for errors"};
constexpr Flag kFolderFlag{"policies", "DIR",
                           "know the calendars in DIR and below; without FILE, check all that is there", true};
constexpr std::array kFlags = {kStrictFlag, kJsonFlag, kFolderFlag};

constexpr std::string_view kUnreadable = "file.unreadable";  // beside the codes of documents

struct Checked {
  std::string path;
  std::string text;
  std::string unreadable;  // why there is no text
  Diagnostics problems;
  Warnings warnings;
  std::optional<JsonDocument> json;  // of a policy, until the calendars it may name are known
  bool is_calendar = false;
  std::string id;        // "zitadel", "ch-sg"; "" when it could not be read that far
  std::string revision;  // of a policy
  std::optional<Owned<Policy>> policy;
  std::optional<Owned<HolidayCalendar>> calendar;

  bool usable() const { return unreadable.empty() && problems.empty(); }
  std::string name() const { return is_calendar || id.empty() ? id : concat({id, "@", revision}); }
};

std::string member(const JsonValue& document, std::string_view key) {
  const JsonValue* const value = document.find(key);
  return value == nullptr ? std::string() : std::string(value->string());
}

template <class T>
void take(Result<Owned<T>> loaded, std::optional<Owned<T>>& into, Diagnostics& problems) {
  if (loaded) {
    into = *std::move(loaded);
  } else {
    problems = loaded.diagnostics();
  }
}

void load(Checked& file) {
  auto json = parse_json(file.text, kPolicyLimits);
  if (!json) {
    file.problems = json.diagnostics();
    return;
  }
  file.is_calendar = (*json)->find("rules") != nullptr;
  file.id = member(**json, "id");
  warn_of_texts(**json, file.warnings);
  if (!file.is_calendar) {
    file.revision = member(**json, "revision");
  }
  file.json = *std::move(json);
}

Checked read(const std::string& path) {
  Checked checked;
  checked.path = path;
  auto file = read_file(path);
  checked.unreadable = std::move(file.problem);
  checked.text = std::move(file.text);
  if (checked.unreadable.empty()) {
    load(checked);
  }
  return checked;
}

// --- calendars a policy may name

// The first of each id counts: those that are checked, then those near them, then those that are built in.
class Calendars {
 public:
  void add(JsonDocument document, Checked* file = nullptr) {
    documents_.push_back(std::move(document));
    files_.push_back(file);
  }

  // A file that is no calendar adds nothing.
  void add_text(std::string_view text) {
    auto json = parse_json(text, kPolicyLimits);
    if (json && (*json)->find("rules") != nullptr) {
      add(*std::move(json));
    }
  }

  // Loads them all: files are told their problems, others that are not sound are left out.
  void load() {
    for (const std::size_t i : loading_order(documents_)) {
      auto loaded = load_calendar(std::move(documents_[i]), all_checks(), all());
      if (loaded && find_by_id(known_, loaded->value.id) == nullptr) {
        known_.push_back(loaded->value);
      }
      if (files_[i] != nullptr) {
        take(std::move(loaded), files_[i]->calendar, files_[i]->problems);
      } else if (loaded) {
        arena_.absorb(std::move(loaded->arena));
      }
    }
  }

  List<HolidayCalendar> all() const { return {known_.data(), known_.size()}; }

 private:
  std::vector<JsonDocument> documents_;
  std::vector<Checked*> files_;  // that a document is of, or null
  Arena arena_;
  std::vector<HolidayCalendar> known_;
};

// The folders in which a policy's calendars lie: its own, and "calendars" in it or beside it.
std::vector<std::string> folders_near(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(path).parent_path();
  return {folder.string(), (folder / "calendars").string(), (folder / ".." / "calendars").string()};
}

Calendars known_calendars(std::vector<Checked>& files, const std::vector<std::string>& in_folders) {
  Calendars calendars;
  for (auto& file : files) {
    if (file.json && file.is_calendar) {
      calendars.add(*std::move(file.json), &file);
      file.json.reset();
    }
  }
  const auto add_file = [&calendars](const std::string& path) {
    if (const auto file = read_file(path); file.ok()) {
      calendars.add_text(file.text);
    }
  };
  std::for_each(in_folders.begin(), in_folders.end(), add_file);
  std::vector<std::string> looked_in;
  for (const auto& file : files) {
    if (!file.json || file.path == "-") {
      continue;
    }
    for (auto& folder : folders_near(file.path)) {
      if (std::find(looked_in.begin(), looked_in.end(), folder) == looked_in.end()) {
        const auto paths = json_files_in(folder);
        std::for_each(paths.begin(), paths.end(), add_file);
        looked_in.push_back(std::move(folder));
      }
    }
  }
  for (const auto& document : built_in_documents()) {
    if (document.name.starts_with("calendars/")) {
      calendars.add_text(document.text);
    }
  }
  calendars.load();
  return calendars;
}

// --- what only shows beside the other files

// Whether a file is called by a date, or says that there is none, and its revision is another.
bool is_misnamed(const Checked& file, std::string_view stem) {
  return stem != file.revision && (stem == "undated" || parse_date(stem, "").ok());
}

void warn_of_name(Checked& file) {
  const auto stem = std::filesystem::path(file.path).stem().string();
  if (is_misnamed(file, stem)) {
    const Place whole;
    warn(file.warnings, WarningCode::PolicyFileName, whole.to("revision"),
         {{"name", concat({stem, ".json"})}, {"revision", file.revision}});
  }
}

void find_twice(std::vector<Checked>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    Checked& file = files[i];
    const bool twice =
        !file.id.empty() &&
        std::any_of(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(i), [&file](const Checked& other) {
          return other.name() == file.name() && other.is_calendar == file.is_calendar;
        });
    if (twice && file.is_calendar) {
      file.problems.push_back({Code::IdDuplicate, "/id", {{"id", file.id}}});
    } else if (twice) {
      file.problems.push_back(
          {Code::PolicyRevisionDuplicate, "/revision", {{"policy", file.id}, {"revision", file.revision}}});
    }
  }
}

// Where there is a policy and none names a calendar that is checked with it.
void find_unused_calendars(std::vector<Checked>& files) {
  Names named;
  bool all_known = false;
  for (const auto& file : files) {
    all_known = all_known || file.policy.has_value();
    if (file.policy) {
      const auto more = calendars_named(file.policy->value);
      named.insert(named.end(), more.begin(), more.end());
    }
    if (file.calendar) {
      named.push_back(file.calendar->value.extends);
    }
  }
  all_known = all_known && std::all_of(files.begin(), files.end(),
                                       [](const Checked& file) { return file.policy || file.is_calendar; });
  for (auto& file : files) {
    if (all_known && file.calendar && std::find(named.begin(), named.end(), file.id) == named.end()) {
      const Place whole;
      warn(file.warnings, WarningCode::CalendarUnused, whole.to("id"), {{"id", file.id}});
    }
  }
}

// What is wrong at a place has been said; that it is odd, too, is no news. Nor is what a document that is no object
// lacks.
void leave_out_said(Checked& file) {
  if (!file.problems.empty() && file.problems.front().code == Code::ValueWrongType &&
      file.problems.front().pointer.empty()) {
    file.problems.resize(1);
  }
  const auto said = [&file](const Warning& warning) {
    return std::any_of(file.problems.begin(), file.problems.end(),
                       [&warning](const Diagnostic& problem) { return problem.pointer == warning.pointer; });
  };
  auto& warnings = file.warnings;
  warnings.erase(std::remove_if(warnings.begin(), warnings.end(), said), warnings.end());
}

void check(std::vector<Checked>& files, const std::vector<std::string>& in_folders) {
  const Calendars calendars = known_calendars(files, in_folders);
  for (auto& file : files) {
    if (file.json) {
      take(load_policy(*std::move(file.json), all_checks(), calendars.all()), file.policy, file.problems);
    }
    if (file.policy) {
      const auto more = warnings_of(file.policy->value);
      file.warnings.insert(file.warnings.end(), more.begin(), more.end());
      warn_of_name(file);
    }
  }
  find_twice(files);
  find_unused_calendars(files);
  std::for_each(files.begin(), files.end(), leave_out_said);
}

// --- what is printed

// A problem or a warning, as it is said.
struct Said {
  bool is_error;
  std::string_view code;
  std::string_view pointer;
  Explanation words;
  const std::vector<Parameter>* parameters;
  TextPosition place;
};

// In the order of the text.
std::vector<Said> all_said(const Checked& file, bool strict) {
  std::vector<Said> said;
  for (const auto& problem : file.problems) {
    said.push_back({true, code_id(problem.code), problem.pointer, explain(problem), &problem.parameters,
                    position_in(file.text, problem)});
  }
  for (const auto& warning : file.warnings) {
    said.push_back({strict, warning_id(warning.code), warning.pointer, explain(warning), &warning.parameters,
                    locate(file.text, warning.pointer)});
  }
  std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return a.place.line != b.place.line ? a.place.line < b.place.line : a.place.column < b.place.column;
  });
  return said;
}

bool passes(const Checked& file, bool strict) { return file.usable() && (!strict || file.warnings.empty()); }

void write_problem(const Said& said, JsonWriter& json) {
  json.begin_object().member("severity", said.is_error ? "error" : "warning").member("code", said.code);
  json.member("pointer", said.pointer).member("message", said.words.message).member("hint", said.words.hint);
  json.key("parameters").begin_object();
  for (const auto& parameter : *said.parameters) {
    json.member(parameter.name, parameter.value);
  }
  json.end_object();
  json.member("line", static_cast<std::int64_t>(said.place.line))
      .member("column", static_cast<std::int64_t>(said.place.column));
  json.end_object();
}

void write_file(const Checked& file, bool strict, JsonWriter& json) {
  json.begin_object().member("file", shown_name(file.path)).flag("ok", passes(file, strict));
  if (!file.id.empty()) {
    json.member(file.is_calendar ? "calendar" : "policy", file.name());
  }
  json.key("problems").begin_array();
  if (!file.unreadable.empty()) {
    json.begin_object().member("severity", "error").member("code", kUnreadable).member("pointer", "");
    json.member("message", file.unreadable).member("hint", "").key("parameters").begin_object().end_object();
    json.null("line").null("column").end_object();
  }
  for (const auto& said : all_said(file, strict)) {
    write_problem(said, json);
  }
  json.end_array().end_object();
}

std::string all_json(const std::vector<Checked>& files, bool strict, bool ok) {
  JsonWriter json;
  json.begin_object().flag("ok", ok).key("files").begin_array();
  for (const auto& file : files) {
    write_file(file, strict, json);
  }
  return json.end_array().end_object().take();
}

void print(const Checked& file, bool strict, Output& out) {
  const auto name = printable(shown_name(file.path));
  if (!file.unreadable.empty()) {
    out.line(concat({name, ": error: ", kUnreadable, ": ", printable(file.unreadable)}));
  }
  for (const auto& said : all_said(file, strict)) {
    out.line(printable(
        concat({name, ":", std::to_string(said.place.line), ":", std::to_string(said.place.column), ": ",
                said.is_error ? "error: " : "warning: ", said.code, ": ", said.words.message, " ", said.words.hint})));
  }
  if (passes(file, strict)) {
    const auto count = file.warnings.size();
    out.line(concat({name, ": ok (", printable(file.name()), ")",
                     count == 0 ? "" : concat({", ", std::to_string(count), count == 1 ? " warning" : " warnings"})}));
  }
}

int run(const Arguments& arguments, Console& console) {
  std::vector<std::string> in_folders;
  for (const auto& folder : arguments.values(kFolderFlag.name)) {
    auto listing = list_json_files(folder);
    if (!listing.problem.empty()) {
      console.complain(concat({"--policies ", folder, ": ", listing.problem}));
      return kInputWrong;
    }
    in_folders.insert(in_folders.end(), listing.paths.begin(), listing.paths.end());
  }
  const auto& paths = arguments.operands().empty() ? in_folders : arguments.operands();
  if (paths.empty()) {
    return usage_problem(console, "validate", "FILE... is missing; or name a folder with --policies.");
  }
  std::vector<Checked> files;
  files.reserve(paths.size());
  for (const auto& path : paths) {
    files.push_back(read(path));
  }
  check(files, in_folders);
  const bool strict = arguments.has(kStrictFlag.name);
  const bool ok =
      std::all_of(files.begin(), files.end(), [strict](const Checked& file) { return passes(file, strict); });
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(all_json(files, strict, ok));
  } else {
    for (const auto& file : files) {
      print(file, strict, console.out);
    }
  }
  return ok ? kDone : kInputWrong;
}

}  // namespace

const Command kValidateCommand = {
    "validate",
    "[FILE...]",
    0,
    100'000,
    "every problem of a policy file",
    "Checks policies and holiday calendars: their shape, that their parts fit together, and that they make\n"
    "sense. Prints every problem as file:line:column, error or warning, code, message and what to do. An error\n"
    "keeps the file from being used; a warning is mostly a slip, and the exit code stays 0 unless --strict is\n"
    "given. Calendars that a policy names are looked for among the files given, in the policy's own folder, in\n"
    "a folder \"calendars\" in it or beside it, and among the built-in ones. - is standard input.",
    kFlags,
    "  supportcalc validate policies/acme/2026-01-31.json\n"
    "  supportcalc validate --strict --policies policies\n"
    "  supportcalc validate --json policies/*/*.json\n",
    run};

}  // namespace supportcalc
