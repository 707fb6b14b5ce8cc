// The functions JavaScript sees: text in, text out, so that nothing has to be freed on the other side. `load` is in a
// file of its own for each way to check documents, `compare` and `audit_*` are in report_bindings.cpp.
//
// Types for TypeScript, with what each text holds, are in index.d.ts. One module has one set of policies.
#include <emscripten/bind.h>

#include <string>
#include <utility>
#include <vector>

#include "api/json_writer.h"
#include "base/codes.h"
#include "bindings.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "zone/zone.h"

namespace supportcalc {

Calculator& module_calculator() {
  static Calculator instance{PolicySet{}, nullptr};
  return instance;
}

namespace {

std::size_t loads = 0;

// A handful of documents, each within the limits of a policy.
constexpr JsonLimits kDocumentsLimits{.bytes = std::size_t{8} * 1024 * 1024};

}  // namespace

std::size_t module_loads() { return loads; }

std::string load_documents(const std::string& documents_json, const Checks& checks,
                           Explanation (&words)(const Diagnostic&), MessagesOf messages) {
  auto json = parse_json(documents_json, kDocumentsLimits);
  if (!json.ok()) return diagnostics_json(json.diagnostics(), words);

  if (!(*json)->is_array()) return diagnostics_json({{Code::ValueWrongType, "", {{"expected", "array"}}}}, words);

  Diagnostics problems;
  std::vector<Document> documents;
  const Place list;
  for (const JsonValue& item : **json) {
    JsonReader reader(item, list.to(documents.size()), {json->arena, problems});
    Document document{std::string(reader.required_string("path")), {}};
    // Not `required_string`, which is for texts that people read and short.
    const JsonValue* const text = reader.find("text");
    if (text != nullptr && text->is_string()) {
      document.text = text->string();
    } else {
      reader.report(Code::ValueMissing, "text");
    }
    documents.push_back(std::move(document));
  }
  if (!problems.empty()) return diagnostics_json(problems, words);

  auto [policies, rejected] = PolicySet::load(documents, checks);
  module_calculator() = Calculator(std::move(policies), messages);
  ++loads;
  for (RejectedDocument& document : rejected) {
    for (Diagnostic& problem : document.problems) problems.push_back(std::move(problem));
  }
  return problems.empty() ? R"({"ok":true})" : diagnostics_json(problems, words);
}

namespace {

std::string version() { return SUPPORTCALC_VERSION; }

std::string evaluate_request(const std::string& request) { return module_calculator().evaluate(request); }

// Zone names need no escaping.
std::string zones() {
  std::string json = "[";
  for (const std::string_view name : zone_names()) {
    if (json.size() > 1) json += ',';
    json.append("\"").append(name).append("\"");
  }
  return json + "]";
}

std::string versions() {
  return JsonWriter()
      .begin_object()
      .member("tzdata", zone_release())
      .member("supportcalc", std::string_view(SUPPORTCALC_VERSION))
      .end_object()
      .take();
}

void write_moment(JsonWriter& json, const Zone& zone, sys_seconds at) {
  json.member("at", format_instant(at)).member("local", format_local(at, zone.span_at(at).offset));
}

// {"time_zone": ..., "at": instant} or {"time_zone": ..., "local": "2026-03-29T02:30"} in; which instant that
// is, and how sure, out.
std::string wall_time(const std::string& request_json) {
  auto json = parse_json(request_json, kRequestLimits);
  if (!json.ok()) return diagnostics_json(json.diagnostics(), explain_ticket);
  Diagnostics problems;
  JsonReader reader(*json->root, Place(), {json->arena, problems});
  const auto zone = find_zone(reader.required_string("time_zone"), "/time_zone");
  if (!zone.ok()) problems.insert(problems.end(), zone.diagnostics().begin(), zone.diagnostics().end());
  const bool local = reader.has("local");
  const char* const key = local ? "local" : "at";
  std::string text(reader.required_string(key));
  // A wall time is read as if it were UTC; the zone then says which instant it is.
  if (local) text += text.size() == std::string_view("2026-03-29T02:30").size() ? ":00Z" : "Z";
  const auto read = parse_instant(text, reader.place().to(key).pointer());
  if (!read.ok()) problems.insert(problems.end(), read.diagnostics().begin(), read.diagnostics().end());
  if (!problems.empty()) return diagnostics_json(problems, explain_ticket);

  JsonWriter answer;
  answer.begin_object().flag("ok", true);
  if (local) {
    const LocalTime found = zone->resolve(local_seconds{read->time_since_epoch()});
    constexpr std::string_view kKinds[] = {"unique", "gap", "overlap"};
    answer.member("kind", kKinds[static_cast<std::size_t>(found.kind)]);
    write_moment(answer, *zone, found.instant);
    if (found.kind == LocalTime::Kind::Overlap) {
      answer.key("second").begin_object();
      write_moment(answer, *zone, found.second);
      answer.end_object();
    }
  } else {
    answer.member("kind", std::string_view("unique"));
    write_moment(answer, *zone, *read);
  }
  return answer.end_object().take();
}

}  // namespace
}  // namespace supportcalc

EMSCRIPTEN_BINDINGS(supportcalc) {
  emscripten::function("version", &supportcalc::version);
  emscripten::function("evaluate", &supportcalc::evaluate_request);
  emscripten::function("zones", &supportcalc::zones);
  emscripten::function("versions", &supportcalc::versions);
  emscripten::function("wall_time", &supportcalc::wall_time);
}
