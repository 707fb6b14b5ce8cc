#include "wording/promise_wording.h"

#include <algorithm>
#include <utility>

#include "base/concat.h"
#include "policy/names.h"
#include "wording/message_ids.h"

namespace supportcalc {
namespace {

SaidList list_of(Message message) { return {Between::Comma, {std::move(message)}}; }

// Time that counted on the clock of a reading, which stands still outside its hours if it has any.
Span counted(seconds length, const PreparedReading& reading) { return {length, reading.clock != nullptr}; }

}  // namespace

Moment PromiseWording::moment(sys_seconds at, const PromiseResult& result) const {
  return {at, result.promise->zone ? result.promise->zone : vendor_};
}

Message PromiseWording::about_due(const PromiseResult& result) const {
  Message message{promise_message(policy_, result), {}};
  if (const Option* option = option_in_question(policy_, result)) {
    const auto label = supportcalc::place("options", index_in(policy_.options, *option), "label");
    message.parameters = {{"option", SaidText{&option->label, label}}, {"id", SaidName{option->id, ""}}};
  }
  return message;
}

void PromiseWording::no_due(const Place& place, std::vector<Line>& lines) const {
  const PreparedPromise& prepared = *place.result.promise;
  auto why = about_due(place.result);
  if (place.result.no_due == NoDue::NoFigure) {
    why = {"due.none",
           {{"commitment", SaidId{"commitment", name_of(prepared.promise->commitment)}},
            {"note", list_of(std::move(why))}}};
  }
  lines.push_back({place.about, Part::NoDue, std::move(why)});
  if (prepared.best_case) {
    lines.push_back({place.about,
                     Part::NoDue,
                     {"best-case", {{"amount", list_of(PolicyPhrases::amount(*prepared.best_case, ""))}}}});
  }
}

Message PromiseWording::why_range(const PromiseResult& result) const {
  auto why = about_due(result);
  const auto* clause = find_by_id(policy_.ambiguities, result.promise->promise->ambiguity);
  return why.empty() && clause != nullptr
             ? PolicyPhrases::text(clause->text,
                                   supportcalc::place("ambiguities", index_in(policy_.ambiguities, *clause), "text"))
             : why;
}

void PromiseWording::readings(const Place& place, std::vector<Line>& lines) const {
  lines.push_back({place.about, Part::Range, why_range(place.result)});
  const auto& readings = place.result.readings;
  const Promise& promise = *place.result.promise->promise;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto same = [at = readings[i].at](const ReadingResult& other) { return other.at == at; };
    const auto first = std::find_if(readings.begin(), readings.end(), same);
    if (first - readings.begin() != static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    std::vector<Message> names;
    for (const auto& other : readings) {
      if (same(other)) {
        names.push_back(phrases_.reading(other.reading->id, promise, place.row));
      }
    }
    const auto& at = readings[i].at;
    Message message{at ? "reading.due" : "reading.no-time",
                    {{"readings", SaidList{Between::Semicolon, std::move(names)}}}};
    if (at) {
      message.parameters.push_back({"at", moment(*at, place.result)});
    } else {
      message.parameters.push_back({"commitment", SaidId{"commitment", name_of(readings[i].reading->commitment)}});
    }
    lines.push_back({concat({place.about, "/readings/", std::to_string(i)}), Part::Reading, std::move(message)});
  }
}

void PromiseWording::due(const Place& place, std::vector<Line>& lines) const {
  const auto& due = place.result.due;
  if (!due) {
    no_due(place, lines);
    return;
  }
  const auto line = [&](Part part, sys_seconds at) {
    Message message{"due.at", {{"at", moment(at, place.result)}}};
    if (!place.starts_from.empty()) {
      message.id = "due.if-taken";
      message.parameters.push_back({"from", SaidId{"starts-from", place.starts_from}});
    }
    lines.push_back({place.about, part, std::move(message)});
  };
  if (!due->at) {
    lines.push_back(
        {place.about,
         Part::Due,
         {"due.not-before", {{"at", moment(due->earliest, place.result)}, {"from", SaidId{"awaited", due->from}}}}});
    return;
  }
  if (due->latest == due->earliest) {
    line(Part::Due, *due->at);
    return;
  }
  line(Part::Earliest, due->earliest);
  if (due->latest) {
    line(Part::Latest, *due->latest);
  } else {
    lines.push_back({place.about, Part::Latest, {"due.no-latest", {}}});
  }
  readings(place, lines);
}

Message PromiseWording::terms(const PromiseResult& result, Message share) const {
  const PreparedPromise& prepared = *result.promise;
  std::vector<Message> parts;
  if (prepared.amount) {
    parts.push_back(PolicyPhrases::amount(*prepared.amount, prepared.promise->bound));
    parts.push_back(phrases_.commitment(prepared.promise->commitment));
  }
  if (prepared.hours != nullptr) {
    parts.push_back(phrases_.hours(*prepared.hours));
  }
  parts.push_back(std::move(share));
  return said_list(Between::Dot, std::move(parts));
}

void PromiseWording::outcome(const Place& place, std::vector<Line>& lines) const {
  const PromiseResult& result = place.result;
  if (!result.outcome) {
    return;
  }
  const auto judged = [](const Outcome& outcome, const PreparedReading& reading) {
    Message message{std::string(outcome_message(outcome, false)), {{"elapsed", counted(outcome.elapsed, reading)}}};
    if (!outcome.met) {
      message.parameters.push_back({"late", counted(outcome.late_by, reading)});
    }
    return message;
  };
  if (!result.outcome_disputed) {
    lines.push_back({place.about, Part::Outcome, judged(*result.outcome, *result.readings.front().reading)});
    return;
  }
  lines.push_back({place.about, Part::Outcome, {std::string(outcome_message(*result.outcome, true)), {}}});
  for (std::size_t i = 0; i < result.readings.size(); ++i) {
    const auto& reading = result.readings[i];
    if (!reading.outcome) {
      continue;
    }
    auto name = phrases_.reading(reading.reading->id, *result.promise->promise, place.row);
    lines.push_back(
        {concat({place.about, "/readings/", std::to_string(i)}),
         Part::Outcome,
         {"outcome.reading",
          {{"reading", list_of(std::move(name))}, {"outcome", list_of(judged(*reading.outcome, *reading.reading))}}}});
  }
}

}  // namespace supportcalc
