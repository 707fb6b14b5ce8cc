// What the customer gets when the answer comes late, by the policy's rule.
import { html, nothing } from "lit/html.js";
import type { Granted, Remedy, RemedyStatus } from "#wasm";
import { formatAmount, formatDate, formatPercent, formatRange } from "../words/format.ts";
import type { Claim, RemedyRow } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { besideLevel, onlyIf } from "./condition.ts";
import { stepName } from "./next-step.ts";
import { section } from "./section.ts";

// Named, so that their words come with this file (web/build/said.ts).
type Worth = "remedy.status" | "remedy.worth" | "remedy.worth-by-reading";

const tones: Partial<Record<RemedyStatus, string>> = { earned: "in", disputed: "maybe", "not-earned": "open" };

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

// What a late answer comes to, and under each reading of the clause where they differ. Rows that come to the same are one.
function earned(view: ResultView, row: RemedyRow, remedies: readonly Remedy[]): Content {
  const amount = (value: Granted): string => formatAmount(view.catalog, value);
  const told = Map.groupBy(remedies, ({ message, applies_to: kind, severity, status, least, most, step }) => {
    const key = message as Worth | undefined;
    if (key === undefined) return "";
    const level = view.result.severity.id === null && severity != null ? `${view.severityLabel(severity)}: ` : "";
    const taken = step === undefined ? "" : `${stepName(view, step)}: `;
    const worth = most && (most.value === least?.value ? amount(most) : formatRange(view.catalog, least?.value ?? 0, most.value, most.unit));
    const params = { what: view.word("kind", kind ?? ""), status: view.word("remedy-status", status), amount: worth ?? "" };
    return `${level}${taken}${view.say(key, params)}`;
  });
  return html`${[...told].map(([sentence, [remedy]]) => {
    if (!remedy || sentence === "") return nothing;
    const { status, least, most, readings = [], claim_by: claimBy } = remedy;
    const tone = tones[status];
    if (tone === undefined) return html`<p>${sentence}</p>`; // nothing has come of it yet
    return html`<div class="earned earned-${status}">
      <p><span class="verdict verdict-${tone}">${sentence}</span></p>
      ${least?.value === most?.value || readings.length < 2
        ? nothing
        : html`<ul>
            ${readings.map(({ id, ...value }) => {
              const reading = row.readings?.find((candidate) => candidate.id === id);
              return html`<li>${reading ? readingWords(view, reading) : id}: <strong>${amount(value)}</strong></li>`;
            })}
          </ul>`}
      ${claimBy === undefined ? nothing : html`<p>${view.say("remedy.claim-by", { date: formatDate(view.catalog, claimBy) })}</p>`}
    </div>`;
  })}`;
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
  return html`<div class="remedy">
    <h3>${view.word("remedy", row.kind)}</h3>
    ${onlyIf(view, besideLevel(first.conditions))}
    ${earned(view, row, remedies)}
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
  const { remedies: all, remedies_message } = view.result;
  const none = remedies_message as "remedies.not-for-plan" | "remedies.not-stated" | undefined;
  return section(
    "remedies",
    view.say("section.remedies"),
    none === undefined
      ? [...Map.groupBy(all, ({ id }) => id).values()].map((list) => remedyView(view, list))
      : html`<p class="open-word">${view.say(none)}</p>
          <p class="small-print">${view.cite(view.policy.remedies_status?.cite)}</p>`,
  );
}
