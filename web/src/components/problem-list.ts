// What the core has against its input, where, and what to do about it.
import { html, nothing } from "lit/html.js";
import type { Diagnostic } from "#wasm";
import { sentencesOf } from "../words/diagnostics.ts";
import type { Content, Words } from "../words/words.ts";

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
