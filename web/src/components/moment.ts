// An instant on the clocks of the visitor and of the vendor, the core's fields written out.
import { html, nothing } from "lit/html.js";
import type { Due, Instant, Reading, WallTime } from "#wasm";
import { clockName, formatDay, formatRelative, formatShortDay, formatTime, parseWall } from "../words/format.ts";
import type { ResultView, View } from "./view.ts";
import type { Content } from "../words/words.ts";

export interface Moment {
  at: Instant;
  visitor: WallTime | undefined;
  vendor: WallTime | undefined;
  vendorZone: string | undefined;
}

/** One end of a due, the earliest where it is open: the reading that gives it knows its wall times. */
export function momentOf(due: Due, readings: readonly Reading[], end: "at" | "earliest" | "latest"): Moment {
  const at = due[end] ?? due.earliest;
  const same = at === (due.at ?? at) ? due : readings.find((reading) => reading.at === at);
  return { at, visitor: same?.visitor_local, vendor: same?.vendor_local, vendorZone: due.vendor_time_zone };
}

export function relative(view: View, at: Instant): string {
  return formatRelative(view.catalog, at, view.shown.now);
}

function utc(at: Instant): string {
  return at.replace("Z", "+00:00");
}

/** Large: the visitor's day and time first, the vendor's below, then how long that is from now. */
export function bigMoment(view: ResultView, moment: Moment, lead: Content = nothing): Content {
  const wall = parseWall(moment.visitor ?? utc(moment.at));
  const zone = moment.visitor === undefined ? "UTC" : (view.shown.entries.timeZone ?? "UTC");
  return html`<div class="moment">
    ${lead === nothing ? nothing : html`<p class="moment-lead">${lead}</p>`}
    <p class="moment-main">
      <time datetime=${moment.at}
        ><span class="moment-day">${formatDay(view.catalog, wall)}</span
        ><span class="visually-hidden">, </span><span class="moment-time">${formatTime(view.catalog, wall)}</span></time
      >
      <span class="moment-relative">${relative(view, moment.at)}</span>
    </p>
    <p class="moment-zone">
      ${view.say("due.your-time")} <span class="zone">${clockName(zone, wall)}</span>
    </p>
    ${vendorLine(view, moment)}
  </div>`;
}

function vendorLine(view: ResultView, moment: Moment): Content {
  if (moment.vendor === undefined) return nothing;
  const wall = parseWall(moment.vendor);
  return html`<p class="moment-vendor">
    ${view.say("due.vendor-time", { vendor: view.policy.vendor.name })}
    <strong>${formatDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}</strong>
    <span class="zone">${clockName(moment.vendorZone, wall)}</span>
  </p>`;
}

/** Small: one line with both clocks. */
export function smallMoment(view: ResultView, moment: Moment): Content {
  const wall = parseWall(moment.visitor ?? utc(moment.at));
  const vendor = moment.vendor === undefined ? null : parseWall(moment.vendor);
  const sameClock = vendor?.offsetMinutes === wall.offsetMinutes;
  return html`<span class="small-moment"
    ><time datetime=${moment.at}><strong>${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}</strong></time>
    <span class="relative">${relative(view, moment.at)}</span>
    ${vendor === null || sameClock
      ? nothing
      : html`<span class="zone"
          >${view.say("due.at-vendor", {
            vendor: view.policy.vendor.name,
            time: `${formatShortDay(view.catalog, vendor)}, ${formatTime(view.catalog, vendor)}`,
          })}</span
        >`}</span
  >`;
}
