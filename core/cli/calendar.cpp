// The dates of a holiday calendar with the rule that made each, and how they differ from a published list.
#include <charconv>

#include "api/json_writer.h"
#include "base/concat.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/policies.h"
#include "render/calendar_text.h"
#include "report/ics.h"

namespace supportcalc {
namespace {

constexpr std::array kFlags = {
    Flag{"year", "YEAR", "which year, 2014 to 2101 (default: this one; with --against, every year of the file)"},
    Flag{"against", "FILE.ics", "what differs from the whole days of an iCalendar file; - is standard input"},
    kJsonFlag,
    kLanguageFlag,
    kPoliciesFlag,
};

const HolidayCalendar* find_calendar(const PolicySet& policies, const std::string& id, Console& console) {
  const HolidayCalendar* calendar = policies.calendar(id);
  if (calendar != nullptr) {
    return calendar;
  }
  std::vector<std::string_view> ids;
  for (const auto& each : policies.calendars()) {
    ids.push_back(each.id);
  }
  const auto near = nearest(id, ids);
  console.complain(concat(
      {"There is no holiday calendar \"", id, "\". ",
       near.empty() ? "\"supportcalc list\" shows which there are." : concat({"Did you mean \"", near, "\"?"})}));
  return nullptr;
}

void write_head(const HolidayCalendar& calendar, std::string_view language, JsonWriter& json) {
  json.begin_object().flag("ok", true).key("calendar").begin_object();
  json.member("id", calendar.id).member("name", calendar.name.in(language)).member("read_on", calendar.read_on);
  json.end_object();
}

void write_holiday(const HolidayCalendar& calendar, const Holiday& holiday, std::string_view language,
                   JsonWriter& json) {
  json.begin_object().member("date", format_date(date::year_month_day{holiday.date}));
  json.member("name", calendar.rule_names[holiday.rule].in(language));
  json.member("rule", calendar.rules[holiday.rule].id).flag("observed", holiday.observed).end_object();
}

std::string dates_json(const HolidayCalendar& calendar, int year, std::string_view language) {
  JsonWriter json;
  write_head(calendar, language, json);
  json.member("year", static_cast<std::int64_t>(year)).key("dates").begin_array();
  for (const auto& holiday : calendar.holidays) {
    if (date::year_month_day{holiday.date}.year() == date::year{year}) {
      write_holiday(calendar, holiday, language, json);
    }
  }
  return json.end_array().end_object().take();
}

std::string difference_json(const HolidayCalendar& calendar, const IcsDays& days, const CalendarDifference& difference,
                            std::string_view language) {
  JsonWriter json;
  write_head(calendar, language, json);
  json.key("years").begin_array();
  for (const int year : difference.years) {
    json.value(static_cast<std::int64_t>(year));
  }
  json.end_array().member("left_out", static_cast<std::int64_t>(days.left_out)).key("only_in_calendar").begin_array();
  for (const auto* holiday : difference.only_calendar) {
    write_holiday(calendar, *holiday, language, json);
  }
  json.end_array().key("only_in_file").begin_array();
  for (const auto* day : difference.only_file) {
    json.begin_object().member("date", format_date(date::year_month_day{day->date})).member("name", day->summary);
    json.end_object();
  }
  return json.end_array().end_object().take();
}

int compare_with(const std::string& path, const HolidayCalendar& calendar, std::optional<int> year,
                 const PageStyle& style, bool as_json, Console& console) {
  const auto file = read_file(path);
  if (!file.ok()) {
    console.complain(concat({shown_name(path), ": ", file.problem}));
    return kInputWrong;
  }
  const auto days = read_ics_days(file.text);
  if (!days.is_calendar) {
    console.complain(concat({shown_name(path), ": It is no iCalendar file: it does not begin with BEGIN:VCALENDAR."}));
    return kInputWrong;
  }
  const auto difference = compare_calendar(calendar, days.days, year);
  if (as_json) {
    console.out.line(difference_json(calendar, days, difference, style.language));
  } else {
    console.out.write(calendar_difference_text(calendar, shown_name(path), days, difference, style));
  }
  return kDone;
}

int run(const Arguments& arguments, Console& console) {
  const auto language = language_of(arguments, "calendar", console);
  if (!language) {
    return kUsageWrong;
  }
  std::optional<int> year;
  if (arguments.has("year")) {
    const auto text = arguments.value("year");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < kFirstClockYear ||
        number > kLastClockYear) {
      return usage_problem(console, "calendar",
                           concat({"--year ", text, ": Give a year from ", std::to_string(kFirstClockYear), " to ",
                                   std::to_string(kLastClockYear), "."}));
    }
    year = number;
  }
  const auto library = load_library(arguments, console);
  if (!library) {
    return kInputWrong;
  }
  const auto* calendar = find_calendar(library->policies, arguments.operands().front(), console);
  if (calendar == nullptr) {
    return kInputWrong;
  }
  const PageStyle style{*language, console.styled()};
  const bool as_json = arguments.has(kJsonFlag.name);
  if (arguments.has("against")) {
    return compare_with(std::string(arguments.value("against")), *calendar, year, style, as_json, console);
  }
  const int shown = year.value_or(static_cast<int>(date::year_month_day{date::floor<date::days>(read_clock())}.year()));
  if (as_json) {
    console.out.line(dates_json(*calendar, shown, *language));
  } else {
    console.out.write(calendar_text(*calendar, shown, style));
  }
  return kDone;
}

}  // namespace

const Command kCalendarCommand = {
    "calendar",
    "CALENDAR",
    1,
    1,
    "the dates of a holiday calendar, with the rule that made each",
    "Prints the dates of a year by the rules of a holiday calendar, to check against the list its makers publish;\n"
    "with --against, what differs from such a list: the whole days of an iCalendar file, each year of which is\n"
    "compared. Dates are compared, names are not. \"supportcalc list\" shows which calendars there are.",
    kFlags,
    "  supportcalc calendar gb-eng --year 2027\n"
    "  supportcalc calendar gb-eng --against england-and-wales.ics\n"
    "  supportcalc calendar acme-days --policies my-policies --json\n",
    run};

}  // namespace supportcalc
