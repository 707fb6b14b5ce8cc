// What the checks of a policy share: ids in lists, and the places of entries.
#ifndef SUPPORTCALC_POLICY_CHECK_PARTS_H_
#define SUPPORTCALC_POLICY_CHECK_PARTS_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/place.h"
#include "policy/policy.h"

namespace supportcalc {

inline constexpr Place kDocumentPlace;

// at("plans", 2).pointer() == "/plans/2"
inline Place at(std::string_view list, std::size_t index) { return kDocumentPlace.to(list, index); }

// The place of one of the calendars of some hours, which a list need not hold.
inline Place holidays_place(const HoursDefinition& hours, const Place& place, std::size_t index) {
  return hours.holidays.size() == 1 ? place.to("holidays") : place.to("holidays", index);
}

template <class List>
Names ids_of(const List& items) {
  Names ids;
  ids.reserve(items.size());
  for (const auto& item : items) {
    ids.emplace_back(item.id);
  }
  return ids;
}

inline bool listed(const Names& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_CHECK_PARTS_H_
