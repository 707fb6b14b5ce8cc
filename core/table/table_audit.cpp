#include "table/table_audit.h"

#include <algorithm>

#include "base/codes.h"
#include "policy/names.h"
#include "table/names.h"

namespace supportcalc {
namespace {

// A line of separators, as spreadsheets write them below what they hold.
bool is_blank(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

}  // namespace

Result<std::unique_ptr<TableAuditor>> TableAuditor::make(const PolicySet& set, AuditOptions options,
                                                         const TableHeader& header, const Mapping& mapping,
                                                         const std::vector<std::string>& by,
                                                         const TableFilter& filter) {
  auto tickets = TicketRows::make(header, mapping, by);
  if (!tickets) {
    return tickets.diagnostics();
  }
  set_told(mapping, options);
  std::unique_ptr<TableAuditor> auditor(new TableAuditor(set, std::move(options), header, by, filter));
  Diagnostics problems;
  for (const auto& [name, values] : filter.where) {
    const auto column = header.find(name);
    if (column) {
      auditor->where_.push_back(*column);
    } else {
      problems.push_back({Code::TableColumnUnknown, "", {{"name", name}, {"columns", list_names(header.names)}}});
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  auditor->tickets_ = *std::move(tickets);
  return auditor;
}

void TableAuditor::parse(std::string block) {
  block_ = std::move(block);
  rows_.clear();
  cells_.clear();
  arena_.clear();
  numbered_ = 0;
  const auto id = tickets_->column(Role::Id);
  const char* const begin = block_.data();
  const char* const end = begin + block_.size();
  reader_.read(block_, numbered_, [&](const TableRow& row) {
    if (row.flaw == TableRow::Flaw::None && tickets_->is_header(row)) {
      ++repeated_headers_;
      return;
    }
    if (row.flaw == TableRow::Flaw::None && is_blank(row)) {
      return;
    }
    Row parsed{row.number, cells_.size(), row.cells.size(), row.flaw, 0, false, {}};
    for (const std::string_view cell : row.cells) {
      const bool is_in_block = cell.data() >= begin && cell.data() <= end;
      cells_.push_back(is_in_block ? cell : arena_.copy(cell));
    }
    if (id && row.flaw == TableRow::Flaw::None && *id < row.cells.size()) {
      const std::string_view text = trimmed(row.cells[*id]);
      parsed.has_id = !text.empty();
      parsed.id = SeenIds::hash(text);
    }
    rows_.push_back(parsed);
  });
}

void TableAuditor::number(TableProgress& progress) {
  for (auto& row : rows_) {
    row.number += progress.row;
    if (!row.has_id || progress.repeated == RepeatedIds::All) {
      continue;
    }
    if (progress.last == nullptr) {
      row.first_row = progress.ids.add(row.id, row.number);
    } else {
      const auto last = progress.last->row_of(row.id);
      row.first_row = last && *last != row.number ? last : std::nullopt;
    }
  }
  progress.row += numbered_;
}

bool TableAuditor::is_wanted(List<std::string_view> cells) const {
  for (std::size_t i = 0; i < where_.size(); ++i) {
    const auto& values = filter_.where[i].second;
    if (where_[i] >= cells.size() ||
        std::find(values.begin(), values.end(), trimmed(cells[where_[i]])) == values.end()) {
      return false;
    }
  }
  return true;
}

bool TableAuditor::is_wanted(const AuditedTicket& audited) const {
  if ((!filter_.from && !filter_.to) || !audited.ticket->submitted_at) {
    return true;
  }
  const sys_seconds filed = audited.ticket->submitted_at->earliest;
  const auto& zone = audited.main.group == nullptr ? std::optional<Zone>() : audited.main.group->zone;
  const local_days day{
      date::floor<date::days>(filed + (zone ? zone->span_at(filed).offset : seconds{0})).time_since_epoch()};
  return (!filter_.from || day >= *filter_.from) && (!filter_.to || day <= *filter_.to);
}

void TableAuditor::judge(const OnTicket& on_ticket) {
  for (const auto& row : rows_) {
    row_.number = row.number;
    row_.flaw = row.flaw;
    const auto cells = List<std::string_view>(cells_).subspan(row.cells, row.count);
    if (!is_wanted(cells)) {
      continue;
    }
    row_.cells.assign(cells.begin(), cells.end());
    AuditTicket& ticket = tickets_->read(row_);
    ticket.first_row = row.first_row;
    const AuditedTicket& audited = auditor_.judge(ticket);
    if (!is_wanted(audited)) {
      continue;
    }
    tally_.add(audited);
    if (on_ticket) {
      on_ticket(audited, cells);
    }
  }
}

AuditReport TableAuditor::report() const {
  AuditReport report = tally_.report();
  report.repeated_headers = repeated_headers_;
  report.either_order = tickets_->evidence().either;
  report.order_settled = tickets_->evidence().settled();
  return report;
}

KnownLevels known_levels(const PolicySet& set, std::string_view policy) {
  KnownLevels levels;
  levels.has_levels = false;
  const std::string_view id = policy.substr(0, policy.find('@'));
  const std::string_view revision = names_revision(policy) ? policy.substr(id.size() + 1) : std::string_view();
  std::vector<const Policy*> meant;
  for (const auto& each : set.policies()) {
    if ((id.empty() || each.id == id) && (revision.empty() || each.revision == revision)) {
      meant.push_back(&each);
      levels.has_levels = levels.has_levels || !each.severities.empty();
      levels.has_default = levels.has_default || !each.default_severity.empty();
    }
  }
  levels.has_levels = levels.has_levels || meant.empty();
  levels.is_level = [meant](std::string_view word) {
    return std::any_of(meant.begin(), meant.end(),
                       [word](const Policy* each) { return severity_named(*each, word) != nullptr; });
  };
  return levels;
}

void set_told(const Mapping& mapping, AuditOptions& options) {
  options.tells_response = !mapping.column(Role::RespondedAt).empty() || !mapping.responded_after.empty();
  options.tells_resolution = !mapping.column(Role::ResolvedAt).empty();
  options.tells_update = !mapping.column(Role::UpdatedAt).empty();
}

}  // namespace supportcalc
