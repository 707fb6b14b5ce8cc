#include "calendar/holidays.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/codes.h"
#include "base/excerpt.h"
#include "base/sort.h"

namespace supportcalc {
namespace {

using date::days;
using date::year;

// Years looked at beyond those asked for: a range may run into the next one, a rule may lie kMaxHolidayDays
// from another, and an observed day a little further.
constexpr int kMargin = 3;

constexpr int kMaxShift = 6;

date::year_month_day make_day(int y, int month, int day) {
  return year{y} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
}

// Whether any year has this day.
bool day_exists(int month, int day) {
  return 1 <= month && month <= 12 && 1 <= day && day <= 31 && make_day(2024, month, day).ok();
}

bool nth_exists(int nth) { return nth == -1 || (1 <= nth && nth <= 5); }

bool is_far(int count) { return count < -kMaxHolidayDays || count > kMaxHolidayDays; }

// For each rule the position of the one it refers to; its own where there is none.
std::vector<std::size_t> resolve_references(List<HolidayRule> rules) {
  std::vector<std::size_t> references(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    references[i] = i;
    if (const auto id = reference_of(rules[i]); !id.empty()) {
      const auto found =
          std::find_if(rules.begin(), rules.end(), [&](const HolidayRule& other) { return other.id == id; });
      if (found != rules.end()) {
        references[i] = static_cast<std::size_t>(found - rules.begin());
      }
    }
  }
  return references;
}

// The rule at the end of a chain of references, and the days from it to the rule at the beginning.
struct Chain {
  std::size_t end = 0;
  int days = 0;
  bool circular = false;
  bool broken = false;
  bool far = false;

  bool ok() const { return !circular && !broken && !far; }
};

Chain follow(List<HolidayRule> rules, const std::vector<std::size_t>& references, std::size_t rule) {
  Chain chain;
  chain.end = rule;
  for (std::size_t step = 0; step <= rules.size(); ++step) {
    const HolidayRule& at = rules[chain.end];
    const auto* from = std::get_if<FromRule>(&at.day);
    if (from == nullptr) {
      return chain;
    }
    if (references[chain.end] == chain.end && from->rule != at.id) {
      chain.broken = true;
      return chain;
    }
    chain.far = is_far(from->days);
    chain.days += chain.far ? 0 : from->days;
    chain.far = chain.far || is_far(chain.days);
    if (chain.far) {
      return chain;
    }
    chain.end = references[chain.end];
  }
  chain.circular = true;
  return chain;
}

// Appends the days of a rule in one year, references and observance aside.
class DaysOfYear {
 public:
  DaysOfYear(int y, std::vector<local_days>& out) : year_(y), out_(out) {}

  void operator()(const FixedDay& fixed) const {
    if (const auto day = make_day(year_, fixed.month, fixed.day); day_exists(fixed.month, fixed.day) && day.ok()) {
      out_.push_back(local_days{day});
    }
  }

  void operator()(const NthWeekday& nth) const {
    if (!day_exists(nth.month, 1) || !nth_exists(nth.nth)) {
      return;
    }
    const date::year_month month = year{year_} / nth.month;
    if (nth.nth == -1) {
      out_.push_back(local_days{month / nth.weekday[date::last]});
    } else if (const auto day = month / nth.weekday[static_cast<unsigned>(nth.nth)]; day.ok()) {
      out_.push_back(local_days{day});
    }
  }

  void operator()(const WeekdayFrom& from) const {
    if (!day_exists(from.month, from.day)) {
      return;
    }
    // 29 February in a common year counts as 1 March.
    const local_days day{make_day(year_, from.month, from.day)};
    const date::weekday on{day};
    out_.push_back(from.before ? day - (on - from.weekday) : day + (from.weekday - on));
  }

  void operator()(const FromEaster& from) const {
    if (!is_far(from.days)) {
      out_.push_back((from.orthodox ? orthodox_easter(year_) : easter(year_)) + days{from.days});
    }
  }

  void operator()(const FromRule& /*unused*/) const {}

  void operator()(const ListedDays& listed) const {
    for (const local_days day : listed.dates) {
      if (date::year_month_day{day}.year() == year{year_}) {
        out_.push_back(day);
      }
    }
  }

  void operator()(const DayRange& range) const {
    if (!day_exists(range.from_month, range.from_day) || !day_exists(range.to_month, range.to_day)) {
      return;
    }
    const bool across = std::tie(range.to_month, range.to_day) < std::tie(range.from_month, range.from_day);
    const local_days from{make_day(year_, range.from_month, range.from_day)};
    const auto to = make_day(across ? year_ + 1 : year_, range.to_month, range.to_day);
    const local_days end = to.ok() ? local_days{to} : local_days{to.year() / to.month() / date::last};
    for (local_days day = from; day <= end; day += days{1}) {
      out_.push_back(day);
    }
  }

 private:
  int year_;
  std::vector<local_days>& out_;
};

bool holds_in(const HolidayRule& rule, int y) {
  return rule.first_year <= y && y <= rule.last_year &&
         std::find(rule.except_years.begin(), rule.except_years.end(), y) == rule.except_years.end();
}

std::optional<days> weekday_shift(const HolidayRule& rule, local_days day) {
  const int shift = rule.observed.shift[date::weekday{day}.c_encoding()];
  if (shift == 0 || shift < -kMaxShift || shift > kMaxShift) {
    return std::nullopt;
  }
  return days{shift};
}

bool is_weekend(local_days day) {
  const date::weekday weekday{day};
  return weekday == date::Saturday || weekday == date::Sunday;
}

bool needs_substitute(const HolidayRule& rule, local_days day) {
  return rule.observed.next_free[date::weekday{day}.c_encoding()];
}

// Sorted and unique, so that a search stays fast while days are added.
void insert_day(std::vector<local_days>& list, local_days day) {
  const auto place = std::lower_bound(list.begin(), list.end(), day);
  if (place == list.end() || *place != day) {
    list.insert(place, day);
  }
}

// Adds observed days to `holidays`, which holds the original ones in order, and takes out originals that do
// not stay.
void observe(List<HolidayRule> rules, std::vector<Holiday>& holidays) {
  std::vector<Holiday> all;
  std::vector<local_days> taken;
  for (const Holiday& original : holidays) {
    const HolidayRule& rule = rules[original.rule];
    const std::optional<days> shift = weekday_shift(rule, original.date);
    if (shift) {
      all.push_back({original.date + *shift, original.rule, true});
    }
    if (rule.observed.original_stays || !(shift || needs_substitute(rule, original.date))) {
      all.push_back(original);
    }
  }
  for (const Holiday& holiday : all) {
    taken.push_back(holiday.date);
  }
  sort_unique(taken);
  for (const Holiday& original : holidays) {
    if (!needs_substitute(rules[original.rule], original.date)) {
      continue;
    }
    // Rules that leave no weekday of a year free get no substitute.
    local_days day = original.date + days{1};
    const local_days limit = original.date + days{kMaxHolidayDays};
    while (day < limit && (is_weekend(day) || std::binary_search(taken.begin(), taken.end(), day))) {
      day += days{1};
    }
    if (day < limit) {
      insert_day(taken, day);
      all.push_back({day, original.rule, true});
    }
  }
  holidays = std::move(all);
}

void sort_by_date(std::vector<Holiday>& holidays) {
  sort(holidays, [](const Holiday& a, const Holiday& b) {
    return std::tie(a.date, a.observed, a.rule) < std::tie(b.date, b.observed, b.rule);
  });
}

// Collects problems of one rule.
class RuleChecker {
 public:
  RuleChecker(std::string pointer, std::string_view rule, Diagnostics& problems)
      : pointer_(std::move(pointer)), rule_(rule), problems_(problems) {}

  void report(Code code, std::string_view key, std::initializer_list<ParameterView> parameters) {
    problems_.push_back({code, pointer_ + "/" + std::string(key), parameters});
  }

  void check_day(std::string_view key, int month, int day) {
    if (!day_exists(month, day)) {
      report(Code::CalendarRuleNoSuchDay, key, {{"month", std::to_string(month)}, {"day", std::to_string(day)}});
    }
  }

  void check_days(std::string_view key, int count, int limit) {
    if (count < -limit || count > limit) {
      report(Code::CalendarRuleTooFar, key, {{"days", std::to_string(count)}, {"limit", std::to_string(limit)}});
    }
  }

  void operator()(const FixedDay& fixed) { check_day("day", fixed.month, fixed.day); }
  void operator()(const NthWeekday& nth) {
    check_day("month", nth.month, 1);
    if (!nth_exists(nth.nth)) {
      report(Code::CalendarRuleNthOutOfRange, "nth", {{"nth", std::to_string(nth.nth)}});
    }
  }
  void operator()(const WeekdayFrom& from) {
    check_day(from.before ? "on_or_before" : "on_or_after", from.month, from.day);
  }
  void operator()(const FromEaster& from) { check_days("easter", from.days, kMaxHolidayDays); }
  void operator()(const FromRule& from) { check_days("days", from.days, kMaxHolidayDays); }
  void operator()(const ListedDays& listed) {
    if (listed.dates.empty()) {
      report(Code::CalendarRuleNoDates, "dates", {{"rule", excerpt(rule_)}});
    }
  }
  void operator()(const DayRange& range) {
    check_day("range/from", range.from_month, range.from_day);
    check_day("range/to", range.to_month, range.to_day);
  }

 private:
  std::string pointer_;
  std::string_view rule_;
  Diagnostics& problems_;
};

}  // namespace

local_days easter(int y) {
  // The full moon that counts is found by the epact, the moon's age at the year's beginning: it loses 11 days
  // a year over the 19 of the moon's cycle, 3 leap days in 4 centuries, and gains 8 days in 25 centuries.
  const int century = y / 100;
  const int solar = century - century / 4;
  const int lunar = (8 * century + 13) / 25;
  int moon = (19 * (y % 19) + solar - lunar + 15) % 30;  // days from 21 March to the full moon
  if (moon == 29 || (moon == 28 && y % 19 > 10)) {
    --moon;  // keeps full moons of a cycle apart, and none after 18 April
  }
  const local_days full_moon = local_days{year{y} / 3 / 21} + days{moon};
  return full_moon + days{1} + (date::Sunday - date::weekday{full_moon + days{1}});
}

local_days orthodox_easter(int y) {
  // The same moon without the corrections, in the Julian calendar, which lags by the leap days left out.
  const int moon = (19 * (y % 19) + 15) % 30;
  const int lag = y / 100 - y / 400 - 2;
  const local_days full_moon = local_days{year{y} / 3 / 21} + days{lag + moon};
  return full_moon + days{1} + (date::Sunday - date::weekday{full_moon + days{1}});
}

std::string_view reference_of(const HolidayRule& rule) {
  const auto* from = std::get_if<FromRule>(&rule.day);
  return from == nullptr ? std::string_view() : from->rule;
}

Diagnostics check_holiday_rule(const HolidayRule& rule, std::string_view pointer) {
  Diagnostics problems;
  RuleChecker checker(std::string(pointer), rule.id, problems);
  std::visit(checker, rule.day);
  for (const int shift : rule.observed.shift) {
    checker.check_days("observed", shift, kMaxShift);
  }
  if (rule.first_year > rule.last_year) {
    checker.report(Code::CalendarRuleYearsOutOfOrder, "years",
                   {{"from", std::to_string(rule.first_year)}, {"until", std::to_string(rule.last_year)}});
  }
  return problems;
}

Diagnostics check_holiday_rules(List<HolidayRule> rules, std::string_view pointer, bool others_may_be_meant) {
  Diagnostics problems;
  if (rules.size() > kMaxHolidayRules) {
    problems.push_back({Code::CalendarRulesTooMany,
                        std::string(pointer),
                        {{"count", std::to_string(rules.size())}, {"limit", std::to_string(kMaxHolidayRules)}}});
    return problems;
  }
  const std::vector<std::size_t> references = resolve_references(rules);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const HolidayRule& rule = rules[i];
    const std::string place = std::string(pointer) + "/" + std::to_string(i);
    RuleChecker checker(place, rule.id, problems);
    if (std::any_of(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const HolidayRule& other) { return other.id == rule.id; })) {
      checker.report(Code::IdDuplicate, "id", {{"id", excerpt(rule.id)}});
    }
    const auto alone = check_holiday_rule(rule, place);
    add(problems, alone);
    if (const auto id = reference_of(rule); !id.empty()) {
      const Chain chain = follow(rules, references, i);
      if (rules[references[i]].id != id) {
        if (!others_may_be_meant) {
          checker.report(Code::CalendarRuleUnknownReference, "relative_to",
                         {{"rule", excerpt(rule.id)}, {"reference", excerpt(id)}});
        }
      } else if (chain.circular) {
        checker.report(Code::CalendarRuleCircular, "relative_to", {{"rule", excerpt(rule.id)}});
      } else if (chain.far && alone.empty()) {
        // Each step is near enough, all of them together are not.
        checker.report(Code::CalendarRuleTooFar, "relative_to",
                       {{"days", std::to_string(chain.days)}, {"limit", std::to_string(kMaxHolidayDays)}});
      }
    }
  }
  return problems;
}

std::vector<Holiday> expand(List<HolidayRule> rules, int first_year, int last_year) {
  return expand(rules, rules.size(), first_year, last_year);
}

std::vector<Holiday> expand(List<HolidayRule> rules, std::size_t count, int first_year, int last_year) {
  first_year = std::max(first_year, kFirstHolidayYear);
  last_year = std::min(last_year, kLastHolidayYear);
  std::vector<Holiday> holidays;
  if (first_year > last_year || count > kMaxHolidayRules) {
    return holidays;
  }
  const std::vector<std::size_t> references = resolve_references(rules);
  std::vector<local_days> dates;
  for (std::size_t i = 0; i < count; ++i) {
    const Chain chain = follow(rules, references, i);
    if (!chain.ok()) {
      continue;
    }
    for (int y = first_year - kMargin; y <= last_year + kMargin; ++y) {
      bool holds = holds_in(rules[i], y);
      for (std::size_t link = i; holds && link != chain.end;) {
        link = references[link];
        holds = holds_in(rules[link], y);
      }
      if (!holds) {
        continue;
      }
      dates.clear();
      std::visit(DaysOfYear(y, dates), rules[chain.end].day);
      for (const local_days day : dates) {
        holidays.push_back({day + days{chain.days}, i, false});
      }
    }
  }
  sort_by_date(holidays);
  observe(rules, holidays);
  sort_by_date(holidays);
  const auto is_same_date = [](const Holiday& a, const Holiday& b) { return a.date == b.date; };
  holidays.erase(std::unique(holidays.begin(), holidays.end(), is_same_date), holidays.end());
  const local_days begin{year{first_year} / 1 / 1};
  const local_days end{year{last_year + 1} / 1 / 1};
  holidays.erase(std::remove_if(holidays.begin(), holidays.end(),
                                [&](const Holiday& holiday) { return holiday.date < begin || holiday.date >= end; }),
                 holidays.end());
  return holidays;
}

}  // namespace supportcalc
