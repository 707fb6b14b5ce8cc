// Documents to policies and holiday calendars, or every problem they have.
#ifndef SUPPORTCALC_POLICY_LOAD_H_
#define SUPPORTCALC_POLICY_LOAD_H_

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "base/result.h"
#include "policy/check.h"
#include "policy/json_document.h"
#include "policy/policy.h"

namespace supportcalc {

// A value and the memory in which all that it says lives: copies of the value are good no longer than that.
template <class T>
struct Owned {
  Arena arena;
  T value;
};

// Reading goes on after each problem, so that a document is told of all it has, with JSON Pointers into it.
//
// Errors: json.*, value.*, list.*, id.*, date.*, time_of_day.*, and those of the `checks`. The calendars that a policy
// names are looked for among `calendars`; without that list they are not looked for.
//
// Example: load_policy("{", all_checks()) fails with json.syntax at "" (line 1, column 2).
Result<Owned<Policy>> load_policy(std::string_view text, const Checks& checks,
                                  std::optional<List<HolidayCalendar>> calendars = std::nullopt);
Result<Owned<Policy>> load_policy(JsonDocument document, const Checks& checks,
                                  std::optional<List<HolidayCalendar>> calendars = std::nullopt);

// The holidays are expanded from kFirstClockYear to kLastClockYear. What the calendar extends must be among `known`,
// and must live as long as what is loaded. Errors: as above, calendar.extends.unknown, calendar.without.unknown.
Result<Owned<HolidayCalendar>> load_calendar(std::string_view text, const Checks& checks);
Result<Owned<HolidayCalendar>> load_calendar(JsonDocument document, const Checks& checks,
                                             List<HolidayCalendar> known = {});

// In which order to load the documents of calendars, so that each comes after the one it extends.
//
// Example: {"id": "by-north", "extends": "by"} before {"id": "by"} gives {1, 0}.
std::vector<std::size_t> loading_order(const std::vector<JsonDocument>& calendars);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_LOAD_H_
