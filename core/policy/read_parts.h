// What policies and holiday calendars have in common, read in one place.
#ifndef SUPPORTCALC_POLICY_READ_PARTS_H_
#define SUPPORTCALC_POLICY_READ_PARTS_H_

#include <string_view>

#include "policy/json_reader.h"
#include "policy/policy.h"

namespace supportcalc {

List<Source> read_sources(JsonReader& reader, std::string_view key);

struct NamedRules {
  List<HolidayRule> rules;
  List<Text> names;  // one per rule
};

// A list of holiday rules. None when one of them could not be read, which was reported: those that refer to it would
// seem wrong.
NamedRules read_holiday_rules(JsonReader& reader, std::string_view key);

// One rule that stands by itself; likewise none when it could not be read.
NamedRules read_holiday_rule(JsonReader& reader, std::string_view key);

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_READ_PARTS_H_
