#include "engine/remedy.h"

#include <algorithm>
#include <limits>

namespace supportcalc {
namespace {

std::int64_t block_length(const Amount& per) {
  switch (per.unit) {
    case Unit::Minutes:
    case Unit::BusinessMinutes:
      return per.max * 60;
    case Unit::Hours:
    case Unit::BusinessHours:
    case Unit::WeekdayHours:
      return per.max * 3600;
    case Unit::CalendarDays:
    case Unit::BusinessDays:
      return per.max * 24 * 3600;
    case Unit::HalfBusinessDays:
      return per.max * 12 * 3600;
    case Unit::Weeks:
    case Unit::Months:
      break;
  }
  return per.max * 7 * 24 * 3600;
}

std::int64_t granted(const Remedy& remedy, const RemedyReading& reading, seconds late) {
  const std::int64_t block = block_length(remedy.per);
  if (block == 0 || late <= seconds{0}) {
    return 0;
  }
  const std::int64_t blocks = (late.count() + (reading.part_blocks ? block - 1 : 0)) / block;
  return blocks * remedy.grants;
}

}  // namespace

RemedyResult value_remedy(const Remedy& remedy, const PromiseResult& promise,
                          const std::optional<sys_seconds>& responded_at, Arena& arena) {
  RemedyResult result;
  result.remedy = &remedy;
  if (!promise.due) {
    result.status = promise.no_due == NoDue::NoFigure ? RemedyStatus::None : RemedyStatus::Rule;
    return result;
  }
  if (!promise.outcome || !responded_at || remedy.kind != "term-extension") {
    return result;
  }

  static constexpr RemedyReading kPlain{"whole-blocks", false, false};
  const auto readings = remedy.readings.empty() ? List<RemedyReading>(&kPlain, 1) : remedy.readings;
  result.least = std::numeric_limits<std::int64_t>::max();
  for (const auto& reading : readings) {
    for (const auto& due : promise.readings) {
      if (!due.at) {
        continue;  // what it does not promise is worth nothing
      }
      const seconds elapsed = std::max(*responded_at - *due.at, seconds{0});
      const seconds late = reading.elapsed_clock ? elapsed : due.outcome->late_by;
      const std::int64_t value = granted(remedy, reading, late);
      if (&due == &promise.readings.front()) {
        result.values = arena.appended(result.values, {&reading, value});
      }
      result.least = std::min(result.least, value);
      result.most = std::max(result.most, value);
    }
  }
  result.status = result.least > 0  ? RemedyStatus::Earned
                  : result.most > 0 ? RemedyStatus::Disputed
                                    : RemedyStatus::NotEarned;
  return result;
}

void set_claim_by(RemedyResult& result, const PromiseResult& missed, const std::optional<Zone>& zone) {
  const auto& claim = result.remedy->claim;
  const bool may_be_earned = result.status == RemedyStatus::Earned || result.status == RemedyStatus::Disputed;
  if (!may_be_earned || !claim || !claim->within_days || !missed.due) {
    return;
  }
  const sys_seconds due = missed.due->earliest;
  const auto day = date::floor<date::days>(due + (zone ? zone->span_at(due).offset : seconds{0}));
  result.claim_by = local_days{(day + date::days{*claim->within_days}).time_since_epoch()};
  result.claim_zone = zone;
}

}  // namespace supportcalc
