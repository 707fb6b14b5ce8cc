// The functions supportcalc.mjs calls: text in, text out, so that nothing has to be freed on the other side.
//
// Types for TypeScript, with what each text holds, are in index.d.ts. One module has one set of policies.
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "api/api.h"
#include "api/json_writer.h"
#include "policy/json_document.h"
#include "policy/json_reader.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

// A handful of documents, each within the limits of a policy.
constexpr JsonLimits kDocumentsLimits{.bytes = std::size_t{8} * 1024 * 1024};

Calculator& calculator() {
  static Calculator instance{PolicySet{}};
  return instance;
}

// [{"path": ..., "text": ...}] in, {"ok": true} or {"ok": false, "diagnostics": [...]} out. Documents without
// problems are used whether others have some or not.
std::string load(const std::string& documents_json) {
  const auto json = parse_json(documents_json, kDocumentsLimits);
  if (!json.ok()) return diagnostics_json(json.diagnostics());

  if (!json->is_array()) return diagnostics_json({{Code::ValueWrongType, "", {{"expected", "array"}}}});

  Diagnostics problems;
  std::vector<Document> documents;
  const Place list;
  for (const Json& item : *json) {
    JsonReader reader(item, list.to(documents.size()), problems);
    Document document{reader.required_string("path"), {}};
    // Not `required_string`, which is for texts that people read and short.
    const Json* const text = reader.find("text");
    if (text != nullptr && text->is_string()) {
      document.text = text->get_ref<const std::string&>();
    } else {
      reader.report(Code::ValueMissing, "text");
    }
    documents.push_back(std::move(document));
  }
  if (!problems.empty()) return diagnostics_json(problems);

  std::vector<RejectedDocument> rejected;
  calculator() = Calculator(PolicySet::load(documents, rejected));
  for (RejectedDocument& document : rejected) {
    for (Diagnostic& problem : document.problems) problems.push_back(std::move(problem));
  }
  return problems.empty() ? R"({"ok":true})" : diagnostics_json(problems);
}

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
  const auto json = parse_json(request_json, kRequestLimits);
  if (!json.ok()) return diagnostics_json(json.diagnostics());
  Diagnostics problems;
  JsonReader reader(*json, Place(), problems);
  const auto zone = find_zone(reader.required_string("time_zone"), "/time_zone");
  if (!zone.ok()) problems.insert(problems.end(), zone.diagnostics().begin(), zone.diagnostics().end());
  const bool local = reader.has("local");
  const char* const key = local ? "local" : "at";
  std::string text = reader.required_string(key);
  // A wall time is read as if it were UTC; the zone then says which instant it is.
  if (local) text += text.size() == std::string_view("2026-03-29T02:30").size() ? ":00Z" : "Z";
  const auto read = parse_instant(text, reader.place().to(key).pointer());
  if (!read.ok()) problems.insert(problems.end(), read.diagnostics().begin(), read.diagnostics().end());
  if (!problems.empty()) return diagnostics_json(problems);

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

// The texts that cross: one in each direction, kept until the next call.
std::string text_in;
std::string text_out;

const char* answer(std::string text) {
  text_out = std::move(text);
  return text_out.data();
}

}  // namespace
}  // namespace supportcalc

#define SUPPORTCALC_EXPORT(name) extern "C" __attribute__((export_name(#name)))

// The caller writes as many bytes of UTF-8 to the address it gets, and then calls a function that takes a text.
SUPPORTCALC_EXPORT(text_in) char* supportcalc_text_in(std::size_t size) {
  supportcalc::text_in.resize(size);
  return supportcalc::text_in.data();
}

// Every function below gives the address of its answer; this is the answer's length in bytes.
SUPPORTCALC_EXPORT(text_out_size) std::size_t supportcalc_text_out_size() { return supportcalc::text_out.size(); }

SUPPORTCALC_EXPORT(version) const char* supportcalc_version() { return supportcalc::answer(SUPPORTCALC_VERSION); }
SUPPORTCALC_EXPORT(versions) const char* supportcalc_versions() { return supportcalc::answer(supportcalc::versions()); }
SUPPORTCALC_EXPORT(zones) const char* supportcalc_zones() { return supportcalc::answer(supportcalc::zones()); }
SUPPORTCALC_EXPORT(load) const char* supportcalc_load() {
  return supportcalc::answer(supportcalc::load(supportcalc::text_in));
}
SUPPORTCALC_EXPORT(evaluate) const char* supportcalc_evaluate() {
  return supportcalc::answer(supportcalc::calculator().evaluate(supportcalc::text_in));
}
SUPPORTCALC_EXPORT(wall_time) const char* supportcalc_wall_time() {
  return supportcalc::answer(supportcalc::wall_time(supportcalc::text_in));
}
