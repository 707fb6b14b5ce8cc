// Values that are allowed and seldom meant.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/concat.h"
#include "base/excerpt.h"
#include "base/sort.h"
#include "base/whole_number.h"
#include "policy/check_parts.h"
#include "policy/selection.h"
#include "policy/warnings.h"
#include "policy/windows.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{24 * 3600};
constexpr std::string_view kToFill = "FILL";

// --- zones

// Names that are no places and have one offset all year, beside Etc/GMT+1 and the like.
constexpr std::array<std::string_view, 3> kFixedZones = {"EST", "HST", "MST"};

struct Abbreviation {
  std::string_view name;
  std::string_view place;  // whose clock the name stands for
};

// Names of a time of one half of the year that stand for a clock with both.
constexpr Abbreviation kAbbreviations[] = {
    {"CET", "Europe/Brussels"},    {"EET", "Europe/Athens"},           {"MET", "Europe/Brussels"},
    {"WET", "Europe/Lisbon"},      {"CST6CDT", "America/Chicago"},     {"EST5EDT", "America/New_York"},
    {"MST7MDT", "America/Denver"}, {"PST8PDT", "America/Los_Angeles"},
};

std::string offset_text(seconds offset) {
  const auto minutes = std::abs(offset.count()) / 60;
  const auto rest = minutes % 60;
  return concat({"UTC", offset.count() < 0 ? "-" : "+", std::to_string(minutes / 60),
                 rest == 0 ? "" : concat({":", rest < 10 ? "0" : "", std::to_string(rest)})});
}

void zone(std::string_view name, const Place& place, Warnings& warnings) {
  const bool fixed = std::find(kFixedZones.begin(), kFixedZones.end(), name) != kFixedZones.end() ||
                     name.starts_with("Etc/GMT+") || name.starts_with("Etc/GMT-");
  if (const auto found = find_zone(name, ""); fixed && found) {
    const seconds offset = found->span_at(kFirstInstant).offset;
    if (offset != seconds{0}) {
      warn(warnings, WarningCode::ZoneFixedOffset, place, {{"name", name}, {"offset", offset_text(offset)}});
    }
  }
  for (const auto& each : kAbbreviations) {
    if (each.name == name) {
      warn(warnings, WarningCode::ZoneAbbreviation, place, {{"name", name}, {"place", each.place}});
    }
  }
}

// --- windows

void close(seconds at, const Place& place, Warnings& warnings) {
  if ((at + std::chrono::minutes{1}) % kDay == seconds{0}) {
    warn(warnings, WarningCode::PolicyHoursMinuteShort, place);
  }
}

void window(std::string_view times, const Place& place, Warnings& warnings) {
  if (const auto parsed = parse_window(times, "")) {
    close(parsed->second, place, warnings);
  }
}

// A zone or times of day that stand in a choice, its cases included.
using OneValue = void (*)(std::string_view value, const Place& place, Warnings& warnings);

void choice(const Choice& choice, const Place& place, OneValue check, Warnings& warnings) {
  const Place cases = place.to("cases");
  for (const auto& [name, value] : choice.cases) {
    if (!value.is_assumed) {
      check(value.text, cases.to(name), warnings);
    }
  }
  if (choice.value && !choice.value->is_assumed) {
    check(choice.value->text, choice.option.empty() ? place : place.to("otherwise"), warnings);
  }
}

// Whether hours are one way to understand a clause and nothing else: what is odd in them was weighed.
bool only_in_readings(const Policy& policy, std::string_view hours) {
  const auto chosen = [hours](const std::optional<Choice>& choice) {
    const ChoiceValue value{hours, false};
    return choice &&
           (choice->value == value || std::any_of(choice->cases.begin(), choice->cases.end(),
                                                  [&value](const auto& each) { return each.value == value; }));
  };
  bool in_readings = false;
  const auto in_promise = [&](const Promise& promise) {
    for (const auto& reading : promise.readings) {
      in_readings = in_readings || chosen(reading.hours);
    }
    return chosen(promise.hours);
  };
  bool elsewhere = false;
  for (const auto& target : policy.targets) {
    elsewhere = in_promise(target.promise) || elsewhere;
  }
  for (const auto& step : policy.escalation.steps) {
    elsewhere = in_promise(step.promise) || elsewhere;
  }
  return in_readings && !elsewhere;
}

void hours(const Policy& policy, Warnings& warnings) {
  choice(policy.time_zone, kDocumentPlace.to("time_zone"), zone, warnings);
  for (std::size_t i = 0; i < policy.hours.size(); ++i) {
    const auto& hours = policy.hours[i];
    const Place place = at("hours", i);
    if (!only_in_readings(policy, hours.id)) {
      choice(hours.time_zone, place.to("time_zone"), zone, warnings);
    }
    for (std::size_t k = 0; k < hours.windows.size(); ++k) {
      const Place each = place.to("windows", k);
      if (hours.windows[k].times) {
        choice(*hours.windows[k].times, each.to("times"), window, warnings);
      } else {
        close(hours.windows[k].close, each.to("close"), warnings);
      }
    }
    for (std::size_t k = 0; k < hours.openings.size(); ++k) {
      const Place each = place.to("openings", k);
      close(hours.openings[k].close, each.to("close"), warnings);
    }
  }
  for (std::size_t i = 0; i < policy.maintenance.size(); ++i) {
    const Place place = at("maintenance", i);
    zone(policy.maintenance[i].time_zone, place.to("time_zone"), warnings);
  }
}

void terms(const Policy& policy, Warnings& warnings) {
  for (std::size_t i = 0; i < policy.options.size(); ++i) {
    const auto& option = policy.options[i];
    const Place place = at("options", i);
    if (option.type == Option::Type::TimeZone || option.type == Option::Type::Window) {
      const OneValue check = option.type == Option::Type::TimeZone ? zone : window;
      check(option.default_value, place.to("default"), warnings);
    }
  }
  for (std::size_t i = 0; i < policy.assumptions.size(); ++i) {
    const auto& assumption = policy.assumptions[i];
    if (assumption.type != Assumption::Type::TimeZone && assumption.type != Assumption::Type::Window) {
      continue;
    }
    const OneValue check = assumption.type == Assumption::Type::TimeZone ? zone : window;
    const Place place = at("assumptions", i);
    check(assumption.default_value, place.to("default"), warnings);
    const Place choices = place.to("choices");
    for (std::size_t k = 0; k < assumption.choices.size(); ++k) {
      if (assumption.choices[k] != assumption.default_value) {
        check(assumption.choices[k], choices.to(k), warnings);
      }
    }
  }
}

// --- windows of several days in which business days are counted

class LongWindows {
 public:
  LongWindows(const Policy& policy, Warnings& warnings) : policy_(policy), warnings_(warnings) {}

  void warn_of_all() {
    for (std::size_t i = 0; i < policy_.targets.size(); ++i) {
      promise(policy_.targets[i].promise, at("targets", i));
    }
    const Place escalation = kDocumentPlace.to("escalation");
    for (std::size_t i = 0; i < policy_.escalation.steps.size(); ++i) {
      promise(policy_.escalation.steps[i].promise, escalation.to("steps", i));
    }
  }

 private:
  static bool in_days(const std::optional<Amount>& amount) { return amount && amount->unit == Unit::BusinessDays; }

  void promise(const Promise& promise, const Place& place) {
    if (in_days(promise.amount)) {
      hours(promise.hours, place);
    }
    for (const auto& reading : promise.readings) {
      if (reading.unit == Unit::BusinessDays || in_days(reading.amount) ||
          (!reading.unit && !reading.amount && in_days(promise.amount))) {
        hours(reading.hours ? reading.hours : promise.hours, place);
      }
    }
  }

  void hours(const std::optional<Choice>& chosen, const Place& by) {
    if (!chosen) {
      return;
    }
    for (const auto& [name, value] : chosen->cases) {
      hours(value.text, by);
    }
    if (chosen->value) {
      hours(chosen->value->text, by);
    }
  }

  void hours(std::string_view id, const Place& by) {
    const HoursDefinition* hours = find_by_id(policy_.hours, id);
    if (hours == nullptr) {
      return;
    }
    const auto index = static_cast<std::size_t>(hours - policy_.hours.data());
    for (std::size_t k = 0; k < hours->windows.size(); ++k) {
      const auto& window = hours->windows[k];
      if (window.times) {
        continue;
      }
      for (const auto& each : weekly_windows(window, window.open, window.close)) {
        if (each.close > 2 * kDay) {  // it passes two midnights and more
          const Place place = at("hours", index);
          warn(warnings_, WarningCode::PolicyHoursLongWindow, place.to("windows", k),
               {{"hours", std::to_string((each.close - each.open).count() / 3600)}, {"by", first_use(index, by)}});
        }
      }
    }
  }

  // One warning for a window, however many rows count days in it.
  std::string first_use(std::size_t hours, const Place& by) {
    if (first_use_.size() <= hours) {
      first_use_.resize(policy_.hours.size());
    }
    if (first_use_[hours].empty()) {
      first_use_[hours] = by.pointer();
    }
    return first_use_[hours];
  }

  const Policy& policy_;
  Warnings& warnings_;
  std::vector<std::string> first_use_;  // of each of the policy's hours
};

// --- labels

void plan_labels(const Policy& policy, Warnings& warnings) {
  for (std::size_t i = 0; i < policy.plans.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto label = policy.plans[i].label.in("en");
      if (!label.empty() && label == policy.plans[k].label.in("en")) {
        const Place place = at("plans", i);
        warn(warnings, WarningCode::PolicyLabelTwice, place.to("label"),
             {{"label", excerpt(label)}, {"by", at("plans", k).pointer()}});
        break;
      }
    }
  }
}

// Levels of different plans may share a name.
void level_labels(const Policy& policy, Warnings& warnings) {
  const auto meet = [&policy](const Severity& a, const Severity& b) {
    return std::any_of(policy.plans.begin(), policy.plans.end(), [&](const Plan& plan) {
      const Lineage lineage = lineage_of(policy, plan);
      return covers(a.plans, lineage) && covers(b.plans, lineage);
    });
  };
  for (std::size_t i = 0; i < policy.severities.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto& level = policy.severities[i];
      const auto label = level.label.in("en");
      if (!label.empty() && label == policy.severities[k].label.in("en") && meet(level, policy.severities[k])) {
        const Place place = at("severities", i);
        warn(warnings, WarningCode::PolicyLabelTwice, place.to("label"),
             {{"label", excerpt(label)}, {"by", at("severities", k).pointer()}});
        break;
      }
    }
  }
}

// --- tables of uptime

// "99.95" in ten-thousandths of a percent; nothing for what is no percentage.
std::optional<std::int64_t> share(std::string_view text) {
  constexpr std::size_t kPlaces = 4;
  constexpr std::int64_t kHundred = 1'000'000;
  const auto dot = text.find('.');
  std::string digits(text.substr(0, dot));
  std::string fraction(dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1));
  if (fraction.size() > kPlaces || (dot != std::string_view::npos && fraction.empty())) {
    return std::nullopt;
  }
  fraction.resize(kPlaces, '0');
  const auto value = whole_number(digits + fraction);
  return value && *value >= 0 && *value <= kHundred ? value : std::nullopt;
}

// The steps of one promised share, from the highest uptime down.
class UptimeTable {
 public:
  UptimeTable(const Remedy& remedy, const Place& place, Warnings& warnings)
      : remedy_(remedy), place_(place), table_(place_.to("table")), warnings_(warnings) {}

  void warn_of_all() {
    const Place promises = place_.to("promise");
    for (std::size_t k = 0; k < remedy_.promise.size(); ++k) {
      const auto& promise = remedy_.promise[k];
      const Place percent = promises.to(k);
      figure(promise.percent, percent.to("percent"));
      if (!remedy_.table.empty() && !has_steps(promise.percent)) {
        warn(warnings_, WarningCode::PolicyUptimeGap, percent.to("percent"), {{"from", "0"}, {"to", promise.percent}});
      }
    }
    std::vector<std::string_view> groups;
    for (const auto& step : remedy_.table) {
      if (std::find(groups.begin(), groups.end(), step.promised) == groups.end()) {
        groups.push_back(step.promised);
      }
    }
    for (const auto group : groups) {
      steps_of(group);
    }
  }

 private:
  struct Step {
    std::int64_t from;
    std::int64_t below;
    std::size_t row;
  };

  std::optional<std::int64_t> figure(std::string_view text, const Place& place) {
    const auto value = share(text);
    if (!value) {
      warn(warnings_, WarningCode::PolicyUptimeImpossible, place, {{"text", excerpt(text)}});
    }
    return value;
  }

  // A step that names no promised share is for every one.
  bool has_steps(std::string_view promised) const {
    return std::any_of(remedy_.table.begin(), remedy_.table.end(), [&](const UptimeStep& step) {
      return step.promised.empty() || share(step.promised) == share(promised);
    });
  }

  void steps_of(std::string_view promised) {
    const std::int64_t hundred = *share("100");
    std::vector<Step> steps;
    for (std::size_t row = 0; row < remedy_.table.size(); ++row) {
      const auto& step = remedy_.table[row];
      if (step.promised != promised) {
        continue;
      }
      const Place each = table_.to(row);
      figure(step.credit, each.to("credit"));
      const auto from = step.from.empty() ? std::optional<std::int64_t>(0) : figure(step.from, each.to("from"));
      const auto below = step.below.empty() ? std::optional(hundred) : figure(step.below, each.to("below"));
      if (from && below && *from >= *below) {
        warn(warnings_, WarningCode::PolicyUptimeInverted, each, {{"from", step.from}, {"below", step.below}});
      } else if (from && below) {
        steps.push_back({*from, *below, row});
      }
    }
    sort(steps, [](const Step& a, const Step& b) { return a.below != b.below ? a.below > b.below : a.row < b.row; });
    for (std::size_t i = 1; i < steps.size(); ++i) {
      const auto& higher = steps[i - 1];
      const auto& lower = steps[i];
      if (lower.below > higher.from) {
        warn(warnings_, WarningCode::PolicyUptimeOverlap, table_.to(lower.row),
             {{"by", table_.to(higher.row).pointer()}});
      } else if (lower.below < higher.from) {
        warn(warnings_, WarningCode::PolicyUptimeGap, table_.to(lower.row),
             {{"from", remedy_.table[lower.row].below}, {"to", remedy_.table[higher.row].from}});
      }
    }
    if (!steps.empty() && steps.back().from > 0) {
      const auto row = steps.back().row;
      warn(warnings_, WarningCode::PolicyUptimeGap, table_.to(row), {{"from", "0"}, {"to", remedy_.table[row].from}});
    }
  }

  const Remedy& remedy_;
  const Place& place_;
  const Place table_;
  Warnings& warnings_;
};

void uptimes(const Policy& policy, Warnings& warnings) {
  for (std::size_t i = 0; i < policy.remedies.size(); ++i) {
    const Place place = at("remedies", i);
    UptimeTable(policy.remedies[i], place, warnings).warn_of_all();
  }
}

void texts(const JsonValue& value, const Place& place, Warnings& warnings) {
  if (value.string().starts_with(kToFill)) {
    warn(warnings, WarningCode::TextToFill, place, {{"text", excerpt(value.string())}});
  }
  std::size_t index = 0;
  for (const auto& each : value) {
    texts(each, value.is_array() ? place.to(index++) : place.to(each.key()), warnings);
  }
}

}  // namespace

void warn_of_values(const Policy& policy, Warnings& warnings) {
  hours(policy, warnings);
  terms(policy, warnings);
  LongWindows(policy, warnings).warn_of_all();
  plan_labels(policy, warnings);
  level_labels(policy, warnings);
  uptimes(policy, warnings);
}

void warn_of_texts(const JsonValue& document, Warnings& warnings) { texts(document, kDocumentPlace, warnings); }

}  // namespace supportcalc
