// Instants, dates and lengths of time in words: "Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)".
//
// What is said here browsers say with `Intl`; tests/data/phrases/ holds both together.
#ifndef SUPPORTCALC_RENDER_TIME_WORDS_H_
#define SUPPORTCALC_RENDER_TIME_WORDS_H_

#include <string>

#include "base/arena.h"
#include "render/catalogue.h"
#include "wording/message.h"
#include "wording/week_times.h"
#include "zone/zone.h"

namespace supportcalc {

// "7 April 2026".
std::string date_words(const Catalogue& words, local_days day);

// "Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)". Seconds are shown where there are any.
std::string moment_words(const Catalogue& words, sys_seconds t, const Zone& zone);

// The same in UTC, for those who named no zone: "Tuesday, 7 April 2026, 06:30 (UTC)".
std::string utc_words(const Catalogue& words, sys_seconds t);

// "UTC", "UTC+2", "UTC−3:30".
std::string offset_words(seconds offset);

// A zone's name as a person reads it: "America/New York".
std::string zone_words(std::string_view name);

// A length of time, cut to whole minutes: the two largest of days, hours and minutes, "4 days 16 hours"; hours
// and minutes alone where it is open time, "26 hours 30 minutes of open time". "less than a minute" for what is
// shorter, "0 minutes" for none. `form` is a grammatical case ("dative"), "" for the usual one.
std::string span_words(const Catalogue& words, Span span, std::string_view form = "");

// "in 4 days 16 hours", "2 hours ago", cut to whole minutes; "now" for less than a minute on either side.
std::string relative_words(const Catalogue& words, sys_seconds t, sys_seconds now);

// "Monday to Friday", "Saturday, Sunday".
std::string days_words(const Catalogue& words, List<date::weekday> days);

// "Monday to Friday 08:00–17:00"; without days the times alone.
std::string window_words(const Catalogue& words, const SaidWindow& window);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_TIME_WORDS_H_
