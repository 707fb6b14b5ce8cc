// The one thing to do now, before anything else: what, where, and until when.
import { html, nothing } from "lit/html.js";
import type { Instant, Next } from "#wasm";
import type { Channel } from "../files/policy.ts";
import { question } from "../words/facets.ts";
import { formatDate, formatShortDay, formatTime, parseWall } from "../words/format.ts";
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

function until(view: ResultView, next: Next): string {
  const { remedies, targets } = view.result;
  if (next.do === "claim") {
    const day = remedies.find(({ id, standing }) => id === next.remedy && standing === "owed")?.claim_by;
    return day === undefined ? "" : view.say("todo.until", { date: formatDate(view.catalog, day) });
  }
  if (next.by !== null) return view.say("todo.due", { by: moment(view, next.by) });
  // A time that hangs on something is not denied.
  const asks = next.do === "file" || next.do === "call" || next.do === "follow-up";
  return asks && targets.every(({ standing }) => standing !== "conditional") ? view.say("todo.no-time") : "";
}

export function nextStep(view: ResultView): Content {
  const { policy, result } = view;
  const { next } = result;
  if (next === null) return nothing;
  const row = result.channels.find(({ id }) => id === next.channel)?.row;
  const channel = row === undefined ? undefined : policy.channels?.[row];
  const asked = next.question === null ? null : question(view.catalog, policy, next.question);
  const object = asked ? view.plain(asked.label) : next.step !== null ? stepName(view, next.step) : channel ? channelName(view, channel) : "";
  return html`<p>
      <strong>${view.word("todo", next.do)}${object === "" ? nothing : `: ${object}`}</strong>
      ${asked || channel?.address === undefined ? nothing : addressLink(channel.address)}
    </p>
    <p class="small-print">${until(view, next)}</p>`;
}
