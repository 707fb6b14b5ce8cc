#include "api/report_json.h"

#include <algorithm>
#include <array>

#include "policy/names.h"
#include "report/coverage.h"
#include "report/trace.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 6> kReasonNames = {"elapsed", "open",    "night",
                                                          "weekend", "holiday", "pause"};

// Writes instants with the wall times a page shows beside them.
class Moments {
 public:
  Moments(std::optional<Zone> vendor, std::optional<Zone> visitor) : vendor_(vendor), visitor_(visitor) {}

  Json operator()(sys_seconds at) const {
    Json json = {{"at", format_instant(at)}};
    if (vendor_) {
      json["vendor_local"] = format_local(at, vendor_->span_at(at).offset);
    }
    if (visitor_) {
      json["visitor_local"] = format_local(at, visitor_->span_at(at).offset);
    }
    return json;
  }

 private:
  std::optional<Zone> vendor_;
  std::optional<Zone> visitor_;
};

const TargetResult* main_target(const Evaluation& evaluation) {
  const auto found = std::find_if(evaluation.targets.begin(), evaluation.targets.end(),
                                  [](const TargetResult& target) { return target.result.due.has_value(); });
  return found == evaluation.targets.end() ? nullptr : &*found;
}

const std::vector<Pause>& pauses_of(const TargetResult& target, const Ticket& ticket) {
  static const std::vector<Pause> kNone;
  return target.target->clock.pauses ? ticket.pauses : kNone;
}

Json stretches_json(const Trace& trace, const PreparedReading& reading) {
  Json list = Json::array();
  for (const auto& stretch : trace.stretches) {
    Json each = {{"from", format_instant(stretch.from)},
                 {"to", format_instant(stretch.to)},
                 {"counted", stretch.counted()},
                 {"reason", name_in(kReasonNames, stretch.reason)}};
    if (stretch.holiday != nullptr) {
      each["holiday"] = {{"calendar", reading.calendar->id}, {"id", stretch.holiday->id}};
    }
    list.push_back(std::move(each));
  }
  return list;
}

Json changes_json(const Trace& trace) {
  Json list = Json::array();
  for (const auto& change : trace.changes) {
    list.push_back({{"at", format_instant(change.at)},
                    {"offset_before_seconds", change.before.count()},
                    {"offset_after_seconds", change.after.count()}});
  }
  return list;
}

Json traces_json(const Evaluation& evaluation, const Ticket& ticket) {
  Json list = Json::array();
  for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
    const auto& target = evaluation.targets[i];
    if (!target.result.due) {
      continue;
    }
    const auto& reading = *target.result.readings.front().reading;
    const auto traced =
        trace(reading, target.result.starts_at, target.result.due->at, pauses_of(target, ticket));
    list.push_back({{"target", i},
                    {"stretches", stretches_json(traced, reading)},
                    {"changes", changes_json(traced)},
                    {"truncated", traced.truncated}});
  }
  return list;
}

Json timeline_json(const Evaluation& evaluation, const TargetResult& target, const Ticket& ticket,
                   const Moments& moment) {
  std::vector<std::pair<sys_seconds, Json>> events;
  const auto add = [&](sys_seconds at, std::string_view id, Json more) {
    Json event = {{"id", id}};
    event.update(moment(at));
    event.update(more);
    events.emplace_back(at, std::move(event));
  };
  add(ticket.submitted_at, "filed", Json::object());
  if (ticket.now) {
    add(*ticket.now, "now", Json::object());
  }
  if (ticket.responded_at) {
    add(*ticket.responded_at, "responded", Json::object());
  }
  for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
    const auto& due = evaluation.targets[i].result.due;
    if (!due) {
      continue;
    }
    add(due->at, "due", {{"target", i}});
    if (due->earliest != due->at) {
      add(due->earliest, "due-earliest", {{"target", i}});
    }
    if (due->latest != due->at) {
      add(due->latest, "due-latest", {{"target", i}});
    }
  }
  for (const auto& step : evaluation.escalation) {
    if (step.result.due) {
      add(step.result.due->at, "escalation", {{"step", step.step->id}});
    }
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });

  const auto& reading = *target.result.readings.front().reading;
  const auto traced = trace(reading, events.front().first, events.back().first, pauses_of(target, ticket));
  Json json = {{"from", format_instant(events.front().first)},
               {"to", format_instant(events.back().first)},
               {"stretches", stretches_json(traced, reading)},
               {"changes", changes_json(traced)},
               {"truncated", traced.truncated},
               {"events", Json::array()}};
  for (auto& event : events) {
    json["events"].push_back(std::move(event.second));
  }
  return json;
}

Json week_json(const std::vector<WeekCell>& cells, const Zone& zone) {
  Json list = Json::array();
  for (const auto& cell : cells) {
    list.push_back({{"at", format_instant(cell.at)},
                    {"local", format_local(cell.at, zone.span_at(cell.at).offset)},
                    {"wait_seconds", cell.wait.count()},
                    {"shortest_seconds", cell.shortest.count()},
                    {"longest_seconds", cell.longest.count()}});
  }
  return {{"time_zone", zone.name()}, {"cells", std::move(list)}};
}

}  // namespace

Diagnostics add_reports(const Evaluation& evaluation, const Evaluator& evaluator, const Request& request,
                        Json& json) {
  const Ticket& ticket = request.ticket;
  const TargetResult* target = main_target(evaluation);
  std::optional<Zone> vendor = evaluator.vendor_zone();
  if (target != nullptr && target->result.promise->zone) {
    vendor = target->result.promise->zone;
  }
  const Moments moment(vendor, ticket.visitor_zone);

  if (request.include.timeline) {
    json["timeline"] = target == nullptr ? Json(nullptr) : timeline_json(evaluation, *target, ticket, moment);
  }
  if (request.include.week_map) {
    json["week_map"] = nullptr;
    const auto zone = ticket.visitor_zone ? ticket.visitor_zone : vendor;
    if (target != nullptr && zone) {
      const auto cells = week_map(*target->result.promise, ticket.submitted_at, *zone);
      if (!cells) {
        return cells.diagnostics();
      }
      json["week_map"] = week_json(*cells, *zone);
      json["week_map"]["target"] = target - evaluation.targets.data();
    }
  }
  if (request.include.cliff) {
    json["cliff"] = nullptr;
    const auto cliff =
        target == nullptr
            ? std::nullopt
            : next_cliff(*target->result.readings.front().reading,
                         std::max(ticket.now.value_or(ticket.submitted_at), ticket.submitted_at));
    if (cliff) {
      json["cliff"] = {{"target", target - evaluation.targets.data()},
                       {"file_by", moment(cliff->file_by)},
                       {"due", moment(cliff->due)},
                       {"due_a_minute_later", moment(cliff->due_a_minute_later)}};
    }
  }
  if (request.include.trace) {
    json["trace"] = traces_json(evaluation, ticket);
  }
  return {};
}

}  // namespace supportcalc
