// Instants and durations in words.
#include "render/time_words.h"

#include <gtest/gtest.h>

namespace supportcalc {
namespace {

sys_seconds at(std::string_view text) { return *parse_instant(text, ""); }
Zone zone(std::string_view name) { return *find_zone(name, ""); }

TEST(TimeWords, MomentsNameWeekdayZoneAndOffset) {
  const auto t = at("2026-04-07T06:30:00Z");
  const Catalogue english("en");
  EXPECT_EQ(moment_words(english, t, zone("Europe/Zurich")), "Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)");
  EXPECT_EQ(moment_words(english, t, zone("America/St_Johns")),
            "Tuesday, 7 April 2026, 04:00 (America/St Johns, UTC−2:30)");
  EXPECT_EQ(moment_words(english, t, zone("UTC")), "Tuesday, 7 April 2026, 06:30 (UTC)");
  EXPECT_EQ(moment_words(english, at("2026-01-07T06:30:05Z"), zone("Europe/London")),
            "Wednesday, 7 January 2026, 06:30:05 (Europe/London, UTC)");
  EXPECT_EQ(moment_words(Catalogue("de"), t, zone("Europe/Zurich")),
            "Dienstag, 7. April 2026, 08:30 Uhr (Europe/Zurich, UTC+2)");
}

TEST(TimeWords, ClockTimes) {
  using std::chrono::hours;
  EXPECT_EQ(clock_words(hours{9}), "09:00");
  EXPECT_EQ(clock_words(hours{24}), "24:00");
  EXPECT_EQ(clock_words(hours{26}), "02:00");  // on the next day
}

}  // namespace
}  // namespace supportcalc
