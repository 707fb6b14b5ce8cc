// What of a ticket moves the clock of a target: the event that starts it, the pauses that stop it, the answer that ends
// it.
//
// Instants are UTC seconds.
#ifndef SUPPORTCALC_ENGINE_TICKET_CLOCK_H_
#define SUPPORTCALC_ENGINE_TICKET_CLOCK_H_

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "engine/promise_result.h"
#include "engine/ticket.h"
#include "policy/promise.h"

namespace supportcalc {

// Whether a clock that starts so starts when the ticket is filed: "", "submission" and "proper-submission".
bool starts_at_filing(std::string_view event);

// When an event happened, by its name in a policy's `clock.starts`; nothing where it has not, or the ticket does not
// say.
//
// Example: "first-response" is `responded_at`, "priority-set" one of `events`.
std::optional<sys_seconds> instant_of(const Ticket& ticket, std::string_view event);

// When the clock of a target starts. `first_response` is the due of the first response to the same ticket, null where
// there is none.
//
// A target that repeats counts from the last of its events: what its clock names, the first response, the last update;
// before the first response from when that is due at the latest. An update that counts from the filing is not due
// before the first response is.
//
// Example: updates every 2 hours, first response due 10:30, nothing answered yet: starts at 10:30. Answered at 9:10:
// starts at 9:10.
ClockStart start_of(const Target& target, const Ticket& ticket, const Due* first_response);

// The pauses of a ticket that stop a clock, merged, in `arena`. One that still lasts ends at the latest instant that
// the ticket knows.
ClockPauses pauses_of(const ClockTerms& clock, const Ticket& ticket, Arena& arena);

// Whether the vendor waited for anybody for whom a clock stands still.
bool stops_for(const ClockTerms& clock, const Ticket& ticket);

// When what a target asks for was given: `responded_at` for a first response, `resolved_at` for a resolution or a
// workaround; nothing for other kinds.
std::optional<sys_seconds> answer_to(Kind kind, const Ticket& ticket);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_TICKET_CLOCK_H_
