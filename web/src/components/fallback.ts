// Without the core nothing can be computed, but what the policy says can still be read.
import { html, nothing } from "lit/html.js";
import { formatAmount } from "../words/format.ts";
import { holdsFor, lineageOf, type Policy, type Severity, type TargetRow } from "../files/policy.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { addressLink } from "./address-link.ts";
import { section } from "./section.ts";

function cell(view: View, row: TargetRow | undefined): Content {
  if (!row) return view.word("commitment", "not-stated");
  return row.amount ? formatAmount(view.catalog, row.amount) : view.word("commitment", row.commitment);
}

// A plan's own rows come before those of the plans it builds on.
function rowFor(policy: Policy, rows: readonly TargetRow[], plan: string, level: string | undefined): TargetRow | undefined {
  return lineageOf(policy, plan)
    .flatMap((each) => rows.filter((row) => holdsFor(row, [each], level)))
    .at(0);
}

function targetTable(view: View, policy: Policy, kind: string): Content {
  const rows = (policy.targets ?? []).filter((row) => row.kind === kind);
  const levels: (Severity | null)[] = policy.severities && policy.severities.length > 0 ? policy.severities : [null];
  const caption = view.word("kind", kind);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>
          <td></td>
          ${policy.plans.map(({ label }) => html`<th scope="col">${view.text(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${levels.map(
          (level) =>
            html`<tr>
              <th scope="row">${level === null ? view.say("fallback.any-level") : view.text(level.label)}</th>
              ${policy.plans.map(
                ({ id }) => html`<td>${cell(view, rowFor(policy, rows, id, level?.id))}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The figures and words of a policy as it states them, with nothing computed. */
export function plainPolicy(view: View, policy: Policy): Content {
  const kinds = [...new Set((policy.targets ?? []).map(({ kind }) => kind))];
  const steps = policy.escalation?.steps ?? [];
  const channels = policy.channels ?? [];
  return html`${section(
    "plain-targets",
    view.plain(policy.title),
    html`<p class="note">${view.say("fallback.note")}</p>
      ${kinds.length === 0 ? html`<p>${view.say("due.none-listed")}</p>` : kinds.map((kind) => targetTable(view, policy, kind))}`,
  )}
  ${steps.length === 0
    ? nothing
    : section(
        "plain-escalation",
        view.say("section.escalation"),
        html`<ol>
          ${steps.map(
            (step) =>
              html`<li>
                ${view.text(step.label)}
                ${(step.contacts ?? []).map(({ address }) => (address === undefined ? nothing : html` ${addressLink(address)}`))}
              </li>`,
          )}
        </ol>`,
      )}
  ${channels.length === 0
    ? nothing
    : section(
        "plain-channels",
        view.say("section.channels"),
        html`<ul>
          ${channels.map(
            (channel) =>
              html`<li>
                ${channel.label === undefined ? view.word("channel", channel.kind) : view.text(channel.label)}${channel.address === undefined
                  ? nothing
                  : html`: ${addressLink(channel.address)}`}
              </li>`,
          )}
        </ul>`,
      )}`;
}
