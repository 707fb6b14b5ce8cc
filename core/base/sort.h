// One sort for all lists of plain values. std::sort is two kilobytes of code for each type it is used with.
#ifndef SUPPORTCALC_BASE_SORT_H_
#define SUPPORTCALC_BASE_SORT_H_

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <type_traits>
#include <vector>

namespace supportcalc {

// Sorts `count` objects of `size` bytes each; `is_after(a, b)` says whether `a` belongs behind `b`.
void sort_objects(void* first, std::size_t count, std::size_t size, bool (*is_after)(const void*, const void*));

// Not stable: `Before`, which has no state, should tell all values apart that differ.
template <class T, class Before = std::less<T>>
void sort(std::span<T> list, Before /*before*/ = {}) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (list.empty()) {
    return;
  }
  sort_objects(list.data(), list.size(), sizeof(T), [](const void* left, const void* right) {
    return Before{}(*static_cast<const T*>(right), *static_cast<const T*>(left));
  });
}

template <class T, class Before = std::less<T>>
void sort(std::vector<T>& list, Before before = {}) {
  sort(std::span<T>(list), before);
}

// Sorted, and each value once.
template <class T>
void sort_unique(std::vector<T>& list) {
  sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_SORT_H_
