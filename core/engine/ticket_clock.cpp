#include "engine/ticket_clock.h"

#include <algorithm>

#include "policy/text.h"

namespace supportcalc {
namespace {

// The latest instant that a ticket tells of, and no earlier than `from`.
sys_seconds last_known(const Ticket& ticket, sys_seconds from) {
  sys_seconds last = std::max(from, ticket.submitted_at);
  for (const auto& instant : {ticket.now, ticket.responded_at, ticket.resolved_at}) {
    last = std::max(last, instant.value_or(last));
  }
  return last;
}

}  // namespace

bool starts_at_filing(std::string_view event) {
  return event.empty() || event == "submission" || event == "proper-submission";
}

std::optional<sys_seconds> instant_of(const Ticket& ticket, std::string_view event) {
  if (starts_at_filing(event)) {
    return ticket.submitted_at;
  }
  if (event == "first-response") {
    return ticket.responded_at;
  }
  if (event == "resolution") {
    return ticket.resolved_at;
  }
  for (const auto& [name, at] : ticket.events) {
    if (name == event) {
      return at;
    }
  }
  return std::nullopt;
}

ClockStart start_of(const Target& target, const Ticket& ticket, const Due* first_response) {
  const auto& starts = target.clock.starts;
  const auto after_first_response = [&]() -> ClockStart {
    return first_response != nullptr && first_response->latest ? ClockStart{*first_response->latest, {}, {}}
                                                               : ClockStart{ticket.submitted_at, "first-response", {}};
  };
  if (target.repeats) {
    std::optional<sys_seconds> last = starts_at_filing(starts) ? std::nullopt : instant_of(ticket, starts);
    for (const std::string_view event : {"first-response", "last-update"}) {
      last = std::max(last, instant_of(ticket, event));
    }
    return last ? ClockStart{*last, {}, {}} : after_first_response();
  }
  const auto started = instant_of(ticket, starts);
  ClockStart start{started.value_or(ticket.submitted_at), started ? std::string_view() : starts, {}};
  if (target.kind == Kind::Update && starts_at_filing(starts) && !ticket.responded_at && first_response != nullptr) {
    const ClockStart follows = after_first_response();
    start.awaited = follows.awaited;
    start.not_before = follows.at;
  }
  return start;
}

ClockPauses pauses_of(const ClockTerms& clock, const Ticket& ticket, Arena& arena) {
  const auto merged = arena.make<Pause>(ticket.pauses.size());
  std::size_t size = 0;
  ClockPauses result;
  for (const auto& pause : ticket.pauses) {
    if (!contains(clock.pauses, pause.party)) {
      continue;
    }
    const sys_seconds to = pause.to.value_or(last_known(ticket, pause.from));
    result.open_since = pause.to || result.open_since ? result.open_since : std::optional(pause.from);
    if (size > 0 && pause.from <= merged[size - 1].to) {
      merged[size - 1].to = std::max(merged[size - 1].to, to);
    } else {
      merged[size++] = {pause.from, to};
    }
  }
  result.spans = merged.first(size);
  return result;
}

bool stops_for(const ClockTerms& clock, const Ticket& ticket) {
  return std::any_of(ticket.pauses.begin(), ticket.pauses.end(),
                     [&clock](const TicketPause& pause) { return contains(clock.pauses, pause.party); });
}

std::optional<sys_seconds> answer_to(Kind kind, const Ticket& ticket) {
  switch (kind) {
    case Kind::FirstResponse:
      return ticket.responded_at;
    case Kind::Workaround:
    case Kind::Resolution:
    case Kind::ResolutionOrWorkaround:
      return ticket.resolved_at;
    case Kind::Update:
    case Kind::IncidentReport:
    case Kind::VulnerabilityFix:
      break;
  }
  return std::nullopt;
}

}  // namespace supportcalc
