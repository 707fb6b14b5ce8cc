// Ways to reach the vendor: escalation steps and channels.
//
// Example: {"id": "phone", "kind": "phone", "role": "emergency", "required_for": ["severity-1"], "hours": "always"} is
// a channel that a ticket of Severity 1 has to be filed through, at any hour.
#ifndef SUPPORTCALC_POLICY_CONTACT_H_
#define SUPPORTCALC_POLICY_CONTACT_H_

#include <string_view>

#include "policy/promise.h"
#include "policy/selector.h"
#include "policy/text.h"

namespace supportcalc {

struct Contact {
  std::string_view kind;
  std::string_view address;
};

struct EscalationStep {
  std::string_view id;
  Text label;
  Text trigger;
  Text how;
  List<Contact> contacts;
  bool contact_all = false;
  List<Text> roles;
  bool automatic = false;
  bool urgent = false;  // the one to take for a level marked so
  Selector where;
  Promise promise;
  Text note;
  Cite cite;
};

struct Escalation {
  std::string_view status;  // "stated", "not-stated", "none"
  Text note;
  List<EscalationStep> steps;
  Cite cite;
};

struct Channel {
  std::string_view id;
  std::string_view kind;
  Text label;
  std::string_view address;
  std::string_view role;
  List<Keyed<std::string_view>> availability;  // by plan
  Ids purposes;                                // "for": kinds of request it is meant for
  Ids required_for;                            // severities
  std::string_view hours;
  std::string_view address_status;
  Text note;
  Selector where;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_CONTACT_H_
