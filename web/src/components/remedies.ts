// What the customer gets when the answer comes late, by the policy's rule.
import { html, nothing } from "lit/html.js";
import type { Remedy } from "#wasm";
import { formatAmount, formatDate, formatPercent, formatRange } from "../words/format.ts";
import type { Claim, RemedyRow } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { besideLevel, onlyIf } from "./condition.ts";
import { section } from "./section.ts";

function percentTable(view: ResultView, row: RemedyRow, index: number): Content {
  const table = (view.offer?.uptimes[index]?.steps ?? []).flatMap((step) => row.table?.[step] ?? []);
  if (table.length === 0) return nothing;
  const bound = (percent: string): string => formatPercent(view.catalog, percent);
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

function promise(view: ResultView, index: number): Content {
  const percent = view.offer?.uptimes[index]?.percent ?? null;
  return percent === null ? nothing : html`<p>${view.say("remedy.promise", { percent: formatPercent(view.catalog, percent) })}</p>`;
}

// What a late answer comes to, under each reading of the clause.
function earned(view: ResultView, row: RemedyRow, remedy: Remedy): Content {
  const { status, least, most, readings = [], claim_by: claimBy } = remedy;
  if (status === "rule" || status === "none") return nothing;
  const amount = (value: { value: number; unit: string }): string => formatAmount(view.catalog, value);
  const same = least?.value === most?.value;
  const level = view.result.severity.id === null && remedy.severity != null ? `${view.severityLabel(remedy.severity)}: ` : "";
  return html`<div class="earned earned-${status}">
    <p>
      ${level}<span class="chip verdict verdict-${status === "earned" ? "in" : status === "disputed" ? "maybe" : "open"}"
        >${view.word("remedy-status", status)}</span
      >
      ${least && most && most.value > 0
        ? html`<strong>${same ? amount(most) : view.say("remedy.between", { amount: formatRange(view.catalog, least.value, most.value, most.unit) })}</strong>`
        : nothing}
    </p>
    ${same || readings.length < 2
      ? nothing
      : html`<ul>
          ${readings.map(({ id, ...value }) => {
            const reading = row.readings?.find((candidate) => candidate.id === id);
            return html`<li>${reading ? readingWords(view, reading) : id}: <strong>${amount(value)}</strong></li>`;
          })}
        </ul>`}
    ${claimBy === undefined ? nothing : html`<p>${view.say("remedy.claim-by", { date: formatDate(view.catalog, claimBy) })}</p>`}
  </div>`;
}

function claimView(view: ResultView, claim: Claim | undefined): Content {
  if (claim === undefined) return nothing;
  const pairs: [string, Content][] = [
    ["remedy.claim-to", claim.to ?? nothing],
    ["remedy.claim-proof", view.text(claim.proof)],
    ["remedy.claim-cap", view.text(claim.cap)],
    ["remedy.claim-minimum", view.text(claim.minimum)],
    ["remedy.claim-cash", claim.cash === undefined ? nothing : view.word("availability", claim.cash ? "yes" : "no")],
  ];
  const given = pairs.filter(([, content]) => content !== nothing);
  return html`<p>
      <strong>${view.say("remedy.claim")}</strong>
      ${claim.within_days === undefined ? nothing : view.say("remedy.claim-within", { count: claim.within_days })} ${view.text(claim.text)}
      ${claim.used_within_days === undefined ? nothing : view.say("remedy.used-within", { count: claim.used_within_days })}
      ${view.cite(claim.cite)}
    </p>
    ${given.length === 0
      ? nothing
      : html`<dl class="pairs">
          ${given.map(([key, content]) => html`<dt>${view.say(key)}</dt><dd>${content}</dd>`)}
        </dl>`}`;
}

function remedyView(view: ResultView, remedies: Remedy[]): Content {
  const [first] = remedies;
  const row = first ? view.policy.remedies?.[first.row] : undefined;
  if (!first || !row) return nothing;
  const readings = row.readings ?? [];
  const statuses = [...new Set(remedies.map(({ status }) => status))];
  const kinds = [...new Set(remedies.flatMap(({ applies_to }) => (applies_to === undefined ? [] : [applies_to])))];
  return html`<div class="remedy">
    <h3>${view.word("remedy", row.kind)}</h3>
    ${onlyIf(view, besideLevel(first.conditions))}
    ${remedies.map((remedy) => earned(view, row, remedy))}
    ${row.misses && row.grants
      ? html`<p>
          ${view.say("remedy.misses", {
            grant: formatAmount(view.catalog, row.grants),
            count: row.misses.count,
            period: view.word("period", row.misses.per),
          })}
        </p>`
      : nothing}
    ${row.per && row.grants
      ? html`<p>
          ${view.say("remedy.per", { grant: formatAmount(view.catalog, row.grants), block: formatAmount(view.catalog, row.per) })}
        </p>`
      : nothing}
    ${kinds.length === 0 ? nothing : html`<p>${view.say("remedy.applies-to")} ${kinds.map((kind) => view.word("kind", kind)).join(", ")}</p>`}
    ${statuses.includes("none") && statuses.length === 1 ? html`<p class="note">${view.word("remedy-status", "none")}</p>` : nothing}
    ${row.text === undefined ? nothing : html`<p>${view.text(row.text)}</p>`} ${promise(view, first.row)} ${percentTable(view, row, first.row)}
    ${readings.length < 2 || remedies.some(({ readings: own }) => own !== undefined)
      ? nothing
      : html`<p class="note">${view.say("remedy.readings")}</p>
          <ul>
            ${readings.map((reading) => html`<li>${readingWords(view, reading)}</li>`)}
          </ul>`}
    ${claimView(view, row.claim)}
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
      : [...byId.values()].map((list) => remedyView(view, list)),
  );
}
