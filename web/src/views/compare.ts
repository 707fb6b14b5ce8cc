// <support-compare>: one problem under every plan of a vendor, or of all.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Diagnostic, EntriesRequest, TargetKind, WallTimeAnswer } from "#wasm";
import type { CompareRequest, CompareRow, Comparison } from "#wasm-reports";
import { loadWholeCatalog, type Catalog } from "../words/catalog.ts";
import { asLanguage } from "../words/languages.ts";
import type { Item } from "../components/form.ts";
import { diagnosticsView } from "../components/problem-list.ts";
import { zoneField } from "../components/contract-fields.ts";
import { filingFields } from "../components/filing.ts";
import { loadWords } from "../words/diagnostics.ts";
import { engine } from "../files/engine.ts";
import { commonFacets, question, unknown } from "../words/facets.ts";
import { loadLibrary, type Library } from "../files/library.ts";
import type { Maturity, Policy, Topic } from "../files/policy.ts";
import { remember, remembered } from "../state/remembered.ts";
import { Reports, ReportsFailed, type Trouble } from "../files/reports.ts";
import { emptyEntries, formatLink, parseLink, type Entries } from "../state/entries.ts";
import { settlePolicy, type WrongNumber } from "../state/settle.ts";
import { Words, type Content } from "../words/words.ts";
import formCss from "../../styles/form.css?inline";
import reportCss from "../../styles/report.css?inline";
import tokensCss from "../../styles/tokens.css?inline";
import { compareTable, leftOut, restsOn, revisionNotices, type Column, type Sorting, type TableView } from "./compare-table.ts";
import { browserZone, zoneNamed } from "../state/zones.ts";
import { kindWords } from "../words/vocabulary.ts";
import { chips, optionFields, select, vendorField } from "./fields.ts";
import { levelsOf, maturitiesOf, offersFor, optionsOf, questionsOf, settleOffered, topicsOf, type Offer } from "./offer.ts";

interface Place {
  id: string;
}

/** A topic that the lists do not name. */
const other: Place = { id: "other" };

export interface CompareChange {
  /** What the view needs to show the same again. */
  link: string;
  /** The same as a link of the calculator. */
  entries: string;
}

function thisMinute(): string {
  return new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString().replace(".000Z", "Z");
}

/** Entries in line with the policies there are. */
interface Settled {
  library: Library;
  entries: Entries;
  dropped: string[];
  /** Of each policy compared; none while the core has not said. */
  offers: readonly Offer[];
  /** Null where all vendors are compared. */
  policy: Policy | null;
  zones: string[];
  filed: Extract<WallTimeAnswer, { ok: true }> | null;
  now: string;
}

/** What a ticket may be about. Across vendors, what one of them alone names would mean nothing to the others. */
function scopeOf(offers: readonly Offer[]): { topics: (Topic | Place)[]; maturities: Maturity[] } {
  const least = offers.length > 1 ? 2 : 1;
  const shared = <T extends Place>(lists: T[][]): T[] => {
    const byId = Map.groupBy(lists.flat(), ({ id }) => id);
    return [...byId.values()].flatMap((same) => (same[0] && same.length >= least ? [same[0]] : []));
  };
  const topics = shared<Topic>(offers.map(topicsOf));
  return { topics: topics.length === 0 ? [] : [...topics, other], maturities: shared<Maturity>(offers.map(maturitiesOf)) };
}

const policyOf = ({ policy, revision }: Entries): string => (policy === null ? "*" : revision === null ? policy : `${policy}@${revision}`);

function entriesRequests({ index }: Library, entries: Entries, now: string): EntriesRequest[] {
  const asked = {
    submitted_at: entries.at ?? now,
    impact: Object.fromEntries(entries.impact),
    options: Object.fromEntries(entries.options),
    assumptions: Object.fromEntries(entries.assumptions),
  };
  const policies = entries.policy === null ? index.policies.map(({ id }) => id) : [policyOf(entries)];
  return policies.map((policy) => ({ policy, ...asked }));
}

function compareRequest({ entries, offers, policy, now }: Settled, kind: TargetKind): CompareRequest {
  const request: CompareRequest = { policy: policyOf(entries), submitted_at: entries.at ?? now, kind };
  if (entries.timeZone !== null) request.visitor_time_zone = entries.timeZone;
  if (entries.byHand) {
    if (entries.severity !== null) request.severity = entries.severity;
  } else if (entries.impact.size > 0 && (policy === null || offers.flatMap(levelsOf).length > 0)) {
    request.impact = Object.fromEntries(entries.impact);
  }
  if (entries.topic !== null) request.topic = entries.topic;
  if (entries.maturity !== null) request.maturity = entries.maturity;
  if (entries.options.size > 0) request.options = Object.fromEntries(entries.options);
  if (entries.assumptions.size > 0) request.assumptions = Object.fromEntries(entries.assumptions);
  return request;
}

export class SupportCompare extends LitElement {
  static override properties = {
    link: { attribute: false },
    language: { attribute: "lang" },
    base: {},
    catalog: { state: true },
  };

  static override styles = [tokensCss, formCss, reportCss].map((text) => unsafeCSS(text));

  declare link: string;
  declare language: string | null;
  declare base: string;
  declare private catalog: Catalog | null;

  private entries: Entries = emptyEntries();
  /** What was entered last, compared or not. */
  private entered: Entries = this.entries;
  private kind: TargetKind = "first-response";
  private dropped: string[] = [];
  private sorting: Sorting = { by: "due", down: false };
  private library: Library | null = null;
  private offers: readonly Offer[] = [];
  private policy: Policy | null = null;
  private zones: string[] = [];
  private wrongZone: string | null = null;
  private wrongNumber: WrongNumber | null = null;
  private filed: Extract<WallTimeAnswer, { ok: true }> | null = null;
  /** A time as typed, until it is compared, and the instant it is, once that is known. */
  private typedTime: { local: string; at: string } | null = null;
  private now = thisMinute();
  private comparison: Comparison | null = null;
  private diagnostics: Diagnostic[] = [];
  private trouble: Trouble | "files" | null = null;
  private busy = true;
  private turn = 0;
  private headingWanted = false;
  private readonly reports = new Reports();

  constructor() {
    super();
    this.link = "";
    this.language = null;
    this.base = "policies/";
    this.catalog = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.lookedAt);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.lookedAt);
    this.reports.stop();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("language")) this.speak();
    if (changed.has("base")) this.open(this.link);
  }

  /** Starts over with other entries. */
  open(link: string): void {
    const parts = link.split("&");
    const kind = kindWords.find((name) => parts.includes(`kind=${name}`));
    const { entries, dropped } = parseLink(parts.filter((part) => kind === undefined || part !== `kind=${kind}`).join("&"));
    this.entered = entries;
    this.typedTime = this.wrongNumber = null;
    this.kind = kind ?? "first-response";
    this.dropped = dropped;
    void this.refresh(true);
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

  // Times in words are those of the last calculation; whoever comes back to the page gets fresh ones.
  private readonly lookedAt = (): void => {
    if (!document.hidden && !this.hidden && this.now !== thisMinute()) void this.refresh(false);
  };

  private edit(change: (entries: Entries) => void): void {
    const entered = structuredClone(this.entered);
    change(entered);
    this.entered = entered;
    this.dropped = [];
    void this.refresh(false);
  }

  private get submittedAt(): string {
    return this.entries.at ?? this.now;
  }

  private async refresh(fromLink: boolean): Promise<void> {
    const turn = ++this.turn;
    const now = thisMinute();
    const { entered, kind } = this;
    this.busy = true;
    this.requestUpdate();
    let settled: Settled | null = null;
    try {
      const library = await loadLibrary(new URL(this.base, document.baseURI));
      settled = await this.settle(library, entered, now);
      settled = await this.offer(settled);
      if (turn !== this.turn) return;
      if (fromLink) settled = { ...settled, dropped: [...this.dropped, ...settled.dropped] };
      // Entries can be drawn before the first comparison is there; from then on both change together.
      if (!this.library) this.show(settled, {});
      const answer = await this.reports.compare(library.documents, compareRequest(settled, kind));
      if (turn !== this.turn) return;
      this.show(settled, answer.ok ? { comparison: answer } : { diagnostics: answer.diagnostics });
    } catch (error) {
      if (turn !== this.turn) return;
      const trouble = error instanceof ReportsFailed ? error.trouble : "files";
      if (settled) this.show(settled, { trouble });
      else Object.assign(this, { comparison: null, diagnostics: [], trouble });
    }
    this.busy = false;
    this.requestUpdate();
    const entries = formatLink(this.entries);
    const link = kind === "first-response" ? entries : [entries, `kind=${kind}`].filter((part) => part !== "").join("&");
    const detail: CompareChange = { link, entries };
    this.dispatchEvent(new CustomEvent("support-compare-change", { detail }));
  }

  // All at once: what is compared belongs to the entries beside it.
  private show(
    { library, entries, dropped, offers, policy, zones, filed, now }: Settled,
    { comparison = null, diagnostics = [], trouble = null }: { comparison?: Comparison | null; diagnostics?: Diagnostic[]; trouble?: Trouble | "files" | null },
  ): void {
    Object.assign(this, { library, entries, entered: entries, dropped, offers, policy, zones, filed, now, comparison, diagnostics, trouble });
    if (this.typedTime?.at === entries.at) this.typedTime = null;
    this.requestUpdate();
  }

  /** Settles what needs no offers: policy, zone and instant. */
  private async settle(library: Library, given: Entries, now: string): Promise<Settled> {
    const chosen = settlePolicy(given, library.index.policies);
    const dropped = [...chosen.dropped];
    let { entries } = chosen;
    const zones = await engine.zones();
    const { timeZone } = entries;
    if (timeZone === null || !zones.includes(timeZone)) {
      if (timeZone !== null) dropped.push("tz");
      const own = [remembered("time-zone"), browserZone()];
      entries = { ...entries, timeZone: own.find((zone) => zone !== null && zones.includes(zone)) ?? "UTC" };
    }
    const filed = await engine.wallTime({ time_zone: entries.timeZone ?? "UTC", at: entries.at ?? now });
    if (!filed.ok && entries.at !== null) {
      dropped.push("at");
      entries = { ...entries, at: null };
    }
    return { library, entries, dropped, offers: [], policy: null, zones, filed: filed.ok ? filed : null, now };
  }

  /** Settles the rest by what is on offer. */
  private async offer(settled: Settled): Promise<Settled> {
    const { library, entries, dropped, now } = settled;
    const offers = await offersFor(this.reports, library, entriesRequests(library, entries, now));
    if (offers.length === 0) return settled;
    const policy = entries.policy === null ? null : (offers[0]?.policy ?? null);
    const terms = settleOffered(entries, offers, scopeOf(offers));
    return { ...settled, offers, policy, entries: terms.entries, dropped: [...dropped, ...terms.dropped] };
  }

  /** Whether another vendor was chosen than the one whose entries are there. */
  private get leaving(): boolean {
    return this.entered.policy !== this.entries.policy;
  }

  /** What form controls show: below the vendor, those of one that is being left stay as they were. */
  private get drawn(): Entries {
    return this.leaving ? { ...this.entries, policy: this.entered.policy } : this.entered;
  }

  // --- the entries: as they were entered last, so that nothing drawn meanwhile takes one back

  private questions(view: Words): Content {
    const { policy, drawn } = this;
    const asked = new Set([...this.offers.flatMap(questionsOf), ...drawn.impact.keys()]);
    // Across vendors, a question of one policy alone would mean nothing to the others.
    const own = policy?.questions?.map(({ id }) => id) ?? [];
    const facets = [...commonFacets, ...own].filter((facet) => asked.has(facet));
    return html`${facets.map((facet) => {
      const item = question(view.catalog, policy ?? {}, facet);
      if (!item) return nothing;
      const presumed = policy?.presumed?.[facet]?.value;
      const items: Item[] = [...item.values.map(({ id, label }): Item => ({ id, label: view.text(label) })), { id: unknown, label: view.say("facet.unknown") }];
      return chips(`impact-${facet}`, view.text(item.label), items, drawn.impact.get(facet) ?? presumed ?? unknown, (value) => {
        this.edit(({ impact }) => {
          if (value === (presumed ?? unknown)) impact.delete(facet);
          else impact.set(facet, value);
        });
      });
    })}`;
  }

  private problemFields(view: Words): Content {
    const { policy, drawn } = this;
    const levels = policy ? this.offers.flatMap(levelsOf) : [];
    if (policy && levels.length === 0) return nothing;
    const ways = [
      { id: "describe", label: view.say("form.describe") },
      { id: "level", label: view.say("form.pick-level") },
    ];
    return html`<section class="form-part" aria-labelledby="impact-heading" ?inert=${this.leaving}>
      <h3 id="impact-heading">${view.say("form.impact")}</h3>
      ${policy === null
        ? nothing
        : chips("way", view.say("form.way"), ways, drawn.byHand ? "level" : "describe", (value) => {
            this.edit((edited) => {
              edited.byHand = value === "level";
            });
          })}
      ${drawn.byHand
        ? chips(
            "severity",
            view.say("form.level"),
            levels.map(({ id, label, name }) => ({
              id,
              label: html`${view.text(label)}${name === undefined ? nothing : html` <span class="choice-more">${view.text(name)}</span>`}`,
            })),
            drawn.severity,
            (value) => {
              this.edit((edited) => {
                edited.severity = value;
              });
            },
          )
        : this.questions(view)}
    </section>`;
  }

  private whatFields(view: Words, library: Library): Content {
    const { drawn, policy } = this;
    const known = new Set(this.offers.flatMap(({ policy: { targets } }) => targets?.map(({ kind }) => kind) ?? []));
    const items = kindWords.filter((kind) => kind === this.kind || known.has(kind)).map((kind) => ({ id: kind, label: view.say(`kind.${kind}`) }));
    return html`<section class="form-part" aria-labelledby="what-heading">
      <h3 id="what-heading">${view.say("compare.what")}</h3>
      ${vendorField(library, view.say("form.vendor"), view.say("compare.all-vendors"), drawn.policy, (id) => {
        this.wrongNumber = null;
        this.edit((edited) => {
          edited.policy = id;
          edited.revision = edited.plan = edited.severity = edited.topic = edited.maturity = null;
          edited.byHand = false;
          edited.options.clear();
          edited.assumptions.clear();
        });
      })}
      <div class="of-vendor" ?inert=${this.leaving}>
        ${items.length < 2
          ? nothing
          : select("kind", view.say("compare.kind"), items, this.kind, (value) => {
              this.kind = kindWords.find((kind) => kind === value) ?? "first-response";
              this.edit(() => undefined);
            })}
        ${optionFields(view, policy ? this.offers.flatMap(optionsOf) : [], {
          library,
          zones: this.zones,
          values: drawn.options,
          wrong: this.wrongNumber,
          pick: ({ id }, value) => {
            this.edit(({ options }) => {
              if (value === "") options.delete(id);
              else options.set(id, value);
            });
          },
          pointOut: (wrong) => {
            this.wrongNumber = wrong;
          },
        })}
      </div>
    </section>`;
  }

  private scopeFields(view: Words): Content {
    const { drawn } = this;
    const { topics, maturities } = scopeOf(this.offers);
    const field = (name: "topic" | "maturity", items: readonly (Maturity | Place)[]): Content =>
      items.length === 0
        ? nothing
        : select(
            name,
            view.say(`form.${name}`),
            [
              { id: "", label: view.say("form.not-checked") },
              ...items.map((item) => ({ id: item.id, label: "label" in item ? view.plain(item.label) : view.say("form.topic-other") })),
            ],
            drawn[name] ?? "",
            (value) => {
              this.edit((edited) => {
                edited[name] = value === "" ? null : value;
              });
            },
          );
    if (topics.length + maturities.length === 0) return nothing;
    return html`<section class="form-part" aria-labelledby="scope-form-heading" ?inert=${this.leaving}>
      <h3 id="scope-form-heading">${view.say("form.scope")}</h3>
      ${field("topic", topics)} ${field("maturity", maturities)}
    </section>`;
  }

  private timeFields(view: Words): Content {
    const { entered, filed } = this;
    return html`<section class="form-part" aria-labelledby="time-heading">
      <h3 id="time-heading">${view.say("form.filing")}</h3>
      ${filingFields(view, {
        way: entered.at === null ? "now" : "at",
        filed: filed && { local: filed.local, zone: this.entries.timeZone },
        entered: this.typedTime?.local ?? filed?.local ?? "",
        choose: (way) => {
          this.typedTime = null;
          this.edit((edited) => {
            edited.at = way === "now" ? null : this.submittedAt;
          });
        },
        enter: ({ date, time }) => {
          void this.fileAt(`${date}T${time}`);
        },
      })}
      ${zoneField(view, this.zones, view.say("form.zone"), view.say("form.zone-hint"), entered.timeZone ?? "", this.wrongZone, (zone) => {
        this.typeZone(zone);
      })}
    </section>`;
  }

  // The core says which instant that is. Meanwhile the field keeps it; who then chooses otherwise has chosen.
  private async fileAt(local: string): Promise<void> {
    const typed = { local, at: "" };
    this.typedTime = typed;
    const zone = this.entered.timeZone ?? this.entries.timeZone ?? "UTC";
    const answer = await engine.wallTime({ time_zone: zone, local }).catch(() => null);
    if (this.typedTime !== typed) return;
    if (!answer?.ok) {
      this.typedTime = null;
      this.requestUpdate();
      return;
    }
    typed.at = answer.at;
    this.edit((edited) => {
      edited.at = answer.at;
    });
  }

  private typeZone(typed: string): void {
    const zone = zoneNamed(this.zones, typed);
    this.wrongZone = zone === undefined ? typed : null;
    if (zone === undefined) {
      this.requestUpdate();
      return;
    }
    remember("time-zone", zone);
    this.edit((edited) => {
      edited.timeZone = zone;
    });
  }

  // --- the answer

  // The entries, with what the plan's own policy has no place for left out.
  private linkTo(row: CompareRow): string {
    const { entries } = this;
    const { result, dropped } = row;
    const gone = (what: string): Set<string> => new Set(dropped.filter((item) => item.what === what).map(({ id }) => id));
    const without = (entries: Map<string, string>, ids: Set<string>): Map<string, string> =>
      new Map([...entries].filter(([id]) => !ids.has(id)));
    return formatLink({
      ...entries,
      policy: result.policy.id,
      revision: result.policy.revision,
      plan: result.plan.id,
      severity: gone("severity").size > 0 ? null : entries.severity,
      impact: without(entries.impact, gone("facet.unknown")),
      options: without(entries.options, gone("option")),
      assumptions: without(entries.assumptions, gone("assumption")),
      topic: gone("topic").size > 0 ? null : entries.topic,
      maturity: gone("maturity").size > 0 ? null : entries.maturity,
    });
  }

  private sort(by: Column): void {
    this.sorting = { by, down: this.sorting.by === by && !this.sorting.down };
    this.requestUpdate();
  }

  private answer(view: Words): Content {
    const { comparison, library, trouble } = this;
    if (trouble !== null) {
      return html`<section class="card problem">
        <h3>${view.say(`audit.trouble.${trouble}.heading`)}</h3>
        <p>${view.say(`audit.trouble.${trouble}.text`)}</p>
      </section>`;
    }
    if (!comparison || !library) return diagnosticsView(view, this.diagnostics);
    const table: TableView = {
      words: view,
      library,
      comparison,
      sorting: this.sorting,
      now: this.now,
      sort: (by) => {
        this.sort(by);
      },
      linkTo: (row) => this.linkTo(row),
    };
    const vague = !this.entries.byHand && this.entries.impact.size === 0 && comparison.rows.some(({ result }) => result.severity.status === "unclear");
    return html`${revisionNotices(table)}
      <div class="card table-card">
        <p class="order" id="order">
          ${view.say(`compare.order.${this.sorting.by}`)}
          ${vague ? html`<strong>${view.say("compare.vague")}</strong>` : nothing}
        </p>
        ${compareTable(table)}
        ${comparison.strengths_differ ? html`<p class="note">${view.say("compare.strengths-differ")}</p>` : nothing}
        ${restsOn(table)}
        ${leftOut(table, (policy, id) => {
          const item = question(view.catalog, policy, id);
          return item ? view.plain(item.name) : id;
        })}
      </div>`;
  }

  private status(view: Words): string {
    const { comparison, trouble } = this;
    if (this.busy && !comparison) return view.say("summary.busy");
    if (trouble !== null) return view.say(`audit.trouble.${trouble}.heading`);
    if (!comparison) return view.say("problem.heading", { count: this.diagnostics.length });
    const promised = comparison.rows.filter(({ rank_group: group }) => group === "promised").length;
    return `${view.say("compare.plans", { count: comparison.rows.length })} ${view.say("compare.plans-promised", { count: promised })}`;
  }

  override render(): Content {
    const { catalog, library } = this;
    if (!catalog) return html`<p class="visually-hidden" role="status"></p>`;
    const view = new Words(catalog);
    return html`<div class="page" lang=${catalog.language} aria-busy=${this.busy ? "true" : "false"}>
      <div class="intro">
        <h2 id="view-heading" tabindex="-1">${view.say("compare.heading")}</h2>
        <p>${view.say("compare.intro")}</p>
      </div>
      <div class="layout">
        <div class="entries">
          ${this.dropped.length === 0 ? nothing : html`<p class="banner">${view.say("link.dropped", { parts: this.dropped.join(", ") })}</p>`}
          ${library === null
            ? nothing
            : html`<form
                class="card form"
                novalidate
                aria-label=${view.say("form.heading")}
                @submit=${(event: Event) => {
                  event.preventDefault();
                }}
              >
                ${this.whatFields(view, library)} ${this.problemFields(view)} ${this.scopeFields(view)} ${this.timeFields(view)}
              </form>`}
        </div>
        <div class="result">
          <p class="count" role="status">${this.status(view)}</p>
          ${this.answer(view)}
        </div>
      </div>
    </div>`;
  }
}

export function defineCompare(): void {
  if (!customElements.get("support-compare")) customElements.define("support-compare", SupportCompare);
}
