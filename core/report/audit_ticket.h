// A ticket of a table, read: what an audit judges.
//
// Instants are UTC seconds. What a table leaves open about an instant stays open: it is a span then, and says why.
#ifndef SUPPORTCALC_REPORT_AUDIT_TICKET_H_
#define SUPPORTCALC_REPORT_AUDIT_TICKET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "engine/ticket.h"

namespace supportcalc {

// Why an instant is not known to the second.
enum class Doubt : std::uint8_t {
  None,
  NoTimeOfDay,   // a date alone: any second of it
  RepeatedHour,  // a wall time that the clocks showed twice: the first or the second
  SkippedHour,   // one that they never showed: as if they had not been put forward yet, or had been before
};
inline constexpr std::array<std::string_view, 4> kDoubtNames = {"", "no-time-of-day", "repeated-hour", "skipped-hour"};

struct TicketMoment {
  sys_seconds earliest;
  sys_seconds latest;
  Doubt doubt = Doubt::None;

  bool is_exact() const { return earliest == latest; }
};

// Texts are views into the row; they have to outlive the judgement.
struct AuditTicket {
  std::size_t row = 0;
  std::string_view id;
  std::string_view policy;  // "zitadel" is the revision in force at filing, "zitadel@2023-10-06" that one
  std::string_view plan;
  std::string_view severity;  // by id, label or another name; "" for none
  std::optional<TicketMoment> submitted_at;
  std::optional<TicketMoment> responded_at;
  std::optional<TicketMoment> resolved_at;
  std::optional<TicketMoment> updated_at;
  std::optional<seconds> responded_after;  // instead of `responded_at`: from filing to answer
  std::vector<TicketPause> pauses;         // by their beginning
  std::optional<std::size_t> first_row;    // of its id, for one that does not count because that one does
  std::vector<std::string_view> by;        // values of the columns that the report breaks down by
  Diagnostics problems;                    // what could not be read; pointers name columns

  bool is_answered() const { return responded_at || responded_after; }
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_REPORT_AUDIT_TICKET_H_
