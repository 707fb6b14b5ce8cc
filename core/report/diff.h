// What changed for a customer between two revisions of a policy.
#ifndef SUPPORTCALC_REPORT_DIFF_H_
#define SUPPORTCALC_REPORT_DIFF_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "policy/policy.h"

namespace supportcalc {

// In the order in which changes are listed.
enum class Section : std::uint8_t {
  Plans,
  Levels,
  Targets,
  Hours,
  Escalation,
  Channels,
  Scope,
  Remedies,
  Ticket,
  Lifecycle,
};

enum class ChangeKind : std::uint8_t { Added, Removed, Changed };

// A word of a catalogue: "commitment" and "objective".
struct CatalogueWord {
  std::string_view family;
  std::string_view id;
};

// A piece of a policy that a reader wants to see in words; it points into the policy.
using Shown = std::variant<std::monostate, CatalogueWord, const Text*, const Amount*, const Predicate*, const Selector*,
                           const HoursDefinition*, const Choice*, const Promise*>;

// One side of a change: what is compared, and what of the policy it stands for.
struct DiffValue {
  std::string text;  // the same for values that are the same; "" for nothing
  Shown shown;       // nothing where `text` can be shown as it is
};

// Ids are those of the later revision, but for what was removed.
struct Change {
  Section section = Section::Plans;
  ChangeKind kind = ChangeKind::Changed;
  std::string id;         // "gold", "gold/severity-1/first-response"
  std::string_view what;  // which part changed: "amount"; "" where the whole was added or removed
  DiffValue before;       // of something added, nothing
  DiffValue after;        // of something removed, nothing
  // Parts of the id where there are several; "" or null where they do not apply.
  std::string_view plan;
  std::string_view severity;
  std::string_view target;
  const Selector* where = nullptr;  // the conditions of a target
  const Text* label = nullptr;      // of what the change is about
};

// Plans and levels keep their identity when they keep their id, or else their label or a name they are also known by;
// so do hours, channels, steps and the like when they keep their id. Everything is compared as a plan's customer
// meets it: a target by plan, level and kind, whichever row of the page it comes from. Translations are not compared,
// nor is what only we say: sources, notes on them, ambiguities.
//
// Both policies must outlive the result.
std::vector<Change> diff_policies(const Policy& before, const Policy& after);

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_DIFF_H_
