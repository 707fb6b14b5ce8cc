// <support-compare>: one problem under every plan of a vendor, or of all.
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import type { Diagnostic, TargetKind, WallTimeAnswer } from "#wasm";
import type { CompareRequest, CompareRow, Comparison } from "#wasm-reports";
import { loadWholeCatalog, type Catalog } from "../words/catalog.ts";
import { asLanguage } from "../words/languages.ts";
import type { Item } from "../components/form.ts";
import { diagnosticsView } from "../components/problem-list.ts";
import { zoneField } from "../components/contract-fields.ts";
import { loadWords } from "../words/diagnostics.ts";
import { engine } from "../files/engine.ts";
import { commonFacets, isAnswer, question, unknown } from "../words/facets.ts";
import { formatOffset, formatShortDay, formatTime, parseWall, zoneName } from "../words/format.ts";
import { revisionOn, type PolicyEntry } from "../files/index-file.ts";
import { loadLibrary, type Library } from "../files/library.ts";
import { live } from "../components/live-property.ts";
import { holdsFor, lineageOf, type Maturity, type Policy, type Topic } from "../files/policy.ts";
import { remember, remembered } from "../state/remembered.ts";
import { Reports, ReportsFailed, type Trouble } from "../files/reports.ts";
import { emptyState, formatLink, parseLink, type State } from "../state/entries.ts";
import { Words, type Content } from "../words/words.ts";
import formCss from "../../styles/form.css?inline";
import reportCss from "../../styles/report.css?inline";
import tokensCss from "../../styles/tokens.css?inline";
import { compareTable, leftOut, revisionNotices, type Column, type Sorting, type TableView } from "./compare-table.ts";
import { browserZone, zoneNamed } from "../state/zones.ts";
import { kindWords } from "../words/vocabulary.ts";
import { chips, optionField, select, vendorField } from "./fields.ts";

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

  private state: State = emptyState();
  private kind: TargetKind = "first-response";
  private dropped: string[] = [];
  private sorting: Sorting = { by: "due", down: false };
  private library: Library | null = null;
  private entry: PolicyEntry | null = null;
  private policy: Policy | null = null;
  private zones: string[] = [];
  private wrongZone: string | null = null;
  private filed: Extract<WallTimeAnswer, { ok: true }> | null = null;
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
    const { state, dropped } = parseLink(parts.filter((part) => kind === undefined || part !== `kind=${kind}`).join("&"));
    this.state = state;
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

  private edit(change: (state: State) => void): void {
    change(this.state);
    this.dropped = [];
    void this.refresh(false);
  }

  private get submittedAt(): string {
    return this.state.at ?? this.now;
  }

  private async refresh(fromLink: boolean): Promise<void> {
    const turn = ++this.turn;
    this.now = thisMinute();
    this.busy = true;
    this.requestUpdate();
    try {
      await this.settle(fromLink);
      if (turn !== this.turn || !this.library) return;
      const answer = await this.reports.compare(this.library.documents, this.request());
      if (turn !== this.turn) return;
      this.comparison = answer.ok ? answer : null;
      this.diagnostics = answer.ok ? [] : answer.diagnostics;
      this.trouble = null;
    } catch (error) {
      if (turn !== this.turn) return;
      this.comparison = null;
      this.diagnostics = [];
      this.trouble = error instanceof ReportsFailed ? error.trouble : "files";
    }
    this.busy = false;
    this.requestUpdate();
    const entries = formatLink(this.state);
    const link = this.kind === "first-response" ? entries : [entries, `kind=${this.kind}`].filter((part) => part !== "").join("&");
    const detail: CompareChange = { link, entries };
    this.dispatchEvent(new CustomEvent("support-compare-change", { detail }));
  }

  // Brings what was entered in line with the policies there are; what a link says and nobody knows is dropped aloud.
  private async settle(fromLink: boolean): Promise<void> {
    this.library ??= await loadLibrary(new URL(this.base, document.baseURI));
    const { state } = this;
    const drop = (name: string): void => {
      if (fromLink) this.dropped.push(name);
    };
    this.entry = this.library.index.policies.find(({ id }) => id === state.policy) ?? null;
    if (!this.entry) {
      if (state.policy !== null) drop("policy");
      state.policy = state.revision = state.plan = null;
      state.options.clear();
      state.assumptions.clear();
    }
    const revisions = this.entry?.revisions ?? [];
    if (state.revision !== null && !revisions.some(({ revision }) => revision === state.revision)) {
      drop(`policy=${state.policy ?? ""}@${state.revision}`);
      state.revision = null;
    }
    const revision = state.revision ?? (this.entry ? revisionOn(this.entry, this.submittedAt.slice(0, 10))?.revision : undefined);
    this.policy = this.entry && revision !== undefined ? (this.library.policy(this.entry.id, revision) ?? null) : null;
    const { policy } = this;

    if (state.byHand && !policy?.severities?.some(({ id }) => id === state.severity) && (state.severity !== null || !policy?.severities)) {
      if (state.severity !== null) drop("severity");
      state.severity = null;
      state.byHand = false;
    }
    for (const [facet, value] of state.impact) {
      if (isAnswer(policy ?? {}, facet, value)) continue;
      drop(`impact.${facet}`);
      state.impact.delete(facet);
    }
    for (const id of state.options.keys()) if (!policy?.options?.some((option) => option.id === id)) state.options.delete(id);
    const { topics, maturities } = this.scope();
    if (state.topic !== null && !topics.some(({ id }) => id === state.topic)) {
      drop("topic");
      state.topic = null;
    }
    if (state.maturity !== null && !maturities.some(({ id }) => id === state.maturity)) {
      drop("maturity");
      state.maturity = null;
    }
    for (const id of state.assumptions.keys()) if (!policy?.assumptions?.some((item) => item.id === id)) state.assumptions.delete(id);

    if (this.zones.length === 0) this.zones = await engine.zones();
    if (state.timeZone === null || !this.zones.includes(state.timeZone)) {
      if (state.timeZone !== null) drop("tz");
      const own = [remembered("time-zone"), browserZone()];
      state.timeZone = own.find((zone) => zone !== null && this.zones.includes(zone)) ?? "UTC";
    }
    const filed = await engine.wallTime({ time_zone: state.timeZone, at: this.submittedAt });
    if (!filed.ok && state.at !== null) {
      drop("at");
      state.at = null;
    }
    this.filed = filed.ok ? filed : null;
  }

  /** The policies compared, in the revisions of today where none is named. */
  private get policies(): Policy[] {
    const { library, policy } = this;
    if (policy) return [policy];
    const all = library?.index.policies.map(({ id, revisions }) => library.policy(id, revisions.at(-1)?.revision ?? "")) ?? [];
    return all.filter((each) => each !== undefined);
  }

  /** What a ticket may be about. Across vendors, what one of them alone names would mean nothing to the others. */
  private scope(): { topics: (Topic | Place)[]; maturities: Maturity[] } {
    const lists = this.policies.map(({ scope }) => scope);
    const least = lists.length > 1 ? 2 : 1;
    const shared = <T extends Place>(own: (T[] | undefined)[]): T[] => {
      const each = own.map((items) => [...new Map(items?.map((item) => [item.id, item])).values()]);
      const byId = Map.groupBy(each.flat(), ({ id }) => id);
      return [...byId.values()].flatMap((same) => (same[0] && same.length >= least ? [same[0]] : []));
    };
    const topics = shared<Topic>(lists.map((scope) => scope?.topics));
    const maturities = shared<Maturity>(lists.map((scope) => scope?.maturities));
    return { topics: topics.length === 0 ? [] : [...topics, other], maturities };
  }

  private request(): CompareRequest {
    const { state, policy } = this;
    const named = state.policy === null ? "*" : state.revision === null ? state.policy : `${state.policy}@${state.revision}`;
    const request: CompareRequest = { policy: named, submitted_at: this.submittedAt, kind: this.kind };
    if (state.timeZone !== null) request.visitor_time_zone = state.timeZone;
    if (state.byHand) {
      if (state.severity !== null) request.severity = state.severity;
    } else if (state.impact.size > 0 && (policy === null || (policy.severities ?? []).length > 0)) {
      request.impact = Object.fromEntries(state.impact);
    }
    if (state.topic !== null) request.topic = state.topic;
    if (state.maturity !== null) request.maturity = state.maturity;
    if (state.options.size > 0) {
      const whole = (id: string): boolean => policy?.options?.find((option) => option.id === id)?.integer !== undefined;
      request.options = Object.fromEntries([...state.options].map(([id, value]) => [id, whole(id) ? Number(value) : value]));
    }
    if (state.assumptions.size > 0) request.assumptions = Object.fromEntries(state.assumptions);
    return request;
  }

  // --- the entries

  private questions(view: Words): Content {
    const { policy, state } = this;
    const asked = new Set(this.comparison?.rows.flatMap(({ result }) => result.severity.ask) ?? [...state.impact.keys()]);
    for (const facet of state.impact.keys()) asked.add(facet);
    // Across vendors, a question of one policy alone would mean nothing to the others.
    const own = policy?.questions?.map(({ id }) => id) ?? [];
    const facets = [...commonFacets, ...own].filter((facet) => asked.has(facet));
    return html`${facets.map((facet) => {
      const item = question(view.catalog, policy ?? {}, facet);
      if (!item) return nothing;
      const presumed = policy?.presumed?.[facet]?.value;
      const items: Item[] = [...item.values.map(({ id, label }): Item => ({ id, label: view.text(label) })), { id: unknown, label: view.say("facet.unknown") }];
      return chips(`impact-${facet}`, view.text(item.label), items, state.impact.get(facet) ?? presumed ?? unknown, (value) => {
        this.edit(({ impact }) => {
          if (value === (presumed ?? unknown)) impact.delete(facet);
          else impact.set(facet, value);
        });
      });
    })}`;
  }

  private problemFields(view: Words): Content {
    const { policy, state } = this;
    const levels = policy?.severities ?? [];
    if (policy && levels.length === 0) return nothing;
    const ways = [
      { id: "describe", label: view.say("form.describe") },
      { id: "level", label: view.say("form.pick-level") },
    ];
    return html`<section class="form-part" aria-labelledby="impact-heading">
      <h3 id="impact-heading">${view.say("form.impact")}</h3>
      ${policy === null
        ? nothing
        : chips("way", view.say("form.way"), ways, state.byHand ? "level" : "describe", (value) => {
            this.edit((edited) => {
              edited.byHand = value === "level";
            });
          })}
      ${state.byHand
        ? chips(
            "severity",
            view.say("form.level"),
            levels.map(({ id, label, name }) => ({
              id,
              label: html`${view.text(label)}${name === undefined ? nothing : html` <span class="choice-more">${view.text(name)}</span>`}`,
            })),
            state.severity,
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
    const { state, policy } = this;
    const known = new Set(this.policies.flatMap((each) => each.targets?.map(({ kind }) => kind) ?? []));
    const items = kindWords.filter((kind) => kind === this.kind || known.has(kind)).map((kind) => ({ id: kind, label: view.say(`kind.${kind}`) }));
    const contract = { zones: this.zones, calendars: library.index.calendars.map(({ id }) => id) };
    const options = (policy?.options ?? []).filter((option) => policy?.plans.some(({ id }) => holdsFor(option, lineageOf(policy, id))));
    return html`<section class="form-part" aria-labelledby="what-heading">
      <h3 id="what-heading">${view.say("compare.what")}</h3>
      ${vendorField(library, view.say("form.vendor"), view.say("compare.all-vendors"), state.policy, (id) => {
        this.edit((edited) => {
          edited.policy = id;
          edited.revision = edited.plan = edited.severity = edited.topic = edited.maturity = null;
          edited.byHand = false;
          edited.options.clear();
          edited.assumptions.clear();
        });
      })}
      ${items.length < 2
        ? nothing
        : select("kind", view.say("compare.kind"), items, this.kind, (value) => {
            this.kind = kindWords.find((kind) => kind === value) ?? "first-response";
            this.edit(() => undefined);
          })}
      ${options.map((option) =>
        optionField(view, option, contract, state.options.get(option.id), (value) => {
          this.edit((edited) => {
            if (value === "") edited.options.delete(option.id);
            else edited.options.set(option.id, value);
          });
        }),
      )}
    </section>`;
  }

  private scopeFields(view: Words): Content {
    const { state } = this;
    const { topics, maturities } = this.scope();
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
            state[name] ?? "",
            (value) => {
              this.edit((edited) => {
                edited[name] = value === "" ? null : value;
              });
            },
          );
    if (topics.length + maturities.length === 0) return nothing;
    return html`<section class="form-part" aria-labelledby="scope-form-heading">
      <h3 id="scope-form-heading">${view.say("form.scope")}</h3>
      ${field("topic", topics)} ${field("maturity", maturities)}
    </section>`;
  }

  private timeFields(view: Words): Content {
    const { state, filed } = this;
    const wall = filed ? parseWall(filed.local) : null;
    const ways = [
      { id: "now", label: view.say("form.now") },
      { id: "at", label: view.say("form.at") },
    ];
    const typed = (event: Event): void => {
      const fields = (event.target as HTMLElement).closest(".date-time")?.querySelectorAll("input") ?? [];
      const [date = "", time = ""] = [...fields].map((input) => input.value);
      if (date !== "" && time !== "") void this.fileAt(`${date}T${time.slice(0, 5)}`);
    };
    return html`<section class="form-part" aria-labelledby="time-heading">
      <h3 id="time-heading">${view.say("form.filing")}</h3>
      ${chips("filing", view.say("form.when"), ways, state.at === null ? "now" : "at", (value) => {
        this.edit((edited) => {
          edited.at = value === "now" ? null : this.submittedAt;
        });
      })}
      ${wall === null
        ? nothing
        : html`<p class="hint filed">
            ${formatShortDay(view.catalog, wall)}, ${formatTime(view.catalog, wall)}
            <span class="zone">${zoneName(state.timeZone ?? "")}, ${formatOffset(wall)}</span>
          </p>`}
      ${state.at === null || filed === null
        ? nothing
        : html`<div class="date-time">
            <div class="field">
              <label for="filed-date">${view.say("form.date")}</label>
              <input id="filed-date" type="date" min="2015-01-01" max="2099-12-31" .value=${live(filed.local.slice(0, 10))} @change=${typed} />
            </div>
            <div class="field">
              <label for="filed-time">${view.say("form.time")}</label>
              <input id="filed-time" type="time" .value=${live(filed.local.slice(11, 16))} @change=${typed} />
            </div>
          </div>`}
      ${zoneField(view, this.zones, view.say("form.zone"), view.say("form.zone-hint"), state.timeZone ?? "", this.wrongZone, (zone) => {
        this.typeZone(zone);
      })}
    </section>`;
  }

  private async fileAt(local: string): Promise<void> {
    const answer = await engine.wallTime({ time_zone: this.state.timeZone ?? "UTC", local });
    if (!answer.ok) return;
    this.edit((state) => {
      state.at = answer.at;
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
    this.edit((state) => {
      state.timeZone = zone;
    });
  }

  // --- the answer

  // The entries, with what the plan's own policy has no place for left out.
  private linkTo(row: CompareRow): string {
    const { state } = this;
    const { result, dropped } = row;
    const gone = (what: string): Set<string> => new Set(dropped.filter((item) => item.what === what).map(({ id }) => id));
    const without = (entries: Map<string, string>, ids: Set<string>): Map<string, string> =>
      new Map([...entries].filter(([id]) => !ids.has(id)));
    return formatLink({
      ...state,
      policy: result.policy.id,
      revision: result.policy.revision,
      plan: result.plan.id,
      severity: gone("severity").size > 0 ? null : state.severity,
      impact: without(state.impact, gone("facet.unknown")),
      options: without(state.options, gone("option")),
      assumptions: without(state.assumptions, gone("assumption")),
      topic: gone("topic").size > 0 ? null : state.topic,
      maturity: gone("maturity").size > 0 ? null : state.maturity,
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
    const vague = !this.state.byHand && this.state.impact.size === 0 && comparison.rows.some(({ result }) => result.severity.status === "unclear");
    return html`${revisionNotices(table)}
      <div class="card table-card">
        <p class="order" id="order">
          ${view.say(`compare.order.${this.sorting.by}`)}
          ${vague ? html`<strong>${view.say("compare.vague")}</strong>` : nothing}
        </p>
        ${compareTable(table)}
        ${comparison.strengths_differ ? html`<p class="note">${view.say("compare.strengths-differ")}</p>` : nothing}
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
