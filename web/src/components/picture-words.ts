// What timeline, week map and cliff have in common: names of targets, events and stretches, and wall times.
import type { Evaluation, Moment, TimelineEvent, TimelineStretch } from "#wasm";
import { parseWall, type Wall } from "../words/format.ts";
import type { CalendarDocument } from "../files/policy.ts";
import type { ResultView } from "./view.ts";

/** On the visitor's clock, else on the vendor's, else in UTC. */
export function wallOf({ at, visitor_local, vendor_local }: Moment): Wall {
  return parseWall(visitor_local ?? vendor_local ?? at);
}

/** Both ends of a stretch, on the same clock. */
export function wallsOf({ from, to, visitor_local, vendor_local }: TimelineStretch): { from: Wall; to: Wall } {
  const local = visitor_local ?? vendor_local ?? { from, to };
  return { from: parseWall(local.from), to: parseWall(local.to) };
}

function severalLevels({ targets }: Evaluation): boolean {
  return new Set(targets.map(({ severity }) => severity)).size > 1;
}

/** "First response", and "Severity 1, First response" while the level is open. */
export function targetName(view: ResultView, index: number): string {
  const target = view.result.targets[index];
  if (!target) return "";
  const kind = view.word("kind", target.kind);
  if (target.severity === null || !severalLevels(view.result)) return kind;
  return view.say("event.of-level", { level: view.severityLabel(target.severity), what: kind });
}

function stepName(view: ResultView, id: string): string {
  const row = view.row(view.policy.escalation?.steps, id);
  return row ? view.plain(row.label) : id;
}

/** "First response due at the earliest" */
export function eventName(view: ResultView, { id, at, target, step }: TimelineEvent): string {
  if (target === undefined && step === undefined) return view.say(`event.${id}`);
  const clocked = target === undefined ? view.result.escalation.find((one) => one.id === step) : view.result.targets[target];
  const what = target === undefined ? view.say("event.reply", { step: stepName(view, step ?? "") }) : targetName(view, target);
  const due = clocked?.due;
  const end = !due || due.earliest === due.latest ? "due" : at === due.earliest ? "due-earliest" : at === due.latest ? "due-latest" : "due-between";
  return view.say(`event.${end}`, { what });
}

/** "Night", "Good Friday" */
export function stretchName(view: ResultView, { reason, holiday }: TimelineStretch, calendars: ReadonlyMap<string, CalendarDocument>): string {
  const rule = holiday && calendars.get(holiday.calendar)?.rules.find(({ id }) => id === holiday.id);
  return rule ? view.plain(rule.name) : view.word("stretch", reason);
}

export function spanWords(view: ResultView, from: string, to: string): string {
  return view.catalog.duration({ seconds: (Date.parse(to) - Date.parse(from)) / 1000 });
}
