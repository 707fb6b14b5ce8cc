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

export interface Versions {
  tzdata: string;
  [name: string]: string;
}

// --- what `wall_time` takes

export type WallTimeRequest = { time_zone: string; at: Instant } | { time_zone: string; local: string };

// --- requests, docs/api.md

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
  /** Spans in which the vendor waited; without `to` it still does. */
  pauses?: { from: Instant; to?: Instant; for?: "customer" | "third-party" }[];
  /** What else happened that starts a clock: `{"priority-set": instant}`. */
  events?: Partial<Record<ClockStart, Instant>>;
  responded_at?: Instant;
  resolved_at?: Instant;
  escalated_at?: Instant;
  escalation_responded_at?: Instant;
  now?: Instant;
  include?: ("timeline" | "week_map" | "cliff" | "trace" | "messages" | "offer")[];
  /** Index of the target that timeline, week map and cliff are about; the first that has a due when left out. */
  target?: number;
}

/** A ticket as far as it is filled in. */
export type EntriesRequest = Pick<TicketRequest, "policy" | "submitted_at"> & Partial<TicketRequest>;

// --- written by tools/result_types.mjs

/** What an amount of time is counted in. */
export type Unit =
  | "minutes"
  | "hours"
  | "calendar-days"
  | "weeks"
  | "months"
  | "business-minutes"
  | "business-hours"
  | "business-days"
  | "half-business-days"
  | "weekday-hours";

/** RFC 3339 in UTC. */
export type Instant = string;

/** What a remedy grants. */
export type GrantUnit = "days" | "weeks" | "months" | "percent" | "currency";

/** What a time is for. */
export type TargetKind =
  | "first-response"
  | "update"
  | "workaround"
  | "resolution"
  | "resolution-or-workaround"
  | "incident-report"
  | "vulnerability-fix";

/** How strong a promise is, from the firmest. */
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

/** How far a plan has a channel or a feature. */
export type Availability =
  "yes" | "no" | "optional" | "limited" | "on-request" | "if-agreed" | "not-stated" | "not-applicable";

/** How the source carries a fact. */
export type Basis = "stated" | "implied" | "assumed";

/** What stands between messages of a list. */
export type Between = "comma" | "semicolon" | "dot" | "space" | "line" | "or";

/** How the text qualifies a figure. */
export type Bound = "up-to" | "at-least" | "about";

/** RFC 3339 with an offset. */
export type WallTime = string;

/** What a clock starts from. */
export type ClockStart =
  | "submission"
  | "proper-submission"
  | "acknowledgement"
  | "priority-set"
  | "identification"
  | "patch-available"
  | "customer-message"
  | "last-update"
  | "first-response"
  | "resolution";

/** What a compared plan has no place for. */
export type DroppedWhat =
  "facet.not-asked" | "facet.unknown" | "option" | "assumption" | "topic" | "maturity" | "channel" | "severity";

/** Whether a revision was published. */
export type Status = "published" | "draft" | "superseded";

/** A date. */
export type Day = string;

/** Whether the policy's rules decided the level. */
export type SeverityStatus = "decided" | "given" | "unclear" | "not-defined";

/** Why the level is what it is. */
export type SeverityReason =
  "one-fits" | "several-fit" | "none-fits" | "unknown-decides" | "nothing-given" | "default" | "given" | "no-levels";

/** Which way another answer moves the level. */
export type MoveDirection = "up" | "down";

/** Whether what a ticket is about is covered. */
export type Verdict = "in" | "out" | "conditional" | "courtesy" | "not-stated" | "not-asked";

/** Why there is no due. */
export type NoDue =
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
  | "out-of-scope";

/** What a share, a quantity or a count of misses is measured over. */
export type Period = "ticket" | "day" | "week" | "calendar-month" | "quarter" | "year" | "term";

/** How far something is owed for the ticket as it stands; of two, the first holds for both. */
export type Standing = "not-owed" | "not-promised" | "conditional" | "owed";

/** What a condition is about. */
export type ConditionKind = "option" | "channel" | "facet" | "topic" | "severity" | "draft";

/** Whether the ticket leaves a condition open. */
export type ConditionState = "open" | "not-met";

/** Which instant the clock of an escalation starts from. */
export type EscalationStart = "escalated_at" | "now" | "submitted_at";

/** What a late answer or an outage gives. */
export type RemedyKind = "term-extension" | "uptime-credit" | "miss-count" | "aim" | "contract";

/** What a remedy applies to. */
export type RemedySubject =
  | "first-response"
  | "update"
  | "workaround"
  | "resolution"
  | "resolution-or-workaround"
  | "incident-report"
  | "vulnerability-fix"
  | "escalation";

/** Whether a remedy is earned. */
export type RemedyStatus = "rule" | "earned" | "disputed" | "not-earned" | "none";

/** What a rule says of the version. */
export type LifecycleVerdict = "not-asked" | "within" | "beyond" | "not-decided";

/** What a notice is about. */
export type NoticeKind =
  | "ambiguity"
  | "revision.before-first"
  | "revision.nearest"
  | "revision.outside"
  | "revision.draft"
  | "pauses.not-counted"
  | "holidays.incomplete";

/** Which part of an answer an ambiguity touches. */
export type Touched =
  | "first-response"
  | "update"
  | "workaround"
  | "resolution"
  | "resolution-or-workaround"
  | "incident-report"
  | "vulnerability-fix"
  | "severity"
  | "escalation"
  | "scope"
  | "remedies"
  | "channels"
  | "hours"
  | "plans"
  | "ticket"
  | "maintenance"
  | "lifecycle";

/** What to do now; the first that fits. */
export type NextDo = "claim" | "escalate" | "wait" | "follow-up" | "community" | "settle" | "call" | "file";

/** Why a clock runs or not. */
export type StretchReason = "elapsed" | "open" | "night" | "weekend" | "holiday" | "pause";

/** What happens on the clock. */
export type TimelineEventKind =
  | "filed"
  | "now"
  | "responded"
  | "escalated"
  | "due"
  | "due-earliest"
  | "due-latest"
  | "escalation"
  | "escalation-earliest"
  | "escalation-latest";

/** What a message is for, within what it is about. */
export type MessagePart =
  | "title"
  | "filed"
  | "warning"
  | "definition"
  | "condition"
  | "why"
  | "because"
  | "move"
  | "set-by"
  | "may-change"
  | "follow-up"
  | "trigger"
  | "who-acts"
  | "how"
  | "contact"
  | "contact-all"
  | "roles"
  | "word"
  | "due"
  | "earliest"
  | "latest"
  | "no-due"
  | "range"
  | "reading"
  | "terms"
  | "outcome"
  | "clock"
  | "verdict"
  | "effort"
  | "instead"
  | "example"
  | "detail"
  | "step"
  | "worth"
  | "claim"
  | "claim-by"
  | "value"
  | "resolution"
  | "note"
  | "source";

/** A key of web/strings. */
export type MessageId = string;

/** A typed value. */
export type MessageParameter =
  | {
      /** A whole number. */
      type: "number";
      /** As it is. */
      value: number;
    }
  | {
      /** An instant. */
      type: "instant";
      /** In UTC. */
      value: string;
      /** In the vendor's zone. */
      vendor_local?: string;
      /** The vendor's zone. */
      vendor_time_zone?: string;
      /** In the visitor's zone. */
      visitor_local?: string;
    }
  | {
      /** What kind of text. */
      type: TextParameter;
      /** By type. */
      value: string;
    }
  | {
      /** A length of time. */
      type: "duration";
      /** In seconds. */
      value: number;
      /** It was counted while hours were open: 24 hours of it are no day. */
      open?: true;
    }
  | {
      /** So many of a unit. */
      type: "amount";
      /** One figure or a range. */
      value: {
        /** The figure. */
        value?: number;
        /** The least. */
        min?: number;
        /** The most. */
        max?: number;
        /** Of amounts, quantities or credits. */
        unit: string;
      };
    }
  | {
      /** A word of the catalogues. */
      type: "id";
      /** Its key is FAMILY.ID; an id without a word stands for itself. */
      value: {
        /** The family of words. */
        family: string;
        /** The id in it. */
        id: string;
      };
    }
  | {
      /** Times of the week. */
      type: "window";
      /** Without days, times of a date that is said beside them. */
      value: {
        /** In order. */
        days: Weekday[];
        /** The opening. */
        open: string;
        /** The closing. */
        close: string;
        /** The day of the closing, where it is another. */
        close_day?: Weekday;
      };
    }
  | {
      /** Messages within the message. */
      type: "list";
      /** What stands between them. */
      between: Between;
      /** In order. */
      value: Message[];
    };

/** What a parameter that is a text stands for. Date: a day; share: a percentage; zone: a time zone; text, cite: a text or a source of the policy, by its place there; name: a text as it is. */
export type TextParameter = "date" | "share" | "zone" | "text" | "cite" | "name";

/** A day of the week. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** How a revision came to answer for a day. */
export type RevisionFit = "in-force" | "before-first" | "lapsed";

/** What `entries` answers. */
export type EntriesResult = Entries | Failure;

/** What `load` answers. */
export type LoadAnswer = Done | Failure;

/** What `evaluate` answers. */
export type Result = Evaluation | Failure;

/** What `wall_time` answers. */
export type WallTimeAnswer = WallTimeFound | Failure;

/** Whether a wall time occurs once. */
export type WallTimeKind = "unique" | "gap" | "overlap";

/** An amount of time: one value, a range, or a figure from the contract. */
export interface Amount {
  /** The figure. */
  value?: number;
  /** The least of a range. */
  min?: number;
  /** The most of a range. */
  max?: number;
  /** What it is counted in. */
  unit: Unit;
}

/** A problem of the input. */
export interface Diagnostic {
  /** A stable dotted code, docs/diagnostics.md. */
  code: string;
  /** Where in the input: a JSON Pointer, "" for all of it. */
  pointer: string;
  /** What is wrong, in English. */
  message: string;
  /** What to do about it, in English. */
  hint: string;
  /** What the sentences name, for those who say them in another language. */
  parameters: {
    [k: string]: string;
  };
}

/** It worked, and there is nothing to say. */
export interface Done {
  /** It worked. */
  ok: true;
}

/** The input is wrong. */
export interface Failure {
  /** It did not work. */
  ok: false;
  /** Every problem, not the first alone. */
  diagnostics: Diagnostic[];
}

/** Where a fact comes from. */
export interface Cite {
  /** The id of a source; "" where the policy names none. */
  source: string;
  /** Its section; "" where none is named. */
  section: string;
  /** How the source carries it. */
  basis: Basis;
}

/** The last minute to file before the due jumps. */
export interface Cliff {
  /** The index in `targets`. */
  target: number;
  /** The last minute. */
  file_by: Moment;
  /** The due of a ticket filed then. */
  due: Moment;
  /** The due of a ticket filed a minute later. */
  due_a_minute_later: Moment;
}

/** An instant on the clocks of the vendor and of the visitor, as far as their zones are known. */
export interface Moment {
  /** In UTC. */
  at: Instant;
  /** On the vendor's clocks, where its zone is known. */
  vendor_local?: WallTime;
  /** On the visitor's clocks, where the request names their zone. */
  visitor_local?: WallTime;
}

/** A change of a zone's clocks. */
export interface ClockChange {
  /** When. */
  at: Instant;
  /** Whose clocks change. */
  time_zone: string;
  /** East of UTC. */
  offset_before_seconds: number;
  /** East of UTC. */
  offset_after_seconds: number;
}

/** A part of the request that was left out. */
export interface Dropped {
  /** What it is. */
  what: DroppedWhat;
  /** Which one. */
  id: string;
}

/** One ticket, answered. */
export interface Evaluation {
  /** It worked. */
  ok: true;
  /** The revision that answers. */
  policy: PolicyUsed;
  /** The plan that was asked about. */
  plan: {
    /** Of the plan. */
    id: string;
  };
  /** The level, and why. */
  severity: SeverityResult;
  /** Whether what the ticket is about is covered. */
  scope: {
    /** Whether it is. */
    verdict: Verdict;
    /** As the request names it. */
    topic: string | null;
    /** As the request names it. */
    maturity: string | null;
  };
  /** Those that hold before those that may; of every level the ticket may have. */
  targets: Target[];
  /** In the policy's order. */
  escalation: EscalationStep[];
  /** In the policy's order, one for each target. */
  remedies: Remedy[];
  /**
   * Open to the plan, in the policy's order.
   *
   * Items: A way to reach the vendor.
   */
  channels: {
    /** Of the policy's `channels`. */
    id: string;
    /** How far the plan has it. */
    availability: Availability;
    /** The level has to be filed through it. */
    required: boolean;
    /** It is open at `now`, or at filing where that is later; where its hours are known. */
    open_now?: boolean;
    /** When it opens again, where it is closed. */
    opens_at?: Instant | null;
    /** The index in the policy's `channels`. */
    row: number;
    /** The levels the policy has it for, where not for all. */
    levels?: string[];
    /** Where the policy has it from. */
    cite: Cite;
    /** How far it is owed. */
    standing: Standing;
    /** What must hold for it and is not settled. */
    conditions: Condition[];
  }[];
  /** Ids of what the vendor wants to see in a ticket. */
  ticket: string[];
  /**
   * Whether the version is supported, rule by rule.
   *
   * Items: What a rule says of the version.
   */
  lifecycle: {
    /** Of the policy's `lifecycle`. */
    id: string;
    /** What it says. */
    verdict: LifecycleVerdict;
    /** The index in the policy's `lifecycle`. */
    row: number;
    /** Where the policy has it from. */
    cite: Cite;
    /** What must hold for it and is not settled. */
    conditions: Condition[];
  }[];
  /**
   * What the policy forgot.
   *
   * Items: A value that was assumed.
   */
  assumptions: {
    /** Of the policy's `assumptions`. */
    id: string;
    /** The value. */
    value: string;
    /** Nobody chose it. */
    default: boolean;
    /** A due depends on it. */
    used: boolean;
  }[];
  /**
   * What the contract settles.
   *
   * Items: A value of the contract.
   */
  options: {
    /** Of the policy's `options`. */
    id: string;
    /** The value; null while it is not given. */
    value: string | null;
  }[];
  /** What options and assumptions make of the policy's hours, those that never close left out. */
  hours: SettledHours[];
  /** What else to know. */
  notices: Notice[];
  /**
   * Those that hold here.
   *
   * Items: A further fact.
   */
  facts: {
    /** Of the policy's `facts`. */
    id: string;
    /** The index in the policy's `facts`. */
    row: number;
    /** Where the policy has it from. */
    cite: Cite;
    /** How far it is owed. */
    standing: Standing;
    /** What must hold for it and is not settled. */
    conditions: Condition[];
  }[];
  /** Ids of the policy's sources. */
  sources: string[];
  /** What to do now; null where nothing fits. */
  next: Next | null;
  /** With `include`; null where the target is neither owed nor conditional, or has no due. */
  timeline?: Timeline | null;
  /** With `include`; null where no target has a due. */
  week_map?: WeekMap | null;
  /** With `include`; null where none is ahead. */
  cliff?: Cliff | null;
  /** With `include`: of every target that has a due. */
  trace?: Trace[];
  /** With `include`: what there is to be said, in the order in which it is read. */
  messages?: Line[];
  /** What is said where there is no step: a key of web/strings. */
  escalation_message?: string;
  /** What is said where there is no remedy: a key of web/strings. */
  remedies_message?: string;
  /** With `include`: what the plan has beside the answer. */
  offer?: Offer;
}

/** The revision that answers. */
export interface PolicyUsed {
  /** Of the policy. */
  id: string;
  /** Of the revision. */
  revision: string;
  /** Whether it was published. */
  status: Status;
  /** Its first day; null where not known. */
  in_force_from: Day | null;
  /** The first day it no longer holds; null while it does. */
  in_force_until: Day | null;
  /** When its sources were read. */
  read_on: Day;
}

/** The level, and why. */
export interface SeverityResult {
  /** The level; null where it is unclear or there are none. */
  id: string | null;
  /** Whether the policy's rules decided it. */
  status: SeverityStatus;
  /** Why. */
  reason: SeverityReason;
  /** The index in the level's `definitions` that holds; null for the common one. */
  definition?: number | null;
  /** The levels it may be, where it is unclear. */
  candidates: string[];
  /**
   * The answers that decided.
   *
   * Items: An answer that decided.
   */
  facets: {
    /** Of the facet. */
    facet: string;
    /** Of the answer. */
    value: string;
    /** The request left the facet out and the policy says how to take that. */
    presumed?: true;
    /** Another answer implies it. */
    implied?: true;
  }[];
  /**
   * One changed answer each that would decide another level.
   *
   * Items: A changed answer and the level it would give.
   */
  moves: {
    /** Of the facet. */
    facet: string;
    /** Of the answer. */
    value: string;
    /** Of the level. */
    severity: string;
    /** Up is more severe; where a level is decided. */
    direction?: MoveDirection;
  }[];
  /**
   * The levels of the plan, in the policy's order, each with its definition.
   *
   * Items: Which definition of a level holds for the plan and its options.
   */
  levels: {
    /** The level. */
    id: string;
    /** The index in the level's `definitions` that holds; null for the common one. */
    definition: number | null;
  }[];
  /** The facets the plan's levels use, in the order to ask them. */
  ask: string[];
}

/** A time the vendor aims at or promises. */
export interface Target {
  /**
   * The channels of which one has to be used, or else the due is not owed. A ticket without a channel counts as filed through one of them.
   *
   * @minItems 1
   */
  required_channels?: [string, ...string[]];
  /** The level it is for; null where the policy has no levels. */
  severity: string | null;
  /** What the time is for. */
  kind: TargetKind;
  /** How strong the promise is. */
  commitment: Commitment;
  /** The figure, as the policy has it; null where it has none. */
  amount: Amount | null;
  /** The best the policy holds out where it promises nothing. */
  best_case?: Amount;
  /** How the text qualifies the figure. */
  bound?: Bound;
  /** When the clock starts; null while it waits for an event. */
  starts_at: Instant | null;
  /** When the time runs out; null where nothing says so. */
  due: Due | null;
  /** Why there is no due. */
  reason?: NoDue;
  /** The option that is missing, where that is the reason, or whose values make the due a range. */
  option?: string;
  /** What is said of the commitment: a key of web/strings. */
  commitment_message: string;
  /** What is said of a due that is missing or a range: a key of web/strings; left out where the text of `ambiguity` says it. */
  message?: string;
  /** The id of the hours the clock runs in; null for a clock that never stops or a promise without one. */
  hours: string | null;
  /** The ways to understand the clause, where more than one changes the due; the first is the main one. */
  readings: Reading[];
  /** The gap in the policy that the readings come from. */
  ambiguity?: string;
  /** Of a first response with `responded_at`, of a resolution or a workaround with `resolved_at`. */
  outcome?: Outcome;
  /** Holds only under conditions that the request leaves open. */
  conditional?: true;
  /** Comes again and again; the due is that of the next. */
  repeats?: true;
  /** False where the request names pauses and none of them stops this clock. */
  pauses_counted?: false;
  /** The policy's word instead of a figure. */
  word?: string;
  /** Of how many tickets it is said. */
  share?: {
    /** So many of a hundred. */
    percent: number;
    /** Measured over which period; "" where the policy does not say. */
    per: Period | "";
  };
  /** The index in the policy's `targets`. */
  row: number;
  /** Where the policy has it from. */
  cite: Cite;
  /** How far it is owed. */
  standing: Standing;
  /** What must hold for it and is not settled. */
  conditions: Condition[];
}

/** When a time runs out. */
export interface Due {
  /** By the main reading; null while the clock waits for an event. */
  at: Instant | null;
  /** By the strictest reading. */
  earliest: Instant;
  /** By the laxest reading; null while the clock waits, and where a reading promises no time. */
  latest: Instant | null;
  /** The event that the clock waits for; then only `earliest` is known: the due is not before it. */
  from?: ClockStart;
  /** `at` on the vendor's clocks, where its zone is known; `earliest` while the clock waits. */
  vendor_local?: WallTime;
  /** The same on the visitor's clocks, where the request names their zone. */
  visitor_local?: WallTime;
  /** The zone of `vendor_local`. */
  vendor_time_zone?: string;
}

/** One way to understand a clause. */
export interface Reading {
  /** `same-time`, `end-of-day`, `received`, `business-time`, `range-start`, `range-end`, one of the policy's, an option and the value it is computed for (`support_hours=24x7`), or some of them joined by +. */
  id: string;
  /** When the time runs out by it; null where it promises no time. */
  at: Instant | null;
  /** What it promises instead of a time. */
  commitment?: Commitment;
  /** On the vendor's clocks, where its zone is known. */
  vendor_local?: WallTime;
  /** On the visitor's clocks, where the request names their zone. */
  visitor_local?: WallTime;
  /** By this reading. */
  outcome?: Outcome;
}

/** How an answer that was given fares. */
export interface Outcome {
  /** In time; null when the readings disagree. */
  met: boolean | null;
  /** On the clock of the target. */
  elapsed_seconds: number;
  /** On the clock of the target; 0 when in time. */
  late_by_seconds: number;
  /** That clock stands still outside its hours: both are open time. */
  open_time?: true;
}

/** Something that must hold and is not settled. */
export interface Condition {
  /** What it is about. */
  kind: ConditionKind;
  /** The option, facet, topic or revision; null for a channel and a level. */
  id: string | null;
  /** One of which it has to be; empty where any will do. */
  values: string[];
  /** Whether the ticket leaves it open. */
  state: ConditionState;
}

/** A step to take when an answer does not come. */
export interface EscalationStep {
  /** Two rows of one id are one step, and it is open which holds. */
  id: string;
  /** How strong the promise is. */
  commitment: Commitment;
  /** The figure, as the policy has it; null where it has none. */
  amount: Amount | null;
  /** The best the policy holds out where it promises nothing. */
  best_case?: Amount;
  /** How the text qualifies the figure. */
  bound?: Bound;
  /** When the clock starts. */
  starts_at: Instant;
  /** Which instant the clock starts from. */
  starts_from: EscalationStart;
  /** When the time runs out; null where nothing says so. */
  due: Due | null;
  /** Why there is no due. */
  reason?: NoDue;
  /** The option that is missing, where that is the reason, or whose values make the due a range. */
  option?: string;
  /** What is said of the commitment: a key of web/strings. */
  commitment_message: string;
  /** What is said of a due that is missing or a range: a key of web/strings; left out where the text of `ambiguity` says it. */
  message?: string;
  /** The id of the hours the clock runs in; null for a clock that never stops or a promise without one. */
  hours: string | null;
  /** The ways to understand the clause, where more than one changes the due; the first is the main one. */
  readings: Reading[];
  /** The gap in the policy that the readings come from. */
  ambiguity?: string;
  /** Holds only under conditions that the request leaves open. */
  conditional?: true;
  /** The index in the policy's `escalation.steps`. */
  row: number;
  /** Where the policy has it from. */
  cite: Cite;
  /** How far it is owed. */
  standing: Standing;
  /** What must hold for it and is not settled. */
  conditions: Condition[];
  /** With `escalation_responded_at`. */
  outcome?: Outcome;
}

/** What a late answer or an outage gives. */
export interface Remedy {
  /** Of the policy's `remedies`. */
  id: string;
  /** What it is. */
  kind: RemedyKind;
  /** The target it is about. */
  applies_to?: RemedySubject;
  /** The level of that target. */
  severity?: string | null;
  /** Whether it is earned. */
  status: RemedyStatus;
  /** What is said of its worth, with `what`, `status` and `amount`: a key of web/strings; where a target calls for it. */
  message?: string;
  /**
   * What it is worth by each reading of its clause.
   *
   * Items: What it is worth by one reading.
   */
  readings?: {
    /** Of the remedy's `readings`; "" where it has none. */
    id: string;
    /** How much. */
    value: number;
    /** Of what. */
    unit: GrantUnit;
  }[];
  /** The least of the readings. */
  least?: Granted;
  /** The most of the readings. */
  most?: Granted;
  /** The last day that is in time wherever the days to claim are counted from. */
  claim_by?: Day;
  /** The index in the policy's `remedies`. */
  row: number;
  /** Where the policy has it from. */
  cite: Cite;
  /** How far it is owed. */
  standing: Standing;
  /** What must hold for it and is not settled. */
  conditions: Condition[];
  /** The step it is about, where that is an escalation's. */
  step?: string;
}

/** What a remedy gives. */
export interface Granted {
  /** How much. */
  value: number;
  /** Of what. */
  unit: GrantUnit;
}

/** Hours with their zone, holidays and times settled. */
export interface SettledHours {
  /** Of the policy's `hours`. */
  id: string;
  /** An IANA name; null while an option that decides it is not given. */
  time_zone: string | null;
  /** The calendars whose holidays close them, or "none". */
  holidays: string[];
  /**
   * One for each of the windows.
   *
   * Items: A window of the hours.
   */
  windows: {
    /** Its times, where an option or an assumption gives them; null where the policy does, or nobody. */
    times: string | null;
  }[];
}

/** Something the user should know beside the answer. */
export interface Notice {
  /** What it is. */
  id: NoticeKind;
  /** Of the policy's `ambiguities`. */
  ambiguity?: string;
  /** A holiday calendar, by id. */
  calendar?: string;
  /** The last year for which that calendar is complete. */
  complete_until?: number;
  /** Which parts of the answer it touches. */
  touches?: Touched[];
  /** Of the revision that was used. */
  in_force_from?: Day | null;
  /** The first day it no longer holds. */
  in_force_until?: Day | null;
}

/** The one thing to do now; what does not apply is null. */
export interface Next {
  /** What. */
  do: NextDo;
  /** Of `channels`: where. */
  channel: string | null;
  /** Of `escalation`: the step to take. */
  step: string | null;
  /** Of `remedies`: the credit to claim. */
  remedy: string | null;
  /** The facet to answer. */
  question: string | null;
  /** Until when it helps, or when to look again. */
  by: Instant | null;
  /** What is said of it: a key of web/strings. */
  message: string;
}

/** The clock from the first event to the last. */
export interface Timeline {
  /** The first event. */
  from: Instant;
  /** The last event. */
  to: Instant;
  /** Adjoining, in order. */
  stretches: TimelineStretch[];
  /** In order. */
  changes: TimelineChange[];
  /** There are more stretches than are listed. */
  truncated: boolean;
  /** In order of time. */
  events: TimelineEvent[];
}

/** A stretch as the clocks of both sides show it. */
export interface TimelineStretch {
  /** Its start. */
  from: Instant;
  /** Its end; the next one starts there. */
  to: Instant;
  /** Whether the clock runs. */
  counted: boolean;
  /** Why it runs or not. */
  reason: StretchReason;
  /** Which one, where the reason is one that a calendar names. */
  holiday?: HolidayDate;
  /** On the vendor's clocks. */
  vendor_local?: WallTimeSpan;
  /** On the visitor's clocks. */
  visitor_local?: WallTimeSpan;
}

/** A holiday of a calendar. */
export interface HolidayDate {
  /** Of the calendar. */
  calendar: string;
  /** Of the rule. */
  id: string;
}

/** A span as clocks show it. */
export interface WallTimeSpan {
  /** Its start. */
  from: WallTime;
  /** Its end. */
  to: WallTime;
}

/** A change of a zone's clocks, as the clocks of both sides show it. */
export interface TimelineChange {
  /** When. */
  at: Instant;
  /** On the vendor's clocks, where its zone is known. */
  vendor_local?: WallTime;
  /** On the visitor's clocks, where the request names their zone. */
  visitor_local?: WallTime;
  /** Whose clocks change. */
  time_zone: string;
  /** East of UTC. */
  offset_before_seconds: number;
  /** East of UTC. */
  offset_after_seconds: number;
}

/** Something that happens on the clock. */
export interface TimelineEvent {
  /** What. */
  id: TimelineEventKind;
  /** When. */
  at: Instant;
  /** On the vendor's clocks, where its zone is known. */
  vendor_local?: WallTime;
  /** On the visitor's clocks, where the request names their zone. */
  visitor_local?: WallTime;
  /** Of a due: the index in `targets`. */
  target?: number;
  /** Of an escalation: the step's id. */
  step?: string;
  /** It is not owed but conditional. */
  standing?: "conditional";
}

/** Every hour of the week of filing. */
export interface WeekMap {
  /** The visitor's zone, else the vendor's. */
  time_zone: string;
  /** In order of time. */
  cells: WeekCell[];
  /** The index in `targets`. */
  target: number;
}

/** How long a ticket filed in one hour of a week waits. */
export interface WeekCell {
  /** When it is filed. */
  at: Instant;
  /** The same, in the map's zone. */
  local: WallTime;
  /** When it is due, in the map's zone. */
  due_local: WallTime;
  /** By the main reading. */
  wait_seconds: number;
  /** By the strictest reading. */
  shortest_seconds: number;
  /** By the laxest reading. */
  longest_seconds: number;
}

/** Every stretch that a target's clock counted or skipped. */
export interface Trace {
  /** The index in `targets`. */
  target: number;
  /** Adjoining, in order. */
  stretches: Stretch[];
  /** In order. */
  changes: ClockChange[];
  /** There are more stretches than are listed. */
  truncated: boolean;
}

/** A span in which a clock runs, or does not. */
export interface Stretch {
  /** Its start. */
  from: Instant;
  /** Its end; the next one starts there. */
  to: Instant;
  /** Whether the clock runs. */
  counted: boolean;
  /** Why it runs or not. */
  reason: StretchReason;
  /** Which one, where the reason is one that a calendar names. */
  holiday?: HolidayDate;
}

/** A message in its place. */
export interface Line {
  /** What of the result it is about, as a JSON Pointer; empty for the whole. */
  about: string;
  /** What it is for, within what it is about. */
  part: MessagePart;
  /** A key of web/strings. */
  id: MessageId;
  /** What goes into its sentence, by name. */
  params: MessageParameters;
}

/** By name. */
export interface MessageParameters {
  [k: string]: MessageParameter;
}

/** An id of the catalogues and what goes into its sentence. */
export interface Message {
  /** A key of web/strings. */
  id: MessageId;
  /** What goes into its sentence, by name. */
  params: MessageParameters;
}

/** What a plan has beside the answer to a ticket. */
export interface Offer {
  /** What a ticket may be about: the policy's `scope.topics` for the plan, of those with one id the first. */
  topics: OfferedRow[];
  /** The policy's `scope.maturities`, likewise. */
  maturities: OfferedRow[];
  /** Of the policy's `scope.responsibilities`. */
  responsibilities: OfferedRow[];
  /** Of the policy's `maintenance`. */
  maintenance: OfferedRow[];
  /**
   * What the plan brings, itself or by a plan it builds on.
   *
   * Items: A feature.
   */
  features: {
    /** The index in the policy's `plans`. */
    plan: number;
    /** The index in that plan's `features`. */
    row: number;
  }[];
  /**
   * Of each of the policy's `remedies`.
   *
   * Items: The uptime promised to the plan.
   */
  uptimes: {
    /** The share; null where none is promised. */
    percent: string | null;
    /** The rows of the remedy's `table` that are for that share, or for any. */
    steps: number[];
  }[];
  /** What is said where nobody asked whether something is covered: a key of web/strings. */
  scope_message: string;
  /** The plan that this one takes the rest from; null for none. */
  builds_on: string | null;
}

/** A row that holds for the plan, or may. */
export interface OfferedRow {
  /** The index in the policy's list. */
  row: number;
  /** What must hold for it and is not settled. */
  conditions: Condition[];
}

/** What a form offers before there is a ticket. */
export interface Entries {
  /** It worked. */
  ok: true;
  /** The revision that answers. */
  policy: {
    /** Of the policy. */
    id: string;
    /** Of the revision. */
    revision: string;
    /** How it came to answer. */
    fit: RevisionFit;
  };
  /**
   * All of the policy.
   *
   * Items: A revision.
   */
  revisions: {
    /** Its id. */
    revision: string;
    /** Whether it was published. */
    status: Status;
    /** Its first day. */
    in_force_from: Day | null;
    /** The first day it no longer holds. */
    in_force_until: Day | null;
    /** It answers for the day of filing. */
    in_force: boolean;
  }[];
  /** The plan that was chosen. */
  plan: string | null;
  /** In the policy's order. */
  plans: Entry[];
  /**
   * Open to the plan.
   *
   * Items: A level.
   */
  levels: {
    /** The index in the policy's list. */
    row: number;
    /** Of the item. */
    id: string;
    /** The index in the level's `definitions` that holds; null for the common one. */
    definition: number | null;
  }[];
  /** The level as far as it is decided. */
  severity: {
    /** The level; null where it is unclear or there are none. */
    id: string | null;
    /** Whether the policy's rules decided it. */
    status: SeverityStatus;
    /** Why. */
    reason: SeverityReason;
    /** The levels it may be, where it is unclear. */
    candidates: string[];
  };
  /**
   * What the contract of this plan settles.
   *
   * Items: A value of the contract.
   */
  options: {
    /** The index in the policy's list. */
    row: number;
    /** Of the item. */
    id: string;
    /** The value; null while it is not given. */
    value: string | null;
  }[];
  /**
   * What the policy forgot.
   *
   * Items: A value that is assumed.
   */
  assumptions: {
    /** The index in the policy's list. */
    row: number;
    /** Of the item. */
    id: string;
    /** The value. */
    value: string;
  }[];
  /** Those the lists name for the plan. */
  topics: Entry[];
  /** Those the lists name for the plan. */
  maturities: Entry[];
  /**
   * Those the plan has or may have.
   *
   * Items: A way to file.
   */
  channels: {
    /** The index in the policy's list. */
    row: number;
    /** Of the item. */
    id: string;
    /** How far the plan has it. */
    availability: Availability;
    /** The level has to be filed through it. */
    required: boolean;
  }[];
  /**
   * Those that still decide, the one that decides most first.
   *
   * Items: A question about the impact.
   */
  questions: {
    /** The index in the policy's `questions`; null for a common facet. */
    row: number | null;
    /** Of the facet. */
    id: string;
    /** Some answer leaves fewer levels. */
    narrows: boolean;
    /** Its answers. */
    values: string[];
  }[];
  /**
   * Those of the plan.
   *
   * Items: A credit.
   */
  remedies: {
    /** The index in the policy's list. */
    row: number;
    /** Of the item. */
    id: string;
    /** The availability promised, in percent. */
    uptime: string | null;
  }[];
  /** What of the request has no place under the plan. */
  dropped: Dropped[];
}

/** One item of a list. */
export interface Entry {
  /** The index in the policy's list. */
  row: number;
  /** Of the item. */
  id: string;
}

/** What a zone's clocks show at an instant, or which instant a wall time means. */
export interface WallTimeFound {
  /** It worked. */
  ok: true;
  /** Whether the wall time occurs once. */
  kind: WallTimeKind;
  /** Of a gap the change, of an overlap the first. */
  at: Instant;
  /** What the clocks show then. */
  local: WallTime;
  /** Of an overlap: the second occurrence. */
  second?: WallTimeShown;
}

/** An instant and what clocks show then. */
export interface WallTimeShown {
  /** The instant. */
  at: Instant;
  /** What they show. */
  local: WallTime;
}

// --- to here
