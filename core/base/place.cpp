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
  problems.emplace_back(code, place.pointer(), values);
}

void report(Diagnostics& problems, const Diagnostics& found, const Place& place) {
  for (const auto& each : found) {
    problems.push_back(each);
    problems.back().pointer = place.pointer();
  }
}

}  // namespace supportcalc
