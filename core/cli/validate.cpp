// Every problem of a policy or a holiday calendar, with its place and what to do about it.
#include <algorithm>

#include "api/api.h"
#include "api/diagnostic_json.h"
#include "api/json_writer.h"
#include "base/codes.h"
#include "base/concat.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/check.h"
#include "policy/load.h"
#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {kJsonFlag};

constexpr std::string_view kUnreadable = "file.unreadable";  // beside the codes of documents

struct Checked {
  std::string path;
  std::string text;
  std::string unreadable;  // why there is no text
  Diagnostics problems;
  std::optional<JsonDocument> json;  // of a policy, until the calendars it may name are known
  bool is_calendar = false;
  std::string id;        // "zitadel", "ch-sg"; "" when it could not be read that far
  std::string revision;  // of a policy
  std::optional<Owned<Policy>> policy;
  std::optional<Owned<HolidayCalendar>> calendar;

  bool ok() const { return unreadable.empty() && problems.empty(); }
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
  if (file.is_calendar) {
    take(load_calendar(*std::move(json), all_checks()), file.calendar, file.problems);
  } else {
    file.revision = member(**json, "revision");
    file.json = *std::move(json);
  }
}

// Which calendars a policy may name: those that are built in and those given beside it.
std::vector<HolidayCalendar> known_calendars(const std::vector<Checked>& files, Arena& arena) {
  std::vector<HolidayCalendar> calendars;
  const auto add = [&calendars](const HolidayCalendar& calendar) {
    if (find_by_id(calendars, calendar.id) == nullptr) {
      calendars.push_back(calendar);
    }
  };
  for (const auto& file : files) {
    if (file.calendar) {
      add(file.calendar->value);
    }
  }
  for (const auto& document : built_in_documents()) {
    if (document.name.starts_with("calendars/")) {
      if (auto loaded = load_calendar(document.text, Checks{})) {
        arena.absorb(std::move(loaded->arena));
        add(loaded->value);
      }
    }
  }
  return calendars;
}

// What only shows beside the other files, and what an author should mend although the policy can be used.
void check(std::vector<Checked>& files) {
  Arena arena;
  const auto calendars = known_calendars(files, arena);
  for (std::size_t i = 0; i < files.size(); ++i) {
    Checked& file = files[i];
    if (file.json) {
      take(load_policy(*std::move(file.json), all_checks(), calendars), file.policy, file.problems);
    }
    const bool usable = file.problems.empty();
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
    if (file.policy && usable) {
      check_sense(file.policy->value, file.problems);
    }
  }
}

void write_file(const Checked& file, JsonWriter& json) {
  json.begin_object().member("file", shown_name(file.path)).flag("ok", file.ok());
  if (!file.id.empty()) {
    json.member(file.is_calendar ? "calendar" : "policy", file.name());
  }
  json.key("problems").begin_array();
  if (!file.unreadable.empty()) {
    json.begin_object().member("code", kUnreadable).member("pointer", "").member("message", file.unreadable);
    json.member("hint", "").key("parameters").begin_object().end_object().null("line").null("column").end_object();
  }
  for (const auto& problem : file.problems) {
    const auto place = position_in(file.text, problem);
    json.begin_object();
    write_diagnostic(problem, json);
    json.member("line", static_cast<std::int64_t>(place.line))
        .member("column", static_cast<std::int64_t>(place.column));
    json.end_object();
  }
  json.end_array().end_object();
}

std::string all_json(const std::vector<Checked>& files, bool ok) {
  JsonWriter json;
  json.begin_object().flag("ok", ok).key("files").begin_array();
  for (const auto& file : files) {
    write_file(file, json);
  }
  return json.end_array().end_object().take();
}

void print(const Checked& file, Output& out) {
  const auto name = printable(shown_name(file.path));
  if (!file.unreadable.empty()) {
    out.line(name + ": " + std::string(kUnreadable) + ": " + printable(file.unreadable));
  }
  for (const auto& problem : file.problems) {
    out.line(printable(place_in(name, file.text, problem) + ": " + std::string(code_id(problem.code)) + ": " +
                       words_of(problem)));
  }
  if (file.ok()) {
    out.line(name + ": ok (" + printable(file.name()) + ")");
  }
}

int run(const Arguments& arguments, Console& console) {
  std::vector<Checked> files;
  for (const auto& path : arguments.operands()) {
    Checked checked;
    checked.path = path;
    auto file = read_file(path);
    checked.unreadable = std::move(file.problem);
    checked.text = std::move(file.text);
    if (checked.unreadable.empty()) {
      load(checked);
    }
    files.push_back(std::move(checked));
  }
  check(files);
  const bool ok = std::all_of(files.begin(), files.end(), [](const Checked& file) { return file.ok(); });
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(all_json(files, ok));
  } else {
    for (const auto& file : files) {
      print(file, console.out);
    }
  }
  return ok ? kDone : kInputWrong;
}

}  // namespace

const Command kValidateCommand = {
    "validate",
    "FILE...",
    1,
    100'000,
    "every problem of a policy file",
    "Checks policies and holiday calendars: their shape, that their parts fit together, and that they make\n"
    "sense. Prints every problem as file:line:column, code, message and what to do. Calendars that a policy\n"
    "names are looked for among the built-in ones and the files given. - is standard input.",
    kFlags,
    "  supportcalc validate policies/acme/2026-01-31.json\n"
    "  supportcalc validate --json policies/*/*.json\n",
    run};

}  // namespace supportcalc
