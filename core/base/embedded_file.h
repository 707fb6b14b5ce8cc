// A file that the build put into the program (cmake/SupportcalcEmbed.cmake).
#ifndef SUPPORTCALC_BASE_EMBEDDED_FILE_H_
#define SUPPORTCALC_BASE_EMBEDDED_FILE_H_

#include <string_view>

namespace supportcalc {

struct EmbeddedFile {
  std::string_view path;  // relative, with forward slashes: "zitadel/2023-10-06.json"
  std::string_view text;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_EMBEDDED_FILE_H_
