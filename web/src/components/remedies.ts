// What the customer gets when the answer comes late, by the policy's rule.
import { html, nothing } from "lit";
import type { Remedy } from "#wasm";
import { formatAmount } from "../format.ts";
import type { RemedyRow } from "../policy.ts";
import type { Content, ResultView } from "../view.ts";
import { section } from "./section.ts";

// The uptime promised to the plan at hand.
function promised(view: ResultView, row: RemedyRow): string | undefined {
  return row.promise?.find(({ plans }) => plans === undefined || plans.includes(view.result.plan.id))?.percent;
}

function percentTable(view: ResultView, row: RemedyRow): Content {
  const own = promised(view, row);
  const table = (row.table ?? []).filter((line) => line.promised === undefined || line.promised === own);
  if (table.length === 0) return nothing;
  const bound = (percent: string): string => view.say("unit.percent", { count: Number(percent) });
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${view.word("remedy", row.kind)}>
    <table>
      <thead>
        <tr>
          <th scope="col">${view.say("remedy.achieved")}</th>
          <th scope="col">${view.say("remedy.credit")}</th>
        </tr>
      </thead>
      <tbody>
        ${table.map(
          ({ below, from, credit }) =>
            html`<tr>
              <td>
                ${from === undefined ? nothing : view.say("remedy.from", { percent: bound(from) })}
                ${below === undefined ? nothing : view.say("remedy.below", { percent: bound(below) })}
              </td>
              <td>${bound(credit)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function readingWords(view: ResultView, reading: NonNullable<RemedyRow["readings"]>[number]): Content {
  if (reading.label !== undefined) return view.text(reading.label);
  const parts = [
    reading.blocks === undefined ? "" : view.word("remedy-blocks", reading.blocks),
    reading.clock === undefined ? "" : view.word("remedy-clock", reading.clock),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function promise(view: ResultView, row: RemedyRow): Content {
  const own = promised(view, row);
  return own === undefined
    ? nothing
    : html`<p>${view.say("remedy.promise", { percent: view.say("unit.percent", { count: Number(own) }) })}</p>`;
}

function remedyView(view: ResultView, id: string, remedies: Remedy[]): Content {
  const row = view.row(view.policy.remedies, id);
  if (!row) return nothing;
  const readings = row.readings ?? [];
  const statuses = [...new Set(remedies.map(({ status }) => status))];
  const kinds = [...new Set(remedies.flatMap(({ applies_to }) => (applies_to === undefined ? [] : [applies_to])))];
  return html`<div class="remedy">
    <h3>${view.word("remedy", row.kind)}</h3>
    ${row.per && row.grants
      ? html`<p>
          ${view.say("remedy.per", { grant: formatAmount(view.catalog, row.grants), block: formatAmount(view.catalog, row.per) })}
        </p>`
      : nothing}
    ${kinds.length === 0 ? nothing : html`<p>${view.say("remedy.applies-to")} ${kinds.map((kind) => view.word("kind", kind)).join(", ")}</p>`}
    ${statuses.includes("none") && statuses.length === 1 ? html`<p class="note">${view.word("remedy-status", "none")}</p>` : nothing}
    ${row.text === undefined ? nothing : html`<p>${view.text(row.text)}</p>`} ${promise(view, row)} ${percentTable(view, row)}
    ${readings.length < 2
      ? nothing
      : html`<p class="note">${view.say("remedy.readings")}</p>
          <ul>
            ${readings.map((reading) => html`<li>${readingWords(view, reading)}</li>`)}
          </ul>`}
    ${row.claim === undefined
      ? nothing
      : html`<p>
          ${row.claim.within_days === undefined ? nothing : view.say("remedy.claim-within", { count: row.claim.within_days })}
          ${view.text(row.claim.text)}
        </p>`}
    ${row.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
    <p class="small-print">${view.cite(row.cite)}</p>
  </div>`;
}

export function remedies(view: ResultView): Content {
  const byId = Map.groupBy(view.result.remedies, ({ id }) => id);
  const status = view.policy.remedies_status?.status;
  if (byId.size === 0 && status === undefined) return nothing;
  return section(
    "remedies",
    view.say("section.remedies"),
    byId.size === 0
      ? html`<p class="open-word">${view.say(view.policy.remedies?.length ? "remedies.not-for-plan" : "remedies.not-stated")}</p>
          <p class="small-print">${view.cite(view.policy.remedies_status?.cite)}</p>`
      : [...byId].map(([id, list]) => remedyView(view, id, list)),
  );
}
