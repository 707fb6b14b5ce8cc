#include "cli/request_flags.h"

#include <charconv>

#include "api/json.h"

namespace supportcalc {
namespace {

// Where a flag's value goes.
struct Row {
  std::string_view flag;
  std::string_view pointer;
};

constexpr std::array kRows = {
    Row{"policy", "/policy"},
    Row{"plan", "/plan"},
    Row{"severity", "/severity"},
    Row{"impact", "/impact"},
    Row{"option", "/options"},
    Row{"assume", "/assumptions"},
    Row{"at", "/submitted_at"},
    Row{"zone", "/visitor_time_zone"},
    Row{"topic", "/topic"},
    Row{"maturity", "/maturity"},
    Row{"version-released", "/version/released_on"},
    Row{"version-behind", "/version/behind"},
    Row{"channel", "/channel"},
    Row{"pause", "/pauses"},
    Row{"event", "/events"},
    Row{"responded-at", "/responded_at"},
    Row{"resolved-at", "/resolved_at"},
    Row{"escalated-at", "/escalated_at"},
    Row{"escalation-responded-at", "/escalation_responded_at"},
    Row{"now", "/now"},
    Row{"include", "/include"},
    Row{"target", "/target"},
};

class Writer {
 public:
  Writer(const Arguments& arguments, sys_seconds now) : arguments_(arguments), now_(now) {}

  RequestText write() {
    text("policy", "policy");
    text("plan", "plan");
    text("severity", "severity");
    table("impact", "impact");
    table("options", "option");
    table("assumptions", "assume");
    json_["submitted_at"] = instant(arguments_.has("at") ? arguments_.value("at") : "now");
    text("visitor_time_zone", "zone");
    text("topic", "topic");
    text("maturity", "maturity");
    version();
    text("channel", "channel");
    pauses();
    table("events", "event");
    for (const auto& [key, flag] : {std::pair{"responded_at", "responded-at"},
                                    {"resolved_at", "resolved-at"},
                                    {"escalated_at", "escalated-at"},
                                    {"escalation_responded_at", "escalation-responded-at"},
                                    {"now", "now"}}) {
      if (arguments_.has(flag)) {
        json_[key] = instant(arguments_.value(flag));
      }
    }
    for (const auto& part : arguments_.values("include")) {
      json_["include"].push_back(part);
    }
    if (arguments_.has("target")) {
      json_["target"] = whole_number("target");
    }
    return {json_.dump(-1, ' ', false, Json::error_handler_t::replace), problem_};
  }

 private:
  void text(const char* key, std::string_view flag) {
    if (arguments_.has(flag)) {
      json_[key] = arguments_.value(flag);
    }
  }

  void table(const char* key, std::string_view flag) {
    for (const auto& value : arguments_.values(flag)) {
      const auto pair = split_pair(value);
      if (!pair) {
        report(flag, value, "Write a name, \"=\" and a value.");
      } else if (json_[key].contains(pair->first)) {
        report(flag, value, "\"" + pair->first + "\" is given twice. Keep one of them.");
      } else {
        json_[key][pair->first] = flag == "event" ? instant(pair->second) : std::string(pair->second);
      }
    }
  }

  void version() {
    if (arguments_.has("version-released")) {
      json_["version"]["released_on"] = arguments_.value("version-released");
    }
    if (arguments_.has("version-behind")) {
      json_["version"]["behind"] = whole_number("version-behind");
    }
  }

  std::int64_t whole_number(std::string_view flag) {
    const auto value = arguments_.value(flag);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) {
      report(flag, value, "Give a whole number.");
    }
    return number;
  }

  void pauses() {
    for (const std::string_view value : arguments_.values("pause")) {
      const auto slash = value.find('/');
      if (slash == std::string_view::npos) {
        report("pause", value, "Write two instants with \"/\" between them.");
        continue;
      }
      const auto rest = value.substr(slash + 1);
      const auto second = std::min(rest.find('/'), rest.size());
      Json pause{{"from", instant(value.substr(0, slash))}};
      if (second > 0) {
        pause["to"] = instant(rest.substr(0, second));
      }
      if (second < rest.size()) {
        pause["for"] = rest.substr(second + 1);
      }
      json_["pauses"].push_back(std::move(pause));
    }
  }

  std::string instant(std::string_view value) const {
    return value == "now" ? format_instant(now_) : std::string(value);
  }

  void report(std::string_view flag, std::string_view value, std::string_view what) {
    if (problem_.empty()) {
      problem_ = "--" + std::string(flag) + " " + std::string(value) + ": " + std::string(what);
    }
  }

  const Arguments& arguments_;
  sys_seconds now_;
  Json json_ = Json::object();
  std::string problem_;
};

}  // namespace

RequestText request_from_flags(const Arguments& arguments, sys_seconds now) { return Writer(arguments, now).write(); }

std::string flag_at(std::string_view pointer) {
  for (const auto& row : kRows) {
    if (!pointer.starts_with(row.pointer)) {
      continue;
    }
    const auto rest = pointer.substr(row.pointer.size());
    if (rest.empty()) {
      return "--" + std::string(row.flag);
    }
    if (rest.front() == '/') {
      const bool named = row.flag == "impact" || row.flag == "option" || row.flag == "assume" || row.flag == "event";
      return "--" + std::string(row.flag) + (named ? " " + std::string(rest.substr(1)) : "");
    }
  }
  return "";
}

}  // namespace supportcalc
