// Which text the answer comes from, when it was read, and what else to know about this page's word.
import { html, nothing } from "lit";
import { formatDate } from "../format.ts";
import type { Source } from "../policy.ts";
import type { Content, ResultView } from "../view.ts";
import { addressLink } from "./link.ts";
import { section } from "./section.ts";

function sourceView(view: ResultView, source: Source): Content {
  const where = [source.repository, source.path].filter((part) => part !== undefined).join(": ");
  const commit = source.commit === undefined ? "" : ` @ ${source.commit}`;
  return html`<li>
    ${source.url === undefined ? source.title : addressLink(source.url, source.title)}${source.date === undefined
      ? nothing
      : html`, ${formatDate(view.catalog, source.date)}`}
    ${where === "" ? nothing : html`<p class="small-print break">${where}${commit}</p>`}
    ${source.note === undefined ? nothing : html`<p class="note">${view.text(source.note)}</p>`}
  </li>`;
}

export function sources(view: ResultView): Content {
  const { policy, result } = view;
  const named = new Set(result.sources);
  const list = policy.sources.filter(({ id }) => named.size === 0 || named.has(id));
  const date = (value: string | null | undefined): string | null => (value == null ? null : formatDate(view.catalog, value));
  const from = date(policy.in_force_from);
  const until = date(policy.in_force_until);
  const read = date(policy.read_on);
  return section(
    "sources",
    view.say("section.sources"),
    html`<dl class="pairs">
        <dt>${view.say("sources.policy")}</dt>
        <dd>${view.text(policy.title)}</dd>
        <dt>${view.say("sources.revision")}</dt>
        <dd>
          ${policy.revision} <span class="chip chip-plain">${view.word("policy-status", policy.status)}</span>
        </dd>
        <dt>${view.say("sources.in-force")}</dt>
        <dd>
          ${from === null ? view.say("sources.from-unknown") : view.say("sources.from", { date: from })}${until === null
            ? nothing
            : ` ${view.say("sources.until", { date: until })}`}
        </dd>
        ${read === null ? nothing : html`<dt>${view.say("sources.read-on")}</dt><dd>${read}</dd>`}
        ${view.model.tzdata === null ? nothing : html`<dt>${view.say("sources.tzdata")}</dt><dd>${view.model.tzdata}</dd>`}
        ${policy.yields_to === undefined
          ? nothing
          : html`<dt>${view.say("sources.yields-to")}</dt><dd>${view.text(policy.yields_to.text)} ${view.cite(policy.yields_to.cite)}</dd>`}
      </dl>
      <details>
        <summary>${view.say("sources.show", { count: list.length })}</summary>
        <ul class="sources">
          ${list.map((source) => sourceView(view, source))}
        </ul>
      </details>`,
  );
}
