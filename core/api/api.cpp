#include "api/api.h"

#include <algorithm>
#include <list>

#include "api/diagnostic_json.h"
#include "api/json_writer.h"
#include "api/report_json.h"
#include "api/request.h"
#include "api/result_json.h"
#include "base/codes.h"
#include "policy/json_reader.h"

namespace supportcalc {
namespace {

bool same(List<Keyed<std::string_view>> a, List<Keyed<std::string_view>> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

// Whether an evaluator was prepared for this.
bool serves(const Evaluator& evaluator, const Policy& policy, const Request& request) {
  return &evaluator.policy() == &policy && evaluator.plan().id == request.plan &&
         same(evaluator.given_terms().options, request.terms.options) &&
         same(evaluator.given_terms().assumptions, request.terms.assumptions);
}

constexpr std::size_t kMostEvaluators = 64;

}  // namespace

struct Calculator::State {
  PolicySet policies;
  MessagesOf messages = nullptr;
  std::list<std::unique_ptr<Evaluator>> evaluators;  // the latest first

  Result<const Evaluator*> evaluator_for(const Policy& policy, const Request& request) {
    for (auto it = evaluators.begin(); it != evaluators.end(); ++it) {
      if (serves(**it, policy, request)) {
        evaluators.splice(evaluators.begin(), evaluators, it);
        return static_cast<const Evaluator*>(evaluators.front().get());
      }
    }
    auto made = Evaluator::make(policies, policy, request.plan, request.terms);
    if (!made) {
      return made.diagnostics();
    }
    evaluators.push_front(*std::move(made));
    if (evaluators.size() > kMostEvaluators) {
      evaluators.pop_back();
    }
    return static_cast<const Evaluator*>(evaluators.front().get());
  }
};

Calculator::Calculator(PolicySet policies, MessagesOf messages) : state_(std::make_unique<State>()) {
  state_->policies = std::move(policies);
  state_->messages = messages;
}
Calculator::~Calculator() = default;
Calculator::Calculator(Calculator&&) noexcept = default;
Calculator& Calculator::operator=(Calculator&&) noexcept = default;

const PolicySet& Calculator::policies() const { return state_->policies; }

Result<Answer> Calculator::answer(std::string_view text) {
  auto [request, problems] = read_request(text);
  // An empty name is unknown rather than missing.
  if (request.policy.empty() && !problems.empty()) {
    return problems;
  }
  const local_days filed{date::floor<date::days>(request.ticket.submitted_at).time_since_epoch()};
  const auto revision = state_->policies.named(request.policy, filed);
  if (!revision) {
    add(problems, revision.diagnostics());
    return problems;
  }
  if (request.plan.empty() && !problems.empty()) {
    return problems;
  }
  const auto evaluator = state_->evaluator_for(*revision->policy, request);
  if (!evaluator) {
    add(problems, evaluator.diagnostics());
    return problems;
  }
  auto evaluation = (*evaluator)->evaluate(request.ticket, {revision->fit, names_revision(request.policy)});
  if (!evaluation) {
    add(problems, evaluation.diagnostics());
  }
  if (!problems.empty()) {
    return problems;
  }
  return Answer{std::move(request), *evaluator, *std::move(evaluation)};
}

std::string Calculator::evaluate(std::string_view text) {
  const auto answer = this->answer(text);
  if (!answer) {
    return diagnostics_json(answer.diagnostics(), explain_ticket);
  }
  const Ticket& ticket = answer->request.ticket;
  std::string messages;
  if (answer->request.include.messages) {
    if (state_->messages == nullptr) {
      return diagnostics_json({{Code::RequestIncludeUnavailable, "/include", {}}}, explain_ticket);
    }
    messages = state_->messages({*answer->evaluator, ticket, answer->evaluation});
  }
  JsonWriter json;
  json.begin_object();
  write_result(answer->evaluation, *answer->evaluator, ticket, json);
  if (answer->request.include.offer) {
    write_offer(answer->evaluation, *answer->evaluator, ticket, json);
  }
  const auto problems = write_reports(answer->evaluation, *answer->evaluator, answer->request, json);
  if (answer->request.include.messages) {
    json.key("messages").raw(messages);
  }
  return problems.empty() ? json.end_object().take() : diagnostics_json(problems, explain_ticket);
}

}  // namespace supportcalc
