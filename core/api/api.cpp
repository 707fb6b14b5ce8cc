#include "api/api.h"

#include "base/excerpt.h"

#include <list>

#include "api/json_writer.h"
#include "api/report_json.h"
#include "api/request.h"
#include "api/result_json.h"
#include "policy/json_reader.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

// What an evaluator was prepared for.
struct Key {
  const Policy* policy;
  std::string plan;
  Terms terms;

  bool operator==(const Key& other) const {
    return policy == other.policy && plan == other.plan && terms.options == other.terms.options &&
           terms.assumptions == other.terms.assumptions;
  }
};

constexpr std::size_t kMostEvaluators = 64;

Diagnostic unknown_policy(const PolicySet& policies, const Request& request) {
  Ids known;
  for (const auto& policy : policies.policies()) {
    if (request.revision.empty() && (known.empty() || known.back() != policy.id)) {
      known.push_back(policy.id);
    } else if (!request.revision.empty() && policy.id == request.policy) {
      known.push_back(policy.revision);
    }
  }
  if (request.revision.empty() || known.empty()) {
    return {Code::RequestPolicyUnknown, "/policy", {{"id", excerpt(request.policy)}, {"known", list_names(known)}}};
  }
  return {Code::RequestRevisionUnknown,
          "/policy",
          {{"policy", request.policy}, {"revision", excerpt(request.revision)}, {"known", list_names(known)}}};
}

}  // namespace

std::string diagnostics_json(const Diagnostics& diagnostics) {
  JsonWriter json;
  json.begin_object().flag("ok", false).key("diagnostics").begin_array();
  for (const auto& diagnostic : diagnostics) {
    const auto words = explain(diagnostic);
    json.begin_object().member("code", code_id(diagnostic.code)).member("pointer", diagnostic.pointer);
    json.member("message", words.message).member("hint", words.hint).key("parameters").begin_object();
    for (const auto& parameter : diagnostic.parameters) {
      json.member(parameter.name, parameter.value);
    }
    json.end_object().end_object();
  }
  return json.end_array().end_object().take();
}

struct Calculator::State {
  PolicySet policies;
  std::list<std::pair<Key, std::unique_ptr<Evaluator>>> evaluators;  // the latest first

  Result<const Evaluator*> evaluator_for(const Policy& policy, const Request& request) {
    const Key key{&policy, request.plan, request.terms};
    for (auto it = evaluators.begin(); it != evaluators.end(); ++it) {
      if (it->first == key) {
        evaluators.splice(evaluators.begin(), evaluators, it);
        return static_cast<const Evaluator*>(evaluators.front().second.get());
      }
    }
    auto made = Evaluator::make(policies, policy, request.plan, request.terms);
    if (!made) {
      return made.diagnostics();
    }
    evaluators.emplace_front(key, *std::move(made));
    if (evaluators.size() > kMostEvaluators) {
      evaluators.pop_back();
    }
    return static_cast<const Evaluator*>(evaluators.front().second.get());
  }
};

Calculator::Calculator(PolicySet policies) : state_(std::make_unique<State>()) {
  state_->policies = std::move(policies);
}
Calculator::~Calculator() = default;
Calculator::Calculator(Calculator&&) noexcept = default;
Calculator& Calculator::operator=(Calculator&&) noexcept = default;

const PolicySet& Calculator::policies() const { return state_->policies; }

Diagnostics Calculator::answer(std::string_view text, Answer& answer) {
  Request& request = answer.request;
  auto problems = read_request(text, request);
  // An empty name is unknown rather than missing.
  if (request.policy.empty() && !problems.empty()) {
    return problems;
  }
  Revision revision;
  if (request.revision.empty()) {
    const local_days filed{date::floor<date::days>(request.ticket.submitted_at).time_since_epoch()};
    revision = state_->policies.in_force(request.policy, filed);
  } else {
    revision.policy = state_->policies.find(request.policy, request.revision);
  }
  if (revision.policy == nullptr) {
    problems.push_back(unknown_policy(state_->policies, request));
    return problems;
  }
  if (request.plan.empty() && !problems.empty()) {
    return problems;
  }
  const auto evaluator = state_->evaluator_for(*revision.policy, request);
  if (!evaluator) {
    problems.insert(problems.end(), evaluator.diagnostics().begin(), evaluator.diagnostics().end());
    return problems;
  }
  answer.evaluator = *evaluator;
  answer.fit = revision.fit;
  const auto more = answer.evaluator->evaluate(request.ticket, answer.evaluation);
  problems.insert(problems.end(), more.begin(), more.end());
  return problems;
}

std::string Calculator::evaluate(std::string_view text) {
  Answer answer;
  auto problems = this->answer(text, answer);
  if (!problems.empty()) {
    return diagnostics_json(problems);
  }
  const ResultContext context{*answer.evaluator, answer.request.ticket, answer.fit, !answer.request.revision.empty()};
  JsonWriter json;
  json.begin_object();
  write_result(answer.evaluation, context, json);
  problems = write_reports(answer.evaluation, *answer.evaluator, answer.request, json);
  return problems.empty() ? json.end_object().take() : diagnostics_json(problems);
}

}  // namespace supportcalc
