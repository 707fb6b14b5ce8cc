// Literal values were computed with Python's zoneinfo. Past dates where possible: they outlive tzdata
// releases.
#include "zone/zone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "zone/zone_table.h"

namespace supportcalc {

void PrintTo(const ZoneSpan& span, std::ostream* out) {
  *out << format_instant(span.begin) << " .. " << format_instant(span.end) << " " << span.offset.count();
}

void PrintTo(const LocalTime& time, std::ostream* out) {
  *out << static_cast<int>(time.kind) << " " << format_instant(time.instant) << " " << format_instant(time.second);
}

namespace {

using date::year;
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr seconds kHour = 1h;
constexpr seconds kMinute = 1min;

Zone zone(std::string_view name) { return *find_zone(name, ""); }
sys_seconds at(std::string_view text) { return *parse_instant(text, ""); }
local_seconds wall(std::string_view text) { return local_seconds{at(std::string(text) + "Z").time_since_epoch()}; }

LocalTime unique(std::string_view t) { return {LocalTime::Kind::Unique, at(t), at(t)}; }
LocalTime gap(std::string_view t) { return {LocalTime::Kind::Gap, at(t), at(t)}; }
LocalTime overlap(std::string_view t, std::string_view second) { return {LocalTime::Kind::Overlap, at(t), at(second)}; }

// The offset changes at `t` from `before` to `after`.
void expect_change(std::string_view name, std::string_view t, seconds before, seconds after) {
  SCOPED_TRACE(std::string(name) + " " + std::string(t));
  const ZoneSpan left = zone(name).span_at(at(t) - 1s);
  const ZoneSpan right = zone(name).span_at(at(t));
  EXPECT_EQ(left.offset, before);
  EXPECT_EQ(right.offset, after);
  EXPECT_EQ(format_instant(left.end), t);
  EXPECT_EQ(format_instant(right.begin), t);
}

void expect_span(std::string_view name, std::string_view begin, std::string_view end, seconds offset) {
  EXPECT_EQ(zone(name).span_at(at(begin)), (ZoneSpan{at(begin), at(end), offset})) << name;
}

TEST(Zone, IsASmallCopyableHandleWithTheNameAskedFor) {
  static_assert(std::is_trivially_copyable_v<Zone>);
  static_assert(sizeof(Zone) <= 4);
  EXPECT_EQ(zone("Asia/Calcutta").name(), "Asia/Calcutta");
  EXPECT_EQ(zone("Asia/Kolkata").name(), "Asia/Kolkata");
  EXPECT_NE(zone("Asia/Calcutta"), zone("Asia/Kolkata"));
  EXPECT_EQ(zone("UTC"), zone("UTC"));
}

TEST(Zone, ListsEveryNameSortedAndFindsEachAgain) {
  const std::vector<std::string_view> names = zone_names();
  EXPECT_GT(names.size(), 590U);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  EXPECT_EQ(names.front(), "Africa/Abidjan");
  EXPECT_EQ(names.back(), "Zulu");
  for (const std::string_view name : names) {
    ASSERT_TRUE(find_zone(name, "").ok()) << name;
    ASSERT_EQ(zone(name).name(), name);
  }
  EXPECT_EQ(zone_release().size(), 5U);
}

TEST(Zone, UtcNeverChanges) {
  for (const std::string_view name : {"UTC", "Etc/UTC", "GMT", "Africa/Abidjan", "Atlantic/Reykjavik"}) {
    EXPECT_EQ(zone(name).span_at(at("2026-04-02T14:30:00Z")), (ZoneSpan{kFirstSpanBegin, kLastSpanEnd, 0s})) << name;
  }
  EXPECT_EQ(zone("Etc/GMT+12").span_at(at("2026-04-02T14:30:00Z")).offset, -12 * kHour);
  EXPECT_EQ(zone("Pacific/Kiritimati").span_at(at("2026-04-02T14:30:00Z")).offset, 14 * kHour);
}

TEST(Zone, ZurichInSpringAndAutumn) {
  expect_span("Europe/Zurich", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", 2 * kHour);
  expect_span("Europe/Zurich", "2026-10-25T01:00:00Z", "2027-03-28T01:00:00Z", 1 * kHour);
  const Zone zurich = zone("Europe/Zurich");
  EXPECT_EQ(zurich.resolve(wall("2026-03-29T01:59:59")), unique("2026-03-29T00:59:59Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-03-29T02:00:00")), gap("2026-03-29T01:00:00Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-03-29T02:59:59")), gap("2026-03-29T01:00:00Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-03-29T03:00:00")), unique("2026-03-29T01:00:00Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-10-25T01:59:59")), unique("2026-10-24T23:59:59Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-10-25T02:00:00")), overlap("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-10-25T02:59:59")), overlap("2026-10-25T00:59:59Z", "2026-10-25T01:59:59Z"));
  EXPECT_EQ(zurich.resolve(wall("2026-10-25T03:00:00")), unique("2026-10-25T02:00:00Z"));
  EXPECT_EQ(format_instant(zurich.to_instant(wall("2026-10-25T02:30:00"))), "2026-10-25T00:30:00Z");
  EXPECT_EQ(zurich.to_local(at("2026-04-07T06:30:00Z")), wall("2026-04-07T08:30:00"));
}

TEST(Zone, TheFirstSpanReachesBackForEver) {
  const Zone zurich = zone("Europe/Zurich");
  const ZoneSpan first{kFirstSpanBegin, at("2015-03-29T01:00:00Z"), 1 * kHour};
  EXPECT_EQ(zurich.span_at(at("2015-01-01T00:00:00Z")), first);
  EXPECT_EQ(zurich.span_at(sys_days{year{2010} / 7 / 1}), first);
  EXPECT_EQ(zurich.span_at(sys_seconds::min()), first);
  // Southern summer, and a zone whose first change is listed.
  EXPECT_EQ(zone("Pacific/Auckland").span_at(sys_days{year{2014} / 7 / 1}),
            (ZoneSpan{kFirstSpanBegin, at("2015-04-04T14:00:00Z"), 13 * kHour}));
  EXPECT_EQ(zone("Asia/Pyongyang").span_at(sys_days{year{2014} / 7 / 1}),
            (ZoneSpan{kFirstSpanBegin, at("2015-08-14T15:00:00Z"), 9 * kHour}));
}

TEST(Zone, RulesHoldForEver) {
  const Zone zurich = zone("Europe/Zurich");
  expect_span("Europe/Zurich", "2099-03-29T01:00:00Z", "2099-10-25T01:00:00Z", 2 * kHour);
  EXPECT_EQ(zurich.span_at(sys_days{year{2101} / 7 / 1}).offset, 2 * kHour);
  EXPECT_EQ(zurich.span_at(sys_days{year{2101} / 12 / 1}).offset, 1 * kHour);
  EXPECT_EQ(zurich.span_at(sys_seconds::max()).end, kLastSpanEnd);
  EXPECT_EQ(zurich.resolve(local_days{year{2100} / 10 / 31} + 2h + 30min).kind, LocalTime::Kind::Overlap);
  // No wall time whatever makes it run off.
  EXPECT_EQ(zurich.resolve(local_seconds::max()).kind, LocalTime::Kind::Unique);
  EXPECT_EQ(zurich.resolve(local_seconds::min()).kind, LocalTime::Kind::Unique);
  EXPECT_EQ(zone("UTC").resolve(local_seconds::max()).kind, LocalTime::Kind::Unique);
}

TEST(Zone, LordHoweShiftsByHalfAnHour) {
  expect_change("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 11 * kHour, 10 * kHour + 30 * kMinute);
  expect_change("Australia/Lord_Howe", "2025-10-04T15:30:00Z", 10 * kHour + 30 * kMinute, 11 * kHour);
  const Zone lord_howe = zone("Australia/Lord_Howe");
  EXPECT_EQ(lord_howe.resolve(wall("2026-04-05T01:29:59")), unique("2026-04-04T14:29:59Z"));
  EXPECT_EQ(lord_howe.resolve(wall("2026-04-05T01:45:00")), overlap("2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"));
  EXPECT_EQ(lord_howe.resolve(wall("2026-04-05T02:00:00")), unique("2026-04-04T15:30:00Z"));
  EXPECT_EQ(lord_howe.resolve(wall("2025-10-05T02:15:00")), gap("2025-10-04T15:30:00Z"));
  EXPECT_EQ(lord_howe.resolve(wall("2025-10-05T02:30:00")), unique("2025-10-04T15:30:00Z"));
}

TEST(Zone, ChathamShiftsAtAQuarterToThree) {
  expect_change("Pacific/Chatham", "2026-04-04T14:00:00Z", 13 * kHour + 45 * kMinute, 12 * kHour + 45 * kMinute);
  EXPECT_EQ(zone("Pacific/Chatham").resolve(wall("2025-09-28T02:45:00")), gap("2025-09-27T14:00:00Z"));
  EXPECT_EQ(zone("Pacific/Chatham").resolve(wall("2025-09-28T02:44:59")), unique("2025-09-27T13:59:59Z"));
}

TEST(Zone, ApiaGaveUpSummerTimeIn2021) {
  expect_change("Pacific/Apia", "2020-09-26T14:00:00Z", 13 * kHour, 14 * kHour);
  expect_change("Pacific/Apia", "2021-04-03T14:00:00Z", 14 * kHour, 13 * kHour);
  EXPECT_EQ(zone("Pacific/Apia").span_at(at("2026-01-01T00:00:00Z")),
            (ZoneSpan{at("2021-04-03T14:00:00Z"), kLastSpanEnd, 13 * kHour}));
}

TEST(Zone, CairoTookSummerTimeUpAgainIn2023AndEndsItAtMidnight) {
  EXPECT_EQ(zone("Africa/Cairo").span_at(at("2016-07-08T00:00:00Z")),
            (ZoneSpan{kFirstSpanBegin, at("2023-04-27T22:00:00Z"), 2 * kHour}));
  expect_change("Africa/Cairo", "2023-04-27T22:00:00Z", 2 * kHour, 3 * kHour);
  expect_change("Africa/Cairo", "2024-10-31T21:00:00Z", 3 * kHour, 2 * kHour);
  EXPECT_EQ(zone("Africa/Cairo").resolve(wall("2024-04-26T00:00:00")), gap("2024-04-25T22:00:00Z"));
  EXPECT_EQ(zone("Africa/Cairo").resolve(wall("2024-10-31T23:30:00")),
            overlap("2024-10-31T20:30:00Z", "2024-10-31T21:30:00Z"));
  EXPECT_EQ(zone("Africa/Cairo").resolve(wall("2024-11-01T00:00:00")), unique("2024-10-31T22:00:00Z"));
}

TEST(Zone, MoroccoGoesBackInRamadan) {
  for (const std::string_view name : {"Africa/Casablanca", "Africa/El_Aaiun"}) {
    expect_change(name, "2018-06-17T02:00:00Z", 0 * kHour, 1 * kHour);
    expect_span(name, "2019-05-05T02:00:00Z", "2019-06-09T02:00:00Z", 0 * kHour);
    expect_span(name, "2026-02-15T02:00:00Z", "2026-03-22T02:00:00Z", 0 * kHour);
    EXPECT_EQ(zone(name).resolve(wall("2026-02-15T02:30:00")), overlap("2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z"));
    EXPECT_EQ(zone(name).resolve(wall("2026-03-22T02:30:00")), gap("2026-03-22T02:00:00Z"));
  }
}

TEST(Zone, DublinHasItsNegativeWinterTime) {
  expect_change("Europe/Dublin", "2026-03-29T01:00:00Z", 0 * kHour, 1 * kHour);
  expect_change("Europe/Dublin", "2025-10-26T01:00:00Z", 1 * kHour, 0 * kHour);
  expect_change("Eire", "2060-10-31T01:00:00Z", 1 * kHour, 0 * kHour);
}

TEST(Zone, NuukMovedEastAndChangesOnSaturdayEvening) {
  expect_change("America/Nuuk", "2022-10-30T01:00:00Z", -2 * kHour, -3 * kHour);
  expect_span("America/Nuuk", "2023-03-26T01:00:00Z", "2024-03-31T01:00:00Z", -2 * kHour);
  expect_change("America/Nuuk", "2024-03-31T01:00:00Z", -2 * kHour, -1 * kHour);
  EXPECT_EQ(zone("America/Godthab").resolve(wall("2024-03-30T23:30:00")), gap("2024-03-31T01:00:00Z"));
  EXPECT_EQ(zone("America/Nuuk").resolve(wall("2024-10-26T23:30:00")),
            overlap("2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"));
}

TEST(Zone, ScoresbysundJoinedNuukIn2024) {
  expect_change("America/Scoresbysund", "2023-10-29T01:00:00Z", 0 * kHour, -1 * kHour);
  // Zone and summer time change at once, so the clocks stand still in March.
  expect_span("America/Scoresbysund", "2023-10-29T01:00:00Z", "2024-10-27T01:00:00Z", -1 * kHour);
  EXPECT_EQ(zone("America/Scoresbysund").resolve(wall("2024-03-31T00:30:00")), unique("2024-03-31T01:30:00Z"));
}

TEST(Zone, GazaAndHebronHaveChangesListedForDecades) {
  for (const std::string_view name : {"Asia/Gaza", "Asia/Hebron"}) {
    expect_change(name, "2016-03-25T23:00:00Z", 2 * kHour, 3 * kHour);
    expect_change(name, "2016-10-28T22:00:00Z", 3 * kHour, 2 * kHour);
    expect_change(name, "2026-03-28T00:00:00Z", 2 * kHour, 3 * kHour);
    if (zone_release() == "2026f") {
      expect_span(name, "2084-04-28T23:00:00Z", "2084-06-17T00:00:00Z", 2 * kHour);  // Ramadan
      expect_span(name, "2086-05-25T00:00:00Z", "2086-10-25T23:00:00Z", 3 * kHour);  // the last listed ones
      expect_span(name, "2087-03-29T00:00:00Z", "2087-10-24T23:00:00Z", 3 * kHour);  // by its rule, "/50"
      expect_span(name, "2088-03-27T00:00:00Z", "2088-10-29T23:00:00Z", 3 * kHour);
    }
  }
}

TEST(Zone, HavanaRepeatsTheHourAfterMidnight) {
  const Zone havana = zone("America/Havana");
  EXPECT_EQ(havana.resolve(wall("2025-11-02T00:00:00")), overlap("2025-11-02T04:00:00Z", "2025-11-02T05:00:00Z"));
  EXPECT_EQ(havana.resolve(wall("2025-11-02T00:30:00")), overlap("2025-11-02T04:30:00Z", "2025-11-02T05:30:00Z"));
  EXPECT_EQ(havana.resolve(wall("2025-11-02T01:00:00")), unique("2025-11-02T06:00:00Z"));
  EXPECT_EQ(havana.resolve(wall("2025-03-09T00:00:00")), gap("2025-03-09T05:00:00Z"));
  EXPECT_EQ(zone("Cuba").resolve(wall("2025-03-09T01:00:00")), unique("2025-03-09T05:00:00Z"));
}

TEST(Zone, SaoPauloSkippedAndRepeatedMidnightUntil2019) {
  const Zone sao_paulo = zone("America/Sao_Paulo");
  EXPECT_EQ(sao_paulo.resolve(wall("2018-11-04T00:00:00")), gap("2018-11-04T03:00:00Z"));
  EXPECT_EQ(sao_paulo.resolve(wall("2018-11-03T23:59:59")), unique("2018-11-04T02:59:59Z"));
  EXPECT_EQ(sao_paulo.resolve(wall("2019-02-16T23:00:00")), overlap("2019-02-17T01:00:00Z", "2019-02-17T02:00:00Z"));
  EXPECT_EQ(sao_paulo.resolve(wall("2019-02-17T00:00:00")), unique("2019-02-17T03:00:00Z"));
  EXPECT_EQ(sao_paulo.span_at(at("2026-01-01T00:00:00Z")),
            (ZoneSpan{at("2019-02-17T02:00:00Z"), kLastSpanEnd, -3 * kHour}));
}

TEST(Zone, BeirutSkipsMidnight) {
  expect_change("Asia/Beirut", "2023-03-25T22:00:00Z", 2 * kHour, 3 * kHour);
  EXPECT_EQ(zone("Asia/Beirut").resolve(wall("2023-03-26T00:30:00")), gap("2023-03-25T22:00:00Z"));
  EXPECT_EQ(zone("Asia/Beirut").resolve(wall("2023-10-28T23:30:00")),
            overlap("2023-10-28T20:30:00Z", "2023-10-28T21:30:00Z"));
}

TEST(Zone, PyongyangWentHalfAnHourBackAndForth) {
  expect_span("Asia/Pyongyang", "2015-08-14T15:00:00Z", "2018-05-04T15:00:00Z", 8 * kHour + 30 * kMinute);
  EXPECT_EQ(zone("Asia/Pyongyang").resolve(wall("2018-05-04T23:45:00")), gap("2018-05-04T15:00:00Z"));
}

TEST(Zone, CaracasWentHalfAnHourForward) {
  expect_change("America/Caracas", "2016-05-01T07:00:00Z", -(4 * kHour + 30 * kMinute), -4 * kHour);
}

TEST(Zone, TrollShiftsByTwoHours) {
  expect_change("Antarctica/Troll", "2026-03-29T01:00:00Z", 0 * kHour, 2 * kHour);
  EXPECT_EQ(zone("Antarctica/Troll").resolve(wall("2026-03-29T02:59:59")), gap("2026-03-29T01:00:00Z"));
  EXPECT_EQ(zone("Antarctica/Troll").resolve(wall("2025-10-26T01:00:00")),
            overlap("2025-10-25T23:00:00Z", "2025-10-26T01:00:00Z"));
}

TEST(Zone, CaseyJumpedByThreeHours) {
  expect_change("Antarctica/Casey", "2018-03-10T17:00:00Z", 11 * kHour, 8 * kHour);
  EXPECT_EQ(zone("Antarctica/Casey").resolve(wall("2018-03-11T02:30:00")),
            overlap("2018-03-10T15:30:00Z", "2018-03-10T18:30:00Z"));
  // One minute past midnight, the one change that is on no quarter of an hour.
  expect_change("Antarctica/Casey", "2020-10-03T16:01:00Z", 8 * kHour, 11 * kHour);
}

TEST(Zone, JerusalemAndSantiagoHaveRulesWithTimesBeyondADay) {
  expect_change("Asia/Jerusalem", "2026-03-27T00:00:00Z", 2 * kHour, 3 * kHour);
  expect_change("America/Santiago", "2026-04-05T03:00:00Z", -3 * kHour, -4 * kHour);
}

TEST(Zone, AliasesAnswerAsTheZonesTheyName) {
  const std::string_view pairs[][2] = {
      {"Asia/Calcutta", "Asia/Kolkata"}, {"US/Eastern", "America/New_York"},    {"GB", "Europe/London"},
      {"Europe/Kiev", "Europe/Kyiv"},    {"Australia/NSW", "Australia/Sydney"}, {"Etc/UTC", "UTC"}};
  for (const auto& [alias, name] : pairs) {
    for (sys_seconds t = kFirstInstant; t < kLastInstant; t = zone(name).span_at(t).end) {
      ASSERT_EQ(zone(alias).span_at(t), zone(name).span_at(t)) << alias;
    }
  }
  EXPECT_EQ(zone("Asia/Calcutta").span_at(at("2026-01-01T00:00:00Z")).offset, 5 * kHour + 30 * kMinute);
}

// --- unknown names ----------------------------------------------------------------------------------------

std::string nearest(std::string_view name) {
  const Result<Zone> found = find_zone(name, "/visitor_time_zone");
  EXPECT_FALSE(found.ok()) << name;
  EXPECT_EQ(code_id(found.diagnostics()[0].code), "zone.unknown");
  EXPECT_EQ(found.diagnostics()[0].pointer, "/visitor_time_zone");
  const std::vector<Parameter>& parameters = found.diagnostics()[0].parameters;
  EXPECT_EQ(parameters[0].name, "name");
  if (parameters.size() == 1) {
    return "";
  }
  EXPECT_EQ(parameters[1].name, "nearest");
  return parameters[1].value;
}

TEST(ZoneUnknown, NamesTheNearest) {
  EXPECT_EQ(nearest("Europe/Zürich"), "Europe/Zurich");
  EXPECT_EQ(nearest("europe/zurich"), "Europe/Zurich");
  EXPECT_EQ(nearest("Zurich"), "Europe/Zurich");
  EXPECT_EQ(nearest("tokio"), "Asia/Tokyo");
  EXPECT_EQ(nearest("America/NewYork"), "America/New_York");
  EXPECT_EQ(nearest("America/Indianapolis/"), "America/Indianapolis");
  EXPECT_EQ(nearest("utc"), "UTC");
  EXPECT_EQ(nearest("Europe/Zurich "), "Europe/Zurich");
  EXPECT_EQ(nearest(std::string_view("Europe/Zurich\0", 14)), "Europe/Zurich");
}

TEST(ZoneUnknown, NamesNoneWhenNoneIsClose) {
  EXPECT_EQ(nearest(""), "");
  EXPECT_EQ(nearest("Middle-earth/Minas_Tirith"), "");
  EXPECT_EQ(nearest("/"), "");
  EXPECT_EQ(nearest(std::string(65, 'a')), "");
  EXPECT_EQ(nearest("Europe/Zurich" + std::string(10'000'000, ' ')), "");
  EXPECT_EQ(nearest("Europe"), "");
  EXPECT_EQ(nearest(std::string_view("\0", 1)), "");
}

// A time or an abbreviation that is like the letters of another has another meaning.
TEST(ZoneUnknown, NamesNoneForTimesAndAbbreviations) {
  for (const char* typed : {"GMT+1", "GMT-5", "UTC+2", "UTC+02:00", "+01:00", "Etc/GMT+15", "PST", "BST", "IST", "JST",
                            "CEST", "AEST", "ET", "PT", "Europe/Wien"}) {
    EXPECT_EQ(nearest(typed), "") << typed;
  }
  EXPECT_EQ(nearest("oslo"), "Europe/Oslo");
  EXPECT_EQ(nearest("Europa/Rome"), "Europe/Rome");
}

TEST(ZoneUnknown, EchoesOnlyTheStartOfAHugeName) {
  EXPECT_EQ(find_zone(std::string(1000, 'x'), "").diagnostics()[0].parameters[0].value, std::string(64, 'x'));
}

// --- rules no zone has today, but the format knows --------------------------------------------------------

TEST(ZoneRule, CountsDaysTheJulianWay) {
  // "J60" is 1 March in every year, "J59" 28 February; 02:00 by default.
  const ZoneRule rule{0, 60, kJulianDay | 59, kJulianDay | 60, 120, 120};
  for (const int y : {2023, 2024}) {
    const sys_seconds start = sys_days{year{y} / 2 / 28} + 2h;
    EXPECT_EQ(span_at(rule, start), (ZoneSpan{start, sys_days{year{y} / 3 / 1} + 1h, kHour}));
  }
}

TEST(ZoneRule, CountsDaysFromZero) {
  // Day 59 is 1 March, in a leap year 29 February.
  const ZoneRule rule{0, 60, kZeroBasedDay | 59, kZeroBasedDay | 300, 0, 0};
  EXPECT_EQ(span_at(rule, sys_days{year{2023} / 6 / 1}).begin, sys_days{year{2023} / 3 / 1});
  EXPECT_EQ(span_at(rule, sys_days{year{2024} / 6 / 1}).begin, sys_days{year{2024} / 2 / 29});
}

TEST(ZoneRule, MayChangeOutsideTheYearItIsWrittenFor) {
  // 167 hours after midnight of 31 December, and as many before that of 1 January.
  const ZoneRule late{0, 60, kJulianDay | 365, kJulianDay | 100, 167 * 60, 0};
  EXPECT_EQ(span_at(late, sys_days{year{2026} / 1 / 2}).offset, 0s);
  EXPECT_EQ(span_at(late, sys_days{year{2026} / 1 / 7}).begin, sys_days{year{2026} / 1 / 6} + 23h);
  const ZoneRule early{0, 60, kJulianDay | 1, kJulianDay | 100, -167 * 60, 0};
  EXPECT_EQ(span_at(early, sys_days{year{2025} / 12 / 31}).begin, sys_days{year{2025} / 12 / 25} + 1h);
}

TEST(ZoneRule, MayHaveSummerTimeAllYear) {
  // "XXX3EDT4,0/0,J365/23": each summer time ends as the next begins.
  const ZoneRule rule{-180, -120, kZeroBasedDay | 0, kJulianDay | 365, 0, 25 * 60};
  for (sys_seconds t = sys_days{year{2025} / 1 / 1}; t < sys_days{year{2027} / 1 / 1}; t += 1h) {
    ASSERT_EQ(span_at(rule, t).offset, -2 * kHour) << format_instant(t);
  }
}

}  // namespace
}  // namespace supportcalc
