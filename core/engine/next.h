// The one thing to do now: file there, call, wait until, escalate, claim.
#ifndef SUPPORTCALC_ENGINE_NEXT_H_
#define SUPPORTCALC_ENGINE_NEXT_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "civil/civil.h"
#include "engine/ticket.h"
#include "engine/vocabulary.h"
#include "policy/policy.h"

namespace supportcalc {

struct Evaluation;
struct Question;

// Indexes are into the evaluation's lists; what does not apply is empty.
struct Next {
  Do what = Do::File;
  std::optional<std::size_t> channel;
  std::optional<std::size_t> step;
  std::optional<std::size_t> remedy;
  std::string_view question;  // the facet to ask about
  std::optional<sys_seconds> by;
};

// What a ticket leaves to do. `question` is the one that narrows the level most, null where none does; `supported` is
// false for a plan whose support is community or none and that no option given lifts. `evaluation` is complete but for
// its `next`. Nothing where the ticket was answered in time and nothing else is owed.
//
// "Filed" means that `now` is later than `submitted_at`. docs/api.md, "Next", has the table.
//
// Example: ControlPlane 2026-07-24, Severity 1, not filed: Call, the phone, by the due of the first response.
std::optional<Next> next_of(const Evaluation& evaluation, const Ticket& ticket, const Question* question,
                            bool supported);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_NEXT_H_
