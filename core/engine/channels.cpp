#include "engine/channels.h"

#include <algorithm>
#include <array>

namespace supportcalc {
namespace {

Standing standing_of(std::string_view availability, OpenConditions conditions) {
  if (availability == "no" || availability == "not-applicable") {
    return Standing::NotOwed;
  }
  if (availability == "not-stated") {
    return Standing::NotPromised;
  }
  const bool certain = availability == "yes" || availability == "limited";
  return certain && conditions.empty() ? Standing::Owed : Standing::Conditional;
}

ChannelHours hours_at(const ResolvedHours& hours, sys_seconds now) {
  if (hours.clock == nullptr) {
    return {true, std::nullopt};
  }
  const auto opens = hours.clock->next_open(now);
  if (!opens) {
    return {false, std::nullopt};
  }
  return *opens == now ? ChannelHours{true, std::nullopt} : ChannelHours{false, *opens};
}

// Whether a ticket is filed there at all, and at this hour.
bool takes_tickets(const ChannelResult& each) {
  const auto& channel = *each.channel;
  constexpr std::array<std::string_view, 3> kElsewhere = {"documentation", "status-page", "community"};
  const bool is_stop = channel.role == "first-stop" || channel.role == "status" ||
                       std::find(kElsewhere.begin(), kElsewhere.end(), channel.kind) != kElsewhere.end();
  return !is_stop && each.standing > Standing::NotPromised && (!each.hours || each.hours->open_now);
}

// How right a channel is for a request; the smaller the better, and kNotRight for one that is not.
constexpr int kNotRight = 100;
int preference(const ChannelResult& each, std::string_view request) {
  const auto& channel = *each.channel;
  if (each.required) {
    return 0;
  }
  if (!channel.purposes.empty() || channel.role == "routing") {
    return contains(channel.purposes, request) ? 1 : kNotRight;
  }
  constexpr std::array<std::string_view, 5> kRoles = {"preferred", "primary", "", "fallback", "emergency"};
  const auto role = std::find(kRoles.begin(), kRoles.end(), channel.role);
  const int by_role = role == kRoles.end() ? 4 : static_cast<int>(role - kRoles.begin());
  // What depends on the contract comes behind what the plan surely has.
  return 2 + by_role + (each.standing == Standing::Owed ? 0 : static_cast<int>(kRoles.size()));
}

}  // namespace

std::vector<ChannelResult> channels_at(const Policy& policy, const Lineage& lineage, const Severity* level,
                                       const Given& given, const ChannelClocks& clocks, sys_seconds now, Arena& arena) {
  std::vector<ChannelResult> channels;
  // Of rows with the same id the first for this level holds; one for other levels says that this has none.
  for (const bool is_for_level : {true, false}) {
    for (std::size_t row = 0; row < policy.channels.size(); ++row) {
      const Channel& channel = policy.channels[row];
      const bool known = std::any_of(channels.begin(), channels.end(),
                                     [&](const ChannelResult& each) { return each.channel->id == channel.id; });
      if (known || is_for(channel.where, level) != is_for_level ||
          holds(channel.where, lineage, is_for_level ? level : nullptr, given) == Truth::No) {
        continue;
      }
      ChannelResult each;
      each.channel = &channel;
      each.row = row;
      each.availability = availability_of(channel, lineage, level);
      each.conditions = left_open(channel.where.when, given, arena);
      each.standing = standing_of(each.availability, each.conditions);
      each.required = level != nullptr && contains(channel.required_for, level->id) && each.availability != "no";
      if (clocks[row]) {
        each.hours = hours_at(*clocks[row], now);
      }
      channels.push_back(each);
    }
  }
  return channels;
}

std::optional<std::size_t> right_channel(const std::vector<ChannelResult>& channels, std::string_view request) {
  std::optional<std::size_t> best;
  int best_preference = kNotRight;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const int each = takes_tickets(channels[i]) ? preference(channels[i], request) : kNotRight;
    if (each < best_preference) {
      best = i;
      best_preference = each;
    }
  }
  return best;
}

std::optional<std::size_t> first_stop(const std::vector<ChannelResult>& channels) {
  const auto find = [&](auto fits) -> std::optional<std::size_t> {
    const auto found = std::find_if(channels.begin(), channels.end(), [&](const ChannelResult& each) {
      return each.standing > Standing::NotPromised && fits(*each.channel);
    });
    return found == channels.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - channels.begin()));
  };
  const auto community = find([](const Channel& channel) { return channel.kind == "community"; });
  return community ? community : find([](const Channel& channel) { return channel.role == "first-stop"; });
}

}  // namespace supportcalc
