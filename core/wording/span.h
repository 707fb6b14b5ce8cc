// A length of time to be said.
#ifndef SUPPORTCALC_WORDING_SPAN_H_
#define SUPPORTCALC_WORDING_SPAN_H_

#include "civil/civil.h"

namespace supportcalc {

struct Span {
  seconds length{};
  bool open = false;  // counted while a clock ran that stops at night: 24 hours of it are no day
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_SPAN_H_
