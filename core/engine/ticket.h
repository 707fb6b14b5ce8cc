// What a customer asks about: one ticket, in typed form.
//
// Instants are UTC seconds. Everything but `submitted_at` may be left out; ids are checked by Evaluator::evaluate.
//
// Example: {"submitted_at": "2026-04-02T14:30:00Z", "severity": "severity-1"} is a ticket without impact, channel,
// answer or escalation.
#ifndef SUPPORTCALC_ENGINE_TICKET_H_
#define SUPPORTCALC_ENGINE_TICKET_H_

#include <optional>
#include <string_view>

#include "civil/civil.h"
#include "policy/predicate.h"
#include "zone/zone.h"

namespace supportcalc {

// What the contract and the user settle beyond the plan, as views. Values of integer options are decimal text.
struct Terms {
  List<Keyed<std::string_view>> options;
  List<Keyed<std::string_view>> assumptions;
};

// A span in which the vendor waited for somebody.
struct TicketPause {
  sys_seconds from;
  std::optional<sys_seconds> to;  // nothing while the wait lasts
  std::string_view party;         // by kClockPauseNames
};

// The version in use: when it was released, and how many releases it is behind.
struct Version {
  std::optional<local_days> released_on;
  std::optional<std::int64_t> behind;
};

// Ids are views into the request; they are checked by `Evaluator::evaluate`.
struct Ticket {
  sys_seconds submitted_at;
  std::string_view severity;  // "" when the impact decides
  bool has_impact = false;
  Impact impact;
  std::optional<Zone> visitor_zone;
  std::string_view topic;
  std::string_view maturity;
  std::string_view channel;
  std::optional<Version> version;
  List<TicketPause> pauses;                 // by their beginning
  List<Keyed<sys_seconds>> events;          // by kClockStartNames, but those that have a member of their own
  std::optional<sys_seconds> responded_at;  // the event "first-response"
  std::optional<sys_seconds> resolved_at;   // the event "resolution"
  std::optional<sys_seconds> escalated_at;
  std::optional<sys_seconds> escalation_responded_at;
  std::optional<sys_seconds> now;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_TICKET_H_
