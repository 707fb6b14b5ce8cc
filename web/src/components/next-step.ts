// The one thing to do now, before anything else: the core's sentence for it, and the way there.
import { html, nothing } from "lit/html.js";
import type { Instant, Next } from "#wasm";
import type { Channel } from "../files/policy.ts";
import { question } from "../words/facets.ts";
import { formatDate, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import type { Params } from "../words/catalog.ts";
import type { Content } from "../words/words.ts";
import { addressLink } from "./address-link.ts";
import type { ResultView } from "./view.ts";

export function channelName(view: ResultView, { label, kind }: Channel): string {
  return label === undefined ? view.word("channel", kind) : view.plain(label);
}

/** The name of a step, by its id. */
export function stepName(view: ResultView, id: string): string {
  const row = view.result.escalation.find((step) => step.id === id)?.row;
  const label = row === undefined ? undefined : view.policy.escalation?.steps?.[row]?.label;
  return label === undefined ? id : view.plain(label);
}

// On the clock on which the answer names the same instant.
function moment(view: ResultView, at: Instant): string {
  const { targets, escalation } = view.result;
  const dues = [...targets, ...escalation].flatMap(({ due, readings }) => (due === null ? [] : [due, ...readings]));
  const local = dues.find((due) => due.at === at)?.visitor_local;
  const wall = parseWall(local ?? at);
  return `${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}${local === undefined ? " UTC" : ""}`;
}

// What the sentence has places for. Which sentence it is, the core has chosen.
function params(view: ResultView, next: Next, channel: Channel | undefined): Params {
  const { policy, result } = view;
  const earned = result.remedies.find(({ id, standing }) => id === next.remedy && standing === "owed");
  const asked = next.question === null ? null : question(view.catalog, policy, next.question);
  return {
    channel: channel ? channelName(view, channel) : "",
    step: next.step === null ? "" : stepName(view, next.step),
    remedy: earned ? view.word("remedy", earned.kind) : "",
    date: earned?.claim_by === undefined ? "" : formatDate(view.catalog, earned.claim_by),
    question: asked ? view.plain(asked.label) : (next.question ?? ""),
    by: next.by === null ? "" : moment(view, next.by),
  };
}

export function nextStep(view: ResultView): Content {
  const { policy, result } = view;
  const { next } = result;
  if (next === null) return nothing;
  const row = result.channels.find(({ id }) => id === next.channel)?.row;
  const channel = row === undefined ? undefined : policy.channels?.[row];
  const leads = next.do === "settle" ? undefined : channel?.address;
  return html`<p>
    <strong>${view.said("next", next.message, params(view, next, channel))}</strong> ${leads === undefined ? nothing : addressLink(leads)}
  </p>`;
}
