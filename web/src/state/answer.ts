// From entries to what the core answers, in one go and without a memory: who asks twice gets two answers, each with the entries it
// belongs to.
import type { Diagnostic, Evaluation, TicketRequest, WallTimeAnswer } from "#wasm";
import { EngineTrapped, EngineUnavailable, PolicyRefused, type Engine } from "../files/engine.ts";
import { answering, type KnownPolicy, type KnownRevision } from "../files/index-file.ts";
import type { Policy } from "../files/policy.ts";
import { importPart } from "../files/import-part.ts";
import type { PolicyFiles } from "../files/policy-files.ts";
import type { Documents, Revision } from "./documents.ts";
import { emptyEntries, type Entries } from "./entries.ts";
import { remembered } from "./remembered.ts";
import { requestOf } from "./request.ts";
import { settlePolicy } from "./settle.ts";
import type { Left } from "./refused.ts";
import { browserZone } from "./zones.ts";

export type Problem = "files" | "blocked" | "trapped";

export type WallTime = Extract<WallTimeAnswer, { ok: true }>;

/** Entries as they hold, and the answer to them. Never changed: what changes is another one. */
export interface Snapshot {
  /** Nobody has asked yet. */
  readonly busy: boolean;
  readonly entries: Entries;
  /** What of the entries meant nothing, as a link names it. */
  readonly dropped: readonly string[];
  readonly now: string;
  /** When the ticket is filed. */
  readonly submittedAt: string;
  /** The same on the visitor's clocks. */
  readonly filed: WallTime | null;
  /** What the visitor's clocks show at the other instants entered. */
  readonly locals: ReadonlyMap<string, string>;
  readonly policies: readonly KnownPolicy[] | null;
  readonly entry: KnownPolicy | null;
  readonly revision: KnownRevision | null;
  readonly documents: Documents | null;
  /** What was asked: the entries without what has no place under the plan. */
  readonly request: TicketRequest | null;
  /** Null as long as something is missing, such as the plan, or where something is wrong. */
  readonly result: Evaluation | null;
  /** The result; where something entered is wrong, the one without it. Says what the plan has, with `offer` once all texts are there. */
  readonly sound: Evaluation | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with an entry beside the ticket itself; the answer leaves that entry out. */
  readonly entryProblems: readonly Diagnostic[];
  readonly problem: Problem | null;
}

export function nothingYet(now: string): Snapshot {
  return {
    busy: true,
    entries: emptyEntries(),
    dropped: [],
    now,
    submittedAt: now,
    filed: null,
    locals: new Map(),
    policies: null,
    entry: null,
    revision: null,
    documents: null,
    request: null,
    result: null,
    sound: null,
    diagnostics: [],
    entryProblems: [],
    problem: null,
  };
}

/** What answers come from. */
export interface Sources {
  files: PolicyFiles;
  engine: Engine;
  documents: (revision: Revision, entries: Entries) => Promise<Documents>;
}

type Draft = { -readonly [Key in keyof Snapshot]: Snapshot[Key] };

/** Settles the entries, and asks the core. What goes wrong is part of the answer. */
export async function answerTo(given: Entries, dropped: readonly string[], now: string, sources: Sources): Promise<Snapshot> {
  const draft: Draft = { ...nothingYet(now), busy: false, entries: given, dropped };
  try {
    await settle(draft, sources);
    await settleClocks(draft, sources.engine);
    draft.submittedAt = draft.entries.at ?? now;
    await ask(draft, sources.engine);
  } catch (error) {
    if (error instanceof PolicyRefused) draft.diagnostics = error.diagnostics;
    else draft.problem = error instanceof EngineUnavailable ? "blocked" : error instanceof EngineTrapped ? "trapped" : "files";
  }
  return draft;
}

function take(draft: Draft, { entries, dropped }: { entries: Entries; dropped: readonly string[] }): void {
  draft.entries = entries;
  draft.dropped = [...draft.dropped, ...dropped];
}

async function settle(draft: Draft, { files, documents }: Sources): Promise<void> {
  const policies = await files.policies();
  draft.policies = policies;
  const [only, another] = policies;
  const given = draft.entries.policy === null && only && !another ? { ...draft.entries, policy: only.id } : draft.entries;
  draft.submittedAt = given.at ?? draft.now;
  const chosen = settlePolicy(given, policies);
  take(draft, chosen);
  const { entry, named } = chosen;
  const revision = named ?? (entry && answering(entry, draft.submittedAt.slice(0, 10)));
  draft.entry = entry;
  draft.revision = revision;
  if (!entry || !revision) {
    const { timeZone, at } = given;
    draft.entries = { ...emptyEntries(), timeZone, at };
    return;
  }
  draft.entries = { ...draft.entries, revision: revision.revision };
  draft.documents = await documents({ id: entry.id, revision: revision.revision, calendars: revision.calendars }, draft.entries);
  draft.entries = { ...draft.entries, plan: draft.entries.plan ?? onlyPlan(draft.documents.policy) };
}

// Zone and instants are the core's to judge.
async function settleClocks(draft: Draft, engine: Engine): Promise<void> {
  const knows = async (zone: string): Promise<boolean> => (await engine.wallTime({ time_zone: zone, at: draft.now })).ok;
  let zone = draft.entries.timeZone;
  if (zone === null || !(await knows(zone))) {
    if (zone !== null) draft.dropped = [...draft.dropped, "tz"];
    zone = "UTC";
    for (const own of [browserZone(), remembered("time-zone")]) if (own !== null && (await knows(own))) zone = own;
    draft.entries = { ...draft.entries, timeZone: zone };
  }
  let filed = await engine.wallTime({ time_zone: zone, at: draft.submittedAt });
  if (!filed.ok && draft.entries.at !== null) {
    // An instant outside what the core knows: only a link can say so.
    take(draft, { entries: { ...draft.entries, at: null }, dropped: ["at"] });
    filed = await engine.wallTime({ time_zone: zone, at: draft.now });
  }
  draft.filed = filed.ok ? filed : null;
  const { responded, escalated, pauses } = draft.entries;
  const locals = new Map<string, string>();
  for (const at of [responded, escalated, ...pauses.flatMap(({ from, to }) => [from, to])]) {
    if (at === null) continue;
    const answer = await engine.wallTime({ time_zone: zone, at });
    if (answer.ok) locals.set(at, answer.local);
  }
  draft.locals = locals;
}

function onlyPlan({ plans: [plan, other] }: Policy): string | null {
  return plan && !other ? plan.id : null;
}

// What the core refuses is left out until it answers (refused.ts).
async function ask(draft: Draft, engine: Engine): Promise<void> {
  const { documents, now, entries } = draft;
  if (!documents) return;
  const { list, policy, whole } = documents;
  const left: Left = { asked: structuredClone(entries), kept: structuredClone(entries), dropped: [], beside: [], refused: [] };
  while (left.asked.plan !== null) {
    const request = requestOf(left.asked, `${policy.id}@${policy.revision}`, left.asked.plan, now);
    const answer = await engine.evaluate(list, whole ? { ...request, include: ["offer"] } : request);
    if (answer.ok) {
      draft.request = request;
      draft.sound = answer;
      break;
    }
    const { leaveOut } = await importPart("refused", () => import("./refused.ts"));
    if (!leaveOut(left, answer.diagnostics, policy)) break;
    left.asked.plan ??= left.kept.plan = onlyPlan(policy);
  }
  draft.entryProblems = left.beside;
  draft.diagnostics = left.refused;
  draft.result = left.refused.length === 0 ? draft.sound : null;
  take(draft, { entries: left.kept, dropped: left.dropped });
}
