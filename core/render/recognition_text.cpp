#include "render/recognition_text.h"

#include <algorithm>

#include "base/codes.h"
#include "base/concat.h"
#include "policy/names.h"
#include "render/catalogue.h"
#include "table/names.h"

namespace supportcalc {
namespace {

// A text as a shell takes it.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '$' || c == '`') {
      result += '\\';
    }
    result += c;
  }
  return result + "\"";
}

std::string separator_name(char separator) { return separator == '\t' ? "tab" : std::string(1, separator); }

bool misses(const Recognition& recognition, Role role) {
  return std::any_of(recognition.problems.begin(), recognition.problems.end(), [role](const Diagnostic& problem) {
    return problem.code == Code::TableColumnMissing && problem.parameters.front().value == name_of(role);
  });
}

bool misses_order(const Recognition& recognition) {
  return std::any_of(recognition.problems.begin(), recognition.problems.end(),
                     [](const Diagnostic& problem) { return problem.code == Code::TableDateOrderUnclear; });
}

std::string flag_for(Role role, const RecognisedTable& table) {
  const auto& offered = table.recognition.roles[static_cast<std::size_t>(role)].offered;
  if (role == Role::Policy || role == Role::Plan) {
    return concat({"--", name_of(role), " ", role == Role::Policy ? "POLICY" : "PLAN"});
  }
  const std::string column = offered.size() == 1 ? table.header.names[offered.front()] : "COLUMN";
  return concat({"--column ", name_of(role), "=", quoted(column)});
}

class RecognitionPage {
 public:
  RecognitionPage(const RecognisedTable& table, const PageStyle& style)
      : table_(table), catalogue_(style.language), page_(style.bold) {}

  std::string text() {
    write_shape();
    write_columns();
    write_offers();
    write_missing();
    return page_.text();
  }

 private:
  std::string say(std::string_view key, WordParameters parameters = {}) const {
    return catalogue_.say(key, parameters);
  }
  std::string number(std::size_t count) const { return catalogue_.number(static_cast<std::int64_t>(count)); }

  void write_shape() {
    const TableHeader& header = table_.header;
    page_.heading(say("table.rows", {{"count", table_.scan.rows()}}));
    page_.pair(say("table.encoding"), table_.encoding);
    page_.pair(
        say("table.format"),
        header.is_json ? "JSON" : say("table.separated", {{"separator", separator_name(header.shape.separator)}}));
    if (header.lines_before > 0) {
      page_.pair(say("table.lines-before"), number(header.lines_before));
    }
    if (table_.scan.repeated_ids() > 0) {
      page_.pair(say("table.repeated-ids"),
                 say("table.repeated-rule",
                     {{"count", table_.scan.repeated_ids()},
                      {"rule", name_in(kRepeatedIdsNames,
                                       table_.recognition.mapping.repeated_ids.value_or(RepeatedIds::First))}}));
    }
  }

  void write_columns() {
    page_.heading(say("table.columns"));
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto& found = table_.recognition.roles[i];
      if (!found.column) {
        continue;
      }
      const char* by = found.by == RoleFinding::By::Mapping ? "table.by-mapping"
                       : found.by == RoleFinding::By::Name  ? "table.by-name"
                                                            : "table.by-content";
      const auto& facts = table_.scan.columns()[*found.column];
      std::string text = concat({table_.header.names[*found.column], " (", say(by), ")"});
      if (is_instant(static_cast<Role>(i))) {
        text += "\n" + dates_text(facts);
      }
      page_.pair(kRoleNames[i], text);
    }
    const auto& mapping = table_.recognition.mapping;
    if (!mapping.responded_after.empty()) {
      page_.pair("responded_after",
                 concat({mapping.responded_after, ":", kDurationUnits[mapping.responded_after_unit].name}));
    }
    if (!mapping.severity_for_all.empty()) {
      page_.pair("severity", say("table.for-all", {{"level", mapping.severity_for_all}}));
    }
    if (mapping.date_order != DateOrder::Unknown && has_open_dates()) {
      page_.pair("date_order", name_in(kDateOrderNames, mapping.date_order));
    }
  }

  bool has_open_dates() const {
    return std::any_of(table_.recognition.roles.begin(), table_.recognition.roles.end(),
                       [this](const RoleFinding& each) {
                         return each.column && table_.scan.columns()[*each.column].dates.either > 0;
                       });
  }

  std::string dates_text(const ColumnFacts& facts) const {
    std::vector<std::string> parts{say("table.filled", {{"count", facts.filled}})};
    const auto add = [&](std::string_view key, std::size_t count) {
      if (count > 0) {
        parts.push_back(say(key, {{"count", count}}));
      }
    };
    add("table.either-order", facts.dates.either);
    add("table.day-first", facts.dates.day_first);
    add("table.month-first", facts.dates.month_first);
    add("table.with-offset", facts.offsets);
    add("table.without-time", facts.without_time);
    add("table.no-dates", facts.dates.unreadable);
    return list_names(parts);
  }

  std::string names_of(const std::vector<std::size_t>& columns) const {
    std::vector<std::string> names;
    for (const std::size_t column : columns) {
      names.push_back(table_.header.names[column].empty() ? concat({"#", std::to_string(column + 1)})
                                                          : table_.header.names[column]);
    }
    return list_names(names);
  }

  void write_offers() {
    bool is_first = true;
    const auto write = [&](std::string_view name, const std::vector<std::size_t>& columns) {
      if (columns.empty()) {
        return;
      }
      if (is_first) {
        page_.heading(say("table.offered"));
        is_first = false;
      }
      page_.pair(name, names_of(columns));
    };
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      write(kRoleNames[i], table_.recognition.roles[i].offered);
    }
    if (table_.recognition.mapping.responded_after.empty()) {
      write("responded_after", table_.recognition.durations);
    }
  }

  void write_missing() {
    const auto flags = missing_flags(table_);
    if (flags.empty()) {
      page_.heading(say("table.complete"));
      return;
    }
    page_.heading(say("table.missing"));
    for (const auto& flag : flags) {
      page_.paragraph(flag);
    }
    if (misses_order(table_.recognition)) {
      for (const auto& problem : table_.recognition.problems) {
        if (problem.code == Code::TableDateOrderUnclear) {
          std::vector<WordParameter> parameters;
          for (const auto& each : problem.parameters) {
            parameters.emplace_back(each.name, std::string_view(each.value));
          }
          page_.paragraph(catalogue_.say("table.order-open", parameters));
        }
      }
    }
    if (!misses(table_.recognition, Role::Id) && table_.recognition.needs_zone) {
      page_.paragraph(say("table.zone-open"));
    }
    page_.heading(say("table.all-columns"));
    page_.paragraph(list_names(table_.header.names));
  }

  const RecognisedTable& table_;
  Catalogue catalogue_;
  TextPage page_;
};

}  // namespace

std::vector<std::string> missing_flags(const RecognisedTable& table) {
  const Recognition& recognition = table.recognition;
  std::vector<std::string> flags;
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const auto role = static_cast<Role>(i);
    if (!misses(recognition, role)) {
      continue;
    }
    flags.push_back(flag_for(role, table));
    if (role == Role::Severity) {
      flags.back() += ", --severity LEVEL";
    }
    if (role == Role::RespondedAt && !recognition.durations.empty()) {
      flags.back() +=
          concat({", --responded-after ", quoted(table.header.names[recognition.durations.front()] + ":minutes")});
    }
  }
  if (misses_order(recognition)) {
    flags.emplace_back("--date-order dmy|mdy");
  }
  if (recognition.needs_zone) {
    flags.emplace_back("--zone ZONE");
  }
  for (const auto& word : recognition.words) {
    flags.push_back(concat({"--map severity=", quoted(word + "=LEVEL")}));
  }
  for (const auto& mark : recognition.marks) {
    flags.push_back(concat({"--no-value ", quoted(mark)}));
  }
  if (table.scan.repeated_ids() > 0 && !recognition.mapping.repeated_ids) {
    flags.emplace_back("--repeated-ids first|last|all");
  }
  return flags;
}

std::string recognition_text(const RecognisedTable& table, const PageStyle& style) {
  return RecognitionPage(table, style).text();
}

}  // namespace supportcalc
