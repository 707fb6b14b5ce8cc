#include "zone_table/table_builder.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "zone_table/tzif.h"

namespace supportcalc::zone_table {
namespace {

using std::chrono::minutes;

struct Change {
  std::uint32_t gap;  // minutes since the change before, or since kTableEpoch
  std::int16_t offset;

  bool operator==(const Change&) const = default;
};

// A zone as the table wants it, before it shares anything with others.
struct History {
  std::int16_t initial = 0;
  std::vector<Change> changes;
  ZoneRule rule;

  bool operator==(const History&) const = default;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error("cannot read " + path.filename().string());
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A count as one of the table's narrow types.
template <class Narrow, class Wide>
Narrow narrow(Wide value) {
  if (value < static_cast<Wide>(std::numeric_limits<Narrow>::min()) ||
      value > static_cast<Wide>(std::numeric_limits<Narrow>::max())) {
    throw std::runtime_error("does not fit the table's integer types");
  }
  return static_cast<Narrow>(value);
}

template <class Narrow>
Narrow whole_minutes(seconds time) {
  if (time % minutes{1} != seconds{0}) {
    throw std::runtime_error("an offset or a change is not in whole minutes");
  }
  return narrow<Narrow>(std::chrono::duration_cast<minutes>(time).count());
}

// Names from the lines "Z name ..." and "L target name".
std::set<std::string> read_names(const std::filesystem::path& folder) {
  std::set<std::string> names;
  std::istringstream lines(read_file(folder / "tzdata.zi"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string first;
    std::string second;
    words >> kind >> first >> second;
    if (kind == "Z") {
      names.insert(first);
    } else if (kind == "L") {
      names.insert(second);
    }
  }
  return names;
}

History to_history(const Tzif& zone) {
  History history;
  history.rule = parse_posix_rule(zone.rule);

  // Stretches of one offset from kTableEpoch on; where only the abbreviation changes, none begins.
  std::vector<TzifChange> stretches = {{kTableEpoch, zone.initial}};
  for (const TzifChange& change : zone.changes) {
    if (change.at <= kTableEpoch) {
      stretches.front().offset = change.offset;
    } else if (change.offset != stretches.back().offset) {
      stretches.push_back(change);
    }
  }
  if (span_at(history.rule, stretches.back().at).offset != stretches.back().offset) {
    throw std::runtime_error("the last change and the rule contradict each other");
  }
  // Drop from the end what the rule says too: from then on both have the same offsets and changes.
  while (stretches.size() > 1) {
    const TzifChange& last = stretches.back();
    const TzifChange& previous = stretches[stretches.size() - 2];
    const ZoneSpan by_rule = span_at(history.rule, previous.at);
    if (by_rule.offset != previous.offset || by_rule.end != last.at) {
      break;
    }
    stretches.pop_back();
  }
  if (stretches.size() > 1) {  // else the rule alone decides
    history.initial = whole_minutes<std::int16_t>(stretches.front().offset);
  }
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    history.changes.push_back({whole_minutes<std::uint32_t>(stretches[i].at - stretches[i - 1].at),
                               whole_minutes<std::int16_t>(stretches[i].offset)});
  }
  return history;
}

// The position of `value` in `list`, added at the end if new.
template <class T>
std::size_t place_of(std::vector<T>& list, const T& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  const auto place = static_cast<std::size_t>(found - list.begin());
  if (found == list.end()) {
    list.push_back(value);
  }
  return place;
}

// Puts every run of changes into one pool, long runs first, so that a run that is part of another shares it.
std::vector<Change> pool_changes(const std::vector<History>& histories, std::vector<std::size_t>& places) {
  std::vector<std::size_t> order(histories.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return histories[a].changes.size() > histories[b].changes.size();
  });
  std::vector<Change> pool;
  places.assign(histories.size(), 0);
  for (const std::size_t i : order) {
    const std::vector<Change>& run = histories[i].changes;
    if (run.empty()) {
      continue;
    }
    const auto found = std::search(pool.begin(), pool.end(), run.begin(), run.end());
    places[i] = static_cast<std::size_t>(found - pool.begin());
    if (found == pool.end()) {
      pool.insert(pool.end(), run.begin(), run.end());
    }
  }
  return pool;
}

// "  1, 2, 3,\n  4, ...", as many a line as fit.
template <class List, class Write>
void write_list(std::string& out, const List& list, Write write) {
  constexpr std::size_t kColumns = 110;
  std::string line = " ";
  for (const auto& item : list) {
    const std::string text = " " + write(item) + ",";
    if (line.size() + text.size() > kColumns) {
      out += line + "\n";
      line = " ";
    }
    line += text;
  }
  out += line + "\n";
}

template <class List>
void write_numbers(std::string& out, const List& list) {
  write_list(out, list, [](auto number) { return std::to_string(number); });
}

}  // namespace

ZoneTable OwnedZoneTable::view() const {
  return {release, names, landmarks, name_histories, histories, change_gaps, change_offsets, rules};
}

std::string read_release(const std::filesystem::path& folder) {
  const std::string text = read_file(folder / "tzdata.zi");
  constexpr std::string_view kBefore = "# version ";
  if (text.compare(0, kBefore.size(), kBefore) != 0) {
    throw std::runtime_error("tzdata.zi does not begin with its version");
  }
  return text.substr(kBefore.size(), text.find('\n') - kBefore.size());
}

OwnedZoneTable build_table(const std::filesystem::path& folder) {
  OwnedZoneTable table;
  table.release = read_release(folder);
  std::vector<History> histories;
  for (const std::string& name : read_names(folder)) {
    try {
      const History history = to_history(read_tzif(read_file(folder / name)));
      if (table.name_histories.size() % kLandmarkDistance == 0) {
        table.landmarks.push_back(narrow<std::uint16_t>(table.names.size()));
      }
      table.names += name + '\0';
      table.name_histories.push_back(narrow<std::uint8_t>(place_of(histories, history)));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(name + ": " + error.what());
    }
  }
  narrow<std::uint16_t>(table.names.size());

  std::vector<std::size_t> places;
  for (const Change& change : pool_changes(histories, places)) {
    table.change_gaps.push_back(change.gap);
    table.change_offsets.push_back(change.offset);
  }
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const History& history = histories[i];
    table.histories.push_back({history.initial, narrow<std::uint16_t>(places[i]),
                               narrow<std::uint8_t>(history.changes.size()),
                               narrow<std::uint8_t>(place_of(table.rules, history.rule))});
  }
  return table;
}

std::string to_source(const ZoneTable& table) {
  std::string out = "// Written by tools/zone_table from tzdata " + std::string(table.release) +
                    "; do not edit. To renew it: script/zone-table\n"
                    "// clang-format off\n"
                    "#include \"zone/zone_table.h\"\n\n"
                    "namespace supportcalc {\nnamespace {\n\n"
                    "constexpr char kNames[] =\n";
  for (std::size_t at = 0; at < table.names.size();) {
    const std::string_view name = name_at(table, at);
    at += name.size() + 1;
    // The literal's own end is the last name's NUL.
    out += "    \"" + std::string(name) + (at < table.names.size() ? "\\0\"\n" : "\";\n");
  }
  out += "\n// where every " + std::to_string(kLandmarkDistance) +
         "th name begins\nconstexpr std::uint16_t kLandmarks[] = {\n";
  write_numbers(out, table.landmarks);
  out += "};\n\nconstexpr std::uint8_t kNameHistories[] = {\n";
  write_numbers(out, table.name_histories);
  out += "};\n\n// initial offset, first change, how many, rule\nconstexpr ZoneHistory kHistories[] = {\n";
  write_list(out, table.histories, [](const ZoneHistory& h) {
    return "{" + std::to_string(h.initial) + ", " + std::to_string(h.first_change) + ", " +
           std::to_string(h.change_count) + ", " + std::to_string(h.rule) + "}";
  });
  out +=
      "};\n\n// minutes since the change before; the first of a run, since 2015-01-01T00:00Z\nconstexpr "
      "std::uint32_t kChangeGaps[] = {\n";
  write_numbers(out, table.change_gaps);
  out += "};\n\nconstexpr std::int16_t kChangeOffsets[] = {\n";
  write_numbers(out, table.change_offsets);
  out +=
      "};\n\n// standard offset, daylight offset, start day, end day, start time, end time\n"
      "constexpr ZoneRule kRules[] = {\n";
  write_list(out, table.rules, [](const ZoneRule& r) {
    return "{" + std::to_string(r.standard) + ", " + std::to_string(r.daylight) + ", " + std::to_string(r.start_day) +
           ", " + std::to_string(r.end_day) + ", " + std::to_string(r.start_time) + ", " + std::to_string(r.end_time) +
           "}";
  });
  out +=
      "};\n\n}  // namespace\n\n"
      "constinit const ZoneTable kBuiltInZones = {\n"
      "    \"" +
      std::string(table.release) +
      "\",\n"
      "    std::string_view(kNames, sizeof(kNames)),\n"
      "    kLandmarks,\n    kNameHistories,\n    kHistories,\n    kChangeGaps,\n    kChangeOffsets,\n    "
      "kRules,\n"
      "};\n\n}  // namespace supportcalc\n";
  return out;
}

}  // namespace supportcalc::zone_table
