// What a policy declares and never names.
#include "policy/check_parts.h"
#include "policy/predicate.h"
#include "policy/selection.h"
#include "policy/warnings.h"

namespace supportcalc {
namespace {

// What a policy names, collected in one pass over everything that may name it.
class Uses {
 public:
  explicit Uses(const Policy& policy) {
    choice(policy.time_zone);
    for (const auto& each : policy.hours) {
      choice(each.time_zone);
      for (const auto& holidays : each.holidays) {
        values_of(holidays, calendars);
      }
      for (const auto& window : each.windows) {
        if (window.times) {
          choice(*window.times);
        }
      }
    }
    for (const auto& plan : policy.plans) {
      for (const auto& feature : plan.features) {
        hours.push_back(feature.hours);
      }
    }
    for (const auto& assumption : policy.assumptions) {
      if (assumption.type == Assumption::Type::Hours) {
        hours.push_back(assumption.default_value);
        hours.insert(hours.end(), assumption.choices.begin(), assumption.choices.end());
      } else if (assumption.type == Assumption::Type::Calendar) {
        calendars.push_back(assumption.default_value);
        calendars.insert(calendars.end(), assumption.choices.begin(), assumption.choices.end());
      }
    }
    for (const auto& severity : policy.severities) {
      definition(severity.definition);
      for (const auto& other : severity.definitions) {
        definition(other);
      }
    }
    for (const auto& target : policy.targets) {
      selector(target.where);
      promise(target.promise);
    }
    for (const auto& step : policy.escalation.steps) {
      selector(step.where);
      promise(step.promise);
    }
    for (const auto& channel : policy.channels) {
      selector(channel.where);
      hours.push_back(channel.hours);
    }
    for (const auto& remedy : policy.remedies) {
      selector(remedy.where);
      options.push_back(remedy.per.option);
    }
    for (const auto& each : policy.maintenance) {
      selector(each.where);
      amount(each.notice);
    }
    selectors(policy.scope.topics);
    selectors(policy.scope.maturities);
    selectors(policy.scope.responsibilities);
    selectors(policy.lifecycle);
    selectors(policy.facts);
    selectors(policy.ambiguities);
  }

  Names options;
  Names assumptions;
  Names hours;
  Names facets;
  Names calendars;

 private:
  void choice(const Choice& choice) {
    Names unnamed;
    values_of(choice, unnamed);
  }

  // What a choice names: an option, assumptions, and `values`.
  void values_of(const Choice& choice, Names& values) {
    options.push_back(choice.option);
    for (const auto& [name, value] : choice.cases) {
      (value.is_assumed ? assumptions : values).push_back(value.text);
    }
    if (choice.value) {
      (choice.value->is_assumed ? assumptions : values).push_back(choice.value->text);
    }
  }

  void hours_of(const std::optional<Choice>& chosen) {
    if (!chosen) {
      return;
    }
    values_of(*chosen, hours);
  }

  void amount(const std::optional<Amount>& amount) {
    if (amount) {
      options.push_back(amount->option);
    }
  }

  void promise(const Promise& promise) {
    amount(promise.amount);
    amount(promise.best_case);
    hours_of(promise.hours);
    for (const auto& reading : promise.readings) {
      amount(reading.amount);
      hours_of(reading.hours);
    }
  }

  void condition(const Condition& condition) {
    for (const auto& [id, values] : condition.options) {
      options.push_back(id);
    }
    for (const auto& [id, values] : condition.impact) {
      facets.push_back(id);
    }
  }

  void selector(const Selector& where) { condition(where.when); }

  template <class List>
  void selectors(const List& items) {
    for (const auto& item : items) {
      selector(item.where);
    }
  }

  void definition(const SeverityDefinition& definition) {
    condition(definition.when);
    if (definition.rule) {
      collect_facets(*definition.rule, facets);
    }
  }
};

template <class List>
void unused(const List& items, const Names& named, std::string_view list, WarningCode code, Warnings& warnings) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!listed(named, items[i].id)) {
      warn(warnings, code, at(list, i), {{"id", items[i].id}});
    }
  }
}

}  // namespace

void warn_of_unused(const Policy& policy, Warnings& warnings) {
  const Uses uses(policy);
  unused(policy.options, uses.options, "options", WarningCode::PolicyOptionUnused, warnings);
  unused(policy.assumptions, uses.assumptions, "assumptions", WarningCode::PolicyAssumptionUnused, warnings);
  unused(policy.hours, uses.hours, "hours", WarningCode::PolicyHoursUnused, warnings);
  unused(policy.questions, uses.facets, "questions", WarningCode::PolicyQuestionUnused, warnings);
}

Names calendars_named(const Policy& policy) {
  Names named;
  for (const auto id : Uses(policy).calendars) {
    if (!id.empty() && !listed(named, id)) {
      named.push_back(id);
    }
  }
  return named;
}

}  // namespace supportcalc
