#include "api/document_words.h"

#include "base/codes.h"

namespace supportcalc {

DiagnosticWords document_words(Code code) {
  switch (code) {
    case Code::CalendarRulesTooMany:
      return {"{count} holiday rules are too many.", "At most {limit} are read."};
    case Code::CalendarRuleNoSuchDay:
      return {"There is no day {day} in month {month}.", "Give a month from 1 to 12 and a day it has."};
    case Code::CalendarRuleNthOutOfRange:
      return {"\"nth\" is {nth}.", "Give 1 to 5, or -1 for the last such weekday of the month."};
    case Code::CalendarRuleUnknownReference:
      return {"The rule \"{rule}\" refers to \"{reference}\", which is no rule here.",
              "Name another rule's id in \"relative_to\"."};
    case Code::CalendarRuleCircular:
      return {"The rule \"{rule}\" refers to itself, perhaps by way of others.", "Give one of them a date of its own."};
    case Code::CalendarRuleTooFar:
      return {"{days} days are too far from the day they are counted from.", "Stay within {limit} days."};
    case Code::CalendarRuleYearsOutOfOrder:
      return {"The rule holds from {from} until {until}, which is never.", "Put the earlier year into \"from\"."};
    case Code::CalendarRuleNoDates:
      return {"The rule \"{rule}\" lists no dates.", "Add a date, or remove the rule."};
    case Code::CalendarRuleUnclear:
      return {"The rule \"{rule}\" does not say in exactly one way which days it means.",
              "Give one of: month and day; month, weekday and nth; weekday and on_or_after or on_or_before; "
              "easter; "
              "relative_to and days; dates; range."};
    case Code::CalendarExtendsUnknown:
      return {"There is no holiday calendar \"{id}\" to extend.",
              "Known are: {known}. No calendar extends itself, not even by way of others."};
    case Code::CalendarWithoutUnknown:
      return {"The calendar \"{calendar}\" has no rule \"{id}\" to leave out.",
              "Name the id of a rule of the calendar that this one extends."};
    case Code::IdUnknown:
      return {"There is no {kind} \"{id}\".", "Known here: {known}."};
    case Code::PolicyAmountMissing:
      return {"The commitment \"{commitment}\" needs an amount.",
              "Add \"amount\", or \"word\" where the page has a word instead of a number, or use a "
              "commitment without a "
              "figure."};
    case Code::PolicyAmountOrder:
      return {"The range begins after its end.", "Put the smaller number into \"min\"."};
    case Code::PolicyAmountUnclear:
      return {"The amount is not given in exactly one way.", "Give \"value\", or \"min\" and \"max\", or \"option\"."};
    case Code::PolicyAmountUnexpected:
      return {"The commitment \"{commitment}\" comes without a figure.",
              "Remove \"amount\" (\"best_case\" may stay), or use a commitment that has one."};
    case Code::PolicyAssumptionType:
      return {"The assumption \"{id}\" is of another type.", "An assumption of type {expected} belongs here."};
    case Code::PolicyCalendarUnknown:
      return {"There is no holiday calendar \"{id}\".",
              "Known are: {known}. Give the calendar's own file beside the policy's."};
    case Code::PolicyDatesOrder:
      return {"The revision ends before it begins.", "\"in_force_until\" is the first day it no longer holds."};
    case Code::PolicyHoursHolidaysMissing:
      return {"The hours do not say which holidays close them.",
              "Name a calendar, or \"none\"; where the page does not say, declare an assumption of type "
              "calendar."};
    case Code::PolicyHoursOpening:
      return {"A window cannot open at 24:00.", "Open it at 00:00 of the next day."};
    case Code::PolicyHoursOpeningOrder:
      return {"The opening does not close later on its date.",
              "Give times of that date; what goes on past midnight is an opening of the next date."};
    case Code::PolicyHoursOpeningDates:
      return {"The opening does not say in exactly one way which dates it is for.",
              "Give either \"date\" or \"rule\"."};
    case Code::PolicyHoursOverlap:
      return {"The window overlaps another of the same hours.",
              "Let each begin at or after the end of the one before."};
    case Code::PolicyNoPlans:
      return {"The policy has no plans.", "Add at least one, even if the page names none."};
    case Code::PolicyOptionChoices:
      return {"The option does not say which values it takes.", "Give one of \"choices\", \"integer\" and \"type\"."};
    case Code::PolicyOptionNotNumber:
      return {"The option \"{id}\" is not a number.", "An amount takes an option with \"integer\"."};
    case Code::PolicyPlanCircular:
      return {"The plan \"{id}\" builds on itself, perhaps by way of others.", "Let one of them build on none."};
    case Code::PolicyRemedyIncomplete:
      return {"The remedy does not say how much it grants for what delay.", "Give \"per\" and \"grants\"."};
    case Code::PolicyTargetHoursMissing:
      return {"A target in {unit} needs hours to run in.", "Add \"hours\"."};
    case Code::PolicyTargetTooManyReadings:
      return {"The clause can be understood in too many ways.",
              "At most {limit} readings are computed, ends of ranges multiplied in."};
    case Code::PolicyUrlScheme:
      return {"\"{url}\" is not a secure web address.", "Use an address with https://."};
    case Code::RequestCompareSeverity:
      return {"The level \"{id}\" means something else to each policy.",
              "Compare several policies by \"impact\", or one policy by its level."};
    default:
      return {};
  }
}

}  // namespace supportcalc
