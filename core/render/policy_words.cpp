#include "render/policy_words.h"

#include <algorithm>

#include "base/concat.h"
#include "base/whole_number.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "render/message_words.h"
#include "render/time_words.h"
#include "wording/policy_phrases.h"

namespace supportcalc {

namespace {

template <class Parts>
std::string joined_parts(const Parts& parts, std::string_view between) {
  std::string text;
  for (const std::string_view part : parts) {
    if (!part.empty()) {
      text += text.empty() ? std::string_view() : between;
      text += part;
    }
  }
  return text;
}

}  // namespace

std::string PolicyWords::joined(const Phrases& parts, std::string_view between) { return joined_parts(parts, between); }
std::string PolicyWords::joined(Ids parts, std::string_view between) { return joined_parts(parts, between); }
std::string PolicyWords::joined(std::initializer_list<std::string_view> parts, std::string_view between) {
  return joined_parts(parts, between);
}

std::string PolicyWords::cite(const Cite& cite, bool title) const {
  const Source* source = find_by_id(policy_.sources, cite.source);
  std::string result = joined({source != nullptr && title ? source->title : cite.source, cite.section}, ": ");
  Phrases remarks;
  if (cite.basis != Basis::Stated) {
    remarks.emplace_back(word("basis", name_of(cite.basis)));
  }
  remarks.emplace_back(text(cite.note));
  if (const auto remark = joined(remarks, ": "); !remark.empty()) {
    result += (result.empty() ? "(" : " (") + remark + ")";
  }
  return result;
}

std::string PolicyWords::figure(const Figure& figure) const {
  return amount_words(catalogue_, figure.min, figure.max, name_of(figure.unit));
}

std::string PolicyWords::amount(const Amount& amount) const {
  if (amount.option.empty()) {
    return figure({amount.min, amount.max, amount.unit});
  }
  const Option* option = find_by_id(policy_.options, amount.option);
  return option == nullptr ? say("amount.of-contract") : say("show.by-option", {{"option", text(option->label)}});
}

std::string PolicyWords::quantity(const Quantity& quantity) const {
  const std::string amount = amount_words(catalogue_, quantity.value, quantity.value, quantity.unit);
  return quantity.per.empty() ? amount
                              : say("quantity.per", {{"amount", amount}, {"period", word("period", quantity.per)}});
}

std::string PolicyWords::bounded(std::string_view bound, const std::string& amount) const {
  return bound.empty() || amount.empty() ? amount : say("bound." + std::string(bound), {{"amount", amount}});
}

std::string PolicyWords::value(const Choice& choice) const {
  return this->choice(choice, [](std::string_view value) { return std::string(value); });
}

std::string PolicyWords::choice(const Choice& choice, const std::function<std::string(std::string_view)>& named) const {
  const auto settled = [&](const ChoiceValue& value) {
    const Assumption* assumption = value.is_assumed ? find_by_id(policy_.assumptions, value.text) : nullptr;
    return assumption == nullptr ? named(value.text)
                                 : say("show.assumed", {{"value", named(assumption->default_value)}});
  };
  if (choice.option.empty()) {
    return choice.value ? settled(*choice.value) : "";
  }
  const Option* option = find_by_id(policy_.options, choice.option);
  Phrases cases;
  for (const auto& [id, value] : choice.cases) {
    const auto of_option = option == nullptr ? std::string(id) : option_value(*option, id);
    const auto name = settled(value);
    cases.emplace_back(of_option == name ? name : concat({of_option, ": ", name}));
  }
  if (choice.value) {
    cases.emplace_back(say("show.otherwise", {{"value", settled(*choice.value)}}));
  }
  const std::string by = say("show.by-option", {{"option", option == nullptr ? choice.option : text(option->label)}});
  return cases.empty() ? by : by + " (" + joined(cases, "; ") + ")";
}

std::string PolicyWords::calendar(std::string_view id) const {
  const HolidayCalendar* own = find_by_id(calendars_, id);
  return own == nullptr || catalogue_.has(concat({"calendar.", id})) ? word("calendar", id) : text(own->name);
}

std::string PolicyWords::days(List<date::weekday> days) const { return days_words(catalogue_, days); }

std::string PolicyWords::channel_label(const Channel& channel) const {
  return channel.label.empty() ? word("channel", channel.kind) : text(channel.label);
}

Phrases PolicyWords::maintenance(const Maintenance& maintenance) const {
  Phrases details;
  details.emplace_back(maintenance.nth == 0 ? days(maintenance.days)
                                            : say("facts.nth", {{"nth", word("nth", std::to_string(maintenance.nth))},
                                                                {"days", days(maintenance.days)}}));
  if (maintenance.window) {
    details.emplace_back(clock_words(maintenance.window->open) + "–" + clock_words(maintenance.window->close));
  }
  details.emplace_back(maintenance.time_zone);
  if (const Channel* channel = find_by_id(policy_.channels, maintenance.announced_on)) {
    details.emplace_back(say("facts.announced-on", {{"channel", channel_label(*channel)}}));
  }
  if (maintenance.notice) {
    details.emplace_back(say("facts.notice", {{"amount", amount(*maintenance.notice)}}));
  }
  if (maintenance.cap) {
    details.emplace_back(say("facts.cap", {{"amount", quantity(*maintenance.cap)}}));
  }
  if (maintenance.typical_minutes != 0) {
    details.emplace_back(
        say("facts.typical",
            {{"amount", figure({maintenance.typical_minutes, maintenance.typical_minutes, Unit::Minutes})}}));
  }
  return details;
}

std::string PolicyWords::feature_value(const Feature& feature) const {
  const HoursDefinition* covered = find_by_id(policy_.hours, feature.hours);
  return joined({feature.value.empty() ? "" : word("availability", feature.value), text(feature.text),
                 feature.quantity ? quantity(*feature.quantity) : "", covered == nullptr ? "" : hours(*covered)});
}

std::string PolicyWords::window(const HoursWindow& window) const {
  return window.times ? days(window.days) + " " + value(*window.times)
                      : window_words(catalogue_, {window.days, window.open, window.close, window.close_day});
}

std::string PolicyWords::hours(const HoursDefinition& hours) const {
  Phrases parts{text(hours.label)};
  if (!hours.always) {
    for (const auto& each : hours.windows) {
      parts.emplace_back(window(each));
    }
    for (const auto& opening : hours.openings) {
      parts.emplace_back(MessageWords(catalogue_, policy_).say(PolicyPhrases::opening(opening, "")));
      parts.emplace_back(text(opening.note));
    }
    parts.emplace_back(zone_words(value(hours.time_zone)));
    Phrases calendars;
    for (const auto& holidays : hours.holidays) {
      const auto calendar = choice(holidays, [this](std::string_view id) { return this->calendar(id); });
      if (calendar != word("calendar", "none")) {
        calendars.emplace_back(calendar);
      }
    }
    if (!calendars.empty()) {
      parts.emplace_back(say("hours.less-holidays", {{"calendar", joined(calendars)}}));
    } else if (!hours.holidays.empty()) {
      parts.emplace_back(say("hours.no-holidays"));
    }
    Phrases extra;
    for (std::size_t i = 0; i < hours.extra_holidays.size(); ++i) {
      const auto& name = hours.extra_holiday_names[i];
      extra.emplace_back(name.empty() ? std::string(hours.extra_holidays[i].id) : text(name));
    }
    parts.emplace_back(extra.empty() ? "" : say("hours.extra-holidays", {{"days", joined(extra)}}));
  }
  return joined(parts);
}

std::string PolicyWords::hours_choice(const Choice& choice) const {
  return this->choice(choice, [this](std::string_view id) {
    const HoursDefinition* hours = find_by_id(policy_.hours, id);
    return hours == nullptr ? std::string(id) : text(hours->label);
  });
}

std::string PolicyWords::level(const Severity& severity) const {
  return joined({text(severity.label), text(severity.name)}, " · ");
}

std::string PolicyWords::plan_label(std::string_view id) const {
  const Plan* plan = find_by_id(policy_.plans, id);
  return plan == nullptr ? std::string(id) : text(plan->label);
}

std::string PolicyWords::level_label(std::string_view id) const {
  const Severity* severity = find_by_id(policy_.severities, id);
  return severity == nullptr ? std::string(id) : text(severity->label);
}

std::string PolicyWords::answer(std::string_view facet_id, std::string_view value) const {
  const Facet* facet = policy_.facet(facet_id);
  if (facet == nullptr) {
    return std::string(facet_id) + ": " + std::string(value);
  }
  const FacetValue* found = find_by_id(facet->values, value);
  const std::string family = concat({"facet.", facet->id});
  const std::string label = found == nullptr       ? say("facet.unknown")
                            : found->label.empty() ? word(family, value)
                                                   : text(found->label);
  return (facet->label.empty() ? word("facet-name", facet->id) : text(facet->label)) + ": " + label;
}

std::string PolicyWords::rule(const Predicate& predicate) const {
  switch (predicate.kind) {
    case Predicate::Kind::Is:
      return concat({predicate.facet, " "}) + joined(predicate.values, " " + say("show.or") + " ");
    case Predicate::Kind::Not:
      return say("show.not") + " (" + (predicate.parts.empty() ? "" : rule(predicate.parts.front())) + ")";
    case Predicate::Kind::All:
    case Predicate::Kind::Any:
      break;
  }
  Phrases parts;
  for (const auto& part : predicate.parts) {
    const bool simple = part.kind == Predicate::Kind::Not ||
                        (part.kind == Predicate::Kind::Is && part.values.size() == 1) || predicate.parts.size() == 1;
    parts.emplace_back(simple ? rule(part) : "(" + rule(part) + ")");
  }
  return joined(parts, " " + say(predicate.kind == Predicate::Kind::All ? "show.and" : "show.or") + " ");
}

std::string PolicyWords::condition(const Condition& condition) const {
  Phrases parts;
  for (const auto& [id, values] : condition.options) {
    const Option* option = find_by_id(policy_.options, id);
    Phrases labels;
    if (is_any(values)) {
      labels.emplace_back(say("show.any-value"));
    } else {
      for (const auto& value : values) {
        labels.emplace_back(option == nullptr ? std::string(value) : option_value(*option, value));
      }
    }
    const auto name = option == nullptr ? std::string(id) : text(option->label);
    const bool asks = !name.empty() && name.back() == '?';
    parts.emplace_back(name + (asks ? " " : ": ") + either_words(catalogue_, labels));
  }
  if (!condition.channels.empty()) {
    Phrases labels;
    for (const auto& id : condition.channels) {
      const Channel* channel = find_by_id(policy_.channels, id);
      labels.emplace_back(channel == nullptr       ? id
                          : channel->label.empty() ? word("channel", channel->kind)
                                                   : text(channel->label));
    }
    parts.emplace_back(say("show.channel") + ": " + either_words(catalogue_, labels));
  }
  for (const auto& [id, values] : condition.impact) {
    Phrases labels;
    for (const auto& value : values) {
      // The name of the question once, then the answers.
      const auto whole = answer(id, value);
      labels.emplace_back(labels.empty() ? whole : whole.substr(std::min(whole.size(), whole.find(": ") + 2)));
    }
    parts.emplace_back(either_words(catalogue_, labels));
  }
  return joined(parts, "; ");
}

std::string PolicyWords::selector(const Selector& selector) const {
  Phrases plans;
  for (const auto& id : selector.plans) {
    plans.emplace_back(plan_label(id));
  }
  Phrases levels;
  for (const auto& id : selector.severities) {
    levels.emplace_back(level_label(id));
  }
  return joined({joined(plans), joined(levels), condition(selector.when)}, "; ");
}

std::string PolicyWords::option_value(const Option& option, std::string_view value) const {
  const auto* choice = find_by_id(option.choices, value);
  if (choice != nullptr) {
    return text(choice->label);
  }
  if (option.type == Option::Type::Calendar) {
    return calendar(value);
  }
  const auto number = whole_number(value);
  return option.unit.empty() || !number ? std::string(value) : amount_words(catalogue_, *number, *number, option.unit);
}

std::string PolicyWords::option_choices(const Option& option) const {
  if (option.type == Option::Type::Integer) {
    return say("amount.range", {{"min", option.min}, {"max", option_value(option, std::to_string(option.max))}});
  }
  if (option.type != Option::Type::Choice) {
    return word("assumption-type", kOptionTypeNames[static_cast<std::size_t>(option.type) - Option::kFirstNamedType]);
  }
  Phrases labels;
  for (const auto& choice : option.choices) {
    labels.emplace_back(concat({choice.id, " (", text(choice.label), ")"}));
  }
  return joined(labels);
}

std::string PolicyWords::assumption_label(const Assumption& assumption) const {
  if (!assumption.label.empty()) {
    return text(assumption.label);
  }
  const std::string key = concat({"assumption.", assumption.id});
  return catalogue_.has(key) ? say(key) : word("assumption-type", name_of(assumption.type));
}

std::string PolicyWords::assumption_value(const Assumption& assumption, std::string_view value) const {
  if (assumption.type == Assumption::Type::Calendar) {
    return calendar(value);
  }
  if (const HoursDefinition* hours = find_by_id(policy_.hours, value);
      hours != nullptr && assumption.type == Assumption::Type::Hours) {
    return text(hours->label);
  }
  return std::string(value);
}

std::string PolicyWords::date(std::string_view iso) const {
  const auto day = parse_date(iso, "");
  return day ? date_words(catalogue_, local_days{*day}) : std::string(iso);
}

std::string PolicyWords::address(std::string_view address) {
  for (const std::string_view scheme : {"mailto:", "tel:"}) {
    if (address.starts_with(scheme)) {
      address.remove_prefix(scheme.size());
    }
  }
  return std::string(address);
}

std::string PolicyWords::in_force() const {
  if (policy_.status == Status::Draft) {
    return policy_.in_force_from ? say("sources.draft", {{"date", date_words(catalogue_, *policy_.in_force_from)}})
                                 : say("sources.draft-undated");
  }
  Phrases parts;
  parts.emplace_back(policy_.in_force_from
                         ? say("sources.from", {{"date", date_words(catalogue_, *policy_.in_force_from)}})
                         : say("sources.from-unknown"));
  if (policy_.in_force_until) {
    parts.emplace_back(say("sources.until", {{"date", date_words(catalogue_, *policy_.in_force_until)}}));
  }
  return joined(parts, " ");
}

}  // namespace supportcalc
