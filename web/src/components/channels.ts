// Where to file, whether the plan has the channel and somebody is there now.
import { html, nothing } from "lit/html.js";
import type { Evaluation, Standing } from "#wasm";
import type { Channel } from "../files/policy.ts";
import { formatRelative } from "../words/format.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { onlyIf } from "./condition.ts";
import { addressLink } from "./address-link.ts";
import { listSection } from "./section.ts";

type Had = Evaluation["channels"][number];

const chips: Record<Standing, string> = { owed: "firm", conditional: "soft", "not-promised": "soft", "not-owed": "open" };

function hours(view: ResultView, { open_now: open, opens_at: opens }: Had): string[] {
  if (open === undefined) return [];
  if (open) return [view.say("channels.open-now")];
  return [opens == null ? view.say("channels.closed") : view.say("channels.opens-at", { at: formatRelative(view.catalog, opens, view.shown.now) })];
}

function notes(view: ResultView, had: Had, channel: Channel): Content[] {
  const parts: Content[] = hours(view, had);
  if (channel.role !== undefined) parts.push(view.word("channel-role", channel.role));
  if (channel.for !== undefined && channel.for.length > 0) {
    const matters = channel.for.map((matter) => view.word("facet.request", matter)).join(", ");
    parts.push(view.say("channels.for", { matters }));
  }
  if (had.levels) parts.push(view.say("channels.only", { levels: had.levels.map((id) => view.severityLabel(id)).join(", ") }));
  if (channel.required_for !== undefined && channel.required_for.length > 0) {
    parts.push(view.say("channels.required", { levels: channel.required_for.map((id) => view.severityLabel(id)).join(", ") }));
  }
  if (channel.address === undefined && channel.address_status !== undefined && channel.address_status !== "published") {
    parts.push(view.word("address-status", channel.address_status));
  }
  return parts;
}

function channelView(view: ResultView, had: Had): Content {
  const channel = view.policy.channels?.[had.row];
  if (!channel) return nothing;
  return html`<li class="channel channel-${had.standing === "not-owed" ? "no" : "yes"}">
    <div class="channel-head">
      <strong>${channel.label === undefined ? view.word("channel", channel.kind) : view.text(channel.label)}</strong>
      <span class="chip chip-${chips[had.standing]}">${view.word("availability", had.availability)}</span>
    </div>
    ${channel.address === undefined ? nothing : html`<p class="address">${addressLink(channel.address)}</p>`}
    <p class="small-print">
      ${notes(view, had, channel).map((part, index) => html`${index === 0 ? nothing : " · "}${part}`)}
    </p>
    ${onlyIf(view, had.conditions)} ${channel.note === undefined ? nothing : html`<p class="note">${view.text(channel.note)}</p>`}
  </li>`;
}

export function channels(view: ResultView): Content {
  const last = ({ standing }: Had): number => Number(standing === "not-owed");
  const items = [...view.result.channels].sort((a, b) => last(a) - last(b)).map((had) => channelView(view, had));
  return listSection("channels", view.say("section.channels"), items, (list) => html`<ul class="channels plain">${list}</ul>`);
}
