// Where to file, and whether the plan has the channel.
import { html, nothing } from "lit/html.js";
import type { Availability } from "#wasm";
import type { Channel } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { onlyIf } from "./condition.ts";
import { addressLink } from "./address-link.ts";
import { listSection } from "./section.ts";

function notes(view: ResultView, channel: Channel): Content[] {
  const parts: Content[] = [];
  if (channel.role !== undefined) parts.push(view.word("channel-role", channel.role));
  if (channel.for !== undefined && channel.for.length > 0) {
    const matters = channel.for.map((matter) => view.word("facet.request", matter)).join(", ");
    parts.push(view.say("channels.for", { matters }));
  }
  if (channel.severities !== undefined && channel.severities.length > 0) {
    parts.push(view.say("channels.only", { levels: channel.severities.map((id) => view.severityLabel(id)).join(", ") }));
  }
  if (channel.required_for !== undefined && channel.required_for.length > 0) {
    parts.push(view.say("channels.required", { levels: channel.required_for.map((id) => view.severityLabel(id)).join(", ") }));
  }
  if (channel.address === undefined && channel.address_status !== undefined && channel.address_status !== "published") {
    parts.push(view.word("address-status", channel.address_status));
  }
  return parts;
}

function channelRow(view: ResultView, id: string, availability: Availability): Content {
  const channel = view.row(view.policy.channels, id);
  if (!channel) return nothing;
  const kind = view.word("channel", channel.kind);
  return html`<li class="channel channel-${availability === "no" ? "no" : "yes"}">
    <div class="channel-head">
      <strong>${channel.label === undefined ? kind : view.text(channel.label)}</strong>
      <span class="chip chip-${availability === "yes" ? "firm" : availability === "no" ? "open" : "soft"}"
        >${view.word("availability", availability)}</span
      >
    </div>
    ${channel.address === undefined ? nothing : html`<p class="address">${addressLink(channel.address)}</p>`}
    <p class="small-print">
      ${notes(view, channel).map((part, index) => html`${index === 0 ? nothing : " · "}${part}`)}
    </p>
    ${onlyIf(view, channel.when)} ${channel.note === undefined ? nothing : html`<p class="note">${view.text(channel.note)}</p>`}
  </li>`;
}

export function channels(view: ResultView): Content {
  const sorted = [...view.result.channels].sort((a, b) => Number(a.availability === "no") - Number(b.availability === "no"));
  const items = sorted.map(({ id, availability }) => channelRow(view, id, availability));
  return listSection("channels", view.say("section.channels"), items, (list) => html`<ul class="channels plain">${list}</ul>`);
}
