#include "report/diff.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/concat.h"
#include "policy/names.h"
#include "policy/selection.h"

namespace supportcalc {
namespace {

using Words = std::vector<std::string>;

struct Field {
  std::string_view what;
  DiffValue value;
};

// Something that can be added, removed or changed, as it stands in one revision.
struct Item {
  std::string key;  // pairs it with its counterpart; that of the later revision
  std::string id;
  const Text* label = nullptr;
  DiffValue title;  // shown when the whole is added or removed
  std::vector<Field> fields;
  std::string_view plan;
  std::string_view severity;
  std::string_view target;
  const Selector* where = nullptr;
};

using Items = std::vector<Item>;

// How the ids of one list are called in the later revision.
using Renames = std::vector<std::pair<std::string_view, std::string_view>>;

std::string_view renamed(const Renames& renames, std::string_view id) {
  const auto found =
      std::find_if(renames.begin(), renames.end(), [id](const auto& rename) { return rename.first == id; });
  return found == renames.end() ? id : found->second;
}

// One revision, seen with the names of the later one.
class View {
 public:
  View(const Policy& policy_seen, const Renames& plan_names, const Renames& level_names)
      : policy(policy_seen), plans(plan_names), levels(level_names) {}

  const Policy& policy;
  const Renames& plans;
  const Renames& levels;

  std::string plan(std::string_view id) const { return std::string(renamed(plans, id)); }
  std::string level(std::string_view id) const { return std::string(renamed(levels, id)); }
  Names plan_ids(Ids ids) const { return mapped(plans, ids); }
  Names level_ids(Ids ids) const { return mapped(levels, ids); }

 private:
  static Names mapped(const Renames& renames, Ids ids) {
    Names result;
    for (const auto id : ids) {
      result.push_back(renamed(renames, id));
    }
    return result;
  }
};

// --- values as text: equal where a customer would call them equal

std::string english(const Text& text) { return std::string(text.in("en")); }

std::string number_text(std::int64_t value) { return std::to_string(value); }

template <class Parts>
std::string joined_parts(const Parts& parts, std::string_view between) {
  std::string text;
  for (const std::string_view part : parts) {
    text += text.empty() || part.empty() ? std::string_view() : between;
    text += part;
  }
  return text;
}

std::string joined(const Words& parts, std::string_view between = ", ") { return joined_parts(parts, between); }
std::string joined(Ids parts, std::string_view between = ", ") { return joined_parts(parts, between); }
std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = ", ") {
  return joined_parts(parts, between);
}

std::string amount_text(const Amount& amount) {
  const std::string unit = " " + std::string(name_of(amount.unit));
  if (!amount.option.empty()) {
    return concat({"{", amount.option, "}", unit});
  }
  return (amount.min == amount.max ? "" : number_text(amount.min) + "-") + number_text(amount.max) + unit;
}

std::string choice_value_text(const ChoiceValue& value) {
  return value.is_assumed ? concat({"{", value.text, "}"}) : std::string(value.text);
}

std::string choice_text(const Choice& choice) {
  const std::string value = choice.value ? choice_value_text(*choice.value) : "";
  if (choice.option.empty()) {
    return value;
  }
  std::string text = concat({"{", choice.option, "}"});
  for (const auto& [id, each] : choice.cases) {
    text.append(" ").append(id).append("=").append(choice_value_text(each));
  }
  return value.empty() ? text : text + " otherwise " + value;
}

std::string time_text(seconds after_midnight) {
  const auto minutes = after_midnight.count() / 60;
  const auto two = [](std::int64_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60 > 24 ? minutes / 60 % 24 : minutes / 60) + ":" + two(minutes % 60);
}

std::string_view weekday_text(date::weekday day) {
  constexpr std::array<std::string_view, 7> kNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return kNames[day.iso_encoding() - 1];
}

std::string window_text(const HoursWindow& window) {
  std::string text;
  for (const auto day : window.days) {
    text += (text.empty() ? "" : ",") + std::string(weekday_text(day));
  }
  if (window.times) {
    return text + " " + choice_text(*window.times);
  }
  text += " " + time_text(window.open) + "-";
  text += window.close_day ? std::string(weekday_text(*window.close_day)) + " " : "";
  return text + time_text(window.close);
}

std::string windows_text(const HoursDefinition& hours) {
  if (hours.always) {
    return "always";
  }
  Words windows;
  for (const auto& window : hours.windows) {
    windows.push_back(window_text(window));
  }
  return joined(windows, "; ");
}

std::string calendars_text(const HoursDefinition& hours) {
  Words calendars;
  for (const auto& holidays : hours.holidays) {
    calendars.push_back(choice_text(holidays));
  }
  return joined(calendars);
}

std::string openings_text(const HoursDefinition& hours) {
  Words openings;
  for (const auto& opening : hours.openings) {
    std::string dates = opening.date ? format_date(date::year_month_day{*opening.date}) : "";
    for (const auto& rule : opening.rules) {
      dates = rule.id;
    }
    for (const auto weekday : opening.days) {
      dates.append(" ").append(weekday_text(weekday));
    }
    openings.push_back(
        dates + " " +
        (opening.open == opening.close ? "closed" : time_text(opening.open) + "-" + time_text(opening.close)));
  }
  return joined(openings, "; ");
}

std::string condition_text(const Condition& condition) {
  Words parts;
  for (const auto& [id, values] : condition.options) {
    parts.push_back(concat({id, "=", joined(values, "|")}));
  }
  if (!condition.channels.empty()) {
    parts.push_back("channel=" + joined(condition.channels, "|"));
  }
  for (const auto& [id, values] : condition.impact) {
    parts.push_back(concat({id, "=", joined(values, "|")}));
  }
  return joined(parts, "&");
}

std::string selector_text(const View& view, const Selector& where) {
  return joined({joined(view.plan_ids(where.plans), "|"), joined(view.level_ids(where.severities), "|"),
                 condition_text(where.when)},
                "; ");
}

std::string rule_text(const Predicate& rule) {
  if (rule.kind == Predicate::Kind::Is) {
    return concat({rule.facet, "=", joined(rule.values, "|")});
  }
  Words parts;
  for (const auto& part : rule.parts) {
    parts.push_back(rule_text(part));
  }
  const std::string_view name = rule.kind == Predicate::Kind::All   ? "all("
                                : rule.kind == Predicate::Kind::Any ? "any("
                                                                    : "not(";
  return std::string(name) + joined(parts) + ")";
}

std::string readings_text(const Promise& promise) {
  Words readings;
  for (const auto& reading : promise.readings) {
    readings.push_back(joined(
        {reading.id, reading.amount ? amount_text(*reading.amount) : "",
         reading.unit ? std::string(name_of(*reading.unit)) : "", reading.hours ? choice_text(*reading.hours) : ""},
        " "));
  }
  if (promise.day_count) {
    readings.push_back(std::string(name_of(*promise.day_count)));
  }
  return joined(readings, "; ");
}

// --- fields; a value that is empty is no field, so that it reads as added or removed

class Fields {
 public:
  Fields(const View& view, Item& item) : view_(view), fields_(item.fields) {}

  void plain(std::string_view what, std::string_view text) { add(what, std::string(text), {}); }
  void text(std::string_view what, const Text& text) { add(what, english(text), &text); }
  void word(std::string_view what, std::string_view family, std::string_view id) {
    add(what, std::string(id), CatalogueWord{family, id});
  }
  void flag(std::string_view what, bool value) {
    if (value) {
      word(what, "availability", "yes");
    }
  }
  void number(std::string_view what, std::int64_t value) { plain(what, value == 0 ? "" : number_text(value)); }
  void amount(std::string_view what, const std::optional<Amount>& amount) {
    if (amount) {
      add(what, amount_text(*amount), &*amount);
    }
  }
  void selector(std::string_view what, const Selector& where) { add(what, selector_text(view_, where), &where); }
  void choice(std::string_view what, const std::optional<Choice>& choice) {
    if (choice) {
      add(what, choice_text(*choice), &*choice);
    }
  }
  void rule(std::string_view what, const std::optional<Predicate>& rule) {
    if (rule) {
      add(what, rule_text(*rule), &*rule);
    }
  }
  void promise(const Promise& promise) {
    word("commitment", "commitment", name_of(promise.commitment));
    amount("amount", promise.amount);
    word("bound", "bound-name", promise.bound);
    amount("best-case", promise.best_case);
    choice("hours", promise.hours);
    plain("readings", readings_text(promise));
  }
  void add(std::string_view what, std::string text, Shown shown) {
    if (!text.empty()) {
      fields_.push_back({what, {std::move(text), shown}});
    }
  }

 private:
  const View& view_;
  std::vector<Field>& fields_;
};

// Entries of a list may share an id; the n-th of an id is the counterpart of the n-th.
std::string numbered(const Items& items, std::string_view id) {
  const auto count = std::count_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return std::string(id) + (count == 0 ? "" : "#" + std::to_string(count + 1));
}

template <class Entry>
Item item_of(const Items& items, const Entry& entry, const Text& label) {
  Item item;
  item.key = numbered(items, entry.id);
  item.id = entry.id;
  item.label = &label;
  item.title = {label.empty() ? std::string(entry.id) : english(label), &label};
  return item;
}

// --- the sections

std::string quantity_text(const std::optional<Quantity>& quantity) {
  return quantity ? joined({concat({number_text(quantity->value), " ", quantity->unit}), quantity->per}, " per ") : "";
}

Items plans_of(const View& view) {
  Items items;
  for (const auto& plan : view.policy.plans) {
    Item item = item_of(items, plan, plan.label);
    item.key = view.plan(plan.id);
    item.plan = plan.id;
    Fields fields(view, item);
    fields.plain("id", plan.id);
    fields.text("label", plan.label);
    fields.word("support", "support", plan.support);
    fields.plain("builds-on", view.plan(base_of(plan)));
    items.push_back(std::move(item));
  }
  return items;
}

// Whether a plan is there before and after.
bool stays(const View& view, const Plan& plan, const View& other) {
  return std::any_of(other.policy.plans.begin(), other.policy.plans.end(),
                     [&](const Plan& counterpart) { return other.plan(counterpart.id) == view.plan(plan.id); });
}

// What is included in the plans that stay; the others come and go as a whole.
Items features_of(const View& view, const View& other) {
  Items items;
  for (const auto& plan : view.policy.plans) {
    if (!stays(view, plan, other)) {
      continue;
    }
    for (const auto& feature : plan.features) {
      Item item;
      item.key = concat({view.plan(plan.id), "/", feature.id});
      item.id = concat({plan.id, "/", feature.id});
      item.label = &feature.label;
      item.plan = plan.id;
      const auto text = joined({feature.value, english(feature.text), quantity_text(feature.quantity)});
      if (text == feature.value) {
        item.title = {text, CatalogueWord{"availability", feature.value}};
      } else if (feature.value.empty() && !feature.quantity) {
        item.title = {text, &feature.text};
      } else {
        item.title = {text, {}};
      }
      Fields(view, item).add("value", item.title.text, item.title.shown);
      items.push_back(std::move(item));
    }
  }
  return items;
}

Items levels_of(const View& view) {
  Items items;
  for (const auto& level : view.policy.severities) {
    Item item = item_of(items, level, level.label);
    item.key = view.level(level.id);
    item.severity = level.id;
    Fields fields(view, item);
    fields.plain("id", level.id);
    fields.text("label", level.label);
    fields.text("name", level.name);
    fields.plain("plans", joined(view.plan_ids(level.plans)));
    fields.text("description", level.definition.description);
    fields.rule("rule", level.definition.rule);
    Words others;
    for (const auto& other : level.definitions) {
      others.push_back(joined({joined(view.plan_ids(other.plans), "|"), condition_text(other.when)}, "&") + ": " +
                       joined({english(other.description), other.rule ? rule_text(*other.rule) : ""}, " "));
    }
    fields.plain("definitions", joined(others, "; "));
    items.push_back(std::move(item));
  }
  return items;
}

void add_target(const View& view, const Plan& plan, const Severity* level, const Target& row, Items& items) {
  Item item;
  item.key = view.plan(plan.id) + "/" + (level == nullptr ? "" : view.level(level->id)) + "/" +
             std::string(name_of(row.kind)) + "?" + condition_text(row.where.when);
  const bool taken =
      std::any_of(items.begin(), items.end(), [&item](const Item& other) { return other.key == item.key; });
  if (taken) {
    return;  // the first row that matches holds
  }
  item.id = concat({plan.id, "/", level == nullptr ? "" : level->id, level == nullptr ? "" : "/", name_of(row.kind)});
  if (!row.where.when.empty()) {
    item.id += "?" + condition_text(row.where.when);
    item.where = &row.where;
  }
  item.plan = plan.id;
  item.severity = level == nullptr ? std::string_view() : std::string_view(level->id);
  item.target = name_of(row.kind);
  item.title = {joined({row.promise.amount ? amount_text(*row.promise.amount) : std::string(row.word),
                        std::string(name_of(row.promise.commitment))}),
                &row.promise};
  Fields fields(view, item);
  fields.promise(row.promise);
  fields.plain("word", row.word);
  fields.word("clock-starts", "clock-start", row.clock.starts == "submission" ? "" : row.clock.starts);
  fields.flag("clock-pauses", !row.clock.pauses.empty());
  fields.flag("repeats", row.repeats);
  fields.plain("share",
               row.share_percent == 0 ? "" : concat({number_text(row.share_percent), " % per ", row.share_per}));
  items.push_back(std::move(item));
}

Items targets_of(const View& view) {
  Items items;
  for (const auto& plan : view.policy.plans) {
    const Lineage lineage = lineage_of(view.policy, plan);
    std::vector<const Severity*> levels;
    for (const auto& level : view.policy.severities) {
      if (covers(level.plans, lineage)) {
        levels.push_back(&level);
      }
    }
    if (levels.empty()) {
      levels.push_back(nullptr);  // a policy without levels has targets of its own
    }
    for (const auto* level : levels) {
      Items own;
      for (const std::size_t row : rows_of(view.policy.targets, lineage, level)) {
        add_target(view, plan, level, view.policy.targets[row], own);
      }
      std::move(own.begin(), own.end(), std::back_inserter(items));
    }
  }
  return items;
}

Items hours_of(const View& view) {
  Items items;
  for (const auto& hours : view.policy.hours) {
    Item item = item_of(items, hours, hours.label);
    item.title.shown = &hours;
    Fields fields(view, item);
    fields.text("label", hours.label);
    fields.add("windows", windows_text(hours), &hours);
    if (!hours.always) {
      fields.add("time-zone", choice_text(hours.time_zone), &hours.time_zone);
      if (hours.holidays.size() == 1) {
        fields.add("holidays", calendars_text(hours), hours.holidays.data());
      } else {
        fields.plain("holidays", calendars_text(hours));
      }
      Names extra;
      for (const auto& rule : hours.extra_holidays) {
        extra.push_back(rule.id);
      }
      fields.plain("extra-holidays", joined(extra));
      fields.plain("openings", openings_text(hours));
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::string contacts_text(const EscalationStep& step) {
  Words contacts;
  for (const auto& contact : step.contacts) {
    contacts.emplace_back(contact.address);
  }
  for (const auto& role : step.roles) {
    contacts.push_back(english(role));
  }
  return joined(contacts);
}

Items escalation_of(const View& view) {
  Items items;
  Item whole;
  whole.key = whole.id = "escalation";
  Fields(view, whole).word("status", "escalation-status", view.policy.escalation.status);
  items.push_back(std::move(whole));
  for (const auto& step : view.policy.escalation.steps) {
    Item item = item_of(items, step, step.label);
    Fields fields(view, item);
    fields.text("label", step.label);
    fields.text("trigger", step.trigger);
    fields.text("how", step.how);
    fields.plain("contacts", contacts_text(step));
    fields.flag("automatic", step.automatic);
    fields.promise(step.promise);
    fields.selector("where", step.where);
    items.push_back(std::move(item));
  }
  return items;
}

Items channels_of(const View& view) {
  Items items;
  for (const auto& channel : view.policy.channels) {
    Item item = item_of(items, channel, channel.label);
    if (channel.label.empty()) {
      item.title = {std::string(channel.kind), CatalogueWord{"channel", channel.kind}};
    }
    Fields fields(view, item);
    fields.word("kind", "channel", channel.kind);
    fields.text("label", channel.label);
    fields.plain("address", channel.address);
    fields.word("address-status", "address-status", channel.address_status);
    fields.word("role", "channel-role", channel.role);
    fields.plain("for", joined(channel.purposes));
    fields.plain("required-for", joined(view.level_ids(channel.required_for)));
    fields.plain("hours", channel.hours);
    fields.add("when", condition_text(channel.where.when), &channel.where);
    items.push_back(std::move(item));
  }
  return items;
}

// Which channels a plan has, for plans that are there before and after; a channel that is new or gone is told once.
Items availability_of(const View& view, const View& other) {
  Items items;
  for (const auto& plan : view.policy.plans) {
    const bool both = stays(view, plan, other);
    Names seen;
    for (const auto& channel : view.policy.channels) {
      if (!both || contains(seen, channel.id) || find_by_id(other.policy.channels, channel.id) == nullptr) {
        continue;
      }
      seen.push_back(channel.id);
      Item item;
      item.key = concat({channel.id, "/", view.plan(plan.id)});
      item.id = concat({channel.id, "/", plan.id});
      item.label = &channel.label;
      item.plan = plan.id;
      Fields(view, item)
          .word("availability", "availability",
                supportcalc::availability_of(view.policy.channels, channel.id, lineage_of(view.policy, plan)));
      items.push_back(std::move(item));
    }
  }
  return items;
}

void add_scope(const View& view, List<ScopeItem> list, Items& items) {
  for (const auto& entry : list) {
    Item item = item_of(items, entry, entry.label);
    Fields fields(view, item);
    fields.word("verdict", "verdict", name_of(entry.verdict));
    fields.text("condition", entry.condition);
    fields.text("instead", entry.instead);
    fields.text("effort", entry.effort);
    if (entry.commitment) {
      fields.word("commitment", "commitment", name_of(*entry.commitment));
    }
    fields.selector("where", entry.where);
    items.push_back(std::move(item));
  }
}

Items scope_of(const View& view) {
  Items items;
  add_scope(view, view.policy.scope.topics, items);
  add_scope(view, view.policy.scope.maturities, items);
  for (const auto& duty : view.policy.scope.responsibilities) {
    Item item;
    item.id = concat({"responsibility/", duty.side});
    item.key = item.id + "/" + english(duty.text);
    item.title = {english(duty.text), &duty.text};
    Fields(view, item).selector("where", duty.where);
    items.push_back(std::move(item));
  }
  if (view.policy.scope.beyond) {
    Item item;
    item.key = item.id = "beyond";
    item.title = {std::string(name_of(view.policy.scope.beyond->verdict)),
                  CatalogueWord{"verdict", name_of(view.policy.scope.beyond->verdict)}};
    Fields(view, item).word("verdict", "verdict", name_of(view.policy.scope.beyond->verdict));
    items.push_back(std::move(item));
  }
  return items;
}

std::string uptime_text(const Remedy& remedy) {
  Words parts;
  for (const auto& promise : remedy.promise) {
    parts.push_back(joined({joined(promise.plans, "|"), concat({promise.percent, " %"})}, " "));
  }
  for (const auto& step : remedy.table) {
    parts.push_back(joined({step.promised, concat({"<", step.below}),
                            step.from.empty() ? "" : concat({">=", step.from}), concat({"-> ", step.credit, " %"})},
                           " "));
  }
  return joined(parts, "; ");
}

Items remedies_of(const View& view) {
  Items items;
  Item whole;
  whole.key = whole.id = "remedies";
  Fields(view, whole).plain("status", view.policy.remedies_status);
  items.push_back(std::move(whole));
  static constexpr Text kNoLabel;
  for (const auto& remedy : view.policy.remedies) {
    Item item = item_of(items, remedy, kNoLabel);
    item.title = {std::string(remedy.kind), CatalogueWord{"remedy", remedy.kind}};
    Fields fields(view, item);
    fields.word("kind", "remedy", remedy.kind);
    fields.plain("applies-to", joined(remedy.applies_to));
    if (remedy.per.max > 0) {
      fields.add("per", amount_text(remedy.per), &remedy.per);
    }
    fields.plain("grants", remedy.grants == 0 ? "" : joined({number_text(remedy.grants), remedy.grants_unit}, " "));
    Names readings;
    for (const auto& reading : remedy.readings) {
      readings.push_back(reading.id);
    }
    fields.plain("readings", joined(readings));
    fields.number("misses", remedy.misses);
    fields.plain("uptime", uptime_text(remedy));
    if (remedy.claim) {
      fields.number("claim-within-days", remedy.claim->within_days.value_or(0));
      fields.plain("claim-to", remedy.claim->to);
      fields.text("claim", remedy.claim->text);
      fields.text("claim-cap", remedy.claim->cap);
    }
    fields.text("text", remedy.text);
    fields.selector("where", remedy.where);
    items.push_back(std::move(item));
  }
  return items;
}

Items ticket_of(const View& view) {
  Items items;
  for (const auto& entry : view.policy.ticket) {
    Item item = item_of(items, entry, entry.label);
    Fields fields(view, item);
    fields.text("label", entry.label);
    fields.flag("required", entry.required);
    items.push_back(std::move(item));
  }
  return items;
}

Items lifecycle_of(const View& view) {
  Items items;
  for (const auto& rule : view.policy.lifecycle) {
    Item item = item_of(items, rule, rule.text);
    Fields fields(view, item);
    fields.plain("rule", rule.rule);
    fields.number("months", rule.months);
    fields.number("days", rule.days);
    fields.number("count", rule.count);
    fields.plain("of", rule.of);
    fields.word("effect", "lifecycle", rule.effect_name);
    fields.text("text", rule.text);
    fields.selector("where", rule.where);
    items.push_back(std::move(item));
  }
  return items;
}

// --- pairing

// Ids that are gone, and whom a new id continues: the one with the same label, or one that names the other.
template <class Entry>
Renames renames_of(List<Entry> before, List<Entry> after) {
  Renames renames;
  const auto is_known_as = [](const Entry& entry, const Entry& other) {
    const std::string label = english(other.label);
    return english(entry.label) == label || contains(entry.also_known_as, label) ||
           contains(entry.also_known_as, other.id);
  };
  for (const auto& old : before) {
    if (find_by_id(after, old.id) != nullptr) {
      continue;
    }
    for (const auto& now : after) {
      const bool taken =
          std::any_of(renames.begin(), renames.end(), [&now](const auto& rename) { return rename.second == now.id; });
      if (!taken && find_by_id(before, now.id) == nullptr && (is_known_as(old, now) || is_known_as(now, old))) {
        renames.emplace_back(old.id, now.id);
        break;
      }
    }
  }
  return renames;
}

const DiffValue* value_of(const Item& item, std::string_view what) {
  const auto found =
      std::find_if(item.fields.begin(), item.fields.end(), [what](const Field& field) { return field.what == what; });
  return found == item.fields.end() ? nullptr : &found->value;
}

class Differ {
 public:
  std::vector<Change> changes;

  void compare(Section section, const Items& before, const Items& after) {
    for (const auto& old : before) {
      if (find(after, old.key) == nullptr) {
        add(section, ChangeKind::Removed, old, "", old.title, {});
      }
    }
    for (const auto& now : after) {
      if (const Item* old = find(before, now.key)) {
        compare_fields(section, *old, now);
      } else {
        add(section, ChangeKind::Added, now, "", {}, now.title);
      }
    }
  }

 private:
  static const Item* find(const Items& items, std::string_view key) {
    const auto found = std::find_if(items.begin(), items.end(), [key](const Item& item) { return item.key == key; });
    return found == items.end() ? nullptr : &*found;
  }

  void compare_fields(Section section, const Item& old, const Item& now) {
    for (const auto& field : old.fields) {
      const DiffValue* value = value_of(now, field.what);
      if (value == nullptr) {
        add(section, ChangeKind::Changed, now, field.what, field.value, {});
      } else if (value->text != field.value.text) {
        add(section, ChangeKind::Changed, now, field.what, field.value, *value);
      }
    }
    for (const auto& field : now.fields) {
      if (value_of(old, field.what) == nullptr) {
        add(section, ChangeKind::Changed, now, field.what, {}, field.value);
      }
    }
  }

  void add(Section section, ChangeKind kind, const Item& item, std::string_view what, DiffValue before,
           DiffValue after) {
    changes.push_back({section, kind, item.id, what, std::move(before), std::move(after), item.plan, item.severity,
                       item.target, item.where, item.label});
  }
};

}  // namespace

std::vector<Change> diff_policies(const Policy& before, const Policy& after) {
  const Renames plans = renames_of(before.plans, after.plans);
  const Renames levels = renames_of(before.severities, after.severities);
  const Renames none;
  const View old{before, plans, levels};
  const View now{after, none, none};
  Differ differ;
  differ.compare(Section::Plans, plans_of(old), plans_of(now));
  differ.compare(Section::Plans, features_of(old, now), features_of(now, old));
  differ.compare(Section::Levels, levels_of(old), levels_of(now));
  differ.compare(Section::Targets, targets_of(old), targets_of(now));
  differ.compare(Section::Hours, hours_of(old), hours_of(now));
  differ.compare(Section::Escalation, escalation_of(old), escalation_of(now));
  differ.compare(Section::Channels, channels_of(old), channels_of(now));
  differ.compare(Section::Channels, availability_of(old, now), availability_of(now, old));
  differ.compare(Section::Scope, scope_of(old), scope_of(now));
  differ.compare(Section::Remedies, remedies_of(old), remedies_of(now));
  differ.compare(Section::Ticket, ticket_of(old), ticket_of(now));
  differ.compare(Section::Lifecycle, lifecycle_of(old), lifecycle_of(now));
  return std::move(differ.changes);
}

}  // namespace supportcalc
