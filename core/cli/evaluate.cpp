// One ticket, as text for a person or as JSON.
#include "api/api.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "cli/problems.h"
#include "cli/request_flags.h"
#include "render/evaluation_text.h"

namespace supportcalc {
namespace {

constexpr auto kFlags = [] {
  std::array<Flag, kRequestFlags.size() + 4> flags{};
  std::copy(kRequestFlags.begin(), kRequestFlags.end(), flags.begin());
  flags[kRequestFlags.size()] = kRequestFlag;
  flags[kRequestFlags.size() + 1] = kJsonFlag;
  flags[kRequestFlags.size() + 2] = kLanguageFlag;
  flags[kRequestFlags.size() + 3] = kPoliciesFlag;
  return flags;
}();

// Where a request came from, for naming places in it.
struct Origin {
  std::string file;  // "" for flags
  std::string text;
};

void complain_about(const Diagnostics& problems, const Origin& origin, Console& console) {
  if (!origin.file.empty()) {
    complain_in_text(console, origin.file, origin.text, problems);
    return;
  }
  for (const auto& problem : problems) {
    const auto flag = flag_at(problem.pointer);
    console.complain(flag + (flag.empty() ? "" : ": ") + words_of(problem));
  }
}

// A flag without which there is no request; the message lists what there is.
std::string missing_flag(const Arguments& arguments, const PolicySet& policies) {
  if (!arguments.has("policy")) {
    return "--policy is missing. \"supportcalc list\" shows which there are.";
  }
  if (arguments.has("plan")) {
    return "";
  }
  std::string message = "--plan is missing.";
  const std::string name(arguments.value("policy"));
  const Policy* policy = policy_named(policies, name);
  if (policy != nullptr) {
    message += " Plans of " + name + ": " + known_plans(*policy) + ".";
  }
  return message;
}

// The first flag that describes a request, "" when there is none.
std::string_view request_flag(const Arguments& arguments) {
  for (const auto& flag : kRequestFlags) {
    if (arguments.has(flag.name)) {
      return flag.name;
    }
  }
  return "";
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "evaluate", console);
  if (!language) {
    return kUsageWrong;
  }
  const bool from_file = arguments.has(kRequestFlag.name);
  if (const auto flag = request_flag(arguments); from_file && !flag.empty()) {
    return usage_problem(console, "evaluate",
                         "--request and --" + std::string(flag) + " do not go together: put it into the file.");
  }
  auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const sys_seconds now = read_clock();
  Origin origin;
  if (from_file) {
    const std::string path(arguments.value(kRequestFlag.name));
    auto file = read_file(path);
    if (!file.ok()) {
      console.complain(shown_name(path) + ": " + file.problem);
      return kInputWrong;
    }
    origin = {shown_name(path), std::move(file.text)};
  } else {
    if (const auto problem = missing_flag(arguments, library->policies); !problem.empty()) {
      return usage_problem(console, "evaluate", problem);
    }
    auto request = request_from_flags(arguments, now);
    if (!request.problem.empty()) {
      return usage_problem(console, "evaluate", request.problem);
    }
    origin.text = std::move(request.json);
  }

  Calculator calculator(std::move(library->policies));
  if (arguments.has(kJsonFlag.name)) {
    const auto result = calculator.evaluate(origin.text);
    console.out.line(result);
    return is_answer(result) ? kDone : kInputWrong;
  }
  const auto answer = calculator.answer(origin.text);
  if (!answer) {
    complain_about(answer.diagnostics(), origin, console);
    return kInputWrong;
  }
  const AnswerView view{*answer->evaluator, answer->request.ticket, answer->evaluation};
  console.out.write(evaluation_text(view, answer->request.ticket.now.value_or(now), {*language, console.styled()}));
  return kDone;
}

}  // namespace

const Command kEvaluateCommand = {
    "evaluate",
    "",
    0,
    0,
    "when must they answer: one ticket",
    "Says how severe a ticket is under a policy, when the vendor must answer, what to do if they do not,\n"
    "whether it is covered, and what the policy leaves open. The request comes from flags or from a file;\n"
    "both give the same answer. Where an instant is asked for, \"now\" is the clock's time.",
    kFlags,
    "  supportcalc evaluate --policy zitadel --plan enterprise-cloud --impact availability=down \\\n"
    "      --impact environment=production --zone Europe/Berlin\n"
    "  supportcalc evaluate --policy zitadel@2023-10-06 --plan extended-sla --severity severity-1 \\\n"
    "      --at 2026-04-02T14:30:00Z --zone Asia/Tokyo --json\n"
    "  supportcalc evaluate --request ticket.json --lang de\n",
    run};

}  // namespace supportcalc
