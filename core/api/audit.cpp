#include "api/audit.h"

#include <algorithm>

#include "api/audit_report_json.h"
#include "api/diagnostic_json.h"
#include "api/json_writer.h"
#include "api/mapping_json.h"
#include "api/table_words.h"
#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "policy/names.h"
#include "table/encoding.h"
#include "table/names.h"

namespace supportcalc {
namespace {

constexpr JsonLimits kOptionsLimits{.bytes = std::size_t{1024} * 1024};
constexpr std::size_t kHead = 4096;
constexpr std::size_t kScannedHead = std::size_t{256} * 1024;  // of a table whose mapping is not complete

// What was read of an instant: a date where that is all there is.
std::string moment_text(const std::optional<TicketMoment>& moment) {
  if (!moment) {
    return {};
  }
  if (moment->doubt != Doubt::NoTimeOfDay) {
    return format_instant(moment->earliest);
  }
  // Whatever the zone, the middle of a day is on its date.
  const auto middle = moment->earliest + (moment->latest - moment->earliest) / 2;
  const auto half_offset = std::chrono::hours{12} - (middle - date::floor<date::days>(middle));
  return format_date(date::year_month_day{date::floor<date::days>(middle + half_offset)});
}

std::string answer_text(const AuditTicket& ticket) {
  if (ticket.responded_after && ticket.submitted_at && ticket.submitted_at->is_exact()) {
    return format_instant(ticket.submitted_at->earliest + *ticket.responded_after);
  }
  return moment_text(ticket.responded_at);
}

// Empty where one reading promises no time.
std::string latest_text(const Due& due) { return due.latest ? format_instant(*due.latest) : std::string(); }

// Credits of the unit that comes first; a policy has one.
struct CreditText {
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::string_view unit;
  std::optional<local_days> claim_by;
};
CreditText credit_of(const AuditedTarget& target) {
  CreditText sum;
  for (const auto& credit : target.credits) {
    sum.unit = sum.unit.empty() ? credit.remedy->grants_unit : sum.unit;
    sum.least += credit.least;
    sum.most += credit.most;
    sum.claim_by = credit.claim_by;
  }
  return sum;
}

std::string_view verdict_word(const AuditedTarget& target) {
  return target.overdue ? std::string_view("overdue") : name_in(kAuditVerdictNames, target.verdict);
}

std::string_view doubt_words(Doubt doubt) {
  switch (doubt) {
    case Doubt::None:
      return "";
    case Doubt::NoTimeOfDay:
      return "the table gives no time of day";
    case Doubt::RepeatedHour:
      return "the clocks showed that hour twice";
    case Doubt::SkippedHour:
      return "the clocks never showed that hour";
  }
  return "";
}

std::string either_words(const AuditedTarget& target) {
  const auto& [one, other] = *target.either;
  const std::string first(one == other ? "overdue" : std::string(name_in(kAuditVerdictNames, one)));
  return first + " or " + std::string(name_in(kAuditVerdictNames, other)) + ": " +
         std::string(doubt_words(target.doubt));
}

void write_ticket(const AuditedTicket& audited, JsonWriter& json) {
  const AuditTicket& ticket = *audited.ticket;
  const AuditedTarget& main = audited.main;
  json.begin_object().member("row", static_cast<std::int64_t>(ticket.row)).member("id", ticket.id);
  json.member("verdict", name_in(kAuditVerdictNames, main.verdict));
  json.member("submitted_at", moment_text(ticket.submitted_at)).text_or_null("responded_at", answer_text(ticket));
  if (main.group != nullptr) {
    json.member("policy", main.group->policy->id).member("revision", main.group->policy->revision);
    json.member("plan", main.group->plan->id);
    json.text_or_null("severity", main.group->severity == nullptr ? std::string_view() : main.group->severity->id);
  }
  if (main.due && main.due->at) {
    json.key("due").begin_object().member("at", format_instant(*main.due->at));
    json.member("earliest", format_instant(main.due->earliest));
    json.text_or_null("latest", latest_text(*main.due)).end_object();
  }
  if (main.elapsed) {
    json.member("elapsed_seconds", main.elapsed->count()).member("late_by_seconds", main.late_by.count());
    if (main.group->promise->readings.front().clock != nullptr) {
      json.flag("open_time", true);
    }
  }
  if (main.overdue) {
    json.flag("overdue", true);
  }
  if (main.either) {
    json.member("doubt", name_in(kDoubtNames, main.doubt)).key("either").begin_array();
    json.value(name_in(kAuditVerdictNames, main.either->first)).value(name_in(kAuditVerdictNames, main.either->second));
    json.end_array();
  }
  if (const auto credit = credit_of(main); !credit.unit.empty()) {
    json.key("credit").begin_object().member("least", credit.least).member("most", credit.most);
    json.member("unit", credit.unit).end_object();
  }
  if (!audited.problems.empty()) {
    json.key("problems");
    write_diagnostics(audited.problems, json, explain_table);
  }
  json.end_object();
}

// What AuditSession and TableScanSession are told.
struct SessionOptions {
  Mapping mapping;
  std::optional<sys_seconds> now;
  std::vector<std::string> by;
  bool wants_csv = false;
};

void take_pairs(List<Keyed<std::string_view>> from, Mapping::Pairs& to) {
  for (const auto& [id, value] : from) {
    to.emplace_back(id, value);
  }
}

SessionOptions read_options(std::string_view text, Diagnostics& problems) {
  SessionOptions options;
  const auto parsed = parse_json(text, kOptionsLimits);
  if (!parsed) {
    problems = parsed.diagnostics();
    return options;
  }
  Arena arena;
  JsonReader reader(*parsed->root, Place(), {arena, problems});
  if (const auto* mapping = reader.find("mapping")) {
    const Place root;
    options.mapping = read_mapping(*mapping, root.to("mapping"), problems);
  }
  Mapping& mapping = options.mapping;
  if (const auto policy = reader.string("policy"); !policy.empty()) {
    mapping.policy = policy;
  }
  if (const auto plan = reader.string("plan"); !plan.empty()) {
    mapping.plan = plan;
  }
  options.wants_csv = reader.boolean("csv");
  take_pairs(read_settings(reader, "options"), mapping.options);
  take_pairs(read_settings(reader, "assumptions"), mapping.assumptions);
  if (const auto now = reader.string("now"); !now.empty()) {
    const auto instant = parse_instant(now, "/now");
    if (instant) {
      options.now = *instant;
    } else {
      add(problems, instant.diagnostics());
    }
  }
  if (const auto name = reader.string("time_zone"); !name.empty()) {
    const auto zone = find_zone(name, "/time_zone");
    if (!zone) {
      add(problems, zone.diagnostics());
    } else if (mapping.zone.empty()) {
      mapping.zone = name;
    }
  }
  const auto by = reader.list<std::string_view>(
      "by", [&problems](const JsonValue& value, const Place& place) { return read_string(value, place, problems); });
  options.by.assign(by.begin(), by.end());
  reader.finish();
  return options;
}

KnownShape shape_of_mapping(const Mapping& mapping) { return {mapping.delimiter, mapping.lines_before_header}; }

void keep_head(std::string& head, std::string_view piece) {
  if (head.size() < kHead) {
    head.append(piece.substr(0, kHead - head.size()));
  }
}

void write_columns(const TableHeader& header, const TableScan& scan, const Recognition& recognition, JsonWriter& json) {
  json.key("columns").begin_array();
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    const ColumnFacts& facts = scan.columns()[i];
    json.begin_object().member("name", header.names[i]);
    json.member("filled", static_cast<std::int64_t>(facts.filled));
    for (std::size_t role = 0; role < kRoleCount; ++role) {
      const auto& found = recognition.roles[role];
      if (found.column == i) {
        json.member("role", kRoleNames[role]);
        json.member("by", found.by == RoleFinding::By::Mapping ? "mapping"
                          : found.by == RoleFinding::By::Name  ? "name"
                                                               : "content");
      }
    }
    if (facts.read() > 0) {
      json.key("dates").begin_object().member("either_order", static_cast<std::int64_t>(facts.dates.either));
      json.member("day_first", static_cast<std::int64_t>(facts.dates.day_first));
      json.member("month_first", static_cast<std::int64_t>(facts.dates.month_first));
      json.member("plain", static_cast<std::int64_t>(facts.dates.plain));
      json.member("with_offset", static_cast<std::int64_t>(facts.offsets));
      json.member("without_time", static_cast<std::int64_t>(facts.without_time)).end_object();
    }
    json.end_object();
  }
  json.end_array();
}

void write_offers(const TableHeader& header, const Recognition& recognition, JsonWriter& json) {
  json.key("offered").begin_object();
  for (std::size_t role = 0; role < kRoleCount; ++role) {
    const auto& offered = recognition.roles[role].offered;
    if (offered.empty()) {
      continue;
    }
    json.key(kRoleNames[role]).begin_array();
    for (const std::size_t column : offered) {
      json.value(header.names[column]);
    }
    json.end_array();
  }
  if (!recognition.durations.empty()) {
    json.key("responded_after").begin_array();
    for (const std::size_t column : recognition.durations) {
      json.value(header.names[column]);
    }
    json.end_array();
  }
  json.end_object();
}

void write_texts(std::string_view key, const std::vector<std::string>& texts, JsonWriter& json) {
  json.key(key).begin_array();
  for (const auto& text : texts) {
    json.value(text);
  }
  json.end_array();
}

}  // namespace

AuditOptions audit_options(const Mapping& mapping, std::optional<sys_seconds> now) {
  AuditOptions options;
  options.now = now;
  for (const auto& [from, to] :
       {std::pair{&mapping.options, &Terms::options}, {&mapping.assumptions, &Terms::assumptions}}) {
    const auto settings = options.arena.make<Keyed<std::string_view>>(from->size());
    for (std::size_t i = 0; i < from->size(); ++i) {
      settings[i] = {options.arena.copy((*from)[i].first), options.arena.copy((*from)[i].second)};
    }
    options.terms.*to = settings;
  }
  return options;
}

std::optional<Diagnostic> table_problem(const TableText& text, std::string_view head) {
  const std::string_view kind = kind_of_file(head);
  if (kind == "xlsx" || kind == "xls") {
    return Diagnostic{Code::TableWorkbook, "", {}};
  }
  if (!kind.empty()) {
    return Diagnostic{Code::TableNotText, "", {}};
  }
  switch (text.no_table()) {
    case NoTable::None:
      return std::nullopt;
    case NoTable::Empty:
      return Diagnostic{Code::TableEmpty, "", {}};
    case NoTable::OneColumn:
      return Diagnostic{Code::TableOneColumn, "", {{"line", excerpt(text.first_line())}}};
    case NoTable::HeaderTooLong:
      return Diagnostic{Code::ValueTooLong, "", {{"limit", std::to_string(kLongestRow)}}};
    case NoTable::HeaderUnclosed:
      return Diagnostic{Code::CsvQuoteUnclosed, "", {}};
  }
  return std::nullopt;
}

AuditTable::AuditTable(const TableHeader& header, char separator, bool kept)
    : header_(header), separator_(separator), kept_(kept) {}

void AuditTable::cell(std::string_view text, std::string& to) const {
  const bool formula = !text.empty() && (text.front() == '=' || text.front() == '+' || text.front() == '-' ||
                                         text.front() == '@' || static_cast<unsigned char>(text.front()) < ' ');
  if (!formula && text.find_first_of("\",;\r\n\t|") == std::string_view::npos) {
    to += text;
    return;
  }
  to += '"';
  to += formula ? "'" : "";
  for (const char c : text) {
    to += c == '"' ? "\"\"" : "";
    if (c != '"') {
      to += c;
    }
  }
  to += '"';
}

namespace {

constexpr std::array<std::string_view, 20> kOwnColumns = {"row",
                                                          "id",
                                                          "submitted_at",
                                                          "responded_at",
                                                          "policy",
                                                          "plan",
                                                          "severity",
                                                          "due_at",
                                                          "due_earliest",
                                                          "due_latest",
                                                          "verdict",
                                                          "elapsed_seconds",
                                                          "late_by_seconds",
                                                          "credit_least",
                                                          "credit_most",
                                                          "credit_unit",
                                                          "claim_by",
                                                          "first_row",
                                                          "code",
                                                          "message"};

}  // namespace

std::string AuditTable::head() const {
  std::string text;
  for (const auto& name : kOwnColumns) {
    text += text.empty() ? "" : std::string(1, separator_);
    text += name;
  }
  for (std::size_t i = 0; kept_ && i < header_.names.size(); ++i) {
    text += separator_;
    const std::string& name = header_.names[i];
    const bool clashes = std::find(kOwnColumns.begin(), kOwnColumns.end(), name) != kOwnColumns.end();
    cell(clashes ? name + " (input)" : name, text);
  }
  return text + "\n";
}

void AuditTable::append(const AuditedTicket& audited, List<std::string_view> cells, std::string& to) const {
  const AuditTicket& ticket = *audited.ticket;
  const AuditedTarget& main = audited.main;
  const AuditGroup* group = main.group;
  const auto next = [&](std::string_view text) {
    to += separator_;
    cell(text, to);
  };
  const auto number = [&](std::int64_t value) {
    to += separator_;
    to += std::to_string(value);
  };
  to += std::to_string(ticket.row);
  next(ticket.id);
  next(moment_text(ticket.submitted_at));
  next(answer_text(ticket));
  to += separator_;
  if (group != nullptr) {
    to.append(group->policy->id).append("@").append(group->policy->revision);
  }
  next(group == nullptr ? std::string_view() : group->plan->id);
  next(group == nullptr || group->severity == nullptr ? std::string_view() : group->severity->id);
  next(main.due && main.due->at ? format_instant(*main.due->at) : "");
  next(main.due ? format_instant(main.due->earliest) : "");
  next(main.due ? latest_text(*main.due) : "");
  next(verdict_word(main));
  if (main.elapsed) {
    number(main.elapsed->count());
    number(main.late_by.count());
  } else {
    to.append(2, separator_);
  }
  const auto credit = credit_of(main);
  if (credit.unit.empty()) {
    to.append(4, separator_);
  } else {
    number(credit.least);
    number(credit.most);
    next(credit.unit);
    next(credit.claim_by ? format_date(date::year_month_day{*credit.claim_by}) : "");
  }
  next(ticket.first_row ? std::to_string(*ticket.first_row) : "");
  if (!audited.problems.empty()) {
    next(code_id(audited.problems.front().code));
    std::string messages;
    for (const auto& problem : audited.problems) {
      messages += (messages.empty() ? "" : " ") + explain_table(problem).message;
    }
    next(messages);
  } else if (main.either) {
    next(name_in(kDoubtNames, main.doubt));
    next(either_words(main));
  } else if (main.verdict == AuditVerdict::NoFigure) {
    next(group->reason);
    next("");
  } else if (audited.fit != Revision::Fit::InForce) {
    next("not-in-force");
    next(audited.fit == Revision::Fit::BeforeFirst ? "filed before the revision was in force"
                                                   : "filed when the revision was no longer in force");
  } else if (audited.default_severity) {
    next("default-level");
    next("the level is the policy's default");
  } else {
    to.append(2, separator_);
  }
  for (std::size_t i = 0; kept_ && i < header_.names.size(); ++i) {
    next(i < cells.size() ? trimmed(cells[i]) : std::string_view());
  }
  to += '\n';
}

std::string recognition_json(const TableHeader& header, const TableScan& scan, const Recognition& recognition) {
  JsonWriter json;
  json.begin_object().flag("ok", true);
  json.key("shape").begin_object().member("format", header.is_json ? "json" : "csv");
  if (!header.is_json) {
    json.member("delimiter", std::string(1, header.shape.separator));
    json.member("lines_before_header", static_cast<std::int64_t>(header.lines_before));
  }
  json.end_object();
  json.member("rows", static_cast<std::int64_t>(scan.rows()));
  json.member("repeated_ids", static_cast<std::int64_t>(scan.repeated_ids()));
  write_columns(header, scan, recognition, json);
  write_offers(header, recognition, json);
  json.flag("needs_zone", recognition.needs_zone);
  write_texts("words", recognition.words, json);
  write_texts("marks", recognition.marks, json);
  json.key("missing");
  write_diagnostics(recognition.problems, json, explain_table);
  json.key("mapping").raw(mapping_json(recognition.mapping));
  return json.end_object().take();
}

// --- sessions

TableScanSession::TableScanSession(const Calculator& calculator, std::string_view options)
    : set_(calculator.policies()),
      mapping_(read_options(options, problems_).mapping),
      text_(shape_of_mapping(mapping_)) {}

std::string TableScanSession::begin() const {
  return problems_.empty() ? R"({"ok":true})" : diagnostics_json(problems_, explain_table);
}

void TableScanSession::scan() {
  if (!text_.header()) {
    return;
  }
  if (scan_ == nullptr) {
    reader_ = std::make_unique<BlockReader>(*text_.header());
    scan_ = std::make_unique<TableScan>(*text_.header(), mapping_, true);
    row_ = text_.header()->rows_before;
  }
  std::string block;
  while (text_.take_block(block)) {
    reader_->read(block, row_, [this](const TableRow& row) { scan_->add(row); });
  }
}

void TableScanSession::add(std::string_view piece) {
  keep_head(head_, piece);
  text_.add(piece);
  scan();
}

std::string TableScanSession::end() {
  text_.finish();
  scan();
  if (const auto problem = table_problem(text_, head_); problem || scan_ == nullptr) {
    problems_.push_back(problem.value_or(Diagnostic{Code::TableEmpty, "", {}}));
  }
  if (!problems_.empty()) {
    return diagnostics_json(problems_, explain_table);
  }
  return recognition_json(*text_.header(), *scan_,
                          recognise(*text_.header(), *scan_, mapping_, known_levels(set_, mapping_.policy)));
}

AuditSession::AuditSession(const Calculator& calculator, std::string_view options)
    : set_(calculator.policies()), text_({}) {
  auto read = read_options(options, problems_);
  mapping_ = std::move(read.mapping);
  now_ = read.now;
  by_ = std::move(read.by);
  wants_csv_ = read.wants_csv;
  text_ = TableText(shape_of_mapping(mapping_));
}

std::string AuditSession::begin() const {
  return problems_.empty() ? R"({"ok":true})" : diagnostics_json(problems_, explain_table);
}

// Recognises what the mapping leaves open from the rows there are; false when the table cannot be judged.
bool AuditSession::prepare() {
  const TableHeader& header = *text_.header();
  std::string block;
  text_.take_block(block);
  if (!is_complete(mapping_)) {
    TableScan scan(header, mapping_, false);
    std::size_t row = header.rows_before;
    BlockReader(header).read(block, row, [&scan](const TableRow& each) { scan.add(each); });
    auto recognition = recognise(header, scan, mapping_, known_levels(set_, mapping_.policy));
    mapping_ = std::move(recognition.mapping);
    supportcalc::add(problems_, recognition.problems);
  }
  if (problems_.empty()) {
    auto made = TableAuditor::make(set_, audit_options(mapping_, now_), header, mapping_, by_, filter_);
    if (made) {
      auditor_ = *std::move(made);
    } else {
      supportcalc::add(problems_, made.diagnostics());
    }
  }
  if (!problems_.empty()) {
    return false;
  }
  progress_.row = header.rows_before;
  progress_.repeated = mapping_.repeated_ids == RepeatedIds::All ? RepeatedIds::All : RepeatedIds::First;
  table_.emplace(header, ',', true);
  if (wants_csv_) {
    csv_ = table_->head();
  }
  auditor_->parse(std::move(block));
  return true;
}

void AuditSession::judge(bool at_end) {
  if (!problems_.empty()) {
    return;
  }
  if (const auto problem = table_problem(text_, at_end ? std::string_view(head_) : std::string_view())) {
    problems_.push_back(*problem);
    return;
  }
  if (!text_.header()) {
    return;
  }
  const auto judge_block = [this] {
    auditor_->number(progress_);
    auditor_->judge([this](const AuditedTicket& audited, List<std::string_view> cells) {
      if (wants_csv_) {
        table_->append(audited, cells, csv_);
      }
      const auto verdict = audited.verdict();
      if (verdict != AuditVerdict::Met && verdict != AuditVerdict::NoFigure && verdict != AuditVerdict::Duplicate) {
        JsonWriter json;
        write_ticket(audited, json);
        rows_.append(rows_.empty() ? "" : ",").append(json.take());
      }
    });
  };
  if (auditor_ == nullptr) {
    if (!at_end && seen_ < kScannedHead && !is_complete(mapping_)) {
      return;
    }
    if (!prepare()) {
      return;
    }
    judge_block();
  }
  std::string block;
  while (text_.take_block(block)) {
    auditor_->parse(std::move(block));
    judge_block();
  }
}

// What came with the latest piece.
std::string AuditSession::answer() {
  if (!problems_.empty()) {
    return diagnostics_json(problems_, explain_table);
  }
  JsonWriter json;
  json.begin_object().flag("ok", true);
  json.member("tickets",
              static_cast<std::int64_t>(progress_.row - (auditor_ == nullptr ? 0 : text_.header()->rows_before)));
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
    keep_head(head_, piece);
    seen_ += piece.size();
    text_.add(piece);
    judge(false);
  }
  return answer();
}

std::string AuditSession::end() {
  if (problems_.empty()) {
    text_.finish();
    judge(true);
  }
  auto last = answer();
  if (!problems_.empty()) {
    return last;
  }
  // The rows of the last piece go with the summary.
  const AuditReport report = auditor_->report();
  last.pop_back();
  return last + ",\"summary\":" + audit_summary_json(report) +
         ",\"report\":" + audit_report_json(report, {mapping_, now_, {}, true}) + "}";
}

}  // namespace supportcalc
