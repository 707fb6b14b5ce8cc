#include "table/ticket_rows.h"

#include <algorithm>

#include "base/codes.h"
#include "base/edit_distance.h"
#include "base/excerpt.h"
#include "policy/names.h"
#include "table/names.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{86'400};

std::string pointer_of(Role role) { return "/" + std::string(name_of(role)); }

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

Diagnostic unknown_column(std::string_view name, const TableHeader& header) {
  Diagnostic problem{Code::TableColumnUnknown, "", {{"name", excerpt(name)}, {"columns", list_names(header.names)}}};
  std::size_t least = 4;
  std::string_view nearest;
  for (const auto& each : header.names) {
    const std::size_t distance = edit_distance(folded_name(each), folded_name(name), least);
    if (distance < least) {
      least = distance;
      nearest = each;
    }
  }
  if (!nearest.empty()) {
    problem.parameters.push_back({"nearest", std::string(nearest)});
  }
  return problem;
}

}  // namespace

TicketMoment ZoneMemory::resolve(local_seconds wall) {
  constexpr seconds kFar{36 * 3600};  // no clock is ever put on so far
  const sys_seconds guess{wall.time_since_epoch() - span_.offset};
  if (guess - kFar >= span_.begin && guess + kFar < span_.end) {
    return {guess, guess, Doubt::None};
  }
  const LocalTime local = zone_.resolve(wall);
  span_ = zone_.span_at(local.instant);
  switch (local.kind) {
    case LocalTime::Kind::Unique:
      break;
    case LocalTime::Kind::Overlap:
      return {local.instant, local.second, Doubt::RepeatedHour};
    case LocalTime::Kind::Gap: {
      const seconds before = zone_.span_at(local.instant - seconds{1}).offset;
      return {sys_seconds{wall.time_since_epoch() - span_.offset}, sys_seconds{wall.time_since_epoch() - before},
              Doubt::SkippedHour};
    }
  }
  return {local.instant, local.instant, Doubt::None};
}

TicketMoment ZoneMemory::resolve(local_days day) {
  const auto last = zone_.resolve(local_seconds{day} + kDay - seconds{1});
  return {zone_.resolve(local_seconds{day}).instant, last.second, Doubt::NoTimeOfDay};
}

Result<std::unique_ptr<TicketRows>> TicketRows::make(const TableHeader& header, const Mapping& mapping,
                                                     const std::vector<std::string>& by) {
  std::unique_ptr<TicketRows> rows(new TicketRows(header, mapping));
  Diagnostics problems;
  const auto find = [&](const std::string& name) -> std::optional<std::size_t> {
    if (name.empty()) {
      return std::nullopt;
    }
    const auto found = header.find(name);
    if (!found) {
      problems.push_back(unknown_column(name, header));
    }
    return found;
  };
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const auto role = static_cast<Role>(i);
    rows->columns_[i] = find(mapping.columns[i]);
    const std::string& zone = mapping.zone_of(role);
    if (is_instant(role) && !zone.empty() && rows->columns_[i]) {
      const auto found = find_zone(zone, "/zone");
      if (found) {
        rows->zones_[i].emplace(*found);
      } else {
        add(problems, found.diagnostics());
      }
    }
  }
  rows->after_ = find(mapping.responded_after);
  for (const auto& name : by) {
    if (const auto found = find(name)) {
      rows->by_.push_back(*found);
    }
  }
  for (const auto& [word, level] : mapping.severity_map) {
    rows->levels_.emplace(trimmed(word), level);
    rows->levels_.emplace(lower_ascii(trimmed(word)), level);
  }
  if (!problems.empty()) {
    return problems;
  }
  return rows;
}

bool TicketRows::is_header(const TableRow& row) const {
  if (header_.is_json || row.cells.size() != header_.names.size()) {
    return false;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (trimmed(row.cells[i]) != header_.names[i]) {
      return false;
    }
  }
  return true;
}

std::string_view TicketRows::cell(const TableRow& row, Role role) const {
  const auto& at = columns_[static_cast<std::size_t>(role)];
  return at ? trimmed(row.cells[*at]) : std::string_view();
}

bool TicketRows::is_no_value(std::string_view text) const {
  return text.empty() || std::find(mapping_.no_value.begin(), mapping_.no_value.end(), text) != mapping_.no_value.end();
}

std::optional<TicketMoment> TicketRows::moment(const TableRow& row, Role role) {
  const std::string_view text = cell(row, role);
  if (is_no_value(text)) {
    return std::nullopt;
  }
  const auto problem = [&](Code code) {
    ticket_.problems.push_back({code, pointer_of(role), {{"text", excerpt(text)}}});
    return std::nullopt;
  };
  const auto stamp = read_stamp(text, mapping_.date_order, &evidence_);
  if (!stamp) {
    return problem(Code::TableTimeUnreadable);
  }
  auto& zone = zones_[static_cast<std::size_t>(role)];
  TicketMoment at{};
  if (stamp->offset && stamp->has_time) {
    const sys_seconds instant{stamp->wall.time_since_epoch() - *stamp->offset};
    at = {instant, instant, Doubt::None};
  } else if (!zone) {
    return problem(Code::TableTimeNoZone);
  } else {
    at = stamp->has_time ? zone->resolve(stamp->wall) : zone->resolve(date::floor<date::days>(stamp->wall));
  }
  if (!in_supported_range(at.earliest) || !in_supported_range(at.latest)) {
    ticket_.problems.push_back({Code::InstantOutOfRange,
                                pointer_of(role),
                                {{"text", excerpt(text)}, {"from", "2015-01-01"}, {"until", "2100-01-01"}}});
    return std::nullopt;
  }
  return at;
}

std::string_view TicketRows::level(std::string_view text) {
  if (!mapping_.severity_for_all.empty()) {
    return mapping_.severity_for_all;
  }
  const auto mapped = [this](std::string_view word) -> std::optional<std::string_view> {
    if (levels_.empty()) {
      return std::nullopt;
    }
    word_.assign(word);
    auto found = levels_.find(word_);
    if (found == levels_.end()) {
      word_ = lower_ascii(word);
      found = levels_.find(word_);
    }
    return found == levels_.end() ? std::nullopt : std::optional(found->second);
  };
  // A word that is mapped means what it is mapped to, also where it stands for no value elsewhere.
  if (const auto level = mapped(text)) {
    return *level;
  }
  if (is_no_value(text)) {
    return mapped("").value_or(std::string_view());
  }
  return text;
}

AuditTicket& TicketRows::read(const TableRow& row) {
  ticket_.problems.clear();
  ticket_.pauses.clear();
  ticket_.by.clear();
  ticket_.row = row.number;
  ticket_.first_row.reset();
  ticket_.id = ticket_.policy = ticket_.plan = ticket_.severity = {};
  ticket_.submitted_at = ticket_.responded_at = ticket_.resolved_at = ticket_.updated_at = std::nullopt;
  ticket_.responded_after.reset();
  switch (row.flaw) {
    case TableRow::Flaw::None:
      break;
    case TableRow::Flaw::TooLong:
      ticket_.problems.push_back({Code::ValueTooLong, "", {{"limit", std::to_string(kLongestRow)}}});
      return ticket_;
    case TableRow::Flaw::QuoteUnclosed:
      ticket_.problems.push_back({Code::CsvQuoteUnclosed, "", {}});
      return ticket_;
    case TableRow::Flaw::NotAnObject:
      ticket_.problems.push_back({Code::ValueWrongType, "", {{"expected", "object"}}});
      return ticket_;
  }
  // A separator too many at the end is no cell.
  std::size_t cells = row.cells.size();
  while (cells > header_.names.size() && trimmed(row.cells[cells - 1]).empty()) {
    --cells;
  }
  if (cells != header_.names.size()) {
    ticket_.problems.push_back(
        {Code::CsvCellCount,
         "",
         {{"cells", std::to_string(row.cells.size())}, {"expected", std::to_string(header_.names.size())}}});
    return ticket_;
  }
  ticket_.id = cell(row, Role::Id);
  if (is_no_value(ticket_.id)) {
    ticket_.id = {};
  }
  ticket_.policy = columns_[static_cast<std::size_t>(Role::Policy)] ? cell(row, Role::Policy) : mapping_.policy;
  ticket_.plan = columns_[static_cast<std::size_t>(Role::Plan)] ? cell(row, Role::Plan) : mapping_.plan;
  ticket_.severity = level(cell(row, Role::Severity));
  for (const std::size_t at : by_) {
    ticket_.by.push_back(trimmed(row.cells[at]));
  }
  ticket_.submitted_at = moment(row, Role::SubmittedAt);
  if (!ticket_.submitted_at && ticket_.problems.empty()) {
    ticket_.problems.push_back({Code::TableTimeUnreadable, pointer_of(Role::SubmittedAt), {{"text", ""}}});
  }
  ticket_.responded_at = moment(row, Role::RespondedAt);
  ticket_.resolved_at = moment(row, Role::ResolvedAt);
  ticket_.updated_at = moment(row, Role::UpdatedAt);
  if (after_) {
    const std::string_view text = trimmed(row.cells[*after_]);
    if (!is_no_value(text)) {
      ticket_.responded_after = read_duration(text, kDurationUnits[mapping_.responded_after_unit].length);
      if (!ticket_.responded_after) {
        ticket_.problems.push_back({Code::TableDurationUnreadable, "/responded_after", {{"text", excerpt(text)}}});
      }
    }
  }
  if (columns_[static_cast<std::size_t>(Role::PausedFrom)]) {
    const auto from = moment(row, Role::PausedFrom);
    const auto to = moment(row, Role::PausedTo);
    if (from && to && to->latest < from->earliest) {
      ticket_.problems.push_back({Code::RequestPausesOrder, "/paused_to", {}});
    } else if (from) {
      ticket_.pauses.push_back({from->earliest, to ? std::optional(to->latest) : std::nullopt, "customer"});
    }
  }
  return ticket_;
}

}  // namespace supportcalc
