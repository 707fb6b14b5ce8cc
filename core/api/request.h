// A request as it was written, in typed form.
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

// Reads a request into `request`. Problems: json.*, value.*, instant.*, zone.unknown, date.malformed,
// request.pauses.order.
Diagnostics read_request(std::string_view text, Request& request);

// A request to compare: that of a ticket without a plan, and with several policies.
struct CompareRequest {
  Ids policies;  // "zitadel", "zitadel@2023-10-06"; empty for all
  Kind kind = Kind::FirstResponse;
  Request request;  // without policy and plan
};

// As `read_request`; problems also: value.not_allowed for the kind.
Diagnostics read_compare_request(std::string_view text, CompareRequest& compare);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_REQUEST_H_
