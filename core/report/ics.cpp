#include "report/ics.h"

#include <algorithm>

#include "base/concat.h"

namespace supportcalc {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kWhiteSpace);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

// A line, "DTSTART;VALUE=DATE:20260101": its name in capitals, and what stands behind the first colon that is in no
// quotes.
struct Property {
  std::string name;
  std::string value;
};

Property property_of(std::string_view line) {
  bool quoted = false;
  std::size_t colon = 0;
  while (colon < line.size() && (quoted || line[colon] != ':')) {
    quoted = quoted != (line[colon] == '"');
    ++colon;
  }
  const auto name = line.substr(0, std::min(colon, line.find(';')));
  return {upper(trimmed(name)), std::string(trimmed(line.substr(std::min(colon + 1, line.size()))))};
}

// The lines of a text, those that are folded put together again.
std::vector<std::string> unfolded(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) {
    text.remove_prefix(kMark.size());
  }
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (!lines.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
      lines.back() += line.substr(1);
    } else {
      lines.emplace_back(line);
    }
  }
  return lines;
}

// "Boxing Day\, in lieu" without its backslashes.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      result += text[i] == 'n' || text[i] == 'N' ? ' ' : text[i];
    } else {
      result += text[i];
    }
  }
  return result;
}

// "20260101"; nothing for a time of day, which is longer.
std::optional<local_days> date_of(std::string_view text) {
  constexpr std::size_t kDigits = 8;
  if (text.size() != kDigits) {
    return std::nullopt;
  }
  const auto date = parse_date(concat({text.substr(0, 4), "-", text.substr(4, 2), "-", text.substr(6)}), "");
  return date ? std::optional<local_days>(*date) : std::nullopt;
}

struct Event {
  std::optional<local_days> start;
  std::optional<local_days> end;  // the first day it no longer is
  std::string summary;
  bool repeats = false;
  bool cancelled = false;
};

void read(Event& event, const Property& property) {
  if (property.name == "DTSTART") {
    event.start = date_of(property.value);
  } else if (property.name == "DTEND") {
    event.end = date_of(property.value);
  } else if (property.name == "SUMMARY") {
    event.summary = unescaped(property.value);
  } else if (property.name == "RRULE" || property.name == "RDATE") {
    event.repeats = true;
  } else if (property.name == "STATUS") {
    event.cancelled = upper(property.value) == "CANCELLED";
  }
}

void add(IcsDays& found, const Event& event) {
  if (event.cancelled) {
    return;
  }
  const auto end = event.start ? event.end.value_or(*event.start + date::days{1}) : local_days{};
  const auto length = event.start ? std::max((end - *event.start).count(), 1) : 0;
  if (!event.start || event.repeats || length > kLongestIcsEvent ||
      found.days.size() + static_cast<std::size_t>(length) > kMostIcsDays) {
    ++found.left_out;
    return;
  }
  for (int day = 0; day < length; ++day) {
    found.days.push_back({*event.start + date::days{day}, event.summary});
  }
}

int year_of(local_days date) { return static_cast<int>(date::year_month_day{date}.year()); }

}  // namespace

IcsDays read_ics_days(std::string_view text) {
  IcsDays found;
  std::optional<Event> event;
  for (const auto& line : unfolded(text)) {
    const auto property = property_of(line);
    const auto value = upper(property.value);
    if (!found.is_calendar) {
      if (property.name == "BEGIN" && value == "VCALENDAR") {
        found.is_calendar = true;
      } else if (!trimmed(line).empty()) {
        break;
      }
    } else if (property.name == "BEGIN" && value == "VEVENT") {
      event.emplace();
    } else if (property.name == "END" && value == "VEVENT" && event) {
      add(found, *event);
      event.reset();
    } else if (event) {
      read(*event, property);
    }
  }
  std::stable_sort(found.days.begin(), found.days.end(),
                   [](const IcsDay& a, const IcsDay& b) { return a.date < b.date; });
  return found;
}

CalendarDifference compare_calendar(const HolidayCalendar& calendar, const std::vector<IcsDay>& days,
                                    std::optional<int> year) {
  CalendarDifference difference;
  for (const auto& day : days) {
    const int each = year_of(day.date);
    if ((!year || each == *year) && (difference.years.empty() || difference.years.back() != each)) {
      difference.years.push_back(each);
    }
  }
  const auto& years = difference.years;
  const auto compared = [&years](local_days date) {
    return std::binary_search(years.begin(), years.end(), year_of(date));
  };
  const auto in_file = [&days](local_days date) {
    return std::any_of(days.begin(), days.end(), [date](const IcsDay& day) { return day.date == date; });
  };
  // Published lists name the day in lieu alone.
  const auto has_substitute_in_file = [&](const Holiday& holiday) {
    constexpr date::days kNear{7};
    return std::any_of(calendar.holidays.begin(), calendar.holidays.end(), [&](const Holiday& other) {
      return other.observed && other.rule == holiday.rule && other.date > holiday.date - kNear &&
             other.date < holiday.date + kNear && in_file(other.date);
    });
  };
  for (const auto& holiday : calendar.holidays) {
    if (compared(holiday.date) && !in_file(holiday.date) && (holiday.observed || !has_substitute_in_file(holiday))) {
      difference.only_calendar.push_back(&holiday);
    }
  }
  const auto in_calendar = [&calendar](local_days date) {
    return std::any_of(calendar.holidays.begin(), calendar.holidays.end(),
                       [date](const Holiday& holiday) { return holiday.date == date; });
  };
  for (const auto& day : days) {
    if (compared(day.date) && !in_calendar(day.date)) {
      difference.only_file.push_back(&day);
    }
  }
  return difference;
}

}  // namespace supportcalc
