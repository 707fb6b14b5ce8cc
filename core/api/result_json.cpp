#include "api/result_json.h"

#include "engine/vocabulary.h"
#include "policy/names.h"
#include "wording/message_ids.h"
#include "wording/next_message.h"

namespace supportcalc {

std::string day_text(const std::optional<local_days>& day) {
  return day ? format_date(date::year_month_day{*day}) : std::string();
}

namespace {

void write_figure(JsonWriter& json, std::string_view key, const std::optional<Figure>& figure) {
  json.key(key);
  if (!figure) {
    json.null();
    return;
  }
  json.begin_object();
  if (figure->min == figure->max) {
    json.member("value", figure->max);
  } else {
    json.member("min", figure->min).member("max", figure->max);
  }
  json.member("unit", name_of(figure->unit)).end_object();
}

void write_cite(JsonWriter& json, const Cite& cite) {
  json.key("cite").begin_object();
  json.member("source", cite.source).member("section", cite.section).member("basis", name_of(cite.basis));
  json.end_object();
}

void write_outcome(JsonWriter& json, const Outcome& outcome, bool disputed) {
  json.key("outcome").begin_object();
  if (disputed) {
    json.null("met");
  } else {
    json.flag("met", outcome.met);
  }
  json.member("elapsed_seconds", outcome.elapsed.count()).member("late_by_seconds", outcome.late_by.count());
  if (outcome.open_time) {
    json.flag("open_time", true);
  }
  json.end_object();
}

void write_grant(JsonWriter& json, std::int64_t value, std::string_view unit) {
  json.member("value", value).member("unit", unit).end_object();
}

// Writes the parts of a result that show times, in the visitor's zone and the vendor's.
class ResultWriter {
 public:
  ResultWriter(const Evaluation& evaluation, const Evaluator& evaluator, const Ticket& ticket, JsonWriter& json)
      : evaluation_(evaluation), evaluator_(evaluator), policy_(evaluator.policy()), ticket_(ticket), json_(json) {}

  void write() {
    json_.flag("ok", true);
    policy();
    json_.key("plan").begin_object().member("id", evaluator_.plan().id).end_object();
    severity();
    scope();
    list("targets", evaluation_.targets, [this](const TargetResult& target) { this->target(target); });
    list("escalation", evaluation_.escalation, [this](const StepResult& step) { this->step(step); });
    list("remedies", evaluation_.remedies, [this](const RemedyResult& remedy) { this->remedy(remedy); });
    list("channels", evaluation_.channels, [this](const ChannelResult& channel) { this->channel(channel); });
    ids("ticket", policy_.ticket);
    list("lifecycle", evaluation_.lifecycle, [this](const LifecycleResult& result) {
      json_.member("id", result.rule->id).member("verdict", name_of(result.verdict));
      from_row(result.row, result.rule->cite);
      conditions(result.conditions);
    });
    list("assumptions", policy_.assumptions, [this](const Assumption& assumption) {
      json_.member("id", assumption.id)
          .member("value", evaluator_.terms().assumption(assumption.id))
          .flag("default", evaluator_.terms().is_default(assumption.id))
          .flag("used", contains(evaluation_.used_assumptions, assumption.id));
    });
    options();
    hours();
    notices();
    list("facts", evaluation_.facts, [this](const FactResult& fact) {
      json_.member("id", fact.fact->id);
      from_row(fact.row, fact.fact->cite);
      standing(fact.standing, fact.conditions);
    });
    ids("sources", policy_.sources);
    if (evaluation_.escalation.empty()) {
      json_.member("escalation_message", no_steps_message(policy_));
    }
    if (evaluation_.remedies.empty()) {
      json_.member("remedies_message", no_remedies_message(policy_));
    }
    next();
  }

  void offer() {
    Arena arena;
    const Offer offer = evaluator_.offer(ticket_, evaluation_, arena);
    json_.key("offer").begin_object();
    rows("topics", offer.topics);
    rows("maturities", offer.maturities);
    rows("responsibilities", offer.responsibilities);
    rows("maintenance", offer.maintenance);
    list("features", offer.features, [this](const PlanFeature& feature) {
      json_.member("plan", feature.plan - policy_.plans.data()).member("row", static_cast<std::int64_t>(feature.row));
    });
    list("uptimes", policy_.remedies, [this](const Remedy& remedy) {
      const UptimePromise* const promise = uptime_of(remedy, evaluator_.lineage());
      json_.text_or_null("percent", promise == nullptr ? std::string_view() : promise->percent);
      json_.key("steps").begin_array();
      for (const auto row : steps_of(remedy, promise)) {
        json_.value(static_cast<std::int64_t>(row));
      }
      json_.end_array();
    });
    json_.member("scope_message", scope_message(!offer.topics.empty() || !offer.maturities.empty()));
    json_.text_or_null("builds_on", base_of(evaluator_.plan()));
    json_.end_object();
  }

 private:
  // A list of objects, each filled by `fill(item)`.
  template <class Items, class Fill>
  void list(std::string_view key, const Items& items, const Fill& fill) {
    json_.key(key).begin_array();
    for (const auto& item : items) {
      json_.begin_object();
      fill(item);
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Items>
  void ids(std::string_view key, const Items& items) {
    json_.key(key).begin_array();
    for (const auto& item : items) {
      json_.value(item.id);
    }
    json_.end_array();
  }

  void rows(std::string_view key, const std::vector<OfferedRow>& rows) {
    list(key, rows, [this](const OfferedRow& each) {
      json_.member("row", static_cast<std::int64_t>(each.row));
      conditions(each.conditions);
    });
  }

  void force(bool from, bool until) {
    if (from) {
      json_.text_or_null("in_force_from", day_text(policy_.in_force_from));
    }
    if (until) {
      json_.text_or_null("in_force_until", day_text(policy_.in_force_until));
    }
  }

  void policy() {
    json_.key("policy").begin_object();
    json_.member("id", policy_.id).member("revision", policy_.revision).member("status", name_of(policy_.status));
    force(true, true);
    json_.member("read_on", policy_.read_on).end_object();
  }

  void severity() {
    const auto& decision = evaluation_.severity;
    json_.key("severity").begin_object();
    severity_id("id", decision.severity);
    json_.member("status", name_of(decision.status));
    json_.member("reason", name_of(decision.reason));
    if (decision.severity != nullptr) {
      const auto index =
          evaluation_.definition == nullptr ? std::nullopt : index_of(*decision.severity, *evaluation_.definition);
      index_or_null("definition", index);
    }
    json_.key("candidates").begin_array();
    for (const auto* candidate : decision.candidates) {
      json_.value(candidate->id);
    }
    json_.end_array();
    list("facets", decision.facets, [this](const UsedFacet& facet) {
      json_.member("facet", facet.facet).member("value", facet.value);
      if (facet.presumed || facet.implied) {
        json_.flag(facet.presumed ? "presumed" : "implied", true);
      }
    });
    list("moves", decision.moves, [this, &decision](const Move& move) {
      json_.member("facet", move.facet).member("value", move.value).member("severity", move.severity->id);
      if (decision.severity != nullptr) {
        json_.member("direction", std::string_view(move.up ? "up" : "down"));
      }
    });
    list("levels", evaluator_.levels(), [this](const Level& level) {
      json_.member("id", level.severity->id);
      index_or_null("definition", index_of(*level.severity, *level.definition));
    });
    json_.key("ask").begin_array();
    for (const auto& facet : facets_asked(policy_, evaluator_.levels())) {
      json_.value(facet);
    }
    json_.end_array().end_object();
  }

  void severity_id(std::string_view key, const Severity* severity) {
    json_.text_or_null(key, severity == nullptr ? std::string_view() : severity->id);
  }

  void scope() {
    json_.key("scope").begin_object().member("verdict", name_of(evaluation_.scope.verdict));
    json_.text_or_null("topic", ticket_.topic).text_or_null("maturity", ticket_.maturity).end_object();
  }

  std::optional<Zone> vendor_zone(const PromiseResult& result) const {
    return result.promise->zone ? result.promise->zone : evaluator_.vendor_zone();
  }

  void local(sys_seconds at, const std::optional<Zone>& vendor) {
    if (vendor) {
      json_.member("vendor_local", format_local(at, vendor->span_at(at).offset));
    }
    if (ticket_.visitor_zone) {
      json_.member("visitor_local", format_local(at, ticket_.visitor_zone->span_at(at).offset));
    }
  }

  void instant(std::string_view key, const std::optional<sys_seconds>& at) {
    json_.text_or_null(key, at ? format_instant(*at) : std::string());
  }

  // The parts that targets and escalation steps share.
  void promise(const PromiseResult& result) {
    const auto& prepared = *result.promise;
    json_.member("commitment", name_of(prepared.promise->commitment));
    json_.member("commitment_message", commitment_message(policy_, prepared.promise->commitment));
    write_figure(json_, "amount", prepared.amount);
    if (prepared.best_case) {
      write_figure(json_, "best_case", prepared.best_case);
    }
    if (!prepared.promise->bound.empty()) {
      json_.member("bound", prepared.promise->bound);
    }
    instant("starts_at", result.starts_at);
  }

  void due(const PromiseResult& result) {
    const auto& prepared = *result.promise;
    const auto vendor = vendor_zone(result);
    if (result.due) {
      json_.key("due").begin_object();
      instant("at", result.due->at);
      instant("earliest", result.due->earliest);
      instant("latest", result.due->latest);
      if (!result.due->from.empty()) {
        json_.member("from", result.due->from);
      }
      // Wall times are those of `at`, else of the earliest.
      local(result.due->at.value_or(result.due->earliest), vendor);
      if (vendor) {
        json_.member("vendor_time_zone", vendor->name());
      }
      json_.end_object();
    } else {
      json_.null("due");
      json_.member("reason", result.no_due == NoDue::OptionMissing ? std::string_view("option-missing")
                             : result.no_due == NoDue::OutOfScope  ? std::string_view("out-of-scope")
                                                                   : name_of(prepared.promise->commitment));
    }
    if (const auto message = promise_message(policy_, result); !message.empty()) {
      json_.member("message", message);
    }
    if (const Option* option = option_in_question(policy_, result)) {
      json_.member("option", option->id);
    }
    json_.text_or_null("hours", prepared.hours == nullptr ? std::string_view() : prepared.hours->id);
    json_.key("readings").begin_array();
    for (const auto& reading : result.readings) {
      if (result.readings.size() == 1) {
        break;
      }
      json_.begin_object().member("id", reading.reading->id);
      instant("at", reading.at);
      if (reading.at) {
        local(*reading.at, vendor);
      } else {
        json_.member("commitment", name_of(reading.reading->commitment));
      }
      if (reading.outcome) {
        write_outcome(json_, *reading.outcome, false);
      }
      json_.end_object();
    }
    json_.end_array();
    if (!prepared.promise->ambiguity.empty()) {
      json_.member("ambiguity", prepared.promise->ambiguity);
    }
  }

  void target(const TargetResult& target) {
    const Target& row = *target.target;
    severity_id("severity", target.severity);
    json_.member("kind", name_of(row.kind));
    promise(target.result);
    due(target.result);
    outcome(target.result);
    conditional(target.conditions);
    if (!row.word.empty()) {
      json_.member("word", row.word);
    }
    if (row.repeats) {
      json_.flag("repeats", true);
    }
    if (target.ignores_pauses) {
      json_.flag("pauses_counted", false);
    }
    if (row.share_percent > 0) {
      json_.key("share").begin_object().member("percent", row.share_percent).member("per", row.share_per).end_object();
    }
    from_row(target.row, row.cite);
    standing(target.standing, target.conditions);
    if (!target.required_channels.empty()) {
      json_.texts("required_channels", target.required_channels);
    }
  }

  void outcome(const PromiseResult& result) {
    if (result.outcome) {
      write_outcome(json_, *result.outcome, result.outcome_disputed);
    }
  }

  // What `conditions` say in full, for those who only ask whether the row holds.
  void conditional(OpenConditions conditions) {
    if (is_open(conditions)) {
      json_.flag("conditional", true);
    }
  }

  void from_row(std::size_t row, const Cite& cite) {
    json_.member("row", static_cast<std::int64_t>(row));
    write_cite(json_, cite);
  }

  // Those that a row names.
  void levels(const Selector& where) {
    if (!where.severities.empty()) {
      json_.texts("levels", where.severities);
    }
  }

  void conditions(OpenConditions conditions) {
    list("conditions", conditions, [this](const OpenCondition& each) {
      json_.member("kind", name_of(each.kind)).text_or_null("id", each.id).texts("values", each.values);
      json_.member("state", name_of(each.state));
    });
  }

  void standing(Standing standing, OpenConditions open) {
    json_.member("standing", name_of(standing));
    conditions(open);
  }

  void index_or_null(std::string_view key, const std::optional<std::size_t>& index) {
    if (index) {
      json_.member(key, static_cast<std::int64_t>(*index));
    } else {
      json_.null(key);
    }
  }

  void channel(const ChannelResult& result) {
    json_.member("id", result.channel->id).member("availability", result.availability);
    json_.flag("required", result.required);
    if (result.hours) {
      json_.flag("open_now", result.hours->open_now);
      instant("opens_at", result.hours->opens_at);
    }
    from_row(result.row, result.channel->cite);
    levels(result.channel->where);
    standing(result.standing, result.conditions);
  }

  // The one thing to do now. Its message is chosen where messages are: until then null.
  void next() {
    json_.key("next");
    if (!evaluation_.next) {
      json_.null();
      return;
    }
    const Next& next = *evaluation_.next;
    json_.begin_object().member("do", name_of(next.what));
    json_.text_or_null("channel", next.channel ? evaluation_.channels[*next.channel].channel->id : std::string_view());
    json_.text_or_null("step", next.step ? evaluation_.escalation[*next.step].step->id : std::string_view());
    json_.text_or_null("remedy", next.remedy ? evaluation_.remedies[*next.remedy].remedy->id : std::string_view());
    json_.text_or_null("question", next.question);
    instant("by", next.by);
    json_.member("message", next_message(evaluation_)).end_object();
  }

  void step(const StepResult& step) {
    json_.member("id", step.step->id);
    promise(step.result);
    json_.member("starts_from", name_of(step.start));
    due(step.result);
    outcome(step.result);
    conditional(step.conditions);
    from_row(step.row, step.step->cite);
    standing(step.standing, step.conditions);
  }

  void remedy(const RemedyResult& result) {
    const Remedy& remedy = *result.remedy;
    json_.member("id", remedy.id).member("kind", remedy.kind);
    if (const auto kind = applies_to(evaluation_, result); !kind.empty()) {
      json_.member("applies_to", kind);
    }
    if (result.target) {
      severity_id("severity", evaluation_.targets[*result.target].severity);
    } else if (result.step) {
      json_.member("step", evaluation_.escalation[*result.step].step->id);
    }
    json_.member("status", name_of(result.status));
    if (const auto message = worth_message(evaluation_, result); !message.empty()) {
      json_.member("message", message);
    }
    from_row(result.row, remedy.cite);
    standing(result.standing, result.conditions);
    if (result.values.empty()) {
      return;
    }
    json_.key("readings").begin_array();
    for (const auto& value : result.values) {
      json_.begin_object().member("id", value.reading->id);
      write_grant(json_, value.value, remedy.grants_unit);
    }
    json_.end_array();
    json_.key("least").begin_object();
    write_grant(json_, result.least, remedy.grants_unit);
    json_.key("most").begin_object();
    write_grant(json_, result.most, remedy.grants_unit);
    if (result.claim_by) {
      json_.member("claim_by", day_text(result.claim_by));
    }
  }

  void options() {
    json_.key("options").begin_array();
    for (const auto& [id, value] : evaluator_.terms().options()) {
      json_.begin_object().member("id", id).text_or_null("value", value).end_object();
    }
    json_.end_array();
  }

  // What options and assumptions make of each.
  void hours() {
    json_.key("hours").begin_array();
    for (const auto& each : policy_.hours) {
      if (each.always) {
        continue;
      }
      json_.begin_object().member("id", each.id);
      settled("time_zone", each.time_zone);
      json_.key("holidays").begin_array();
      for (const auto& holidays : each.holidays) {
        if (const auto id = evaluator_.terms().settled(holidays)) {
          json_.value(*id);
        }
      }
      json_.end_array().key("windows").begin_array();
      for (const auto& window : each.windows) {
        json_.begin_object();
        settled("times", window.times.value_or(Choice()));
        json_.end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void settled(std::string_view key, const Choice& choice) {
    json_.text_or_null(key, evaluator_.terms().settled(choice).value_or(std::string_view()));
  }

  void notices() {
    list("notices", evaluation_.notices, [this](const Notice& notice) {
      json_.member("id", name_of(notice.kind));
      const bool outside = notice.kind == NoticeKind::RevisionOutside;
      force(outside || notice.kind == NoticeKind::RevisionBeforeFirst,
            outside || notice.kind == NoticeKind::RevisionNearest);
      if (notice.ambiguity != nullptr) {
        json_.member("ambiguity", notice.ambiguity->id).texts("touches", notice.ambiguity->touches);
      }
      if (notice.calendar != nullptr) {
        json_.member("calendar", notice.calendar->id).member("complete_until", notice.calendar->complete_until);
      }
    });
  }

  const Evaluation& evaluation_;
  const Evaluator& evaluator_;
  const Policy& policy_;
  const Ticket& ticket_;
  JsonWriter& json_;
};

}  // namespace

void write_result(const Evaluation& evaluation, const Evaluator& evaluator, const Ticket& ticket, JsonWriter& json) {
  ResultWriter(evaluation, evaluator, ticket, json).write();
}

void write_offer(const Evaluation& evaluation, const Evaluator& evaluator, const Ticket& ticket, JsonWriter& json) {
  ResultWriter(evaluation, evaluator, ticket, json).offer();
}

}  // namespace supportcalc
