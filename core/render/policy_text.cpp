#include "render/policy_text.h"

#include <algorithm>
#include <utility>

#include "policy/names.h"
#include "policy/selection.h"
#include "render/html_page.h"
#include "render/message_words.h"
#include "render/policy_words.h"
#include "render/time_words.h"
#include "wording/policy_phrases.h"

namespace supportcalc {
namespace {

constexpr std::size_t kInner = 4;

// An author checks the tables beside the document and the vendor's page, on a terminal; a customer reads them in a
// browser.
enum class Reader : std::uint8_t { Author, Customer };

class PolicyPage {
 public:
  // About one plan, or with null about all. `page` takes what is written and must outlive this.
  PolicyPage(const Policy& policy, List<HolidayCalendar> calendars, std::string_view language, const Plan* only,
             Reader reader, Page& page)
      : policy_(policy),
        catalogue_(language),
        words_(catalogue_, policy, calendars),
        messages_(catalogue_, policy),
        reader_(reader),
        page_(page) {
    catalogue_.on_english([&page](std::string_view text) { page.english(text); });
    for (const auto& plan : policy.plans) {
      if (only == nullptr || only == &plan) {
        plans_.push_back({&plan, lineage_of(policy, plan)});
      }
    }
  }

  // What is looked for first comes first.
  void write() {
    head();
    if (reader_ == Reader::Customer) {
      targets();
      escalation();
      channels();
      hours();
      levels();
      plans();
      terms();
    } else {
      plans();
      terms();
      levels();
      targets();
      hours();
      channels();
      escalation();
    }
    scope();
    remedies();
    ticket();
    lifecycle();
    maintenance();
    facts();
    ambiguities();
    sources();
    if (reader_ == Reader::Author) {
      page_.blank();
      page_.paragraph(say("page.not-affiliated"), 0);
    }
  }

 private:
  struct Column {
    const Plan* plan;
    Lineage lineage;
  };

  std::string say(std::string_view key, WordParameters parameters = {}) const { return words_.say(key, parameters); }
  std::string word(std::string_view family, std::string_view id) const {
    return id.empty() ? std::string() : words_.word(family, id);
  }
  std::string text(const Text& text) const { return words_.text(text); }

  // "label (id)", so that an author finds the row in the document.
  std::string named(const std::string& label, std::string_view id) const {
    return label.empty() ? std::string(id) : reader_ == Reader::Author ? concat({label, " (", id, ")"}) : label;
  }
  std::string named(const Text& label, std::string_view id) const { return named(text(label), id); }

  // Whether something is said of a plan that is shown.
  bool is_shown(Ids plans) const {
    return std::any_of(plans_.begin(), plans_.end(),
                       [&](const Column& column) { return covers(plans, column.lineage); });
  }
  bool is_shown(const Selector& where) const { return is_shown(where.plans); }

  std::string only_if(const std::string& condition) const {
    return condition.empty() ? "" : say("show.if", {{"condition", condition}});
  }

  // "Holds for: Custom; Severity 1".
  std::string holds_for(const Selector& where) const {
    const auto words = words_.selector(where);
    return words.empty() ? "" : say("show.for", {{"condition", words}});
  }

  // "Where: ..." under what it belongs to.
  void where(const Cite& cite, std::size_t indent) { page_.pair(say("text.where"), words_.cite(cite), indent); }

  // A table under its heading, or that there is none.
  void table(const TableRows& rows) {
    if (rows.size() > 1) {
      page_.table(rows);
    } else {
      page_.paragraph(say("show.empty"));
    }
  }

  void head() {
    page_.heading(text(policy_.title));
    page_.pair(say("show.vendor"), PolicyWords::joined({policy_.vendor_name, policy_.vendor_url}));
    page_.pair(say("show.policy"), concat({policy_.id, "@", policy_.revision}));
    page_.pair(say("show.status"), word("policy-status", name_of(policy_.status)));
    page_.pair(say("sources.in-force"), words_.in_force());
    page_.pair(say("sources.read-on"), words_.date(policy_.read_on));
    page_.pair(say("show.time-zone"), words_.value(policy_.time_zone));
    if (policy_.yields_to) {
      page_.pair(say("sources.yields-to"), text(policy_.yields_to->text) + "\n" + words_.cite(policy_.yields_to->cite));
    }
  }

  void plans() {
    page_.heading(say("show.plans"));
    for (const auto& column : plans_) {
      const Plan& plan = *column.plan;
      page_.subheading(named(plan.label, plan.id));
      page_.paragraph(text(plan.description), kInner);
      page_.pair(say("show.support"), word("support", plan.support), kInner);
      page_.pair(say("show.builds-on"), base_of(plan).empty() ? "" : words_.plan_label(base_of(plan)), kInner);
      page_.pair(say("show.also-known-as"), PolicyWords::joined(plan.also_known_as), kInner);
      where(plan.cite, kInner);
      TableRows rows{{say("show.feature"), say("show.value"), say("text.where")}};
      for (const auto& feature : plan.features) {
        rows.push_back({text(feature.label), words_.feature_value(feature), words_.cite(feature.cite)});
      }
      if (rows.size() > 1) {
        page_.table(rows, kInner);
      }
    }
  }

  void terms() {
    if (!policy_.options.empty()) {
      page_.heading(say("show.options"));
      TableRows rows{{say("show.option"), say("show.choices"), say("show.plans"), say("text.where")}};
      for (const auto& option : policy_.options) {
        if (!is_shown(option.plans)) {
          continue;
        }
        const auto value = words_.option_value(option, option.default_value);
        rows.push_back({named(option.label, option.id),
                        PolicyWords::joined({words_.option_choices(option),
                                             option.default_value.empty() ? "" : say("show.default") + ": " + value},
                                            "\n"),
                        plans_with(option.plans), words_.cite(option.cite)});
      }
      table(rows);
    }
    if (!policy_.assumptions.empty()) {
      page_.heading(say("show.assumptions"));
      TableRows rows{{say("show.assumption"), say("show.default"), say("show.why"), say("text.where")}};
      for (const auto& assumption : policy_.assumptions) {
        Phrases others;
        for (const auto& choice : assumption.choices) {
          if (choice != assumption.default_value) {
            others.emplace_back(words_.assumption_value(assumption, choice));
          }
        }
        rows.push_back(
            {named(words_.assumption_label(assumption), assumption.id),
             PolicyWords::joined({words_.assumption_value(assumption, assumption.default_value),
                                  others.empty() ? "" : say("show.also", {{"values", PolicyWords::joined(others)}})},
                                 "\n"),
             text(assumption.why), words_.cite(assumption.cite)});
      }
      page_.table(rows);
    }
  }

  void levels() {
    page_.heading(say("show.levels"));
    if (policy_.severities.empty()) {
      page_.paragraph(say("reason.no-levels"));
    }
    for (const auto& level : policy_.severities) {
      if (!is_shown(level.plans)) {
        continue;
      }
      page_.subheading(named(words_.level(level), level.id));
      page_.pair(say("show.plans"), plans_with(level.plans), kInner);
      page_.pair(say("show.also-known-as"), PolicyWords::joined(level.also_known_as), kInner);
      definition(level.definition);
      where(level.cite, kInner);
      for (const auto& other : level.definitions) {
        if (!is_shown(other.plans)) {
          continue;
        }
        const auto condition = words_.selector({other.plans, {}, other.when});
        page_.paragraph(say("show.wording-for", {{"plans", condition}}) + ":", kInner);
        definition(other);
        where(other.cite, kInner);
      }
      list(say("show.examples"), level.examples);
      list(say("show.counter-examples"), level.counter_examples);
      page_.pair(say("text.follow-up"), text(level.follow_up), kInner);
      for (const auto& move : level.transitions) {
        page_.pair(say("show.transition", {{"level", words_.level_label(move.to)}}),
                   PolicyWords::joined({text(move.when) + (move.automatic ? " (" + say("levels.automatic") + ")" : ""),
                                        words_.cite(move.cite)},
                                       "\n"),
                   kInner);
      }
    }
    level_setting();
  }

  // The plans that have what is said of `ids`, those included that build on one of them; "" where all have.
  std::string plans_with(Ids ids) const {
    Phrases plans;
    for (const auto& column : plans_) {
      if (covers(ids, column.lineage)) {
        plans.emplace_back(text(column.plan->label));
      }
    }
    return plans.size() == plans_.size() ? "" : PolicyWords::joined(plans);
  }

  void definition(const SeverityDefinition& definition) {
    page_.paragraph(text(definition.description), kInner);
    page_.pair(say("show.rule"), definition.rule ? words_.rule(*definition.rule) : say("show.no-rule"), kInner);
  }

  void list(const std::string& label, List<Text> texts) {
    Phrases lines;
    for (const auto& each : texts) {
      lines.emplace_back(text(each));
    }
    page_.pair(label, PolicyWords::joined(lines, "\n"), kInner);
  }

  // Who sets the level, and what holds where nothing is said.
  void level_setting() {
    page_.blank();
    page_.pair(say("severity.set-by"), text(policy_.severity_set_by));
    page_.pair(say("severity.may-change"), text(policy_.severity_may_change));
    if (!policy_.severity_set_by.empty() || !policy_.severity_may_change.empty()) {
      where(policy_.severity_setting_cite, 2);
    }
    if (!policy_.default_severity.empty()) {
      page_.pair(say("show.default-level"),
                 words_.level_label(policy_.default_severity) + "\n" + words_.cite(policy_.default_severity_cite));
    }
    for (const auto& presumption : policy_.presumed) {
      page_.pair(say("show.presumed"),
                 words_.answer(presumption.facet, presumption.value) + "\n" + words_.cite(presumption.cite));
    }
    for (const auto& question : policy_.questions) {
      Phrases values;
      for (const auto& value : question.values) {
        values.emplace_back(named(value.label, value.id));
      }
      page_.pair(say("show.questions"), named(question.label, question.id) + ": " + PolicyWords::joined(values));
    }
  }

  // --- targets: a table of plans and levels for each kind, whose cells refer to the rows below ---

  void targets() {
    page_.heading(say("show.targets"));
    if (policy_.targets.empty()) {
      page_.paragraph(say("due.none-listed"));
    }
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
      const auto kind = static_cast<Kind>(i);
      if (std::any_of(policy_.targets.begin(), policy_.targets.end(),
                      [&](const Target& target) { return target.kind == kind && is_shown(target.where); })) {
        target_table(kind);
      }
    }
  }

  // What may hold for a plan and a level, each with the number of its row below. A terminal has no room for more.
  std::string target_cell(Kind kind, const Lineage& lineage, const Severity* level) const {
    Phrases lines;
    for (const std::size_t row : rows_of(policy_.targets, lineage, level)) {
      const Target& target = policy_.targets[row];
      if (target.kind == kind) {
        const auto words = reader_ == Reader::Author
                               ? figure(target)
                               : PolicyWords::joined({figure(target), messages_.say(PolicyPhrases::share(target)),
                                                      only_if(words_.condition(target.where.when))});
        lines.emplace_back(words + " [" + std::to_string(row + 1) + "]");
      }
    }
    return lines.empty() ? say("show.none-stated") : PolicyWords::joined(lines, "\n");
  }

  std::string figure(const Target& target) const {
    const Promise& promise = target.promise;
    if (promise.amount) {
      return words_.bounded(promise.bound, words_.amount(*promise.amount));
    }
    return target.word.empty() ? word("commitment", name_of(promise.commitment)) : std::string(target.word);
  }

  std::string best_case(const Promise& promise) const {
    return promise.best_case ? say("best-case", {{"amount", words_.amount(*promise.best_case)}}) : "";
  }

  void target_table(Kind kind) {
    page_.subheading(word("kind", name_of(kind)));
    TableRows rows{{say("show.level")}};
    for (const auto& column : plans_) {
      rows.front().push_back(text(column.plan->label));
    }
    std::vector<const Severity*> levels;
    for (const auto& level : policy_.severities) {
      if (is_shown(level.plans)) {
        levels.emplace_back(&level);
      }
    }
    const auto all_levels = levels;
    const auto has_level = [&all_levels](const Column& column, const Severity* level) {
      return level == nullptr ? std::none_of(all_levels.begin(), all_levels.end(),
                                             [&](const Severity* each) { return covers(each->plans, column.lineage); })
                              : covers(level->plans, column.lineage);
    };
    const auto has_target = [&](const Column& column) {
      const auto rows_without = rows_of(policy_.targets, column.lineage, nullptr);
      return has_level(column, nullptr) && std::any_of(rows_without.begin(), rows_without.end(), [&](std::size_t row) {
               return policy_.targets[row].kind == kind;
             });
    };
    if (levels.empty() || std::any_of(plans_.begin(), plans_.end(), has_target)) {
      levels.emplace_back(nullptr);
    }
    for (const auto* level : levels) {
      rows.push_back({level != nullptr     ? text(level->label)
                      : all_levels.empty() ? say("show.any-level")
                                           : say("show.no-level")});
      for (const auto& column : plans_) {
        rows.back().push_back(has_level(column, level) ? target_cell(kind, column.lineage, level)
                                                       : say("show.none-stated"));
      }
    }
    page_.table(rows, kInner);
    page_.blank();
    for (std::size_t row = 0; row < policy_.targets.size(); ++row) {
      if (policy_.targets[row].kind == kind && is_shown(policy_.targets[row].where)) {
        target_row(row);
      }
    }
  }

  void target_row(std::size_t row) {
    const Target& target = policy_.targets[row];
    const Promise& promise = target.promise;
    Phrases parts{figure(target),
                  promise.amount ? word("commitment", name_of(promise.commitment)) : "",
                  promise.hours ? words_.hours_choice(*promise.hours) : "",
                  best_case(promise),
                  messages_.say(PolicyPhrases::share(target)),
                  only_if(words_.condition(target.where.when))};
    Phrases lines{PolicyWords::joined(parts, " · ")};
    for (const auto& reading : promise.readings) {
      lines.emplace_back(say("show.readings") + ": " + named(reading.label, reading.id));
    }
    if (!target.clock.starts.empty() && target.clock.starts != "submission") {
      lines.emplace_back(say(concat({"clock-start.", target.clock.starts})));
    }
    lines.emplace_back(target.repeats ? say("target.repeats") : "");
    lines.emplace_back(messages_.say(PolicyPhrases::pauses(target.clock)));
    lines.emplace_back(text(target.clock.note));
    lines.emplace_back(text(target.note));
    lines.emplace_back(words_.cite(target.cite));
    page_.item("[" + std::to_string(row + 1) + "]", PolicyWords::joined(lines, "\n"), kInner);
  }

  void hours() {
    page_.heading(say("show.hours"));
    TableRows rows{{say("show.hours"), say("text.where")}};
    for (const auto& hours : policy_.hours) {
      rows.push_back({named(words_.hours(hours), hours.id), words_.cite(hours.cite)});
    }
    table(rows);
  }

  void channels() {
    page_.heading(say("show.channels"));
    TableRows rows{{say("show.channel")}};
    for (const auto& column : plans_) {
      rows.front().push_back(text(column.plan->label));
    }
    for (std::size_t i = 0; i < policy_.channels.size(); ++i) {
      const Channel& channel = policy_.channels[i];
      if (!is_shown(channel.where)) {
        continue;
      }
      std::vector<std::string> row{words_.channel_label(channel) + " [" + std::to_string(i + 1) + "]"};
      for (const auto& column : plans_) {
        const Lineage& lineage = column.lineage;
        row.push_back(covers(channel.where, lineage) ? word("availability", availability_of(channel, lineage, nullptr))
                                                     : say("show.none-stated"));
      }
      rows.push_back(std::move(row));
    }
    table(rows);
    page_.blank();
    for (std::size_t i = 0; i < policy_.channels.size(); ++i) {
      if (is_shown(policy_.channels[i].where)) {
        page_.item("[" + std::to_string(i + 1) + "]", channel_details(policy_.channels[i]));
      }
    }
  }

  std::string channel_details(const Channel& channel) const {
    const auto address = channel.address.empty() ? word("address-status", channel.address_status)
                                                 : PolicyWords::address(channel.address);
    Phrases matters;
    for (const auto& purpose : channel.purposes) {
      matters.emplace_back(word("facet.request", purpose));
    }
    Phrases levels;
    for (const auto& id : channel.required_for) {
      levels.emplace_back(words_.level_label(id));
    }
    const HoursDefinition* hours = find_by_id(policy_.hours, channel.hours);
    const Phrases parts{reader_ == Reader::Author ? std::string(channel.id) : "",
                        address,
                        word("channel-role", channel.role),
                        matters.empty() ? "" : say("channels.for", {{"matters", PolicyWords::joined(matters)}}),
                        levels.empty() ? "" : say("channels.required", {{"levels", PolicyWords::joined(levels)}}),
                        hours == nullptr ? "" : text(hours->label),
                        holds_for({{}, channel.where.severities, channel.where.when})};
    return PolicyWords::joined({PolicyWords::joined(parts, " · "), text(channel.note), words_.cite(channel.cite)},
                               "\n");
  }

  void escalation() {
    page_.heading(say("show.escalation"));
    const auto& rule = policy_.escalation;
    if (rule.steps.empty()) {
      page_.paragraph(say("escalation." + (rule.status == "none" ? std::string("none") : std::string("not-stated"))));
    }
    page_.paragraph(text(rule.note));
    where(rule.cite, 2);
    for (const auto& step : rule.steps) {
      if (!is_shown(step.where)) {
        continue;
      }
      page_.subheading(named(step.label, step.id));
      page_.paragraph(holds_for(step.where), kInner);
      page_.pair(say("escalation.when"), text(step.trigger), kInner);
      page_.pair(say("escalation.who-acts"), step.automatic ? say("escalation.automatic") : "", kInner);
      page_.pair(say("escalation.how"), text(step.how), kInner);
      Phrases contacts;
      for (const auto& contact : step.contacts) {
        contacts.emplace_back(
            PolicyWords::joined({word("channel", contact.kind), PolicyWords::address(contact.address)}, ": "));
      }
      page_.pair(say(step.contact_all ? "escalation.contact-all" : "escalation.contact", {{"count", contacts.size()}}),
                 PolicyWords::joined(contacts, "\n"), kInner);
      list(say("escalation.roles"), step.roles);
      const Promise& promise = step.promise;
      page_.pair(
          say("escalation.reply"),
          PolicyWords::joined({promise.amount ? words_.bounded(promise.bound, words_.amount(*promise.amount)) : "",
                               word("commitment", name_of(promise.commitment)),
                               promise.hours ? words_.hours_choice(*promise.hours) : "", best_case(promise)},
                              " · "),
          kInner);
      Phrases readings;
      for (const auto& reading : promise.readings) {
        readings.emplace_back(named(reading.label, reading.id));
      }
      page_.pair(say("show.readings"), PolicyWords::joined(readings, "\n"), kInner);
      page_.pair(say("text.note"), text(step.note), kInner);
      where(step.cite, kInner);
    }
  }

  void scope() {
    page_.heading(say("show.scope"));
    const auto add = [this](TableRows& rows, const ScopeItem& item, const std::string& name) {
      if (!is_shown(item.where)) {
        return;
      }
      const auto labelled = [this](std::string_view key, const Text& value) {
        return value.empty() ? std::string() : say(key) + ": " + text(value);
      };
      rows.push_back({name, word("verdict", name_of(item.verdict)),
                      PolicyWords::joined({holds_for(item.where), labelled("scope.condition", item.condition),
                                           labelled("scope.effort", item.effort),
                                           item.commitment ? word("commitment", name_of(*item.commitment)) : "",
                                           labelled("scope.instead", item.instead),
                                           labelled("scope.example", item.example), text(item.note)},
                                          "\n"),
                      words_.cite(item.cite)});
    };
    TableRows topics{{say("show.topic"), say("show.verdict"), say("show.detail"), say("text.where")}};
    for (const auto& item : policy_.scope.topics) {
      add(topics, item, named(item.label, item.id));
    }
    if (policy_.scope.beyond) {
      add(topics, *policy_.scope.beyond, say("show.beyond"));
    }
    table(topics);
    TableRows maturities{{say("show.maturity"), say("show.verdict"), say("show.detail"), say("text.where")}};
    for (const auto& item : policy_.scope.maturities) {
      add(maturities, item, named(item.label, item.id));
    }
    if (maturities.size() > 1) {
      page_.blank();
      page_.table(maturities);
    }
    if (!policy_.scope.responsibilities.empty()) {
      page_.subheading(say("scope.responsibilities"));
      for (const auto& each : policy_.scope.responsibilities) {
        if (!is_shown(each.where)) {
          continue;
        }
        page_.pair(word("side", each.side),
                   PolicyWords::joined({text(each.text), holds_for(each.where), words_.cite(each.cite)}, "\n"), kInner);
      }
    }
  }

  void remedies() {
    page_.heading(say("show.credits"));
    if (policy_.remedies.empty()) {
      page_.paragraph(say("remedies.not-stated"));
      where(policy_.remedies_status_cite, 2);
    }
    for (const auto& remedy : policy_.remedies) {
      if (!is_shown(remedy.where)) {
        continue;
      }
      page_.subheading(named(word("remedy", remedy.kind), remedy.id));
      page_.paragraph(holds_for(remedy.where), kInner);
      page_.paragraph(text(remedy.text), kInner);
      Phrases kinds;
      for (const auto& kind : remedy.applies_to) {
        kinds.emplace_back(word("kind", kind));
      }
      page_.pair(say("remedy.applies-to"), PolicyWords::joined(kinds), kInner);
      if (remedy.grants > 0) {
        const auto grant = words_.quantity({remedy.grants, remedy.grants_unit, ""});
        page_.paragraph(
            remedy.per.max > 0 ? say("remedy.per", {{"grant", grant}, {"block", words_.amount(remedy.per)}}) : grant,
            kInner);
      }
      if (remedy.misses > 0) {
        page_.paragraph(say("show.misses", {{"count", remedy.misses}, {"period", word("period", remedy.misses_per)}}),
                        kInner);
      }
      readings(remedy);
      uptime(remedy);
      claim(remedy);
      where(remedy.cite, kInner);
    }
  }

  void readings(const Remedy& remedy) {
    Phrases lines;
    for (const auto& reading : remedy.readings) {
      lines.emplace_back(say(reading.part_blocks ? "remedy-blocks.part" : "remedy-blocks.whole") + ", " +
                         say(reading.elapsed_clock ? "remedy-clock.elapsed" : "remedy-clock.target"));
    }
    page_.pair(say("show.readings"), PolicyWords::joined(lines, "\n"), kInner);
  }

  std::string percent(std::string_view figure) const { return percent_words(catalogue_, figure); }

  void uptime(const Remedy& remedy) {
    for (const auto& promise : remedy.promise) {
      if (!is_shown(promise.plans)) {
        continue;
      }
      Phrases plans;
      for (const auto& id : promise.plans) {
        plans.emplace_back(words_.plan_label(id));
      }
      page_.paragraph(
          PolicyWords::joined(
              {PolicyWords::joined(plans), say("remedy.promise", {{"percent", percent(promise.percent)}})}, ": "),
          kInner);
    }
    TableRows rows{{say("show.promised"), say("remedy.achieved"), say("remedy.credit")}};
    for (const auto& step : remedy.table) {
      const auto bound = [this](std::string_view key, std::string_view figure) {
        return figure.empty() ? std::string() : say(key, {{"percent", percent(figure)}});
      };
      rows.push_back({step.promised.empty() ? "" : percent(step.promised),
                      PolicyWords::joined({bound("remedy.from", step.from), bound("remedy.below", step.below)}, " "),
                      percent(step.credit)});
    }
    if (rows.size() > 1) {
      page_.table(rows, kInner);
    }
  }

  void claim(const Remedy& remedy) {
    if (!remedy.claim) {
      return;
    }
    page_.pair(say("show.claim"),
               PolicyWords::joined(
                   {messages_.say(PolicyPhrases::claim(*remedy.claim, "")), words_.cite(remedy.claim->cite)}, "\n"),
               kInner);
  }

  void ticket() {
    page_.heading(say("show.ticket"));
    TableRows rows{{say("show.text"), say("show.detail"), say("text.where")}};
    for (const auto& item : policy_.ticket) {
      rows.push_back({named(item.label, item.id),
                      PolicyWords::joined({item.required ? say("ticket.required") : "", text(item.note)}, "\n"),
                      words_.cite(item.cite)});
    }
    table(rows);
  }

  // What the core counts by, beside the words.
  std::string counted(const LifecycleRule& rule) const {
    if (rule.rule == "text") {
      return {};
    }
    Phrases period;
    if (rule.months > 0) {
      period.emplace_back(say("show.months", {{"count", rule.months}}));
    }
    if (rule.days > 0) {
      period.emplace_back(say("unit.days", {{"count", rule.days}}));
    }
    return say(concat({"show.rule.", rule.rule}),
               {{"period", PolicyWords::joined(period)}, {"count", rule.count}, {"of", std::string(rule.of)}});
  }

  void lifecycle() {
    if (policy_.lifecycle.empty()) {
      return;
    }
    page_.heading(say("show.lifecycle"));
    TableRows rows{{say("show.text"), say("show.detail"), say("text.where")}};
    for (const auto& rule : policy_.lifecycle) {
      if (!is_shown(rule.where)) {
        continue;
      }
      rows.push_back(
          {named(rule.text, rule.id),
           PolicyWords::joined({counted(rule), word("lifecycle", rule.effect_name), holds_for(rule.where)}, "\n"),
           words_.cite(rule.cite)});
    }
    page_.table(rows);
  }

  void maintenance() {
    if (policy_.maintenance.empty()) {
      return;
    }
    page_.heading(say("show.maintenance"));
    TableRows rows{{say("show.text"), say("show.detail"), say("text.where")}};
    for (const auto& each : policy_.maintenance) {
      if (!is_shown(each.where)) {
        continue;
      }
      Phrases details = words_.maintenance(each);
      details.emplace_back(holds_for(each.where));
      rows.push_back({named(each.text, each.id), PolicyWords::joined(details, "\n"), words_.cite(each.cite)});
    }
    page_.table(rows);
  }

  void facts() {
    if (policy_.facts.empty()) {
      return;
    }
    page_.heading(say("show.facts"));
    TableRows rows{{say("show.topic"), say("show.text"), say("text.where")}};
    for (const auto& fact : policy_.facts) {
      if (!is_shown(fact.where)) {
        continue;
      }
      rows.push_back(
          {named(word("fact", fact.topic), fact.id),
           PolicyWords::joined(
               {text(fact.text), fact.quantity ? words_.quantity(*fact.quantity) : "", holds_for(fact.where)}, "\n"),
           words_.cite(fact.cite)});
    }
    page_.table(rows);
  }

  void ambiguities() {
    page_.heading(say("show.ambiguities"));
    TableRows rows{{say("show.kind"), say("show.text"), say("text.where")}};
    for (const auto& each : policy_.ambiguities) {
      if (!is_shown(each.where)) {
        continue;
      }
      rows.push_back(
          {PolicyWords::joined({reader_ == Reader::Author ? each.id : "", word("ambiguity", each.kind)}, "\n"),
           PolicyWords::joined({text(each.text), text(each.resolution), holds_for(each.where)}, "\n"),
           words_.cite(each.cite)});
    }
    table(rows);
  }

  void sources() {
    page_.heading(say("show.sources"));
    for (const auto& source : policy_.sources) {
      page_.pair(source.id, PolicyWords::joined({PolicyWords::joined({source.title, source.date}), source.url,
                                                 PolicyWords::joined({source.repository, source.path}, ": ") +
                                                     (source.commit.empty() ? "" : concat({" @ ", source.commit})),
                                                 text(source.note)},
                                                "\n"));
    }
  }

  const Policy& policy_;
  Catalogue catalogue_;
  PolicyWords words_;
  MessageWords messages_;
  Reader reader_;
  Page& page_;
  std::vector<Column> plans_;
};

// Every address of the policy, as it stands in the texts.
std::vector<HtmlPage::Link> links_of(const Policy& policy) {
  std::vector<HtmlPage::Link> links;
  const auto add = [&links](std::string_view address) {
    links.push_back({PolicyWords::address(address), std::string(address)});
  };
  add(policy.vendor_url);
  for (const auto& source : policy.sources) {
    add(source.url);
  }
  for (const auto& channel : policy.channels) {
    add(channel.address);
  }
  for (const auto& step : policy.escalation.steps) {
    for (const auto& contact : step.contacts) {
      add(contact.address);
    }
  }
  for (const auto& remedy : policy.remedies) {
    if (remedy.claim) {
      add(remedy.claim->to);
    }
  }
  return links;
}

}  // namespace

std::string policy_text(const Policy& policy, List<HolidayCalendar> calendars, const PageStyle& style,
                        const Plan* plan) {
  TextPage page(style.bold);
  PolicyPage(policy, calendars, style.language, plan, Reader::Author, page).write();
  return page.text();
}

std::string policy_html(const Policy& policy, List<HolidayCalendar> calendars, std::string_view language,
                        const Plan* plan) {
  HtmlPage page(language, links_of(policy));
  PolicyPage(policy, calendars, language, plan, Reader::Customer, page).write();
  return std::move(page).html();
}

}  // namespace supportcalc
