#include "api/audit_report_json.h"

#include <algorithm>

#include "api/json_writer.h"
#include "api/mapping_json.h"
#include "api/table_words.h"
#include "base/codes.h"
#include "policy/json_document.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 7> kWeekdayNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr JsonLimits kReportLimits{
    .bytes = std::size_t{64} * 1024 * 1024, .depth = 32, .key = 2000, .values = 5'000'000, .members = 100'000};

std::int64_t whole(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// "0.9523": a part of a whole, to four digits, rounded down so that what was not kept never reads as if it were.
std::string part_text(std::uint64_t part, std::uint64_t all) {
  constexpr std::uint64_t kOne = 10'000;
  const std::uint64_t tenthousandths = part * kOne / all;
  const std::string digits = std::to_string(kOne + tenthousandths % kOne).substr(1);
  return tenthousandths == kOne ? "1" : "0." + digits;
}

void write_share(const AuditTotals& totals, JsonWriter& json) {
  json.key("share");
  if (totals.judged() == 0) {
    json.null();
    return;
  }
  json.begin_object().key("least").raw(part_text(totals.met, totals.judged()));
  json.key("most").raw(part_text(totals.met + totals.disputed, totals.judged())).end_object();
}

void write_totals(const AuditTotals& totals, JsonWriter& json) {
  json.member("tickets", whole(totals.tickets()))
      .member("met", whole(totals.met))
      .member("missed", whole(totals.missed));
  json.member("disputed", whole(totals.disputed)).member("open", whole(totals.open));
  json.member("overdue", whole(totals.overdue)).member("no_figure", whole(totals.no_figure));
  write_share(totals, json);
}

void write_values(std::string_view key, const std::map<std::string, AuditTotals>& values, JsonWriter& json) {
  json.key(key).begin_array();
  for (const auto& [value, totals] : values) {
    json.begin_object().member("value", value);
    write_totals(totals, json);
    json.end_object();
  }
  json.end_array();
}

void write_flag_or_null(std::string_view key, std::optional<bool> flag, JsonWriter& json) {
  if (flag) {
    json.flag(key, *flag);
  } else {
    json.null(key);
  }
}

// Kept where every period kept it, broken where one did not.
std::optional<bool> share_kept(const AuditReportGroup& group) {
  bool all = !group.periods.empty();
  for (const auto& [period, totals] : group.periods) {
    const auto kept = totals.keeps(group.share_percent);
    if (kept == false) {
      return false;
    }
    all = all && (kept || totals.judged() == 0);
  }
  return all ? std::optional(true) : std::nullopt;
}

void write_promised_share(const AuditReportGroup& group, JsonWriter& json) {
  json.key("promised")
      .begin_object()
      .member("percent", std::int64_t{group.share_percent})
      .member("per", group.share_per);
  write_flag_or_null("kept", share_kept(group), json);
  json.key("periods").begin_array();
  for (const auto& [period, totals] : group.periods) {
    json.begin_object().member("value", period);
    write_totals(totals, json);
    write_flag_or_null("kept", totals.keeps(group.share_percent), json);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_group_names(const AuditReportGroup& group, JsonWriter& json) {
  json.member("policy", group.policy).member("revision", group.revision).member("plan", group.plan);
  json.text_or_null("severity", group.severity).member("kind", group.kind);
}

void write_rests_on(const AuditReportGroup& group, JsonWriter& json) {
  json.key("rests_on").begin_object().key("assumptions").begin_array();
  for (const auto& [id, value] : group.assumptions) {
    json.begin_object().member("id", id).member("value", value).end_object();
  }
  json.end_array().key("ambiguities").begin_array();
  for (const auto& id : group.ambiguities) {
    json.value(id);
  }
  json.end_array().flag("draft", group.draft).end_object();
}

void write_buckets(const AuditReportGroup& group, JsonWriter& json) {
  json.key("buckets").begin_array();
  for (std::size_t i = 0; i < group.buckets.size(); ++i) {
    json.begin_object();
    if (i < kAuditBuckets.size()) {
      json.member("up_to_percent", std::int64_t{kAuditBuckets[i]});
    } else {
      json.null("up_to_percent");
    }
    json.member("tickets", whole(group.buckets[i])).end_object();
  }
  json.end_array();
}

// Upper bounds in minutes; what is over the last comes into one of its own.
constexpr std::array<std::int64_t, 12> kMinuteBounds = {5, 15, 30, 60, 120, 240, 480, 960, 1440, 2880, 5760, 10080};

void write_minutes(const AuditMinutes& minutes, JsonWriter& json) {
  json.key("response_minutes").begin_object().member("tickets", whole(minutes.count()));
  for (const auto& [key, percent] : {std::pair{"median", 50}, {"p90", 90}}) {
    if (const auto value = minutes.percentile(percent)) {
      json.member(key, *value);
    } else {
      json.null(key);
    }
  }
  json.key("histogram").begin_array();
  std::int64_t from = -1;
  for (const std::int64_t to : kMinuteBounds) {
    json.begin_object().member("up_to", to).member("tickets", whole(minutes.between(from, to))).end_object();
    from = to;
  }
  json.begin_object().null("up_to").member("tickets", whole(minutes.between(from, INT64_MAX))).end_object();
  json.end_array().end_object();
}

void write_credits(const AuditReportGroup& group, JsonWriter& json) {
  json.key("credits").begin_array();
  for (const auto& [key, sum] : group.credits) {
    json.begin_object().member("month", key[0]).member("remedy", key[1]).member("unit", key[2]);
    json.member("tickets", whole(sum.tickets)).member("least", sum.least).member("most", sum.most);
    json.member("lapsed_least", sum.lapsed_least).member("lapsed_most", sum.lapsed_most);
    json.text_or_null("claim_by", sum.claim_by ? format_date(date::year_month_day{*sum.claim_by}) : "").end_object();
  }
  json.end_array();
  if (group.miss_counts.empty()) {
    return;
  }
  json.key("miss_counts").begin_array();
  for (const auto& [remedy, count] : group.miss_counts) {
    for (const auto& [period, totals] : group.periods) {
      json.begin_object().member("remedy", remedy).member("period", period).member("needed", count.first);
      json.member("least", whole(totals.missed)).member("most", whole(totals.missed + totals.disputed)).end_object();
    }
  }
  json.end_array();
}

void write_basis(const AuditReport& report, const ReportBasis& basis, JsonWriter& json) {
  json.key("basis").begin_object().key("policies").begin_array();
  std::vector<std::string> named;
  for (const auto& group : report.groups) {
    std::string policy = group.policy + "@" + group.revision;
    if (std::find(named.begin(), named.end(), policy) == named.end()) {
      json.value(policy);
      named.push_back(std::move(policy));
    }
  }
  json.end_array().text_or_null("policy", basis.mapping.policy).text_or_null("plan", basis.mapping.plan);
  json.text_or_null("now", basis.now ? format_instant(*basis.now) : "");
  for (const auto& [key, pairs] :
       {std::pair{"options", &basis.mapping.options}, {"assumptions", &basis.mapping.assumptions}}) {
    json.key(key).begin_object();
    for (const auto& [id, value] : *pairs) {
      json.member(id, value);
    }
    json.end_object();
  }
  json.key("filters").begin_object();
  for (const auto& [key, value] : basis.filters) {
    json.member(key, value);
  }
  json.end_object();
  json.member("mapping_hash", mapping_hash(basis.mapping));
  json.member("repeated_ids", name_in(kRepeatedIdsNames, basis.mapping.repeated_ids.value_or(RepeatedIds::First)));
  json.key("drafts").begin_array();
  for (const auto& group : report.groups) {
    if (group.draft && group.severity == report.groups.front().severity) {
      json.value(group.policy + "@" + group.revision);
    }
  }
  json.end_array().end_object();
}

void write_waiting(std::string_view key, const std::vector<AuditWaiting>& list, const AuditReport& report,
                   JsonWriter& json) {
  json.key(key).begin_array();
  for (const auto& each : list) {
    json.begin_object().member("row", whole(each.row)).member("id", each.id).member("due", format_instant(each.due));
    json.text_or_null("severity", report.groups[each.group].severity).end_object();
  }
  json.end_array();
}

void write_problems(const AuditReport& report, JsonWriter& json) {
  json.key("problems").begin_array();
  for (const auto& problem : report.problems) {
    const auto words = explain_table(problem.first);
    json.begin_object().member("code", problem.code).member("pointer", problem.pointer);
    json.member("rows", whole(problem.count)).member("row", whole(problem.row)).member("id", problem.id);
    json.member("message", words.message).member("hint", words.hint).end_object();
  }
  json.end_array().key("unjudged").begin_array();
  for (const auto& each : report.unjudged_rows) {
    json.begin_object().member("row", whole(each.row)).member("id", each.id).member("why", each.why);
    if (!each.one.empty()) {
      json.key("either").begin_array().value(each.one).value(each.other).end_array();
    }
    json.end_object();
  }
  json.end_array().key("duplicates").begin_array();
  for (const auto& each : report.duplicate_rows) {
    json.begin_object().member("row", whole(each.row)).member("id", each.id);
    json.member("first_row", whole(each.first_row)).end_object();
  }
  json.end_array();
}

// --- parts: everything that adds up, short

void write_part(const AuditTotals& totals, JsonWriter& json) {
  json.begin_array();
  for (const std::uint64_t number :
       {totals.met, totals.missed, totals.disputed, totals.open, totals.overdue, totals.no_figure}) {
    json.value(whole(number));
  }
  json.end_array();
}

void write_part(std::string_view key, const std::map<std::string, AuditTotals>& values, JsonWriter& json) {
  json.key(key).begin_object();
  for (const auto& [value, totals] : values) {
    json.key(value);
    write_part(totals, json);
  }
  json.end_object();
}

void write_part(const AuditReportGroup& group, JsonWriter& json) {
  json.begin_object();
  write_group_names(group, json);
  json.key("rank").begin_array().value(whole(group.kind_rank)).value(whole(group.severity_rank)).end_array();
  json.member("commitment", group.commitment).member("reason", group.reason);
  json.member("share_percent", std::int64_t{group.share_percent}).member("share_per", group.share_per);
  write_rests_on(group, json);
  json.key("totals");
  write_part(group.totals, json);
  json.member("unjudged", whole(group.unjudged)).key("buckets").begin_array();
  for (const std::uint64_t bucket : group.buckets) {
    json.value(whole(bucket));
  }
  json.end_array().key("minutes").begin_array();
  for (const auto& [minutes, count] : group.minutes.counts()) {
    json.value(minutes).value(whole(count));
  }
  json.end_array();
  write_part("periods", group.periods, json);
  json.key("credits").begin_array();
  for (const auto& [key, sum] : group.credits) {
    json.begin_array()
        .value(key[0])
        .value(key[1])
        .value(key[2])
        .value(whole(sum.tickets))
        .value(sum.least)
        .value(sum.most);
    json.value(sum.lapsed_least).value(sum.lapsed_most);
    json.value(sum.claim_by ? format_date(date::year_month_day{*sum.claim_by}) : std::string()).end_array();
  }
  json.end_array().key("miss_counts").begin_array();
  for (const auto& [remedy, count] : group.miss_counts) {
    json.begin_array().value(remedy).value(count.first).value(count.second).end_array();
  }
  json.end_array().end_object();
}

// Sixteen hexadecimal digits for each.
std::string ids_text(const std::vector<std::uint64_t>& ids) {
  std::string text;
  text.reserve(ids.size() * 16);
  for (const std::uint64_t id : ids) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      text += "0123456789abcdef"[(id >> static_cast<unsigned>(shift)) & 0xFU];
    }
  }
  return text;
}

std::vector<std::uint64_t> ids_in(std::string_view text) {
  std::vector<std::uint64_t> ids;
  for (std::size_t i = 0; i + 16 <= text.size(); i += 16) {
    std::uint64_t id = 0;
    for (const char c : text.substr(i, 16)) {
      id = id * 16 + static_cast<std::uint64_t>(c >= 'a' ? c - 'a' + 10 : c - '0');
    }
    ids.push_back(id);
  }
  return ids;
}

void write_parts(const AuditReport& report, const ReportBasis& basis, JsonWriter& json) {
  json.key("parts").begin_object().key("mapping").raw(mapping_json(basis.mapping));
  json.key("counts").begin_array();
  for (const std::uint64_t number :
       {report.rows, report.duplicates, report.unjudged, report.repeated_headers, report.either_order,
        report.order_settled, report.default_severity, report.not_covered, report.doubtful}) {
    json.value(whole(number));
  }
  json.end_array().key("totals");
  write_part(report.totals, json);
  write_part("by_month", report.by_month, json);
  write_part("by_week", report.by_week, json);
  json.key("by_weekday").begin_array();
  for (const auto& totals : report.by_weekday) {
    write_part(totals, json);
  }
  json.end_array().key("by_hour").begin_array();
  for (const auto& totals : report.by_hour) {
    write_part(totals, json);
  }
  json.end_array().key("by_column").begin_object();
  for (const auto& [name, values] : report.by_column) {
    write_part(name, values, json);
  }
  json.end_object().key("groups").begin_array();
  for (const auto& group : report.groups) {
    write_part(group, json);
  }
  json.end_array().key("problems").begin_array();
  for (const auto& problem : report.problems) {
    json.begin_object().member("code", problem.code).member("pointer", problem.pointer).member("shape", problem.shape);
    json.member("count", whole(problem.count)).member("row", whole(problem.row)).member("id", problem.id);
    json.key("parameters").begin_object();
    for (const auto& parameter : problem.first.parameters) {
      json.member(parameter.name, parameter.value);
    }
    json.end_object().end_object();
  }
  json.end_array();
  for (const auto& [key, list] : {std::pair{"overdue", &report.overdue}, {"due_next", &report.due_next}}) {
    json.key(key).begin_array();
    for (const auto& each : *list) {
      json.begin_array()
          .value(format_instant(each.due))
          .value(whole(each.row))
          .value(each.id)
          .value(whole(each.group))
          .end_array();
    }
    json.end_array();
  }
  json.member("ids", ids_text(report.ids)).end_object();
}

}  // namespace

std::string audit_report_json(const AuditReport& report, const ReportBasis& basis, bool mergeable) {
  JsonWriter json;
  json.begin_object().flag("ok", true).member("version", std::int64_t{1}).flag("complete", basis.complete);
  write_basis(report, basis, json);
  json.key("counts").begin_object().member("rows", whole(report.rows)).member("tickets", whole(report.tickets()));
  json.member("met", whole(report.totals.met)).member("missed", whole(report.totals.missed));
  json.member("disputed", whole(report.totals.disputed)).member("open", whole(report.totals.open));
  json.member("overdue", whole(report.totals.overdue)).member("duplicates", whole(report.duplicates));
  json.member("unjudged", whole(report.unjudged));
  if (report.either_order + report.order_settled > 0) {
    json.key("dates").begin_object().member("either_order", whole(report.either_order));
    json.member("order_settled", whole(report.order_settled)).end_object();
  }
  json.end_object();
  write_share(report.totals, json);
  json.key("notes").begin_object().member("no_figure", whole(report.totals.no_figure));
  json.member("default_severity", whole(report.default_severity)).member("not_in_force", whole(report.not_covered));
  json.member("doubtful", whole(report.doubtful))
      .member("repeated_headers", whole(report.repeated_headers))
      .end_object();

  json.key("by").begin_object();
  write_values("month", report.by_month, json);
  write_values("week", report.by_week, json);
  std::map<std::string, AuditTotals> levels;
  for (const auto& group : report.groups) {
    if (group.kind == report.groups.front().kind && !group.severity.empty()) {
      levels[group.severity] += group.totals;
    }
  }
  write_values("level", levels, json);
  json.key("weekday").begin_array();
  for (std::size_t i = 0; i < report.by_weekday.size(); ++i) {
    json.begin_object().member("value", kWeekdayNames[i]);
    write_totals(report.by_weekday[i], json);
    json.end_object();
  }
  json.end_array().key("hour").begin_array();
  for (std::size_t i = 0; i < report.by_hour.size(); ++i) {
    json.begin_object().member("value", static_cast<std::int64_t>(i));
    write_totals(report.by_hour[i], json);
    json.end_object();
  }
  json.end_array().key("columns").begin_array();
  for (const auto& [name, values] : report.by_column) {
    json.begin_object().member("name", name);
    write_values("values", values, json);
    json.end_object();
  }
  json.end_array().end_object();

  json.key("promises").begin_array();
  for (const auto& group : report.groups) {
    json.begin_object();
    write_group_names(group, json);
    json.text_or_null("commitment", group.commitment).text_or_null("reason", group.reason);
    write_totals(group.totals, json);
    json.member("unjudged", whole(group.unjudged));
    if (group.share_percent > 0) {
      write_promised_share(group, json);
    }
    write_buckets(group, json);
    write_minutes(group.minutes, json);
    write_credits(group, json);
    write_rests_on(group, json);
    json.end_object();
  }
  json.end_array();
  write_waiting("overdue", report.overdue, report, json);
  write_waiting("due_next", report.due_next, report, json);
  write_problems(report, json);
  if (mergeable) {
    write_parts(report, basis, json);
  }
  return json.end_object().take();
}

std::string audit_summary_json(const AuditReport& report) {
  JsonWriter json;
  const auto write_counts = [&json](const AuditTotals& totals, std::uint64_t unjudged) {
    json.member("met", whole(totals.met))
        .member("missed", whole(totals.missed))
        .member("disputed", whole(totals.disputed));
    json.member("open", whole(totals.open)).member("no-figure", whole(totals.no_figure));
    json.member("unjudged", whole(unjudged)).member("overdue", whole(totals.overdue));
  };
  AuditReportGroup all;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> credits;
  for (const auto& group : report.groups) {
    if (group.kind == report.groups.front().kind) {
      for (std::size_t i = 0; i < all.buckets.size(); ++i) {
        all.buckets[i] += group.buckets[i];
      }
    }
    for (const auto& [key, sum] : group.credits) {
      credits[key[2]].first += sum.least;
      credits[key[2]].second += sum.most;
    }
  }
  json.begin_object().flag("ok", true).member("tickets", whole(report.tickets()));
  json.member("duplicates", whole(report.duplicates));
  write_counts(report.totals, report.unjudged);
  write_buckets(all, json);
  json.key("credits").begin_array();
  for (const auto& [unit, sum] : credits) {
    json.begin_object().member("unit", unit).member("least", sum.first).member("most", sum.second).end_object();
  }
  json.end_array().key("groups").begin_array();
  for (const auto& group : report.groups) {
    json.begin_object();
    write_group_names(group, json);
    if (group.commitment.empty()) {
      json.member("reason", group.reason);
    } else {
      json.member("commitment", group.commitment);
    }
    if (group.share_percent > 0) {
      json.key("share")
          .begin_object()
          .member("percent", std::int64_t{group.share_percent})
          .member("per", group.share_per);
      write_flag_or_null("kept", share_kept(group), json);
      json.end_object();
    }
    write_rests_on(group, json);
    write_counts(group.totals, group.unjudged);
    write_buckets(group, json);
    json.end_object();
  }
  return json.end_array().end_object().take();
}

// --- reading

namespace {

// Members of a report that this program wrote: what is not as it should be reads as nothing.
class PartReader {
 public:
  explicit PartReader(const JsonValue* json) : json_(json) {}

  PartReader operator[](std::string_view key) const {
    return PartReader(json_ == nullptr ? nullptr : json_->find(key));
  }
  std::string text() const { return json_ == nullptr ? std::string() : std::string(json_->string()); }
  std::int64_t number() const { return json_ != nullptr && json_->is_integer() ? json_->integer() : 0; }
  bool truth() const { return json_ != nullptr && json_->is_boolean() && json_->boolean(); }
  std::string key() const { return json_ == nullptr ? std::string() : std::string(json_->key()); }
  std::vector<PartReader> all() const {
    std::vector<PartReader> list;
    if (json_ != nullptr) {
      for (const auto& each : *json_) {
        list.emplace_back(&each);
      }
    }
    return list;
  }
  AuditTotals totals() const {
    AuditTotals totals;
    const auto numbers = all();
    std::size_t i = 0;
    for (auto* const to :
         {&totals.met, &totals.missed, &totals.disputed, &totals.open, &totals.overdue, &totals.no_figure}) {
      *to = i < numbers.size() ? static_cast<std::uint64_t>(numbers[i].number()) : 0;
      ++i;
    }
    return totals;
  }
  std::map<std::string, AuditTotals> by_value() const {
    std::map<std::string, AuditTotals> values;
    for (const auto& each : all()) {
      values[each.key()] = each.totals();
    }
    return values;
  }
  const JsonValue* json() const { return json_; }

 private:
  const JsonValue* json_;
};

AuditReportGroup read_group(const PartReader& part) {
  AuditReportGroup group;
  group.policy = part["policy"].text();
  group.revision = part["revision"].text();
  group.plan = part["plan"].text();
  group.severity = part["severity"].text();
  group.kind = part["kind"].text();
  if (const auto rank = part["rank"].all(); rank.size() == 2) {
    group.kind_rank = static_cast<std::size_t>(rank[0].number());
    group.severity_rank = static_cast<std::size_t>(rank[1].number());
  }
  group.commitment = part["commitment"].text();
  group.reason = part["reason"].text();
  group.share_percent = static_cast<int>(part["share_percent"].number());
  group.share_per = part["share_per"].text();
  for (const auto& each : part["rests_on"]["assumptions"].all()) {
    group.assumptions.emplace_back(each["id"].text(), each["value"].text());
  }
  for (const auto& each : part["rests_on"]["ambiguities"].all()) {
    group.ambiguities.push_back(each.text());
  }
  group.draft = part["rests_on"]["draft"].truth();
  group.totals = part["totals"].totals();
  group.unjudged = static_cast<std::uint64_t>(part["unjudged"].number());
  std::size_t bucket = 0;
  for (const auto& each : part["buckets"].all()) {
    if (bucket < group.buckets.size()) {
      group.buckets[bucket++] = static_cast<std::uint64_t>(each.number());
    }
  }
  const auto minutes = part["minutes"].all();
  for (std::size_t i = 0; i + 1 < minutes.size(); i += 2) {
    group.minutes.add(minutes[i].number(), static_cast<std::uint64_t>(minutes[i + 1].number()));
  }
  group.periods = part["periods"].by_value();
  for (const auto& each : part["credits"].all()) {
    const auto cells = each.all();
    if (cells.size() == 9) {
      AuditCreditSum sum{static_cast<std::uint64_t>(cells[3].number()),
                         cells[4].number(),
                         cells[5].number(),
                         cells[6].number(),
                         cells[7].number(),
                         {}};
      if (const auto day = parse_date(cells[8].text(), "")) {
        sum.claim_by = local_days{*day};
      }
      group.credits[{cells[0].text(), cells[1].text(), cells[2].text()}] = sum;
    }
  }
  for (const auto& each : part["miss_counts"].all()) {
    const auto cells = each.all();
    if (cells.size() == 3) {
      group.miss_counts[cells[0].text()] = {cells[1].number(), cells[2].text()};
    }
  }
  return group;
}

std::optional<Code> code_named(std::string_view id) {
  for (int i = 0; i < 256; ++i) {
    const auto code = static_cast<Code>(i);
    if (i >= kCodeCount) {
      break;
    }
    if (code_id(code) == id) {
      return code;
    }
  }
  return std::nullopt;
}

std::vector<AuditListed> read_listed(const PartReader& part) {
  std::vector<AuditListed> list;
  for (const auto& each : part.all()) {
    AuditListed listed;
    listed.row = static_cast<std::size_t>(each["row"].number());
    listed.id = each["id"].text();
    listed.why = each["why"].text();
    listed.first_row = static_cast<std::size_t>(each["first_row"].number());
    const auto either = each["either"].all();
    if (either.size() == 2) {
      listed.one = either[0].text();
      listed.other = either[1].text();
    }
    list.push_back(std::move(listed));
  }
  return list;
}

}  // namespace

Result<ReadReport> read_report(std::string_view text) {
  const auto document = parse_json(text, kReportLimits);
  if (!document) {
    return document.diagnostics();
  }
  const PartReader root(document->root);
  const PartReader parts = root["parts"];
  if (parts.json() == nullptr) {
    return Diagnostic{Code::ValueMissing, "", {{"key", "parts"}}};
  }
  ReadReport read;
  Diagnostics ignored;
  if (parts["mapping"].json() != nullptr) {
    read.basis.mapping = read_mapping(*parts["mapping"].json(), Place(), ignored);
  }
  const PartReader basis = root["basis"];
  if (const auto now = parse_instant(basis["now"].text(), "")) {
    read.basis.now = *now;
  }
  for (const auto& each : basis["filters"].all()) {
    read.basis.filters.emplace_back(each.key(), each.text());
  }
  read.basis.complete = root["complete"].truth();
  AuditReport& report = read.report;
  const auto counts = parts["counts"].all();
  std::size_t i = 0;
  for (auto* const to :
       {&report.rows, &report.duplicates, &report.unjudged, &report.repeated_headers, &report.either_order,
        &report.order_settled, &report.default_severity, &report.not_covered, &report.doubtful}) {
    *to = i < counts.size() ? static_cast<std::uint64_t>(counts[i].number()) : 0;
    ++i;
  }
  report.totals = parts["totals"].totals();
  report.by_month = parts["by_month"].by_value();
  report.by_week = parts["by_week"].by_value();
  const auto weekdays = parts["by_weekday"].all();
  for (i = 0; i < std::min(weekdays.size(), report.by_weekday.size()); ++i) {
    report.by_weekday[i] = weekdays[i].totals();
  }
  const auto hours = parts["by_hour"].all();
  for (i = 0; i < std::min(hours.size(), report.by_hour.size()); ++i) {
    report.by_hour[i] = hours[i].totals();
  }
  for (const auto& each : parts["by_column"].all()) {
    report.by_column.emplace_back(each.key(), each.by_value());
  }
  for (const auto& each : parts["groups"].all()) {
    report.groups.push_back(read_group(each));
  }
  for (const auto& each : parts["problems"].all()) {
    AuditProblem problem;
    problem.code = each["code"].text();
    problem.pointer = each["pointer"].text();
    problem.shape = each["shape"].text();
    problem.count = static_cast<std::uint64_t>(each["count"].number());
    problem.row = static_cast<std::size_t>(each["row"].number());
    problem.id = each["id"].text();
    if (const auto code = code_named(problem.code)) {
      problem.first = {*code, problem.pointer, {}};
      for (const auto& parameter : each["parameters"].all()) {
        problem.first.parameters.push_back({parameter.key(), parameter.text()});
      }
    }
    report.problems.push_back(std::move(problem));
  }
  report.unjudged_rows = read_listed(root["unjudged"]);
  report.duplicate_rows = read_listed(root["duplicates"]);
  for (const auto& [key, to] : {std::pair{"overdue", &report.overdue}, {"due_next", &report.due_next}}) {
    for (const auto& each : parts[key].all()) {
      const auto cells = each.all();
      const auto due = cells.size() == 4 ? parse_instant(cells[0].text(), "") : Result<sys_seconds>(Diagnostic());
      if (due && static_cast<std::size_t>(cells[3].number()) < report.groups.size()) {
        to->push_back({*due, static_cast<std::size_t>(cells[1].number()), cells[2].text(),
                       static_cast<std::size_t>(cells[3].number())});
      }
    }
  }
  report.ids = ids_in(parts["ids"].text());
  return read;
}

std::string differing_key(const ReportBasis& one, const ReportBasis& other) {
  if (one.mapping.policy != other.mapping.policy) {
    return "policy";
  }
  if (one.mapping.plan != other.mapping.plan) {
    return "plan";
  }
  if (one.now != other.now) {
    return "now";
  }
  if (one.mapping.options != other.mapping.options) {
    return "options";
  }
  if (one.mapping.assumptions != other.mapping.assumptions) {
    return "assumptions";
  }
  if (one.filters != other.filters) {
    return "filters";
  }
  return mapping_hash(one.mapping) == mapping_hash(other.mapping) ? "" : "mapping";
}

}  // namespace supportcalc
