#include "api/rests_on_json.h"

namespace supportcalc {

void write_rests_on(const RestsOn& rests_on, JsonWriter& json) {
  json.begin_object().key("assumptions").begin_array();
  for (const auto& [id, value] : rests_on.assumptions) {
    json.begin_object().member("id", id).member("value", value).end_object();
  }
  json.end_array().key("ambiguities").begin_array();
  for (const auto* ambiguity : rests_on.ambiguities) {
    json.value(ambiguity->id);
  }
  json.end_array().flag("draft", rests_on.draft).end_object();
}

}  // namespace supportcalc
