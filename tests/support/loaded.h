// Documents of tests, which have to be sound.
#ifndef SUPPORTCALC_TESTS_SUPPORT_LOADED_H_
#define SUPPORTCALC_TESTS_SUPPORT_LOADED_H_

#include <gtest/gtest.h>

#include <utility>

#include "policy/load.h"

namespace supportcalc::test {

// Fails the running test when the document has problems; what is returned then says nothing.
template <class T>
Owned<T> sound(Result<Owned<T>> loaded) {
  if (loaded) {
    return *std::move(loaded);
  }
  for (const auto& problem : loaded.diagnostics()) {
    ADD_FAILURE() << code_id(problem.code) << " " << problem.pointer;
  }
  return {};
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_LOADED_H_
