#include "table/recognition.h"

#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/names.h"
#include "table/names.h"

namespace supportcalc {
namespace {

constexpr std::size_t kFirstRows = 500;     // in which every column is looked at
constexpr std::size_t kMostValues = 100;    // that are remembered of a column
constexpr std::size_t kLongestValue = 100;  // bytes
constexpr std::size_t kMostMarks = 20;

void count(std::map<std::string, std::size_t>& values, std::string_view text, std::size_t most) {
  const auto found = values.find(excerpt(text));
  if (found != values.end()) {
    ++found->second;
  } else if (values.size() < most) {
    values.emplace(excerpt(text), 1);
  }
}

// Whether most of what is in a column are dates.
bool is_date_column(const ColumnFacts& facts) {
  return facts.read() > 0 && facts.read() * 2 >= facts.filled - std::min(facts.filled, facts.dates.unreadable / 2);
}

}  // namespace

TableScan::TableScan(const TableHeader& header, const Mapping& mapping, bool knows_ids)
    : header_(header),
      mapping_(mapping),
      facts_(header.names.size()),
      is_date_(header.names.size(), true),
      is_words_(header.names.size(), true) {
  if (!knows_ids) {
    return;
  }
  id_ = header.find(mapping.column(Role::Id));
  if (mapping.column(Role::Id).empty()) {
    id_.reset();
    std::optional<std::size_t> rank;
    for (std::size_t i = 0; i < header.names.size(); ++i) {
      const auto* named = column_named(header.names[i]);
      if (named != nullptr && named->role == Role::Id && (!rank || named->rank < *rank)) {
        rank = named->rank;
        id_ = i;
      }
    }
  }
}

// After the first rows only what may be needed is looked at.
void TableScan::choose_columns() {
  has_chosen_ = true;
  is_date_.assign(facts_.size(), false);
  is_words_.assign(facts_.size(), false);
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const auto role = static_cast<Role>(i);
    if (const auto column = header_.find(mapping_.columns[i]); column && !mapping_.columns[i].empty()) {
      is_date_[*column] = is_instant(role);
      is_words_[*column] = role == Role::Severity;
    }
  }
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const auto* named = column_named(header_.names[i]);
    if (named != nullptr && named->role && mapping_.column(*named->role).empty()) {
      is_date_[i] = is_date_[i] || is_instant(*named->role);
      is_words_[i] = is_words_[i] || *named->role == Role::Severity;
    }
  }
}

void TableScan::look_at_date(ColumnFacts& facts, std::string_view cell) const {
  const std::size_t either = facts.dates.either;
  const auto stamp = read_stamp(cell, DateOrder::Unknown, &facts.dates);
  if (stamp) {
    facts.offsets += stamp->offset ? 1U : 0U;
    facts.without_time += stamp->has_time ? 0U : 1U;
  } else if (facts.dates.either == either) {
    count(facts.no_dates, cell, kMostMarks);
  }
  if (facts.dates.either != either) {
    if (facts.either.empty()) {
      facts.either = excerpt(cell);
    }
    // Its offset and its time do not hang on the order.
    const auto read = read_stamp(cell, DateOrder::DayFirst, nullptr);
    facts.offsets += read && read->offset ? 1U : 0U;
    facts.without_time += read && !read->has_time ? 1U : 0U;
  }
}

TableScan TableScan::part() const {
  TableScan part(header_, mapping_, false);
  part.is_date_ = is_date_;
  part.is_words_ = is_words_;
  part.has_chosen_ = true;
  return part;
}

void TableScan::add(const TableScan& part) {
  rows_ += part.rows_;
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    ColumnFacts& facts = facts_[i];
    const ColumnFacts& more = part.facts_[i];
    facts.filled += more.filled;
    facts.dates += more.dates;
    facts.offsets += more.offsets;
    facts.without_time += more.without_time;
    facts.either = facts.either.empty() ? more.either : facts.either;
    for (const auto& [text, cells] : more.no_dates) {
      facts.no_dates[text] += cells;
    }
    for (const auto& [text, cells] : more.values) {
      facts.values[text] += cells;
    }
    facts.has_many_values = facts.has_many_values || more.has_many_values || facts.values.size() > kMostValues;
  }
}

void TableScan::add(const TableRow& row) {
  ++rows_;
  if (row.flaw != TableRow::Flaw::None) {
    return;
  }
  if (!has_chosen_ && rows_ > kFirstRows) {
    choose_columns();
  }
  const std::size_t cells = std::min(row.cells.size(), facts_.size());
  for (std::size_t i = 0; i < cells; ++i) {
    if (!is_date_[i] && !is_words_[i]) {
      continue;
    }
    const std::string_view cell = trimmed(row.cells[i]);
    ColumnFacts& facts = facts_[i];
    const bool is_no_value =
        std::find(mapping_.no_value.begin(), mapping_.no_value.end(), cell) != mapping_.no_value.end();
    if (is_words_[i]) {
      if (facts.values.size() >= kMostValues || cell.size() > kLongestValue) {
        facts.has_many_values = true;
      }
      if (!facts.has_many_values || facts.values.contains(std::string(cell.substr(0, kLongestValue)))) {
        count(facts.values, cell, kMostValues + 1);
      }
    }
    if (cell.empty() || is_no_value) {
      continue;
    }
    ++facts.filled;
    if (is_date_[i]) {
      look_at_date(facts, cell);
    }
  }
  if (id_ && *id_ < cells) {
    const std::string_view id = trimmed(row.cells[*id_]);
    if (!id.empty()) {
      repeated_ids_ += ids_.row_of(id) ? 1U : 0U;
      ids_.replace(id, row.number);
    }
  }
}

namespace {

class Recogniser {
 public:
  Recogniser(const TableHeader& header, const TableScan& scan, const Mapping& mapping, const KnownLevels& levels)
      : header_(header), scan_(scan), levels_(levels) {
    result_.mapping = mapping;
  }

  Recognition run() {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      find_role(static_cast<Role>(i));
    }
    find_by_content();
    offer();
    check();
    settle_order();
    look_for_zones();
    look_at_words();
    look_for_marks();
    return std::move(result_);
  }

 private:
  Mapping& mapping() { return result_.mapping; }
  RoleFinding& finding(Role role) { return result_.roles[static_cast<std::size_t>(role)]; }
  const ColumnFacts& facts(std::size_t column) const { return scan_.columns()[column]; }

  void take(Role role, std::size_t column, RoleFinding::By by) {
    finding(role).by = by;
    finding(role).column = column;
    std::string name = header_.names[column];
    if (name.empty() || header_.find(name) != column) {
      name = "#" + std::to_string(column + 1);
    }
    mapping().column(role) = std::move(name);
  }

  void find_role(Role role) {
    const std::string& mapped = mapping().column(role);
    if (!mapped.empty()) {
      // That it is not there is told where the rows are read.
      finding(role).by = RoleFinding::By::Mapping;
      finding(role).column = header_.find(mapped);
      return;
    }
    if ((role == Role::Policy && !mapping().policy.empty()) || (role == Role::Plan && !mapping().plan.empty()) ||
        (role == Role::Severity && (!mapping().severity_for_all.empty() || !levels_.has_levels)) ||
        (role == Role::RespondedAt && !mapping().responded_after.empty())) {
      return;
    }
    std::optional<std::size_t> best;
    std::size_t best_rank = 0;
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      const auto* named = column_named(header_.names[i]);
      // A resolution or a last update may be meant as the answer, or not at all.
      const bool is_own =
          header_.names[i] == name_of(role) && role != Role::ResolvedAt && role != Role::UpdatedAt && !is_used(i);
      const bool fits = named != nullptr && named->role == role;
      if (!fits && !is_own) {
        continue;
      }
      // A column in which nothing stands answers nothing, and one of dates holds dates.
      const bool is_empty = scan_.rows() > 0 && facts(i).filled == 0 && role != Role::RespondedAt;
      const bool is_wrong = is_instant(role) && facts(i).filled > 0 && facts(i).read() == 0 && !is_own;
      const std::size_t rank = (is_own ? 0 : named->rank + 1) + (is_empty ? 10'000U : 0U);
      if (is_wrong) {
        continue;
      }
      if (best && facts(*best).filled > 0 && rank == best_rank && role == Role::RespondedAt && facts(i).filled == 0) {
        continue;
      }
      if (!best || rank < best_rank) {
        best = i;
        best_rank = rank;
      }
    }
    if (best) {
      take(role, *best, RoleFinding::By::Name);
    }
  }

  bool is_used(std::size_t column) const {
    return std::any_of(result_.roles.begin(), result_.roles.end(),
                       [column](const RoleFinding& each) { return each.column == column; });
  }

  // A column of few words all of which are levels of the policy is that of levels, if there is one such.
  void find_by_content() {
    if (finding(Role::Severity).by != RoleFinding::By::Nothing || !mapping().severity_for_all.empty() ||
        !levels_.has_levels) {
      return;
    }
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      const auto& values = facts(i).values;
      std::size_t known = 0;
      const bool all = std::all_of(values.begin(), values.end(), [&](const auto& value) {
        known += !value.first.empty() && levels_.is_level(value.first) ? 1U : 0U;
        return value.first.empty() || levels_.is_level(value.first);
      });
      if (!is_used(i) && !facts(i).has_many_values && all && known > 0) {
        fitting.push_back(i);
      }
    }
    if (fitting.size() == 1) {
      take(Role::Severity, fitting.front(), RoleFinding::By::Content);
    } else {
      finding(Role::Severity).offered = fitting;
    }
  }

  // What a person may choose from, where nothing is sure.
  void offer() {
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      if (is_used(i)) {
        continue;
      }
      const auto* named = column_named(header_.names[i]);
      const ColumnOffer offer = named == nullptr ? ColumnOffer::None : named->offer;
      const bool is_date = is_date_column(facts(i));
      if (offer == ColumnOffer::RespondedAfter && !is_date) {
        result_.durations.push_back(i);
      }
      if (is_date && !finding(Role::RespondedAt).column) {
        finding(Role::RespondedAt).offered.push_back(i);
      }
      if (is_date && !finding(Role::SubmittedAt).column) {
        finding(Role::SubmittedAt).offered.push_back(i);
      }
      if (is_date && offer == ColumnOffer::ResolvedAt) {
        finding(Role::ResolvedAt).offered.push_back(i);
      }
      if (!finding(Role::Id).column && !is_date && facts(i).filled == scan_.rows() && facts(i).filled > 0) {
        finding(Role::Id).offered.push_back(i);
      }
      if (!finding(Role::Severity).column && !is_date && !facts(i).has_many_values && facts(i).values.size() > 1 &&
          facts(i).values.size() <= 12 && finding(Role::Severity).offered.size() < 8) {
        finding(Role::Severity).offered.push_back(i);
      }
    }
  }

  void missing(Role role) {
    std::vector<std::string> offered;
    for (const std::size_t column : finding(role).offered) {
      offered.push_back(header_.names[column]);
    }
    result_.problems.push_back(
        {Code::TableColumnMissing,
         "",
         {{"column", name_of(role)}, {"columns", list_names(header_.names)}, {"offered", list_names(offered)}}});
  }

  void check() {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto role = static_cast<Role>(i);
      const auto& found = finding(role);
      const bool by_name = found.by == RoleFinding::By::Name || found.by == RoleFinding::By::Mapping;
      // Of two columns of one name nobody knows which is meant; of our own names, whatever the case.
      std::size_t same = 0;
      for (const auto& name : header_.names) {
        same += found.column && folded_name(name) == folded_name(header_.names[*found.column]) ? 1U : 0U;
      }
      if (by_name && same > 1 && !mapping().columns[i].starts_with('#')) {
        result_.problems.push_back(
            {Code::IdDuplicate, "/" + std::string(name_of(role)), {{"id", header_.names[*found.column]}}});
      }
    }
    if (!finding(Role::Id).column && finding(Role::Id).by == RoleFinding::By::Nothing) {
      missing(Role::Id);
    }
    if (finding(Role::SubmittedAt).by == RoleFinding::By::Nothing) {
      missing(Role::SubmittedAt);
    }
    const bool tells_something = !mapping().responded_after.empty() ||
                                 finding(Role::RespondedAt).by != RoleFinding::By::Nothing ||
                                 finding(Role::ResolvedAt).by == RoleFinding::By::Mapping ||
                                 finding(Role::UpdatedAt).by == RoleFinding::By::Mapping;
    if (!tells_something) {
      missing(Role::RespondedAt);
    }
    if (finding(Role::Severity).by == RoleFinding::By::Nothing && mapping().severity_for_all.empty() &&
        levels_.has_levels && !levels_.has_default) {
      missing(Role::Severity);
    }
    if (mapping().policy.empty() && finding(Role::Policy).by == RoleFinding::By::Nothing) {
      missing(Role::Policy);
    }
    if (mapping().plan.empty() && finding(Role::Plan).by == RoleFinding::By::Nothing) {
      missing(Role::Plan);
    }
  }

  // Columns written alike are settled together: what one of them says holds for all.
  void settle_order() {
    if (mapping().date_order != DateOrder::Unknown) {
      return;
    }
    DateEvidence all;
    std::string example;
    std::string names;
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto& found = result_.roles[i];
      if (!is_instant(static_cast<Role>(i)) || !found.column) {
        continue;
      }
      const ColumnFacts& seen = facts(*found.column);
      all += seen.dates;
      if (seen.dates.either + seen.dates.settled() > 0) {
        names += (names.empty() ? "" : ", ") + header_.names[*found.column];
      }
      example = example.empty() ? seen.either : example;
    }
    if (const auto order = all.order()) {
      mapping().date_order = *order;
      return;
    }
    // Where most say their order, the few of another form are theirs to answer for: they stay unread.
    if (all.settled() == 0 && all.plain > all.either) {
      mapping().date_order = DateOrder::YearFirst;
      return;
    }
    result_.problems.push_back({Code::TableDateOrderUnclear,
                                "",
                                {{"column", names},
                                 {"either", std::to_string(all.either)},
                                 {"day_first", std::to_string(all.day_first)},
                                 {"month_first", std::to_string(all.month_first)},
                                 {"example", example.empty() ? "-" : example}}});
  }

  void look_for_zones() {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto role = static_cast<Role>(i);
      const auto& found = result_.roles[i];
      if (is_instant(role) && found.column && mapping().zone_of(role).empty()) {
        const ColumnFacts& seen = facts(*found.column);
        result_.needs_zone = result_.needs_zone || seen.read() > seen.offsets;
      }
    }
  }

  void look_at_words() {
    const auto& found = finding(Role::Severity);
    if (!found.column || !mapping().severity_for_all.empty()) {
      return;
    }
    for (const auto& [word, cells] : facts(*found.column).values) {
      const bool is_mapped = std::any_of(mapping().severity_map.begin(), mapping().severity_map.end(),
                                         [&word = word](const auto& each) { return trimmed(each.first) == word; });
      const bool is_no_value =
          std::find(mapping().no_value.begin(), mapping().no_value.end(), word) != mapping().no_value.end();
      const bool is_known = word.empty() || is_no_value ? levels_.has_default : levels_.is_level(word);
      if (!is_mapped && !is_known && result_.words.size() < kMostValues) {
        result_.words.push_back(word);
      }
    }
  }

  void look_for_marks() {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto& found = result_.roles[i];
      if (!is_instant(static_cast<Role>(i)) || !found.column) {
        continue;
      }
      for (const auto& [text, cells] : facts(*found.column).no_dates) {
        // What says nothing is short and has no digits.
        const bool may_be =
            text.size() <= 12 && std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (may_be && std::find(result_.marks.begin(), result_.marks.end(), text) == result_.marks.end()) {
          result_.marks.push_back(text);
        }
      }
    }
  }

  const TableHeader& header_;
  const TableScan& scan_;
  const KnownLevels& levels_;
  Recognition result_;
};

}  // namespace

Recognition recognise(const TableHeader& header, const TableScan& scan, const Mapping& mapping,
                      const KnownLevels& levels) {
  return Recogniser(header, scan, mapping, levels).run();
}

bool is_complete(const Mapping& mapping) {
  const bool tells = !mapping.column(Role::RespondedAt).empty() || !mapping.responded_after.empty() ||
                     !mapping.column(Role::ResolvedAt).empty();
  const bool has_level = !mapping.column(Role::Severity).empty() || !mapping.severity_for_all.empty();
  const bool has_promise = (!mapping.policy.empty() || !mapping.column(Role::Policy).empty()) &&
                           (!mapping.plan.empty() || !mapping.column(Role::Plan).empty());
  return has_promise && !mapping.column(Role::Id).empty() && !mapping.column(Role::SubmittedAt).empty() && tells &&
         has_level && mapping.date_order != DateOrder::Unknown && mapping.repeated_ids != RepeatedIds::Last;
}

}  // namespace supportcalc
