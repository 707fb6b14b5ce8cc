#include "api/explain.h"

#include <algorithm>

#include "api/diagnostic_json.h"
#include "api/document_words.h"
#include "api/json_writer.h"
#include "api/table_words.h"
#include "base/codes.h"

namespace supportcalc {
namespace {

// Empty for the codes of document_words.cpp.
DiagnosticWords ticket_words(Code code) {
  switch (code) {
    case Code::InstantMalformed:
      return {"\"{text}\" is not an instant.",
              "Give an existing day and time with an offset, such as 2026-04-02T14:30:00Z."};
    case Code::InstantOutOfRange:
      return {"The instant, or one computed from it, lies outside the years this tool answers for.",
              "Instants from 2015-01-01 to before 2100-01-01 are supported."};
    case Code::DateMalformed:
      return {"\"{text}\" is not a date.", "Write an existing day, such as 2026-04-02."};
    case Code::TimeOfDayMalformed:
      return {"\"{text}\" is not a time of day.", "Write hours and minutes, from 00:00 to 24:00."};
    case Code::ZoneUnknown:
      return {"There is no time zone \"{name}\".", "Use a name of the IANA database, such as \"{nearest}\"."};
    case Code::AmountNegative:
      return {"The amount {amount} is negative.", "Give an amount of zero or more."};
    case Code::AmountTooLarge:
      return {"The amount {amount} is more than a hundred years.", "Give a smaller amount."};
    case Code::CalendarNeverOpens:
      return {"These hours never open.", "Give at least one window that closes after it opens, or \"always\": true."};
    case Code::JsonSyntax:
      return {"The JSON breaks off or goes wrong at line {line}, column {column}.",
              "Look for a missing comma, quote or bracket there."};
    case Code::JsonTooLarge:
      return {"The document has {bytes} bytes.", "At most {limit} are read."};
    case Code::JsonTooDeep:
      return {"The document is nested too deeply.", "At most {limit} levels are read."};
    case Code::JsonTooManyValues:
      return {"The document holds too many values.", "At most {limit} are read."};
    case Code::JsonDuplicateKey:
      return {"The key \"{key}\" stands twice in one object.", "Keep one of them."};
    case Code::ValueMissing:
      return {"\"{key}\" is missing.", "Add \"{key}\" here."};
    case Code::ValueWrongType:
      return {"The value is of the wrong type.", "A value of type {expected} belongs here."};
    case Code::ValueUnknownKey:
      return {"\"{key}\" is not a key that belongs here.", "Known here: {known}."};
    case Code::ValueNotAllowed:
      return {"\"{value}\" is not a value that belongs here.", "Use one of: {allowed}."};
    case Code::ValueOutOfRange:
      return {"The number is out of range.", "Give a whole number from {min} to {max}."};
    case Code::ValueTooLong:
      return {"The text is too long.", "At most {limit} bytes are read."};
    case Code::ListTooLong:
      return {"The list is too long.", "At most {limit} entries are read."};
    case Code::IdMalformed:
      return {"\"{id}\" is not an id.", "Use lower-case letters, digits, \"-\", \"_\" and \".\", at most 64 of them."};
    case Code::IdDuplicate:
      return {"The id \"{id}\" is used twice.", "Give each entry of a list an id of its own."};
    case Code::PolicyRevisionDuplicate:
      return {"The revision \"{revision}\" of \"{policy}\" is there already.", "Give each revision an id of its own."};
    case Code::RequestPolicyUnknown:
      return {"There is no policy \"{id}\".", "Known are: {known}."};
    case Code::RequestRevisionUnknown:
      return {"There is no revision \"{revision}\" of \"{policy}\".", "Known are: {known}."};
    case Code::RequestPlanUnknown:
      return {"The policy has no plan \"{id}\".", "Its plans are: {known}."};
    case Code::RequestSeverityUnknown:
      return {"The policy has no level \"{id}\".", "Its levels are: {known}."};
    case Code::RequestSeverityNotInPlan:
      return {"The level \"{id}\" is not open to the plan \"{plan}\".", "Choose another level or another plan."};
    case Code::RequestSeverityAndImpact:
      return {"Both a level and an impact are given.", "Give the level, or the impact that decides it."};
    case Code::DiagnosticsTooMany:
      return {"There are more problems than are listed here.", "Mend these first; at most {limit} are listed."};
    case Code::RequestFacetUnknown:
      return {"There is no question \"{id}\".", "Known are: {known}."};
    case Code::RequestFacetValue:
      return {"\"{id}\" is not an answer to this question.", "Answers are: {known}."};
    case Code::RequestOptionUnknown:
      return {"The policy has no option \"{id}\".", "Its options are: {known}."};
    case Code::RequestOptionNotInPlan:
      return {"The option \"{id}\" does not belong to this plan.", "It belongs to: {known}."};
    case Code::RequestOptionValue:
      return {"\"{value}\" is not a value of the option \"{id}\".", "It takes: {allowed}."};
    case Code::RequestAssumptionUnknown:
      return {"The policy makes no assumption \"{id}\".", "Its assumptions are: {known}."};
    case Code::RequestAssumptionValue:
      return {"\"{value}\" is not a value of the assumption \"{id}\".", "It takes, for example: {allowed}."};
    case Code::RequestTopicUnknown:
      return {"The policy lists no topic \"{id}\".", "Known are: {known}."};
    case Code::RequestMaturityUnknown:
      return {"The policy lists no maturity \"{id}\".", "Known are: {known}."};
    case Code::RequestChannelUnknown:
      return {"The policy lists no channel \"{id}\".", "Known are: {known}."};
    case Code::RequestIncludeUnavailable:
      return {"This module holds no messages.", "Leave them out, or use supportcalc-reports."};
    case Code::RequestPausesOrder:
      return {"The pause ends before it begins.", "Give it an end after its start, or none if it still lasts."};
    case Code::RequestRespondedBefore:
      return {"The answer came before the ticket.", "Check \"responded_at\" and \"submitted_at\"."};
    case Code::RequestPolicyNoDue:
      return {"The time at {place} of the policy never runs out.",
              "It is too long, or its hours are closed every day: correct the policy, its calendar or your values."};
    case Code::RequestEventBefore:
      return {"That happened before the ticket.", "Check it and \"submitted_at\"."};
    case Code::RequestEventsConflict:
      return {"The event is given twice, with different instants.", "Keep one of them."};
    case Code::RequestEscalatedBefore:
      return {"The ticket was escalated before it was filed.", "Check \"escalated_at\" and \"submitted_at\"."};
    case Code::RequestEscalationRespondedBefore:
      return {"The escalation was answered before it was made.",
              "Check \"escalation_responded_at\", and give \"escalated_at\" with it."};
    default:
      return {};
  }
}

// What a parameter reads where it has nothing to say: no list of known names, no name that is near.
std::string_view stand_in(std::string_view name) { return name == "nearest" ? "Europe/Zurich" : "none"; }

std::string filled(std::string_view pattern, const std::vector<Parameter>& parameters) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      text += pattern;
      break;
    }
    text += pattern.substr(0, open);
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto given = std::find_if(parameters.begin(), parameters.end(),
                                    [name](const Parameter& parameter) { return parameter.name == name; });
    const bool is_list = name == "known" || name == "allowed" || name == "nearest";
    if (given != parameters.end() && !(is_list && given->value.empty())) {
      text += given->value;
    } else if (is_list) {
      text += stand_in(name);
    }
    pattern.remove_prefix(close + 1);
  }
  return text;
}

DiagnosticWords all_words(Code code) {
  const DiagnosticWords words = ticket_words(code);
  return words.message.empty() ? document_words(code) : words;
}

}  // namespace

Explanation filled(const DiagnosticWords& words, const std::vector<Parameter>& parameters) {
  return {filled(words.message, parameters), filled(words.hint, parameters)};
}

Explanation wording(Code code) {
  const DiagnosticWords of_tables = table_words(code);
  const DiagnosticWords words = of_tables.message.empty() ? all_words(code) : of_tables;
  return {std::string(words.message), std::string(words.hint)};
}

Explanation explain(const Diagnostic& diagnostic) { return filled(all_words(diagnostic.code), diagnostic.parameters); }

Explanation explain_ticket(const Diagnostic& diagnostic) {
  const DiagnosticWords words = ticket_words(diagnostic.code);
  if (words.message.empty()) {
    return {"The document is not sound.", "Let the command say what is wrong: supportcalc validate."};
  }
  return filled(words, diagnostic.parameters);
}

std::string diagnostics_json(const Diagnostics& diagnostics, Explanation (&words)(const Diagnostic&)) {
  JsonWriter json;
  json.begin_object().flag("ok", false).key("diagnostics");
  write_diagnostics(diagnostics, json, words);
  return json.end_object().take();
}

}  // namespace supportcalc
