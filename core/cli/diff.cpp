// What changed for a customer between two revisions of a policy.
#include "report/diff.h"

#include "api/json.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "policy/load.h"
#include "policy/names.h"
#include "render/diff_text.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {kJsonFlag, kLanguageFlag, kPoliciesFlag};

constexpr std::array<std::string_view, 10> kSectionNames = {"plans",    "levels", "targets",  "hours",  "escalation",
                                                            "channels", "scope",  "remedies", "ticket", "lifecycle"};
constexpr std::array<std::string_view, 3> kChangeNames = {"added", "removed", "changed"};

// A policy and, where it comes from a file, what it says.
struct Side {
  Arena arena;
  Policy policy;
};

bool is_file(std::string_view name) {
  return name == "-" || name.ends_with(".json") || name.find('/') != std::string_view::npos;
}

std::optional<Side> load_file(const std::string& path, Console& console) {
  const auto file = read_file(path);
  if (!file.ok()) {
    console.complain(shown_name(path) + ": " + file.problem);
    return std::nullopt;
  }
  auto loaded = load_policy(file.text, all_checks());
  if (!loaded) {
    complain_in_text(console, shown_name(path), file.text, loaded.diagnostics());
    return std::nullopt;
  }
  return Side{std::move(loaded->arena), loaded->value};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string diff_json(const Policy& before, const Policy& after, const std::vector<Change>& changes) {
  const auto name = [](const Policy& policy) { return Json{{"id", policy.id}, {"revision", policy.revision}}; };
  Json json = {{"ok", true}, {"before", name(before)}, {"after", name(after)}, {"changes", Json::array()}};
  for (const auto& change : changes) {
    Json each = {{"section", name_in(kSectionNames, change.section)},
                 {"kind", name_in(kChangeNames, change.kind)},
                 {"id", change.id}};
    for (const auto& [key, value] :
         {std::pair{"plan", change.plan}, {"severity", change.severity}, {"target", change.target}}) {
      if (!value.empty()) {
        each[key] = value;
      }
    }
    if (!change.what.empty()) {
      each["what"] = change.what;
    }
    each["before"] = text_or_null(change.before.text);
    each["after"] = text_or_null(change.after.text);
    json["changes"].push_back(std::move(each));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "diff", console);
  if (!language) {
    return kUsageWrong;
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  std::vector<Side> sides;
  for (const auto& name : arguments.operands()) {
    if (!is_file(name)) {
      if (const Policy* policy = find_policy(library->policies, name, console)) {
        sides.push_back({{}, *policy});
      }
    } else if (auto side = load_file(name, console)) {
      sides.push_back(*std::move(side));
    }
  }
  if (sides.size() < 2) {
    return kInputWrong;
  }
  const Policy& before = sides[0].policy;
  const Policy& after = sides[1].policy;
  const auto changes = diff_policies(before, after);
  if (arguments.has(kJsonFlag.name)) {
    console.out.line(diff_json(before, after, changes));
  } else {
    console.out.write(diff_text(before, after, changes, {*language, console.styled()}));
  }
  return kDone;
}

}  // namespace

const Command kDiffCommand = {
    "diff",
    "A B",
    2,
    2,
    "what changed between two revisions of a policy",
    "Says what changed for a customer from A to B: plans, levels, targets by plan and level, hours, escalation,\n"
    "channels, scope, credits, ticket, supported versions. A and B are POLICY@REVISION, POLICY (the revision in\n"
    "force today) or files. In the JSON, before and after are texts that are equal where nothing changed.",
    kFlags,
    "  supportcalc diff spacelift@2023-05-15 spacelift@2024-11-20\n"
    "  supportcalc diff zitadel@2023-10-06 zitadel --json\n"
    "  supportcalc diff scalr scalr-draft.json --lang de\n",
    run};

}  // namespace supportcalc
