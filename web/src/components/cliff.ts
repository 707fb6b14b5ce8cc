// The last moment of filing before the answer slips past the next stop of the clock.
import { html, nothing } from "lit/html.js";
import type { Moment } from "#wasm";
import { formatRelative, formatShortDay, formatTime, type Wall } from "../words/format.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { targetName, wallOf } from "./picture-words.ts";

const day = 86_400_000;

function dateOf(wall: Wall): number {
  return Math.floor(wall.shifted.getTime() / day);
}

// "today at 17:00", "on Mon, 23 Nov 2026 at 08:01"
function when(view: ResultView, moment: Moment, today: number | null): string {
  const wall = wallOf(moment);
  const ahead = today === null ? NaN : dateOf(wall) - today;
  const word = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : "day";
  return view.say(`cliff.${word}`, { day: formatShortDay(view.catalog, wall), time: formatTime(view.catalog, wall) });
}

export function cliff(view: ResultView): Content {
  const { result } = view;
  const ahead = result.cliff;
  const target = ahead ? result.targets[ahead.target] : undefined;
  // A ticket that has been filed cannot be filed in time any more; a due that is a range has no one last moment.
  if (!ahead || !target?.due || target.due.earliest !== target.due.latest || view.shown.submittedAt < view.shown.now) return nothing;
  const filed = view.shown.filed;
  const today = view.shown.entries.at === null && filed ? dateOf(wallOf({ at: filed.at, visitor_local: filed.local })) : null;
  return html`<p class="cliff" part="cliff">
    <strong>${targetName(view, ahead.target)}:</strong>
    ${view.say("cliff.by", {
      by: when(view, ahead.file_by, today),
      relative: formatRelative(view.catalog, ahead.file_by.at, view.shown.now),
      due: when(view, ahead.due, today),
    })}
    <span class="cliff-after">${view.say("cliff.later", { later: when(view, ahead.due_a_minute_later, today) })}</span>
  </p>`;
}
