// The names that ticket systems give their columns.
#ifndef SUPPORTCALC_TABLE_COLUMN_NAMES_H_
#define SUPPORTCALC_TABLE_COLUMN_NAMES_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "table/mapping.h"

namespace supportcalc {

// What may be meant by a column, and is never taken without being told.
enum class ColumnOffer : std::uint8_t { None, RespondedAfter, UpdatedAt, ResolvedAt, ClosedAt };
inline constexpr std::array<std::string_view, 5> kColumnOfferNames = {"", "responded_after", "updated_at",
                                                                      "resolved_at", "closed_at"};

struct NamedColumn {
  std::optional<Role> role;  // nothing for a name that is only offered
  ColumnOffer offer = ColumnOffer::None;
  std::size_t rank = 0;  // among the names of the role; 0 is the surest
};

// What a column of this name holds; null for a name that says nothing. Case, accents and punctuation do not matter.
//
// Example: "First Response Time" and "first_response_time" are responded_at; "Last update" is offered as updated_at;
// "Summary" is null.
const NamedColumn* column_named(std::string_view name);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_COLUMN_NAMES_H_
