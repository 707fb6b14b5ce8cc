#include "render/evaluation_text.h"

#include <algorithm>
#include <utility>

#include "engine/vocabulary.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "render/promise_text.h"
#include "render/time_words.h"

namespace supportcalc {
namespace {

constexpr std::size_t kInner = 4;  // indent within a target, a step, a channel

class EvaluationText {
 public:
  EvaluationText(const AnswerView& answer, const PageStyle& style)
      : answer_(answer),
        policy_(answer.evaluator.policy()),
        catalogue_(style.language),
        impact_(with_presumed(answer.ticket.impact, answer.evaluation.severity)),
        words_(catalogue_, policy_, &answer.evaluator.terms()),
        promises_(words_, policy_, answer.evaluator.vendor_zone(), answer.ticket.visitor_zone, answer.now),
        page_(style.bold) {}

  std::string write() {
    head();
    level();
    targets();
    escalation();
    scope();
    channels();
    ticket();
    remedies();
    lifecycle();
    facts();
    open();
    sources();
    return page_.text();
  }

 private:
  std::string say(std::string_view key, WordParameters parameters = {}) const { return words_.say(key, parameters); }
  std::string word(std::string_view family, std::string_view id) const { return words_.word(family, id); }

  // What must be so for something to hold, where the request leaves that open.
  std::string only_if(const Selector& where) const {
    const Given given{answer_.evaluator.terms().options(), answer_.ticket.channel, impact_};
    return holds(where.when, given) == Truth::Unknown ? say("text.only-if") + ": " + words_.condition(where.when) : "";
  }

  void head() {
    const auto plan = words_.text(answer_.evaluator.plan().label);
    page_.heading(say("text.plan", {{"policy", words_.text(policy_.title)}, {"plan", plan}}));
    PromiseResult none;
    page_.pair(say("text.filed"), promises_.moment(answer_.ticket.submitted_at, none));
    const auto support = answer_.evaluator.plan().support;
    if (!support.empty() && support != "full") {
      page_.bullet(word("support", support));
    }
    for (const auto& warning : warnings()) {
      page_.bullet(warning);
    }
  }

  // What is to be known about the revision before its answer is read.
  Phrases warnings() const {
    const auto day = [this](const std::optional<local_days>& date) {
      return date ? date_words(catalogue_, *date) : std::string("…");
    };
    const auto from = day(policy_.in_force_from);
    const auto until = day(policy_.in_force_until);
    Phrases result;
    for (const auto& notice : answer_.evaluation.notices) {
      if (notice.ambiguity == nullptr) {
        result.emplace_back(say(concat({"notice.", name_of(notice.kind)}), {{"from", from}, {"until", until}}));
      }
    }
    return result;
  }

  std::string description(const Severity& severity) const {
    for (const auto& level : answer_.evaluator.levels()) {
      if (level.severity == &severity && level.definition != nullptr) {
        return words_.text(level.definition->description);
      }
    }
    return words_.text(severity.definition.description);
  }

  static std::string_view reason_key(SeverityReason reason) {
    switch (reason) {
      case SeverityReason::OneFits:
        return "reason.one-fits";
      case SeverityReason::SeveralFit:
        return "reason.several-fit";
      case SeverityReason::NoneFits:
        return "reason.none-fits";
      case SeverityReason::UnknownDecides:
        return "reason.unknown-decides";
      case SeverityReason::NothingGiven:
        return "reason.nothing-given";
      case SeverityReason::Default:
        return "reason.default";
      case SeverityReason::Given:
        return "reason.given";
      case SeverityReason::NoLevels:
        break;
    }
    return "reason.no-levels";
  }

  void level() {
    const auto& decision = answer_.evaluation.severity;
    page_.heading(decision.severity != nullptr ? words_.level(*decision.severity)
                  : decision.status == SeverityStatus::Unclear
                      ? say("severity.candidates", {{"count", decision.candidates.size()}})
                      : say("status.not-defined"));
    for (const auto* candidate : decision.candidates) {
      page_.bullet(words_.level(*candidate) + ": " + description(*candidate));
    }
    if (decision.severity != nullptr) {
      page_.paragraph(description(*decision.severity));
    }
    page_.pair(say("text.why"), decision.reason == SeverityReason::NoLevels ? say("severity.none-note")
                                                                            : say(reason_key(decision.reason)));
    if (!decision.facets.empty()) {
      page_.paragraph(say("severity.because"));
    }
    for (const auto& facet : decision.facets) {
      page_.bullet(words_.answer(facet.facet, facet.value) +
                   (facet.presumed ? " (" + say("severity.presumed") + ")" : ""));
    }
    if (!decision.moves.empty()) {
      page_.paragraph(say("severity.moves") + ":");
    }
    for (const auto& move : decision.moves) {
      const auto direction = decision.severity == nullptr ? "move.other" : move.up ? "move.up" : "move.down";
      page_.bullet(words_.answer(move.facet, move.value) + " " +
                   say(direction, {{"severity", words_.text(move.severity->label)}}));
    }
    page_.pair(say("severity.set-by"), words_.text(policy_.severity_set_by));
    page_.pair(say("severity.may-change"), words_.text(policy_.severity_may_change));
    if (decision.severity != nullptr) {
      page_.pair(say("text.follow-up"), words_.text(decision.severity->follow_up));
    }
  }

  void targets() {
    const auto& targets = answer_.evaluation.targets;
    if (targets.empty()) {
      page_.heading(word("kind", "first-response"));
      page_.paragraph(say("due.none-listed"));
      return;
    }
    const bool several = answer_.evaluation.severity.candidates.size() > 1;
    std::vector<std::pair<std::string, const TargetResult*>> words_only;
    for (const auto& target : targets) {
      const auto kind = word("kind", name_of(target.target->kind));
      const auto name = several && target.severity != nullptr
                            ? say("text.for-level", {{"kind", kind}, {"level", words_.text(target.severity->label)}})
                            : kind;
      const auto& result = target.result;
      if (!result.due && result.no_due == NoDue::NoFigure && !result.promise->best_case &&
          !is_open(target.conditions)) {
        words_only.emplace_back(name, &target);
        continue;
      }
      page_.heading(name);
      one_target(target);
    }
    if (words_only.empty()) {
      return;
    }
    page_.heading(say("text.no-time"));
    for (const auto& [name, target] : words_only) {
      const auto& terms = *target->target;
      page_.pair(name, PolicyWords::joined({terms.word.empty() ? "" : concat({terms.word, "."}),
                                            promises_.no_due(target->result, &terms.clock), words_.text(terms.note),
                                            words_.cite(terms.cite, true)},
                                           "\n"));
    }
  }

  void one_target(const TargetResult& each) {
    const Target& target = *each.target;
    if (is_open(each.conditions)) {
      page_.pair(say("text.only-if"), words_.condition(target.where.when));
    }
    if (!target.word.empty()) {
      page_.pair(say("text.terms"), target.word);
    }
    promises_.due(page_, say("text.due"), "", each.result, &target.clock, 2);
    page_.pair(say("text.terms"), PolicyWords::joined({promises_.terms(each.result), words_.share(target)}, " · "));
    promises_.outcome(page_, each.result, 2);
    clock(target.clock, each.result);
    page_.pair(say("text.note"), words_.text(target.note));
    page_.pair(say("text.source"), words_.cite(target.cite, true));
  }

  // When the clock starts and stops, where that is not when the ticket is filed.
  void clock(const ClockTerms& clock, const PromiseResult& result) {
    Phrases parts;
    if (result.due && clock.starts == "proper-submission") {
      parts.emplace_back(say(concat({"clock-start.", clock.starts})));
    }
    if (clock.pauses) {
      parts.emplace_back(say("clock-pause.customer"));
    }
    parts.emplace_back(words_.text(clock.note));
    page_.pair(say("text.clock"), PolicyWords::joined(parts, " "));
  }

  void escalation() {
    page_.heading(say("section.escalation"));
    const auto& rule = policy_.escalation;
    if (answer_.evaluation.escalation.empty()) {
      const bool stated = rule.status == "stated";
      page_.paragraph(stated ? say("escalation.not-for-plan")
                             : say(concat({"escalation.", rule.status.empty() ? "not-stated" : rule.status})));
    }
    page_.paragraph(words_.text(rule.note));
    // Rows for the same step, of which it is open which holds, stand under one number.
    int number = 0;
    std::string_view last;
    for (const auto& step : answer_.evaluation.escalation) {
      number += step.step->id == last ? 0 : 1;
      last = step.step->id;
      page_.blank();
      page_.strong(std::to_string(number) + ". " + words_.text(step.step->label));
      one_step(step);
    }
  }

  void one_step(const StepResult& each) {
    const EscalationStep& step = *each.step;
    if (is_open(each.conditions)) {
      page_.pair(say("text.only-if"), words_.condition(step.where.when), kInner);
    }
    page_.pair(say("escalation.when"), words_.text(step.trigger), kInner);
    page_.pair(say("escalation.who-acts"), step.automatic ? say("escalation.automatic") : "", kInner);
    page_.pair(say("escalation.how"), words_.text(step.how), kInner);
    Phrases contacts;
    for (const auto& contact : step.contacts) {
      contacts.emplace_back(
          PolicyWords::joined({word("channel", contact.kind), PolicyWords::address(contact.address)}, ": "));
    }
    page_.pair(say(step.contact_all ? "escalation.contact-all" : "escalation.contact", {{"count", contacts.size()}}),
               PolicyWords::joined(contacts, "\n"), kInner);
    Phrases roles;
    for (const auto& role : step.roles) {
      roles.emplace_back(words_.text(role));
    }
    page_.pair(say("escalation.roles"), PolicyWords::joined(roles), kInner);
    promises_.due(page_, say("escalation.reply"), starts_from(each.start), each.result, nullptr, kInner);
    page_.pair(say("text.terms"), promises_.terms(each.result), kInner);
    page_.pair(say("text.note"), words_.text(step.note), kInner);
    page_.pair(say("text.source"), words_.cite(step.cite, true), kInner);
  }

  std::string starts_from(EscalationStart start) const {
    switch (start) {
      case EscalationStart::EscalatedAt:
        return say("starts-from.escalated_at");
      case EscalationStart::Now:
        return say("starts-from.now");
      case EscalationStart::SubmittedAt:
        break;
    }
    return say("starts-from.submitted_at");
  }

  void scope() {
    page_.heading(say("section.scope"));
    const auto& scope = answer_.evaluation.scope;
    if (scope.verdict == Verdict::NotAsked) {
      Names ids;
      for (const auto* list : {&policy_.scope.topics, &policy_.scope.maturities}) {
        for (const auto& item : *list) {
          if (!contains(ids, item.id)) {
            ids.push_back(item.id);
          }
        }
      }
      page_.paragraph(ids.empty() ? say("scope.nothing") : say("text.scope-hint", {{"ids", PolicyWords::joined(ids)}}));
      return;
    }
    page_.strong(word("verdict", name_of(scope.verdict)));
    for (const auto* item : {scope.topic, scope.beyond, scope.maturity}) {
      if (item != nullptr) {
        page_.paragraph(item == scope.beyond ? say("show.beyond") : words_.text(item->label));
        scope_item(*item);
      }
    }
  }

  void scope_item(const ScopeItem& item) {
    page_.pair(say("scope.condition"), words_.text(item.condition), kInner);
    page_.pair(say("scope.effort"), words_.text(item.effort), kInner);
    if (item.commitment) {
      page_.pair(say("scope.effort"), word("commitment", name_of(*item.commitment)), kInner);
    }
    page_.pair(say("scope.instead"), words_.text(item.instead), kInner);
    page_.pair(say("scope.example"), words_.text(item.example), kInner);
    page_.pair(say("text.note"), words_.text(item.note), kInner);
    page_.pair(say("text.source"), words_.cite(item.cite, true), kInner);
  }

  void channels() {
    if (answer_.evaluation.channels.empty()) {
      return;
    }
    page_.heading(say("section.channels"));
    auto channels = answer_.evaluation.channels;
    std::stable_partition(channels.begin(), channels.end(),
                          [](const ChannelResult& each) { return each.availability != "no"; });
    for (const auto& each : channels) {
      const Channel* channel = each.channel;
      const auto name = channel->label.empty() ? word("channel", channel->kind) : words_.text(channel->label);
      Phrases notes{word("availability", each.availability), PolicyWords::address(channel->address)};
      if (!channel->role.empty()) {
        notes.emplace_back(word("channel-role", channel->role));
      }
      Phrases matters;
      for (const auto& purpose : channel->purposes) {
        matters.emplace_back(word("facet.request", purpose));
      }
      notes.emplace_back(matters.empty() ? "" : say("channels.for", {{"matters", PolicyWords::joined(matters)}}));
      notes.emplace_back(of_levels("channels.only", channel->where.severities));
      notes.emplace_back(of_levels("channels.required", channel->required_for));
      if (channel->address.empty() && !channel->address_status.empty() && channel->address_status != "published") {
        notes.emplace_back(word("address-status", channel->address_status));
      }
      page_.pair(name,
                 PolicyWords::joined(
                     {PolicyWords::joined(notes, " · "), only_if(channel->where), words_.text(channel->note)}, "\n"));
    }
  }

  // "required for Severity 1"; nothing for all levels.
  std::string of_levels(std::string_view key, Ids severities) const {
    Phrases levels;
    for (const auto& id : severities) {
      levels.emplace_back(words_.level_label(id));
    }
    return levels.empty() ? "" : say(key, {{"levels", PolicyWords::joined(levels)}});
  }

  void ticket() {
    if (policy_.ticket.empty()) {
      return;
    }
    page_.heading(say("section.ticket"));
    for (const auto& item : policy_.ticket) {
      page_.bullet(words_.text(item.label) + (item.required ? " (" + say("ticket.required") + ")" : "") +
                   (item.note.empty() ? "" : "\n" + words_.text(item.note)));
    }
  }

  void remedies() {
    page_.heading(say("section.remedies"));
    if (answer_.evaluation.remedies.empty()) {
      page_.paragraph(say(policy_.remedies.empty() ? "remedies.not-stated" : "remedies.not-for-plan"));
      page_.pair(say("text.source"), words_.cite(policy_.remedies_status_cite, true));
    }
    const Remedy* last = nullptr;
    std::pair<std::string, std::string> told;
    for (const auto& result : answer_.evaluation.remedies) {
      if (result.remedy != last) {
        last = result.remedy;
        told = {};
        remedy(*last);
      }
      // Rows that hold under a condition come to the same until it is known.
      auto worth = this->worth(result);
      if (!worth.first.empty() && worth != told) {
        page_.pair(worth.first, worth.second, kInner);
        told = std::move(worth);
      }
    }
  }

  void remedy(const Remedy& remedy) {
    page_.blank();
    page_.strong(word("remedy", remedy.kind));
    page_.paragraph(words_.text(remedy.text), kInner);
    page_.paragraph(of_levels("channels.only", remedy.where.severities), kInner);
    page_.paragraph(only_if(remedy.where), kInner);
    if (remedy.misses > 0 && remedy.grants > 0) {
      const auto grant = amount_words(catalogue_, remedy.grants, remedy.grants, remedy.grants_unit);
      page_.paragraph(say("remedy.misses",
                          {{"grant", grant}, {"count", remedy.misses}, {"period", word("period", remedy.misses_per)}}),
                      kInner);
    }
    if (remedy.grants > 0 && remedy.per.max > 0) {
      const auto grant = amount_words(catalogue_, remedy.grants, remedy.grants, remedy.grants_unit);
      page_.paragraph(say("remedy.per", {{"grant", grant}, {"block", words_.amount(remedy.per)}}), kInner);
    }
    uptime(remedy);
    if (remedy.claim) {
      page_.pair(say("show.claim"), words_.claim(*remedy.claim), kInner);
    }
    page_.pair(say("text.source"), words_.cite(remedy.cite, true), kInner);
  }

  void uptime(const Remedy& remedy) {
    std::string promised;
    if (const auto* promise = uptime_of(remedy, answer_.evaluator.lineage())) {
      promised = promise->percent;
      page_.paragraph(say("remedy.promise", {{"percent", percent_words(catalogue_, promised)}}), kInner);
    }
    TableRows rows{{say("remedy.achieved"), say("remedy.credit")}};
    for (const auto& step : remedy.table) {
      if (!step.promised.empty() && step.promised != promised) {
        continue;
      }
      const auto bound = [this](std::string_view key, std::string_view percent) {
        return percent.empty() ? "" : say(key, {{"percent", percent_words(catalogue_, percent)}});
      };
      rows.push_back({PolicyWords::joined({bound("remedy.from", step.from), bound("remedy.below", step.below)}, " "),
                      percent_words(catalogue_, step.credit)});
    }
    if (rows.size() > 1) {
      page_.table(rows, kInner);
    }
  }

  // What it is for, and what the late answer earned or would; nothing where no target calls for it.
  std::pair<std::string, std::string> worth(const RemedyResult& result) const {
    const auto status = word("remedy-status", name_of(result.status));
    const auto label = result.target ? word("kind", name_of(answer_.evaluation.targets[*result.target].target->kind))
                       : contains(result.remedy->applies_to, "escalation") ? word("kind", "escalation")
                                                                           : std::string();
    std::string text = status;
    if (result.most > 0) {
      text += ": " + worth_words(catalogue_, result.least, result.most, result.remedy->grants_unit);
    }
    return {label, text};
  }

  void lifecycle() {
    if (answer_.evaluation.lifecycle.empty()) {
      return;
    }
    page_.heading(say("facts.versions"));
    for (const auto& each : answer_.evaluation.lifecycle) {
      const auto verdict = say("lifecycle." + std::string(name_of(each.verdict)));
      page_.bullet(
          PolicyWords::joined({words_.text(each.rule->text) + " (" + verdict + ")", only_if(each.rule->where)}, "\n"));
    }
  }

  void facts() {
    if (answer_.evaluation.facts.empty()) {
      return;
    }
    page_.heading(say("section.facts"));
    for (const auto& each : answer_.evaluation.facts) {
      const Fact* fact = each.fact;
      page_.pair(word("fact", fact->topic),
                 PolicyWords::joined({words_.text(fact->text), fact->quantity ? words_.quantity(*fact->quantity) : "",
                                      only_if(fact->where), words_.cite(fact->cite, true)},
                                     "\n"));
    }
  }

  void open() {
    page_.heading(say("section.open"));
    for (const auto& assumption : policy_.assumptions) {
      if (!contains(answer_.evaluation.used_assumptions, assumption.id)) {
        continue;
      }
      const auto& terms = answer_.evaluator.terms();
      const auto value = words_.assumption_value(assumption, terms.assumption(assumption.id));
      const auto from = say(terms.is_default(assumption.id) ? "open.default" : "open.chosen");
      const auto line = say("text.from", {{"value", value}, {"from", from}});
      page_.pair(words_.assumption_label(assumption), PolicyWords::joined({line, words_.text(assumption.why)}, "\n"));
    }
    for (const auto& option : policy_.options) {
      if (!covers(option.plans, answer_.evaluator.lineage())) {
        continue;
      }
      const auto value = answer_.evaluator.terms().option(option.id);
      page_.pair(words_.text(option.label), value.empty()
                                                ? say("text.option-open", {{"choices", words_.option_choices(option)}})
                                                : words_.option_value(option, value));
    }
    for (const auto& notice : answer_.evaluation.notices) {
      if (notice.ambiguity == nullptr) {
        continue;
      }
      const Ambiguity& ambiguity = *notice.ambiguity;
      page_.bullet(words_.text(ambiguity.text) +
                   (ambiguity.resolution.empty() ? "" : "\n" + words_.text(ambiguity.resolution)) + "\n(" +
                   word("ambiguity", ambiguity.kind) + "; " + words_.cite(ambiguity.cite, true) + ")");
    }
  }

  void sources() {
    page_.heading(say("section.sources"));
    page_.pair(say("sources.policy"),
               say("text.revision", {{"policy", policy_.id},
                                     {"revision", policy_.revision},
                                     {"status", word("policy-status", name_of(policy_.status))}}));
    page_.pair(say("sources.in-force"), words_.in_force());
    page_.pair(say("sources.read-on"), words_.date(policy_.read_on));
    page_.pair(say("sources.tzdata"), std::string(zone_release()));
    if (policy_.yields_to) {
      page_.pair(say("sources.yields-to"), words_.text(policy_.yields_to->text));
    }
    for (const auto& source : policy_.sources) {
      page_.bullet(PolicyWords::joined({source.title, source.date, source.url}, ", "));
    }
    page_.blank();
    page_.paragraph(say("text.more", {{"policy", concat({policy_.id, "@", policy_.revision})}}), 0);
    page_.paragraph(say("page.not-affiliated"), 0);
  }

  const AnswerView& answer_;
  const Policy& policy_;
  Catalogue catalogue_;
  Impact impact_;
  PolicyWords words_;
  PromiseText promises_;
  TextPage page_;
};

}  // namespace

std::string evaluation_text(const AnswerView& answer, const PageStyle& style) {
  return EvaluationText(answer, style).write();
}

}  // namespace supportcalc
