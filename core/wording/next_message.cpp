#include "wording/next_message.h"

#include <algorithm>

namespace supportcalc {
namespace {

// A time that hangs on something, or has no end by one reading, is not named, and not denied either.
bool on_condition(const Evaluation& evaluation) {
  const auto conditional = [](const TargetResult& target) {
    return target.standing == Standing::Conditional ||
           (target.standing == Standing::Owed && target.result.due && !target.result.due->latest);
  };
  return std::any_of(evaluation.targets.begin(), evaluation.targets.end(), conditional);
}

}  // namespace

std::string next_message(const Evaluation& evaluation) {
  if (!evaluation.next) {
    return {};
  }
  const Next& next = *evaluation.next;
  std::string id = "next.";
  id += name_of(next.what);
  switch (next.what) {
    case Do::Claim:
      id += next.remedy && evaluation.remedies[*next.remedy].claim_by ? "" : "-any-time";
      break;
    case Do::Settle:
      break;
    case Do::Escalate:
    case Do::Wait:
      id += next.by ? "" : "-no-time";
      break;
    case Do::Community:
      id += next.channel ? "" : "-anywhere";
      break;
    case Do::FollowUp:
      id += next.channel ? "" : "-anywhere";
      id += on_condition(evaluation) ? "-on-condition" : "";
      break;
    case Do::Call:
    case Do::File:
      id += next.channel ? "" : "-anywhere";
      id += next.by ? "" : on_condition(evaluation) ? "-on-condition" : "-no-time";
      break;
  }
  return id;
}

}  // namespace supportcalc
