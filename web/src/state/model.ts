// What the calculator knows: the visitor's entries, the policy they are about, and the core's answer to them.
import type { Diagnostic, Evaluation, PolicyDocument, Result, TicketRequest, WallTimeAnswer } from "#wasm";
import { EngineTrapped, EngineUnavailable, PolicyRefused, engine as shared, type Engine } from "../files/engine.ts";
import { isAnswer, unknown } from "../words/facets.ts";
import { revisionOn, type KnownPolicy, type KnownRevision } from "../files/index-file.ts";
import type { Language } from "../words/languages.ts";
import { lineageOf, openTo, type CalendarDocument, type Option, type Policy } from "../files/policy.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import { remember, remembered } from "./remembered.ts";
import { browserZone, zoneNamed } from "./zones.ts";
import { emptyState, forgetTicket, formatLink, parseLink, wholePauses, type State } from "./entries.ts";

export type Problem = "files" | "blocked" | "trapped";

export interface LocalEntry {
  date: string;
  time: string;
}

/** A wall time as typed that is not simply one instant, and the entry it was typed into. */
export interface Typed {
  entry: string;
  answer: WallTime;
}

type WallTime = Extract<WallTimeAnswer, { ok: true }>;

// What a ticket need not have: where the core refuses one of these, the rest is answered all the same.
const besides: readonly (keyof TicketRequest)[] = ["responded_at", "escalated_at", "pauses", "version"];

const minute = 60_000;

function instantOf(milliseconds: number): string {
  // Whole minutes: a ticket is not filed on the second, and a due with seconds would only look exact.
  return new Date(Math.floor(milliseconds / minute) * minute).toISOString().replace(".000Z", "Z");
}

// Whether an option can have this value. Zones and times of day are the core's to judge.
function fits({ choices, type, integer }: Option, value: string, calendars: readonly string[]): boolean {
  if (choices) return choices.some(({ id }) => id === value);
  if (type) return type !== "calendar" || value === "none" || calendars.includes(value);
  return integer !== undefined && /^\d{1,9}$/.test(value) && Number(value) >= integer.min && Number(value) <= integer.max;
}

export class Model {
  state: State = emptyState();
  /** Parts of the link that were not understood. */
  dropped: string[] = [];
  policies: readonly KnownPolicy[] | null = null;
  entry: KnownPolicy | null = null;
  revision: KnownRevision | null = null;
  policy: Policy | null = null;
  result: Evaluation | null = null;
  diagnostics: Diagnostic[] = [];
  problem: Problem | null = null;
  zones: string[] = [];
  tzdata: string | null = null;
  now = instantOf(Date.now());
  paused = false;
  /** The time of filing on the visitor's clocks. */
  filed: WallTime | null = null;
  typed: Typed | null = null;
  /** What is wrong with an entry beside the ticket itself; the answer leaves that entry out. */
  entryProblems: Diagnostic[] = [];
  /** The text of the ticket once somebody wrote in it, and the text it was when they began. */
  draft: { text: string; from: string } | null = null;
  markdown = false;
  busy = true;
  /** A zone that was typed and is none. */
  zoneProblem: string | null = null;
  /** A number that was typed and does not fit its option. */
  numberProblem: { option: string; typed: string } | null = null;

  /** The calendars loaded with the policy. */
  readonly calendars = new Map<string, CalendarDocument>();

  private readonly engine: Engine;
  private turn = 0;
  private lastAsked: string[] = [];
  private documents: { of: string; list: readonly PolicyDocument[] } | null = null;
  /** Whether documents are read with all their texts, or as the first answer needs them. */
  private whole = false;
  /** What the visitor's clocks show at the instants entered. */
  private readonly locals = new Map<string, string>();

  constructor(
    private readonly files: PolicyFiles,
    private readonly changed: () => void,
    /** The language of the first answer. */
    readonly language: Language,
    /** The page that links lead to; null where no page knows the policy. */
    readonly page: string | null = document.baseURI,
  ) {
    this.engine = files.engine ?? shared;
  }

  /** Reads what the first answer does without: the names of zones, and all texts of the policies chosen from now on. */
  async readWhole(): Promise<void> {
    this.whole = true;
    await this.readZones().catch(() => undefined); // where the core cannot run, texts can still be read
    const { entry, revision } = this;
    if (!entry || !revision) return;
    const documents = await this.documentsOf(entry, revision);
    if (this.documents?.of.startsWith("first ")) throw new Error(`${entry.id}@${revision.revision} could not be read whole`);
    if (revision === this.revision) this.show(documents);
  }

  /** Starts everything the first result needs at once. */
  async open(link: string): Promise<void> {
    this.engine.start().catch(() => undefined); // what goes wrong is told by the first call
    const { state, dropped } = parseLink(link);
    this.state = state;
    this.dropped = dropped;
    this.typed = null;
    await this.refresh(true);
  }

  get link(): string {
    return formatLink(this.state);
  }

  /** The link that still gives this result tomorrow. */
  get fixedLink(): string {
    return formatLink({ ...this.state, at: this.submittedAt });
  }

  get submittedAt(): string {
    return this.state.at ?? this.now;
  }

  /** The revision in force today, where the one at hand has been followed by others. */
  get newer(): KnownRevision | null {
    if (!this.entry || !this.revision) return null;
    const today = revisionOn(this.entry, this.now.slice(0, 10));
    const { revisions } = this.entry;
    return today && revisions.indexOf(today) > revisions.indexOf(this.revision) ? today : null;
  }

  /** An instant that was entered, on the visitor's clocks: "2026-04-02T16:30:00+02:00". */
  localOf(at: string): string | null {
    return this.locals.get(at) ?? null;
  }

  /** The ticket's text changed by hand; null goes back to the one made from the entries. */
  write(draft: Model["draft"]): void {
    this.draft = draft;
    this.changed();
  }

  writeMarkdown(markdown: boolean): void {
    this.markdown = markdown;
    this.draft = null;
    this.changed();
  }

  edit(change: (state: State) => void): Promise<void> {
    change(this.state);
    this.dropped = [];
    return this.refresh(false);
  }

  choosePolicy(policy: string | null): Promise<void> {
    this.numberProblem = null;
    this.draft = null;
    return this.edit((state) => {
      forgetTicket(state);
      state.policy = policy;
      state.revision = null;
      state.plan = null;
      state.severity = null;
      state.topic = null;
      state.maturity = null;
      state.options.clear();
      state.assumptions.clear();
    });
  }

  answer(facet: string, value: string): Promise<void> {
    return this.edit((state) => {
      // What the policy presumes must be denied aloud; everything else is unknown when it is left out.
      const presumed = this.policy?.presumed?.[facet]?.value;
      if (value === (presumed ?? unknown)) state.impact.delete(facet);
      else state.impact.set(facet, value);
    });
  }

  chooseZone(zone: string): Promise<void> {
    remember("time-zone", zone);
    return this.edit((state) => {
      state.timeZone = zone;
    });
  }

  private async readZones(): Promise<void> {
    if (this.zones.length > 0) return;
    this.zones = await this.engine.zones();
    this.tzdata = (await this.engine.versions()).tzdata;
  }

  /** A zone as typed: letter case and blanks are forgiven, an unknown name is pointed out. */
  async typeZone(typed: string): Promise<void> {
    await this.readZones();
    const zone = zoneNamed(this.zones, typed);
    this.zoneProblem = zone === undefined ? typed : null;
    if (zone === undefined) this.changed();
    else await this.chooseZone(zone);
  }

  /** A whole number as typed; one out of range is pointed out and not used. */
  typeNumber(option: Option, typed: string): Promise<void> {
    const value = typed.trim();
    this.numberProblem = value === "" || fits(option, value, []) ? null : { option: option.id, typed };
    return this.edit(({ options }) => {
      if (value === "" || this.numberProblem) options.delete(option.id);
      else options.set(option.id, value);
    });
  }

  /** The questions the plan's levels use, in order. */
  get asked(): string[] {
    return this.result?.severity.ask ?? this.lastAsked;
  }

  fileNow(): Promise<void> {
    this.typed = null;
    return this.edit((state) => {
      state.at = null;
    });
  }

  /** Takes the date and the time the visitor's clocks show; the core says which instant that is. */
  async enterTime(entry: string, { date, time }: LocalEntry, change: (state: State, at: string) => void): Promise<void> {
    const zone = this.state.timeZone;
    if (zone === null) return;
    try {
      const answer = await this.engine.wallTime({ time_zone: zone, local: `${date}T${time}` });
      if (!answer.ok) {
        this.diagnostics = answer.diagnostics;
        this.changed();
        return;
      }
      this.typed = answer.kind === "unique" ? null : { entry, answer };
      await this.edit((state) => {
        change(state, answer.at);
      });
    } catch (error) {
      this.fail(error);
    }
  }

  fileAt(local: LocalEntry): Promise<void> {
    return this.enterTime("at", local, (state, at) => {
      state.at = at;
    });
  }

  /** The other of two instants that show the same local time. */
  fileAtInstant(at: string): Promise<void> {
    return this.edit((state) => {
      state.at = at;
    });
  }

  /** A minute has passed, or the page is looked at again. */
  async tick(): Promise<void> {
    if (this.paused) return;
    const now = instantOf(Date.now());
    if (now === this.now) return;
    await this.refresh(false);
  }

  async pause(paused: boolean): Promise<void> {
    this.paused = paused;
    if (paused) this.changed();
    else await this.refresh(false);
  }

  private async refresh(fromLink: boolean): Promise<void> {
    const turn = ++this.turn;
    const current = (): boolean => turn === this.turn;
    if (!this.paused) this.now = instantOf(Date.now());
    try {
      await this.settle(fromLink);
    } catch (error) {
      if (current()) this.fail(error);
      return;
    }
    if (!current()) return;
    try {
      await this.ask();
      if (!current()) return;
      this.problem = null;
    } catch (error) {
      if (!current()) return;
      this.fail(error);
    }
    this.busy = false;
    this.changed();
  }

  private fail(error: unknown): void {
    this.diagnostics = error instanceof PolicyRefused ? error.diagnostics : [];
    if (error instanceof PolicyRefused) this.problem = null;
    else if (error instanceof EngineUnavailable) this.problem = "blocked";
    else if (error instanceof EngineTrapped) this.problem = "trapped";
    else this.problem = "files";
    this.result = null;
    this.busy = false;
    this.changed();
  }

  // Brings what was entered in line with the policies there are. What a link says and no policy knows is dropped aloud;
  // what merely does not fit the policy chosen now goes silently.
  private async settle(fromLink: boolean): Promise<void> {
    this.policies ??= await this.files.policies();
    const { state } = this;
    const drop = (name: string): void => {
      if (fromLink) this.dropped.push(name);
    };

    const [only, another] = this.policies;
    if (state.policy === null && only && !another) state.policy = only.id;
    this.entry = this.policies.find(({ id }) => id === state.policy) ?? null;
    if (!this.entry) {
      if (state.policy !== null) drop("policy");
      const { timeZone, at } = state;
      this.state = { ...emptyState(), timeZone, at };
      this.revision = null;
      this.policy = null;
      return;
    }

    this.revision = this.entry.revisions.find(({ revision }) => revision === state.revision) ?? null;
    if (!this.revision) {
      if (state.revision !== null) drop(`policy=${state.policy ?? ""}@${state.revision}`);
      this.revision = revisionOn(this.entry, this.submittedAt.slice(0, 10)) ?? null;
    }
    if (!this.revision) return;
    state.revision = this.revision.revision;
    const policy = this.show(await this.documentsOf(this.entry, this.revision));

    if (state.plan !== null && !policy.plans.some(({ id }) => id === state.plan)) {
      drop("plan");
      state.plan = null;
    }
    const onlyPlan = policy.plans.length === 1 ? policy.plans[0] : undefined;
    if (state.plan === null && onlyPlan) state.plan = onlyPlan.id;

    const severities = policy.severities ?? [];
    const lineage = state.plan === null ? null : lineageOf(policy, state.plan);
    const isOpen = (plans?: string[]): boolean => lineage === null || openTo(plans, lineage);
    if (state.severity !== null && !severities.some(({ id, plans }) => id === state.severity && isOpen(plans))) {
      drop("severity");
      state.severity = null;
    }
    if (severities.length === 0) state.byHand = false;
    for (const [facet, value] of state.impact) {
      if (isAnswer(policy, facet, value)) continue;
      drop(`impact.${facet}`);
      state.impact.delete(facet);
    }

    for (const [id, value] of state.options) {
      const option = policy.options?.find((candidate) => candidate.id === id);
      if (option && fits(option, value, this.revision.calendars)) continue;
      drop(`option.${id}`);
      state.options.delete(id);
    }
    for (const [id, value] of state.assumptions) {
      const assumption = policy.assumptions?.find((candidate) => candidate.id === id);
      if (assumption && ((assumption.type !== "calendar" && assumption.type !== "hours") || (assumption.choices ?? [assumption.default]).includes(value))) continue;
      drop(`assume.${id}`);
      state.assumptions.delete(id);
    }

    const topics = policy.scope?.topics ?? [];
    if (state.topic !== null && state.topic !== "other" && !topics.some(({ id }) => id === state.topic)) {
      drop("topic");
      state.topic = null;
    }
    const maturities = policy.scope?.maturities ?? [];
    if (state.maturity !== null && !maturities.some(({ id }) => id === state.maturity)) {
      drop("maturity");
      state.maturity = null;
    }
  }

  private async ask(): Promise<void> {
    await this.settleZone();
    await this.showFiled();

    const { entry, revision, policy, state } = this;
    if (!entry || !revision || !policy) {
      this.result = null;
      this.diagnostics = [];
      return;
    }
    if (state.plan === null) {
      this.result = null;
      this.diagnostics = [];
      return;
    }
    const documents = await this.documentsOf(entry, revision);
    const answer = await this.evaluate(documents, this.request(entry, revision, policy, state.plan));
    this.result = answer.ok ? answer : null;
    if (answer.ok) this.lastAsked = answer.severity.ask;
    this.diagnostics = answer.ok ? [] : answer.diagnostics;
  }

  /**
   * The answer on show with reports about it. They cost more than the answer, so they are asked for apart, behind it.
   * Null when there is no answer, or another one by now.
   */
  async report(include: NonNullable<TicketRequest["include"]>, now: boolean, target: number): Promise<Evaluation | null> {
    const { entry, revision, policy, result, state } = this;
    if (!entry || !revision || !policy || !result || state.plan === null) return null;
    const request: TicketRequest = { ...this.request(entry, revision, policy, state.plan), include, target };
    if (!now) delete request.now;
    const answer = await this.engine.evaluate(await this.documentsOf(entry, revision), request);
    return answer.ok && result === this.result ? answer : null;
  }

  async calendar(id: string): Promise<CalendarDocument> {
    return JSON.parse(await this.files.text(`calendars/${id}.json`)) as CalendarDocument;
  }

  private async evaluate(documents: readonly PolicyDocument[], request: TicketRequest): Promise<Result> {
    const answer = await this.engine.evaluate(documents, request);
    this.entryProblems = [];
    if (answer.ok) return answer;
    const wrong = besides.filter((key) => answer.diagnostics.some(({ pointer }) => pointer.startsWith(`/${key}`)));
    if (wrong.length === 0 || !answer.diagnostics.every(({ pointer }) => wrong.some((key) => pointer.startsWith(`/${key}`)))) return answer;
    this.entryProblems = answer.diagnostics;
    const kept = Object.entries(request).filter(([key]) => !wrong.includes(key as keyof TicketRequest));
    return this.engine.evaluate(documents, Object.fromEntries(kept) as unknown as TicketRequest);
  }

  request(entry: KnownPolicy, revision: KnownRevision, policy: Policy, plan: string): TicketRequest {
    const { state } = this;
    const at = this.submittedAt;
    const request: TicketRequest = { policy: `${entry.id}@${revision.revision}`, plan, submitted_at: at };
    if (state.timeZone !== null) request.visitor_time_zone = state.timeZone;
    if (state.byHand) {
      if (state.severity !== null) request.severity = state.severity;
    } else if (state.impact.size > 0 && (policy.severities ?? []).length > 0) {
      request.impact = Object.fromEntries(state.impact);
    }
    const options = [...state.options]
      .map(([id, value]) => ({ option: policy.options?.find((candidate) => candidate.id === id), value }))
      .flatMap(({ option, value }) =>
        option && openTo(option.plans, lineageOf(policy, plan))
          ? [[option.id, option.integer ? Number(value) : value] as const]
          : [],
      );
    if (options.length > 0) request.options = Object.fromEntries(options);
    if (state.assumptions.size > 0) request.assumptions = Object.fromEntries(state.assumptions);
    if (state.topic !== null) request.topic = state.topic;
    if (state.maturity !== null) request.maturity = state.maturity;
    if (this.now >= at) request.now = this.now;
    if (state.responded !== null) request.responded_at = state.responded;
    if (state.escalated !== null) request.escalated_at = state.escalated;
    const pauses = wholePauses(state);
    if (pauses.length > 0) request.pauses = pauses;
    if (state.released !== null || state.behind !== null) {
      request.version = {
        ...(state.released === null ? {} : { released_on: state.released }),
        ...(state.behind === null ? {} : { behind: Number(state.behind) }),
      };
    }
    return request;
  }

  private async settleZone(): Promise<void> {
    const asked = this.state.timeZone;
    if (asked !== null && (await this.knowsZone(asked))) return;
    let own = "UTC";
    for (const zone of [browserZone(), remembered("time-zone")]) if (zone !== null && (await this.knowsZone(zone))) own = zone;
    if (this.state.timeZone !== asked) return; // another one was chosen meanwhile
    if (asked !== null) this.dropped.push("tz");
    this.state.timeZone = own;
  }

  private async knowsZone(zone: string): Promise<boolean> {
    return (await this.engine.wallTime({ time_zone: zone, at: this.now })).ok;
  }

  private async showFiled(): Promise<void> {
    const zone = this.state.timeZone;
    if (zone === null) return;
    let answer = await this.engine.wallTime({ time_zone: zone, at: this.submittedAt });
    const fixed = this.state.at;
    if (!answer.ok && fixed !== null) {
      // An instant outside what the core knows: only a link can say so.
      this.state.at = null;
      this.dropped.push("at");
      answer = await this.engine.wallTime({ time_zone: zone, at: this.submittedAt });
    }
    this.filed = answer.ok ? answer : null;
    await this.showEntered(zone);
  }

  private async showEntered(zone: string): Promise<void> {
    const { responded, escalated, pauses } = this.state;
    this.locals.clear();
    for (const at of [responded, escalated, ...pauses.flatMap(({ from, to }) => [from, to])]) {
      if (at === null) continue;
      const answer = await this.engine.wallTime({ time_zone: zone, at });
      if (answer.ok) this.locals.set(at, answer.local);
    }
  }

  private async documentsOf(entry: KnownPolicy, revision: KnownRevision): Promise<readonly PolicyDocument[]> {
    const path = `${entry.id}/${revision.revision}.json`;
    const { whole } = this;
    const first = !whole && !this.asksScope && this.files.first !== undefined;
    const of = first ? `first ${path}` : path;
    if (this.documents?.of === of) return this.documents.list;
    const paths = [path, ...revision.calendars.map((id) => `calendars/${id}.json`)];
    let list: readonly PolicyDocument[];
    try {
      list =
        (first ? await this.files.first?.(path, this.language) : undefined) ??
        (await Promise.all(paths.map(async (name) => ({ path: name, text: await this.files.text(name) }))));
    } catch (error) {
      if (!whole) throw error;
      this.whole = false; // an answer can do without
      return this.documentsOf(entry, revision);
    }
    if (whole !== this.whole) return this.documentsOf(entry, revision); // meanwhile somebody wants all
    this.documents = { of, list };
    return list;
  }

  // What is covered is not in the documents of the first answer.
  private get asksScope(): boolean {
    return this.state.topic !== null || this.state.maturity !== null;
  }

  private show([policy, ...calendars]: readonly PolicyDocument[]): Policy {
    this.policy = JSON.parse(policy?.text ?? "") as Policy;
    this.calendars.clear();
    for (const { path, text } of calendars) this.calendars.set(path.slice("calendars/".length, -".json".length), JSON.parse(text) as CalendarDocument);
    return this.policy;
  }
}
