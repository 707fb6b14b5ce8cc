// Settled entries as a request to the core.
import type { TicketRequest } from "#wasm";
import { lineageOf, openTo, type Policy } from "../files/policy.ts";
import { wholePauses, type Entries } from "./entries.ts";

/** An entry that counts for what happens now: a ticket that is yet to be filed has no time to look back from. */
export function requestOf(entries: Entries, policy: Policy, plan: string, now: string): TicketRequest {
  const at = entries.at ?? now;
  const request: TicketRequest = { policy: `${policy.id}@${policy.revision}`, plan, submitted_at: at };
  if (entries.timeZone !== null) request.visitor_time_zone = entries.timeZone;
  if (entries.byHand) {
    if (entries.severity !== null) request.severity = entries.severity;
  } else if (entries.impact.size > 0 && (policy.severities ?? []).length > 0) {
    request.impact = Object.fromEntries(entries.impact);
  }
  const lineage = lineageOf(policy, plan);
  const options = (policy.options ?? []).flatMap((option) => {
    const value = entries.options.get(option.id);
    return value !== undefined && openTo(option.plans, lineage) ? [[option.id, option.integer ? Number(value) : value] as const] : [];
  });
  if (options.length > 0) request.options = Object.fromEntries(options);
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
