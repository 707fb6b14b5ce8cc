#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/json_reader.h"
#include "policy/load.h"
#include "policy/members.h"
#include "policy/names.h"
#include "policy/read_parts.h"

namespace supportcalc {
namespace {

using members::all_of, members::also, members::by, members::figure, members::filled, members::flag, members::id,
    members::ids, members::list, members::nested, members::object, members::optional_object, members::part,
    members::string, members::text, members::word;

constexpr std::int64_t kLargestFigure = 1'000'000;
constexpr std::size_t kDeepestPredicate = 8;

// One entry for each member of an object, with `value(member)`.
template <class T, class Value>
List<Keyed<T>> keyed(const JsonReader& reader, const JsonValue& object, const Value& value) {
  const auto entries = reader.destination().arena.make<Keyed<T>>(object.is_object() ? object.size() : 0);
  std::size_t i = 0;
  for (auto member = object.begin(); i < entries.size(); ++member) {
    entries[i++] = {(*member).key(), value(*member)};
  }
  return entries;
}

void missing(JsonReader& reader, std::string_view key) { reader.report(Code::ValueMissing, "", {{"key", key}}); }

// --- values that are not simply texts, ids or figures

// A list of words, each one of `kNames`.
template <const auto& kNames>
void read_words(JsonReader& reader, std::string_view key, Ids& words) {
  words = reader.ids(key);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].empty() && std::find(kNames.begin(), kNames.end(), words[i]) == kNames.end()) {
      report(reader.problems(), Code::ValueNotAllowed, reader.place().to(key, i),
             {{"value", excerpt(words[i])}, {"allowed", list_names(kNames)}});
    }
  }
}

void read_values_by_id(JsonReader& reader, std::string_view key, List<Keyed<Ids>>& into) {
  const JsonValue* object = reader.find(key);
  if (object == nullptr) {
    return;
  }
  JsonReader entries(*object, reader.place().to(key), reader.destination());
  into = keyed<Ids>(reader, *object, [&](const JsonValue& member) { return entries.ids(member.key()); });
}

// "business" or {"assumption": "hours"}.
ChoiceValue choice_value(const JsonValue& json, const Place& place, const Destination& to) {
  if (!json.is_object()) {
    return {read_name(json, place, to.problems), false};
  }
  JsonReader reader(json, place, to);
  reader.require("assumption");
  const ChoiceValue value{reader.id("assumption"), true};
  reader.finish();
  return value;
}

Choice choice_of(const JsonValue& json, const Place& place, const Destination& to) {
  Choice choice;
  if (json.is_string() || json.find("assumption") != nullptr) {
    choice.value = choice_value(json, place, to);
    return choice;
  }
  JsonReader reader(json, place, to);
  reader.require("option");
  choice.option = reader.id("option");
  const Place cases = place.to("cases");
  choice.cases = keyed<ChoiceValue>(reader, reader.members("cases"), [&](const JsonValue& member) {
    return choice_value(member, cases.to(member.key()), to);
  });
  if (const JsonValue* otherwise = reader.find("otherwise")) {
    choice.value = choice_value(*otherwise, place.to("otherwise"), to);
  }
  reader.finish();
  return choice;
}

void read_choice(JsonReader& reader, std::string_view key, Choice& choice) {
  if (const JsonValue* json = reader.find(key)) {
    choice = choice_of(*json, reader.place().to(key), reader.destination());
  }
}

void read_optional_choice(JsonReader& reader, std::string_view key, std::optional<Choice>& choice) {
  if (reader.find(key) != nullptr) {
    read_choice(reader, key, choice.emplace());
  }
}

void read_texts(JsonReader& reader, std::string_view key, List<Text>& texts) {
  texts = reader.list<Text>(
      key, [&](const JsonValue& json, const Place& place) { return read_text(json, place, reader.destination()); });
}

// One choice, or a list of them.
void read_choices(JsonReader& reader, std::string_view key, List<Choice>& choices) {
  const JsonValue* json = reader.find(key);
  if (json == nullptr) {
    return;
  }
  if (json->is_array()) {
    choices = reader.list<Choice>(
        key, [&](const JsonValue& each, const Place& place) { return choice_of(each, place, reader.destination()); });
  } else {
    const auto one = reader.destination().arena.make<Choice>(1);
    read_choice(reader, key, one[0]);
    choices = one;
  }
}

void read_date_text(JsonReader& reader, std::string_view key, std::string_view& date) {
  reader.day(key);
  date = reader.required_string(key);
}

void read_date(JsonReader& reader, std::string_view key, std::optional<local_days>& date) { date = reader.day(key); }

seconds read_time(JsonReader& reader, std::string_view key) {
  const auto time = parse_time_of_day(reader.required_string(key), "");
  if (!time) {
    report(reader.problems(), time.diagnostics(), reader.place().to(key));
    return {};
  }
  return *time;
}

date::weekday weekday_of(std::string_view name, const Place& place, Diagnostics& problems) {
  const auto day = parse_weekday(name);
  if (!day) {
    report(problems, Code::ValueNotAllowed, place, {{"value", name}, {"allowed", "mon, tue, wed, thu, fri, sat, sun"}});
  }
  return day.value_or(date::Monday);
}

void read_weekdays(JsonReader& reader, std::string_view key, List<date::weekday>& days) {
  days = reader.list<date::weekday>(key, [&](const JsonValue& json, const Place& place) {
    return weekday_of(read_string(json, place, reader.problems()), place, reader.problems());
  });
}

void read_amount(JsonReader& reader, std::string_view key, Amount& result) {
  const JsonValue* json = reader.find(key);
  if (json == nullptr) {
    return;
  }
  JsonReader amount(*json, reader.place().to(key), reader.destination());
  amount.require("unit");
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
}

void read_optional_amount(JsonReader& reader, std::string_view key, std::optional<Amount>& amount) {
  if (reader.find(key) != nullptr) {
    read_amount(reader, key, amount.emplace());
  }
}

void read_url(JsonReader& reader, std::string_view key, std::string_view& url) {
  const std::size_t before = reader.problems().size();
  url = reader.string(key);
  if (reader.has(key) && reader.problems().size() == before && url.rfind("https://", 0) != 0) {
    reader.report(Code::PolicyUrlScheme, key, {{"url", excerpt(url)}});
  }
}

Predicate predicate_of(const JsonValue& json, const Place& place, const Destination& to, std::size_t depth) {
  Predicate all{Predicate::Kind::All, {}, {}, {}};
  if (depth > kDeepestPredicate) {
    report(to.problems, Code::JsonTooDeep, place, {{"limit", std::to_string(kDeepestPredicate)}});
    return all;
  }
  JsonReader reader(json, place, to);
  if (!json.is_object()) {
    return all;
  }
  const auto parts = to.arena.make<Predicate>(json.size());
  std::size_t i = 0;
  for (const JsonValue& member : json) {
    Predicate& part = parts[i++];
    const auto key = member.key();
    if (key == "all" || key == "any") {
      part.kind = key == "all" ? Predicate::Kind::All : Predicate::Kind::Any;
      part.parts = reader.list<Predicate>(
          key, [&to, depth](const JsonValue& each, const Place& at) { return predicate_of(each, at, to, depth + 1); });
    } else if (key == "not") {
      const auto negated = to.arena.make<Predicate>(1);
      negated[0] = predicate_of(member, place.to(key), to, depth + 1);
      part.kind = Predicate::Kind::Not;
      part.parts = List<Predicate>(negated);
    } else {
      part.facet = key;
      part.values = reader.ids(key);
    }
  }
  // Several keys in one object all have to hold; the usual single one needs no wrapping.
  if (parts.size() == 1) {
    return parts[0];
  }
  all.parts = List<Predicate>(parts);
  return all;
}

void read_rule(JsonReader& reader, std::string_view key, std::optional<Predicate>& rule) {
  if (const JsonValue* json = reader.find(key)) {
    rule = predicate_of(*json, reader.place().to(key), reader.destination(), 1);
  }
}

// --- what all facts have

constexpr MembersOf kCite({
    id<&Cite::source>("source", kRequired),
    string<&Cite::section>("section"),
    word<&Cite::basis, kBasisNames>("basis"),
    text<&Cite::note>("note"),
});

constexpr MembersOf kOptionsOnly({
    by<&Condition::options, read_values_by_id>("options"),
});

constexpr MembersOf kCondition({
    all_of<kOptionsOnly>(),
    ids<&Condition::channels>("channels"),
    by<&Condition::impact, read_values_by_id>("impact"),
});

constexpr MembersOf kSelector({
    ids<&Selector::plans>("plans"),
    ids<&Selector::severities>("severities"),
    object<&Selector::when, kCondition>("when"),
});

constexpr MembersOf kQuantity({
    figure<&Quantity::value, 0, kLargestFigure>("value", kRequired),
    id<&Quantity::unit>("unit", kRequired),
    word<&Quantity::per, kPeriodNames>("per"),
});

// A commitment that takes no figure.
void read_no_time(JsonReader& reader, std::string_view key, std::optional<Commitment>& commitment) {
  const auto index = reader.one_of(key, kCommitmentNames);
  if (index && traits_of(static_cast<Commitment>(*index)).takes_figure) {
    reader.report(Code::PolicyAmountMissing, key);
  } else if (index) {
    commitment = static_cast<Commitment>(*index);
  }
}

void read_time_of_day(JsonReader& reader, std::string_view key, std::optional<seconds>& time) {
  if (!reader.has(key)) {
    return;
  }
  const auto parsed = parse_time_of_day(reader.string(key), "");
  if (parsed) {
    time = *parsed;
  } else {
    report(reader.problems(), parsed.diagnostics(), reader.place().to(key));
  }
}

constexpr MembersOf kReading({
    id<&Reading::id>("id", kRequired),
    text<&Reading::label>("label"),
    by<&Reading::hours, read_optional_choice>("hours"),
    word<&Reading::unit, kUnitNames>("unit"),
    by<&Reading::amount, read_optional_amount>("amount"),
    by<&Reading::commitment, read_no_time>("commitment"),
});

constexpr MembersOf kPromise({
    word<&Promise::commitment, kCommitmentNames>("commitment", kRequired),
    by<&Promise::amount, read_optional_amount>("amount"),
    by<&Promise::best_case, read_optional_amount>("best_case"),
    word<&Promise::bound, kBoundNames>("bound"),
    word<&Promise::day_count, kDayCountNames>("day_count"),
    by<&Promise::by, read_time_of_day>("by"),
    by<&Promise::cut_off, read_time_of_day>("cut_off"),
    flag<&Promise::next_opening>("next_opening"),
    by<&Promise::hours, read_optional_choice>("hours"),
    list<&Promise::readings, kReading>("readings"),
    id<&Promise::ambiguity>("ambiguity"),
});

// --- options and assumptions

constexpr MembersOf kOptionValue({
    id<&Option::Value::id>("id", kRequired),
    text<&Option::Value::label>("label", kRequired),
});

constexpr MembersOf kIntegerOption({
    figure<&Option::min, 0, kLargestFigure>("min"),
    figure<&Option::max, 0, kLargestFigure>("max"),
    string<&Option::unit>("unit"),
});

void read_option_type(JsonReader& reader, Option& option) {
  const bool integer = reader.has("integer");
  if (integer) {
    option.type = Option::Type::Integer;
    option.max = kLargestFigure;
    read_object(reader, "integer", kIntegerOption, option);
  }
  if (const auto index = reader.one_of("type", kOptionTypeNames)) {
    option.type = static_cast<Option::Type>(Option::kFirstNamedType + *index);
  }
  const bool choices = reader.has("choices");
  const int ways = static_cast<int>(choices) + static_cast<int>(integer) + static_cast<int>(reader.has("type"));
  if (ways != 1 || (choices && option.choices.empty())) {
    reader.report(Code::PolicyOptionChoices, "");
  }
}

constexpr MembersOf kOption({
    id<&Option::id>("id", kRequired),
    text<&Option::label>("label", kRequired),
    ids<&Option::plans>("plans"),
    list<&Option::choices, kOptionValue>("choices"),
    also<read_option_type>(),
    string<&Option::default_value>("default"),
    object<&Option::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kAssumption({
    id<&Assumption::id>("id", kRequired),
    word<&Assumption::type, kAssumptionTypeNames>("type", kRequired),
    text<&Assumption::label>("label"),
    filled<&Assumption::default_value>("default"),
    ids<&Assumption::choices>("choices"),
    text<&Assumption::why>("why", kRequired),
    object<&Assumption::cite, kCite>("cite", kRequired),
});

// --- hours

void read_times(JsonReader& reader, HoursWindow& window) {
  if (window.days.empty()) {
    missing(reader, "days");
  }
  if (window.times) {
    return;
  }
  window.open = read_time(reader, "open");
  window.close = read_time(reader, "close");
  if (window.open == date::days{1}) {
    reader.report(Code::PolicyHoursOpening, "open");
  }
  if (reader.has("close_day")) {
    const auto close_day = reader.string("close_day");
    window.close_day = weekday_of(close_day, reader.place().to("close_day"), reader.problems());
  }
}

constexpr MembersOf kWindow({
    by<&HoursWindow::days, read_weekdays>("days"),
    by<&HoursWindow::times, read_optional_choice>("times"),
    also<read_times>(),
});

void read_opening(JsonReader& reader, Opening& opening) {
  const NamedRules named = read_holiday_rule(reader, "rule");
  opening.rules = named.rules;
  opening.rule_names = named.names;
  if (reader.has("date") == reader.has("rule")) {
    reader.report(Code::PolicyHoursOpeningDates, "");
  }
  if (reader.boolean("closed")) {
    return;
  }
  opening.open = read_time(reader, "open");
  opening.close = read_time(reader, "close");
  if (opening.close <= opening.open && reader.has("open") && reader.has("close")) {
    reader.report(Code::PolicyHoursOpeningOrder, "close");
  }
}

constexpr MembersOf kOpening({
    by<&Opening::date, read_date>("date"),
    by<&Opening::days, read_weekdays>("days"),
    also<read_opening>(),
    text<&Opening::note>("note"),
    object<&Opening::cite, kCite>("cite", kRequired),
});

void read_extra_holidays(JsonReader& reader, HoursDefinition& hours) {
  const NamedRules named = read_holiday_rules(reader, "extra_holidays");
  hours.extra_holidays = named.rules;
  hours.extra_holiday_names = named.names;
}

void check_hours(JsonReader& reader, HoursDefinition& hours) {
  if (hours.always) {
    return;
  }
  if (!reader.has("time_zone")) {
    missing(reader, "time_zone");
  }
  if (hours.holidays.empty()) {
    reader.report(Code::PolicyHoursHolidaysMissing, "");
  }
  if (hours.windows.empty()) {
    reader.report(Code::CalendarNeverOpens, "");
  }
}

constexpr MembersOf kHours({
    id<&HoursDefinition::id>("id", kRequired),
    text<&HoursDefinition::label>("label", kRequired),
    flag<&HoursDefinition::always>("always"),
    by<&HoursDefinition::time_zone, read_choice>("time_zone"),
    by<&HoursDefinition::holidays, read_choices>("holidays"),
    list<&HoursDefinition::windows, kWindow>("windows"),
    also<read_extra_holidays>(),
    list<&HoursDefinition::openings, kOpening>("openings"),
    also<check_hours>(),
    object<&HoursDefinition::cite, kCite>("cite", kRequired),
});

// --- plans

// "yes", "no", ..., or a text.
void read_feature_value(JsonReader& reader, Feature& feature) {
  const JsonValue* value = reader.find("value");
  const auto word = value == nullptr ? std::string_view() : value->string();
  if (std::find(kAvailabilityNames.begin(), kAvailabilityNames.end(), word) != kAvailabilityNames.end()) {
    feature.value = word;
  } else {
    feature.text = reader.text("value");
  }
  feature.hours = reader.id("hours");
  if (value == nullptr && !reader.has("quantity") && feature.hours.empty()) {
    missing(reader, "value");
  }
}

constexpr MembersOf kFeature({
    id<&Feature::id>("id", kRequired),
    text<&Feature::label>("label", kRequired),
    also<read_feature_value>(),
    optional_object<&Feature::quantity, kQuantity>("quantity"),
    object<&Feature::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kPlan({
    id<&Plan::id>("id", kRequired),
    text<&Plan::label>("label", kRequired),
    text<&Plan::description>("description"),
    word<&Plan::support, kSupportNames>("support"),
    id<&Plan::builds_on>("builds_on"),
    word<&Plan::deployment, kDeploymentNames>("deployment"),
    ids<&Plan::also_known_as>("also_known_as"),
    list<&Plan::features, kFeature>("features"),
    object<&Plan::cite, kCite>("cite", kRequired),
});

// --- questions and severities

constexpr MembersOf kFacetValue({
    id<&FacetValue::id>("id", kRequired),
    text<&FacetValue::label>("label", kRequired),
});

// Where a question comes from is for those who read the policy.
void check_question(JsonReader& reader, Facet& facet) {
  if (facet.values.empty()) {
    missing(reader, "values");
  }
  Cite cite;
  reader.require("cite");
  read_object(reader, "cite", kCite, cite);
}

constexpr MembersOf kQuestion({
    id<&Facet::id>("id", kRequired),
    text<&Facet::label>("label", kRequired),
    list<&Facet::values, kFacetValue>("values"),
    also<check_question>(),
});

constexpr MembersOf kDefinition({
    text<&SeverityDefinition::description>("description"),
    by<&SeverityDefinition::rule, read_rule>("rule"),
    object<&SeverityDefinition::cite, kCite>("cite", kRequired),
});

// For some plans, by what is settled before there is a ticket.
constexpr MembersOf kPlanDefinition({
    all_of<kDefinition>(),
    ids<&SeverityDefinition::plans>("plans"),
    object<&SeverityDefinition::when, kOptionsOnly>("when"),
});

constexpr MembersOf kTransition({
    id<&Transition::to>("to", kRequired),
    text<&Transition::when>("when", kRequired),
    flag<&Transition::automatic>("automatic"),
    object<&Transition::cite, kCite>("cite", kRequired),
});

void cite_definition(JsonReader& /*reader*/, Severity& severity) { severity.cite = severity.definition.cite; }

constexpr MembersOf kSeverity({
    id<&Severity::id>("id", kRequired),
    text<&Severity::label>("label", kRequired),
    text<&Severity::name>("name"),
    ids<&Severity::also_known_as>("also_known_as"),
    ids<&Severity::plans>("plans"),
    part<&Severity::definition, kDefinition>(),
    also<cite_definition>(),
    list<&Severity::definitions, kPlanDefinition>("definitions"),
    by<&Severity::examples, read_texts>("examples"),
    by<&Severity::counter_examples, read_texts>("counter_examples"),
    list<&Severity::transitions, kTransition>("transitions"),
    text<&Severity::follow_up>("follow_up"),
    flag<&Severity::urgent>("urgent"),
});

// --- targets and escalation

// One word, or a list of them.
void read_pauses(JsonReader& reader, std::string_view key, Ids& pauses) {
  const JsonValue* value = reader.find(key);
  if (value == nullptr || value->is_array()) {
    read_words<kClockPauseNames>(reader, key, pauses);
  } else if (const auto word = reader.word(key, kClockPauseNames); !word.empty()) {
    pauses = reader.destination().arena.appended(pauses, word);
  }
}

constexpr MembersOf kClock({
    word<&ClockTerms::starts, kClockStartNames>("starts"),
    by<&ClockTerms::pauses, read_pauses>("pauses"),
    text<&ClockTerms::note>("note"),
});

constexpr MembersOf kShare({
    figure<&Target::share_percent, 1, 100>("percent", kRequired),
    word<&Target::share_per, kPeriodNames>("per"),
});

constexpr MembersOf kTarget({
    word<&Target::kind, kKindNames>("kind", kRequired),
    part<&Target::where, kSelector>(),
    part<&Target::promise, kPromise>(),
    object<&Target::clock, kClock>("clock"),
    flag<&Target::repeats>("repeats"),
    nested<kShare>("share"),
    string<&Target::word>("word"),
    text<&Target::note>("note"),
    object<&Target::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kContact({
    word<&Contact::kind, kChannelKindNames>("kind", kRequired),
    string<&Contact::address>("address"),
});

constexpr MembersOf kStep({
    id<&EscalationStep::id>("id", kRequired),
    text<&EscalationStep::label>("label", kRequired),
    text<&EscalationStep::trigger>("trigger"),
    text<&EscalationStep::how>("how"),
    list<&EscalationStep::contacts, kContact>("contacts"),
    flag<&EscalationStep::contact_all>("contact_all"),
    by<&EscalationStep::roles, read_texts>("roles"),
    flag<&EscalationStep::automatic>("automatic"),
    flag<&EscalationStep::urgent>("urgent"),
    part<&EscalationStep::where, kSelector>(),
    part<&EscalationStep::promise, kPromise>(),
    text<&EscalationStep::note>("note"),
    object<&EscalationStep::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kEscalation({
    word<&Escalation::status, kStatedNames>("status", kRequired),
    text<&Escalation::note>("note"),
    list<&Escalation::steps, kStep>("steps"),
    object<&Escalation::cite, kCite>("cite", kRequired),
});

// --- channels and scope

void read_availability(JsonReader& reader, std::string_view key, List<Keyed<std::string_view>>& by_plan) {
  const JsonValue* object = reader.find(key);
  if (object == nullptr) {
    return;
  }
  JsonReader availability(*object, reader.place().to(key), reader.destination());
  by_plan = keyed<std::string_view>(
      reader, *object, [&](const JsonValue& member) { return availability.word(member.key(), kAvailabilityNames); });
}

constexpr MembersOf kChannel({
    id<&Channel::id>("id", kRequired),
    word<&Channel::kind, kChannelKindNames>("kind", kRequired),
    text<&Channel::label>("label"),
    string<&Channel::address>("address"),
    word<&Channel::role, kChannelRoleNames>("role"),
    by<&Channel::availability, read_availability>("availability"),
    ids<&Channel::purposes>("for"),
    ids<&Channel::required_for>("required_for"),
    id<&Channel::hours>("hours"),
    word<&Channel::address_status, kAddressStatusNames>("address_status"),
    text<&Channel::note>("note"),
    part<&Channel::where, kSelector>(),
    object<&Channel::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kVerdict({
    word<&ScopeItem::verdict, kVerdictNames>("verdict", kRequired),
    text<&ScopeItem::condition>("condition"),
    text<&ScopeItem::example>("example"),
    text<&ScopeItem::instead>("instead"),
    text<&ScopeItem::effort>("effort"),
    text<&ScopeItem::note>("note"),
    word<&ScopeItem::commitment, kCommitmentNames>("commitment"),
    part<&ScopeItem::where, kSelector>(),
    object<&ScopeItem::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kScopeItem({
    id<&ScopeItem::id>("id", kRequired),
    text<&ScopeItem::label>("label", kRequired),
    all_of<kVerdict>(),
});

// All that is not listed; it needs no name.
constexpr MembersOf kBeyond({
    id<&ScopeItem::id>("id"),
    text<&ScopeItem::label>("label"),
    all_of<kVerdict>(),
});

constexpr MembersOf kResponsibility({
    word<&Responsibility::side, kSideNames>("side", kRequired),
    text<&Responsibility::text>("text", kRequired),
    part<&Responsibility::where, kSelector>(),
    object<&Responsibility::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kScope({
    list<&Scope::topics, kScopeItem>("topics"),
    list<&Scope::maturities, kScopeItem>("maturities"),
    optional_object<&Scope::beyond, kBeyond>("beyond"),
    list<&Scope::responsibilities, kResponsibility>("responsibilities"),
});

// --- remedies

constexpr MembersOf kGrants({
    figure<&Remedy::grants, 1, kLargestFigure>("value", kRequired),
    word<&Remedy::grants_unit, kGrantUnitNames>("unit", kRequired),
});

void read_remedy_reading(JsonReader& reader, RemedyReading& reading) {
  reading.part_blocks = reader.word("blocks", kRemedyBlocksNames) == "part";
  reading.elapsed_clock = reader.word("clock", kRemedyClockNames) == "elapsed";
  reader.text("label");
}

constexpr MembersOf kRemedyReading({
    id<&RemedyReading::id>("id", kRequired),
    also<read_remedy_reading>(),
});

constexpr MembersOf kMisses({
    figure<&Remedy::misses, 1, kLargestFigure>("count", kRequired),
    word<&Remedy::misses_per, kPeriodNames>("per", kRequired),
});

constexpr MembersOf kUptimePromise({
    ids<&UptimePromise::plans>("plans"),
    filled<&UptimePromise::percent>("percent"),
});

constexpr MembersOf kUptimeStep({
    string<&UptimeStep::promised>("promised"),
    string<&UptimeStep::from>("from"),
    string<&UptimeStep::below>("below"),
    filled<&UptimeStep::credit>("credit"),
});

constexpr MembersOf kClaim({
    figure<&Claim::within_days, 0, 3660>("within_days"),
    figure<&Claim::used_within_days, 0, 3660>("used_within_days"),
    string<&Claim::to>("to"),
    text<&Claim::proof>("proof"),
    text<&Claim::cap>("cap"),
    text<&Claim::minimum>("minimum"),
    flag<&Claim::cash>("cash"),
    text<&Claim::text>("text"),
    object<&Claim::cite, kCite>("cite", kRequired),
});

void check_remedy(JsonReader& reader, Remedy& remedy) {
  const bool incomplete = (remedy.kind == "term-extension" && (remedy.grants == 0 || remedy.per.min == 0)) ||
                          (remedy.kind == "miss-count" && !reader.has("misses"));
  if (incomplete) {
    reader.report(Code::PolicyRemedyIncomplete, "");
  }
}

constexpr MembersOf kRemedy({
    id<&Remedy::id>("id", kRequired),
    word<&Remedy::kind, kRemedyKindNames>("kind", kRequired),
    text<&Remedy::text>("text"),
    by<&Remedy::applies_to, read_words<kRemedySubjectNames>>("applies_to"),
    by<&Remedy::per, read_amount>("per"),
    nested<kGrants>("grants"),
    list<&Remedy::readings, kRemedyReading>("readings"),
    id<&Remedy::ambiguity>("ambiguity"),
    nested<kMisses>("misses"),
    list<&Remedy::promise, kUptimePromise>("promise"),
    list<&Remedy::table, kUptimeStep>("table"),
    optional_object<&Remedy::claim, kClaim>("claim"),
    part<&Remedy::where, kSelector>(),
    object<&Remedy::cite, kCite>("cite", kRequired),
    also<check_remedy>(),
});

// --- everything else

constexpr MembersOf kTicketItem({
    id<&TicketItem::id>("id", kRequired),
    text<&TicketItem::label>("label", kRequired),
    flag<&TicketItem::required>("required"),
    flag<&TicketItem::rule>("rule"),
    text<&TicketItem::note>("note"),
    object<&TicketItem::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kLifecycle({
    id<&LifecycleRule::id>("id", kRequired),
    word<&LifecycleRule::rule, kLifecycleKindNames>("rule", kRequired),
    figure<&LifecycleRule::months, 0, 1200>("months"),
    figure<&LifecycleRule::days, 0, 36525>("days"),
    figure<&LifecycleRule::count, 0, 1000>("count"),
    string<&LifecycleRule::of>("of"),
    string<&LifecycleRule::effect_name>("effect"),
    text<&LifecycleRule::text>("text", kRequired),
    part<&LifecycleRule::where, kSelector>(),
    object<&LifecycleRule::cite, kCite>("cite", kRequired),
});

void read_maintenance_window(JsonReader& reader, Maintenance& maintenance) {
  if (reader.has("open") || reader.has("close")) {
    maintenance.window = TimeSpan{read_time(reader, "open"), read_time(reader, "close")};
  }
}

constexpr MembersOf kMaintenance({
    id<&Maintenance::id>("id", kRequired),
    text<&Maintenance::text>("text", kRequired),
    by<&Maintenance::days, read_weekdays>("days"),
    figure<&Maintenance::nth, -1, 5>("nth"),
    also<read_maintenance_window>(),
    string<&Maintenance::time_zone>("time_zone"),
    figure<&Maintenance::typical_minutes, 0, 100'000>("typical_minutes"),
    by<&Maintenance::notice, read_optional_amount>("notice"),
    optional_object<&Maintenance::cap, kQuantity>("cap"),
    id<&Maintenance::announced_on>("announced_on"),
    part<&Maintenance::where, kSelector>(),
    object<&Maintenance::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kFact({
    id<&Fact::id>("id", kRequired),
    word<&Fact::topic, kFactTopicNames>("topic", kRequired),
    text<&Fact::text>("text", kRequired),
    optional_object<&Fact::quantity, kQuantity>("quantity"),
    part<&Fact::where, kSelector>(),
    object<&Fact::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kAmbiguity({
    id<&Ambiguity::id>("id", kRequired),
    text<&Ambiguity::text>("text", kRequired),
    text<&Ambiguity::resolution>("resolution"),
    word<&Ambiguity::kind, kAmbiguityKindNames>("kind", kRequired),
    by<&Ambiguity::touches, read_words<kTouchedNames>>("touches"),
    ids<&Ambiguity::candidates>("candidates"),
    part<&Ambiguity::where, kSelector>(),
    object<&Ambiguity::cite, kCite>("cite", kRequired),
});

// --- the policy

constexpr MembersOf kVendor({
    filled<&Policy::vendor_name>("name"),
    by<&Policy::vendor_url, read_url>("url"),
});

void name_yields_to(JsonReader& /*reader*/, Fact& fact) {
  fact.id = "yields-to";
  fact.topic = "precedence";
}

constexpr MembersOf kYieldsTo({
    also<name_yields_to>(),
    text<&Fact::text>("text", kRequired),
    object<&Fact::cite, kCite>("cite", kRequired),
});

constexpr MembersOf kSource({
    id<&Source::id>("id", kRequired),
    filled<&Source::title>("title"),
    by<&Source::url, read_url>("url"),
    string<&Source::repository>("repository"),
    string<&Source::path>("path"),
    string<&Source::commit>("commit"),
    string<&Source::date>("date"),
    text<&Source::note>("note"),
});

constexpr MembersOf kSeveritySetting({
    text<&Policy::severity_set_by>("set_by"),
    text<&Policy::severity_may_change>("may_change"),
    object<&Policy::severity_setting_cite, kCite>("cite", kRequired),
});

constexpr MembersOf kPresumption({
    id<&Presumption::value>("value", kRequired),
    object<&Presumption::cite, kCite>("cite", kRequired),
});

void read_presumed(JsonReader& reader, std::string_view key, List<Presumption>& presumed) {
  const Place place = reader.place().to(key);
  const JsonValue& members = reader.members(key);
  const auto entries = reader.destination().arena.make<Presumption>(members.size());
  std::size_t i = 0;
  for (const JsonValue& member : members) {
    Presumption& entry = entries[i++];
    entry.facet = member.key();
    JsonReader item(member, place.to(member.key()), reader.destination());
    read_members(item, kPresumption, entry);
    item.finish();
  }
  presumed = entries;
}

constexpr MembersOf kDefaultSeverity({
    id<&Policy::default_severity>("severity", kRequired),
    object<&Policy::default_severity_cite, kCite>("cite", kRequired),
});

constexpr MembersOf kRemediesStatus({
    word<&Policy::remedies_status, kStatedNames>("status", kRequired),
    object<&Policy::remedies_status_cite, kCite>("cite", kRequired),
});

void read_schema(JsonReader& reader, Policy& /*policy*/) { reader.string("$schema"); }

constexpr MembersOf kPolicy({
    also<read_schema>(),
    id<&Policy::id>("id", kRequired),
    id<&Policy::revision>("revision", kRequired),
    text<&Policy::title>("title", kRequired),
    nested<kVendor>("vendor", kRequired),
    word<&Policy::status, kStatusNames>("status"),
    by<&Policy::in_force_from, read_date>("in_force_from"),
    by<&Policy::in_force_until, read_date>("in_force_until"),
    by<&Policy::read_on, read_date_text>("read_on"),
    by<&Policy::time_zone, read_choice>("time_zone"),
    optional_object<&Policy::yields_to, kYieldsTo>("yields_to"),
    list<&Policy::sources, kSource>("sources"),
    list<&Policy::options, kOption>("options"),
    list<&Policy::assumptions, kAssumption>("assumptions"),
    list<&Policy::hours, kHours>("hours"),
    list<&Policy::questions, kQuestion>("questions"),
    list<&Policy::plans, kPlan>("plans"),
    list<&Policy::severities, kSeverity>("severities"),
    nested<kSeveritySetting>("severity_setting"),
    by<&Policy::presumed, read_presumed>("presumed"),
    nested<kDefaultSeverity>("default_severity"),
    nested<kRemediesStatus>("remedies_status"),
    list<&Policy::targets, kTarget>("targets"),
    object<&Policy::escalation, kEscalation>("escalation", kRequired),
    list<&Policy::channels, kChannel>("channels"),
    object<&Policy::scope, kScope>("scope"),
    list<&Policy::remedies, kRemedy>("remedies"),
    list<&Policy::ticket, kTicketItem>("ticket"),
    list<&Policy::lifecycle, kLifecycle>("lifecycle"),
    list<&Policy::maintenance, kMaintenance>("maintenance"),
    list<&Policy::facts, kFact>("facts"),
    list<&Policy::ambiguities, kAmbiguity>("ambiguities"),
});

}  // namespace

List<Source> read_sources(JsonReader& reader, std::string_view key) { return read_list(reader, key, kSource); }

Result<Owned<Policy>> load_policy(std::string_view text, const Checks& checks,
                                  std::optional<List<HolidayCalendar>> calendars) {
  auto document = parse_json(text, kPolicyLimits);
  if (!document) {
    return document.diagnostics();
  }
  return load_policy(*std::move(document), checks, calendars);
}

Result<Owned<Policy>> load_policy(JsonDocument document, const Checks& checks,
                                  std::optional<List<HolidayCalendar>> calendars) {
  constexpr std::string_view kNullable[] = {"/in_force_from", "/in_force_until"};
  Owned<Policy> loaded{std::move(document.arena), {}};
  Diagnostics problems;
  JsonReader reader(*document.root, Place(), {loaded.arena, problems});
  report_nulls(*document.root, kNullable, problems);
  read_members(reader, kPolicy, loaded.value);
  reader.finish();
  if (checks.references != nullptr) {
    checks.references(loaded.value, problems);
  }
  if (checks.calendars != nullptr && calendars) {
    checks.calendars(loaded.value, *calendars, problems);
  }
  if (!problems.empty()) {
    return problems;
  }
  return loaded;
}

}  // namespace supportcalc
