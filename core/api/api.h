// One JSON request in, one JSON result out: the face that CLI, wasm module and packages share.
//
// docs/api.md describes both. Everything else is in the headers below this one.
#ifndef SUPPORTCALC_API_API_H_
#define SUPPORTCALC_API_API_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/explain.h"
#include "api/messages_json.h"
#include "api/request.h"
#include "base/diagnostic.h"
#include "engine/evaluator.h"
#include "policy/policy_set.h"
#include "report/compare.h"

namespace supportcalc {

// An answer as structs, for those who put it into words themselves. Views and pointers in it are into
// `request` and into the calculator.
struct Answer {
  Request request;
  const Evaluator* evaluator = nullptr;
  Evaluation evaluation;
};

// A comparison as structs; it points into `request` and into the calculator.
struct CompareAnswer {
  CompareRequest request;
  Comparison comparison;
};

// Answers requests over a set of policies.
//
// Keeps the evaluators of recent plans and terms, so that many tickets under few plans cost little more than
// their JSON. Not for use by several threads at once; make one for each.
//
// Example:
//   auto [policies, rejected] = PolicySet::load(documents, all_checks());
//   Calculator calculator(std::move(policies));
//   calculator.evaluate(R"({"policy": "zitadel", "plan": "extended-sla", "severity": "severity-1",
//                           "submitted_at": "2023-10-20T14:30:00Z"})");
class Calculator {
 public:
  // Without `messages`, a request that asks for them is refused: request.include.unavailable.
  explicit Calculator(PolicySet policies, MessagesOf messages = messages_of);
  ~Calculator();
  Calculator(Calculator&&) noexcept;
  Calculator& operator=(Calculator&&) noexcept;

  const PolicySet& policies() const;

  // Never fails: a request that cannot be answered gives {"ok": false, ...} with every problem found.
  // Equal requests give equal bytes, in every runtime.
  std::string evaluate(std::string_view request);

  // The same as structs. The answer holds until the next request.
  Result<Answer> answer(std::string_view request);

  // What a form offers before there is a ticket: the revisions and which is in force, plans, levels, options,
  // assumptions, topics, channels, credits and the questions that still decide, for what was chosen so far. Only
  // `policy` and `submitted_at` are needed; docs/api.md, "Entries".
  std::string entries(std::string_view request) const;

  // One problem under every plan of the policies asked for, soonest answer first; docs/api.md has both forms.
  std::string compare(std::string_view request) const;
  // The same as structs.
  Result<CompareAnswer> compare_plans(std::string_view request) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_API_H_
