// How a table is to be read: which columns hold what, in which words, dates and zones.
//
// What is left open is recognised from the whole table (table/recognition.h), or asked for; nothing is guessed. A
// mapping without anything open judges each row by that row alone.
#ifndef SUPPORTCALC_TABLE_MAPPING_H_
#define SUPPORTCALC_TABLE_MAPPING_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "civil/civil.h"
#include "table/stamp.h"

namespace supportcalc {

// What a column may hold.
enum class Role : std::uint8_t {
  Id,
  SubmittedAt,
  RespondedAt,
  ResolvedAt,
  UpdatedAt,
  PausedFrom,
  PausedTo,
  Severity,
  Policy,
  Plan,
};
inline constexpr std::array<std::string_view, 10> kRoleNames = {
    "id",          "submitted_at", "responded_at", "resolved_at", "updated_at",
    "paused_from", "paused_to",    "severity",     "policy",      "plan"};
inline constexpr std::size_t kRoleCount = kRoleNames.size();

constexpr bool is_instant(Role role) { return role >= Role::SubmittedAt && role <= Role::PausedTo; }

// Which row of an id is the ticket.
enum class RepeatedIds : std::uint8_t { First, Last, All };
inline constexpr std::array<std::string_view, 3> kRepeatedIdsNames = {"first", "last", "all"};

// Units of `responded_after`.
struct DurationUnit {
  std::string_view name;
  seconds length;
};
inline constexpr std::array<DurationUnit, 4> kDurationUnits = {
    {{"minutes", seconds{60}}, {"seconds", seconds{1}}, {"hours", seconds{3600}}, {"days", seconds{86'400}}}};

struct Mapping {
  template <class T>
  using ByRole = std::array<T, kRoleCount>;
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  std::string encoding;  // by its name in the Encoding Standard; "" to be recognised
  std::optional<char> delimiter;
  std::optional<std::size_t> lines_before_header;
  ByRole<std::string> columns;  // names of the header; "" for none
  std::string responded_after;  // the column with the time from filing to the answer; "" for none
  std::size_t responded_after_unit = 0;
  Pairs severity_map;  // words of the table to levels; "" is an empty cell; a level "" stands for none
  std::string severity_for_all;
  DateOrder date_order = DateOrder::Unknown;
  std::string zone;                   // of times without an offset; "" where there is none
  ByRole<std::string> zones;          // of one column, instead
  std::vector<std::string> no_value;  // what stands for an empty cell
  std::optional<RepeatedIds> repeated_ids;

  // What is judged by; "" and none where it is said elsewhere.
  std::string policy;
  std::string plan;
  Pairs options;
  Pairs assumptions;

  const std::string& column(Role role) const { return columns[static_cast<std::size_t>(role)]; }
  std::string& column(Role role) { return columns[static_cast<std::size_t>(role)]; }
  // The zone of a column.
  const std::string& zone_of(Role role) const {
    const auto& own = zones[static_cast<std::size_t>(role)];
    return own.empty() ? zone : own;
  }
};

// The role of a name; nothing for another one.
std::optional<Role> role_named(std::string_view name);

inline std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_MAPPING_H_
