// A level in the policy's own terms: other names, examples, what follows, and how a ticket leaves it again.
import { html, nothing } from "lit/html.js";
import type { Severity, Text } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { section } from "./section.ts";
import { levelName } from "./severity.ts";

function texts(view: ResultView, heading: string, list: readonly Text[] | undefined): Content {
  if (list === undefined || list.length === 0) return nothing;
  return html`<dt>${view.say(heading)}</dt>
    ${list.map((text) => html`<dd>${view.text(text)}</dd>`)}`;
}

function transitions(view: ResultView, { transitions: list }: Severity): Content {
  if (list === undefined || list.length === 0) return nothing;
  return html`<dt>${view.say("levels.transitions")}</dt>
    ${list.map(
      ({ to, when, automatic, cite }) =>
        html`<dd>
          <strong>${view.say("levels.to", { level: view.severityLabel(to) })}</strong> ${view.text(when)}
          ${automatic === true ? html`<span class="chip chip-plain">${view.say("levels.automatic")}</span>` : nothing} ${view.cite(cite)}
        </dd>`,
    )}`;
}

function hasMore(severity: Severity): boolean {
  const { also_known_as, examples, counter_examples, follow_up, transitions: list } = severity;
  return follow_up !== undefined || [also_known_as, examples, counter_examples, list].some((part) => (part ?? []).length > 0);
}

export function levels(view: ResultView): Content {
  const { id, candidates } = view.result.severity;
  const shown = (id === null ? candidates : [id]).flatMap((each) => view.severity(each) ?? []).filter(hasMore);
  if (shown.length === 0) return nothing;
  return section(
    "levels",
    view.say("section.levels", { count: shown.length }),
    html`${shown.map(
      (severity) =>
        html`<div class="level-more">
          <h3>${levelName(view, severity.id)}</h3>
          <dl class="pairs">
            ${texts(view, "levels.also", severity.also_known_as)} ${texts(view, "levels.examples", severity.examples)}
            ${texts(view, "levels.counter-examples", severity.counter_examples)}
            ${texts(view, "levels.follow-up", severity.follow_up === undefined ? [] : [severity.follow_up])} ${transitions(view, severity)}
          </dl>
          <p class="small-print">${view.cite(severity.cite)}</p>
        </div>`,
    )}`,
  );
}
