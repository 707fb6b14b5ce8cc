// <support-week-map>: for each hour of a week, how long a ticket filed then waits. One table, coloured; the arrow keys,
// the pointer or a tap choose the hour whose figures are shown beside it.
import { LitElement, html, nothing } from "lit";
import type { WeekCell, WeekMap } from "#wasm";
import { formatDay, formatShortDay, formatTime, parseWall, written, zoneName, type Wall } from "../words/format.ts";
import type { ResultView } from "./view.ts";
import type { Content } from "../words/words.ts";
import { targetName } from "./picture-words.ts";
import { section } from "./section.ts";

const dayLength = 86_400_000;
const days = [0, 1, 2, 3, 4, 5, 6];

/** A line of the map: an hour of the day. One that occurs twice on some day has two lines. */
interface Line {
  hour: number;
  /** Indices of cells by day of the week; a day whose clocks jump over the hour has none. */
  cells: (number | undefined)[];
}

function linesOf(cells: readonly WeekCell[], monday: number): Line[] {
  const lines = new Map<string, Line>();
  const seen = new Map<string, number>();
  cells.forEach(({ local }, index) => {
    const wall = parseWall(local).shifted;
    const column = Math.floor((wall.getTime() - monday) / dayLength);
    const hour = wall.getUTCHours();
    const before = seen.get(`${column} ${hour}`) ?? 0;
    seen.set(`${column} ${hour}`, before + 1);
    const key = `${hour} ${before}`;
    const line = lines.get(key) ?? { hour, cells: [] };
    line.cells[column] = index;
    lines.set(key, line);
  });
  const order = [...lines].sort(([a], [b]) => {
    const [hourA = 0, againA = 0] = a.split(" ").map(Number);
    const [hourB = 0, againB = 0] = b.split(" ").map(Number);
    return hourA - hourB || againA - againB;
  });
  return order.map(([, line]) => line);
}

const hours = (count: number): number => count * 3600;
/** Where a colour may end: round waits. */
const bounds = [900, 1800, ...[1, 2, 4, 8, 12, 16, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 672, 1008, 1344, 2160].map(hours)];
const mostSteps = 5;

/** Up to four bounds between the shortest and the longest wait, evenly chosen. */
export function stepsOf(waits: readonly number[]): number[] {
  const [least, most] = [Math.min(...waits), Math.max(...waits)];
  const inside = bounds.filter((bound) => bound >= least && bound < most);
  if (inside.length < mostSteps) return inside;
  return Array.from({ length: mostSteps - 1 }, (_, index) => inside[Math.round((index * (inside.length - 1)) / (mostSteps - 2))] ?? 0);
}

function minutes(seconds: number): number {
  return Math.round(seconds / 60);
}

/** "64:30", hours and minutes. */
function figure(seconds: number): string {
  const all = minutes(seconds);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

class SupportWeekMap extends LitElement {
  static override properties = { view: { attribute: false }, map: { attribute: false }, chosen: { state: true }, pointed: { state: true } };

  declare view: ResultView;
  declare map: WeekMap;
  /** The cell the keyboard is on. */
  declare private chosen: number | null;
  /** The cell under the pointer. */
  declare private pointed: number | null;

  private lines: Line[] = [];
  private steps: number[] = [];
  private monday = 0;

  constructor() {
    super();
    this.chosen = null;
    this.pointed = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("map")) return;
    const { cells } = this.map;
    const first = cells[0];
    this.monday = first ? Math.floor(parseWall(first.local).shifted.getTime() / dayLength) * dayLength : 0;
    this.lines = linesOf(cells, this.monday);
    this.steps = stepsOf(cells.map(({ longest_seconds }) => longest_seconds));
    if (this.chosen !== null && this.chosen >= cells.length) this.chosen = null;
  }

  /** The hour the ticket at hand is filed in. */
  private get filed(): number {
    const at = this.view.shown.submittedAt;
    return Math.max(0, this.map.cells.findLastIndex((cell) => cell.at <= at));
  }

  private step(cell: WeekCell): number {
    const place = this.steps.findIndex((bound) => cell.longest_seconds <= bound);
    return place < 0 ? this.steps.length : place;
  }

  private wait({ shortest_seconds, longest_seconds }: WeekCell): string {
    const { view } = this;
    const longest = view.catalog.duration({ seconds: longest_seconds });
    if (shortest_seconds === longest_seconds) return longest;
    return view.say("amount.range", { min: view.catalog.duration({ seconds: shortest_seconds }), max: longest });
  }

  private readonly press = (event: KeyboardEvent): void => {
    const from = this.chosen ?? this.filed;
    const row = this.lines.findIndex((line) => line.cells.includes(from));
    const column = this.lines[row]?.cells.indexOf(from) ?? 0;
    const last = this.lines.length - 1;
    const to = (line: number, day: number): number | undefined => this.lines[line]?.cells[day];
    // A cell that is not there, because the clocks jump over it, is jumped over.
    const beyond = (line: number, day: number, by: readonly [number, number]): number | undefined => {
      for (let [y, x] = [line + by[0], day + by[1]]; y >= 0 && y <= last && x >= 0 && x < days.length; y += by[0], x += by[1]) {
        const found = to(y, x);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    // On a wide screen the style sheet lays the lines side by side (picture.css).
    const across = getComputedStyle(event.currentTarget as Element).display === "grid";
    const [up, down, left, right] = across ? [[0, -1], [0, 1], [-1, 0], [1, 0]] as const : [[-1, 0], [1, 0], [0, -1], [0, 1]] as const;
    const moves: Record<string, () => number | undefined> = {
      ArrowUp: () => beyond(row, column, up),
      ArrowDown: () => beyond(row, column, down),
      ArrowLeft: () => beyond(row, column, left),
      ArrowRight: () => beyond(row, column, right),
      // To the ends of what is a row to the eye, and with Ctrl of the week.
      Home: () => (event.ctrlKey ? 0 : across ? beyond(-1, column, right) : beyond(row, -1, right)),
      End: () => (event.ctrlKey ? this.map.cells.length - 1 : across ? beyond(last + 1, column, left) : beyond(row, days.length, left)),
    };
    const move = moves[event.key];
    if (!move || event.altKey || event.metaKey) return;
    event.preventDefault();
    const found = move();
    if (found === undefined) return;
    this.chosen = found;
    this.pointed = null;
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>(`[data-cell="${found}"]`)?.focus();
    });
  };

  private cellUnder(event: Event): number | null {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell]") : null;
    return cell ? Number(cell.dataset.cell) : null;
  }

  private readonly point = (event: Event): void => {
    this.pointed = this.cellUnder(event);
  };

  private readonly leave = (): void => {
    this.pointed = null;
  };

  private readonly choose = (event: Event): void => {
    const cell = this.cellUnder(event);
    if (cell !== null) this.chosen = cell;
  };

  private hourName(line: Line): string {
    return formatTime(this.view.catalog, { shifted: new Date(line.hour * 3_600_000), offsetMinutes: 0, text: "" });
  }

  private dayName(column: number, long: boolean): string {
    const date = new Date(this.monday + column * dayLength);
    return long
      ? formatDay(this.view.catalog, { shifted: date, offsetMinutes: 0, text: "" })
      : written(this.view.catalog, date, "week", { weekday: "short", day: "numeric" });
  }

  private head(): Content {
    return html`<thead role="rowgroup">
      <tr role="row">
        <td role="presentation"></td>
        ${days.map(
          (column) =>
            html`<th scope="col" role="columnheader">
              <span aria-hidden="true">${this.dayName(column, false)}</span><span class="visually-hidden">${this.dayName(column, true)}</span>
            </th>`,
        )}
      </tr>
    </thead>`;
  }

  private grid(): Content {
    const filed = this.filed;
    const stop = this.chosen ?? filed;
    return html`<table
      role="grid"
      class="week"
      aria-labelledby="week-heading"
      aria-describedby="week-how"
      @keydown=${this.press}
      @pointerover=${this.point}
      @pointerleave=${this.leave}
      @focusin=${this.choose}
      @click=${this.choose}
    >
      ${this.head()}
      <tbody role="rowgroup">
        ${this.lines.map(
          (line) =>
            html`<tr role="row">
              <th scope="row" role="rowheader" class=${line.hour % 3 === 0 ? "hour-main" : nothing}>${this.hourName(line)}</th>
              ${days.map((column) => {
                const index = line.cells[column];
                const cell = index === undefined ? undefined : this.map.cells[index];
                if (index === undefined || !cell) return html`<td role="gridcell" class="cell cell-none" aria-label=${this.view.say("week.none")}></td>`;
                return html`<td
                  role="gridcell"
                  class="cell step-${this.step(cell)}${index === filed ? " cell-filed" : ""}${index === this.chosen ? " cell-chosen" : ""}"
                  tabindex=${index === stop ? 0 : -1}
                  data-cell=${index}
                  aria-current=${index === filed ? "time" : nothing}
                  aria-label=${this.wait(cell)}
                ></td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private legend(): Content {
    const { view, steps } = this;
    const words = (seconds: number): string => view.catalog.duration({ seconds });
    const used = new Set(this.map.cells.map((cell) => this.step(cell)));
    return html`<ul class="legend plain" aria-label=${view.say("picture.legend")}>
      ${[...steps, null].map((bound, step) =>
        used.has(step)
          ? html`<li>
              <span class="cell swatch step-${step}" aria-hidden="true"></span>
              ${bound === null
                ? steps.length === 0
                  ? view.say("week.always")
                  : view.say("week.more", { wait: words(steps.at(-1) ?? 0) })
                : view.say("week.up-to", { wait: words(bound) })}
            </li>`
          : nothing,
      )}
      <li><span class="cell swatch cell-filed" aria-hidden="true"></span> ${view.say("week.this")}</li>
    </ul>`;
  }

  private readout(): Content {
    const { view } = this;
    const cell = this.map.cells[this.pointed ?? this.chosen ?? this.filed];
    if (!cell) return nothing;
    const written = (wall: Wall): string => `${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}`;
    const ranged = cell.shortest_seconds !== cell.longest_seconds;
    return html`<dl class="week-readout">
      <div>
        <dt>${view.say("week.filed")}</dt>
        <dd>${written(parseWall(cell.local))}</dd>
      </div>
      <div>
        <dt>${view.say("week.waits")}</dt>
        <dd class="week-wait">${this.wait(cell)}</dd>
      </div>
      ${ranged
        ? nothing
        : html`<div>
            <dt>${view.say("week.due")}</dt>
            <dd>${written(parseWall(cell.due_local))}</dd>
          </div>`}
    </dl>`;
  }

  private figures(): Content {
    const { view } = this;
    return html`<details class="week-figures">
      <summary>${view.say("week.table")}</summary>
      <div class="scroll" role="region" tabindex="0" aria-label=${view.say("week.table")}>
        <table>
          <caption>
            ${view.say("week.caption")}
          </caption>
          ${this.head()}
          <tbody>
            ${this.lines.map(
              (line) =>
                html`<tr>
                  <th scope="row">${this.hourName(line)}</th>
                  ${days.map((column) => {
                    const cell = this.map.cells[line.cells[column] ?? -1];
                    if (!cell) return html`<td>–</td>`;
                    const { shortest_seconds, longest_seconds } = cell;
                    const longest = figure(longest_seconds);
                    return html`<td>${shortest_seconds === longest_seconds ? longest : `${figure(shortest_seconds)}–${longest}`}</td>`;
                  })}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  private summary(): string {
    const { view } = this;
    const { cells } = this.map;
    const least = Math.min(...cells.map(({ shortest_seconds }) => shortest_seconds));
    const most = Math.max(...cells.map(({ longest_seconds }) => longest_seconds));
    const words = (seconds: number): string => view.catalog.duration({ seconds });
    const target = targetName(view, this.map.target);
    return least === most
      ? view.say("week.same", { target, wait: words(least) })
      : view.say("week.between", { target, least: words(least), most: words(most) });
  }

  override render(): Content {
    const { view } = this;
    return html`<p>${this.summary()}</p>
      <p class="small-print" id="week-how">${view.say("week.how", { zone: zoneName(this.map.time_zone) })}</p>
      <div class="week-layout">
        ${this.readout()} ${this.grid()} ${this.legend()}
      </div>
      ${this.figures()}`;
  }
}

export function weekMap(view: ResultView): Content {
  const map = view.result.week_map;
  if (!map) return nothing;
  return section("week", view.say("section.week"), html`<support-week-map .view=${view} .map=${map}></support-week-map>`);
}

export function defineWeekMap(): void {
  if (!customElements.get("support-week-map")) customElements.define("support-week-map", SupportWeekMap);
}
