// Trace, timeline, week map and cliff, through requests: the Easter of 2026 in St. Gallen, as in docs/api.md.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/shipped.h"

namespace supportcalc {
namespace {

using nlohmann::json;

json evaluate(const json& request) {
  static Calculator calculator(test::shipped_policies());
  const auto text = calculator.evaluate(request.dump());
  EXPECT_EQ(text.rfind(R"({"ok":true)", 0), 0U) << request.dump() << "\n" << text;
  return json::parse(text);
}

json easter_request(const char* severity, const char* submitted_at, const char* include) {
  return {{"policy", "zitadel@2023-10-06"},
          {"plan", "extended-sla"},
          {"severity", severity},
          {"submitted_at", submitted_at},
          {"include", json::array({include})}};
}

TEST(Trace, NamesEveryStretchFromStartToDue) {
  const auto result = evaluate(easter_request("severity-1", "2026-04-02T14:30:00Z", "trace"));
  const auto expected = json::parse(R"json([
    {"from": "2026-04-02T14:30:00Z", "to": "2026-04-02T15:00:00Z", "counted": true, "reason": "open"},
    {"from": "2026-04-02T15:00:00Z", "to": "2026-04-02T22:00:00Z", "counted": false, "reason": "night"},
    {"from": "2026-04-02T22:00:00Z", "to": "2026-04-03T22:00:00Z", "counted": false, "reason": "holiday",
     "holiday": {"calendar": "ch-sg", "id": "good-friday"}},
    {"from": "2026-04-03T22:00:00Z", "to": "2026-04-05T22:00:00Z", "counted": false, "reason": "weekend"},
    {"from": "2026-04-05T22:00:00Z", "to": "2026-04-06T22:00:00Z", "counted": false, "reason": "holiday",
     "holiday": {"calendar": "ch-sg", "id": "easter-monday"}},
    {"from": "2026-04-06T22:00:00Z", "to": "2026-04-07T06:00:00Z", "counted": false, "reason": "night"},
    {"from": "2026-04-07T06:00:00Z", "to": "2026-04-07T06:30:00Z", "counted": true, "reason": "open"}])json");
  EXPECT_EQ(result.at("trace").at(0).at("stretches"), expected) << result.dump();
}

TEST(Trace, CountedStretchesAddUpToTheAmount) {
  for (const char* severity : {"severity-1", "severity-2", "severity-3", "severity-4"}) {
    const auto result = evaluate(easter_request(severity, "2026-03-27T15:30:00Z", "trace"));
    std::int64_t counted = 0;
    for (const auto& stretch : result.at("trace").at(0).at("stretches")) {
      if (stretch.at("counted").get<bool>()) {
        counted += (*parse_instant(stretch.at("to").get<std::string>(), "") -
                    *parse_instant(stretch.at("from").get<std::string>(), ""))
                       .count();
      }
    }
    EXPECT_EQ(counted, result.at("targets").at(0).at("amount").at("value").get<std::int64_t>() * 3600) << severity;
    // The clocks went forward on 29 March 2026.
    EXPECT_EQ(result.at("trace").at(0).at("changes").at(0).at("at"), "2026-03-29T01:00:00Z");
  }
}

TEST(Cliff, NamesTheLastMinuteBeforeTheClockStops) {
  const auto result = evaluate(easter_request("severity-1", "2026-01-07T13:40:00Z", "cliff"));
  EXPECT_EQ(result.at("cliff").at("file_by").at("at"), "2026-01-07T15:00:00Z");  // 16:00 in Zurich
  EXPECT_EQ(result.at("cliff").at("due").at("at"), "2026-01-07T16:00:00Z");
  EXPECT_EQ(result.at("cliff").at("due_a_minute_later").at("at"), "2026-01-08T07:01:00Z");
}

TEST(Cliff, IsNoneWhenTheDueIsBehindTheNextStop) {
  EXPECT_TRUE(evaluate(easter_request("severity-1", "2026-01-07T15:00:01Z", "cliff")).at("cliff").is_null());
  EXPECT_TRUE(evaluate(easter_request("severity-3", "2026-01-07T08:00:00Z", "cliff")).at("cliff").is_null());
}

TEST(WeekMap, HasACellForEveryHourOfTheWeek) {
  const auto map = evaluate(easter_request("severity-1", "2026-01-07T13:40:00Z", "week_map")).at("week_map");
  ASSERT_EQ(map.at("cells").size(), 168U);
  EXPECT_EQ(map.at("cells").at(0).at("local"), "2026-01-05T00:00:00+01:00");
  EXPECT_EQ(map.at("cells").at(0).at("wait_seconds"), 9 * 3600);             // Monday 00:00, due 09:00
  EXPECT_EQ(map.at("cells").at(10).at("wait_seconds"), 3600);                // Monday 10:00
  EXPECT_EQ(map.at("cells").at(4 * 24 + 17).at("wait_seconds"), 64 * 3600);  // Friday 17:00, due Monday 09:00
}

TEST(WeekMap, KnowsWeeksThatAreAnHourShorter) {
  const auto map = evaluate(easter_request("severity-1", "2026-03-25T12:00:00Z", "week_map")).at("week_map");
  EXPECT_EQ(map.at("cells").size(), 167U);
}

TEST(Timeline, ListsEventsInOrder) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "timeline");
  request["visitor_time_zone"] = "Asia/Tokyo";
  const auto timeline = evaluate(request).at("timeline");
  std::vector<std::string> events;
  for (const auto& event : timeline.at("events")) {
    events.push_back(event.at("id").get<std::string>() + " " + event.at("visitor_local").get<std::string>());
  }
  EXPECT_EQ(events.front(), "filed 2026-04-02T23:30:00+09:00");
  EXPECT_EQ(events.at(1), "due 2026-04-07T15:30:00+09:00");
  EXPECT_EQ(timeline.at("from"), "2026-04-02T14:30:00Z");
}

TEST(Timeline, CutsStretchesAtEveryEventAndSaysTheirWallTimes) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "timeline");
  request["visitor_time_zone"] = "Asia/Tokyo";
  const auto timeline = evaluate(request).at("timeline");
  EXPECT_EQ(timeline.at("stretches").at(0), json::parse(R"json(
    {"from": "2026-04-02T14:30:00Z", "to": "2026-04-02T15:00:00Z", "counted": true, "reason": "open",
     "vendor_local": {"from": "2026-04-02T16:30:00+02:00", "to": "2026-04-02T17:00:00+02:00"},
     "visitor_local": {"from": "2026-04-02T23:30:00+09:00", "to": "2026-04-03T00:00:00+09:00"}})json"));
  // Tuesday opens at 06:00Z, and with the due at 06:30Z the picture ends.
  std::vector<std::string> tuesday;
  for (const auto& stretch : timeline.at("stretches")) {
    if (stretch.at("from").get<std::string>() >= "2026-04-07T06:00:00Z") {
      EXPECT_EQ(stretch.at("reason"), "open");
      tuesday.push_back(stretch.at("from").get<std::string>());
    }
  }
  EXPECT_EQ(tuesday, (std::vector<std::string>{"2026-04-07T06:00:00Z"}));
}

TEST(Timeline, NamesBothEndsOfAnEscalationThatIsARange) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "timeline");
  request["escalated_at"] = "2026-04-02T14:30:00Z";
  const auto timeline = evaluate(request).at("timeline");
  std::vector<std::string> management;
  for (const auto& event : timeline.at("events")) {
    if (event.value("step", "") == "management") {
      management.push_back(event.at("id").get<std::string>() + " " + event.at("at").get<std::string>());
    }
  }
  EXPECT_EQ(management,
            (std::vector<std::string>{"escalation 2026-04-07T14:30:00Z", "escalation-latest 2026-04-07T15:00:00Z"}));
}

TEST(Timeline, NamesTheClockChangesOfBothZones) {
  auto request = easter_request("severity-4", "2026-03-27T15:30:00Z", "timeline");
  const auto changes = [&request](const char* zone) {
    request["visitor_time_zone"] = zone;
    const auto timeline = evaluate(request).at("timeline");
    std::vector<std::string> names;
    for (const auto& change : timeline.at("changes")) {
      names.push_back(change.at("at").get<std::string>() + " " + change.at("time_zone").get<std::string>());
    }
    return names;
  };
  EXPECT_EQ(changes("Asia/Tokyo"), (std::vector<std::string>{"2026-03-29T01:00:00Z Europe/Zurich"}));
  EXPECT_EQ(changes("Europe/Zurich"), (std::vector<std::string>{"2026-03-29T01:00:00Z Europe/Zurich"}));
  EXPECT_EQ(changes("Europe/London"),
            (std::vector<std::string>{"2026-03-29T01:00:00Z Europe/Zurich", "2026-03-29T01:00:00Z Europe/London"}));
}

TEST(Timeline, KnowsAClockChangeAlsoWhereTheClockNeverStops) {
  const json request = {{"policy", "spacelift@2024-11-20"},
                        {"plan", "gold"},
                        {"severity", "severity-1"},
                        {"submitted_at", "2026-03-29T00:30:00Z"},
                        {"visitor_time_zone", "Europe/Berlin"},
                        {"include", {"timeline"}}};
  const auto timeline = evaluate(request).at("timeline");
  ASSERT_EQ(timeline.at("stretches").at(0).at("reason"), "elapsed");
  ASSERT_EQ(timeline.at("changes").size(), 1U);
  EXPECT_EQ(timeline.at("changes").at(0).at("visitor_local"), "2026-03-29T03:00:00+02:00");
  EXPECT_EQ(timeline.at("changes").at(0).at("offset_before_seconds"), 3600);
}

// While the level is open, each of the four has its targets, of which the first has a due: within 1, 2, 12 and 24
// business hours.
json unclear_request() {
  return {{"policy", "zitadel@2023-10-06"},
          {"plan", "extended-sla"},
          {"submitted_at", "2026-01-07T13:40:00Z"},
          {"include", {"timeline", "week_map", "cliff"}}};
}

TEST(Target, ChoosesWhatTimelineWeekMapAndCliffAreAbout) {
  auto request = unclear_request();
  ASSERT_EQ(evaluate(request).at("week_map").at("target"), 0);
  request["target"] = 4;
  const auto result = evaluate(request);
  ASSERT_EQ(result.at("targets").at(4).at("severity"), "severity-2");
  EXPECT_EQ(result.at("week_map").at("target"), 4);
  EXPECT_EQ(result.at("week_map").at("cells").at(10).at("wait_seconds"), 2 * 3600);  // Monday 10:00
  EXPECT_EQ(result.at("cliff").at("target"), 4);
  EXPECT_EQ(result.at("cliff").at("file_by").at("at"), "2026-01-07T14:00:00Z");  // 15:00 in Zurich
}

std::vector<std::string> events_of(const json& request) {
  std::vector<std::string> events;
  const auto result = evaluate(request);
  for (const auto& event : result.at("timeline").at("events")) {
    events.push_back(event.at("id").get<std::string>() + " " + event.at("at").get<std::string>());
  }
  return events;
}

TEST(Timeline, HoldsNoStepThatNobodyTook) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "timeline");
  request["now"] = "2026-04-07T07:00:00Z";
  EXPECT_EQ(events_of(request), (std::vector<std::string>{"filed 2026-04-02T14:30:00Z", "due 2026-04-07T06:30:00Z",
                                                          "now 2026-04-07T07:00:00Z"}));
  // Taken at 09:00 in Zurich: an answer within two business hours, and within a business day read in three ways.
  request["escalated_at"] = "2026-04-07T07:00:00Z";
  EXPECT_EQ(
      events_of(request),
      (std::vector<std::string>{"filed 2026-04-02T14:30:00Z", "due 2026-04-07T06:30:00Z", "now 2026-04-07T07:00:00Z",
                                "escalated 2026-04-07T07:00:00Z", "escalation 2026-04-07T09:00:00Z",
                                "escalation 2026-04-08T07:00:00Z", "escalation-latest 2026-04-08T15:00:00Z"}));
}

TEST(Timeline, SaysThatItIsConditionalWhileTheLevelIsOpen) {
  auto request = unclear_request();
  request["target"] = 4;
  const auto result = evaluate(request);
  const auto& events = result.at("timeline").at("events");
  // The candidate's own due alone, that of Severity 2.
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events.at(1).at("target"), 4);
  EXPECT_EQ(events.at(1).at("standing"), "conditional");
  EXPECT_FALSE(events.at(0).contains("standing"));
}

TEST(Timeline, HoldsNothingThatIsNotOwed) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "timeline");
  request["topic"] = "consulting";  // out of scope
  EXPECT_TRUE(evaluate(request).at("timeline").is_null());
}

TEST(Target, WithoutADueGivesNoPicture) {
  auto request = unclear_request();
  request["target"] = 99;
  const auto result = evaluate(request);
  EXPECT_TRUE(result.at("timeline").is_null());
  EXPECT_TRUE(result.at("week_map").is_null());
  EXPECT_TRUE(result.at("cliff").is_null());
}

TEST(WeekMap, SaysWhenEachTicketIsDue) {
  auto request = easter_request("severity-1", "2026-03-25T12:00:00Z", "week_map");
  request["visitor_time_zone"] = "Europe/Zurich";
  const auto cells = evaluate(request).at("week_map").at("cells");
  // Saturday noon: due on Monday at nine, on the other side of the clock change.
  EXPECT_EQ(cells.at(5 * 24 + 12).at("due_local"), "2026-03-30T09:00:00+02:00");
}

TEST(Reports, AreLeftOutUnlessAskedFor) {
  auto request = easter_request("severity-1", "2026-04-02T14:30:00Z", "trace");
  request.erase("include");
  const auto result = evaluate(request);
  for (const char* key : {"trace", "timeline", "week_map", "cliff"}) {
    EXPECT_FALSE(result.contains(key)) << key;
  }
}

}  // namespace
}  // namespace supportcalc
