#include "api/messages_json.h"

#include <optional>
#include <utility>
#include <variant>

#include "api/json_writer.h"
#include "policy/names.h"
#include "wording/week_times.h"

namespace supportcalc {
namespace {

class MessageWriter {
 public:
  MessageWriter(const std::optional<Zone>& visitor, JsonWriter& json) : visitor_(visitor), json_(json) {}

  // The members of a message, into the object that is open.
  void message(const Message& message) {
    json_.member("id", message.id).key("params").begin_object();
    for (const auto& [name, value] : message.parameters) {
      json_.key(name).begin_object();
      std::visit([this](const auto& typed) { write(typed); }, value);
      json_.end_object();
    }
    json_.end_object();
  }

 private:
  JsonWriter& typed(std::string_view type) { return json_.member("type", type).key("value"); }

  void write(std::int64_t number) { typed("number").value(number); }

  void write(const Moment& moment) {
    typed("instant").value(format_instant(moment.at));
    if (moment.vendor) {
      json_.member("vendor_local", format_local(moment.at, moment.vendor->span_at(moment.at).offset));
      json_.member("vendor_time_zone", moment.vendor->name());
    }
    if (visitor_) {
      json_.member("visitor_local", format_local(moment.at, visitor_->span_at(moment.at).offset));
    }
  }

  void write(const local_days& day) { typed("date").value(format_date(date::year_month_day{day})); }

  void write(const Span& span) {
    typed("duration").value(span.length.count());
    if (span.open) {
      json_.flag("open", true);
    }
  }

  void write(const SaidAmount& amount) {
    typed("amount").begin_object();
    if (amount.min == amount.max) {
      json_.member("value", amount.max);
    } else {
      json_.member("min", amount.min).member("max", amount.max);
    }
    json_.member("unit", amount.unit).end_object();
  }

  void write(const SaidShare& share) { typed("share").value(share.percent); }

  void write(const SaidText& text) { typed("text").value(text.pointer); }

  void write(const SaidName& name) {
    if (name.pointer.empty()) {
      typed("name").value(name.name);
    } else {
      typed("text").value(name.pointer);
    }
  }

  void write(const SaidId& id) {
    typed("id").begin_object().member("family", id.family).member("id", id.id).end_object();
  }

  void write(const SaidZone& zone) { typed("zone").value(zone.name); }

  void write(const SaidWindow& window) {
    typed("window").begin_object().key("days").begin_array();
    for (const auto day : window.days) {
      json_.value(weekday_id(day));
    }
    json_.end_array().member("open", clock_words(window.open)).member("close", clock_words(window.close));
    if (window.close_day) {
      json_.member("close_day", weekday_id(*window.close_day));
    }
    json_.end_object();
  }

  void write(const SaidCite& cite) { typed("cite").value(cite.pointer); }

  void write(const SaidList& list) {
    json_.member("type", std::string_view("list")).member("between", name_of(list.between));
    json_.key("value").begin_array();
    for (const auto& part : list.parts) {
      json_.begin_object();
      message(part);
      json_.end_object();
    }
    json_.end_array();
  }

  const std::optional<Zone>& visitor_;
  JsonWriter& json_;
};

}  // namespace

std::string messages_of(const AnswerView& answer) {
  JsonWriter json;
  MessageWriter writer(answer.ticket.visitor_zone, json);
  json.begin_array();
  for (const auto& line : wording_of(answer)) {
    json.begin_object().member("about", line.about).member("part", name_of(line.part));
    writer.message(line.message);
    json.end_object();
  }
  return json.end_array().take();
}

}  // namespace supportcalc
