// A request by flags: every key of a request (docs/api.md) has one.
#ifndef SUPPORTCALC_CLI_REQUEST_FLAGS_H_
#define SUPPORTCALC_CLI_REQUEST_FLAGS_H_

#include <array>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace supportcalc {

inline constexpr std::array kRequestFlags = {
    Flag{"policy", "POLICY", "zitadel, or one revision of it: zitadel@2023-10-06"},
    Flag{"plan", "PLAN", "the plan you have"},
    Flag{"severity", "LEVEL", "a level of the policy, if you know it"},
    Flag{"impact", "FACET=VALUE", "what you observe, instead of a level: availability=down", true},
    Flag{"option", "ID=VALUE", "what your contract settles: support_hours=24x7", true},
    Flag{"assume", "ID=VALUE", "what to assume where the policy says nothing: time_zone=Europe/Paris", true},
    Flag{"at", "INSTANT", "when the ticket is filed, with an offset: 2026-04-02T16:30:00+02:00 (default: now)"},
    Flag{"zone", "ZONE", "your time zone: Asia/Tokyo"},
    Flag{"topic", "ID", "what it is about, by the policy's list; or other"},
    Flag{"maturity", "ID", "how mature the feature is, by the policy's list"},
    Flag{"version-released", "DATE", "when the version you run was released: 2026-01-31"},
    Flag{"version-behind", "N", "how many releases it is behind"},
    Flag{"channel", "ID", "the channel you use"},
    Flag{"pause", "FROM/TO",
         "a span in which the vendor waited for you; without TO it still does; /third-party: for others", true},
    Flag{"event", "EVENT=INSTANT", "when something else happened that starts a clock: priority-set, last-update, ...",
         true},
    Flag{"responded-at", "INSTANT", "when they answered"},
    Flag{"resolved-at", "INSTANT", "when they resolved it"},
    Flag{"escalated-at", "INSTANT", "when you escalated"},
    Flag{"escalation-responded-at", "INSTANT", "when the escalation was answered"},
    Flag{"now", "INSTANT", "what the time is, for escalating now"},
    Flag{"include", "PART", "more in the JSON: timeline, week_map, cliff or trace", true},
    Flag{"target", "N", "which target timeline, week_map and cliff are about, from 0 (default: the first with a due)"},
};

struct RequestText {
  std::string json;
  std::string problem;  // what is wrong with the flags; "" when nothing is
};

// The request that the flags describe, on one line. Where an instant is asked for, "now" is `now`.
RequestText request_from_flags(const Arguments& arguments, sys_seconds now);

// The flag that gave the value at a place of the request: "--impact availability" for "/impact/availability".
// "" for a place that no flag gives.
std::string flag_at(std::string_view pointer);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_REQUEST_FLAGS_H_
