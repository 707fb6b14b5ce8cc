// Documents to policies and holiday calendars, with every problem they have.
#ifndef SUPPORTCALC_POLICY_LOAD_H_
#define SUPPORTCALC_POLICY_LOAD_H_

#include <string_view>

#include "base/diagnostic.h"
#include "policy/json_document.h"
#include "policy/policy.h"

namespace supportcalc {

// What became of a document. A document with problems is not used; reading goes on after each, so that
// `problems` holds them all, with JSON Pointers into the document.
template <class T>
struct Loaded {
  Arena arena;  // where all that `value` says is: copies of `value` live no longer
  T value;
  Diagnostics problems;

  bool ok() const { return problems.empty(); }
};

// Shape and references. Problems: json.*, value.*, list.*, id.*, date.*, time_of_day.*, and those of
// `check_references`.
Loaded<Policy> load_policy(std::string_view text);
Loaded<Policy> load_policy(JsonDocument document);

// Problems: as above, calendar.*.
Loaded<HolidayCalendar> load_calendar(std::string_view text);
Loaded<HolidayCalendar> load_calendar(JsonDocument document);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_LOAD_H_
