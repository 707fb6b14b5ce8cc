#include "report/audit.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/audit.h"
#include "api/json.h"
#include "support/shipped.h"

namespace supportcalc {
namespace {

// One office in UTC, a level with a figure that pays for delay, one in business days, one without a figure.
constexpr const char* kAcme = R"({
  "id": "acme", "revision": "2024", "title": "Acme", "vendor": {"name": "Acme", "url": "https://acme.example"},
  "status": "published", "in_force_from": "2024-01-01", "read_on": "2026-01-01",
  "sources": [{"id": "page", "title": "Support"}],
  "hours": [{"id": "office", "label": "Office", "time_zone": "UTC", "holidays": "none",
             "windows": [{"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "17:00"}],
             "cite": {"source": "page"}}],
  "plans": [{"id": "gold", "label": "Gold Plan", "also_known_as": ["G"], "support": "full",
             "cite": {"source": "page"}}],
  "severities": [
    {"id": "high", "label": "High", "also_known_as": ["P1"], "description": "Down.", "rule": {"availability": ["down"]},
     "cite": {"source": "page"}},
    {"id": "days", "label": "Days", "description": "Bad.", "rule": {"availability": ["degraded"]},
     "cite": {"source": "page"}},
    {"id": "low", "label": "Low", "description": "Else.", "rule": {"availability": ["minor"]},
     "cite": {"source": "page"}}],
  "targets": [
    {"kind": "first-response", "severities": ["high"], "commitment": "guarantee",
     "amount": {"value": 4, "unit": "business-hours"}, "hours": "office", "share": {"percent": 75, "per": "calendar-month"},
     "cite": {"source": "page"}},
    {"kind": "first-response", "severities": ["days"], "commitment": "target",
     "amount": {"value": 1, "unit": "business-days"}, "hours": "office", "cite": {"source": "page"}},
    {"kind": "first-response", "severities": ["low"], "commitment": "best-effort", "cite": {"source": "page"}}],
  "escalation": {"status": "none", "steps": [], "cite": {"source": "page"}}, "channels": [], "scope": {},
  "remedies": [{"id": "longer", "kind": "term-extension", "applies_to": ["first-response"],
                "per": {"value": 1, "unit": "hours"}, "grants": {"value": 1, "unit": "days"},
                "readings": [{"id": "whole", "blocks": "whole", "clock": "target"},
                             {"id": "part", "blocks": "part", "clock": "target"}],
                "cite": {"source": "page"}}]})";

Calculator acme() {
  auto [policies, rejected] = PolicySet::load({{"acme", kAcme}}, all_checks());
  for (const auto& document : rejected) {
    for (const auto& problem : document.problems) {
      ADD_FAILURE() << code_id(problem.code) << " " << problem.pointer;
    }
  }
  return Calculator(std::move(policies));
}

// A table of the columns of one plan, "id,submitted_at,responded_at,severity", audited to its result table.
std::vector<std::string> audit(const std::string& rows, const Json& more = Json::object()) {
  const Calculator calculator = acme();
  Json options = {{"policy", "acme"}, {"plan", "gold"}, {"csv", true}, {"now", "2026-06-05T12:00:00Z"}};
  options.update(more);
  AuditSession session(calculator, options.dump());
  const auto first = Json::parse(session.add("id,submitted_at,responded_at,severity\n" + rows));
  const auto last = Json::parse(session.end());
  if (!last.at("ok").get<bool>()) {
    return {last.at("diagnostics").at(0).at("code").get<std::string>()};
  }
  auto lines = test::lines_of(first.at("csv").get<std::string>() + last.at("csv").get<std::string>());
  lines.erase(lines.begin());
  return lines;
}

Json summary(const std::string& rows) {
  const Calculator calculator = acme();
  AuditSession session(calculator, R"({"policy": "acme", "plan": "gold", "now": "2026-06-05T12:00:00Z"})");
  session.add("id,submitted_at,responded_at,severity\n" + rows);
  return Json::parse(session.end()).at("summary");
}

using Lines = std::vector<std::string>;

TEST(Audit, SaysWhatThePromisesOfAGroupRestOn) {
  const Calculator calculator(test::shipped_policies());
  AuditSession session(calculator, R"({"policy": "stakater", "plan": "standard", "now": "2026-06-05T12:00:00Z"})");
  session.add("id,submitted_at,responded_at,severity\nA,2026-04-02T14:30:00Z,,p2\n");
  const auto groups = Json::parse(session.end()).at("summary").at("groups");
  EXPECT_EQ(groups.at(0).at("rests_on"), (Json{{"assumptions",
                                                {{{"id", "time_zone"}, {"value", "Europe/Stockholm"}},
                                                 {{"id", "holidays"}, {"value", "none"}},
                                                 {{"id", "working_hours"}, {"value", "09:00-17:00"}}}},
                                               {"ambiguities", {"st-1", "st-2", "st-5", "st-7", "st-11"}},
                                               {"draft", false}}));
}

TEST(Audit, PromisesNothingInADraft) {
  const Calculator calculator(test::shipped_policies());
  AuditSession session(calculator, R"({"policy": "controlplane-flux@2024-06-19", "plan": "enterprise"})");
  session.add("id,submitted_at,responded_at,severity\nA,2026-04-02T14:30:00Z,2026-04-08T14:30:00Z,level-1\n");
  const auto group = Json::parse(session.end()).at("summary").at("groups").at(0);
  EXPECT_EQ(group.at("reason"), "conditional");
  EXPECT_TRUE(group.at("rests_on").at("draft").get<bool>());
}

TEST(Audit, JudgesEachTicket) {
  // Monday 1 June 2026.
  EXPECT_EQ(audit("1,2026-06-01T10:00:00Z,2026-06-01T14:00:00Z,high\n"
                  "2,2026-06-01T10:00:00Z,2026-06-01T14:00:01Z,high\n"
                  "3,2026-06-01T16:00:00Z,2026-06-03T09:30:00Z,high\n"
                  "4,2026-06-01T10:00:00Z,,high\n"
                  "5,2026-06-05T10:00:00Z,,high\n"
                  "6,2026-06-01T10:00:00Z,2026-06-09T10:00:00Z,low\n"),
            (Lines{"2,1,2026-06-01T10:00:00Z,2026-06-01T14:00:00Z,acme@2024,gold,high,2026-06-01T14:00:00Z,"
                   "2026-06-01T14:00:00Z,2026-06-01T14:00:00Z,met,14400,0,,,,,,,,1,2026-06-01T10:00:00Z,2026-06-01T14:"
                   "00:00Z,high",
                   "3,2,2026-06-01T10:00:00Z,2026-06-01T14:00:01Z,acme@2024,gold,high,2026-06-01T14:00:00Z,"
                   "2026-06-01T14:00:00Z,2026-06-01T14:00:00Z,missed,14401,1,0,1,days,,,,,2,2026-06-01T10:00:00Z,2026-"
                   "06-01T14:00:01Z,high",
                   "4,3,2026-06-01T16:00:00Z,2026-06-03T09:30:00Z,acme@2024,gold,high,2026-06-02T12:00:00Z,"
                   "2026-06-02T12:00:00Z,2026-06-02T12:00:00Z,missed,34200,19800,5,6,days,,,,,3,2026-06-01T16:00:00Z,"
                   "2026-06-03T09:30:00Z,high",
                   "5,4,2026-06-01T10:00:00Z,,acme@2024,gold,high,2026-06-01T14:00:00Z,2026-06-01T14:00:00Z,"
                   "2026-06-01T14:00:00Z,overdue,122400,108000,,,,,,,,4,2026-06-01T10:00:00Z,,high",
                   "6,5,2026-06-05T10:00:00Z,,acme@2024,gold,high,2026-06-05T14:00:00Z,2026-06-05T14:00:00Z,"
                   "2026-06-05T14:00:00Z,open,7200,0,,,,,,,,5,2026-06-05T10:00:00Z,,high",
                   "7,6,2026-06-01T10:00:00Z,2026-06-09T10:00:00Z,acme@2024,gold,low,,,,no-figure,,,,,,,,best-effort,,"
                   "6,2026-06-01T10:00:00Z,2026-06-09T10:00:00Z,low"}));
}

TEST(Audit, SaysWhereReadingsDisagree) {
  // One business day from Monday 10:00: the same time on Tuesday, or until the day closes.
  const auto lines = audit(
      "1,2026-06-01T10:00:00Z,2026-06-02T09:59:00Z,days\n"
      "2,2026-06-01T10:00:00Z,2026-06-02T16:00:00Z,days\n"
      "3,2026-06-01T10:00:00Z,2026-06-03T09:00:00Z,days\n"
      "4,2026-06-01T10:00:00Z,2026-06-03T09:00:01Z,days\n");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_NE(lines[0].find(",2026-06-02T10:00:00Z,2026-06-02T10:00:00Z,2026-06-02T17:00:00Z,met,"), std::string::npos);
  EXPECT_NE(lines[1].find(",disputed,"), std::string::npos);
  // No open time passed between closing and the next opening.
  EXPECT_NE(lines[2].find(",disputed,"), std::string::npos);
  EXPECT_NE(lines[3].find(",missed,"), std::string::npos);
}

TEST(Audit, NamesWhatIsWrongWithARowAndGoesOn) {
  const auto lines = audit(
      "1,yesterday,2026-06-01T14:00:00Z,high\n"
      "2,2026-06-01T10:00:00Z,2026-06-01T09:00:00Z,high\n"
      "3,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,huge\n"
      "4,2026-06-01T10:00:00Z\n"
      "5,2026-06-01T10:00:00,2026-06-01T11:00:00Z,high\n"
      "6,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,high\n");
  ASSERT_EQ(lines.size(), 6U);
  for (const auto& [line, code] : {std::pair{0, "table.time.unreadable"},
                                   {1, "request.responded_before_submitted"},
                                   {2, "request.severity.unknown"},
                                   {3, "csv.cell_count"},
                                   {4, "table.time.no_zone"}}) {
    const auto& text = lines[static_cast<std::size_t>(line)];
    EXPECT_NE(text.find(std::string(",unjudged,,,,,,,,") + code + ","), std::string::npos) << text;
  }
  EXPECT_NE(lines[5].find(",met,"), std::string::npos);
}

TEST(Audit, KnowsPlansAndLevelsByOtherNames) {
  for (const char* severity : {"high", "High", "HIGH", "p1", " P1 "}) {
    const auto lines = audit("1,2026-06-01T10:00:00Z,2026-06-01T14:00:00Z," + std::string(severity) + "\n");
    EXPECT_NE(lines.at(0).find(",gold,high,"), std::string::npos) << severity;
  }
  EXPECT_NE(audit("1,2026-06-01T10:00:00Z,,high\n", {{"plan", "gold plan"}}).at(0).find(",gold,high,"),
            std::string::npos);
  EXPECT_NE(audit("1,2026-06-01T10:00:00Z,,high\n", {{"plan", "g"}}).at(0).find(",gold,high,"), std::string::npos);
}

TEST(Audit, ReadsTimesWithoutOffsetInAGivenZone) {
  const auto lines = audit("1,2026-06-01 12:00,2026-06-01T16:00:00,high\n", {{"time_zone", "Europe/Berlin"}});
  EXPECT_NE(lines.at(0).find(",2026-06-01T14:00:00Z,met,14400,0,"), std::string::npos) << lines.at(0);
}

TEST(Audit, MakesFormulasHarmless) {
  const auto lines = audit(
      "\"=1+\"\"2\"\"\",2026-06-01T10:00:00Z,,high\n"
      "@x,2026-06-01T10:00:00Z,,high\n-1,+1,,high\n");
  EXPECT_EQ(lines.at(0).substr(0, 16), "2,\"'=1+\"\"2\"\"\",20");
  EXPECT_EQ(lines.at(1).substr(0, 8), "3,\"'@x\",");
  EXPECT_EQ(lines.at(2).substr(0, 8), "4,\"'-1\",");
}

TEST(Audit, SumsUp) {
  const auto json = summary(
      "1,2026-06-01T10:00:00Z,2026-06-01T10:24:00Z,high\n"
      "2,2026-06-01T10:00:00Z,2026-06-01T14:00:00Z,high\n"
      "3,2026-06-01T10:00:00Z,2026-06-01T15:30:00Z,high\n"
      "4,2026-06-01T10:00:00Z,2026-06-02T16:00:00Z,days\n"
      "5,2026-06-01T10:00:00Z,,low\nx,x,x,x\n");
  EXPECT_EQ(json.at("tickets"), 5);
  EXPECT_EQ(json.at("met"), 2);
  EXPECT_EQ(json.at("missed"), 1);
  EXPECT_EQ(json.at("disputed"), 1);
  EXPECT_EQ(json.at("no-figure"), 1);
  EXPECT_EQ(json.at("unjudged"), 1);
  EXPECT_EQ(json.at("credits"), (Json{{{"unit", "days"}, {"least", 1}, {"most", 8}}}));
  EXPECT_EQ(json.at("buckets").at(0), (Json{{"up_to_percent", 10}, {"tickets", 1}}));
  EXPECT_EQ(json.at("buckets").at(5), (Json{{"up_to_percent", 100}, {"tickets", 1}}));
  EXPECT_EQ(json.at("buckets").at(7), (Json{{"up_to_percent", 150}, {"tickets", 1}}));
  ASSERT_EQ(json.at("groups").size(), 3U);
  EXPECT_EQ(json.at("groups").at(0).at("share"), (Json{{"percent", 75}, {"per", "calendar-month"}, {"kept", false}}));
  EXPECT_EQ(json.at("groups").at(2).at("reason"), "best-effort");
}

TEST(Audit, RefusesHeadersItCannotRead) {
  const Calculator calculator = acme();
  const auto code = [&calculator](const std::string& text, const char* options) {
    AuditSession session(calculator, options);
    const auto begun = Json::parse(session.begin());
    session.add(text);
    const auto answer = Json::parse(session.end());
    EXPECT_EQ(begun.at("ok").get<bool>() && answer.at("ok").get<bool>(), answer.at("ok").get<bool>());
    return answer.at("ok").get<bool>() ? std::string("ok")
                                       : answer.at("diagnostics").at(0).at("code").get<std::string>();
  };
  EXPECT_EQ(code("", "{}"), "table.empty");
  EXPECT_EQ(code("\n\n", "{}"), "table.empty");
  EXPECT_EQ(code("id,submitted_at,responded_at,severity\n", "{}"), "table.column.missing");
  EXPECT_EQ(code("id,submitted_at,responded_at,severity,plan,policy\n", "{}"), "ok");
  EXPECT_EQ(code("Severity , PLAN,policy,x,id,submitted_at,responded_at\n", "{}"), "ok");
  EXPECT_EQ(code("id,ID,submitted_at,responded_at,severity,plan,policy\n", "{}"), "id.duplicate");
  EXPECT_EQ(code("\"id", "{}"), "csv.quote_unclosed");
  EXPECT_EQ(code(std::string(kLongestRow * 3, 'x') + "\n", "{}"), "value.too_long");
  EXPECT_EQ(code("", R"({"colour": "red"})"), "value.unknown_key");
  EXPECT_EQ(code("", R"({"now": "soon"})"), "instant.malformed");
  EXPECT_EQ(code("", "["), "json.syntax");
}

TEST(Audit, GivesTheSameHoweverTheTextIsCut) {
  const std::string text =
      "id,submitted_at,responded_at,severity\r\n\"a, \"\"b\"\"\",2026-06-01T10:00:00Z,2026-06-01T15:00:00Z,high\r\n"
      "c,2026-06-01T10:00:00Z,,days\r\nd,,,\r\n";
  const Calculator calculator = acme();
  std::string expected;
  for (const std::size_t piece : {text.size(), std::size_t{1}, std::size_t{5}}) {
    AuditSession session(calculator, R"({"policy": "acme", "plan": "gold", "csv": true})");
    std::string csv;
    Json rows = Json::array();
    const auto take = [&](const std::string& answer) {
      const auto json = Json::parse(answer);
      csv += json.at("csv").get<std::string>();
      for (const auto& row : json.at("rows")) {
        rows.push_back(row);
      }
      return json;
    };
    for (std::size_t i = 0; i < text.size(); i += piece) {
      take(session.add(std::string_view(text).substr(i, piece)));
    }
    const auto last = take(session.end());
    const std::string all = csv + rows.dump() + last.at("summary").dump();
    expected = expected.empty() ? all : expected;
    EXPECT_EQ(all, expected) << piece;
    EXPECT_EQ(rows.size(), 3U);
  }
}

TEST(Audit, AgreesWithSingleTickets) {
  Calculator calculator(test::shipped_policies());
  AuditSession session(calculator, "{}");
  const std::vector<std::vector<std::string>> tickets = {
      {"zitadel@2023-10-06", "extended-sla", "severity-1", "2026-04-02T14:30:00Z", "2026-04-08T08:00:00Z"},
      {"spacelift", "gold", "severity-2", "2026-04-02T14:30:00Z", "2026-04-08T08:00:00Z"},
      {"stakater", "premium", "p2", "2026-04-02T14:30:00Z", "2026-04-08T08:00:00Z"},
      {"scalr", "business", "p1", "2026-04-02T14:30:00Z", "2026-04-08T08:00:00Z"}};
  std::string text = "policy,plan,severity,submitted_at,responded_at,id\n";
  for (const auto& ticket : tickets) {
    text += ticket[0] + "," + ticket[1] + "," + ticket[2] + "," + ticket[3] + "," + ticket[4] + "," +
            std::to_string(text.size()) + "\n";
  }
  session.add(text);
  const auto rows = Json::parse(session.end()).at("rows");
  ASSERT_EQ(rows.size(), tickets.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& ticket = tickets[i];
    const Json request = {{"policy", ticket[0]},
                          {"plan", ticket[1]},
                          {"severity", ticket[2]},
                          {"submitted_at", ticket[3]},
                          {"responded_at", ticket[4]}};
    const auto target = Json::parse(calculator.evaluate(request.dump())).at("targets").at(0);
    for (const char* key : {"at", "earliest", "latest"}) {
      EXPECT_EQ(rows[i].at("due").at(key), target.at("due").at(key)) << request.dump();
    }
    EXPECT_EQ(rows[i].at("late_by_seconds"), target.at("outcome").at("late_by_seconds")) << request.dump();
    EXPECT_EQ(rows[i].at("elapsed_seconds"), target.at("outcome").at("elapsed_seconds")) << request.dump();
  }
}

}  // namespace
}  // namespace supportcalc
