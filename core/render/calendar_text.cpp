#include "render/calendar_text.h"

#include <cstdlib>
#include <variant>

#include "base/concat.h"
#include "render/catalogue.h"
#include "render/time_words.h"

namespace supportcalc {
namespace {

std::string day_words(const Catalogue& words, local_days day) {
  return words.say("time.day", {{"weekday", words.word("weekday", weekday_id(date::weekday{day}))},
                                {"date", date_words(words, day)}});
}

// Which days a rule means: "first Monday of May", "2 days before Easter Sunday".
class RuleWords {
 public:
  explicit RuleWords(const Catalogue& words) : words_(words) {}

  std::string operator()(const FixedDay& fixed) const { return day(fixed.month, fixed.day); }

  std::string operator()(const NthWeekday& nth) const {
    return words_.say("calendar-rule.nth", {{"nth", words_.word("nth", std::to_string(nth.nth))},
                                            {"weekday", weekday(nth.weekday)},
                                            {"month", month(nth.month)}});
  }

  std::string operator()(const WeekdayFrom& from) const {
    return words_.say(from.before ? "calendar-rule.on-or-before" : "calendar-rule.on-or-after",
                      {{"weekday", weekday(from.weekday)}, {"day", day(from.month, from.day)}});
  }

  std::string operator()(const FromEaster& from) const {
    return beside(from.days, words_.say(from.orthodox ? "calendar-rule.orthodox-easter" : "calendar-rule.easter"));
  }

  std::string operator()(const FromRule& from) const { return beside(from.days, std::string(from.rule)); }

  std::string operator()(const ListedDays&) const { return words_.say("calendar-rule.listed"); }

  std::string operator()(const DayRange& range) const {
    return words_.say("calendar-rule.range",
                      {{"from", day(range.from_month, range.from_day)}, {"to", day(range.to_month, range.to_day)}});
  }

 private:
  std::string month(int number) const { return words_.word("month", std::to_string(number)); }
  std::string weekday(date::weekday weekday) const { return words_.word("weekday", weekday_id(weekday)); }
  std::string day(int month_number, int number) const {
    return words_.say("calendar-rule.day", {{"day", number}, {"month", month(month_number)}});
  }
  std::string beside(int days, const std::string& other) const {
    return days == 0 ? other
                     : words_.say(days < 0 ? "calendar-rule.before" : "calendar-rule.after",
                                  {{"count", std::abs(days)}, {"other", other}});
  }

  const Catalogue& words_;
};

std::string rule_cell(const Catalogue& words, const HolidayCalendar& calendar, const Holiday& holiday) {
  const auto& rule = calendar.rules[holiday.rule];
  const auto meant = std::visit(RuleWords(words), rule.day);
  return concat({rule.id, ": ", holiday.observed ? words.say("calendar-rule.observed", {{"rule", meant}}) : meant});
}

std::string name_of_rule(const Catalogue& words, const HolidayCalendar& calendar, const Holiday& holiday) {
  return std::string(calendar.rule_names[holiday.rule].in(words.language()));
}

void head(const Catalogue& words, const HolidayCalendar& calendar, TextPage& page) {
  page.heading(concat({calendar.name.in(words.language()), " (", calendar.id, ")"}));
  page.pair(words.say("sources.read-on"), calendar.read_on);
  for (const auto& source : calendar.sources) {
    page.pair(words.say("text.source"), concat({source.title, source.url.empty() ? "" : "\n", source.url}));
  }
}

}  // namespace

std::string calendar_text(const HolidayCalendar& calendar, int year, const PageStyle& style) {
  const Catalogue words(style.language);
  TextPage page(style.bold);
  head(words, calendar, page);
  page.heading(std::to_string(year));
  TableRows rows{{words.say("calendar-text.date"), words.say("calendar-text.holiday"), words.say("show.rule")}};
  for (const auto& holiday : calendar.holidays) {
    if (date::year_month_day{holiday.date}.year() == date::year{year}) {
      rows.push_back({day_words(words, holiday.date), name_of_rule(words, calendar, holiday),
                      rule_cell(words, calendar, holiday)});
    }
  }
  if (rows.size() > 1) {
    page.table(rows);
  } else {
    page.paragraph(words.say("calendar-text.none"));
  }
  return page.text();
}

std::string calendar_difference_text(const HolidayCalendar& calendar, const std::string& file, const IcsDays& days,
                                     const CalendarDifference& difference, const PageStyle& style) {
  const Catalogue words(style.language);
  TextPage page(style.bold);
  head(words, calendar, page);
  std::string years;
  for (const int year : difference.years) {
    years += (years.empty() ? "" : ", ") + std::to_string(year);
  }
  page.pair(words.say("calendar-text.years"), years.empty() ? "–" : years);
  if (days.left_out > 0) {
    page.paragraph(words.say("calendar-text.left-out", {{"count", days.left_out}}));
  }
  if (!difference.only_calendar.empty()) {
    page.heading(words.say("calendar-text.only-calendar"));
    TableRows rows{{words.say("calendar-text.date"), words.say("calendar-text.holiday"), words.say("show.rule")}};
    for (const auto* holiday : difference.only_calendar) {
      rows.push_back({day_words(words, holiday->date), name_of_rule(words, calendar, *holiday),
                      rule_cell(words, calendar, *holiday)});
    }
    page.table(rows);
  }
  if (!difference.only_file.empty()) {
    page.heading(words.say("calendar-text.only-file", {{"file", file}}));
    TableRows rows{{words.say("calendar-text.date"), words.say("calendar-text.holiday")}};
    for (const auto* day : difference.only_file) {
      rows.push_back({day_words(words, day->date), day->summary});
    }
    page.table(rows);
  }
  if (difference.only_calendar.empty() && difference.only_file.empty()) {
    page.blank();
    page.paragraph(words.say(difference.years.empty() ? "calendar-text.nothing" : "calendar-text.same"));
  }
  return page.text();
}

}  // namespace supportcalc
