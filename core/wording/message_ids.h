// Which message is said of parts of an answer: the ids alone, which every result names.
//
// Modules that hold no other choice of words have these; `wording` adds parameters. A face that has an id looks up the
// sentence, and chooses none. All are keys of the catalogues; "" where nothing is said.
#ifndef SUPPORTCALC_WORDING_MESSAGE_IDS_H_
#define SUPPORTCALC_WORDING_MESSAGE_IDS_H_

#include <string>
#include <string_view>

#include "engine/evaluation.h"

namespace supportcalc {

// How strong a promise is. A draft publishes no target.
//
// Example: "commitment.target"; of a draft "commitment-draft.target".
std::string commitment_message(const Policy& policy, Commitment commitment);

// Why there is no due, or why there are several; "" for one due, and where a gap in the policy says why by its own
// text. With places for `option`.
//
// Example: "due.option-missing", "reason.out-of-scope", "commitment-note.best-effort"; "range.business-days".
std::string promise_message(const Policy& policy, const PromiseResult& result);

// The option that a due waits for, or that would narrow it; null for none.
const Option* option_in_question(const Policy& policy, const PromiseResult& result);

// Whether a promise was kept, with places for `elapsed` and `late`.
std::string_view outcome_message(const Outcome& outcome, bool disputed);

// What a credit is worth, with places for `what`, `status` and `amount`; "" where no promise of the answer calls for
// it.
std::string_view worth_message(const Evaluation& evaluation, const RemedyResult& result);

// What another answer would do to the level, with a place for `severity`.
std::string_view move_message(const SeverityDecision& decision, const Move& move);

// What stands in place of a list that is empty.
std::string no_steps_message(const Policy& policy);
std::string_view no_remedies_message(const Policy& policy);

// What is said where nobody asked whether something is covered; `lists` whether the policy says of anything that it is.
std::string_view scope_message(bool lists);

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_MESSAGE_IDS_H_
