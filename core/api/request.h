// A request as it was written, in typed form.
//
// Example: {"policy": "zitadel@2023-10-06", "plan": "extended-sla", "severity": "severity-1", "submitted_at":
// "2026-04-02T14:30:00Z"} has policy "zitadel@2023-10-06" and a ticket of severity "severity-1".
#ifndef SUPPORTCALC_API_REQUEST_H_
#define SUPPORTCALC_API_REQUEST_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "engine/ticket.h"
#include "policy/json_reader.h"

namespace supportcalc {

struct Includes {
  bool timeline = false;
  bool week_map = false;
  bool cliff = false;
  bool trace = false;
  bool messages = false;
  bool offer = false;
};

struct Request {
  JsonDocument document;    // where all texts of the request are
  std::string_view policy;  // "zitadel", "zitadel@2023-10-06"
  std::string_view plan;
  Terms terms;
  Includes include;
  std::optional<std::int64_t> target;  // index of the one that timeline, week map and cliff are about
  Ticket ticket;
};

// The table of ids to texts at `key`; a whole number counts as its decimal text.
List<Keyed<std::string_view>> read_settings(JsonReader& reader, std::string_view key);

// A request and what is wrong with it. What could be read is there also then, so that the rest of it can be judged and
// every problem is told at once; so it is no Result.
template <class T>
struct ReadRequest {
  T request;
  Diagnostics problems;
};

// Problems: json.*, value.*, instant.*, zone.unknown, date.malformed, request.pauses.order.
ReadRequest<Request> read_request(std::string_view text);

// The request of a ticket as far as it is filled in: everything but policy and submitted_at may be missing.
ReadRequest<Request> read_entries_request(std::string_view text);

// A request to compare: that of a ticket without a plan, and with several policies.
struct CompareRequest {
  Ids policies;  // "zitadel", "zitadel@2023-10-06"; empty for all
  Kind kind = Kind::FirstResponse;
  Request request;  // without policy and plan
};

// As `read_request`; problems also: value.not_allowed for the kind.
ReadRequest<CompareRequest> read_compare_request(std::string_view text);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_REQUEST_H_
