#include "api/warning_words.h"

#include "api/document_words.h"

namespace supportcalc {
namespace {

// A switch without a default, so that the compiler names a warning that has no words.
DiagnosticWords words_of(WarningCode code) {
  switch (code) {
    case WarningCode::WarningsTooMany:
      return {"There are more warnings than are listed here.", "Mend these first; at most {limit} are listed."};
    case WarningCode::TextToFill:
      return {"This is still to be filled: \"{text}\".", "Write what the page says, or remove the key."};
    case WarningCode::ZoneAbbreviation:
      return {"\"{name}\" names no place; it is read as the clock of {place}, summer time included.",
              "Name the place whose clock is meant."};
    case WarningCode::ZoneFixedOffset:
      return {"\"{name}\" is {offset} all year, without summer time.",
              "Name the place whose clock is meant, unless the page means this offset in summer, too."};
    case WarningCode::CalendarUnused:
      return {"None of the policies checked with it names the calendar \"{id}\".",
              "Name it in \"holidays\" or in an assumption of type calendar."};
    case WarningCode::PolicyAssumptionUnused:
      return {"Nothing depends on the assumption \"{id}\".", "Refer to it where its value is needed, or remove it."};
    case WarningCode::PolicyCandidatesIncomplete:
      return {"The level \"{level}\" fits impacts of this gap, and \"candidates\" leaves it out.",
              "Add it, or narrow \"when\"."};
    case WarningCode::PolicyDefinitionUnreachable:
      return {"This definition of the level \"{level}\" holds for no plan and no option.",
              "Move it before the one that comes first, or mend its \"plans\" and \"when\"."};
    case WarningCode::PolicyFileName:
      return {"The file is called {name}, the revision \"{revision}\".", "Give both the same date."};
    case WarningCode::PolicyHoursLongWindow:
      return {"This window of {hours} hours is one business day for {by}: a window counts for the date it opens on.",
              "Write a window for each day, each to 24:00, if every date is to count."};
    case WarningCode::PolicyHoursMinuteShort:
      return {"The window closes at 23:59, a minute before the day ends.", "If the whole day is meant, write 24:00."};
    case WarningCode::PolicyHoursUnused:
      return {"No target, step or channel runs in the hours \"{id}\".",
              "Name them there; when somebody can be reached is a fact of the topic support-hours."};
    case WarningCode::PolicyLabelTwice:
      return {"The label \"{label}\" is also that of {by}, so that readers cannot tell them apart.",
              "Give them different labels."};
    case WarningCode::PolicyOptionUnused:
      return {"Nothing depends on the option \"{id}\", and users are asked for it.",
              "Refer to it in a \"when\", a choice or an amount, or remove it."};
    case WarningCode::PolicyPlanNoTarget:
      return {"No target covers the plan \"{id}\".",
              "Add a row, with \"not-stated\" or \"none\" if that is what the page says, or say what support the plan "
              "has."};
    case WarningCode::PolicyQuestionUnused:
      return {"No rule and no condition asks the question \"{id}\".",
              "Use it in a \"rule\" or a \"when\", or remove it."};
    case WarningCode::PolicyRowNotInPlan:
      return {"None of the plans of this row has the {kind} \"{id}\".", "Remove it here, or name other plans."};
    case WarningCode::PolicyRowShadowed:
      return {"The entry never holds, because {by} of the same id comes first.", "Move it up, or narrow the other."};
    case WarningCode::PolicySeverityUnreachable:
      return {
          "No impact leads to the level \"{id}\" alone.",
          "If the text leaves it so, keep it; else mend its rule, or those of the levels that fit the same impacts."};
    case WarningCode::PolicyTargetNoLevel:
      return {"None of the plans of this row has the level \"{level}\".",
              "Remove it here, or add a plan to the level's \"plans\"."};
    case WarningCode::PolicyTargetUnreachable:
      return {"The row never holds, because {by} comes first.", "Move it up, or narrow the other."};
    case WarningCode::PolicyUptimeGap:
      return {"The table has nothing for an uptime from {from} to {to} %.",
              "Add the row, unless the page leaves it out, too."};
    case WarningCode::PolicyUptimeImpossible:
      return {"\"{text}\" is no percentage.", "Write digits from 0 to 100, such as 99.95, and words as \"text\"."};
    case WarningCode::PolicyUptimeInverted:
      return {"The row reaches from {from} % to below {below} %, which is nowhere.",
              "Put the smaller figure into \"from\"."};
    case WarningCode::PolicyUptimeOverlap:
      return {"The row overlaps {by}.", "Let each end where the one above begins."};
  }
  return {};
}

}  // namespace

Explanation explain(const Warning& warning) { return filled(words_of(warning.code), warning.parameters); }

}  // namespace supportcalc
