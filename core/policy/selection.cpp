#include "policy/selection.h"

#include <algorithm>
#include <array>

#include "policy/names.h"

namespace supportcalc {
namespace {

bool names(Ids plans, const Plan& plan) { return plans.empty() || contains(plans, plan.id); }

// The options that some definition of a level asks for.
bool decides_levels(const Policy& policy, const Option& option) {
  return std::any_of(policy.severities.begin(), policy.severities.end(), [&option](const Severity& severity) {
    return std::any_of(
        severity.definitions.begin(), severity.definitions.end(), [&option](const SeverityDefinition& definition) {
          const auto& asked = definition.when.options;
          return std::any_of(asked.begin(), asked.end(), [&option](const auto& each) { return each.key == option.id; });
        });
  });
}

bool has_begun(const Policy& policy, local_days day) { return !policy.in_force_from || *policy.in_force_from <= day; }
bool has_ended(const Policy& policy, local_days day) { return policy.in_force_until && *policy.in_force_until <= day; }

}  // namespace

Lineage lineage_of(const Policy& policy, const Plan& plan) {
  Lineage lineage = {&plan};
  const Plan* base = find_by_id(policy.plans, plan.builds_on);
  while (base != nullptr && std::find(lineage.begin(), lineage.end(), base) == lineage.end()) {
    lineage.push_back(base);
    base = find_by_id(policy.plans, base->builds_on);
  }
  return lineage;
}

std::string_view base_of(const Plan& plan) { return plan.builds_on; }

bool builds_on_itself(const Policy& policy, const Plan& plan) {
  return find_by_id(policy.plans, lineage_of(policy, plan).back()->builds_on) != nullptr;
}

bool covers(Ids plans, const Lineage& lineage) {
  return std::any_of(lineage.begin(), lineage.end(), [&plans](const Plan* plan) { return names(plans, *plan); });
}

bool covers(const Selector& where, const Lineage& lineage) { return covers(where.plans, lineage); }

bool is_for(const Selector& where, const Severity* level) {
  return level == nullptr || where.severities.empty() || contains(where.severities, level->id);
}

std::vector<Keyed<std::string_view>> options_of(const Policy& policy, const Lineage& lineage,
                                                List<Keyed<std::string_view>> given) {
  std::vector<Keyed<std::string_view>> options;
  for (const auto& option : policy.options) {
    if (covers(option.plans, lineage)) {
      const auto value = value_of(given, option.id);
      options.push_back({option.id, value.empty() ? option.default_value : value});
    }
  }
  return options;
}

bool is_any(Ids values) { return contains(values, "*"); }

Truth matches(Ids values, std::string_view answer) {
  if (is_any(values)) {
    return answer.empty() ? Truth::No : Truth::Yes;
  }
  return answer.empty() ? Truth::Unknown : contains(values, answer) ? Truth::Yes : Truth::No;
}

Truth holds(const Condition& condition, const Given& given) {
  Truth all = Truth::Yes;
  for (const auto& [id, values] : condition.options) {
    all = std::min(all, matches(values, value_of(given.options, id)));
  }
  if (!condition.channels.empty()) {
    all = std::min(all, matches(condition.channels, given.channel));
  }
  for (const auto& [id, values] : condition.impact) {
    all = std::min(all, matches(values, answer_for(given.impact, id)));
  }
  return all;
}

Truth holds(const Selector& where, const Lineage& lineage, const Severity* level, const Given& given) {
  return covers(where, lineage) && is_for(where, level) ? holds(where.when, given) : Truth::No;
}

const SeverityDefinition& definition_of(const Severity& severity, const Lineage& lineage,
                                        List<Keyed<std::string_view>> options) {
  for (const auto* plan : lineage) {
    for (const auto& definition : severity.definitions) {
      if (names(definition.plans, *plan) && holds(definition.when, {options, {}, {}}) == Truth::Yes) {
        return definition;
      }
    }
  }
  return severity.definition;
}

std::optional<std::size_t> index_of(const Severity& severity, const SeverityDefinition& definition) {
  for (std::size_t i = 0; i < severity.definitions.size(); ++i) {
    if (&severity.definitions[i] == &definition) {
      return i;
    }
  }
  return std::nullopt;
}

std::vector<Level> levels_of(const Policy& policy, const Lineage& lineage, List<Keyed<std::string_view>> options) {
  std::vector<Level> levels;
  for (const auto& severity : policy.severities) {
    if (covers(severity.plans, lineage)) {
      levels.push_back({&severity, &definition_of(severity, lineage, options)});
    }
  }
  return levels;
}

std::vector<std::vector<Keyed<std::string_view>>> level_settings(const Policy& policy, const Lineage& lineage) {
  std::vector<std::vector<Keyed<std::string_view>>> settings(1);
  for (const auto& option : policy.options) {
    if (option.type != Option::Type::Choice || !covers(option.plans, lineage) || !decides_levels(policy, option)) {
      continue;
    }
    std::vector<std::vector<Keyed<std::string_view>>> more;
    for (const auto& setting : settings) {
      for (const auto& choice : option.choices) {
        more.push_back(setting);
        more.back().push_back({option.id, choice.id});
      }
      if (option.default_value.empty()) {
        more.push_back(setting);
        more.back().push_back({option.id, ""});
      }
    }
    if (more.size() > kMostSettings) {
      break;
    }
    settings = std::move(more);
  }
  return settings;
}

std::vector<std::size_t> rows_of(List<Target> targets, const Lineage& lineage, const Severity* level) {
  std::vector<std::size_t> rows;
  std::array<bool, kKindNames.size()> settled{};
  for (const auto* plan : lineage) {
    for (std::size_t row = 0; row < targets.size(); ++row) {
      const Target& target = targets[row];
      bool& done = settled[static_cast<std::size_t>(target.kind)];
      const bool fits = level == nullptr ? target.where.severities.empty() : is_for(target.where, level);
      if (done || !fits || !names(target.where.plans, *plan) ||
          std::find(rows.begin(), rows.end(), row) != rows.end()) {
        continue;
      }
      rows.push_back(row);
      done = target.where.when.empty();
    }
  }
  return rows;
}

std::string_view availability_of(const Channel& channel, const Lineage& lineage, const Severity* level) {
  if (!covers(channel.where, lineage) || !is_for(channel.where, level)) {
    return "no";
  }
  for (const auto* plan : lineage) {
    const auto own = value_of(channel.availability, plan->id);
    if (!own.empty()) {
      return own;
    }
  }
  return "yes";
}

std::string_view availability_of(List<Channel> channels, std::string_view id, const Lineage& lineage) {
  for (const auto& channel : channels) {
    if (channel.id == id && covers(channel.where, lineage)) {
      return availability_of(channel, lineage, nullptr);
    }
  }
  return "no";
}

std::vector<std::size_t> rows_of(List<ScopeItem> items, const Lineage& lineage, const Given& given) {
  std::vector<std::size_t> rows;
  Names seen;
  for (std::size_t row = 0; row < items.size(); ++row) {
    if (!contains(seen, items[row].id) && holds(items[row].where, lineage, nullptr, given) != Truth::No) {
      seen.push_back(items[row].id);
      rows.push_back(row);
    }
  }
  return rows;
}

std::vector<PlanFeature> features_of(const Lineage& lineage) {
  std::vector<PlanFeature> features;
  Names seen;
  for (const auto* plan : lineage) {
    for (std::size_t row = 0; row < plan->features.size(); ++row) {
      if (!contains(seen, plan->features[row].id)) {
        seen.push_back(plan->features[row].id);
        features.push_back({plan, row});
      }
    }
  }
  return features;
}

const UptimePromise* uptime_of(const Remedy& remedy, const Lineage& lineage) {
  for (const auto* plan : lineage) {
    for (const auto& promise : remedy.promise) {
      if (names(promise.plans, *plan)) {
        return &promise;
      }
    }
  }
  return nullptr;
}

std::vector<std::size_t> steps_of(const Remedy& remedy, const UptimePromise* promise) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < remedy.table.size(); ++row) {
    const auto promised = remedy.table[row].promised;
    if (promised.empty() || (promise != nullptr && promised == promise->percent)) {
      rows.push_back(row);
    }
  }
  return rows;
}

bool holds_on(const Policy& policy, local_days day) { return has_begun(policy, day) && !has_ended(policy, day); }

Revision revision_on(const std::list<Policy>& policies, std::string_view id, local_days day) {
  for (const bool drafts : {false, true}) {
    const Policy* oldest = nullptr;
    const Policy* in_force = nullptr;
    const Policy* ended = nullptr;
    for (const auto& policy : policies) {
      if (policy.id != id || (policy.status == Status::Draft) != drafts) {
        continue;
      }
      if (oldest == nullptr) {
        oldest = &policy;
      }
      if (holds_on(policy, day)) {
        in_force = &policy;
      } else if (has_ended(policy, day) && (ended == nullptr || ended->in_force_until <= policy.in_force_until)) {
        ended = &policy;
      }
    }
    if (in_force != nullptr) {
      return {in_force, Revision::Fit::InForce};
    }
    if (ended != nullptr) {
      return {ended, Revision::Fit::Lapsed};
    }
    if (oldest != nullptr) {
      return {oldest, Revision::Fit::BeforeFirst};
    }
  }
  return {};
}

std::vector<AnsweringFrom> answering_of(const std::list<Policy>& policies, std::string_view id) {
  std::vector<local_days> changes;
  for (const auto& policy : policies) {
    for (const auto& day : {policy.in_force_from, policy.in_force_until}) {
      if (policy.id == id && day) {
        changes.push_back(*day);
      }
    }
  }
  std::sort(changes.begin(), changes.end());
  std::vector<AnsweringFrom> answering;
  const local_days before = changes.empty() ? local_days{} : changes.front() - date::days{1};
  if (const Policy* first = revision_on(policies, id, before).policy) {
    answering.push_back({std::nullopt, first});
  }
  for (const auto day : changes) {
    const Policy* next = revision_on(policies, id, day).policy;
    if (next != answering.back().policy) {
      answering.push_back({day, next});
    }
  }
  return answering;
}

}  // namespace supportcalc
