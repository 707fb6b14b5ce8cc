#include "render/promise_text.h"

#include <algorithm>

#include "policy/names.h"
#include "render/time_words.h"

namespace supportcalc {

std::string PromiseText::relative(sys_seconds t) const { return relative_words(words_.catalogue(), t, now_); }

std::string PromiseText::moment(sys_seconds t, const PromiseResult& result) const {
  const auto vendor = result.promise != nullptr && result.promise->zone ? result.promise->zone : vendor_;
  Phrases lines;
  if (visitor_) {
    const auto words = moment_words(words_.catalogue(), t, *visitor_);
    lines.emplace_back(words_.say("text.yours", {{"moment", words}}));
  }
  if (vendor && (!visitor_ || vendor->name() != visitor_->name())) {
    const auto words = moment_words(words_.catalogue(), t, *vendor);
    lines.emplace_back(words_.say("text.vendors", {{"moment", words}, {"vendor", policy_.vendor_name}}));
  }
  if (lines.empty()) {
    lines.emplace_back(utc_words(words_.catalogue(), t));
  }
  return PolicyWords::joined(lines, "\n");
}

std::string PromiseText::no_due(const PromiseResult& result, const ClockTerms* clock) const {
  const Promise& promise = *result.promise->promise;
  std::string text;
  if (result.no_due == NoDue::OptionMissing) {
    const Option* option = find_by_id(policy_.options, result.promise->missing_option);
    text = words_.say("reason.option-missing");
    if (option != nullptr) {
      text += concat({" ", option->id, ": ", words_.text(option->label), "."});
    }
  } else if (result.no_due == NoDue::ClockStartUnknown) {
    text = clock == nullptr || clock->starts.empty() ? words_.say("reason.clock-start-unknown")
                                                     : words_.say(concat({"clock-start.", clock->starts}));
  } else if (result.no_due == NoDue::OutOfScope) {
    text = words_.say("reason.out-of-scope");
  } else {
    const auto commitment = std::string(name_of(promise.commitment));
    text = words_.word("commitment", commitment) + ". " +
           words_.say("commitment-note." + (result.promise->best_case && promise.commitment == Commitment::NotStated
                                                ? std::string("best-case")
                                                : commitment));
  }
  if (result.promise->best_case) {
    text += "\n" + words_.say("best-case", {{"amount", words_.figure(*result.promise->best_case)}});
  }
  return text;
}

std::string PromiseText::why_range(const PromiseResult& result) const {
  const Promise& promise = *result.promise->promise;
  if (const auto* ambiguity = find_by_id(policy_.ambiguities, promise.ambiguity)) {
    return words_.text(ambiguity->text);
  }
  const auto& amount = result.promise->amount;
  if (amount && amount->min != amount->max) {
    return words_.say("range.amount");
  }
  return words_.say(amount && amount->unit == Unit::BusinessDays ? "range.business-days" : "range.readings");
}

void PromiseText::readings(TextPage& page, const PromiseResult& result, std::size_t indent) const {
  page.paragraph(words_.say("range.why") + " " + why_range(result), indent);
  std::vector<sys_seconds> seen;
  for (const auto& reading : result.readings) {
    if (std::find(seen.begin(), seen.end(), reading.at) != seen.end()) {
      continue;
    }
    seen.push_back(reading.at);
    Phrases names;
    for (const auto& other : result.readings) {
      if (other.at == reading.at) {
        names.emplace_back(words_.reading(other.reading->id, *result.promise->promise));
      }
    }
    page.bullet(PolicyWords::joined(names, "; ") + ":\n" + moment(reading.at, result), indent);
  }
}

void PromiseText::due(TextPage& page, const std::string& label, const std::string& remark, const PromiseResult& result,
                      const ClockTerms* clock, std::size_t indent) const {
  if (!result.due) {
    page.pair(label, no_due(result, clock), indent);
    return;
  }
  const auto line = [&](const std::string& name, sys_seconds t) {
    page.strong_pair(name, moment(t, result) + "\n" + PolicyWords::joined({relative(t), remark}), indent);
  };
  if (result.due->earliest == result.due->latest) {
    line(label, result.due->at);
    return;
  }
  line(words_.say("range.earliest"), result.due->earliest);
  line(words_.say("range.latest"), result.due->latest);
  readings(page, result, indent);
}

std::string PromiseText::terms(const PromiseResult& result) const {
  const PreparedPromise& prepared = *result.promise;
  Phrases parts;
  if (prepared.amount) {
    parts.emplace_back(words_.bounded(prepared.promise->bound, words_.figure(*prepared.amount)));
    parts.emplace_back(words_.word("commitment", name_of(prepared.promise->commitment)));
  }
  if (prepared.hours != nullptr) {
    parts.emplace_back(words_.hours(*prepared.hours));
  }
  return PolicyWords::joined(parts, " · ");
}

void PromiseText::outcome(TextPage& page, const PromiseResult& result, std::size_t indent) const {
  if (!result.outcome) {
    return;
  }
  const auto words = [this](const Outcome& outcome, const PreparedReading& reading) {
    const Span elapsed{outcome.elapsed, reading.clock != nullptr};
    const Span late{outcome.late_by, reading.clock != nullptr};
    return outcome.met ? words_.say("text.met", {{"elapsed", elapsed}})
                       : words_.say("text.missed", {{"elapsed", elapsed}, {"late", late}});
  };
  if (!result.outcome_disputed) {
    page.strong_pair(words_.say("text.outcome"), words(*result.outcome, *result.readings.front().reading), indent);
    return;
  }
  page.strong_pair(words_.say("text.outcome"), words_.say("text.disputed"), indent);
  for (const auto& reading : result.readings) {
    page.bullet(words_.reading(reading.reading->id, *result.promise->promise) + ": " +
                    words(*reading.outcome, *reading.reading),
                indent);
  }
}

}  // namespace supportcalc
