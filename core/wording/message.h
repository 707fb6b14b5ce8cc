// What is said of an answer: ids of the catalogues with typed parameters, no sentences.
//
// A face puts them into words and lays them out; it does not choose between them (docs/decisions/0017-wording.md).
// Texts and ids are views into the policy, and live as long as it does.
#ifndef SUPPORTCALC_WORDING_MESSAGE_H_
#define SUPPORTCALC_WORDING_MESSAGE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "policy/policy.h"
#include "wording/span.h"
#include "wording/vocabulary.h"
#include "zone/zone.h"

namespace supportcalc {

// An instant, to be shown on the visitor's clock and on the vendor's where that is known.
struct Moment {
  sys_seconds at;
  std::optional<Zone> vendor;
};

// So many of a unit, or a range of them: {24, 48, "hours"}. Units are those of amounts, quantities and credits.
struct SaidAmount {
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::string_view unit;
};

// A percentage as the policy writes it: "99.50".
struct SaidShare {
  std::string_view percent;
};

// A text of the policy, with the place it has in the policy's document: "/targets/3/note".
struct SaidText {
  const Text* text = nullptr;
  std::string pointer;
};

// A text of the policy that is the same in every language: an address, a vendor's own word.
struct SaidName {
  std::string_view name;
  std::string pointer;
};

// A word of the catalogues: {"kind", "first-response"}.
struct SaidId {
  std::string_view family;
  std::string_view id;
};

struct SaidZone {
  std::string_view name;
};

// Times of the week: "Monday to Friday 08:00–17:00".
struct SaidWindow {
  List<date::weekday> days;
  seconds open{};
  seconds close{};  // after the midnight of the opening day
  std::optional<date::weekday> close_day;
};

// Where a fact comes from.
struct SaidCite {
  const Cite* cite = nullptr;
  std::string pointer;
};

struct Message;

// Messages within a message, and what stands between them.
struct SaidList {
  Between between = Between::Comma;
  std::vector<Message> parts;
};

using ParameterValue = std::variant<std::int64_t, Moment, local_days, Span, SaidAmount, SaidShare, SaidText, SaidName,
                                    SaidId, SaidZone, SaidWindow, SaidCite, SaidList>;

struct MessageParameter {
  std::string_view name;
  ParameterValue value;
};

// Example: {"relative", {{"at", Moment{...}}}}; {"kind.update", {}}.
struct Message {
  std::string id;
  std::vector<MessageParameter> parameters;

  bool empty() const { return id.empty(); }
};

// One message in its place.
struct Line {
  std::string about;  // a pointer into the result: "/targets/0", "/severity"; "" for the whole
  Part part = Part::Title;
  Message message;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_WORDING_MESSAGE_H_
