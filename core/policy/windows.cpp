#include "policy/windows.h"

#include "base/codes.h"
#include "base/excerpt.h"

namespace supportcalc {
namespace {

constexpr seconds kDay{24 * 3600};

}  // namespace

std::vector<WeeklyWindow> weekly_windows(const HoursWindow& window, seconds open, seconds close) {
  std::vector<WeeklyWindow> result;
  for (const auto day : window.days) {
    seconds until = close;
    if (window.close_day) {
      until += date::days{(*window.close_day - day).count()};
    }
    if (until <= open) {
      until += window.close_day ? 7 * kDay : kDay;
    }
    result.push_back({day, open, until});
  }
  return result;
}

Result<std::pair<seconds, seconds>> parse_window(std::string_view text, std::string_view pointer) {
  const auto dash = text.find('-');
  const auto open = parse_time_of_day(text.substr(0, dash), pointer);
  if (!open) {
    return open.diagnostics();
  }
  const auto close =
      parse_time_of_day(dash == std::string_view::npos ? std::string_view() : text.substr(dash + 1), pointer);
  if (!close) {
    return close.diagnostics();
  }
  if (*open == date::days{1}) {
    return Diagnostic{Code::TimeOfDayMalformed, std::string(pointer), {{"text", excerpt(text)}}};
  }
  return std::pair(*open, *close);
}

}  // namespace supportcalc
