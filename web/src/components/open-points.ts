// What the answer rests on that the policy does not say: assumptions made, and gaps and conflicts in the text.
import { html, nothing } from "lit/html.js";
import type { Notice } from "#wasm";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { assumptionLabel, termWords } from "./contract-words.ts";
import { section } from "./section.ts";

function assumptions(view: ResultView): Content {
  const used = view.result.assumptions.filter((assumption) => assumption.used);
  if (used.length === 0) return nothing;
  return html`<h3>${view.say("open.assumed")}</h3>
    <dl class="pairs">
      ${used.map(({ id, value, default: isDefault }) => {
        const row = view.policy.assumptions?.find((assumption) => assumption.id === id);
        return html`<dt>${row ? assumptionLabel(view, row) : id}</dt>
          <dd>
            <strong>${row ? termWords(view, view.policy, row.type, value) : value}</strong>
            <span class="chip chip-plain">${view.say(isDefault ? "open.default" : "open.chosen")}</span>
            ${row ? html`<p class="note">${view.text(row.why)}</p>` : nothing}
          </dd>`;
      })}
    </dl>`;
}

function ambiguity(view: ResultView, notice: Notice): Content {
  const row = view.policy.ambiguities?.find(({ id }) => id === notice.ambiguity);
  if (!row) return nothing;
  return html`<li class="open-point">
    <p><span class="chip chip-plain">${view.word("ambiguity", row.kind)}</span> ${view.text(row.text)}</p>
    ${row.resolution === undefined ? nothing : html`<p class="note">${view.text(row.resolution)}</p>`}
    <p class="small-print">${view.cite(row.cite)}</p>
  </li>`;
}

export function openPoints(view: ResultView): Content {
  const assumed = assumptions(view);
  const gaps = view.result.notices.filter(({ id }) => id === "ambiguity");
  if (assumed === nothing && gaps.length === 0) return nothing;
  return section(
    "open",
    view.say("section.open"),
    html`${assumed}
    ${gaps.length === 0
      ? nothing
      : html`<details ?open=${gaps.length <= 3}>
          <summary>${view.say("open.unclear", { count: gaps.length })}</summary>
          <ul class="open-points plain">
            ${gaps.map((notice) => ambiguity(view, notice))}
          </ul>
        </details>`}`,
  );
}
