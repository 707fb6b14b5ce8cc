#include "report/timeline.h"

#include <algorithm>

namespace supportcalc {
namespace {

template <class Item>
bool is_drawn(const Item& item) {
  return item.standing >= Standing::Conditional && item.result.due && item.result.due->at;
}

class Events {
 public:
  // Kept in order of time; what comes later stands behind what is at the same instant.
  void add(const TimelineEvent& event) {
    const auto place = std::upper_bound(events_.begin(), events_.end(), event,
                                        [](const TimelineEvent& a, const TimelineEvent& b) { return a.at < b.at; });
    events_.insert(place, event);
  }

  void add(const std::optional<sys_seconds>& at, TimelineEventKind kind) {
    if (at) {
      add({*at, kind, {}, {}, false});
    }
  }

  // A due and, where they differ, its ends; their kinds follow each other.
  void add(const Due& due, TimelineEvent event) {
    const auto add_end = [&](sys_seconds at, int by) {
      TimelineEvent end = event;
      end.at = at;
      end.kind = static_cast<TimelineEventKind>(static_cast<int>(event.kind) + by);
      add(end);
    };
    add_end(*due.at, 0);
    if (due.earliest != *due.at) {
      add_end(due.earliest, 1);
    }
    if (due.latest && *due.latest != *due.at) {
      add_end(*due.latest, 2);
    }
  }

  std::vector<TimelineEvent> take() { return std::move(events_); }

 private:
  std::vector<TimelineEvent> events_;
};

}  // namespace

const TargetResult* timeline_target(const Evaluation& evaluation, const std::optional<std::int64_t>& wanted) {
  const auto& targets = evaluation.targets;
  if (wanted) {
    const auto index = static_cast<std::size_t>(*wanted);
    return index < targets.size() && is_drawn(targets[index]) ? &targets[index] : nullptr;
  }
  const auto found = std::find_if(targets.begin(), targets.end(), is_drawn<TargetResult>);
  return found == targets.end() ? nullptr : &*found;
}

Timeline timeline_of(const Evaluation& evaluation, const Ticket& ticket, const TargetResult& target, bool wanted) {
  Events events;
  events.add(ticket.submitted_at, TimelineEventKind::Filed);
  events.add(ticket.now, TimelineEventKind::Now);
  events.add(ticket.responded_at, TimelineEventKind::Responded);
  events.add(ticket.escalated_at, TimelineEventKind::Escalated);
  for (std::size_t i = 0; i < evaluation.targets.size(); ++i) {
    const TargetResult& each = evaluation.targets[i];
    if (is_drawn(each) && (!wanted || each.severity == target.severity)) {
      events.add(*each.result.due, {{}, TimelineEventKind::Due, i, {}, each.standing == Standing::Conditional});
    }
  }
  for (const auto& step : evaluation.escalation) {
    if (is_drawn(step)) {
      const bool conditional = step.standing == Standing::Conditional;
      events.add(*step.result.due, {{}, TimelineEventKind::Escalation, {}, step.step->id, conditional});
    }
  }
  Timeline timeline;
  timeline.events = events.take();
  timeline.trace = trace(*target.result.readings.front().reading, timeline.from(), timeline.to(), target.pauses);
  std::vector<sys_seconds> instants;
  for (const auto& event : timeline.events) {
    instants.push_back(event.at);
  }
  cut_at(instants, timeline.trace.stretches);
  return timeline;
}

}  // namespace supportcalc
