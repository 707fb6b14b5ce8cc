#include "api/audit.h"

#include "api/diagnostic_json.h"
#include "api/json_writer.h"
#include "api/rests_on_json.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

void append_cell(std::string& csv, std::string_view cell) {
  const bool formula = !cell.empty() && (cell.front() == '=' || cell.front() == '+' || cell.front() == '-' ||
                                         cell.front() == '@' || static_cast<unsigned char>(cell.front()) < ' ');
  if (!formula && cell.find_first_of("\",;\r\n\t") == std::string_view::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  csv += formula ? "'" : "";
  for (const char c : cell) {
    csv += c == '"' ? "\"\"" : "";
    if (c != '"') {
      csv += c;
    }
  }
  csv += '"';
}

void append_number(std::string& csv, std::int64_t number) { csv += std::to_string(number); }

void write_counts(const AuditCounts& counts, JsonWriter& json) {
  for (std::size_t i = 0; i < kAuditVerdictNames.size(); ++i) {
    json.member(kAuditVerdictNames[i], static_cast<std::int64_t>(counts.verdicts[i]));
  }
  json.member("overdue", static_cast<std::int64_t>(counts.overdue));
  json.key("buckets").begin_array();
  for (std::size_t i = 0; i < counts.buckets.size(); ++i) {
    json.begin_object();
    if (i < kAuditBuckets.size()) {
      json.member("up_to_percent", static_cast<std::int64_t>(kAuditBuckets[i]));
    } else {
      json.null("up_to_percent");
    }
    json.member("tickets", static_cast<std::int64_t>(counts.buckets[i])).end_object();
  }
  json.end_array();
}

void write_share(const AuditGroup& group, JsonWriter& json) {
  json.key("share").begin_object().member("percent", static_cast<std::int64_t>(group.target->share_percent));
  json.member("per", group.target->share_per);
  if (const auto kept = group.share_kept()) {
    json.flag("kept", *kept);
  } else {
    json.null("kept");
  }
  json.end_object();
}

// Empty where one reading promises no time.
std::string latest_text(const Due& due) { return due.latest ? format_instant(*due.latest) : std::string(); }

void write_ticket(const AuditedTicket& ticket, JsonWriter& json) {
  json.begin_object().member("row", static_cast<std::int64_t>(ticket.row)).member("id", ticket.id);
  json.member("verdict", name_in(kAuditVerdictNames, ticket.verdict));
  json.member("submitted_at", ticket.submitted_at).text_or_null("responded_at", ticket.responded_at);
  if (ticket.group != nullptr) {
    json.member("policy", ticket.group->policy->id).member("revision", ticket.group->policy->revision);
    json.member("plan", ticket.group->plan->id);
    json.text_or_null("severity", ticket.group->severity == nullptr ? std::string_view() : ticket.group->severity->id);
  }
  if (ticket.due) {
    json.key("due").begin_object().member("at", format_instant(*ticket.due->at));
    json.member("earliest", format_instant(ticket.due->earliest));
    json.text_or_null("latest", latest_text(*ticket.due)).end_object();
  }
  if (ticket.elapsed) {
    json.member("elapsed_seconds", ticket.elapsed->count()).member("late_by_seconds", ticket.late_by.count());
    if (ticket.group->promise->readings.front().clock != nullptr) {
      json.flag("open_time", true);
    }
  }
  if (ticket.overdue) {
    json.flag("overdue", true);
  }
  if (!ticket.credit_unit.empty()) {
    json.key("credit").begin_object().member("least", ticket.credit_least).member("most", ticket.credit_most);
    json.member("unit", ticket.credit_unit).end_object();
  }
  if (!ticket.problems.empty()) {
    json.key("problems");
    write_diagnostics(ticket.problems, json);
  }
  json.end_object();
}

AuditOptions read_options(std::string_view text, bool& wants_csv, Diagnostics& problems) {
  AuditOptions options;
  auto parsed_options = parse_json(text, kRequestLimits);
  if (!parsed_options) {
    problems = parsed_options.diagnostics();
    return options;
  }
  options.arena = std::move(parsed_options->arena);
  JsonReader reader(*parsed_options->root, Place(), {options.arena, problems});
  options.policy = reader.string("policy");
  options.plan = reader.string("plan");
  wants_csv = reader.boolean("csv");
  options.terms = {read_settings(reader, "options"), read_settings(reader, "assumptions")};
  const auto add = [&problems](const Diagnostics& more) { supportcalc::add(problems, more); };
  if (const auto now = reader.string("now"); !now.empty()) {
    const auto parsed = parse_instant(now, "/now");
    if (parsed) {
      options.now = *parsed;
    } else {
      add(parsed.diagnostics());
    }
  }
  if (const auto name = reader.string("time_zone"); !name.empty()) {
    const auto zone = find_zone(name, "/time_zone");
    if (zone) {
      options.zone = *zone;
    } else {
      add(zone.diagnostics());
    }
  }
  reader.finish();
  return options;
}

}  // namespace

std::string_view audit_columns() {
  return "row,id,submitted_at,responded_at,policy,plan,severity,due_at,due_earliest,due_latest,verdict,"
         "elapsed_seconds,late_by_seconds,credit_least,credit_most,credit_unit,code,message\n";
}

void append_audit_row(const AuditedTicket& ticket, std::string& csv) {
  const auto cell = [&csv](std::string_view text) {
    csv += ',';
    append_cell(csv, text);
  };
  append_number(csv, static_cast<std::int64_t>(ticket.row));
  cell(ticket.id);
  cell(ticket.submitted_at);
  cell(ticket.responded_at);
  const AuditGroup* group = ticket.group;
  csv += ',';
  if (group != nullptr) {
    csv.append(group->policy->id).append("@").append(group->policy->revision);
  }
  cell(group == nullptr ? std::string_view() : group->plan->id);
  cell(group == nullptr || group->severity == nullptr ? std::string_view() : group->severity->id);
  if (ticket.due) {
    csv.append(",").append(format_instant(*ticket.due->at));
    csv.append(",").append(format_instant(ticket.due->earliest));
    csv.append(",").append(latest_text(*ticket.due));
  } else {
    csv += ",,,";
  }
  cell(ticket.overdue ? "overdue" : name_in(kAuditVerdictNames, ticket.verdict));
  csv += ',';
  if (ticket.elapsed) {
    append_number(csv, ticket.elapsed->count());
  }
  csv += ',';
  if (ticket.elapsed) {
    append_number(csv, ticket.late_by.count());
  }
  if (ticket.credit_unit.empty()) {
    csv += ",,,";
  } else {
    csv += ',';
    append_number(csv, ticket.credit_least);
    csv += ',';
    append_number(csv, ticket.credit_most);
    cell(ticket.credit_unit);
  }
  if (!ticket.problems.empty()) {
    cell(code_id(ticket.problems.front().code));
    cell(explain(ticket.problems.front()).message);
  } else {
    cell(ticket.verdict == AuditVerdict::NoFigure ? group->reason : std::string_view());
    csv += ',';
  }
  csv += '\n';
}

std::string audit_summary_json(const Auditor& auditor) {
  if (!auditor.problems().empty()) {
    return diagnostics_json(auditor.problems());
  }
  const AuditSummary& summary = auditor.summary();
  JsonWriter json;
  json.begin_object().flag("ok", true).member("tickets", static_cast<std::int64_t>(summary.tickets));
  write_counts(summary.counts, json);
  json.key("credits").begin_array();
  for (const auto& [unit, sum] : summary.credits) {
    json.begin_object().member("unit", unit).member("least", sum.first).member("most", sum.second).end_object();
  }
  json.end_array().key("groups").begin_array();
  for (const auto& group : auditor.groups()) {
    json.begin_object().member("policy", group.policy->id).member("revision", group.policy->revision);
    json.member("plan", group.plan->id);
    json.text_or_null("severity", group.severity == nullptr ? std::string_view() : group.severity->id);
    if (group.promise == nullptr) {
      json.member("reason", group.reason);
    } else {
      json.member("commitment", name_of(group.target->promise.commitment));
    }
    if (group.target != nullptr && group.target->share_percent > 0) {
      write_share(group, json);
    }
    json.key("rests_on");
    write_rests_on(group.rests_on, json);
    write_counts(group.counts, json);
    json.end_object();
  }
  return json.end_array().end_object().take();
}

AuditSession::AuditSession(const Calculator& calculator, std::string_view options) {
  auto read = read_options(options, wants_csv_, problems_);
  if (wants_csv_) {
    csv_ = audit_columns();
  }
  auditor_ = std::make_unique<Auditor>(calculator.policies(), std::move(read), [this](const AuditedTicket& ticket) {
    if (wants_csv_) {
      append_audit_row(ticket, csv_);
    }
    if (ticket.verdict != AuditVerdict::Met && ticket.verdict != AuditVerdict::NoFigure) {
      JsonWriter json;
      write_ticket(ticket, json);
      rows_.append(rows_.empty() ? "" : ",").append(json.take());
    }
  });
}

std::string AuditSession::begin() const { return problems_.empty() ? R"({"ok":true})" : diagnostics_json(problems_); }

// What came with the latest piece.
std::string AuditSession::answer() {
  const auto& problems = problems_.empty() ? auditor_->problems() : problems_;
  if (!problems.empty()) {
    return diagnostics_json(problems);
  }
  JsonWriter json;
  json.begin_object().flag("ok", true).member("tickets", static_cast<std::int64_t>(auditor_->summary().tickets));
  json.key("rows").raw("[" + rows_ + "]");
  if (wants_csv_) {
    json.member("csv", csv_);
  }
  rows_.clear();
  csv_.clear();
  return json.end_object().take();
}

std::string AuditSession::add(std::string_view piece) {
  if (problems_.empty()) {
    auditor_->add(piece);
  }
  return answer();
}

std::string AuditSession::end() {
  if (problems_.empty()) {
    auditor_->finish();
  }
  auto last = answer();
  if (!problems_.empty() || !auditor_->problems().empty()) {
    return last;
  }
  // The rows of the last piece go with the summary.
  last.pop_back();
  return last + ",\"summary\":" + audit_summary_json(*auditor_) + "}";
}

}  // namespace supportcalc
