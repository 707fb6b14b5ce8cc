// What supportcalc-reports.mjs has beside the functions of supportcalc.mjs: what a form offers, comparison and audit.
//
// They are not in the main module, because the first result of the page would wait for their bytes.
#include <emscripten/bind.h>

#include <memory>
#include <string>

#include "api/audit.h"
#include "bindings.h"

namespace supportcalc {
namespace {

std::string entries_request(const std::string& request) { return module_calculator().entries(request); }

std::string compare_request(const std::string& request) { return module_calculator().compare(request); }

// One table is looked at at a time.
std::unique_ptr<TableScanSession>& scan() {
  static std::unique_ptr<TableScanSession> instance;
  return instance;
}

std::string table_begin(const std::string& options) {
  scan() = std::make_unique<TableScanSession>(module_calculator(), options);
  return scan()->begin();
}

void table_add(const std::string& piece) {
  if (scan() != nullptr) {
    scan()->add(piece);
  }
}

std::string table_end() {
  if (scan() == nullptr) {
    table_begin("{}");
  }
  auto answer = scan()->end();
  scan().reset();
  return answer;
}

// One audit at a time, over the documents of its beginning.
struct Audit {
  std::unique_ptr<AuditSession> session;
  std::size_t loads = 0;
};

Audit& audit() {
  static Audit instance;
  return instance;
}

AuditSession& new_audit(const std::string& options) {
  audit() = {std::make_unique<AuditSession>(module_calculator(), options), module_loads()};
  return *audit().session;
}

// Without a beginning, or with other documents than at the beginning, what follows is taken for a new table.
AuditSession& begun_audit() {
  const bool begun = audit().session != nullptr && audit().loads == module_loads();
  return begun ? *audit().session : new_audit("{}");
}

std::string audit_begin(const std::string& options) { return new_audit(options).begin(); }

std::string audit_add(const std::string& piece) { return begun_audit().add(piece); }

std::string audit_end() {
  auto answer = begun_audit().end();
  audit().session.reset();
  return answer;
}

}  // namespace
}  // namespace supportcalc

EMSCRIPTEN_BINDINGS(supportcalc_reports) {
  emscripten::function("entries", &supportcalc::entries_request);
  emscripten::function("compare", &supportcalc::compare_request);
  emscripten::function("table_begin", &supportcalc::table_begin);
  emscripten::function("table_add", &supportcalc::table_add);
  emscripten::function("table_end", &supportcalc::table_end);
  emscripten::function("audit_begin", &supportcalc::audit_begin);
  emscripten::function("audit_add", &supportcalc::audit_add);
  emscripten::function("audit_end", &supportcalc::audit_end);
}
