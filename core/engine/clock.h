// The clocks a plan's promises run on, made once from the policy's hours and the user's terms.
#ifndef SUPPORTCALC_ENGINE_CLOCK_H_
#define SUPPORTCALC_ENGINE_CLOCK_H_

#include <cstdint>
#include <list>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/business_clock.h"
#include "engine/ticket.h"
#include "policy/policy.h"
#include "policy/policy_set.h"

namespace supportcalc {

// The values of a request's options and assumptions, checked against what the policy declares. Views into both.
class ResolvedTerms {
 public:
  // Their lists are in `arena`. Errors: request.option.unknown, .not_in_plan, .value; request.assumption.unknown,
  // .value.
  static Result<ResolvedTerms> make(const PolicySet& set, const Policy& policy, std::string_view plan,
                                    const Terms& terms, Arena& arena);

  // The options of the plan, each with the value given or the policy's default; "" when it is not set.
  List<Keyed<std::string_view>> options() const { return options_; }
  // The value given or the policy's default; "" when the option is not set.
  std::string_view option(std::string_view id) const;
  bool is_set(std::string_view id) const { return !option(id).empty(); }
  // The value given or the default.
  std::string_view assumption(std::string_view id) const;
  bool is_default(std::string_view assumption) const;
  // Which value of a choice counts; nothing where its option is not set and has no `otherwise`.
  std::optional<ChoiceValue> chosen(const Choice& choice) const;
  // What that comes to; likewise.
  //
  // Example: {"assumption": "time_zone"} is "Europe/London" where the request assumes that.
  std::optional<std::string_view> settled(const Choice& choice) const;

 private:
  struct Assumed {
    std::string_view id;
    std::string_view value;
    bool is_default = true;
  };
  std::vector<Keyed<std::string_view>> options_;
  List<Assumed> assumptions_;
};

// Hours with their zone, holidays and windows settled.
struct ResolvedHours {
  const HoursDefinition* definition = nullptr;
  std::optional<Zone> zone;
  const BusinessClock* clock = nullptr;    // null for hours that are always open
  List<const HolidayCalendar*> calendars;  // none where there are no holidays, or only the policy's own
  Ids assumptions;                         // those that were needed
  std::string_view missing_option;         // the option that would have settled them, when it is not set

  bool ok() const { return missing_option.empty() && definition != nullptr; }
};

// Hours and, where an option that is not given would choose among several, which of its values they are for.
struct HoursWay {
  std::string_view id;  // "support_hours=24x7"; "" where there is one way
  ResolvedHours hours;
};

// Makes clocks on demand and keeps each: hours used by many targets are compiled once.
class ClockShop {
 public:
  // What is made lives as long as the shop; texts go to `arena`.
  ClockShop(const PolicySet& set, const Policy& policy, const ResolvedTerms& terms, Arena& arena)
      : set_(&set), policy_(&policy), terms_(&terms), arena_(&arena) {}

  Arena& arena() { return *arena_; }

  // The hours of a promise. With `whole_days`, the clock runs from midnight to midnight on every day the
  // hours open (the unit weekday-hours).
  Result<ResolvedHours> resolve(const Choice& choice, bool whole_days);

  // The hours of a promise, once for each value of an option that is not given and would choose them, if `each` and the
  // policy names them: those it falls back on first. Otherwise what `resolve` gives, alone.
  //
  // The list is in the shop's arena.
  //
  // Example: {"option": "support_hours", "cases": {"business": "business", "24x7": "always"}, "otherwise": "business"}
  // without the option: "support_hours=business", then "support_hours=24x7".
  Result<List<HoursWay>> ways(const Choice& choice, bool whole_days, bool each);

  // The zone of the policy's wall times; nothing where an option is not set.
  std::optional<Zone> vendor_zone() const { return zone(policy_->time_zone); }

  // A zone by name, option or assumption; nothing where there is none or an option is not set.
  std::optional<Zone> zone(const Choice& choice) const;

 private:
  struct Made {
    bool whole_days;
    ResolvedHours hours;
  };

  // The hours of a definition, with what they needed themselves noted.
  Result<ResolvedHours> settled(const HoursDefinition& definition, bool whole_days);

  // The chosen text; nothing where an option is not set and there is no other value. What was needed is
  // noted.
  std::optional<std::string_view> choose(const Choice& choice, ResolvedHours& noted) const;
  std::vector<WeeklyWindow> windows(const HoursDefinition& definition, bool whole_days, ResolvedHours& noted) const;

  const PolicySet* set_;
  const Policy* policy_;
  const ResolvedTerms* terms_;
  Arena* arena_;
  std::list<BusinessClock> clocks_;  // a list, because hours point into it
  std::vector<Made> made_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_ENGINE_CLOCK_H_
