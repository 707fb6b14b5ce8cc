// One problem under every plan of one policy or of all, soonest answer first.
#include "api/api.h"
#include "api/json.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "cli/request_flags.h"
#include "policy/json_document.h"
#include "render/compare_text.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 11> kTaken = {
    "severity", "impact",  "option",           "assume",        "at", "zone", "topic",
    "maturity", "channel", "version-released", "version-behind"};

constexpr auto kFlags = [] {
  std::array<Flag, kTaken.size() + 6> flags{};
  flags[0] = {"policy", "POLICY", "a policy to compare, or one revision of it (default: all)", true};
  flags[1] = {"kind", "KIND", "what to compare: first-response (default), update, workaround, resolution, ..."};
  std::size_t count = 2;
  for (const auto name : kTaken) {
    for (const auto& flag : kRequestFlags) {
      if (flag.name == name) {
        flags[count++] = flag;
      }
    }
  }
  flags[count++] = kRequestFlag;
  flags[count++] = kJsonFlag;
  flags[count++] = kLanguageFlag;
  flags[count++] = kPoliciesFlag;
  return flags;
}();

// The request of the flags, with the policies to compare in place of one.
RequestText request_of(const Arguments& arguments) {
  auto request = request_from_flags(arguments, read_clock());
  // What was written by hand may be no JSON: the core says why.
  Json json = Json::parse(request.json, nullptr, false);
  if (!json.is_object() || !parse_json(request.json, kRequestLimits)) {
    return request;
  }
  Json policies = Json::array();
  for (const auto& policy : arguments.values("policy")) {
    policies.push_back(policy);
  }
  json["policy"] = policies.empty() ? Json("*") : std::move(policies);
  if (arguments.has("kind")) {
    json["kind"] = arguments.value("kind");
  }
  request.json = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "compare", console);
  if (!language) {
    return kUsageWrong;
  }
  std::string text;
  std::string file_name;
  if (arguments.has(kRequestFlag.name)) {
    file_name = std::string(arguments.value(kRequestFlag.name));
    auto file = read_file(file_name);
    if (!file.ok()) {
      console.complain(shown_name(file_name) + ": " + file.problem);
      return kInputWrong;
    }
    text = std::move(file.text);
  } else {
    auto request = request_of(arguments);
    if (!request.problem.empty()) {
      return usage_problem(console, "compare", request.problem);
    }
    text = std::move(request.json);
  }
  auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const Calculator calculator(std::move(library->policies));
  if (arguments.has(kJsonFlag.name)) {
    const auto result = calculator.compare(text);
    console.out.line(result);
    return is_answer(result) ? kDone : kInputWrong;
  }
  const auto answer = calculator.compare_plans(text);
  if (answer) {
    console.out.write(compare_text(answer->comparison, {*language, console.styled()}));
    return kDone;
  }
  if (!file_name.empty()) {
    complain_in_text(console, shown_name(file_name), text, answer.diagnostics());
    return kInputWrong;
  }
  for (const auto& problem : answer.diagnostics()) {
    const auto flag = problem.pointer == "/kind" ? "--kind" : flag_at(problem.pointer);
    console.complain(flag + (flag.empty() ? "" : ": ") + words_of(problem));
  }
  return kInputWrong;
}

}  // namespace

const Command kCompareCommand = {
    "compare",
    "",
    0,
    0,
    "one problem under every plan, soonest answer first",
    "Says when the vendor must answer under every plan of the policies named, or of all. What is promised comes\n"
    "first, sorted by the latest moment it may be due. Best effort, drafts and what a policy leaves out are never\n"
    "among promises. What we assumed and what a policy leaves open is said of each figure. Across policies describe\n"
    "the impact: a level means something else to each. What a policy has no place for is left out for it, and said.",
    kFlags,
    "  supportcalc compare --impact availability=down --impact environment=production --zone Europe/Berlin\n"
    "  supportcalc compare --policy spacelift --severity severity-1 --at 2026-04-02T14:30:00Z\n"
    "  supportcalc compare --policy zitadel --policy scalr --impact request=question --json\n",
    run};

}  // namespace supportcalc
