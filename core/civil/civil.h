// Instants, dates and times of day, and their written forms.
//
// Knows no time zones beyond fixed offsets. Instants are UTC seconds (`sys_seconds`), wall times are
// `local_seconds`; the types never mix. Written instants are RFC 3339.
#ifndef SUPPORTCALC_CIVIL_CIVIL_H_
#define SUPPORTCALC_CIVIL_CIVIL_H_

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace supportcalc {

using date::local_days;
using date::local_seconds;
using date::sys_days;
using date::sys_seconds;
using std::chrono::seconds;

// The instants the calculator answers for: [kFirstInstant, kLastInstant). Zone rules before 2015 are not
// kept, and nobody knows those of the next century.
inline constexpr sys_seconds kFirstInstant = sys_days{date::year{2015} / 1 / 1};
inline constexpr sys_seconds kLastInstant = sys_days{date::year{2100} / 1 / 1};

constexpr bool in_supported_range(sys_seconds t) { return kFirstInstant <= t && t < kLastInstant; }

// Reads an RFC 3339 instant with any offset; fractions of a second are dropped.
//
//  - "2026-04-02T14:30:00Z" and "2026-04-02T16:30:00+02:00" are the same instant;
//  - "t", "z" and a space for "T" are accepted, as RFC 3339 allows; "-00:00" is UTC;
//  - second 60, 31 February, hour 24, a missing offset and texts over 64 bytes are refused.
//
// Errors: instant.malformed (text); instant.out_of_range (text, from, until) when the instant itself, not
// the written year, lies outside [2015-01-01, 2100-01-01).
Result<sys_seconds> parse_instant(std::string_view text, std::string_view pointer);

// Reads a date, "2026-04-02". Errors: date.malformed, 31 February included. The year has four digits.
Result<date::year_month_day> parse_date(std::string_view text, std::string_view pointer);

// Reads a time of day as seconds since midnight: "09:30", and "24:00" for the end of the day.
// Errors: time_of_day.malformed.
Result<seconds> parse_time_of_day(std::string_view text, std::string_view pointer);

// "mon" .. "sun"; nothing for another word.
std::optional<date::weekday> parse_weekday(std::string_view text);

// "2026-04-02T14:30:00Z". For the years 0000 to 9999, as all the forms below.
std::string format_instant(sys_seconds t);

// Wall time with its offset: "2026-04-07T08:30:00+02:00". Offsets carry whole minutes;
// UTC is "+00:00".
std::string format_local(sys_seconds t, seconds offset);

// "2026-04-02".
std::string format_date(date::year_month_day day);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CIVIL_CIVIL_H_
