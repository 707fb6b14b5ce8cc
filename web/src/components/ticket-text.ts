// The text of a ticket, filled with what was entered; what only the customer knows is a heading to write below.
import { besideLevel, conditionList, mayBeOwed } from "./condition.ts";
import { channelName } from "./next-step.ts";
import { answerWords, levelName } from "./severity.ts";
import { permalinks, plainDue, plainFiled, planLabel } from "./plain-words.ts";
import type { TicketItem } from "../files/policy.ts";
import { formatEither } from "../words/format.ts";
import type { ResultView } from "./view.ts";

interface Block {
  heading: string;
  /** What the vendor says about it. */
  note?: string;
  /** Nothing entered says anything about it: to be written by the customer. */
  lines: string[];
}

interface TicketText {
  subject: string;
  blocks: Block[];
  closing: string[];
}

function severityLines(view: ResultView): string[] {
  const { severity } = view.result;
  if (severity.id !== null) {
    return [levelName(view, severity.id), view.say(`ticket-text.${severity.status === "given" ? "picked" : "decided"}`)];
  }
  if (severity.candidates.length === 0 || severity.reason === "nothing-given") return [];
  return [view.say("ticket-text.unclear", { levels: severity.candidates.map((id) => levelName(view, id)).join(" / ") })];
}

function impactLines(view: ResultView): string[] {
  if (view.shown.entries.byHand) return [];
  return [...view.shown.entries.impact].map(([facet, value]) => `- ${answerWords(view, facet, value)}`);
}

function contractLines(view: ResultView): string[] {
  const options = view.result.options.flatMap(({ id, value }) => {
    const option = view.policy.options?.find((candidate) => candidate.id === id);
    if (!option || value === null) return [];
    const choice = option.choices?.find((candidate) => candidate.id === value)?.label;
    return [`- ${view.plain(option.label)}: ${choice === undefined ? value : view.plain(choice)}`];
  });
  return [`${view.policy.vendor.name}, ${planLabel(view)}`, ...options];
}

// The vendor is held to what it owes, and to nothing else.
function dueLines(view: ResultView): string[] {
  const { severity, targets } = view.result;
  return targets
    .filter((target) => mayBeOwed(target) && target.due !== null)
    .flatMap((target) => {
      const level = severity.id === null && target.severity !== null ? `${view.severityLabel(target.severity)}, ` : "";
      const condition = conditionList(view, view.policy, besideLevel(target.conditions));
      const only = condition === "" ? "" : ` (${view.say("target.conditional", { condition })})`;
      return plainDue(view, target).map((when) => `- ${level}${view.word("kind", target.kind)}: ${when}${only}`);
    });
}

// Through which channel alone the level counts as filed.
function requiredLines(view: ResultView): string[] {
  const names = view.result.channels.flatMap(({ required, row }) => {
    const channel = required ? view.policy.channels?.[row] : undefined;
    return channel ? [channelName(view, channel)] : [];
  });
  return names.length === 0 ? [] : [view.say("ticket-text.required", { channel: formatEither(view.catalog, names) })];
}

// What was entered answers some of what the vendor asks for; the policy format names these ids.
const filled: Record<string, (view: ResultView) => string[]> = {
  severity: severityLines,
  priority: severityLines,
  impact: impactLines,
};

function block(view: ResultView, item: TicketItem): Block {
  const fill = Object.hasOwn(filled, item.id) ? filled[item.id] : undefined;
  return {
    heading: view.plain(item.label),
    ...(item.note === undefined ? {} : { note: view.plain(item.note) }),
    lines: fill?.(view) ?? [],
  };
}

export function ticketText(view: ResultView): TicketText {
  const { result } = view;
  const wanted = result.ticket.flatMap((id) => {
    const item = view.policy.ticket?.find((candidate) => candidate.id === id);
    return item && item.rule !== true ? [item] : [];
  });
  // A policy that names next to nothing still gets a ticket that says what is wrong.
  const toWrite = wanted.filter(({ id }) => !Object.hasOwn(filled, id));
  const asksFor = (...ids: string[]): boolean => wanted.some(({ id }) => ids.includes(id));
  const own = (heading: string, lines: string[], wantedAnyway: boolean): Block[] =>
    lines.length === 0 || wantedAnyway ? [] : [{ heading: view.say(heading), lines }];
  const level = result.severity.id === null ? "" : `${view.severityLabel(result.severity.id)}: `;
  return {
    subject: `${level}${view.say("ticket-text.subject")}`,
    blocks: [
      ...own("ticket-text.contract", contractLines(view), false),
      ...own("ticket-text.channel", requiredLines(view), false),
      ...own("ticket-text.severity", severityLines(view), asksFor("severity", "priority")),
      ...own("ticket-text.impact", impactLines(view), asksFor("impact")),
      ...(toWrite.length < 2 ? [{ heading: view.say("ticket-text.problem"), lines: [] }] : []),
      ...wanted.map((item) => block(view, item)),
      { heading: view.say("ticket-text.times"), lines: [`- ${view.say("ticket-text.filed", { time: plainFiled(view) })}`, ...dueLines(view)] },
    ],
    closing: [view.say("ticket-text.policy", { policy: `${view.plain(view.policy.title)}, ${result.policy.revision}` }), ...permalinks(view)],
  };
}

const blank = "…";

/** Lines a person reads anywhere: headings are lines that end in a colon. */
export function asPlain({ blocks, closing }: TicketText): string {
  const parts = blocks.map(({ heading, note, lines }) => {
    const head = note === undefined ? `${heading}:` : `${heading} (${note.replace(/\.$/, "")}):`;
    return [head, ...(lines.length === 0 ? [blank] : lines)].join("\n");
  });
  return [...parts, closing.join("\n")].join("\n\n");
}

// A policy's words may hold signs that mean something in Markdown.
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

export function asMarkdown({ blocks, closing: [policy = "", link = ""] }: TicketText): string {
  const parts = blocks.map(({ heading, note, lines }) => {
    const head = [`### ${escaped(heading)}`, ...(note === undefined ? [] : [`_${escaped(note)}_`])];
    const body = lines.length === 0 ? blank : lines.map(escaped).join("\n");
    return `${head.join("\n\n")}\n\n${body}`;
  });
  return [...parts, `---\n\n${escaped(policy)}  \n<${link}>`].join("\n\n");
}
