// Settled entries as a request to the core.
import type { TicketRequest } from "#wasm";
import { wholePauses, type Entries } from "./entries.ts";

/** Entries that have a plan, put to a revision. One that counts for what happens now: a ticket yet to be filed has no time to look back from. */
export function requestOf(entries: Entries, revision: string, plan: string, now: string): TicketRequest {
  const at = entries.at ?? now;
  const request: TicketRequest = { policy: revision, plan, submitted_at: at };
  if (entries.timeZone !== null) request.visitor_time_zone = entries.timeZone;
  if (entries.byHand) {
    if (entries.severity !== null) request.severity = entries.severity;
  } else if (entries.impact.size > 0) {
    request.impact = Object.fromEntries(entries.impact);
  }
  if (entries.options.size > 0) request.options = Object.fromEntries(entries.options);
  if (entries.assumptions.size > 0) request.assumptions = Object.fromEntries(entries.assumptions);
  if (entries.topic !== null) request.topic = entries.topic;
  if (entries.maturity !== null) request.maturity = entries.maturity;
  if (now >= at) request.now = now;
  if (entries.responded !== null) request.responded_at = entries.responded;
  if (entries.escalated !== null) request.escalated_at = entries.escalated;
  const pauses = wholePauses(entries);
  if (pauses.length > 0) request.pauses = pauses;
  if (entries.released !== null || entries.behind !== null) {
    request.version = {
      ...(entries.released === null ? {} : { released_on: entries.released }),
      ...(entries.behind === null ? {} : { behind: Number(entries.behind) }),
    };
  }
  return request;
}
