// The message catalogues the page uses too, built into the library that words results.
#ifndef SUPPORTCALC_RENDER_EMBEDDED_CATALOGUES_H_
#define SUPPORTCALC_RENDER_EMBEDDED_CATALOGUES_H_

#include <span>

#include "base/embedded_file.h"

namespace supportcalc {

// Every catalogue of web/strings, sorted by path: "de.json", "en.json".
std::span<const EmbeddedFile> embedded_catalogues();

// Every catalogue of core/render/strings: words that only a terminal needs, kept out of what the page loads.
std::span<const EmbeddedFile> embedded_terminal_words();

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_EMBEDDED_CATALOGUES_H_
