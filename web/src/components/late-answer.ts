// When the answer came, by how much it was late, and when the vendor waited for the customer meanwhile.
import { html, nothing } from "lit/html.js";
import type { Outcome, Target } from "#wasm";
import type { Span } from "../words/catalog.ts";
import type { Pause } from "../state/entries.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { readingLabel } from "./due.ts";
import { section } from "./section.ts";
import { entryProblems, timeEntry } from "./time-entry.ts";

// Time of the target's own clock.
function counted(outcome: Outcome, seconds: number): Span {
  return { seconds, open: outcome.open_time === true };
}

function verdict(view: ResultView, outcome: Outcome): Content {
  const late = outcome.late_by_seconds;
  if (outcome.met === null) return html`<span class="chip verdict verdict-maybe">${view.say("late.disputed")}</span>`;
  return outcome.met
    ? html`<span class="chip verdict verdict-in">${view.say("late.met")}</span> ${view.say("late.after", {
          duration: counted(outcome, outcome.elapsed_seconds),
        })}`
    : html`<span class="chip verdict verdict-out">${view.say("late.missed")}</span> ${view.say("late.by", { duration: counted(outcome, late) })}`;
}

function outcomeView(view: ResultView, target: Target): Content {
  const { outcome } = target;
  if (!outcome) return nothing;
  const row = view.policy.targets?.[target.row];
  const several = new Set(target.readings.map((reading) => JSON.stringify(reading.outcome))).size > 1;
  const level = view.result.severity.id === null && target.severity !== null ? `${view.severityLabel(target.severity)}: ` : "";
  return html`<li class="outcome">
    <h3>${level}${view.word("kind", target.kind)}</h3>
    <p class="verdict-line">${verdict(view, outcome)}</p>
    ${several
      ? html`<ul class="outcome-readings">
          ${target.readings.map(({ id, outcome: own }) =>
            own ? html`<li><strong>${readingLabel(view, row, id)}:</strong> ${verdict(view, own)}</li>` : nothing,
          )}
        </ul>`
      : nothing}
  </li>`;
}

// What was entered is the first answer; other targets are judged by it only where there is no first response.
function outcomes(view: ResultView): Content {
  const judged = view.result.targets.filter(({ outcome }) => outcome !== undefined);
  const first = judged.filter(({ kind }) => kind === "first-response");
  const shown = first.length > 0 ? first : judged;
  return shown.length === 0
    ? nothing
    : html`<ul class="outcomes plain" aria-live="polite">
        ${shown.map((target) => outcomeView(view, target))}
      </ul>`;
}

function pauseEntry(view: ResultView, pause: Pause, index: number): Content {
  const end = (name: "from" | "to"): Content =>
    timeEntry(view, {
      name: `pause-${index}-${name}`,
      label: view.say(`late.pause-${name}`, { count: index + 1 }),
      at: pause[name],
      set: ({ pauses }, at) => {
        const own = pauses[index];
        if (own) own[name] = at;
      },
      bare: true,
      pointer: `/pauses/${index}/${name}`,
    });
  return html`<li class="pause">
    ${end("from")} ${end("to")}
    <button
      type="button"
      class="button"
      @click=${() => {
        void view.model.edit(({ pauses }) => {
          pauses.splice(index, 1);
        });
      }}
    >
      ${view.say("late.pause-remove", { count: index + 1 })}
    </button>
  </li>`;
}

function pauses(view: ResultView): Content {
  const { model } = view;
  const list = view.entries.pauses;
  const whole = view.shown.entryProblems.some(({ pointer }) => pointer === "/pauses") ? entryProblems(view, "/pauses") : [];
  return html`<details class="pauses" ?open=${list.length > 0}>
    <summary>${view.say("late.pauses")}</summary>
    <p class="hint">${view.say("late.pauses-hint")}</p>
    <ol class="pause-list plain">
      ${list.map((pause, index) => pauseEntry(view, pause, index))}
    </ol>
    ${whole.map((problem) => html`<p class="error">${problem}</p>`)}
    ${list.length >= 12
      ? nothing
      : html`<button
          type="button"
          class="button"
          @click=${() => {
            void model.edit((state) => {
              state.pauses.push({ from: null, to: null });
            });
          }}
        >
          ${view.say("late.pause-add")}
        </button>`}
  </details>`;
}

export function late(view: ResultView): Content {
  if (view.result.targets.every(({ due }) => due === null)) return nothing;
  return section(
    "late",
    view.say("section.late"),
    html`${timeEntry(view, {
      name: "responded",
      label: view.say("late.responded"),
      hint: view.say("late.responded-hint"),
      at: view.entries.responded,
      set: (state, at) => {
        state.responded = at;
      },
      pointer: "/responded_at",
    })}
    ${outcomes(view)} ${pauses(view)}`,
  );
}
