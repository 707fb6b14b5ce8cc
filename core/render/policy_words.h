// The parts of a policy in words, as they stand without a ticket: amounts, hours, conditions, where a fact comes from.
// What an answer says is chosen by core/wording.
#ifndef SUPPORTCALC_RENDER_POLICY_WORDS_H_
#define SUPPORTCALC_RENDER_POLICY_WORDS_H_

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/concat.h"
#include "engine/clock.h"
#include "engine/due.h"
#include "policy/policy.h"
#include "render/amount_words.h"
#include "render/catalogue.h"

namespace supportcalc {

class PolicyWords {
 public:
  // Of what an option or an assumption decides is said how it is decided. `calendars` have the names of those that
  // the catalogue does not know. All must outlive the words.
  PolicyWords(const Catalogue& catalogue, const Policy& policy, List<HolidayCalendar> calendars = {})
      : catalogue_(catalogue), policy_(policy), calendars_(calendars) {}

  const Catalogue& catalogue() const { return catalogue_; }
  const Policy& policy() const { return policy_; }
  std::string say(std::string_view key, WordParameters parameters = {}) const {
    return catalogue_.say(key, parameters);
  }
  std::string word(std::string_view family, std::string_view id) const { return catalogue_.word(family, id); }

  // A policy's text in the catalogue's language, else in English.
  std::string text(const Text& text) const { return catalogue_.text(text); }

  // "seed: Escalation (implied by the policy: ...)"; with `title`, the source's title instead of its id.
  std::string cite(const Cite& cite, bool title = false) const;

  // "1 business hour", "24 to 48 hours", "Agreed Severity 1 response, in minutes".
  std::string amount(const Amount& amount) const;
  std::string figure(const Figure& figure) const;
  std::string quantity(const Quantity& quantity) const;
  // The amount and what qualifies it: "up to 4 hours".
  std::string bounded(std::string_view bound, const std::string& amount) const;

  // "Yes", "Two a year", "8 hours per week", the hours of coverage.
  std::string feature_value(const Feature& feature) const;

  // "Business hours, Monday to Friday 08:00–17:00, Europe/Zurich, without public holidays (...)".
  std::string hours(const HoursDefinition& hours) const;
  // "Monday to Friday", "Saturday, Sunday".
  std::string days(List<date::weekday> days) const;
  // A holiday calendar by its name, as the catalogue or the calendar itself has it.
  std::string calendar(std::string_view id) const;
  // What a choice says as it stands: a zone's name, for example.
  std::string value(const Choice& choice) const;
  // The hours a choice names, by their labels.
  std::string hours_choice(const Choice& choice) const;

  // "Severity 1 · Critical".
  std::string level(const Severity& severity) const;
  std::string plan_label(std::string_view id) const;
  std::string level_label(std::string_view id) const;

  // The questions of a policy by name, "Environment: In production".
  std::string answer(std::string_view facet, std::string_view value) const;

  // A rule over facets, by the ids of the policy format: "availability down and (workaround none or costly)".
  std::string rule(const Predicate& predicate) const;

  // Under which answers a fact holds, "" when always: "Support region = AMER".
  std::string condition(const Condition& condition) const;
  // The same with plans and levels.
  std::string selector(const Selector& selector) const;

  std::string option_value(const Option& option, std::string_view value) const;
  std::string assumption_label(const Assumption& assumption) const;
  std::string assumption_value(const Assumption& assumption, std::string_view value) const;
  // What an option asks for: its choices, or the range of its numbers.
  std::string option_choices(const Option& option) const;

  std::string channel_label(const Channel& channel) const;
  // When maintenance is, where it is announced and how long it takes: {"Tuesday, Thursday", "usually 30 minutes"}.
  Phrases maintenance(const Maintenance& maintenance) const;

  // A date of a document, "2026-11-21", in words; what is no date stays as it is.
  std::string date(std::string_view iso) const;

  // An address as a person writes it: without "mailto:" and "tel:".
  static std::string address(std::string_view address);

  // "from 6 October 2023 until before 15 November 2023"; a draft never was.
  std::string in_force() const;

  // The parts that are not empty, with `between` between them.
  static std::string joined(const Phrases& parts, std::string_view between = ", ");
  static std::string joined(Ids parts, std::string_view between = ", ");
  static std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = ", ");

 private:
  // With `named`, what a value is called.
  std::string choice(const Choice& choice, const std::function<std::string(std::string_view)>& named) const;
  std::string window(const HoursWindow& window) const;

  const Catalogue& catalogue_;
  const Policy& policy_;
  List<HolidayCalendar> calendars_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_POLICY_WORDS_H_
