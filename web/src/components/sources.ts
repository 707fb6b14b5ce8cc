// Which text the answer comes from, when it was read, and what else to know about this page's word.
import { html, nothing } from "lit/html.js";
import { formatDate } from "../words/format.ts";
import type { Source } from "../files/policy.ts";
import type { CalendarDocument } from "../files/policy.ts";
import { fileAddress, sourceAddress } from "../words/source-address.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { addressLink } from "./address-link.ts";
import { section } from "./section.ts";

function sourceView(view: ResultView, source: Source): Content {
  const address = sourceAddress(source);
  const file = fileAddress(source);
  return html`<li>
    ${address === null ? source.title : addressLink(address, source.title)}${source.date === undefined
      ? nothing
      : html`, ${formatDate(view.catalog, source.date)}`}
    ${address === null ? html`<p class="note">${view.say("sources.no-address")}</p>` : nothing}
    ${file === null
      ? nothing
      : html`<p class="small-print break">
          ${addressLink(file, `${source.repository ?? ""}: ${source.path ?? ""}${source.commit === undefined ? "" : ` @ ${source.commit}`}`)}
        </p>
        ${source.commit === undefined ? html`<p class="small-print">${view.say("sources.no-commit")}</p>` : nothing}`}
    ${source.note === undefined ? nothing : html`<p class="note">${view.text(source.note)}</p>`}
  </li>`;
}

// The calendars whose holidays stop a clock of this answer.
function calendarsUsed(view: ResultView): string[] {
  const clocked = [...view.result.targets, ...view.result.escalation].filter(({ due }) => due !== null);
  const used = clocked.flatMap(({ hours }) => view.result.hours.find(({ id }) => id === hours)?.holidays ?? []);
  return [...new Set(used)].filter((id) => id !== "none");
}

function calendarView(view: ResultView, id: string): Content {
  const calendar: CalendarDocument | undefined = view.shown.documents?.calendars.get(id);
  if (!calendar) return id;
  return html`${view.text(calendar.name)}${calendar.read_on === undefined
    ? nothing
    : html`, ${view.say("sources.calendar-read", { date: formatDate(view.catalog, calendar.read_on) })}`}
  ${(calendar.sources ?? []).map(({ title, url }) => html` · ${url === undefined ? title : addressLink(url, title)}`)}
  ${calendar.note === undefined ? nothing : html`<p class="note">${view.text(calendar.note)}</p>`}`;
}

function inForce(view: ResultView): string {
  const { status, in_force_from: from, in_force_until: until } = view.result.policy;
  const say = (key: string, day: string): string => view.say(key, { date: formatDate(view.catalog, day) });
  if (status === "draft") return from == null ? view.say("sources.draft-undated") : say("sources.draft", from);
  const since = from == null ? view.say("sources.from-unknown") : say("sources.from", from);
  return until == null ? since : `${since} ${say("sources.until", until)}`;
}

export function sources(view: ResultView): Content {
  const { policy, result } = view;
  const named = new Set(result.sources);
  const list = policy.sources.filter(({ id }) => named.size === 0 || named.has(id));
  const read = policy.read_on === undefined ? null : formatDate(view.catalog, policy.read_on);
  const calendars = calendarsUsed(view);
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
          ${inForce(view)}
        </dd>
        ${read === null ? nothing : html`<dt>${view.say("sources.read-on")}</dt><dd>${read}</dd>`}
        ${view.model.tzdata === null ? nothing : html`<dt>${view.say("sources.tzdata")}</dt><dd>${view.model.tzdata}</dd>`}
        <dt>${view.say("sources.holidays")}</dt>
        ${calendars.length === 0
          ? html`<dd>${view.say("sources.no-holidays")}</dd>`
          : calendars.map((id) => html`<dd>${calendarView(view, id)}</dd>`)}
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
