// The level, why it is this one, what would change it and who may change it.
import { html, nothing } from "lit/html.js";
import { question } from "../words/facets.ts";
import type { LevelDefinition } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import type { Parts } from "./parts.ts";

/** Where a level stands among those of the plan, as small bars; the words say the same. */
export function levelMark(view: ResultView, id: string): Content {
  const { levels } = view.result.severity;
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

/** What a level has of its own for the plan at hand, instead of what it has for all. */
export function ownDefinition(view: ResultView, id: string): LevelDefinition | undefined {
  const index = view.result.severity.levels.find((level) => level.id === id)?.definition ?? null;
  return index === null ? undefined : view.severity(id)?.definitions?.[index];
}

/** The wording of a level for the plan at hand. */
export function levelDescription(view: ResultView, id: string): Content {
  return view.text(ownDefinition(view, id)?.description ?? view.severity(id)?.description);
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

/** What would change the level, and who may: folded away, so that its content may come later. */
export function severityWhy(view: ResultView, { short, details }: Parts): Content {
  if (short || (view.result.severity.moves.length === 0 && !view.policy.severity_setting)) return nothing;
  return html`<details class="why">
    <summary>${view.say("severity.why")}</summary>
    ${details?.whatChanges(view)}
  </details>`;
}
