// The words of module wording: their enumerations and their names, in the same order.
//
// Written by tools/vocabulary.mjs from core/vocabulary.json; do not edit.
// clang-format off
#ifndef SUPPORTCALC_WORDING_VOCABULARY_H_
#define SUPPORTCALC_WORDING_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace supportcalc {

// What a message is for, within what it is about.
enum class Part : std::uint8_t {
  Title,       // the name of what it is about
  Filed,       // when the ticket was filed
  Warning,     // to be known before the answer is read
  Definition,  // what the policy says a level is
  Condition,   // what must be so for it to hold
  Why,         // why the level is what it is
  Because,     // an answer that decided
  Move,        // an answer that would decide otherwise
  SetBy,       // who sets the level
  MayChange,   // who may change it
  FollowUp,    // what follows from it
  Trigger,     // when to take a step
  WhoActs,     // who takes it
  How,         // how it is taken
  Contact,     // whom to reach
  ContactAll,  // whom to reach, all of them
  Roles,       // who is asked
  Word,        // the vendor's own word for a promise
  Due,         // when it runs out
  Earliest,    // the earliest end of a range
  Latest,      // the latest end of a range
  NoDue,       // why it has no due
  Range,       // why it is a range
  Reading,     // a way to understand it
  Terms,       // amount, commitment and hours
  Outcome,     // whether it was kept
  Clock,       // when the clock starts and stops
  Verdict,     // whether it is covered
  Effort,      // how far it is covered
  Instead,     // what is offered instead
  Example,     // an example
  Detail,      // anything else about it
  Step,        // a step of a table
  Worth,       // what a credit comes to
  Claim,       // how to claim it
  ClaimBy,     // the last day to claim it
  Value,       // what a term was set to
  Resolution,  // how an open point was settled
  Note,        // the policy's own remark
  Source,      // where it comes from
};
inline constexpr std::array<std::string_view, 40> kMessagePartNames = {
    "title",
    "filed",
    "warning",
    "definition",
    "condition",
    "why",
    "because",
    "move",
    "set-by",
    "may-change",
    "follow-up",
    "trigger",
    "who-acts",
    "how",
    "contact",
    "contact-all",
    "roles",
    "word",
    "due",
    "earliest",
    "latest",
    "no-due",
    "range",
    "reading",
    "terms",
    "outcome",
    "clock",
    "verdict",
    "effort",
    "instead",
    "example",
    "detail",
    "step",
    "worth",
    "claim",
    "claim-by",
    "value",
    "resolution",
    "note",
    "source",
};
constexpr std::string_view name_of(Part value) { return kMessagePartNames[static_cast<std::size_t>(value)]; }

// What stands between messages of a list.
enum class Between : std::uint8_t {
  Comma,
  Semicolon,
  Dot,  // a middle dot
  Space,
  Line,  // a line break
  Or,    // of which one holds
};
inline constexpr std::array<std::string_view, 6> kBetweenNames = {
    "comma",
    "semicolon",
    "dot",
    "space",
    "line",
    "or",
};
constexpr std::string_view name_of(Between value) { return kBetweenNames[static_cast<std::size_t>(value)]; }

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_VOCABULARY_H_
