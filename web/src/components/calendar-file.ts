// What is owed for a calendar, and what is conditional, which says so and rings no bell. Nothing else is in the file.
import type { EscalationStep, Target } from "#wasm";
import { conditionList, dependsOn, mayBeOwed } from "./condition.ts";
import { basicInstant, iCalendar, type CalendarEvent } from "./icalendar.ts";
import { stepName } from "./next-step.ts";
import { permalink, permalinks, plainDue, plainFiled, plainPromise, planLabel } from "./plain-words.ts";
import type { ResultView } from "./view.ts";

interface Kept {
  clocked: Target | EscalationStep;
  /** Which one of the policy's rows, as a part of its UID. */
  id: string;
  name: string;
  severity: string | null;
  /** "" for none. */
  condition: string;
}

function keptOf(view: ResultView): Kept[] {
  const { targets, escalation, severity } = view.result;
  const all = [
    ...targets.map((target) => ({
      clocked: target,
      id: `target-${target.row}`,
      name: view.word("kind", target.kind),
      severity: target.severity,
      condition: conditionList(view, view.policy, dependsOn(target)),
    })),
    ...escalation.map((step) => ({
      clocked: step,
      id: `step-${step.row}`,
      name: `${view.word("kind", "escalation")} (${stepName(view, step.id)})`,
      severity: severity.id,
      condition: conditionList(view, view.policy, step.conditions),
    })),
  ];
  return all.filter(({ clocked }) => mayBeOwed(clocked));
}

function eventsOf(view: ResultView, { clocked, id, name, severity, condition }: Kept): CalendarEvent[] {
  const { due, standing } = clocked;
  // What waits for an event has no time to keep yet.
  if (due === null || due.from !== undefined) return [];
  const { policy, plan } = view.result;
  const level = severity === null ? "" : `, ${view.severityLabel(severity)}`;
  const description = [
    view.say("calendar-file.about", { vendor: view.policy.vendor.name, plan: `${planLabel(view)}${level}` }),
    ...(condition === "" ? [] : [view.say("target.conditional", { condition })]),
    plainPromise(view, clocked),
    ...plainDue(view, clocked),
    view.say("ticket-text.filed", { time: plainFiled(view) }),
    view.say("ticket-text.policy", { policy: `${view.plain(view.policy.title)}, ${policy.revision}` }),
    ...permalinks(view),
  ].join("\n");
  const conditional = standing === "conditional";
  const what = `${view.policy.vendor.name}: ${name}${level}`;
  const event = (end: "due" | "earliest" | "latest", at: string): CalendarEvent => {
    const summary = view.say(`calendar-file.${end}`, { what });
    return {
      // A row has at most one event for each level and end.
      uid: `${[policy.id, policy.revision, plan.id, severity ?? "any", basicInstant(view.shown.submittedAt), id, end].join(".")}@supportcalc`,
      at,
      summary: conditional ? view.say("calendar-file.on-condition", { what: summary }) : summary,
      description,
      url: permalink(view),
      alarm: !conditional,
    };
  };
  if (due.earliest === due.latest) return [event("due", due.latest)];
  const earliest = event("earliest", due.earliest);
  return due.latest === null ? [earliest] : [earliest, event("latest", due.latest)];
}

export function calendarEvents(view: ResultView): CalendarEvent[] {
  return keptOf(view).flatMap((kept) => eventsOf(view, kept));
}

export function calendarFile(view: ResultView): string {
  return iCalendar(calendarEvents(view), view.shown.now);
}

export function calendarFileName(view: ResultView): string {
  const { policy, severity } = view.result;
  return `${[policy.id, severity.id ?? "ticket", basicInstant(view.shown.submittedAt)].join("-")}.ics`;
}
