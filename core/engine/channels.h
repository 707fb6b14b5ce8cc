// Ways to file a ticket: how far a plan has each, whether it is open, and which is the right one.
#ifndef SUPPORTCALC_ENGINE_CHANNELS_H_
#define SUPPORTCALC_ENGINE_CHANNELS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/clock.h"
#include "engine/standing.h"
#include "policy/selection.h"

namespace supportcalc {

// Hours of a channel at an instant.
struct ChannelHours {
  bool open_now = false;
  std::optional<sys_seconds> opens_at;  // where it is closed now and opens again
};

struct ChannelResult {
  const Channel* channel = nullptr;
  std::size_t row = 0;  // in the policy's channels
  std::string_view availability;
  bool required = false;              // for the level: a ticket filed elsewhere is not promised its answer
  std::optional<ChannelHours> hours;  // where they are known
  Standing standing = Standing::Owed;
  OpenConditions conditions;
};

// The hours of each of the policy's channels, settled; nothing for one without.
using ChannelClocks = std::vector<std::optional<ResolvedHours>>;

// The channels a plan has or may have at `now`, those for the level before those for others, one of each id. With a
// null level, an open one, all may be for it. Lists within are in `arena`.
std::vector<ChannelResult> channels_at(const Policy& policy, const Lineage& lineage, const Severity* level,
                                       const Given& given, const ChannelClocks& clocks, sys_seconds now, Arena& arena);

// The channel to use, as a position in `channels`: one required for the level, else one meant for this kind of request,
// else the preferred, else the main one, of those the plan has and that are open. Never documentation, a status page, a
// community or another first stop. Nothing where there is none.
//
// Example: ControlPlane 2026-07-24, Severity 1: the phone, which is required; Severity 2: the portal, which is primary.
std::optional<std::size_t> right_channel(const std::vector<ChannelResult>& channels, std::string_view request);

// Where questions go that the vendor does not answer: the first of kind community, else the first stop.
std::optional<std::size_t> first_stop(const std::vector<ChannelResult>& channels);

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_CHANNELS_H_
