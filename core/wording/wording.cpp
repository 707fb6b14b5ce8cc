#include "wording/wording.h"

#include <algorithm>
#include <utility>

#include "base/concat.h"
#include "engine/vocabulary.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "wording/message_ids.h"
#include "wording/next_message.h"
#include "wording/policy_phrases.h"
#include "wording/promise_wording.h"

namespace supportcalc {
namespace {

std::string about(std::string_view list, std::size_t index) { return concat({"/", list, "/", std::to_string(index)}); }

SaidList list_of(Message message) { return {Between::Comma, {std::move(message)}}; }

class Wording {
 public:
  explicit Wording(const AnswerView& answer)
      : answer_(answer),
        evaluator_(answer.evaluator),
        policy_(evaluator_.policy()),
        evaluation_(answer.evaluation),
        phrases_(policy_, evaluator_.terms()),
        promises_(policy_, phrases_, evaluator_.vendor_zone()) {}

  std::vector<Line> all() {
    head();
    next();
    level();
    targets();
    escalation();
    scope();
    channels();
    ticket();
    remedies();
    lifecycle();
    facts();
    assumptions();
    options();
    ambiguities();
    return std::move(lines_);
  }

 private:
  // Nothing is added for a message that says nothing.
  void add(const std::string& about, Part part, Message message) {
    if (!message.empty()) {
      lines_.push_back({about, part, std::move(message)});
    }
  }

  void source(const std::string& about, const Cite& cite, std::string pointer) {
    if (!cite.source.empty() || !cite.note.empty()) {
      add(about, Part::Source, said(SaidCite{&cite, std::move(pointer)}));
    }
  }

  void head() {
    add("", Part::Title,
        {"answer.of",
         {{"policy", SaidText{&policy_.title, "/title"}},
          {"plan",
           SaidText{&evaluator_.plan().label, place("plans", index_in(policy_.plans, evaluator_.plan()), "label")}}}});
    add("", Part::Filed, {"filed.at", {{"at", Moment{answer_.ticket.submitted_at, evaluator_.vendor_zone()}}}});
    const auto support = evaluator_.plan().support;
    if (support != "full") {
      add("/plan", Part::Warning, said_word("support", support));
    }
    warnings();
  }

  // What is to be known about revision and clock before the answer is read.
  void warnings() {
    for (std::size_t i = 0; i < evaluation_.notices.size(); ++i) {
      const auto& [kind, ambiguity, calendar] = evaluation_.notices[i];
      if (kind == NoticeKind::Ambiguity) {
        continue;
      }
      if (calendar != nullptr) {
        add(about("notices", i), Part::Warning,
            {concat({"notice.", name_of(kind)}),
             {{"calendar", list_of(said_word("calendar", calendar->id))},
              {"until", local_days{date::year{static_cast<int>(calendar->complete_until)} / 12 / 31}}}});
        continue;
      }
      add(about("notices", i), Part::Warning,
          {concat({"notice.", name_of(kind)}),
           {{"from", day(policy_.in_force_from)}, {"until", day(policy_.in_force_until)}}});
    }
  }

  static ParameterValue day(const std::optional<local_days>& date) {
    return date ? ParameterValue(*date) : ParameterValue(SaidName{"…", ""});
  }

  // The one thing to do now.
  void next() {
    if (!evaluation_.next) {
      return;
    }
    const Next& next = *evaluation_.next;
    Message message{next_message(evaluation_), {}};
    const auto with = [&message](std::string_view name, ParameterValue value) {
      message.parameters.push_back({name, std::move(value)});
    };
    if (next.remedy) {
      const auto& remedy = evaluation_.remedies[*next.remedy];
      with("remedy", SaidId{"remedy", remedy.remedy->kind});
      if (remedy.claim_by) {
        with("date", *remedy.claim_by);
      }
    }
    if (!next.question.empty()) {
      with("question", list_of(phrases_.question(next.question)));
    }
    if (next.step) {
      with("step", list_of(step_label(*evaluation_.escalation[*next.step].step)));
    }
    if (next.channel) {
      with("channel", list_of(phrases_.channel_label(*evaluation_.channels[*next.channel].channel)));
    }
    if (next.by) {
      with("by", Moment{*next.by, evaluator_.vendor_zone()});
    }
    add("/next", Part::Title, std::move(message));
  }

  Message definition(const Severity& severity) const {
    for (const auto& level : evaluator_.levels()) {
      if (level.severity == &severity) {
        return phrases_.definition(severity, level.definition);
      }
    }
    return phrases_.definition(severity, nullptr);
  }

  void level() {
    const auto& decision = evaluation_.severity;
    const std::string here = "/severity";
    add(here, Part::Title,
        decision.severity != nullptr ? phrases_.level(*decision.severity)
        : decision.status == SeverityStatus::Unclear
            ? Message{"severity.candidates", {{"count", static_cast<std::int64_t>(decision.candidates.size())}}}
            : Message{"status.not-defined", {}});
    if (decision.severity != nullptr) {
      add(here, Part::Definition, definition(*decision.severity));
    }
    for (std::size_t i = 0; i < decision.candidates.size(); ++i) {
      const Severity& candidate = *decision.candidates[i];
      add(about("severity/candidates", i), Part::Definition,
          {"severity.candidate",
           {{"level", list_of(phrases_.level(candidate))}, {"definition", list_of(definition(candidate))}}});
    }
    add(here, Part::Why,
        {decision.reason == SeverityReason::NoLevels ? "severity.none-note"
                                                     : concat({"reason.", name_of(decision.reason)}),
         {}});
    for (std::size_t i = 0; i < decision.facets.size(); ++i) {
      const auto& facet = decision.facets[i];
      auto answer = phrases_.answer(facet.facet, facet.value);
      add(about("severity/facets", i), Part::Because,
          facet.presumed  ? Message{"severity.presumed-answer", {{"answer", list_of(std::move(answer))}}}
          : facet.implied ? Message{"severity.implied-answer", {{"answer", list_of(std::move(answer))}}}
                          : std::move(answer));
    }
    for (std::size_t i = 0; i < decision.moves.size(); ++i) {
      const auto& move = decision.moves[i];
      Message would{std::string(move_message(decision, move)),
                    {{"severity", list_of(phrases_.level_label(move.severity->id))}}};
      add(about("severity/moves", i), Part::Move,
          said_list(Between::Space, {phrases_.answer(move.facet, move.value), std::move(would)}));
    }
    add(here, Part::SetBy, PolicyPhrases::text(policy_.severity_set_by, "/severity_setting/set_by"));
    add(here, Part::MayChange, PolicyPhrases::text(policy_.severity_may_change, "/severity_setting/may_change"));
    if (decision.severity != nullptr) {
      const auto index = index_in(policy_.severities, *decision.severity);
      add(here, Part::FollowUp,
          PolicyPhrases::text(decision.severity->follow_up, place("severities", index, "follow_up")));
      level_source(here, *decision.severity, index);
    }
  }

  // Of the definition that holds, else of the level.
  void level_source(const std::string& here, const Severity& severity, std::size_t index) {
    const auto* own = evaluation_.definition;
    const auto own_index = own == nullptr ? std::nullopt : index_of(severity, *own);
    if (own_index) {
      source(here, own->cite,
             concat({about("severities", index), "/definitions/", std::to_string(*own_index), "/cite"}));
    } else {
      source(here, severity.cite, place("severities", index, "cite"));
    }
  }

  void targets() {
    const auto& targets = evaluation_.targets;
    if (targets.empty()) {
      add("/targets", Part::Title, said_word("kind", "first-response"));
      add("/targets", Part::NoDue, {"due.none-listed", {}});
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
      target(about("targets", i), targets[i]);
    }
  }

  void target(const std::string& here, const TargetResult& each) {
    const Target& target = *each.target;
    const bool is_open = evaluation_.severity.severity == nullptr && each.severity != nullptr;
    auto kind = said_word("kind", name_of(target.kind));
    add(here, Part::Title,
        is_open
            ? Message{"target.for-level",
                      {{"kind", list_of(std::move(kind))}, {"level", list_of(phrases_.level_label(each.severity->id))}}}
            : std::move(kind));
    add(here, Part::Condition, phrases_.only_if(each, !is_open));
    add(here, Part::Word, PolicyPhrases::name(target.word, place("targets", each.row, "word")));
    const PromiseWording::Place promise{each.result, here, about("targets", each.row), ""};
    promises_.due(promise, lines_);
    add(here, Part::Terms, promises_.terms(each.result, PolicyPhrases::share(target)));
    promises_.outcome(promise, lines_);
    clock(here, target.clock, each);
    add(here, Part::Note, PolicyPhrases::text(target.note, place("targets", each.row, "note")));
    source(here, target.cite, place("targets", each.row, "cite"));
  }

  // When the clock starts and stops, where that is not when the ticket is filed.
  void clock(const std::string& here, const ClockTerms& clock, const TargetResult& each) {
    const bool later = each.result.starts_at && each.result.due && clock.starts != "submission";
    add(here, Part::Clock,
        said_list(Between::Space,
                  {later ? said_word("clock-start", clock.starts) : Message{},
                   each.target->repeats ? Message{"target.repeats", {}} : Message{}, PolicyPhrases::pauses(clock),
                   each.ignores_pauses ? Message{"target.pauses-not-counted", {}} : Message{},
                   PolicyPhrases::text(clock.note, place("targets", each.row, "clock/note"))}));
  }

  void escalation() {
    const auto& rule = policy_.escalation;
    const auto& steps = evaluation_.escalation;
    if (steps.empty()) {
      add("/escalation", Part::Detail, {no_steps_message(policy_), {}});
    }
    add("/escalation", Part::Detail, PolicyPhrases::text(rule.note, "/escalation/note"));
    // Rows for the same step, of which it is open which holds, stand under one number.
    std::int64_t number = 0;
    std::string_view last;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      number += steps[i].step->id == last ? 0 : 1;
      last = steps[i].step->id;
      step(about("escalation", i), steps[i], number);
    }
  }

  void step(const std::string& here, const StepResult& each, std::int64_t number) {
    const EscalationStep& step = *each.step;
    const auto row = about("escalation/steps", each.row);
    const auto text = [&row](const Text& value, std::string_view key) {
      return PolicyPhrases::text(value, concat({row, "/", key}));
    };
    add(here, Part::Title, {"escalation.step", {{"number", number}, {"step", list_of(step_label(step))}}});
    add(here, Part::Condition, phrases_.conditions(each.conditions));
    add(here, Part::Trigger, text(step.trigger, "trigger"));
    add(here, Part::WhoActs, step.automatic ? Message{"escalation.automatic", {}} : Message{});
    add(here, Part::How, text(step.how, "how"));
    for (std::size_t i = 0; i < step.contacts.size(); ++i) {
      const auto& contact = step.contacts[i];
      auto kind = said_word("channel", contact.kind);
      const auto pointer = concat({row, "/contacts/", std::to_string(i), "/address"});
      add(here, step.contact_all && step.contacts.size() > 1 ? Part::ContactAll : Part::Contact,
          contact.address.empty()
              ? std::move(kind)
              : Message{"escalation.contact-at",
                        {{"channel", list_of(std::move(kind))}, {"address", SaidName{contact.address, pointer}}}});
    }
    std::vector<Message> roles;
    for (std::size_t i = 0; i < step.roles.size(); ++i) {
      roles.push_back(text(step.roles[i], concat({"roles/", std::to_string(i)})));
    }
    add(here, Part::Roles, said_list(Between::Comma, std::move(roles)));
    promises_.due({each.result, here, row, name_of(each.start)}, lines_);
    add(here, Part::Terms, promises_.terms(each.result, {}));
    add(here, Part::Note, text(step.note, "note"));
    source(here, step.cite, concat({row, "/cite"}));
  }

  Message step_label(const EscalationStep& step) const {
    return PolicyPhrases::text(step.label,
                               place("escalation/steps", index_in(policy_.escalation.steps, step), "label"));
  }

  void scope() {
    const auto& scope = evaluation_.scope;
    if (scope.verdict == Verdict::NotAsked) {
      Arena arena;
      const Offer offer = evaluator_.offer(answer_.ticket, evaluation_, arena);
      SaidList ids{Between::Comma, {}};
      for (const auto& each : offer.topics) {
        ids.parts.push_back(PolicyPhrases::name(policy_.scope.topics[each.row].id, ""));
      }
      for (const auto& each : offer.maturities) {
        ids.parts.push_back(PolicyPhrases::name(policy_.scope.maturities[each.row].id, ""));
      }
      add("/scope", Part::Verdict, {std::string(scope_message(!ids.parts.empty())), {{"ids", std::move(ids)}}});
      return;
    }
    add("/scope", Part::Verdict, said_word("verdict", name_of(scope.verdict)));
    if (scope.topic != nullptr) {
      scope_item("/scope/topic", *scope.topic, about("scope/topics", index_in(policy_.scope.topics, *scope.topic)));
    }
    if (scope.beyond != nullptr) {
      scope_item("/scope/topic", *scope.beyond, "/scope/beyond");
    }
    if (scope.maturity != nullptr) {
      scope_item("/scope/maturity", *scope.maturity,
                 about("scope/maturities", index_in(policy_.scope.maturities, *scope.maturity)));
    }
  }

  void scope_item(const std::string& here, const ScopeItem& item, const std::string& row) {
    const auto text = [&row](const Text& value, std::string_view key) {
      return PolicyPhrases::text(value, concat({row, "/", key}));
    };
    add(here, Part::Title,
        &item == answer_.evaluation.scope.beyond ? Message{"scope.beyond", {}} : text(item.label, "label"));
    add(here, Part::Condition, text(item.condition, "condition"));
    add(here, Part::Effort, text(item.effort, "effort"));
    if (item.commitment) {
      add(here, Part::Effort, said_word("commitment", name_of(*item.commitment)));
    }
    add(here, Part::Instead, text(item.instead, "instead"));
    add(here, Part::Example, text(item.example, "example"));
    add(here, Part::Note, text(item.note, "note"));
    source(here, item.cite, concat({row, "/cite"}));
  }

  // Those the plan does not have come last.
  void channels() {
    for (const bool there : {true, false}) {
      for (std::size_t i = 0; i < evaluation_.channels.size(); ++i) {
        if ((evaluation_.channels[i].availability != "no") == there) {
          channel(about("channels", i), evaluation_.channels[i]);
        }
      }
    }
  }

  void channel(const std::string& here, const ChannelResult& each) {
    const Channel& channel = *each.channel;
    std::vector<Message> matters;
    for (const auto& purpose : channel.purposes) {
      matters.push_back(said_word("facet.request", purpose));
    }
    const bool no_address = channel.address.empty() && channel.address_status != "published";
    add(here, Part::Title, phrases_.channel_label(channel));
    add(here, Part::Detail,
        said_list(
            Between::Dot,
            {said_word("availability", each.availability), open_now(each),
             PolicyPhrases::name(channel.address, place("channels", each.row, "address")),
             said_word("channel-role", channel.role),
             matters.empty() ? Message{}
                             : Message{"channels.for", {{"matters", SaidList{Between::Comma, std::move(matters)}}}},
             of_levels("channels.only", channel.where.severities), of_levels("channels.required", channel.required_for),
             no_address ? said_word("address-status", channel.address_status) : Message{}}));
    add(here, Part::Condition, phrases_.conditions_beside_level(each.conditions));
    add(here, Part::Note, PolicyPhrases::text(channel.note, place("channels", each.row, "note")));
  }

  // Whether somebody is there now, where that is known.
  Message open_now(const ChannelResult& each) const {
    if (!each.hours || each.availability == "no") {
      return {};
    }
    if (each.hours->open_now) {
      return {"channels.open-now", {}};
    }
    return each.hours->opens_at
               ? Message{"channels.opens-at", {{"at", Moment{*each.hours->opens_at, evaluator_.vendor_zone()}}}}
               : Message{"channels.closed", {}};
  }

  // "required for Severity 1"; nothing for all levels.
  Message of_levels(std::string_view id, Ids severities) const {
    SaidList levels{Between::Comma, {}};
    for (const auto& severity : severities) {
      levels.parts.push_back(phrases_.level_label(severity));
    }
    return levels.parts.empty() ? Message{} : Message{std::string(id), {{"levels", std::move(levels)}}};
  }

  void ticket() {
    for (std::size_t i = 0; i < policy_.ticket.size(); ++i) {
      const auto& item = policy_.ticket[i];
      auto label = PolicyPhrases::text(item.label, place("ticket", i, "label"));
      add(about("ticket", i), Part::Title,
          item.required ? Message{"ticket.required-item", {{"item", list_of(std::move(label))}}} : std::move(label));
      add(about("ticket", i), Part::Note, PolicyPhrases::text(item.note, place("ticket", i, "note")));
    }
  }

  void remedies() {
    if (evaluation_.remedies.empty()) {
      add("/remedies", Part::Detail, {std::string(no_remedies_message(policy_)), {}});
      source("/remedies", policy_.remedies_status_cite, "/remedies_status/cite");
    }
    const Remedy* last = nullptr;
    for (std::size_t i = 0; i < evaluation_.remedies.size(); ++i) {
      const auto& result = evaluation_.remedies[i];
      const auto here = about("remedies", i);
      if (result.remedy != last) {
        last = result.remedy;
        remedy(here, result);
      }
      worth(here, result);
    }
  }

  static SaidAmount grant(const Remedy& remedy, std::int64_t least, std::int64_t most) {
    return {least, most, remedy.grants_unit};
  }

  void remedy(const std::string& here, const RemedyResult& each) {
    const Remedy& remedy = *each.remedy;
    const auto row = about("remedies", each.row);
    add(here, Part::Title, said_word("remedy", remedy.kind));
    add(here, Part::Detail, PolicyPhrases::text(remedy.text, row + "/text"));
    add(here, Part::Detail, of_levels("channels.only", remedy.where.severities));
    add(here, Part::Condition, phrases_.conditions(each.conditions));
    if (remedy.misses > 0 && remedy.grants > 0) {
      add(here, Part::Detail,
          {"remedy.misses",
           {{"grant", grant(remedy, remedy.grants, remedy.grants)},
            {"count", remedy.misses},
            {"period", SaidId{"period", remedy.misses_per}}}});
    }
    if (remedy.grants > 0 && remedy.per.max > 0) {
      add(here, Part::Detail,
          {"remedy.per",
           {{"grant", grant(remedy, remedy.grants, remedy.grants)},
            {"block", SaidAmount{remedy.per.min, remedy.per.max, name_of(remedy.per.unit)}}}});
    }
    uptime(here, remedy);
    if (remedy.claim) {
      add(here, Part::Claim, PolicyPhrases::claim(*remedy.claim, row));
    }
    source(here, remedy.cite, row + "/cite");
  }

  // The share promised to the plan or to one it builds on, and what each step below it earns.
  void uptime(const std::string& here, const Remedy& remedy) {
    const UptimePromise* const promise = uptime_of(remedy, evaluator_.lineage());
    const auto promised = promise == nullptr ? std::string_view() : promise->percent;
    if (!promised.empty()) {
      add(here, Part::Detail, {"remedy.promise", {{"percent", SaidShare{promised}}}});
    }
    for (const auto row : steps_of(remedy, promise)) {
      const UptimeStep& step = remedy.table[row];
      const auto bound = [](std::string_view id, std::string_view percent) {
        return percent.empty() ? Message{} : Message{std::string(id), {{"percent", SaidShare{percent}}}};
      };
      add(here, Part::Step,
          {"remedy.step",
           {{"uptime",
             list_of(said_list(Between::Space, {bound("remedy.from", step.from), bound("remedy.below", step.below)}))},
            {"credit", SaidShare{step.credit}}}});
    }
  }

  // What it is for, and what the late answer earned or would; nothing where no target calls for it. Rows that hold
  // under a condition come to the same until it is known, which is said once.
  void worth(const std::string& here, const RemedyResult& result) {
    const auto kind = applies_to(evaluation_, result);
    if (kind.empty()) {
      return;
    }
    const bool again = last_worth_ != nullptr && last_worth_->remedy == result.remedy && last_kind_ == kind &&
                       last_worth_->status == result.status && last_worth_->least == result.least &&
                       last_worth_->most == result.most;
    last_worth_ = &result;
    last_kind_ = kind;
    if (again) {
      return;
    }
    const SaidId status{"remedy-status", name_of(result.status)};
    Message message{std::string(worth_message(evaluation_, result)),
                    {{"what", SaidId{"kind", kind}}, {"status", status}}};
    if (result.most > 0) {
      message.parameters.push_back({"amount", grant(*result.remedy, result.least, result.most)});
    }
    add(here, Part::Worth, std::move(message));
    if (result.claim_by) {
      add(here, Part::ClaimBy, {"remedy.claim-by", {{"date", *result.claim_by}}});
    }
  }

  void lifecycle() {
    for (std::size_t i = 0; i < evaluation_.lifecycle.size(); ++i) {
      const auto& each = evaluation_.lifecycle[i];
      const bool is_limited = each.verdict == LifecycleVerdict::Beyond && each.rule->effect_name == "limited";
      add(about("lifecycle", i), Part::Title,
          {"lifecycle.rule",
           {{"rule", SaidText{&each.rule->text, place("lifecycle", each.row, "text")}},
            {"verdict", SaidId{"lifecycle", is_limited ? "limited" : name_of(each.verdict)}}}});
      add(about("lifecycle", i), Part::Condition, phrases_.conditions(each.conditions));
    }
  }

  void facts() {
    for (std::size_t i = 0; i < evaluation_.facts.size(); ++i) {
      const auto& each = evaluation_.facts[i];
      const Fact& fact = *each.fact;
      const auto here = about("facts", i);
      add(here, Part::Title, said_word("fact", fact.topic));
      add(here, Part::Detail, PolicyPhrases::text(fact.text, place("facts", each.row, "text")));
      if (fact.quantity) {
        const SaidAmount amount{fact.quantity->value, fact.quantity->value, fact.quantity->unit};
        add(here, Part::Detail,
            fact.quantity->per.empty()
                ? said(amount)
                : Message{"quantity.per", {{"amount", amount}, {"period", SaidId{"period", fact.quantity->per}}}});
      }
      add(here, Part::Condition, phrases_.conditions(each.conditions));
      source(here, fact.cite, place("facts", each.row, "cite"));
    }
  }

  void assumptions() {
    for (std::size_t i = 0; i < policy_.assumptions.size(); ++i) {
      const auto& assumption = policy_.assumptions[i];
      if (!contains(evaluation_.used_assumptions, assumption.id)) {
        continue;
      }
      const auto here = about("assumptions", i);
      const auto& terms = evaluator_.terms();
      add(here, Part::Title, phrases_.assumption_label(assumption));
      add(here, Part::Value,
          {terms.is_default(assumption.id) ? "open.value-by-default" : "open.value-chosen",
           {{"value", list_of(phrases_.assumption_value(assumption, terms.assumption(assumption.id)))}}});
      add(here, Part::Detail, PolicyPhrases::text(assumption.why, place("assumptions", i, "why")));
    }
  }

  void options() {
    std::size_t index = 0;
    for (const auto& option : policy_.options) {
      if (!covers(option.plans, evaluator_.lineage())) {
        continue;
      }
      const auto here = about("options", index++);
      const auto value = evaluator_.terms().option(option.id);
      add(here, Part::Title,
          PolicyPhrases::text(option.label, place("options", index_in(policy_.options, option), "label")));
      add(here, Part::Value,
          value.empty() ? Message{"open.not-given", {{"choices", list_of(phrases_.option_choices(option))}}}
                        : phrases_.option_value(option, value));
    }
  }

  void ambiguities() {
    for (std::size_t i = 0; i < evaluation_.notices.size(); ++i) {
      const Ambiguity* ambiguity = evaluation_.notices[i].ambiguity;
      if (ambiguity == nullptr) {
        continue;
      }
      const auto here = about("notices", i);
      const auto row = index_in(policy_.ambiguities, *ambiguity);
      add(here, Part::Title, PolicyPhrases::text(ambiguity->text, place("ambiguities", row, "text")));
      add(here, Part::Resolution, PolicyPhrases::text(ambiguity->resolution, place("ambiguities", row, "resolution")));
      add(here, Part::Source,
          {"ambiguity.from",
           {{"kind", SaidId{"ambiguity", ambiguity->kind}},
            {"source", SaidCite{&ambiguity->cite, place("ambiguities", row, "cite")}}}});
    }
  }

  const AnswerView& answer_;
  const Evaluator& evaluator_;
  const Policy& policy_;
  const Evaluation& evaluation_;
  PolicyPhrases phrases_;
  PromiseWording promises_;
  std::vector<Line> lines_;
  const RemedyResult* last_worth_ = nullptr;
  std::string_view last_kind_;
};

}  // namespace

std::vector<Line> wording_of(const AnswerView& answer) { return Wording(answer).all(); }

}  // namespace supportcalc
