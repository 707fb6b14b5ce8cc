// The parts of a policy as messages: levels, hours, conditions, readings, claims.
#ifndef SUPPORTCALC_WORDING_POLICY_PHRASES_H_
#define SUPPORTCALC_WORDING_POLICY_PHRASES_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/clock.h"
#include "engine/due.h"
#include "engine/evaluation.h"
#include "engine/standing.h"
#include "wording/message.h"

namespace supportcalc {

// A message that is its one parameter: a text of the policy, a list, a word.
Message said(ParameterValue value);

// A word of the catalogues as a message: the id itself where a policy brings its own.
Message said_word(std::string_view family, std::string_view id);

// Those of `parts` that say anything; nothing where none does.
Message said_list(Between between, std::vector<Message> parts);

// "/targets/3/note"
std::string place(std::string_view list, std::size_t index, std::string_view key);

// The place of an item within a list it is in.
template <class Items, class Item>
std::size_t index_in(const Items& items, const Item& item) {
  return static_cast<std::size_t>(&item - items.data());
}

class PolicyPhrases {
 public:
  // What an option or an assumption decides is said as it was decided. Both must outlive the phrases.
  PolicyPhrases(const Policy& policy, const ResolvedTerms& terms) : policy_(policy), terms_(terms) {}

  // A text of the policy that has this place; nothing for an empty one.
  static Message text(const Text& text, std::string pointer);
  // The same for what is no text in several languages.
  static Message name(std::string_view name, std::string pointer);

  // "Severity 1 · Critical".
  Message level(const Severity& severity) const;
  Message level_label(std::string_view id) const;
  // What the definition that holds says.
  Message definition(const Severity& severity, const SeverityDefinition* definition) const;

  // "up to 4 hours".
  static Message amount(const Figure& figure, std::string_view bound);
  // "for 95 % of cases per calendar month"; nothing when the policy states no share.
  static Message share(const Target& target);
  // How strong a promise is; a draft publishes no target.
  Message commitment(Commitment commitment) const;
  // What stops a clock.
  static Message pauses(const ClockTerms& clock);
  // A holiday of the policy's own by its name, else by its id; `at` is the place of its rule.
  static Message holiday(const HolidayRule& rule, const Text& called, const std::string& at);
  // "on 24 December 2026 only 09:00–12:00", "Summer: Friday 08:00–13:00", "New Year's Eve: closed"; `at` is its place.
  static Message opening(const Opening& opening, const std::string& at);
  // "Business hours, Monday to Friday 08:00–17:00, Europe/Zurich, without public holidays (...)".
  Message hours(const HoursDefinition& hours) const;

  // "Environment: In production".
  Message answer(std::string_view facet, std::string_view value) const;
  // A question as it is asked: "What is left of the vendor’s product there?"
  Message question(std::string_view facet) const;
  // What of it is not so yet: what is open, and what is known to be otherwise.
  Message conditions(OpenConditions conditions) const;

  // What goes wherever a due goes: what is open, and the channel that an answer takes for given. Without `level`, not
  // which of the candidates it is for, where that is said beside it.
  Message only_if(const TargetResult& target, bool level) const;
  // What is open, but for the level.
  Message conditions_beside_level(OpenConditions conditions) const;

  // The name of a reading, of several joined by "+". `row` is the place of what it is a reading of.
  Message reading(std::string_view id, const Promise& promise, std::string_view row) const;

  // How a credit is claimed, a line for each thing that is stated.
  static Message claim(const Claim& claim, std::string_view remedy);

  Message option_value(const Option& option, std::string_view value) const;
  // What an option asks for: its choices, or the range of its numbers.
  Message option_choices(const Option& option) const;
  Message assumption_label(const Assumption& assumption) const;
  Message assumption_value(const Assumption& assumption, std::string_view value) const;

  Message channel_label(const Channel& channel) const;

 private:
  // "Name: one or another"; a name that asks needs no colon.
  static Message is(Message name, bool asks, std::vector<Message> values);
  Message facet_name(const Facet& facet) const;
  Message facet_value(const Facet& facet, std::string_view value) const;
  Message option_condition(std::string_view option, Ids values) const;
  Message channel_condition(Ids channels) const;
  Message facet_condition(std::string_view facet, Ids values) const;
  Message window(const HoursWindow& window) const;

  const Policy& policy_;
  const ResolvedTerms& terms_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_POLICY_PHRASES_H_
