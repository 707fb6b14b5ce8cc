// A policy: one revision of one vendor's support terms, as data.
//
// The structs mirror docs/policy-format.md key by key; that page says what each means. Instances come from
// `load_policy` (policy/load.h), which has checked references, so a reader need not. All they hold are views into the
// arena of the document they were read from.
#ifndef SUPPORTCALC_POLICY_POLICY_H_
#define SUPPORTCALC_POLICY_POLICY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "calendar/holidays.h"
#include "calendar/hours.h"
#include "civil/civil.h"
#include "policy/vocabulary.h"

namespace supportcalc {

using Ids = List<std::string_view>;
using Names = std::vector<std::string_view>;  // ids that are being collected

// What an object of a document says under a key that is an id.
template <class T>
struct Keyed {
  std::string_view key;
  T value;

  bool operator==(const Keyed&) const = default;
};

// A text in one or more languages, English first. Empty when the policy gives none.
struct Text {
  List<Keyed<std::string_view>> by_language;

  bool empty() const { return by_language.empty(); }
  // The text in `language`, else in English, else "".
  std::string_view in(std::string_view language) const;
};

// Where a fact comes from, and whether the policy says it, implies it, or we assume it.
struct Cite {
  std::string_view source;
  std::string_view section;
  Basis basis = Basis::Stated;
  Text note;
};

struct Source {
  std::string_view id;
  std::string_view title;
  std::string_view url;
  std::string_view repository;
  std::string_view path;
  std::string_view commit;
  std::string_view date;
  Text note;
};

// Under which answers a fact holds. Each entry must match one of its values; "*" is any value at all.
struct Condition {
  List<Keyed<Ids>> options;
  Ids channels;
  List<Keyed<Ids>> impact;

  bool empty() const { return options.empty() && channels.empty() && impact.empty(); }
};

// For which plans and severities a fact holds; an empty list means all.
struct Selector {
  Ids plans;
  Ids severities;
  Condition when;

  bool covers_plan(std::string_view plan) const;
  bool covers_severity(std::string_view severity) const;
};

// A value, or one that an option or an assumption decides.
struct Choice {
  enum class By : std::uint8_t { Value, Option, Assumption };
  By by = By::Value;
  std::string_view id;                    // of the option or assumption
  List<Keyed<std::string_view>> cases;    // by option
  std::optional<std::string_view> value;  // the value, or `otherwise` where no case fits
};

// What the contract settles and the user knows.
struct Option {
  enum class Type : std::uint8_t { Choice, Integer, TimeZone, Calendar, Window };
  // From here on a policy names the type, by kOptionTypeNames; the others have keys of their own.
  static constexpr std::size_t kFirstNamedType = 2;
  std::string_view id;
  Type type = Type::Choice;
  Text label;
  Ids plans;
  struct Value {
    std::string_view id;
    Text label;
  };
  List<Value> choices;  // of Type::Choice
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::string_view unit;
  std::string_view default_value;  // "" when there is none
  Cite cite;
};

// What the policy forgets and the calculation needs.
struct Assumption {
  using Type = AssumptionType;
  std::string_view id;
  Type type = Type::TimeZone;
  Text label;
  std::string_view default_value;
  Ids choices;
  Text why;
  Cite cite;
};

struct HoursWindow {
  List<date::weekday> days;
  seconds open{};
  seconds close{};  // after the midnight of the opening day
  std::optional<date::weekday> close_day;
  std::optional<Choice> times;  // instead of open and close: "09:00-17:00", mostly from an assumption
};

// What one date has instead of its weekday's windows.
struct Opening {
  std::optional<local_days> date;  // always there in a policy without problems
  seconds open{};
  seconds close{};
  Text note;
  Cite cite;
};

struct HoursDefinition {
  std::string_view id;
  Text label;
  bool always = false;
  Choice time_zone;
  Choice holidays;  // calendar id or "none"
  List<HolidayRule> extra_holidays;
  List<Text> extra_holiday_names;  // in the same order
  List<HoursWindow> windows;
  List<Opening> openings;
  Cite cite;
};

// "8 hours per week", "2 named contacts".
struct Quantity {
  std::int64_t value = 0;
  std::string_view unit;
  std::string_view per;  // "" when it is not by period
};

struct Feature {
  std::string_view id;
  Text label;
  std::string_view value;  // "yes", "no", ... or "" when `text` says it
  Text text;
  std::optional<Quantity> quantity;
  Cite cite;
};

struct Plan {
  std::string_view id;
  Text label;
  Text description;
  std::string_view support;     // "full", "community", "none"
  std::string_view builds_on;   // "everything in that plan, plus": what this one does not say, that one does
  std::string_view deployment;  // the deployment kind it is tied to, or ""
  Ids also_known_as;
  List<Feature> features;
  Cite cite;
};

struct FacetValue {
  std::string_view id;
  Text label;
};

// A question about the impact: one of the common facets, or one the policy declares.
struct Facet {
  std::string_view id;
  Text label;  // empty for a common facet, whose words are in the catalogues
  List<FacetValue> values;
};

// The vendor-neutral facets, in the order they are asked.
List<Facet> common_facets();

struct Predicate {
  enum class Kind : std::uint8_t { Is, All, Any, Not };
  Kind kind = Kind::Is;
  std::string_view facet;  // of Is
  Ids values;              // of Is: any of these
  List<Predicate> parts;
};

struct SeverityDefinition {
  Ids plans;
  Condition when;
  Text description;
  std::optional<Predicate> rule;
  Cite cite;
};

// A move between levels that the policy describes: "lowered once a workaround exists".
struct Transition {
  std::string_view to;
  Text when;
  bool automatic = false;
  Cite cite;
};

struct Severity {
  std::string_view id;
  Text label;
  Text name;
  Ids also_known_as;
  Ids plans;
  SeverityDefinition definition;
  List<SeverityDefinition> definitions;  // for some plans, instead of `definition`
  List<Text> examples;
  List<Text> counter_examples;
  List<Transition> transitions;
  Text follow_up;
  Cite cite;

  // The definition that holds for a plan, options left aside: the first of `definitions` that names it.
  const SeverityDefinition& for_plan(std::string_view plan) const;
};

// An amount, a range of amounts, or a figure that an option gives.
struct Amount {
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::string_view option;  // "" unless the contract gives the figure
  Unit unit = Unit::Hours;
};

// One way to understand a clause, where it changes a time; what it leaves out is the target's own.
struct Reading {
  std::string_view id;
  Text label;
  std::optional<Choice> hours;
  std::optional<Unit> unit;
  std::optional<Amount> amount;
};

// At most so many ways to understand one promise, day counts and ends of ranges multiplied in.
inline constexpr std::size_t kMostReadings = 16;

// What a target, an escalation step and any other promise of time have in common.
struct Promise {
  Commitment commitment = Commitment::NotStated;
  std::optional<Amount> amount;
  std::optional<Amount> best_case;
  std::string_view bound;
  std::optional<DayCount> day_count;
  std::optional<Choice> hours;
  List<Reading> readings;
  std::string_view ambiguity;
};

// When a target's clock starts, and what stops it.
struct ClockTerms {
  std::string_view starts;  // "submission" unless the policy says otherwise
  bool pauses = false;
  Text note;
};

struct Target {
  Kind kind = Kind::FirstResponse;
  Selector where;
  Promise promise;
  ClockTerms clock;
  int share_percent = 0;  // of tickets that keep the target; 0 when not stated
  std::string_view share_per;
  std::string_view word;
  Text note;
  Cite cite;
};

struct Contact {
  std::string_view kind;
  std::string_view address;
};

struct EscalationStep {
  std::string_view id;
  Text label;
  Text trigger;
  Text how;
  List<Contact> contacts;
  bool contact_all = false;
  List<Text> roles;
  bool automatic = false;
  Selector where;
  Promise promise;
  Text note;
  Cite cite;
};

struct Escalation {
  std::string_view status;  // "stated", "not-stated", "none"
  Text note;
  List<EscalationStep> steps;
  Cite cite;
};

struct Channel {
  std::string_view id;
  std::string_view kind;
  Text label;
  std::string_view address;
  std::string_view role;
  List<Keyed<std::string_view>> availability;  // by plan
  Ids purposes;                                // "for": kinds of request it is meant for
  Ids required_for;                            // severities
  std::string_view hours;
  std::string_view address_status;
  Text note;
  Selector where;
  Cite cite;

  // What is said for this plan; "" when nothing is.
  std::string_view availability_for(std::string_view plan) const;
};

struct ScopeItem {
  std::string_view id;
  Text label;
  Verdict verdict = Verdict::NotStated;
  Text condition;
  Text example;
  Text instead;
  Text effort;
  Text note;
  std::optional<Commitment> commitment;
  Selector where;
  Cite cite;
};

struct Responsibility {
  std::string_view side;
  Text text;
  Selector where;
  Cite cite;
};

struct Scope {
  List<ScopeItem> topics;
  List<ScopeItem> maturities;
  std::optional<ScopeItem> beyond;
  List<Responsibility> responsibilities;
};

struct RemedyReading {
  std::string_view id;
  bool part_blocks = false;    // a begun block counts
  bool elapsed_clock = false;  // the delay runs day and night
};

struct UptimeStep {
  std::string_view promised;
  std::string_view from;
  std::string_view below;
  std::string_view credit;
};

struct UptimePromise {
  Ids plans;
  std::string_view percent;
};

struct Claim {
  std::optional<std::int64_t> within_days;
  std::optional<std::int64_t> used_within_days;  // after which a credit expires
  std::string_view to;                           // where to send it
  Text proof;
  Text cap;
  Text minimum;
  std::optional<bool> cash;
  Text text;
  Cite cite;
};

struct Remedy {
  std::string_view id;
  std::string_view kind;
  Text text;
  Ids applies_to;  // target kinds, and "escalation"
  Amount per;
  std::int64_t grants = 0;
  std::string_view grants_unit;
  List<RemedyReading> readings;
  std::string_view ambiguity;
  std::int64_t misses = 0;  // of kind "miss-count": so many in a period
  std::string_view misses_per;
  List<UptimePromise> promise;
  List<UptimeStep> table;
  std::optional<Claim> claim;
  Selector where;
  Cite cite;
};

// A thing the vendor wants to see in a ticket.
struct TicketItem {
  std::string_view id;
  Text label;
  bool required = false;
  bool rule = false;  // to be kept to rather than written down: "one problem per ticket"
  Text note;
  Cite cite;
};

struct LifecycleRule {
  std::string_view id;
  std::string_view rule;  // "max-age", "latest-count", "major-overlap", "text"
  int months = 0;
  int days = 0;
  int count = 0;
  std::string_view of;
  Verdict effect = Verdict::NotStated;
  std::string_view effect_name;
  Text text;
  Selector where;
  Cite cite;
};

// Anything else a customer should know.
struct Fact {
  std::string_view id;
  std::string_view topic;
  Text text;
  std::optional<Quantity> quantity;
  Selector where;
  Cite cite;
};

// Times after midnight.
struct TimeSpan {
  seconds open{};
  seconds close{};
};

// When the vendor works on its own systems.
struct Maintenance {
  std::string_view id;
  Text text;
  List<date::weekday> days;
  int nth = 0;  // of the month: 1..5, -1 for the last, 0 for every week
  std::optional<TimeSpan> window;
  std::string_view time_zone;
  int typical_minutes = 0;
  std::optional<Amount> notice;
  std::optional<Quantity> cap;
  std::string_view announced_on;  // a channel
  Selector where;
  Cite cite;
};

struct Ambiguity {
  std::string_view id;
  Text text;
  Text resolution;
  std::string_view kind;  // "gap", "conflict", "change", "wording"
  Ids touches;
  Ids candidates;  // the severities an impact that matches may be
  Selector where;
  Cite cite;
};

// What a description that leaves a facet out is taken to say.
struct Presumption {
  std::string_view facet;
  std::string_view value;
  Cite cite;
};

struct Policy {
  std::string_view id;
  std::string_view revision;
  Text title;
  std::string_view vendor_name;
  std::string_view vendor_url;
  Status status = Status::Published;
  std::optional<local_days> in_force_from;
  std::optional<local_days> in_force_until;  // the first day it no longer holds
  std::string_view read_on;
  Choice time_zone;
  std::optional<Fact> yields_to;
  List<Source> sources;
  List<Option> options;
  List<Assumption> assumptions;
  List<HoursDefinition> hours;
  List<Facet> questions;
  List<Plan> plans;
  List<Severity> severities;
  Text severity_set_by;
  Text severity_may_change;
  Cite severity_setting_cite;
  List<Presumption> presumed;
  std::string_view default_severity;
  Cite default_severity_cite;
  List<Target> targets;
  Escalation escalation;
  List<Channel> channels;
  Scope scope;
  List<Remedy> remedies;
  std::string_view remedies_status;
  Cite remedies_status_cite;
  List<TicketItem> ticket;
  List<LifecycleRule> lifecycle;
  List<Maintenance> maintenance;
  List<Fact> facts;
  List<Ambiguity> ambiguities;

  // A common facet or one of the policy's own; null when there is none of that id.
  const Facet* facet(std::string_view id) const;
};

// The years holidays are expanded for, so that clocks are right at both ends of the supported range.
inline constexpr int kFirstClockYear = 2014;
inline constexpr int kLastClockYear = 2101;

// A plan and those it builds on, itself first. Ends before a plan that is there already, or that does not
// exist.
std::vector<const Plan*> lineage_of(const Policy& policy, const Plan& plan);

// Whether a list of plans names one of these; an empty list means all.
bool open_to(Ids plans, const std::vector<const Plan*>& lineage);

// A published list of public holidays, as rules.
struct HolidayCalendar {
  std::string_view id;
  Text name;
  std::string_view read_on;
  List<Source> sources;
  List<HolidayRule> rules;
  List<Text> rule_names;   // one per rule
  List<Holiday> holidays;  // expanded over the supported years, sorted
};

// The element of `items` with that id, or null.
template <class Items>
const typename Items::value_type* find_by_id(const Items& items, std::string_view id) {
  for (const auto& item : items) {
    if (item.id == id) {
      return &item;
    }
  }
  return nullptr;
}

inline bool contains(Ids ids, std::string_view id) {
  for (const auto& each : ids) {
    if (each == id) {
      return true;
    }
  }
  return false;
}

// Whether a condition takes any value at all.
inline bool is_any(Ids values) { return values.size() == 1 && values.front() == "*"; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_POLICY_H_
