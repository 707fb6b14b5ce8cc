#include "api/report_json.h"

#include <algorithm>
#include <array>

#include "policy/names.h"
#include "report/coverage.h"
#include "report/timeline.h"
#include "report/trace.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 6> kReasonNames = {"elapsed", "open", "night", "weekend", "holiday", "pause"};

// Writes instants with the wall times a page shows beside them.
class Moments {
 public:
  Moments(std::optional<Zone> vendor, std::optional<Zone> visitor) : vendor_(vendor), visitor_(visitor) {}

  // The members of a moment, into the object that is open.
  void write(JsonWriter& json, sys_seconds at) const {
    json.member("at", format_instant(at));
    if (vendor_) {
      json.member("vendor_local", format_local(at, vendor_->span_at(at).offset));
    }
    if (visitor_) {
      json.member("visitor_local", format_local(at, visitor_->span_at(at).offset));
    }
  }

  // The wall times of a span's ends, into the object that is open.
  void write(JsonWriter& json, const Stretch& stretch) const {
    const auto ends = [&](std::string_view key, const Zone& zone) {
      json.key(key).begin_object();
      json.member("from", format_local(stretch.from, zone.span_at(stretch.from).offset));
      json.member("to", format_local(stretch.to, zone.span_at(stretch.to).offset)).end_object();
    };
    if (vendor_) {
      ends("vendor_local", *vendor_);
    }
    if (visitor_) {
      ends("visitor_local", *visitor_);
    }
  }

  // The clock changes of both zones; once where both have one name.
  std::vector<ClockChange> changes(sys_seconds from, sys_seconds to) const {
    const auto changes_of = [&](const std::optional<Zone>& zone) {
      return zone ? clock_changes(*zone, from, to) : std::vector<ClockChange>();
    };
    const auto vendor = changes_of(vendor_);
    const auto visitor = changes_of(visitor_ == vendor_ ? std::nullopt : visitor_);
    std::vector<ClockChange> changes;
    std::size_t next = 0;
    for (const auto& change : vendor) {
      for (; next < visitor.size() && visitor[next].at < change.at; ++next) {
        changes.push_back(visitor[next]);
      }
      changes.push_back(change);
    }
    for (; next < visitor.size(); ++next) {
      changes.push_back(visitor[next]);
    }
    return changes;
  }

 private:
  std::optional<Zone> vendor_;
  std::optional<Zone> visitor_;
};

bool has_due(const TargetResult& target) { return target.result.due && target.result.due->at; }

// The target wanted, else the first; null where it has no due.
const TargetResult* main_target(const Evaluation& evaluation, std::optional<std::int64_t> wanted) {
  const auto& targets = evaluation.targets;
  if (wanted) {
    const auto index = static_cast<std::size_t>(*wanted);
    return index < targets.size() && has_due(targets[index]) ? &targets[index] : nullptr;
  }
  const auto found = std::find_if(targets.begin(), targets.end(), has_due);
  return found == targets.end() ? nullptr : &*found;
}

// With `moment`, wall times beside the instants.
void write_trace(JsonWriter& json, const Trace& trace, const Moments* moment) {
  json.key("stretches").begin_array();
  for (const auto& stretch : trace.stretches) {
    json.begin_object();
    json.member("from", format_instant(stretch.from)).member("to", format_instant(stretch.to));
    json.flag("counted", stretch.counted()).member("reason", name_in(kReasonNames, stretch.reason));
    if (!stretch.holiday.rule.empty()) {
      json.key("holiday").begin_object();
      json.member("calendar", stretch.holiday.calendar).member("id", stretch.holiday.rule).end_object();
    }
    if (moment != nullptr) {
      moment->write(json, stretch);
    }
    json.end_object();
  }
  json.end_array().key("changes").begin_array();
  for (const auto& change : trace.changes) {
    json.begin_object();
    if (moment != nullptr) {
      moment->write(json, change.at);
    } else {
      json.member("at", format_instant(change.at));
    }
    json.member("time_zone", change.zone.name());
    json.member("offset_before_seconds", change.before.count());
    json.member("offset_after_seconds", change.after.count()).end_object();
  }
  json.end_array().flag("truncated", trace.truncated);
}

void write_traces(JsonWriter& json, const Evaluation& evaluation) {
  json.key("trace").begin_array();
  for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
    const auto& target = evaluation.targets[i];
    if (has_due(target)) {
      const auto& reading = *target.result.readings.front().reading;
      json.begin_object().member("target", static_cast<std::int64_t>(i));
      write_trace(json, trace(reading, *target.result.starts_at, *target.result.due->at, target.pauses), nullptr);
      json.end_object();
    }
  }
  json.end_array();
}

void write_timeline(JsonWriter& json, const Evaluation& evaluation, const TargetResult& target, const Request& request,
                    const Moments& moment) {
  Timeline timeline = timeline_of(evaluation, request.ticket, target, request.target.has_value());
  timeline.trace.changes = moment.changes(timeline.from(), timeline.to());
  json.begin_object();
  json.member("from", format_instant(timeline.from())).member("to", format_instant(timeline.to()));
  write_trace(json, timeline.trace, &moment);
  json.key("events").begin_array();
  for (const auto& event : timeline.events) {
    json.begin_object().member("id", name_of(event.kind));
    moment.write(json, event.at);
    if (event.target) {
      json.member("target", static_cast<std::int64_t>(*event.target));
    }
    if (!event.step.empty()) {
      json.member("step", event.step);
    }
    if (event.conditional) {
      json.member("standing", name_of(Standing::Conditional));
    }
    json.end_object();
  }
  json.end_array().end_object();
}

void write_week(JsonWriter& json, const std::vector<WeekCell>& cells, const Zone& zone) {
  json.member("time_zone", zone.name()).key("cells").begin_array();
  for (const auto& cell : cells) {
    json.begin_object().member("at", format_instant(cell.at));
    json.member("local", format_local(cell.at, zone.span_at(cell.at).offset));
    json.member("due_local", format_local(cell.at + cell.wait, zone.span_at(cell.at + cell.wait).offset));
    json.member("wait_seconds", cell.wait.count()).member("shortest_seconds", cell.shortest.count());
    json.member("longest_seconds", cell.longest.count()).end_object();
  }
  json.end_array();
}

}  // namespace

Diagnostics write_reports(const Evaluation& evaluation, const Evaluator& evaluator, const Request& request,
                          JsonWriter& json) {
  const Ticket& ticket = request.ticket;
  const TargetResult* target = main_target(evaluation, request.target);
  const std::int64_t index = target == nullptr ? 0 : target - evaluation.targets.data();
  std::optional<Zone> vendor = evaluator.vendor_zone();
  if (target != nullptr && target->result.promise->zone) {
    vendor = target->result.promise->zone;
  }
  const Moments moment(vendor, ticket.visitor_zone);

  if (request.include.timeline) {
    json.key("timeline");
    if (const auto* drawn = timeline_target(evaluation, request.target)) {
      write_timeline(json, evaluation, *drawn, request, moment);
    } else {
      json.null();
    }
  }
  if (request.include.week_map) {
    json.key("week_map");
    const auto zone = ticket.visitor_zone ? ticket.visitor_zone : vendor;
    if (target == nullptr || !zone) {
      json.null();
    } else {
      const auto cells = week_map(*target->result.promise, ticket.submitted_at, *zone);
      if (!cells) {
        return cells.diagnostics();
      }
      json.begin_object();
      write_week(json, *cells, *zone);
      json.member("target", index).end_object();
    }
  }
  if (request.include.cliff) {
    json.key("cliff");
    const auto from = std::max(ticket.now.value_or(ticket.submitted_at), ticket.submitted_at);
    const auto cliff = target == nullptr ? std::nullopt : next_cliff(*target->result.readings.front().reading, from);
    if (cliff) {
      const auto write = [&](std::string_view key, sys_seconds at) {
        json.key(key).begin_object();
        moment.write(json, at);
        json.end_object();
      };
      json.begin_object().member("target", index);
      write("file_by", cliff->file_by);
      write("due", cliff->due);
      write("due_a_minute_later", cliff->due_a_minute_later);
      json.end_object();
    } else {
      json.null();
    }
  }
  if (request.include.trace) {
    write_traces(json, evaluation);
  }
  return {};
}

}  // namespace supportcalc
