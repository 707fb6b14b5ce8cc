#include "api/holes_json.h"

#include "api/json_writer.h"

namespace supportcalc {
namespace {

template <class Items>
void write_ids(std::string_view name, const Items& items, JsonWriter& json) {
  json.key(name).begin_array();
  for (const auto* item : items) {
    json.value(item->id);
  }
  json.end_array();
}

void write_variant(const LevelsVariant& variant, JsonWriter& json) {
  json.begin_object().member("id", variant.plan->id).key("options").begin_object();
  for (const auto& [option, value] : variant.options) {
    json.text_or_null(option, value);
  }
  json.end_object().end_object();
}

void write_hole(const Hole& hole, JsonWriter& json) {
  json.begin_object().member("reason", hole.fits.empty() ? "none-fits" : "several-fit");
  write_ids("fits", hole.fits, json);
  json.key("when").begin_object();
  for (const auto& [facet, values] : hole.when) {
    json.texts(facet, values);
  }
  json.end_object().member("combinations", static_cast<std::int64_t>(hole.combinations));
  write_ids("ambiguities", hole.named, json);
  write_ids("candidates", hole.candidates, json);
  json.end_object();
}

void write_levels(const LevelHoles& levels, JsonWriter& json) {
  json.begin_object().key("plans").begin_array();
  for (const auto& variant : levels.variants) {
    write_variant(variant, json);
  }
  json.end_array().texts("ask", levels.asked);
  write_ids("by_hand", levels.by_hand, json);
  if (levels.combinations == 0) {
    json.null("combinations");
  } else {
    json.member("combinations", static_cast<std::int64_t>(levels.combinations));
  }
  json.member("decided", static_cast<std::int64_t>(levels.decided)).key("holes").begin_array();
  for (const auto& hole : levels.holes) {
    write_hole(hole, json);
  }
  json.end_array().end_object();
}

}  // namespace

std::string holes_json(const Policy& policy, const std::vector<LevelHoles>& found) {
  JsonWriter json;
  json.begin_object().flag("ok", true).key("policy").begin_object();
  json.member("id", policy.id).member("revision", policy.revision).end_object().key("levels").begin_array();
  for (const auto& levels : found) {
    write_levels(levels, json);
  }
  return json.end_array().end_object().take();
}

}  // namespace supportcalc
