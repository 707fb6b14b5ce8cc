// What a policy's shape cannot say: that its parts fit together, and that it makes sense.
#ifndef SUPPORTCALC_POLICY_CHECK_H_
#define SUPPORTCALC_POLICY_CHECK_H_

#include <vector>

#include "base/diagnostic.h"
#include "policy/json_reader.h"
#include "policy/policy.h"

namespace supportcalc {

// Every id that is named exists, none exists twice, figures and words go together. A policy that fails cannot
// be evaluated. Problems: id.duplicate, id.unknown, value.*, policy.*, zone.unknown.
void check_references(const Policy& policy, Diagnostics& problems);

// Every rule of a list names days there are, and refers to others without going in circles. Problems: calendar.*,
// id.duplicate.
void check_rules(List<HolidayRule> rules, const Place& place, Diagnostics& problems);

// The calendars a policy names are among `calendars`. Problems: policy.calendar.unknown.
void check_calendars(const Policy& policy, List<HolidayCalendar> calendars, Diagnostics& problems);

// What an author should mend although the policy can be evaluated: levels no impact reaches, targets that an
// earlier one hides, plans without any, windows that end a minute early. Costs milliseconds, because it tries
// every combination of answers. Problems: policy.severity.unreachable, policy.target.unreachable,
// policy.plan.no_target, policy.hours.minute_short.
void check_sense(const Policy& policy, Diagnostics& problems);

// Reads the sources of a policy or a calendar.
List<Source> read_sources(JsonReader& reader, std::string_view key);

// Reads a list of holiday rules. Their names go to `names` unless it is null.
List<HolidayRule> read_holiday_rules(JsonReader& reader, std::string_view key, List<Text>* names);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_CHECK_H_
