// What to do when the answer does not come: each step, how, whom, and by when they must answer.
import { html, nothing } from "lit/html.js";
import type { EscalationStep } from "#wasm";
import type { EscalationRow } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { mayBeOwed, onlyIf } from "./condition.ts";
import { commitmentChip, smallDue } from "./due.ts";
import { formatAmount } from "../words/format.ts";
import { addressLink } from "./address-link.ts";
import { momentOf, smallMoment } from "./moment.ts";
import { targetName } from "./picture-words.ts";
import { section } from "./section.ts";
import { timeEntry } from "./time-entry.ts";

function contacts(view: ResultView, row: EscalationRow): Content {
  const list = row.contacts ?? [];
  if (list.length === 0) return nothing;
  return html`<dt>${view.say(row.contact_all === true ? "escalation.contact-all" : "escalation.contact", { count: list.length })}</dt>
    <dd>
      <ul class="plain">
        ${list.map(
          (contact) =>
            html`<li>
              ${view.word("channel", contact.kind)}${contact.address === undefined
                ? nothing
                : html`: ${addressLink(contact.address)}`}
              ${contact.label === undefined ? nothing : view.text(contact.label)}
            </li>`,
        )}
      </ul>
    </dd>`;
}

// Rows for the same step, of which the entries leave open which holds, stand under one number.
function stepView(view: ResultView, step: EscalationStep, before: EscalationStep | undefined): Content {
  const row = view.policy.escalation?.steps?.[step.row];
  const starts = step.due !== null ? view.word("starts-from", step.starts_from) : "";
  return html`<li class=${before?.id === step.id ? "step step-or" : "step"}>
    <h3>${row ? view.text(row.label) : step.id}</h3>
    ${onlyIf(view, step.conditions)}
    <dl class="pairs">
      <dt>${view.say("escalation.when")}</dt>
      <dd>${row?.trigger === undefined ? view.say("escalation.when-not-stated") : view.text(row.trigger)}</dd>
      ${row?.automatic === true ? html`<dt>${view.say("escalation.who-acts")}</dt><dd>${view.say("escalation.automatic")}</dd>` : nothing}
      ${row?.how === undefined ? nothing : html`<dt>${view.say("escalation.how")}</dt><dd>${view.text(row.how)}</dd>`}
      ${row ? contacts(view, row) : nothing}
      ${row?.roles === undefined || row.roles.length === 0
        ? nothing
        : html`<dt>${view.say("escalation.roles")}</dt>
            <dd>${row.roles.map((role, index) => html`${index === 0 ? nothing : ", "}${view.text(role)}`)}</dd>`}
      <dt>${view.say("escalation.reply")}</dt>
      <dd>
        ${commitmentChip(view, step)}
        ${step.amount ? html`<span class="amount-inline">${formatAmount(view.catalog, step.amount)}</span>` : nothing}
        <div>${smallDue(view, step, row)}</div>
        ${starts === "" ? nothing : html`<p class="small-print">${starts}</p>`}
      </dd>
    </dl>
    ${row?.note === undefined ? nothing : html`<p class="note">${view.text(row.note)}</p>`}
    <p class="small-print">${view.cite(row?.cite ?? step.cite)}</p>
  </li>`;
}

// Where the path begins: the ticket, and the moment its answer is due.
function before(view: ResultView): Content {
  const { result } = view;
  const index = result.severity.id === null ? -1 : result.targets.findIndex((target) => target.kind === "first-response" && mayBeOwed(target));
  const first = result.targets[index];
  const due = first?.due;
  return html`<li class="waypoint">
      <span class="waypoint-name">${view.say("escalation.filed")}</span>
      ${smallMoment(view, { at: view.shown.submittedAt, visitor: view.shown.filed?.local, vendor: undefined, vendorZone: undefined })}
    </li>
    ${first && due
      ? html`<li class="waypoint">
          <span class="waypoint-name">${targetName(view, index)}</span>
          ${smallMoment(view, momentOf(due, first.readings, "latest"))}
        </li>`
      : nothing}`;
}

function taken(view: ResultView): Content {
  return timeEntry(view, {
    name: "escalated",
    label: view.say("escalation.taken"),
    hint: view.say("escalation.taken-hint"),
    at: view.entries.escalated,
    set: (state, at) => {
      state.escalated = at;
    },
    pointer: "/escalated_at",
  });
}

export function escalation(view: ResultView): Content {
  const { escalation: steps, escalation_message: none } = view.result;
  const rule = view.policy.escalation;
  return section(
    "escalation",
    view.say("section.escalation"),
    html`${steps.some(({ due }) => due !== null) ? taken(view) : nothing}
    ${none === undefined
      ? html`<ol class="steps">
          ${before(view)} ${steps.map((step, index) => stepView(view, step, steps[index - 1]))}
        </ol>`
      : html`<p class="open-word">${view.said("escalation", none, {})}</p>`}
    ${rule?.note === undefined ? nothing : html`<p class="note">${view.text(rule.note)}</p>`}
    ${rule?.cite === undefined ? nothing : html`<p class="small-print">${view.cite(rule.cite)}</p>`}`,
  );
}
