// Every id that is named exists, none exists twice, figures and words go together.
#include <algorithm>
#include <string>

#include "base/codes.h"
#include "base/excerpt.h"
#include "base/sort.h"
#include "base/whole_number.h"
#include "policy/check.h"
#include "policy/check_parts.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "policy/windows.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{24 * 3600};

bool same(Ids a, Ids b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

bool same(const Condition& a, const Condition& b) {
  const auto entries = [](const auto& left, const auto& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& x, const auto& y) { return x.key == y.key && same(x.value, y.value); });
  };
  return entries(a.options, b.options) && same(a.channels, b.channels) && entries(a.impact, b.impact);
}

bool same(const Selector& a, const Selector& b) {
  return same(a.plans, b.plans) && same(a.severities, b.severities) && same(a.when, b.when);
}

// One pass over a policy that reports every reference to something that is not there.
class References {
 public:
  References(const Policy& policy, Diagnostics& problems)
      : policy_(policy),
        problems_(problems),
        plans_(ids_of(policy.plans)),
        severities_(ids_of(policy.severities)),
        hours_(ids_of(policy.hours)),
        sources_(ids_of(policy.sources)),
        channels_(ids_of(policy.channels)),
        ambiguities_(ids_of(policy.ambiguities)),
        options_(ids_of(policy.options)),
        assumptions_(ids_of(policy.assumptions)) {}

  void check() {
    head();
    unique(plans_, kDocumentPlace.to("plans"));
    unique(severities_, kDocumentPlace.to("severities"));
    unique(hours_, kDocumentPlace.to("hours"));
    unique(sources_, kDocumentPlace.to("sources"));
    unique(options_, kDocumentPlace.to("options"));
    unique(assumptions_, kDocumentPlace.to("assumptions"));
    questions();
    unique(ids_of(policy_.ticket), kDocumentPlace.to("ticket"));
    unique(ids_of(policy_.lifecycle), kDocumentPlace.to("lifecycle"));
    unique(ids_of(policy_.facts), kDocumentPlace.to("facts"));
    unique(ids_of(policy_.maintenance), kDocumentPlace.to("maintenance"));
    unique(ambiguities_, kDocumentPlace.to("ambiguities"));
    unique(ids_of(policy_.scope.maturities), scope_.to("maturities"));
    unique_where(policy_.channels, kDocumentPlace.to("channels"));
    unique_where(policy_.scope.topics, scope_.to("topics"));
    unique_where(policy_.remedies, kDocumentPlace.to("remedies"));
    options();
    hours();
    plans();
    severities();
    targets();
    escalation();
    others();
  }

 private:
  void report(Code code, const Place& place, std::initializer_list<ParameterView> parameters = {}) {
    supportcalc::report(problems_, code, place, parameters);
  }

  // `id` is "" when it could not be read; that has been reported.
  void known(const Names& ids, std::string_view id, const Place& place, std::string_view kind) {
    if (!id.empty() && !listed(ids, id)) {
      report(Code::IdUnknown, place, {{"id", id}, {"kind", kind}, {"known", list_names(ids)}});
    }
  }
  void all_known(const Names& ids, const Ids& named, const Place& place, std::string_view kind) {
    for (std::size_t i = 0; i < named.size(); ++i) {
      known(ids, named[i], place.to(i), kind);
    }
  }
  void unique(const Names& ids, const Place& list) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!ids[i].empty() &&
          std::find(ids.begin(), ids.end(), ids[i]) != ids.begin() + static_cast<std::ptrdiff_t>(i)) {
        const Place item = list.to(i);
        report(Code::IdDuplicate, item.to("id"), {{"id", ids[i]}});
      }
    }
  }

  // Entries may share an id when they hold for others.
  template <class List>
  void unique_where(const List& items, const Place& list) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (!items[i].id.empty() && items[i].id == items[k].id && same(items[i].where, items[k].where)) {
          const Place item = list.to(i);
          report(Code::IdDuplicate, item.to("id"), {{"id", items[i].id}});
          break;
        }
      }
    }
  }

  // A question of the policy's own is not one of the common ones.
  void questions() {
    Names ids = ids_of(policy_.questions);
    unique(ids, kDocumentPlace.to("questions"));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Place place = at("questions", i);
      if (find_by_id(common_facets(), ids[i]) != nullptr) {
        report(Code::IdDuplicate, place.to("id"), {{"id", ids[i]}});
      }
      unique(ids_of(policy_.questions[i].values), place.to("values"));
    }
  }

  void cite(const Cite& cite, const Place& place) {
    const Place cited = place.to("cite");
    known(sources_, cite.source, cited.to("source"), "source");
  }

  void selector(const Selector& where, const Place& place) {
    all_known(plans_, where.plans, place.to("plans"), "plan");
    all_known(severities_, where.severities, place.to("severities"), "severity");
    condition(where.when, place);
  }

  void condition(const Condition& condition, const Place& place) {
    const Place when = place.to("when");
    all_known(channels_, condition.channels, when.to("channels"), "channel");
    const Place options = when.to("options");
    for (const auto& [id, values] : condition.options) {
      const Option* option = find_by_id(policy_.options, id);
      if (option == nullptr) {
        known(options_, id, options.to(id), "option");
      } else if (!option->choices.empty() && !is_any(values)) {
        all_known(ids_of(option->choices), values, options.to(id), "choice");
      }
    }
    const Place impact = when.to("impact");
    for (const auto& [id, values] : condition.impact) {
      facet(id, values, impact.to(id));
    }
  }

  void facet(std::string_view id, const Ids& values, const Place& place) {
    const Facet* facet = policy_.facet(id);
    if (facet == nullptr) {
      Names ids = ids_of(common_facets());
      for (const auto& question : policy_.questions) {
        ids.push_back(question.id);
      }
      known(ids, id, place, "facet");
      return;
    }
    all_known(ids_of(facet->values), values, place, "value");
  }

  // A choice by option needs its cases, unless the option's own value is what is wanted.
  static bool fits(Option::Type option, Assumption::Type wanted) {
    switch (wanted) {
      case Assumption::Type::TimeZone:
        return option == Option::Type::TimeZone;
      case Assumption::Type::Calendar:
        return option == Option::Type::Calendar;
      case Assumption::Type::Window:
        return option == Option::Type::Window;
      case Assumption::Type::Hours:
        break;
    }
    return false;
  }

  void choice(const Choice& choice, const Place& place, Assumption::Type type) {
    if (!choice.option.empty()) {
      cases(choice, place);
      const Option* option = find_by_id(policy_.options, choice.option);
      if (option != nullptr && choice.cases.empty() && !fits(option->type, type)) {
        report(Code::PolicyAssumptionType, place.to("option"), {{"id", choice.option}, {"expected", name_of(type)}});
      }
    }
    const Place cases = place.to("cases");
    for (const auto& [name, value] : choice.cases) {
      choice_value(value, cases.to(name), type);
    }
    if (choice.value) {
      choice_value(*choice.value, choice.option.empty() ? place : place.to("otherwise"), type);
    }
  }

  void choice_value(const ChoiceValue& value, const Place& place, Assumption::Type type) {
    if (!value.is_assumed) {
      chosen(value.text, place, type);
      return;
    }
    const Assumption* assumption = find_by_id(policy_.assumptions, value.text);
    if (assumption == nullptr) {
      known(assumptions_, value.text, place.to("assumption"), "assumption");
    } else if (assumption->type != type) {
      report(Code::PolicyAssumptionType, place.to("assumption"), {{"id", value.text}, {"expected", name_of(type)}});
    }
  }

  void cases(const Choice& choice, const Place& place) {
    const Option* option = find_by_id(policy_.options, choice.option);
    if (option == nullptr) {
      known(options_, choice.option, place.to("option"), "option");
      return;
    }
    const Place cases = place.to("cases");
    for (const auto& [name, value] : choice.cases) {
      known(ids_of(option->choices), name, cases.to(name), "choice");
    }
  }

  // A value of that type: one of a choice's, or of an assumption's. Calendars are looked at when there are any.
  void chosen(std::string_view value, const Place& place, Assumption::Type type) {
    switch (type) {
      case Assumption::Type::TimeZone:
        zone_name(value, place);
        break;
      case Assumption::Type::Window:
        times(value, place);
        break;
      case Assumption::Type::Hours:
        known(hours_, value, place, "hours");
        break;
      case Assumption::Type::Calendar:
        break;
    }
  }

  void zone_name(std::string_view name, const Place& place) {
    const auto found = find_zone(name, "");
    if (!found && !name.empty()) {
      supportcalc::report(problems_, found.diagnostics(), place);
    }
  }

  void hours_choice(const std::optional<Choice>& hours, const Place& place) {
    if (hours) {
      choice(*hours, place, Assumption::Type::Hours);
    }
  }

  void head() {
    if (policy_.in_force_from && policy_.in_force_until && *policy_.in_force_until <= *policy_.in_force_from) {
      report(Code::PolicyDatesOrder, kDocumentPlace.to("in_force_until"));
    }
    choice(policy_.time_zone, kDocumentPlace.to("time_zone"), Assumption::Type::TimeZone);
    if (policy_.plans.empty()) {
      report(Code::PolicyNoPlans, kDocumentPlace.to("plans"));
    }
    if (policy_.yields_to) {
      cite(policy_.yields_to->cite, kDocumentPlace.to("yields_to"));
    }
  }

  void times(std::string_view text, const Place& place) {
    if (!text.empty() && !parse_window(text, "")) {
      report(Code::TimeOfDayMalformed, place, {{"text", excerpt(text)}});
    }
  }

  void default_value(const Option& option, const Place& place) {
    const auto& value = option.default_value;
    if (value.empty()) {
      return;
    }
    if (option.type == Option::Type::TimeZone) {
      zone_name(value, place);
    } else if (option.type == Option::Type::Window) {
      times(value, place);
    } else if (option.type == Option::Type::Integer) {
      const auto number = whole_number(value);
      if (!number || *number < option.min || *number > option.max) {
        report(Code::ValueOutOfRange, place,
               {{"min", std::to_string(option.min)}, {"max", std::to_string(option.max)}});
      }
    }
  }

  void options() {
    for (std::size_t i = 0; i < policy_.options.size(); ++i) {
      const auto& option = policy_.options[i];
      const Place place = at("options", i);
      all_known(plans_, option.plans, place.to("plans"), "plan");
      if (!option.choices.empty()) {
        known(ids_of(option.choices), option.default_value, place.to("default"), "choice");
        unique(ids_of(option.choices), place.to("choices"));
      }
      default_value(option, place.to("default"));
      cite(option.cite, place);
    }
    for (std::size_t i = 0; i < policy_.assumptions.size(); ++i) {
      const auto& assumption = policy_.assumptions[i];
      const Place place = at("assumptions", i);
      cite(assumption.cite, place);
      chosen(assumption.default_value, place.to("default"), assumption.type);
      for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
        const Place choices = place.to("choices");
        chosen(assumption.choices[k], choices.to(k), assumption.type);
      }
    }
  }

  void hours() {
    for (std::size_t i = 0; i < policy_.hours.size(); ++i) {
      const auto& hours = policy_.hours[i];
      const Place place = at("hours", i);
      choice(hours.time_zone, place.to("time_zone"), Assumption::Type::TimeZone);
      for (std::size_t k = 0; k < hours.holidays.size(); ++k) {
        choice(hours.holidays[k], holidays_place(hours, place, k), Assumption::Type::Calendar);
      }
      for (std::size_t k = 0; k < hours.windows.size(); ++k) {
        if (hours.windows[k].times) {
          const Place window = place.to("windows", k);
          choice(*hours.windows[k].times, window.to("times"), Assumption::Type::Window);
        }
      }
      add(problems_, check_holiday_rules(hours.extra_holidays, place.pointer() + "/extra_holidays", true));
      overlaps(hours, place);
      for (std::size_t k = 0; k < hours.openings.size(); ++k) {
        const auto& opening = hours.openings[k];
        const Place each = place.to("openings", k);
        const bool overlapping = std::any_of(
            hours.openings.begin(), hours.openings.begin() + static_cast<std::ptrdiff_t>(k), [&](const Opening& other) {
              return other.date && other.date == opening.date && other.open < opening.close &&
                     opening.open < other.close;
            });
        if (overlapping) {
          report(Code::PolicyHoursOverlap, each);
        }
        for (const auto& rule : opening.rules) {
          add(problems_, check_holiday_rule(rule, each.pointer() + "/rule"));
        }
        cite(opening.cite, each);
      }
      cite(hours.cite, place);
    }
  }

  // Windows with times from an assumption are checked when the assumption is known.
  void overlaps(const HoursDefinition& hours, const Place& place) {
    struct Span {
      std::int64_t open;
      std::int64_t close;
      std::size_t window;
    };
    constexpr std::int64_t kWeek = std::int64_t{7} * 24 * 3600;
    std::vector<Span> spans;
    for (std::size_t k = 0; k < hours.windows.size(); ++k) {
      const auto& window = hours.windows[k];
      if (window.times) {
        continue;
      }
      for (const auto& weekly : weekly_windows(window, window.open, window.close)) {
        const auto open = (weekly.day - date::Monday).count() * kDay.count() + weekly.open.count();
        spans.push_back({open, open + (weekly.close - weekly.open).count(), k});
      }
    }
    sort(spans, [](const Span& a, const Span& b) { return a.open != b.open ? a.open < b.open : a.window < b.window; });
    for (std::size_t k = 0; k < spans.size(); ++k) {
      const bool last = k + 1 == spans.size();
      const auto next = last ? spans.front().open + kWeek : spans[k + 1].open;
      if (spans[k].close > next && (!last || spans.size() > 1)) {
        report(Code::PolicyHoursOverlap, place.to("windows", spans[last ? 0 : k + 1].window));
      }
    }
  }

  void plans() {
    for (std::size_t i = 0; i < policy_.plans.size(); ++i) {
      const auto& plan = policy_.plans[i];
      const Place place = at("plans", i);
      known(plans_, base_of(plan), place.to("builds_on"), "plan");
      if (builds_on_itself(policy_, plan)) {
        report(Code::PolicyPlanCircular, place.to("builds_on"), {{"id", plan.id}});
      }
      cite(plan.cite, place);
      unique(ids_of(plan.features), place.to("features"));
      for (std::size_t k = 0; k < plan.features.size(); ++k) {
        const Place feature = place.to("features", k);
        known(hours_, plan.features[k].hours, feature.to("hours"), "hours");
        cite(plan.features[k].cite, feature);
      }
    }
  }

  void predicate(const Predicate& rule, const Place& place) {
    using Kind = Predicate::Kind;
    if (rule.kind == Kind::Is) {
      facet(rule.facet, rule.values, place.to(rule.facet));
    }
    std::size_t index = 0;
    for (const auto& part : rule.parts) {
      predicate(part,
                rule.kind == Kind::Not ? place.to("not") : place.to(rule.kind == Kind::All ? "all" : "any", index++));
    }
  }

  void definition(const SeverityDefinition& definition, const Place& place) {
    cite(definition.cite, place);
    all_known(plans_, definition.plans, place.to("plans"), "plan");
    condition(definition.when, place);
    if (definition.rule) {
      predicate(*definition.rule, place.to("rule"));
    }
  }

  void severities() {
    const Place all_presumed = kDocumentPlace.to("presumed");
    for (const auto& presumed : policy_.presumed) {
      const Place place = all_presumed.to(presumed.facet);
      facet(presumed.facet, {&presumed.value, 1}, place);
      cite(presumed.cite, place);
    }
    for (std::size_t i = 0; i < policy_.severities.size(); ++i) {
      const auto& severity = policy_.severities[i];
      const Place place = at("severities", i);
      all_known(plans_, severity.plans, place.to("plans"), "plan");
      definition(severity.definition, place);
      for (std::size_t k = 0; k < severity.definitions.size(); ++k) {
        definition(severity.definitions[k], place.to("definitions", k));
      }
      for (std::size_t k = 0; k < severity.transitions.size(); ++k) {
        const Place each = place.to("transitions", k);
        known(severities_, severity.transitions[k].to, each.to("to"), "severity");
        cite(severity.transitions[k].cite, each);
      }
    }
    const Place default_severity = kDocumentPlace.to("default_severity");
    known(severities_, policy_.default_severity, default_severity.to("severity"), "severity");
    cite(policy_.severity_setting_cite, kDocumentPlace.to("severity_setting"));
    cite(policy_.default_severity_cite, default_severity);
  }

  static bool needs_hours(Unit unit) {
    return unit == Unit::BusinessMinutes || unit == Unit::BusinessHours || unit == Unit::BusinessDays ||
           unit == Unit::HalfBusinessDays || unit == Unit::WeekdayHours;
  }

  void amount(const std::optional<Amount>& amount, const Place& place) {
    if (amount && !amount->option.empty()) {
      const Option* option = find_by_id(policy_.options, amount->option);
      if (option == nullptr) {
        known(options_, amount->option, place.to("option"), "option");
      } else if (option->type != Option::Type::Integer) {
        report(Code::PolicyOptionNotNumber, place.to("option"), {{"id", amount->option}});
      }
    }
  }

  void promise(const Promise& promise, bool has_word, const Place& place) {
    const CommitmentTraits& commitment = traits_of(promise.commitment);
    if (commitment.binds && !promise.amount && !has_word) {
      report(Code::PolicyAmountMissing, place, {{"commitment", name_of(promise.commitment)}});
    }
    if (!commitment.takes_figure && promise.amount) {
      report(Code::PolicyAmountUnexpected, place.to("amount"), {{"commitment", name_of(promise.commitment)}});
    }
    amount(promise.amount, place.to("amount"));
    amount(promise.best_case, place.to("best_case"));
    hours_choice(promise.hours, place.to("hours"));
    const bool by_hours = promise.next_opening || promise.cut_off || promise.by;
    if (promise.amount && (needs_hours(promise.amount->unit) || by_hours) && !promise.hours) {
      report(Code::PolicyTargetHoursMissing, place, {{"unit", name_of(promise.amount->unit)}});
    }
    for (std::size_t k = 0; k < promise.readings.size(); ++k) {
      const auto& reading = promise.readings[k];
      const Place each = place.to("readings", k);
      hours_choice(reading.hours, each.to("hours"));
      amount(reading.amount, each.to("amount"));
      const bool needs =
          (reading.unit && needs_hours(*reading.unit)) || (reading.amount && needs_hours(reading.amount->unit));
      if (needs && !promise.hours && !reading.hours) {
        report(Code::PolicyTargetHoursMissing, each, {{"unit", name_of(reading.unit.value_or(Unit::BusinessHours))}});
      }
    }
    const std::size_t ends = promise.amount && promise.amount->min != promise.amount->max ? 2 : 1;
    if (promise.readings.size() * ends > kMostReadings) {
      report(Code::PolicyTargetTooManyReadings, place.to("readings"), {{"limit", std::to_string(kMostReadings)}});
    }
    unique(ids_of(promise.readings), place.to("readings"));
    known(ambiguities_, promise.ambiguity, place.to("ambiguity"), "ambiguity");
  }

  void targets() {
    for (std::size_t i = 0; i < policy_.targets.size(); ++i) {
      const auto& target = policy_.targets[i];
      const Place place = at("targets", i);
      selector(target.where, place);
      promise(target.promise, !target.word.empty(), place);
      cite(target.cite, place);
    }
  }

  void escalation() {
    const auto& escalation = policy_.escalation;
    const Place place = kDocumentPlace.to("escalation");
    cite(escalation.cite, place);
    unique_where(escalation.steps, place.to("steps"));
    for (std::size_t i = 0; i < escalation.steps.size(); ++i) {
      const auto& step = escalation.steps[i];
      const Place each = place.to("steps", i);
      selector(step.where, each);
      promise(step.promise, false, each);
      cite(step.cite, each);
    }
  }

  template <class List>
  void facts(const List& items, const Place& list) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      selector(items[i].where, list.to(i));
      cite(items[i].cite, list.to(i));
    }
  }

  void others() {
    facts(policy_.channels, kDocumentPlace.to("channels"));
    facts(policy_.scope.topics, scope_.to("topics"));
    facts(policy_.scope.maturities, scope_.to("maturities"));
    facts(policy_.remedies, kDocumentPlace.to("remedies"));
    facts(policy_.lifecycle, kDocumentPlace.to("lifecycle"));
    facts(policy_.maintenance, kDocumentPlace.to("maintenance"));
    facts(policy_.facts, kDocumentPlace.to("facts"));
    for (std::size_t i = 0; i < policy_.maintenance.size(); ++i) {
      const auto& each = policy_.maintenance[i];
      const Place place = at("maintenance", i);
      known(channels_, each.announced_on, place.to("announced_on"), "channel");
      zone_name(each.time_zone, place.to("time_zone"));
    }
    facts(policy_.ambiguities, kDocumentPlace.to("ambiguities"));
    for (std::size_t i = 0; i < policy_.ambiguities.size(); ++i) {
      const Place place = at("ambiguities", i);
      all_known(severities_, policy_.ambiguities[i].candidates, place.to("candidates"), "severity");
    }
    for (std::size_t i = 0; i < policy_.ticket.size(); ++i) {
      cite(policy_.ticket[i].cite, at("ticket", i));
    }
    if (policy_.scope.beyond) {
      cite(policy_.scope.beyond->cite, scope_.to("beyond"));
    }
    facts(policy_.scope.responsibilities, scope_.to("responsibilities"));
    for (std::size_t i = 0; i < policy_.channels.size(); ++i) {
      const auto& channel = policy_.channels[i];
      const Place place = at("channels", i);
      const Place availability = place.to("availability");
      for (const auto& [plan, value] : channel.availability) {
        known(plans_, plan, availability.to(plan), "plan");
      }
      all_known(severities_, channel.required_for, place.to("required_for"), "severity");
      known(hours_, channel.hours, place.to("hours"), "hours");
    }
    for (std::size_t i = 0; i < policy_.remedies.size(); ++i) {
      const auto& remedy = policy_.remedies[i];
      const Place place = at("remedies", i);
      known(ambiguities_, remedy.ambiguity, place.to("ambiguity"), "ambiguity");
      unique(ids_of(remedy.readings), place.to("readings"));
      if (remedy.claim) {
        cite(remedy.claim->cite, place.to("claim"));
      }
      for (std::size_t k = 0; k < remedy.promise.size(); ++k) {
        const Place promised = place.to("promise", k);
        all_known(plans_, remedy.promise[k].plans, promised.to("plans"), "plan");
      }
    }
  }

  const Policy& policy_;
  Diagnostics& problems_;
  const Place scope_ = kDocumentPlace.to("scope");
  Names plans_;
  Names severities_;
  Names hours_;
  Names sources_;
  Names channels_;
  Names ambiguities_;
  Names options_;
  Names assumptions_;
};

}  // namespace

void check_references(const Policy& policy, Diagnostics& problems) { References(policy, problems).check(); }

}  // namespace supportcalc
