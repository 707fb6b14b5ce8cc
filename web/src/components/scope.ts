// Whether the matter is covered, on what condition, and what is offered instead.
import { html, nothing } from "lit/html.js";
import type { Verdict } from "#wasm";
import type { Maturity, Topic } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import { rowsOf, type Content } from "../words/words.ts";
import { onlyIf } from "./condition.ts";
import { section } from "./section.ts";
import { verdictChip } from "./verdict.ts";

function detail(view: ResultView, item: Topic | Maturity): Content {
  const topic = item as Topic & Maturity;
  return html`<dl class="pairs">
      ${topic.condition === undefined ? nothing : html`<dt>${view.say("scope.condition")}</dt><dd>${view.text(topic.condition)}</dd>`}
      ${topic.effort === undefined ? nothing : html`<dt>${view.say("scope.effort")}</dt><dd>${view.text(topic.effort)}</dd>`}
      ${topic.commitment === undefined
        ? nothing
        : html`<dt>${view.say("scope.effort")}</dt><dd>${view.word("commitment", topic.commitment)}</dd>`}
      ${topic.instead === undefined ? nothing : html`<dt>${view.say("scope.instead")}</dt><dd>${view.text(topic.instead)}</dd>`}
      ${topic.example === undefined ? nothing : html`<dt>${view.say("scope.example")}</dt><dd>${view.text(topic.example)}</dd>`}
    </dl>
    ${topic.note === undefined ? nothing : html`<p class="note">${view.text(topic.note)}</p>`}
    <p class="small-print">${view.cite(topic.cite)}</p>`;
}

// What the policy lists for the plan.
function listedFor({ policy: { scope }, offer }: ResultView): (Topic | Maturity)[] {
  return [...rowsOf(scope?.topics, offer?.topics), ...rowsOf(scope?.maturities, offer?.maturities)];
}

function lists(view: ResultView, all: readonly (Topic | Maturity)[]): Content {
  if (all.length === 0) return nothing;
  const verdicts: Verdict[] = ["in", "conditional", "courtesy", "out", "not-stated"];
  return html`<details>
    <summary>${view.say("scope.all", { count: all.length })}</summary>
    ${verdicts.map((verdict) => {
      const items = all.filter((item) => item.verdict === verdict);
      return items.length === 0
        ? nothing
        : html`<h3>${verdictChip(view, verdict)}</h3>
            <ul class="scope-list">
              ${items.map(
                (item) =>
                  html`<li>
                    ${view.text(item.label)}${"condition" in item
                      ? html` <span class="instead">${view.say("scope.condition")}: ${view.text(item.condition)}</span>`
                      : nothing}${item.instead === undefined
                      ? nothing
                      : html` <span class="instead">${view.say("scope.instead")}: ${view.text(item.instead)}</span>`}
                  </li>`,
              )}
            </ul>`;
    })}
  </details>`;
}

function responsibilities(view: ResultView): Content {
  const list = (view.offer?.responsibilities ?? []).flatMap(({ row, conditions }) => {
    const item = view.policy.scope?.responsibilities?.[row];
    return item ? [{ ...item, conditions }] : [];
  });
  if (list.length === 0) return nothing;
  return html`<details>
    <summary>${view.say("scope.responsibilities")}</summary>
    <dl class="pairs">
      ${[...Map.groupBy(list, ({ side }) => side)].map(
        ([side, own]) =>
          html`<dt>${view.word("side", side)}</dt>
            <dd>
              <ul>
                ${own.map(({ text, conditions }) => html`<li>${view.text(text)} ${onlyIf(view, conditions)}</li>`)}
              </ul>
            </dd>`,
      )}
    </dl>
  </details>`;
}

export function scope(view: ResultView): Content {
  const { verdict, topic: asked, maturity: how } = view.result.scope;
  const { scope: covered } = view.policy;
  const topic = rowsOf(covered?.topics, view.offer?.topics).find(({ id }) => id === asked);
  const maturity = rowsOf(covered?.maturities, view.offer?.maturities).find(({ id }) => id === how);
  const listed = listedFor(view);
  const none = view.offer?.scope_message as "scope.nothing" | "scope.not-asked" | undefined;
  // A topic that the lists do not name for the plan.
  const beyond = asked !== null && topic === undefined ? covered?.beyond : undefined;
  return section(
    "scope",
    view.say("section.scope"),
    html`${verdict === "not-asked"
        ? html`<p class="open-word">${none === undefined ? nothing : view.say(none)}</p>`
        : html`<p class="verdict-line">${verdictChip(view, verdict)}</p>`}
      ${topic ? html`<h3>${view.text(topic.label)}</h3>${detail(view, topic)}` : nothing}
      ${maturity ? html`<h3>${view.text(maturity.label)}</h3>${detail(view, maturity)}` : nothing}
      ${beyond?.note === undefined ? nothing : html`<p>${view.text(beyond.note)} ${view.cite(beyond.cite)}</p>`}
      ${lists(view, listed)} ${responsibilities(view)}`,
  );
}
