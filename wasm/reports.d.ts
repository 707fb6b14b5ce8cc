// The wasm module `supportcalc-reports.mjs`: what supportcalc.mjs has, and comparison and audit (docs/api.md).
import type {
  Commitment,
  Diagnostic,
  Evaluation,
  Failure,
  Instant,
  SupportcalcModule,
  SupportcalcModuleOptions,
  TargetKind,
  TicketRequest,
} from "./index.js";

export interface SupportcalcReportsModule extends SupportcalcModule {
  /** One problem under every plan. Takes JSON of `CompareRequest`, returns JSON of `CompareResult`. */
  compare(request: string): string;
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

/** How far a figure binds, firmest first: rows are sorted by it. */
export type Standing = "promised" | "aspired" | "partial" | "open" | "unpromised" | "absent";

export type DroppedWhat =
  | "facet.not-asked"
  | "facet.unknown"
  | "option"
  | "assumption"
  | "topic"
  | "maturity"
  | "channel"
  | "severity";

export interface CompareRow {
  /** 1 more than the promised rows that are surely sooner; null for what is not promised. */
  rank: number | null;
  standing: Standing;
  /** Over every level that is possible; `at` is null where these differ. */
  due: { at: Instant | null; earliest: Instant; latest: Instant } | null;
  /** What the plan's policy has no place for. */
  dropped: { what: DroppedWhat; id: string }[];
  result: Evaluation;
}

export interface Comparison {
  ok: true;
  kind: TargetKind;
  submitted_at: Instant;
  /** Promised rows have different commitments. */
  strengths_differ: boolean;
  rows: CompareRow[];
}

export type CompareResult = Comparison | Failure;

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
  /** Whether to write the result table. */
  csv?: boolean;
}

export type AuditBegun = { ok: true } | Failure;

export type AuditVerdict = "met" | "missed" | "disputed" | "open" | "no-figure" | "error";

export interface AuditRow {
  /** As a spreadsheet counts. */
  row: number;
  id: string;
  verdict: AuditVerdict;
  submitted_at: string;
  responded_at: string | null;
  policy?: string;
  revision?: string;
  plan?: string;
  severity?: string | null;
  due?: { at: Instant; earliest: Instant; latest: Instant };
  /** On the clock of the promise. */
  elapsed_seconds?: number;
  late_by_seconds?: number;
  /** Of an open ticket: past due on every reading. */
  overdue?: true;
  credit?: { least: number; most: number; unit: string };
  problems?: Diagnostic[];
}

export interface AuditAnswered {
  ok: true;
  /** Judged so far. */
  tickets: number;
  /** Of this piece: neither met nor without a figure. */
  rows: AuditRow[];
  csv?: string;
}

export type AuditProgress = AuditAnswered | Failure;

export type AuditCounts = Record<AuditVerdict | "overdue", number> & {
  /** Answered tickets by elapsed time over the time allowed; the last bucket has no upper bound. */
  buckets: { up_to_percent: number | null; tickets: number }[];
};

/** The tickets of one promise. */
export type AuditGroup = AuditCounts & {
  policy: string;
  revision: string;
  plan: string;
  severity: string | null;
  commitment?: Commitment;
  /** Why there is no due. */
  reason?: string;
  /** Null where the readings of a clause decide whether it was kept. */
  share?: { percent: number; per: string; kept: boolean | null };
};

export type AuditSummary = AuditCounts & {
  ok: true;
  tickets: number;
  credits: { unit: string; least: number; most: number }[];
  groups: AuditGroup[];
};

export type AuditEnd = (AuditAnswered & { summary: AuditSummary }) | Failure;
