// A visitor's dealings with one calculator: what was entered last, the newest answer, and what was typed beside the entries.
import type { Evaluation, TicketRequest } from "#wasm";
import { engine as shared, type Engine } from "../files/engine.ts";
import { answering, type KnownRevision } from "../files/index-file.ts";
import type { CalendarDocument } from "../files/policy.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import type { Language } from "../words/languages.ts";
import { unknown } from "../words/facets.ts";
import { answerTo, nothingYet, type Snapshot, type WallTime } from "./answer.ts";
import { DocumentReader, type Documents, type Revision } from "./documents.ts";
import { forgetTicket, formatLink, parseLink, type Entries } from "./entries.ts";
import { remember } from "./remembered.ts";
import type { WrongNumber } from "./settle.ts";
import { zoneNamed } from "./zones.ts";

export interface LocalEntry {
  date: string;
  time: string;
}

/** What a visitor typed that is not, or not yet, an entry. */
export interface Typed {
  /** A wall time that is not simply one instant, and the entry it was typed into. */
  wallTime: { entry: string; answer: WallTime } | null;
  /** A zone that is none. */
  zone: string | null;
  /** A number that does not fit its option. */
  number: WrongNumber | null;
  /** The text of the ticket once somebody wrote in it, and the text it was when they began. */
  draft: { text: string; from: string } | null;
  markdown: boolean;
}

const minute = 60_000;

function thisMinute(): string {
  // Whole minutes: a ticket is not filed on the second, and a due with seconds would only look exact.
  return new Date(Math.floor(Date.now() / minute) * minute).toISOString().replace(".000Z", "Z");
}

/** The link of the entries of an answer. */
export function linkOf({ entries }: Snapshot): string {
  return formatLink(entries);
}

/** The link that still gives this answer tomorrow. */
export function fixedLinkOf({ entries, submittedAt }: Snapshot): string {
  return formatLink({ ...entries, at: submittedAt });
}

/** The revision in force today, where the one at hand has been followed by others. */
export function newerThan({ entry, revision, now }: Snapshot): KnownRevision | null {
  if (!entry || !revision) return null;
  const today = answering(entry, now.slice(0, 10));
  const { revisions } = entry;
  return today && revisions.indexOf(today) > revisions.indexOf(revision) ? today : null;
}

export class Model {
  /** The newest answer, with the entries it belongs to. */
  shown: Snapshot = nothingYet(thisMinute());
  /** What was entered last, answered or not. Never changed: an edit makes another one. */
  entered = this.shown.entries;
  readonly typed: Typed = { wallTime: null, zone: null, number: null, draft: null, markdown: false };
  /** The last answer to entries that are in order: what the plan has while there is none. */
  sound: Evaluation | null = null;
  zones: readonly string[] = [];
  tzdata: string | null = null;
  paused = false;

  private readonly engine: Engine;
  private readonly reader: DocumentReader;
  /** Counts what was asked: only the answer to the last is shown. */
  private turn = 0;
  /** Counts the tickets and policies begun with: what was typed for one is no entry of the next. */
  private subject = 0;
  /** Whether documents are read with all their texts, or as the first answer needs them. */
  private whole = false;

  constructor(
    private readonly files: PolicyFiles,
    private readonly changed: () => void,
    /** The language of the first answer. */
    readonly language: Language,
    /** The page that links lead to; null where no page knows the policy. */
    readonly page: string | null = document.baseURI,
  ) {
    this.engine = files.engine ?? shared;
    this.reader = new DocumentReader(files, language);
  }

  /** Reads what the first answer does without: the names of zones, and all texts of the policies chosen from now on. */
  async readWhole(): Promise<void> {
    this.whole = true;
    await this.readZones().catch(() => undefined); // where the core cannot run, texts can still be read
    const { entry, revision } = this.shown;
    if (!entry || !revision) return;
    const documents = await this.documentsOf({ ...revision, id: entry.id }, this.shown.entries);
    if (!documents.whole) throw new Error(`${entry.id}@${revision.revision} could not be read whole`);
    if (this.shown.entry !== entry || this.shown.revision !== revision) return;
    const { request, sound } = await this.withWhole(this.shown, documents);
    if (request !== this.shown.request) return;
    this.shown = { ...this.shown, documents, sound };
    this.sound = sound ?? this.sound;
  }

  /**
   * Starts over with the entries of a link. `take` makes of the answer what is shown, or null: what is shown then stays. It is not
   * called when something else was entered meanwhile.
   */
  async open(link: string, take: (answer: Snapshot) => Snapshot | null): Promise<void> {
    this.engine.start().catch(() => undefined); // what goes wrong is told by the first call
    const { entries, dropped } = parseLink(link);
    this.subject++;
    this.typed.wallTime = null;
    this.entered = entries;
    const turn = ++this.turn;
    const answer = await this.answer(entries, dropped);
    if (turn !== this.turn) return;
    const taken = take(answer);
    if (taken) this.show(taken);
    else this.entered = this.shown.entries;
  }

  /** Whether the first answer is on its way to entries that have one. */
  get awaitsAnswer(): boolean {
    return this.shown.busy && this.entered.plan !== null;
  }

  edit(change: (entries: Entries) => void): Promise<void> {
    const entries = structuredClone(this.entered);
    change(entries);
    this.entered = entries;
    return this.refresh([]);
  }

  choosePolicy(policy: string | null): Promise<void> {
    this.subject++;
    this.typed.number = null;
    this.typed.draft = null;
    const answered = this.edit((entries) => {
      forgetTicket(entries);
      entries.policy = policy;
      entries.revision = null;
      entries.plan = null;
      entries.severity = null;
      entries.topic = null;
      entries.maturity = null;
      entries.options.clear();
      entries.assumptions.clear();
    });
    this.changed(); // nothing can be entered for a vendor that is being left
    return answered;
  }

  answerFacet(facet: string, value: string): Promise<void> {
    return this.edit(({ impact }) => {
      // What the policy presumes must be denied aloud; everything else is unknown when it is left out.
      const presumed = this.shown.documents?.policy.presumed?.[facet]?.value;
      if (value === (presumed ?? unknown)) impact.delete(facet);
      else impact.set(facet, value);
    });
  }

  chooseZone(zone: string): Promise<void> {
    remember("time-zone", zone);
    return this.edit((entries) => {
      entries.timeZone = zone;
    });
  }

  /** A zone as typed: letter case and blanks are forgiven, an unknown name is pointed out. */
  async typeZone(typed: string): Promise<void> {
    const { subject } = this;
    await this.readZones();
    if (subject !== this.subject) return;
    const zone = zoneNamed(this.zones, typed);
    this.typed.zone = zone === undefined ? typed : null;
    if (zone === undefined) this.changed();
    else await this.chooseZone(zone);
  }

  fileNow(): Promise<void> {
    this.typed.wallTime = null;
    return this.edit((entries) => {
      entries.at = null;
    });
  }

  /** Takes the date and the time the visitor's clocks show; the core says which instant that is. */
  async enterTime(entry: string, { date, time }: LocalEntry, change: (entries: Entries, at: string) => void): Promise<void> {
    const { subject } = this;
    const zone = this.entered.timeZone ?? this.shown.entries.timeZone;
    if (zone === null) return;
    const answer = await this.engine.wallTime({ time_zone: zone, local: `${date}T${time}` }).catch(() => null);
    if (subject !== this.subject) return;
    if (answer && !answer.ok) {
      this.shown = { ...this.shown, diagnostics: answer.diagnostics };
      this.changed();
      return;
    }
    this.typed.wallTime = answer && answer.kind !== "unique" ? { entry, answer } : null;
    if (answer) this.shown = { ...this.shown, locals: new Map([...this.shown.locals, [answer.at, answer.local]]) };
    // Without the core the entry stays what it was, and the next answer says what is wrong.
    await this.edit((entries) => {
      if (answer) change(entries, answer.at);
    });
  }

  fileAt(local: LocalEntry): Promise<void> {
    return this.enterTime("at", local, (entries, at) => {
      entries.at = at;
    });
  }

  /** The other of two instants that show the same local time. */
  fileAtInstant(at: string): Promise<void> {
    return this.edit((entries) => {
      entries.at = at;
    });
  }

  /** The ticket's text changed by hand; null goes back to the one made from the entries. */
  write(draft: Typed["draft"]): void {
    this.typed.draft = draft;
    this.changed();
  }

  writeMarkdown(markdown: boolean): void {
    this.typed.markdown = markdown;
    this.typed.draft = null;
    this.changed();
  }

  /** A minute has passed, or the page is looked at again. */
  async tick(): Promise<void> {
    if (this.paused || thisMinute() === this.shown.now) return;
    await this.refresh(this.shown.dropped);
  }

  async pause(paused: boolean): Promise<void> {
    this.paused = paused;
    if (paused) this.changed();
    else await this.refresh(this.shown.dropped);
  }

  /**
   * The answer on show with reports about it. They cost more than the answer, so they are asked for apart, behind it.
   * Null when there is no answer, or another one by now.
   */
  async report(include: NonNullable<TicketRequest["include"]>, now: boolean, target: number): Promise<Evaluation | null> {
    const { documents, result, request: asked } = this.shown;
    if (!documents || !result || !asked) return null;
    const request: TicketRequest = { ...asked, include, target };
    if (!now) delete request.now;
    const answer = await this.engine.evaluate(documents.list, request);
    return answer.ok && result === this.shown.result ? answer : null;
  }

  async calendar(id: string): Promise<CalendarDocument> {
    return JSON.parse(await this.files.text(`calendars/${id}.json`)) as CalendarDocument;
  }

  private async readZones(): Promise<void> {
    if (this.zones.length > 0) return;
    const zones = await this.engine.zones();
    this.tzdata = (await this.engine.versions()).tzdata;
    this.zones = zones;
  }

  // What is wrong with entries that did not come from a link goes silently: they were right for what was chosen before.
  private async refresh(dropped: readonly string[]): Promise<void> {
    const turn = ++this.turn;
    const answer = await this.answer(this.entered, []);
    if (turn === this.turn) this.show({ ...answer, dropped });
  }

  private async answer(entries: Entries, dropped: readonly string[]): Promise<Snapshot> {
    const { files, engine } = this;
    const now = this.paused ? this.shown.now : thisMinute();
    const documents = this.documentsOf.bind(this);
    const answer = await answerTo(entries, dropped, now, { files, engine, documents });
    const { entry, revision } = answer;
    if (!this.whole || !entry || !revision || answer.documents?.whole !== false) return answer;
    // Meanwhile somebody wants all texts.
    return this.withWhole(answer, await this.documentsOf({ ...revision, id: entry.id }, answer.entries));
  }

  /** An answer that was given by the documents of the first one: the result is the same, and there is more on offer. */
  private async withWhole(given: Snapshot, documents: Documents): Promise<Snapshot> {
    const { request } = given;
    if (!request) return { ...given, documents };
    const answer = await this.engine.evaluate(documents.list, { ...request, include: ["offer"] }).catch(() => null);
    return { ...given, documents, sound: answer?.ok === true ? answer : given.sound };
  }

  private show(answer: Snapshot): void {
    this.shown = answer;
    this.entered = answer.entries;
    if (answer.sound) this.sound = answer.sound;
    this.changed();
  }

  private async documentsOf(revision: Revision, { topic, maturity }: Entries): Promise<Documents> {
    // What is covered is not in the documents of the first answer.
    const needed = topic !== null || maturity !== null;
    const { whole } = this;
    try {
      const documents = await this.reader.read(revision, whole || needed);
      return this.whole && !documents.whole ? await this.reader.read(revision, true) : documents;
    } catch (error) {
      if (!this.whole) throw error;
      this.whole = false; // an answer can do without
      return this.reader.read(revision, needed);
    }
  }
}
