// The dues of an answer as an iCalendar file (RFC 5545). What has no due has no event.
import type { EscalationStep, Target } from "#wasm";
import { permalinks, plainDue, plainFiled, plainPromise, planLabel } from "./plain-words.ts";
import type { ResultView } from "./view.ts";

interface Event {
  /** Stays the same for the same ticket, so that importing again moves an event instead of doubling it. */
  uid: string;
  at: string;
  summary: string;
  description: string;
}

/** "20260407T063000Z" */
const basic = (instant: string): string => instant.replace(/[-:]/g, "");

function eventsOf(view: ResultView, clocked: Target | EscalationStep, id: string, name: string, severity: string | null): Event[] {
  const { due } = clocked;
  if (due === null) return [];
  const { policy, plan } = view.result;
  const level = severity === null ? "" : `, ${view.severityLabel(severity)}`;
  const description = [
    view.say("calendar-file.about", { vendor: view.policy.vendor.name, plan: `${planLabel(view)}${level}` }),
    plainPromise(view, clocked),
    ...plainDue(view, clocked),
    view.say("ticket-text.filed", { time: plainFiled(view) }),
    view.say("ticket-text.policy", { policy: `${view.plain(view.policy.title)}, ${policy.revision}` }),
    ...permalinks(view),
  ].join("\n");
  const uid = [policy.id, plan.id, severity ?? "any", basic(view.shown.submittedAt), id].join(".");
  const event = (end: string, at: string, summary: string): Event => ({ uid: `${uid}${end}@supportcalc`, at, summary, description });
  const summary = `${view.policy.vendor.name}: ${name}${level}`;
  if (due.earliest === due.latest) return [event("", due.at, view.say("calendar-file.due", { what: summary }))];
  return [
    event(".earliest", due.earliest, view.say("calendar-file.earliest", { what: summary })),
    event(".latest", due.latest, view.say("calendar-file.latest", { what: summary })),
  ];
}

export function calendarEvents(view: ResultView): Event[] {
  const { targets, escalation, severity } = view.result;
  return [
    ...targets.flatMap((target) => eventsOf(view, target, target.kind, view.word("kind", target.kind), target.severity)),
    ...escalation.flatMap((step) => {
      const label = view.row(view.policy.escalation?.steps, step.id)?.label;
      const name = `${view.word("kind", "escalation")} (${label === undefined ? step.id : view.plain(label)})`;
      return eventsOf(view, step, `escalation-${step.id}`, name, severity.id);
    }),
  ];
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

// A line has at most 75 octets; the rest follows on lines that begin with a space, and no character is cut in two.
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

export function calendarFile(view: ResultView): string {
  const stamp = basic(view.shown.now);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//supportcalc//supportcalc//EN",
    "CALSCALE:GREGORIAN",
    ...calendarEvents(view).flatMap(({ uid, at, summary, description }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${basic(at)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...permalinks(view).map((link) => `URL:${link}`),
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:PT0S",
      `DESCRIPTION:${escaped(summary)}`,
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

export function calendarFileName(view: ResultView): string {
  const { policy, severity } = view.result;
  return `${[policy.id, severity.id ?? "ticket", basic(view.shown.submittedAt)].join("-")}.ics`;
}
