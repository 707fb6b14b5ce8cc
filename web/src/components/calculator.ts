// <support-calculator>: the entries on one side, the answer on the other. Page and widget both use it.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Evaluation, Target } from "#wasm";
import { asLanguage, loadCatalog, type Catalog } from "../catalog.ts";
import { formatDay, formatTime, parseWall } from "../format.ts";
import { lacksWords, loadWords } from "../diagnostics.ts";
import { Model } from "../model.ts";
import { ResultView, View, type Content } from "../view.ts";
import formCss from "../../styles/form.css?inline";
import resultCss from "../../styles/result.css?inline";
import tokensCss from "../../styles/tokens.css?inline";
import { answer, summary } from "./answer.ts";
import { plainPolicy } from "./fallback.ts";
import { form } from "./form.ts";
import { warnings } from "./open-points.ts";
import { diagnosticsView, droppedView, problemView } from "./problem.ts";
import { welcome } from "./welcome.ts";

export interface ChangeDetail {
  /** The entries as a link, "plan=default&policy=zitadel&…". */
  link: string;
  result: Evaluation | null;
}

export class SupportCalculator extends LitElement {
  static override properties = {
    link: { attribute: false },
    language: { attribute: "lang" },
    base: {},
    catalog: { state: true },
    details: { state: true },
  };

  static override styles = [tokensCss, formCss, resultCss].map((text) => unsafeCSS(text));

  /** The entries to begin with. */
  declare link: string;
  declare language: string | null;
  /** Where the policies are; the default is beside the page. */
  declare base: string;
  declare private catalog: Catalog | null;
  /** What follows the answer: loaded once there is one, so that it does not make the answer wait. */
  declare private details: ((view: ResultView) => Content) | null;

  private model: Model | null = null;
  private announced = "";
  private ticking = false;
  private timer = 0;

  constructor() {
    super();
    this.link = "";
    this.language = null;
    this.base = "policies/";
    this.catalog = null;
    this.details = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.tick);
    this.schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.tick);
    window.clearTimeout(this.timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("language") || this.catalog === null) this.speak();
    if (changed.has("base")) {
      this.model = new Model(new URL(this.base, document.baseURI), () => {
        this.show();
      });
      void this.model.open(this.link);
    }
  }

  override updated(): void {
    const language = this.catalog?.language;
    if (this.model && this.model.diagnostics.length > 0 && language !== undefined && lacksWords(language)) {
      // Until they are there, or where they cannot be read, the sentences are English.
      void loadWords(language).then(() => {
        this.requestUpdate();
      }, console.error);
    }
  }

  /** Starts over with other entries. */
  open(link: string): void {
    this.link = link;
    void this.model?.open(link);
  }

  private speak(): void {
    const tag = this.language ?? this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    loadCatalog(asLanguage(tag) ?? "en").then(
      (catalog) => {
        this.catalog = catalog;
      },
      (error: unknown) => {
        console.error(error);
      },
    );
  }

  private show(): void {
    this.requestUpdate();
    const { model } = this;
    if (!model) return;
    if (model.result && !this.details) void this.loadDetails(model);
    const detail: ChangeDetail = { link: model.link, result: model.result };
    this.dispatchEvent(new CustomEvent("support-calculator-change", { detail, bubbles: true, composed: true }));
  }

  private async loadDetails(model: Model): Promise<void> {
    await this.updateComplete;
    try {
      this.details = (await import("./details.ts")).details;
    } catch {
      model.problem = "files";
      this.requestUpdate();
    }
  }

  // At the full minute, where the words "in 3 minutes" change.
  private schedule(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.tick();
      this.schedule();
    }, 60_000 - (Date.now() % 60_000) + 20);
  }

  private readonly tick = (): void => {
    if (document.hidden || !this.model) return;
    this.ticking = true;
    void this.model.tick().finally(() => {
      this.ticking = false;
    });
  };

  override render(): Content {
    const { catalog, model } = this;
    if (!catalog || !model) return html`<p class="visually-hidden" role="status"></p>`;
    const view = new View(catalog, model);
    const busy = model.busy || (model.result !== null && this.details === null);
    return html`<div class="layout" lang=${catalog.language} aria-busy=${busy ? "true" : "false"}>
      <div class="entries">${droppedView(view)} ${form(view)} ${this.jump(view)}</div>
      <div class="result" id="result" tabindex="-1" ?data-result=${model.result !== null}>${this.resultPart(view)}</div>
      <p class="status" role="status">${this.status(view)}</p>
    </div>`;
  }

  // On a narrow screen the answer is below the entries: it stays in sight as a line at the bottom, and a way there.
  private jump(view: View): Content {
    if (!view.model.result) return nothing;
    return html`<a class="jump" href="#result" @click=${this.toResult}
      ><span>${this.status(view)}</span> <span class="jump-more">${view.say("page.skip")}</span></a
    >`;
  }

  private readonly toResult = (event: Event): void => {
    event.preventDefault();
    const result = this.renderRoot.querySelector<HTMLElement>("#result");
    result?.scrollIntoView();
    result?.focus({ preventScroll: true });
  };

  private resultPart(view: View): Content {
    const { model } = view;
    const { policy, result } = model;
    if (model.problem !== null || model.diagnostics.length > 0) {
      return html`${problemView(view)} ${diagnosticsView(view, model.diagnostics)}
      ${policy && model.problem !== null ? plainPolicy(view, policy) : nothing}`;
    }
    if (!policy || !result) return welcome(view);
    const shown = new ResultView(view.catalog, model, policy, result);
    return html`${warnings(shown)}
      <section class="card answer" part="answer" aria-labelledby="answer-heading">
        <h2 id="answer-heading">${view.say("section.answer")}</h2>
        ${answer(shown)}
      </section>
      ${this.details?.(shown) ?? nothing}`;
  }

  // The sentence changes when the visitor changes something, not when a minute passes.
  private status(view: View): string {
    if (this.ticking && this.announced !== "") return this.announced;
    const { model } = view;
    if (model.busy) return view.say("summary.busy");
    if (model.problem !== null) this.announced = view.say(`problem.${model.problem}.heading`);
    else if (model.diagnostics.length > 0) this.announced = view.say("problem.heading", { count: model.diagnostics.length });
    else if (model.policy && model.result) {
      const shown = new ResultView(view.catalog, model, model.policy, model.result);
      this.announced = summary(shown, (target) => shortWhen(shown, target));
    } else this.announced = "";
    return this.announced;
  }
}

function shortWhen(view: ResultView, target: Target): string {
  const { due } = target;
  if (due === null) return view.word("commitment", target.commitment);
  const written = (text: string): string => {
    const wall = parseWall(text);
    return `${formatDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}`;
  };
  if (due.earliest === due.latest) return written(due.visitor_local ?? due.at);
  const local = (at: string): string => target.readings.find((reading) => reading.at === at)?.visitor_local ?? at;
  return view.say("summary.range", { earliest: written(local(due.earliest)), latest: written(local(due.latest)) });
}

export function defineCalculator(): void {
  if (!customElements.get("support-calculator")) customElements.define("support-calculator", SupportCalculator);
}
