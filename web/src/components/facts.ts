// Everything else the policy says that a customer should know.
import { html, nothing } from "lit";
import type { Content, ResultView } from "../view.ts";
import { section } from "./section.ts";

function group(heading: string, items: Content[]): Content {
  return items.length === 0
    ? nothing
    : html`<dt>${heading}</dt>
        ${items.map((item) => html`<dd>${item}</dd>`)}`;
}

export function facts(view: ResultView): Content {
  const { policy, result } = view;
  const shown = new Set(result.facts);
  const plan = result.plan.id;
  const rows = (policy.facts ?? []).filter((fact) => shown.has(fact.id));
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  const features = policy.plans.find(({ id }) => id === plan)?.features ?? [];
  const groups = [
    ...topics.map((topic) =>
      group(view.word("fact", topic), rows.filter((row) => row.topic === topic).map((row) => html`${view.text(row.text)} ${view.cite(row.cite)}`)),
    ),
    group(
      view.say("facts.features"),
      features.map(({ label, value }) => {
        const words = typeof value === "string" ? view.word("availability", value) : view.text(value);
        return html`${view.text(label)}: ${words}`;
      }),
    ),
    group(view.say("facts.maintenance"), (policy.maintenance ?? []).filter((row) => view.holds(row)).map((row) => html`${view.text(row.text)} ${view.cite(row.cite)}`)),
    group(view.say("facts.versions"), (policy.lifecycle ?? []).filter((row) => view.holds(row)).map((row) => html`${view.text(row.text)} ${view.cite(row.cite)}`)),
  ].filter((part) => part !== nothing);
  if (groups.length === 0) return nothing;
  return section("facts", view.say("section.facts"), html`<details>
      <summary>${view.say("facts.show", { count: groups.length })}</summary>
      <dl class="pairs">${groups}</dl>
    </details>`);
}
