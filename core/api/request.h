// A request as it was written, in typed form.
#ifndef SUPPORTCALC_API_REQUEST_H_
#define SUPPORTCALC_API_REQUEST_H_

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "engine/ticket.h"

namespace supportcalc {

struct Includes {
  bool timeline = false;
  bool week_map = false;
  bool cliff = false;
  bool trace = false;
};

struct Request {
  std::string policy;
  std::string revision;  // "" for the one in force
  std::string plan;
  Terms terms;
  Includes include;
  Ticket ticket;  // its views are into this request

  Request() = default;
  Request(const Request&) = delete;  // the views would point into the original
  Request& operator=(const Request&) = delete;

  // Texts the ticket points into.
  std::string severity;
  std::string topic;
  std::string maturity;
  std::string channel;
  std::vector<std::pair<std::string, std::string>> impact;
};

// Reads a request into `request`. Problems: json.*, value.*, instant.*, zone.unknown, date.malformed,
// request.pauses.order.
Diagnostics read_request(std::string_view text, Request& request);

}  // namespace supportcalc

#endif  // SUPPORTCALC_API_REQUEST_H_
