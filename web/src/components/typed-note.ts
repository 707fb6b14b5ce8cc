// A local time was typed that does not exist or occurs twice: which instant is taken, and the other one to choose.
import { html, nothing } from "lit/html.js";
import { formatOffset, formatTime, parseWall } from "../words/format.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { act, chips } from "./form.ts";

export function typedNote(view: View): Content {
  const { model } = view;
  if (model.typed.wallTime?.entry !== "at") return nothing;
  const typed = model.typed.wallTime.answer;
  const second = typed.second;
  return html`<div class="banner">
    <p>${view.say(`local-time.${typed.kind}`)}</p>
    ${second === undefined
      ? nothing
      : chips(
          "occurrence",
          view.say("form.occurrence"),
          [typed, second].map(({ at, local }) => {
            const wall = parseWall(local);
            return { id: at, label: `${formatTime(view.catalog, wall)} ${formatOffset(wall)}` };
          }),
          view.shown.submittedAt,
          (value) => {
            act(model.fileAtInstant(value));
          },
        )}
  </div>`;
}
