// A value, or the diagnostics that say why there is none.
//
// The core neither throws nor aborts on input: every fallible function returns a Result.
#ifndef SUPPORTCALC_BASE_RESULT_H_
#define SUPPORTCALC_BASE_RESULT_H_

#include <cassert>
#include <optional>
#include <utility>

#include "base/diagnostic.h"

namespace supportcalc {

// Holds either a T or at least one Diagnostic, never both.
//
// Reading `value()` of a failed result, or `diagnostics()` of a good one, is a programming error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Diagnostic diagnostic) {                // NOLINT(google-explicit-constructor)
    diagnostics_.push_back(std::move(diagnostic));
  }
  Result(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {  // NOLINT(google-explicit-constructor)
    assert(!diagnostics_.empty());
  }

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    assert(ok());
    return *value_;
  }
  T& value() & {
    assert(ok());
    return *value_;
  }
  T&& value() && {
    assert(ok());
    return *std::move(value_);
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Diagnostics& diagnostics() const {
    assert(!ok());
    return diagnostics_;
  }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_RESULT_H_
