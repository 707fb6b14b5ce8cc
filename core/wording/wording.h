// Chooses what is said of an answer: which sentences, with which figures, in the order in which they are read.
//
// Command and page show these; neither chooses again. docs/decisions/0017-wording.md says what belongs here.
#ifndef SUPPORTCALC_WORDING_WORDING_H_
#define SUPPORTCALC_WORDING_WORDING_H_

#include <vector>

#include "engine/evaluator.h"
#include "wording/message.h"

namespace supportcalc {

// What there is to be said something about. What is referred to must outlive it.
struct AnswerView {
  const Evaluator& evaluator;
  const Ticket& ticket;
  const Evaluation& evaluation;
};

// Every line of an answer. Lines about the same thing follow each other, its title first. Never fails; the lines hold
// views into the policy.
//
// Example, of ZITADEL's Severity 1 filed 2026-04-02T14:30:00Z, its first target:
//   {"/targets/0", Part::Title, {"said", {{"text", SaidId{"kind", "first-response"}}}}}
//   {"/targets/0", Part::Due, {"due.at", {{"at", Moment{2026-04-07T06:30:00Z, Europe/Zurich}}}}}
//   {"/targets/0", Part::Terms, ...}
//
// The message that is about "/next" says the one thing to do now.
std::vector<Line> wording_of(const AnswerView& answer);

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_WORDING_H_
