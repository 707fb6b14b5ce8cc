// What the figures of a comparison or an audit rest on, in words.
#ifndef SUPPORTCALC_RENDER_RESTS_ON_WORDS_H_
#define SUPPORTCALC_RENDER_RESTS_ON_WORDS_H_

#include <string>

#include "render/policy_words.h"
#include "report/rests_on.h"

namespace supportcalc {

// "Rests on 3 assumptions, 5 open points", or "" for nothing.
std::string rests_on_count(const Catalogue& catalogue, const RestsOn& rests_on);

// Each assumption with its value, and the text of each open point; lines, or "" for nothing.
std::string rests_on_words(const PolicyWords& words, const RestsOn& rests_on);

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_RESTS_ON_WORDS_H_
