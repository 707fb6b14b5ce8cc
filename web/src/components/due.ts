// When a target runs out, how strong the word behind it is, and, for a range, what makes it one. What nobody promised
// looks different from a promise in words and in shape.
import { html, nothing } from "lit/html.js";
import type { Amount, Commitment, Due, EscalationStep, Target } from "#wasm";
import { formatAmount } from "../words/format.ts";
import type { EscalationRow, TargetRow, Text } from "../files/policy.ts";
import { hoursWords } from "./hours.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { bigMoment, momentOf, smallMoment } from "./moment.ts";

type Clocked = Target | EscalationStep;
type Row = TargetRow | EscalationRow | undefined;

/** A chip with the commitment: filled for what is owed, dashed where there is no time at all. */
export function commitmentChip(view: ResultView, { commitment_message: words, standing, due }: Clocked): Content {
  const key = words as `commitment.${Commitment}` | "commitment-draft.target";
  const kind = standing === "owed" ? "firm" : due === null && standing !== "conditional" ? "open" : "soft";
  return html`<span class="chip chip-${kind}" part="commitment">${view.say(key)}</span>`;
}

function isRange(clocked: Clocked): boolean {
  return clocked.due !== null && clocked.due.earliest !== clocked.due.latest;
}

// "support_hours=24x7": what an option that is not given may be.
function choiceOf({ policy: { options } }: ResultView, part: string): { label: Text } | undefined {
  return options?.find(({ id }) => part.startsWith(`${id}=`))?.choices?.find(({ id }) => part.endsWith(`=${id}`));
}

/** What stands where the latest would: why there is none. */
export function openEnd(view: ResultView, due: Due): string {
  return due.from === undefined ? view.say("due.no-latest") : view.say("due.waits-for", { from: view.word("awaited", due.from) });
}

/** What the first of two moments is: the earliest, or only what the due is not before. */
export function firstEnd(view: ResultView, due: Due): string {
  return view.say(due.from === undefined ? "range.earliest" : "range.not-before");
}

export function readingLabel(view: ResultView, row: Row, id: string): Content {
  return id
    .split("+")
    .map((part) => {
      const own = row?.readings?.find((reading) => reading.id === part)?.label ?? choiceOf(view, part)?.label;
      return own === undefined ? view.word("reading", part) : view.plain(own);
    })
    .join(" · ");
}

// Named, so that their words come with this file (web/build/said.ts).
type Explained =
  | "due.option-missing"
  | "reason.out-of-scope"
  | `commitment-note.${Commitment | "best-case"}`
  | "range.option"
  | "range.amount"
  | "range.business-days"
  | "range.readings";

// Why there is no due, or a range: the core's sentence, or the clause behind it.
function explained(view: ResultView, { message, option: id, ambiguity }: Clocked): Content {
  const key = message as Explained | undefined;
  if (key === undefined) return view.text(view.policy.ambiguities?.find((clause) => clause.id === ambiguity)?.text);
  const option = view.policy.options?.find((each) => each.id === id);
  return view.say(key, option && { option: view.plain(option.label) });
}

function whyRange(view: ResultView, clocked: Clocked): Content {
  if (clocked.readings.length === 0) return nothing;
  return html`<p class="range-reason"><strong>${view.say("range.why")}</strong> ${explained(view, clocked)}</p>`;
}

function readingList(view: ResultView, clocked: Clocked, row: Row): Content {
  const { due } = clocked;
  if (due === null || clocked.readings.length === 0) return nothing;
  return html`<details class="readings">
    <summary>${view.say("range.summary", { count: clocked.readings.length })}</summary>
    <ul class="plain">
      ${clocked.readings.map(
        (reading) =>
          html`<li>
            <span class="reading-name">${readingLabel(view, row, reading.id)}</span>
            ${reading.at === null
              ? view.word("commitment", reading.commitment ?? "")
              : smallMoment(view, {
                  at: reading.at,
                  visitor: reading.visitor_local,
                  vendor: reading.vendor_local,
                  vendorZone: due.vendor_time_zone,
                })}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** "1 business hour, in: Business hours, Monday to Friday …" */
export function amountLine(view: ResultView, clocked: Clocked): Content {
  const parts: Content[] = [];
  if (clocked.amount) parts.push(bounded(view, clocked.amount, clocked.bound));
  if ("share" in clocked) {
    parts.push(view.say("share", { percent: clocked.share.percent, period: view.word("period", clocked.share.per) }));
  }
  const hours = clocked.hours === null ? nothing : hoursWords(view, clocked.hours);
  if (parts.length === 0 && hours === nothing) return nothing;
  return html`<p class="amount">
    ${parts.map((part, index) => html`${index === 0 ? nothing : ", "}<span>${part}</span>`)}
    ${hours === nothing ? nothing : html`<span class="hours">${hours}</span>`}
  </p>`;
}

function bounded(view: ResultView, amount: Amount, bound: string | undefined): string {
  const words = formatAmount(view.catalog, amount);
  return bound === undefined ? words : view.say(`bound.${bound}`, { amount: words });
}

function noDue(view: ResultView, clocked: Clocked): Content {
  const bestCase = clocked.best_case;
  const word = "word" in clocked ? clocked.word : view.say(clocked.commitment_message);
  return html`<div class="no-due">
    <p class="no-due-word">${word}</p>
    <p>${explained(view, clocked)}</p>
    ${bestCase
      ? html`<p class="best-case">${view.say("best-case", { amount: formatAmount(view.catalog, bestCase) })}</p>`
      : nothing}
  </div>`;
}

/** The whole of a due, large: the heart of the answer. */
export function bigDue(view: ResultView, clocked: Clocked, row: Row): Content {
  const { due } = clocked;
  if (due === null) return noDue(view, clocked);
  if (!isRange(clocked)) return bigMoment(view, momentOf(due, clocked.readings, "at"));
  return html`<div class="range">
      ${bigMoment(view, momentOf(due, clocked.readings, "earliest"), firstEnd(view, due))}
      ${due.latest === null
        ? html`<p class="open-end">${openEnd(view, due)}</p>`
        : bigMoment(view, momentOf(due, clocked.readings, "latest"), view.say("range.latest"))}
    </div>
    ${whyRange(view, clocked)}
    ${readingList(view, clocked, row)}`;
}

/** A due on a line or two, for lists. */
export function smallDue(view: ResultView, clocked: Clocked, row: Row): Content {
  const { due } = clocked;
  if (due === null) {
    const bestCase = clocked.best_case;
    return html`<span class="no-due-small"
      >${explained(view, clocked)}${bestCase
        ? html` <span class="best-case">${view.say("best-case", { amount: formatAmount(view.catalog, bestCase) })}</span>`
        : nothing}</span
    >`;
  }
  if (!isRange(clocked)) return smallMoment(view, momentOf(due, clocked.readings, "at"));
  return html`<span class="small-range"
      ><span class="range-end"
        >${due.latest === null ? firstEnd(view, due) : view.say("range.from")} ${smallMoment(view, momentOf(due, clocked.readings, "earliest"))}</span
      >
      ${due.latest === null
        ? html`<span>${openEnd(view, due)}</span>`
        : html`<span class="range-end">${view.say("range.to")} ${smallMoment(view, momentOf(due, clocked.readings, "latest"))}</span>`}</span
    >
    ${whyRange(view, clocked)} ${readingList(view, clocked, row)}`;
}
