// The wasm module `supportcalc-reports.mjs`: what supportcalc.mjs has, and what a form offers, comparison and audit (docs/api.md).
import type { SupportcalcModule, SupportcalcModuleOptions, TicketRequest } from "./index.js";

export interface SupportcalcReportsModule extends SupportcalcModule {
  /** What a form offers before there is a ticket. Takes JSON of `EntriesRequest`, returns JSON of `EntriesResult`. */
  entries(request: string): string;
  /** One problem under every plan. Takes JSON of `CompareRequest`, returns JSON of `CompareResult`. */
  compare(request: string): string;
  /** Begins to look at a table before it is judged. Takes JSON of `AuditOptions`, returns JSON of `AuditBegun`. */
  table_begin(options: string): string;
  /** Takes the next piece of it, as `audit_add` does. */
  table_add(piece: string | Uint8Array): void;
  /** No more comes. Returns JSON of `TableSeen`. */
  table_end(): string;
  /** Begins an audit, and gives up one that is not ended. Takes JSON of `AuditOptions`, returns JSON of `AuditBegun`. */
  audit_begin(options: string): string;
  /** Takes the next piece of the table, as text or as bytes of UTF-8. Returns JSON of `AuditProgress`. */
  audit_add(piece: string | Uint8Array): string;
  /** No more comes. Returns JSON of `AuditEnd`. */
  audit_end(): string;
}

export default function createSupportcalcReports(options: SupportcalcModuleOptions): Promise<SupportcalcReportsModule>;

// --- compare

export interface CompareRequest extends Omit<TicketRequest, "policy" | "plan"> {
  /** An id, ids, or "*" for all; each may name a revision. */
  policy: string | string[];
  kind?: TargetKind;
}

// --- audit

export interface AuditOptions {
  /** Instead of a column; may name a revision. */
  policy?: string;
  /** Instead of a column. */
  plan?: string;
  options?: Record<string, string | number>;
  assumptions?: Record<string, string>;
  /** Until when tickets without an answer have waited. */
  now?: Instant;
  /** Of times that are written without an offset. */
  time_zone?: string;
  /** How the table is to be read (mapping.schema.json); what it leaves open is recognised. */
  mapping?: object;
  /** Columns that the report breaks down by. */
  by?: string[];
  /** Whether to write the result table. */
  csv?: boolean;
}

/** What was recognised of a table: `mapping` is for `AuditOptions`, `missing` says what has to be added to it. */
export type TableSeen = { ok: true; mapping: object; missing: Diagnostic[]; rows: number; repeated_ids: number } | Failure;

/** What is counted of any set of tickets. */
export type AuditCounts = Pick<AuditSummary, Exclude<AuditVerdict, "duplicate"> | "overdue" | "buckets">;

// --- written by tools/result_types.mjs

import type { Instant, GrantUnit, TargetKind, Commitment, ClockStart, Diagnostic, Done, Failure, Dropped, Evaluation } from "./index.js";

/** How a ticket fared. */
export type AuditVerdict = "met" | "missed" | "disputed" | "open" | "no-figure" | "unjudged" | "duplicate";

/** Why a table leaves an instant open. */
export type AuditDoubt = "no-time-of-day" | "repeated-hour" | "skipped-hour";

/** What `audit_begin` answers. */
export type AuditBegun = Done | Failure;

/** What `audit_end` answers. */
export type AuditEnd = AuditEnded | Failure;

/** Why the tickets of a group have no due. */
export type AuditReason =
  | "guarantee"
  | "objective"
  | "target"
  | "aspiration"
  | "best-effort"
  | "bespoke"
  | "none"
  | "not-offered"
  | "not-applicable"
  | "not-stated"
  | "option-missing"
  | "clock-start-unknown"
  | "out-of-scope"
  | "conditional";

/** What `audit_add` answers. */
export type AuditProgress = AuditAnswered | Failure;

/** What `compare` answers. */
export type CompareResult = Comparison | Failure;

/** How far the figure of a compared plan binds, from the firmest. */
export type RankGroup = "promised" | "aspired" | "partial" | "open" | "unpromised" | "absent";

/** A piece of the table, judged. */
export interface AuditAnswered {
  /** It worked. */
  ok: true;
  /** Judged so far. */
  tickets: number;
  /** Of this piece: neither met nor without a figure. */
  rows: AuditRow[];
  /** Lines of the result table, where they were asked for. */
  csv?: string;
}

/** One ticket of a table. */
export interface AuditRow {
  /** As a spreadsheet counts. */
  row: number;
  /** As the table names it. */
  id: string;
  /** How it fared. */
  verdict: AuditVerdict;
  /** As the table has it, or read from it. */
  submitted_at: string;
  /** Null while there is none. */
  responded_at: string | null;
  /** Of the policy. */
  policy?: string;
  /** Of the revision. */
  revision?: string;
  /** Of the plan. */
  plan?: string;
  /** Of the level. */
  severity?: string | null;
  /** When the answer was due. */
  due?: {
    /** By the main reading. */
    at: Instant;
    /** By the strictest reading. */
    earliest: Instant;
    /** By the laxest reading; null where one promises no time. */
    latest: Instant | null;
  };
  /** On the clock of the promise. */
  elapsed_seconds?: number;
  /** On the clock of the promise. */
  late_by_seconds?: number;
  /** Both count the time that the hours of the promise are open; left out, day and night. */
  open_time?: true;
  /** Of an open ticket: past due on every reading. */
  overdue?: true;
  /** Why the table leaves the verdict open. */
  doubt?: AuditDoubt;
  /**
   * The verdicts it may have.
   *
   * @minItems 2
   * @maxItems 2
   */
  either?: [AuditVerdict, AuditVerdict];
  /** What the late answer earns. */
  credit?: {
    /** By the reading that gives least. */
    least: number;
    /** By the reading that gives most. */
    most: number;
    /** Of what. */
    unit: GrantUnit;
  };
  /** Why it could not be judged. */
  problems?: Diagnostic[];
}

/** The last piece, and the summary. */
export interface AuditEnded {
  /** It worked. */
  ok: true;
  /** Judged in all. */
  tickets: number;
  /** Of the last piece. */
  rows: AuditRow[];
  /** The last lines of the result table. */
  csv?: string;
  /** Of all tickets. */
  summary: AuditSummary;
  /** The same in full (report.schema.json). */
  report?: {
    [k: string]: unknown;
  };
}

/** Of all tickets. */
export interface AuditSummary {
  /** It worked. */
  ok: true;
  /** Those with a verdict. */
  tickets: number;
  /** Rows whose id another row has that counts. */
  duplicates: number;
  /** Answered in time. */
  met: number;
  /** Answered late. */
  missed: number;
  /** In time by one reading of a clause and late by another. */
  disputed: number;
  /** Not answered yet. */
  open: number;
  /** Nothing with a time was promised. */
  "no-figure": number;
  /** The row could not be judged, or the table leaves the verdict open. */
  unjudged: number;
  /** Of those open, past due on every reading. */
  overdue: number;
  /**
   * Answered tickets by elapsed time over the time allowed; the last has no upper bound.
   *
   * Items: Tickets that used so much of their time.
   */
  buckets: {
    /** The upper bound. */
    up_to_percent: number | null;
    /** How many. */
    tickets: number;
  }[];
  /**
   * What late answers earn, in all.
   *
   * Items: In one unit.
   */
  credits: {
    /** Of what. */
    unit: GrantUnit;
    /** By the readings that give least. */
    least: number;
    /** By the readings that give most. */
    most: number;
  }[];
  /** By promise. */
  groups: AuditGroup[];
}

/** The tickets of one promise. */
export interface AuditGroup {
  /** Of the policy. */
  policy: string;
  /** Of the revision. */
  revision: string;
  /** Of the plan. */
  plan: string;
  /** Of the level. */
  severity: string | null;
  /** What is promised. */
  kind: TargetKind;
  /** How strong the promise is. */
  commitment?: Commitment;
  /** Why there is no due. */
  reason?: AuditReason;
  /** Of how many tickets it is said, and whether that was kept. */
  share?: {
    /** So many of a hundred. */
    percent: number;
    /** Measured over which period. */
    per: string;
    /** Null where the readings of a clause decide. */
    kept: boolean | null;
  };
  /** What the figure rests on beside the policy's words. */
  rests_on: RestsOn;
  /** Answered in time. */
  met: number;
  /** Answered late. */
  missed: number;
  /** In time by one reading of a clause and late by another. */
  disputed: number;
  /** Not answered yet. */
  open: number;
  /** Nothing with a time was promised. */
  "no-figure": number;
  /** The row could not be judged, or the table leaves the verdict open. */
  unjudged: number;
  /** Of those open, past due on every reading. */
  overdue: number;
  /**
   * Answered tickets by elapsed time over the time allowed; the last has no upper bound.
   *
   * Items: Tickets that used so much of their time.
   */
  buckets: {
    /** The upper bound. */
    up_to_percent: number | null;
    /** How many. */
    tickets: number;
  }[];
}

/** What the figures of an answer rest on beside the policy's words. */
export interface RestsOn {
  /**
   * What the policy forgets and the figures need.
   *
   * Items: One of the policy's assumptions.
   */
  assumptions: {
    /** Which one. */
    id: string;
    /** What was assumed. */
    value: string;
  }[];
  /** Gaps and conflicts of the policy that bear on the figures, by id. */
  ambiguities: string[];
  /** The revision was never published. */
  draft: boolean;
}

/** Over every level that is possible. */
export interface CompareDue {
  /** Null where the levels differ. */
  at: Instant | null;
  /** The first of all. */
  earliest: Instant;
  /** The last of all; null where one has no end that is known. */
  latest: Instant | null;
  /** The event that the clock waits for; then only `earliest` is known: the due is not before it. */
  from?: ClockStart;
}

/** One problem under every plan. */
export interface Comparison {
  /** It worked. */
  ok: true;
  /** Which time was compared. */
  kind: TargetKind;
  /** When the ticket is filed. */
  submitted_at: Instant;
  /** Promised rows have different commitments. */
  strengths_differ: boolean;
  /** Soonest due first within each group. */
  rows: CompareRow[];
}

/** One plan. */
export interface CompareRow {
  /** 1 more than the promised rows whose latest moment is sooner; null for what is not promised. */
  rank: number | null;
  /** Promised rows whose latest moment is before this one's earliest; null for what is not promised. */
  surely_sooner: number | null;
  /** How far its figure binds. */
  rank_group: RankGroup;
  /** From 1, the firmest; the same for what is equally firm, whenever it is due. Where levels differ, the weakest counts. */
  promise_rank: number;
  /** When the time runs out. */
  due: CompareDue | null;
  /** What the figure rests on beside the policy's words. */
  rests_on: RestsOn;
  /** What the plan's policy has no place for. */
  dropped: Dropped[];
  /** The whole answer for this plan. */
  result: Evaluation;
}

// --- to here
