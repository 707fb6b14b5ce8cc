#include "cli/audit_flags.h"

#include <algorithm>

#include "api/mapping_json.h"
#include "base/whole_number.h"
#include "cli/files.h"
#include "cli/problems.h"
#include "policy/names.h"
#include "table/encoding.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {
    Flag{"policy", "POLICY", "the policy of all tickets, instead of a column"},
    Flag{"plan", "PLAN", "the plan of all tickets, instead of a column"},
    Flag{"option", "ID=VALUE", "what your contract settles, where the policy has such an option", true},
    Flag{"assume", "ID=VALUE", "what to assume where the policy says nothing", true},
    Flag{"column", "ROLE=NAME",
         "which column is id, submitted_at, responded_at, resolved_at, updated_at, severity, policy, plan, paused_from "
         "or paused_to; #3 is the third",
         true},
    Flag{"map", "severity=WORD=LEVEL", "which level a word of the table stands for; severity==LEVEL for an empty cell",
         true},
    Flag{"severity", "LEVEL", "the level of all tickets, instead of a column"},
    Flag{"zone", "ZONE", "the time zone of times that are written without an offset; submitted_at=ZONE for one column",
         true},
    Flag{"date-order", "ORDER", "dmy, mdy or ymd, for dates that can be read both ways"},
    Flag{"no-value", "TEXT", "what stands for an empty cell, beside an empty cell", true},
    Flag{"repeated-ids", "RULE", "first, last or all: which row of an id is the ticket (default: first)"},
    Flag{"responded-after", "COLUMN:UNIT",
         "the column that says how long after filing the answer came, in minutes, seconds, hours or days"},
    Flag{"encoding", "NAME", "how the text is encoded, where that is recognised wrongly"},
    Flag{"delimiter", "CHARACTER", "what parts the columns; tab for a tab"},
    Flag{"mapping", "FILE", "take all this from a file (policies/schema/mapping.schema.json); flags go over it"},
    Flag{"save-mapping", "FILE", "write what was said and recognised to a file, for --mapping"},
    Flag{"explain", "", "say what was recognised, what is missing and which flags say it; judge nothing"},
    Flag{"from", "DATE", "only tickets filed on this day or later, in the policy's zone"},
    Flag{"to", "DATE", "only tickets filed on this day or before"},
    Flag{"where", "COLUMN=VALUE", "only rows with this value; of one column several may be named", true},
    Flag{"by", "COLUMN", "break the report down by this column, too", true},
    Flag{"against", "PLAN", "say beside it what another plan would have come to"},
    Flag{"now", "INSTANT", "until when tickets without an answer have waited (default: now)"},
    Flag{"out", "FILE", "write a table with a row for each ticket; - is standard output, instead of the summary"},
    Flag{"for-excel", "",
         "let Excel open that table as it is: with a byte order mark, and the separator of the language"},
    Flag{"mergeable", "", "with --json, write all that --merge needs"},
    Flag{"merge", "", "add up reports that were written with --mergeable, instead of reading tickets"},
    Flag{"jobs", "NUMBER", "how many threads judge (default: 1)"},
    kJsonFlag,
    kLanguageFlag,
    kPoliciesFlag,
};

// Says what is wrong with a flag, and gives the reason to stop.
class Complaint {
 public:
  explicit Complaint(Console& console) : console_(console) {}

  bool say(std::string_view flag, std::string_view message) {
    usage_problem(console_, "audit", "--" + std::string(flag) + ": " + std::string(message));
    return false;
  }
  bool say(std::string_view flag, const Diagnostics& problems) { return say(flag, words_of(problems.front())); }

 private:
  Console& console_;
};

// A name within a table of names; nothing, after a complaint, for another one.
template <class Names>
std::optional<std::size_t> named(const Names& names, std::string_view flag, std::string_view value,
                                 Complaint& complaint) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == value && !value.empty()) {
      return i;
    }
  }
  std::vector<std::string_view> known;
  std::copy_if(names.begin(), names.end(), std::back_inserter(known),
               [](std::string_view name) { return !name.empty(); });
  complaint.say(flag, std::string(value) + ": Use one of: " + list_names(known) + ".");
  return std::nullopt;
}

bool take_pairs(const Arguments& arguments, std::string_view flag, Mapping::Pairs& to, Complaint& complaint) {
  for (const auto& value : arguments.values(flag)) {
    auto pair = split_pair(value);
    if (!pair) {
      return complaint.say(flag, value + ": Write a name, \"=\" and a value.");
    }
    const auto same =
        std::find_if(to.begin(), to.end(), [&pair](const auto& each) { return each.first == pair->first; });
    if (same == to.end()) {
      to.push_back(*std::move(pair));
    } else {
      same->second = pair->second;
    }
  }
  return true;
}

bool take_mapping_file(const Arguments& arguments, Mapping& mapping, Console& console) {
  if (!arguments.has("mapping")) {
    return true;
  }
  const std::string path(arguments.value("mapping"));
  const auto file = read_file(path);
  if (!file.ok()) {
    console.complain("--mapping " + path + ": " + file.problem);
    return false;
  }
  auto read = read_mapping(file.text);
  if (!read) {
    complain_in_text(console, path, file.text, read.diagnostics());
    return false;
  }
  mapping = *std::move(read);
  return true;
}

bool take_columns(const Arguments& arguments, Mapping& mapping, Complaint& complaint) {
  for (const auto& value : arguments.values("column")) {
    const auto pair = split_pair(value);
    if (!pair) {
      return complaint.say("column", value + ": Write a role, \"=\" and the name of a column.");
    }
    const auto role = named(kRoleNames, "column", pair->first, complaint);
    if (!role) {
      return false;
    }
    mapping.columns[*role] = pair->second;
    if (static_cast<Role>(*role) == Role::RespondedAt) {
      mapping.responded_after.clear();
    }
    if (static_cast<Role>(*role) == Role::Severity) {
      mapping.severity_for_all.clear();
    }
  }
  return true;
}

bool take_words(const Arguments& arguments, Mapping& mapping, Complaint& complaint) {
  constexpr std::string_view kOf = "severity=";
  for (const std::string_view value : arguments.values("map")) {
    const std::size_t last = value.rfind('=');
    if (!value.starts_with(kOf) || last < kOf.size()) {
      return complaint.say("map", std::string(value) + ": Write severity=WORD=LEVEL.");
    }
    const std::string word(value.substr(kOf.size(), last - kOf.size()));
    auto& map = mapping.severity_map;
    map.erase(std::remove_if(map.begin(), map.end(), [&word](const auto& each) { return each.first == word; }),
              map.end());
    map.emplace_back(word, value.substr(last + 1));
  }
  if (arguments.has("severity")) {
    mapping.severity_for_all = arguments.value("severity");
  }
  return true;
}

bool take_zones(const Arguments& arguments, Mapping& mapping, Complaint& complaint) {
  for (const auto& value : arguments.values("zone")) {
    const auto pair = split_pair(value);
    const std::string name = pair ? pair->second : value;
    if (const auto zone = find_zone(name, ""); !zone) {
      return complaint.say("zone", zone.diagnostics());
    }
    if (!pair) {
      mapping.zone = name;
      continue;
    }
    const auto role = named(kRoleNames, "zone", pair->first, complaint);
    if (!role) {
      return false;
    }
    mapping.zones[*role] = name;
  }
  return true;
}

bool take_shape(const Arguments& arguments, Mapping& mapping, Complaint& complaint) {
  if (arguments.has("date-order")) {
    const auto order = named(kDateOrderNames, "date-order", arguments.value("date-order"), complaint);
    if (!order) {
      return false;
    }
    mapping.date_order = static_cast<DateOrder>(*order);
  }
  for (const auto& text : arguments.values("no-value")) {
    if (!text.empty()) {
      mapping.no_value.push_back(text);
    }
  }
  if (arguments.has("repeated-ids")) {
    const auto rule = named(kRepeatedIdsNames, "repeated-ids", arguments.value("repeated-ids"), complaint);
    if (!rule) {
      return false;
    }
    mapping.repeated_ids = static_cast<RepeatedIds>(*rule);
  }
  if (arguments.has("responded-after")) {
    const std::string_view value = arguments.value("responded-after");
    const std::size_t colon = value.rfind(':');
    std::vector<std::string_view> units;
    for (const auto& unit : kDurationUnits) {
      units.push_back(unit.name);
    }
    const auto unit =
        named(units, "responded-after", colon == std::string_view::npos ? "" : value.substr(colon + 1), complaint);
    if (!unit) {
      return false;
    }
    mapping.responded_after = value.substr(0, colon);
    mapping.responded_after_unit = *unit;
    mapping.column(Role::RespondedAt).clear();
  }
  if (arguments.has("encoding")) {
    mapping.encoding = encoding_named(arguments.value("encoding"));
    if (mapping.encoding.empty()) {
      return complaint.say("encoding",
                           std::string(arguments.value("encoding")) + ": No encoding of this name is known.");
    }
  }
  if (arguments.has("delimiter")) {
    const std::string_view value = arguments.value("delimiter") == "tab" ? "\t" : arguments.value("delimiter");
    if (value.size() != 1) {
      return complaint.say("delimiter", "Write one character, or tab.");
    }
    mapping.delimiter = value.front();
  }
  return true;
}

bool take_filter(const Arguments& arguments, AuditWishes& wishes, Complaint& complaint) {
  auto& filters = wishes.basis.filters;
  for (const auto& [flag, to] : {std::pair{"from", &wishes.filter.from}, {"to", &wishes.filter.to}}) {
    if (!arguments.has(flag)) {
      continue;
    }
    const auto day = parse_date(arguments.value(flag), "");
    if (!day) {
      return complaint.say(flag, day.diagnostics());
    }
    *to = local_days{*day};
    filters.emplace_back(flag, arguments.value(flag));
  }
  for (const auto& value : arguments.values("where")) {
    const auto pair = split_pair(value);
    if (!pair) {
      return complaint.say("where", value + ": Write a column, \"=\" and a value.");
    }
    auto& where = wishes.filter.where;
    const auto same =
        std::find_if(where.begin(), where.end(), [&pair](const auto& each) { return each.first == pair->first; });
    if (same == where.end()) {
      where.push_back({pair->first, {pair->second}});
    } else {
      same->second.push_back(pair->second);
    }
  }
  for (const auto& [column, values] : wishes.filter.where) {
    filters.emplace_back(column, list_names(values));
  }
  wishes.by.assign(arguments.values("by").begin(), arguments.values("by").end());
  return true;
}

}  // namespace

const std::span<const Flag> kAuditFlags = kFlags;

std::optional<AuditWishes> audit_wishes(const Arguments& arguments, Console& console) {
  Complaint complaint(console);
  AuditWishes wishes;
  const auto language = language_of(arguments, "audit", console);
  if (!language) {
    return std::nullopt;
  }
  wishes.language = *language;
  Mapping& mapping = wishes.basis.mapping;
  if (!take_mapping_file(arguments, mapping, console)) {
    return std::nullopt;
  }
  for (const auto& [flag, to] : {std::pair{"policy", &mapping.policy}, {"plan", &mapping.plan}}) {
    if (arguments.has(flag)) {
      *to = arguments.value(flag);
    }
  }
  if (!take_pairs(arguments, "option", mapping.options, complaint) ||
      !take_pairs(arguments, "assume", mapping.assumptions, complaint) ||
      !take_columns(arguments, mapping, complaint) || !take_words(arguments, mapping, complaint) ||
      !take_zones(arguments, mapping, complaint) || !take_shape(arguments, mapping, complaint) ||
      !take_filter(arguments, wishes, complaint)) {
    return std::nullopt;
  }
  wishes.basis.now = read_clock();
  if (arguments.has("now") && arguments.value("now") != "now") {
    const auto now = parse_instant(arguments.value("now"), "");
    if (!now) {
      complaint.say("now", now.diagnostics());
      return std::nullopt;
    }
    wishes.basis.now = *now;
  }
  if (arguments.has("jobs")) {
    constexpr std::int64_t kMostJobs = 256;
    const auto jobs = whole_number(arguments.value("jobs"));
    if (!jobs || *jobs < 1 || *jobs > kMostJobs) {
      complaint.say("jobs", "Give a number from 1 to 256.");
      return std::nullopt;
    }
    wishes.jobs = static_cast<std::size_t>(*jobs);
  }
  wishes.against = arguments.value("against");
  wishes.out = arguments.value("out");
  wishes.save_mapping = arguments.value("save-mapping");
  wishes.explain = arguments.has("explain");
  wishes.json = arguments.has(kJsonFlag.name);
  wishes.mergeable = arguments.has("mergeable");
  wishes.merge = arguments.has("merge");
  wishes.for_excel = arguments.has("for-excel");
  return wishes;
}

}  // namespace supportcalc
