#include "base/sort.h"

namespace supportcalc {

// By ever smaller gaps (Shell, 1959): half the code of libc's qsort in a wasm module, and the lists are short.
void sort_objects(void* first, std::size_t count, std::size_t size, bool (*is_after)(const void*, const void*)) {
  char* const objects = static_cast<char*>(first);
  for (std::size_t gap = count / 2; gap > 0; gap /= 2) {
    for (std::size_t i = gap; i < count; ++i) {
      for (std::size_t at = i; at >= gap; at -= gap) {
        char* const later = objects + at * size;
        char* const earlier = later - gap * size;
        if (!is_after(earlier, later)) {
          break;
        }
        std::swap_ranges(earlier, earlier + size, later);
      }
    }
  }
}

}  // namespace supportcalc
