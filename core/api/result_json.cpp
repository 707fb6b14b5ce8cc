#include "api/result_json.h"

#include <algorithm>
#include <array>

#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 4> kSeverityStatusNames = {"decided", "given", "unclear",
                                                                  "not-defined"};
constexpr std::array<std::string_view, 8> kSeverityReasonNames = {
    "one-fits",      "several-fit", "none-fits", "unknown-decides",
    "nothing-given", "default",     "given",     "no-levels"};
constexpr std::array<std::string_view, 5> kRemedyStatusNames = {"rule", "earned", "disputed", "not-earned",
                                                                "none"};
constexpr std::array<std::string_view, 3> kEscalationStartNames = {"escalated_at", "now", "submitted_at"};
constexpr std::array<std::string_view, 6> kNoticeNames = {"ambiguity",        "revision.before-first",
                                                          "revision.nearest", "revision.outside",
                                                          "revision.draft",   "pauses.not-counted"};
constexpr std::array<std::string_view, 4> kLifecycleNames = {"not-asked", "within", "beyond", "not-decided"};

std::string day_text(local_days day) { return format_date(date::year_month_day{day}); }

Json day_or_null(const std::optional<local_days>& day) { return day ? Json(day_text(*day)) : Json(nullptr); }

Json figure_json(const Figure& figure) {
  Json json = Json::object();
  if (figure.min == figure.max) {
    json["value"] = figure.max;
  } else {
    json["min"] = figure.min;
    json["max"] = figure.max;
  }
  json["unit"] = name_of(figure.unit);
  return json;
}

Json cite_json(const Cite& cite) {
  return {{"source", cite.source}, {"section", cite.section}, {"basis", name_of(cite.basis)}};
}

Json outcome_json(const Outcome& outcome, bool disputed) {
  return {{"met", disputed ? Json(nullptr) : Json(outcome.met)},
          {"elapsed_seconds", outcome.elapsed.count()},
          {"late_by_seconds", outcome.late_by.count()}};
}

// Writes the parts of a result that show times, in the visitor's zone and the vendor's.
class ResultWriter {
 public:
  ResultWriter(const Evaluation& evaluation, const ResultContext& context)
      : evaluation_(evaluation),
        evaluator_(context.evaluator),
        policy_(context.evaluator.policy()),
        ticket_(context.ticket),
        context_(context) {}

  Json write() const {
    Json json = Json::object();
    json["ok"] = true;
    json["policy"] = policy();
    json["plan"] = {{"id", evaluator_.plan().id}};
    json["severity"] = severity();
    json["scope"] = scope();
    json["targets"] = targets();
    json["escalation"] = escalation();
    json["remedies"] = remedies();
    json["channels"] = channels();
    json["ticket"] = Json::array();
    for (const auto& item : policy_.ticket) {
      json["ticket"].push_back(item.id);
    }
    json["lifecycle"] = lifecycle();
    json["assumptions"] = assumptions();
    json["options"] = options();
    json["notices"] = notices();
    json["facts"] = Json::array();
    for (const auto* fact : evaluation_.facts) {
      json["facts"].push_back(fact->id);
    }
    json["sources"] = Json::array();
    for (const auto& source : policy_.sources) {
      json["sources"].push_back(source.id);
    }
    return json;
  }

 private:
  Json policy() const {
    return {{"id", policy_.id},
            {"revision", policy_.revision},
            {"status", name_of(policy_.status)},
            {"in_force_from", day_or_null(policy_.in_force_from)},
            {"in_force_until", day_or_null(policy_.in_force_until)},
            {"read_on", policy_.read_on}};
  }

  Json severity() const {
    const auto& decision = evaluation_.severity;
    Json json = Json::object();
    json["id"] = decision.severity == nullptr ? Json(nullptr) : Json(decision.severity->id);
    json["status"] = name_in(kSeverityStatusNames, decision.status);
    json["reason"] = name_in(kSeverityReasonNames, decision.reason);
    json["candidates"] = Json::array();
    for (const auto* candidate : decision.candidates) {
      json["candidates"].push_back(candidate->id);
    }
    json["facets"] = Json::array();
    for (const auto& facet : decision.facets) {
      Json each = {{"facet", facet.facet}, {"value", facet.value}};
      if (facet.presumed) {
        each["presumed"] = true;
      }
      json["facets"].push_back(std::move(each));
    }
    json["moves"] = Json::array();
    for (const auto& move : decision.moves) {
      Json each = {{"facet", move.facet}, {"value", move.value}, {"severity", move.severity->id}};
      if (decision.severity != nullptr) {
        each["direction"] = move.up ? "up" : "down";
      }
      json["moves"].push_back(std::move(each));
    }
    json["ask"] = Json::array();
    for (const auto& facet : facets_asked(policy_, evaluator_.levels())) {
      json["ask"].push_back(facet);
    }
    return json;
  }

  Json scope() const {
    const auto& scope = evaluation_.scope;
    return {{"verdict", name_of(scope.verdict)},
            {"topic", ticket_.topic.empty() ? Json(nullptr) : Json(ticket_.topic)},
            {"maturity", ticket_.maturity.empty() ? Json(nullptr) : Json(ticket_.maturity)}};
  }

  std::optional<Zone> vendor_zone(const PromiseResult& result) const {
    return result.promise->zone ? result.promise->zone : evaluator_.vendor_zone();
  }

  void add_local(Json& json, sys_seconds at, const std::optional<Zone>& vendor) const {
    if (vendor) {
      json["vendor_local"] = format_local(at, vendor->span_at(at).offset);
    }
    if (ticket_.visitor_zone) {
      json["visitor_local"] = format_local(at, ticket_.visitor_zone->span_at(at).offset);
    }
  }

  // The part that targets and escalation steps share.
  void add_promise(Json& json, const PromiseResult& result) const {
    const auto& prepared = *result.promise;
    json["commitment"] = name_of(prepared.promise->commitment);
    json["amount"] = prepared.amount ? figure_json(*prepared.amount) : Json(nullptr);
    if (prepared.best_case) {
      json["best_case"] = figure_json(*prepared.best_case);
    }
    if (!prepared.promise->bound.empty()) {
      json["bound"] = prepared.promise->bound;
    }
    json["starts_at"] = format_instant(result.starts_at);
  }

  void add_due(Json& json, const PromiseResult& result) const {
    const auto& prepared = *result.promise;
    if (result.due) {
      const auto vendor = vendor_zone(result);
      Json due = {{"at", format_instant(result.due->at)},
                  {"earliest", format_instant(result.due->earliest)},
                  {"latest", format_instant(result.due->latest)}};
      add_local(due, result.due->at, vendor);
      if (vendor) {
        due["vendor_time_zone"] = vendor->name();
      }
      json["due"] = std::move(due);
    } else {
      json["due"] = nullptr;
      json["reason"] = result.no_due == NoDue::OptionMissing       ? std::string_view("option-missing")
                       : result.no_due == NoDue::ClockStartUnknown ? std::string_view("clock-start-unknown")
                                                                   : name_of(prepared.promise->commitment);
      if (result.no_due == NoDue::OptionMissing) {
        json["option"] = prepared.missing_option;
      }
    }
    json["hours"] = prepared.hours == nullptr ? Json(nullptr) : Json(prepared.hours->id);
    json["readings"] = Json::array();
    for (const auto& reading : result.readings) {
      if (result.readings.size() == 1) {
        break;
      }
      Json each = {{"id", reading.reading->id}, {"at", format_instant(reading.at)}};
      add_local(each, reading.at, vendor_zone(result));
      if (reading.outcome) {
        each["outcome"] = outcome_json(*reading.outcome, false);
      }
      json["readings"].push_back(std::move(each));
    }
    if (!prepared.promise->ambiguity.empty()) {
      json["ambiguity"] = prepared.promise->ambiguity;
    }
  }

  Json targets() const {
    Json list = Json::array();
    for (const auto& target : evaluation_.targets) {
      Json json = Json::object();
      json["severity"] = target.severity == nullptr ? Json(nullptr) : Json(target.severity->id);
      json["kind"] = name_of(target.target->kind);
      add_promise(json, target.result);
      add_due(json, target.result);
      if (target.result.outcome) {
        json["outcome"] = outcome_json(*target.result.outcome, target.result.outcome_disputed);
      }
      if (target.conditional) {
        json["conditional"] = true;
      }
      if (!target.target->word.empty()) {
        json["word"] = target.target->word;
      }
      if (target.target->share_percent > 0) {
        json["share"] = {{"percent", target.target->share_percent}, {"per", target.target->share_per}};
      }
      json["row"] = target.row;
      json["cite"] = cite_json(target.target->cite);
      list.push_back(std::move(json));
    }
    return list;
  }

  Json escalation() const {
    Json list = Json::array();
    for (const auto& step : evaluation_.escalation) {
      Json json = {{"id", step.step->id}};
      add_promise(json, step.result);
      json["starts_from"] = name_in(kEscalationStartNames, step.start);
      add_due(json, step.result);
      if (step.conditional) {
        json["conditional"] = true;
      }
      json["cite"] = cite_json(step.step->cite);
      list.push_back(std::move(json));
    }
    return list;
  }

  Json remedies() const {
    Json list = Json::array();
    for (const auto& remedy : evaluation_.remedies) {
      Json json = {{"id", remedy.remedy->id}, {"kind", remedy.remedy->kind}};
      if (remedy.has_target) {
        const auto& target = evaluation_.targets[remedy.target];
        json["applies_to"] = name_of(target.target->kind);
        json["severity"] = target.severity == nullptr ? Json(nullptr) : Json(target.severity->id);
      } else if (contains(remedy.remedy->applies_to, "escalation")) {
        json["applies_to"] = "escalation";
      }
      json["status"] = name_in(kRemedyStatusNames, remedy.status);
      if (!remedy.values.empty()) {
        const auto& unit = remedy.remedy->grants_unit;
        json["readings"] = Json::array();
        for (const auto& value : remedy.values) {
          json["readings"].push_back({{"id", value.reading->id}, {"value", value.value}, {"unit", unit}});
        }
        json["least"] = {{"value", remedy.least}, {"unit", unit}};
        json["most"] = {{"value", remedy.most}, {"unit", unit}};
      }
      list.push_back(std::move(json));
    }
    return list;
  }

  Json channels() const {
    Json list = Json::array();
    for (const auto* channel : evaluation_.channels) {
      list.push_back({{"id", channel->id}, {"availability", evaluator_.availability(*channel)}});
    }
    return list;
  }

  Json lifecycle() const {
    Json list = Json::array();
    for (const auto& result : evaluation_.lifecycle) {
      list.push_back({{"id", result.rule->id}, {"verdict", name_in(kLifecycleNames, result.verdict)}});
    }
    return list;
  }

  Json assumptions() const {
    Json list = Json::array();
    for (const auto& assumption : policy_.assumptions) {
      list.push_back({{"id", assumption.id},
                      {"value", evaluator_.terms().assumption(assumption.id)},
                      {"default", evaluator_.terms().is_default(assumption.id)},
                      {"used", contains(evaluation_.used_assumptions, assumption.id)}});
    }
    return list;
  }

  Json options() const {
    Json list = Json::array();
    for (const auto& option : policy_.options) {
      if (!option.plans.empty() && !contains(option.plans, evaluator_.plan().id)) {
        continue;
      }
      const auto value = evaluator_.terms().option(option.id);
      list.push_back({{"id", option.id}, {"value", value.empty() ? Json(nullptr) : Json(value)}});
    }
    return list;
  }

  Json notices() const {
    Json list = Json::array();
    if (context_.fit == Revision::Fit::BeforeFirst) {
      list.push_back({{"id", notice_name(NoticeKind::RevisionBeforeFirst)},
                      {"in_force_from", day_or_null(policy_.in_force_from)}});
    } else if (context_.fit == Revision::Fit::Lapsed) {
      list.push_back({{"id", notice_name(NoticeKind::RevisionLapsed)},
                      {"in_force_until", day_or_null(policy_.in_force_until)}});
    }
    const local_days filed{date::floor<date::days>(ticket_.submitted_at).time_since_epoch()};
    if (context_.named_revision && !holds_on(policy_, filed)) {
      list.push_back({{"id", notice_name(NoticeKind::RevisionOutside)},
                      {"in_force_from", day_or_null(policy_.in_force_from)},
                      {"in_force_until", day_or_null(policy_.in_force_until)}});
    }
    for (const auto& notice : evaluation_.notices) {
      Json json = {{"id", notice_name(notice.kind)}};
      if (notice.ambiguity != nullptr) {
        json["ambiguity"] = notice.ambiguity->id;
        json["touches"] = notice.ambiguity->touches;
      }
      list.push_back(std::move(json));
    }
    return list;
  }

  static std::string_view notice_name(NoticeKind kind) { return name_in(kNoticeNames, kind); }

  const Evaluation& evaluation_;
  const Evaluator& evaluator_;
  const Policy& policy_;
  const Ticket& ticket_;
  const ResultContext& context_;
};

}  // namespace

Json result_json(const Evaluation& evaluation, const ResultContext& context) {
  return ResultWriter(evaluation, context).write();
}

}  // namespace supportcalc
