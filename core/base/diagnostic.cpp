#include "base/diagnostic.h"

namespace supportcalc {

Diagnostic::Diagnostic(Code the_code, std::string_view place, std::initializer_list<ParameterView> values)
    : code(the_code), pointer(place) {
  parameters.reserve(values.size());
  for (const auto& value : values) {
    parameters.push_back({std::string(value.name), std::string(value.value)});
  }
}

}  // namespace supportcalc
