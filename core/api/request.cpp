#include "api/request.h"

#include "base/excerpt.h"

#include <array>

#include "base/codes.h"
#include "base/sort.h"
#include "engine/ticket_clock.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostPauses = 1000;
constexpr std::int64_t kMostTargets = 10'000;
constexpr std::array<std::string_view, 6> kIncludeNames = {"timeline", "week_map", "cliff",
                                                           "trace",    "messages", "offer"};

std::optional<sys_seconds> instant(JsonReader& reader, std::string_view key) {
  if (reader.find(key) == nullptr) {
    return std::nullopt;
  }
  const std::size_t before = reader.problems().size();
  const auto text = reader.string(key);
  if (reader.problems().size() != before) {
    return std::nullopt;
  }
  const auto parsed = parse_instant(text, "");
  if (!parsed) {
    report(reader.problems(), parsed.diagnostics(), reader.place().to(key));
    return std::nullopt;
  }
  return *parsed;
}

sys_seconds required_instant(JsonReader& reader, std::string_view key) {
  if (reader.find(key) == nullptr) {
    reader.report(Code::ValueMissing, "", {{"key", key}});
  }
  return instant(reader, key).value_or(sys_seconds{});
}

}  // namespace

List<Keyed<std::string_view>> read_settings(JsonReader& reader, std::string_view key) {
  Arena& arena = reader.destination().arena;
  const JsonValue& members = reader.members(key);
  const auto result = arena.make<Keyed<std::string_view>>(members.size());
  std::size_t size = 0;
  const Place place = reader.place().to(key);
  for (const JsonValue& member : members) {
    if (member.is_integer()) {
      result[size++] = {member.key(), arena.copy(std::to_string(member.integer()))};
    } else if (!member.is_null()) {
      result[size++] = {member.key(), read_string(member, place.to(member.key()), reader.problems())};
    }
  }
  return result.first(size);
}

namespace {

struct BeginsEarlier {
  bool operator()(const TicketPause& a, const TicketPause& b) const { return a.from < b.from; }
};

void read_pauses(JsonReader& reader, Ticket& ticket) {
  ticket.pauses = reader.list<TicketPause>("pauses", [&](const JsonValue& json, const Place& at) {
    JsonReader item(json, at, reader.destination());
    const std::size_t before = reader.problems().size();
    TicketPause pause{required_instant(item, "from"), instant(item, "to"), item.word("for", kClockPauseNames)};
    pause.party = pause.party.empty() ? kClockPauseNames.front() : pause.party;
    item.finish();
    if (reader.problems().size() == before && pause.to && *pause.to <= pause.from) {
      item.report(Code::RequestPausesOrder, "to");
    }
    return pause;
  });
  if (ticket.pauses.size() > kMostPauses) {
    reader.report(Code::ListTooLong, "pauses", {{"limit", std::to_string(kMostPauses)}});
  }
  const auto sorted = reader.destination().arena.make<TicketPause>(ticket.pauses.size());
  std::copy(ticket.pauses.begin(), ticket.pauses.end(), sorted.begin());
  sort(sorted, BeginsEarlier());
  ticket.pauses = sorted;
}

// The instants of events; those that have a key of their own go there, which must not say otherwise.
void read_events(JsonReader& reader, Ticket& ticket) {
  const JsonValue* object = reader.find("events");
  if (object == nullptr) {
    return;
  }
  Arena& arena = reader.destination().arena;
  JsonReader events(*object, reader.place().to("events"), reader.destination());
  for (const auto& event : kClockStartNames) {
    const auto at = starts_at_filing(event) ? std::nullopt : instant(events, event);
    if (!at) {
      continue;
    }
    auto* const own = event == "first-response" ? &ticket.responded_at
                      : event == "resolution"   ? &ticket.resolved_at
                                                : nullptr;
    if (own == nullptr) {
      ticket.events = arena.appended(ticket.events, {event, *at});
    } else if (*own && **own != *at) {
      events.report(Code::RequestEventsConflict, event);
    } else {
      *own = at;
    }
  }
  events.finish();
}

void read_include(JsonReader& reader, Includes& include) {
  const auto names = reader.ids("include");
  for (std::size_t i = 0; i < names.size(); ++i) {
    bool* const flags[] = {&include.timeline, &include.week_map, &include.cliff,
                           &include.trace,    &include.messages, &include.offer};
    bool known = false;
    for (std::size_t k = 0; k < kIncludeNames.size(); ++k) {
      if (names[i] == kIncludeNames[k]) {
        *flags[k] = known = true;
      }
    }
    if (!known) {
      report(reader.problems(), Code::ValueNotAllowed, reader.place().to("include", i),
             {{"value", excerpt(names[i])}, {"allowed", "timeline, week_map, cliff, trace, messages, offer"}});
    }
  }
}

// What every request has besides policy and plan.
void read_ticket(JsonReader& reader, Request& request) {
  request.terms.options = read_settings(reader, "options");
  request.terms.assumptions = read_settings(reader, "assumptions");

  Ticket& ticket = request.ticket;
  ticket.severity = reader.string("severity");
  ticket.topic = reader.string("topic");
  ticket.maturity = reader.string("maturity");
  ticket.channel = reader.string("channel");
  const auto impact = read_settings(reader, "impact");
  ticket.has_impact = !impact.empty();
  ticket.impact.assign(impact.begin(), impact.end());
  ticket.submitted_at = required_instant(reader, "submitted_at");
  ticket.responded_at = instant(reader, "responded_at");
  ticket.resolved_at = instant(reader, "resolved_at");
  read_events(reader, ticket);
  ticket.escalated_at = instant(reader, "escalated_at");
  ticket.escalation_responded_at = instant(reader, "escalation_responded_at");
  ticket.now = instant(reader, "now");
  if (const auto zone_name = reader.string("visitor_time_zone"); !zone_name.empty()) {
    const auto zone = find_zone(zone_name, "/visitor_time_zone");
    if (zone) {
      ticket.visitor_zone = *zone;
    } else {
      add(reader.problems(), zone.diagnostics());
    }
  }
  if (const JsonValue* version = reader.find("version")) {
    JsonReader item(*version, reader.place().to("version"), reader.destination());
    ticket.version = Version{item.day("released_on"), item.integer("behind", 0, 10'000)};
    item.finish();
  }
  read_pauses(reader, ticket);
  if (!in_supported_range(ticket.submitted_at)) {
    // That has been reported. What else is wrong is found as for a ticket of the newest revision.
    constexpr sys_seconds kAnyDay = sys_days{date::year{2050} / 1 / 1};
    ticket.submitted_at = kAnyDay;
    ticket.responded_at = ticket.resolved_at = ticket.escalated_at = ticket.escalation_responded_at = ticket.now =
        std::nullopt;
    ticket.pauses = {};
    ticket.events = {};
  }
}

// Whether the text holds an object.
bool parse(std::string_view text, Request& request, Diagnostics& problems) {
  auto document = parse_json(text, kRequestLimits);
  if (!document) {
    problems = document.diagnostics();
    return false;
  }
  request.document = *std::move(document);
  if (!request.document->is_object()) {
    report(problems, Code::ValueWrongType, Place(), {{"expected", "object"}});
    return false;
  }
  return true;
}

}  // namespace

ReadRequest<Request> read_request(std::string_view text) {
  ReadRequest<Request> read;
  auto& [request, problems] = read;
  if (!parse(text, request, problems)) {
    return read;
  }
  JsonReader reader(*request.document, Place(), {request.document.arena, problems});
  request.policy = reader.required_string("policy");
  request.plan = reader.required_string("plan");
  read_ticket(reader, request);
  read_include(reader, request.include);
  request.target = reader.integer("target", 0, kMostTargets);
  reader.finish();
  return read;
}

ReadRequest<Request> read_entries_request(std::string_view text) {
  ReadRequest<Request> read;
  auto& [request, problems] = read;
  if (!parse(text, request, problems)) {
    return read;
  }
  JsonReader reader(*request.document, Place(), {request.document.arena, problems});
  request.policy = reader.required_string("policy");
  request.plan = reader.string("plan");
  read_ticket(reader, request);
  reader.finish();
  return read;
}

ReadRequest<CompareRequest> read_compare_request(std::string_view text) {
  ReadRequest<CompareRequest> read;
  auto& [compare, problems] = read;
  if (!parse(text, compare.request, problems)) {
    return read;
  }
  Arena& arena = compare.request.document.arena;
  JsonReader reader(*compare.request.document, Place(), {arena, problems});
  const JsonValue* policy = reader.find("policy");
  if (policy != nullptr && policy->is_array()) {
    compare.policies = reader.ids("policy");
  } else if (const auto name = reader.required_string("policy"); name != "*") {
    const auto only = arena.make<std::string_view>(1);
    only[0] = name;
    compare.policies = only;
  }
  compare.kind = reader.enumerator("kind", kKindNames, Kind::FirstResponse);
  read_ticket(reader, compare.request);
  reader.finish();
  return read;
}

}  // namespace supportcalc
