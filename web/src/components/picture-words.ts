// What timeline, week map and cliff have in common: names of targets, events and stretches, and wall times.
import type { Condition, Evaluation, Moment, Target, TimelineEvent, TimelineStretch } from "#wasm";
import { parseWall, type Wall } from "../words/format.ts";
import type { CalendarDocument } from "../files/policy.ts";
import { besideLevel } from "./condition.ts";
import { stepName } from "./next-step.ts";
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
function kindName(view: ResultView, { kind, severity }: Target): string {
  const what = view.word("kind", kind);
  if (severity === null || !severalLevels(view.result)) return what;
  return view.say("event.of-level", { level: view.severityLabel(severity), what });
}

// Who sees the level in the name knows that it depends on that.
function marked(view: ResultView, words: string, { conditions }: { conditions: readonly Condition[] }): string {
  return besideLevel(conditions).length === 0 ? words : view.say("event.on-condition", { what: words });
}

/** The same, and whether there is a condition: "Vulnerability fix (on a condition)". */
export function targetName(view: ResultView, index: number): string {
  const target = view.result.targets[index];
  return target ? marked(view, kindName(view, target), target) : "";
}

/** "First response due at the earliest" */
export function eventName(view: ResultView, { id, at, target, step }: TimelineEvent): string {
  const { targets, escalation } = view.result;
  const clocked = target === undefined ? escalation.find((one) => one.id === step) : targets[target];
  if (!clocked) return view.say(`event.${id}`);
  const what = "kind" in clocked ? kindName(view, clocked) : view.say("event.reply", { step: stepName(view, clocked.id) });
  const { due } = clocked;
  const end =
    due === null || due.earliest === due.latest ? "event.due" : at === due.earliest ? "event.due-earliest" : at === due.latest ? "event.due-latest" : "event.due-between";
  return marked(view, view.say(end, { what }), clocked);
}

/** "Night", "Good Friday" */
export function stretchName(view: ResultView, { reason, holiday }: TimelineStretch, calendars: ReadonlyMap<string, CalendarDocument>): string {
  const rule = holiday && calendars.get(holiday.calendar)?.rules.find(({ id }) => id === holiday.id);
  return rule ? view.plain(rule.name) : view.word("stretch", reason);
}

export function spanWords(view: ResultView, from: string, to: string): string {
  return view.catalog.duration({ seconds: (Date.parse(to) - Date.parse(from)) / 1000 });
}
