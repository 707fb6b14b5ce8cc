// What a form offers before there is a ticket: revisions, plans, levels, options, topics, channels, questions.
#include "api/api.h"
#include "api/json_writer.h"
#include "api/request.h"
#include "api/result_json.h"
#include "engine/channels.h"
#include "engine/clock.h"
#include "engine/questions.h"
#include "engine/vocabulary.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "report/fitting.h"

namespace supportcalc {
namespace {

class EntriesWriter {
 public:
  EntriesWriter(const PolicySet& set, const Revision& revision, const Request& request)
      : set_(set), revision_(revision), policy_(*revision.policy), request_(request) {}

  // Fails only where an answer to a question is none of the policy's; what else does not fit is dropped and named.
  Result<std::string> write() {
    plan_ = find_by_id(policy_.plans, request_.plan);
    lineage_ = plan_ == nullptr ? Lineage() : lineage_of(policy_, *plan_);
    fit();
    const Ticket& ticket = fitted_.ticket;
    const auto decision = decide(policy_, lineage_, levels_, ticket);
    if (!decision) {
      return decision.diagnostics();
    }
    const Impact impact = with_presumed(ticket.impact, *decision);
    given_ = {options_, ticket.channel, impact};
    level_ = decision->severity;

    json_.begin_object().flag("ok", true);
    policy();
    json_.text_or_null("plan", plan_ == nullptr ? std::string_view() : plan_->id);
    plans();
    levels(*decision);
    terms();
    items("topics", policy_.scope.topics);
    items("maturities", policy_.scope.maturities);
    channels();
    questions(*decision);
    remedies();
    dropped();
    return json_.end_object().take();
  }

 private:
  // The request without what has no place under this plan.
  void fit() {
    if (plan_ == nullptr) {
      fitted_.ticket.submitted_at = request_.ticket.submitted_at;
      return;
    }
    Fitting fitting(request_.ticket, request_.terms);
    fitted_ = fitting.fit(set_, policy_, *plan_);
    options_ = options_of(policy_, lineage_, fitted_.options);
    levels_ = levels_of(policy_, lineage_, options_);
    fitted_ = fitting.fit_answers(policy_, levels_, std::move(fitted_));
    fitted_ = Fitting::fit_level(policy_, levels_, std::move(fitted_));
  }

  bool may_hold(const Selector& where, const Severity* level) const {
    return holds(where, lineage_, level, given_) != Truth::No;
  }

  void row(std::size_t index, std::string_view id) {
    json_.begin_object().member("row", static_cast<std::int64_t>(index)).member("id", id);
  }

  void items(std::string_view key, List<ScopeItem> items) {
    json_.key(key).begin_array();
    for (const auto index : rows_of(items, lineage_, given_)) {
      row(index, items[index].id);
      json_.end_object();
    }
    json_.end_array();
  }

  void plans() {
    json_.key("plans").begin_array();
    for (std::size_t i = 0; i < policy_.plans.size(); ++i) {
      row(i, policy_.plans[i].id);
      json_.end_object();
    }
    json_.end_array();
  }

  void policy() {
    json_.key("policy").begin_object().member("id", policy_.id).member("revision", policy_.revision);
    json_.member("fit", name_in(kRevisionFitNames, revision_.fit)).end_object();
    const local_days day{date::floor<date::days>(request_.ticket.submitted_at).time_since_epoch()};
    const Policy* in_force = set_.in_force(policy_.id, day).policy;
    json_.key("revisions").begin_array();
    for (const auto& each : set_.policies()) {
      if (each.id == policy_.id) {
        json_.begin_object().member("revision", each.revision).member("status", name_of(each.status));
        json_.text_or_null("in_force_from", day_text(each.in_force_from));
        json_.text_or_null("in_force_until", day_text(each.in_force_until));
        json_.flag("in_force", &each == in_force).end_object();
      }
    }
    json_.end_array();
  }

  void levels(const SeverityDecision& decision) {
    json_.key("levels").begin_array();
    for (const auto& level : levels_) {
      row(static_cast<std::size_t>(level.severity - policy_.severities.data()), level.severity->id);
      const auto definition = index_of(*level.severity, *level.definition);
      if (definition) {
        json_.member("definition", static_cast<std::int64_t>(*definition));
      } else {
        json_.null("definition");
      }
      json_.end_object();
    }
    json_.end_array().key("severity").begin_object();
    json_.text_or_null("id", level_ == nullptr ? std::string_view() : level_->id);
    json_.member("status", name_of(decision.status));
    json_.member("reason", name_of(decision.reason)).key("candidates").begin_array();
    for (const auto* candidate : decision.candidates) {
      json_.value(candidate->id);
    }
    json_.end_array().end_object();
  }

  void terms() {
    json_.key("options").begin_array();
    for (std::size_t i = 0; i < policy_.options.size(); ++i) {
      if (covers(policy_.options[i].plans, lineage_)) {
        row(i, policy_.options[i].id);
        json_.text_or_null("value", value_of(options_, policy_.options[i].id)).end_object();
      }
    }
    json_.end_array().key("assumptions").begin_array();
    for (std::size_t i = 0; i < policy_.assumptions.size(); ++i) {
      const auto& assumption = policy_.assumptions[i];
      const auto given = value_of(fitted_.assumptions, assumption.id);
      row(i, assumption.id);
      json_.member("value", given.empty() ? assumption.default_value : given).end_object();
    }
    json_.end_array();
  }

  void channels() {
    json_.key("channels").begin_array();
    Arena arena;
    const ChannelClocks no_clocks(policy_.channels.size());
    for (const auto& each :
         channels_at(policy_, lineage_, level_, given_, no_clocks, request_.ticket.submitted_at, arena)) {
      row(each.row, each.channel->id);
      json_.member("availability", each.availability).flag("required", each.required).end_object();
    }
    json_.end_array();
  }

  void questions(const SeverityDecision& decision) {
    json_.key("questions").begin_array();
    for (const auto& question : open_questions(policy_, lineage_, levels_, fitted_.ticket.impact, decision)) {
      const auto own = question.facet - policy_.questions.data();
      const bool is_own = find_by_id(policy_.questions, question.facet->id) == question.facet;
      json_.begin_object();
      if (is_own) {
        json_.member("row", static_cast<std::int64_t>(own));
      } else {
        json_.null("row");
      }
      json_.member("id", question.facet->id).flag("narrows", question.narrows).key("values").begin_array();
      for (const auto& value : question.facet->values) {
        json_.value(value.id);
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void remedies() {
    json_.key("remedies").begin_array();
    for (std::size_t i = 0; i < policy_.remedies.size(); ++i) {
      const Remedy& remedy = policy_.remedies[i];
      if (may_hold(remedy.where, level_)) {
        const auto* uptime = uptime_of(remedy, lineage_);
        row(i, remedy.id);
        json_.text_or_null("uptime", uptime == nullptr ? std::string_view() : uptime->percent).end_object();
      }
    }
    json_.end_array();
  }

  void dropped() {
    json_.key("dropped").begin_array();
    for (const auto& note : fitted_.notes) {
      json_.begin_object().member("what", name_in(kCompareNoteNames, note.kind)).member("id", note.id).end_object();
    }
    json_.end_array();
  }

  const PolicySet& set_;
  const Revision& revision_;
  const Policy& policy_;
  const Request& request_;
  const Plan* plan_ = nullptr;
  Lineage lineage_;
  FittedRequest fitted_;
  std::vector<Keyed<std::string_view>> options_;
  std::vector<Level> levels_;
  Given given_;
  const Severity* level_ = nullptr;
  JsonWriter json_;
};

}  // namespace

std::string Calculator::entries(std::string_view text) const {
  auto [request, problems] = read_entries_request(text);
  if (!problems.empty()) {
    return diagnostics_json(problems, explain_ticket);
  }
  const local_days filed{date::floor<date::days>(request.ticket.submitted_at).time_since_epoch()};
  const auto revision = policies().named(request.policy, filed);
  if (!revision) {
    return diagnostics_json(revision.diagnostics(), explain_ticket);
  }
  const auto entries = EntriesWriter(policies(), *revision, request).write();
  return entries ? *entries : diagnostics_json(entries.diagnostics(), explain_ticket);
}

}  // namespace supportcalc
