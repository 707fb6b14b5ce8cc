// Promises of time: how strong, how long, on which hours, from when.
//
// An amount is a whole number of its unit. engine/due.h computes what a promise comes to.
//
// Example: {"kind": "first-response", "commitment": "objective", "amount": {"value": 2, "unit": "business-hours"},
// "hours": "business"} is a Target with min and max 2 whose clock starts at submission.
#ifndef SUPPORTCALC_POLICY_PROMISE_H_
#define SUPPORTCALC_POLICY_PROMISE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/selector.h"
#include "policy/terms.h"
#include "policy/text.h"
#include "policy/vocabulary.h"

namespace supportcalc {

// An amount, a range of amounts, or a figure that an option gives.
struct Amount {
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::string_view option;  // "" unless the contract gives the figure
  Unit unit = Unit::Hours;
};

// One way to understand a clause, where it changes a time; what it leaves out is the target's own.
struct Reading {
  std::string_view id;
  Text label;
  std::optional<Choice> hours;
  std::optional<Unit> unit;
  std::optional<Amount> amount;
  std::optional<Commitment> commitment;  // where this way of reading promises no time: this instead
};

// At most so many ways of the policy's own to understand one promise, ends of ranges multiplied in; ways to count days
// come on top.
inline constexpr std::size_t kMostReadings = 16;

// What a target, an escalation step and any other promise of time have in common.
struct Promise {
  Commitment commitment = Commitment::NotStated;
  std::optional<Amount> amount;
  std::optional<Amount> best_case;
  std::string_view bound;
  std::optional<DayCount> day_count;
  std::optional<seconds> by;       // on the last business day, in wall time: "by 10:00"
  std::optional<seconds> cut_off;  // what is filed from then on, in wall time, counts as filed the next day
  bool next_opening = false;       // what runs out outside the hours is due when they begin again
  std::optional<Choice> hours;
  List<Reading> readings;
  std::string_view ambiguity;
};

// When a target's clock starts, and what stops it.
struct ClockTerms {
  std::string_view starts;  // "submission" unless the policy says otherwise
  Ids pauses;               // whom the vendor may wait for while the clock stands still
  Text note;
};

struct Target {
  Kind kind = Kind::FirstResponse;
  Selector where;
  Promise promise;
  ClockTerms clock;
  bool repeats = false;   // each time anew, from the last
  int share_percent = 0;  // of tickets that keep the target; 0 when not stated
  std::string_view share_per;
  std::string_view word;
  Text note;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_PROMISE_H_
