#include "wording/message_ids.h"

#include "base/concat.h"
#include "policy/names.h"

namespace supportcalc {

std::string commitment_message(const Policy& policy, Commitment commitment) {
  const bool unpublished = policy.status == Status::Draft && commitment == Commitment::Target;
  return concat({unpublished ? "commitment-draft." : "commitment.", name_of(commitment)});
}

const Option* option_in_question(const Policy& policy, const PromiseResult& result) {
  const PreparedPromise& prepared = *result.promise;
  return find_by_id(policy.options, result.due                              ? prepared.open_option
                                    : result.no_due == NoDue::OptionMissing ? prepared.missing_option
                                                                            : std::string_view());
}

std::string promise_message(const Policy& policy, const PromiseResult& result) {
  const PreparedPromise& prepared = *result.promise;
  const Promise& promise = *prepared.promise;
  if (!result.due) {
    if (result.no_due == NoDue::OptionMissing) {
      return "due.option-missing";
    }
    if (result.no_due == NoDue::OutOfScope) {
      return "reason.out-of-scope";
    }
    const bool best_case = prepared.best_case && promise.commitment == Commitment::NotStated;
    return concat({"commitment-note.", best_case ? std::string_view("best-case") : name_of(promise.commitment)});
  }
  const bool is_range = result.due->at && result.due->latest != result.due->earliest;
  if (!is_range || find_by_id(policy.ambiguities, promise.ambiguity) != nullptr) {
    return {};
  }
  const auto& amount = prepared.amount;
  return option_in_question(policy, result) != nullptr  ? "range.option"
         : amount && amount->min != amount->max         ? "range.amount"
         : amount && amount->unit == Unit::BusinessDays ? "range.business-days"
                                                        : "range.readings";
}

std::string_view outcome_message(const Outcome& outcome, bool disputed) {
  return disputed ? "outcome.disputed" : outcome.met ? "outcome.met" : "outcome.missed";
}

std::string_view worth_message(const Evaluation& evaluation, const RemedyResult& result) {
  return applies_to(evaluation, result).empty() ? ""
         : result.most == 0                     ? "remedy.status"
         : result.least == result.most          ? "remedy.worth"
                                                : "remedy.worth-by-reading";
}

std::string_view move_message(const SeverityDecision& decision, const Move& move) {
  return decision.severity == nullptr ? "move.other" : move.up ? "move.up" : "move.down";
}

std::string no_steps_message(const Policy& policy) {
  const auto status = policy.escalation.status;
  return concat({"escalation.", status == "stated" ? "not-for-plan" : status.empty() ? "not-stated" : status});
}

std::string_view no_remedies_message(const Policy& policy) {
  return policy.remedies.empty() ? "remedies.not-stated" : "remedies.not-for-plan";
}

std::string_view scope_message(bool lists) { return lists ? "scope.not-asked" : "scope.nothing"; }

}  // namespace supportcalc
