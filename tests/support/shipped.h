// The shipped policies and calendars, loaded for tests.
#ifndef SUPPORTCALC_TESTS_SUPPORT_SHIPPED_H_
#define SUPPORTCALC_TESTS_SUPPORT_SHIPPED_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "api/api.h"
#include "support/test_data.h"

namespace supportcalc::test {

inline const std::vector<std::string>& shipped_paths() {
  static const std::vector<std::string> paths = {
      "calendars/ch-sg.json",
      "calendars/gb-eng.json",
      "calendars/us-federal.json",
      "controlplane-flux/2024-06-19.json",
      "controlplane-flux/2026-07-24.json",
      "scalr/undated.json",
      "spacelift/2022-07-06.json",
      "spacelift/2023-05-15.json",
      "spacelift/2024-11-20.json",
      "stakater/2026-02-23.json",
      "zitadel/2023-10-06.json",
      "zitadel/2023-11-15.json",
  };
  return paths;
}

inline std::vector<Document> shipped_documents() {
  std::vector<Document> documents;
  for (const auto& path : shipped_paths()) {
    documents.push_back({path, read_policy(path)});
  }
  return documents;
}

// Fails the running test when a shipped document has problems.
inline PolicySet shipped_policies() {
  auto [policies, rejected] = PolicySet::load(shipped_documents(), all_checks());
  for (const auto& document : rejected) {
    for (const auto& problem : document.problems) {
      const auto words = explain(problem);
      ADD_FAILURE() << document.name << " " << code_id(problem.code) << " " << problem.pointer << ": " << words.message
                    << " " << words.hint;
    }
  }
  return std::move(policies);
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_SHIPPED_H_
