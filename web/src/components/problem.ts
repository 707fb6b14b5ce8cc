// What went wrong, where, and what to do about it.
import { html, nothing } from "lit/html.js";
import type { Diagnostic } from "#wasm";
import { sentencesOf } from "../diagnostics.ts";
import type { Content, View, Words } from "../view.ts";

export function diagnosticsView(view: Words, diagnostics: readonly Diagnostic[]): Content {
  if (diagnostics.length === 0) return nothing;
  return html`<section class="card problem" part="problem" aria-labelledby="problem-heading">
    <h2 id="problem-heading">${view.say("problem.heading", { count: diagnostics.length })}</h2>
    <ul>
      ${diagnostics.map((diagnostic) => {
        const { code, pointer } = diagnostic;
        const { language, message, hint } = sentencesOf(view.catalog, diagnostic);
        return html`<li>
          <span lang=${language}>${message}</span>
          ${hint === "" ? nothing : html`<span class="note" lang=${language}>${hint}</span>`}
          <span class="small-print"><code>${code}</code> ${pointer === "" ? nothing : html`<code>${pointer}</code>`}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

export function problemView(view: View): Content {
  const { problem } = view.model;
  if (problem === null) return nothing;
  return html`<section class="card problem" part="problem" aria-labelledby="stop-heading">
    <h2 id="stop-heading">${view.say(`problem.${problem}.heading`)}</h2>
    <p>${view.say(`problem.${problem}.text`)}</p>
  </section>`;
}

export function droppedView(view: View): Content {
  const { dropped } = view.model;
  if (dropped.length === 0) return nothing;
  return html`<p class="banner">${view.say("link.dropped", { parts: dropped.join(", ") })}</p>`;
}
