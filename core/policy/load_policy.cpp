#include <algorithm>

#include "policy/check.h"

#include "base/excerpt.h"
#include "policy/json_reader.h"
#include "policy/load.h"
#include "policy/names.h"

namespace supportcalc {
namespace {

constexpr std::int64_t kLargestFigure = 1'000'000;
constexpr std::size_t kDeepestPredicate = 8;

constexpr std::array<std::string_view, 3> kSupportNames = {"full", "community", "none"};
constexpr std::array<std::string_view, 8> kAvailabilityNames = {
    "yes", "no", "optional", "limited", "on-request", "if-agreed", "not-stated", "not-applicable"};
constexpr std::array<std::string_view, 3> kBoundNames = {"up-to", "at-least", "about"};
constexpr std::array<std::string_view, 7> kClockStartNames = {"submission",   "proper-submission", "acknowledgement",
                                                              "priority-set", "identification",    "patch-available",
                                                              "resolution"};
constexpr std::array<std::string_view, 3> kStatedNames = {"stated", "not-stated", "none"};
constexpr std::array<std::string_view, 12> kChannelKinds = {
    "email",     "phone",         "chat",        "portal",        "slack",  "video",
    "community", "documentation", "status-page", "issue-tracker", "widget", "account-manager"};
constexpr std::array<std::string_view, 7> kChannelRoles = {"preferred",  "primary", "fallback", "emergency",
                                                           "first-stop", "status",  "routing"};
constexpr std::array<std::string_view, 3> kAddressNames = {"published", "on-contract", "not-stated"};
constexpr std::array<std::string_view, 3> kTypedOptionNames = {"time-zone", "calendar", "window"};
constexpr std::array<std::string_view, 1> kPauseNames = {"customer"};
constexpr std::array<std::string_view, 3> kSideNames = {"vendor", "customer", "third-party"};
constexpr std::array<std::string_view, 5> kRemedyKinds = {"term-extension", "uptime-credit", "miss-count", "aim",
                                                          "contract"};
constexpr std::array<std::string_view, 7> kPeriodNames = {"ticket",  "day",  "week", "calendar-month",
                                                          "quarter", "year", "term"};
constexpr std::array<std::string_view, 3> kDeploymentNames = {"saas", "self-hosted", "managed"};
constexpr std::array<std::string_view, 2> kBlockNames = {"whole", "part"};
constexpr std::array<std::string_view, 2> kRemedyClockNames = {"target", "elapsed"};
constexpr std::array<std::string_view, 5> kGrantUnits = {"days", "weeks", "months", "percent", "currency"};
constexpr std::array<std::string_view, 4> kLifecycleRules = {"max-age", "latest-count", "major-overlap", "text"};
constexpr std::array<std::string_view, 4> kAmbiguityKinds = {"gap", "conflict", "change", "wording"};
constexpr std::array<std::string_view, 10> kTouchNames = {
    "severity", "escalation", "scope", "remedies", "channels", "hours", "plans", "ticket", "maintenance", "lifecycle"};
constexpr std::array<std::string_view, 12> kTopicNames = {"response-means", "resolution", "languages", "support-hours",
                                                          "contacts",       "quota",      "services",  "precedence",
                                                          "ticket",         "skills",     "security",  "other"};

void read_cite(JsonReader& reader, Cite& result) {
  const Json* json = reader.find("cite");
  if (json == nullptr) {
    reader.report(Code::ValueMissing, "", {{"key", "cite"}});
    return;
  }
  JsonReader cite(*json, reader.pointer_to("cite"), reader.problems());
  cite.required_id("source", result.source);
  cite.string("section", result.section);
  result.basis = cite.enumerator("basis", kBasisNames, Basis::Stated);
  cite.text("note", result.note);
  cite.finish();
}

// Reads a list of objects into `into`, each by `read(JsonReader&, T&)`, and reports what `read` did not ask for.
template <class T, class Read>
void read_list(JsonReader& reader, std::string_view key, std::vector<T>& into, const Read& read) {
  const Json* array = reader.find_array(key);
  if (array == nullptr) {
    return;
  }
  into = std::vector<T>(array->size());
  for (std::size_t i = 0; i < into.size(); ++i) {
    JsonReader item((*array)[i], reader.pointer_to(key) + "/" + std::to_string(i), reader.problems());
    read(item, into[i]);
    item.finish();
  }
}

// With `options_only`, for what is settled before there is a ticket.
Condition read_condition(JsonReader& reader, bool options_only = false) {
  Condition condition;
  const Json* json = reader.find("when");
  if (json == nullptr) {
    return condition;
  }
  JsonReader when(*json, reader.pointer_to("when"), reader.problems());
  const auto table = [&when](std::string_view key) {
    std::vector<std::pair<std::string, Ids>> result;
    if (const Json* object = when.find(key)) {
      JsonReader entries(*object, when.pointer_to(key), when.problems());
      for (const auto& [name, values] : when.members(key)) {
        result.emplace_back(name, entries.ids(name));
      }
    }
    return result;
  };
  condition.options = table("options");
  if (!options_only) {
    when.ids("channels", condition.channels);
    condition.impact = table("impact");
  }
  when.finish();
  return condition;
}

void read_selector(JsonReader& reader, Selector& selector) {
  reader.ids("plans", selector.plans);
  reader.ids("severities", selector.severities);
  selector.when = read_condition(reader);
}

Choice<std::string> read_choice(const Json& json, const std::string& pointer, Diagnostics& problems) {
  using By = Choice<std::string>::By;
  Choice<std::string> choice;
  if (json.is_string()) {
    choice.value = read_name(json, pointer, problems);
    return choice;
  }
  JsonReader reader(json, pointer, problems);
  reader.id("assumption", choice.id);
  if (!choice.id.empty()) {
    choice.by = By::Assumption;
  } else {
    choice.by = By::Option;
    reader.required_id("option", choice.id);
    for (const auto& [name, value] : reader.members("cases")) {
      choice.cases.emplace_back(name, read_name(*value, reader.pointer_to("cases") + pointer_step(name), problems));
    }
    if (const Json* otherwise = reader.find("otherwise")) {
      choice.value = read_name(*otherwise, reader.pointer_to("otherwise"), problems);
    }
  }
  reader.finish();
  return choice;
}

std::optional<Choice<std::string>> read_choice(JsonReader& reader, std::string_view key) {
  const Json* json = reader.find(key);
  if (json == nullptr) {
    return std::nullopt;
  }
  return read_choice(*json, reader.pointer_to(key), reader.problems());
}

std::optional<Amount> read_amount(JsonReader& reader, std::string_view key) {
  const Json* json = reader.find(key);
  if (json == nullptr) {
    return std::nullopt;
  }
  JsonReader amount(*json, reader.pointer_to(key), reader.problems());
  Amount result;
  if (!amount.has("unit")) {
    amount.report(Code::ValueMissing, "", {{"key", "unit"}});
  }
  result.unit = amount.enumerator("unit", kUnitNames, Unit::Hours);
  const auto value = amount.integer("value", 0, kLargestFigure);
  const auto min = amount.integer("min", 0, kLargestFigure);
  const auto max = amount.integer("max", 0, kLargestFigure);
  amount.id("option", result.option);
  result.min = value ? *value : min.value_or(0);
  result.max = value ? *value : max.value_or(result.min);
  const int ways = static_cast<int>(amount.has("value")) + static_cast<int>(amount.has("min") || amount.has("max")) +
                   static_cast<int>(amount.has("option"));
  if (ways != 1 || amount.has("min") != amount.has("max")) {
    amount.report(Code::PolicyAmountUnclear, "");
  } else if (result.min > result.max) {
    amount.report(Code::PolicyAmountOrder, "min");
  }
  amount.finish();
  return result;
}

void read_reading(JsonReader& reader, Reading& reading) {
  reader.required_id("id", reading.id);
  reader.text("label", reading.label);
  reading.hours = read_choice(reader, "hours");
  if (reader.has("unit")) {
    reading.unit = reader.enumerator("unit", kUnitNames, Unit::Hours);
  }
  reading.amount = read_amount(reader, "amount");
}

void read_promise(JsonReader& reader, Promise& promise) {
  if (!reader.has("commitment")) {
    reader.report(Code::ValueMissing, "", {{"key", "commitment"}});
  }
  promise.commitment = reader.enumerator("commitment", kCommitmentNames, Commitment::NotStated);
  promise.amount = read_amount(reader, "amount");
  promise.best_case = read_amount(reader, "best_case");
  promise.bound = reader.word("bound", kBoundNames);
  if (reader.has("day_count")) {
    promise.day_count = reader.enumerator("day_count", kDayCountNames, DayCount::SameTime);
  }
  promise.hours = read_choice(reader, "hours");
  read_list(reader, "readings", promise.readings, read_reading);
  reader.id("ambiguity", promise.ambiguity);
}

Predicate read_predicate(const Json& json, const std::string& pointer, Diagnostics& problems, std::size_t depth);

std::vector<Predicate> read_predicates(JsonReader& reader, std::string_view key, std::size_t depth) {
  return reader.list<Predicate>(key, [&](const Json& part, const std::string& at) {
    return read_predicate(part, at, reader.problems(), depth + 1);
  });
}

Predicate read_predicate(const Json& json, const std::string& pointer, Diagnostics& problems, std::size_t depth) {
  Predicate all{Predicate::Kind::All, {}, {}, {}};
  if (depth > kDeepestPredicate) {
    problems.push_back({Code::JsonTooDeep, pointer, {{"limit", std::to_string(kDeepestPredicate)}}});
    return all;
  }
  JsonReader reader(json, pointer, problems);
  if (!json.is_object()) {
    return all;
  }
  for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
    if (key == "all" || key == "any") {
      const auto kind = key == "all" ? Predicate::Kind::All : Predicate::Kind::Any;
      all.parts.push_back({kind, {}, {}, read_predicates(reader, key, depth)});
    } else if (key == "not") {
      reader.find(key);
      all.parts.push_back({Predicate::Kind::Not, {}, {}, {}});
      all.parts.back().parts.push_back(read_predicate(value, reader.pointer_to(key), problems, depth + 1));
    } else {
      all.parts.push_back({Predicate::Kind::Is, key, reader.ids(key), {}});
    }
  }
  // Several keys in one object all have to hold; the usual single one needs no wrapping.
  if (all.parts.size() == 1) {
    Predicate only = std::move(all.parts.front());
    return only;
  }
  return all;
}

void read_definition(JsonReader& reader, SeverityDefinition& definition) {
  reader.text("description", definition.description);
  if (const Json* rule = reader.find("rule")) {
    definition.rule = read_predicate(*rule, reader.pointer_to("rule"), reader.problems(), 1);
  }
  read_cite(reader, definition.cite);
}

std::vector<Text> read_texts(JsonReader& reader, std::string_view key) {
  return reader.list<Text>(
      key, [&](const Json& json, const std::string& at) { return read_text(json, at, reader.problems()); });
}

std::optional<Quantity> read_quantity(JsonReader& reader, std::string_view key) {
  const Json* json = reader.find(key);
  if (json == nullptr) {
    return std::nullopt;
  }
  JsonReader item(*json, reader.pointer_to(key), reader.problems());
  Quantity quantity;
  item.require("value");
  quantity.value = item.integer("value", 0, kLargestFigure).value_or(0);
  item.required_id("unit", quantity.unit);
  quantity.per = item.word("per", kPeriodNames);
  item.finish();
  return quantity;
}

void read_option(JsonReader& reader, Option& option) {
  reader.required_id("id", option.id);
  reader.required_text("label", option.label);
  reader.ids("plans", option.plans);
  read_list(reader, "choices", option.choices, [](JsonReader& choice, Option::Value& value) {
    choice.required_id("id", value.id);
    choice.required_text("label", value.label);
  });
  if (const Json* json = reader.find("integer")) {
    JsonReader integer(*json, reader.pointer_to("integer"), reader.problems());
    option.type = Option::Type::Integer;
    option.min = integer.integer("min", 0, kLargestFigure).value_or(0);
    option.max = integer.integer("max", 0, kLargestFigure).value_or(kLargestFigure);
    integer.string("unit", option.unit);
    integer.finish();
  }
  const std::string type = reader.word("type", kTypedOptionNames);
  if (type == "time-zone") {
    option.type = Option::Type::TimeZone;
  } else if (type == "calendar") {
    option.type = Option::Type::Calendar;
  } else if (type == "window") {
    option.type = Option::Type::Window;
  }
  const int ways = static_cast<int>(reader.has("choices")) + static_cast<int>(reader.has("integer")) +
                   static_cast<int>(reader.has("type"));
  if (ways != 1 || (reader.has("choices") && option.choices.empty())) {
    reader.report(Code::PolicyOptionChoices, "");
  }
  reader.string("default", option.default_value);
  read_cite(reader, option.cite);
}

void read_assumption(JsonReader& reader, Assumption& assumption) {
  reader.required_id("id", assumption.id);
  assumption.type = reader.enumerator("type", kAssumptionTypeNames, Assumption::Type::TimeZone);
  if (!reader.has("type")) {
    reader.report(Code::ValueMissing, "", {{"key", "type"}});
  }
  reader.text("label", assumption.label);
  reader.required_string("default", assumption.default_value);
  reader.ids("choices", assumption.choices);
  reader.required_text("why", assumption.why);
  read_cite(reader, assumption.cite);
}

seconds read_time(JsonReader& reader, std::string_view key) {
  const auto time = parse_time_of_day(reader.required_string(key), reader.pointer_to(key));
  if (!time) {
    reader.problems().insert(reader.problems().end(), time.diagnostics().begin(), time.diagnostics().end());
    return {};
  }
  return *time;
}

date::weekday read_weekday(const std::string& name, const std::string& pointer, Diagnostics& problems) {
  const auto day = parse_weekday(name);
  if (!day) {
    problems.push_back(
        {Code::ValueNotAllowed, pointer, {{"value", name}, {"allowed", "mon, tue, wed, thu, fri, sat, sun"}}});
  }
  return day.value_or(date::Monday);
}

std::vector<date::weekday> read_weekdays(JsonReader& reader, std::string_view key) {
  return reader.list<date::weekday>(key, [&](const Json& json, const std::string& at) {
    return read_weekday(read_string(json, at, reader.problems()), at, reader.problems());
  });
}

void read_window(JsonReader& reader, HoursWindow& window) {
  window.days = read_weekdays(reader, "days");
  if (window.days.empty()) {
    reader.report(Code::ValueMissing, "", {{"key", "days"}});
  }
  window.times = read_choice(reader, "times");
  if (window.times) {
    return;
  }
  window.open = read_time(reader, "open");
  window.close = read_time(reader, "close");
  if (window.open == date::days{1}) {
    reader.report(Code::PolicyHoursOpening, "open");
  }
  if (reader.has("close_day")) {
    const std::string close_day = reader.string("close_day");
    window.close_day = read_weekday(close_day, reader.pointer_to("close_day"), reader.problems());
  }
}

void read_hours(JsonReader& reader, HoursDefinition& hours) {
  reader.required_id("id", hours.id);
  reader.required_text("label", hours.label);
  hours.always = reader.boolean("always");
  const auto zone = read_choice(reader, "time_zone");
  const auto holidays = read_choice(reader, "holidays");
  read_list(reader, "windows", hours.windows, read_window);
  hours.extra_holidays = read_holiday_rules(reader, "extra_holidays", nullptr);
  if (!hours.always) {
    if (!zone) {
      reader.report(Code::ValueMissing, "", {{"key", "time_zone"}});
    }
    if (!holidays) {
      reader.report(Code::PolicyHoursHolidaysMissing, "");
    }
    if (hours.windows.empty()) {
      reader.report(Code::CalendarNeverOpens, "");
    }
  }
  hours.time_zone = zone.value_or(Choice<std::string>{});
  hours.holidays = holidays.value_or(Choice<std::string>{});
  read_cite(reader, hours.cite);
}

void read_feature(JsonReader& reader, Feature& feature) {
  reader.required_id("id", feature.id);
  reader.required_text("label", feature.label);
  const Json* value = reader.find("value");
  const auto known = value != nullptr && value->is_string() &&
                     std::find(kAvailabilityNames.begin(), kAvailabilityNames.end(), value->get<std::string>()) !=
                         kAvailabilityNames.end();
  if (known) {
    feature.value = value->get<std::string>();
  } else {
    reader.text("value", feature.text);
  }
  feature.quantity = read_quantity(reader, "quantity");
  if (value == nullptr && !feature.quantity) {
    reader.report(Code::ValueMissing, "", {{"key", "value"}});
  }
  read_cite(reader, feature.cite);
}

void read_contact(JsonReader& reader, Contact& contact) {
  contact.kind = reader.required_word("kind", kChannelKinds);
  reader.string("address", contact.address);
}

void read_plan(JsonReader& reader, Plan& plan) {
  reader.required_id("id", plan.id);
  reader.required_text("label", plan.label);
  reader.text("description", plan.description);
  plan.support = reader.word("support", kSupportNames);
  reader.id("builds_on", plan.builds_on);
  plan.deployment = reader.word("deployment", kDeploymentNames);
  reader.ids("also_known_as", plan.also_known_as);
  read_list(reader, "features", plan.features, read_feature);
  read_cite(reader, plan.cite);
}

void read_question(JsonReader& reader, Facet& facet) {
  reader.required_id("id", facet.id);
  reader.required_text("label", facet.label);
  read_list(reader, "values", facet.values, [](JsonReader& item, FacetValue& value) {
    item.required_id("id", value.id);
    item.required_text("label", value.label);
  });
  if (facet.values.empty()) {
    reader.report(Code::ValueMissing, "", {{"key", "values"}});
  }
  Cite cite;
  read_cite(reader, cite);
}

void read_severity(JsonReader& reader, Severity& severity) {
  reader.required_id("id", severity.id);
  reader.required_text("label", severity.label);
  reader.text("name", severity.name);
  reader.ids("also_known_as", severity.also_known_as);
  reader.ids("plans", severity.plans);
  read_definition(reader, severity.definition);
  severity.cite = severity.definition.cite;
  read_list(reader, "definitions", severity.definitions, [](JsonReader& item, SeverityDefinition& definition) {
    read_definition(item, definition);
    item.ids("plans", definition.plans);
    definition.when = read_condition(item, true);
  });
  severity.examples = read_texts(reader, "examples");
  severity.counter_examples = read_texts(reader, "counter_examples");
  read_list(reader, "transitions", severity.transitions, [](JsonReader& item, Transition& transition) {
    item.required_id("to", transition.to);
    item.required_text("when", transition.when);
    transition.automatic = item.boolean("automatic");
    read_cite(item, transition.cite);
  });
  reader.text("follow_up", severity.follow_up);
}

void read_target(JsonReader& reader, Target& target) {
  if (!reader.has("kind")) {
    reader.report(Code::ValueMissing, "", {{"key", "kind"}});
  }
  target.kind = reader.enumerator("kind", kKindNames, Kind::FirstResponse);
  read_selector(reader, target.where);
  read_promise(reader, target.promise);
  if (const Json* json = reader.find("clock")) {
    JsonReader clock(*json, reader.pointer_to("clock"), reader.problems());
    target.clock.starts = clock.word("starts", kClockStartNames);
    target.clock.pauses = !clock.word("pauses", kPauseNames).empty();
    clock.text("note", target.clock.note);
    clock.finish();
  }
  if (const Json* json = reader.find("share")) {
    JsonReader share(*json, reader.pointer_to("share"), reader.problems());
    share.require("percent");
    target.share_percent = static_cast<int>(share.integer("percent", 1, 100).value_or(0));
    target.share_per = share.word("per", kPeriodNames);
    share.finish();
  }
  reader.string("word", target.word);
  reader.text("note", target.note);
  read_cite(reader, target.cite);
}

void read_step(JsonReader& reader, EscalationStep& step) {
  reader.required_id("id", step.id);
  reader.required_text("label", step.label);
  reader.text("trigger", step.trigger);
  reader.text("how", step.how);
  read_list(reader, "contacts", step.contacts, read_contact);
  step.contact_all = reader.boolean("contact_all");
  step.roles = read_texts(reader, "roles");
  step.automatic = reader.boolean("automatic");
  read_selector(reader, step.where);
  read_promise(reader, step.promise);
  reader.text("note", step.note);
  read_cite(reader, step.cite);
}

Escalation read_escalation(JsonReader& parent) {
  Escalation escalation;
  const Json* json = parent.find("escalation");
  if (json == nullptr) {
    parent.report(Code::ValueMissing, "", {{"key", "escalation"}});
    return escalation;
  }
  JsonReader reader(*json, parent.pointer_to("escalation"), parent.problems());
  escalation.status = reader.required_word("status", kStatedNames);
  reader.text("note", escalation.note);
  read_list(reader, "steps", escalation.steps, read_step);
  read_cite(reader, escalation.cite);
  reader.finish();
  return escalation;
}

void read_channel(JsonReader& reader, Channel& channel) {
  reader.required_id("id", channel.id);
  channel.kind = reader.required_word("kind", kChannelKinds);
  reader.text("label", channel.label);
  reader.string("address", channel.address);
  channel.role = reader.word("role", kChannelRoles);
  if (const Json* json = reader.find("availability")) {
    JsonReader availability(*json, reader.pointer_to("availability"), reader.problems());
    for (const auto& [plan, value] : reader.members("availability")) {
      channel.availability.emplace_back(plan, availability.word(plan, kAvailabilityNames));
    }
  }
  reader.ids("for", channel.purposes);
  reader.ids("required_for", channel.required_for);
  reader.id("hours", channel.hours);
  channel.address_status = reader.word("address_status", kAddressNames);
  reader.text("note", channel.note);
  read_selector(reader, channel.where);
  read_cite(reader, channel.cite);
}

void read_scope_item(JsonReader& reader, ScopeItem& item) {
  reader.id("id", item.id);
  reader.text("label", item.label);
  reader.require("verdict");
  item.verdict = reader.enumerator("verdict", kVerdictNames, Verdict::NotStated);
  reader.text("condition", item.condition);
  reader.text("example", item.example);
  reader.text("instead", item.instead);
  reader.text("effort", item.effort);
  reader.text("note", item.note);
  if (reader.has("commitment")) {
    item.commitment = reader.enumerator("commitment", kCommitmentNames, Commitment::NotStated);
  }
  read_selector(reader, item.where);
  read_cite(reader, item.cite);
}

void read_named_scope_item(JsonReader& reader, ScopeItem& item) {
  reader.required_id("id", item.id);
  reader.required_text("label", item.label);
  read_scope_item(reader, item);
}

Scope read_scope(JsonReader& parent) {
  Scope scope;
  const Json* json = parent.find("scope");
  if (json == nullptr) {
    return scope;
  }
  JsonReader reader(*json, parent.pointer_to("scope"), parent.problems());
  read_list(reader, "topics", scope.topics, read_named_scope_item);
  read_list(reader, "maturities", scope.maturities, read_named_scope_item);
  if (const Json* beyond = reader.find("beyond")) {
    JsonReader item(*beyond, reader.pointer_to("beyond"), reader.problems());
    read_scope_item(item, scope.beyond.emplace());
    item.finish();
  }
  read_list(reader, "responsibilities", scope.responsibilities, [](JsonReader& item, Responsibility& responsibility) {
    responsibility.side = item.required_word("side", kSideNames);
    item.required_text("text", responsibility.text);
    read_cite(item, responsibility.cite);
  });
  reader.finish();
  return scope;
}

void read_claim(JsonReader& reader, Claim& claim) {
  claim.within_days = reader.integer("within_days", 0, 3660);
  claim.used_within_days = reader.integer("used_within_days", 0, 3660);
  reader.string("to", claim.to);
  reader.text("proof", claim.proof);
  reader.text("cap", claim.cap);
  reader.text("minimum", claim.minimum);
  if (reader.has("cash")) {
    claim.cash = reader.boolean("cash");
  }
  reader.text("text", claim.text);
  read_cite(reader, claim.cite);
}

// A list of target kinds and other parts of an answer.
template <std::size_t N>
Ids read_subjects(JsonReader& reader, std::string_view key, const std::array<std::string_view, N>& others) {
  Ids subjects = reader.ids(key);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const auto& name = subjects[i];
    if (!name.empty() && std::find(others.begin(), others.end(), name) == others.end() &&
        std::find(kKindNames.begin(), kKindNames.end(), name) == kKindNames.end()) {
      reader.problems().push_back(
          {Code::ValueNotAllowed,
           reader.pointer_to(key) + "/" + std::to_string(i),
           {{"value", excerpt(name)}, {"allowed", list_names(kKindNames) + ", " + list_names(others)}}});
    }
  }
  return subjects;
}

void read_remedy(JsonReader& reader, Remedy& remedy) {
  reader.required_id("id", remedy.id);
  remedy.kind = reader.required_word("kind", kRemedyKinds);
  reader.text("text", remedy.text);
  remedy.applies_to = read_subjects(reader, "applies_to", std::array<std::string_view, 1>{"escalation"});
  if (const auto per = read_amount(reader, "per")) {
    remedy.per = *per;
  }
  if (const Json* json = reader.find("grants")) {
    JsonReader grants(*json, reader.pointer_to("grants"), reader.problems());
    grants.require("value");
    remedy.grants = grants.integer("value", 1, kLargestFigure).value_or(0);
    remedy.grants_unit = grants.required_word("unit", kGrantUnits);
    grants.finish();
  }
  read_list(reader, "readings", remedy.readings, [](JsonReader& item, RemedyReading& reading) {
    item.required_id("id", reading.id);
    reading.part_blocks = item.word("blocks", kBlockNames) == "part";
    reading.elapsed_clock = item.word("clock", kRemedyClockNames) == "elapsed";
    item.text("label");
  });
  reader.id("ambiguity", remedy.ambiguity);
  if (const Json* json = reader.find("misses")) {
    JsonReader misses(*json, reader.pointer_to("misses"), reader.problems());
    misses.require("count");
    remedy.misses = misses.integer("count", 1, kLargestFigure).value_or(0);
    remedy.misses_per = misses.required_word("per", kPeriodNames);
    misses.finish();
  }
  read_list(reader, "promise", remedy.promise, [](JsonReader& item, UptimePromise& promise) {
    item.ids("plans", promise.plans);
    item.required_string("percent", promise.percent);
  });
  read_list(reader, "table", remedy.table, [](JsonReader& item, UptimeStep& step) {
    item.string("promised", step.promised);
    item.string("from", step.from);
    item.string("below", step.below);
    item.required_string("credit", step.credit);
  });
  if (const Json* json = reader.find("claim")) {
    JsonReader claim(*json, reader.pointer_to("claim"), reader.problems());
    read_claim(claim, remedy.claim.emplace());
    claim.finish();
  }
  read_selector(reader, remedy.where);
  read_cite(reader, remedy.cite);
  const bool incomplete = (remedy.kind == "term-extension" && (remedy.grants == 0 || remedy.per.min == 0)) ||
                          (remedy.kind == "miss-count" && (remedy.misses == 0 || remedy.misses_per.empty()));
  if (incomplete) {
    reader.report(Code::PolicyRemedyIncomplete, "");
  }
}

void read_ticket_item(JsonReader& reader, TicketItem& item) {
  reader.required_id("id", item.id);
  reader.required_text("label", item.label);
  item.required = reader.boolean("required");
  item.rule = reader.boolean("rule");
  reader.text("note", item.note);
  read_cite(reader, item.cite);
}

void read_lifecycle(JsonReader& reader, LifecycleRule& rule) {
  reader.required_id("id", rule.id);
  rule.rule = reader.required_word("rule", kLifecycleRules);
  rule.months = static_cast<int>(reader.integer("months", 0, 1200).value_or(0));
  rule.days = static_cast<int>(reader.integer("days", 0, 36525).value_or(0));
  rule.count = static_cast<int>(reader.integer("count", 0, 1000).value_or(0));
  reader.string("of", rule.of);
  reader.string("effect", rule.effect_name);
  reader.required_text("text", rule.text);
  read_selector(reader, rule.where);
  read_cite(reader, rule.cite);
}

void read_fact(JsonReader& reader, Fact& fact) {
  reader.required_id("id", fact.id);
  fact.topic = reader.required_word("topic", kTopicNames);
  reader.required_text("text", fact.text);
  fact.quantity = read_quantity(reader, "quantity");
  read_selector(reader, fact.where);
  read_cite(reader, fact.cite);
}

void read_maintenance(JsonReader& reader, Maintenance& maintenance) {
  reader.required_id("id", maintenance.id);
  reader.required_text("text", maintenance.text);
  maintenance.days = read_weekdays(reader, "days");
  maintenance.nth = static_cast<int>(reader.integer("nth", -1, 5).value_or(0));
  if (reader.has("open") || reader.has("close")) {
    maintenance.window = {read_time(reader, "open"), read_time(reader, "close")};
  }
  reader.string("time_zone", maintenance.time_zone);
  maintenance.typical_minutes = static_cast<int>(reader.integer("typical_minutes", 0, 100'000).value_or(0));
  maintenance.notice = read_amount(reader, "notice");
  maintenance.cap = read_quantity(reader, "cap");
  reader.id("announced_on", maintenance.announced_on);
  read_selector(reader, maintenance.where);
  read_cite(reader, maintenance.cite);
}

void read_ambiguity(JsonReader& reader, Ambiguity& ambiguity) {
  reader.required_id("id", ambiguity.id);
  reader.required_text("text", ambiguity.text);
  reader.text("resolution", ambiguity.resolution);
  ambiguity.kind = reader.required_word("kind", kAmbiguityKinds);
  ambiguity.touches = read_subjects(reader, "touches", kTouchNames);
  reader.ids("candidates", ambiguity.candidates);
  read_selector(reader, ambiguity.where);
  read_cite(reader, ambiguity.cite);
}

void read_head(JsonReader& reader, Policy& policy) {
  reader.string("$schema");
  reader.required_id("id", policy.id);
  reader.required_id("revision", policy.revision);
  reader.required_text("title", policy.title);
  if (const Json* json = reader.find("vendor")) {
    JsonReader vendor(*json, reader.pointer_to("vendor"), reader.problems());
    vendor.required_string("name", policy.vendor_name);
    policy.vendor_url = read_url(vendor, "url");
    vendor.finish();
  } else {
    reader.report(Code::ValueMissing, "", {{"key", "vendor"}});
  }
  policy.status = reader.enumerator("status", kStatusNames, Status::Published);
  policy.in_force_from = reader.day("in_force_from");
  policy.in_force_until = reader.day("in_force_until");
  reader.day("read_on");
  reader.required_string("read_on", policy.read_on);
  if (const auto zone = read_choice(reader, "time_zone")) {
    policy.time_zone = *zone;
  }
  if (const Json* json = reader.find("yields_to")) {
    JsonReader fact(*json, reader.pointer_to("yields_to"), reader.problems());
    auto& yields_to = policy.yields_to.emplace();
    yields_to.id = "yields-to";
    yields_to.topic = "precedence";
    fact.required_text("text", yields_to.text);
    read_cite(fact, yields_to.cite);
    fact.finish();
  }
  read_list(reader, "sources", policy.sources, read_source);
}

void read_settings(JsonReader& reader, Policy& policy) {
  if (const Json* json = reader.find("severity_setting")) {
    JsonReader setting(*json, reader.pointer_to("severity_setting"), reader.problems());
    setting.text("set_by", policy.severity_set_by);
    setting.text("may_change", policy.severity_may_change);
    read_cite(setting, policy.severity_setting_cite);
    setting.finish();
  }
  for (const auto& [facet, value] : reader.members("presumed")) {
    JsonReader presumed(*value, reader.pointer_to("presumed") + pointer_step(facet), reader.problems());
    auto& entry = policy.presumed.emplace_back();
    entry.facet = facet;
    presumed.required_id("value", entry.value);
    read_cite(presumed, entry.cite);
    presumed.finish();
  }
  if (const Json* json = reader.find("default_severity")) {
    JsonReader setting(*json, reader.pointer_to("default_severity"), reader.problems());
    setting.required_id("severity", policy.default_severity);
    read_cite(setting, policy.default_severity_cite);
    setting.finish();
  }
  if (const Json* json = reader.find("remedies_status")) {
    JsonReader status(*json, reader.pointer_to("remedies_status"), reader.problems());
    policy.remedies_status = status.required_word("status", kStatedNames);
    read_cite(status, policy.remedies_status_cite);
    status.finish();
  }
}

}  // namespace

std::string read_url(JsonReader& reader, std::string_view key) {
  const std::size_t before = reader.problems().size();
  std::string url = reader.string(key);
  if (reader.has(key) && reader.problems().size() == before && url.rfind("https://", 0) != 0) {
    reader.report(Code::PolicyUrlScheme, key, {{"url", excerpt(url)}});
  }
  return url;
}

void read_source(JsonReader& reader, Source& source) {
  reader.required_id("id", source.id);
  reader.required_string("title", source.title);
  source.url = read_url(reader, "url");
  reader.string("repository", source.repository);
  reader.string("path", source.path);
  reader.string("commit", source.commit);
  reader.string("date", source.date);
  reader.text("note", source.note);
}

Loaded<Policy> load_policy(std::string_view text) {
  const auto json = parse_json(text, kPolicyLimits);
  return json ? load_policy(*json) : Loaded<Policy>{{}, json.diagnostics()};
}

Loaded<Policy> load_policy(const Json& json) {
  Loaded<Policy> loaded;
  Policy& policy = loaded.value;
  JsonReader reader(json, "", loaded.problems);
  report_nulls(json, {"/in_force_from", "/in_force_until"}, loaded.problems);
  read_head(reader, policy);
  read_list(reader, "options", policy.options, read_option);
  read_list(reader, "assumptions", policy.assumptions, read_assumption);
  read_list(reader, "hours", policy.hours, read_hours);
  read_list(reader, "questions", policy.questions, read_question);
  read_list(reader, "plans", policy.plans, read_plan);
  read_list(reader, "severities", policy.severities, read_severity);
  read_settings(reader, policy);
  read_list(reader, "targets", policy.targets, read_target);
  policy.escalation = read_escalation(reader);
  read_list(reader, "channels", policy.channels, read_channel);
  policy.scope = read_scope(reader);
  read_list(reader, "remedies", policy.remedies, read_remedy);
  read_list(reader, "ticket", policy.ticket, read_ticket_item);
  read_list(reader, "lifecycle", policy.lifecycle, read_lifecycle);
  read_list(reader, "maintenance", policy.maintenance, read_maintenance);
  read_list(reader, "facts", policy.facts, read_fact);
  read_list(reader, "ambiguities", policy.ambiguities, read_ambiguity);
  reader.finish();
  check_references(policy, loaded.problems);
  return loaded;
}

}  // namespace supportcalc
