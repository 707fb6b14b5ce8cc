#include "base/place.h"

namespace supportcalc {

std::string Place::pointer() const {
  std::string result = within_ == nullptr ? std::string() : within_->pointer();
  if (has_key_) {
    result += pointer_step(key_);
  }
  if (has_index_) {
    result += "/" + std::to_string(index_);
  }
  return result;
}

void report(Diagnostics& problems, Code code, const Place& place, std::initializer_list<ParameterView> values) {
  if (problems.size() <= kMostDiagnostics) {  // else even the pointer is not worth its making
    add(problems, Diagnostic(code, place.pointer(), values));
  }
}

void report(Diagnostics& problems, const Diagnostics& found, const Place& place) {
  for (auto each : found) {
    each.pointer = place.pointer();
    add(problems, std::move(each));
  }
}

}  // namespace supportcalc
