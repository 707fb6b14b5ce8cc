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
constexpr std::array<std::string_view, 8> kAvailabilityNames = {"yes",        "no",        "optional",   "limited",
                                                                "on-request", "if-agreed", "not-stated", "not-applicable"};
constexpr std::array<std::string_view, 3> kBoundNames = {"up-to", "at-least", "about"};
constexpr std::array<std::string_view, 7> kClockStartNames = {
    "submission",     "proper-submission", "acknowledgement", "priority-set",
    "identification", "patch-available",   "resolution"};
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
constexpr std::array<std::string_view, 7> kPeriodNames = {"ticket", "day", "week", "calendar-month", "quarter", "year", "term"};
constexpr std::array<std::string_view, 3> kDeploymentNames = {"saas", "self-hosted", "managed"};
constexpr std::array<std::string_view, 2> kBlockNames = {"whole", "part"};
constexpr std::array<std::string_view, 2> kRemedyClockNames = {"target", "elapsed"};
constexpr std::array<std::string_view, 5> kGrantUnits = {"days", "weeks", "months", "percent", "currency"};
constexpr std::array<std::string_view, 4> kLifecycleRules = {"max-age", "latest-count", "major-overlap", "text"};
constexpr std::array<std::string_view, 4> kAmbiguityKinds = {"gap", "conflict", "change", "wording"};
constexpr std::array<std::string_view, 10> kTouchNames = {"severity", "escalation", "scope", "remedies",    "channels",
                                                          "hours",    "plans",      "ticket", "maintenance", "lifecycle"};
constexpr std::array<std::string_view, 12> kTopicNames = {
    "response-means", "resolution", "languages", "support-hours", "contacts", "quota",
    "services",       "precedence", "ticket",    "skills",        "security", "other"};

Cite read_cite(JsonReader& reader) {
  const Json* json = reader.find("cite");
  if (json == nullptr) {
    reader.report(Code::ValueMissing, "", {{"key", "cite"}});
    return {};
  }
  JsonReader cite(*json, reader.pointer_to("cite"), reader.problems());
  Cite result;
  result.source = cite.required_id("source");
  result.section = cite.string("section");
  result.basis = cite.enumerator("basis", kBasisNames, Basis::Stated);
  result.note = cite.text("note");
  cite.finish();
  return result;
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
    condition.channels = when.ids("channels");
    condition.impact = table("impact");
  }
  when.finish();
  return condition;
}

Selector read_selector(JsonReader& reader) {
  Selector selector;
  selector.plans = reader.ids("plans");
  selector.severities = reader.ids("severities");
  selector.when = read_condition(reader);
  return selector;
}

Choice<std::string> read_choice(const Json& json, const std::string& pointer, Diagnostics& problems) {
  using By = Choice<std::string>::By;
  Choice<std::string> choice;
  if (json.is_string()) {
    choice.value = read_name(json, pointer, problems);
    return choice;
  }
  JsonReader reader(json, pointer, problems);
  choice.id = reader.id("assumption");
  if (!choice.id.empty()) {
    choice.by = By::Assumption;
  } else {
    choice.by = By::Option;
    choice.id = reader.required_id("option");
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
  result.option = amount.id("option");
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

std::vector<Reading> read_readings(JsonReader& reader) {
  return reader.list<Reading>("readings", [&](const Json& json, const std::string& at) {
    JsonReader item(json, at, reader.problems());
    Reading reading;
    reading.id = item.required_id("id");
    reading.label = item.text("label");
    reading.hours = read_choice(item, "hours");
    if (item.has("unit")) {
      reading.unit = item.enumerator("unit", kUnitNames, Unit::Hours);
    }
    reading.amount = read_amount(item, "amount");
    item.finish();
    return reading;
  });
}

Promise read_promise(JsonReader& reader) {
  Promise promise;
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
  promise.readings = read_readings(reader);
  promise.ambiguity = reader.id("ambiguity");
  return promise;
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

SeverityDefinition read_definition(JsonReader& reader) {
  SeverityDefinition definition;
  definition.description = reader.text("description");
  if (const Json* rule = reader.find("rule")) {
    definition.rule = read_predicate(*rule, reader.pointer_to("rule"), reader.problems(), 1);
  }
  definition.cite = read_cite(reader);
  return definition;
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
  quantity.unit = item.required_id("unit");
  quantity.per = item.word("per", kPeriodNames);
  item.finish();
  return quantity;
}

Option read_option(JsonReader& reader) {
  Option option;
  option.id = reader.required_id("id");
  option.label = reader.required_text("label");
  option.plans = reader.ids("plans");
  option.choices = reader.list<Option::Value>("choices", [&](const Json& json, const std::string& at) {
    JsonReader choice(json, at, reader.problems());
    Option::Value value{choice.required_id("id"), choice.required_text("label")};
    choice.finish();
    return value;
  });
  if (const Json* json = reader.find("integer")) {
    JsonReader integer(*json, reader.pointer_to("integer"), reader.problems());
    option.type = Option::Type::Integer;
    option.min = integer.integer("min", 0, kLargestFigure).value_or(0);
    option.max = integer.integer("max", 0, kLargestFigure).value_or(kLargestFigure);
    option.unit = integer.string("unit");
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
  option.default_value = reader.string("default");
  option.cite = read_cite(reader);
  return option;
}

Assumption read_assumption(JsonReader& reader) {
  Assumption assumption;
  assumption.id = reader.required_id("id");
  assumption.type = reader.enumerator("type", kAssumptionTypeNames, Assumption::Type::TimeZone);
  if (!reader.has("type")) {
    reader.report(Code::ValueMissing, "", {{"key", "type"}});
  }
  assumption.label = reader.text("label");
  assumption.default_value = reader.required_string("default");
  assumption.choices = reader.ids("choices");
  assumption.why = reader.required_text("why");
  assumption.cite = read_cite(reader);
  return assumption;
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
    problems.push_back({Code::ValueNotAllowed, pointer, {{"value", name}, {"allowed", "mon, tue, wed, thu, fri, sat, sun"}}});
  }
  return day.value_or(date::Monday);
}

std::vector<date::weekday> read_weekdays(JsonReader& reader, std::string_view key) {
  return reader.list<date::weekday>(key, [&](const Json& json, const std::string& at) {
    return read_weekday(read_string(json, at, reader.problems()), at, reader.problems());
  });
}

HoursWindow read_window(JsonReader& reader) {
  HoursWindow window;
  window.days = read_weekdays(reader, "days");
  if (window.days.empty()) {
    reader.report(Code::ValueMissing, "", {{"key", "days"}});
  }
  window.times = read_choice(reader, "times");
  if (window.times) {
    return window;
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
  return window;
}

HoursDefinition read_hours(JsonReader& reader) {
  HoursDefinition hours;
  hours.id = reader.required_id("id");
  hours.label = reader.required_text("label");
  hours.always = reader.boolean("always");
  const auto zone = read_choice(reader, "time_zone");
  const auto holidays = read_choice(reader, "holidays");
  hours.windows = reader.list<HoursWindow>("windows", [&](const Json& json, const std::string& at) {
    JsonReader window(json, at, reader.problems());
    HoursWindow result = read_window(window);
    window.finish();
    return result;
  });
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
  hours.cite = read_cite(reader);
  return hours;
}

Feature read_feature(JsonReader& reader) {
  Feature feature;
  feature.id = reader.required_id("id");
  feature.label = reader.required_text("label");
  const Json* value = reader.find("value");
  const auto known = value != nullptr && value->is_string() &&
                     std::find(kAvailabilityNames.begin(), kAvailabilityNames.end(), value->get<std::string>()) !=
                         kAvailabilityNames.end();
  if (known) {
    feature.value = value->get<std::string>();
  } else {
    feature.text = reader.text("value");
  }
  feature.quantity = read_quantity(reader, "quantity");
  if (value == nullptr && !feature.quantity) {
    reader.report(Code::ValueMissing, "", {{"key", "value"}});
  }
  feature.cite = read_cite(reader);
  return feature;
}

Contact read_contact(JsonReader& reader) {
  Contact contact;
  contact.kind = reader.required_word("kind", kChannelKinds);
  contact.address = reader.string("address");
  return contact;
}

// Reads a list of objects, each by `read(JsonReader&)`, and reports what `read` did not ask for.
template <class Read>
auto read_list(JsonReader& reader, std::string_view key, const Read& read) {
  using T = decltype(read(reader));
  return reader.list<T>(key, [&](const Json& json, const std::string& at) {
    JsonReader item(json, at, reader.problems());
    T value = read(item);
    item.finish();
    return value;
  });
}

Plan read_plan(JsonReader& reader) {
  Plan plan;
  plan.id = reader.required_id("id");
  plan.label = reader.required_text("label");
  plan.description = reader.text("description");
  plan.support = reader.word("support", kSupportNames);
  plan.builds_on = reader.id("builds_on");
  plan.deployment = reader.word("deployment", kDeploymentNames);
  plan.also_known_as = reader.ids("also_known_as");
  plan.features = read_list(reader, "features", read_feature);
  plan.cite = read_cite(reader);
  return plan;
}

Facet read_question(JsonReader& reader) {
  Facet facet;
  facet.id = reader.required_id("id");
  facet.label = reader.required_text("label");
  facet.values = read_list(reader, "values", [](JsonReader& value) {
    return FacetValue{value.required_id("id"), value.required_text("label")};
  });
  if (facet.values.empty()) {
    reader.report(Code::ValueMissing, "", {{"key", "values"}});
  }
  read_cite(reader);
  return facet;
}

Severity read_severity(JsonReader& reader) {
  Severity severity;
  severity.id = reader.required_id("id");
  severity.label = reader.required_text("label");
  severity.name = reader.text("name");
  severity.also_known_as = reader.ids("also_known_as");
  severity.plans = reader.ids("plans");
  severity.definition = read_definition(reader);
  severity.cite = severity.definition.cite;
  severity.definitions = read_list(reader, "definitions", [](JsonReader& item) {
    SeverityDefinition definition = read_definition(item);
    definition.plans = item.ids("plans");
    definition.when = read_condition(item, true);
    return definition;
  });
  severity.examples = read_texts(reader, "examples");
  severity.counter_examples = read_texts(reader, "counter_examples");
  severity.transitions = read_list(reader, "transitions", [](JsonReader& item) {
    Transition transition;
    transition.to = item.required_id("to");
    transition.when = item.required_text("when");
    transition.automatic = item.boolean("automatic");
    transition.cite = read_cite(item);
    return transition;
  });
  severity.follow_up = reader.text("follow_up");
  return severity;
}

Target read_target(JsonReader& reader) {
  Target target;
  if (!reader.has("kind")) {
    reader.report(Code::ValueMissing, "", {{"key", "kind"}});
  }
  target.kind = reader.enumerator("kind", kKindNames, Kind::FirstResponse);
  target.where = read_selector(reader);
  target.promise = read_promise(reader);
  if (const Json* json = reader.find("clock")) {
    JsonReader clock(*json, reader.pointer_to("clock"), reader.problems());
    target.clock.starts = clock.word("starts", kClockStartNames);
    target.clock.pauses = !clock.word("pauses", kPauseNames).empty();
    target.clock.note = clock.text("note");
    clock.finish();
  }
  if (const Json* json = reader.find("share")) {
    JsonReader share(*json, reader.pointer_to("share"), reader.problems());
    share.require("percent");
    target.share_percent = static_cast<int>(share.integer("percent", 1, 100).value_or(0));
    target.share_per = share.word("per", kPeriodNames);
    share.finish();
  }
  target.word = reader.string("word");
  target.note = reader.text("note");
  target.cite = read_cite(reader);
  return target;
}

EscalationStep read_step(JsonReader& reader) {
  EscalationStep step;
  step.id = reader.required_id("id");
  step.label = reader.required_text("label");
  step.trigger = reader.text("trigger");
  step.how = reader.text("how");
  step.contacts = read_list(reader, "contacts", read_contact);
  step.contact_all = reader.boolean("contact_all");
  step.roles = read_texts(reader, "roles");
  step.automatic = reader.boolean("automatic");
  step.where = read_selector(reader);
  step.promise = read_promise(reader);
  step.note = reader.text("note");
  step.cite = read_cite(reader);
  return step;
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
  escalation.note = reader.text("note");
  escalation.steps = read_list(reader, "steps", read_step);
  escalation.cite = read_cite(reader);
  reader.finish();
  return escalation;
}

Channel read_channel(JsonReader& reader) {
  Channel channel;
  channel.id = reader.required_id("id");
  channel.kind = reader.required_word("kind", kChannelKinds);
  channel.label = reader.text("label");
  channel.address = reader.string("address");
  channel.role = reader.word("role", kChannelRoles);
  if (const Json* json = reader.find("availability")) {
    JsonReader availability(*json, reader.pointer_to("availability"), reader.problems());
    for (const auto& [plan, value] : reader.members("availability")) {
      channel.availability.emplace_back(plan, availability.word(plan, kAvailabilityNames));
    }
  }
  channel.purposes = reader.ids("for");
  channel.required_for = reader.ids("required_for");
  channel.hours = reader.id("hours");
  channel.address_status = reader.word("address_status", kAddressNames);
  channel.note = reader.text("note");
  channel.where = read_selector(reader);
  channel.cite = read_cite(reader);
  return channel;
}

ScopeItem read_scope_item(JsonReader& reader) {
  ScopeItem item;
  item.id = reader.id("id");
  item.label = reader.text("label");
  reader.require("verdict");
  item.verdict = reader.enumerator("verdict", kVerdictNames, Verdict::NotStated);
  item.condition = reader.text("condition");
  item.example = reader.text("example");
  item.instead = reader.text("instead");
  item.effort = reader.text("effort");
  item.note = reader.text("note");
  if (reader.has("commitment")) {
    item.commitment = reader.enumerator("commitment", kCommitmentNames, Commitment::NotStated);
  }
  item.where = read_selector(reader);
  item.cite = read_cite(reader);
  return item;
}

ScopeItem read_named_scope_item(JsonReader& reader) {
  reader.required_id("id");
  reader.required_text("label");
  return read_scope_item(reader);
}

Scope read_scope(JsonReader& parent) {
  Scope scope;
  const Json* json = parent.find("scope");
  if (json == nullptr) {
    return scope;
  }
  JsonReader reader(*json, parent.pointer_to("scope"), parent.problems());
  scope.topics = read_list(reader, "topics", read_named_scope_item);
  scope.maturities = read_list(reader, "maturities", read_named_scope_item);
  if (const Json* beyond = reader.find("beyond")) {
    JsonReader item(*beyond, reader.pointer_to("beyond"), reader.problems());
    scope.beyond = read_scope_item(item);
    item.finish();
  }
  scope.responsibilities = read_list(reader, "responsibilities", [](JsonReader& item) {
    Responsibility responsibility;
    responsibility.side = item.required_word("side", kSideNames);
    responsibility.text = item.required_text("text");
    responsibility.cite = read_cite(item);
    return responsibility;
  });
  reader.finish();
  return scope;
}

Claim read_claim(JsonReader& reader) {
  Claim claim;
  claim.within_days = reader.integer("within_days", 0, 3660);
  claim.used_within_days = reader.integer("used_within_days", 0, 3660);
  claim.to = reader.string("to");
  claim.proof = reader.text("proof");
  claim.cap = reader.text("cap");
  claim.minimum = reader.text("minimum");
  if (reader.has("cash")) {
    claim.cash = reader.boolean("cash");
  }
  claim.text = reader.text("text");
  claim.cite = read_cite(reader);
  return claim;
}

// A list of target kinds and other parts of an answer.
template <std::size_t N>
Ids read_subjects(JsonReader& reader, std::string_view key, const std::array<std::string_view, N>& others) {
  Ids subjects = reader.ids(key);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const auto& name = subjects[i];
    if (!name.empty() && std::find(others.begin(), others.end(), name) == others.end() &&
        std::find(kKindNames.begin(), kKindNames.end(), name) == kKindNames.end()) {
      reader.problems().push_back({Code::ValueNotAllowed,
                                   reader.pointer_to(key) + "/" + std::to_string(i),
                                   {{"value", excerpt(name)}, {"allowed", list_names(kKindNames) + ", " + list_names(others)}}});
    }
  }
  return subjects;
}

Remedy read_remedy(JsonReader& reader) {
  Remedy remedy;
  remedy.id = reader.required_id("id");
  remedy.kind = reader.required_word("kind", kRemedyKinds);
  remedy.text = reader.text("text");
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
  remedy.readings = read_list(reader, "readings", [](JsonReader& item) {
    RemedyReading reading;
    reading.id = item.required_id("id");
    reading.part_blocks = item.word("blocks", kBlockNames) == "part";
    reading.elapsed_clock = item.word("clock", kRemedyClockNames) == "elapsed";
    item.text("label");
    return reading;
  });
  remedy.ambiguity = reader.id("ambiguity");
  if (const Json* json = reader.find("misses")) {
    JsonReader misses(*json, reader.pointer_to("misses"), reader.problems());
    misses.require("count");
    remedy.misses = misses.integer("count", 1, kLargestFigure).value_or(0);
    remedy.misses_per = misses.required_word("per", kPeriodNames);
    misses.finish();
  }
  remedy.promise = read_list(reader, "promise", [](JsonReader& item) {
    return UptimePromise{item.ids("plans"), item.required_string("percent")};
  });
  remedy.table = read_list(reader, "table", [](JsonReader& item) {
    UptimeStep step;
    step.promised = item.string("promised");
    step.from = item.string("from");
    step.below = item.string("below");
    step.credit = item.required_string("credit");
    return step;
  });
  if (const Json* json = reader.find("claim")) {
    JsonReader claim(*json, reader.pointer_to("claim"), reader.problems());
    remedy.claim = read_claim(claim);
    claim.finish();
  }
  remedy.where = read_selector(reader);
  remedy.cite = read_cite(reader);
  const bool incomplete = (remedy.kind == "term-extension" && (remedy.grants == 0 || remedy.per.min == 0)) ||
                          (remedy.kind == "miss-count" && (remedy.misses == 0 || remedy.misses_per.empty()));
  if (incomplete) {
    reader.report(Code::PolicyRemedyIncomplete, "");
  }
  return remedy;
}

TicketItem read_ticket_item(JsonReader& reader) {
  TicketItem item;
  item.id = reader.required_id("id");
  item.label = reader.required_text("label");
  item.required = reader.boolean("required");
  item.note = reader.text("note");
  item.cite = read_cite(reader);
  return item;
}

LifecycleRule read_lifecycle(JsonReader& reader) {
  LifecycleRule rule;
  rule.id = reader.required_id("id");
  rule.rule = reader.required_word("rule", kLifecycleRules);
  rule.months = static_cast<int>(reader.integer("months", 0, 1200).value_or(0));
  rule.days = static_cast<int>(reader.integer("days", 0, 36525).value_or(0));
  rule.count = static_cast<int>(reader.integer("count", 0, 1000).value_or(0));
  rule.of = reader.string("of");
  rule.effect_name = reader.string("effect");
  rule.text = reader.required_text("text");
  rule.where = read_selector(reader);
  rule.cite = read_cite(reader);
  return rule;
}

Fact read_fact(JsonReader& reader) {
  Fact fact;
  fact.id = reader.required_id("id");
  fact.topic = reader.required_word("topic", kTopicNames);
  fact.text = reader.required_text("text");
  fact.quantity = read_quantity(reader, "quantity");
  fact.where = read_selector(reader);
  fact.cite = read_cite(reader);
  return fact;
}

Maintenance read_maintenance(JsonReader& reader) {
  Maintenance maintenance;
  maintenance.id = reader.required_id("id");
  maintenance.text = reader.required_text("text");
  maintenance.days = read_weekdays(reader, "days");
  maintenance.nth = static_cast<int>(reader.integer("nth", -1, 5).value_or(0));
  if (reader.has("open") || reader.has("close")) {
    maintenance.window = {read_time(reader, "open"), read_time(reader, "close")};
  }
  maintenance.time_zone = reader.string("time_zone");
  maintenance.typical_minutes = static_cast<int>(reader.integer("typical_minutes", 0, 100'000).value_or(0));
  maintenance.notice = read_amount(reader, "notice");
  maintenance.cap = read_quantity(reader, "cap");
  maintenance.announced_on = reader.id("announced_on");
  maintenance.where = read_selector(reader);
  maintenance.cite = read_cite(reader);
  return maintenance;
}

Ambiguity read_ambiguity(JsonReader& reader) {
  Ambiguity ambiguity;
  ambiguity.id = reader.required_id("id");
  ambiguity.text = reader.required_text("text");
  ambiguity.resolution = reader.text("resolution");
  ambiguity.kind = reader.required_word("kind", kAmbiguityKinds);
  ambiguity.touches = read_subjects(reader, "touches", kTouchNames);
  ambiguity.candidates = reader.ids("candidates");
  ambiguity.where = read_selector(reader);
  ambiguity.cite = read_cite(reader);
  return ambiguity;
}

void read_head(JsonReader& reader, Policy& policy) {
  reader.string("$schema");
  policy.id = reader.required_id("id");
  policy.revision = reader.required_id("revision");
  policy.title = reader.required_text("title");
  if (const Json* json = reader.find("vendor")) {
    JsonReader vendor(*json, reader.pointer_to("vendor"), reader.problems());
    policy.vendor_name = vendor.required_string("name");
    policy.vendor_url = read_url(vendor, "url");
    vendor.finish();
  } else {
    reader.report(Code::ValueMissing, "", {{"key", "vendor"}});
  }
  policy.status = reader.enumerator("status", kStatusNames, Status::Published);
  policy.in_force_from = reader.day("in_force_from");
  policy.in_force_until = reader.day("in_force_until");
  reader.day("read_on");
  policy.read_on = reader.required_string("read_on");
  if (const auto zone = read_choice(reader, "time_zone")) {
    policy.time_zone = *zone;
  }
  if (const Json* json = reader.find("yields_to")) {
    JsonReader fact(*json, reader.pointer_to("yields_to"), reader.problems());
    policy.yields_to = Fact{"yields-to", "precedence", fact.required_text("text"), {}, {}, read_cite(fact)};
    fact.finish();
  }
  policy.sources = read_list(reader, "sources", read_source);
}

void read_settings(JsonReader& reader, Policy& policy) {
  if (const Json* json = reader.find("severity_setting")) {
    JsonReader setting(*json, reader.pointer_to("severity_setting"), reader.problems());
    policy.severity_set_by = setting.text("set_by");
    policy.severity_may_change = setting.text("may_change");
    policy.severity_setting_cite = read_cite(setting);
    setting.finish();
  }
  for (const auto& [facet, value] : reader.members("presumed")) {
    JsonReader presumed(*value, reader.pointer_to("presumed") + pointer_step(facet), reader.problems());
    policy.presumed.push_back({facet, presumed.required_id("value"), read_cite(presumed)});
    presumed.finish();
  }
  if (const Json* json = reader.find("default_severity")) {
    JsonReader setting(*json, reader.pointer_to("default_severity"), reader.problems());
    policy.default_severity = setting.required_id("severity");
    policy.default_severity_cite = read_cite(setting);
    setting.finish();
  }
  if (const Json* json = reader.find("remedies_status")) {
    JsonReader status(*json, reader.pointer_to("remedies_status"), reader.problems());
    policy.remedies_status = status.required_word("status", kStatedNames);
    policy.remedies_status_cite = read_cite(status);
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

Source read_source(JsonReader& reader) {
  Source source;
  source.id = reader.required_id("id");
  source.title = reader.required_string("title");
  source.url = read_url(reader, "url");
  source.repository = reader.string("repository");
  source.path = reader.string("path");
  source.commit = reader.string("commit");
  source.date = reader.string("date");
  source.note = reader.text("note");
  return source;
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
  policy.options = read_list(reader, "options", read_option);
  policy.assumptions = read_list(reader, "assumptions", read_assumption);
  policy.hours = read_list(reader, "hours", read_hours);
  policy.questions = read_list(reader, "questions", read_question);
  policy.plans = read_list(reader, "plans", read_plan);
  policy.severities = read_list(reader, "severities", read_severity);
  read_settings(reader, policy);
  policy.targets = read_list(reader, "targets", read_target);
  policy.escalation = read_escalation(reader);
  policy.channels = read_list(reader, "channels", read_channel);
  policy.scope = read_scope(reader);
  policy.remedies = read_list(reader, "remedies", read_remedy);
  policy.ticket = read_list(reader, "ticket", read_ticket_item);
  policy.lifecycle = read_list(reader, "lifecycle", read_lifecycle);
  policy.maintenance = read_list(reader, "maintenance", read_maintenance);
  policy.facts = read_list(reader, "facts", read_fact);
  policy.ambiguities = read_list(reader, "ambiguities", read_ambiguity);
  reader.finish();
  check_references(policy, loaded.problems);
  return loaded;
}

}  // namespace supportcalc
