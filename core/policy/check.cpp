#include "policy/check.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/excerpt.h"
#include "policy/names.h"
#include "policy/predicate.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{24 * 3600};

std::string at(std::string_view list, std::size_t index) {
  return "/" + std::string(list) + "/" + std::to_string(index);
}

template <class List>
Ids ids_of(const List& items) {
  Ids ids;
  for (const auto& item : items) {
    ids.push_back(item.id);
  }
  return ids;
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
        options_(ids_of(policy.options)) {}

  void check() {
    head();
    unique(policy_.plans, "plans");
    unique(policy_.severities, "severities");
    unique(policy_.hours, "hours");
    unique(policy_.sources, "sources");
    unique(policy_.options, "options");
    unique(policy_.assumptions, "assumptions");
    unique(policy_.questions, "questions");
    unique(policy_.ticket, "ticket");
    unique(policy_.lifecycle, "lifecycle");
    unique(policy_.facts, "facts");
    unique(policy_.maintenance, "maintenance");
    unique(policy_.ambiguities, "ambiguities");
    unique(policy_.scope.maturities, "scope/maturities");
    options();
    hours();
    plans();
    severities();
    targets();
    escalation();
    others();
  }

 private:
  void report(Code code, const std::string& pointer, std::initializer_list<ParameterView> parameters = {}) {
    problems_.push_back({code, pointer, parameters});
  }

  // `id` is "" when it could not be read; that has been reported.
  void known(const Ids& ids, const std::string& id, const std::string& pointer, std::string_view kind) {
    if (!id.empty() && !contains(ids, id)) {
      report(Code::IdUnknown, pointer, {{"id", id}, {"kind", std::string(kind)}, {"known", list_names(ids)}});
    }
  }
  void all_known(const Ids& ids, const Ids& named, const std::string& pointer, std::string_view kind) {
    for (std::size_t i = 0; i < named.size(); ++i) {
      known(ids, named[i], pointer + "/" + std::to_string(i), kind);
    }
  }
  template <class List>
  void unique(const List& items, std::string_view list) {
    Ids seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].id.empty() && contains(seen, items[i].id)) {
        report(Code::IdDuplicate, at(list, i) + "/id", {{"id", items[i].id}});
      }
      seen.push_back(items[i].id);
    }
  }

  void cite(const Cite& cite, const std::string& pointer) {
    known(sources_, cite.source, pointer + "/cite/source", "source");
  }

  void selector(const Selector& where, const std::string& pointer) {
    all_known(plans_, where.plans, pointer + "/plans", "plan");
    all_known(severities_, where.severities, pointer + "/severities", "severity");
    all_known(channels_, where.when.channels, pointer + "/when/channels", "channel");
    for (const auto& [id, values] : where.when.options) {
      const std::string place = pointer + "/when/options" + pointer_step(id);
      const Option* option = find_by_id(policy_.options, id);
      if (option == nullptr) {
        known(options_, id, place, "option");
      } else if (!option->choices.empty() && values != Ids{"*"}) {
        all_known(ids_of(option->choices), values, place, "choice");
      }
    }
    for (const auto& [id, values] : where.when.impact) {
      facet(id, values, pointer + "/when/impact" + pointer_step(id));
    }
  }

  void facet(const std::string& id, const Ids& values, const std::string& pointer) {
    const Facet* facet = policy_.facet(id);
    if (facet == nullptr) {
      Ids ids = ids_of(common_facets());
      const Ids own = ids_of(policy_.questions);
      ids.insert(ids.end(), own.begin(), own.end());
      known(ids, id, pointer, "facet");
      return;
    }
    all_known(ids_of(facet->values), values, pointer, "value");
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

  void choice(const Choice<std::string>& choice, const std::string& pointer, Assumption::Type type) {
    if (choice.by == Choice<std::string>::By::Assumption) {
      const Assumption* assumption = find_by_id(policy_.assumptions, choice.id);
      if (assumption == nullptr) {
        known(ids_of(policy_.assumptions), choice.id, pointer + "/assumption", "assumption");
      } else if (assumption->type != type) {
        report(Code::PolicyAssumptionType, pointer + "/assumption",
               {{"id", choice.id}, {"expected", std::string(name_in(kAssumptionTypeNames, type))}});
      }
    } else if (choice.by == Choice<std::string>::By::Option) {
      cases(choice, pointer);
      const Option* option = find_by_id(policy_.options, choice.id);
      if (option != nullptr && choice.cases.empty() && !fits(option->type, type)) {
        report(Code::PolicyAssumptionType, pointer + "/option",
               {{"id", choice.id}, {"expected", std::string(name_in(kAssumptionTypeNames, type))}});
      }
    }
  }

  void cases(const Choice<std::string>& choice, const std::string& pointer) {
    const Option* option = find_by_id(policy_.options, choice.id);
    if (option == nullptr) {
      known(options_, choice.id, pointer + "/option", "option");
      return;
    }
    for (const auto& [name, value] : choice.cases) {
      known(ids_of(option->choices), name, pointer + "/cases" + pointer_step(name), "choice");
    }
  }

  // Reports each of a choice's values that `accepts(value, pointer)` should see.
  template <class Accepts>
  static void values(const Choice<std::string>& choice, const std::string& pointer, const Accepts& accepts) {
    for (const auto& [name, value] : choice.cases) {
      accepts(value, pointer + "/cases" + pointer_step(name));
    }
    if (choice.value) {
      accepts(*choice.value, pointer + (choice.by == Choice<std::string>::By::Option ? "/otherwise" : ""));
    }
  }

  void zone(const Choice<std::string>& zone, const std::string& pointer) {
    choice(zone, pointer, Assumption::Type::TimeZone);
    values(zone, pointer, [this](const std::string& name, const std::string& place) { zone_name(name, place); });
  }
  void zone_name(const std::string& name, const std::string& pointer) {
    const auto found = find_zone(name, pointer);
    if (!found && !name.empty()) {
      problems_.insert(problems_.end(), found.diagnostics().begin(), found.diagnostics().end());
    }
  }

  void hours_choice(const std::optional<Choice<std::string>>& hours, const std::string& pointer) {
    if (!hours) {
      return;
    }
    choice(*hours, pointer, Assumption::Type::Hours);
    values(*hours, pointer,
           [this](const std::string& id, const std::string& place) { known(hours_, id, place, "hours"); });
  }

  void head() {
    if (policy_.in_force_from && policy_.in_force_until && *policy_.in_force_until <= *policy_.in_force_from) {
      report(Code::PolicyDatesOrder, "/in_force_until");
    }
    zone(policy_.time_zone, "/time_zone");
    if (policy_.plans.empty()) {
      report(Code::PolicyNoPlans, "/plans");
    }
    if (policy_.yields_to) {
      cite(policy_.yields_to->cite, "/yields_to");
    }
  }

  // "09:00-17:00"
  void times(const std::string& text, const std::string& pointer) {
    const auto dash = text.find('-');
    const auto open = parse_time_of_day(text.substr(0, dash), pointer);
    const auto close = parse_time_of_day(dash == std::string::npos ? "" : text.substr(dash + 1), pointer);
    if (!text.empty() && (!open || !close || *open == kDay)) {
      report(Code::TimeOfDayMalformed, pointer, {{"text", excerpt(text)}});
    }
  }

  void default_value(const Option& option, const std::string& pointer) {
    const auto& value = option.default_value;
    if (value.empty()) {
      return;
    }
    if (option.type == Option::Type::TimeZone) {
      zone_name(value, pointer);
    } else if (option.type == Option::Type::Window) {
      times(value, pointer);
    } else if (option.type == Option::Type::Integer) {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      if (error != std::errc() || end != value.data() + value.size() || number < option.min || number > option.max) {
        report(Code::ValueOutOfRange, pointer,
               {{"min", std::to_string(option.min)}, {"max", std::to_string(option.max)}});
      }
    }
  }

  void options() {
    for (std::size_t i = 0; i < policy_.options.size(); ++i) {
      const auto& option = policy_.options[i];
      const std::string place = at("options", i);
      all_known(plans_, option.plans, place + "/plans", "plan");
      if (!option.choices.empty()) {
        known(ids_of(option.choices), option.default_value, place + "/default", "choice");
      }
      default_value(option, place + "/default");
      cite(option.cite, place);
    }
    for (std::size_t i = 0; i < policy_.assumptions.size(); ++i) {
      const auto& assumption = policy_.assumptions[i];
      const std::string place = at("assumptions", i);
      cite(assumption.cite, place);
      if (assumption.type == Assumption::Type::Hours) {
        known(hours_, assumption.default_value, place + "/default", "hours");
        all_known(hours_, assumption.choices, place + "/choices", "hours");
      }
      if (assumption.type == Assumption::Type::Window) {
        times(assumption.default_value, place + "/default");
        for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
          times(assumption.choices[k], place + "/choices/" + std::to_string(k));
        }
      }
      if (assumption.type == Assumption::Type::TimeZone) {
        zone_name(assumption.default_value, place + "/default");
        for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
          zone_name(assumption.choices[k], place + "/choices/" + std::to_string(k));
        }
      }
    }
  }

  void hours() {
    for (std::size_t i = 0; i < policy_.hours.size(); ++i) {
      const auto& hours = policy_.hours[i];
      const std::string place = at("hours", i);
      zone(hours.time_zone, place + "/time_zone");
      choice(hours.holidays, place + "/holidays", Assumption::Type::Calendar);
      for (std::size_t k = 0; k < hours.windows.size(); ++k) {
        if (hours.windows[k].times) {
          const std::string each = place + "/windows/" + std::to_string(k) + "/times";
          choice(*hours.windows[k].times, each, Assumption::Type::Window);
          values(*hours.windows[k].times, each,
                 [this](const std::string& text, const std::string& where) { times(text, where); });
        }
      }
      overlaps(hours, place);
      cite(hours.cite, place);
    }
  }

  // Windows with times from an assumption are checked when the assumption is known.
  void overlaps(const HoursDefinition& hours, const std::string& place) {
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
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.open < b.open; });
    for (std::size_t k = 0; k < spans.size(); ++k) {
      const bool last = k + 1 == spans.size();
      const auto next = last ? spans.front().open + kWeek : spans[k + 1].open;
      if (spans[k].close > next && (!last || spans.size() > 1)) {
        report(Code::PolicyHoursOverlap, place + "/windows/" + std::to_string(spans[last ? 0 : k + 1].window));
      }
    }
  }

  void plans() {
    for (std::size_t i = 0; i < policy_.plans.size(); ++i) {
      const auto& plan = policy_.plans[i];
      known(plans_, plan.builds_on, at("plans", i) + "/builds_on", "plan");
      if (!lineage_of(policy_, plan).back()->builds_on.empty()) {
        report(Code::PolicyPlanCircular, at("plans", i) + "/builds_on", {{"id", plan.id}});
      }
      cite(plan.cite, at("plans", i));
      for (std::size_t k = 0; k < plan.features.size(); ++k) {
        cite(plan.features[k].cite, at("plans", i) + "/features/" + std::to_string(k));
      }
    }
  }

  void predicate(const Predicate& rule, const std::string& pointer) {
    if (rule.kind == Predicate::Kind::Is) {
      facet(rule.facet, rule.values, pointer);
    }
    for (const auto& part : rule.parts) {
      predicate(part, pointer);
    }
  }

  void definition(const SeverityDefinition& definition, const std::string& pointer) {
    cite(definition.cite, pointer);
    selector({definition.plans, {}, definition.when}, pointer);
    if (definition.rule) {
      predicate(*definition.rule, pointer + "/rule");
    }
  }

  void severities() {
    for (const auto& presumed : policy_.presumed) {
      const std::string place = "/presumed" + pointer_step(presumed.facet);
      facet(presumed.facet, {presumed.value}, place);
      cite(presumed.cite, place);
    }
    for (std::size_t i = 0; i < policy_.severities.size(); ++i) {
      const auto& severity = policy_.severities[i];
      const std::string place = at("severities", i);
      all_known(plans_, severity.plans, place + "/plans", "plan");
      definition(severity.definition, place);
      for (std::size_t k = 0; k < severity.definitions.size(); ++k) {
        definition(severity.definitions[k], place + "/definitions/" + std::to_string(k));
      }
      for (std::size_t k = 0; k < severity.transitions.size(); ++k) {
        const std::string each = place + "/transitions/" + std::to_string(k);
        known(severities_, severity.transitions[k].to, each + "/to", "severity");
        cite(severity.transitions[k].cite, each);
      }
    }
    known(severities_, policy_.default_severity, "/default_severity/severity", "severity");
    known(sources_, policy_.severity_setting_cite.source, "/severity_setting/cite/source", "source");
    known(sources_, policy_.default_severity_cite.source, "/default_severity/cite/source", "source");
  }

  static bool needs_hours(Unit unit) {
    return unit == Unit::BusinessMinutes || unit == Unit::BusinessHours || unit == Unit::BusinessDays ||
           unit == Unit::WeekdayHours;
  }

  void amount(const std::optional<Amount>& amount, const std::string& pointer) {
    if (amount && !amount->option.empty()) {
      const Option* option = find_by_id(policy_.options, amount->option);
      if (option == nullptr) {
        known(options_, amount->option, pointer + "/option", "option");
      } else if (option->type != Option::Type::Integer) {
        report(Code::PolicyOptionNotNumber, pointer + "/option", {{"id", amount->option}});
      }
    }
  }

  void promise(const Promise& promise, bool has_word, const std::string& pointer) {
    const bool promises = promise.commitment <= Commitment::Aspiration;
    if (promises && !promise.amount && !has_word && promise.commitment != Commitment::Aspiration) {
      report(Code::PolicyAmountMissing, pointer, {{"commitment", std::string(name_of(promise.commitment))}});
    }
    if (!promises && promise.amount) {
      report(Code::PolicyAmountUnexpected, pointer + "/amount",
             {{"commitment", std::string(name_of(promise.commitment))}});
    }
    amount(promise.amount, pointer + "/amount");
    amount(promise.best_case, pointer + "/best_case");
    hours_choice(promise.hours, pointer + "/hours");
    if (promise.amount && needs_hours(promise.amount->unit) && !promise.hours) {
      report(Code::PolicyTargetHoursMissing, pointer, {{"unit", std::string(name_of(promise.amount->unit))}});
    }
    for (std::size_t k = 0; k < promise.readings.size(); ++k) {
      const auto& reading = promise.readings[k];
      const std::string place = pointer + "/readings/" + std::to_string(k);
      hours_choice(reading.hours, place + "/hours");
      amount(reading.amount, place + "/amount");
      const bool needs =
          (reading.unit && needs_hours(*reading.unit)) || (reading.amount && needs_hours(reading.amount->unit));
      if (needs && !promise.hours && !reading.hours) {
        report(Code::PolicyTargetHoursMissing, place,
               {{"unit", std::string(name_of(reading.unit.value_or(Unit::BusinessHours)))}});
      }
    }
    const std::size_t ends = promise.amount && promise.amount->min != promise.amount->max ? 2 : 1;
    const std::size_t counts = promise.day_count ? 1 : 3;
    if (std::max<std::size_t>(promise.readings.size(), 1) * ends * counts > kMostReadings &&
        promise.readings.size() > 1) {
      report(Code::PolicyTargetTooManyReadings, pointer + "/readings", {{"limit", std::to_string(kMostReadings)}});
    }
    unique(promise.readings, std::string_view(pointer.substr(1) + "/readings"));
    known(ambiguities_, promise.ambiguity, pointer + "/ambiguity", "ambiguity");
  }

  void targets() {
    for (std::size_t i = 0; i < policy_.targets.size(); ++i) {
      const auto& target = policy_.targets[i];
      const std::string place = at("targets", i);
      selector(target.where, place);
      promise(target.promise, !target.word.empty(), place);
      cite(target.cite, place);
    }
  }

  void escalation() {
    const auto& escalation = policy_.escalation;
    cite(escalation.cite, "/escalation");
    for (std::size_t i = 0; i < escalation.steps.size(); ++i) {
      const auto& step = escalation.steps[i];
      const std::string place = at("escalation/steps", i);
      selector(step.where, place);
      promise(step.promise, false, place);
      cite(step.cite, place);
    }
  }

  template <class List>
  void facts(const List& items, std::string_view list) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      selector(items[i].where, at(list, i));
      cite(items[i].cite, at(list, i));
    }
  }

  void others() {
    facts(policy_.channels, "channels");
    facts(policy_.scope.topics, "scope/topics");
    facts(policy_.scope.maturities, "scope/maturities");
    facts(policy_.remedies, "remedies");
    facts(policy_.lifecycle, "lifecycle");
    facts(policy_.maintenance, "maintenance");
    facts(policy_.facts, "facts");
    for (std::size_t i = 0; i < policy_.maintenance.size(); ++i) {
      const auto& each = policy_.maintenance[i];
      known(channels_, each.announced_on, at("maintenance", i) + "/announced_on", "channel");
      if (!each.time_zone.empty()) {
        zone_name(each.time_zone, at("maintenance", i) + "/time_zone");
      }
    }
    facts(policy_.ambiguities, "ambiguities");
    for (std::size_t i = 0; i < policy_.ambiguities.size(); ++i) {
      all_known(severities_, policy_.ambiguities[i].candidates, at("ambiguities", i) + "/candidates", "severity");
    }
    for (std::size_t i = 0; i < policy_.ticket.size(); ++i) {
      cite(policy_.ticket[i].cite, at("ticket", i));
    }
    if (policy_.scope.beyond) {
      cite(policy_.scope.beyond->cite, "/scope/beyond");
    }
    for (std::size_t i = 0; i < policy_.scope.responsibilities.size(); ++i) {
      cite(policy_.scope.responsibilities[i].cite, at("scope/responsibilities", i));
    }
    for (std::size_t i = 0; i < policy_.channels.size(); ++i) {
      const auto& channel = policy_.channels[i];
      const std::string place = at("channels", i);
      for (const auto& [plan, value] : channel.availability) {
        known(plans_, plan, place + "/availability" + pointer_step(plan), "plan");
      }
      all_known(severities_, channel.required_for, place + "/required_for", "severity");
      known(hours_, channel.hours, place + "/hours", "hours");
    }
    for (std::size_t i = 0; i < policy_.remedies.size(); ++i) {
      const auto& remedy = policy_.remedies[i];
      const std::string place = at("remedies", i);
      known(ambiguities_, remedy.ambiguity, place + "/ambiguity", "ambiguity");
      if (remedy.claim) {
        cite(remedy.claim->cite, place + "/claim");
      }
      for (std::size_t k = 0; k < remedy.promise.size(); ++k) {
        all_known(plans_, remedy.promise[k].plans, place + "/promise/" + std::to_string(k) + "/plans", "plan");
      }
    }
  }

  const Policy& policy_;
  Diagnostics& problems_;
  Ids plans_;
  Ids severities_;
  Ids hours_;
  Ids sources_;
  Ids channels_;
  Ids ambiguities_;
  Ids options_;
};

// Counts through every combination of answers to the facets that a plan's levels ask about.
class Combinations {
 public:
  Combinations(const Policy& policy, const std::vector<std::string_view>& facets) {
    for (const auto& id : facets) {
      facets_.push_back(policy.facet(id));
      impact_.emplace_back(id, facets_.back()->values.front().id);
      positions_.push_back(0);
    }
  }

  const Impact& impact() const { return impact_; }

  bool next() {
    for (std::size_t i = 0; i < facets_.size(); ++i) {
      positions_[i] = (positions_[i] + 1) % facets_[i]->values.size();
      impact_[i].second = facets_[i]->values[positions_[i]].id;
      if (positions_[i] != 0) {
        return true;
      }
    }
    return false;
  }

 private:
  std::vector<const Facet*> facets_;
  std::vector<std::size_t> positions_;
  Impact impact_;
};

constexpr std::size_t kMostCombinations = 200'000;

// Marks the levels that some impact decides under this plan.
void mark_reachable(const Policy& policy, const Plan& plan, std::vector<bool>& reachable) {
  std::vector<std::size_t> open;
  std::vector<std::string_view> facets;
  for (std::size_t i = 0; i < policy.severities.size(); ++i) {
    const auto& severity = policy.severities[i];
    const auto& rule = severity.for_plan(plan.id).rule;
    if (!severity.plans.empty() && !contains(severity.plans, plan.id)) {
      continue;
    }
    if (!rule) {
      reachable[i] = true;  // set by hand
      continue;
    }
    open.push_back(i);
    collect_facets(*rule, facets);
  }
  for (const auto& id : facets) {
    if (policy.facet(id) == nullptr || policy.facet(id)->values.empty()) {
      return;
    }
  }
  Combinations combinations(policy, facets);
  std::size_t tried = 0;
  do {
    std::size_t fits = 0;
    std::size_t which = 0;
    for (const std::size_t i : open) {
      if (evaluate(*policy.severities[i].for_plan(plan.id).rule, combinations.impact()) == Truth::Yes) {
        ++fits;
        which = i;
      }
    }
    if (fits == 1) {
      reachable[which] = true;
    }
  } while (++tried < kMostCombinations && combinations.next());
}

bool conditional(const Target& target) { return !target.where.when.empty(); }

// Whether every plan and severity of `later` is taken by `earlier`, whatever the answers.
bool hides(const Target& earlier, const Target& later, const Policy& policy) {
  if (earlier.kind != later.kind || conditional(earlier)) {
    return false;
  }
  const auto covered = [](const Ids& by, const Ids& ids, const Ids& all) {
    const Ids& needed = ids.empty() ? all : ids;
    return by.empty() || std::all_of(needed.begin(), needed.end(), [&by](const auto& id) { return contains(by, id); });
  };
  return covered(earlier.where.plans, later.where.plans, ids_of(policy.plans)) &&
         covered(earlier.where.severities, later.where.severities, ids_of(policy.severities));
}

}  // namespace

std::vector<WeeklyWindow> weekly_windows(const HoursWindow& window, seconds open, seconds close) {
  std::vector<WeeklyWindow> result;
  for (const auto day : window.days) {
    seconds until = close;
    if (window.close_day) {
      until += date::days{(*window.close_day - day).count()};
    }
    if (until <= open) {
      until += window.close_day ? 7 * kDay : kDay;
    }
    result.push_back({day, open, until});
  }
  return result;
}

void check_references(const Policy& policy, Diagnostics& problems) { References(policy, problems).check(); }

void check_calendars(const Policy& policy, const std::vector<HolidayCalendar>& calendars, Diagnostics& problems) {
  Ids known = ids_of(calendars);
  known.emplace_back("none");
  const auto check = [&](const std::string& id, const std::string& pointer) {
    if (!id.empty() && !contains(known, id)) {
      problems.push_back({Code::PolicyCalendarUnknown, pointer, {{"id", id}, {"known", list_names(known)}}});
    }
  };
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& holidays = policy.hours[i].holidays;
    for (const auto& [name, id] : holidays.cases) {
      check(id, at("hours", i) + "/holidays/cases" + pointer_step(name));
    }
    if (holidays.value) {
      check(*holidays.value, at("hours", i) + "/holidays");
    }
  }
  for (std::size_t i = 0; i < policy.assumptions.size(); ++i) {
    const auto& assumption = policy.assumptions[i];
    if (assumption.type == Assumption::Type::Calendar) {
      check(assumption.default_value, at("assumptions", i) + "/default");
      for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
        check(assumption.choices[k], at("assumptions", i) + "/choices/" + std::to_string(k));
      }
    }
  }
}

void check_sense(const Policy& policy, Diagnostics& problems) {
  std::vector<bool> reachable(policy.severities.size(), false);
  for (const auto& plan : policy.plans) {
    mark_reachable(policy, plan, reachable);
  }
  for (std::size_t i = 0; i < reachable.size(); ++i) {
    if (!reachable[i]) {
      problems.push_back({Code::PolicySeverityUnreachable, at("severities", i), {{"id", policy.severities[i].id}}});
    }
  }
  for (std::size_t i = 0; i < policy.targets.size(); ++i) {
    const auto earlier = policy.targets.begin() + static_cast<std::ptrdiff_t>(i);
    const auto hider = std::find_if(policy.targets.begin(), earlier,
                                    [&](const Target& target) { return hides(target, policy.targets[i], policy); });
    if (hider != earlier) {
      problems.push_back({Code::PolicyTargetUnreachable,
                          at("targets", i),
                          {{"by", at("targets", static_cast<std::size_t>(hider - policy.targets.begin()))}}});
    }
  }
  for (std::size_t i = 0; i < policy.plans.size() && !policy.targets.empty(); ++i) {
    const auto& plan = policy.plans[i];
    const bool has_target = std::any_of(policy.targets.begin(), policy.targets.end(),
                                        [&](const Target& target) { return target.where.covers_plan(plan.id); });
    if (!has_target && (plan.support.empty() || plan.support == "full")) {
      problems.push_back({Code::PolicyPlanNoTarget, at("plans", i), {{"id", plan.id}}});
    }
  }
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& windows = policy.hours[i].windows;
    for (std::size_t k = 0; k < windows.size(); ++k) {
      if (windows[k].close == kDay - std::chrono::minutes{1}) {
        problems.push_back(
            {Code::PolicyHoursMinuteShort, at("hours", i) + "/windows/" + std::to_string(k) + "/close", {}});
      }
    }
  }
}

}  // namespace supportcalc
