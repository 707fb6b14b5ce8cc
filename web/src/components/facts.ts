// Everything else the policy says that a customer should know.
import { html, nothing } from "lit/html.js";
import { zoneName } from "../words/format.ts";
import { formatDays, hoursWords } from "./hours.ts";
import type { MaintenanceRow, Quantity } from "../files/policy.ts";
import { formatQuantity } from "../words/quantities.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { onlyIf } from "./condition.ts";
import { section } from "./section.ts";

function group(heading: string, items: Content[]): Content {
  return items.length === 0
    ? nothing
    : html`<dt>${heading}</dt>
        ${items.map((item) => html`<dd>${item}</dd>`)}`;
}

function amount(view: ResultView, quantity: Quantity | undefined): Content {
  return quantity === undefined ? nothing : html`<strong>${formatQuantity(view.catalog, quantity)}</strong> `;
}

function maintenance(view: ResultView, row: MaintenanceRow): Content {
  const { text, days = [], nth, open, close, time_zone: zone, notice, cap, typical_minutes: typical, announced_on: on, cite } = row;
  const when = formatDays(view.catalog, days);
  const channel = view.policy.channels?.find(({ id }) => id === on);
  const parts = [
    days.length === 0 || nth === undefined ? when : view.say("facts.nth", { nth: view.word("nth", String(nth)), days: when }),
    open === undefined || close === undefined ? "" : `${open}–${close}`,
    zone === undefined ? "" : zoneName(zone),
    channel ? view.say("facts.announced-on", { channel: channel.label === undefined ? view.word("channel", channel.kind) : view.plain(channel.label) }) : "",
    notice === undefined ? "" : view.say("facts.notice", { amount: formatQuantity(view.catalog, notice) }),
    cap === undefined ? "" : view.say("facts.cap", { amount: formatQuantity(view.catalog, cap) }),
    typical === undefined ? "" : view.say("facts.typical", { amount: view.say("unit.minutes", { count: typical }) }),
  ].filter((part) => part !== "");
  return html`${view.text(text)} ${parts.length === 0 ? nothing : `(${parts.join("; ")})`} ${view.cite(cite)}`;
}

// What the policy says of the plan itself.
function planItems(view: ResultView): Content[] {
  const { policy, result } = view;
  const plan = policy.plans.find(({ id }) => id === result.plan.id);
  if (!plan) return [];
  const base = policy.plans.find(({ id }) => id === view.offer?.builds_on);
  const items: Content[] = [
    plan.description === undefined ? nothing : view.text(plan.description),
    base ? view.say("facts.builds-on", { plan: view.plain(base.label) }) : nothing,
    (plan.also_known_as ?? []).length === 0 ? nothing : view.say("facts.also", { names: (plan.also_known_as ?? []).join(", ") }),
    plan.deployment === undefined ? nothing : view.word("deployment", plan.deployment),
    plan.support === undefined ? nothing : view.word("support", plan.support),
  ];
  return items
    .filter((item) => item !== nothing)
    .map((item, index, all) => (index === all.length - 1 ? html`${item} ${view.cite(plan.cite)}` : item));
}

export function facts(view: ResultView): Content {
  const { policy, result } = view;
  const { offer } = view;
  const stated = result.facts.flatMap(({ row: index, conditions }) => {
    const row = policy.facts?.[index];
    return row ? [{ row, conditions }] : [];
  });
  const features = (offer?.features ?? []).flatMap(({ plan, row }) => policy.plans[plan]?.features?.[row] ?? []);
  const groups = [
    group(view.say("facts.plan"), planItems(view)),
    ...[...Map.groupBy(stated, ({ row }) => row.topic)].map(([topic, own]) =>
      group(
        view.word("fact", topic),
        own.map(({ row, conditions }) => html`${amount(view, row.quantity)}${view.text(row.text)} ${view.cite(row.cite)} ${onlyIf(view, conditions)}`),
      ),
    ),
    group(
      view.say("facts.features"),
      features.map(({ label, value, quantity, hours, cite }) => {
        const words = typeof value === "string" ? view.word("availability", value) : value === undefined ? "" : view.text(value);
        const covered = hours === undefined ? "" : hoursWords(view, hours);
        return html`${view.text(label)}: ${words} ${amount(view, quantity)}${covered} ${view.cite(cite)}`;
      }),
    ),
    group(view.say("facts.maintenance"), (offer?.maintenance ?? []).map(({ row: index, conditions }) => {
      const row = policy.maintenance?.[index];
      return row ? html`${maintenance(view, row)} ${onlyIf(view, conditions)}` : nothing;
    })),
  ].filter((part) => part !== nothing);
  if (groups.length === 0) return nothing;
  return section("facts", view.say("section.facts"), html`<details>
      <summary>${view.say("facts.show", { count: groups.length })}</summary>
      <dl class="pairs">${groups}</dl>
    </details>`);
}
