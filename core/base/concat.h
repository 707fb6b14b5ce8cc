// Texts put together.
#ifndef SUPPORTCALC_BASE_CONCAT_H_
#define SUPPORTCALC_BASE_CONCAT_H_

#include <initializer_list>
#include <string>
#include <string_view>

namespace supportcalc {

// concat({"zitadel", "@", "2023-10-06"}) == "zitadel@2023-10-06"
inline std::string concat(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
  }
  return text;
}

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_CONCAT_H_
