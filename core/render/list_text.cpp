#include "render/list_text.h"

#include "base/concat.h"

#include "policy/names.h"
#include "render/catalogue.h"

namespace supportcalc {
namespace {

template <class List>
std::string ids_of(const List& items) {
  std::string text;
  for (const auto& item : items) {
    text += concat({text.empty() ? "" : " ", item.id});
  }
  return text;
}

std::string in_force(const Policy& policy, const Catalogue& words) {
  if (policy.status == Status::Draft) {
    return policy.in_force_from
               ? words.say("sources.draft", {{"date", format_date(date::year_month_day{*policy.in_force_from})}})
               : words.say("sources.draft-undated");
  }
  std::string text;
  if (policy.in_force_from) {
    text = words.say("sources.from", {{"date", format_date(date::year_month_day{*policy.in_force_from})}});
  }
  if (policy.in_force_until) {
    text += (text.empty() ? "" : " ") +
            words.say("sources.until", {{"date", format_date(date::year_month_day{*policy.in_force_until})}});
  }
  return text.empty() ? words.say("sources.from-unknown") : text;
}

}  // namespace

std::string list_text(const PolicySet& policies, const PageStyle& style) {
  const Catalogue words(style.language);
  TextPage page(style.bold);
  std::string_view last;
  for (const auto& policy : policies.policies()) {
    if (policy.id != last) {
      page.heading(concat({policy.id, " · ", policy.vendor_name}));
    } else {
      page.blank();
    }
    last = policy.id;
    page.strong(concat({policy.id, "@", policy.revision}));
    page.pair(words.say("sources.policy"), policy.title.in(words.language()), 4);
    page.pair(words.say("sources.in-force"),
              in_force(policy, words) + " · " + words.word("policy-status", name_of(policy.status)), 4);
    page.pair(words.say("sources.read-on"), policy.read_on, 4);
    page.pair(words.say("show.plans"), ids_of(policy.plans), 4);
    page.pair(words.say("show.levels"),
              policy.severities.empty() ? words.say("reason.no-levels") : ids_of(policy.severities), 4);
  }
  page.heading(words.say("show.calendars"));
  for (const auto& calendar : policies.calendars()) {
    page.pair(calendar.id, calendar.name.in(words.language()), 2);
  }
  return page.text();
}

}  // namespace supportcalc
