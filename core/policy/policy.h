// A policy: one revision of one vendor's support terms, as data.
//
// The structs of this header and those it includes mirror docs/policy-format.md key by key; that page says what each
// means. Instances come from `load_policy` (policy/load.h), which has checked references, so a reader need not. All
// they hold are views into the arena of the document they were read from. Which of its rows hold for a ticket:
// policy/selection.h.
//
// Example: policies/zitadel/2023-10-06.json has id "zitadel", revision "2023-10-06", in_force_from 2023-10-06,
// in_force_until 2023-11-15, four plans and four severities; facet("workaround") is the common facet.
#ifndef SUPPORTCALC_POLICY_POLICY_H_
#define SUPPORTCALC_POLICY_POLICY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar/holidays.h"
#include "civil/civil.h"
#include "policy/contact.h"
#include "policy/facts.h"
#include "policy/opening_hours.h"
#include "policy/plan.h"
#include "policy/promise.h"
#include "policy/remedy.h"
#include "policy/scope.h"
#include "policy/selector.h"
#include "policy/severity.h"
#include "policy/terms.h"
#include "policy/text.h"
#include "policy/vocabulary.h"

namespace supportcalc {

struct Policy {
  std::string_view id;
  std::string_view revision;
  Text title;
  std::string_view vendor_name;
  std::string_view vendor_url;
  Status status = Status::Published;
  std::optional<local_days> in_force_from;
  std::optional<local_days> in_force_until;  // the first day it no longer holds
  std::string_view read_on;
  Choice time_zone;
  std::optional<Fact> yields_to;
  List<Source> sources;
  List<Option> options;
  List<Assumption> assumptions;
  List<HoursDefinition> hours;
  List<Facet> questions;
  List<Plan> plans;
  List<Severity> severities;
  Text severity_set_by;
  Text severity_may_change;
  Cite severity_setting_cite;
  List<Presumption> presumed;
  std::string_view default_severity;
  Cite default_severity_cite;
  List<Target> targets;
  Escalation escalation;
  List<Channel> channels;
  Scope scope;
  List<Remedy> remedies;
  std::string_view remedies_status;
  Cite remedies_status_cite;
  List<TicketItem> ticket;
  List<LifecycleRule> lifecycle;
  List<Maintenance> maintenance;
  List<Fact> facts;
  List<Ambiguity> ambiguities;

  // A common facet or one of the policy's own; null when there is none of that id.
  const Facet* facet(std::string_view id) const;
};

// The years holidays are expanded for, so that clocks are right at both ends of the supported range.
inline constexpr int kFirstClockYear = 2014;
inline constexpr int kLastClockYear = 2101;

// A published list of public holidays, as rules.
struct HolidayCalendar {
  std::string_view id;
  Text name;
  std::string_view read_on;
  List<Source> sources;
  std::string_view extends;           // the calendar whose rules this one has, too; ""
  std::int64_t complete_until = 0;    // the last year for which its makers have said all; 0 where they say nothing
  List<HolidayRule> rules;            // its own, then those it takes from the one it extends
  List<Text> rule_names;              // one per rule
  List<std::string_view> rule_homes;  // likewise: the id of the calendar whose document has it
  List<Holiday> holidays;             // expanded over the supported years, sorted
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_POLICY_H_
