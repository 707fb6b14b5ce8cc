// The level, why it is this one, what would change it and who may change it.
import { html, nothing } from "lit/html.js";
import { question } from "../facets.ts";
import { lineageOf, openTo } from "../policy.ts";
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

/** "Severity 1 (Critical / Service down)", as plain text. */
export function levelName(view: ResultView, id: string): string {
  const name = view.severity(id)?.name;
  return name === undefined ? view.severityLabel(id) : `${view.severityLabel(id)} (${view.plain(name)})`;
}

/** The wording of a level for the plan at hand. */
export function levelDescription(view: ResultView, id: string): Content {
  const severity = view.severity(id);
  const own = lineageOf(view.policy, view.result.plan.id)
    .flatMap((plan) => severity?.definitions?.filter(({ plans }) => openTo(plans, [plan])) ?? [])
    .find((definition) => view.holds(definition));
  return view.text(own?.description ?? severity?.description);
}

// The name of a question and some of its answers, in words.
function answersTo(view: ResultView, facet: string, values: readonly string[]): { name: string; values: string } {
  const asked = question(view.catalog, view.policy, facet);
  const words = values.map((value) => {
    const label = asked?.values.find(({ id }) => id === value)?.label;
    return label === undefined ? view.say("facet.unknown") : view.plain(label);
  });
  const list = words.map((word) => view.say("quoted", { text: word }));
  return { name: asked ? view.plain(asked.name) : facet, values: list.join(", ") };
}

/** "Workaround: No" */
export function answerWords(view: ResultView, facet: string, value: string): string {
  const asked = question(view.catalog, view.policy, facet);
  const label = asked?.values.find(({ id }) => id === value)?.label;
  return `${asked ? view.plain(asked.name) : facet}: ${label === undefined ? view.say("facet.unknown") : view.plain(label)}`;
}

/** The answers that decided, in one line. */
export function deciding(view: ResultView): Content {
  const { facets } = view.result.severity;
  if (facets.length === 0) return nothing;
  return html`<div class="deciding">
    <span>${view.say("severity.because")}</span>
    <ul class="plain">
      ${facets.map(
        ({ facet, value, presumed }) =>
          html`<li class="chip chip-plain">
            ${answerWords(view, facet, value)}${presumed === true ? html` (${view.say("severity.presumed")})` : nothing}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The questions of the policy that are still open, in one line. */
export function unanswered(view: ResultView): Content {
  const { ask, facets } = view.result.severity;
  const open = ask.filter((facet) => !facets.some((answered) => answered.facet === facet));
  if (open.length === 0) return nothing;
  return html`<div class="deciding unanswered">
    <span>${view.say("severity.unanswered")}</span>
    <ul class="plain">
      ${open.map((facet) => {
        const asked = question(view.catalog, view.policy, facet);
        return html`<li class="chip chip-open">${asked ? view.plain(asked.name) : facet}</li>`;
      })}
    </ul>
  </div>`;
}

// Answers to one question that lead to the same level are one line.
function moves(view: ResultView): Content {
  const list = view.result.severity.moves;
  if (list.length === 0) return nothing;
  const groups = Map.groupBy(list, ({ facet, severity }) => `${facet} ${severity}`);
  return html`<h4>${view.say("severity.moves")}</h4>
    <ul class="moves">
      ${[...groups.values()].map((group) => {
        const [first] = group;
        if (!first) return nothing;
        const { name, values } = answersTo(view, first.facet, group.map(({ value }) => value));
        const words = view.say(`move.${first.direction ?? "other"}`, { severity: view.severityLabel(first.severity) });
        return html`<li><strong>${name}:</strong> ${values} ${words}</li>`;
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

/** What would change the level, and who may. */
export function severityWhy(view: ResultView): Content {
  const details = [moves(view), whoSets(view)];
  if (details.every((part) => part === nothing)) return nothing;
  return html`<details class="why">
    <summary>${view.say("severity.why")}</summary>
    ${details}
  </details>`;
}
