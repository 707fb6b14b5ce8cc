#include "report/compare.h"

#include <algorithm>

#include "api/api.h"
#include "api/json_writer.h"
#include "api/rests_on_json.h"
#include "api/result_json.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

// The policies to compare: those named, or the newest revision of each that is in force.
std::vector<CompareSubject> subjects_of(const PolicySet& set, const CompareRequest& request, Diagnostics& problems) {
  const local_days filed{date::floor<date::days>(request.request.ticket.submitted_at).time_since_epoch()};
  Names names(request.policies.begin(), request.policies.end());
  for (const auto& policy : set.policies()) {
    if (request.policies.empty() && (names.empty() || names.back() != policy.id)) {
      names.push_back(policy.id);
    }
  }
  std::vector<CompareSubject> subjects;
  for (const auto& name : names) {
    const auto found = set.named(name, filed);
    if (!found) {
      add(problems, found.diagnostics());
      continue;
    }
    const Revision& revision = *found;
    const bool twice = std::any_of(subjects.begin(), subjects.end(), [&revision](const CompareSubject& subject) {
      return subject.revision.policy == revision.policy;
    });
    if (!twice) {
      subjects.push_back({revision, names_revision(name)});
    }
  }
  return subjects;
}

void write_due(const CompareRow& row, JsonWriter& json) {
  if (!row.due) {
    json.null("due");
    return;
  }
  json.key("due").begin_object();
  const auto instant = [&json](std::string_view key, const std::optional<sys_seconds>& at) {
    json.text_or_null(key, at ? format_instant(*at) : std::string());
  };
  const bool is_span = row.is_span && row.due->latest != row.due->earliest;
  instant("at", is_span ? std::nullopt : row.due->at);
  instant("earliest", row.due->earliest);
  instant("latest", row.due->latest);
  if (!row.due->from.empty()) {
    json.member("from", row.due->from);
  }
  json.end_object();
}

void write_row(const CompareRow& row, JsonWriter& json) {
  json.begin_object();
  if (row.rank == 0) {
    json.null("rank").null("surely_sooner");
  } else {
    json.member("rank", static_cast<std::int64_t>(row.rank));
    json.member("surely_sooner", static_cast<std::int64_t>(row.surely_sooner));
  }
  json.member("rank_group", name_of(row.group));
  json.member("promise_rank", static_cast<std::int64_t>(row.promise_rank));
  write_due(row, json);
  json.key("rests_on");
  write_rests_on(row.rests_on, json);
  json.key("dropped").begin_array();
  for (const auto& note : row.notes) {
    json.begin_object().member("what", name_in(kCompareNoteNames, note.kind)).member("id", note.id).end_object();
  }
  json.end_array().key("result").begin_object();
  write_result(row.evaluation, *row.evaluator, row.ticket, json);
  json.end_object().end_object();
}

}  // namespace

Result<CompareAnswer> Calculator::compare_plans(std::string_view text) const {
  auto [request, problems] = read_compare_request(text);
  const auto subjects = subjects_of(policies(), request, problems);
  if (!problems.empty()) {
    return problems;
  }
  auto compared =
      supportcalc::compare(policies(), subjects, request.request.ticket, request.request.terms, request.kind);
  if (!compared) {
    return compared.diagnostics();
  }
  return CompareAnswer{std::move(request), *std::move(compared)};
}

std::string Calculator::compare(std::string_view text) const {
  const auto answer = compare_plans(text);
  if (!answer) {
    return diagnostics_json(answer.diagnostics());
  }
  JsonWriter json;
  json.begin_object().flag("ok", true).member("kind", name_of(answer->comparison.kind));
  json.member("submitted_at", format_instant(answer->request.request.ticket.submitted_at));
  json.flag("strengths_differ", answer->comparison.strengths_differ).key("rows").begin_array();
  for (const auto& row : answer->comparison.rows) {
    write_row(row, json);
  }
  return json.end_array().end_object().take();
}

}  // namespace supportcalc
