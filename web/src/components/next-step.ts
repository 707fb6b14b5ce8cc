// The one thing to do now, before anything else: a sentence, and where to do it.
import { html, nothing } from "lit/html.js";
import type { Instant, Next } from "#wasm";
import type { Channel } from "../files/policy.ts";
import { question } from "../words/facets.ts";
import { formatDate, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import type { Content } from "../words/words.ts";
import { addressLink } from "./address-link.ts";
import type { ResultView } from "./view.ts";

function channelOf({ policy, result }: ResultView, id: string | null): Channel | undefined {
  const row = result.channels.find((channel) => channel.id === id)?.row;
  return row === undefined ? undefined : policy.channels?.[row];
}

export function channelName(view: ResultView, { label, kind }: Channel): string {
  return label === undefined ? view.word("channel", kind) : view.plain(label);
}

// On the clock on which the answer names the same instant.
function moment(view: ResultView, at: Instant): string {
  const { targets, escalation } = view.result;
  const dues = [...targets, ...escalation].flatMap(({ due, readings }) => (due === null ? [] : [due, ...readings]));
  const local = dues.find((due) => due.at === at)?.visitor_local;
  const wall = parseWall(local ?? at);
  return `${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}${local === undefined ? " UTC" : ""}`;
}

// Where no time is named that is because it hangs on something, or because there is none.
function hangsOn(view: ResultView): boolean {
  return view.result.targets.some(({ standing }) => standing === "conditional");
}

function sentence(view: ResultView, next: Next): string {
  const { policy, result } = view;
  const channel = channelOf(view, next.channel);
  const by = next.by === null ? "" : moment(view, next.by);
  const at = channel ? { channel: channelName(view, channel) } : null;
  switch (next.do) {
    case "claim": {
      const earned = result.remedies.find(({ id, standing }) => id === next.remedy && standing === "owed");
      const remedy = earned ? view.word("remedy", earned.kind) : "";
      const date = earned?.claim_by;
      return date === undefined ? view.say("next.claim-any-time", { remedy }) : view.say("next.claim", { remedy, date: formatDate(view.catalog, date) });
    }
    case "escalate": {
      const row = result.escalation.find(({ id }) => id === next.step)?.row;
      const label = row === undefined ? undefined : policy.escalation?.steps?.[row]?.label;
      const step = label === undefined ? (next.step ?? "") : view.plain(label);
      return by === "" ? view.say("next.escalate-no-time", { step }) : view.say("next.escalate", { step, by });
    }
    case "wait":
      return by === "" ? view.say("next.wait-no-time") : view.say("next.wait", { by });
    case "settle": {
      const asked = question(view.catalog, policy, next.question ?? "");
      return view.say("next.settle", { question: asked ? view.plain(asked.label) : (next.question ?? "") });
    }
    case "follow-up":
      return view.say(`next.follow-up${at ? "" : "-anywhere"}${hangsOn(view) ? "-on-condition" : ""}`, at ?? {});
    case "community":
      return at ? view.say("next.community", at) : view.say("next.community-anywhere");
    case "call":
    case "file": {
      const time = by !== "" ? "" : hangsOn(view) ? "-on-condition" : "-no-time";
      return view.say(`next.${next.do}${at ? "" : "-anywhere"}${time}`, { ...at, by });
    }
  }
}

export function nextStep(view: ResultView): Content {
  const { next } = view.result;
  if (next === null) return nothing;
  const address = channelOf(view, next.channel)?.address;
  return html`<p class="next">
    <strong>${sentence(view, next)}</strong> ${address === undefined ? nothing : addressLink(address)}
  </p>`;
}
