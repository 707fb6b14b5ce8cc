// What the vendor wants to see in a ticket.
import { html, nothing } from "lit";
import type { Content, ResultView } from "../view.ts";
import { listSection } from "./section.ts";

export function ticket(view: ResultView): Content {
  const items = view.result.ticket.map((item): Content => {
    const row = view.policy.ticket?.find(({ id }) => id === item);
    if (!row) return nothing;
    return html`<li>
      ${view.text(row.label)} ${row.required === true ? html`<span class="chip chip-plain">${view.say("ticket.required")}</span>` : nothing}
      ${row.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
    </li>`;
  });
  return listSection("ticket", view.say("section.ticket"), items, (list) => html`<ul class="checklist">${list}</ul>`);
}
