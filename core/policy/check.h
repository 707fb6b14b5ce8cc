// What a policy's shape cannot say: that its parts fit together. What is odd and no reason to refuse a document is in
// warnings.h.
//
// Checks are an argument of what loads documents. A program that only reads documents that were checked when they were
// published passes none (`Checks{}`): nothing refers to the checks then, and the linker leaves them out.
//
//   PolicySet::load(documents, all_checks());
#ifndef SUPPORTCALC_POLICY_CHECK_H_
#define SUPPORTCALC_POLICY_CHECK_H_

#include "base/diagnostic.h"
#include "policy/policy.h"

namespace supportcalc {

// Every id that is named exists, none exists twice, figures and words go together. A policy that fails cannot
// be evaluated. Problems: id.duplicate, id.unknown, value.*, policy.*, zone.unknown; calendar.* for holidays of its
// own.
void check_references(const Policy& policy, Diagnostics& problems);

// Every rule of a calendar names days there are, and refers to others without going in circles. Problems: calendar.*,
// id.duplicate.
void check_calendar(const HolidayCalendar& calendar, Diagnostics& problems);

// The calendars a policy names are among `calendars`. Problems: policy.calendar.unknown.
void check_calendars(const Policy& policy, List<HolidayCalendar> calendars, Diagnostics& problems);

// What a document has to pass before it is used, beside having the right shape. What is null is not checked.
//
// What an evaluation says of a document that would not have passed is undefined, within the bounds of its own memory.
struct Checks {
  void (*references)(const Policy& policy, Diagnostics& problems) = nullptr;
  void (*calendar)(const HolidayCalendar& calendar, Diagnostics& problems) = nullptr;
  void (*calendars)(const Policy& policy, List<HolidayCalendar> calendars, Diagnostics& problems) = nullptr;
};

// For documents that nobody has checked yet.
Checks all_checks();

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_CHECK_H_
