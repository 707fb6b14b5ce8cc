// When the ticket was or will be filed: now, or at a time on the visitor's clocks.
import { html, nothing } from "lit/html.js";
import { clockName, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import type { Content, Words } from "../words/words.ts";
import type { LocalEntry } from "../state/model.ts";
import { chips } from "./form.ts";
import { live } from "./live-property.ts";

export interface Filing {
  way: "now" | "at";
  /** What is counted from, "2026-04-02T16:30:00+02:00" and its zone; null while nobody knows. */
  filed: { local: string; zone: string | null } | null;
  /** What the fields show, "2026-04-02T18:00": ahead of `filed` until that is answered. */
  entered: string;
  choose: (way: "now" | "at") => void;
  enter: (local: LocalEntry) => void;
}

function timeFields(view: Words, { entered, enter }: Filing): Content {
  const typed = (event: Event): void => {
    const row = (event.target as HTMLElement).closest(".date-time");
    const value = (name: string): string => row?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    const local = { date: value("date"), time: value("time").slice(0, 5) };
    if (local.date !== "" && local.time !== "") enter(local);
  };
  return html`<div class="date-time">
    <div class="field">
      <label for="filed-date">${view.say("form.date")}</label>
      <input id="filed-date" name="date" type="date" min="2015-01-01" max="2099-12-31" .value=${live(entered.slice(0, 10))} @change=${typed} />
    </div>
    <div class="field">
      <label for="filed-time">${view.say("form.time")}</label>
      <input id="filed-time" name="time" type="time" .value=${live(entered.slice(11, 16))} @change=${typed} />
    </div>
  </div>`;
}

export function filingFields(view: Words, filing: Filing): Content {
  const { way, filed } = filing;
  const ways = [
    { id: "now", label: view.say("form.now") },
    { id: "at", label: view.say("form.at") },
  ];
  const wall = filed ? parseWall(filed.local) : null;
  return html`${chips("filing", view.say("form.when"), ways, way, (value) => {
    filing.choose(value === "now" ? "now" : "at");
  })}
  ${wall
    ? html`<p class="hint filed">
        ${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)} <span class="zone">${clockName(filed?.zone, wall)}</span>
      </p>`
    : nothing}
  ${way === "now" ? nothing : timeFields(view, filing)}`;
}
