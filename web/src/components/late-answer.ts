// When the answer came, by how much it was late, and when the vendor waited for the customer meanwhile.
import { html, nothing } from "lit/html.js";
import type { Outcome, Target } from "#wasm";
import type { Span } from "../words/catalog.ts";
import type { Pause } from "../state/entries.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { readingLabel } from "./due.ts";
import { targetName } from "./picture-words.ts";
import { section } from "./section.ts";
import { entryProblems, timeEntry } from "./time-entry.ts";

// Time of the target's own clock.
function counted(outcome: Outcome, seconds: number): Span {
  return { seconds, open: outcome.open_time === true };
}

// What is said of each, the same as the command says.
const outcomes = {
  true: { key: "outcome.met", tone: "in" },
  false: { key: "outcome.missed", tone: "out" },
  null: { key: "outcome.disputed", tone: "maybe" },
};

function verdict(view: ResultView, outcome: Outcome): Content {
  const { key, tone } = outcomes[`${outcome.met}`];
  const params = { elapsed: counted(outcome, outcome.elapsed_seconds), late: counted(outcome, outcome.late_by_seconds) };
  return html`<span class="verdict verdict-${tone}">${view.say(key, params)}</span>`;
}

function outcomeView(view: ResultView, target: Target, index: number): Content {
  const { outcome, readings } = target;
  if (!outcome) return nothing;
  const row = view.policy.targets?.[target.row];
  return html`<li class="outcome">
    <h3>${targetName(view, index)}</h3>
    <p class="verdict-line">${verdict(view, outcome)}</p>
    ${outcome.met === null
      ? html`<ul class="outcome-readings">
          ${readings.map(({ id, outcome: own }) =>
            own ? html`<li><strong>${readingLabel(view, row, id)}:</strong> ${verdict(view, own)}</li>` : nothing,
          )}
        </ul>`
      : nothing}
  </li>`;
}

function judged(view: ResultView): Content {
  const { targets } = view.result;
  return targets.every(({ outcome }) => outcome === undefined)
    ? nothing
    : html`<ul class="outcomes plain" aria-live="polite">
        ${targets.map((target, index) => outcomeView(view, target, index))}
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
    ${judged(view)} ${pauses(view)}`,
  );
}
