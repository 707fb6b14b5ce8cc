#include <algorithm>

#include "base/codes.h"
#include "base/excerpt.h"
#include "policy/json_reader.h"
#include "policy/load.h"
#include "policy/names.h"
#include "policy/read_parts.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 1> kNextFree = {"next-free-weekday"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

date::weekday weekday(JsonReader& reader, std::string_view key) {
  reader.require(key);
  const auto index = reader.one_of(key, kWeekdays);
  return date::weekday{static_cast<unsigned>(index.value_or(0))};
}

int small(JsonReader& reader, std::string_view key, int min, int max) {
  reader.require(key);
  return static_cast<int>(reader.integer(key, min, max).value_or(0));
}

// "12-24" as month and day.
std::pair<int, int> month_and_day(JsonReader& reader, std::string_view key) {
  const std::size_t before = reader.problems().size();
  const auto text = reader.required_string(key);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 5 || !digit(text[0]) || !digit(text[1]) || text[2] != '-' || !digit(text[3]) || !digit(text[4])) {
    if (reader.problems().size() == before) {
      reader.report(Code::DateMalformed, key, {{"text", excerpt(text)}});
    }
    return {1, 1};
  }
  return {(text[0] - '0') * 10 + (text[1] - '0'), (text[3] - '0') * 10 + (text[4] - '0')};
}

// The days a rule names, by the one key that says which form it takes.
void read_days(JsonReader& reader, HolidayRule& rule) {
  int forms = 0;
  if (reader.has("nth")) {
    ++forms;
    rule.day = NthWeekday{small(reader, "month", 1, 12), weekday(reader, "weekday"), small(reader, "nth", -1, 5)};
  } else if (reader.has("on_or_after") || reader.has("on_or_before")) {
    ++forms;
    const bool before = reader.has("on_or_before");
    const auto [month, day] = month_and_day(reader, before ? "on_or_before" : "on_or_after");
    rule.day = WeekdayFrom{month, day, weekday(reader, "weekday"), before};
  } else if (reader.has("month")) {
    ++forms;
    rule.day = FixedDay{small(reader, "month", 1, 12), small(reader, "day", 1, 31)};
  }
  if (reader.has("easter")) {
    ++forms;
    rule.day = FromEaster{small(reader, "easter", -366, 366), reader.boolean("orthodox")};
  }
  if (reader.has("relative_to")) {
    ++forms;
    rule.day = FromRule{reader.id("relative_to"), small(reader, "days", -366, 366)};
  }
  if (reader.has("dates")) {
    ++forms;
    ListedDays listed;
    listed.dates = reader.list<local_days>("dates", [&](const JsonValue& json, const Place& at) {
      const auto date = parse_date(read_string(json, at, reader.problems()), "");
      if (!date) {
        report(reader.problems(), date.diagnostics(), at);
        return local_days{};
      }
      return local_days{*date};
    });
    rule.day = listed;
  }
  if (const JsonValue* json = reader.find("range")) {
    ++forms;
    JsonReader range(*json, reader.place().to("range"), reader.destination());
    const auto from = month_and_day(range, "from");
    const auto to = month_and_day(range, "to");
    rule.day = DayRange{from.first, from.second, to.first, to.second};
    range.finish();
  }
  if (forms != 1) {
    reader.report(Code::CalendarRuleUnclear, "", {{"rule", rule.id}});
  }
}

Observance read_observance(JsonReader& reader) {
  Observance observance;
  const JsonValue* json = reader.find("observed");
  if (json == nullptr) {
    return observance;
  }
  if (json->is_string()) {
    const bool moves = reader.one_of("observed", kNextFree).has_value();
    observance.next_free.front() = moves;
    observance.next_free.back() = moves;
  } else {
    JsonReader days(*json, reader.place().to("observed"), reader.destination());
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      const JsonValue* day = days.find(kWeekdays[i]);
      if (day != nullptr && day->is_string()) {
        observance.next_free[i] = days.one_of(kWeekdays[i], kNextFree).has_value();
      } else {
        observance.shift[i] = static_cast<int>(days.integer(kWeekdays[i], -6, 6).value_or(0));
      }
    }
    days.finish();
  }
  observance.original_stays = !reader.has("original_stays") || reader.boolean("original_stays");
  return observance;
}

HolidayRule read_rule(JsonReader& reader, Text& name) {
  HolidayRule rule;
  reader.require("id");
  rule.id = reader.id("id");
  name = reader.text("name");
  read_days(reader, rule);
  rule.observed = read_observance(reader);
  if (const JsonValue* json = reader.find("years")) {
    JsonReader years(*json, reader.place().to("years"), reader.destination());
    rule.first_year = static_cast<int>(years.integer("from", 1, 9999).value_or(rule.first_year));
    rule.last_year = static_cast<int>(years.integer("until", 1, 9999).value_or(rule.last_year));
    years.finish();
  }
  rule.except_years = reader.list<int>("except_years", [&](const JsonValue& json, const Place& at) {
    if (!json.is_integer()) {
      report(reader.problems(), Code::ValueWrongType, at, {{"expected", "whole number"}});
      return 0;
    }
    const auto year = json.integer();
    if (year < 1 || year > 9999) {
      report(reader.problems(), Code::ValueOutOfRange, at, {{"min", "1"}, {"max", "9999"}});
    }
    return static_cast<int>(std::clamp<std::int64_t>(year, 0, 9999));
  });
  return rule;
}

// Adds the rules of the calendar that this one extends, but for those that it leaves out or has itself.
void take_over(JsonReader& reader, List<HolidayCalendar> known, Ids without, HolidayCalendar& calendar) {
  if (calendar.extends.empty()) {
    if (!without.empty()) {
      reader.report(Code::ValueMissing, "", {{"key", "extends"}});
    }
    return;
  }
  const HolidayCalendar* base = find_by_id(known, calendar.extends);
  if (base == nullptr) {
    Names ids;
    for (const auto& each : known) {
      ids.push_back(each.id);
    }
    reader.report(Code::CalendarExtendsUnknown, "extends", {{"id", calendar.extends}, {"known", list_names(ids)}});
    return;
  }
  for (std::size_t i = 0; i < without.size(); ++i) {
    if (!without[i].empty() && find_by_id(base->rules, without[i]) == nullptr) {
      report(reader.problems(), Code::CalendarWithoutUnknown, reader.place().to("without", i),
             {{"id", without[i]}, {"calendar", base->id}});
    }
  }
  Arena& arena = reader.destination().arena;
  const std::size_t own = calendar.rules.size();
  for (std::size_t i = 0; i < base->rules.size(); ++i) {
    const auto& rule = base->rules[i];
    if (!contains(without, rule.id) && find_by_id(calendar.rules.first(own), rule.id) == nullptr) {
      calendar.rules = arena.appended(calendar.rules, rule);
      calendar.rule_names = arena.appended(calendar.rule_names, base->rule_names[i]);
      calendar.rule_homes = arena.appended(calendar.rule_homes, base->rule_homes[i]);
    }
  }
}

// What a document says under a key; "" where it says no text.
std::string_view text_at(const JsonValue& document, std::string_view key) {
  const JsonValue* value = document.is_object() ? document.find(key) : nullptr;
  return value != nullptr && value->is_string() ? value->string() : std::string_view();
}

}  // namespace

NamedRules read_holiday_rules(JsonReader& reader, std::string_view key) {
  const std::size_t before = reader.problems().size();
  const JsonValue* array = reader.find(key);
  const auto names = reader.destination().arena.make<Text>(array == nullptr ? 0 : array->size());
  std::size_t i = 0;
  const auto rules = reader.list<HolidayRule>(key, [&](const JsonValue& json, const Place& at) {
    JsonReader item(json, at, reader.destination());
    const HolidayRule rule = read_rule(item, names[i++]);
    item.finish();
    return rule;
  });
  return reader.problems().size() == before ? NamedRules{rules, names} : NamedRules{};
}

NamedRules read_holiday_rule(JsonReader& reader, std::string_view key) {
  const JsonValue* json = reader.find(key);
  if (json == nullptr) {
    return {};
  }
  const std::size_t before = reader.problems().size();
  const auto names = reader.destination().arena.make<Text>(1);
  const auto rules = reader.destination().arena.make<HolidayRule>(1);
  JsonReader item(*json, reader.place().to(key), reader.destination());
  rules[0] = read_rule(item, names[0]);
  item.finish();
  return reader.problems().size() == before ? NamedRules{rules, names} : NamedRules{};
}

Result<Owned<HolidayCalendar>> load_calendar(std::string_view text, const Checks& checks) {
  auto document = parse_json(text, kPolicyLimits);
  if (!document) {
    return document.diagnostics();
  }
  return load_calendar(*std::move(document), checks);
}

Result<Owned<HolidayCalendar>> load_calendar(JsonDocument document, const Checks& checks, List<HolidayCalendar> known) {
  Owned<HolidayCalendar> loaded{std::move(document.arena), {}};
  HolidayCalendar& calendar = loaded.value;
  Diagnostics problems;
  JsonReader reader(*document.root, Place(), {loaded.arena, problems});
  report_nulls(*document.root, {}, problems);
  reader.string("$schema");
  reader.require("id");
  calendar.id = reader.id("id");
  reader.require("name");
  calendar.name = reader.text("name");
  reader.day("read_on");
  calendar.read_on = reader.string("read_on");
  reader.text("note");
  calendar.sources = read_sources(reader, "sources");
  calendar.complete_until = reader.integer("complete_until", kFirstHolidayYear, kLastHolidayYear).value_or(0);
  calendar.extends = reader.id("extends");
  const Ids without = reader.ids("without");
  reader.require("rules");
  const NamedRules named = read_holiday_rules(reader, "rules");
  calendar.rules = named.rules;
  calendar.rule_names = named.names;
  const auto homes = loaded.arena.make<std::string_view>(named.rules.size());
  std::fill(homes.begin(), homes.end(), calendar.id);
  calendar.rule_homes = homes;
  reader.finish();
  take_over(reader, known, without, calendar);
  if (checks.calendar != nullptr) {
    checks.calendar(calendar, problems);
  }
  if (!problems.empty()) {
    return problems;
  }
  const auto holidays = expand(calendar.rules, kFirstClockYear, kLastClockYear);
  const auto kept = loaded.arena.make<Holiday>(holidays.size());
  std::copy(holidays.begin(), holidays.end(), kept.begin());
  calendar.holidays = kept;
  return loaded;
}

std::vector<std::size_t> loading_order(const std::vector<JsonDocument>& calendars) {
  const auto known = [&calendars](const std::vector<std::size_t>& among, std::string_view id) {
    return std::any_of(among.begin(), among.end(),
                       [&](std::size_t i) { return text_at(*calendars[i].root, "id") == id; });
  };
  std::vector<std::size_t> order;
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < calendars.size(); ++i) {
    (text_at(*calendars[i].root, "extends").empty() ? order : waiting).push_back(i);
  }
  // Each round places one at least; what is left over then extends nothing that is there.
  for (bool placed = true; placed;) {
    placed = false;
    for (auto each = waiting.begin(); each != waiting.end() && !placed;) {
      placed = known(order, text_at(*calendars[*each].root, "extends"));
      if (placed) {
        order.push_back(*each);
        waiting.erase(each);
      } else {
        ++each;
      }
    }
  }
  order.insert(order.end(), waiting.begin(), waiting.end());
  return order;
}

}  // namespace supportcalc
