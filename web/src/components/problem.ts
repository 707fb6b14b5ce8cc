// What went wrong.
import { html, nothing } from "lit/html.js";
import type { Problem } from "../state/answer.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";

export function problemView(view: View, problem: Problem): Content {
  return html`<section class="card problem" part="problem" aria-labelledby="stop-heading">
    <h2 id="stop-heading">${view.say(`problem.${problem}.heading`)}</h2>
    <p>${view.say(`problem.${problem}.text`)}</p>
  </section>`;
}

export function droppedView(view: View): Content {
  const { dropped } = view.shown;
  if (dropped.length === 0) return nothing;
  return html`<p class="banner">${view.say("link.dropped", { parts: dropped.join(", ") })}</p>`;
}
