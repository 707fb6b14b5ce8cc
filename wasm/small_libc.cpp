// A few functions of libc in a size that fits the module.
//
// nlohmann/json calls them where this module never needs their answer: `strtod` (and its kin, which libc keeps in one
// piece) for numbers with a fraction, which no document or request may hold and which are refused by their type, and
// `snprintf` for the words of syntax errors, of which only the position is used. The real ones bring long double
// arithmetic along, a tenth of the module.
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

}  // extern "C"
