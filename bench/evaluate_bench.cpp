// Whole evaluations: on structs, as `audit` asks them, and from JSON to JSON, as the page and `batch` do.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "api/api.h"

namespace supportcalc {
namespace {

// The shipped policies and calendars.
PolicySet policies() {
  std::vector<Document> documents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SUPPORTCALC_POLICIES_DIR)) {
    const auto& path = entry.path();
    if (path.extension() == ".json" && path.parent_path().filename() != "schema") {
      std::ifstream file(path);
      documents.push_back({path.string(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
  }
  auto [policies, rejected] = PolicySet::load(documents, all_checks());
  if (!rejected.empty()) {
    std::abort();
  }
  return std::move(policies);
}

// One hour by one reading; two business days by three; a level that is decided from an impact.
struct Example {
  const char* name;
  const char* request;
};
constexpr Example kExamples[] = {
    {"hours", R"({"policy": "zitadel@2023-10-06", "plan": "extended-sla", "severity": "severity-1",
                  "submitted_at": "2026-04-02T14:30:00Z", "visitor_time_zone": "Asia/Tokyo"})"},
    {"business_days", R"({"policy": "scalr", "plan": "business", "severity": "p4",
                          "submitted_at": "2026-04-02T14:30:00Z", "visitor_time_zone": "Asia/Tokyo"})"},
    {"impact", R"({"policy": "spacelift@2024-11-20", "plan": "gold", "submitted_at": "2026-04-02T14:30:00Z",
                   "impact": {"request": "incident", "environment": "production", "availability": "down",
                              "affected": "all", "workaround": "none"}})"},
};

void evaluate_structs(benchmark::State& state, const Example& example) {
  Calculator calculator(policies());
  const auto answer = calculator.answer(example.request);
  if (!answer) {
    state.SkipWithError("the example is not answered");
    return;
  }
  // As `audit`: one evaluator for all tickets, and a new evaluation for each.
  for (auto _ : state) {
    benchmark::DoNotOptimize(answer->evaluator->evaluate(answer->request.ticket));
  }
}

void evaluate_json(benchmark::State& state, const Example& example) {
  Calculator calculator(policies());
  if (calculator.evaluate(example.request).find("\"ok\":true") == std::string::npos) {
    state.SkipWithError("the example is not answered");
    return;
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(calculator.evaluate(example.request));
  }
}

BENCHMARK_CAPTURE(evaluate_structs, hours, kExamples[0]);
BENCHMARK_CAPTURE(evaluate_structs, business_days, kExamples[1]);
BENCHMARK_CAPTURE(evaluate_structs, impact, kExamples[2]);
BENCHMARK_CAPTURE(evaluate_json, hours, kExamples[0]);
BENCHMARK_CAPTURE(evaluate_json, business_days, kExamples[1]);
BENCHMARK_CAPTURE(evaluate_json, impact, kExamples[2]);

}  // namespace
}  // namespace supportcalc
