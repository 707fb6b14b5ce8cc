// The wasm modules `supportcalc.mjs` and `supportcalc-page.mjs`. Every function takes and returns text; the JSON in it is typed
// below. `supportcalc-page` is a tenth smaller: it reads policies and calendars, and does not check that their parts fit together,
// which is for those that were checked when they were published. What it says of others is worth nothing.

export interface SupportcalcModule {
  /** The version of the package, "0.1.0". */
  version(): string;
  /** Replaces the set of policies and calendars. Takes JSON of `PolicyDocument[]`, returns JSON of `LoadAnswer`. */
  load(documents: string): string;
  /** One ticket. Takes JSON of `TicketRequest`, returns JSON of `Result`. */
  evaluate(request: string): string;
  /** Every IANA name and alias: JSON of `string[]`, sorted. */
  zones(): string;
  /** JSON of `Versions`. */
  versions(): string;
  /** What a zone's clocks show at an instant, or which instant a wall time means. Takes JSON of `WallTimeRequest`,
   * returns JSON of `WallTimeAnswer`. */
  wall_time(request: string): string;
}

/** The module's own file (`supportcalc.wasm` for `supportcalc.mjs`), compiled or as bytes. Who compiles it learns whether it can be had and may run. */
export type SupportcalcModuleOptions = { wasm: WebAssembly.Module } | { wasmBinary: BufferSource };

/** A call that traps throws; throw the instance away then. */
export default function createSupportcalc(options: SupportcalcModuleOptions): Promise<SupportcalcModule>;

// --- what `load` takes

export interface PolicyDocument {
  /** `<policy>/<revision>.json` or `calendars/<id>.json`. */
  path: string;
  text: string;
}

export type LoadAnswer = { ok: true } | Failure;

export interface Versions {
  tzdata: string;
  [name: string]: string;
}

// --- what `wall_time` takes and gives

export type WallTimeRequest = { time_zone: string; at: Instant } | { time_zone: string; local: string };

export type WallTimeAnswer =
  | {
      ok: true;
      /** `gap`: the clocks jump over it, `at` is the change; `overlap`: it occurs twice, `at` is the first. */
      kind: "unique" | "gap" | "overlap";
      at: Instant;
      local: WallTime;
      /** Only for an overlap: the second occurrence. */
      second?: { at: Instant; local: WallTime };
    }
  | Failure;

// --- requests and results, docs/api.md

/** RFC 3339 in UTC: "2026-04-02T14:30:00Z". */
export type Instant = string;
/** RFC 3339 with an offset: "2026-04-02T16:30:00+02:00". */
export type WallTime = string;

export type Commitment =
  | "guarantee"
  | "objective"
  | "target"
  | "aspiration"
  | "best-effort"
  | "bespoke"
  | "none"
  | "not-offered"
  | "not-applicable"
  | "not-stated";

export type TargetKind =
  | "first-response"
  | "update"
  | "workaround"
  | "resolution"
  | "incident-report"
  | "vulnerability-fix";

export type Verdict = "in" | "out" | "conditional" | "courtesy" | "not-stated" | "not-asked";

export type Availability = "yes" | "no" | "optional" | "limited" | "on-request" | "if-agreed" | "not-stated";

export interface Amount {
  value?: number;
  min?: number;
  max?: number;
  option?: string;
  unit: string;
}

export interface Cite {
  source: string;
  section?: string;
  basis?: "stated" | "implied" | "assumed";
}

export interface TicketRequest {
  policy: string;
  plan: string;
  submitted_at: Instant;
  severity?: string;
  impact?: Record<string, string>;
  visitor_time_zone?: string;
  options?: Record<string, string | number>;
  assumptions?: Record<string, string>;
  topic?: string;
  maturity?: string;
  version?: { released_on?: string; behind?: number };
  channel?: string;
  pauses?: { from: Instant; to: Instant }[];
  responded_at?: Instant;
  escalated_at?: Instant;
  now?: Instant;
  include?: ("timeline" | "week_map" | "cliff" | "trace")[];
  /** Index of the target that timeline, week map and cliff are about; the first that has a due when left out. */
  target?: number;
}

export interface Due {
  at: Instant;
  earliest: Instant;
  latest: Instant;
  vendor_local?: WallTime;
  visitor_local?: WallTime;
  vendor_time_zone?: string;
}

export interface Reading {
  id: string;
  at: Instant;
  vendor_local?: WallTime;
  visitor_local?: WallTime;
  outcome?: Outcome;
}

export interface Outcome {
  met: boolean | null;
  elapsed_seconds?: number;
  late_by_seconds?: number;
}

interface Clocked {
  commitment: Commitment;
  amount?: Amount | null;
  /** The best the policy holds out where it promises nothing. */
  best_case?: Amount;
  bound?: string;
  starts_at: Instant;
  due: Due | null;
  /** Why there is no due: the commitment, `option-missing` or `clock-start-unknown`. */
  reason?: string;
  /** The option that is missing. */
  option?: string;
  /** The id of the hours the clock runs in. */
  hours: string | null;
  readings: Reading[];
  /** The gap in the policy that the readings come from. */
  ambiguity?: string;
  /** Holds only under conditions that the request leaves open. */
  conditional?: true;
  cite: Cite;
}

export interface Target extends Clocked {
  severity: string | null;
  kind: TargetKind;
  /** The policy's word instead of a figure: "continuous". */
  word?: string;
  share?: { percent: number; per: string };
  /** The index in the policy's `targets`. */
  row: number;
  outcome?: Outcome;
}

export interface EscalationStep extends Clocked {
  id: string;
  starts_from: "submitted_at" | "now" | "escalated_at";
  /** The index in the policy's `escalation.steps`. Two rows of one id are one step, and it is open which holds. */
  row: number;
}

export interface Remedy {
  id: string;
  kind: string;
  applies_to?: string;
  severity?: string | null;
  status: "rule" | "earned" | "disputed" | "not-earned" | "none";
  readings?: { id: string; value: number; unit: string }[];
  least?: { value: number; unit: string };
  most?: { value: number; unit: string };
  /** The last day that is in time wherever the days to claim are counted from: "2026-05-07". */
  claim_by?: string;
}

export interface Notice {
  id: string;
  ambiguity?: string;
  touches?: string[];
  in_force_from?: string | null;
  in_force_until?: string | null;
}

/** An instant on the clocks of the vendor and of the visitor, as far as their zones are known. */
export interface Moment {
  at: Instant;
  vendor_local?: WallTime;
  visitor_local?: WallTime;
}

export interface Stretch {
  from: Instant;
  to: Instant;
  counted: boolean;
  reason: "elapsed" | "open" | "night" | "weekend" | "holiday" | "pause";
  /** Of a holiday a calendar names. */
  holiday?: { calendar: string; id: string };
}

export interface ClockChange {
  at: Instant;
  time_zone: string;
  offset_before_seconds: number;
  offset_after_seconds: number;
}

interface Stretches<S, C> {
  /** Adjoining, in order. */
  stretches: S[];
  changes: C[];
  /** There are more stretches than are listed. */
  truncated: boolean;
}

export interface TimelineStretch extends Stretch {
  vendor_local?: { from: WallTime; to: WallTime };
  visitor_local?: { from: WallTime; to: WallTime };
}

export interface TimelineEvent extends Moment {
  id:
    | "filed"
    | "now"
    | "responded"
    | "due"
    | "due-earliest"
    | "due-latest"
    | "escalation"
    | "escalation-earliest"
    | "escalation-latest";
  /** Of a due: the index in `targets`. */
  target?: number;
  /** Of an escalation: the step's id. */
  step?: string;
}

export interface Timeline extends Stretches<TimelineStretch, ClockChange & Moment> {
  from: Instant;
  to: Instant;
  /** In order of time. */
  events: TimelineEvent[];
}

export interface WeekCell {
  at: Instant;
  local: WallTime;
  due_local: WallTime;
  wait_seconds: number;
  shortest_seconds: number;
  longest_seconds: number;
}

export interface WeekMap {
  time_zone: string;
  cells: WeekCell[];
  /** The index in `targets`. */
  target: number;
}

export interface Cliff {
  /** The index in `targets`. */
  target: number;
  file_by: Moment;
  due: Moment;
  due_a_minute_later: Moment;
}

export interface Trace extends Stretches<Stretch, ClockChange> {
  /** The index in `targets`. */
  target: number;
}

export interface Evaluation {
  ok: true;
  policy: {
    id: string;
    revision: string;
    status: "published" | "draft" | "superseded";
    in_force_from: string | null;
    in_force_until: string | null;
    read_on: string;
  };
  plan: { id: string };
  severity: {
    id: string | null;
    status: "decided" | "given" | "unclear" | "not-defined";
    reason: string;
    candidates: string[];
    /** The answers that decided; `presumed` where the request left the facet out. */
    facets: { facet: string; value: string; presumed?: true }[];
    /** One changed answer each that would decide another level. */
    moves: { facet: string; value: string; severity: string; direction?: "up" | "down" }[];
    /** The facets the plan's levels use, in order. */
    ask: string[];
  };
  scope: { verdict: Verdict; topic?: string | null; maturity?: string | null };
  targets: Target[];
  escalation: EscalationStep[];
  remedies: Remedy[];
  channels: { id: string; availability: Availability }[];
  ticket: string[];
  lifecycle: { id: string; verdict: "not-asked" | "within" | "beyond" | "not-decided" }[];
  assumptions: { id: string; value: string; default: boolean; used: boolean }[];
  options: { id: string; value: string | null }[];
  notices: Notice[];
  facts: string[];
  sources: string[];
  /** These four only where `include` asks for them; null where no target has a due or, a cliff, none is ahead. */
  timeline?: Timeline | null;
  week_map?: WeekMap | null;
  cliff?: Cliff | null;
  trace?: Trace[];
}

export interface Diagnostic {
  code: string;
  pointer: string;
  /** English, as the hint. */
  message: string;
  hint: string;
  /** What the sentences name, for those who say them in another language. */
  parameters: Record<string, string>;
}

export interface Failure {
  ok: false;
  diagnostics: Diagnostic[];
}

export type Result = Evaluation | Failure;
