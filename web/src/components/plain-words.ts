// Moments and dues as plain text, for what leaves the page: the ticket, the calendar, the print.
import type { EscalationStep, Target } from "#wasm";
import { firstEnd, openEnd } from "./due.ts";
import { momentOf, type Moment } from "./moment.ts";
import { fixedLinkOf } from "../state/model.ts";
import { formatAmount, formatMoment, parseWall } from "../words/format.ts";
import type { ResultView } from "./view.ts";

type Clocked = Target | EscalationStep;

function onClock(view: ResultView, text: string, zone: string | undefined): string {
  return formatMoment(view.catalog, parseWall(text), zone);
}

/** "Tuesday, 7 April 2026, 15:30 (Asia/Tokyo, UTC+9) / Tuesday, 7 April 2026, 08:30 (Europe/Zurich, UTC+2)" */
export function plainMoment(view: ResultView, { at, visitor, vendor, vendorZone }: Moment): string {
  const zone = visitor === undefined ? "UTC" : (view.shown.entries.timeZone ?? "UTC");
  const own = onClock(view, visitor ?? at, zone);
  return vendor === undefined || vendorZone === zone ? own : `${own} / ${onClock(view, vendor, vendorZone)}`;
}

export function plainFiled(view: ResultView): string {
  return plainMoment(view, { at: view.shown.submittedAt, visitor: view.shown.filed?.local, vendor: undefined, vendorZone: undefined });
}

/** Both ends of a range; without a due, the word there is instead. */
export function plainDue(view: ResultView, clocked: Clocked): string[] {
  const { due, readings } = clocked;
  if (due === null) return ["word" in clocked ? clocked.word : view.word("commitment", clocked.commitment)];
  if (due.earliest === due.latest) return [plainMoment(view, momentOf(due, readings, "at"))];
  const earliest = `${firstEnd(view, due)}: ${plainMoment(view, momentOf(due, readings, "earliest"))}`;
  if (due.latest === null) return [`${earliest}. ${openEnd(view, due)}`];
  return [earliest, `${view.say("range.latest")}: ${plainMoment(view, momentOf(due, readings, "latest"))}`];
}

/** "Service level objective: 1 business hour" */
export function plainPromise(view: ResultView, { commitment, amount }: Clocked): string {
  const word = view.word("commitment", commitment);
  return amount ? `${word}: ${formatAmount(view.catalog, amount)}` : word;
}

/** The address that gives this answer again; null where no page knows the policy. */
export function permalink(view: ResultView): string | null {
  const { page } = view.model;
  return page === null ? null : new URL(`#${fixedLinkOf(view.shown)}`, page).href;
}

/** The same as lines: one, or none. */
export function permalinks(view: ResultView): string[] {
  const link = permalink(view);
  return link === null ? [] : [link];
}

export function planLabel(view: ResultView): string {
  const plan = view.policy.plans.find(({ id }) => id === view.result.plan.id);
  return plan ? view.plain(plan.label) : view.result.plan.id;
}
