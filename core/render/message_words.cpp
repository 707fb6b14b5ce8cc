#include "render/message_words.h"

#include <deque>

#include "base/concat.h"
#include "policy/names.h"
#include "render/amount_words.h"
#include "render/policy_words.h"
#include "render/time_words.h"

namespace supportcalc {
namespace {

std::string_view between_words(Between between) {
  switch (between) {
    case Between::Semicolon:
      return "; ";
    case Between::Dot:
      return " · ";
    case Between::Space:
      return " ";
    case Between::Line:
      return "\n";
    case Between::Comma:
    case Between::Or:
      break;
  }
  return ", ";
}

}  // namespace

std::string MessageWords::say(const Message& message) const {
  if (message.empty()) {
    return {};
  }
  std::deque<std::string> texts;  // what the parameters view; a deque, because it must not move them
  std::vector<WordParameter> parameters;
  const auto add = [&](std::string_view name, std::string text) {
    texts.push_back(std::move(text));
    parameters.emplace_back(name, std::string_view(texts.back()));
  };
  for (const auto& [name, value] : message.parameters) {
    if (const auto* const number = std::get_if<std::int64_t>(&value)) {
      parameters.emplace_back(name, *number);
    } else if (const auto* const span = std::get_if<Span>(&value)) {
      parameters.emplace_back(name, *span);
    } else if (const auto* const at = std::get_if<Moment>(&value)) {
      add(name, moment(*at));
      texts.push_back(concat({name, ":one"}));
      const std::string_view one = texts.back();
      add(one, one_moment(*at));
      if (now_) {
        texts.push_back(concat({name, ":relative"}));
        const std::string_view relative = texts.back();
        add(relative, relative_words(catalogue_, at->at, *now_));
      }
    } else if (const auto* const day = std::get_if<local_days>(&value)) {
      add(name, date_words(catalogue_, *day));
    } else if (const auto* const amount = std::get_if<SaidAmount>(&value)) {
      add(name, amount_words(catalogue_, amount->min, amount->max, amount->unit));
    } else if (const auto* const share = std::get_if<SaidShare>(&value)) {
      add(name, percent_words(catalogue_, share->percent));
    } else if (const auto* const text = std::get_if<SaidText>(&value)) {
      add(name, catalogue_.text(*text->text));
    } else if (const auto* const own = std::get_if<SaidName>(&value)) {
      add(name, PolicyWords::address(own->name));
    } else if (const auto* const id = std::get_if<SaidId>(&value)) {
      add(name, catalogue_.word(id->family, id->id));
    } else if (const auto* const zone = std::get_if<SaidZone>(&value)) {
      add(name, zone_words(zone->name));
    } else if (const auto* const times = std::get_if<SaidWindow>(&value)) {
      add(name, window_words(catalogue_, *times));
    } else if (const auto* const source = std::get_if<SaidCite>(&value)) {
      add(name, PolicyWords(catalogue_, policy_).cite(*source->cite, true));
    } else {
      add(name, list(std::get<SaidList>(value)));
    }
  }
  return catalogue_.say(message.id, parameters);
}

std::string MessageWords::list(const SaidList& list) const {
  Phrases parts;
  for (const auto& part : list.parts) {
    parts.push_back(say(part));
  }
  if (list.between == Between::Or) {
    return either_words(catalogue_, parts);
  }
  std::string text;
  for (const auto& part : parts) {
    text += text.empty() ? std::string_view() : between_words(list.between);
    text += part;
  }
  return text;
}

std::string MessageWords::moment(const Moment& moment) const {
  std::string lines;
  if (visitor_) {
    lines = catalogue_.say("text.yours", {{"moment", moment_words(catalogue_, moment.at, *visitor_)}});
  }
  if (moment.vendor && (!visitor_ || moment.vendor->name() != visitor_->name())) {
    lines += lines.empty() ? "" : "\n";
    lines += catalogue_.say("text.vendors", {{"moment", moment_words(catalogue_, moment.at, *moment.vendor)},
                                             {"vendor", policy_.vendor_name}});
  }
  return lines.empty() ? utc_words(catalogue_, moment.at) : lines;
}

std::string MessageWords::one_moment(const Moment& moment) const {
  const auto zone = visitor_ ? visitor_ : moment.vendor;
  return zone ? moment_words(catalogue_, moment.at, *zone) : utc_words(catalogue_, moment.at);
}

}  // namespace supportcalc
