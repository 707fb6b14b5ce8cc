// What would make the level another, and who may change it.
import { html, nothing } from "lit/html.js";
import { question } from "../words/facets.ts";
import { ownDefinition } from "./severity.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";

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

// Where the policy says what the level is.
function levelSource(view: ResultView): Content {
  const { id } = view.result.severity;
  if (id === null) return nothing;
  return html`<p class="small-print">${view.cite(ownDefinition(view, id)?.cite ?? view.severity(id)?.cite)}</p>`;
}

export function whatChanges(view: ResultView): Content {
  return html`${moves(view)} ${whoSets(view)} ${levelSource(view)}`;
}
