// What draws in <support-calculator>: the entries on one side, the answer on the other. Page and widget both use it.
import { html, nothing, render } from "lit/html.js";
import type { Target } from "#wasm";
import { loadCatalog, loadFirstWords, type Catalog } from "../words/catalog.ts";
import { formatDay, formatTime, parseWall } from "../words/format.ts";
import { asLanguage, type Language } from "../words/languages.ts";
import { importPart } from "../files/import-part.ts";
import type { Snapshot } from "../state/answer.ts";
import { Model, linkOf } from "../state/model.ts";
import { afterPaint } from "../components/after-paint.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import { ResultView, View } from "../components/view.ts";
import { type Content } from "../words/words.ts";
import type { Face, SupportCalculator } from "./element.ts";
import { entriesOf, attributeOf, isEntry } from "./attributes.ts";
import { tell, type ChangeDetail } from "../components/events.ts";
import formCss from "../../styles/form.css?inline";
import resultCss from "../../styles/result.css?inline";
import tokensCss from "../../styles/tokens.css?inline";
import { answer, summary } from "../components/answer.ts";
import { firstEnd } from "../components/due.ts";
import { form } from "../components/form.ts";
import type { Parts } from "../components/parts.ts";
import { addressLink } from "../components/address-link.ts";
import { droppedView, problemView } from "../components/problem.ts";
import { warnings } from "../components/warnings.ts";

export type { ChangeDetail, SupportCalculator };

/** What the calculator is part of. */
export interface Surroundings {
  /** The page that links to an answer lead to. */
  readonly page: string;
  /** Whether the page is one of others, which fixes policy and view by attributes. */
  readonly embedded: boolean;
  /** Where an element's policies come from. */
  files(element: SupportCalculator): PolicyFiles;
  /** Whether an element brings a policy of its host's own, which no page of ours knows. */
  isOwn(element: SupportCalculator): boolean;
}

/** Any of these attributes changes where the policy comes from. */
const origins = ["policy-src", "policy-origin", "policy-integrity"];

const sheets = new Map<string, CSSStyleSheet[]>();

// One set for all calculators of a page. Not <style>, which a strict content security policy forbids.
function styleSheets(name: string, texts: readonly string[]): CSSStyleSheet[] {
  let set = sheets.get(name);
  if (!set) {
    set = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    sheets.set(name, set);
  }
  return set;
}

export class Calculator implements Face {
  private readonly root: ShadowRoot;
  private catalog: Catalog | null = null;
  /** What follows the answer: loaded once there is one, so that it does not make the answer wait. */
  private details: typeof import("../components/details.ts") | null = null;
  private loading = false;
  /** The entries for which what follows the answer could not be had; it is asked for again when they change. */
  private lacking: string | null = null;

  private model: Model | null = null;
  /** Whether entries of attributes were shown: those that mean nothing change nothing then. */
  private holding = false;
  private ready = false;
  /** The problem that was told last. */
  private told: string | null = null;
  /** The answer that was told last. */
  private toldAnswer: Snapshot | null = null;
  private announced = "";
  private ticking = false;
  private timer = 0;
  private drawing: Promise<void> | null = null;
  /** The entries follow the first answer, which they would only hold up. */
  private entries: "none" | "soon" | "drawn" = "none";
  private tellEntriesDrawn = (): void => undefined;
  private readonly entriesDrawn = new Promise<void>((resolve) => {
    this.tellEntriesDrawn = resolve;
  });

  constructor(
    private readonly element: SupportCalculator,
    private readonly surroundings: Surroundings,
  ) {
    const root = element.shadowRoot;
    if (!root) throw new Error("the element has no shadow root");
    this.root = root;
    root.adoptedStyleSheets.push(...styleSheets("first", [tokensCss, formCss, resultCss]));
  }

  connected(): void {
    document.addEventListener("visibilitychange", this.tick);
    this.schedule();
    this.speak(); // it may stand in another language's text now
    if (this.model) this.tick();
    else this.begin();
  }

  disconnected(): void {
    document.removeEventListener("visibilitychange", this.tick);
    window.clearTimeout(this.timer);
  }

  changed(names: ReadonlySet<string>): void {
    if (names.has("lang") || names.has("language")) this.speak();
    if (names.has("view")) this.redraw();
    if (origins.some((name) => names.has(name))) this.begin();
    else if ([...names].some(isEntry)) void this.take(entriesOf(this.element));
  }

  /** Starts over with other entries. */
  open(link: string): void {
    if (this.model) void this.take(link);
  }

  focus(options?: FocusOptions): void {
    this.root.querySelector<HTMLElement>("input:checked, select, input, button, a")?.focus(options);
  }

  private begin(): void {
    const { element, surroundings } = this;
    const page = this.isOwn ? null : surroundings.page;
    const model = new Model(
      this.files,
      () => {
        if (model === this.model) this.show();
      },
      this.language,
      page,
    );
    if (this.details) void model.readWhole();
    this.model = model;
    this.holding = false;
    this.lacking = null;
    void this.take(element.link === "" ? entriesOf(element) : element.link);
  }

  // In the page, what a link says wrongly is named to the reader, who may have typed it. In pages of others, attributes are
  // the author's: what they say wrongly is told to scripts, and what was shown before stays.
  private async take(link: string): Promise<void> {
    const { model } = this;
    if (!model) return;
    const { embedded } = this.surroundings;
    await model.open(link, (answer) => {
      if (model !== this.model) return null;
      if (!embedded || answer.dropped.length === 0) {
        this.holding = true;
        return answer;
      }
      const names = [...new Set(answer.dropped.map(attributeOf))];
      const message = `these attributes say nothing that is known here: ${names.join(", ")}`;
      tell(this.element, "support-calculator-error", { code: "attribute", message, names, diagnostics: [] });
      return this.holding ? null : { ...answer, dropped: [] };
    });
  }

  private get language(): Language {
    const { element } = this;
    return asLanguage(element.language ?? element.closest("[lang]")?.getAttribute("lang") ?? navigator.language) ?? "en";
  }

  private speak(): void {
    const { language, model } = this;
    const words = this.details || this.loading ? loadCatalog(language) : loadFirstWords(language);
    // What the first answer needs is there in one language.
    const texts = model && model.language !== language ? model.readWhole() : null;
    Promise.all([words, texts]).then(
      ([catalog]) => {
        this.catalog = catalog;
        this.draw();
        this.announce();
      },
      (error: unknown) => {
        this.fail("load", String(error));
      },
    );
  }

  private show(): void {
    this.redraw();
    this.announce();
  }

  private redraw(): void {
    this.draw();
    const { model } = this;
    if (this.details || this.loading || !model || model.shown.busy || this.lacking === linkOf(model.shown)) return;
    // A short view of an answer does without, unless the contract settles a zone or the like.
    const typed = model.shown.documents?.policy.options?.some(({ type }) => type) ?? false;
    if (!this.compact || model.shown.result === null || typed) void this.loadDetails(model);
  }

  // Says once that it is ready, each time that something went wrong, and each answer once, with the entries it belongs to.
  private announce(): void {
    const { model, element } = this;
    if (!model || model.shown.busy) return;
    const { shown } = model;
    const refused = shown.diagnostics.length > 0;
    const problem = refused ? "policy" : shown.problem;
    if (problem !== this.told && problem !== null) this.fail(problem, refused ? "the core refuses" : `no answer: ${problem}`);
    this.told = problem;
    if (!this.catalog) return; // there is nothing to see yet
    const detail: ChangeDetail = { link: linkOf(shown), result: shown.result };
    if (!this.ready && shown.problem === null) {
      this.ready = true;
      tell(element, "support-calculator-ready", detail);
    }
    if (this.toldAnswer?.entries === shown.entries && this.toldAnswer.result === shown.result) return;
    this.toldAnswer = shown;
    tell(element, "support-calculator-change", detail);
  }

  private fail(code: "load" | "policy" | "files" | "blocked" | "trapped", message: string): void {
    const diagnostics = [...(this.model?.shown.diagnostics ?? [])];
    tell(this.element, "support-calculator-error", { code, message, names: [], diagnostics });
  }

  private async loadDetails(model: Model): Promise<void> {
    this.loading = true;
    await this.entriesDrawn;
    try {
      const [details] = await Promise.all([importPart("details", () => import("../components/details.ts")), loadCatalog(this.language), model.readWhole()]);
      this.catalog = await loadCatalog(this.language);
      this.root.adoptedStyleSheets.push(...styleSheets("details", details.styles));
      this.details = details;
      this.lacking = null;
    } catch (error) {
      // The answer stands without. It is said once, however often it is tried.
      if (this.lacking === null) this.fail("files", String(error));
      this.lacking = linkOf(model.shown);
    }
    this.loading = false;
    this.draw();
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

  private get isOwn(): boolean {
    return this.surroundings.isOwn(this.element);
  }

  private get files(): PolicyFiles {
    return this.surroundings.files(this.element);
  }

  private get compact(): boolean {
    return this.element.view === "compact";
  }

  // However many things change at once, it is drawn once.
  private draw(): void {
    this.drawing ??= Promise.resolve().then(() => {
      this.drawing = null;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const { element, model } = this;
    const waiting = model === null || this.catalog === null || (model.shown.busy && !this.ready);
    const fallback = element.hasFallback && (waiting || model.shown.problem === "blocked" || (model.shown.problem === "files" && !this.ready));
    const refused = model !== null && model.shown.diagnostics.length > 0 && !model.shown.documents;
    const trapped = model?.shown.problem === "trapped" && this.isOwn;
    element.showFallback(fallback || (element.hasFallback && (refused || trapped)));
    const before = this.root.querySelector<HTMLSlotElement>("slot[name=after]");
    if (!waiting && model.shown.result === null) this.entries = "drawn";
    render(fallback ? nothing : this.render(), this.root, { renderBefore: before });
    if (!waiting) {
      if (this.entries === "drawn") {
        element.shown();
        this.tellEntriesDrawn();
      } else this.follow();
    }
    this.translate();
  }

  private follow(): void {
    if (this.entries === "soon") return;
    this.entries = "soon";
    void afterPaint().then(() => {
      this.entries = "drawn";
      this.draw();
    });
  }

  // Until the sentences of the language are there, or where they cannot be read, they are English.
  private translate(): void {
    const { catalog, details, model } = this;
    if (!catalog || !details || !model || model.shown.diagnostics.length + model.shown.entryProblems.length === 0) return;
    if (!details.lacksWords(catalog.language)) return;
    details.loadWords(catalog.language).then(
      () => {
        this.draw();
      },
      () => undefined,
    );
  }

  private render(): Content {
    const { catalog, model } = this;
    if (!catalog || !model) return html`<p class="visually-hidden" role="status"></p>`;
    const view = new View(catalog, model);
    const following = this.entries !== "drawn";
    const { shown } = view;
    const growing = shown.result !== null && (following || (this.details === null && this.lacking === null && !this.compact));
    const busy = shown.busy || growing;
    // A link leads to an answer at once: entries that change with it would only hold it up.
    const awaited = model.awaitsAnswer && !this.ready;
    const { embedded } = this.surroundings;
    const vendor = !embedded || (this.element.policy === null && this.element.policySrc === null);
    return html`<div class="layout" ?data-compact=${this.compact} ?data-growing=${growing} part="layout" lang=${catalog.language} aria-busy=${busy ? "true" : "false"}>
      <div class="entries">${following ? nothing : html`${droppedView(view)} ${form(view, vendor, this.parts)}`} ${awaited ? nothing : this.jump(view)}</div>
      <div class="result" id="result" tabindex="-1" ?data-result=${shown.result !== null}>${awaited ? nothing : this.resultPart(view)}</div>
      <p class="status" ?data-shown=${awaited} role="status">${this.status(view)}</p>
    </div>`;
  }

  // On a narrow screen the answer is below the entries: it stays in sight as a line at the bottom, and a way there.
  private jump(view: View): Content {
    if (!view.shown.result) return nothing;
    return html`<a class="jump" href="#result" @click=${this.toResult}
      ><span>${this.status(view)}</span> <span class="jump-more">${view.say("page.skip")}</span></a
    >`;
  }

  private readonly toResult = (event: Event): void => {
    event.preventDefault();
    const result = this.root.querySelector<HTMLElement>("#result");
    result?.scrollIntoView();
    result?.focus({ preventScroll: true });
  };

  private resultPart(view: View): Content {
    const { documents, result, problem, diagnostics } = view.shown;
    const policy = documents?.policy;
    const { details } = this;
    if (problem !== null || diagnostics.length > 0) {
      return html`${problem === null ? nothing : problemView(view, problem)} ${details?.diagnosticsView(view, diagnostics)}
      ${policy && problem !== null && !this.isOwn ? details?.statedPolicy(view, policy, this.files) : nothing}`;
    }
    const lacking = details === null && this.lacking !== null ? problemView(view, "files") : nothing;
    if (!policy || !result) return details ? details.welcome(view) : lacking;
    const shown = new ResultView(view.catalog, view.model, policy, result);
    return html`${warnings(shown)}
      <section class="card answer" part="answer" aria-labelledby="answer-heading">
        <h2 id="answer-heading">${view.say("section.answer")}</h2>
        ${answer(shown, this.parts)}
      </section>
      ${this.compact ? this.more(shown) : details?.details(shown)} ${lacking} ${this.origin(shown)}`;
  }

  private get parts(): Parts {
    return { short: this.compact, details: this.details };
  }

  // In a small place: the way to everything else.
  private more(view: ResultView): Content {
    const { page } = view.model;
    if (page === null) return nothing;
    return html`<p class="more-link">
      <a href=${new URL(`#${linkOf(view.shown)}`, page).href} target="_blank" rel="noreferrer">${view.say("widget.more")}</a>
    </p>`;
  }

  // A policy of others says whose it is.
  private origin(view: ResultView): Content {
    const { policySrc } = this.element;
    if (policySrc === null || !this.isOwn) return nothing;
    const { href, origin, protocol } = new URL(policySrc, document.baseURI);
    return html`<p class="small-print origin" part="origin">
      ${view.say("widget.policy-from", { origin })} ${protocol === "https:" ? addressLink(href) : href}
    </p>`;
  }

  // The sentence changes when the visitor changes something, not when a minute passes.
  private status(view: View): string {
    if (this.ticking && this.announced !== "") return this.announced;
    const { busy, problem, diagnostics, documents, result } = view.shown;
    if (busy) return view.say("summary.busy");
    if (problem !== null) this.announced = view.say(`problem.${problem}.heading`);
    else if (diagnostics.length > 0) this.announced = view.say("problem.heading", { count: diagnostics.length });
    else if (documents && result) {
      const shown = new ResultView(view.catalog, view.model, documents.policy, result);
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
  if (due.earliest === due.latest) return written(due.visitor_local ?? due.earliest);
  if (due.latest === null) return `${firstEnd(view, due)} ${written(due.from === undefined ? due.earliest : (due.visitor_local ?? due.earliest))}`;
  const local = (at: string): string => target.readings.find((reading) => reading.at === at)?.visitor_local ?? at;
  return view.say("summary.range", { earliest: written(local(due.earliest)), latest: written(local(due.latest)) });
}
