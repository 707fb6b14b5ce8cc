// The clock as a picture: one strip for each day from filing to the last event, what the clock does on it, and what
// happens when. A long quiet run of days is one strip. The words below the strips and the table say the same.
import { html, nothing, svg, type SVGTemplateResult } from "lit/html.js";
import type { ClockChange, Moment, Timeline, TimelineEvent, TimelineStretch } from "#wasm";
import { formatAmount, formatOffset, formatTime, parseWall, written, zoneName, type Wall } from "../words/format.ts";
import { hoursWords } from "./hours.ts";
import type { CalendarDocument } from "../files/policy.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { mayBeOwed } from "./condition.ts";
import { select, type Item } from "./form.ts";
import { eventName, spanWords, stretchName, targetName, wallOf, wallsOf } from "./picture-words.ts";
import { section } from "./section.ts";

type Calendars = ReadonlyMap<string, CalendarDocument>;
type Change = ClockChange & Moment;

const hour = 3_600_000;
const day = 24 * hour;
/** With more days than this, quiet ones are drawn together. */
const mostDays = 10;
const leastRun = 3;

// --- what is drawn where. Places are milliseconds of wall time, as if it were UTC.

interface Piece {
  from: number;
  to: number;
  stretch: TimelineStretch;
}

interface Mark {
  at: number;
  event: TimelineEvent;
}

/** One strip: a day, or several. */
interface Row {
  from: number;
  to: number;
  pieces: Piece[];
  marks: Mark[];
  changes: { at: number; all: Change[] }[];
}

/** From the earliest to the latest due of one target or step. */
interface Band {
  key: string;
  from: number;
  to: number;
}

function place(wall: Wall): number {
  return wall.shifted.getTime();
}

function keyOf({ target, step }: TimelineEvent): string {
  return target === undefined ? `step ${step ?? ""}` : `target ${target}`;
}

function isEnd({ target, step }: TimelineEvent): boolean {
  return target !== undefined || step !== undefined;
}

function bandsOf(marks: readonly Mark[]): Band[] {
  const groups = Map.groupBy(marks.filter(({ event }) => isEnd(event)), ({ event }) => keyOf(event));
  return [...groups].flatMap(([key, own]) => {
    const [from, to] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 0];
    return from < to ? [{ key, from, to }] : [];
  });
}

function daysOf(first: number, last: number): { from: number; to: number }[] {
  const days = [];
  for (let from = Math.floor(first / day) * day; from <= last; from += day) days.push({ from, to: from + day });
  return days;
}

// Days on which nothing happens are drawn together where there are too many to look at.
function rowsOf(timeline: Timeline): Row[] {
  const pieces = timeline.stretches.map((stretch) => {
    const walls = wallsOf(stretch);
    return { from: place(walls.from), to: place(walls.to), stretch };
  });
  const marks = timeline.events.map((event) => ({ at: place(wallOf(event)), event }));
  const changes = [...Map.groupBy(timeline.changes, ({ at }) => at).values()].flatMap((all) =>
    all[0] ? [{ at: place(wallOf(all[0])), all }] : [],
  );
  const days = daysOf(marks[0]?.at ?? 0, marks.at(-1)?.at ?? 0);
  const quiet = ({ from, to }: { from: number; to: number }): boolean =>
    ![...marks, ...changes].some(({ at }) => at >= from && at < to);
  const spans: { from: number; to: number; quiet: boolean }[] = [];
  for (const one of days) {
    const last = spans.at(-1);
    if (days.length > mostDays && last?.quiet === true && quiet(one)) last.to = one.to;
    else spans.push({ ...one, quiet: quiet(one) });
  }
  return spans
    .flatMap(({ from, to, quiet: still }) => (still && to - from < leastRun * day ? daysOf(from, to - 1) : [{ from, to }]))
    .map(({ from, to }) => ({
      from,
      to,
      pieces: pieces.filter((piece) => piece.from < to && piece.to > from),
      marks: marks.filter(({ at }) => at >= from && at < to),
      changes: changes.filter(({ at }) => at >= from && at < to),
    }));
}

// What happens within one day is drawn larger than the day.
function scaled(rows: Row[]): Row[] {
  const [row] = rows;
  if (!row || rows.length > 1) return rows;
  const places = row.marks.map(({ at }) => at);
  let from = Math.floor(Math.min(...places) / hour) * hour;
  let to = Math.ceil(Math.max(...places) / hour) * hour;
  for (const least of [4, 8, 12]) {
    if (to - from > least * hour) continue;
    to = Math.min(from + least * hour, row.to);
    from = to - least * hour;
    return [{ ...row, from: Math.max(from, row.from), to }];
  }
  return rows;
}

// --- drawing

class Scale {
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}

  at(place: number): string {
    return `${this.share(place).toFixed(3)}%`;
  }

  width(from: number, to: number): string {
    return `${(this.share(to) - this.share(from)).toFixed(3)}%`;
  }

  share(place: number): number {
    return (100 * (Math.min(Math.max(place, this.from), this.to) - this.from)) / (this.to - this.from);
  }
}

const top = 10;
const thick = 26;
const lane = 16;

// Shapes, so that colour is not all that tells them apart.
const shapes = {
  filed: svg`<circle r="5" cy="-1" />`,
  now: svg`<path d="M-6 -8H6L0 2Z" />`,
  responded: svg`<path d="M-5 -6H5V4H-5Z" />`,
  due: svg`<path d="M0 -7L7 0L0 7L-7 0Z" />`,
  step: svg`<path d="M0 -6L7 6H-7Z" />`,
};

function shapeOf(event: TimelineEvent): keyof typeof shapes {
  if (event.target !== undefined) return "due";
  if (event.step !== undefined) return "step";
  return event.id === "now" || event.id === "responded" ? event.id : "filed";
}

// Hollow for what is not owed as things stand.
function markClass(event: TimelineEvent): string {
  return `mark mark-${shapeOf(event)}${event.standing === undefined ? "" : " mark-conditional"}`;
}

function glyph(event: TimelineEvent): Content {
  const shape = shapeOf(event);
  return html`<svg class="glyph" width="16" height="16" aria-hidden="true">
    <svg x="8" y="8" class=${markClass(event)} overflow="visible">${shapes[shape]}</svg>
  </svg>`;
}

const patterns: Record<TimelineStretch["reason"], SVGTemplateResult> = {
  open: svg`<rect width="8" height="8" class="fill" />`,
  elapsed: svg`<rect width="8" height="8" class="fill" />`,
  night: svg`<rect width="8" height="8" class="fill" /><path d="M0 4H8" class="line" />`,
  weekend: svg`<rect width="8" height="8" class="fill" /><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" class="line" />`,
  holiday: svg`<rect width="8" height="8" class="fill" /><circle cx="2" cy="2" r="1.25" class="dot" /><circle cx="6" cy="6" r="1.25" class="dot" />`,
  pause: svg`<rect width="8" height="8" class="fill" /><path d="M2 0V8M6 0V8" class="line" />`,
};

const reasons = Object.keys(patterns) as TimelineStretch["reason"][];

function swatch(reason: string): Content {
  return html`<svg class="swatch" width="28" height="14" aria-hidden="true">
    <rect class="piece" width="28" height="14" rx="2" fill="url(#fill-${reason})" />
  </svg>`;
}

function strip(view: ResultView, row: Row, bands: readonly Band[], words: string, id: string, calendars: Calendars): Content {
  const scale = new Scale(row.from, row.to);
  const shown = bands.filter(({ from, to }) => from < row.to && to >= row.from);
  const lanes = [...new Set([...row.marks.filter(({ event }) => isEnd(event)).map(({ event }) => keyOf(event)), ...shown.map(({ key }) => key)])];
  const laneOf = (key: string): number => top + thick + lane * (lanes.indexOf(key) + 0.5) + 2;
  const height = top + thick + lane * lanes.length + (lanes.length > 0 ? 4 : 0);
  const long = row.to - row.from > day;
  const ticks = [];
  for (let at = row.from + (long ? day : hour); at < row.to; at += long ? day : hour) {
    if (long || (at % day) % (row.to - row.from > 12 * hour ? 6 * hour : hour) === 0) ticks.push(at);
  }
  return html`<svg class=${long ? "strip strip-long" : "strip"} width="100%" height=${height} role="img" aria-labelledby=${id}>
    <title id=${id}>${words}</title>
    <rect class="ground" y=${top} width="100%" height=${thick} />
    ${row.pieces.map(
      ({ from, to, stretch }) =>
        svg`<rect class="piece piece-${stretch.reason}" x=${scale.at(from)} width=${scale.width(Math.max(from, row.from), to)} y=${top} height=${thick} fill="url(#fill-${stretch.reason})"><title>${pieceWords(view, stretch, calendars)}</title></rect>`,
    )}
    ${ticks.map((at) => svg`<line class="tick" x1=${scale.at(at)} x2=${scale.at(at)} y1=${top} y2=${top + thick} />`)}
    <rect class="frame" y=${top} width="100%" height=${thick} />
    ${row.changes.map(
      ({ at }) => svg`<line class="change" x1=${scale.at(at)} x2=${scale.at(at)} y1="2" y2=${top + thick + 4} />`,
    )}
    ${shown.map(
      ({ key, from, to }) =>
        svg`<rect class=${key.startsWith("step") ? "band band-step" : "band"} x=${scale.at(from)} width=${scale.width(Math.max(from, row.from), to)} y=${laneOf(key) - 4} height="8" />`,
    )}
    ${row.marks.map(({ at, event }) => {
      const shape = shapeOf(event);
      const y = isEnd(event) ? laneOf(keyOf(event)) : top - 2;
      return svg`<line class="stem stem-${shape}" x1=${scale.at(at)} x2=${scale.at(at)} y1=${Math.min(y, top)} y2=${isEnd(event) ? y : top + thick} /><svg class=${markClass(event)} x=${scale.at(at)} y=${y} overflow="visible">${shapes[shape]}</svg>`;
    })}
  </svg>`;
}

// Times of day along the top in the visitor's time and, where the difference stays the same, along the bottom in the
// vendor's.
function axis(view: ResultView, rows: readonly Row[], from: number, to: number, shift: number, lead: string): Content {
  const scale = new Scale(from, to);
  const span = to - from;
  const step = span > 12 * hour ? 6 * hour : span > 8 * hour ? 3 * hour : span > 4 * hour ? 2 * hour : hour;
  const labels = [];
  for (let at = Math.ceil((from + shift) / step) * step - shift; at <= to; at += step) labels.push(at);
  return rows.every((row) => row.to - row.from > day)
    ? nothing
    : html`<div class="clock-axis" aria-hidden="true">
        <span class="clock-axis-name">${lead}</span>
        <svg width="100%" height="18">
          ${labels.map((at) => {
            const share = scale.share(at);
            const anchor = share < 7 ? "start" : share > 93 ? "end" : "middle";
            return svg`<text x=${scale.at(at)} y="13" text-anchor=${anchor}>${timeOf(view, at + shift)}</text>`;
          })}
        </svg>
      </div>`;
}

// --- words

function dayOf(view: ResultView, at: number): string {
  return written(view.catalog, new Date(at), "row", { weekday: "short", day: "numeric", month: "short" });
}

function timeOf(view: ResultView, at: number): string {
  return formatTime(view.catalog, { shifted: new Date(at), offsetMinutes: 0, text: "" });
}

function dayAndTime(view: ResultView, wall: Wall): string {
  return `${dayOf(view, place(wall))}, ${formatTime(view.catalog, wall)}`;
}

function rowName(view: ResultView, row: Row): string {
  if (row.to - row.from <= day) return dayOf(view, row.from);
  return view.say("timeline.days", {
    count: Math.round((row.to - row.from) / day),
    from: dayOf(view, row.from),
    to: dayOf(view, row.to - day),
  });
}

function pieceWords(view: ResultView, stretch: TimelineStretch, calendars: Calendars): string {
  const { from, to } = wallsOf(stretch);
  return view.say("timeline.piece", { what: stretchName(view, stretch, calendars), from: dayAndTime(view, from), to: dayAndTime(view, to) });
}

// What a strip shows, for those who do not see it. Of many days, the holidays are enough: the table has the rest.
function rowWords(view: ResultView, row: Row, name: string, calendars: Calendars): string {
  if (row.to - row.from > day) return `${name}: ${[...new Set(row.pieces.map(({ stretch }) => stretchName(view, stretch, calendars)))].join(", ")}`;
  const end = (at: number): string => (at >= row.to ? view.say("timeline.midnight") : timeOf(view, Math.max(at, row.from)));
  const parts = row.pieces.map(({ from, to, stretch }) =>
    view.say("timeline.piece", { what: stretchName(view, stretch, calendars), from: end(from), to: end(to) }),
  );
  return parts.length === 0 ? name : `${name}: ${parts.join("; ")}`;
}

function changeWords(view: ResultView, all: readonly Change[]): string {
  return all
    .map(({ time_zone, offset_before_seconds, offset_after_seconds }) => {
      const minutes = (offset_after_seconds - offset_before_seconds) / 60;
      return view.say(minutes > 0 ? "timeline.forward" : "timeline.back", {
        zone: zoneName(time_zone),
        offset: formatOffset({ shifted: new Date(0), offsetMinutes: offset_after_seconds / 60, text: "" }),
      });
    })
    .join("; ");
}

// The holidays of a strip, by name; of many days, with the date.
function holidays(view: ResultView, row: Row, calendars: Calendars): Content[] {
  const long = row.to - row.from > day;
  const names = row.pieces
    .filter(({ stretch }) => stretch.reason === "holiday")
    .map(({ from, stretch }) => `${stretchName(view, stretch, calendars)}${long ? ` (${dayOf(view, from)})` : ""}`);
  return [...new Set(names)].map((name) => html`<span class="clock-holiday">${name}</span>`);
}

function happenings(view: ResultView, row: Row): Content {
  if (row.marks.length + row.changes.length === 0) return nothing;
  return html`<ul class="clock-events plain">
    ${row.changes.map(
      ({ at, all }) => html`<li><span class="clock-change" aria-hidden="true"></span> <strong>${timeOf(view, at)}</strong> ${changeWords(view, all)}</li>`,
    )}
    ${row.marks.map(
      ({ at, event }) => html`<li>${glyph(event)} <strong>${timeOf(view, at)}</strong> ${eventName(view, event)}</li>`,
    )}
  </ul>`;
}

function rowView(view: ResultView, row: Row, index: number, bands: readonly Band[], calendars: Calendars): Content {
  const name = rowName(view, row);
  return html`<li class="clock-day">
    <p class="clock-date">${name} ${holidays(view, row, calendars)}</p>
    <div class="clock-strip">
      ${strip(view, row, bands, rowWords(view, row, name, calendars), `strip-${index}`, calendars)} ${happenings(view, row)}
    </div>
  </li>`;
}

function legend(view: ResultView, timeline: Timeline, ranged: boolean): Content {
  const found = new Set(timeline.stretches.map(({ reason }) => reason));
  return html`<ul class="legend plain" aria-label=${view.say("picture.legend")}>
    ${reasons.filter((reason) => found.has(reason)).map((reason) => html`<li>${swatch(reason)} ${view.say(`legend.${reason}`)}</li>`)}
    ${ranged
      ? html`<li>
          <svg class="swatch" width="28" height="14" aria-hidden="true"><rect class="band" x="1" y="3" width="26" height="8" /></svg>
          ${view.say("legend.range")}
        </li>`
      : nothing}
  </ul>`;
}

// --- the same as a table

interface Line {
  at: string;
  moment: Moment;
  what: Content;
  counts: Content;
  event: boolean;
}

function eventLine(at: string, moment: Moment, what: Content): Line {
  return { at, moment, what, counts: nothing, event: true };
}

function lines(view: ResultView, { stretches, events, changes }: Timeline, calendars: Calendars): Line[] {
  const happened: Line[] = [
    ...events.map((event) => eventLine(event.at, event, html`${glyph(event)} ${eventName(view, event)}`)),
    ...[...Map.groupBy(changes, ({ at }) => at).values()].flatMap((all) =>
      all[0] ? [eventLine(all[0].at, all[0], changeWords(view, all))] : [],
    ),
  ];
  const ran: Line[] = stretches.map((stretch) => {
    const { vendor_local, visitor_local } = stretch;
    const length = spanWords(view, stretch.from, stretch.to);
    return {
      at: stretch.from,
      moment: {
        at: stretch.from,
        ...(vendor_local ? { vendor_local: vendor_local.from } : {}),
        ...(visitor_local ? { visitor_local: visitor_local.from } : {}),
      },
      what: html`${swatch(stretch.reason)} ${stretchName(view, stretch, calendars)}`,
      counts: stretch.counted ? html`<strong>${length}</strong>` : html`<span class="note">${view.say("timeline.not-counted", { length })}</span>`,
      event: false,
    };
  });
  // What happens at an instant stands before the stretch that begins there.
  return [...happened, ...ran].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function table(view: ResultView, timeline: Timeline, calendars: Calendars): Content {
  return html`<details class="clock-list">
    <summary>${view.say("timeline.list")}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${view.say("timeline.list")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${view.say("timeline.when")}</th>
            <th scope="col">${view.policy.vendor.name}</th>
            <th scope="col">${view.say("timeline.what")}</th>
            <th scope="col">${view.say("timeline.runs")}</th>
          </tr>
        </thead>
        <tbody>
          ${lines(view, timeline, calendars).map(({ at, moment, what, counts, event }) => {
            const own = wallOf(moment);
            const vendor = moment.vendor_local === undefined ? null : parseWall(moment.vendor_local);
            return html`<tr class=${event ? "line-event" : "line-stretch"}>
              <td><time datetime=${at}>${dayAndTime(view, own)}</time></td>
              <td>${vendor ? dayAndTime(view, vendor) : "–"}</td>
              <td>${what}</td>
              <td>${counts}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${timeline.truncated ? html`<p class="note">${view.say("timeline.truncated", { count: timeline.stretches.length })}</p>` : nothing}
  </details>`;
}

// --- the whole

/** How far the vendor's clocks are ahead of the visitor's, when that is the same throughout and not nothing. */
function shiftOf({ events, stretches }: Timeline): number | null {
  const pairs = [
    ...events.map(({ visitor_local, vendor_local }) => [visitor_local, vendor_local] as const),
    ...stretches.map(({ visitor_local, vendor_local }) => [visitor_local?.from, vendor_local?.from] as const),
  ];
  const shifts = new Set(pairs.map(([own, other]) => (own === undefined || other === undefined ? 0 : place(parseWall(other)) - place(parseWall(own)))));
  const [shift] = shifts;
  return shifts.size === 1 && shift !== undefined && shift !== 0 ? shift : null;
}

// Which clock it is; where there are several, one to choose.
function clockOf(view: ResultView, drawn: number, choose: (target: number) => void): Content {
  const { targets } = view.result;
  const items = targets.flatMap((target, index): Item[] => {
    const { due, amount } = target;
    if (due?.at == null || !mayBeOwed(target)) return [];
    return [{ id: String(index), label: `${targetName(view, index)}${amount ? ` (${formatAmount(view.catalog, amount)})` : ""}` }];
  });
  const hours = targets[drawn]?.hours;
  const open = hours == null ? nothing : html`<span class="hours">${hoursWords(view, hours)}</span>`;
  if (items.length < 2) return html`<p class="note">${view.say("timeline.of", { target: targetName(view, drawn) })} ${open}</p>`;
  return html`${select("clock", view.say("timeline.choose"), items, String(drawn), (target) => {
      choose(Number(target));
    })}
    <p class="note">${open}</p>`;
}

/** The timeline of one target, by its index. */
export function timeline(view: ResultView, calendars: Calendars, drawn: number, choose: (target: number) => void): Content {
  const { timeline: data, targets } = view.result;
  if (!data) return nothing;
  const rows = scaled(rowsOf(data));
  const marks = rows.flatMap((row) => row.marks);
  const bands = bandsOf(marks);
  const ruler = rows.find((row) => row.to - row.from <= day) ?? rows[0];
  const shift = shiftOf(data);
  const event = data.events[0];
  const zone = event?.visitor_local === undefined ? "UTC" : zoneName(view.shown.entries.timeZone ?? "UTC");
  const vendorZone = targets[drawn]?.due?.vendor_time_zone;
  return section(
    "clock",
    view.say("section.clock"),
    html`${clockOf(view, drawn, choose)} ${legend(view, data, bands.length > 0)}
      <figure class="clock" aria-labelledby="clock-heading">
        <svg class="defs" width="0" height="0" aria-hidden="true">
          <defs>
            ${reasons.map(
              (reason) =>
                svg`<pattern id="fill-${reason}" class="pattern-${reason}" width="8" height="8" patternUnits="userSpaceOnUse">${patterns[reason]}</pattern>`,
            )}
          </defs>
        </svg>
        ${ruler ? axis(view, rows, ruler.from, ruler.to, 0, zone) : nothing}
        <ol class="clock-days plain">
          ${rows.map((row, index) => rowView(view, row, index, bands, calendars))}
        </ol>
        ${ruler && shift !== null && vendorZone !== undefined
          ? axis(view, rows, ruler.from, ruler.to, shift, zoneName(vendorZone))
          : nothing}
      </figure>
      ${table(view, data, calendars)}`,
  );
}
