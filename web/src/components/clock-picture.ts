// <support-clock-picture>: the cliff ahead, the timeline and the week map. They say the same as the answer in another
// way and cost more than the answer, so they are asked for and drawn once the answer is on the screen.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Evaluation } from "#wasm";
import type { CalendarDocument } from "../policy.ts";
import { ResultView, type Content } from "../view.ts";
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

function lastDue({ targets }: Evaluation): number {
  return Math.max(...targets.map(({ due }) => (due === null ? -Infinity : Date.parse(due.latest))));
}

class ClockPicture extends LitElement {
  static override properties = { view: { attribute: false }, shown: { state: true } };

  declare view: ResultView;
  /** What is drawn: it stays until the next is there. */
  declare private shown: { result: Evaluation; calendars: ReadonlyMap<string, CalendarDocument> } | null;

  private asked: Evaluation | null = null;

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
    const { result } = this.view;
    if (!changed.has("view") || result === this.asked) return;
    this.asked = result;
    this.setAttribute("aria-busy", "true");
    void this.load(result);
  }

  private async load(result: Evaluation): Promise<void> {
    await drawn();
    const { model } = this.view;
    try {
      const near = Date.parse(model.now) - lastDue(result) < longAgo;
      const report = await model.report(["timeline", "week_map", "cliff"], near);
      if (result !== this.asked) return;
      if (report) {
        const named = (report.timeline?.stretches ?? []).flatMap(({ holiday }) => (holiday ? [holiday.calendar] : []));
        const entries = await Promise.all([...new Set(named)].map(async (id) => [id, await model.calendar(id)] as const));
        this.shown = { result: report, calendars: new Map(entries) };
      }
    } catch {
      // The answer stands without its picture; the next entry tries again, and says what is wrong.
      this.shown = null;
    }
    if (result === this.asked) this.removeAttribute("aria-busy");
  }

  override render(): Content {
    const { shown, view } = this;
    if (shown?.result.policy.id !== view.result.policy.id || shown.result.policy.revision !== view.result.policy.revision) {
      return nothing;
    }
    const drawnView = new ResultView(view.catalog, view.model, view.policy, shown.result);
    return html`${cliff(drawnView)} ${timeline(drawnView, shown.calendars)} ${weekMap(drawnView)}`;
  }
}

export function clockPicture(view: ResultView): Content {
  return html`<support-clock-picture .view=${view}></support-clock-picture>`;
}

defineWeekMap();
if (!customElements.get("support-clock-picture")) customElements.define("support-clock-picture", ClockPicture);
