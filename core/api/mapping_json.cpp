#include "api/mapping_json.h"

#include <algorithm>

#include "api/json_writer.h"
#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/names.h"
#include "table/encoding.h"
#include "zone/zone.h"

namespace supportcalc {
namespace {

constexpr JsonLimits kMappingLimits{.bytes = std::size_t{1024} * 1024};

class MappingReader {
 public:
  MappingReader(const JsonValue& json, const Place& place, Diagnostics& problems)
      : json_(json), place_(place), problems_(problems) {}

  Mapping read() {
    if (!json_.is_object()) {
      wrong_type(place_, "object");
      return mapping_;
    }
    read_text("encoding", mapping_.encoding);
    if (!mapping_.encoding.empty()) {
      const auto known = encoding_named(mapping_.encoding);
      if (known.empty()) {
        not_allowed("encoding", mapping_.encoding,
                    "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-2, gbk, gb18030, ...");
      }
      mapping_.encoding = known;
    }
    read_delimiter();
    read_lines();
    read_columns();
    read_after();
    read_pairs("severity_map", mapping_.severity_map);
    read_text("severity_for_all", mapping_.severity_for_all);
    if (std::string order; read_text("date_order", order) && !order.empty()) {
      const auto* const found = std::find(kDateOrderNames.begin(), kDateOrderNames.end(), order);
      if (found == kDateOrderNames.end()) {
        not_allowed("date_order", order, "dmy, mdy, ymd");
      } else {
        mapping_.date_order = static_cast<DateOrder>(found - kDateOrderNames.begin());
      }
    }
    read_zones();
    read_no_value();
    if (std::string rule; read_text("repeated_ids", rule) && !rule.empty()) {
      const std::string word = rule.substr(0, rule.find(' '));
      const auto* const found = std::find(kRepeatedIdsNames.begin(), kRepeatedIdsNames.end(), word);
      if (found == kRepeatedIdsNames.end()) {
        not_allowed("repeated_ids", rule, "first, last, all");
      } else {
        mapping_.repeated_ids = static_cast<RepeatedIds>(found - kRepeatedIdsNames.begin());
      }
    }
    read_text("policy", mapping_.policy);
    read_text("plan", mapping_.plan);
    read_pairs("options", mapping_.options);
    read_pairs("assumptions", mapping_.assumptions);
    return mapping_;
  }

 private:
  void wrong_type(const Place& place, std::string_view expected) {
    report(problems_, Code::ValueWrongType, place, {{"expected", expected}});
  }
  void not_allowed(std::string_view key, std::string_view value, std::string_view allowed) {
    report(problems_, Code::ValueNotAllowed, place_.to(key), {{"value", excerpt(value)}, {"allowed", allowed}});
  }

  bool read_text(std::string_view key, std::string& to) {
    const auto* value = json_.find(key);
    if (value == nullptr || value->is_null()) {
      return false;
    }
    if (!value->is_string()) {
      wrong_type(place_.to(key), "string");
      return false;
    }
    to = value->string();
    return true;
  }

  void read_pairs(std::string_view key, Mapping::Pairs& to) {
    const auto* object = json_.find(key);
    if (object == nullptr || object->is_null()) {
      return;
    }
    if (!object->is_object()) {
      wrong_type(place_.to(key), "object");
      return;
    }
    for (const auto& member : *object) {
      if (member.is_integer()) {
        to.emplace_back(member.key(), std::to_string(member.integer()));
      } else if (member.is_string() || member.is_null()) {
        to.emplace_back(member.key(), member.string());
      } else {
        const Place within = place_.to(key);
        wrong_type(within.to(member.key()), "string");
      }
    }
  }

  void read_delimiter() {
    std::string text;
    if (!read_text("delimiter", text)) {
      return;
    }
    text = text == "tab" || text == "\\t" ? "\t" : text;
    if (text.size() == 1 && text != "\n" && text != "\"") {
      mapping_.delimiter = text.front();
    } else {
      not_allowed("delimiter", text, "one character, tab");
    }
  }

  void read_lines() {
    const auto* lines = json_.find("lines_before_header");
    if (lines == nullptr || lines->is_null()) {
      return;
    }
    if (lines->is_integer() && lines->integer() >= 0 && lines->integer() <= 1000) {
      mapping_.lines_before_header = static_cast<std::size_t>(lines->integer());
    } else {
      wrong_type(place_.to("lines_before_header"), "integer");
    }
  }

  void read_columns() {
    const auto* columns = json_.find("columns");
    if (columns == nullptr || columns->is_null()) {
      return;
    }
    const Place within = place_.to("columns");
    if (!columns->is_object()) {
      wrong_type(within, "object");
      return;
    }
    for (const auto& member : *columns) {
      const auto role = role_named(member.key());
      if (!role) {
        report(problems_, Code::ValueUnknownKey, within.to(member.key()),
               {{"key", excerpt(member.key())}, {"known", list_names(kRoleNames)}});
      } else if (member.is_string()) {
        mapping_.column(*role) = member.string();
      } else if (!member.is_null()) {
        wrong_type(within.to(member.key()), "string");
      }
    }
  }

  void read_after() {
    const auto* after = json_.find("responded_after");
    if (after == nullptr || after->is_null()) {
      return;
    }
    const Place within = place_.to("responded_after");
    const auto* column = after->is_object() ? after->find("column") : nullptr;
    const auto* unit = after->is_object() ? after->find("unit") : nullptr;
    if (column == nullptr || !column->is_string()) {
      wrong_type(within, "object");
      return;
    }
    mapping_.responded_after = column->string();
    if (unit != nullptr) {
      const std::string_view name = unit->string();
      const auto* const found =
          std::find_if(kDurationUnits.begin(), kDurationUnits.end(), [name](const DurationUnit& each) {
            return each.name == name || each.name.substr(0, each.name.size() - 1) == name;
          });
      // "hh:mm:ss": a length that is written so says its units itself.
      if (found == kDurationUnits.end() && name.find(':') == std::string_view::npos) {
        report(problems_, Code::ValueNotAllowed, within.to("unit"),
               {{"value", excerpt(unit->string())}, {"allowed", "minutes, seconds, hours, days"}});
      } else if (found != kDurationUnits.end()) {
        mapping_.responded_after_unit = static_cast<std::size_t>(found - kDurationUnits.begin());
      }
    }
  }

  void read_zone(const JsonValue& value, const Place& place, std::string& to) {
    if (value.is_null()) {
      return;
    }
    if (!value.is_string()) {
      wrong_type(place, "string");
      return;
    }
    if (const auto zone = find_zone(value.string(), ""); !zone) {
      report(problems_, zone.diagnostics(), place);
      return;
    }
    to = value.string();
  }

  void read_zones() {
    const auto* zone = json_.find("zone");
    if (zone == nullptr) {
      return;
    }
    const Place within = place_.to("zone");
    if (!zone->is_object()) {
      read_zone(*zone, within, mapping_.zone);
      return;
    }
    for (const auto& member : *zone) {
      if (const auto role = role_named(member.key())) {
        read_zone(member, within.to(member.key()), mapping_.zones[static_cast<std::size_t>(*role)]);
      }
    }
  }

  void read_no_value() {
    const auto* list = json_.find("no_value");
    if (list == nullptr || list->is_null()) {
      return;
    }
    const Place within = place_.to("no_value");
    if (!list->is_array()) {
      wrong_type(within, "array");
      return;
    }
    std::size_t i = 0;
    for (const auto& each : *list) {
      if (!each.is_string() && !each.is_null()) {
        wrong_type(within.to(i), "string");
      } else if (!each.string().empty()) {
        mapping_.no_value.emplace_back(each.string());
      }
      ++i;
    }
  }

  const JsonValue& json_;
  const Place& place_;
  Diagnostics& problems_;
  Mapping mapping_;
};

void write_pairs(JsonWriter& json, std::string_view key, const Mapping::Pairs& pairs) {
  if (pairs.empty()) {
    return;
  }
  json.key(key).begin_object();
  for (const auto& [name, value] : pairs) {
    if (value.empty()) {
      json.null(name);
    } else {
      json.member(name, value);
    }
  }
  json.end_object();
}

void write_text(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) {
    json.member(key, text);
  }
}

// How the text is written: says nothing of what it means.
void write_shape(JsonWriter& json, const Mapping& mapping) {
  write_text(json, "encoding", mapping.encoding);
  if (mapping.delimiter) {
    json.member("delimiter", std::string(1, *mapping.delimiter));
  }
  if (mapping.lines_before_header) {
    json.member("lines_before_header", static_cast<std::int64_t>(*mapping.lines_before_header));
  }
}

void write_meaning(JsonWriter& json, const Mapping& mapping) {
  json.key("columns").begin_object();
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    write_text(json, kRoleNames[i], mapping.columns[i]);
  }
  json.end_object();
  if (!mapping.responded_after.empty()) {
    json.key("responded_after").begin_object().member("column", mapping.responded_after);
    json.member("unit", kDurationUnits[mapping.responded_after_unit].name).end_object();
  }
  write_pairs(json, "severity_map", mapping.severity_map);
  write_text(json, "severity_for_all", mapping.severity_for_all);
  write_text(json, "date_order", std::string(name_in(kDateOrderNames, mapping.date_order)));
  const bool has_own =
      std::any_of(mapping.zones.begin(), mapping.zones.end(), [](const std::string& zone) { return !zone.empty(); });
  if (has_own) {
    json.key("zone").begin_object();
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      const auto role = static_cast<Role>(i);
      if (is_instant(role) && (!mapping.zones[i].empty() || !mapping.columns[i].empty())) {
        write_text(json, kRoleNames[i], mapping.zone_of(role));
      }
    }
    json.end_object();
  } else if (!mapping.zone.empty()) {
    json.member("zone", mapping.zone);
  }
  if (!mapping.no_value.empty()) {
    json.key("no_value").begin_array();
    for (const auto& text : mapping.no_value) {
      json.value(text);
    }
    json.end_array();
  }
  if (mapping.repeated_ids) {
    json.member("repeated_ids", name_in(kRepeatedIdsNames, *mapping.repeated_ids));
  }
  write_text(json, "policy", mapping.policy);
  write_text(json, "plan", mapping.plan);
  write_pairs(json, "options", mapping.options);
  write_pairs(json, "assumptions", mapping.assumptions);
}

}  // namespace

Mapping read_mapping(const JsonValue& json, const Place& place, Diagnostics& problems) {
  return MappingReader(json, place, problems).read();
}

Result<Mapping> read_mapping(std::string_view text) {
  const auto document = parse_json(text, kMappingLimits);
  if (!document) {
    return document.diagnostics();
  }
  Diagnostics problems;
  // A whole description of a table may hold its mapping as a member.
  const auto* within = document->root->find("mapping");
  const Place root;
  const Place inner = root.to("mapping");
  const bool is_within = within != nullptr && within->is_object();
  Mapping mapping = read_mapping(is_within ? *within : *document->root, is_within ? inner : root, problems);
  if (!problems.empty()) {
    return problems;
  }
  return mapping;
}

std::string mapping_json(const Mapping& mapping) {
  JsonWriter json;
  json.begin_object().member("$schema", "urn:supportcalc:schema:mapping:1");
  json.member("version", std::int64_t{1});
  write_shape(json, mapping);
  write_meaning(json, mapping);
  return json.end_object().take();
}

std::string mapping_hash(const Mapping& mapping) {
  JsonWriter json;
  json.begin_object();
  write_meaning(json, mapping);
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : json.end_object().take()) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) {
    digits += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return digits;
}

}  // namespace supportcalc
