#include "engine/clock.h"

#include "base/excerpt.h"
#include "base/whole_number.h"

#include <algorithm>

#include "base/codes.h"
#include "engine/hours_dates.h"
#include "policy/names.h"
#include "policy/windows.h"

namespace supportcalc {
namespace {

Diagnostic value_problem(Code code, std::string_view kind, std::string_view id, std::string_view value,
                         std::string allowed) {
  return {code,
          "/" + std::string(kind) + pointer_step(id),
          {{"id", std::string(id)}, {"value", excerpt(value)}, {"allowed", std::move(allowed)}}};
}

// Checks a value that names a zone, a calendar or a window. `kind` is the request's key.
std::optional<Diagnostic> check_typed(const PolicySet& set, Assumption::Type type, Code code, std::string_view kind,
                                      std::string_view id, std::string_view value) {
  switch (type) {
    case Assumption::Type::TimeZone: {
      const auto zone = find_zone(value, "/" + std::string(kind) + pointer_step(id));
      return zone ? std::nullopt : std::optional(zone.diagnostics().front());
    }
    case Assumption::Type::Calendar: {
      Names known{"none"};
      for (const auto& calendar : set.calendars()) {
        known.push_back(calendar.id);
      }
      return contains(known, value) ? std::nullopt
                                    : std::optional(value_problem(code, kind, id, value, list_names(known)));
    }
    case Assumption::Type::Window:
    case Assumption::Type::Hours:
      break;
  }
  return parse_window(value, "").ok() ? std::nullopt
                                      : std::optional(value_problem(code, kind, id, value, "09:00-17:00"));
}

std::optional<Diagnostic> check_option(const PolicySet& set, const Option& option, std::string_view value) {
  const auto typed = [&](Assumption::Type type) {
    return check_typed(set, type, Code::RequestOptionValue, "options", option.id, value);
  };
  switch (option.type) {
    case Option::Type::TimeZone:
      return typed(Assumption::Type::TimeZone);
    case Option::Type::Calendar:
      return typed(Assumption::Type::Calendar);
    case Option::Type::Window:
      return typed(Assumption::Type::Window);
    case Option::Type::Choice: {
      Names ids;
      for (const auto& choice : option.choices) {
        ids.push_back(choice.id);
      }
      return contains(ids, value)
                 ? std::nullopt
                 : std::optional(value_problem(Code::RequestOptionValue, "options", option.id, value, list_names(ids)));
    }
    case Option::Type::Integer:
      break;
  }
  const auto number = whole_number(value);
  if (number && option.min <= *number && *number <= option.max) {
    return std::nullopt;
  }
  return value_problem(Code::RequestOptionValue, "options", option.id, value,
                       std::to_string(option.min) + " to " + std::to_string(option.max));
}

std::optional<Diagnostic> check_assumption(const PolicySet& set, const Assumption& assumption, std::string_view value) {
  if (assumption.type != Assumption::Type::Hours) {
    return check_typed(set, assumption.type, Code::RequestAssumptionValue, "assumptions", assumption.id, value);
  }
  return contains(assumption.choices, value) || value == assumption.default_value
             ? std::nullopt
             : std::optional(value_problem(Code::RequestAssumptionValue, "assumptions", assumption.id, value,
                                           list_names(assumption.choices)));
}

}  // namespace

Result<ResolvedTerms> ResolvedTerms::make(const PolicySet& set, const Policy& policy, std::string_view plan,
                                          const Terms& terms, Arena& arena) {
  ResolvedTerms resolved;
  Diagnostics problems;
  const Plan* own = find_by_id(policy.plans, plan);
  const Lineage lineage = own == nullptr ? Lineage() : lineage_of(policy, *own);
  resolved.options_ = options_of(policy, lineage, terms.options);
  for (const auto& assumption : policy.assumptions) {
    const auto given = value_of(terms.assumptions, assumption.id);
    const auto value = given.empty() ? assumption.default_value : given;
    resolved.assumptions_ =
        arena.appended(resolved.assumptions_, {assumption.id, value, value == assumption.default_value});
  }
  const auto unknown = [&problems](Code code, std::string_view kind, std::string_view id, const std::string& known) {
    add(problems, {code, "/" + std::string(kind) + pointer_step(id), {{"id", excerpt(id)}, {"known", known}}});
  };
  const auto ids = [](const auto& items) {
    Names result;
    for (const auto& item : items) {
      result.push_back(item.id);
    }
    return list_names(result);
  };
  for (const auto& [id, value] : terms.options) {
    const Option* option = find_by_id(policy.options, id);
    if (option == nullptr) {
      unknown(Code::RequestOptionUnknown, "options", id, ids(policy.options));
    } else if (!covers(option->plans, lineage)) {
      unknown(Code::RequestOptionNotInPlan, "options", id, list_names(option->plans));
    } else if (auto problem = check_option(set, *option, value)) {
      add(problems, *std::move(problem));
    }
  }
  for (const auto& [id, value] : terms.assumptions) {
    const Assumption* assumption = find_by_id(policy.assumptions, id);
    if (assumption == nullptr) {
      unknown(Code::RequestAssumptionUnknown, "assumptions", id, ids(policy.assumptions));
    } else if (auto problem = check_assumption(set, *assumption, value)) {
      add(problems, *std::move(problem));
    }
  }
  if (!problems.empty()) {
    return problems;
  }
  return resolved;
}

std::string_view ResolvedTerms::option(std::string_view id) const { return value_of(options_, id); }

std::string_view ResolvedTerms::assumption(std::string_view id) const {
  const Assumed* entry = find_by_id(assumptions_, id);
  return entry == nullptr ? std::string_view() : entry->value;
}

bool ResolvedTerms::is_default(std::string_view assumption) const {
  const Assumed* entry = find_by_id(assumptions_, assumption);
  return entry == nullptr || entry->is_default;
}

std::optional<ChoiceValue> ResolvedTerms::chosen(const Choice& choice) const {
  if (!choice.option.empty()) {
    const auto set = option(choice.option);
    if (choice.cases.empty() && !set.empty()) {
      return ChoiceValue{set, false};
    }
    for (const auto& [name, value] : choice.cases) {
      if (name == set) {
        return value;
      }
    }
  }
  return choice.value;
}

std::optional<std::string_view> ResolvedTerms::settled(const Choice& choice) const {
  const auto value = chosen(choice);
  return value ? std::optional(value->is_assumed ? assumption(value->text) : value->text) : std::nullopt;
}

std::optional<std::string_view> ClockShop::choose(const Choice& choice, ResolvedHours& noted) const {
  const auto chosen = terms_->chosen(choice);
  if (!chosen) {
    noted.missing_option = choice.option;
  } else if (chosen->is_assumed) {
    noted.assumptions = with_name(noted.assumptions, chosen->text, *arena_);
  }
  return terms_->settled(choice);
}

std::optional<Zone> ClockShop::zone(const Choice& choice) const {
  const auto name = terms_->settled(choice);
  if (!name) {
    return std::nullopt;
  }
  const auto zone = find_zone(*name, "");
  return zone ? std::optional(*zone) : std::nullopt;
}

std::vector<WeeklyWindow> ClockShop::windows(const HoursDefinition& definition, bool whole_days,
                                             ResolvedHours& noted) const {
  std::vector<WeeklyWindow> result;
  for (const auto& window : definition.windows) {
    std::pair<seconds, seconds> times{window.open, window.close};
    if (window.times) {
      const auto text = choose(*window.times, noted);
      const auto given = parse_window(text.value_or(""), "");
      times = given ? *given : times;
    }
    if (whole_days) {
      times = {seconds{0}, date::days{1}};
    }
    for (const auto& weekly : weekly_windows(window, times.first, times.second)) {
      result.push_back(weekly);
    }
  }
  return result;
}

Result<ResolvedHours> ClockShop::resolve(const Choice& choice, bool whole_days) {
  ResolvedHours way;
  const auto id = choose(choice, way);
  const HoursDefinition* definition = id ? find_by_id(policy_->hours, *id) : nullptr;
  if (definition == nullptr) {
    return way;
  }
  auto hours = settled(*definition, whole_days);
  if (hours.ok()) {
    // Others come to the same hours another way, which is theirs.
    for (const auto assumption : hours->assumptions) {
      way.assumptions = with_name(way.assumptions, assumption, *arena_);
    }
    hours->assumptions = way.assumptions;
  }
  return hours;
}

Result<List<HoursWay>> ClockShop::ways(const Choice& choice, bool whole_days, bool each) {
  List<HoursWay> ways;
  const bool is_open = each && !choice.option.empty() && !terms_->is_set(choice.option);
  for (const bool fallback : {true, false}) {
    for (const auto& [value, hours] : is_open ? choice.cases : List<Keyed<ChoiceValue>>()) {
      if ((choice.value && hours == *choice.value) != fallback) {
        continue;
      }
      const auto resolved = resolve({{}, {}, hours}, whole_days);
      if (!resolved) {
        return resolved.diagnostics();
      }
      if (resolved->ok()) {
        ways = arena_->appended(ways, {arena_->copy(std::string(choice.option).append("=").append(value)), *resolved});
      }
    }
  }
  if (ways.size() > 1) {
    return ways;
  }
  const auto only = resolve(choice, whole_days);
  if (!only) {
    return only.diagnostics();
  }
  return arena_->appended(List<HoursWay>(), {{}, *only});
}

Result<ResolvedHours> ClockShop::settled(const HoursDefinition& definition, bool whole_days) {
  for (const auto& made : made_) {
    if (made.hours.definition == &definition && made.whole_days == whole_days) {
      return made.hours;
    }
  }
  ResolvedHours hours;
  hours.definition = &definition;
  if (definition.always) {
    hours.zone = zone(definition.time_zone);  // to show times in: no due depends on it
  } else {
    const auto zone_name = choose(definition.time_zone, hours);
    if (zone_name) {
      const auto zone = find_zone(*zone_name, "");
      if (!zone) {
        return zone.diagnostics();
      }
      hours.zone = *zone;
    }
    if (!hours.zone) {
      return hours;
    }
    for (const auto& holidays : definition.holidays) {
      const auto id = choose(holidays, hours);
      if (!id) {
        return hours;
      }
      if (const HolidayCalendar* calendar = set_->calendar(*id)) {
        hours.calendars = arena_->appended(hours.calendars, calendar);
      }
    }
    auto weekly = windows(definition, whole_days, hours);
    if (!hours.missing_option.empty()) {
      return hours;
    }
    auto dates = dates_of(definition, hours.calendars, weekly, *arena_);
    for (auto& window : dates.dated) {
      if (whole_days && window.open < window.close) {
        window = {window.date, seconds{0}, date::days{1}};
      }
    }
    auto clock =
        BusinessClock::make({*hours.zone, std::move(weekly), std::move(dates.holidays), std::move(dates.dated)});
    if (!clock) {
      return clock.diagnostics();
    }
    clocks_.push_back(*std::move(clock));
    hours.clock = &clocks_.back();
  }
  made_.push_back({whole_days, hours});
  return hours;
}

}  // namespace supportcalc
