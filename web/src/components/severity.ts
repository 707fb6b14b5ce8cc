// The level, why it is this one, what would change it and who may change it.
import { html, nothing } from "lit";
import { question } from "../facets.ts";
import type { Content, ResultView } from "../view.ts";

/** Where a level stands in the policy's list, as small bars; the words say the same. */
export function levelMark(view: ResultView, id: string): Content {
  const levels = view.policy.severities ?? [];
  const place = levels.findIndex((level) => level.id === id);
  if (place < 0) return nothing;
  return html`<span class="level-mark" aria-hidden="true"
    >${levels.map((_, index) => html`<span class=${index === place ? "bar bar-on" : "bar"}></span>`)}</span
  >`;
}

export function levelTitle(view: ResultView, id: string): Content {
  const severity = view.severity(id);
  return html`<span class="level-label">${view.severityLabel(id)}</span>${severity?.name === undefined
      ? nothing
      : html`<span class="visually-hidden">: </span><span class="level-name">${view.text(severity.name)}</span>`}`;
}

/** The wording of a level for the plan at hand. */
export function levelDescription(view: ResultView, id: string): Content {
  const severity = view.severity(id);
  const own = severity?.definitions?.find(({ plans }) => plans.includes(view.result.plan.id));
  return view.text(own?.description ?? severity?.description);
}

export function answerWords(view: ResultView, facet: string, value: string): string {
  const asked = question(view.catalog, view.policy, facet);
  if (!asked) return `${facet}: ${value}`;
  const label = asked.values.find(({ id }) => id === value)?.label;
  return `${view.plain(asked.name)}: ${label === undefined ? view.say("facet.unknown") : view.plain(label)}`;
}

function deciding(view: ResultView): Content {
  const { facets } = view.result.severity;
  if (facets.length === 0) return nothing;
  return html`<p>${view.say("severity.because")}</p>
    <ul class="facts">
      ${facets.map(
        ({ facet, value, presumed }) =>
          html`<li>
            ${answerWords(view, facet, value)}
            ${presumed === true ? html`<span class="small-print">(${view.say("severity.presumed")})</span>` : nothing}
          </li>`,
      )}
    </ul>`;
}

function moves(view: ResultView): Content {
  const list = view.result.severity.moves;
  if (list.length === 0) return nothing;
  return html`<h4>${view.say("severity.moves")}</h4>
    <ul class="moves">
      ${list.map(({ facet, value, severity, direction }) => {
        const words = view.say(`move.${direction ?? "other"}`, { severity: view.severityLabel(severity) });
        return html`<li><em>${answerWords(view, facet, value)}</em> ${words}</li>`;
      })}
    </ul>`;
}

function whoSets(view: ResultView): Content {
  const setting = view.policy.severity_setting;
  if (!setting) return nothing;
  return html`<dl class="pairs">
    ${setting.set_by === undefined ? nothing : html`<dt>${view.say("severity.set-by")}</dt><dd>${view.text(setting.set_by)}</dd>`}
    ${setting.may_change === undefined
      ? nothing
      : html`<dt>${view.say("severity.may-change")}</dt><dd>${view.text(setting.may_change)} ${view.cite(setting.cite)}</dd>`}
  </dl>`;
}

/** Everything about why the level is what it is. */
export function severityWhy(view: ResultView): Content {
  const { severity } = view.result;
  const reason = severity.status === "given" ? nothing : html`<p>${view.word("reason", severity.reason)}</p>`;
  const details = [deciding(view), moves(view), whoSets(view)];
  if (reason === nothing && details.every((part) => part === nothing)) return nothing;
  return html`<details class="why" ?open=${severity.status === "decided"}>
    <summary>${view.say("severity.why")}</summary>
    ${reason} ${details}
  </details>`;
}
