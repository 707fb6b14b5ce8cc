// A few functions of libc in a size that fits the module.
//
// nlohmann/json calls them where this module never needs their answer: `strtod` (and its kin, which libc keeps in one
// piece) for numbers with a fraction, which no document or request may hold and which are refused by their type, and
// `snprintf` for the words of syntax errors, of which only the position is used. The real ones bring long double
// arithmetic along, a tenth of the module.
#include <algorithm>
#include <cstdarg>
#include <cstddef>

extern "C" {

double strtod(const char* text, char** end) {
  const char* at = text;
  while (*at == '+' || *at == '-' || *at == '.' || *at == 'e' || *at == 'E' || (*at >= '0' && *at <= '9')) {
    ++at;
  }
  if (end != nullptr) {
    *end = const_cast<char*>(at);
  }
  return 0;
}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

int snprintf(char* into, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) {
    *into = '\0';
  }
  return 0;
}

// By ever smaller gaps (Shell, 1959): the lists are short.
void qsort(void* list, std::size_t count, std::size_t size, int (*compare)(const void*, const void*)) {
  char* const items = static_cast<char*>(list);
  for (std::size_t gap = count / 2; gap > 0; gap /= 2) {
    for (std::size_t i = gap; i < count; ++i) {
      for (std::size_t at = i; at >= gap; at -= gap) {
        char* const later = items + at * size;
        char* const earlier = later - gap * size;
        if (compare(earlier, later) <= 0) {
          break;
        }
        std::swap_ranges(earlier, earlier + size, later);
      }
    }
  }
}

// What the descriptions of libc++'s exception classes point to. The real ones bring along the search for a handler, and
// nothing is ever thrown.
extern const void* const _ZTVN10__cxxabiv117__class_type_infoE[3] = {};
extern const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[3] = {};

}  // extern "C"
