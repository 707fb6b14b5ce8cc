// <support-clock-picture>: the cliff ahead, the timeline and the week map. They say the same as the answer in another
// way and cost more than the answer, so they are asked for and drawn once the answer is on the screen.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Evaluation, Standing, Target } from "#wasm";
import type { CalendarDocument } from "../files/policy.ts";
import { ResultView } from "./view.ts";
import { type Content } from "../words/words.ts";
import pictureCss from "../../styles/picture.css?inline";
import { cliff } from "./cliff.ts";
import { timeline } from "./timeline.ts";
import { defineWeekMap, weekMap } from "./week-map.ts";

/** A ticket this long overdue is shown without today, which would be years away from it. */
const longAgo = 31 * 86_400_000;

let sheet: CSSStyleSheet | null = null;

function pictureSheet(): CSSStyleSheet {
  sheet ??= unsafeCSS(pictureCss).styleSheet ?? new CSSStyleSheet();
  return sheet;
}

/** The browser has drawn what is there, and has time again. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Which one it is while entries change: its row and its level. */
function keyOf({ row, severity }: Target): string {
  return `${row} ${severity ?? ""}`;
}

/** Whether there is an instant to draw: none while the clock waits. */
function hasDue({ due }: Target): boolean {
  return due?.at != null;
}

/** What is owed before what is conditional; of what nobody promised there are no events, but a week of waiting. */
function firstDrawn(targets: readonly Target[]): number {
  const due = (wanted: readonly Standing[]): number => targets.findIndex((target) => hasDue(target) && wanted.includes(target.standing));
  return [due(["owed"]), due(["conditional"]), due(["not-promised", "not-owed"])].find((index) => index >= 0) ?? -1;
}

function lastDue({ targets }: Evaluation): number {
  return Math.max(...targets.map(({ due }) => (due === null ? -Infinity : Date.parse(due.latest ?? due.earliest))));
}

class ClockPicture extends LitElement {
  static override properties = { view: { attribute: false }, shown: { state: true } };

  declare view: ResultView;
  /** What is drawn: it stays until the next is there. */
  declare private shown: { result: Evaluation; target: number; calendars: ReadonlyMap<string, CalendarDocument> } | null;

  private asked: { result: Evaluation; target: number } | null = null;
  /** The target whose clock the visitor wants to see; another has been entered where the answer has none such. */
  private chosen: string | null = null;

  constructor() {
    super();
    this.shown = null;
  }

  // Drawn among the other parts of the answer and with their styles.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-busy", "true");
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(pictureSheet())) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, pictureSheet()];
    }
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("view") && this.view.result !== this.asked?.result) this.ask();
  }

  private ask(): void {
    const { result } = this.view;
    const { targets } = result;
    const wanted = targets.findIndex((target) => hasDue(target) && keyOf(target) === this.chosen);
    const asked = { result, target: wanted < 0 ? firstDrawn(targets) : wanted };
    this.asked = asked;
    this.setAttribute("aria-busy", "true");
    void this.load(asked);
  }

  private readonly choose = (target: number): void => {
    const chosen = this.view.result.targets[target];
    if (!chosen) return;
    this.chosen = keyOf(chosen);
    this.ask();
  };

  private async load(asked: { result: Evaluation; target: number }): Promise<void> {
    await drawn();
    const { model } = this.view;
    const { result, target } = asked;
    try {
      const near = Date.parse(this.view.shown.now) - lastDue(result) < longAgo;
      const report = target < 0 ? result : await model.report(["timeline", "week_map", "cliff"], near, target);
      if (asked !== this.asked) return;
      if (report) {
        const named = (report.timeline?.stretches ?? []).flatMap(({ holiday }) => (holiday ? [holiday.calendar] : []));
        const entries = await Promise.all([...new Set(named)].map(async (id) => [id, await model.calendar(id)] as const));
        this.shown = { result: report, target, calendars: new Map(entries) };
      }
    } catch {
      // The answer stands without its picture; the next entry tries again, and says what is wrong.
      this.shown = null;
    }
    if (asked === this.asked) this.removeAttribute("aria-busy");
  }

  override render(): Content {
    const { shown, view } = this;
    if (shown?.result.policy.id !== view.result.policy.id || shown.result.policy.revision !== view.result.policy.revision) {
      return nothing;
    }
    const drawnView = new ResultView(view.catalog, view.model, view.policy, shown.result);
    return html`${cliff(drawnView)} ${timeline(drawnView, shown.calendars, shown.target, this.choose)} ${weekMap(drawnView)}`;
  }
}

export function clockPicture(view: ResultView): Content {
  return html`<support-clock-picture .view=${view}></support-clock-picture>`;
}

defineWeekMap();
if (!customElements.get("support-clock-picture")) customElements.define("support-clock-picture", ClockPicture);
