// A place refers to the one it is within, which therefore has to have a name.
#include "base/place.h"

namespace supportcalc {
namespace {

[[maybe_unused]] void go() {
  const Place root;
  const Place plans = root.to("plans");
  static_cast<void>(plans.to(0));
  static_cast<void>(Place(plans, "label"));
#if MISUSE == 1  // error: deleted
  static_cast<void>(root.to("plans").to(0));
#elif MISUSE == 2  // error: deleted
  static_cast<void>(root.to("plans").to("label"));
#elif MISUSE == 3  // error: deleted
  static_cast<void>(Place().to("plans", 0));
#elif MISUSE == 4  // error: deleted
  static_cast<void>(Place(root.to("plans"), "label"));
#elif MISUSE == 5  // error: deleted
  static_cast<void>(Place(Place(), std::size_t{0}));
#endif
}

}  // namespace
}  // namespace supportcalc
