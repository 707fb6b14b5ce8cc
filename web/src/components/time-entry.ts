// A moment besides the filing of the ticket: entered on the visitor's clocks, made an instant by the core.
import { html, nothing } from "lit/html.js";
import { formatOffset, parseWall } from "../words/format.ts";
import { live } from "./live-property.ts";
import type { Entries } from "../state/entries.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";

export interface TimeEntry {
  /** The key in links, and the id of the field. */
  name: string;
  label: string;
  hint?: string;
  at: string | null;
  set: (state: Entries, at: string | null) => void;
  /** Only the field, without "now" and "clear". */
  bare?: boolean;
  /** The part of a request that the core may have something against. */
  pointer: string;
}

/** What the core has against an entry; the answer then leaves the entry out. */
export function entryProblems(view: View, pointer: string): string[] {
  return view.shown.entryProblems
    .filter((problem) => problem.pointer.startsWith(pointer))
    .map(({ code, message }) => {
      const own = `diagnostic.${code}`;
      return view.catalog.has(own) ? view.say(own) : message;
    });
}

function changeNote(view: View, name: string): Content {
  const typed = view.model.typed.wallTime;
  if (typed?.entry !== name) return nothing;
  const wall = parseWall(typed.answer.local);
  return html`<p class="note">${view.say(`local-time.${typed.answer.kind}`)} (${formatOffset(wall)})</p>`;
}

export function timeEntry(view: View, { name, label, hint, at, set, bare = false, pointer }: TimeEntry): Content {
  const { model } = view;
  const local = at === null ? "" : (view.shown.locals.get(at) ?? "").slice(0, 16);
  const problems = entryProblems(view, pointer);
  const described = [hint === undefined ? "" : `${name}-hint`, problems.length === 0 ? "" : `${name}-error`].filter((id) => id !== "");
  const choose = (instant: string | null): void => {
    void model.edit((state) => {
      set(state, instant);
    });
  };
  const typed = (event: Event): void => {
    const [date = "", time = ""] = (event.target as HTMLInputElement).value.split("T");
    if (date === "" || time === "") choose(null);
    else void model.enterTime(name, { date, time: time.slice(0, 5) }, set);
  };
  return html`<div class="field time-entry">
    <label for=${name}>${label}</label>
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <div class="time-entry-row">
      <input
        id=${name}
        type="datetime-local"
        min="2015-01-01T00:00"
        max="2099-12-31T23:59"
        aria-describedby=${described.length === 0 ? nothing : described.join(" ")}
        aria-invalid=${problems.length === 0 ? nothing : "true"}
        .value=${live(local)}
        @change=${typed}
      />
      ${bare
        ? nothing
        : html`<button
            type="button"
            class="button"
            aria-label="${view.say("entry.now")}: ${label}"
            @click=${() => {
              choose(view.shown.now);
            }}
          >
            ${view.say("entry.now")}
          </button>`}
      ${at === null || bare
        ? nothing
        : html`<button
            type="button"
            class="button"
            aria-label="${view.say("entry.clear")}: ${label}"
            @click=${() => {
              choose(null);
            }}
          >
            ${view.say("entry.clear")}
          </button>`}
    </div>
    ${problems.map((problem) => html`<p class="error" id="${name}-error">${problem}</p>`)} ${changeNote(view, name)}
  </div>`;
}
