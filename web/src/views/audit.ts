// <support-audit>: a table of tickets, judged in a worker; the file never leaves the browser.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Diagnostic } from "#wasm";
import type { AuditOptions } from "#wasm-reports";
import { loadWholeCatalog, type Catalog } from "../words/catalog.ts";
import { asLanguage } from "../words/languages.ts";
import { diagnosticsView } from "../components/problem-list.ts";
import { zoneField } from "../components/contract-fields.ts";
import { loadWords } from "../words/diagnostics.ts";
import { engine } from "../files/engine.ts";
import { loadLibrary, type Library } from "../files/library.ts";
import type { Option } from "../files/policy.ts";
import { remembered } from "../state/remembered.ts";
import { Reports, ReportsFailed, type Progress, type Trouble } from "../files/reports.ts";
import type { Audited, Listed } from "../files/reports-worker.ts";
import { Words, type Content } from "../words/words.ts";
import formCss from "../../styles/form.css?inline";
import reportCss from "../../styles/report.css?inline";
import tokensCss from "../../styles/tokens.css?inline";
import { auditResult, firstListed, pageLength } from "./audit-result.ts";
import { browserZone, zoneNamed } from "../state/zones.ts";
import type { WrongNumber } from "../state/settle.ts";
import { optionFields, select, vendorField } from "./fields.ts";
import { offersFor, optionsOf, type Offer } from "./offer.ts";

const columns = ["id", "submitted_at", "responded_at", "severity", "policy", "plan"];
const example = new URL("example-tickets.csv", document.baseURI).href;

export class SupportAudit extends LitElement {
  static override properties = {
    language: { attribute: "lang" },
    base: {},
    catalog: { state: true },
  };

  static override styles = [tokensCss, formCss, reportCss].map((text) => unsafeCSS(text));

  declare language: string | null;
  declare base: string;
  declare private catalog: Catalog | null;

  private library: Library | null = null;
  /** Of each vendor, today. */
  private offers: readonly Offer[] = [];
  private zones: string[] = [];
  private wrongZone: string | null = null;
  private wrongNumber: WrongNumber | null = null;
  private zone = "";
  private policy: string | null = null;
  private plan: string | null = null;
  private options = new Map<string, string>();

  private file: File | null = null;
  private progress: Progress | null = null;
  private audited: Audited | null = null;
  private diagnostics: Diagnostic[] = [];
  private trouble: Trouble | "files" | null = null;
  private cancelled = false;
  private over = false;
  private showing: Listed = "missed";
  private from = 0;
  private tableUrl: string | null = null;
  private turn = 0;
  private headingWanted = false;
  private readonly reports = new Reports();

  constructor() {
    super();
    this.language = null;
    this.base = "policies/";
    this.catalog = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reports.stop();
    this.forget();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("language")) this.speak();
    if (changed.has("base")) void this.prepare();
  }

  override updated(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>("#view-heading");
    if (!this.headingWanted || !heading) return;
    this.headingWanted = false;
    heading.focus();
  }

  /** Moves the focus to the heading, as soon as there is one. */
  focusHeading(): void {
    this.headingWanted = true;
    this.requestUpdate();
  }

  private speak(): void {
    const language = asLanguage(this.language) ?? "en";
    // Without its sentences, what is wrong is said in English.
    Promise.all([loadWholeCatalog(language), loadWords(language).catch(() => undefined)]).then(
      ([catalog]) => {
        this.catalog = catalog;
      },
      (error: unknown) => {
        console.error(error);
      },
    );
  }

  private async prepare(): Promise<void> {
    try {
      this.library = await loadLibrary(new URL(this.base, document.baseURI));
      this.zones = await engine.zones();
      const own = [remembered("time-zone"), browserZone()];
      this.zone = own.find((zone) => zone !== null && this.zones.includes(zone)) ?? "UTC";
      void this.offer(this.library);
    } catch {
      this.trouble = this.library ? "blocked" : "files";
    }
    this.requestUpdate();
  }

  // Where the module cannot be had, nothing is on offer, and an audit says why. Once it can, the next vendor chosen asks again.
  private async offer(library: Library): Promise<void> {
    if (this.offers.length > 0) return;
    const submitted_at = new Date().toISOString();
    const requests = library.index.policies.map(({ id }) => ({ policy: id, submitted_at }));
    this.offers = await offersFor(this.reports, library, requests).catch(() => []);
    this.requestUpdate();
  }

  // --- judging

  private forget(): void {
    if (this.tableUrl !== null) URL.revokeObjectURL(this.tableUrl);
    this.tableUrl = null;
    this.audited = null;
    this.diagnostics = [];
    this.trouble = null;
    this.cancelled = false;
  }

  private take(file: File | null | undefined): void {
    if (!file) return;
    this.file = file;
    void this.judge();
  }

  /** Judges the file again where something it depends on has changed. */
  private changed(): void {
    if (this.file) void this.judge();
    this.requestUpdate();
  }

  private auditOptions(): AuditOptions {
    const options: AuditOptions = { now: new Date().toISOString(), time_zone: this.zone };
    if (this.policy !== null) options.policy = this.policy;
    if (this.plan !== null) options.plan = this.plan;
    if (this.options.size > 0) options.options = Object.fromEntries(this.options);
    return options;
  }

  private async judge(): Promise<void> {
    const { file, library } = this;
    if (!file || !library) return;
    const turn = ++this.turn;
    if (this.progress) this.reports.stop();
    this.forget();
    this.progress = { bytes: 0, tickets: 0 };
    this.requestUpdate();
    try {
      const answer = await this.reports.audit(library.documents, file, this.auditOptions(), (progress) => {
        if (turn !== this.turn) return;
        this.progress = progress;
        this.requestUpdate();
      });
      if (turn !== this.turn) return;
      if (answer.ok) {
        this.audited = answer;
        this.tableUrl = URL.createObjectURL(answer.table);
        this.showing = firstListed(answer.summary);
        this.from = 0;
      } else this.diagnostics = answer.diagnostics;
    } catch (error) {
      if (turn !== this.turn) return;
      this.trouble = error instanceof ReportsFailed ? error.trouble : "trapped";
    }
    this.progress = null;
    this.requestUpdate();
  }

  private cancel(): void {
    this.turn++;
    this.reports.stop();
    this.progress = null;
    this.cancelled = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#file")?.focus());
  }

  private async tryExample(): Promise<void> {
    try {
      const response = await fetch(example);
      if (!response.ok) throw new Error(String(response.status));
      this.policy = this.plan = null;
      this.options.clear();
      this.take(new File([await response.blob()], "example-tickets.csv", { type: "text/csv" }));
    } catch {
      this.trouble = "files";
      this.requestUpdate();
    }
  }

  // --- the entries

  /** What the contract of the chosen plan settles, or of any plan of the chosen vendor. */
  private contract(offer: Offer | undefined): Option[] {
    if (!offer) return [];
    const plans = offer.plans.filter(({ plan }) => this.plan === null || plan === this.plan);
    return optionsOf({ ...offer, plans });
  }

  private fileField(view: Words): Content {
    const over = (state: boolean) => (event: DragEvent) => {
      event.preventDefault();
      if (this.over === state) return;
      this.over = state;
      this.requestUpdate();
    };
    return html`<div
      class="drop ${this.over ? "drop-over" : ""}"
      @dragenter=${over(true)}
      @dragover=${over(true)}
      @dragleave=${over(false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.over = false;
        this.take(event.dataTransfer?.files[0]);
      }}
    >
      <label for="file">${view.say("audit.file")}</label>
      <p class="hint" id="file-hint">${view.say("audit.file-hint")}</p>
      <input
        id="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-describedby="file-hint file-private"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          this.take(input.files?.[0]);
          input.value = ""; // the same file again, when it was mended meanwhile
        }}
      />
      <p class="private" id="file-private">${view.say("audit.private")}</p>
    </div>`;
  }

  private settings(view: Words, library: Library): Content {
    const offer = this.offers.find(({ policy }) => policy.id === this.policy);
    const plans = (offer?.policy.plans ?? []).map(({ id, label }) => ({ id, label: view.plain(label) }));
    return html`<section class="form-part" aria-labelledby="settings-heading">
      <h3 id="settings-heading">${view.say("audit.settings")}</h3>
      ${vendorField(library, view.say("form.vendor"), view.say("audit.from-column", { column: "policy" }), this.policy, (id) => {
        this.policy = id;
        this.plan = this.wrongNumber = null;
        this.options.clear();
        this.changed();
        void this.offer(library);
      })}
      ${plans.length === 0
        ? nothing
        : select("plan", view.say("form.plan"), [{ id: "", label: view.say("audit.from-column", { column: "plan" }) }, ...plans], this.plan ?? "", (value) => {
            this.plan = value === "" ? null : value;
            this.changed();
          })}
      ${optionFields(view, this.contract(offer), {
        library,
        zones: this.zones,
        values: this.options,
        wrong: this.wrongNumber,
        pick: ({ id }, value) => {
          if (value === "") this.options.delete(id);
          else this.options.set(id, value);
          this.changed();
        },
        pointOut: (wrong) => {
          this.wrongNumber = wrong;
        },
      })}
      ${zoneField(view, this.zones, view.say("audit.zone"), view.say("audit.zone-hint"), this.zone, this.wrongZone, (typed) => {
        const zone = zoneNamed(this.zones, typed);
        this.wrongZone = zone === undefined ? typed : null;
        if (zone === undefined) this.requestUpdate();
        else {
          this.zone = zone;
          this.changed();
        }
      })}
    </section>`;
  }

  private columnHelp(view: Words): Content {
    return html`<details class="columns">
      <summary>${view.say("audit.columns")}</summary>
      <p>${view.say("audit.columns-text")}</p>
      <dl class="pairs">
        ${columns.map((column) => html`<dt><code>${column}</code></dt><dd>${view.say(`audit.columns.${column}`)}</dd>`)}
      </dl>
      <p>${view.say("audit.columns-times")}</p>
    </details>`;
  }

  // --- the answer

  private progressPart(view: Words, { bytes, tickets }: Progress, file: File): Content {
    const done = file.size === 0 ? 100 : Math.floor((bytes / file.size) * 100);
    return html`<section class="card running" aria-labelledby="running-heading">
      <h3 id="running-heading">${view.say("audit.running", { name: file.name })}</h3>
      <progress max="100" value=${done} aria-labelledby="running-heading"></progress>
      <p class="note">${view.say("audit.running-count", { count: tickets, percent: done })}</p>
      <button
        type="button"
        class="button"
        @click=${() => {
          this.cancel();
        }}
      >
        ${view.say("audit.cancel")}
      </button>
    </section>`;
  }

  private saveName(): string {
    return `${(this.file?.name ?? "tickets").replace(/\.[^.]*$/, "")}-judged.csv`;
  }

  private answer(view: Words): Content {
    const { audited, file, library, progress, trouble } = this;
    if (progress && file) return this.progressPart(view, progress, file);
    if (trouble !== null) {
      return html`<section class="card problem">
        <h3>${view.say(`audit.trouble.${trouble}.heading`)}</h3>
        <p>${view.say(`audit.trouble.${trouble}.text`)}</p>
      </section>`;
    }
    if (this.diagnostics.length > 0) {
      return html`${diagnosticsView(view, this.diagnostics)}
        <p class="banner">${view.say("audit.header-hint")}</p>`;
    }
    if (!audited || !library || !file) {
      return html`<section class="card empty">
        <h3>${view.say(this.cancelled ? "audit.cancelled" : "audit.empty")}</h3>
        <p>${view.say("audit.empty-text")}</p>
        <div class="actions">
          <button
            type="button"
            class="button"
            @click=${() => {
              void this.tryExample();
            }}
          >
            ${view.say("audit.try-example")}
          </button>
          <a href=${example} download="example-tickets.csv">${view.say("audit.example")}</a>
        </div>
      </section>`;
    }
    return html`<div class="result-head">
        <p>
          <strong>${file.name}</strong>
          <span class="aside">${view.say("audit.read-as", { zone: this.zone.replaceAll("_", " ") })}</span>
        </p>
        <a class="button" href=${this.tableUrl ?? ""} download=${this.saveName()}>${view.say("audit.save")}</a>
      </div>
      ${auditResult({
        words: view,
        library,
        audited,
        showing: this.showing,
        from: this.from,
        show: (verdict, from) => {
          const turned = verdict === this.showing && from !== this.from;
          this.showing = verdict;
          this.from = Math.max(from - (from % pageLength), 0);
          this.requestUpdate();
          if (turned) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#rows-heading")?.focus());
        },
      })}`;
  }

  private status(view: Words): string {
    if (this.progress) return view.say("audit.started");
    if (this.trouble !== null) return view.say(`audit.trouble.${this.trouble}.heading`);
    if (this.diagnostics.length > 0) return view.say("problem.heading", { count: this.diagnostics.length });
    if (this.cancelled) return view.say("audit.cancelled");
    const { audited } = this;
    if (!audited) return "";
    const { tickets, missed, unjudged } = audited.summary;
    return view.say("audit.done", { count: tickets, missed, unjudged });
  }

  override render(): Content {
    const { catalog, library } = this;
    if (!catalog) return html`<p class="visually-hidden" role="status"></p>`;
    const view = new Words(catalog);
    const busy = this.progress !== null || (library === null && this.trouble === null);
    return html`<div class="page" lang=${catalog.language} aria-busy=${busy ? "true" : "false"}>
      <div class="intro">
        <h2 id="view-heading" tabindex="-1">${view.say("audit.heading")}</h2>
        <p>${view.say("audit.intro")}</p>
      </div>
      <div class="layout">
        <div class="entries">
          <form
            class="card form"
            novalidate
            aria-label=${view.say("audit.entries")}
            @submit=${(event: Event) => {
              event.preventDefault();
            }}
          >
            ${this.fileField(view)} ${library === null ? nothing : this.settings(view, library)} ${this.columnHelp(view)}
          </form>
        </div>
        <div class="result">${this.answer(view)}</div>
      </div>
      <p class="visually-hidden" role="status">${this.status(view)}</p>
    </div>`;
  }
}

export function defineAudit(): void {
  if (!customElements.get("support-audit")) customElements.define("support-audit", SupportAudit);
}
