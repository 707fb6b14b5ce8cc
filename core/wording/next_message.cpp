#include "wording/next_message.h"

#include <algorithm>

namespace supportcalc {
namespace {

// Why no time is named: because it hangs on something, or because there is none.
std::string_view without_time(const Evaluation& evaluation) {
  const auto conditional = [](const TargetResult& target) { return target.standing == Standing::Conditional; };
  return std::any_of(evaluation.targets.begin(), evaluation.targets.end(), conditional) ? "-on-condition" : "-no-time";
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
    case Do::FollowUp:
    case Do::Community:
      id += next.channel ? "" : "-anywhere";
      break;
    case Do::Call:
    case Do::File:
      id += next.channel ? "" : "-anywhere";
      id += next.by ? std::string_view() : without_time(evaluation);
      break;
  }
  return id;
}

}  // namespace supportcalc
