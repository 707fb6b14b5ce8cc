#include "wording/policy_phrases.h"

#include <utility>

#include "base/concat.h"
#include "base/whole_number.h"
#include "policy/names.h"
#include "policy/selection.h"
#include "policy/windows.h"
#include "wording/message_ids.h"
#include "wording/week_times.h"

namespace supportcalc {
namespace {

bool asks(const Text& label) { return label.in("en").ends_with('?'); }

}  // namespace

Message said(ParameterValue value) { return {"said", {{"text", std::move(value)}}}; }

Message said_word(std::string_view family, std::string_view id) {
  return id.empty() ? Message{} : said(SaidId{family, id});
}

Message said_list(Between between, std::vector<Message> parts) {
  std::vector<Message> kept;
  for (auto& part : parts) {
    if (!part.empty()) {
      kept.push_back(std::move(part));
    }
  }
  if (kept.empty()) {
    return {};
  }
  return kept.size() == 1 ? std::move(kept.front()) : said(SaidList{between, std::move(kept)});
}

std::string place(std::string_view list, std::size_t index, std::string_view key) {
  return concat({"/", list, "/", std::to_string(index), "/", key});
}

Message PolicyPhrases::text(const Text& text, std::string pointer) {
  return text.empty() ? Message{} : said(SaidText{&text, std::move(pointer)});
}

Message PolicyPhrases::name(std::string_view name, std::string pointer) {
  return name.empty() ? Message{} : said(SaidName{name, std::move(pointer)});
}

Message PolicyPhrases::level(const Severity& severity) const {
  const auto index = index_in(policy_.severities, severity);
  return said_list(Between::Dot, {text(severity.label, place("severities", index, "label")),
                                  text(severity.name, place("severities", index, "name"))});
}

Message PolicyPhrases::level_label(std::string_view id) const {
  const Severity* severity = find_by_id(policy_.severities, id);
  return severity == nullptr
             ? name(id, "")
             : text(severity->label, place("severities", index_in(policy_.severities, *severity), "label"));
}

Message PolicyPhrases::definition(const Severity& severity, const SeverityDefinition* definition) const {
  const auto index = index_in(policy_.severities, severity);
  if (definition == nullptr || definition == &severity.definition) {
    return text(severity.definition.description, place("severities", index, "description"));
  }
  return text(definition->description,
              concat({place("severities", index, "definitions"), "/",
                      std::to_string(index_in(severity.definitions, *definition)), "/description"}));
}

Message PolicyPhrases::amount(const Figure& figure, std::string_view bound) {
  const SaidAmount amount{figure.min, figure.max, name_of(figure.unit)};
  return bound.empty() ? said(amount) : Message{concat({"bound.", bound}), {{"amount", amount}}};
}

Message PolicyPhrases::share(const Target& target) {
  if (target.share_percent == 0) {
    return {};
  }
  return {"share", {{"percent", std::int64_t{target.share_percent}}, {"period", SaidId{"period", target.share_per}}}};
}

Message PolicyPhrases::commitment(Commitment commitment) const { return {commitment_message(policy_, commitment), {}}; }

Message PolicyPhrases::pauses(const ClockTerms& clock) {
  std::vector<Message> parts;
  for (const auto& party : clock.pauses) {
    parts.push_back(said_word("clock-pause", party));
  }
  return said_list(Between::Space, std::move(parts));
}

Message PolicyPhrases::window(const HoursWindow& window) const {
  SaidWindow times{window.days, window.open, window.close, window.close_day};
  if (window.times) {
    // What is no window was refused when the terms were resolved.
    if (const auto chosen_times = parse_window(terms_.settled(*window.times).value_or(""), "")) {
      times.open = chosen_times->first;
      times.close = chosen_times->second;
    }
  }
  return said(times);
}

Message PolicyPhrases::holiday(const HolidayRule& rule, const Text& called, const std::string& at) {
  return called.empty() ? name(rule.id, at + "/id") : text(called, at + "/name");
}

Message PolicyPhrases::opening(const Opening& opening, const std::string& at) {
  const bool is_closed = opening.open == opening.close;
  if (opening.rules.empty()) {
    return is_closed ? Message{"hours.opening-closed", {{"days", *opening.date}}}
                     : Message{"hours.opening",
                               {{"date", *opening.date},
                                {"times", SaidWindow{{}, opening.open, opening.close, std::nullopt}}}};
  }
  Message called = holiday(opening.rules.front(), opening.rule_names.front(), at + "/rule");
  if (!is_closed) {
    return {"hours.opening-each",
            {{"days", SaidList{Between::Comma, {std::move(called)}}},
             {"times", SaidWindow{opening.days, opening.open, opening.close, std::nullopt}}}};
  }
  SaidList days{Between::Comma, {std::move(called)}};
  for (const auto weekday : opening.days) {
    days.parts.push_back(said_word("weekday", weekday_id(weekday)));
  }
  return {"hours.opening-closed", {{"days", std::move(days)}}};
}

Message PolicyPhrases::hours(const HoursDefinition& hours) const {
  const auto index = index_in(policy_.hours, hours);
  std::vector<Message> parts{text(hours.label, place("hours", index, "label"))};
  if (!hours.always) {
    for (const auto& each : hours.windows) {
      parts.push_back(window(each));
    }
    for (std::size_t i = 0; i < hours.openings.size(); ++i) {
      const auto at = concat({place("hours", index, "openings"), "/", std::to_string(i)});
      parts.push_back(opening(hours.openings[i], at));
      parts.push_back(text(hours.openings[i].note, at + "/note"));
    }
    if (const auto zone = terms_.settled(hours.time_zone)) {
      parts.push_back(said(SaidZone{*zone}));
    }
    SaidList calendars{Between::Comma, {}};
    bool is_decided = false;
    for (const auto& holidays : hours.holidays) {
      const auto id = terms_.settled(holidays);
      is_decided = is_decided || id.has_value();
      if (id && *id != "none") {
        calendars.parts.push_back(said_word("calendar", *id));
      }
    }
    if (!calendars.parts.empty()) {
      parts.push_back({"hours.less-holidays", {{"calendar", std::move(calendars)}}});
    } else if (is_decided) {
      parts.push_back({"hours.no-holidays", {}});
    }
    SaidList closed{Between::Comma, {}};
    for (std::size_t i = 0; i < hours.extra_holiday_names.size(); ++i) {
      closed.parts.push_back(holiday(hours.extra_holidays[i], hours.extra_holiday_names[i],
                                     concat({place("hours", index, "extra_holidays"), "/", std::to_string(i)})));
    }
    if (!closed.parts.empty()) {
      parts.push_back({"hours.extra-holidays", {{"days", std::move(closed)}}});
    }
  }
  return said_list(Between::Comma, std::move(parts));
}

Message PolicyPhrases::is(Message name, bool asks, std::vector<Message> values) {
  return {
      asks ? "condition.asks" : "condition.is",
      {{"name", SaidList{Between::Comma, {std::move(name)}}}, {"values", SaidList{Between::Or, std::move(values)}}}};
}

Message PolicyPhrases::facet_name(const Facet& facet) const {
  return facet.label.empty() ? said_word("facet-name", facet.id)
                             : text(facet.label, place("questions", index_in(policy_.questions, facet), "label"));
}

Message PolicyPhrases::facet_value(const Facet& facet, std::string_view value) const {
  const FacetValue* found = find_by_id(facet.values, value);
  if (found == nullptr) {
    return {"facet.unknown", {}};
  }
  if (found->label.empty()) {
    return {concat({"facet.", facet.id, ".", value}), {}};
  }
  return text(found->label, concat({place("questions", index_in(policy_.questions, facet), "values"), "/",
                                    std::to_string(index_in(facet.values, *found)), "/label"}));
}

Message PolicyPhrases::answer(std::string_view facet_id, std::string_view value) const {
  const Facet* facet = policy_.facet(facet_id);
  if (facet == nullptr) {
    return is(name(facet_id, ""), false, {name(value, "")});
  }
  return is(facet_name(*facet), asks(facet->label), {facet_value(*facet, value)});
}

Message PolicyPhrases::channel_label(const Channel& channel) const {
  return channel.label.empty() ? said_word("channel", channel.kind)
                               : text(channel.label, place("channels", index_in(policy_.channels, channel), "label"));
}

Message PolicyPhrases::question(std::string_view id) const {
  const Facet* facet = policy_.facet(id);
  if (facet == nullptr) {
    return name(id, "");
  }
  return facet->label.empty() ? said_word("facet", facet->id) : facet_name(*facet);
}

Message PolicyPhrases::option_condition(std::string_view id, Ids values) const {
  const Option* option = find_by_id(policy_.options, id);
  if (values.empty()) {
    return {"condition.given",
            {{"name", option == nullptr
                          ? ParameterValue(SaidName{id, ""})
                          : ParameterValue(SaidText{&option->label,
                                                    place("options", index_in(policy_.options, *option), "label")})}}};
  }
  std::vector<Message> labels;
  if (is_any(values)) {
    labels.push_back({"condition.any-value", {}});
  } else {
    for (const auto& value : values) {
      labels.push_back(option == nullptr ? name(value, "") : option_value(*option, value));
    }
  }
  return option == nullptr ? is(name(id, ""), false, std::move(labels))
                           : is(text(option->label, place("options", index_in(policy_.options, *option), "label")),
                                asks(option->label), std::move(labels));
}

Message PolicyPhrases::channel_condition(Ids channels) const {
  std::vector<Message> labels;
  for (const auto& id : channels) {
    const Channel* channel = find_by_id(policy_.channels, id);
    labels.push_back(channel == nullptr ? name(id, "") : channel_label(*channel));
  }
  return is({"condition.channel", {}}, false, std::move(labels));
}

Message PolicyPhrases::facet_condition(std::string_view id, Ids values) const {
  const Facet* facet = policy_.facet(id);
  std::vector<Message> labels;
  for (const auto& value : values) {
    labels.push_back(facet == nullptr ? name(value, "") : facet_value(*facet, value));
  }
  return facet == nullptr ? is(name(id, ""), false, std::move(labels))
                          : is(facet_name(*facet), asks(facet->label), std::move(labels));
}

Message PolicyPhrases::conditions(OpenConditions conditions) const {
  std::vector<Message> parts;
  for (const auto& each : conditions) {
    Message part;
    switch (each.kind) {
      case OpenCondition::Kind::Option:
        part = option_condition(each.id, each.values);
        break;
      case OpenCondition::Kind::Channel:
        part = channel_condition(each.values);
        break;
      case OpenCondition::Kind::Facet:
        part = facet_condition(each.id, each.values);
        break;
      case OpenCondition::Kind::Severity: {
        std::vector<Message> levels;
        for (const auto& id : each.values) {
          levels.push_back(level_label(id));
        }
        part = is({"condition.level", {}}, false, std::move(levels));
        break;
      }
      case OpenCondition::Kind::Topic:
        part = {"condition.topic", {}};
        break;
      case OpenCondition::Kind::Draft:
        part = {"condition.draft", {}};
        break;
    }
    parts.push_back(each.state == OpenCondition::State::NotMet
                        ? Message{"condition.not-met", {{"condition", SaidList{Between::Comma, {std::move(part)}}}}}
                        : std::move(part));
  }
  return said_list(Between::Semicolon, std::move(parts));
}

Message PolicyPhrases::conditions_beside_level(OpenConditions conditions) const {
  std::vector<OpenCondition> others(conditions.begin(), conditions.end());
  std::erase_if(others, [](const auto& each) { return each.kind == OpenCondition::Kind::Severity; });
  return this->conditions(others);
}

Message PolicyPhrases::only_if(const TargetResult& target, bool level) const {
  return said_list(Between::Semicolon,
                   {target.required_channels.empty() ? Message{} : channel_condition(target.required_channels),
                    level ? conditions(target.conditions) : conditions_beside_level(target.conditions)});
}

Message PolicyPhrases::reading(std::string_view id, const Promise& promise, std::string_view row) const {
  std::vector<Message> parts;
  while (!id.empty()) {
    const auto plus = std::min(id.find('+'), id.size());
    const auto part = id.substr(0, plus);
    const Reading* own = find_by_id(promise.readings, part);
    const auto equals = std::min(part.find('='), part.size());
    if (const Option* option = find_by_id(policy_.options, part.substr(0, equals)); equals < part.size() && option) {
      parts.push_back(
          {"reading.option",
           {{"option", SaidText{&option->label, place("options", index_in(policy_.options, *option), "label")}},
            {"value", SaidList{Between::Comma, {option_value(*option, part.substr(equals + 1))}}}}});
      id.remove_prefix(std::min(plus + 1, id.size()));
      continue;
    }
    parts.push_back(
        own != nullptr && !own->label.empty()
            ? text(own->label, concat({row, "/readings/", std::to_string(index_in(promise.readings, *own)), "/label"}))
            : said_word("reading", part));
    id.remove_prefix(std::min(plus + 1, id.size()));
  }
  return said_list(Between::Dot, std::move(parts));
}

Message PolicyPhrases::claim(const Claim& claim, std::string_view remedy) {
  const auto within = [remedy](std::string_view key) { return concat({remedy, "/claim/", key}); };
  const auto labelled = [](std::string_view id, Message message) {
    return message.empty() ? Message{}
                           : Message{std::string(id), {{"text", SaidList{Between::Comma, {std::move(message)}}}}};
  };
  std::vector<Message> parts;
  if (claim.within_days) {
    parts.push_back({"remedy.claim-within", {{"count", *claim.within_days}}});
  }
  parts.push_back(name(claim.to, within("to")));
  parts.push_back(text(claim.proof, within("proof")));
  parts.push_back(labelled("remedy.at-most", text(claim.cap, within("cap"))));
  parts.push_back(labelled("remedy.at-least", text(claim.minimum, within("minimum"))));
  if (claim.cash) {
    parts.push_back(labelled("remedy.in-cash", said_word("availability", *claim.cash ? "yes" : "no")));
  }
  parts.push_back(text(claim.text, within("text")));
  if (claim.used_within_days) {
    parts.push_back({"remedy.used-within", {{"count", *claim.used_within_days}}});
  }
  return said_list(Between::Line, std::move(parts));
}

Message PolicyPhrases::option_value(const Option& option, std::string_view value) const {
  if (const auto* choice = find_by_id(option.choices, value)) {
    return text(choice->label, concat({place("options", index_in(policy_.options, option), "choices"), "/",
                                       std::to_string(index_in(option.choices, *choice)), "/label"}));
  }
  if (option.type == Option::Type::Calendar) {
    return said_word("calendar", value);
  }
  const auto number = whole_number(value);
  return option.unit.empty() || !number ? name(value, "") : said(SaidAmount{*number, *number, option.unit});
}

Message PolicyPhrases::option_choices(const Option& option) const {
  if (option.type == Option::Type::Integer) {
    return said(SaidAmount{option.min, option.max, option.unit});
  }
  if (option.type != Option::Type::Choice) {
    return said_word("assumption-type",
                     kOptionTypeNames[static_cast<std::size_t>(option.type) - Option::kFirstNamedType]);
  }
  std::vector<Message> labels;
  for (const auto& choice : option.choices) {
    labels.push_back(
        {"option.choice",
         {{"id", SaidName{choice.id, ""}}, {"label", SaidList{Between::Comma, {option_value(option, choice.id)}}}}});
  }
  return said_list(Between::Comma, std::move(labels));
}

Message PolicyPhrases::assumption_label(const Assumption& assumption) const {
  // The ids that assumptions usually have, with words of our own; others are named for what they are.
  constexpr std::string_view kNamed[] = {"time_zone", "holidays", "working_hours"};
  if (!assumption.label.empty()) {
    return text(assumption.label, place("assumptions", index_in(policy_.assumptions, assumption), "label"));
  }
  return contains(kNamed, assumption.id) ? said_word("assumption", assumption.id)
                                         : said_word("assumption-type", name_of(assumption.type));
}

Message PolicyPhrases::assumption_value(const Assumption& assumption, std::string_view value) const {
  switch (assumption.type) {
    case Assumption::Type::Calendar:
      return said_word("calendar", value);
    case Assumption::Type::TimeZone:
      return said(SaidZone{value});
    case Assumption::Type::Hours:
      if (const HoursDefinition* hours = find_by_id(policy_.hours, value)) {
        return text(hours->label, place("hours", index_in(policy_.hours, *hours), "label"));
      }
      break;
    case Assumption::Type::Window:
      break;
  }
  return name(value, "");
}

}  // namespace supportcalc
